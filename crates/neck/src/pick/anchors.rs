//! To which point of a structure a label leads, found in small steps: the page has other things to do meanwhile.

use super::{Lens, depth, is_near, over, posed, posed_normal};
use crate::anatomy::{STRUCTURES, StructureId};
use crate::asset::{Mesh, Model, Vertex};
use crate::draw::{DrawList, State};

/// What is seen is looked up so often across the picture, CSS pixels.
const CELL: f32 = 6.0;
/// What is seen in fewer places is as good as covered.
const FEW: f32 = 4.0;
/// A step ends after so many corners, triangles and cells; the row of cells that it is in is done with.
const STEP: usize = 5000;
/// When it is all drawn, a cell is as much work as so many of them before.
const WEIGHT: usize = 10;

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

/// The search for a point of each structure, in the middle of what is seen of it; of a pair, of the one of the nearer side.
/// What is covered has none. First all meshes are drawn into cells, then the cells are looked through twice.
#[derive(Debug)]
pub struct Anchors {
    list: DrawList,
    lens: Lens,
    columns: usize,
    rows: usize,
    /// Depth of the nearest surface in each, and a corner of it.
    cells: Vec<(f32, Anchor)>,
    /// The mesh that is drawn, its corners in the picture, as far as they are known, and in which row of its triangle it goes on.
    mesh: usize,
    corners: Vec<[f32; 3]>,
    row: usize,
    /// The triangle or, when all is drawn, the cell that comes next.
    next: usize,
    /// Of each structure: the sums of where it is seen, and how often.
    sums: [[f32; 3]; STRUCTURES.len()],
    /// How far from its middle (squared) the best point is.
    best: [(f32, Option<Anchor>); STRUCTURES.len()],
}

impl Anchors {
    /// Of the picture that this list draws.
    pub fn new(list: &DrawList) -> Self {
        let [width, height] =
            [list.viewport.width, list.viewport.height].map(|size| size / list.viewport.ratio);
        let (columns, rows) = ((width / CELL) as usize, (height / CELL) as usize);
        Self {
            list: *list,
            lens: Lens::new(list),
            columns,
            rows,
            cells: vec![(f32::INFINITY, Anchor { mesh: 0, corner: 0 }); columns * rows],
            mesh: 0,
            corners: Vec::new(),
            row: 0,
            next: 0,
            sums: [[0.0; 3]; STRUCTURES.len()],
            best: [(f32::INFINITY, None); STRUCTURES.len()],
        }
    }

    /// Goes on a little. Returns how many corners, triangles and cells that were; nothing: all is found.
    pub fn step(&mut self, model: &Model) -> usize {
        match model.meshes.get(self.mesh) {
            Some(mesh) => self.draw(mesh),
            None => self.look(model),
        }
    }

    /// The point of a structure; given once.
    pub fn take(&mut self, structure: StructureId) -> Option<Anchor> {
        self.best.get_mut(structure.index())?.1.take()
    }

    /// A part of a mesh.
    fn draw(&mut self, mesh: &Mesh) -> usize {
        let over = over(mesh, &self.list);
        let left = &mesh.vertices[self.corners.len().min(mesh.vertices.len())..];
        if over.is_some() && !left.is_empty() {
            let lens = &self.lens;
            self.corners.extend(left.iter().take(STEP).map(|vertex| lens.project(vertex)));
            return left.len().min(STEP);
        }
        let mut work = 1;
        while let Some((triangle, over)) = mesh.triangles.get(self.next).zip(over) {
            if work >= STEP {
                return work;
            }
            work += 1 + self.fill(*triangle, over, STEP - work);
            if self.row == 0 {
                self.next += 1;
            }
        }
        (self.next, self.mesh) = (0, self.mesh + 1);
        self.corners.clear();
        work
    }

