//! Which structure a finger means, and to which point of a structure a label leads.

use crate::anatomy::{STRUCTURES, StructureId};
use crate::asset::{Mesh, Model, Vertex};
use crate::draw::{DrawList, State};
use crate::math::{Rigid, Vec3};
use crate::tissue::Side;

/// A finger is this imprecise, CSS pixels.
pub const TOLERANCE: f32 = 22.0;

/// Where a corner stands in the pose that is drawn, mm.
pub fn posed(list: &DrawList, vertex: &Vertex) -> Vec3 {
    follow(list, vertex, |ride| ride.point(Vec3::from_array(vertex.position)))
}

/// Where its normal points then; not of unit length.
pub fn posed_normal(list: &DrawList, vertex: &Vertex) -> Vec3 {
    follow(list, vertex, |ride| ride.direction(Vec3::from_array(vertex.normal.map(f32::from))))
}

fn follow(list: &DrawList, vertex: &Vertex, moved: impl Fn(&Rigid) -> Vec3) -> Vec3 {
    // A ride that is none stands still: no number in a file makes this panic.
    let by = |ride: u16| moved(list.rides.get(usize::from(ride)).unwrap_or(&Rigid::IDENTITY));
    let [upper, lower] = vertex.rides;
    if upper == lower {
        return by(upper);
    }
    let below = by(lower);
    below + (by(upper) - below) * (f32::from(vertex.blend) / 255.0)
}

/// The structure at a point of the picture (CSS pixels), or the nearest within [`TOLERANCE`].
pub fn pick(model: &Model, list: &DrawList, x: f32, y: f32) -> Option<StructureId> {
    let mut front = (f32::INFINITY, None);
    let mut near = (TOLERANCE * TOLERANCE, None);
    for mesh in &model.meshes {
        let Some(over) = over(mesh, list) else { continue };
        let corners = project(mesh, list);
        for [cx, cy, _] in &corners {
            let distance = (cx - x) * (cx - x) + (cy - y) * (cy - y);
            if distance < near.0 && distance.is_finite() {
                near = (distance, Some(mesh.structure));
            }
        }
        for triangle in &mesh.triangles {
            if let Some(depth) = depth(triangle.map(|i| corners[usize::from(i)]), x, y)
                && depth - over < front.0
            {
                front = (depth - over, Some(mesh.structure));
            }
        }
    }
    front.1.or(near.1)
}

/// Depth that what is drawn is nearer by: what is chosen is drawn over all that is plain, and that over ghosts, wherever
/// they lie.
fn over(mesh: &Mesh, list: &DrawList) -> Option<f32> {
    match list.states[mesh.structure.index()] {
        // What lies under the skin is meant.
        State::Hidden | State::Skin => None,
        State::Ghost => Some(0.0),
        State::Plain => Some(4.0),
        State::Chosen => Some(8.0),
    }
}

/// The middle of a structure and how far it reaches from there, mm; of a pair, of the one of the nearer side.
pub fn bounds(model: &Model, list: &DrawList, structure: StructureId) -> Option<(Vec3, f32)> {
    let meshes = model.meshes.iter().filter(|mesh| structure.holds(mesh.structure));
    let corners = meshes.flat_map(|mesh| &mesh.vertices);
    let (mut low, mut high) = ([f32::INFINITY; 3], [f32::NEG_INFINITY; 3]);
    for vertex in corners.filter(|vertex| is_near(vertex, list)) {
        let p = posed(list, vertex).to_array();
        for i in 0..3 {
            low[i] = low[i].min(p[i]);
            high[i] = high[i].max(p[i]);
        }
    }
    let half = (Vec3::from_array(high) - Vec3::from_array(low)) * 0.5;
    half.length().is_finite().then(|| (Vec3::from_array(low) + half, half.length()))
}

/// Whether it is of the nearer side, or of the one that is meant; what lies in the middle belongs to both.
fn is_near(vertex: &Vertex, list: &DrawList) -> bool {
    let nearer = if list.axes[2].z < -0.01 { Side::Left } else { Side::Right };
    let side = list.side.unwrap_or(nearer).sign();
    vertex.position[2] * side > -MIDDLE
}

/// Of a triangle that faces the eye, at a point of the picture.
fn depth([a, b, c]: [[f32; 3]; 3], x: f32, y: f32) -> Option<f32> {
    let edge = |p: [f32; 3], q: [f32; 3]| (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
    let (u, v, w) = (edge(b, c), edge(c, a), edge(a, b));
    // The page counts downwards, so what faces the eye runs clockwise there: all three negative.
    let sum = u + v + w;
    let inside = sum < 0.0 && u <= 0.0 && v <= 0.0 && w <= 0.0;
    inside.then(|| (u * a[2] + v * b[2] + w * c[2]) / sum)
}

/// So near the midline, mm, a corner counts to both sides.
const MIDDLE: f32 = 4.0;
/// What is seen is looked up so often across the picture, CSS pixels.
const CELL: f32 = 6.0;
/// What is seen in fewer places is as good as covered.
const FEW: f32 = 4.0;

/// A corner of a mesh, for a label to lead to wherever it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    mesh: usize,
    corner: usize,
}

