//! From sections to surfaces.

use super::ride::{self, Places};
use super::{Belly, Form, Section, Side, Strand, along, outwards, station, strands, way};
use crate::anatomy::{Kind, StructureId};
use crate::asset::{Mesh, Vertex, set_normals};
use crate::detail::Step;
use crate::math::Vec3;

/// Rings of corners between two sections.
const RINGS: usize = 4;
/// Part of the length, at each end, that is tendon: of a belly, of a sheet, and of a fan's lower end. By eye.
const TENDON: f32 = 0.13;
const APONEUROSIS: f32 = 0.15;
const SHORT: f32 = 0.05;
/// Of the thickness, what is left at the very end.
const THIN: f32 = 0.4;
/// The corners of an end are round: their radius at most, mm, and at most this part of the way to the next section and
/// of the whole way, so that both ends have room.
const CORNER: f32 = 14.0;
const OF_SPAN: f32 = 0.8;
const OF_WAY: f32 = 0.45;
/// Nearest to the midline that a corner of a pair may be, mm.
const ASIDE: f32 = 0.05;
/// An edge nearer to the midline than this meets its mirror image, mm.
const MIDLINE: f32 = 2.5;
/// Of a fan's fibres at its lower end, those that have come to it by its rear edge: all but those of its upper end.
const JOINING: f32 = 0.72;
/// Half the width of a belly that has all the [`crate::draw::FIBRES`], mm; a narrower one has fewer, as fine.
const WIDE: f32 = 36.0;
/// Length of a tube that has all the [`crate::draw::BANDS`], mm: about that of the longest artery. A shorter one has
/// fewer, as broad.
const LONG: f32 = 190.0;
/// How far the tip of an end stands out, of half its thickness.
const TIP: f32 = 1.1;
/// How far the ring between a tube's end and its tip stands out, and how wide it is: a ball's.
const CAP: (f32, f32) = (0.7, 0.72);
/// Half a thickness from which a ring has more corners, mm.
const THICK: f32 = 3.8;
/// With every other corner of a ring, how far its outline is off, of half the thickness.
const CHORD: f32 = 0.3;
/// How much sky all of it sees, of 255.
const OPEN: u8 = 235;

/// The surfaces of all strands, both sides of each in one; one after the other, as each is work for a while.
pub fn meshes() -> impl Iterator<Item = Mesh> {
    let known = strands().filter_map(|strand| Some((strand, StructureId::find(strand.id)?)));
    known.map(|(strand, structure)| mesh(strand, structure))
}

fn mesh(strand: &Strand, structure: StructureId) -> Mesh {
    let mut mesh = Mesh { structure, vertices: Vec::new(), triangles: triangles(strand, Step::Fine) };
    for &side in sides(strand) {
        for (belly, places) in strand.bellies.iter().zip(ride::of(strand.id, side)) {
            sweep(belly, strand, side, places, &mut mesh);
        }
    }
    set_normals(&mut mesh);
    mesh
}

fn sides(strand: &Strand) -> &'static [Side] {
    if strand.is_single() { &[Side::Right] } else { &[Side::Right, Side::Left] }
}

/// Corners in a ring: more where it is thick, and where layers of muscle lie on each other.
fn round(strand: &Strand) -> usize {
    let layered = strand.kind == Kind::Muscle && matches!(strand.form, Form::Sheet | Form::Fan);
    match (strand.form == Form::Tube, thickness(strand) > THICK || layered) {
        (true, false) => 6,
        (true, true) | (false, false) => 8,
        (false, true) => 12,
    }
}

/// Half of the greatest thickness, mm; of a tube, its greatest radius.
fn thickness(strand: &Strand) -> f32 {
    let of = |section: &Section| {
        if strand.form == Form::Tube { section.half.mm().length() } else { section.thick.mm() }
    };
    strand.bellies.iter().flat_map(|belly| belly.iter().map(of)).fold(0.0, f32::max)
}

/// How far a span's middle is off the straight way between its sections at most, mm.
fn bend(strand: &Strand) -> f32 {
    let spans = strand.bellies.iter().flat_map(|&belly| (1..belly.len()).map(move |end| (belly, end)));
    let off = spans.map(|(belly, end)| {
        let at = |place: f32| station(belly, place / (belly.len() - 1) as f32).middle;
        let (low, high) = (at(end as f32 - 1.0), at(end as f32));
        (at(end as f32 - 0.5) - (low + high) * 0.5).length()
    });
    off.fold(0.0, f32::max)
}

/// Rings of a belly. A tube has one more at each end, half way to its tip.
fn rings(belly: Belly, strand: &Strand) -> usize {
    let steps = (belly.len() - 1) * RINGS;
    steps + if strand.form == Form::Tube { 3 } else { 1 }
}

/// A strand's surface, as fine as asked for: corners of its [`mesh`](meshes).
pub fn triangles(strand: &Strand, step: Step) -> Vec<[u16; 3]> {
    let mut triangles = Vec::new();
    let (round, tube) = (round(strand), strand.form == Form::Tube);
    let (every, around) = match step {
        Step::Fine => (1, 1),
        Step::Middle => (RINGS / 2, 1),
        Step::Coarse => (RINGS, 2),
    };
    let mut first = 0;
    for &side in sides(strand) {
        for belly in strand.bellies {
            let rings = rings(belly, strand);
            let mut triangle = |[a, b, c]: [usize; 3]| {
                let [a, b, c] = [a, b, c].map(|corner| corner as u16);
                // A mirror image is turned inside out, and back again here.
                triangles.push(if side == Side::Right { [a, b, c] } else { [a, c, b] });
            };
            let ring = |place: usize, k: usize| first + place * round + k % round;
            let (low, high) = (first + rings * round, first + rings * round + 1);
            // A tube keeps the ring before its tip.
            let kept = |place: &usize| match (tube, *place) {
                (true, 0) => true,
                (true, place) => place + 1 == rings || (place - 1) % every == 0,
                (false, place) => place % every == 0,
            };
            for k in (0..round).step_by(around) {
                let next = k + around;
                let mut before = 0;
                for place in (1..rings).filter(kept) {
                    let [a, b] = [ring(before, k), ring(before, next)];
                    let [c, d] = [ring(place, k), ring(place, next)];
                    triangle([a, b, d]);
                    triangle([a, d, c]);
                    before = place;
                }
                triangle([low, ring(0, next), ring(0, k)]);
                triangle([high, ring(rings - 1, k), ring(rings - 1, next)]);
            }
            first += rings * round + 2;
        }
    }
    triangles
}

