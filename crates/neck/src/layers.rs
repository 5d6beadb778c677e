//! What the picture shows, apart from what is chosen: layers that are peeled, switched, hidden.

use crate::anatomy::{STRUCTURES, StructureId};
use crate::tissue::Side;

/// Where a structure is found when the picture is taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Bones and discs.
    Skeleton,
    /// Muscles, from the inside out.
    Deep,
    Middle,
    Outer,
    /// And joints.
    Ligaments,
    Nerves,
    Vessels,
    /// Plates that lie over a bone: shown when chosen, and only then; but teeth always.
    Regions,
    Skin,
}

/// What the picture shows, apart from what is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layers {
    /// How much is taken away, from the outside in, skin and then muscles: [`Layers::PEEL`], in [`Layers::STEP`]s.
    pub peeled: u8,
    /// In the order of [`Layers::SWITCHES`].
    pub on: [bool; Layers::SWITCHES.len()],
    /// What was taken away by itself, by its place in [`STRUCTURES`].
    pub hidden: [bool; STRUCTURES.len()],
}

/// What is pressed or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    Ligaments,
    Nerves,
    Vessels,
    Skin,
    /// Nothing but what is chosen.
    Alone,
    /// All but what is chosen see-through, also what covers it; with nothing chosen, all but the bones.
    XRay,
    /// Of a pair that is chosen, one side alone; the patient's own.
    Right,
    Left,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            peeled: Self::PEEL.0,
            on: Self::SWITCHES.map(|name| name == "skin"),
            hidden: Self::NONE_HIDDEN,
        }
    }
}

impl Layer {
    /// Whether it may lie over what is chosen in another layer and would only be in the way: then it is taken off.
    pub const fn covers(self, chosen: Self) -> bool {
        self.depth() > chosen.depth()
    }

    /// Of muscles, from the inside out; the others lie among them and cover little.
    const fn depth(self) -> u8 {
        match self {
            Self::Skeleton | Self::Ligaments | Self::Nerves | Self::Vessels | Self::Regions | Self::Skin => 0,
            Self::Deep => 1,
            Self::Middle => 2,
            Self::Outer => 3,
        }
    }
}

impl Layers {
    /// From all muscles and the skin round them to bones alone.
    pub const PEEL: (u8, u8) = (0, 100);
    /// One layer.
    pub const STEP: u8 = 25;

    /// Muscles peeled so far, and bones: nothing that is switched on.
    pub const fn bare(peeled: u8) -> Self {
        Self { peeled, on: [false; Self::SWITCHES.len()], hidden: Self::NONE_HIDDEN }
    }

    /// Takes away so much, rounded down to whole layers. The skin goes first, and comes back last.
    pub fn peel(&mut self, wanted: i16) {
        let (least, most) = Self::PEEL;
        let wanted = wanted.clamp(i16::from(least), i16::from(most)) as u8;
        let was = core::mem::replace(&mut self.peeled, wanted - wanted % Self::STEP);
        // Over muscles that are peeled it is a layer like others: who switched it on keeps it.
        if self.peeled <= Self::STEP || was == least {
            self.on[Switch::Skin as usize] = self.peeled == least;
        }
    }

    /// Each [`Switch`] by the name that the page has for it: first layers that come and go by themselves, then ways to
    /// see the chosen part.
    pub const SWITCHES: [&str; 8] =
        ["ligaments", "nerves", "vessels", "skin", "alone", "xray", "right", "left"];
    /// So many of them are layers.
    pub const OWN: usize = 4;

    /// The place of a switch among [`Layers::SWITCHES`].
    fn place(name: &str) -> Option<usize> {
        Self::SWITCHES.iter().position(|one| *one == name)
    }

    /// How a switch stands, by its name.
    pub fn switch(self, name: &str) -> Option<bool> {
        Self::place(name).map(|place| self.on[place])
    }

    pub const fn has(self, switch: Switch) -> bool {
        self.on[switch as usize]
    }

    /// Sets a switch; right and left let each other go. Over all muscles the skin is the first step of what is peeled.
    pub fn put(&mut self, name: &str, on: bool) {
        let Some(place) = Self::place(name) else { return };
        self.on[place] = on;
        if on && place == Switch::Right as usize {
            self.mean(Some(Side::Right));
        } else if on && place == Switch::Left as usize {
            self.mean(Some(Side::Left));
        } else if place == Switch::Skin as usize && self.peeled <= Self::STEP {
            self.peeled = if on { Self::PEEL.0 } else { Self::STEP };
        }
    }

    /// Presses a switch, or lets it go. Gives how it stands then.
    pub fn press(&mut self, name: &str) -> Option<bool> {
        let on = !self.switch(name)?;
        self.put(name, on);
        Some(on)
    }

    /// The side that is meant by itself.
    pub const fn side(self) -> Option<Side> {
        match (self.has(Switch::Right), self.has(Switch::Left)) {
            (true, false) => Some(Side::Right),
            (false, true) => Some(Side::Left),
            _ => None,
        }
    }

    /// Both sides, or one.
    pub const fn mean(&mut self, side: Option<Side>) {
        self.on[Switch::Right as usize] = matches!(side, Some(Side::Right));
        self.on[Switch::Left as usize] = matches!(side, Some(Side::Left));
    }

    /// Takes a structure away by itself, or brings it back; of a group, all its parts.
    pub fn hide(&mut self, id: StructureId, hidden: bool) {
        for part in id.members() {
            self.hidden[part.index()] = hidden;
        }
    }

    pub const NONE_HIDDEN: [bool; STRUCTURES.len()] = [false; STRUCTURES.len()];

    /// Whether a layer is there.
    pub const fn shows(self, layer: Layer) -> bool {
        match layer {
            Layer::Skeleton => true,
            Layer::Deep | Layer::Middle | Layer::Outer => {
                self.peeled <= Self::PEEL.1 - Self::STEP * layer.depth()
            }
            Layer::Ligaments => self.has(Switch::Ligaments),
            Layer::Nerves => self.has(Switch::Nerves),
            Layer::Vessels => self.has(Switch::Vessels),
            Layer::Regions => false,
            Layer::Skin => self.has(Switch::Skin),
        }
    }
}
