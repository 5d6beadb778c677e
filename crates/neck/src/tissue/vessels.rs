//! The vessels' numbers: shown so that a visitor sees why they are asked about first.
//!
//! | structure | from | to |
//! |---|---|---|
//! | `vertebral_artery` | the subclavian artery, past C7's side | through the holes of C6 to C1, behind C1's side mass, over its rear arch, into the skull |
//! | `common_carotid` | the chest | its fork at C3 to C4 |
//! | `internal_carotid` | the fork | the base of the skull |
//! | `external_carotid` | the fork | behind the jaw |
//! | `occipital_artery` | the external carotid | inside the mastoid, under the muscles there, to the scalp |
//! | `subclavian_artery` | the chest | over the first rib, between anterior and middle scalene |
//! | `jugular_vein` | the base of the skull | the chest, on the artery's outer side |
//!
//! Courses: Gray 1918; fork: at C3 to C3/4 most often.

use super::Strand;
use super::nerves::{free, on};
use crate::anatomy::Bone::{C1, C2, C3, C4, C5, C6, C7, Skull, T1};
use crate::anatomy::Kind;

pub(super) const VESSELS: &[Strand] = &[
    Strand::vessel(
        "vertebral_artery",
        Kind::Artery,
        &[&[
            on(T1, [21.6, -21.6, 34.6], 2.0),
            on(T1, [19.4, -12.0, 32.4], 2.0),
            on(C7, [14.0, 6.0, 20.0], 2.0),
            on(C6, [5.6, 23.0, 16.4], 1.9),
            on(C5, [9.8, 40.0, 15.6], 1.9),
            on(C4, [12.8, 58.0, 15.2], 1.9),
            on(C3, [14.6, 74.0, 14.8], 1.9),
            on(C2, [11.6, 91.0, 18.2], 1.9),
            on(C2, [10.4, 99.0, 24.0], 1.9),
            on(C1, [8.6, 109.0, 27.6], 1.9),
            on(C1, [4.0, 116.4, 27.6], 1.9),
            on(C1, [-0.8, 118.0, 24.6], 1.9),
            on(C1, [-5.2, 118.0, 15.5], 1.9),
            on(Skull, [3.0, 126.0, 7.0], 1.8),
        ]],
    ),
    Strand::vessel(
        "common_carotid",
        Kind::Artery,
        &[&[
            on(T1, [34.0, -28.0, 14.8], 3.1),
            free([33.0, 10.0, 21.0], 3.1),
            free([33.0, 46.0, 27.0], 3.2),
            on(C3, [31.0, 71.0, 29.0], 3.6),
        ]],
    ),
    Strand::vessel(
        "internal_carotid",
        Kind::Artery,
        &[&[
            on(C3, [31.0, 71.0, 29.0], 2.6),
            free([27.0, 84.0, 31.0], 2.5),
            free([24.0, 106.0, 31.0], 2.3),
            on(Skull, [24.0, 125.0, 28.0], 2.2),
        ]],
    ),
    Strand::vessel(
        "external_carotid",
        Kind::Artery,
        &[&[
            on(C3, [31.0, 71.0, 29.0], 2.2),
            free([36.0, 84.0, 33.0], 2.1),
            free([31.0, 104.0, 41.0], 2.0),
            on(Skull, [27.0, 122.0, 46.0], 1.8),
        ]],
    ),
    Strand::vessel(
        "jugular_vein",
        Kind::Vein,
        &[&[
            on(T1, [33.0, -24.0, 27.0], 4.0),
            free([29.0, 10.0, 30.5], 4.0),
            on(C5, [26.0, 46.0, 37.0], 4.0),
            free([22.0, 84.0, 38.5], 3.6),
            on(Skull, [15.0, 121.0, 31.0], 3.0),
        ]],
    ),
    Strand::vessel(
        "occipital_artery",
        Kind::Artery,
        &[&[
            on(C3, [32.0, 92.0, 38.0], 1.2),
            free([24.0, 106.0, 41.0], 1.2),
            on(Skull, [4.0, 119.5, 44.0], 1.2),
            on(Skull, [-10.0, 121.5, 47.0], 1.1),
            on(Skull, [-24.0, 123.0, 45.5], 1.1),
            on(Skull, [-35.0, 121.5, 34.5], 1.1),
            on(Skull, [-43.0, 121.0, 26.0], 1.1),
            on(Skull, [-51.5, 127.0, 28.0], 1.1),
            on(Skull, [-57.0, 134.0, 31.0], 1.1),
            on(Skull, [-62.0, 145.0, 36.0], 1.0),
            on(Skull, [-69.0, 172.0, 36.0], 0.8),
            on(Skull, [-66.6, 200.6, 40.4], 0.2),
        ]],
    ),
    Strand::vessel(
        "subclavian_artery",
        Kind::Artery,
        &[&[
            on(T1, [30.0, -40.0, 20.0], 3.4),
            on(T1, [22.0, -20.0, 34.0], 3.4),
            on(T1, [15.5, -15.0, 50.0], 3.3),
            on(T1, [16.0, -22.0, 68.0], 3.2),
            on(T1, [12.0, -50.0, 102.0], 3.0),
        ]],
    ),
];
