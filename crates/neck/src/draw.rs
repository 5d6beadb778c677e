//! What is drawn: one plain value that the browser's renderer and the native one both take.
//!
//! With nothing chosen, all that the layers show is plain: depth, a line round every structure, then the structures.
//! With a choice, muscles that may cover it are taken off and all others are ghosts: their front-most surface only,
//! see-through, denser towards its rim; over them, with fresh depth, the chosen one with its two-tone outline. So it is
//! always seen, wherever it lies. With all but the bones see-through, the bones are drawn over their ghosts in the same
//! way. [`DrawList::passes`] says it.

use crate::anatomy::{Bone, Kind, STRUCTURES, StructureId};
use crate::layers::{Layer, Switch};
use crate::math::{Rigid, Vec3};
use crate::motion::displacements;
use crate::palette::{Palette, tint};
use crate::scene::Scene;
use crate::tissue::{self, Rides, Side, rides};

/// How one structure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not at all.
    Hidden,
    Plain,
    Chosen,
    Ghost,
    /// Behind all the rest, so that it hides nothing.
    Skin,
}

/// Size of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Device pixels.
    pub width: f32,
    pub height: f32,
    /// Device pixels per CSS pixel.
    pub ratio: f32,
}

impl Viewport {
    pub fn aspect(&self) -> f32 {
        self.width.max(1.0) / self.height.max(1.0)
    }
}

/// One step of drawing: every structure in one state, in one way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pass {
    pub state: State,
    pub paint: Paint,
}

/// How a pass draws. Depth test "not behind", depth written; colours are mixed over what is there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// Forget all depth drawn so far; draws nothing itself.
    FreshDepth,
    /// Faces towards the eye, depth alone.
    Depth,
    /// Faces away from the eye, moved outwards in the picture by so many CSS pixels, in one colour.
    Line { width: f32, ink: Ink, alpha: f32 },
    /// Faces towards the eye, in light and shade.
    Solid,
    /// Faces towards the eye, see-through, denser and darker towards the rim: how dense in the middle, and there.
    Ghost { dense: (f32, f32) },
}

/// Colour of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Line,
    Ink,
    Paper,
}

/// What tells kinds apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    Smooth,
    /// Along a muscle, which turns to tendon at its ends.
    Fibres,
    /// A light middle.
    Core,
    /// Round and round.
    Bands,
}

impl Pattern {
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Bone | Kind::Tooth | Kind::Disc | Kind::Cartilage | Kind::Vein | Kind::Skin => Self::Smooth,
            Kind::Muscle | Kind::Ligament => Self::Fibres,
            Kind::Nerve => Self::Core,
            Kind::Artery => Self::Bands,
        }
    }
}

/// How light a nerve's middle is: the part of white there.
pub const CORE: f32 = 0.62;
/// Bands along an artery of the greatest length, and how much darker the dark ones are.
pub const BANDS: f32 = 18.0;
pub const BAND_DEPTH: f32 = 0.28;
/// Fine fibres across the widest belly, and how much darker the furrows between bundles are.
pub const FIBRES: f32 = 48.0;
pub const FIBRE_DEPTH: f32 = 0.2;

/// Of every structure, on the right and on the left: 1, or how many times as long a muscle is as in neutral.
pub type Stretches = [[f32; 2]; STRUCTURES.len()];

/// How long the muscles are where bones go there.
// Once in the wasm.
#[inline(never)]
fn stretches(bones: &[Rigid; Bone::COUNT]) -> Stretches {
    let mut all = [[1.0; 2]; STRUCTURES.len()];
    for (both, strand) in all[FIRST_STRAND..].iter_mut().zip(tissue::strands()) {
        if strand.kind == Kind::Muscle {
            *both = [Side::Right, Side::Left].map(|side| tissue::relative_length(strand, side, bones));
        }
    }
    all
}

/// The same of one muscle, or of a group whose parts all get longer or all shorter: the mean of them.
pub fn stretch(id: StructureId, bones: &[Rigid; Bone::COUNT]) -> Option<[f32; 2]> {
    if id.get().kind != Kind::Muscle {
        return None;
    }
    let all = stretches(bones);
    let mean = |side: usize| {
        let parts = || id.members().map(|part| all[part.index()][side]);
        let alike = parts().all(|part| part > 1.0 - ALIKE) || parts().all(|part| part < 1.0 + ALIKE);
        alike.then(|| parts().sum::<f32>() / parts().count().max(1) as f32)
    };
    Some([mean(0)?, mean(1)?])
}

