//! From sections to surfaces.

use super::ride::{self, Places};
use super::{Belly, Form, Side, Strand, along, outwards, station, strands};
use crate::anatomy::StructureId;
use crate::asset::{Mesh, Vertex, set_normals};
use crate::math::Vec3;

/// Rings of corners between two sections, and corners in a ring.
const RINGS: usize = 4;
const ROUND: usize = 14;
/// Part of the length, at each end, that is tendon.
const TENDON: f32 = 0.16;
/// How far the tip of an end stands out, of half its thickness.
const TIP: f32 = 1.2;
/// How much sky all of it sees, of 255.
const OPEN: u8 = 235;

/// The surfaces of all strands, both sides of each in one.
pub fn meshes() -> Vec<Mesh> {
    let known = strands().filter_map(|strand| Some((strand, StructureId::find(strand.id)?)));
    known.map(|(strand, structure)| mesh(strand, structure)).collect()
}

fn mesh(strand: &Strand, structure: StructureId) -> Mesh {
    let mut mesh = Mesh { structure, vertices: Vec::new(), triangles: Vec::new() };
    let sides: &[Side] = if strand.is_single() { &[Side::Right] } else { &[Side::Right, Side::Left] };
    for &side in sides {
        for (belly, places) in strand.bellies.iter().zip(ride::of(strand.id, side)) {
            sweep(belly, strand.form, side, places, &mut mesh);
        }
    }
    set_normals(&mut mesh);
    mesh
}

/// One belly: rings of corners, and a corner at each end.
fn sweep(belly: Belly, form: Form, side: Side, places: Places, mesh: &mut Mesh) {
    let rings = belly.len().saturating_sub(1) * RINGS + 1;
    let part = |ring: usize| ring as f32 / (rings - 1) as f32;
    let first = mesh.vertices.len() as u16;
    let mut corner = |ring: usize, p: Vec3, across: f32| {
        let here = station(belly, part(ring));
        let ride = |section: usize| places.section(section) as u16;
        let end = part(ring).min(1.0 - part(ring)) / TENDON;
        // Of a tube, how far along; of a muscle, how much of it is tendon.
        let second = if form == Form::Tube { part(ring) } else { (1.0 - end).max(0.0) };
        mesh.vertices.push(Vertex {
            position: side.of(p).to_array(),
            normal: [0; 3],
            occlusion: OPEN,
            rides: [ride(here.first + 1), ride(here.first)],
            blend: (here.share * 255.0) as u8,
            fibre: [1 + (across * 254.0) as u8, (second * 255.0) as u8],
        });
    };
    let middle = |ring: usize| station(belly, part(ring)).section.middle;
    for ring in 0..rings {
        let here = station(belly, part(ring)).section;
        let out = outwards(belly, part(ring));
        let half = if form == Form::Tube {
            // Across its way, as long as it was.
            out.cross(along(belly, part(ring))).unit() * here.half.length()
        } else {
            here.half
        };
        for k in 0..ROUND {
            let angle = core::f32::consts::TAU * k as f32 / ROUND as f32;
            let (sin, cos) = (libm::sinf(angle), libm::cosf(angle));
            let arch = here.bow * (1.0 - cos * cos);
            corner(ring, here.middle + half * cos + out * (here.thick * sin + arch), 0.5 + 0.5 * cos);
        }
    }
    // An end is a blunt tip that goes into what it holds on to, not a cut.
    for (ring, way) in [(0, -TIP), (rings - 1, TIP)] {
        let tip = along(belly, part(ring)).unit() * (station(belly, part(ring)).section.thick * way);
        corner(ring, middle(ring) + tip, 0.5);
    }
    let ring = |place: usize, k: usize| first + (place * ROUND + k % ROUND) as u16;
    let (low, high) = (first + (rings * ROUND) as u16, first + (rings * ROUND + 1) as u16);
    let mut triangle = |[a, b, c]: [u16; 3]| {
        // A mirror image is turned inside out, and back again here.
        mesh.triangles.push(if side == Side::Right { [a, b, c] } else { [a, c, b] });
    };
    for k in 0..ROUND {
        for place in 0..rings - 1 {
            let [a, b] = [ring(place, k), ring(place, k + 1)];
            let [c, d] = [ring(place + 1, k), ring(place + 1, k + 1)];
            triangle([a, b, d]);
            triangle([a, d, c]);
        }
        triangle([low, ring(0, k + 1), ring(0, k)]);
        triangle([high, ring(rings - 1, k), ring(rings - 1, k + 1)]);
    }
}
