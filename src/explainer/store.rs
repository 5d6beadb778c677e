//! What the explainer shows.

use neck::anatomy::StructureId;
use neck::camera::Camera;
use neck::layers::Layers;
use neck::motion::{Movement, Pose, limits};
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
    pub layers: Layers,
    /// One field: what moves the head is no news for what is chosen.
    pub head: Head,
}

/// How the head is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// The movement that was chosen by name; it alone says how upper and lower neck share in `bend`.
    pub movement: Option<Movement>,
    /// Whole degrees, with the signs of [`Pose`].
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
        let Scene { camera, selected, layers, .. } = Scene::default();
        Self { life: Life::Still, selected, sheet: false, camera, layers, head: Head::default() }
    }
}

impl Head {
    /// The whole neck bent, each level by its share. Degrees, held within [`limits`].
    pub fn bend(&mut self, degrees: i16) {
        self.movement = None;
        self.bend = held(degrees, limits::BEND);
    }

    /// Degrees, held within [`limits`].
    pub fn turn(&mut self, degrees: i16) {
        self.turn = held(degrees, limits::TURN);
    }

    /// Degrees, held within [`limits`].
    pub fn side(&mut self, degrees: i16) {
        self.side = held(degrees, limits::SIDE);
    }

    /// A movement by its name, from a head that looks ahead.
    pub fn make(&mut self, movement: Option<Movement>) {
        let (upper, lower) = movement.map_or((0, 0), Movement::parts);
        self.bend(upper + lower);
        self.movement = movement;
        (self.turn, self.side) = (0, 0);
    }

    pub(super) fn pose(self) -> Pose {
        let (turn, side) = (f32::from(self.turn), f32::from(self.side));
        match self.movement.map(Movement::parts) {
            Some((upper, lower)) => Pose::from_parts(upper.into(), lower.into(), turn, side),
            None => Pose::from_degrees(self.bend.into(), turn, side),
        }
    }
}

impl Shown {
    /// What the picture should show.
    pub fn scene(&self) -> Scene {
        Scene { camera: self.camera, pose: self.head.pose(), selected: self.selected, layers: self.layers }
    }
}

fn held(degrees: i16, (least, most): (f32, f32)) -> i16 {
    degrees.clamp(least as i16, most as i16)
}
