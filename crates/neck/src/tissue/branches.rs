//! Upper roots, trunks to the arm, and smaller nerves.
//!
//! | structure | from | to |
//! |---|---|---|
//! | `suboccipital_nerve` | C1, behind, between vertebral artery and rear arch | the small muscles under the skull |
//! | `root_c1` to `root_c4` | the cord | the hole above their vertebra; of C1 over its arch |
//! | `trunk_upper`, `_middle`, `_lower` | C5 and C6; C7; C8 and T1 | outwards over the first rib |
//! | `phrenic_nerve` | C3 to C5 | down the front of the anterior scalene, into the chest |
//! | `supraorbital`, `infraorbital`, `mental` | their holes in brow, cheek and chin | the skin there |
//!
//! Courses: Gray 1918, by eye.

use super::Strand;
use super::nerves::{free, on};
use crate::anatomy::Bone::{C1, C2, C3, C4, Skull, T1};

pub(super) const NERVES: &[Strand] = &[
    Strand::nerve(
        "suboccipital_nerve",
        &[&[
            on(C1, [-7.0, 117.4, 10.0], 1.1),
            on(C1, [-13.0, 117.6, 16.0], 1.1),
            on(C1, [-19.0, 114.0, 21.0], 0.9),
        ]],
    ),
    Strand::nerve(
        "root_c1",
        &[&[
            on(C1, [0.0, 118.0, 5.0], 1.0),
            on(C1, [-8.0, 117.5, 12.0], 1.0),
            on(C1, [-6.5, 116.8, 18.0], 1.0),
        ]],
    ),
    Strand::nerve(
        "root_c2",
        &[&[on(C2, [1.4, 103.0, 6.0], 1.3), on(C2, [0.6, 102.0, 15.0], 1.7), on(C2, [3.4, 99.6, 26.0], 1.4)]],
    ),
    Strand::nerve(
        "root_c3",
        &[&[on(C3, [4.4, 84.0, 6.4], 1.4), on(C3, [9.5, 86.3, 15.0], 1.7), on(C3, [13.0, 78.0, 27.0], 1.5)]],
    ),
    Strand::nerve(
        "root_c4",
        &[&[on(C4, [3.0, 68.6, 6.8], 1.5), on(C4, [9.0, 70.0, 15.0], 1.8), on(C4, [11.6, 62.6, 27.0], 1.6)]],
    ),
    Strand::nerve(
        "trunk_upper",
        &[&[
            on(T1, [12.6, 1.0, 53.0], 2.2),
            on(T1, [13.4, -6.6, 63.0], 3.0),
            on(T1, [12.4, -17.0, 79.0], 2.9),
            on(T1, [8.6, -42.0, 102.0], 2.7),
        ]],
    ),
    Strand::nerve(
        "trunk_middle",
        &[&[
            on(T1, [9.6, -7.6, 53.0], 2.1),
            on(T1, [9.4, -12.8, 64.0], 2.6),
            on(T1, [7.6, -22.0, 78.0], 2.6),
            on(T1, [4.8, -46.0, 101.0], 2.4),
        ]],
    ),
    Strand::nerve(
        "trunk_lower",
        &[&[
            on(T1, [7.4, -13.0, 54.0], 2.1),
            on(T1, [6.2, -18.6, 65.0], 2.7),
            on(T1, [4.6, -27.6, 78.0], 2.7),
            on(T1, [1.8, -50.0, 100.0], 2.5),
        ]],
    ),
    Strand::nerve(
        "phrenic_nerve",
        &[&[
            on(C4, [12.0, 61.0, 27.0], 0.9),
            free([20.5, 40.0, 32.5], 0.9),
            free([26.0, 8.0, 36.5], 0.9),
            on(T1, [26.0, -24.0, 38.0], 0.9),
            on(T1, [24.0, -50.0, 26.0], 0.8),
        ]],
    ),
    Strand::nerve(
        "supraorbital",
        &[&[
            on(Skull, [97.4, 179.0, 23.0], 0.9),
            on(Skull, [105.0, 188.0, 22.0], 0.9),
            on(Skull, [105.0, 206.0, 24.0], 0.8),
            on(Skull, [99.6, 226.0, 27.0], 0.2),
        ]],
    ),
    Strand::nerve(
        "infraorbital",
        &[&[
            on(Skull, [93.6, 147.6, 24.6], 1.0),
            on(Skull, [97.0, 140.0, 24.6], 0.9),
            on(Skull, [98.4, 130.0, 25.0], 0.2),
        ]],
    ),
    Strand::nerve(
        "mental",
        &[&[
            on(Skull, [92.0, 68.0, 23.0], 1.0),
            on(Skull, [95.0, 64.0, 21.0], 0.9),
            on(Skull, [98.0, 62.0, 15.0], 0.5),
        ]],
    ),
];
