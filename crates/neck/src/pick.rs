//! Which structure a finger means, and to which point of a structure a label leads.

use crate::anatomy::StructureId;
use crate::asset::{Mesh, Model, Vertex};
use crate::draw::{DrawList, State};
use crate::math::{Rigid, Vec3};
use crate::tissue::{RIDES, Side};

mod anchors;

pub use anchors::{Anchor, Anchors, anchors};

/// A finger is this imprecise, CSS pixels.
pub const TOLERANCE: f32 = 22.0;

/// Where a corner stands in the pose that is drawn, mm.
pub fn posed(list: &DrawList, vertex: &Vertex) -> Vec3 {
    follow(list, vertex, |ride| ride.point(Vec3::from_array(vertex.position)))
}

/// Where its normal points then; not of unit length.
pub fn posed_normal(list: &DrawList, vertex: &Vertex) -> Vec3 {
    follow(list, vertex, |ride| ride.direction(Vec3::from_array(vertex.normal.map(f32::from))))
}

fn follow(list: &DrawList, vertex: &Vertex, moved: impl Fn(&Rigid) -> Vec3) -> Vec3 {
    // A ride that is none stands still: no number in a file makes this panic.
    let by = |ride: u16| moved(list.rides.get(usize::from(ride)).unwrap_or(&Rigid::IDENTITY));
    let [upper, lower] = vertex.rides;
    if upper == lower {
        return by(upper);
    }
    let below = by(lower);
    below + (by(upper) - below) * (f32::from(vertex.blend) / 255.0)
}

/// The structure at a point of the picture (CSS pixels), or the nearest within [`TOLERANCE`].
pub fn pick(model: &Model, list: &DrawList, x: f32, y: f32) -> Option<StructureId> {
    let lens = Lens::new(list);
    let mut front = (f32::INFINITY, None);
    let mut near = (TOLERANCE * TOLERANCE, None);
    let mut corners = Vec::new();
    for mesh in &model.meshes {
        let Some(over) = over(mesh, list) else { continue };
        let mut space = Space::EMPTY;
        corners.clear();
        corners.extend(mesh.vertices.iter().map(|vertex| lens.project(vertex)));
        for corner in &corners {
            let distance = (corner[0] - x) * (corner[0] - x) + (corner[1] - y) * (corner[1] - y);
            if distance < near.0 && distance.is_finite() {
                near = (distance, Some(mesh.structure));
            }
            space.add(*corner);
        }
        if !space.is_round([x, y]) {
            continue;
        }
        for triangle in &mesh.triangles {
            if let Some(depth) = depth(triangle.map(|i| corners[usize::from(i)]), x, y)
                && depth - over < front.0
            {
                front = (depth - over, Some(mesh.structure));
            }
        }
    }
    front.1.or(near.1)
}

/// Depth that what is drawn is nearer by: what is chosen is drawn over all that is plain, and that over ghosts, wherever
/// they lie.
fn over(mesh: &Mesh, list: &DrawList) -> Option<f32> {
    match list.states[mesh.structure.index()] {
        // What lies under the skin is meant.
        State::Hidden | State::Skin => None,
        State::Ghost => Some(0.0),
        State::Plain => Some(4.0),
        State::Chosen => Some(8.0),
    }
}

/// A box; what is no number is not in it.
struct Space {
    low: [f32; 3],
    high: [f32; 3],
}

impl Space {
    const EMPTY: Self = Self { low: [f32::INFINITY; 3], high: [f32::NEG_INFINITY; 3] };

    fn add(&mut self, p: [f32; 3]) {
        for (i, at) in p.into_iter().enumerate() {
            self.low[i] = self.low[i].min(at);
            self.high[i] = self.high[i].max(at);
        }
    }

    /// Whether it is round a point of the picture.
    fn is_round(&self, p: [f32; 2]) -> bool {
        (0..2).all(|i| self.low[i] <= p[i] && p[i] <= self.high[i])
    }
}

