//! The first two ribs with their cartilage. The first is a short flat band, bent sharply, with its faces up and down;
//! the second longer, rounder, and edgeways. Places follow the measured reference, by eye.

use crate::sdf::{Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

/// The plane the first rib lies in, falling 36 degrees to the front. It is a little full above: part of a ball this
/// large.
const FACE: V3 = v(0.588, 0.805, 0.08);
const ON_FACE: V3 = v(8.0, -15.4, 60.0);
const FULLNESS: f64 = 170.0;
/// Half the thickness of the band (some 5 thick and 15 to 20 broad in textbooks).
const HALF: f64 = 2.5;
/// Where the first rib's cartilage ends, on the side of the breastbone.
const FIRST_NOTCH: V3 = v(49.0, -51.0, 30.4);
/// Where the second's ends, at the lower corner of the manubrium.
const SECOND_NOTCH: V3 = v(62.0, -73.4, 16.8);

/// The first rib, right side.
pub fn rib1() -> Placed {
    let solid = band()
        // Head, in T1's facet; a thin neck; tubercle, which leans on T1's transverse process.
        .add(
            3.5,
            path(
                &[
                    (v(-7.6, -3.6, 21.6), (3.6, 3.8)),
                    (v(-12.0, -3.8, 24.6), (2.6, 2.6)),
                    (v(-17.2, -2.8, 31.0), (2.6, 3.2)),
                    (v(-20.4, -1.8, 40.0), (2.6, 5.0)),
                ],
                FACE,
                3,
                1.0,
            ),
        )
        .add(2.5, Shape::ellipsoid(v(-20.8, -1.8, 36.0), v(3.4, 3.0, 4.2)))
        .add(4.0, cartilage())
        // The rough tubercle of the front scalene on the inner edge; before it the vein's groove, behind the artery's.
        .add(3.0, Shape::ellipsoid(v(18.4, -21.6, 44.6), v(4.0, 3.0, 3.4)))
        .cut(3.0, limb(v(19.0, -20.6, 36.0), v(38.0, -31.0, 56.0), FACE, (2.6, 4.4), (2.2, 4.4)))
        .cut(3.0, limb(v(4.0, -8.4, 44.0), v(20.0, -18.0, 68.0), FACE, (2.6, 4.4), (2.2, 4.4)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(-38.0, -62.0, 12.0), v(58.0, 12.0, 78.0)), grain: 0.06 }
}

/// The flat part: its outline, drawn far too thick, between two balls.
fn band() -> Solid {
    let tall = 16.0;
    let outline = path(
        &[
            (v(-19.6, -1.6, 38.0), (tall, 5.0)),
            (v(-17.6, -1.6, 49.0), (tall, 6.4)),
            (v(-9.0, -5.4, 57.4), (tall, 8.0)),
            (v(4.0, -12.6, 60.4), (tall, 9.0)),
            (v(16.0, -21.0, 56.6), (tall, 10.0)),
            (v(25.0, -29.6, 48.6), (tall, 10.0)),
            (v(33.0, -38.0, 40.4), (tall, 9.0)),
        ],
        FACE,
        3,
        0.6,
    );
    let middle = ON_FACE - FACE.unit() * FULLNESS;
    outline.clip(2.4, Shape::ball(middle, FULLNESS + HALF)).cut(2.4, Shape::ball(middle, FULLNESS - HALF))
}

/// The first rib's, thicker than the bone.
fn cartilage() -> Solid {
    path(
        &[
            (v(31.0, -36.4, 42.6), (3.4, 8.0)),
            (v(41.0, -46.0, 38.4), (4.4, 6.2)),
            (FIRST_NOTCH, (5.0, 5.6)),
            (FIRST_NOTCH + v(2.0, -1.0, -3.0), (5.0, 5.6)),
        ],
        FACE,
        3,
        1.0,
    )
    .clip(1.0, Shape::half_space(FIRST_NOTCH, v(0.1, -0.1, -1.0)))
}

/// The second rib, right side.
pub fn rib2() -> Placed {
    let solid = path(
        &[
            (v(-14.4, -18.4, 22.2), (3.6, 3.2)),
            (v(-20.0, -17.2, 27.0), (2.8, 2.6)),
            (v(-29.6, -13.6, 38.0), (4.2, 3.2)),
            (v(-31.0, -12.8, 50.0), (5.0, 3.2)),
            (v(-27.0, -16.4, 64.0), (5.6, 3.1)),
            (v(-19.0, -23.8, 77.0), (6.0, 3.0)),
            (v(-7.0, -34.4, 88.6), (6.2, 3.0)),
            (v(5.0, -45.6, 94.4), (6.2, 3.0)),
            (v(19.0, -52.0, 90.6), (6.0, 3.0)),
            (v(34.0, -56.8, 81.6), (5.8, 3.0)),
            (v(49.0, -62.6, 70.6), (5.8, 3.1)),
            (v(60.0, -70.0, 56.0), (6.2, 3.4)),
            // Cartilage.
            (v(65.4, -75.4, 41.0), (5.6, 4.0)),
            (v(66.2, -76.6, 28.0), (5.0, 4.2)),
            (SECOND_NOTCH, (4.4, 4.0)),
        ],
        v(0.3, 0.9, 0.3),
        3,
        1.0,
    )
    .add(2.5, Shape::ellipsoid(v(-29.6, -13.0, 37.0), v(3.4, 3.4, 3.6)))
    // Where the serratus and the rear scalene hold on.
    .add(5.0, Shape::ellipsoid(v(2.0, -40.0, 94.6), v(9.0, 3.4, 3.0)))
    .clip(1.0, Shape::half_space(SECOND_NOTCH, v(0.2, 0.5, -1.0)));
    Placed { frame: Frame::WORLD, solid, bounds: (v(-44.0, -92.0, 10.0), v(80.0, 2.0, 108.0)), grain: 0.06 }
}
