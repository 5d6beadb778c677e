//! Deep strips beside the spine, and what ties the shoulder blade to it.
//!
//! | structure | from | to | bellies |
//! |---|---|---|---|
//! | `trapezius_middle` | acromion, spine of the scapula | spines of C7 to T3 | 1, a sheet |
//! | `rhomboid_minor` | inner edge of the scapula, at its spine | spines of C7 and T1 | 1, a sheet |
//! | `rhomboid_major` | inner edge of the scapula, below | spines of T2 to T5 | 1, a sheet |
//! | `longissimus_cervicis` | transverse processes of T1 to T5 | transverse processes of C2 to C6, rear | 1 |
//! | `iliocostalis_cervicis` | angles of ribs 3 to 6 | transverse processes of C4 to C6, rear | 1 |
//! | `multifidus` | joint pillars of C4 to C7, transverse process of T1 | spines two to four levels above | 3 |
//! | `rectus_capitis_anterior` | side mass of C1, front | base of the skull, before its opening | 1 |
//! | `rectus_capitis_lateralis` | transverse process of C1 | base of the skull, beside its opening | 1 |
//!
//! Attachments: Gray 1918; the rest by eye, as for the others.

use super::{free, on};
use crate::anatomy::Bone::{C1, C2, C3, C4, C5, C6, C7, Skull, T1};
use crate::layers::Layer;
use crate::tissue::{Form, Strand};

pub(in crate::tissue) const MUSCLES: &[Strand] = &[
    Strand::muscle(
        "trapezius_middle",
        Layer::Outer,
        Form::Sheet,
        &[&[
            on(T1, [-7.5, -3.4, 144.0], [-56.0, -14.6, 94.0], 1.4, 0.0),
            on(T1, [-17.4, 9.4, 104.0], [-66.0, -23.0, 74.0], 2.4, 1.0),
            on(T1, [-30.0, 18.8, 74.0], [-71.0, -35.0, 52.0], 2.4, 3.0),
            on(T1, [-52.0, 27.0, 32.0], [-70.5, -47.0, 25.0], 2.4, 5.0),
            on(T1, [-57.0, 25.0, 0.6], [-68.0, -56.0, 0.6], 1.2, 0.0),
        ]],
    ),
    Strand::muscle(
        "rhomboid_minor",
        Layer::Middle,
        Form::Sheet,
        &[&[
            on(T1, [-58.0, -14.0, 74.0], [-64.0, -29.0, 77.0], 1.2, 0.0),
            on(T1, [-52.0, 0.0, 38.0], [-57.0, -17.0, 40.0], 2.2, 1.0),
            on(T1, [-50.5, 9.0, 2.0], [-56.0, -13.0, 2.0], 1.0, 0.0),
        ]],
    ),
    Strand::muscle(
        "rhomboid_major",
        Layer::Middle,
        Form::Sheet,
        &[&[
            on(T1, [-64.0, -31.0, 77.0], [-66.0, -102.0, 87.0], 1.2, 0.0),
            on(T1, [-60.0, -20.0, 40.0], [-69.0, -72.0, 42.0], 2.2, 2.0),
            on(T1, [-60.0, -26.0, 1.4], [-76.0, -92.0, 1.4], 1.0, 0.0),
        ]],
    ),
    Strand::muscle(
        "longissimus_cervicis",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(T1, [-43.0, -34.0, 27.0], [-46.0, -34.0, 22.0], 1.6, 0.0),
            on(T1, [-29.0, 4.0, 36.0], [-33.0, 4.0, 30.0], 2.6, 0.0),
            on(C6, [-12.0, 34.0, 31.0], [-17.0, 34.0, 27.0], 2.4, 0.0),
            on(C3, [-0.5, 75.0, 24.0], [-3.5, 76.0, 21.5], 1.3, 0.0),
        ]],
    ),
    Strand::muscle(
        "iliocostalis_cervicis",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(T1, [-52.0, -64.0, 54.0], [-56.0, -64.0, 48.0], 1.6, 0.0),
            on(T1, [-39.0, -14.0, 46.0], [-43.0, -14.0, 41.0], 2.2, 0.0),
            on(T1, [-27.0, 12.0, 39.0], [-31.0, 12.0, 34.0], 2.2, 0.0),
            on(C5, [-2.5, 45.0, 27.0], [-6.0, 46.0, 24.5], 1.2, 0.0),
        ]],
    ),
    Strand::muscle(
        "multifidus",
        Layer::Deep,
        Form::Belly,
        &[
            &[
                on(C5, [-4.5, 47.5, 22.0], [-7.5, 48.5, 17.5], 1.6, 0.0),
                free([-13.0, 61.0, 17.0], [-17.0, 62.0, 11.0], 3.0, 0.0),
                on(C2, [-21.0, 77.5, 7.0], [-24.0, 78.5, 4.0], 1.4, 0.0),
            ],
            &[
                on(C7, [-13.0, 14.5, 24.0], [-16.0, 15.5, 19.0], 1.6, 0.0),
                free([-23.0, 33.0, 18.0], [-27.0, 34.0, 11.0], 3.0, 0.0),
                on(C4, [-21.0, 56.5, 7.0], [-24.0, 57.5, 4.0], 1.4, 0.0),
            ],
            &[
                on(T1, [-26.0, 4.5, 34.0], [-30.0, 5.0, 28.0], 1.6, 0.0),
                free([-33.0, 16.0, 21.0], [-37.0, 17.0, 14.0], 3.0, 0.0),
                on(C6, [-36.0, 24.5, 8.0], [-40.0, 25.5, 5.0], 1.4, 0.0),
            ],
        ],
    ),
    Strand::muscle(
        "rectus_capitis_anterior",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(C1, [23.6, 108.0, 13.0], [22.6, 108.0, 19.0], 1.3, 0.0),
            free([25.6, 118.0, 9.0], [25.0, 118.0, 15.0], 1.9, 0.0),
            on(Skull, [18.5, 127.8, 4.5], [18.0, 127.4, 9.5], 1.3, 0.0),
        ]],
    ),
    Strand::muscle(
        "rectus_capitis_lateralis",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(C1, [7.0, 111.0, 36.0], [3.0, 111.5, 34.5], 1.4, 0.0),
            free([6.0, 117.5, 36.0], [0.5, 117.5, 33.0], 2.5, 0.0),
            on(Skull, [3.0, 123.8, 34.5], [-2.0, 124.4, 32.5], 1.4, 0.0),
        ]],
    ),
];
