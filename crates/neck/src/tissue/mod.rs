//! Muscles: a few numbers each, from which their surfaces are swept when the model is loaded.
//!
//! A muscle is a row of elliptical sections from its lower to its upper end. In a pose each section goes between the
//! two bones by its share of the way; nothing wraps yet, so only muscles whose way is short and straight stand here.
//! The right one is told, the left is its mirror image.
//!
//! | structure | from | to | sections | source |
//! |---|---|---|---|---|
//! | `rcp_major` | spine of C2 | inferior nuchal line, outer part | 4 | Gray 1918 |
//! | `rcp_minor` | posterior tubercle of C1 | inferior nuchal line, inner part | 3 | the same |
//! | `oc_inferior` | spine of C2 | transverse process of C1 | 4 | the same |
//! | `oc_superior` | transverse process of C1 | between the nuchal lines, outer part | 4 | the same |
//!
//! Ends stand on our own bones (guarded by `tests/baked/tissue.rs` of the baker); ways between them, widths and
//! thicknesses are drawn by eye, from no measured source.

use crate::anatomy::StructureId;
use crate::asset::{Mesh, Vertex, set_normals};
use crate::math::Vec3;

/// One section: its middle (mm, neutral world frame), half its width and half its thickness (mm).
pub type Section = [f32; 5];

/// A muscle of the right side.
#[derive(Debug, Clone, Copy)]
pub struct Muscle {
    pub id: &'static str,
    /// From the lower to the upper end.
    pub sections: &'static [Section],
    /// Where its flat side looks, any length.
    pub flat: Vec3,
}

/// Backwards and a little outwards: the flat side of what lies under the back of the skull.
const BACK: Vec3 = Vec3::new(-1.0, -0.2, 0.35);

pub const MUSCLES: [Muscle; 4] = [
    Muscle {
        id: "rcp_major",
        sections: &[
            [-23.0, 83.5, 4.5, 2.6, 2.2],
            [-26.5, 97.0, 9.5, 5.0, 4.4],
            [-29.0, 112.0, 17.5, 7.6, 4.2],
            [-31.5, 124.5, 26.5, 10.0, 2.2],
        ],
        flat: BACK,
    },
    Muscle {
        id: "rcp_minor",
        sections: &[
            [-17.8, 113.2, 2.8, 2.0, 1.6],
            [-24.5, 119.0, 6.2, 4.2, 2.8],
            [-30.5, 125.0, 10.0, 5.8, 1.8],
        ],
        flat: BACK,
    },
    Muscle {
        id: "oc_inferior",
        sections: &[
            [-24.5, 82.0, 6.0, 2.8, 2.4],
            [-17.0, 90.0, 15.0, 5.6, 5.0],
            [-7.0, 99.0, 26.5, 5.4, 4.6],
            [4.2, 107.6, 36.4, 2.6, 2.4],
        ],
        flat: BACK,
    },
    Muscle {
        id: "oc_superior",
        sections: &[
            [4.2, 108.6, 36.4, 2.6, 2.4],
            [-8.0, 112.6, 37.6, 4.8, 4.2],
            [-20.0, 118.5, 37.4, 6.4, 3.8],
            [-32.0, 125.5, 36.0, 8.0, 2.2],
        ],
        flat: BACK,
    },
];

/// Sections of a surface, and corners round each.
const ALONG: usize = 15;
const ROUND: usize = 14;
/// Part of the length, at each end, that is tendon.
const TENDON: f32 = 0.16;

/// The surfaces of all muscles, both sides of each in one.
pub fn meshes() -> Vec<Mesh> {
    let known = MUSCLES.iter().filter_map(|muscle| Some((muscle, StructureId::find(muscle.id)?)));
    known.map(|(muscle, structure)| mesh(muscle, structure)).collect()
}

fn mesh(muscle: &Muscle, structure: StructureId) -> Mesh {
    let mut mesh = Mesh { structure, vertices: Vec::new(), triangles: Vec::new() };
    sweep(muscle, &mut mesh);
    // The other side: mirrored, and so turned inside out and back again.
    let right = mesh.vertices.len() as u16;
    for vertex in mesh.vertices.clone() {
        let [x, y, z] = vertex.position;
        mesh.vertices.push(Vertex { position: [x, y, -z], ..vertex });
    }
    for [a, b, c] in mesh.triangles.clone() {
        mesh.triangles.push([a + right, c + right, b + right]);
    }
    set_normals(&mut mesh);
    mesh
}

/// The right side: rings of corners, and a corner at each end.
fn sweep(muscle: &Muscle, mesh: &mut Mesh) {
    let at = |place: usize| section(muscle.sections, place as f32 / (ALONG - 1) as f32);
    let middle = |[x, y, z, ..]: Section| Vec3::new(x, y, z);
    let mut corner = |p: Vec3, along: f32, across: f32| {
        let end = along.min(1.0 - along) / TENDON;
        mesh.vertices.push(Vertex {
            position: p.to_array(),
            normal: [0; 3],
            occlusion: 235,
            blend: (along * 255.0) as u8,
            fibre: [1 + (across * 254.0) as u8, ((1.0 - end).max(0.0) * 255.0) as u8],
        });
    };
    for place in 0..ALONG {
        let here = at(place);
        let along = (middle(at((place + 1).min(ALONG - 1))) - middle(at(place.saturating_sub(1)))).unit();
        let side = muscle.flat.cross(along).unit();
        let out = along.cross(side);
        for k in 0..ROUND {
            let angle = core::f32::consts::TAU * k as f32 / ROUND as f32;
            let (sin, cos) = (libm::sinf(angle), libm::cosf(angle));
            let p = middle(here) + side * (here[3] * cos) + out * (here[4] * sin);
            corner(p, place as f32 / (ALONG - 1) as f32, 0.5 + 0.5 * cos);
        }
    }
    corner(middle(at(0)), 0.0, 0.5);
    corner(middle(at(ALONG - 1)), 1.0, 0.5);
    let ring = |place: usize, k: usize| (place * ROUND + k % ROUND) as u16;
    let (low, high) = ((ALONG * ROUND) as u16, (ALONG * ROUND + 1) as u16);
    for k in 0..ROUND {
        for place in 0..ALONG - 1 {
            let [a, b] = [ring(place, k), ring(place, k + 1)];
            let [c, d] = [ring(place + 1, k), ring(place + 1, k + 1)];
            mesh.triangles.push([a, b, d]);
            mesh.triangles.push([a, d, c]);
        }
        mesh.triangles.push([low, ring(0, k + 1), ring(0, k)]);
        mesh.triangles.push([high, ring(ALONG - 1, k), ring(ALONG - 1, k + 1)]);
    }
}

/// The section at a part of the way, 0 to 1: a smooth curve (Catmull-Rom) through all of them.
fn section(sections: &[Section], part: f32) -> Section {
    let last = sections.len().saturating_sub(1);
    let way = part * last as f32;
    let first = (way as usize).min(last.saturating_sub(1));
    let t = way - first as f32;
    let row = |i: usize| sections.get(i.min(last)).copied().unwrap_or_default();
    let (p0, p1, p2, p3) = (row(first.saturating_sub(1)), row(first), row(first + 1), row(first + 2));
    core::array::from_fn(|k| {
        let (a, b, c, d) = (p0[k], p1[k], p2[k], p3[k]);
        0.5 * (2.0 * b
            + (c - a) * t
            + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
            + (3.0 * b - a - 3.0 * c + d) * t * t * t)
    })
}
