//! The mandible: a bent bar with two upright plates.

use crate::sdf::{Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);

/// Height, length and half thickness of the ramus (58 to 66 high), and how far it leans back, degrees.
const RAMUS: (V3, V3) = (v(46.0, 112.0, 48.0), v(17.0, 30.0, 3.4));
/// Middle of the condyle and its half-axes (115 to 122 across both).
const CONDYLE: (V3, V3) = (v(30.5, 138.0, 48.5), v(4.4, 4.8, 9.8));

pub(super) fn solid() -> Solid {
    let (ramus, plate) = RAMUS;
    let (condyle, head) = CONDYLE;
    let plate = Solid::of(Shape::block_in(Frame::at(ramus).pitched(7.0).yawed(3.0).rolled(4.0), plate, 4.0))
        // The angle is rounded off, and the front edge leans back.
        .clip(9.0, Shape::half_space(v(37.0, 86.0, 0.0), v(-0.6, -0.8, 0.0)))
        .clip(6.0, Shape::half_space(v(63.5, 108.0, 0.0), v(0.97, 0.2, 0.0)))
        // Mandibular notch.
        .cut(2.0, limb(v(46.5, 146.0, 20.0), v(46.5, 146.0, 80.0), UP, (17.0, 10.5), (17.0, 10.5)));
    Solid::of(body())
        .add(10.0, plate)
        .add(4.0, limb(v(57.0, 120.0, 48.5), v(60.5, 142.0, 48.0), FORWARD, (7.0, 2.8), (2.6, 1.6)))
        .add(3.5, limb(v(36.5, 116.0, 49.5), v(31.5, 135.0, 49.0), FORWARD, (6.5, 3.2), (4.0, 5.0)))
        .add(2.6, Shape::ellipsoid_in(Frame::at(condyle).yawed(14.0), head))
        // Chin.
        .add(7.0, Shape::ellipsoid(v(94.5, 58.0, 0.0), v(5.4, 7.0, 9.0)))
        .add(5.0, Shape::ball(v(91.5, 55.5, 11.5), 4.4))
        .cut(9.0, Shape::ellipsoid(v(108.0, 72.0, 0.0), v(10.0, 8.0, 26.0)))
        // Mental foramen, and the hollow under the tongue.
        .cut(1.2, Shape::ball(v(83.5, 69.0, 32.0), 2.6))
        .cut(6.0, Shape::ellipsoid(v(62.0, 82.0, 0.0), v(22.0, 30.0, 21.0)))
}

fn body() -> Solid {
    path(
        &[
            (v(93.5, 66.5, 0.0), (15.0, 6.0)),
            (v(92.0, 67.0, 9.0), (15.0, 6.0)),
            (v(85.5, 69.5, 20.5), (14.5, 6.0)),
            (v(75.0, 73.5, 30.0), (14.5, 6.0)),
            (v(63.0, 80.0, 38.6), (14.5, 5.4)),
            (v(52.5, 87.0, 43.6), (14.0, 4.6)),
            (v(43.0, 94.0, 45.6), (13.0, 3.6)),
        ],
        UP,
        3,
        2.0,
    )
}
