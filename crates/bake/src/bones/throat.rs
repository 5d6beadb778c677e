//! Hyoid bone and thyroid cartilage: held by soft tissue alone, in front of C3 to C6. Heights follow scans (body of the
//! hyoid most often at C4, top of the cartilage at C4 to C5); shape and sizes are of general knowledge, by eye.

use crate::sdf::{Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);

/// A bow, open behind: body, greater horns, and a grain of a lesser horn on each side. Right side.
pub fn hyoid() -> Placed {
    let solid = path(
        &[
            (v(52.6, 55.0, 0.0), (5.2, 2.6)),
            (v(51.6, 55.2, 6.0), (5.0, 2.5)),
            (v(48.8, 56.2, 11.4), (4.0, 2.2)),
            (v(43.0, 58.2, 16.6), (2.8, 1.7)),
            (v(36.0, 61.0, 20.4), (2.3, 1.5)),
            (v(29.6, 64.0, 22.4), (2.5, 1.9)),
        ],
        UP,
        3,
        1.2,
    )
    .add(1.6, limb(v(48.6, 58.4, 11.6), v(46.6, 64.2, 12.6), FORWARD, (1.6, 1.4), (0.9, 0.9)))
    // Hollow behind the body.
    .cut(2.0, Shape::ellipsoid(v(47.6, 54.6, 0.0), v(3.4, 4.0, 8.0)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(22.0, 44.0, 0.0), v(60.0, 70.0, 28.0)), grain: 0.06 }
}

/// Bottom of the thyroid's notch, and how steeply its sides rise.
const NOTCH: (V3, f64) = (v(54.0, 37.4, 0.0), 1.15);

/// Two plates that meet in front at a right angle, with a V between them above and the prominence below that; an upper
/// and a lower horn behind. Right side.
pub fn thyroid_cartilage() -> Placed {
    let tall = 22.0;
    let notch = Solid::of(Shape::half_space(NOTCH.0, v(0.0, -1.0, NOTCH.1)))
        .clip(0.0, Shape::half_space(v(42.0, 40.0, 10.0), v(-1.0, 0.0, 0.6)));
    let solid = path(
        &[
            (v(54.6, 33.4, 0.0), (tall, 1.8)),
            (v(49.0, 33.0, 5.8), (tall, 1.6)),
            (v(41.0, 32.6, 13.4), (tall, 1.6)),
            (v(31.6, 33.0, 20.4), (tall, 1.8)),
        ],
        UP,
        3,
        0.8,
    )
    .clip(1.0, Shape::half_space(v(50.0, 45.4, 8.0), v(0.10, 1.0, -0.08)))
    .clip(1.0, Shape::half_space(v(50.0, 22.0, 8.0), v(0.10, -1.0, 0.06)))
    // The prominence.
    .add(3.0, Shape::ellipsoid(v(55.0, 36.0, 0.0), v(3.2, 5.6, 2.8)))
    .cut(1.2, notch)
    // The oblique line, where the straps hold on.
    .add(1.2, limb(v(34.4, 43.0, 20.4), v(43.6, 23.8, 12.6), UP, (1.2, 1.2), (1.2, 1.2)))
    .add(3.0, limb(v(31.2, 42.0, 20.6), v(29.4, 58.8, 22.0), FORWARD, (2.4, 1.9), (1.5, 1.5)))
    .add(3.0, limb(v(31.4, 23.0, 20.4), v(33.0, 12.6, 17.6), FORWARD, (2.4, 1.9), (1.7, 1.6)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(22.0, 4.0, 0.0), v(64.0, 66.0, 30.0)), grain: 0.0 }
}
