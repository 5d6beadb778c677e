//! The six discs: what is left between two endplates, bulging a little.

use neck::anatomy::Bone;

use super::stack::Standing;
use super::{axis, numbers, thoracic, typical};
use crate::sdf::{Body, Placed, Shape, Solid};
use crate::vec::{Frame, V3, v};

/// How far a disc stands out beyond the line between the rims of its endplates, mm.
const BULGE: f64 = 0.5;
/// How far it reaches into the bone, so that no light falls between, mm.
const ROOT: f64 = 0.4;

/// How far inside the rims of the endplates it may reach, mm.
const INSIDE: f64 = 0.5;

/// A body's shape and where it stands.
fn body(bone: Bone) -> Option<(Body, Frame)> {
    let frame = bone.frame();
    let shape = match bone {
        Bone::Skull | Bone::C1 => return None,
        Bone::C2 => return Some((axis::body_shape(), axis::column(&frame))),
        Bone::C3 => typical::body_shape(&numbers::C3),
        Bone::C4 => typical::body_shape(&numbers::C4),
        Bone::C5 => typical::body_shape(&numbers::C5),
        Bone::C6 => typical::body_shape(&numbers::C6),
        Bone::C7 => typical::body_shape(&numbers::C7),
        Bone::T1 => thoracic::body_shape(),
    };
    Some((shape, frame))
}

/// Middle of the lower endplate of `upper` and of the upper endplate of `lower`, in the world.
pub fn endplates(upper: Bone, lower: Bone) -> Option<(V3, V3)> {
    let ((above, above_at), (below, below_at)) = (body(upper)?, body(lower)?);
    Some((above_at.out(v(0.0, above.bottom(0.0, 0.0), 0.0)), below_at.out(v(0.0, below.top(0.0, 0.0), 0.0))))
}

/// The disc between two bones, whose solids are given.
pub fn disc(upper: Bone, lower: Bone, above: &Placed, below: &Placed) -> Option<Placed> {
    let (top, bottom) = endplates(upper, lower)?;
    let ((above_body, above_at), (below_body, below_at)) = (body(upper)?, body(lower)?);
    let up = (above_at.axes[1] + below_at.axes[1]).unit();
    let side = v(0.0, 0.0, 1.0);
    let frame = Frame { axes: [up.cross(side).unit(), up, side], origin: (top + bottom) * 0.5 };
    let half = (top - bottom).length() * 0.5;
    let depth = 0.5 * (above_body.depth + below_body.depth);
    let width = 0.5 * (above_body.width.0 + below_body.width.1);
    let column =
        Shape::block_in(Frame::at(v(0.2, 0.0, 0.0)), v(depth + BULGE, half * 4.0 + 2.0, width + BULGE), 2.6);
    let bone = |placed: &Placed| {
        let seen = placed.frame.seen_from(&frame);
        Shape::Grown(Box::new(Shape::group_in(seen, placed.solid.clone())), -ROOT)
    };
    // Not beyond the rims: planes that follow the lip in front of the one endplate and the slope of the other.
    let face = |at: &Frame, y: f64, fall: f64, way: f64| {
        let normal = at.axes[1] * way + at.axes[0] * (fall * way);
        Shape::half_space(frame.inside(at.out(v(0.0, y, 0.0))), frame.direction_inside(normal))
    };
    let above_face =
        face(&above_at, -above_body.height + INSIDE, 0.8 * above_body.lip / above_body.depth, 1.0);
    let below_face = face(
        &below_at,
        below_body.height - INSIDE - 0.4 * below_body.bevel,
        0.8 * below_body.bevel / below_body.depth,
        -1.0,
    );
    let solid = Solid::of(column)
        .clip(0.6, above_face)
        .clip(0.6, below_face)
        .cut(0.4, bone(above))
        .cut(0.4, bone(below));
    let reach = v(depth + 3.0, half + 5.0, 0.0);
    let corners = [v(1.0, 1.0, 0.0), v(1.0, -1.0, 0.0), v(-1.0, 1.0, 0.0), v(-1.0, -1.0, 0.0)]
        .map(|c| frame.out(v(c.x * reach.x, c.y * reach.y, 0.0)));
    let low = corners.into_iter().fold(corners[0], V3::min);
    let high = corners.into_iter().fold(corners[0], V3::max);
    Some(Placed { frame, solid, bounds: (V3 { z: 0.0, ..low }, V3 { z: width + 3.0, ..high }), grain: 0.0 })
}