    /// A triangle, or as many of its rows as that work allows. Returns how many cells that were.
    fn fill(&mut self, triangle: [u16; 3], over: f32, most: usize) -> usize {
        let [a, b, c] = triangle.map(|i| self.corners[usize::from(i)]);
        // What looks away is not seen.
        if depth([a, b, c], a[0], a[1]).is_none() {
            return 0;
        }
        let range = |i: usize, most: usize| {
            let (low, high) = (a[i].min(b[i]).min(c[i]), a[i].max(b[i]).max(c[i]));
            (low / CELL - 0.5) as usize..((high / CELL + 0.5) as usize).min(most)
        };
        let (rows, columns, mut work) = (range(1, self.rows), range(0, self.columns), 0);
        for row in self.row.max(rows.start)..rows.end {
            if work >= most {
                self.row = row;
                return work;
            }
            work += columns.len();
            for column in columns.clone() {
                let depth = depth([a, b, c], middle(column), middle(row)).map(|depth| depth - over);
                let cell = &mut self.cells[row * self.columns + column];
                if let Some(depth) = depth.filter(|depth| *depth < cell.0) {
                    *cell = (depth, Anchor { mesh: self.mesh, corner: triangle[0].into() });
                }
            }
        }
        self.row = 0;
        work
    }

    /// Through some cells: first for the middle of what is seen of each structure, then for what is nearest to it.
    fn look(&mut self, model: &Model) -> usize {
        let from = self.next;
        self.next = (from + STEP / WEIGHT).min(self.cells.len() * 2);
        for step in from..self.next {
            let Some((structure, x, y, anchor)) = self.seen(model, step % self.cells.len()) else { continue };
            let [right, down, count] = &mut self.sums[structure];
            if step < self.cells.len() {
                (*right, *down, *count) = (*right + x, *down + y, *count + 1.0);
                continue;
            }
            let (dx, dy) = (x - *right / *count, y - *down / *count);
            let distance = dx * dx + dy * dy;
            let chosen = self.list.states[structure] == State::Chosen;
            if (chosen || *count >= FEW) && distance < self.best[structure].0 {
                let at = anchor.at(model, &self.list);
                if at.is_some_and(|at| chosen || !self.is_near_chosen(model, at)) {
                    self.best[structure] = (distance, Some(anchor));
                }
            }
        }
        (self.next - from) * WEIGHT
    }

    /// Of a cell: the structure, where, and its corner.
    fn seen(&self, model: &Model, place: usize) -> Option<(usize, f32, f32, Anchor)> {
        let (list, (depth, anchor)) = (&self.list, self.cells[place]);
        let vertex = anchor.vertex(model).filter(|_| depth.is_finite())?;
        let counts = is_near(vertex, list) && posed(list, vertex).y > list.fade.0.midpoint(list.fade.1);
        let structure = model.meshes[anchor.mesh].structure.index();
        counts.then(|| (structure, middle(place % self.columns), middle(place / self.columns), anchor))
    }

    /// The dot of another part must not stand on what is chosen.
    fn is_near_chosen(&self, model: &Model, [x, y]: [f32; 2]) -> bool {
        let around = |at: f32, most: usize| {
            let at = (at / CELL) as usize;
            at.saturating_sub(1)..(at + 2).min(most)
        };
        around(y, self.rows).any(|row| {
            around(x, self.columns).any(|column| {
                let (depth, anchor) = self.cells[row * self.columns + column];
                let structure = model.meshes.get(anchor.mesh).map(|mesh| mesh.structure.index());
                depth.is_finite() && structure.is_some_and(|one| self.list.states[one] == State::Chosen)
            })
        })
    }
}

/// All of them at once, each by its place in [`STRUCTURES`].
pub fn anchors(model: &Model, list: &DrawList) -> [Option<Anchor>; STRUCTURES.len()] {
    let mut anchors = Anchors::new(list);
    while anchors.step(model) > 0 {}
    anchors.best.map(|(_, anchor)| anchor)
}

/// Of a cell.
fn middle(place: usize) -> f32 {
    (place as f32 + 0.5) * CELL
}
