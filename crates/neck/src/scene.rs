//! All that can change in the picture, as one plain value, and the way from one to the next.

use crate::anatomy::StructureId;
use crate::camera::{Camera, View};
use crate::layers::Layers;
use crate::math::Vec3;
use crate::motion::Pose;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scene {
    pub camera: Camera,
    pub pose: Pose,
    /// What the visitor chose.
    pub selected: Option<StructureId>,
    pub layers: Layers,
}

impl Default for Scene {
    fn default() -> Self {
        Self {
            camera: Camera::view(View::Home),
            pose: Pose::default(),
            selected: None,
            layers: Layers::default(),
        }
    }
}

/// Follows a wanted scene: slow in, slow out, and then truly at rest. A choice, and the layers, are followed at once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Damper {
    now: Parts,
    speed: Parts,
    selected: Option<StructureId>,
    layers: Layers,
}

/// The moving numbers of a scene: camera (the span as its logarithm: even steps of that look even; the shift in
/// [`SHIFT`]s), then pose.
type Parts = [f32; 11];

/// So many mm count as much as a radian.
const SHIFT: f32 = 200.0;

/// Per second; higher is quicker: the way is nearly done after 5 / STIFFNESS seconds.
const STIFFNESS: f32 = 20.0;
/// Rest, in radians (for the span: in its logarithm), and the same per second: far below one pixel.
const REST: f32 = 4e-4;
/// No step is longer, seconds: after a pause the picture goes on where it was.
const LONGEST: f32 = 0.1;

impl Damper {
    /// At rest at a scene.
    pub fn new(scene: &Scene) -> Self {
        Self { now: parts(scene), speed: Parts::default(), selected: scene.selected, layers: scene.layers }
    }

    /// What is seen now.
    pub fn scene(&self) -> Scene {
        let [around, above, span, x, y, z, upper, lower, turn, side, lift] = self.now;
        let shift = Vec3::new(x, y, z) * SHIFT;
        Scene {
            camera: Camera { around, above, span: libm::expf(span), shift }.held(),
            pose: Pose { upper, lower, turn, side, lift },
            selected: self.selected,
            layers: self.layers,
        }
    }

    /// Goes on for this many seconds. Returns whether it came to rest; then it stands exactly at the wanted scene.
    pub fn step(&mut self, wanted: &Scene, seconds: f32) -> bool {
        let goal = parts(wanted);
        let dt = if seconds > 0.0 { seconds.min(LONGEST) } else { 0.0 };
        let fade = libm::expf(-STIFFNESS * dt);
        let mut rests = true;
        for (goal, (now, speed)) in goal.iter().zip(self.now.iter_mut().zip(&mut self.speed)) {
            // A critically damped spring, solved exactly: no frame rate makes it swing.
            let off = *now - goal;
            let change = (*speed + STIFFNESS * off) * dt;
            *now = goal + (off + change) * fade;
            *speed = (*speed - STIFFNESS * change) * fade;
            rests &= (*now - goal).abs() < REST && speed.abs() < REST * STIFFNESS;
        }
        self.selected = wanted.selected;
        self.layers = wanted.layers;
        if rests {
            *self = Self::new(wanted);
        }
        rests
    }
}

fn parts(scene: &Scene) -> Parts {
    let (camera, pose) = (scene.camera.held(), scene.pose);
    let (span, shift) = (libm::logf(camera.span), camera.shift * (1.0 / SHIFT));
    let [x, y, z] = shift.to_array();
    [camera.around, camera.above, span, x, y, z, pose.upper, pose.lower, pose.turn, pose.side, pose.lift]
}