/// The middle of a structure and how far it reaches from there, mm; of a pair, of the one of the nearer side.
pub fn bounds(model: &Model, list: &DrawList, structure: StructureId) -> Option<(Vec3, f32)> {
    let meshes = model.meshes.iter().filter(|mesh| structure.holds(mesh.structure));
    let corners = meshes.flat_map(|mesh| &mesh.vertices);
    let mut space = Space::EMPTY;
    for vertex in corners.filter(|vertex| is_near(vertex, list)) {
        space.add(posed(list, vertex).to_array());
    }
    let half = (Vec3::from_array(space.high) - Vec3::from_array(space.low)) * 0.5;
    half.length().is_finite().then(|| (Vec3::from_array(space.low) + half, half.length()))
}

/// Whether it is of the nearer side, or of the one that is meant; what lies in the middle belongs to both.
fn is_near(vertex: &Vertex, list: &DrawList) -> bool {
    let nearer = if list.axes[2].z < -0.01 { Side::Left } else { Side::Right };
    let side = list.side.unwrap_or(nearer).sign();
    vertex.position[2] * side > -MIDDLE
}

/// Of a triangle that faces the eye, at a point of the picture.
fn depth([a, b, c]: [[f32; 3]; 3], x: f32, y: f32) -> Option<f32> {
    let edge = |p: [f32; 3], q: [f32; 3]| (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
    let (u, v, w) = (edge(b, c), edge(c, a), edge(a, b));
    // The page counts downwards, so what faces the eye runs clockwise there: all three negative.
    let sum = u + v + w;
    let inside = sum < 0.0 && u <= 0.0 && v <= 0.0 && w <= 0.0;
    inside.then(|| (u * a[2] + v * b[2] + w * c[2]) / sum)
}

/// So near the midline, mm, a corner counts to both sides.
const MIDDLE: f32 = 4.0;

/// How the picture sees what goes with each ride: it moves a corner and projects it in one go.
#[derive(Debug)]
struct Lens(Vec<[[f32; 5]; 4]>);

impl Lens {
    fn new(list: &DrawList) -> Self {
        let m = &list.matrix;
        let [wide, high] =
            [list.viewport.width, list.viewport.height].map(|size| 0.5 * size / list.viewport.ratio);
        // Of a direction or, with one for `t`, of a point: right, down and depth, still to be divided by how far it lies
        // before the eye; that; and how high it lies above the picture's lower edge.
        let seen = |[x, y, z]: [f32; 3], t: f32| {
            let row = |r: usize| m[r] * x + m[4 + r] * y + m[8 + r] * z + m[12 + r] * t;
            [(row(3) + row(0)) * wide, (row(3) - row(1)) * high, row(2), row(3), y - list.fade.0 * t]
        };
        let of = |ride: &Rigid| {
            let [x, y, z] = ride.r.map(Vec3::to_array);
            let column = |i: usize| seen([x[i], y[i], z[i]], 0.0);
            [column(0), column(1), column(2), seen(ride.t.to_array(), 1.0)]
        };
        // The last is for a ride that is none.
        Self(list.rides.iter().chain([&Rigid::IDENTITY]).map(of).collect())
    }

    /// Where a corner lies in the picture, and its depth. Below the picture's lower edge nothing is to be seen, nor to be
    /// meant: no comparison with what it is there holds.
    fn project(&self, vertex: &Vertex) -> [f32; 3] {
        let [x, y, z] = vertex.position;
        let by = |ride: u16| {
            let [a, b, c, d] = &self.0[usize::from(ride).min(RIDES)];
            core::array::from_fn::<f32, 5, _>(|i| a[i] * x + b[i] * y + c[i] * z + d[i])
        };
        let [upper, lower] = vertex.rides;
        let mut p = by(upper);
        if upper != lower {
            let (below, blend) = (by(lower), f32::from(vertex.blend) / 255.0);
            for i in 0..5 {
                p[i] = below[i] + (p[i] - below[i]) * blend;
            }
        }
        let [right, down, depth, far, height] = p;
        let scale = if height < 0.0 { f32::NAN } else { 1.0 / far.max(1e-3) };
        [right * scale, down * scale, depth * scale]
    }
}
