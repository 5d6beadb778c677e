//! Which structure a finger means, and to which point of a structure a label leads.

use crate::anatomy::StructureId;
use crate::asset::{Mesh, Model, Vertex};
use crate::draw::{DrawList, State};
use crate::math::{Rigid, Vec3};
use crate::tissue::Side;

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
    let mut front = (f32::INFINITY, None);
    let mut near = (TOLERANCE * TOLERANCE, None);
    let mut corners = Vec::new();
    for mesh in &model.meshes {
        let Some(over) = over(mesh, list) else { continue };
        // Left and right of the point, above and below it: where a mesh has no corner, none of its triangles is round it.
        let mut sides = 0;
        corners.clear();
        corners.extend(mesh.vertices.iter().map(|vertex| project(list, vertex)));
        for [cx, cy, _] in &corners {
            let distance = (cx - x) * (cx - x) + (cy - y) * (cy - y);
            if distance < near.0 && distance.is_finite() {
                near = (distance, Some(mesh.structure));
            }
            sides |= u8::from(*cx <= x)
                | u8::from(*cx >= x) << 1
                | u8::from(*cy <= y) << 2
                | u8::from(*cy >= y) << 3;
        }
        if sides != 15 {
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

/// The middle of a structure and how far it reaches from there, mm; of a pair, of the one of the nearer side.
pub fn bounds(model: &Model, list: &DrawList, structure: StructureId) -> Option<(Vec3, f32)> {
    let meshes = model.meshes.iter().filter(|mesh| structure.holds(mesh.structure));
    let corners = meshes.flat_map(|mesh| &mesh.vertices);
    let (mut low, mut high) = ([f32::INFINITY; 3], [f32::NEG_INFINITY; 3]);
    for vertex in corners.filter(|vertex| is_near(vertex, list)) {
        let p = posed(list, vertex).to_array();
        for i in 0..3 {
            low[i] = low[i].min(p[i]);
            high[i] = high[i].max(p[i]);
        }
    }
    let half = (Vec3::from_array(high) - Vec3::from_array(low)) * 0.5;
    half.length().is_finite().then(|| (Vec3::from_array(low) + half, half.length()))
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

/// Where a corner lies in the picture, and its depth. Below the picture's lower edge nothing is to be seen, nor to be
/// meant: no comparison with what it is there holds.
// Once in the wasm.
#[inline(never)]
fn project(list: &DrawList, vertex: &Vertex) -> [f32; 3] {
    let p = posed(list, vertex);
    if p.y < list.fade.0 { [f32::NAN; 3] } else { list.project(p) }
}