impl Anchor {
    /// Where it is in the picture, CSS pixels; nowhere while it is on the far side of its structure.
    pub fn at(self, model: &Model, list: &DrawList) -> Option<[f32; 2]> {
        let vertex = self.vertex(model)?;
        let [x, y, _] = list.project(posed(list, vertex));
        (posed_normal(list, vertex).dot(list.axes[2]) > 0.0).then_some([x, y])
    }

    fn vertex(self, model: &Model) -> Option<&Vertex> {
        model.meshes.get(self.mesh)?.vertices.get(self.corner)
    }
}

/// For each structure, by its place in [`STRUCTURES`], a point in the middle of what is seen of it; of a pair, of the one
/// of the nearer side. None for what is covered.
pub fn anchors(model: &Model, list: &DrawList) -> [Option<Anchor>; STRUCTURES.len()] {
    let [width, height] = [list.viewport.width, list.viewport.height].map(|size| size / list.viewport.ratio);
    let (columns, rows) = ((width / CELL) as usize, (height / CELL) as usize);
    let mut cells = vec![(f32::INFINITY, Anchor { mesh: 0, corner: 0 }); columns * rows];
    for (place, mesh) in model.meshes.iter().enumerate() {
        let Some(over) = over(mesh, list) else { continue };
        let corners = project(mesh, list);
        for triangle in &mesh.triangles {
            let [a, b, c] = triangle.map(|i| corners[usize::from(i)]);
            let range = |i: usize, most: usize| {
                let (low, high) = (a[i].min(b[i]).min(c[i]), a[i].max(b[i]).max(c[i]));
                (low / CELL - 0.5) as usize..((high / CELL + 0.5) as usize).min(most)
            };
            for row in range(1, rows) {
                for column in range(0, columns) {
                    let depth = depth([a, b, c], middle(column), middle(row)).map(|depth| depth - over);
                    let cell = &mut cells[row * columns + column];
                    if let Some(depth) = depth.filter(|depth| *depth < cell.0) {
                        *cell = (depth, Anchor { mesh: place, corner: triangle[0].into() });
                    }
                }
            }
        }
    }
    // Of a cell: the structure, where, and its corner.
    let seen = |place: usize| {
        let (depth, anchor) = cells[place];
        let vertex = anchor.vertex(model).filter(|_| depth.is_finite())?;
        let counts = is_near(vertex, list) && posed(list, vertex).y > list.fade.0.midpoint(list.fade.1);
        let structure = model.meshes[anchor.mesh].structure.index();
        counts.then(|| (structure, middle(place % columns), middle(place / columns), anchor))
    };
    // The dot of another part must not stand on what is chosen.
    let near_chosen = |[x, y]: [f32; 2]| {
        let around = |at: f32, most: usize| {
            let at = (at / CELL) as usize;
            at.saturating_sub(1)..(at + 2).min(most)
        };
        around(y, rows).any(|row| {
            around(x, columns).any(|column| {
                let (depth, anchor) = cells[row * columns + column];
                depth.is_finite() && list.states[model.meshes[anchor.mesh].structure.index()] == State::Chosen
            })
        })
    };
    let mut sums = [[0.0_f32; 3]; STRUCTURES.len()];
    let mut best = [(f32::INFINITY, None); STRUCTURES.len()];
    for round in 0..2 {
        for (structure, x, y, anchor) in (0..cells.len()).filter_map(seen) {
            let [right, down, count] = &mut sums[structure];
            if round == 0 {
                (*right, *down, *count) = (*right + x, *down + y, *count + 1.0);
                continue;
            }
            let (dx, dy) = (x - *right / *count, y - *down / *count);
            let distance = dx * dx + dy * dy;
            let chosen = list.states[structure] == State::Chosen;
            if (chosen || *count >= FEW) && distance < best[structure].0 {
                let at = anchor.at(model, list).filter(|at| chosen || !near_chosen(*at));
                if at.is_some() {
                    best[structure] = (distance, Some(anchor));
                }
            }
        }
    }
    best.map(|(_, anchor)| anchor)
}

/// Of a cell.
fn middle(place: usize) -> f32 {
    (place as f32 + 0.5) * CELL
}

fn project(mesh: &Mesh, list: &DrawList) -> Vec<[f32; 3]> {
    let place = |vertex| {
        let p = posed(list, vertex);
        // Below the picture's lower edge nothing is to be seen, nor to be meant: no comparison with this holds.
        if p.y < list.fade.0 { [f32::NAN; 3] } else { list.project(p) }
    };
    mesh.vertices.iter().map(place).collect()
}
