//! Which structure a finger means.

use crate::anatomy::StructureId;
use crate::asset::{Mesh, Model, Vertex};
use crate::draw::{DrawList, State};
use crate::math::{Rigid, Vec3};

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
    // What lies under the skin is meant.
    let meant = |mesh: &&Mesh| !matches!(list.states[mesh.structure.index()], State::Hidden | State::Skin);
    for mesh in model.meshes.iter().filter(meant) {
        let corners = project(mesh, list);
        for [cx, cy, _] in &corners {
            let distance = (cx - x) * (cx - x) + (cy - y) * (cy - y);
            if distance < near.0 && distance.is_finite() {
                near = (distance, Some(mesh.structure));
            }
        }
        for triangle in &mesh.triangles {
            let [a, b, c] = triangle.map(|i| corners[usize::from(i)]);
            let edge = |p: [f32; 3], q: [f32; 3]| (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
            let (u, v, w) = (edge(b, c), edge(c, a), edge(a, b));
            // The page counts downwards, so what faces the eye runs clockwise there: all three negative.
            let sum = u + v + w;
            if sum < 0.0 && u <= 0.0 && v <= 0.0 && w <= 0.0 {
                let depth = (u * a[2] + v * b[2] + w * c[2]) / sum;
                if depth < front.0 {
                    front = (depth, Some(mesh.structure));
                }
            }
        }
    }
    front.1.or(near.1)
}

/// So near the midline, mm, a corner counts to both sides.
const MIDDLE: f32 = 4.0;

/// A point of the structure for a label to lead to, CSS pixels: the corner facing the eye that is nearest to the
/// middle of what the picture shows of it.
pub fn anchor(model: &Model, list: &DrawList, structure: StructureId) -> Option<[f32; 2]> {
    let meshes = || model.meshes.iter().filter(|mesh| structure.holds(mesh.structure));
    let all: Vec<Vec<[f32; 3]>> = meshes().map(|mesh| project(mesh, list)).collect();
    let corners = || meshes().zip(&all).flat_map(|(mesh, places)| mesh.vertices.iter().zip(places));
    // Of a pair, the one of the nearer side; what lies in the middle belongs to both.
    let side = if list.axes[2].z < -0.01 { -1.0 } else { 1.0 };
    let near = |vertex: &Vertex| vertex.position[2] * side > -MIDDLE;
    let (mut low, mut high) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
    for (_, corner) in corners().filter(|(vertex, _)| near(vertex)) {
        for i in 0..2 {
            low[i] = low[i].min(corner[i]);
            high[i] = high[i].max(corner[i]);
        }
    }
    let middle = [low[0].midpoint(high[0]), low[1].midpoint(high[1])];
    let mut best = (f32::INFINITY, None);
    for (vertex, corner) in corners().filter(|(vertex, _)| near(vertex)) {
        let normal = posed_normal(list, vertex);
        let off = [corner[0] - middle[0], corner[1] - middle[1]];
        let distance = off[0] * off[0] + off[1] * off[1];
        if normal.dot(list.axes[2]) > 0.0 && distance < best.0 {
            best = (distance, Some([corner[0], corner[1]]));
        }
    }
    best.1
}

fn project(mesh: &Mesh, list: &DrawList) -> Vec<[f32; 3]> {
    let place = |vertex| {
        let p = posed(list, vertex);
        // Below the picture's lower edge nothing is to be seen, nor to be meant: no comparison with this holds.
        if p.y < list.fade.0 { [f32::NAN; 3] } else { list.project(p) }
    };
    mesh.vertices.iter().map(place).collect()
}
