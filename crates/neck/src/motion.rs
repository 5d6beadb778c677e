//! Three angles of the head on the trunk, and where every vertebra goes with them.
//!
//! Each joint turns the bone above it, and all above that, about its own centre by its own share of the angle.

use crate::anatomy::Bone;
use crate::math::{Axis, Rigid, Vec3};

/// How the head is held on the trunk, radians; all zero = upright, looking ahead.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pose {
    /// + = extension (face up), - = flexion.
    pub bend: f32,
    /// + = face to the subject's left.
    pub turn: f32,
    /// + = tilt to the subject's right.
    pub side: f32,
}

/// Least and most of each angle, degrees, rounded inwards from the ranges of healthy adults: Vasavada, Li & Delp,
/// Spine 1998;23:412-422, table 2 (flexion and extension 122 together, turning 132, tilting 80).
pub mod limits {
    pub const BEND: (f32, f32) = (-50.0, 60.0);
    pub const TURN: (f32, f32) = (-65.0, 65.0);
    pub const SIDE: (f32, f32) = (-40.0, 40.0);
}

impl Pose {
    /// From degrees, held within [`limits`]; what is not a number counts as 0.
    pub fn from_degrees(bend: f32, turn: f32, side: f32) -> Self {
        let angle = |degrees: f32, (least, most): (f32, f32)| {
            if degrees.is_nan() { 0.0 } else { degrees.clamp(least, most).to_radians() }
        };
        Self {
            bend: angle(bend, limits::BEND),
            turn: angle(turn, limits::TURN),
            side: angle(side, limits::SIDE),
        }
    }
}

/// One joint of the chain.
struct Joint {
    moving: Bone,
    /// mm, in the neutral pose.
    centre: Vec3,
    /// Shares of the head's whole angle.
    bend: f32,
    side: f32,
    turn: f32,
}

const fn joint(moving: Bone, centre: [f32; 2], bend: f32, side: f32, turn: f32) -> Joint {
    Joint { moving, centre: Vec3::new(centre[0], centre[1], 0.0), bend, side, turn }
}

/// From T1 upwards. Centres: Mortensen, Vasavada & Merryweather, `PLoS` ONE 2018;13(6):e0199912, neck at the size of
/// its skull. Shares inside the upper (skull to C2) and the lower neck: the same model; between the two: in
/// proportion to the ranges of Vasavada, Li & Delp 1998, table 2. The joint between skull and C1 takes what is left
/// to 1; there is no skull here to move.
const JOINTS: [Joint; 7] = [
    joint(Bone::C7, [0.0, 0.0], 0.066_475, 0.065_325, 0.026_198),
    joint(Bone::C6, [6.074, 17.075], 0.125_563, 0.114_737, 0.078_177),
    joint(Bone::C5, [6.482, 30.154], 0.147_721, 0.131_488, 0.091_068),
    joint(Bone::C4, [9.095, 44.923], 0.147_721, 0.1809, 0.091_068),
    joint(Bone::C3, [11.273, 62.059], 0.110_791, 0.1809, 0.091_068),
    joint(Bone::C2, [11.784, 75.39], 0.073_861, 0.164_15, 0.039_088),
    joint(Bone::C1, [13.166, 106.168], 0.145_574, 0.081_25, 0.518_583),
];

/// Where each bone goes from its neutral place, in the order of [`Bone::ALL`].
pub fn displacements(pose: Pose) -> [Rigid; Bone::COUNT] {
    let mut placed = [Rigid::IDENTITY; Bone::COUNT];
    let mut below = Rigid::IDENTITY;
    for joint in &JOINTS {
        let turn = Rigid::turn(Axis::Z, pose.bend * joint.bend)
            * Rigid::turn(Axis::X, pose.side * joint.side)
            * Rigid::turn(Axis::Y, pose.turn * joint.turn);
        below = below * turn.about(joint.centre);
        placed[joint.moving as usize] = below;
    }
    placed
}
