//! From recipes in mm to what the page ships: the model files, stills, poster, share card, icons, drawings of parts.
//!
//! Frame: x forward, y up, z to the subject's right, mm, origin in the C7-T1 joint. A recipe (`bones`) is a signed
//! distance (`sdf`), meshed (`mesh`), shaded by what lies around it (`occlusion`), written (`asset`), drawn (`raster`).
//! The same bytes on every machine: `f64` with exactly rounded operations, `libm` for the rest, sums in a fixed order.

pub mod asset;
pub mod bones;
pub mod lengths;
pub mod mesh;
pub mod obj;
pub mod occlusion;
pub mod parts;
pub mod pictures;
pub mod raster;
pub mod sdf;
pub mod site;
pub mod skeleton;
mod soft;
pub mod vec;

mod build;

pub use build::{asset_bytes, model, one, rest_bytes, rest_surfaces, solids, surfaces, whole};
