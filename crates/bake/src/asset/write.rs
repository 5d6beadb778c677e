//! The walk over each surface, told as `neck::asset::format` says.

use std::collections::HashMap;

use neck::asset::format::{
    BLENDED, LONG, MAGIC, MIRRORED, OCCLUSION_STEPS, QUANTUM, VERSION, checksum, expect, fold, step,
};
use neck::asset::walk::Rim;

use crate::mesh::Half;

/// A mesh to be written: the right half of a surface, with what its corners carry.
#[derive(Debug, Clone)]
pub struct Part {
    /// Index into `neck::anatomy::STRUCTURES`.
    pub structure: u8,
    pub half: Half,
    /// 0 (dark) to 1 (open), one a corner.
    pub occlusion: Vec<f64>,
    /// 0 (follows the lower bone) to 1 (the upper), evenly over all between, one a corner; empty for bones.
    pub blend: Vec<f64>,
}

/// The whole file.
pub fn bytes(parts: &[Part]) -> Vec<u8> {
    let mut table = Vec::new();
    let mut streams = Streams::default();
    for part in parts {
        let (steps, corner) = streams.part(part);
        let flags = MIRRORED | if part.blend.is_empty() { 0 } else { BLENDED };
        table.extend([part.structure, flags]);
        table.extend((part.half.points.len() as u16).to_le_bytes());
        table.extend((steps as u16).to_le_bytes());
        table.extend(corner.iter().flat_map(|&c| (c as i16).to_le_bytes()));
    }
    let mut body = table;
    body.extend(streams.steps);
    for differences in streams.differences {
        body.extend(differences);
    }
    body.extend(streams.occlusion);
    body.extend(streams.blend);
    body.extend(streams.extras.iter().flat_map(|extra| extra.to_le_bytes()));

    let mut file = MAGIC.to_vec();
    file.extend([VERSION, parts.len() as u8]);
    file.extend(checksum(&body).to_le_bytes());
    file.extend(body);
    file
}

#[derive(Default)]
struct Streams {
    steps: Vec<u8>,
    differences: [Vec<u8>; 3],
    occlusion: Vec<u8>,
    blend: Vec<u8>,
    extras: Vec<u16>,
}

/// A surface in whole quanta, and which triangle lies on each directed edge.
struct Surface<'a> {
    part: &'a Part,
    places: Vec<[i32; 3]>,
    light: Vec<i32>,
    triangle_at: HashMap<(u32, u32), usize>,
    told: Vec<bool>,
    /// Number in the file of each corner, once it has one; and the corner of each number.
    number: Vec<Option<u16>>,
    order: Vec<u32>,
}

impl Streams {
    /// Tells one part; gives the number of steps and the box's corner in quanta.
    fn part(&mut self, part: &Part) -> (usize, [i32; 3]) {
        let (mut surface, corner) = Surface::new(part);
        let before = self.steps.len();
        let mut rim = Rim::default();
        loop {
            let Some((a, b, apex)) = rim.gate() else {
                let Some(first) = surface.told.iter().position(|told| !told) else { break };
                let seed = part.half.triangles[first].map(|corner| {
                    let last = surface.order.last().copied();
                    let (place, light) =
                        last.map_or(([0; 3], 0), |l| (surface.places[l as usize], surface.light[l as usize]));
                    self.corner(&mut surface, corner, place, light)
                });
                surface.told[first] = true;
                rim.seed(seed);
                continue;
            };
            let [from, to, inner] = [a, b, apex].map(|n| surface.order[usize::from(n)]);
            let Some(&beyond) = surface.triangle_at.get(&(to, from)) else {
                self.steps.push(step::RIM);
                rim.at_rim();
                continue;
            };
            surface.told[beyond] = true;
            let third = surface.third(beyond, from, to);
            let edges = rim.edges();
            let here = edges[rim.at()];
            let (next, previous) = (edges[here.next], edges[here.previous]);
            match surface.number[third as usize] {
                None => {
                    let place = |i: u32| surface.places[i as usize];
                    let guess = [0, 1, 2].map(|i| expect(place(from)[i], place(to)[i], place(inner)[i]));
                    let light = surface.light[from as usize].midpoint(surface.light[to as usize]);
                    let number = self.corner(&mut surface, third, guess, light);
                    self.steps.push(step::NEW);
                    rim.to_new(number);
                }
                Some(number) if next.open && edges[next.next].from == number => {
                    self.steps.push(step::NEXT);
                    rim.to_next();
                }
                Some(number) if previous.open && previous.from == number => {
                    self.steps.push(step::PREVIOUS);
                    rim.to_previous();
                }
                Some(_) => {
                    let other = surface.edge_beyond(&rim, beyond, from, to, third);
                    self.steps.push(step::JOIN);
                    self.extras.push(other as u16);
                    rim.to_edge(other);
                }
            }
        }
        self.blend.extend(
            surface
                .order
                .iter()
                .filter_map(|&c| part.blend.get(c as usize))
                .map(|b| ((b * 15.0).round() * 17.0) as u8),
        );
        (self.steps.len() - before, corner)
    }

