//! Which structures there are.

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
}

/// What a structure is made of; each kind has one colour wherever it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Bone,
    Disc,
    Muscle,
}

/// From the inside out; the picture peels them from the outside in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Bones and discs.
    Skeleton,
    Deep,
    Middle,
    Outer,
}

impl Layer {
    /// How far the picture can be peeled: from nothing to everything but the skeleton.
    pub const PEELED: u8 = 100;

    /// Whether it is still there when so much is peeled, 0 to [`Layer::PEELED`].
    pub const fn is_left(self, peeled: u8) -> bool {
        match self {
            Self::Skeleton => true,
            Self::Deep => peeled < 100,
            Self::Middle => peeled < 75,
            Self::Outer => peeled < 50,
        }
    }
}

/// Something a visitor can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Structure {
    /// Never renamed: links, words and saved scenes use it.
    pub id: &'static str,
    pub kind: Kind,
    pub layer: Layer,
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
    Structure { id, kind: Kind::Bone, layer: Layer::Skeleton, upper: bone, lower: bone }
}

const fn disc(id: &'static str, upper: Bone, lower: Bone) -> Structure {
    Structure { id, kind: Kind::Disc, layer: Layer::Skeleton, upper, lower }
}

const fn muscle(layer: Layer, id: &'static str, upper: Bone, lower: Bone) -> Structure {
    Structure { id, kind: Kind::Muscle, layer, upper, lower }
}

/// So many structures come in the first file.
pub const FIRST: usize = 14;
/// So many in the two files. The others are swept, see [`crate::tissue`].
pub const BAKED: usize = 23;
/// So many stand in the page's own list; the words of the others come when they are asked for.
pub const LISTED: usize = 16;

/// All structures: vertebrae from the top down, then discs; then what the second file has; then muscles. There is no
/// disc above C2.
pub const STRUCTURES: [Structure; 42] = [
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
    muscle(Layer::Deep, "rcp_major", Bone::Skull, Bone::C2),
    muscle(Layer::Deep, "rcp_minor", Bone::Skull, Bone::C1),
    muscle(Layer::Deep, "oc_inferior", Bone::C1, Bone::C2),
    muscle(Layer::Deep, "oc_superior", Bone::Skull, Bone::C1),
    muscle(Layer::Outer, "upper_trapezius", Bone::Skull, Bone::T1),
    muscle(Layer::Outer, "scm", Bone::Skull, Bone::T1),
    muscle(Layer::Middle, "splenius_capitis", Bone::Skull, Bone::T1),
    muscle(Layer::Deep, "splenius_cervicis", Bone::C2, Bone::T1),
    muscle(Layer::Middle, "semispinalis_capitis", Bone::Skull, Bone::T1),
    muscle(Layer::Deep, "semispinalis_cervicis", Bone::C2, Bone::T1),
    muscle(Layer::Deep, "longissimus_capitis", Bone::Skull, Bone::T1),
    muscle(Layer::Middle, "levator_scapulae", Bone::C1, Bone::T1),
    muscle(Layer::Middle, "scalene_anterior", Bone::C4, Bone::T1),
    muscle(Layer::Middle, "scalene_middle", Bone::C3, Bone::T1),
    muscle(Layer::Middle, "scalene_posterior", Bone::C5, Bone::T1),
    muscle(Layer::Deep, "longus_colli", Bone::C1, Bone::T1),
    muscle(Layer::Deep, "longus_capitis", Bone::Skull, Bone::C5),
    muscle(Layer::Outer, "temporalis", Bone::Skull, Bone::Skull),
    muscle(Layer::Outer, "masseter", Bone::Skull, Bone::Skull),
];
