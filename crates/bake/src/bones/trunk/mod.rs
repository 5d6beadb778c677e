//! What carries neck and head: ribs, breastbone, collarbone, shoulder blade. They stand still, in the world's frame.

mod clavicle;
mod manubrium;
mod ribs;
mod scapula;

pub use clavicle::clavicle;
pub use manubrium::manubrium;
pub use ribs::{rib1, rib2};
pub use scapula::scapula;
