//! From a signed distance to a surface of few triangles.
//!
//! Guaranteed: the half surface is a manifold whose only rim lies in the plane z = 0, counter-clockwise from outside,
//! finite, the same on every machine. Not guaranteed: that detail finer than the grid survives.

mod march;
mod reduce;
mod settle;

pub use march::march;
pub use reduce::reduce;
pub use settle::{flip, settle};

use crate::vec::V3;

/// The right half (z ≥ 0) of a surface that mirrors itself.
#[derive(Debug, Clone, Default)]
pub struct Half {
    pub points: Vec<V3>,
    pub triangles: Vec<[u32; 3]>,
}

impl Half {
    /// Which corners lie in the mirror plane.
    pub fn rim(&self) -> Vec<bool> {
        self.points.iter().map(|p| p.z == 0.0).collect()
    }

    /// Triangles at each corner, in ascending order.
    pub fn fans(&self) -> Vec<Vec<u32>> {
        let mut fans = vec![Vec::new(); self.points.len()];
        for (t, triangle) in self.triangles.iter().enumerate() {
            for &corner in triangle {
                fans[corner as usize].push(t as u32);
            }
        }
        fans
    }

    /// Drops corners that no triangle uses.
    pub fn compact(&mut self) {
        let mut place = vec![u32::MAX; self.points.len()];
        let mut points = Vec::new();
        for corner in self.triangles.iter_mut().flatten() {
            let slot = &mut place[*corner as usize];
            if *slot == u32::MAX {
                *slot = points.len() as u32;
                points.push(self.points[*corner as usize]);
            }
            *corner = *slot;
        }
        self.points = points;
    }

    /// Drops every connected piece but the largest: specks that a cut left behind.
    pub fn keep_largest(&mut self) {
        let mut parent: Vec<u32> = (0..self.points.len() as u32).collect();
        for &[a, b, c] in &self.triangles {
            for other in [b, c] {
                let (i, j) = (root(&mut parent, a), root(&mut parent, other));
                parent[i.max(j) as usize] = i.min(j);
            }
        }
        let mut sizes = vec![0u32; self.points.len()];
        for &[a, _, _] in &self.triangles {
            sizes[root(&mut parent, a) as usize] += 1;
        }
        let largest = (0..sizes.len()).rev().max_by_key(|&i| sizes[i]).unwrap_or(0) as u32;
        let kept = self.triangles.iter().copied().filter(|t| root(&mut parent, t[0]) == largest).collect();
        self.triangles = kept;
        self.compact();
    }
}

/// The first corner of the piece that corner `i` belongs to.
fn root(parent: &mut [u32], mut i: u32) -> u32 {
    while parent[i as usize] != i {
        parent[i as usize] = parent[parent[i as usize] as usize];
        i = parent[i as usize];
    }
    i
}
