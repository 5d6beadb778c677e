//! Some rows of samples, and triangles drawn into them.

use neck::draw::{Fade, shown_at};
use neck::math::Vec3;

use super::SAMPLES;

/// A corner in the picture: its place in samples (y down), depth, and one over its distance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Corner {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) depth: f32,
    pub(super) near: f32,
    pub(super) normal: Vec3,
    /// 0 dark, 1 open.
    pub(super) open: f32,
    /// Place across the fibres (0 where there are none) and along them, 0 to 1.
    pub(super) fibre: [f32; 2],
    /// Height in the world, mm.
    pub(super) height: f32,
}

/// What a triangle brings to one sample.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fragment {
    /// Unit length.
    pub(super) normal: Vec3,
    pub(super) open: f32,
    pub(super) fibre: [f32; 2],
    /// How much the place across the fibres changes from one pixel to the next.
    pub(super) grain: f32,
    /// How much of it the fade leaves, 0 to 1.
    pub(super) left: f32,
}

/// Which side of a triangle is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Faces {
    Front,
    Back,
}

#[derive(Debug, Clone, Copy)]
struct Sample {
    depth: f32,
    /// Premultiplied.
    colour: Vec3,
    cover: f32,
}

const CLEAR: Sample = Sample { depth: f32::INFINITY, colour: Vec3::ZERO, cover: 0.0 };

#[derive(Debug)]
pub(super) struct Band {
    width: usize,
    first: usize,
    rows: usize,
    samples: Vec<Sample>,
}

impl Band {
    pub(super) fn new(width: usize, first: usize, rows: usize) -> Self {
        Self { width, first, rows, samples: vec![CLEAR; width * rows] }
    }

    pub(super) fn forget_depth(&mut self) {
        for sample in &mut self.samples {
            sample.depth = f32::INFINITY;
        }
    }

    /// Draws a triangle where nothing is nearer; `colour` gives a sample's colour and how much it covers.
    pub(super) fn triangle(
        &mut self,
        [a, b, c]: [Corner; 3],
        faces: Faces,
        fade: Fade,
        colour: &dyn Fn(&Fragment) -> (Vec3, f32),
    ) {
        let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        // Rows run downwards: what faces the eye goes round the other way.
        if area == 0.0 || (area < 0.0) != (faces == Faces::Front) {
            return;
        }
        let slope = |of: fn(&Corner) -> f32| {
            (of(&a) * (c.x - b.x) + of(&b) * (a.x - c.x) + of(&c) * (b.x - a.x)).abs()
                + (of(&a) * (c.y - b.y) + of(&b) * (a.y - c.y) + of(&c) * (b.y - a.y)).abs()
        };
        let grain = slope(|corner| corner.fibre[0]) * SAMPLES as f32 / area.abs();
        let span = |a: f32, b: f32, c: f32, from: usize, to: usize| {
            let low = (a.min(b).min(c) - 0.5).ceil().max(from as f32) as usize;
            let high = ((a.max(b).max(c) - 0.5).floor() + 1.0).clamp(0.0, to as f32) as usize;
            low..high
        };
        for y in span(a.y, b.y, c.y, self.first, self.first + self.rows) {
            for x in span(a.x, b.x, c.x, 0, self.width) {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                let edge =
                    |p: Corner, q: Corner| ((q.x - p.x) * (py - p.y) - (q.y - p.y) * (px - p.x)) / area;
                let (u, v, w) = (edge(b, c), edge(c, a), edge(a, b));
                if u < 0.0 || v < 0.0 || w < 0.0 {
                    continue;
                }
                let depth = u * a.depth + v * b.depth + w * c.depth;
                let sample = &mut self.samples[(y - self.first) * self.width + x];
                if depth > sample.depth {
                    continue;
                }
                let (u, v, w) = (u * a.near, v * b.near, w * c.near);
                let normal = (a.normal * u + b.normal * v + c.normal * w).unit();
                let open = (a.open * u + b.open * v + c.open * w) / (u + v + w);
                let fibre = [0, 1].map(|i| (a.fibre[i] * u + b.fibre[i] * v + c.fibre[i] * w) / (u + v + w));
                let height = (a.height * u + b.height * v + c.height * w) / (u + v + w);
                let left = shown_at(height, fade);
                if left == 0.0 {
                    continue;
                }
                let (colour, cover) = colour(&Fragment { normal, open, fibre, grain, left });
                let cover = cover * left;
                sample.depth = depth;
                sample.colour = colour * cover + sample.colour * (1.0 - cover);
                sample.cover = cover + sample.cover * (1.0 - cover);
            }
        }
    }

    /// Pixels of `side` by `side` samples, straight alpha.
    pub(super) fn pixels(&self, side: usize) -> Vec<[u8; 4]> {
        let (width, height) = (self.width / side, self.rows / side);
        let pixel = |x: usize, y: usize| {
            let (mut colour, mut cover) = (Vec3::ZERO, 0.0);
            for sy in 0..side {
                for sx in 0..side {
                    let sample = &self.samples[(y * side + sy) * self.width + x * side + sx];
                    colour = colour + sample.colour;
                    cover += sample.cover;
                }
            }
            let colour = colour * (1.0 / cover.max(1e-6));
            [byte(colour.x), byte(colour.y), byte(colour.z), byte(cover / (side * side) as f32)]
        };
        (0..height).flat_map(|y| (0..width).map(move |x| pixel(x, y))).collect()
    }
}

fn byte(x: f32) -> u8 {
    (x * 255.0 + 0.5).clamp(0.0, 255.0) as u8
}
