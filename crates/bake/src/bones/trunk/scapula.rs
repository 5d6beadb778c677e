//! The shoulder blade: one thin three-cornered plate over the ribs with a thick outer border; a spine across its back
//! that goes on as the flat acromion; the coracoid process, bent forward like a hook; and the socket of the arm. Places
//! follow the measured reference, by eye.

use crate::sdf::{Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);
/// Out of the back of the blade.
const BACK: V3 = v(-0.904, 0.089, 0.416);
/// The blade is part of a ball this large, so it lies on the ribs: its middle, the ball's radius, half its thickness.
const MIDDLE: V3 = v(-62.0, -70.0, 90.0);
const RADIUS: f64 = 150.0;
const HALF: f64 = 1.4;
/// The inner border is an arc of a circle: its middle and radius, seen from behind.
const INNER: (V3, f64) = (v(-70.0, -66.0, 206.0), 155.0);
/// Middle of the socket, where it looks, and half its height and breadth (some 37 x 26 in textbooks).
const SOCKET: V3 = v(-14.0, -41.0, 148.6);
const LATERAL: V3 = v(0.46, 0.06, 0.886);
const SOCKET_HALF: (f64, f64) = (18.0, 12.6);

/// The bone in the world, right side.
pub fn scapula() -> Placed {
    let solid = blade()
        // The outer border, thick up to the neck.
        .add(7.0, outer_border())
        .add(9.0, neck())
        .add(9.0, spine())
        .add(8.0, acromion())
        .add(7.0, coracoid())
        .cut(1.0, dish());
    Placed { frame: Frame::WORLD, solid, bounds: (v(-86.0, -146.0, 42.0), v(40.0, 22.0, 182.0)), grain: 0.06 }
}

fn blade() -> Solid {
    let centre = MIDDLE - BACK * RADIUS;
    // Rounded corners above and below need a wide fillet, so the outline is made first.
    let outline = Solid::of(Shape::ball(INNER.0, INNER.1))
        .clip(16.0, Shape::half_space(v(-50.0, 0.6, 92.0), v(0.0, 0.72, 0.69)))
        .clip(16.0, Shape::half_space(v(-62.0, -104.0, 101.0), v(0.0, -0.52, 0.854)))
        .clip(16.0, Shape::half_space(v(-72.0, -136.0, 74.0), v(0.0, -1.0, -0.1)))
        .clip(14.0, Shape::half_space(v(-44.0, 14.0, 76.0), v(0.0, 0.9, -0.43)))
        // Notch of the shoulder blade's nerve, before the coracoid process.
        .cut(3.0, limb(v(-60.0, -12.6, 114.6), v(0.0, -12.6, 114.6), UP, (6.0, 4.4), (6.0, 4.4)));
    Solid::of(Shape::ball(centre, RADIUS + HALF))
        .cut(0.5, Shape::ball(centre, RADIUS - HALF))
        .clip(1.8, outline)
        // The ball's far side.
        .clip(0.0, Shape::half_space(v(-20.0, -60.0, 120.0), v(1.0, 0.0, -0.2)))
}

fn outer_border() -> Solid {
    path(
        &[
            (v(-62.2, -127.0, 74.0), (2.0, 5.0)),
            (v(-60.0, -116.0, 87.0), (2.4, 5.0)),
            (v(-53.2, -92.0, 107.4), (3.2, 4.6)),
            (v(-41.0, -72.0, 124.6), (4.2, 5.4)),
            (v(-28.0, -57.0, 138.0), (6.4, 7.0)),
        ],
        BACK,
        3,
        1.5,
    )
}

/// From the blade to the socket's rim, which ends flat.
fn neck() -> Solid {
    let (high, wide) = SOCKET_HALF;
    Solid::of(limb(v(-37.0, -38.0, 125.0), SOCKET + LATERAL * 8.0, UP, (12.0, 4.6), (high + 2.0, wide + 3.4)))
        .clip(2.0, Shape::half_space(SOCKET, LATERAL))
}

/// The shallow hollow of the socket.
fn dish() -> Shape {
    let across = UP.cross(LATERAL).unit();
    let frame = Frame { axes: [LATERAL, LATERAL.cross(across), across], origin: SOCKET + LATERAL * 2.2 };
    Shape::ellipsoid_in(frame, v(6.2, SOCKET_HALF.0 - 1.0, SOCKET_HALF.1 - 0.8))
}

/// From the inner border to the acromion, higher and higher: a plate with a broad free edge.
fn spine() -> Solid {
    let ridge = |crest: V3, height: f64| (crest - BACK * (height * 0.5), (height * 0.5 + 2.0, 1.9));
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
    .add(
        3.0,
        path(
            &[
                (v(-69.0, -29.0, 60.0), (5.0, 1.4)),
                (v(-70.4, -22.0, 76.0), (4.0, 1.8)),
                (v(-67.0, -15.0, 94.0), (5.0, 2.0)),
                (v(-59.4, -11.0, 112.0), (3.6, 2.4)),
                (v(-50.0, -9.0, 128.0), (3.6, 3.4)),
                (v(-43.0, -8.0, 140.0), (3.6, 5.0)),
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
            (v(-48.0, -8.4, 132.0), (3.4, 4.4)),
            (v(-38.0, -8.6, 147.0), (3.6, 8.0)),
            (v(-24.0, -7.6, 158.0), (3.8, 11.4)),
            (v(-8.0, -5.4, 162.4), (3.6, 11.4)),
            (v(4.0, -3.0, 161.6), (3.0, 8.0)),
        ],
        UP,
        3,
        2.0,
    )
    .clip(2.0, Shape::half_space(v(-20.0, -4.4, 160.0), v(-0.1, 1.0, -0.06)))
    .clip(2.0, Shape::half_space(v(-20.0, -10.6, 160.0), v(0.16, -1.0, 0.0)))
}

/// Up from the neck of the socket, then bent forward and out.
fn coracoid() -> Solid {
    path(
        &[
            (v(-31.0, -29.0, 127.0), (9.0, 9.4)),
            (v(-20.0, -20.0, 122.6), (6.4, 9.0)),
            (v(-6.0, -16.4, 120.6), (4.6, 8.0)),
            (v(8.0, -18.6, 121.8), (4.0, 7.0)),
            (v(19.0, -25.4, 127.0), (3.8, 6.0)),
            (v(27.0, -33.4, 134.0), (3.6, 4.6)),
        ],
        UP + FORWARD * 0.4,
        3,
        2.0,
    )
}
