//! What holds hyoid bone and voice box, and the muscles of the scalp.
//!
//! | structure | from | to | bellies |
//! |---|---|---|---|
//! | `sternohyoid` | manubrium, behind | hyoid bone | 1 |
//! | `sternothyroid` | manubrium, behind and below | thyroid cartilage | 1 |
//! | `thyrohyoid` | thyroid cartilage | hyoid bone, body and greater horn | 1 |
//! | `omohyoid` | upper edge of the scapula | hyoid bone, by a tendon behind the collarbone | 1, thin in its middle |
//! | `mylohyoid` | hyoid bone and the midline | inside of the mandible | 1, a sheet |
//! | `geniohyoid` | hyoid bone | inside of the chin | 1 |
//! | `stylohyoid` | hyoid bone | styloid process | 1 |
//! | `digastric` | inside of the chin | inside of the mastoid, by a tendon at the hyoid bone | 1, thin in its middle |
//! | `frontalis` | above the eye socket | the scalp's tendon | 1, a sheet |
//! | `occipitalis` | superior nuchal line, outer part | the scalp's tendon | 1, a sheet |
//!
//! Attachments: Gray 1918; the rest by eye. Hyoid bone and cartilage ride on C3 and C4.

use super::{free, on};
use crate::anatomy::Bone::{C3, C4, Skull, T1};
use crate::layers::Layer;
use crate::tissue::{Form, Strand};

pub(in crate::tissue) const MUSCLES: &[Strand] = &[
    Strand::muscle(
        "sternohyoid",
        Layer::Middle,
        Form::Belly,
        &[&[
            on(T1, [38.0, -37.0, 5.0], [36.5, -35.0, 14.0], 1.4, 0.0),
            free([50.0, -2.0, 4.5], [46.0, 0.0, 15.0], 1.8, 1.0),
            on(C4, [60.5, 30.0, 3.0], [51.5, 32.0, 14.0], 1.6, 1.0),
            on(C3, [55.6, 51.0, 2.0], [53.0, 51.6, 9.5], 1.2, 0.0),
        ]],
    ),
    Strand::muscle(
        "sternothyroid",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(T1, [40.0, -47.0, 4.0], [38.0, -45.0, 11.0], 1.3, 0.0),
            free([37.5, -26.0, 6.5], [34.5, -26.0, 14.0], 1.5, 0.0),
            free([43.5, 0.0, 8.5], [37.5, 0.0, 17.0], 1.6, 0.5),
            on(C4, [47.0, 25.5, 11.5], [39.0, 29.5, 18.5], 1.1, 0.0),
        ]],
    ),
    Strand::muscle(
        "thyrohyoid",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(C4, [46.0, 27.0, 12.2], [38.0, 32.0, 19.0], 1.1, 0.0),
            free([48.0, 41.0, 12.8], [39.0, 44.0, 21.0], 1.5, 0.5),
            on(C3, [49.5, 52.6, 9.5], [41.0, 56.4, 18.5], 1.1, 0.0),
        ]],
    ),
    Strand::muscle(
        "omohyoid",
        Layer::Middle,
        Form::Belly,
        &[&[
            on(T1, [-28.0, -10.5, 111.0], [-34.0, -13.0, 107.0], 1.5, 0.0),
            free([4.0, -1.0, 76.0], [-2.0, -3.0, 74.0], 2.2, 0.0),
            on(T1, [29.0, 6.0, 36.0], [27.0, 5.0, 37.5], 1.2, 0.0),
            free([47.0, 28.0, 21.0], [42.0, 28.0, 25.5], 1.8, 0.0),
            on(C3, [53.0, 51.4, 9.5], [50.0, 52.4, 13.0], 1.1, 0.0),
        ]],
    ),
    Strand::muscle(
        "mylohyoid",
        Layer::Middle,
        Form::Sheet,
        &[&[
            on(C3, [54.0, 53.0, 1.0], [50.0, 55.5, 12.0], 1.1, 0.0),
            free([67.0, 55.0, 1.0], [65.0, 67.0, 26.0], 1.3, 0.0),
            on(Skull, [86.0, 57.6, 1.0], [84.0, 60.0, 10.0], 1.0, 0.0),
        ]],
    ),
    Strand::muscle(
        "geniohyoid",
        Layer::Deep,
        Form::Belly,
        &[&[
            on(C3, [54.0, 57.4, 1.0], [53.0, 57.8, 6.0], 1.3, 0.0),
            free([70.0, 59.0, 1.0], [70.0, 59.6, 7.0], 2.4, 0.0),
            on(Skull, [85.6, 60.6, 1.0], [85.2, 61.0, 5.0], 1.3, 0.0),
        ]],
    ),
    Strand::muscle(
        "stylohyoid",
        Layer::Middle,
        Form::Belly,
        &[&[
            on(C3, [46.5, 57.5, 14.5], [44.5, 58.2, 16.0], 0.9, 0.0),
            free([33.0, 80.0, 28.0], [30.0, 80.0, 29.5], 1.6, 0.0),
            on(Skull, [21.5, 107.5, 38.0], [20.0, 108.5, 39.0], 0.9, 0.0),
        ]],
    ),
    Strand::muscle(
        "digastric",
        Layer::Middle,
        Form::Belly,
        &[&[
            on(Skull, [84.0, 56.4, 13.0], [85.4, 56.0, 4.0], 1.4, 0.0),
            free([64.0, 55.0, 17.0], [64.0, 54.0, 10.0], 2.4, 0.0),
            on(C3, [46.0, 60.5, 18.0], [44.5, 59.5, 16.5], 1.0, 0.0),
            free([25.0, 92.0, 38.0], [21.0, 91.0, 36.5], 2.4, 0.0),
            on(Skull, [7.5, 122.6, 48.5], [3.5, 124.8, 46.5], 1.4, 0.0),
        ]],
    ),
    Strand::muscle(
        "frontalis",
        Layer::Outer,
        Form::Sheet,
        &[&[
            on(Skull, [104.2, 184.0, 3.0], [91.6, 185.0, 41.2], 0.6, 3.7),
            on(Skull, [105.2, 197.0, 3.5], [81.7, 199.0, 48.6], 0.8, 6.2),
            on(Skull, [103.2, 214.0, 5.0], [74.7, 216.0, 51.9], 0.7, 7.1),
            on(Skull, [98.6, 230.0, 9.0], [72.7, 232.0, 46.9], 0.5, 5.6),
            on(Skull, [90.8, 241.0, 16.0], [77.7, 242.0, 35.9], 0.3, 2.1),
        ]],
    ),
    Strand::muscle(
        "occipitalis",
        Layer::Outer,
        Form::Sheet,
        &[&[
            on(Skull, [-25.4, 139.0, 62.3], [-62.8, 143.0, 22.4], 0.5, 6.3),
            on(Skull, [-29.4, 150.0, 63.5], [-67.9, 153.0, 19.8], 0.7, 6.4),
            on(Skull, [-34.0, 161.5, 63.4], [-69.2, 164.5, 19.6], 0.6, 5.8),
            on(Skull, [-41.0, 174.0, 61.2], [-70.1, 177.0, 22.4], 0.3, 3.9),
        ]],
    ),
];
