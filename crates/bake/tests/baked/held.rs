//! Soft tissue and bones in a pose, looked at from one of the bones: heights and sides are those of neutral.

use std::sync::LazyLock;

use neck::anatomy::{Bone, StructureId};
use neck::asset::{Mesh, Vertex};
use neck::math::{Rigid, Vec3};
use neck::motion::{Movement, Pose, displacements};
use neck::tissue::{Rides, Side, Strand, fibres, rides, strands};

use super::tissue::{SOLIDS, point};

/// Neutral, then the movements with a name.
pub(crate) static HELD: LazyLock<Vec<Held>> = LazyLock::new(|| {
    let movements = Movement::ALL.map(|movement| {
        let (upper, lower) = movement.parts();
        Held::new(movement.id(), Pose::from_parts(upper.into(), lower.into(), 0.0, 0.0))
    });
    std::iter::once(Held::new("neutral", Pose::default())).chain(movements).collect()
});

static MESHES: LazyLock<Vec<Mesh>> = LazyLock::new(|| neck::tissue::meshes().collect());

pub(crate) const UP: Vec3 = Vec3::new(0.0, 1.0, 0.0);
pub(crate) const DOWN: Vec3 = Vec3::new(0.0, -1.0, 0.0);
pub(crate) const FORTH: Vec3 = Vec3::new(1.0, 0.0, 0.0);
pub(crate) const BACK: Vec3 = Vec3::new(-1.0, 0.0, 0.0);
/// To the right: away from the midline, as the right side is looked at.
pub(crate) const OUT: Vec3 = Vec3::new(0.0, 0.0, 1.0);

pub(crate) struct Held {
    pub(crate) name: &'static str,
    placed: [Rigid; Bone::COUNT],
    rides: Rides,
}

/// Asserts of every pose; `must` takes what has to be true, and what to say if it is not.
pub(crate) fn in_every_pose(check: impl Fn(&Held, &mut dyn FnMut(bool, String))) {
    let mut wrong = Vec::new();
    for held in HELD.iter() {
        check(held, &mut |fine, said| {
            if !fine {
                wrong.push(format!("{}: {said}", held.name));
            }
        });
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

impl Held {
    pub(crate) fn new(name: &'static str, pose: Pose) -> Self {
        let placed = displacements(pose);
        Self { name, placed, rides: rides(&placed) }
    }

    pub(crate) fn neutral(&self) -> bool {
        self.name == "neutral"
    }

    fn strand(id: &str) -> &'static Strand {
        strands().find(|strand| strand.id == id).unwrap()
    }

    /// A line along a belly, seen from a bone: across it from -1, in front or outside, to 1.
    pub(crate) fn fibre(&self, from: Bone, id: &str, belly: usize, across: f32) -> Line {
        let line = fibres(Self::strand(id), Side::Right, &self.rides, across).nth(belly).unwrap();
        let back = self.placed[from as usize].inverse();
        let fine = line.windows(2).flat_map(|two| {
            let step = (two[1] - two[0]) * 0.125;
            (0..8_u8).map(move |i| back.point(two[0] + step * f32::from(i)))
        });
        Line(fine.chain([back.point(line[line.len() - 1])]).collect())
    }

    /// The middle line of a belly.
    pub(crate) fn line(&self, from: Bone, id: &str, belly: usize) -> Line {
        self.fibre(from, id, belly, 0.0)
    }

    /// The surface through the middle of a strand, or of all that a group stands for.
    pub(crate) fn sheet(&self, from: Bone, id: &str) -> Sheet {
        let parts = StructureId::find(id).unwrap().get().parts;
        if !parts.is_empty() {
            return Sheet(parts.iter().flat_map(|part| self.sheet(from, part).0).collect());
        }
        let mut triangles = Vec::new();
        for belly in 0..Self::strand(id).bellies.len() {
            let rows: Vec<_> = (-4..=4_i8)
                .map(|i| self.fibre(from, id, belly, f32::from(i) * 0.25).0.into_iter().step_by(4))
                .map(Iterator::collect::<Vec<_>>)
                .collect();
            for two in rows.windows(2) {
                for i in 1..two[0].len() {
                    let [a, b, c, d] = [two[0][i - 1], two[0][i], two[1][i - 1], two[1][i]];
                    triangles.extend([[a, b, c], [b, d, c]]);
                }
            }
        }
        Sheet(triangles)
    }

    /// The swept surface of the right side, in the world.
    pub(crate) fn surface(&self, id: &str) -> Sheet {
        let structure = StructureId::find(id).unwrap();
        let mesh = MESHES.iter().find(|mesh| mesh.structure == structure).unwrap();
        let place = |vertex: &Vertex| {
            let p = Vec3::from_array(vertex.position);
            let [upper, lower] = vertex.rides.map(|ride| self.rides[usize::from(ride)].point(p));
            lower + (upper - lower) * (f32::from(vertex.blend) / 255.0)
        };
        let corners = mesh.triangles.iter().map(|triangle| triangle.map(|i| &mesh.vertices[usize::from(i)]));
        let right = corners.filter(|corners| corners.iter().all(|corner| corner.position[2] > -0.5));
        Sheet(right.map(|corners| corners.map(place)).collect())
    }

    /// The first bone on a way from a point.
    pub(crate) fn bone(&self, from: Bone, start: Vec3, way: Vec3, reach: f32) -> Option<&'static str> {
        let mut far = 0.0;
        while far < reach {
            let p = self.placed[from as usize].point(start + way * far);
            let near = SOLIDS.iter().map(|(id, on, solid)| {
                (*id, solid.distance(point(self.placed[*on as usize].inverse().point(p))))
            });
            let (id, gap) = near.min_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
            if gap < 0.1 {
                return Some(id);
            }
            far += (gap as f32).max(0.2);
        }
        None
    }

    /// How far a point is from a bone, mm.
    pub(crate) fn gap(&self, from: Bone, bone: &str, p: Vec3) -> f64 {
        let (_, on, solid) = SOLIDS.iter().find(|(id, ..)| *id == bone).unwrap();
        let p = self.placed[from as usize].point(p);
        solid.distance(point(self.placed[*on as usize].inverse().point(p)))
    }
}

