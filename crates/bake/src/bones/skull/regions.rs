//! Parts of the skull that are spoken of by themselves: they lie a hair over the whole skull's surface, shown only when
//! chosen. Sutures run straight between their corners.

use super::{skull, teeth};
use crate::bones::Recipe;
use crate::sdf::{Placed, Shape, Solid};
use crate::vec::{Frame, V3, v};

/// How far a plate stands out, and how thick it is, mm.
const OUT: f64 = 0.4;
const THICK: f64 = 4.0;

/// Where the lambdoid suture ends below, behind the mastoid.
const ASTERION: V3 = v(-28.0, 147.0, 62.0);
/// Between the two bones, beside the condyle.
const JUGULAR: V3 = v(11.0, 124.0, 27.0);
/// Tip of the petrous bone, beside the slope in front of the foramen magnum.
const PETROUS: V3 = v(32.0, 139.0, 15.0);

/// Two bones, and the teeth.
pub fn regions() -> [Recipe; 3] {
    // Seen from the middle of the braincase, the sutures are planes.
    let occipital = [v(-62.0, 212.0, 0.0), ASTERION, JUGULAR, PETROUS, v(34.0, 140.0, 0.0)];
    let temporal = [
        ASTERION,
        v(-14.0, 160.0, 70.0),
        v(16.0, 183.0, 76.0),
        v(45.0, 168.0, 68.0),
        v(54.0, 140.0, 64.0),
        v(44.0, 140.0, 40.0),
        PETROUS,
        JUGULAR,
        ASTERION,
    ];
    [
        plate("occipital_bone", v(6.0, 176.0, 0.0), &occipital, 1100),
        plate("temporal_bone", v(12.0, 166.0, 14.0), &temporal, 1300),
        Recipe {
            id: "teeth",
            solid: Placed {
                frame: Frame::WORLD,
                solid: teeth::crowns(),
                bounds: (v(30.0, 74.0, 0.0), v(116.0, 116.0, 46.0)),
                grain: 0.0,
            },
            cell: 0.8,
            triangles: 1500,
            blend: None,
        },
    ]
}

/// The part of the skull's surface on the inner side of a row of corners, which goes round it clockwise seen from
/// outside; what crosses the midline is open there.
fn plate(id: &'static str, eye: V3, corners: &[V3], triangles: usize) -> Recipe {
    let Placed { frame, solid, bounds, .. } = skull();
    let whole = Shape::group_in(frame, solid);
    let outer = Solid::of(Shape::Grown(Box::new(whole.clone()), OUT));
    let cut = corners.windows(2).fold(outer, |solid, two| {
        solid.clip(0.0, Shape::half_space(eye, (two[0] - eye).cross(two[1] - eye)))
    });
    let solid = cut.cut(0.0, Shape::Grown(Box::new(whole), OUT - THICK));
    Recipe { id, solid: Placed { frame, solid, bounds, grain: 0.0 }, cell: 1.2, triangles, blend: None }
}
