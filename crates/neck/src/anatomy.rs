//! Which structures there are.

use crate::layers::Layer;
use crate::tissue::{self, Side};

/// What moves as one piece. T1 and all that hangs on it stands still; the mandible goes with the skull.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bone {
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    T1,
    Skull,
}

impl Bone {
    pub const COUNT: usize = 9;
    /// From the top down.
    pub const VERTEBRAE: [Self; 8] =
        [Self::C1, Self::C2, Self::C3, Self::C4, Self::C5, Self::C6, Self::C7, Self::T1];

    /// How many bones are above it.
    pub const fn links(self) -> usize {
        (self as usize + 1) % Self::COUNT
    }

    /// The bone with so many above it; beyond the last, the last.
    pub fn at(links: usize) -> Self {
        links.checked_sub(1).map_or(Self::Skull, |place| Self::VERTEBRAE[place.min(Self::COUNT - 2)])
    }
}

/// What a structure is made of; each kind has one colour wherever it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Bone,
    Tooth,
    Disc,
    /// And the capsules of joints.
    Cartilage,
    Ligament,
    Muscle,
    Nerve,
    Artery,
    Vein,
    Skin,
}

/// Something a visitor can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Structure {
    /// Never renamed: links, words and saved scenes use it.
    pub id: &'static str,
    pub kind: Kind,
    pub layer: Layer,
    /// The bones above and below it that it goes with, and all between them; a bone goes with itself. None: a strand,
    /// whose sections say it, see [`crate::tissue`], or a group.
    pub bones: Option<[Bone; 2]>,
    /// Of a group, the structures it stands for; it has no surface of its own.
    pub parts: &'static [&'static str],
}

/// Place of a structure in [`STRUCTURES`]. The model files use it too: they are baked anew when the
/// order changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StructureId(pub u8);

impl StructureId {
    /// The structure with this id.
    pub fn find(id: &str) -> Option<Self> {
        STRUCTURES.iter().position(|structure| structure.id == id).map(|place| Self(place as u8))
    }

    /// What it stands for. A place beyond the list stands for its last entry.
    pub fn get(self) -> &'static Structure {
        &STRUCTURES[self.index().min(STRUCTURES.len() - 1)]
    }

    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The structure with this id, or one side of it: `ID_r`, `ID_l`.
    pub fn find_side(name: &str) -> Option<(Self, Option<Side>)> {
        let of = |end: &str, side| {
            let id = Self::find(name.strip_suffix(end)?)?;
            id.is_paired().then_some((id, Some(side)))
        };
        let whole = Self::find(name).map(|id| (id, None));
        whole.or_else(|| of("_r", Side::Right)).or_else(|| of("_l", Side::Left))
    }

    /// Whether there is one on each side.
    pub fn is_paired(self) -> bool {
        self.members().all(|part| {
            let id = part.get().id;
            match part.get().bones {
                Some(_) => PAIRS.contains(&id),
                None => tissue::strands().any(|strand| strand.id == id && !strand.is_single()),
            }
        })
    }

    /// Itself, or the parts of a group.
    pub fn members(self) -> impl Iterator<Item = Self> {
        let own = self.get().parts.is_empty().then_some(self);
        own.into_iter().chain(self.get().parts.iter().filter_map(|part| Self::find(part)))
    }

    /// Whether choosing this one chooses that one.
    pub fn holds(self, other: Self) -> bool {
        self == other || self.get().parts.contains(&other.get().id)
    }
}

const fn bone(id: &'static str, bone: Bone) -> Structure {
    Structure { id, kind: Kind::Bone, layer: Layer::Skeleton, bones: Some([bone, bone]), parts: &[] }
}

const fn disc(id: &'static str, upper: Bone, lower: Bone) -> Structure {
    Structure { id, kind: Kind::Disc, layer: Layer::Skeleton, bones: Some([upper, lower]), parts: &[] }
}

