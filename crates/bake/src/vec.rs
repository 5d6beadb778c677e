//! Vectors of `f64`. Only operations that IEEE 754 rounds exactly, so that a bake gives the same bytes everywhere;
//! sines and powers come from `libm`.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A point or direction in mm: x forward, y up, z to the subject's right.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct V3 {
    pub x: f64,
    pub y: f64,
    pub z: f64,
}

/// Short for a literal point.
pub const fn v(x: f64, y: f64, z: f64) -> V3 {
    V3 { x, y, z }
}

impl V3 {
    pub const ZERO: Self = v(0.0, 0.0, 0.0);

    pub fn dot(self, o: Self) -> f64 {
        self.x * o.x + self.y * o.y + self.z * o.z
    }

    #[must_use]
    pub fn cross(self, o: Self) -> Self {
        v(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)
    }

    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// Length 1; the zero vector stays zero.
    #[must_use]
    pub fn unit(self) -> Self {
        self / self.length().max(1e-12)
    }

    /// Component by component.
    #[must_use]
    pub fn over(self, o: Self) -> Self {
        v(self.x / o.x, self.y / o.y, self.z / o.z)
    }

    #[must_use]
    pub fn min(self, o: Self) -> Self {
        v(self.x.min(o.x), self.y.min(o.y), self.z.min(o.z))
    }

    #[must_use]
    pub fn max(self, o: Self) -> Self {
        v(self.x.max(o.x), self.y.max(o.y), self.z.max(o.z))
    }

    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite() && self.z.is_finite()
    }
}

impl Add for V3 {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        v(self.x + o.x, self.y + o.y, self.z + o.z)
    }
}

impl Sub for V3 {
    type Output = Self;
    fn sub(self, o: Self) -> Self {
        v(self.x - o.x, self.y - o.y, self.z - o.z)
    }
}

impl Neg for V3 {
    type Output = Self;
    fn neg(self) -> Self {
        v(-self.x, -self.y, -self.z)
    }
}

impl Mul<f64> for V3 {
    type Output = Self;
    fn mul(self, k: f64) -> Self {
        v(self.x * k, self.y * k, self.z * k)
    }
}

impl Div<f64> for V3 {
    type Output = Self;
    fn div(self, k: f64) -> Self {
        v(self.x / k, self.y / k, self.z / k)
    }
}

/// Where a bone (or a part of it) stands: three unit axes and an origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    pub axes: [V3; 3],
    pub origin: V3,
}

impl Frame {
    pub const WORLD: Self =
        Self { axes: [v(1.0, 0.0, 0.0), v(0.0, 1.0, 0.0), v(0.0, 0.0, 1.0)], origin: V3::ZERO };

    pub const fn at(origin: V3) -> Self {
        Self { axes: Self::WORLD.axes, origin }
    }

    /// Turned about its own z axis by `degrees`: positive lifts the front.
    #[must_use]
    pub fn pitched(self, degrees: f64) -> Self {
        self.turned(2, degrees)
    }

    /// Turned about its own y axis by `degrees`: positive brings x from front towards the left.
    #[must_use]
    pub fn yawed(self, degrees: f64) -> Self {
        self.turned(1, degrees)
    }

    /// Turned about its own x axis by `degrees`: positive brings y from up towards the right.
    #[must_use]
    pub fn rolled(self, degrees: f64) -> Self {
        self.turned(0, degrees)
    }

    fn turned(self, axis: usize, degrees: f64) -> Self {
        let (sin, cos) = libm::sincos(degrees.to_radians());
        let (i, j) = ((axis + 1) % 3, (axis + 2) % 3);
        let mut axes = self.axes;
        axes[i] = self.axes[i] * cos + self.axes[j] * sin;
        axes[j] = self.axes[j] * cos - self.axes[i] * sin;
        Self { axes, ..self }
    }

    /// From this frame's numbers to the frame it stands in.
    pub fn out(&self, p: V3) -> V3 {
        self.origin + self.axes[0] * p.x + self.axes[1] * p.y + self.axes[2] * p.z
    }

    /// Into this frame's numbers.
    pub fn inside(&self, p: V3) -> V3 {
        let q = p - self.origin;
        v(q.dot(self.axes[0]), q.dot(self.axes[1]), q.dot(self.axes[2]))
    }

    /// This frame as seen from another: what is in this frame's numbers goes to the other's.
    #[must_use]
    pub fn seen_from(&self, other: &Self) -> Self {
        Self { axes: self.axes.map(|axis| other.direction_inside(axis)), origin: other.inside(self.origin) }
    }

    /// A direction into this frame's numbers.
    pub fn direction_inside(&self, d: V3) -> V3 {
        v(d.dot(self.axes[0]), d.dot(self.axes[1]), d.dot(self.axes[2]))
    }
}
