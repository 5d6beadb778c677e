//! Corners back onto the true surface, and evenly spread over it.

use std::collections::HashMap;

use super::Half;
use crate::sdf::Placed;
use crate::vec::V3;

/// Step of the gradient, mm.
const STEP: f64 = 0.1;

/// Spreads the corners by `spread` (0 = not at all, 1 = each to the middle of its neighbours), then brings them onto
/// the surface; `rounds` times.
pub fn settle(half: &mut Half, solid: &Placed, rounds: usize, spread: f64) {
    let rim = half.rim();
    let around = neighbours(half, &rim);
    for _ in 0..rounds {
        let old = half.points.clone();
        for i in 0..old.len() {
            let mut p = old[i];
            if spread > 0.0 && !around[i].is_empty() {
                let sum = around[i].iter().fold(V3::ZERO, |sum, &n| sum + old[n as usize]);
                let pull = (sum / around[i].len() as f64 - p) * spread;
                let normal = solid.gradient(p, STEP).unit();
                p = p + (pull - normal * pull.dot(normal));
            }
            for _ in 0..2 {
                let slope = solid.gradient(p, STEP);
                let push = (-solid.distance(p) / slope.dot(slope).max(0.05)).clamp(-0.6, 0.6);
                p = p + slope * push;
                if rim[i] {
                    p.z = 0.0;
                }
            }
            if !rim[i] {
                p.z = p.z.max(0.15);
            }
            half.points[i] = p;
        }
    }
}

/// Corners around each corner; for a corner on the rim only those on the rim.
fn neighbours(half: &Half, rim: &[bool]) -> Vec<Vec<u32>> {
    let mut around = vec![Vec::new(); half.points.len()];
    let mut uses: HashMap<(u32, u32), u32> = HashMap::new();
    for triangle in &half.triangles {
        for k in 0..3 {
            let (a, b) = (triangle[k], triangle[(k + 1) % 3]);
            *uses.entry((a.min(b), a.max(b))).or_default() += 1;
        }
    }
    for triangle in &half.triangles {
        for k in 0..3 {
            let (a, b) = (triangle[k], triangle[(k + 1) % 3]);
            let edge_of_rim = uses[&(a.min(b), a.max(b))] == 1;
            for (from, to) in [(a, b), (b, a)] {
                if (edge_of_rim || !rim[from as usize]) && !around[from as usize].contains(&to) {
                    around[from as usize].push(to);
                }
            }
        }
    }
    around
}

/// Turns edges inside their two triangles where the surface becomes smoother by it.
pub fn flip(half: &mut Half, solid: &Placed) {
    let normals: Vec<V3> = half.points.iter().map(|&p| solid.gradient(p, STEP).unit()).collect();
    let mut misfits: Vec<f64> = half.triangles.iter().map(|&t| misfit(half, &normals, solid, t)).collect();
    for _ in 0..3 {
        let mut owner: HashMap<(u32, u32), usize> = HashMap::new();
        for (t, triangle) in half.triangles.iter().enumerate() {
            for k in 0..3 {
                owner.insert((triangle[k], triangle[(k + 1) % 3]), t);
            }
        }
        let mut turned = false;
        let mut touched = vec![false; half.triangles.len()];
        for t in 0..half.triangles.len() {
            for k in 0..3 {
                let triangle = half.triangles[t];
                let (a, b, c) = (triangle[k], triangle[(k + 1) % 3], triangle[(k + 2) % 3]);
                let Some(&other) = owner.get(&(b, a)) else { continue };
                if touched[t] || touched[other] {
                    continue;
                }
                let Some(&d) = half.triangles[other].iter().find(|&&corner| corner != a && corner != b)
                else {
                    continue;
                };
                if owner.contains_key(&(c, d)) || owner.contains_key(&(d, c)) {
                    continue;
                }
                let (one, two) = ([a, d, c], [d, b, c]);
                let (m1, m2) = (misfit(half, &normals, solid, one), misfit(half, &normals, solid, two));
                if m1 + m2 < misfits[t] + misfits[other] - 0.02 {
                    (half.triangles[t], half.triangles[other]) = (one, two);
                    (misfits[t], misfits[other]) = (m1, m2);
                    owner.insert((c, d), t);
                    (touched[t], touched[other], turned) = (true, true, true);
                }
            }
        }
        if !turned {
            break;
        }
    }
}

/// How badly a triangle stands for the surface: by its normal, by how far its middle is off, and by how thin it is.
fn misfit(half: &Half, normals: &[V3], solid: &Placed, triangle: [u32; 3]) -> f64 {
    let [a, b, c] = triangle.map(|i| half.points[i as usize]);
    let cross = (b - a).cross(c - a);
    let longest = (b - a).length().max((c - b).length()).max((a - c).length()).max(1e-6);
    let thin = (0.3 - cross.length() / (longest * longest)).max(0.0);
    let facing: f64 = triangle.iter().map(|&i| 1.0 - cross.unit().dot(normals[i as usize])).sum();
    facing / 3.0 + 0.4 * solid.distance((a + b + c) / 3.0).abs() + 2.0 * thin
}
