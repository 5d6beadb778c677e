//! The nerves' numbers: cord and nerves that are named in the text, or that explain a limit.
//!
//! | structure | from | to |
//! |---|---|---|
//! | `cervical_cord` | the skull's opening | T1, in the middle of the canal |
//! | `brainstem` | the top of the cord | up inside the skull, in outline |
//! | `trigeminocervical` | the cord at C3 | the lower part of the brainstem, a mark inside both |
//! | `greater_occipital` | between C1 and C2, behind | under the lower oblique, through semispinalis and trapezius, to the crown |
//! | `third_occipital` | C3, behind | over the joint C2/3, near the middle, to the base of the skull |
//! | `lesser_occipital` | C2, in front | along the rear edge of the sternocleidomastoid to the scalp behind the ear |
//! | `great_auricular` | C2 and C3, in front | round that edge and over the muscle to the ear |
//! | `spinal_accessory` | the skull's base | under the sternocleidomastoid, over levator, under trapezius |
//! | `root_c5` to `root_t1` | the cord | between anterior and middle scalene, over the first rib |
//!
//! Courses: Gray 1918. Where the greater occipital nerve turns and goes through the muscles, and the third: mean places
//! below and beside the bump of the skull, Kim and others, Sci Rep 2018, doi:10.1038/s41598-018-19249-6 (60 sides),
//! followed by eye.

use super::{Place, Section, Strand};
use crate::anatomy::Bone;
use crate::anatomy::Bone::{C1, C2, C3, C4, C5, C6, C7, Skull, T1};

/// Rides on a bone; half its width, mm.
pub(super) const fn on(bone: Bone, [x, y, z]: [f32; 3], r: f32) -> Section {
    round(Some(bone), Place::new(x, y, z), r)
}

/// Spans freely.
pub(super) const fn free([x, y, z]: [f32; 3], r: f32) -> Section {
    round(None, Place::new(x, y, z), r)
}

const fn round(on: Option<Bone>, middle: Place, r: f32) -> Section {
    Section::flat(on, middle, Place::new(-r, 0.0, 0.0), r)
}

/// Oval, wider than deep.
const fn cord(bone: Bone, middle: [f32; 2], wide: f32) -> Section {
    stalk(bone, middle, 3.9, wide)
}

const fn stalk(bone: Bone, [x, y]: [f32; 2], deep: f32, wide: f32) -> Section {
    Section::flat(Some(bone), Place::new(x, y, 0.0), Place::new(-deep, 0.0, 0.0), wide)
}

