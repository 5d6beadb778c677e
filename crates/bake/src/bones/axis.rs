//! C2, the axis: the dens stands on its body, round it the atlas turns; broad shoulders carry the atlas; its spine is
//! the strongest of the neck and forked.
//!
//! Frame: origin in the middle of the body, x along the lower endplate, y up.

use neck::anatomy::Bone;

use super::stack::{DENS, Joint, Standing};
use crate::sdf::{Body, Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

/// Middle of the body column before the origin, and its half height.
const COLUMN: V3 = v(0.8, -0.4, 0.0);
/// Front to back (body depth 14.8 ± 1.7: Gosavi & Swamy 2012, n = 100) and widths.
pub const DEPTH: f64 = 15.4;
/// The upper one is the dens' root: between the shoulders the front of the body is a triangle.
pub const WIDTH: (f64, f64) = (19.4, 12.6);
/// From the lower endplate to where the shoulders begin.
pub const HEIGHT: f64 = 17.0;
/// Canal, front to back and across (19.1 x 23.1 above, 15.2 x 23.9 below: Kaur 2017, n = 50).
const CANAL: (f64, f64) = (16.2, 23.0);
/// Shoulders: middle and half-axes (facets about 17 long and 15 wide, textbooks).
const SHOULDER: V3 = v(-1.6, 5.3, 14.6);
const SHOULDER_RADII: V3 = v(9.4, 5.8, 8.9);
/// Transverse process: tip (50 to 55 across both: mesh 52.7).
const REACH: V3 = v(-6.6, -6.0, 25.4);
const FORAMEN_RADIUS: f64 = 2.8;
/// Root and tips of the spine (mesh: 22 behind the canal, 9 degrees down).
const SPINE_ROOT: V3 = v(-25.4, -6.4, 0.0);
const SPINE_TIP: V3 = v(-43.8, -13.8, 5.8);

/// The body as the disc below sees it, in the bone's frame moved by [`COLUMN`].
pub fn body_shape() -> Body {
    Body {
        depth: DEPTH * 0.5,
        width: (WIDTH.0 * 0.5, WIDTH.1 * 0.5),
        height: HEIGHT * 0.5,
        waist: 0.06,
        bevel: 3.4,
        lip: 2.4,
        hollow: 1.0,
        saddle: 0.0,
        square: 2.3,
    }
}

/// Where the body column stands in the world.
pub fn column(frame: &Frame) -> Frame {
    Frame { origin: frame.out(COLUMN), ..*frame }
}

/// The bone in the world.
pub fn bone() -> Placed {
    let frame = Bone::C2.frame();
    let above = Joint::atlas_axis().face(&frame, false);
    let below = Joint::facet(Bone::C2, Bone::C3).face(&frame, true);
    let solid = body()
        .add(3.6, shoulder())
        .add(2.2, pedicle())
        .add(2.6, arch(below))
        .add(2.2, transverse_process())
        .add(3.0, lamina())
        .add(3.6, spine())
        .cut(1.6, canal())
        .cut(1.0, foramen())
        .clip(1.2, upper_limit(above))
        .add(4.6, dens(&frame))
        .cut(0.8, lower_facet_room(below));
    let (low, high) = (frame.out(v(-52.0, -24.0, 0.0)), frame.out(v(13.0, 29.0, 30.0)));
    Placed { frame, solid, bounds: (V3 { z: 0.0, ..low }, high), grain: 0.12 }
}

fn body() -> Solid {
    Solid::of(Shape::group_in(Frame::at(COLUMN), Solid::of(Shape::Body(Box::new(body_shape())))))
        // A ridge down the front, a shallow pit on either side of it.
        .cut(2.2, Shape::ellipsoid(v(9.4, 0.0, 5.6), v(3.2, 7.0, 3.8)))
        .add(2.4, limb(v(7.2, -8.8, 0.0), v(5.0, 7.0, 0.0), v(1.0, 0.0, 0.0), (2.0, 2.4), (1.6, 1.7)))
}

/// A peg with a waist where the transverse ligament holds it, and a facet in front.
fn dens(frame: &Frame) -> Solid {
    let [(root, r0), (tip, r1)] = DENS.map(|(p, r)| (frame.inside(p), r));
    let along = (tip - root).unit();
    let place = |t: f64| root + (tip - root) * t;
    let across = v(0.0, 0.0, 1.0);
    let back = along.cross(across).unit() * -1.0;
    let back = if back.x > 0.0 { -back } else { back };
    path(
        &[
            (place(-0.35), (r0 * 1.22, r0 * 1.06)),
            (place(0.10), (r0 * 0.80, r0 * 0.86)),
            (place(0.55), (r0 * 0.92, r0 * 0.98)),
            (place(0.9), (r1 * 0.92, r1)),
            (place(1.0), (r1 * 0.8, r1 * 0.84)),
        ],
        across,
        3,
        0.4,
    )
    .add(1.6, Shape::ellipsoid(tip + along * 1.2 + back * 0.6, v(r1 * 0.62, 2.4, r1 * 0.6)))
    .cut(
        1.2,
        limb(
            place(0.34) + back * 6.6 + across * -6.0,
            place(0.34) + back * 6.6 + across * 6.0,
            along,
            (2.6, 2.2),
            (2.6, 2.2),
        ),
    )
}

fn shoulder() -> Shape {
    Shape::block_in(Frame::at(SHOULDER).yawed(12.0).rolled(20.0), SHOULDER_RADII, 2.3)
}

/// Only the dens stands above the shoulders' facets; towards the midline the limit rises to its root.
fn upper_limit(above: (V3, V3)) -> Solid {
    Solid::of(Shape::half_space(above.0, above.1))
}

/// Below the shoulder, from the body to the arch.
fn pedicle() -> Shape {
    limb(v(-3.0, -0.4, 8.0), v(-9.5, -1.6, 15.4), v(0.0, 1.0, 0.0), (4.4, 3.2), (4.6, 3.4))
}

/// From the shoulder back and down to the lower facet.
fn arch(below: (V3, V3)) -> Solid {
    let p = Bone::C2.pillar();
    let column = Shape::tunnel_in(Frame::at(p).pitched(-10.0), 6.0, 5.8, 2.3);
    let pillar = Solid::of(column)
        .clip(1.8, Shape::half_space(below.0, below.1))
        .clip(3.0, Shape::half_space(p + v(0.0, 3.6, 0.0), v(-0.5, 1.0, 0.2)))
        .clip(2.4, Shape::half_space(p - v(0.0, 10.6, 0.0), v(0.0, -1.0, 0.0)));
    Solid::of(limb(v(-5.6, 1.4, 13.6), v(-13.0, -3.6, 16.8), v(0.0, 1.0, 0.0), (5.0, 4.6), (5.4, 4.6)))
        .add(2.0, pillar)
}

fn lower_facet_room(below: (V3, V3)) -> Solid {
    let p = Bone::C2.pillar();
    Solid::of(Shape::tunnel_in(Frame::at(p + v(1.0, 0.0, 0.0)), 7.6, 7.4, 3.0))
        .clip(0.0, Shape::half_space(below.0, -below.1))
        .clip(0.0, Shape::ball(below.0 + below.1 * 2.0, 11.0))
}

fn transverse_process() -> Solid {
    let up = v(0.0, 1.0, 0.0);
    let front = path(
        &[
            (v(0.0, -2.6, 8.6), (3.0, 1.8)),
            (v(-1.2, -4.6, 16.0), (2.2, 1.6)),
            (REACH + v(1.0, 0.4, -2.0), (2.2, 1.9)),
        ],
        up,
        3,
        0.6,
    );
    let back = limb(v(-10.6, -2.6, 17.6), REACH + v(-0.4, 0.4, -2.0), up, (3.4, 2.4), (2.2, 2.0));
    front.add(1.4, back).add(1.4, Shape::ellipsoid(REACH + v(0.0, 0.0, -1.4), v(2.8, 2.6, 2.6)))
}

/// The artery comes up through the process and turns outward under the shoulder.
fn foramen() -> Solid {
    let (r, side) = (FORAMEN_RADIUS, v(0.0, 0.0, 1.0));
    Solid::of(limb(v(-5.0, -16.0, 17.8), v(-5.0, -2.6, 18.2), side, (r, r), (r, r)))
        .add(1.0, limb(v(-5.0, -2.6, 18.2), v(-5.6, 0.4, 29.0), v(0.0, 1.0, 0.0), (r, r), (r * 1.1, r * 1.2)))
}

fn lamina() -> Solid {
    let p = Bone::C2.pillar();
    path(
        &[
            (v(p.x - 3.6, p.y - 1.6, p.z - 1.4), (6.2, 3.2)),
            (v(-20.6, -4.2, 8.8), (6.2, 2.6)),
            (v(-25.0, -5.4, 0.0), (6.4, 3.0)),
        ],
        v(0.36, 1.0, 0.0),
        3,
        1.0,
    )
}

fn spine() -> Solid {
    let up = v(0.0, 1.0, 0.0);
    let (root, tip) = (SPINE_ROOT, SPINE_TIP);
    let flat = V3 { z: 0.0, ..tip };
    let middle = (root + flat) * 0.5 + v(0.0, 1.2, 0.0);
    path(&[(root, (6.2, 4.0)), (middle, (4.8, 3.2)), (flat + v(4.0, 2.4, 0.0), (3.6, 3.4))], up, 3, 1.0)
        .add(2.4, limb(middle + v(2.0, -0.6, 1.4), tip, up, (3.6, 2.4), (3.0, 2.5)))
        .add(1.4, Shape::ellipsoid(tip + v(0.0, -0.4, 0.0), v(3.2, 3.4, 2.6)))
        .cut(2.0, limb(middle + v(3.0, -6.8, 0.0), flat + v(-4.0, -4.0, 0.0), up, (2.6, 1.6), (4.4, 3.6)))
        .cut(1.6, Shape::ellipsoid(flat + v(-5.0, 0.6, 0.0), v(5.0, 7.0, 2.3)))
}

fn canal() -> Solid {
    let (deep, half) = (CANAL.0 * 0.5, CANAL.1 * 0.5);
    let centre = v(-DEPTH * 0.5 + 0.6 - deep, 0.0, 0.0);
    Solid::of(Shape::tunnel_in(Frame::at(centre).pitched(-6.0), deep, half, 2.3))
        .clip(3.0, Shape::half_space(centre + v(-deep, 0.0, 3.0), v(-0.80, 0.0, 0.60)))
        // Shorter below than above.
        .clip(2.0, Shape::half_space(centre + v(-deep, -1.0, 0.0), v(-1.0, -0.34, 0.0)))
}
