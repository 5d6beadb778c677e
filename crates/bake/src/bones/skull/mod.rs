//! The skull and the mandible, each with its teeth.
//!
//! Frame: the world's. Measures of the whole, adults, mm: length glabella to opisthocranion 175 to 187, breadth 138 to
//! 150, across the cheek bones 128 to 138, basion to vertex 130 to 138, mastoid tips 100 to 108 apart; mandible:
//! condyles 115 to 122 across, angles 95 to 103, ramus 58 to 66 high (Howells 1973; Martin & Saller's definitions).
//! Where its landmarks stand over the neck: the reference skull of Mortensen, Vasavada & Merryweather, `PLoS` ONE
//! 2018;13(6):e0199912, to a millimetre or two.

mod base;
mod face;
mod mandible;
mod teeth;
mod vault;

use crate::sdf::Placed;
use crate::vec::{Frame, v};

/// The skull in the world.
pub fn skull() -> Placed {
    let solid = face::carve(base::carve(face::add(base::add(vault::solid()))));
    let solid = teeth::add_upper(solid);
    Placed { frame: Frame::WORLD, solid, bounds: (v(-80.0, 86.0, 0.0), v(117.0, 274.0, 82.0)), grain: 0.15 }
}

/// The mandible in the world, teeth nearly closed.
pub fn mandible() -> Placed {
    let solid = teeth::add_lower(mandible::solid());
    Placed { frame: Frame::WORLD, solid, bounds: (v(20.0, 44.0, 0.0), v(112.0, 150.0, 64.0)), grain: 0.12 }
}