pub(super) const NERVES: &[Strand] = &[
    Strand::nerve(
        "cervical_cord",
        &[&[
            cord(Skull, [1.0, 128.0], 5.6),
            cord(C1, [0.6, 112.0], 5.6),
            cord(C2, [1.6, 95.0], 5.8),
            cord(C3, [4.0, 77.8], 6.2),
            cord(C4, [2.6, 63.4], 6.8),
            cord(C5, [-0.2, 46.1], 7.0),
            cord(C6, [-4.0, 29.2], 6.8),
            cord(C7, [-7.6, 13.7], 6.2),
            cord(T1, [-15.6, -2.6], 5.6),
            cord(T1, [-23.0, -24.0], 5.0),
        ]],
    ),
    Strand::nerve(
        "brainstem",
        &[&[
            stalk(Skull, [1.0, 127.0], 3.9, 5.6),
            stalk(Skull, [2.0, 136.0], 5.2, 7.0),
            stalk(Skull, [5.0, 147.0], 7.0, 9.0),
            stalk(Skull, [12.0, 158.0], 11.5, 14.5),
            stalk(Skull, [15.0, 169.0], 11.5, 14.0),
            stalk(Skull, [15.0, 180.0], 8.5, 11.0),
        ]],
    ),
    Strand::nerve(
        "trigeminocervical",
        &[&[
            on(C3, [2.2, 76.0, 2.6], 1.2),
            on(C2, [0.0, 94.0, 2.6], 1.3),
            on(C1, [-1.0, 111.0, 2.8], 1.4),
            on(Skull, [-0.6, 127.0, 3.0], 1.5),
            on(Skull, [2.0, 145.0, 4.4], 1.5),
        ]],
    ),
    Strand::nerve(
        "greater_occipital",
        &[
            &[
                on(C2, [-2.0, 101.0, 14.0], 1.5),
                on(C2, [-4.0, 92.6, 22.6], 1.5),
                on(C2, [-8.4, 87.6, 27.2], 1.5),
                on(C2, [-14.6, 87.4, 28.2], 1.5),
                on(C2, [-26.4, 92.8, 24.4], 1.4),
                free([-46.0, 108.0, 14.0], 1.4),
                on(Skull, [-59.6, 122.6, 22.0], 1.3),
                on(Skull, [-66.0, 138.0, 27.0], 1.2),
                on(Skull, [-67.5, 165.0, 31.0], 1.0),
                on(Skull, [-63.8, 205.6, 34.4], 0.8),
                on(Skull, [-45.6, 241.6, 30.6], 0.2),
            ],
            // Over the scalp it branches towards the midline and towards the ear.
            &[
                on(Skull, [-65.6, 136.0, 26.4], 0.9),
                on(Skull, [-68.0, 151.0, 23.5], 0.9),
                on(Skull, [-72.7, 170.0, 18.0], 0.8),
                on(Skull, [-72.1, 195.0, 15.0], 0.7),
                on(Skull, [-63.2, 222.4, 13.0], 0.2),
            ],
            &[
                on(Skull, [-65.6, 136.0, 26.4], 0.9),
                on(Skull, [-62.5, 152.0, 37.0], 0.9),
                on(Skull, [-60.0, 168.0, 44.6], 0.8),
                on(Skull, [-57.4, 188.0, 47.6], 0.7),
                on(Skull, [-54.4, 210.4, 46.0], 0.2),
            ],
        ],
    ),
    Strand::nerve(
        "third_occipital",
        &[&[
            on(C3, [10.0, 83.0, 20.0], 1.2),
            on(C3, [3.0, 83.0, 27.2], 1.2),
            on(C3, [-6.0, 84.0, 26.0], 1.2),
            on(C3, [-16.0, 83.0, 22.0], 1.1),
            on(C3, [-42.0, 78.0, 12.0], 1.0),
            on(C2, [-59.0, 96.0, 12.0], 1.0),
            on(Skull, [-67.0, 128.0, 11.0], 0.8),
            on(Skull, [-70.4, 149.0, 10.0], 0.2),
        ]],
    ),
    Strand::nerve(
        "lesser_occipital",
        &[&[
            on(C2, [2.0, 88.0, 27.0], 1.2),
            free([0.5, 64.0, 50.0], 1.2),
            free([-8.0, 84.0, 60.0], 1.1),
            on(Skull, [-24.0, 122.0, 64.0], 1.1),
            on(Skull, [-27.0, 150.0, 68.5], 1.0),
            on(Skull, [-28.0, 180.0, 71.8], 0.2),
        ]],
    ),
    Strand::nerve(
        "great_auricular",
        &[&[
            on(C3, [2.0, 74.0, 28.0], 1.3),
            free([0.5, 54.0, 50.5], 1.3),
            free([9.5, 64.0, 57.8], 1.3),
            free([20.0, 92.0, 65.0], 1.2),
            on(Skull, [24.0, 124.0, 72.0], 0.3),
        ]],
    ),
    Strand::nerve(
        "spinal_accessory",
        &[&[
            on(Skull, [16.0, 122.0, 28.0], 1.3),
            free([9.0, 104.0, 46.0], 1.3),
            free([-3.0, 80.0, 52.0], 1.3),
            on(C5, [-20.5, 52.0, 50.0], 1.2),
            free([-28.0, 28.0, 56.5], 1.2),
            on(T1, [-46.0, -2.0, 70.0], 1.0),
        ]],
    ),
    Strand::nerve(
        "root_c5",
        &[&[
            on(C5, [2.0, 52.0, 7.0], 1.6),
            on(C5, [4.0, 52.6, 22.0], 2.0),
            free([10.0, 22.0, 38.0], 2.0),
            on(T1, [13.2, -4.0, 58.0], 2.1),
        ]],
    ),
    Strand::nerve(
        "root_c6",
        &[&[
            on(C6, [-2.0, 36.0, 7.0], 1.6),
            on(C6, [1.0, 35.6, 22.0], 2.1),
            free([9.0, 10.0, 39.0], 2.1),
            on(T1, [12.8, -6.6, 58.0], 2.1),
        ]],
    ),
    Strand::nerve(
        "root_c7",
        &[&[
            on(C7, [-5.0, 19.7, 7.0], 1.6),
            on(C7, [-3.0, 20.1, 23.0], 2.2),
            free([8.0, -2.0, 42.0], 2.2),
            on(T1, [10.0, -11.0, 60.0], 2.2),
        ]],
    ),
    Strand::nerve(
        "root_c8",
        &[&[
            on(T1, [-9.0, 6.8, 7.0], 1.6),
            on(T1, [-6.0, 6.4, 21.0], 2.0),
            on(T1, [6.0, -8.0, 47.0], 2.0),
            on(T1, [8.4, -14.6, 60.0], 2.0),
        ]],
    ),
    Strand::nerve(
        "root_t1",
        &[&[
            on(T1, [-11.5, -16.0, 7.0], 1.5),
            on(T1, [-10.5, -16.5, 22.0], 1.8),
            on(T1, [2.0, -12.0, 48.0], 1.8),
            on(T1, [6.6, -16.8, 60.0], 1.8),
        ]],
    ),
];