/// So little counts neither as longer nor as shorter.
const ALIKE: f32 = 0.01;

/// What is swept comes last.
const FIRST_STRAND: usize = STRUCTURES.len() - tissue::COUNT;

/// Heights, mm, between which the picture fades out at its lower edge: nothing is left of what lies below both.
pub type Fade = (f32, f32);

pub(crate) const FADE: Fade = (-58.0, -20.0);
/// For a picture of one structure.
pub const NO_FADE: Fade = (-9001.0, -9000.0);

/// How much is left of a point at this height, 0 to 1.
pub fn shown_at(y: f32, fade: Fade) -> f32 {
    let t = ((y - fade.0) / (fade.1 - fade.0)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Width of the line round plain structures and ghosts, CSS pixels.
const THIN: f32 = 1.1;

/// The shadow of its neighbours lies on a chosen structure only by this part, for they are hardly there.
pub const CHOSEN_SHADOW: f32 = 0.45;

/// Depth first: where the picture fades out, nothing shows through what is nearer.
const PLAIN: [Pass; 3] = [
    Pass { state: State::Plain, paint: Paint::Depth },
    Pass { state: State::Plain, paint: Paint::Line { width: THIN, ink: Ink::Line, alpha: 1.0 } },
    Pass { state: State::Plain, paint: Paint::Solid },
];

const GHOST: [Pass; 3] = [
    Pass { state: State::Ghost, paint: Paint::Depth },
    Pass { state: State::Ghost, paint: Paint::Line { width: THIN, ink: Ink::Line, alpha: 0.7 } },
    Pass { state: State::Ghost, paint: Paint::Ghost { dense: (0.2, 0.62) } },
];

/// Before all the others.
const SKIN: [Pass; 3] = [
    Pass { state: State::Skin, paint: Paint::Depth },
    Pass { state: State::Skin, paint: Paint::Ghost { dense: (0.14, 0.4) } },
    FRESH,
];

const FRESH: Pass = Pass { state: State::Plain, paint: Paint::FreshDepth };
const SEEN_THROUGH: [Pass; 7] = [GHOST[0], GHOST[1], GHOST[2], FRESH, PLAIN[0], PLAIN[1], PLAIN[2]];

const CHOSEN: [Pass; 10] = [
    GHOST[0],
    GHOST[1],
    GHOST[2],
    // Each of its own depth, so that the two tones run round the whole shape and not through its folds.
    Pass { state: State::Chosen, paint: Paint::FreshDepth },
    Pass { state: State::Chosen, paint: Paint::Line { width: 4.6, ink: Ink::Ink, alpha: 1.0 } },
    Pass { state: State::Chosen, paint: Paint::FreshDepth },
    Pass { state: State::Chosen, paint: Paint::Line { width: 2.6, ink: Ink::Paper, alpha: 1.0 } },
    Pass { state: State::Chosen, paint: Paint::FreshDepth },
    Pass { state: State::Chosen, paint: Paint::Line { width: 0.8, ink: Ink::Line, alpha: 1.0 } },
    Pass { state: State::Chosen, paint: Paint::Solid },
];

/// Everything a renderer needs besides the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DrawList {
    pub viewport: Viewport,
    /// From mm to clip space, column-major; see [`crate::camera::Camera::matrix`].
    pub matrix: [f32; 16],
    /// Unit vectors of the picture in the world: to the right, up, towards the eye.
    pub axes: [Vec3; 3],
    /// Where the eye is, mm.
    pub eye: Vec3,
    /// Towards the light, unit length, in the world: it hangs at the upper left of whoever looks.
    pub light: Vec3,
    pub rides: Rides,
    pub stretches: Stretches,
    /// In the order of [`STRUCTURES`].
    pub states: [State; STRUCTURES.len()],
    /// Of a chosen pair, the side that is meant; the other is a ghost.
    pub side: Option<Side>,
    pub palette: Palette,
    pub fade: Fade,
}

impl DrawList {
    pub fn new(scene: &Scene, viewport: Viewport, palette: Palette) -> Self {
        let axes = scene.camera.axes();
        let bones = displacements(scene.pose);
        let skull = &bones[Bone::Skull as usize];
        let alone = scene.selected.is_some() && scene.layers.has(Switch::Alone);
        // Teeth stand in both jaws: without one of them they would float.
        let mut jaws = ["skull", "mandible"].iter().filter_map(|id| StructureId::find(id));
        let toothed = jaws.all(|jaw| !scene.layers.hidden[jaw.index()]);
        let states = core::array::from_fn(|place| {
            let chosen = scene.selected.is_some_and(|id| id.holds(StructureId(place as u8)));
            let layer = STRUCTURES[place].layer;
            let tooth = STRUCTURES[place].kind == Kind::Tooth;
            let shown = (tooth && toothed || scene.layers.shows(layer)) && !scene.layers.hidden[place];
            if layer == Layer::Skin && (chosen || shown && !alone) {
                return State::Skin;
            }
            match scene.selected {
                _ if chosen => State::Chosen,
                Some(_) if alone => State::Hidden,
                _ if !shown => State::Hidden,
                None if scene.layers.has(Switch::XRay) && !tooth && layer != Layer::Skeleton => State::Ghost,
                None => State::Plain,
                Some(id) if !scene.layers.has(Switch::XRay) && layer.covers(id.get().layer) => State::Hidden,
                Some(_) => State::Ghost,
            }
        });
        Self {
            viewport,
            matrix: scene.camera.matrix(viewport.aspect(), skull),
            axes,
            eye: scene.camera.eye(skull),
            light: (axes[0] * -0.48 + axes[1] * 0.66 + axes[2] * 0.58).unit(),
            rides: rides(&bones),
            stretches: stretches(&bones),
            states,
            side: scene.layers.side().filter(|_| scene.selected.is_some_and(StructureId::is_paired)),
            palette,
            fade: FADE,
        }
    }

    /// State of a place of a structure, mm in neutral.
    pub fn state_at(&self, id: StructureId, [_, _, z]: [f32; 3]) -> State {
        match (self.states[id.index()], self.side) {
            (State::Chosen, Some(side)) if z * side.sign() < 0.0 => State::Ghost,
            (state, _) => state,
        }
    }

    /// How much lighter or deeper a place of a structure is drawn, see [`tint`](crate::palette::tint); mm in neutral.
    pub fn tint_at(&self, id: StructureId, [_, _, z]: [f32; 3]) -> f32 {
        tint(self.stretches[id.index()][usize::from(z < 0.0)])
    }

    /// What to draw, in this order.
    pub fn passes(&self) -> impl Iterator<Item = &'static Pass> {
        let skin: &[Pass] = if self.states.contains(&State::Skin) { &SKIN } else { &[] };
        let rest: &[Pass] = if self.states.contains(&State::Chosen) {
            &CHOSEN
        } else if self.states.contains(&State::Ghost) {
            &SEEN_THROUGH
        } else {
            &PLAIN
        };
        skin.iter().chain(rest)
    }

    /// CSS pixels of a millimetre at a point of the world, across the picture.
    pub fn scale(&self, p: Vec3) -> f32 {
        let m = &self.matrix;
        let distance = m[3] * p.x + m[7] * p.y + m[11] * p.z + m[15];
        let up = Vec3::new(m[1], m[5], m[9]).length();
        up / distance.max(1e-3) * 0.5 * self.viewport.height / self.viewport.ratio
    }

    /// Where a point of the world lies in the picture: CSS pixels from the left and the top, and its depth.
    pub fn project(&self, p: Vec3) -> [f32; 3] {
        let m = &self.matrix;
        let row = |r: usize| m[r] * p.x + m[4 + r] * p.y + m[8 + r] * p.z + m[12 + r];
        let scale = 1.0 / row(3).max(1e-3);
        let (width, height) =
            (self.viewport.width / self.viewport.ratio, self.viewport.height / self.viewport.ratio);
        [(row(0) * scale * 0.5 + 0.5) * width, (0.5 - row(1) * scale * 0.5) * height, row(2) * scale]
    }
}