/// How far off the finest surface a coarser one is at most, mm: of the middle step by its rings alone, of the coarse
/// one by its ring's corners too.
pub fn coarseness(strand: &Strand) -> [f32; 2] {
    [bend(strand) / 4.0, bend(strand) + thickness(strand) * CHORD]
}

/// One belly: rings of corners, and a corner at each end.
fn sweep(belly: Belly, strand: &Strand, side: Side, places: Places, mesh: &mut Mesh) {
    let (form, single) = (strand.form, strand.is_single());
    let spans = belly.len() - 1;
    let tendons = match form {
        Form::Sheet => [APONEUROSIS; 2],
        Form::Fan => [SHORT, APONEUROSIS],
        Form::Belly | Form::Tube => [TENDON; 2],
    };
    let (tube, steps, round) = (form == Form::Tube, spans * RINGS, round(strand));
    let widest = belly.iter().map(|section| section.half.mm().length()).fold(0.0, f32::max);
    let mut corner = |part: f32, p: Vec3, across: f32| {
        let here = station(belly, part);
        let ride = |section: usize| places.section(section) as u16;
        let second =
            if form == Form::Tube { (arc(belly, part) / LONG).min(1.0) } else { told(part, tendons) };
        let across = if form == Form::Fan { across * (1.0 - JOINING * part) } else { across };
        mesh.vertices.push(Vertex {
            // Of a pair, what crosses the midline would count as the other one.
            position: side.of(if single { p } else { Vec3::new(p.x, p.y, p.z.max(ASIDE)) }).to_array(),
            normal: [0; 3],
            occlusion: OPEN,
            rides: [ride(here.first + 1), ride(here.first)],
            blend: (here.share * 255.0) as u8,
            fibre: [1 + (across * (widest / WIDE).min(1.0) * 254.0) as u8, (second * 255.0) as u8],
        });
    };
    // How far a corner of an end lies back from its middle, as a part of the way. Where both sides meet, in the
    // midline, none is rounded.
    let back = |end: usize, next: usize, edge: f32| {
        let (end, next) = (belly[end], belly[next]);
        let (middle, half) = (end.middle.mm(), end.half.mm());
        let way = (next.middle.mm() - middle).length().max(1e-3);
        let meets = (middle + half * edge).z < MIDLINE;
        if meets || tube {
            0.0
        } else {
            ((half.length().min(CORNER) / way).min(OF_SPAN) / spans as f32).min(OF_WAY)
        }
    };
    let corners = [-1.0, 1.0].map(|edge| (back(0, 1, edge), back(spans, spans - 1, edge)));
    for ring in 0..rings(belly, strand) {
        let (step, beyond) = if tube {
            let step = ring.clamp(1, steps + 1);
            (step - 1, (ring as f32 - step as f32) * CAP.0)
        } else {
            (ring, 0.0)
        };
        for k in 0..round {
            let angle = core::f32::consts::TAU * k as f32 / round as f32;
            let (sin, cos) = (libm::sinf(angle), libm::cosf(angle));
            let lies = 1.0 - sin.abs();
            let (low, high) = corners[usize::from(cos > 0.0)];
            let part = lies * low + (1.0 - lies * (low + high)) * step as f32 / steps as f32;
            let here = station(belly, part);
            let out = outwards(belly, part);
            let (half, thick) = if tube {
                // Across its way, as long as it was.
                let size = if beyond == 0.0 { 1.0 } else { CAP.1 };
                (out.cross(along(belly, part)).unit() * here.half.length() * size, here.thick * size)
            } else {
                let end = (part / tendons[0]).min((1.0 - part) / tendons[1]);
                (here.half, here.thick * (THIN + (1.0 - THIN) * end.min(1.0)))
            };
            let arch = here.bow * sin * sin;
            let middle = here.middle + along(belly, part).unit() * (here.thick * beyond);
            corner(part, middle + half * cos + out * (thick * sin + arch), 0.5 + 0.5 * cos);
        }
    }
    // An end is a blunt tip that goes into what it holds on to, not a cut.
    for (part, way) in [(0.0, -TIP), (1.0, TIP)] {
        let here = station(belly, part);
        corner(part, here.middle + along(belly, part).unit() * (here.thick * way), 0.5);
    }
}

/// How far a place is along a belly, mm, from section to section.
fn arc(belly: Belly, part: f32) -> f32 {
    let here = station(belly, part);
    way(belly, 0, here.first) + way(belly, here.first, here.first + 1) * here.share
}

/// How far along, as the pictures are told: a quarter for each tendon, the half between them for the flesh.
fn told(part: f32, tendons: [f32; 2]) -> f32 {
    let (end, tendon) = if part < 0.5 { (part, tendons[0]) } else { (1.0 - part, tendons[1]) };
    let flesh = (end - tendon) / (0.5 - tendon);
    let told = if flesh < 0.0 { 0.25 * end / tendon } else { 0.25 + 0.25 * flesh };
    if part < 0.5 { told } else { 1.0 - told }
}
