//! The shoulder blade: a thin three-cornered shell over the ribs, thick along its outer border; a spine across its
//! back that ends in the acromion; the coracoid process bent forward; the socket of the arm. Places follow the
//! measured reference, by eye.

use crate::sdf::{Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
/// Out of the back of the blade.
const BACK: V3 = v(-0.904, 0.089, 0.416);
/// The blade is part of a ball this large, so it lies on the ribs: its middle, the ball's radius, half its thickness.
const MIDDLE: V3 = v(-62.0, -70.0, 90.0);
const RADIUS: f64 = 150.0;
const HALF: f64 = 1.5;
/// Middle of the socket and where it looks.
const SOCKET: V3 = v(-14.0, -41.0, 149.0);
const LATERAL: V3 = v(0.46, 0.06, 0.886);

/// The bone in the world, right side.
pub fn scapula() -> Placed {
    let solid = blade()
        // The outer border, and the neck of the socket.
        .add(7.0, limb(v(-69.0, -126.0, 78.0), v(-52.0, -84.0, 116.0), BACK, (3.2, 5.0), (3.6, 5.4)))
        .add(7.0, limb(v(-52.0, -84.0, 116.0), v(-28.0, -52.0, 141.0), BACK, (3.8, 5.4), (6.4, 7.6)))
        .add(9.0, limb(v(-38.0, -38.0, 124.0), SOCKET - LATERAL * 4.0, UP, (12.0, 5.0), (16.6, 10.4)))
        .add(4.0, limb(v(-70.0, -30.0, 56.0), v(-72.6, -104.0, 56.0), BACK, (2.0, 3.0), (2.2, 3.0)))
        // The corners: above, where the levator holds on, and below.
        .add(5.0, Shape::ellipsoid(v(-47.5, 1.0, 74.0), v(3.6, 8.0, 7.4)))
        .add(6.0, Shape::ellipsoid(v(-71.4, -125.0, 69.0), v(2.8, 8.4, 9.6)))
        .add(5.0, spine())
        .add(5.0, acromion())
        .add(6.0, coracoid())
        .cut(2.0, Shape::ball(SOCKET + LATERAL * 27.0, 29.0));
    Placed { frame: Frame::WORLD, solid, bounds: (v(-86.0, -144.0, 42.0), v(40.0, 20.0, 182.0)), grain: 0.08 }
}

fn blade() -> Solid {
    let centre = MIDDLE - BACK * RADIUS;
    Solid::of(Shape::ball(centre, RADIUS + HALF))
        .cut(0.5, Shape::ball(centre, RADIUS - HALF))
        // Inner border, bent at the root of the spine.
        .clip(6.0, Shape::half_space(v(-66.0, -30.0, 55.5), v(0.0, 0.24, -0.97)))
        .clip(6.0, Shape::half_space(v(-74.0, -100.0, 54.0), v(0.0, -0.22, -0.975)))
        // Outer and upper border, lower tip.
        .clip(4.0, Shape::half_space(v(-62.0, -92.0, 110.0), v(0.0, -0.613, 0.79)))
        .clip(4.0, Shape::half_space(v(-50.0, 2.0, 80.0), v(0.0, 0.80, 0.60)))
        .clip(8.0, Shape::half_space(v(-72.0, -133.0, 70.0), v(0.0, -1.0, 0.0)))
        // The ball's far side.
        .clip(0.0, Shape::half_space(v(-20.0, -60.0, 120.0), v(1.0, 0.0, -0.2)))
}

/// From the inner border to the acromion, higher and higher.
fn spine() -> Solid {
    let ridge = |crest: V3, height: f64| (crest - BACK * (height * 0.5), (height * 0.5 + 2.4, 2.4));
    path(
        &[
            ridge(v(-70.0, -31.0, 58.0), 2.0),
            ridge(v(-70.0, -22.0, 76.0), 8.0),
            ridge(v(-67.0, -15.0, 94.0), 16.0),
            ridge(v(-60.0, -11.0, 112.0), 22.0),
            ridge(v(-50.0, -9.0, 128.0), 22.0),
            ridge(v(-43.0, -8.0, 140.0), 16.0),
        ],
        BACK,
        3,
        1.5,
    )
    // The crest is broad.
    .add(
        2.5,
        path(
            &[
                (v(-70.0, -24.0, 72.0), (4.4, 1.8)),
                (v(-66.4, -15.0, 94.0), (4.0, 1.8)),
                (v(-59.0, -11.0, 112.0), (3.8, 1.8)),
                (v(-43.0, -8.0, 140.0), (4.4, 2.2)),
            ],
            UP,
            3,
            1.0,
        ),
    )
}

/// Flat, and turned forward over the shoulder.
fn acromion() -> Solid {
    path(
        &[
            (v(-44.0, -8.0, 138.0), (3.0, 5.0)),
            (v(-34.0, -8.4, 152.0), (3.4, 9.0)),
            (v(-18.0, -7.0, 161.0), (3.6, 11.4)),
            (v(-4.0, -4.6, 164.0), (3.4, 10.4)),
            (v(6.0, -2.6, 161.0), (2.8, 6.4)),
        ],
        UP,
        3,
        2.0,
    )
}

/// Up from the neck of the socket, then bent forward and out.
fn coracoid() -> Solid {
    path(
        &[
            (v(-30.0, -24.0, 124.0), (8.0, 7.0)),
            (v(-16.0, -19.0, 120.0), (6.4, 7.0)),
            (v(0.0, -18.0, 119.0), (5.2, 6.4)),
            (v(14.0, -22.0, 124.0), (4.8, 6.0)),
            (v(26.0, -30.0, 134.0), (4.4, 5.0)),
        ],
        UP,
        3,
        2.0,
    )
}
