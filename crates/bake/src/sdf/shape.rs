//! The shapes bones are made of.

use super::{Solid, ramp, smooth_max};
use crate::vec::{Frame, V3, v};

/// One solid shape.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Half-axes along the frame's axes.
    Ellipsoid { frame: Box<Frame>, radii: V3 },
    /// Between ellipsoid (power 2) and box (large power).
    Block { frame: Box<Frame>, radii: V3, power: f64 },
    /// A straight piece with elliptical sections.
    Limb(Box<Limb>),
    /// All that lies below a plane: `normal` points out, length 1.
    HalfSpace { point: V3, normal: V3 },
    /// Without end along the frame's y axis; half-axes along x and z.
    Tunnel { frame: Box<Frame>, radii: (f64, f64), power: f64 },
    /// The body of a vertebra.
    Body(Box<Body>),
    /// A solid in a frame of its own.
    Group(Box<Frame>, Solid),
    /// A shape with its surface moved out by so many mm.
    Grown(Box<Shape>, f64),
}

impl Shape {
    pub fn ellipsoid(centre: V3, radii: V3) -> Self {
        Self::ellipsoid_in(Frame::at(centre), radii)
    }

    pub fn ellipsoid_in(frame: Frame, radii: V3) -> Self {
        Self::Ellipsoid { frame: Box::new(frame), radii }
    }

    pub fn ball(centre: V3, radius: f64) -> Self {
        Self::ellipsoid(centre, v(radius, radius, radius))
    }

    pub fn block_in(frame: Frame, radii: V3, power: f64) -> Self {
        Self::Block { frame: Box::new(frame), radii, power }
    }

    /// `normal` points out of the solid; any length.
    pub fn half_space(point: V3, normal: V3) -> Self {
        Self::HalfSpace { point, normal: normal.unit() }
    }

    pub fn tunnel_in(frame: Frame, rx: f64, rz: f64, power: f64) -> Self {
        Self::Tunnel { frame: Box::new(frame), radii: (rx, rz), power }
    }

    pub fn group_in(frame: Frame, solid: Solid) -> Self {
        Self::Group(Box::new(frame), solid)
    }

    /// Centre and radius of a ball around the shape; none for a shape without end.
    pub(super) fn ball_around(&self) -> Option<(V3, f64)> {
        match self {
            Self::Ellipsoid { frame, radii } => Some((frame.origin, radii.x.max(radii.y).max(radii.z))),
            Self::Block { frame, radii, .. } => Some((frame.origin, radii.length())),
            Self::Limb(limb) => Some(limb.ball_around()),
            Self::HalfSpace { .. } | Self::Tunnel { .. } => None,
            Self::Body(body) => Some((
                V3::ZERO,
                v(body.depth * 1.1, body.height + 3.0, body.width.0.max(body.width.1) * 1.1).length(),
            )),
            Self::Grown(shape, by) => shape.ball_around().map(|(centre, radius)| (centre, radius + by)),
            Self::Group(frame, solid) => {
                solid.ball_around().map(|(centre, radius)| (frame.out(centre), radius))
            }
        }
    }

    /// Signed distance at `p`, mm.
    pub fn distance(&self, p: V3) -> f64 {
        match self {
            Self::Ellipsoid { frame, radii } => ellipsoid(frame.inside(p), *radii),
            Self::Block { frame, radii, power } => block(frame.inside(p), *radii, *power),
            Self::Limb(limb) => limb.distance(p),
            Self::HalfSpace { point, normal } => (p - *point).dot(*normal),
            Self::Tunnel { frame, radii, power } => {
                let q = frame.inside(p);
                ring(q.x / radii.0, q.z / radii.1, *power, radii.0.min(radii.1))
            }
            Self::Body(body) => body.distance(p),
            Self::Group(frame, solid) => solid.distance(frame.inside(p)),
            Self::Grown(shape, by) => shape.distance(p) - by,
        }
    }
}

/// First-order distance to an ellipsoid: exact on the surface.
fn ellipsoid(p: V3, radii: V3) -> f64 {
    let q = p.over(radii);
    let k = q.length();
    let g = q.over(radii).length();
    if g < 1e-9 { -radii.x.min(radii.y).min(radii.z) } else { k * (k - 1.0) / g }
}

fn power(x: f64, n: f64) -> f64 {
    libm::pow(x.abs().max(1e-9), n)
}

fn block(p: V3, radii: V3, n: f64) -> f64 {
    let q = p.over(radii);
    let k = libm::pow(power(q.x, n) + power(q.y, n) + power(q.z, n), 1.0 / n);
    let g = q.over(radii).length();
    if g < 1e-9 { -radii.x.min(radii.y).min(radii.z) } else { (k - 1.0) * q.length() / g }
}

/// A superellipse in two scaled coordinates; `scale` turns its measure into mm.
fn ring(x: f64, z: f64, n: f64, scale: f64) -> f64 {
    // Far from the rim the exact figure does not matter.
    let most = x.abs().max(z.abs());
    if most > 2.5 {
        return (most - 1.0) * scale;
    }
    (libm::pow(power(x, n) + power(z, n), 1.0 / n) - 1.0) * scale
}

/// A tapering piece from `a` to `b` with elliptical sections and rounded ends.
#[derive(Debug, Clone)]
pub struct Limb {
    a: V3,
    length: f64,
    along: V3,
    up: V3,
    side: V3,
    /// Half-axis towards `up`, and across, at `a` and at `b`.
    at_a: (f64, f64),
    at_b: (f64, f64),
}

