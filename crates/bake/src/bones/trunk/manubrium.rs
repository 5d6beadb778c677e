//! The top of the breastbone: a shield, hollow behind and narrowing downwards, with a notch above, one for each
//! collarbone at the upper corners, and one for each first rib beneath. It stands where the measured reference has it;
//! its size is of general knowledge, no source was checked.

use crate::sdf::{Placed, Shape, Solid, limb};
use crate::vec::{Frame, V3, v};

/// How far its front looks up, degrees.
const SLOPE: f64 = 31.0;
/// Half the thickness, half the height, and half the breadth between the first ribs.
const HALF: V3 = v(6.2, 25.5, 32.0);
/// Lowest point of the jugular notch.
const JUGULAR: f64 = 18.6;
/// Half the breadth of the lower end, where the body of the breastbone joins.
const LOWER: f64 = 14.6;

/// The bone in the world.
pub fn manubrium() -> Placed {
    let frame = Frame::at(v(51.0, -54.0, 0.0)).pitched(SLOPE);
    let forward = v(1.0, 0.0, 0.0);
    let solid = Solid::of(Shape::block_in(Frame::WORLD, HALF, 7.0))
        // From the first rib down to the second.
        .clip(4.0, Shape::half_space(v(0.0, -2.0, 30.4), v(0.0, -0.56, 0.828)))
        // Bent: full in front and hollow behind.
        .clip(3.0, Shape::ball(v(-124.8, 3.0, 0.0), 130.0))
        .cut(4.0, Shape::ball(v(-136.2, 2.0, 0.0), 130.0))
        .cut(3.0, Shape::ellipsoid(v(0.0, JUGULAR + 13.0, 0.0), v(30.0, 13.0, 14.4)))
        // The saddle under the collarbone falls to the side.
        .cut(1.6, limb(v(0.5, 34.0, 19.0), v(0.5, 23.6, 37.0), forward, (20.0, 9.6), (20.0, 9.6)))
        .cut(1.2, Shape::ellipsoid(v(0.0, 3.4, 35.4), v(12.0, 7.4, 6.6)))
        // Half a notch for the second rib.
        .clip(1.2, Shape::half_space(v(0.0, -24.4, LOWER), v(0.0, -1.0, 0.0)))
        .cut(1.2, Shape::ellipsoid(v(0.0, -23.4, LOWER + 4.6), v(12.0, 5.0, 4.6)));
    Placed { frame, solid, bounds: (v(26.0, -86.0, 0.0), v(76.0, -18.0, 42.0)), grain: 0.10 }
}
