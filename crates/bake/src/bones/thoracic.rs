//! T1 to T3: a broad body with facets for the ribs, strong transverse processes swept back, a long single spine that
//! slants more from bone to bone. T2 and T3 share T1's body, canal and facets: they end the picture.

use neck::anatomy::Bone;

use super::stack::{Joint, Standing};
use crate::sdf::{Body, Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

/// Body, front to back (mesh 19 to 21; textbooks 16 to 18), widths (28 to 32, textbooks) and height (mesh 15.9).
pub const DEPTH: f64 = 17.4;
pub const WIDTH: (f64, f64) = (28.0, 29.0);
pub const HEIGHT: f64 = 16.2;
/// Canal, front to back and across (14 to 15; mesh 23.2 across).
const CANAL: (f64, f64) = (14.4, 22.0);
/// The ball that hollows the rib's facet at the end of a transverse process: from the tip to its middle, its radius.
const RIB_FACET: (V3, f64) = (v(8.0, -1.6, -2.6), 5.0);

/// What differs from one to the next, in the bone's own frame, mm.
struct Numbers {
    frame: Frame,
    /// The plane of its upper facet: a point, and the direction out of the bone.
    above: (V3, V3),
    pillar: V3,
    process_tip: V3,
    spine_tip: V3,
}

/// T1. Tip of the transverse process (out and back; mesh 81 across both; 72 to 78 in textbooks), tip of the spine (mesh: 31 behind
/// the canal, 30 degrees down in the world).
fn t1_numbers() -> Numbers {
    let frame = Bone::T1.frame();
    Numbers {
        frame,
        above: Joint::facet(Bone::C7, Bone::T1).face(&frame, false),
        pillar: Bone::T1.pillar(),
        process_tip: v(-27.0, 4.2, 35.9),
        spine_tip: v(-47.0, -29.0, 0.0),
    }
}

/// T1 in the world.
pub fn bone() -> Placed {
    build(&t1_numbers())
}

/// T2 in the world. Bodies stand some 20 mm apart, tilted less and less; processes as the measured reference has them.
pub fn t2() -> Placed {
    let frame = Frame::at(v(-7.9, -27.6, 0.0)).pitched(-19.0);
    build(&Numbers {
        frame,
        process_tip: v(-30.0, 7.0, 32.6),
        spine_tip: v(-42.0, -27.0, 0.0),
        ..t1_numbers()
    })
}

/// T3 in the world.
pub fn t3() -> Placed {
    let frame = Frame::at(v(-13.4, -47.2, 0.0)).pitched(-16.0);
    build(&Numbers {
        frame,
        process_tip: v(-32.0, 5.6, 31.6),
        spine_tip: v(-45.0, -28.0, 0.0),
        ..t1_numbers()
    })
}

pub fn body_shape() -> Body {
    Body {
        depth: DEPTH * 0.5,
        width: (WIDTH.0 * 0.5, WIDTH.1 * 0.5),
        height: HEIGHT * 0.5,
        waist: 0.10,
        bevel: 0.8,
        lip: 0.6,
        hollow: 0.8,
        saddle: 0.9,
        square: 2.4,
    }
}

fn build(numbers: &Numbers) -> Placed {
    let &Numbers { frame, above, pillar: p, process_tip, spine_tip } = numbers;
    let up = v(0.0, 1.0, 0.0);
    let back = -(DEPTH * 0.5 + CANAL.0);
    let lips = path(
        &[(v(-6.0, HEIGHT * 0.5 - 1.6, 12.4), (2.4, 1.7)), (v(-1.0, HEIGHT * 0.5 - 1.4, 14.0), (2.6, 1.7))],
        v(0.0, 1.0, 0.3),
        2,
        0.6,
    );
    let pillar = Solid::of(Shape::tunnel_in(Frame::at(p).pitched(-10.0), 5.2, 6.0, 2.3))
        .clip(0.9, Shape::half_space(above.0, above.1))
        .clip(2.4, Shape::half_space(p + v(0.0, 8.4, 0.0), v(0.0, 1.0, 0.3)))
        .clip(3.0, Shape::half_space(p - v(0.0, 7.0, 0.0), v(0.3, -1.0, 0.3)));
    let lower = Solid::of(limb(
        v(-20.0, -4.0, 13.0),
        v(-21.4, -12.4, 11.4),
        v(0.0, 0.0, 1.0),
        (5.8, 3.4),
        (5.0, 2.6),
    ));
    // A club: thick at the root, thickest near its blunt end, which a plane looking out and back cuts off.
    let root = v(-15.0, 0.6, 16.0);
    let way = (process_tip - root).unit();
    let process = path(
        &[
            (root, (6.0, 4.6)),
            (root + (process_tip - root) * 0.5, (4.4, 3.4)),
            (process_tip - way * 4.0, (5.4, 3.9)),
            (process_tip, (5.0, 3.8)),
        ],
        up,
        3,
        1.0,
    )
    .clip(2.6, Shape::half_space(process_tip + way * 0.4, way + up * 0.2))
    // Facet of the rib's tubercle, in front.
    .cut(0.7, Shape::ball(process_tip + RIB_FACET.0, RIB_FACET.1));
    let lamina = path(
        &[
            (v(-18.2, -1.6, 17.0), (7.6, 3.0)),
            (v(-22.2, -3.6, 8.6), (7.8, 2.4)),
            (v(back - 2.0, -5.4, 0.0), (7.4, 2.6)),
        ],
        v(0.42, 1.0, 0.0),
        3,
        1.0,
    );
    let root = v(back - 2.0, -6.4, 0.0);
    let spine = path(
        &[
            (root, (6.6, 3.2)),
            ((root + spine_tip) * 0.5 + v(-1.6, 1.4, 0.0), (4.9, 1.7)),
            (spine_tip, (3.4, 2.1)),
        ],
        v(0.5, 1.0, 0.0),
        4,
        1.0,
    )
    .add(1.6, Shape::ellipsoid(spine_tip + v(-0.4, -0.6, 0.0), v(3.2, 3.9, 2.8)));
    let solid = Solid::of(Shape::Body(Box::new(body_shape())))
        .add(2.4, lips)
        .add(2.6, limb(v(-6.0, 3.2, 9.6), v(p.x + 2.0, p.y - 0.4, p.z - 3.0), up, (4.6, 3.0), (5.0, 3.6)))
        .add(2.2, pillar)
        .add(2.4, lower)
        .add(3.0, process)
        .add(3.0, lamina)
        .add(4.0, spine)
        .cut(1.6, canal())
        // The head of the first rib, high on the side; a half facet for the second, low.
        .cut(0.8, Shape::ball(v(-5.6, 3.4, 18.6), 5.4))
        .cut(0.8, Shape::ball(v(-8.0, -8.6, 15.6), 4.2))
        .cut(0.7, facet_room(above, p));
    let (low, high) = (frame.out(v(-52.0, -38.0, 0.0)), frame.out(v(12.0, 18.0, 42.0)));
    let (low2, high2) = (frame.out(v(-52.0, 12.0, 0.0)), frame.out(v(12.0, -14.0, 0.0)));
    let low = low.min(low2).min(high2).min(high);
    let high = high.max(high2).max(low2);
    Placed { frame, solid, bounds: (V3 { z: 0.0, ..low }, high), grain: 0.12 }
}

fn facet_room(above: (V3, V3), p: V3) -> Solid {
    Solid::of(Shape::tunnel_in(Frame::at(p - v(1.0, 0.0, 0.0)), 6.6, 7.0, 3.0))
        .clip(0.0, Shape::half_space(above.0, -above.1))
        .clip(0.0, Shape::ball(above.0 + above.1 * 2.0, 9.0))
        .clip(0.0, Shape::half_space(p + v(0.0, 3.6, 0.0), v(0.0, -1.0, 0.0)))
}

fn canal() -> Solid {
    let (deep, half) = (CANAL.0 * 0.5, CANAL.1 * 0.5);
    let centre = v(-DEPTH * 0.48 - deep, 0.0, 0.0);
    Solid::of(Shape::tunnel_in(Frame::at(centre).pitched(4.0), deep, half, 2.2))
        .clip(3.0, Shape::half_space(centre + v(-deep, 0.0, 3.0), v(-0.80, 0.0, 0.60)))
}
