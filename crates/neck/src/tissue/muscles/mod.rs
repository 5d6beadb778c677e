//! The muscles' numbers: here those that the text speaks of most; the others in files beside it.
//!
//! | structure | from | to | bellies |
//! |---|---|---|---|
//! | `rcp_major` | spine of C2 | inferior nuchal line, outer part | 1 |
//! | `rcp_minor` | posterior tubercle of C1 | inferior nuchal line, inner part | 1 |
//! | `oc_inferior` | spine of C2 | transverse process of C1 | 1 |
//! | `oc_superior` | transverse process of C1 | between the nuchal lines, outer part | 1 |
//! | `upper_trapezius` | outer third of the clavicle, acromion | superior nuchal line, nuchal ligament | 1, a fan |
//! | `scm_sternal` | manubrium | mastoid process, superior nuchal line | 1 |
//! | `scm_clavicular` | inner third of the clavicle | mastoid process, under the sternal head; superior nuchal line | 1 |
//! | `splenius_capitis` | nuchal ligament, spines of C7 to T3 | mastoid process, superior nuchal line | 1, a strap |
//! | `splenius_cervicis` | spines of T3 and below | transverse processes of C1 to C3 | 1 |
//! | `semispinalis_capitis` | transverse processes of T1 and below | between the nuchal lines, inner part | 1 |
//! | `semispinalis_cervicis` | transverse processes of T1 and below | spines of C2 to C5 | 1 |
//! | `longissimus_capitis` | transverse processes of T1 and below | mastoid process, behind | 1 |
//! | `levator_scapulae` | upper inner corner of the scapula | transverse processes of C1 to C4 | 4 |
//! | `scalene_anterior` | first rib | transverse processes of C3 to C6, front | 2 |
//! | `scalene_middle` | first rib, behind | transverse processes of C2 to C7, rear | 3 |
//! | `scalene_posterior` | second rib | transverse processes of C5, C6, rear | 1 |
//! | `longus_colli` | bodies of T3 to C3; transverse process of C5; body of T2 | bodies of C4 to C2, front bump of C1; the same; transverse process of C6 | 3 |
//! | `longus_capitis` | transverse processes of C3 to C6, front | base of the skull | 3 |
//! | `temporalis` | coronoid process of the mandible, inside the zygomatic arch | side of the skull | 1, a fan |
//! | `masseter` | angle of the mandible; its ramus | zygomatic arch, in front; behind and inside | 2 |
//!
//! Attachments: Gray 1918. Ends stand on our own bones, bellies keep out of them, and lengths change as published
//! (`tests/baked/tissue.rs` of the baker). Ways between the ends, widths and thicknesses are drawn by eye.

pub(super) mod back;
pub(super) mod throat;

use super::{Form, Length, Place, Section, Strand};
use crate::anatomy::Bone;
use crate::anatomy::Bone::{C1, C2, C3, C4, C5, C6, C7, Skull, T1};
use crate::layers::Layer;

/// A section by its two edges: the one in front or outside, the one behind or at the midline. mm.
const fn section(on: Option<Bone>, a: [f32; 3], b: [f32; 3], thick: f32, bow: f32) -> Section {
    let middle = Place::new((a[0] + b[0]) * 0.5, (a[1] + b[1]) * 0.5, (a[2] + b[2]) * 0.5);
    let half = Place::new((b[0] - a[0]) * 0.5, (b[1] - a[1]) * 0.5, (b[2] - a[2]) * 0.5);
    Section { bow: Length::new(bow), ..Section::flat(on, middle, half, thick) }
}

/// Rides on a bone.
const fn on(bone: Bone, a: [f32; 3], b: [f32; 3], thick: f32, bow: f32) -> Section {
    section(Some(bone), a, b, thick, bow)
}

/// Spans freely.
const fn free(a: [f32; 3], b: [f32; 3], thick: f32, bow: f32) -> Section {
    section(None, a, b, thick, bow)
}

/// Spans freely in front; its rear edge goes with a bone.
const fn hemmed(hem: Bone, a: [f32; 3], b: [f32; 3], thick: f32, bow: f32) -> Section {
    Section { hem: Some(hem), ..section(None, a, b, thick, bow) }
}

