//! The lower jaw.

use super::teeth;
use crate::sdf::{Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);

/// Middle of the condyle (bicondylar breadth 115 to 122), its half-axes, and how far its outer end stands forward.
const CONDYLE: V3 = v(31.4, 137.6, 49.2);
const CONDYLE_HALF: V3 = v(4.4, 5.2, 9.8);
const CONDYLE_TURN: f64 = 16.0;
/// Tip of the coronoid process.
const CORONOID: V3 = v(60.0, 143.0, 47.4);
/// Middle of the ramus (height 58 to 66 with the condyle, breadth some 32) and its half-axes.
const RAMUS: V3 = v(47.0, 108.0, 45.4);
const RAMUS_HALF: V3 = v(16.4, 30.0, 3.5);
/// The ramus runs outward to the back.
const RAMUS_TURN: f64 = 17.0;
/// Foremost point of the chin.
const POGONION: V3 = v(98.6, 59.5, 0.0);

/// The mandible in the world.
pub fn mandible() -> Placed {
    let body = path(
        &[
            (v(93.0, 66.6, 0.0), (15.0, 5.8)),
            (v(91.8, 66.8, 8.0), (15.0, 5.8)),
            (v(86.4, 68.0, 17.6), (15.0, 5.8)),
            (v(77.6, 71.0, 26.4), (15.2, 5.8)),
            (v(66.6, 75.6, 33.8), (15.0, 5.8)),
            (v(55.6, 81.4, 39.8), (14.6, 5.4)),
            (v(47.0, 89.5, 43.0), (11.5, 4.4)),
        ],
        v(0.1, 1.0, 0.0),
        3,
        1.2,
    );
    let solid = body
        .add(8.0, ramus())
        .add(5.0, limb(v(57.6, 118.0, 45.4), CORONOID - v(0.0, 2.0, 0.0), FORWARD, (7.0, 2.8), (2.2, 1.7)))
        .add(3.5, condyle())
        // Oblique line, from the ramus' front edge down to the body.
        .add(6.0, limb(v(61.0, 112.0, 45.0), v(72.0, 87.0, 36.4), UP, (4.0, 2.4), (3.0, 2.4)))
        // Behind the last molar.
        .add(5.0, limb(v(66.0, 88.5, 33.5), v(55.0, 98.0, 40.5), UP, (5.4, 4.0), (5.4, 3.2)))
        // Chin.
        .add(8.0, Shape::ellipsoid(POGONION - v(5.2, 0.6, 0.0), v(5.2, 6.6, 8.4)))
        .add(6.0, Shape::ellipsoid(v(90.6, 55.0, 11.0), v(5.0, 4.4, 5.4)))
        .cut(12.0, Shape::ellipsoid(v(110.0, 74.0, 0.0), v(10.0, 9.0, 27.0)))
        // Mental foramen.
        .cut(0.9, limb(v(86.0, 70.0, 34.0), v(78.0, 69.0, 24.0), UP, (1.6, 1.6), (1.2, 1.2)));
    let solid = teeth::lower(solid);
    Placed { frame: Frame::WORLD, solid, bounds: (v(20.0, 46.0, 0.0), v(112.0, 150.0, 66.0)), grain: 0.06 }
}

/// A plate with a rounded angle behind and a notch above.
fn ramus() -> Solid {
    let frame = Frame::at(RAMUS).yawed(RAMUS_TURN).rolled(5.0).pitched(-4.0);
    Solid::of(Shape::block_in(frame, RAMUS_HALF, 4.0))
        // The lower edge rises to the angle.
        .clip(9.0, Shape::half_space(v(36.0, 83.5, 48.0), v(-0.42, -0.9, 0.0)))
        .clip(7.0, Shape::half_space(v(64.0, 104.0, 44.0), v(0.9, -0.42, 0.0)))
        .cut(3.0, limb(v(46.0, 146.0, 30.0), v(46.0, 146.0, 70.0), UP, (17.0, 10.0), (17.0, 10.0)))
}

fn condyle() -> Solid {
    let frame = Frame::at(CONDYLE).yawed(CONDYLE_TURN);
    Solid::of(Shape::ellipsoid_in(frame, CONDYLE_HALF))
        .add(3.0, limb(v(36.0, 116.0, 49.0), v(32.6, 134.0, 49.4), FORWARD, (6.4, 3.0), (3.8, 4.6)))
}
