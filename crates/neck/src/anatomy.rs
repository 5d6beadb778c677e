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
    Nerve,
    Artery,
    Vein,
}

/// Where a structure is found when the picture is taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Bones and discs.
    Skeleton,
    /// Muscles, from the inside out.
    Deep,
    Middle,
    Outer,
    Nerves,
    Vessels,
}

/// What the picture shows with nothing chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layers {
    /// How much of the muscles is taken away, from the outside in: [`Layers::PEEL`], in [`Layers::STEP`]s.
    pub peeled: u8,
    pub nerves: bool,
    pub vessels: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self { peeled: Self::PEEL.0, nerves: false, vessels: false }
    }
}

impl Layer {
    /// Whether it may lie over what is chosen in another layer and would only be in the way: then it is taken off.
    pub const fn covers(self, chosen: Self) -> bool {
        self.depth() > chosen.depth()
    }

    /// Of muscles, from the inside out; nerves and vessels lie among them and cover little.
    const fn depth(self) -> u8 {
        match self {
            Self::Skeleton | Self::Nerves | Self::Vessels => 0,
            Self::Deep => 1,
            Self::Middle => 2,
            Self::Outer => 3,
        }
    }
}

impl Layers {
    /// From all muscles to none.
    pub const PEEL: (u8, u8) = (25, 100);
    /// One layer.
    pub const STEP: u8 = 25;

    /// Takes away so much, rounded down to whole layers.
    pub fn peel(&mut self, wanted: i16) {
        let (least, most) = Self::PEEL;
        let wanted = wanted.clamp(i16::from(least), i16::from(most)) as u8;
        self.peeled = wanted - wanted % Self::STEP;
    }

    /// Whether a layer is there.
    pub const fn show(self, layer: Layer) -> bool {
        match layer {
            Layer::Skeleton => true,
            Layer::Deep => self.peeled < 100,
            Layer::Middle => self.peeled < 75,
            Layer::Outer => self.peeled < 50,
            Layer::Nerves => self.nerves,
            Layer::Vessels => self.vessels,
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
    /// The bone it is, or the bone above it; of a strand the one at its upper end.
    pub upper: Bone,
    /// The bone it is, or the bone below it; of a strand the one at its lower end.
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

const fn nerve(id: &'static str, upper: Bone, lower: Bone) -> Structure {
    Structure { id, kind: Kind::Nerve, layer: Layer::Nerves, upper, lower }
}

const fn vessel(kind: Kind, id: &'static str, upper: Bone, lower: Bone) -> Structure {
    Structure { id, kind, layer: Layer::Vessels, upper, lower }
}

/// So many structures come in the first file.
pub const FIRST: usize = 14;
/// So many in the two files. The others are swept, see [`crate::tissue`].
pub const BAKED: usize = 23;
/// So many stand in the page's own list; the words of the others come when they are asked for.
pub const LISTED: usize = 16;

/// All structures: vertebrae from the top down, then discs; then what the second file has; then muscles, nerves and vessels. There is no
/// disc above C2.
pub const STRUCTURES: [Structure; 54] = [
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
    nerve("cervical_cord", Bone::Skull, Bone::T1),
    nerve("greater_occipital", Bone::Skull, Bone::C2),
    nerve("third_occipital", Bone::Skull, Bone::C3),
    nerve("lesser_occipital", Bone::Skull, Bone::C2),
    nerve("great_auricular", Bone::Skull, Bone::C3),
    nerve("spinal_accessory", Bone::Skull, Bone::T1),
    nerve("cervical_roots", Bone::C5, Bone::T1),
    vessel(Kind::Artery, "vertebral_artery", Bone::Skull, Bone::T1),
    vessel(Kind::Artery, "common_carotid", Bone::C3, Bone::T1),
    vessel(Kind::Artery, "internal_carotid", Bone::Skull, Bone::C3),
    vessel(Kind::Artery, "external_carotid", Bone::Skull, Bone::C3),
    vessel(Kind::Vein, "jugular_vein", Bone::Skull, Bone::T1),
];
