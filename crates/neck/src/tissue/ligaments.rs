//! Ligaments and linings.
//!
//! | structure | from | to |
//! |---|---|---|
//! | `nuchal_ligament` | spine of C7 | bump and crest of the skull, in the midline |
//! | `anterior_longitudinal` | below C2, down the front of bodies and discs | T2 |
//! | `posterior_longitudinal` | the same behind them, inside the canal | T1 |
//! | `transverse_atlas` | behind the peg, from side to side | the side masses of C1 |
//! | `alar` | the peg | the condyles of the skull |
//! | `ligamenta_flava` | arch plates, from C2 down | the plates above |
//! | `interspinous` | spines | the spines above |
//! | `myodural_link` | under rectus posterior minor | the lining behind the cord, above C1 |
//! | `dura_c0c2` | the rim of the skull's opening | round the cord, down to C3 |
//!
//! Courses: Gray 1918; the link: Hack and others 1995, Scali and others 2011. On our own bones, by eye.

use super::{Form, Place, Section, Strand};
use crate::anatomy::Bone::{self, C1, C2, C3, C4, C5, C6, C7, Skull, T1};

/// A band across the midline.
const fn across(bone: Bone, [x, y]: [f32; 2], half: f32, thick: f32) -> Section {
    Section::flat(Some(bone), Place::new(x, y, 0.0), Place::new(0.0, 0.0, half), thick)
}

/// A sheet in the midline, from its front to its rear edge.
const fn upright(bone: Bone, front: [f32; 2], rear: [f32; 2], thick: f32) -> Section {
    Section::flat(
        Some(bone),
        Place::new((front[0] + rear[0]) * 0.5, (front[1] + rear[1]) * 0.5, 0.0),
        Place::new((rear[0] - front[0]) * 0.5, (rear[1] - front[1]) * 0.5, 0.0),
        thick,
    )
}

/// Of the right side.
const fn beside(bone: Bone, [x, y, z]: [f32; 3], half: [f32; 3], thick: f32) -> Section {
    Section::flat(Some(bone), Place::new(x, y, z), Place::new(half[0], half[1], half[2]), thick)
}

/// Oval, round the cord.
const fn sleeve(bone: Bone, [x, y]: [f32; 2]) -> Section {
    Section::flat(Some(bone), Place::new(x, y, 0.0), Place::new(-5.8, 0.0, 0.0), 8.0)
}

/// Between two arch plates.
macro_rules! plate {
    ($lower:expr, $low:expr, $upper:expr, $high:expr) => {
        &[
            beside($lower, [$low[0], $low[1], 6.0], [-1.4, 0.0, 4.6], 0.9),
            beside($upper, [$high[0], $high[1], 6.0], [-1.4, 0.0, 4.6], 0.9),
        ]
    };
}

