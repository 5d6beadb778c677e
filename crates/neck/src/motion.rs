//! The head on the trunk in four angles, the shoulders in a fifth, and where every bone goes with them.
//!
//! Each joint turns the bone above it, and all above that, about its own centre by its own share of the angle.

use crate::anatomy::Bone;
use crate::math::{Axis, Rigid, Vec3};

/// How the head is held on the trunk, radians; all zero = upright, looking ahead.
///
/// The neck bends in two parts, as in a chin tuck they bend in opposite directions.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pose {
    /// From the skull to C2: + = extension (face up), - = flexion.
    pub upper: f32,
    /// From C2 to T1, the same.
    pub lower: f32,
    /// + = face to the subject's left.
    pub turn: f32,
    /// + = tilt to the subject's right.
    pub side: f32,
    /// Of both shoulders, about the joints between collarbones and breastbone: + = up. Nothing follows it yet.
    pub lift: f32,
}

/// Least and most of each angle, degrees. Whole neck: rounded inwards from the ranges of healthy adults, Vasavada, Li
/// & Delp, Spine 1998;23:412-422, table 2 (flexion and extension 122 together, turning 132, tilting 80). Its two parts:
/// stops of the model by Mortensen, Vasavada & Merryweather, `PLoS` ONE 2018;13(6):e0199912.
pub mod limits {
    pub const BEND: (f32, f32) = (-50.0, 60.0);
    pub const UPPER: (f32, f32) = (-16.0, 24.0);
    pub const LOWER: (f32, f32) = (-34.0, 48.0);
    pub const TURN: (f32, f32) = (-65.0, 65.0);
    pub const SIDE: (f32, f32) = (-40.0, 40.0);
}

/// Share of the upper part in a bend of the whole neck: as their published ranges, 40 to 82 degrees (Vasavada 1998).
const UPPER_SHARE: f32 = 40.0 / 122.0;

impl Pose {
    /// The whole neck bent, each part by its share. Degrees, held within [`limits`]; what is not a number counts as 0.
    pub fn from_degrees(bend: f32, turn: f32, side: f32) -> Self {
        let bend = held(bend, limits::BEND);
        Self::from_parts(bend * UPPER_SHARE, bend * (1.0 - UPPER_SHARE), turn, side)
    }

    /// The two parts of the neck bent by their own angles. Degrees, held within [`limits`]; what one part cannot take
    /// goes to the other.
    pub fn from_parts(upper: f32, lower: f32, turn: f32, side: f32) -> Self {
        let bend = held(held(upper, ANY) + held(lower, ANY), limits::BEND);
        let upper = held(bend - held(bend - held(upper, limits::UPPER), limits::LOWER), limits::UPPER);
        Self {
            upper: upper.to_radians(),
            lower: held(bend - upper, limits::LOWER).to_radians(),
            turn: held(turn, limits::TURN).to_radians(),
            side: held(side, limits::SIDE).to_radians(),
            lift: 0.0,
        }
    }
}

/// So that sums stay numbers.
const ANY: (f32, f32) = (-360.0, 360.0);

fn held(degrees: f32, (least, most): (f32, f32)) -> f32 {
    if degrees.is_nan() { 0.0 } else { degrees.clamp(least, most) }
}

/// Movements with a name of their own. Their angles are illustrations within what is published for each part: Ordway
/// et al., Spine 1999;24:240-247; Panjabi et al., Spine 1988;13:726-730.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// A small "yes" at the top joints alone.
    Nod,
    /// The chin a little up, at the top joints alone.
    ChinUp,
    /// The head drawn straight back: bent forward above, back below.
    ChinTuck,
    /// The head pushed forward: bent back above, forward below.
    ForwardHead,
    LookDown,
    LookUp,
}

impl Movement {
    pub const ALL: [Self; 6] =
        [Self::Nod, Self::ChinUp, Self::ChinTuck, Self::ForwardHead, Self::LookDown, Self::LookUp];

    /// Its lasting name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nod => "nod",
            Self::ChinUp => "chin_up",
            Self::ChinTuck => "chin_tuck",
            Self::ForwardHead => "forward_head",
            Self::LookDown => "look_down",
            Self::LookUp => "look_up",
        }
    }

    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|movement| movement.id() == id)
    }

    /// Degrees of the upper and the lower part.
    pub const fn parts(self) -> (i16, i16) {
        match self {
            Self::Nod => (-10, 0),
            Self::ChinUp => (12, 0),
            Self::ChinTuck => (-12, 8),
            Self::ForwardHead => (18, -20),
            Self::LookDown => (-16, -34),
            Self::LookUp => (20, 40),
        }
    }
}

/// One joint of the chain.
struct Joint {
    moving: Bone,
    /// mm, in the neutral pose.
    centre: Vec3,
    /// Shares of the bend of the upper and the lower part.
    upper: f32,
    lower: f32,
    /// Shares of the head's whole angle.
    side: f32,
    turn: f32,
}

/// `bend`: share of the upper, then of the lower part.
const fn joint(moving: Bone, centre: [f32; 2], bend: [f32; 2], side: f32, turn: f32) -> Joint {
    let [upper, lower] = bend;
    Joint { moving, centre: Vec3::new(centre[0], centre[1], 0.0), upper, lower, side, turn }
}

/// From T1 upwards. Centres: Mortensen, Vasavada & Merryweather, `PLoS` ONE 2018;13(6):e0199912, neck at the size of
/// its skull. Shares inside the upper (skull to C2) and the lower neck: the same model; between the two, for turning
/// and tilting: in proportion to the ranges of Vasavada, Li & Delp 1998, table 2.
const JOINTS: [Joint; 8] = [
    joint(Bone::C7, [0.0, 0.0], [0.0, 0.0989], 0.065_325, 0.026_198),
    joint(Bone::C6, [6.074, 17.075], [0.0, 0.18681], 0.114_737, 0.078_177),
    joint(Bone::C5, [6.482, 30.154], [0.0, 0.21978], 0.131_488, 0.091_068),
    joint(Bone::C4, [9.095, 44.923], [0.0, 0.21978], 0.1809, 0.091_068),
    joint(Bone::C3, [11.273, 62.059], [0.0, 0.16484], 0.1809, 0.091_068),
    joint(Bone::C2, [11.784, 75.39], [0.0, 0.10989], 0.164_15, 0.039_088),
    joint(Bone::C1, [13.166, 106.168], [0.444, 0.0], 0.081_25, 0.518_583),
    joint(Bone::Skull, [14.019, 116.961], [0.556, 0.0], 0.081_25, 0.064_75),
];

/// Where each bone goes from its neutral place, indexed by [`Bone`].
pub fn displacements(pose: Pose) -> [Rigid; Bone::COUNT] {
    let mut placed = [Rigid::IDENTITY; Bone::COUNT];
    let mut below = Rigid::IDENTITY;
    for joint in &JOINTS {
        let turn = Rigid::turn(Axis::Z, pose.upper * joint.upper + pose.lower * joint.lower)
            * Rigid::turn(Axis::X, pose.side * joint.side)
            * Rigid::turn(Axis::Y, pose.turn * joint.turn);
        below = below * turn.about(joint.centre);
        placed[joint.moving as usize] = below;
    }
    placed
}
