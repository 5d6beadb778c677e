//! Muscles, ligaments, joints, nerves and vessels: a few numbers each, from which their surfaces are swept when the
//! model is loaded.
//!
//! A belly is a row of sections from one end to the other, of a muscle from the lower to the upper. A section rides on
//! a bone, or, where a strand spans freely, between the nearest two that do; so what lies on the neck follows its
//! curve, and what hangs between two ends stays straight. The right side is told, the left is its mirror image.
//!
//! What each strand runs from and to stands at the top of its file. Of all of them:
//!
//! | strands | points | led over | source | guarded by, in `bake` |
//! |---|---|---|---|---|
//! | muscles along the spine | both ends; sections that ride on bones between | the bones its sections ride on | Gray 1918; lengths: Mortensen 2018 | `tissue.rs`: ends on bone, belly off bone, lengths, no jump, volume |
//! | trapezius, splenius | both ends; a hem on the spine, a front edge that hangs | what they cover, by that edge | the same | `relations/layers.rs`: order from outside in, nothing pokes out |
//! | muscles of head and throat | both ends; the digastric's and omohyoid's loops | the hyoid, the collarbone's height | the same | `tissue.rs` |
//! | ligaments, linings, capsules | both rims on the bones they join | nothing: they are short | Gray 1918; the link: Hack 1995, Scali 2011 | `relations/layers.rs`, `joints.rs` |
//! | nerves and cord | the hole they leave by; turns and ways out | the muscles they turn round or pierce | Gray 1918, Kim 2018 | `relations.rs`: `gon`, `ton`, `lon`, `gan`, `xi`, `roots`, `plexus`, `phrenic` |
//! | vessels | holes, forks, first rib | the bones they go through | Gray 1918 | `relations/vessels.rs`: `va_foramina`, `va_atlas`, `carotid`, `occ_artery` |

mod branches;
mod joints;
mod ligaments;
mod muscles;
mod nerves;
mod ride;
mod section;
mod sweep;
mod vessels;

pub use ride::{RIDES, Rides, relative_length, rides};
pub use section::{Length, Place, Section};
pub use sweep::{coarseness, meshes, triangles};

use crate::anatomy::{Kind, StructureId};
use crate::layers::Layer;
use crate::math::Vec3;

/// A muscle, a ligament, a joint, a nerve or a vessel of the right side, or of the middle.
#[derive(Debug, Clone, Copy)]
pub struct Strand {
    pub id: &'static str,
    pub kind: Kind,
    pub layer: Layer,
    pub form: Form,
    pub bellies: &'static [Belly],
}

/// How its sections stand and change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Widens as it shortens.
    Belly,
    /// A broad sheet keeps its thickness.
    Sheet,
    /// A sheet that most of its fibres reach by its rear edge.
    Fan,
    /// Round, across its own way.
    Tube,
}

impl Strand {
    const fn muscle(id: &'static str, layer: Layer, form: Form, bellies: &'static [Belly]) -> Self {
        Self { id, kind: Kind::Muscle, layer, form, bellies }
    }

    const fn ligament(id: &'static str, form: Form, bellies: &'static [Belly]) -> Self {
        Self { id, kind: Kind::Ligament, layer: Layer::Ligaments, form, bellies }
    }

    /// The capsule of a joint.
    const fn joint(id: &'static str, bellies: &'static [Belly]) -> Self {
        Self { id, kind: Kind::Cartilage, layer: Layer::Ligaments, form: Form::Sheet, bellies }
    }

    const fn nerve(id: &'static str, bellies: &'static [Belly]) -> Self {
        Self { id, kind: Kind::Nerve, layer: Layer::Nerves, form: Form::Tube, bellies }
    }

    const fn vessel(id: &'static str, kind: Kind, bellies: &'static [Belly]) -> Self {
        Self { id, kind, layer: Layer::Vessels, form: Form::Tube, bellies }
    }

    /// Of the middle: it has no other side.
    pub fn is_single(&self) -> bool {
        self.bellies.iter().flat_map(|belly| *belly).all(|section| section.middle.mm().z == 0.0)
    }
}

/// At least two sections; both ends ride on bones.
pub type Belly = &'static [Section];

/// All of them, in the order of the structures.
pub(crate) const STRANDS: [&[Strand]; 8] = [
    muscles::MUSCLES,
    muscles::back::MUSCLES,
    muscles::throat::MUSCLES,
    ligaments::LIGAMENTS,
    joints::JOINTS,
    nerves::NERVES,
    branches::NERVES,
    vessels::VESSELS,
];
/// How many there are.
pub(crate) const COUNT: usize = {
    let (mut count, mut group) = (0, 0);
    while group < STRANDS.len() {
        count += STRANDS[group].len();
        group += 1;
    }
    count
};

/// All of them, one after the other.
pub fn strands() -> impl Iterator<Item = &'static Strand> + Clone {
    STRANDS.into_iter().flatten()
}