const fn group(id: &'static str, kind: Kind, layer: Layer, parts: &'static [&'static str]) -> Structure {
    Structure { id, kind, layer, bones: None, parts }
}

/// Bones that there are two of.
const PAIRS: [&str; 5] = ["rib1", "rib2", "clavicle", "scapula", "temporal_bone"];

/// So many structures come in the first file.
pub const FIRST: usize = 14;
/// So many stand in the page's own list; the words of the others come when they are asked for.
pub const LISTED: usize = 16;

/// Vertebrae from the top down, then discs; then what the second file has. There is no disc above C2.
const BONES: [Structure; 29] = [
    bone("C1", Bone::C1),
    bone("C2", Bone::C2),
    bone("C3", Bone::C3),
    bone("C4", Bone::C4),
    bone("C5", Bone::C5),
    bone("C6", Bone::C6),
    bone("C7", Bone::C7),
    bone("t1", Bone::T1),
    disc("disc_c2c3", Bone::C2, Bone::C3),
    disc("disc_c3c4", Bone::C3, Bone::C4),
    disc("disc_c4c5", Bone::C4, Bone::C5),
    disc("disc_c5c6", Bone::C5, Bone::C6),
    disc("disc_c6c7", Bone::C6, Bone::C7),
    disc("disc_c7t1", Bone::C7, Bone::T1),
    bone("skull", Bone::Skull),
    bone("mandible", Bone::Skull),
    bone("t2", Bone::T1),
    bone("t3", Bone::T1),
    bone("rib1", Bone::T1),
    bone("rib2", Bone::T1),
    bone("manubrium", Bone::T1),
    bone("clavicle", Bone::T1),
    bone("scapula", Bone::T1),
    bone("hyoid", Bone::C3),
    Structure { kind: Kind::Cartilage, ..bone("thyroid_cartilage", Bone::C4) },
    Structure { layer: Layer::Regions, ..bone("occipital_bone", Bone::Skull) },
    Structure { layer: Layer::Regions, ..bone("temporal_bone", Bone::Skull) },
    Structure { kind: Kind::Tooth, layer: Layer::Regions, ..bone("teeth", Bone::Skull) },
    Structure {
        kind: Kind::Skin,
        layer: Layer::Skin,
        bones: Some([Bone::Skull, Bone::T1]),
        ..bone("skin", Bone::T1)
    },
];

/// What goes by one name and is several.
const GROUPS: [Structure; 6] = [
    group("scm", Kind::Muscle, Layer::Outer, &["scm_sternal", "scm_clavicular"]),
    group(
        "scalenes",
        Kind::Muscle,
        Layer::Middle,
        &["scalene_anterior", "scalene_middle", "scalene_posterior"],
    ),
    group(
        "suboccipitals",
        Kind::Muscle,
        Layer::Deep,
        &["rcp_major", "rcp_minor", "oc_superior", "oc_inferior"],
    ),
    group(
        "cervical_roots",
        Kind::Nerve,
        Layer::Nerves,
        &["root_c5", "root_c6", "root_c7", "root_c8", "root_t1"],
    ),
    group("trigeminal", Kind::Nerve, Layer::Nerves, &["supraorbital", "infraorbital", "mental"]),
    group(
        "carotid_artery",
        Kind::Artery,
        Layer::Vessels,
        &["common_carotid", "internal_carotid", "external_carotid"],
    ),
];

/// All structures: what the model files have, then groups, then what is swept.
pub const STRUCTURES: [Structure; BONES.len() + GROUPS.len() + tissue::COUNT] = {
    let mut all = [BONES[0]; BONES.len() + GROUPS.len() + tissue::COUNT];
    let mut place = 0;
    while place < BONES.len() {
        all[place] = BONES[place];
        place += 1;
    }
    while place < BONES.len() + GROUPS.len() {
        all[place] = GROUPS[place - BONES.len()];
        place += 1;
    }
    let mut family = 0;
    while family < tissue::STRANDS.len() {
        let mut one = 0;
        while one < tissue::STRANDS[family].len() {
            let strand = &tissue::STRANDS[family][one];
            let (kind, layer) = (strand.kind, strand.layer);
            all[place] = Structure { id: strand.id, kind, layer, bones: None, parts: &[] };
            place += 1;
            one += 1;
        }
        family += 1;
    }
    all
};
