//! The first two ribs. The first is short, with its faces up and down; the second longer, edgeways, and turning from
//! one to the other. Places follow the measured reference.

use crate::sdf::{Placed, Shape, path};
use crate::vec::{Frame, V3, v};

/// The first rib's upper face looks forward as the rib falls.
const FACE: V3 = v(0.42, 0.9, 0.1);

/// The first rib with its cartilage, right side.
pub fn rib1() -> Placed {
    let solid = path(
        &[
            (v(-7.8, -3.6, 21.4), (3.2, 3.0)),
            (v(-14.6, -4.0, 26.0), (2.6, 3.0)),
            (v(-19.0, -3.4, 33.6), (2.7, 4.0)),
            (v(-20.6, -1.6, 44.0), (2.5, 6.0)),
            (v(-16.6, -1.6, 54.0), (2.3, 7.6)),
            (v(-4.0, -8.4, 60.6), (2.3, 8.4)),
            (v(9.4, -16.0, 59.0), (2.3, 8.8)),
            (v(20.0, -25.2, 50.4), (2.4, 8.8)),
            (v(29.6, -36.0, 39.6), (2.8, 8.4)),
            (v(37.6, -43.0, 33.4), (3.2, 7.2)),
        ],
        FACE,
        3,
        1.0,
    )
    // Tubercle, which leans on T1's transverse process; scalene tubercle on the upper face.
    .add(2.5, Shape::ellipsoid(v(-19.4, -3.0, 35.0), v(3.0, 2.8, 3.2)))
    .add(2.0, Shape::ellipsoid(v(18.0, -20.6, 46.4), v(2.6, 2.0, 2.2)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(-38.0, -58.0, 12.0), v(54.0, 12.0, 76.0)), grain: 0.06 }
}

/// The bony second rib, right side.
pub fn rib2() -> Placed {
    let solid = path(
        &[
            (v(-14.4, -18.4, 22.2), (3.2, 2.8)),
            (v(-22.0, -16.6, 28.4), (3.0, 2.8)),
            (v(-29.6, -13.6, 38.0), (4.6, 3.2)),
            (v(-31.0, -12.8, 50.0), (5.6, 3.0)),
            (v(-27.0, -16.4, 64.0), (6.4, 2.8)),
            (v(-19.0, -23.8, 77.0), (6.8, 2.7)),
            (v(-7.0, -34.4, 88.6), (7.0, 2.7)),
            (v(5.0, -45.6, 94.4), (7.0, 2.7)),
            (v(19.0, -52.0, 90.6), (6.8, 2.7)),
            (v(34.0, -56.8, 81.6), (6.6, 2.7)),
            (v(49.0, -62.6, 70.6), (6.6, 2.8)),
            (v(60.0, -70.0, 56.0), (6.8, 3.0)),
            (v(66.0, -77.0, 42.0), (6.8, 3.4)),
        ],
        v(0.3, 0.9, 0.3),
        3,
        1.0,
    )
    .add(2.5, Shape::ellipsoid(v(-30.6, -12.2, 36.0), v(3.6, 3.4, 3.6)))
    // Where the serratus and the rear scalene hold on.
    .add(4.0, Shape::ellipsoid(v(2.0, -40.0, 94.6), v(8.0, 3.4, 3.2)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(-44.0, -92.0, 10.0), v(78.0, 2.0, 108.0)), grain: 0.06 }
}