/// The strand that a structure is; none: it comes from a file.
pub fn strand(structure: StructureId) -> Option<&'static Strand> {
    strands().find(|strand| strand.id == structure.get().id)
}

/// A place on a belly: between which two of its sections, and how far from the first to the second.
#[derive(Debug, Clone, Copy)]
struct Station {
    /// And what a section there would have, mm.
    middle: Vec3,
    half: Vec3,
    thick: f32,
    bow: f32,
    first: usize,
    share: f32,
}

/// Of the two sides of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Right,
    Left,
}

impl Side {
    /// Of z there.
    pub const fn sign(self) -> f32 {
        match self {
            Self::Right => 1.0,
            Self::Left => -1.0,
        }
    }

    /// A point told for the right.
    const fn of(self, p: Vec3) -> Vec3 {
        match self {
            Self::Right => p,
            Self::Left => Vec3::new(p.x, p.y, -p.z),
        }
    }
}

/// Places that a length is measured over.
const MEASURED: usize = 25;

/// The middle line of each belly in a pose, from its lower to its upper end.
pub fn lines(strand: &Strand, side: Side, rides: &Rides) -> impl Iterator<Item = [Vec3; MEASURED]> {
    fibres(strand, side, rides, 0.0)
}

/// A line along each belly: across it from -1, its front or outer edge, to 1.
pub fn fibres(
    strand: &Strand,
    side: Side,
    rides: &Rides,
    across: f32,
) -> impl Iterator<Item = [Vec3; MEASURED]> {
    let of = ride::of(strand.id, side);
    strand.bellies.iter().zip(of).map(move |(belly, places)| {
        core::array::from_fn(|place| {
            let part = place as f32 / (MEASURED - 1) as f32;
            let here = station(belly, part);
            let bow = here.bow * (1.0 - across * across);
            let p = here.middle + here.half * across + outwards(belly, part) * bow;
            let p = side.of(p);
            let at = |section: usize| rides[places.section(section)].point(p);
            at(here.first) * (1.0 - here.share) + at(here.first + 1) * here.share
        })
    })
}

/// Length of each belly's middle line in a pose, mm.
pub fn lengths(strand: &Strand, side: Side, rides: &Rides) -> impl Iterator<Item = f32> {
    lines(strand, side, rides).map(|line| length(&line))
}

/// Length of a line, mm.
pub fn length(line: &[Vec3]) -> f32 {
    line.windows(2).map(|two| (two[1] - two[0]).length()).sum()
}

/// How many times as wide and as thick each belly is in a pose as in neutral.
pub fn widths(strand: &Strand, side: Side, rides: &Rides) -> impl Iterator<Item = f32> {
    let of = ride::of(strand.id, side);
    strand.bellies.iter().zip(of).map(move |(belly, places)| {
        let inner = rides[places.section(1)];
        let half = belly[1].half.mm();
        inner.direction(half).length() / half.length().max(1e-3)
    })
}

/// The place at a part of the way, 0 to 1: on a smooth curve (Catmull-Rom) through all sections.
fn station(belly: Belly, part: f32) -> Station {
    let last = belly.len().saturating_sub(1);
    let way = part.clamp(0.0, 1.0) * last as f32;
    let first = (way as usize).min(last.saturating_sub(1));
    let t = way - first as f32;
    let row = |i: usize| belly[i.min(last)];
    let [p, q, r, s] = [first.saturating_sub(1), first, first + 1, first + 2].map(row);
    let vector = |of: fn(Section) -> Place| curve(t, [p, q, r, s].map(|section| of(section).mm()));
    let number = |of: fn(Section) -> Length| of(q).mm() + (of(r).mm() - of(q).mm()) * t;
    Station {
        middle: vector(|section| section.middle),
        half: vector(|section| section.half),
        thick: number(|section| section.thick),
        bow: number(|section| section.bow),
        first,
        share: t,
    }
}

/// From one of its sections to a later one along the middles of those between, mm.
// Once in the wasm.
#[inline(never)]
fn way(belly: Belly, from: usize, to: usize) -> f32 {
    belly[from..=to].windows(2).map(|two| (two[1].middle.mm() - two[0].middle.mm()).length()).sum()
}

/// Which way a belly goes at a part of the way; not of unit length.
fn along(belly: Belly, part: f32) -> Vec3 {
    station(belly, part + NEXT).middle - station(belly, part - NEXT).middle
}

/// Where its outer face looks there, unit length.
fn outwards(belly: Belly, part: f32) -> Vec3 {
    along(belly, part).cross(station(belly, part).half).unit()
}

/// A small part of the way.
const NEXT: f32 = 0.03;

fn curve(t: f32, [a, b, c, d]: [Vec3; 4]) -> Vec3 {
    let line = b * 2.0 + (c - a) * t;
    let bend = (a * 2.0 - b * 5.0 + c * 4.0 - d) * (t * t) + (b * 3.0 - a - c * 3.0 + d) * (t * t * t);
    (line + bend) * 0.5
}
