//! Marching tetrahedra: each cell of a grid is split into six tetrahedra around its diagonal, the same way in every
//! cell, so that the surface is a manifold without a table of special cases.

use std::collections::HashMap;

use rayon::prelude::*;

use super::Half;
use crate::vec::{V3, v};

/// The six tetrahedra of a cell: paths from corner 0 to corner 7 along x, y, z in any order (bit 0 = x, 1 = y, 2 = z).
const TETRAHEDRA: [[usize; 4]; 6] =
    [[0, 1, 3, 7], [0, 3, 2, 7], [0, 2, 6, 7], [0, 6, 4, 7], [0, 4, 5, 7], [0, 5, 1, 7]];

/// Cells of a block that is skipped at once when the surface is far.
const BLOCK: usize = 4;

/// Meshes the zero surface of `distance` for z ≥ 0 between the corners `low` and `high` (mm), cells of `cell` mm.
pub fn march(distance: &(impl Fn(V3) -> f64 + Sync), low: V3, high: V3, cell: f64) -> Half {
    let grid = Grid::sample(distance, V3 { z: 0.0, ..low }, high, cell);
    let mut half = Half::default();
    let mut corners = HashMap::new();
    for k in 0..grid.count[2] - 1 {
        for j in 0..grid.count[1] - 1 {
            for i in 0..grid.count[0] - 1 {
                let nodes =
                    [0, 1, 2, 3, 4, 5, 6, 7].map(|b| grid.index(i + (b & 1), j + (b >> 1 & 1), k + (b >> 2)));
                let inside = nodes.iter().filter(|&&n| grid.values[n] < 0.0).count();
                if inside > 0 && inside < 8 {
                    for tetrahedron in TETRAHEDRA {
                        split(&grid, tetrahedron.map(|c| nodes[c]), &mut half, &mut corners);
                    }
                }
            }
        }
    }
    half.keep_largest();
    half
}

struct Grid {
    low: V3,
    cell: f64,
    count: [usize; 3],
    values: Vec<f64>,
}

impl Grid {
    fn sample(distance: &(impl Fn(V3) -> f64 + Sync), low: V3, high: V3, cell: f64) -> Self {
        let size = high - low;
        let cells = |length: f64| ((length / cell / BLOCK as f64).ceil() as usize) * BLOCK + 1;
        let count = [cells(size.x), cells(size.y), cells(size.z)];
        let mut grid = Self { low, cell, count, values: Vec::new() };
        let layer = count[0] * count[1];
        let blocks = [(count[0] - 1) / BLOCK, (count[1] - 1) / BLOCK, (count[2] - 1) / BLOCK];
        // Half a block's diagonal, with room for a field that is not an exact distance.
        let near = cell * BLOCK as f64 * 0.87 * 1.6 + 0.5;
        let far: Vec<f64> = (0..blocks[0] * blocks[1] * blocks[2])
            .into_par_iter()
            .map(|b| {
                let (i, j, k) = (b % blocks[0], b / blocks[0] % blocks[1], b / blocks[0] / blocks[1]);
                let half = (BLOCK / 2) as f64;
                let middle = |n: usize| (n * BLOCK) as f64 + half;
                let d = distance(low + v(middle(i), middle(j), middle(k)) * cell);
                if d.abs() < near { 0.0 } else { d }
            })
            .collect();
        let block_of = |i: usize, axis: usize| (i / BLOCK).min(blocks[axis] - 1);
        let mut values = vec![0.0; layer * count[2]];
        values.par_chunks_mut(layer).enumerate().for_each(|(k, values)| {
            for (n, value) in values.iter_mut().enumerate() {
                let (i, j) = (n % count[0], n / count[0]);
                // A node on the border of blocks is sampled when any of them is near.
                let mut skipped = None;
                for (di, dj, dk) in NEIGHBOURS {
                    if (di == 1 && (i % BLOCK != 0 || i == 0))
                        || (dj == 1 && (j % BLOCK != 0 || j == 0))
                        || (dk == 1 && (k % BLOCK != 0 || k == 0))
                    {
                        continue;
                    }
                    let b = [block_of(i - di, 0), block_of(j - dj, 1), block_of(k - dk, 2)];
                    let d = far[b[0] + blocks[0] * (b[1] + blocks[1] * b[2])];
                    if d == 0.0 {
                        skipped = None;
                        break;
                    }
                    skipped = Some(d);
                }
                let d = skipped.unwrap_or_else(|| distance(grid.point(i, j, k)));
                // A node exactly on the surface would make triangles without area.
                *value = if d.abs() < cell * 1e-3 { cell * 1e-3 } else { d };
            }
        });
        grid.values = values;
        grid
    }

    fn index(&self, i: usize, j: usize, k: usize) -> usize {
        i + self.count[0] * (j + self.count[1] * k)
    }

    fn point(&self, i: usize, j: usize, k: usize) -> V3 {
        self.low + v(i as f64, j as f64, k as f64) * self.cell
    }

    fn point_of(&self, node: usize) -> V3 {
        let layer = self.count[0] * self.count[1];
        self.point(node % self.count[0], node % layer / self.count[0], node / layer)
    }
}

const NEIGHBOURS: [(usize, usize, usize); 8] =
    [(0, 0, 0), (1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 0, 1), (1, 0, 1), (0, 1, 1), (1, 1, 1)];

/// Adds the surface inside one tetrahedron.
fn split(grid: &Grid, nodes: [usize; 4], half: &mut Half, corners: &mut HashMap<(usize, usize), u32>) {
    let (mut inner, mut outer) = (Vec::with_capacity(4), Vec::with_capacity(4));
    for node in nodes {
        if grid.values[node] < 0.0 { inner.push(node) } else { outer.push(node) }
    }
    let mut corner = |a: usize, b: usize| {
        *corners.entry((a.min(b), a.max(b))).or_insert_with(|| {
            let (a, b) = (a.min(b), a.max(b));
            let (da, db) = (grid.values[a], grid.values[b]);
            let (pa, pb) = (grid.point_of(a), grid.point_of(b));
            half.points.push(pa + (pb - pa) * (da / (da - db)));
            half.points.len() as u32 - 1
        })
    };
    let triangles = match (&inner[..], &outer[..]) {
        (&[a], &[x, y, z]) | (&[x, y, z], &[a]) => vec![[corner(a, x), corner(a, y), corner(a, z)]],
        (&[a, b], &[x, y]) => {
            let [ax, ay, bx, by] = [corner(a, x), corner(a, y), corner(b, x), corner(b, y)];
            vec![[ax, ay, by], [ax, by, bx]]
        }
        _ => return,
    };
    let middle =
        |nodes: &[usize]| nodes.iter().fold(V3::ZERO, |sum, &n| sum + grid.point_of(n)) / nodes.len() as f64;
    let outward = middle(&outer) - middle(&inner);
    for [a, b, c] in triangles {
        let [pa, pb, pc] = [a, b, c].map(|i| half.points[i as usize]);
        let facing = (pb - pa).cross(pc - pa).dot(outward);
        half.triangles.push(if facing >= 0.0 { [a, b, c] } else { [a, c, b] });
    }
}
