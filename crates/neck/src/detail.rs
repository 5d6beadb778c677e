//! How finely a structure is drawn: as fine as its size in the picture shows, and no finer.
//!
//! Every surface can be had at three steps over the same corners. What is swept leaves out rings; of what comes from a
//! file, corners that lie together become one.

use crate::anatomy::{Kind, StructureId};
use crate::asset::Mesh;
use crate::draw::{DrawList, FADE, Paint, Pass, State};
use crate::math::Vec3;
use crate::tissue;

/// How fine, the finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Fine,
    Middle,
    Coarse,
}

/// How much of a surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    All,
    /// Its first triangles: those that may come to where the picture fades out.
    Low,
}

impl Step {
    pub const ALL: [Self; 3] = [Self::Fine, Self::Middle, Self::Coarse];
}

/// In the coarse step, corners of a file's surface in one cell of this size become one, mm; and how far that moves the
/// surface, mm. There is no middle step of it.
const CELL: f32 = 3.0;
const MOVED: f32 = 0.5;
/// The skin is smooth, and only ever seen through.
const SKIN_CELL: f32 = 12.0;
/// A surface may be off the finest one by so much in the picture, CSS pixels.
const OFF: f32 = 0.5;
/// Shoulders are lifted, and hang, by so much at most, mm; what is higher up never comes so low.
const LIFT: f32 = 15.0;

/// What decides how a structure is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detail {
    pub structure: StructureId,
    /// Its middle, mm in neutral.
    middle: Vec3,
    /// How far off the finest surface the middle and the coarse one are, mm.
    off: [f32; 2],
}

impl Detail {
    pub fn of(mesh: &Mesh) -> Self {
        let (mut low, mut high) = ([f32::INFINITY; 3], [f32::NEG_INFINITY; 3]);
        for vertex in &mesh.vertices {
            for (i, part) in vertex.position.into_iter().enumerate() {
                low[i] = low[i].min(part);
                high[i] = high[i].max(part);
            }
        }
        Self {
            structure: mesh.structure,
            middle: (Vec3::from_array(low) + Vec3::from_array(high)) * 0.5,
            off: tissue::strand(mesh.structure).map_or([f32::INFINITY, MOVED], tissue::coarseness),
        }
    }

    /// Whether a pass draws it, and how finely; of a surface that is [`Part::Low`], only what may fade out.
    pub fn drawn(&self, pass: &Pass, list: &DrawList) -> Option<(Step, Part)> {
        let state = list.states[self.structure.index()];
        // The other one of a chosen pair.
        let twin = state == State::Chosen && pass.state == State::Ghost && list.side.is_some();
        if !(state == pass.state || twin) {
            return None;
        }
        let [middle, coarse] = self.off.map(|off| off * list.scale(self.middle));
        let step = if matches!(pass.state, State::Ghost | State::Skin) || coarse <= OFF {
            Step::Coarse
        } else if middle <= OFF {
            Step::Middle
        } else {
            Step::Fine
        };
        // Only where the picture fades out could something show through what is solid.
        let low = pass.paint == Paint::Depth && pass.state == State::Plain;
        Some((step, if low { Part::Low } else { Part::All }))
    }
}

/// A structure's surface, as fine as asked for, and how many of its triangles are [`Part::Low`]: they come first. What
/// is never seen, as it lies below the picture's lower edge, is left out. None: it is the next finer one.
pub fn triangles(mesh: &Mesh, step: Step) -> Option<(Vec<[u16; 3]>, usize)> {
    let all = match (step, tissue::strand(mesh.structure), mesh.structure.get().kind) {
        (Step::Fine, _, Kind::Skin) => joined(mesh, SKIN_CELL),
        (Step::Fine, ..) => mesh.triangles.clone(),
        (_, Some(strand), _) => tissue::triangles(strand, step),
        (_, None, Kind::Skin) | (Step::Middle, None, _) => return None,
        (Step::Coarse, None, _) => joined(mesh, CELL),
    };
    let height = |corner: &u16| mesh.vertices[usize::from(*corner)].position[1];
    let seen = |triangle: &[u16; 3]| triangle.iter().any(|corner| height(corner) > FADE.0 - LIFT);
    let low = |triangle: &[u16; 3]| triangle.iter().any(|corner| height(corner) < FADE.1 + LIFT);
    let (mut first, rest): (Vec<_>, Vec<_>) = all.into_iter().filter(seen).partition(low);
    let count = first.len();
    first.extend(rest);
    Some((first, count))
}

/// No more triangles than this has a step: known before they are made.
pub fn most(mesh: &Mesh, step: Step) -> usize {
    let all = mesh.triangles.len();
    match (step, tissue::strand(mesh.structure).is_some()) {
        (Step::Fine, _) | (Step::Coarse, false) => all,
        (Step::Middle, true) => all * 3 / 4,
        (Step::Middle, false) => 0,
        (Step::Coarse, true) => all / 2,
    }
}

/// The same surface with all corners of a cell of this size, mm, in one of them.
fn joined(mesh: &Mesh, cell: f32) -> Vec<[u16; 3]> {
    // Both sides alike, and no triangle from one to the other.
    let key = |corner: usize| {
        let [x, y, z] = mesh.vertices[corner].position;
        let side = (z > 0.0) as i32 - (z < 0.0) as i32;
        let [x, y, z] = [x, y, z.abs()].map(|part| libm::roundf(part / cell) as i32);
        [x, y, z, side]
    };
    // Of each cell its first corner; where the cells' numbers meet, the next free place.
    let room = (mesh.vertices.len() * 2).next_power_of_two();
    let mut first: Vec<Option<u16>> = vec![None; room];
    let mut of = Vec::with_capacity(mesh.vertices.len());
    for corner in 0..mesh.vertices.len() {
        let own = key(corner);
        let mixed =
            own.iter().fold(0_u32, |sum, part| (sum ^ part.cast_unsigned()).wrapping_mul(0x9E37_79B1));
        let mut place = (mixed >> 8) as usize % room;
        let joined = loop {
            match first[place] {
                Some(other) if key(usize::from(other)) == own => break other,
                Some(_) => place = (place + 1) % room,
                None => {
                    first[place] = Some(corner as u16);
                    break corner as u16;
                }
            }
        };
        of.push(joined);
    }
    let joined = mesh.triangles.iter().map(|triangle| triangle.map(|corner| of[usize::from(corner)]));
    joined.filter(|[a, b, c]| a != b && b != c && c != a).collect()
}
