//! Joints, as the capsules round them: each a short band from the bone below to the bone above. Places are those of our
//! own bones, where two of them come nearest.

use super::{Belly, Place, Section, Strand};
use crate::anatomy::Bone::{self, C1, C2, C3, C4, C5, C6, C7, Skull, T1};

/// One rim of a capsule: its middle, and half its width from back to front; half its thickness.
const fn rim(bone: Bone, [x, y, z]: [f32; 3], half: f32, thick: f32) -> Section {
    Section::flat(Some(bone), Place::new(x, y, z), Place::new(-half, half * 0.3, 0.0), thick)
}

/// A facet joint: the lower bone looks up and back, the upper one down and forward.
macro_rules! facet {
    ($lower:expr, $upper:expr, $x:expr, $y:expr, $z:expr) => {
        &[
            rim($lower, [$x + 0.8, $y - 2.6, $z], 5.2, 5.4),
            rim($lower, [$x + 0.2, $y - 0.6, $z], 6.0, 6.2),
            rim($upper, [$x - 0.2, $y + 0.6, $z], 6.0, 6.2),
            rim($upper, [$x - 0.8, $y + 2.6, $z], 5.2, 5.4),
        ]
    };
}

/// A small joint beside a disc.
macro_rules! lip {
    ($lower:expr, $upper:expr, $x:expr, $y:expr) => {
        &[rim($lower, [$x, $y - 1.8, 8.6], 4.2, 1.5), rim($upper, [$x, $y + 1.8, 9.0], 4.2, 1.5)]
    };
}

const SKULL_C1: Belly = &[
    rim(C1, [14.0, 115.4, 17.4], 8.4, 5.6),
    rim(C1, [14.0, 117.6, 17.2], 9.0, 6.4),
    rim(Skull, [14.0, 119.0, 17.0], 9.0, 6.4),
    rim(Skull, [14.0, 121.2, 16.6], 8.2, 5.6),
];
const C1_C2: Belly = &[
    rim(C2, [14.8, 102.4, 17.0], 7.8, 6.4),
    rim(C2, [14.8, 104.4, 17.0], 8.6, 7.2),
    rim(C1, [14.8, 106.0, 17.0], 8.6, 7.2),
    rim(C1, [14.8, 108.0, 17.0], 7.8, 6.4),
];

pub(super) const JOINTS: &[Strand] = &[
    Strand::joint("joint_c0c1", &[SKULL_C1]),
    Strand::joint("joint_c1c2", &[C1_C2]),
    // Between the peg and the front arch.
    Strand::joint(
        "joint_c1c2_median",
        &[&[rim(C2, [22.4, 109.4, 0.0], 1.6, 3.4), rim(C2, [22.4, 116.4, 0.0], 1.6, 3.4)]],
    ),
    Strand::joint("facet_c2c3", &[facet!(C3, C2, 2.4, 83.2, 19.5)]),
    Strand::joint("facet_c3c4", &[facet!(C4, C3, 2.6, 69.9, 19.0)]),
    Strand::joint("facet_c4c5", &[facet!(C5, C4, 1.0, 54.2, 18.8)]),
    Strand::joint("facet_c5c6", &[facet!(C6, C5, -2.4, 37.0, 19.2)]),
    Strand::joint("facet_c6c7", &[facet!(C7, C6, -6.3, 21.0, 20.2)]),
    Strand::joint("facet_c7t1", &[facet!(T1, C7, -11.7, 6.8, 19.4)]),
    Strand::joint(
        "uncovertebral",
        &[
            lip!(C3, C2, 16.0, 83.4),
            lip!(C4, C3, 15.4, 67.2),
            lip!(C5, C4, 13.2, 50.6),
            lip!(C6, C5, 9.6, 33.0),
            lip!(C7, C6, 6.2, 15.8),
        ],
    ),
];
