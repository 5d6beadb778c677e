//! Fewer triangles: edges collapse in the order of the error they cause (Garland & Heckbert's quadrics).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Half;
use crate::vec::{V3, v};

/// Sum of squared distances to planes, as a symmetric 4×4 matrix.
#[derive(Debug, Clone, Copy, Default)]
struct Quadric([f64; 10]);

impl Quadric {
    fn plane(normal: V3, point: V3, weight: f64) -> Self {
        let (a, b, c, d) = (normal.x, normal.y, normal.z, -normal.dot(point));
        Self([a * a, a * b, a * c, a * d, b * b, b * c, b * d, c * c, c * d, d * d].map(|q| q * weight))
    }

    fn plus(self, o: Self) -> Self {
        let mut sum = self;
        for (a, b) in sum.0.iter_mut().zip(o.0) {
            *a += b;
        }
        sum
    }

    fn error(&self, p: V3) -> f64 {
        let q = &self.0;
        q[0] * p.x * p.x
            + 2.0 * q[1] * p.x * p.y
            + 2.0 * q[2] * p.x * p.z
            + 2.0 * q[3] * p.x
            + q[4] * p.y * p.y
            + 2.0 * q[5] * p.y * p.z
            + 2.0 * q[6] * p.y
            + q[7] * p.z * p.z
            + 2.0 * q[8] * p.z
            + q[9]
    }

    /// The point of least error, if the planes fix one well enough.
    fn best(&self) -> Option<V3> {
        let q = &self.0;
        let (r0, r1, r2) = (v(q[0], q[1], q[2]), v(q[1], q[4], q[5]), v(q[2], q[5], q[7]));
        let det = r0.dot(r1.cross(r2));
        let scale = q[0] + q[4] + q[7];
        if det.abs() < 1e-3 * scale * scale * scale {
            return None;
        }
        let right = v(-q[3], -q[6], -q[8]);
        Some((r1.cross(r2) * right.x + r2.cross(r0) * right.y + r0.cross(r1) * right.z) / det)
    }
}

/// How much an edge's length counts beside the error, so that flat parts keep triangles of a fair size.
const LENGTH_COUNTS: f64 = 1.5e-3;
/// How much more along the mirror plane, where a long edge shows as a crease down the middle.
const RIM_COUNTS: f64 = 8.0;
/// No corner gets more triangles than this.
const MOST_IN_A_FAN: usize = 11;

/// Collapses edges until at most `target` triangles are left, or no edge can go without harm.
pub fn reduce(half: &mut Half, target: usize) {
    let mut work = Work::new(half);
    while work.alive > target {
        let before = work.alive;
        // In stages, so that an edge which could not go is tried again while its neighbourhood is still alike.
        let stage = target.max(before * 7 / 10);
        work.offer_all(half);
        while work.alive > stage {
            let Some(Reverse(candidate)) = work.queue.pop() else { break };
            work.try_collapse(half, &candidate);
        }
        if work.alive == before {
            break;
        }
    }
    let mut alive = std::mem::take(&mut work.gone).into_iter();
    half.triangles.retain(|_| alive.next() == Some(false));
    half.compact();
}

/// An edge waiting to collapse; ordered by cost, then by its corners, so that the order is the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// Bits of a non-negative number order as the number does.
    cost_bits: u64,
    a: u32,
    b: u32,
    age: (u32, u32),
}

struct Work {
    quadrics: Vec<Quadric>,
    fans: Vec<Vec<u32>>,
    rim: Vec<bool>,
    gone: Vec<bool>,
    ages: Vec<u32>,
    queue: BinaryHeap<Reverse<Candidate>>,
    alive: usize,
}

impl Work {
    fn new(half: &Half) -> Self {
        let mut quadrics = vec![Quadric::default(); half.points.len()];
        for triangle in &half.triangles {
            let [a, b, c] = triangle.map(|i| half.points[i as usize]);
            let cross = (b - a).cross(c - a);
            let plane = Quadric::plane(cross.unit(), a, cross.length() * 0.5);
            for &corner in triangle {
                quadrics[corner as usize] = quadrics[corner as usize].plus(plane);
            }
        }
        Self {
            quadrics,
            fans: half.fans(),
            rim: half.rim(),
            gone: vec![false; half.triangles.len()],
            ages: vec![0; half.points.len()],
            queue: BinaryHeap::new(),
            alive: half.triangles.len(),
        }
    }

    fn offer_all(&mut self, half: &Half) {
        self.queue.clear();
        for a in 0..half.points.len() as u32 {
            for b in self.neighbours(half, a) {
                if a < b {
                    self.offer(half, a, b);
                }
            }
        }
    }

    fn neighbours(&self, half: &Half, a: u32) -> Vec<u32> {
        let mut around: Vec<u32> = self.fans[a as usize]
            .iter()
            .flat_map(|&t| half.triangles[t as usize])
            .filter(|&corner| corner != a)
            .collect();
        around.sort_unstable();
        around.dedup();
        around
    }

