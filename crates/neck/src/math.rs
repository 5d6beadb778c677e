//! Points, directions and rigid motions in `f32`; trigonometry from `libm`, so that every machine agrees.

use core::ops::{Add, Mul, Neg, Sub};

/// A point (mm) or a direction.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Vec3 {
    pub x: f32,
    pub y: f32,
    pub z: f32,
}

impl Vec3 {
    pub const ZERO: Self = Self::new(0.0, 0.0, 0.0);

    pub const fn new(x: f32, y: f32, z: f32) -> Self {
        Self { x, y, z }
    }

    pub const fn from_array([x, y, z]: [f32; 3]) -> Self {
        Self { x, y, z }
    }

    pub const fn to_array(self) -> [f32; 3] {
        [self.x, self.y, self.z]
    }

    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same direction with length 1; zero stays zero.
    #[must_use]
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 { self * (1.0 / length) } else { self }
    }
}

impl Add for Vec3 {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Vec3 {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Vec3 {
    type Output = Self;
    fn neg(self) -> Self {
        self * -1.0
    }
}

impl Mul<f32> for Vec3 {
    type Output = Self;
    fn mul(self, by: f32) -> Self {
        Self::new(self.x * by, self.y * by, self.z * by)
    }
}

/// A turn and a shift: `p -> r p + t`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rigid {
    /// Rows of the rotation.
    pub r: [Vec3; 3],
    /// mm.
    pub t: Vec3,
}

impl Rigid {
    pub const IDENTITY: Self = Self {
        r: [Vec3::new(1.0, 0.0, 0.0), Vec3::new(0.0, 1.0, 0.0), Vec3::new(0.0, 0.0, 1.0)],
        t: Vec3::ZERO,
    };

    /// A turn by `angle` about an axis of the world through the origin: 0 = x, 1 = y, 2 = z.
    pub fn turn(axis: Axis, angle: f32) -> Self {
        let (s, c) = (libm::sinf(angle), libm::cosf(angle));
        let r = match axis {
            Axis::X => [Vec3::new(1.0, 0.0, 0.0), Vec3::new(0.0, c, -s), Vec3::new(0.0, s, c)],
            Axis::Y => [Vec3::new(c, 0.0, s), Vec3::new(0.0, 1.0, 0.0), Vec3::new(-s, 0.0, c)],
            Axis::Z => [Vec3::new(c, -s, 0.0), Vec3::new(s, c, 0.0), Vec3::new(0.0, 0.0, 1.0)],
        };
        Self { r, t: Vec3::ZERO }
    }

    /// The same turn, about `centre` instead of the origin.
    #[must_use]
    pub fn about(self, centre: Vec3) -> Self {
        Self { r: self.r, t: self.t + centre - self.direction(centre) }
    }

    /// Where a point goes.
    pub fn point(&self, p: Vec3) -> Vec3 {
        self.direction(p) + self.t
    }

    /// Where a direction points afterwards.
    pub fn direction(&self, v: Vec3) -> Vec3 {
        Vec3::new(self.r[0].dot(v), self.r[1].dot(v), self.r[2].dot(v))
    }

    /// The way back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let [a, b, c] = self.r;
        let r = [Vec3::new(a.x, b.x, c.x), Vec3::new(a.y, b.y, c.y), Vec3::new(a.z, b.z, c.z)];
        let back = Self { r, t: Vec3::ZERO };
        Self { r, t: -back.direction(self.t) }
    }
}

/// The world's axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    X,
    Y,
    Z,
}

impl Mul for Rigid {
    type Output = Self;

    /// First `other`, then `self`.
    fn mul(self, other: Self) -> Self {
        let column = |pick: fn(&Vec3) -> f32| {
            self.direction(Vec3::new(pick(&other.r[0]), pick(&other.r[1]), pick(&other.r[2])))
        };
        let (a, b, c) = (column(|v| v.x), column(|v| v.y), column(|v| v.z));
        Self {
            r: [Vec3::new(a.x, b.x, c.x), Vec3::new(a.y, b.y, c.y), Vec3::new(a.z, b.z, c.z)],
            t: self.point(other.t),
        }
    }
}
