//! Colours: of a page, of kinds, of lines; and how a muscle's changes with its length.

use crate::anatomy::Kind;
use crate::draw::{Ink, State};
use crate::math::Vec3;

/// The colours of a page, sRGB, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// What lies behind the picture.
    pub paper: Vec3,
    /// The page's ink: outer line of the chosen structure.
    pub ink: Vec3,
    /// The line round every structure, at least 3:1 against paper.
    pub line: Vec3,
    pub bone: Vec3,
    pub tooth: Vec3,
    pub disc: Vec3,
    pub muscle: Vec3,
    /// A muscle that was chosen.
    pub muscle_on: Vec3,
    /// Tendons and ligaments.
    pub tendon: Vec3,
    pub cartilage: Vec3,
    pub nerve: Vec3,
    pub artery: Vec3,
    pub vein: Vec3,
    pub skin: Vec3,
}

const fn colour(hex: u32) -> Vec3 {
    Vec3::new(
        ((hex >> 16) & 255) as f32 / 255.0,
        ((hex >> 8) & 255) as f32 / 255.0,
        (hex & 255) as f32 / 255.0,
    )
}

impl Palette {
    /// On a light page.
    pub const LIGHT: Self = Self {
        paper: colour(0x00FB_F9F5),
        ink: colour(0x0016_302E),
        line: colour(0x005A_4636),
        bone: colour(0x00E9_DDC3),
        tooth: colour(0x00F8_F4EA),
        disc: colour(0x007F_AFC4),
        muscle: colour(0x00B5_523F),
        muscle_on: colour(0x00D8_432B),
        tendon: colour(0x00D9_CDB4),
        cartilage: colour(0x00BF_D0C6),
        nerve: colour(0x00E0_A526),
        artery: colour(0x00C7_3E4A),
        vein: colour(0x005B_7FB0),
        skin: colour(0x00D8_B49C),
    };
    /// On a dark page.
    pub const DARK: Self = Self {
        paper: colour(0x0010_201F),
        ink: colour(0x00EA_F1EE),
        line: colour(0x00B9_AC8F),
        ..Self::LIGHT
    };

    /// Colour of a kind of structure in a state.
    pub const fn of(&self, kind: Kind, state: State) -> Vec3 {
        match (kind, state) {
            (Kind::Bone, _) => self.bone,
            (Kind::Tooth, _) => self.tooth,
            (Kind::Disc, _) => self.disc,
            (Kind::Cartilage, _) => self.cartilage,
            (Kind::Ligament, _) => self.tendon,
            (Kind::Muscle, State::Chosen) => self.muscle_on,
            (Kind::Muscle, _) => self.muscle,
            (Kind::Nerve, _) => self.nerve,
            (Kind::Artery, _) => self.artery,
            (Kind::Vein, _) => self.vein,
            (Kind::Skin, _) => self.skin,
        }
    }

    /// A muscle's colour when it is longer or shorter than in neutral, see [`tint`].
    pub fn tinted(colour: Vec3, tint: f32) -> Vec3 {
        if tint > 0.0 { colour + (Vec3::new(1.0, 1.0, 1.0) - colour) * tint } else { colour * (1.0 + tint) }
    }

    /// Colour of a line.
    pub const fn line(&self, ink: Ink) -> Vec3 {
        match ink {
            Ink::Line => self.line,
            Ink::Ink => self.ink,
            Ink::Paper => self.paper,
        }
    }
}

/// A muscle that is so much longer or shorter, of its length in neutral, is as light or as deep as any gets; and the
/// part of white, or of black, in it then.
const FULL: f32 = 0.25;
const LIGHTER: f32 = 0.5;
const DEEPER: f32 = 0.45;

/// The part of white, over 0, or of black, under 0, in a muscle that is so many times as long as in neutral.
pub fn tint(stretch: f32) -> f32 {
    let part = ((stretch - 1.0) / FULL).clamp(-1.0, 1.0);
    part * if part > 0.0 { LIGHTER } else { DEEPER }
}