/// A limb from `a` to `b`. `up` gives the direction of the first half-axis (made square to the limb).
pub fn limb(a: V3, b: V3, up: V3, at_a: (f64, f64), at_b: (f64, f64)) -> Shape {
    let along = (b - a).unit();
    let up = (up - along * up.dot(along)).unit();
    Shape::Limb(Box::new(Limb { a, length: (b - a).length(), along, up, side: along.cross(up), at_a, at_b }))
}

/// A bent limb through points with their half-axes, smoothed (Catmull-Rom) into `parts` pieces between two points.
pub fn path(points: &[(V3, (f64, f64))], up: V3, parts: usize, fillet: f64) -> Solid {
    let row = |i: usize| {
        let (p, (r, s)) = points[i];
        [p.x, p.y, p.z, r, s]
    };
    let last = points.len() - 1;
    let mut rows = Vec::new();
    for i in 0..last {
        let (p0, p1, p2, p3) = (row(i.saturating_sub(1)), row(i), row(i + 1), row((i + 2).min(last)));
        for part in 0..parts {
            let t = part as f64 / parts as f64;
            let mut out = [0.0; 5];
            for (k, value) in out.iter_mut().enumerate() {
                let (a, b, c, d) = (p0[k], p1[k], p2[k], p3[k]);
                *value = 0.5
                    * (2.0 * b
                        + (c - a) * t
                        + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
                        + (3.0 * b - a - 3.0 * c + d) * t * t * t);
            }
            rows.push(out);
        }
    }
    rows.push(row(last));
    rows.windows(2).fold(Solid::default(), |solid, pair| {
        let [a, b] = [pair[0], pair[1]];
        solid.add(fillet, limb(v(a[0], a[1], a[2]), v(b[0], b[1], b[2]), up, (a[3], a[4]), (b[3], b[4])))
    })
}

impl Limb {
    fn ball_around(&self) -> (V3, f64) {
        let radius = self.at_a.0.max(self.at_a.1).max(self.at_b.0).max(self.at_b.1);
        (self.a + self.along * (self.length * 0.5), self.length * 0.5 + radius)
    }

    fn distance(&self, p: V3) -> f64 {
        let q = p - self.a;
        let (l, u, s) = (q.dot(self.along), q.dot(self.up), q.dot(self.side));
        let h = (l / self.length).clamp(0.0, 1.0);
        let beyond = l - h * self.length;
        let ru = self.at_a.0 + (self.at_b.0 - self.at_a.0) * h;
        let rs = self.at_a.1 + (self.at_b.1 - self.at_a.1) * h;
        ellipsoid(v(beyond, u, s), v(ru.min(rs), ru, rs))
    }
}

/// The body of a vertebra: a waisted column with rounded corners between two endplates that are not flat.
#[derive(Debug, Clone)]
pub struct Body {
    /// Half depth, mm.
    pub depth: f64,
    /// Half width at the lower and at the upper endplate, mm.
    pub width: (f64, f64),
    /// Half height, mm.
    pub height: f64,
    /// How much narrower the middle is, as a part of the whole.
    pub waist: f64,
    /// How far the front of the upper endplate slopes down, mm.
    pub bevel: f64,
    /// How far the front lip of the lower endplate hangs down, mm.
    pub lip: f64,
    /// How deep the lower endplate is hollowed from front to back, mm.
    pub hollow: f64,
    /// How deep the upper endplate is hollowed from side to side, mm.
    pub saddle: f64,
    /// Roundness of the section: 2 = ellipse, 4 = nearly a box.
    pub square: f64,
}

impl Body {
    /// Height of the upper endplate over the frame's origin at (x, z), mm.
    pub fn top(&self, x: f64, z: f64) -> f64 {
        let across = (z / self.width.1).abs().min(1.2);
        self.height
            - self.saddle * (1.0 - across * across)
            - self.bevel * ramp(x, -0.1 * self.depth, self.depth)
            - 0.3 * ramp(-x, 0.4 * self.depth, self.depth)
    }

    /// Height of the lower endplate over the frame's origin at (x, z), mm.
    pub fn bottom(&self, x: f64, z: f64) -> f64 {
        let along = (x / self.depth).clamp(-1.0, 1.0);
        let across = (z / self.width.0).abs();
        -self.height + self.hollow * (1.0 - along * along) - self.lip * ramp(x, 0.35 * self.depth, self.depth)
            + 1.2 * ramp(across, 0.55, 1.05)
    }

    fn distance(&self, p: V3) -> f64 {
        let t = (p.y / self.height).clamp(-1.3, 1.3);
        let waist = 1.0 - self.waist * (1.0 - t * t).max(0.0);
        let width = self.width.0 + (self.width.1 - self.width.0) * (0.5 + 0.5 * t);
        // The back is flatter than the front.
        let depth = if p.x > 0.0 { self.depth * 1.04 } else { self.depth * 0.96 };
        let side = ring(p.x / (depth * waist), p.z / (width * waist), self.square, self.depth);
        let d = smooth_max(side, (p.y - self.top(p.x, p.z)) * 0.93, 1.6);
        smooth_max(d, (self.bottom(p.x, p.z) - p.y) * 0.93, 1.8)
    }
}
