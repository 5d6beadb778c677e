//! The top of the breastbone: a shield, hollow above, with a notch for each collarbone and each first rib. It
//! stands where the measured reference has it; its size is of general knowledge, no source was checked.

use crate::sdf::{Placed, Shape, Solid};
use crate::vec::{Frame, v};

/// How far its front looks up, degrees.
const SLOPE: f64 = 31.0;

/// The bone in the world.
pub fn manubrium() -> Placed {
    let frame = Frame::at(v(51.0, -54.0, 0.0)).pitched(SLOPE);
    let solid = Solid::of(Shape::block_in(Frame::WORLD, v(5.6, 25.0, 32.0), 4.0))
        // Narrow below, where the body of the breastbone joins.
        .clip(5.0, Shape::half_space(v(0.0, 0.0, 28.0), v(0.0, -0.36, 0.93)))
        // Hollow behind, full in front.
        .cut(8.0, Shape::ball(v(-66.0, 2.0, 0.0), 62.4))
        // The notch between the collarbones.
        .cut(5.0, Shape::ellipsoid(v(0.0, 33.0, 0.0), v(14.0, 13.6, 15.0)))
        // For the collarbone, for the first rib.
        .cut(2.5, Shape::ellipsoid(v(-1.0, 26.0, 28.0), v(10.0, 11.0, 12.0)))
        .cut(2.5, Shape::ellipsoid(v(0.0, 5.0, 34.0), v(7.0, 6.0, 7.4)))
        .clip(1.0, Shape::half_space(v(0.0, -23.6, 0.0), v(0.0, -1.0, 0.0)));
    Placed { frame, solid, bounds: (v(26.0, -86.0, 0.0), v(76.0, -20.0, 40.0)), grain: 0.10 }
}