    /// Where the corner may go that a and b become, with the error there, the best first.
    fn goals(&self, half: &Half, a: u32, b: u32) -> Vec<(V3, f64)> {
        let (pa, pb) = (half.points[a as usize], half.points[b as usize]);
        let quadric = self.quadrics[a as usize].plus(self.quadrics[b as usize]);
        let length = (pa - pb).length();
        let middle = (pa + pb) * 0.5;
        let mut places = match (self.rim[a as usize], self.rim[b as usize]) {
            (true, false) => vec![pa],
            (false, true) => vec![pb],
            _ => vec![middle, pa, pb],
        };
        if !self.rim[a as usize] && !self.rim[b as usize] {
            places.extend(quadric.best().filter(|&p| (p - middle).length() < length && p.z > 0.0));
        }
        let on_rim = self.rim[a as usize] && self.rim[b as usize];
        let counts = LENGTH_COUNTS * if on_rim { RIM_COUNTS } else { 1.0 };
        let cost = |p: V3| quadric.error(p).max(0.0) + counts * length * length * length;
        let mut goals: Vec<(V3, f64)> = places.into_iter().map(|p| (p, cost(p))).collect();
        goals.sort_by(|x, y| x.1.total_cmp(&y.1));
        goals
    }

    fn offer(&mut self, half: &Half, a: u32, b: u32) {
        let cost = self.goals(half, a, b)[0].1;
        let age = (self.ages[a as usize], self.ages[b as usize]);
        self.queue.push(Reverse(Candidate { cost_bits: cost.to_bits(), a, b, age }));
    }

    /// Whether no triangle turns over or becomes thin when a and b meet at `goal`.
    fn is_harmless(&self, half: &Half, a: u32, b: u32, shared: &[u32], goal: V3) -> bool {
        let kept = |t: &&u32| !shared.contains(t);
        for &t in self.fans[a as usize].iter().filter(kept).chain(self.fans[b as usize].iter().filter(kept)) {
            let triangle = half.triangles[t as usize];
            let old = triangle.map(|i| half.points[i as usize]);
            let new = triangle.map(|i| if i == a || i == b { goal } else { half.points[i as usize] });
            let normal = |[p, q, r]: [V3; 3]| (q - p).cross(r - p);
            let (before, after) = (normal(old), normal(new));
            let quality = |[p, q, r]: [V3; 3], cross: V3| {
                let longest = (p - q).length().max((q - r).length()).max((r - p).length());
                cross.length() / (longest * longest).max(1e-12)
            };
            let (was, is) = (quality(old, before), quality(new, after));
            // A triangle may not turn over, nor become thin unless it was thinner; a sliver has no direction to keep.
            if (was > 0.05 && before.unit().dot(after.unit()) < 0.2) || is < (was * 0.8).min(0.15) {
                return false;
            }
        }
        true
    }

    fn try_collapse(&mut self, half: &mut Half, candidate: &Candidate) {
        let (a, b) = (candidate.a, candidate.b);
        if candidate.age != (self.ages[a as usize], self.ages[b as usize]) {
            return;
        }
        let shared: Vec<u32> =
            self.fans[a as usize].iter().copied().filter(|t| self.fans[b as usize].contains(t)).collect();
        let (around_a, around_b) = (self.neighbours(half, a), self.neighbours(half, b));
        let common = around_a.iter().filter(|&n| around_b.contains(n)).count();
        let on_rim = self.rim[a as usize] && self.rim[b as usize];
        // The link condition; an edge across the surface between two rim corners must stay.
        if shared.is_empty() || common != shared.len() || (on_rim && shared.len() != 1) {
            return;
        }
        if self.fans[a as usize].len() + self.fans[b as usize].len() > MOST_IN_A_FAN + 2 * shared.len() {
            return;
        }
        let goals = self.goals(half, a, b);
        let Some(&(goal, _)) = goals.iter().find(|&&(goal, _)| self.is_harmless(half, a, b, &shared, goal))
        else {
            return;
        };
        half.points[a as usize] = goal;
        self.rim[a as usize] |= self.rim[b as usize];
        self.quadrics[a as usize] = self.quadrics[a as usize].plus(self.quadrics[b as usize]);
        for &t in &shared {
            self.gone[t as usize] = true;
            self.alive -= 1;
            for corner in half.triangles[t as usize] {
                self.fans[corner as usize].retain(|&other| other != t);
            }
        }
        for t in std::mem::take(&mut self.fans[b as usize]) {
            for corner in &mut half.triangles[t as usize] {
                if *corner == b {
                    *corner = a;
                }
            }
            self.fans[a as usize].push(t);
        }
        self.ages[a as usize] += 1;
        self.ages[b as usize] = u32::MAX;
        for other in self.neighbours(half, a) {
            self.offer(half, a.min(other), a.max(other));
        }
    }
}
