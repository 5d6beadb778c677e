//! All that can change in the picture, as one plain value.

use crate::anatomy::StructureId;
use crate::camera::{Camera, View};
use crate::motion::Pose;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scene {
    pub camera: Camera,
    pub pose: Pose,
    /// What the visitor chose.
    pub selected: Option<StructureId>,
}

impl Default for Scene {
    fn default() -> Self {
        Self { camera: Camera::view(View::Home), pose: Pose::default(), selected: None }
    }
}