pub(super) const LIGAMENTS: &[Strand] = &[
    Strand::ligament(
        "nuchal_ligament",
        Form::Sheet,
        &[&[
            upright(C7, [-40.0, 15.0], [-56.0, 12.5], 0.8),
            upright(C5, [-27.0, 46.0], [-54.0, 48.0], 0.7),
            upright(C3, [-19.0, 75.0], [-54.0, 80.0], 0.7),
            upright(C1, [-18.0, 111.0], [-58.0, 112.0], 0.7),
            upright(Skull, [-36.0, 122.0], [-64.0, 140.0], 0.8),
        ]],
    ),
    Strand::ligament(
        "anterior_longitudinal",
        Form::Sheet,
        &[&[
            across(T1, [2.6, -26.0], 6.0, 0.9),
            across(T1, [8.6, -7.0], 6.0, 0.9),
            across(C7, [15.4, 9.0], 5.6, 0.9),
            across(C6, [18.9, 26.0], 5.2, 0.9),
            across(C5, [22.6, 43.2], 5.0, 0.9),
            across(C4, [25.3, 61.0], 4.6, 0.9),
            across(C3, [26.8, 77.5], 4.2, 0.9),
            across(C2, [26.8, 90.0], 3.2, 0.8),
        ]],
    ),
    Strand::ligament(
        "posterior_longitudinal",
        Form::Sheet,
        &[&[
            across(T1, [-12.6, -10.0], 4.4, 0.7),
            across(C7, [-3.2, 8.0], 4.6, 0.7),
            across(C6, [0.7, 24.4], 4.8, 0.7),
            across(C5, [4.6, 41.4], 5.0, 0.7),
            across(C4, [7.8, 58.4], 5.2, 0.7),
            across(C3, [10.4, 76.0], 5.4, 0.7),
            across(C2, [8.6, 94.0], 5.8, 0.7),
            across(C2, [8.4, 112.0], 6.0, 0.7),
            across(Skull, [12.6, 127.0], 6.4, 0.8),
        ]],
    ),
    Strand::ligament(
        "transverse_atlas",
        Form::Sheet,
        &[&[
            beside(C1, [8.6, 113.4, 0.2], [0.0, 3.0, 0.0], 0.8),
            beside(C1, [9.6, 113.2, 5.4], [0.0, 2.8, 0.0], 0.8),
            beside(C1, [13.6, 112.8, 9.6], [0.0, 2.4, 0.0], 0.8),
        ]],
    ),
    Strand::ligament(
        "alar",
        Form::Sheet,
        &[&[
            beside(C2, [14.6, 118.8, 3.4], [-1.6, 0.0, 0.0], 1.6),
            beside(Skull, [12.6, 122.0, 8.6], [-1.8, 0.0, 0.0], 1.8),
        ]],
    ),
    Strand::ligament(
        "ligamenta_flava",
        Form::Sheet,
        &[
            plate!(C3, [-2.0, 78.6], C2, [-5.2, 84.0]),
            plate!(C4, [-4.4, 65.6], C3, [-2.0, 71.0]),
            plate!(C5, [-7.4, 48.8], C4, [-4.4, 58.4]),
            plate!(C6, [-11.0, 31.8], C5, [-7.4, 41.2]),
            plate!(C7, [-14.4, 17.0], C6, [-11.0, 23.8]),
            plate!(T1, [-23.0, 1.4], C7, [-15.0, 10.4]),
        ],
    ),
    Strand::ligament(
        "interspinous",
        Form::Sheet,
        &[
            &[upright(C3, [-8.0, 79.0], [-17.0, 75.0], 0.8), upright(C2, [-11.0, 85.0], [-22.0, 81.6], 0.8)],
            &[upright(C4, [-10.0, 66.0], [-19.0, 62.6], 0.8), upright(C3, [-8.0, 71.0], [-18.0, 71.0], 0.8)],
            &[upright(C5, [-13.0, 49.0], [-25.0, 46.0], 0.8), upright(C4, [-10.0, 58.0], [-20.0, 58.6], 0.8)],
            &[upright(C6, [-17.0, 33.0], [-35.0, 28.4], 0.8), upright(C5, [-14.0, 41.0], [-26.0, 42.0], 0.8)],
            &[upright(C7, [-20.0, 19.0], [-46.0, 13.6], 0.8), upright(C6, [-18.0, 24.4], [-37.0, 24.6], 0.8)],
        ],
    ),
    Strand::ligament(
        "myodural_link",
        Form::Sheet,
        &[&[
            beside(C1, [-16.0, 118.4, 3.0], [0.0, 0.8, 0.8], 1.0),
            beside(Skull, [-5.8, 119.6, 2.0], [0.0, 1.2, 1.4], 0.8),
        ]],
    ),
    Strand::ligament(
        "dura_c0c2",
        Form::Tube,
        &[&[
            sleeve(Skull, [1.0, 127.0]),
            sleeve(C1, [0.8, 112.0]),
            sleeve(C2, [1.2, 95.0]),
            sleeve(C3, [4.0, 80.0]),
        ]],
    ),
];
