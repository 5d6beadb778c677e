//! How much sky each corner sees, from the signed distances.

use rayon::prelude::*;

use crate::mesh::Half;
use crate::sdf::Placed;
use crate::vec::{V3, v};

/// Directions looked in, over the whole sphere.
const DIRECTIONS: usize = 64;
/// Distances at which the ray asks how near the next surface is, as parts of the reach.
const STOPS: [f64; 6] = [0.06, 0.13, 0.24, 0.4, 0.65, 1.0];
/// A neighbour's shadow counts less than a bone's own, as it may move away.
const NEIGHBOUR: f64 = 0.6;

/// One number a corner, 0 (dark) to 1 (open); looks as far as `reach`, mm: about as deep as the bone's hollows are.
pub fn occlusion(half: &Half, own: &Placed, neighbours: &[&Placed], reach: f64) -> Vec<f64> {
    let directions = sphere(DIRECTIONS);
    half.points
        .par_iter()
        .map(|&p| {
            let normal = own.gradient(p, 0.3).unit();
            let start = p + normal * 0.4;
            let near: Vec<&&Placed> =
                neighbours.iter().filter(|other| other.distance(start) < reach + 4.0).collect();
            let (mut seen, mut all) = (0.0, 0.0);
            for &direction in &directions {
                let weight = direction.dot(normal);
                if weight < 0.05 {
                    continue;
                }
                let (mut open, mut open_near) = (1.0f64, 1.0f64);
                for stop in STOPS {
                    let far = stop * reach;
                    let q = start + direction * far;
                    let fade = stop * stop * 0.5;
                    let width = far * 0.45;
                    open = open.min((own.distance(q) / width + 0.2).clamp(0.0, 1.0).max(fade));
                    for other in &near {
                        open_near =
                            open_near.min((other.distance(q) / width + 0.2).clamp(0.0, 1.0).max(fade));
                    }
                }
                let open_near = 1.0 - NEIGHBOUR * (1.0 - open_near);
                seen += weight * open.min(open_near);
                all += weight;
            }
            (seen / all.max(1e-9)).clamp(0.0, 1.0)
        })
        .collect()
}

/// Evenly spread directions: a Fibonacci lattice.
fn sphere(count: usize) -> Vec<V3> {
    let turn = std::f64::consts::PI * (3.0 - 5f64.sqrt());
    (0..count)
        .map(|i| {
            let y = 1.0 - (2.0 * i as f64 + 1.0) / count as f64;
            let r = (1.0 - y * y).max(0.0).sqrt();
            let (sin, cos) = libm::sincos(turn * i as f64);
            v(r * cos, y, r * sin)
        })
        .collect()
}
