//! Which structures there are.

/// What moves as one piece. T1 stands still; the mandible goes with the skull.
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
}

/// What a structure is made of; each kind has one colour wherever it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Bone,
    Disc,
    Muscle,
}

/// Something a visitor can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Structure {
    /// Never renamed: links, words and saved scenes use it.
    pub id: &'static str,
    pub kind: Kind,
    /// The bone it is, or the bone above it; of a muscle the one at its upper end.
    pub upper: Bone,
    /// The bone it is, or the bone below it; of a muscle the one at its lower end.
    pub lower: Bone,
}

/// Place of a structure in [`STRUCTURES`]. The model file uses it too, so the order never changes; new ones go last.
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
}

const fn bone(id: &'static str, bone: Bone) -> Structure {
    Structure { id, kind: Kind::Bone, upper: bone, lower: bone }
}

const fn disc(id: &'static str, upper: Bone, lower: Bone) -> Structure {
    Structure { id, kind: Kind::Disc, upper, lower }
}

const fn muscle(id: &'static str, upper: Bone, lower: Bone) -> Structure {
    Structure { id, kind: Kind::Muscle, upper, lower }
}

/// So many structures come in the first file.
pub const FIRST: usize = 14;
/// So many in the two files. The others are swept, see [`crate::tissue`].
pub const BAKED: usize = 16;

/// All structures: vertebrae from the top down, then discs; then what the second file has; then muscles. There is no
/// disc above C2.
pub const STRUCTURES: [Structure; 20] = [
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
    muscle("rcp_major", Bone::Skull, Bone::C2),
    muscle("rcp_minor", Bone::Skull, Bone::C1),
    muscle("oc_inferior", Bone::C1, Bone::C2),
    muscle("oc_superior", Bone::Skull, Bone::C1),
];
