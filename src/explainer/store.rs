//! What the explainer shows.

use neck::anatomy::StructureId;
use neck::camera::Camera;
use neck::motion::Pose;
use neck::scene::Scene;
use reactive_stores::Store;

/// The state of one explainer.
#[derive(Debug, Clone, Copy, PartialEq, Store)]
pub struct Shown {
    pub life: Life,
    pub selected: Option<StructureId>,
    /// Shown as a sheet over the text it was named in.
    pub sheet: bool,
    pub camera: Camera,
    /// The head's angles in whole degrees, with the signs of [`Pose`].
    pub bend: i16,
    pub turn: i16,
    pub side: i16,
}

/// How far the picture has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Life {
    /// Drawings only: not begun, or the browser cannot draw the model.
    #[default]
    Still,
    /// The model is on its way.
    Starting,
    /// The model is drawn.
    Ready,
    /// The model did not come, or is not one.
    Unavailable,
}

impl Life {
    /// The value of `data-state`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Still => "still",
            Self::Starting => "starting",
            Self::Ready => "ready",
            Self::Unavailable => "unavailable",
        }
    }
}

impl Default for Shown {
    fn default() -> Self {
        let Scene { camera, selected, .. } = Scene::default();
        Self { life: Life::Still, selected, sheet: false, camera, bend: 0, turn: 0, side: 0 }
    }
}

impl Shown {
    /// What the picture should show.
    pub fn scene(&self) -> Scene {
        let pose = Pose::from_degrees(f32::from(self.bend), f32::from(self.turn), f32::from(self.side));
        Scene { camera: self.camera, pose, selected: self.selected }
    }
}
