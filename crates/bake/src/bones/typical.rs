//! C3 to C7: one family, each with its own [`Numbers`].

use super::numbers::Numbers;
use super::stack::{Joint, Standing};
use crate::sdf::{Body, Placed, Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

/// The bone in the world.
pub fn bone(n: &Numbers) -> Placed {
    let frame = n.bone.frame();
    let above = Joint::facet(n.upper, n.bone).face(&frame, false);
    let below = Joint::facet(n.bone, n.lower).face(&frame, true);

    let solid = body(n)
        .add(2.5, pedicle(n))
        .add(2.2, pillar(n, above, below))
        .add(2.5, transverse_process(n))
        .add(3.0, lamina(n))
        .add(4.0, spine(n))
        .cut(1.6, canal(n))
        .cut(1.2, foramen(n))
        .cut(1.6, gutter(n));
    // The fillets must not fill the joints.
    let solid = facets(solid, n, above, below);
    let tip = n.depth * 0.5 + n.canal.0 + n.spine + 10.0;
    let [low, high] = [frame.out(v(-tip, -16.0, 0.0)), frame.out(v(12.0, 14.0, 0.0))];
    let [low2, high2] = [frame.out(v(-tip, 14.0, 0.0)), frame.out(v(12.0, -16.0, 0.0))];
    let drop = v(0.0, n.drop, 0.0);
    let bounds = (
        V3 { z: 0.0, ..low.min(high).min(low2).min(high2) - drop },
        V3 { z: n.reach + 4.0, ..low.max(high).max(low2).max(high2) },
    );
    Placed { frame, solid, bounds, grain: 0.12 }
}

/// The body as the discs see it.
pub fn body_shape(n: &Numbers) -> Body {
    Body {
        depth: n.depth * 0.5,
        width: (n.width.0 * 0.5, n.width.1 * 0.5),
        height: n.height * 0.5,
        waist: 0.08,
        bevel: 1.5,
        lip: 1.6,
        hollow: 0.9,
        saddle: 1.0,
        square: 2.5,
    }
}

fn body(n: &Numbers) -> Solid {
    let (depth, width, top) = (n.depth * 0.5, n.width.1 * 0.5, n.height * 0.5);
    // Uncinate lips: ridges along the sides of the upper endplate, higher behind.
    let lip = path(
        &[
            (v(-0.75 * depth, top - 0.4 * n.lips, 0.86 * width), (0.55 * n.lips, 1.7)),
            (v(-0.25 * depth, top - 0.25 * n.lips, 0.97 * width), (0.62 * n.lips, 1.7)),
            (v(0.45 * depth, top - 0.62 * n.lips, 0.90 * width), (0.45 * n.lips, 1.6)),
        ],
        v(0.0, 1.0, 0.35),
        3,
        0.6,
    );
    Solid::of(Shape::Body(Box::new(body_shape(n)))).add(2.4, lip)
}

fn pedicle(n: &Numbers) -> Shape {
    let p = n.bone.pillar();
    let from = v(-0.55 * n.depth * 0.5, 0.12 * n.height, 0.36 * n.width.1);
    limb(from, v(p.x + 2.5, p.y + 0.6, p.z - 2.6), v(0.0, 1.0, 0.0), (3.6, 2.6), (4.2, 3.0))
}

type Face = (V3, V3);

/// The column that carries both facets.
fn pillar(n: &Numbers, above: Face, below: Face) -> Solid {
    let p = n.bone.pillar();
    let column = Shape::tunnel_in(Frame::at(p).pitched(-8.0), n.pillar.0, n.pillar.1, 2.3);
    let side = n.pillar.1;
    Solid::of(column)
        .clip(0.9, Shape::half_space(above.0, above.1))
        .clip(0.9, Shape::half_space(below.0, below.1))
        .clip(1.6, Shape::half_space(p + v(0.0, 8.0, 0.0), v(0.1, 1.0, 0.1)))
        .clip(1.6, Shape::half_space(p - v(0.0, 9.4, 0.0), v(-0.1, -1.0, 0.1)))
        // Facets are rounder than the column: its outer corners go.
        .clip(2.0, Shape::half_space(p + v(0.0, 6.6, 0.72 * side), v(0.0, 0.75, 0.65)))
        .clip(2.0, Shape::half_space(p + v(0.0, -7.8, 0.72 * side), v(0.0, -0.75, 0.65)))
        .clip(2.0, Shape::half_space(p + v(0.0, 6.8, -0.72 * side), v(0.0, 0.75, -0.65)))
        .clip(2.0, Shape::half_space(p + v(0.0, -7.8, -0.72 * side), v(0.0, -0.75, -0.65)))
        // Narrower between the two joints.
        .cut(3.0, Shape::ellipsoid(p + v(-1.5, -0.5, side + 3.3), v(9.0, 4.4, 4.2)))
}

/// Clears the joint spaces of all that the fillets put there.
fn facets(solid: Solid, n: &Numbers, above: Face, below: Face) -> Solid {
    let p = n.bone.pillar();
    let (rx, rz) = (n.pillar.0 + 1.6, n.pillar.1 + 1.6);
    let room = |face: Face, way: f64| {
        let column = Shape::tunnel_in(Frame::at(p + v(way * 1.0, 0.0, 0.0)), rx, rz, 3.0);
        Solid::of(column)
            .clip(0.0, Shape::half_space(face.0, -face.1))
            .clip(0.0, Shape::ball(face.0 + face.1 * 2.0, 11.0))
            // The other bone's pillar comes no nearer than this.
            .clip(0.0, Shape::half_space(p - v(0.0, 4.8 * way, 0.0), v(0.0, way, 0.0)))
    };
    solid.cut(0.7, room(above, -1.0)).cut(0.7, room(below, 1.0))
}

/// Anterior and posterior bar with their tubercles, and the floor between them.
fn transverse_process(n: &Numbers) -> Solid {
    let p = n.bone.pillar();
    let side = n.width.0 * 0.5;
    let up = v(0.0, 1.0, 0.0);
    let (front, back) = n.tubercles;
    let front_tip = v(1.6 - 0.7 * n.sweep, -2.4, side + 0.62 * (n.reach - side));
    let back_tip = v(-5.6 - n.sweep, -3.6, n.reach - 1.8 * back);
    let anterior = path(
        &[
            (v(0.5, -0.2, side - 2.0), (2.6, 1.8)),
            (v(1.8 - 0.3 * n.sweep, -1.2, side + 3.0), (1.9, 1.35)),
            (front_tip, (2.2 * front, 1.5 * front)),
        ],
        up,
        2,
        0.8,
    )
    .add(
        1.4,
        Shape::ellipsoid(front_tip + v(0.2, 0.5 * front, 0.0), v(1.9 * front, 2.7 * front, 1.8 * front)),
    );
    let posterior = path(
        &[
            (v(p.x + 4.4, p.y - 1.0, p.z - 0.5), (3.4, 2.2)),
            (v(0.5 * (p.x + 4.4 + back_tip.x), -2.4, 0.5 * (p.z + back_tip.z)), (1.4 + back, 0.8 + back)),
            (back_tip, (2.2 * back, 1.8 * back)),
        ],
        up,
        2,
        0.8,
    )
    .add(1.2, Shape::ellipsoid(back_tip, v(2.1 * back, 2.3 * back, 2.0 * back)));
    let middle = (front_tip + back_tip) * 0.5;
    let floor = limb(
        v(-2.6, -3.0, side - 0.5),
        v(middle.x, middle.y - 0.6, middle.z - 0.5),
        up,
        (2.1, 4.4),
        (1.9, 3.6),
    );
    // Below the pedicle nothing but the foramen goes through.
    let web = limb(v(-5.8, -1.2, side), v(p.x + 4.6, p.y - 1.2, p.z - 2.0), up, (3.4, 2.2), (3.6, 2.4));
    anterior.add(1.6, posterior).add(1.8, floor).add(1.6, web)
}

fn lamina(n: &Numbers) -> Solid {
    let p = n.bone.pillar();
    let back = -(n.depth * 0.5 + n.canal.0);
    let up = v(0.42, 1.0, 0.0);
    path(
        &[
            (v(p.x - 2.2, p.y - 1.6, p.z - 1.6), (5.6, 2.2)),
            (v(0.55 * (p.x - 2.2) + 0.45 * (back - 1.2), -2.8, 0.52 * p.z), (6.2, 1.5)),
            (v(back - 1.6, -3.8, 0.0), (6.4, 1.9)),
        ],
        up,
        3,
        1.0,
    )
}

fn spine(n: &Numbers) -> Solid {
    let back = -(n.depth * 0.5 + n.canal.0) - 1.5;
    let root = v(back, -3.4, 0.0);
    let tip = v(back - n.spine, -3.4 - n.drop, 0.0);
    let middle = v(back - 0.5 * n.spine, -3.6 - 0.36 * n.drop, 0.0);
    let up = v(0.0, 1.0, 0.0);
    let k = n.stout;
    if n.fork == 0.0 {
        return path(
            &[
                (root, (5.6 * k, 2.8 * k)),
                (middle, (4.2 * k, 1.6 * k)),
                (v(0.8 * tip.x + 0.2 * middle.x, 0.8 * tip.y + 0.2 * middle.y, 0.0), (3.7 * k, 1.8 * k)),
                (tip, (3.4 * k, 2.4 * k)),
            ],
            up,
            3,
            1.0,
        )
        // A blunt end, broader below.
        .add(1.6, Shape::ellipsoid(tip + v(-0.4, -0.9, 0.0), v(2.4, 3.4 * k, 2.9 * k)));
    }
    // The two tips part in the last half of the spine; a groove runs below.
    let part = (root + tip) * 0.5 + v(0.0, 0.4, 0.8);
    let end = tip + v(-0.4, -0.8, n.fork);
    path(
        &[
            (root, (5.2 * k, 2.9 * k)),
            (middle, (3.9 * k, 1.6 * k)),
            (tip + v(3.4, 1.0, 0.0), (2.8 * k, 1.9 * k)),
        ],
        up,
        3,
        1.0,
    )
    .add(1.8, limb(part, end, up, (2.3 * k, 1.6 * k), (2.2 * k, 1.9 * k)))
    .add(1.0, Shape::ellipsoid(end, v(2.3 * k, 2.5 * k, 1.9 * k)))
    .cut(1.6, limb(part + v(0.0, -4.6, -0.8), tip + v(-4.0, -3.0, 0.0), up, (2.2, 1.2), (3.4, n.fork * 0.75)))
    .cut(1.4, Shape::ellipsoid(tip + v(-4.2, 0.0, 0.0), v(4.2, 6.0, 0.52 * n.fork)))
}

/// Rounded triangle, its blunt tip behind.
fn canal(n: &Numbers) -> Solid {
    let (deep, half) = (n.canal.0 * 0.5, n.canal.1 * 0.5);
    let centre = v(-n.depth * 0.48 - deep, 0.0, 0.0);
    Solid::of(Shape::tunnel_in(Frame::at(centre + v(0.4, 0.0, 0.0)), deep + 0.4, half, 2.4))
        .clip(3.0, Shape::half_space(centre + v(-deep, 0.0, 2.6), v(-0.80, 0.0, 0.60)))
}

fn foramen(n: &Numbers) -> Shape {
    let side = n.width.0 * 0.5;
    Shape::tunnel_in(
        Frame::at(v(-2.9 - 0.35 * n.sweep, 0.0, side + n.foramen + 1.5)).rolled(6.0),
        n.foramen * 0.96,
        n.foramen * 1.04,
        2.0,
    )
}

/// The nerve's gutter over the transverse process, from the foramen between the pedicles outward, forward and down.
fn gutter(n: &Numbers) -> Shape {
    let side = n.width.0 * 0.5;
    limb(
        v(-5.2, 5.0, side + 1.0),
        v(-2.0 - 0.9 * n.sweep, 1.6, n.reach + 3.0),
        v(0.0, 1.0, 0.0),
        (3.1, 2.1),
        (2.6, 1.9),
    )
}
