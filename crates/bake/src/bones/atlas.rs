//! C1, the atlas: a ring without a body. Two lateral masses carry the skull, a short arch in front holds the dens, a
//! long one behind closes the canal.
//!
//! Frame: world axes, origin on the joint C1-C2 at mid height of the lateral masses.

use neck::anatomy::Bone;

use super::stack::{DENS, DENS_GAP, Joint, Standing};
use crate::sdf::{Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

/// Middle of the front arch before the origin, mm: the dens' front, the gap and half the arch's thickness.
const FRONT: f64 = 11.0;
/// Half height of the front arch (height 10.2: Patel & Gupta, n = 100) and half its thickness.
const FRONT_ARCH: (f64, f64) = (5.0, 2.6);
/// Middle of the back arch behind the origin (ring inside 28 to 33 front to back: Patel & Gupta; Kaleem 2024).
const BACK: f64 = -27.6;
/// Half height of the back arch in the midline (height 8.7: Patel & Gupta) and half its thickness.
const BACK_ARCH: (f64, f64) = (4.3, 2.4);
/// Middle of the back arch's side part from the midline (ring inside 26.6 to 30.2 wide).
const SIDE: f64 = 17.0;
/// Middle of a lateral mass.
const MASS: V3 = v(-1.0, -0.5, 16.6);
/// Half-axes of a lateral mass; its long axis runs inward to the front by so many degrees.
const MASS_RADII: V3 = v(12.0, 11.0, 7.6);
const MASS_TURN: f64 = 22.0;
/// Lowest point of the upper facet's hollow over the origin, and its half-axes (facets 21 to 23 long, 10 to 12 wide).
const HOLLOW: f64 = 3.2;
const FACET: V3 = v(12.6, 10.0, 7.2);
/// Tip of the transverse process from the midline (71.2 to 79.8 across both: Patel & Gupta; Kaleem 2024; mesh 77.6).
const REACH: f64 = 38.4;
/// Foramen transversarium: middle (mesh: x 8 in the world, z 27) and half width (5 to 7 wide).
const FORAMEN: V3 = v(-4.6, 0.0, 27.2);
const FORAMEN_RADIUS: f64 = 3.1;

/// The bone in the world.
pub fn bone() -> Placed {
    let frame = Bone::C1.frame();
    let below = Joint::atlas_axis().face(&frame, true);
    let solid = lateral_mass(below)
        .add(2.6, front_arch())
        .add(2.6, back_arch())
        .add(2.4, transverse_process())
        .cut(
            1.2,
            Shape::tunnel_in(Frame::at(FORAMEN).rolled(8.0), FORAMEN_RADIUS * 1.08, FORAMEN_RADIUS, 2.0),
        )
        .cut(1.4, artery_groove())
        .cut(1.0, upper_facet())
        .cut(0.8, dens_room(&frame))
        .cut(0.8, lower_room(below));
    let (low, high) = (frame.out(v(-35.0, -13.0, 0.0)), frame.out(v(18.0, 11.0, 42.0)));
    Placed { frame, solid, bounds: (V3 { z: 0.0, ..low }, high), grain: 0.12 }
}

fn front_arch() -> Solid {
    let (h, t) = FRONT_ARCH;
    let up = v(0.0, 1.0, 0.0);
    path(
        &[
            (v(FRONT, 1.4, 0.0), (h, t)),
            (v(FRONT - 0.8, 1.3, 5.2), (h * 0.94, t * 0.95)),
            (v(FRONT - 3.4, 1.0, 10.2), (h * 0.9, t)),
            (v(FRONT - 7.2, 0.4, 14.6), (h * 1.05, t * 1.3)),
        ],
        up,
        3,
        0.8,
    )
    // Anterior tubercle.
    .add(2.4, Shape::ellipsoid(v(FRONT + 2.2, 0.4, 0.0), v(1.9, 3.4, 2.8)))
}

fn lateral_mass(below: (V3, V3)) -> Solid {
    let mass = Shape::block_in(Frame::at(MASS).yawed(MASS_TURN), MASS_RADII, 2.4);
    Solid::of(mass)
        .clip(1.4, Shape::half_space(v(0.0, 5.8, 20.0), v(0.05, 1.0, -0.22)))
        .clip(1.6, Shape::half_space(below.0, below.1))
        // Tubercle of the transverse ligament, on the inner side.
        .add(1.4, Shape::ball(v(1.6, -0.6, 10.4), 2.0))
}

/// Kidney-shaped hollows for the skull's condyles, facing up and inward.
fn upper_facet() -> Shape {
    Shape::ellipsoid_in(hollow(), FACET)
}

fn hollow() -> Frame {
    Frame::at(v(0.6, HOLLOW + FACET.y, 14.9)).yawed(MASS_TURN + 4.0).rolled(-12.0)
}

/// The ellipsoid whose lower part is the right hollow: where it stands in the world, and its half-axes.
pub fn cup() -> (Frame, V3) {
    // The bone's axes are the world's.
    let own = hollow();
    (Frame { origin: Bone::C1.frame().out(own.origin), ..own }, FACET)
}

fn back_arch() -> Solid {
    let (h, t) = BACK_ARCH;
    path(
        &[
            (v(-6.0, 0.6, SIDE + 1.2), (4.6, 3.4)),
            (v(-12.0, 0.8, SIDE + 0.6), (h * 0.64, t * 1.15)),
            (v(-18.5, 0.9, SIDE - 2.6), (h * 0.74, t)),
            (v(BACK + 3.6, 0.6, SIDE - 8.6), (h * 0.88, t * 0.95)),
            (v(BACK + 0.6, 0.3, 3.8), (h * 0.98, t)),
            (v(BACK, 0.2, 0.0), (h, t * 1.08)),
        ],
        v(0.0, 1.0, 0.0),
        3,
        0.8,
    )
    // Posterior tubercle.
    .add(2.2, Shape::ellipsoid(v(BACK - 2.0, 0.8, 0.0), v(2.2, 3.2, 2.6)))
}

/// The vertebral artery crosses the back arch just behind the lateral mass.
fn artery_groove() -> Shape {
    limb(v(-13.4, 5.4, SIDE - 7.0), v(-10.4, 5.0, SIDE + 9.0), v(0.0, 1.0, 0.0), (3.4, 3.0), (3.6, 3.2))
}

fn transverse_process() -> Solid {
    let up = v(0.0, 1.0, 0.0);
    path(
        &[
            (v(2.4, -1.4, 21.0), (3.2, 2.2)),
            (v(0.4, -2.2, 28.0), (2.3, 1.9)),
            (v(-3.0, -2.8, 33.6), (2.6, 2.2)),
        ],
        up,
        3,
        0.6,
    )
    .add(
        1.2,
        path(
            &[
                (v(-8.6, -1.2, 20.0), (3.0, 2.4)),
                (v(-9.0, -2.2, 28.0), (2.4, 2.0)),
                (v(-7.2, -3.0, 33.6), (2.8, 2.4)),
            ],
            up,
            3,
            0.6,
        ),
    )
    .add(1.6, limb(v(-4.8, -3.0, 33.6), v(-6.2, -3.6, REACH - 3.4), up, (2.9, 4.4), (3.3, 3.6)))
}

/// Nothing of the bone comes nearer to the dens than the joint's gap.
fn dens_room(frame: &Frame) -> Shape {
    let [(root, r0), (tip, r1)] = DENS;
    let (a, b) = (frame.inside(root - (tip - root)), frame.inside(tip + (tip - root)));
    let (r0, r1) = (r0 + (r0 - r1) + DENS_GAP, r1 - (r0 - r1) + DENS_GAP);
    limb(a, b, v(0.0, 0.0, 1.0), (r0, r0), (r1, r1))
}

/// The room of C2's shoulders, which the fillets may not fill.
fn lower_room(below: (V3, V3)) -> Solid {
    Solid::of(Shape::tunnel_in(Frame::at(v(0.0, 0.0, 16.2)), 11.6, 10.6, 3.0))
        .clip(0.0, Shape::half_space(below.0, -below.1))
}
