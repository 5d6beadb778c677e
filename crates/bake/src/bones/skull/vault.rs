//! The braincase from outside: frontal, parietal, occipital and temporal bones as four masses that melt into each
//! other.

use crate::sdf::{Shape, Solid};
use crate::vec::{Frame, v};

/// Vertex at (8, 268), glabella at x = 106, opisthocranion at (-73, 171); greatest breadth 152 at y = 205.
pub(super) fn solid() -> Solid {
    // Parietal bones.
    Solid::of(Shape::ellipsoid(v(-2.0, 197.0, 0.0), v(61.0, 68.5, 73.0)))
        // Frontal bone: narrower, steeper in front.
        .add(22.0, Shape::block_in(Frame::at(v(31.0, 198.0, 0.0)), v(72.5, 66.5, 63.0), 2.2))
        // Occipital bone: hangs down behind.
        .add(20.0, Shape::ellipsoid(v(-28.0, 166.0, 0.0), v(43.0, 40.0, 60.0)))
        // Squamous temporal bones, down to the ear.
        .add(16.0, Shape::block_in(Frame::at(v(6.0, 172.0, 0.0)), v(50.0, 43.0, 71.0), 2.4))
        // Tubers of the parietal bones.
        .add(18.0, Shape::ellipsoid(v(-2.0, 204.0, 46.0), v(30.0, 30.0, 27.5)))
        // Hindmost floor, from the nuchal lines to the foramen magnum.
        .add(16.0, Shape::ellipsoid(v(-14.0, 143.0, 0.0), v(40.0, 20.0, 46.0)))
        // Floor between the temples, up to the back of the face.
        .add(14.0, Shape::ellipsoid(v(34.0, 146.0, 0.0), v(36.0, 20.0, 40.0)))
}
