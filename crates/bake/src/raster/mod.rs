//! The reference rasteriser.

mod camera;
mod image;
mod paint;

pub use camera::Camera;
pub use image::Image;
pub use paint::{Look, paint};