    /// Tells a corner that was not told before.
    fn corner(&mut self, surface: &mut Surface, corner: u32, guess: [i32; 3], light: i32) -> u16 {
        let number = surface.order.len() as u16;
        surface.order.push(corner);
        surface.number[corner as usize] = Some(number);
        for ((stream, place), guess) in
            self.differences.iter_mut().zip(surface.places[corner as usize]).zip(guess)
        {
            let folded = fold(place - guess);
            if folded < u32::from(LONG) {
                stream.push(folded as u8);
            } else {
                stream.push(LONG);
                self.extras.push(folded as u16);
            }
        }
        self.occlusion.push(fold(surface.light[corner as usize] - light) as u8);
        number
    }
}

impl<'a> Surface<'a> {
    fn new(part: &'a Part) -> (Self, [i32; 3]) {
        let quanta = |mm: f64| (mm / f64::from(QUANTUM)).round() as i32;
        let mut places: Vec<[i32; 3]> = part
            .half
            .points
            .iter()
            .map(|p| [quanta(p.x), quanta(p.y), quanta(p.z).max(i32::from(p.z > 0.0))])
            .collect();
        let mut corner = [0; 3];
        for (i, corner) in corner.iter_mut().enumerate().take(2) {
            *corner = places.iter().map(|p| p[i]).min().unwrap_or(0);
            for place in &mut places {
                place[i] -= *corner;
            }
        }
        let mut triangle_at = HashMap::new();
        for (t, triangle) in part.half.triangles.iter().enumerate() {
            for k in 0..3 {
                triangle_at.insert((triangle[k], triangle[(k + 1) % 3]), t);
            }
        }
        let light = part.occlusion.iter().map(|o| (o * f64::from(OCCLUSION_STEPS)).round() as i32).collect();
        let told = vec![false; part.half.triangles.len()];
        let number = vec![None; part.half.points.len()];
        (Self { part, places, light, triangle_at, told, number, order: Vec::new() }, corner)
    }

    fn third(&self, triangle: usize, a: u32, b: u32) -> u32 {
        let corners = self.part.half.triangles[triangle];
        corners.into_iter().find(|&corner| corner != a && corner != b).unwrap_or(a)
    }

    /// The edge of the rim that starts at `third` in the gap where the new triangle lies: found by turning round
    /// `third` through triangles not yet told.
    fn edge_beyond(&self, rim: &Rim, triangle: usize, from: u32, to: u32, third: u32) -> usize {
        let find = |start: u32, end: u32| {
            let (start, end) = (self.number[start as usize], self.number[end as usize]);
            let edges = rim.edges();
            edges.iter().position(|e| e.open && Some(e.from) == start && Some(edges[e.next].from) == end)
        };
        // One way round: the edges that lead away from `third`.
        let (mut at, mut spoke) = (triangle, from);
        while let Some(&next) = self.triangle_at.get(&(third, spoke)) {
            if self.told[next] && next != triangle {
                if let Some(edge) = find(third, spoke) {
                    return edge;
                }
                break;
            }
            at = next;
            spoke = self.third(at, third, spoke);
            if at == triangle {
                break;
            }
        }
        // The other way round: the edges that lead to it.
        let mut spoke = to;
        let _ = at;
        while let Some(&next) = self.triangle_at.get(&(spoke, third)) {
            if self.told[next] && next != triangle {
                return find(spoke, third).map_or(0, |edge| rim.edges()[edge].next);
            }
            if next == triangle {
                break;
            }
            spoke = self.third(next, third, spoke);
        }
        0
    }
}
