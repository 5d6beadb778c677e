//! The reference rasteriser: draws what the browser draws, from the same draw list and its passes, slowly and finely.
//!
//! The ground stays transparent. A picture is drawn in bands of rows, each by itself, so the result does not depend
//! on how many processors there are.

mod band;
mod fit;
mod image;
mod palette;
mod shade;

pub use fit::{aspect, fit};
pub use image::Image;

use neck::asset::{Mesh, Model};
use neck::draw::{DrawList, Paint, Pattern, State};
use neck::math::Vec3;
use neck::palette::Palette;
use neck::pick::{posed, posed_normal};
use rayon::prelude::*;

use band::{Band, Corner, Faces, Fragment};
use shade::{ghost, solid};

/// Samples along one side of a pixel.
const SAMPLES: usize = 4;
/// Rows of pixels in a band.
const BAND: usize = 24;

/// Draws the list in a picture of this size in pixels; one CSS pixel is `list.viewport.ratio` of them.
pub fn render(model: &Model, list: &DrawList, width: usize, height: usize) -> Image {
    let size = ((width * SAMPLES) as f32, (height * SAMPLES) as f32);
    let scale = list.viewport.ratio * SAMPLES as f32;
    // Every pass with its meshes, their corners where the picture has them.
    let jobs: Vec<Job> = list
        .passes()
        .map(|pass| {
            let grow = if let Paint::Line { width, .. } = pass.paint { width * scale } else { 0.0 };
            let drawn = model.meshes.iter().filter(|mesh| {
                let state = list.states[mesh.structure.index()];
                state == pass.state || state == State::Chosen && pass.state == State::Ghost
            });
            Job {
                paint: pass.paint,
                state: pass.state,
                meshes: drawn.map(|mesh| (mesh, corners(mesh, list, size, grow))).collect(),
            }
        })
        .collect();
    let rows: Vec<usize> = (0..height).step_by(BAND).collect();
    let bands: Vec<Vec<[u8; 4]>> = rows
        .into_par_iter()
        .map(|first| {
            let count = BAND.min(height - first);
            let mut band = Band::new(width * SAMPLES, first * SAMPLES, count * SAMPLES);
            for job in &jobs {
                job.draw(&mut band, list);
            }
            band.pixels(SAMPLES)
        })
        .collect();
    Image { width, height, pixels: bands.concat() }
}

struct Job<'a> {
    paint: Paint,
    state: State,
    meshes: Vec<(&'a Mesh, Vec<Corner>)>,
}

impl Job<'_> {
    fn draw(&self, band: &mut Band, list: &DrawList) {
        for (mesh, corners) in &self.meshes {
            let state = list.states[mesh.structure.index()];
            let kind = mesh.structure.get().kind;
            let (base, pattern) = (list.palette.of(kind, state), Pattern::of(kind));
            let mut fill = |faces, fragment: &dyn Fn(&Fragment, Vec3) -> (Vec3, f32)| {
                let meant = |triangle: &&[u16; 3]| {
                    let place = mesh.vertices[usize::from(triangle[0])].position;
                    list.state_at(mesh.structure, place) == self.state
                };
                for triangle in mesh.triangles.iter().filter(meant) {
                    let place = mesh.vertices[usize::from(triangle[0])].position;
                    let base = Palette::tinted(base, list.tint_at(mesh.structure, place));
                    let corners = triangle.map(|i| corners[usize::from(i)]);
                    band.triangle(corners, faces, list.fade, &|sample| fragment(sample, base));
                }
            };
            match self.paint {
                Paint::FreshDepth => {}
                Paint::Depth => fill(Faces::Front, &|_, _| (Vec3::ZERO, 0.0)),
                Paint::Line { ink, alpha, .. } => fill(Faces::Back, &|_, _| (list.palette.line(ink), alpha)),
                Paint::Solid => fill(Faces::Front, &|sample, base| (solid(sample, pattern, base, list), 1.0)),
                Paint::Ghost { dense } => {
                    fill(Faces::Front, &|sample, base| ghost(sample, base, dense, list));
                }
            }
        }
        if self.paint == Paint::FreshDepth {
            band.forget_depth();
        }
    }
}

/// Corners in samples, moved outwards in the picture by `grow` of them.
fn corners(mesh: &Mesh, list: &DrawList, size: (f32, f32), grow: f32) -> Vec<Corner> {
    let corner = |vertex: &neck::asset::Vertex| {
        let (p, normal) = (posed(list, vertex), posed_normal(list, vertex).unit());
        let m = &list.matrix;
        let row = |r: usize| m[r] * p.x + m[4 + r] * p.y + m[8 + r] * p.z + m[12 + r];
        let near = 1.0 / row(3).max(1e-3);
        let out = Vec3::new(normal.dot(list.axes[0]), -normal.dot(list.axes[1]), 0.0).unit() * grow;
        Corner {
            x: (row(0) * near * 0.5 + 0.5) * size.0 + out.x,
            y: (0.5 - row(1) * near * 0.5) * size.1 + out.y,
            depth: row(2) * near,
            near,
            normal,
            open: f32::from(vertex.occlusion) / 255.0,
            height: p.y,
            fibre: vertex.fibre.map(|part| f32::from(part) / 255.0),
        }
    };
    mesh.vertices.iter().map(corner).collect()
}
