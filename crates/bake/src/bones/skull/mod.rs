//! The skull with its upper teeth, and the mandible with its lower ones, one file a region.
//!
//! Frame: the world. The head looks straight ahead: the Frankfort plane (orbit's lower rim to ear hole) is level. The
//! whole is solid: the brain has no room of its own, and the foramen magnum is a pit.
//!
//! Order matters: masses first, then the fossae that are carved into them, then what stands free in those.

mod base;
mod face;
mod mandible;
mod regions;
mod teeth;
mod vault;

use crate::sdf::{Placed, Solid};
use crate::vec::{Frame, V3, v};

pub use base::FORAMEN;
pub use mandible::mandible;
pub use regions::regions;

/// The skull in the world.
pub fn skull() -> Placed {
    let solid = face::masses(vault::vault());
    let solid = vault::temporal_fossa(solid);
    let solid = face::rims(solid);
    let solid = face::hollows(solid);
    let solid = base::base(solid);
    let solid = base::zygomatic_arch(solid);
    let solid = base::holes(solid);
    let solid = teeth::upper(solid);
    Placed { frame: Frame::WORLD, solid, bounds: (v(-80.0, 86.0, 0.0), v(118.0, 274.0, 82.0)), grain: 0.07 }
}

/// The point of the surface next to `p`.
fn on(solid: &Solid, p: V3) -> V3 {
    const STEP: f64 = 0.5;
    let mut p = p;
    for _ in 0..6 {
        let d = solid.distance(p);
        let along = |step: V3| (solid.distance(p + step) - d) / STEP;
        let slope = v(along(v(STEP, 0.0, 0.0)), along(v(0.0, STEP, 0.0)), along(v(0.0, 0.0, STEP)));
        p = p - slope * (d / slope.dot(slope).max(0.05));
    }
    p
}
