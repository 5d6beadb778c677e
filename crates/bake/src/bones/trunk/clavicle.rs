//! The collarbone: an S seen from above, round and broad at the breastbone, flat at the shoulder. Places and
//! thicknesses follow the measured reference, by eye.

use crate::sdf::{Placed, Shape, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);

/// The bone in the world, right side.
pub fn clavicle() -> Placed {
    let solid = path(
        &[
            (v(36.4, -25.4, 21.0), (8.6, 7.6)),
            (v(38.2, -25.8, 33.0), (8.0, 6.6)),
            (v(39.8, -25.4, 47.0), (7.0, 5.6)),
            (v(37.8, -23.2, 65.0), (5.9, 5.4)),
            (v(30.8, -18.6, 83.0), (5.5, 5.6)),
            (v(16.6, -11.4, 101.0), (5.1, 6.6)),
            (v(4.6, -4.6, 118.0), (4.4, 8.0)),
            (v(2.4, -1.8, 136.0), (4.0, 9.4)),
            (v(6.2, -0.6, 152.0), (3.4, 7.2)),
        ],
        UP,
        3,
        1.5,
    )
    // Conoid tubercle, below and behind, and the rough edge of the trapezoid ligament.
    .add(3.0, Shape::ellipsoid(v(1.6, -7.4, 114.0), v(3.8, 3.2, 5.0)))
    .add(3.0, limb(v(4.0, -6.4, 122.0), v(7.0, -4.4, 140.0), UP, (2.4, 2.0), (1.8, 1.6)))
    // The hollow under the middle, of the subclavius.
    .cut(5.0, limb(v(34.0, -30.6, 70.0), v(14.0, -18.4, 104.0), UP, (3.4, 2.6), (2.6, 2.2)))
    // The inner face looks at the breastbone.
    .clip(2.0, Shape::half_space(v(34.0, -25.4, 17.4), v(0.25, -0.15, -1.0)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(-14.0, -42.0, 8.0), v(54.0, 10.0, 166.0)), grain: 0.08 }
}
