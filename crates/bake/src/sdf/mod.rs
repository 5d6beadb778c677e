//! Solids as signed distances: negative inside, in mm.
//!
//! A shape is plain data plus one formula. A [`Solid`] is a list of steps, carried out in order: add this shape, cut
//! that one away, each with the radius of the fillet it leaves. The distances are those of a well-behaved field
//! rather than exact ones: right at the surface, within some 30 % a few mm away.

mod shape;
mod smooth;

pub use shape::{Body, Limb, Shape, limb, path};
pub use smooth::{ramp, smooth_max, smooth_min, soft_abs};

use crate::vec::{Frame, V3, v};

/// What is done with a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Op {
    Add,
    Cut,
    /// Keep only what is inside.
    Clip,
}

#[derive(Debug, Clone)]
struct Step {
    op: Op,
    fillet: f64,
    shape: Shape,
    /// Centre and radius of a ball around the shape, if it has an end.
    ball: Option<(V3, f64)>,
}

impl Step {
    fn new(op: Op, fillet: f64, shape: Shape) -> Self {
        let ball = shape.ball_around();
        Self { op, fillet, shape, ball }
    }
}

/// A solid in the making.
#[derive(Debug, Clone, Default)]
pub struct Solid {
    steps: Vec<Step>,
}

impl Solid {
    pub fn of(shape: impl Into<Shape>) -> Self {
        Self::default().add(0.0, shape)
    }

    /// Joins a shape with a fillet of about `fillet` mm.
    #[must_use]
    pub fn add(mut self, fillet: f64, shape: impl Into<Shape>) -> Self {
        self.steps.push(Step::new(Op::Add, fillet, shape.into()));
        self
    }

    /// Takes a shape away; the edge is rounded by about `fillet` mm.
    #[must_use]
    pub fn cut(mut self, fillet: f64, shape: impl Into<Shape>) -> Self {
        self.steps.push(Step::new(Op::Cut, fillet, shape.into()));
        self
    }

    /// Keeps what is inside the shape; the edge is rounded by about `fillet` mm.
    #[must_use]
    pub fn clip(mut self, fillet: f64, shape: impl Into<Shape>) -> Self {
        self.steps.push(Step::new(Op::Clip, fillet, shape.into()));
        self
    }

    /// Signed distance at `p`, mm.
    pub fn distance(&self, p: V3) -> f64 {
        let mut d = FAR;
        for step in &self.steps {
            if let Some((centre, radius)) = step.ball {
                // Too far to change anything; half as much again, as distances are not exact.
                let least = ((p - centre).length() - radius) * 0.66;
                let from = match step.op {
                    Op::Add => d + step.fillet,
                    Op::Cut => step.fillet - d,
                    Op::Clip => FAR,
                };
                if least > 0.0 && least > from && d < FAR {
                    continue;
                }
            }
            let other = step.shape.distance(p);
            d = match step.op {
                Op::Add => smooth_min(d, other, step.fillet),
                Op::Cut => smooth_max(d, -other, step.fillet),
                Op::Clip => smooth_max(d, other, step.fillet),
            };
        }
        d
    }
}

impl Solid {
    /// A ball around all that was added.
    fn ball_around(&self) -> Option<(V3, f64)> {
        let mut clip = None;
        let mut balls = Vec::new();
        let mut endless = false;
        for step in &self.steps {
            match step.op {
                Op::Add => match step.ball {
                    Some(ball) => balls.push((ball.0, ball.1 + step.fillet * 0.2)),
                    None => endless = true,
                },
                Op::Clip => clip = clip.or(step.ball),
                Op::Cut => {}
            }
        }
        if endless || balls.is_empty() {
            return clip;
        }
        let middle = balls.iter().fold(V3::ZERO, |sum, ball| sum + ball.0) / balls.len() as f64;
        Some((middle, balls.iter().map(|ball| (ball.0 - middle).length() + ball.1).fold(0.0, f64::max)))
    }
}

/// Distance to nothing, mm.
const FAR: f64 = 1e3;

impl From<Solid> for Shape {
    fn from(solid: Solid) -> Self {
        Self::Group(Box::new(Frame::WORLD), solid)
    }
}

/// How far a mirrored bone is from its own middle before the two halves begin to melt into each other, mm.
const MIDLINE: f64 = 0.8;

/// A bone: a solid in its own frame, the same on both sides of the midline, standing in the world.
#[derive(Debug, Clone)]
pub struct Placed {
    pub frame: Frame,
    pub solid: Solid,
    /// Corners of a box in the world that holds the right half, mm.
    pub bounds: (V3, V3),
    /// Height of the fine unevenness of bone, mm; 0 for discs.
    pub grain: f64,
}

impl Placed {
    /// Signed distance at a point of the world, mm.
    pub fn distance(&self, p: V3) -> f64 {
        let q = self.frame.inside(p);
        let q = V3 { z: soft_abs(q.z, MIDLINE), ..q };
        let d = self.solid.distance(q);
        if self.grain > 0.0 { d + smooth::grain(q) * self.grain } else { d }
    }

    /// Direction in which the distance grows, length about 1.
    pub fn gradient(&self, p: V3, step: f64) -> V3 {
        // Four samples at the corners of a tetrahedron.
        let mut sum = V3::ZERO;
        for corner in [v(1.0, 1.0, 1.0), v(1.0, -1.0, -1.0), v(-1.0, 1.0, -1.0), v(-1.0, -1.0, 1.0)] {
            sum = sum + corner * self.distance(p + corner * step);
        }
        sum / (4.0 * step)
    }
}
