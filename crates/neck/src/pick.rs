//! Which structure a finger means.

use crate::anatomy::StructureId;
use crate::asset::{Mesh, Model, Vertex};
use crate::draw::DrawList;
use crate::math::Vec3;

/// A finger is this imprecise, CSS pixels.
pub const TOLERANCE: f32 = 22.0;

/// Where a corner stands in the pose that is drawn, mm.
pub fn posed(list: &DrawList, structure: StructureId, vertex: &Vertex) -> Vec3 {
    let of = structure.get();
    let p = Vec3::from_array(vertex.position);
    let upper = list.bones[of.upper as usize].point(p);
    if of.upper == of.lower {
        return upper;
    }
    let lower = list.bones[of.lower as usize].point(p);
    lower + (upper - lower) * (f32::from(vertex.blend) / 255.0)
}

/// The structure at a point of the picture (CSS pixels), or the nearest within [`TOLERANCE`].
pub fn pick(model: &Model, list: &DrawList, x: f32, y: f32) -> Option<StructureId> {
    let mut front = (f32::INFINITY, None);
    let mut near = (TOLERANCE * TOLERANCE, None);
    for mesh in &model.meshes {
        let corners = project(mesh, list);
        for [cx, cy, _] in &corners {
            let distance = (cx - x) * (cx - x) + (cy - y) * (cy - y);
            if distance < near.0 {
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

/// Left, top, right and bottom of a structure in the picture, CSS pixels.
pub fn extent(model: &Model, list: &DrawList, structure: StructureId) -> Option<[f32; 4]> {
    let mesh = model.meshes.iter().find(|mesh| mesh.structure == structure)?;
    let mut extent = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    for [x, y, _] in project(mesh, list) {
        extent = [extent[0].min(x), extent[1].min(y), extent[2].max(x), extent[3].max(y)];
    }
    Some(extent)
}

fn project(mesh: &Mesh, list: &DrawList) -> Vec<[f32; 3]> {
    mesh.vertices.iter().map(|vertex| list.project(posed(list, mesh.structure, vertex))).collect()
}
