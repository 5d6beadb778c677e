//! Hyoid bone and thyroid cartilage: held by soft tissue alone, in front of C3 to C6. Heights follow scans (body of the
//! hyoid most often at C4, top of the cartilage at C4 to C5); shape and sizes are of general knowledge, by eye.

use crate::sdf::{Placed, Shape, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);

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
    .add(1.6, limb(v(48.6, 58.4, 11.6), v(46.6, 64.2, 12.6), v(1.0, 0.0, 0.0), (1.6, 1.4), (0.9, 0.9)))
    // Hollow behind the body.
    .cut(2.0, Shape::ellipsoid(v(47.6, 54.6, 0.0), v(3.4, 4.0, 8.0)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(22.0, 44.0, 0.0), v(60.0, 70.0, 28.0)), grain: 0.06 }
}

/// Two plates that meet in front, notched above; an upper and a lower horn behind. Right side.
pub fn thyroid_cartilage() -> Placed {
    let solid = path(
        &[
            (v(54.4, 33.4, 0.0), (10.4, 1.9)),
            (v(49.0, 33.0, 5.8), (12.2, 1.7)),
            (v(41.0, 32.6, 13.4), (13.4, 1.6)),
            (v(31.6, 33.0, 20.4), (14.0, 1.8)),
        ],
        UP,
        3,
        1.2,
    )
    .cut(2.0, Shape::ellipsoid(v(57.0, 46.6, 0.0), v(9.0, 8.4, 6.4)))
    // The prominence.
    .add(2.4, Shape::ellipsoid(v(55.6, 37.6, 0.0), v(2.4, 4.6, 2.6)))
    // The oblique line, where the straps hold on.
    .add(1.2, limb(v(34.4, 43.0, 20.4), v(43.6, 23.8, 12.6), UP, (1.2, 1.2), (1.2, 1.2)))
    .add(2.4, limb(v(31.0, 44.6, 20.8), v(29.4, 58.6, 22.0), v(1.0, 0.0, 0.0), (2.2, 1.8), (1.6, 1.4)))
    .add(2.4, limb(v(31.4, 21.6, 20.2), v(32.4, 12.4, 17.6), v(1.0, 0.0, 0.0), (2.2, 1.8), (1.6, 1.5)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(22.0, 4.0, 0.0), v(64.0, 66.0, 30.0)), grain: 0.04 }
}