pub(crate) struct Line(pub(crate) Vec<Vec3>);

impl Line {
    pub(crate) fn start(&self) -> Vec3 {
        self.0[0]
    }

    /// A part of the way from its first end, 0 to 1.
    pub(crate) fn part(&self, part: f32) -> Vec3 {
        self.0[(part * (self.0.len() - 1) as f32) as usize]
    }

    /// Where it first is at a height.
    pub(crate) fn at(&self, y: f32) -> Option<Vec3> {
        let two = self.0.windows(2).find(|two| (two[0].y - y) * (two[1].y - y) <= 0.0)?;
        let rise = two[1].y - two[0].y;
        Some(two[0] + (two[1] - two[0]) * if rise == 0.0 { 0.0 } else { (y - two[0].y) / rise })
    }

    /// Its point nearest to another.
    pub(crate) fn near(&self, p: Vec3) -> Vec3 {
        let gap = |q: &Vec3| (*q - p).length();
        *self.0.iter().min_by(|a, b| gap(a).total_cmp(&gap(b))).unwrap()
    }

    /// Where two lines are nearest: a point of each.
    pub(crate) fn meet(&self, other: &Self) -> (Vec3, Vec3) {
        let pairs = self.0.iter().map(|&p| (p, other.near(p)));
        pairs.min_by(|a, b| (a.0 - a.1).length().total_cmp(&(b.0 - b.1).length())).unwrap()
    }

    /// Where it comes out through a sheet; `out` is what counts as outwards.
    pub(crate) fn comes_out(&self, sheet: &Sheet, out: Vec3) -> Option<Vec3> {
        let two = self.0.windows(2).find(|two| {
            let depth = |p: Vec3| sheet.beyond(p, out);
            matches!((depth(two[0]), depth(two[1])), (Some(before), Some(after)) if before >= 0.0 && after < 0.0)
        })?;
        Some(two[1])
    }
}

pub(crate) struct Sheet(Vec<[Vec3; 3]>);

impl Sheet {
    /// Where a way from a point first meets it.
    pub(crate) fn first(&self, p: Vec3, way: Vec3) -> Option<f32> {
        self.hits(p, way).filter(|far| *far > 0.0).min_by(f32::total_cmp)
    }

    /// How far the sheet lies from a point in a direction; negative: the other way. None: beside it.
    pub(crate) fn beyond(&self, p: Vec3, way: Vec3) -> Option<f32> {
        self.hits(p, way).min_by(|a, b| a.abs().total_cmp(&b.abs()))
    }

    fn hits(&self, p: Vec3, way: Vec3) -> impl Iterator<Item = f32> {
        self.0.iter().filter_map(move |&[a, b, c]| {
            let (ab, ac) = (b - a, c - a);
            let across = way.cross(ac);
            let det = ab.dot(across);
            if det.abs() < 1e-9 {
                return None;
            }
            let off = p - a;
            let u = off.dot(across) / det;
            let q = off.cross(ab);
            let v = way.dot(q) / det;
            (u >= 0.0 && v >= 0.0 && u + v <= 1.0).then(|| ac.dot(q) / det)
        })
    }
}