/// In the order of `anatomy::STRUCTURES`.
pub(super) const MUSCLES: &[Strand] = &[
    Strand::muscle(
        "rcp_major",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(C2, [-23.6, 83.0, 7.0], [-22.4, 84.0, 2.0], 2.2, 0.0),
            free([-24.7, 96.0, 14.2], [-28.3, 98.0, 4.8], 4.4, 0.0),
            free([-26.4, 110.6, 24.7], [-31.6, 113.4, 10.3], 4.2, 0.0),
            on(Skull, [-28.0, 122.8, 35.9], [-35.0, 126.2, 17.1], 2.2, 0.0),
        ]],
    ),
    Strand::muscle(
        "rcp_minor",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(C1, [-17.3, 113.0, 4.8], [-18.3, 113.4, 0.8], 1.6, 0.0),
            free([-23.4, 118.7, 10.3], [-25.6, 119.3, 2.1], 2.8, 0.0),
            on(Skull, [-28.8, 123.4, 15.5], [-32.6, 124.2, 4.5], 1.8, 0.0),
        ]],
    ),
    Strand::muscle(
        "oc_inferior",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(C2, [-25.4, 79.6, 7.2], [-23.6, 84.4, 4.8], 2.4, 0.0),
            free([-18.7, 85.2, 17.0], [-15.3, 94.8, 13.0], 5.0, 0.0),
            free([-8.2, 94.2, 28.5], [-5.8, 103.8, 24.5], 4.6, 0.0),
            on(C1, [3.6, 105.3, 37.4], [4.8, 109.9, 35.4], 2.4, 0.0),
        ]],
    ),
    Strand::muscle(
        "oc_superior",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(C1, [3.9, 108.8, 38.9], [4.5, 108.4, 33.9], 2.4, 0.0),
            free([-8.0, 113.6, 42.2], [-8.0, 111.6, 33.0], 4.2, 0.0),
            free([-19.8, 119.6, 43.7], [-20.2, 117.4, 31.1], 3.8, 0.0),
            on(Skull, [-31.8, 126.6, 44.0], [-32.2, 124.4, 28.0], 2.2, 0.0),
        ]],
    ),
    Strand::muscle(
        "upper_trapezius",
        Layer::Outer,
        Form::Fan,
        &[&[
            on(T1, [20.5, -7.4, 95.0], [-11.0, -2.4, 150.0], 1.6, 0.0),
            hemmed(T1, [6.0, 26.0, 70.0], [-34.0, 12.0, 80.0], 3.0, 9.0),
            hemmed(T1, [-6.0, 43.0, 63.0], [-51.0, 19.0, 32.0], 3.0, 16.6),
            hemmed(C7, [-17.0, 60.0, 53.0], [-57.0, 26.0, 0.6], 3.0, 16.0),
            hemmed(C5, [-26.5, 79.0, 47.0], [-57.5, 54.0, 0.6], 2.7, 15.5),
            hemmed(C3, [-38.5, 98.0, 41.5], [-57.0, 82.0, 0.6], 2.4, 9.0),
            on(Skull, [-55.0, 139.0, 29.0], [-65.0, 140.0, 0.6], 1.2, 1.0),
        ]],
    ),
    Strand::muscle(
        "scm_sternal",
        Layer::Outer,
        Form::Belly,
        &[&[
            on(T1, [43.4, -33.8, 10.1], [41.4, -33.8, 14.1], 2.2, 0.0),
            on(T1, [43.0, -6.0, 13.5], [37.0, -5.0, 23.0], 4.0, 0.0),
            free([29.0, 44.0, 38.0], [15.0, 46.0, 48.5], 5.0, 1.0),
            free([24.0, 92.0, 54.0], [4.0, 97.0, 60.0], 4.6, 1.0),
            on(Skull, [13.0, 119.0, 58.0], [-2.0, 126.0, 64.0], 1.6, 0.0),
        ]],
    ),
    Strand::muscle(
        "scm_clavicular",
        Layer::Outer,
        Form::Belly,
        &[&[
            on(T1, [41.1, -19.3, 31.9], [36.3, -18.3, 53.9], 1.6, 0.0),
            free([36.0, 6.0, 34.0], [25.0, 7.0, 48.0], 3.4, 0.0),
            free([27.0, 50.0, 41.0], [8.0, 52.0, 50.0], 4.4, 1.0),
            free([14.0, 96.0, 54.0], [-13.0, 102.0, 60.0], 3.8, 1.0),
            on(Skull, [9.0, 118.5, 60.0], [-28.0, 137.0, 60.0], 1.2, 2.0),
        ]],
    ),
    Strand::muscle(
        "splenius_capitis",
        Layer::Middle,
        Form::Sheet,
        &[&[
            on(T1, [-56.4, -35.0, 2.8], [-52.4, 11.0, 0.3], 1.4, 0.0),
            on(T1, [-52.0, -8.0, 14.0], [-53.0, 31.0, 1.2], 2.0, 0.0),
            hemmed(C6, [-49.5, 20.0, 25.0], [-54.0, 63.0, 2.5], 2.6, 1.0),
            hemmed(C2, [-20.0, 77.0, 46.0], [-51.0, 101.0, 14.5], 3.0, 3.6),
            on(Skull, [-13.0, 123.5, 57.2], [-49.5, 135.5, 38.5], 1.4, 0.0),
        ]],
    ),
    Strand::muscle(
        "splenius_cervicis",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(T1, [-62.0, -62.0, 6.0], [-60.0, -40.0, 4.0], 1.2, 0.0),
            on(T1, [-47.0, -8.0, 22.0], [-48.0, 10.0, 12.0], 2.4, 0.0),
            on(C5, [-28.0, 48.0, 38.0], [-33.0, 58.0, 29.0], 3.4, 0.0),
            on(C2, [2.2, 88.7, 22.3], [-2.8, 93.7, 20.3], 1.8, 0.0),
        ]],
    ),
    Strand::muscle(
        "semispinalis_capitis",
        Layer::Middle,
        Form::Belly,
        &[&[
            on(T1, [-42.3, -31.4, 32.2], [-46.3, -31.4, 22.2], 2.4, 0.0),
            on(T1, [-40.5, 8.0, 31.0], [-46.0, 8.0, 11.0], 5.0, 0.0),
            on(C5, [-36.0, 52.0, 28.0], [-44.0, 52.0, 4.4], 6.4, 0.0),
            on(C2, [-42.0, 98.0, 27.0], [-46.0, 98.0, 2.6], 6.6, 0.0),
            on(Skull, [-49.1, 130.1, 26.5], [-55.1, 133.1, 4.5], 2.2, 0.0),
        ]],
    ),
    Strand::muscle(
        "semispinalis_cervicis",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(T1, [-39.7, -28.7, 31.3], [-43.7, -28.7, 23.3], 2.0, 0.0),
            on(C7, [-36.0, 18.0, 24.0], [-40.0, 18.0, 11.0], 4.0, 0.0),
            on(C4, [-27.0, 54.0, 18.0], [-32.0, 54.0, 7.0], 4.4, 0.0),
            on(C2, [-23.0, 82.0, 10.0], [-27.0, 82.0, 5.0], 2.0, 0.0),
        ]],
    ),
    Strand::muscle(
        "longissimus_capitis",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(T1, [-40.7, -30.0, 33.0], [-44.7, -30.0, 27.0], 1.6, 0.0),
            free([-26.0, 16.0, 36.0], [-31.0, 16.0, 30.0], 2.4, 0.0),
            free([-19.0, 62.0, 40.0], [-25.0, 64.0, 34.0], 2.6, 0.0),
            on(Skull, [-7.5, 123.0, 53.5], [-14.5, 126.0, 51.5], 1.4, 0.0),
        ]],
    ),
    Strand::muscle(
        "levator_scapulae",
        Layer::Middle,
        Form::Belly,
        &[
            &[
                on(T1, [-44.6, -0.7, 68.3], [-52.6, -6.7, 62.3], 2.4, 0.0),
                on(T1, [-29.0, 34.0, 46.0], [-39.0, 32.0, 41.0], 4.0, 0.0),
                on(C4, [-12.0, 72.0, 41.0], [-22.0, 72.0, 37.0], 3.8, 0.0),
                on(C1, [7.2, 108.2, 36.7], [1.2, 108.2, 34.7], 1.8, 0.0),
            ],
            &[
                on(T1, [-48.7, -5.1, 66.1], [-56.7, -15.1, 60.1], 2.2, 0.0),
                on(T1, [-31.0, 25.0, 43.0], [-39.0, 23.0, 37.0], 3.4, 0.0),
                on(C5, [-13.0, 54.0, 36.0], [-20.0, 54.0, 31.0], 3.2, 0.0),
                on(C3, [3.0, 74.6, 23.2], [-2.0, 74.6, 21.2], 1.6, 0.0),
            ],
            &[
                on(T1, [-46.6, -2.9, 67.2], [-54.6, -10.9, 61.2], 2.2, 0.0),
                on(T1, [-30.0, 30.0, 44.5], [-39.0, 28.0, 39.0], 3.4, 0.0),
                on(C4, [-12.0, 66.0, 37.0], [-20.0, 66.0, 32.5], 3.0, 0.0),
                on(C2, [1.6, 88.0, 24.6], [-3.4, 88.0, 22.6], 1.6, 0.0),
            ],
            &[
                on(T1, [-50.5, -8.1, 65.1], [-57.5, -17.1, 59.1], 2.0, 0.0),
                on(T1, [-31.0, 20.0, 42.0], [-39.0, 18.0, 35.0], 3.0, 0.0),
                on(C6, [-16.0, 42.0, 35.0], [-22.0, 42.0, 30.0], 2.8, 0.0),
                on(C4, [0.6, 59.6, 24.6], [-4.4, 59.6, 22.6], 1.5, 0.0),
            ],
        ],
    ),
    Strand::muscle(
        "scalene_anterior",
        Layer::Middle,
        Form::Belly,
        &[
            &[
                on(T1, [27.0, -24.0, 44.0], [20.0, -24.0, 48.0], 1.8, 0.0),
                free([25.0, 4.0, 36.0], [16.0, 4.0, 40.0], 3.6, 0.0),
                free([18.0, 44.0, 27.0], [10.0, 44.0, 30.0], 2.8, 0.0),
                on(C4, [12.0, 64.0, 23.0], [8.0, 64.0, 25.0], 1.4, 0.0),
            ],
            &[
                on(T1, [24.7, -25.8, 43.5], [19.7, -25.8, 46.5], 1.6, 0.0),
                free([21.0, -2.0, 34.0], [14.0, -2.0, 37.0], 2.8, 0.0),
                on(C6, [9.0, 23.0, 22.8], [5.0, 23.0, 24.8], 1.4, 0.0),
            ],
        ],
    ),
    Strand::muscle(
        "scalene_middle",
        Layer::Middle,
        Form::Belly,
        &[
            &[
                on(T1, [10.0, -15.7, 57.0], [-2.0, -11.7, 60.0], 2.2, 0.0),
                free([11.0, 14.0, 45.0], [-2.0, 16.0, 48.0], 4.4, 0.0),
                free([5.0, 52.0, 33.0], [-6.0, 54.0, 35.0], 3.6, 0.0),
                on(C3, [4.5, 77.5, 22.1], [-1.5, 78.5, 22.1], 1.6, 0.0),
            ],
            &[
                on(T1, [8.0, -14.7, 55.0], [-2.0, -11.7, 58.0], 2.0, 0.0),
                free([7.0, 8.0, 42.0], [-3.0, 9.0, 44.0], 3.4, 0.0),
                on(C6, [3.2, 23.6, 25.8], [-2.8, 23.6, 26.8], 1.6, 0.0),
            ],
            &[
                on(T1, [9.6, -15.4, 56.4], [-1.4, -11.7, 59.4], 2.0, 0.0),
                free([8.6, 10.0, 44.0], [-3.0, 12.0, 46.6], 3.6, 0.0),
                on(C5, [3.0, 43.0, 26.6], [-3.0, 43.6, 26.6], 1.6, 0.0),
            ],
        ],
    ),
    Strand::muscle(
        "scalene_posterior",
        Layer::Middle,
        Form::Belly,
        &[&[
            on(T1, [14.0, -46.0, 95.0], [2.0, -40.0, 96.0], 1.8, 0.0),
            free([4.0, -6.0, 68.0], [-8.0, -4.0, 68.0], 3.2, 0.0),
            free([-3.0, 28.0, 43.0], [-11.0, 30.0, 42.0], 2.8, 0.0),
            on(C5, [-1.3, 43.7, 24.7], [-6.3, 44.7, 22.7], 1.4, 0.0),
        ]],
    ),
    Strand::muscle(
        "longus_colli",
        Layer::Deep,
        Form::Belly,
        &[
            &[
                on(T1, [-6.2, -47.5, 8.5], [-5.7, -47.5, 1.5], 1.4, 0.0),
                on(T1, [12.0, -10.0, 11.0], [13.0, -10.0, 2.5], 2.0, 0.0),
                on(C6, [19.5, 24.0, 12.0], [21.5, 24.0, 3.0], 2.2, 0.0),
                on(C4, [26.0, 60.0, 10.5], [28.0, 60.0, 2.5], 2.2, 0.0),
                on(C2, [27.0, 94.0, 7.0], [28.5, 94.0, 1.5], 1.8, 0.0),
                on(C1, [27.0, 111.0, 5.0], [28.0, 111.0, 1.0], 1.2, 0.0),
            ],
            &[
                on(C5, [6.5, 47.0, 22.0], [9.0, 46.6, 18.6], 1.3, 0.0),
                on(C4, [20.0, 66.0, 18.0], [24.4, 66.0, 11.5], 2.2, 0.0),
                on(C2, [25.5, 92.0, 11.0], [27.6, 92.0, 5.0], 2.0, 0.0),
                on(C1, [27.0, 110.0, 5.4], [28.0, 110.0, 2.0], 1.2, 0.0),
            ],
            &[
                on(T1, [0.0, -27.0, 11.0], [2.0, -27.0, 6.0], 1.3, 0.0),
                on(T1, [13.0, 0.0, 18.0], [16.0, 0.0, 11.0], 2.2, 0.0),
                on(C6, [7.6, 24.4, 22.6], [10.6, 24.0, 19.4], 1.3, 0.0),
            ],
        ],
    ),
    Strand::muscle(
        "longus_capitis",
        Layer::Deep,
        Form::Belly,
        &[
            &[
                on(C5, [4.8, 46.3, 23.6], [7.8, 46.3, 20.6], 1.6, 0.0),
                on(C4, [18.0, 64.0, 22.0], [23.0, 64.0, 16.0], 2.6, 0.0),
                on(C2, [23.0, 98.0, 17.0], [27.0, 98.0, 8.0], 3.4, 0.0),
                on(Skull, [21.0, 129.0, 11.0], [25.0, 129.0, 3.0], 1.8, 0.0),
            ],
            &[
                on(C3, [9.6, 79.6, 21.4], [12.6, 79.6, 18.4], 1.3, 0.0),
                on(C2, [21.0, 100.0, 17.6], [25.0, 100.0, 10.0], 2.6, 0.0),
                on(Skull, [20.4, 129.0, 11.6], [24.0, 129.0, 5.0], 1.6, 0.0),
            ],
            &[
                on(C6, [8.0, 23.6, 23.4], [11.0, 23.6, 20.4], 1.3, 0.0),
                on(C4, [19.0, 58.0, 21.0], [24.0, 58.0, 16.0], 2.2, 0.0),
                on(C2, [25.4, 94.0, 13.6], [27.6, 94.0, 8.6], 2.4, 0.0),
                on(Skull, [23.0, 129.0, 8.0], [26.0, 129.0, 2.4], 1.6, 0.0),
            ],
        ],
    ),
    Strand::muscle(
        "temporalis",
        Layer::Outer,
        Form::Sheet,
        &[&[
            on(Skull, [63.0, 135.0, 49.5], [54.0, 133.0, 49.5], 1.6, 0.0),
            on(Skull, [67.0, 147.0, 52.5], [47.0, 147.0, 57.0], 3.6, 0.0),
            on(Skull, [69.5, 160.0, 53.0], [26.0, 157.0, 67.0], 3.8, 1.5),
            on(Skull, [69.5, 179.0, 54.5], [-3.0, 167.0, 73.6], 3.0, 5.5),
            on(Skull, [61.0, 199.0, 61.5], [-17.0, 187.0, 74.4], 2.0, 7.5),
            on(Skull, [48.0, 213.0, 66.0], [-10.0, 205.0, 74.6], 1.3, 6.0),
            on(Skull, [33.0, 222.0, 68.5], [8.0, 219.0, 73.3], 0.6, 2.0),
        ]],
    ),
    Strand::muscle(
        "masseter",
        Layer::Outer,
        Form::Belly,
        &[
            &[
                on(Skull, [50.0, 71.5, 46.0], [34.0, 87.0, 50.0], 1.4, 0.0),
                on(Skull, [56.0, 86.0, 50.5], [35.5, 98.0, 53.5], 4.6, 1.0),
                on(Skull, [65.0, 112.0, 57.0], [42.0, 117.0, 58.5], 5.0, 1.0),
                on(Skull, [70.0, 135.0, 62.0], [46.0, 138.5, 66.5], 1.4, 0.0),
            ],
            &[
                on(Skull, [46.0, 98.0, 49.5], [35.0, 99.0, 52.0], 1.2, 0.0),
                on(Skull, [47.0, 118.0, 55.5], [36.0, 119.0, 56.5], 3.4, 0.0),
                on(Skull, [50.0, 137.0, 65.0], [36.0, 140.0, 66.0], 1.2, 0.0),
            ],
        ],
    ),
];
