//! Sizes of the bones against published ones, measured on the baked surfaces as one measures a dry bone. Sources are
//! beside each row; where they give no spread, ten per cent are allowed.

use std::sync::LazyLock;

use bake::bones::stack::{Joint, Standing};
use bake::vec::{Frame, V3, v};
use neck::anatomy::{Bone, StructureId};
use neck::asset::{Model, read};

use super::FILE;

/// The first file alone: what one looks at soon.
static NECK: LazyLock<Model> = LazyLock::new(|| read(&FILE).unwrap());

/// A measure in a bone's own frame: origin in the middle of its body, x along the endplates, y up, z to the right.
#[derive(Debug, Clone, Copy)]
enum Measure {
    /// How far bone goes both ways from a point in it.
    Through(V3, V3),
    /// How far it is free both ways from a point outside it, up to bone.
    Clear(V3, V3),
    /// Greatest extent of what lies in a box.
    Extent(V3, [V3; 2]),
    /// From the back of the lamina, on a line from a point backwards, to the hindmost point of the bone.
    Spine(V3),
    /// From the top of what lies in a box up to the top of the bone.
    Rise([V3; 2]),
    /// How steep the uppermost surface is over a point, from behind to the front, degrees.
    Slope(V3),
}

use Measure::{Clear, Extent, Rise, Slope, Spine, Through};

const FORWARD: V3 = v(1.0, 0.0, 0.0);
const UP: V3 = v(0.0, 1.0, 0.0);
const SIDE: V3 = v(0.0, 0.0, 1.0);
/// A box that holds everything.
const ALL: [V3; 2] = [v(-999.0, -999.0, -999.0), v(999.0, 999.0, 999.0)];

/// A surface seen from a frame.
struct Surface {
    points: Vec<V3>,
    triangles: &'static [[u16; 3]],
}

impl Surface {
    fn new(id: &str, frame: &Frame) -> Self {
        let id = StructureId::find(id).unwrap();
        let mesh = NECK.meshes.iter().find(|mesh| mesh.structure == id).unwrap();
        let vector = |[x, y, z]: [f32; 3]| v(f64::from(x), f64::from(y), f64::from(z));
        Self {
            points: mesh.vertices.iter().map(|vertex| frame.inside(vector(vertex.position))).collect(),
            triangles: &mesh.triangles,
        }
    }

    /// Where a line passes the surface, from its point on, mm; sorted.
    fn hits(&self, from: V3, along: V3) -> Vec<f64> {
        let mut hits = Vec::new();
        for triangle in self.triangles {
            let [a, b, c] = triangle.map(|corner| self.points[usize::from(corner)]);
            // Moeller and Trumbore.
            let (ab, ac) = (b - a, c - a);
            let across = along.cross(ac);
            let size = ab.dot(across);
            if size.abs() > 1e-12 {
                let s = (from - a).dot(across) / size;
                let turned = (from - a).cross(ab);
                let t = along.dot(turned) / size;
                if s >= 0.0 && t >= 0.0 && s + t <= 1.0 {
                    hits.push(ac.dot(turned) / size);
                }
            }
        }
        hits.sort_by(f64::total_cmp);
        hits
    }

    fn measure(&self, measure: Measure) -> f64 {
        match measure {
            Through(at, along) | Clear(at, along) => {
                let hits = self.hits(at, along);
                let before = hits.iter().filter(|hit| **hit < 0.0).count();
                // An odd number of walls on one side: the point is in the bone.
                let inside = before % 2 == 1;
                assert_eq!(inside, matches!(measure, Through(..)), "{measure:?}: {hits:.1?}");
                assert!((1..hits.len()).contains(&before), "{measure:?}: open, {hits:.1?}");
                hits[before] - hits[before - 1]
            }
            Extent(along, [low, high]) => {
                let (least, most) = self
                    .points
                    .iter()
                    .filter(|p| p.min(low) == low && p.max(high) == high)
                    .map(|p| p.dot(along))
                    .fold((f64::MAX, f64::MIN), |(a, b), d| (a.min(d), b.max(d)));
                most - least
            }
            Spine(from) => {
                let lamina = self.hits(from, -FORWARD).last().map_or(f64::NAN, |way| from.x - way);
                lamina - self.points.iter().map(|p| p.x).fold(f64::MAX, f64::min)
            }
            Rise(part) => {
                let top = |[low, high]: [V3; 2]| {
                    let inside = self.points.iter().filter(|p| p.min(low) == low && p.max(high) == high);
                    inside.map(|p| p.y).fold(f64::MIN, f64::max)
                };
                top(ALL) - top(part)
            }
            Slope(at) => {
                let top = |x: f64| self.hits(at + FORWARD * x, UP).last().copied().unwrap_or(f64::NAN);
                (top(1.0) - top(-1.0)).atan2(2.0).to_degrees()
            }
        }
    }
}

/// One published figure, mm or degrees.
struct Row {
    bone: &'static str,
    what: &'static str,
    measure: Measure,
    mean: f64,
    /// One standard deviation, a tenth, or half of a range.
    spread: f64,
    source: &'static str,
}

fn row(
    bone: &'static str,
    what: &'static str,
    measure: Measure,
    (mean, spread): (f64, f64),
    source: &'static str,
) -> Row {
    Row { bone, what, measure, mean, spread, source }
}

/// Where a paper gives no spread.
const fn near(mean: f64) -> (f64, f64) {
    (mean, mean * 0.1)
}

/// A range.
const fn within(low: f64, high: f64) -> (f64, f64) {
    ((low + high) * 0.5, (high - low) * 0.5)
}

const PATEL: &str = "Patel & Gupta, atlas, n = 100";
const KALEEM: &str = "Kaleem et al. 2024, atlas, n = 43";
const KAUR: &str = "Kaur et al. 2017, canal of atlas and axis, n = 50 each";
const GOSAVI: &str = "Gosavi & Swamy 2012, axis, n = 100";
const GALLOWAY: &str = "Galloway osteological collection, Makerere, n = 404";
const ROHTAK: &str = "Rohtak, typical cervical vertebrae, n = 164";
const POOLED: &str = "C3 to C6 together, Eur J Anat 2020;24:9-15, n = 100";
const MORISHITA: &str = "Morishita et al. 2009, doi:10.1007/s00586-009-0968-y: normal, n = 295";
const FACETS: &str = "cervical facet angles, PMC2219934, table 2";
const TEXTBOOK: &str = "textbooks";

/// The upper and the lower half of a body near the midline.
const ABOVE: [V3; 2] = [v(-11.0, 2.0, -5.0), v(99.0, 99.0, 5.0)];
const BELOW: [V3; 2] = [v(-11.0, -99.0, -5.0), v(99.0, -2.0, 5.0)];
/// In the canal: behind the body, and between the pedicles.
const CANAL: V3 = v(-14.6, 0.0, 0.1);
const PEDICLES: V3 = v(-9.5, 0.0, 0.1);
/// Rims of the endplates, at the sides.
const TOP: V3 = v(-3.0, 4.5, 0.1);
const BOTTOM: V3 = v(2.0, -4.5, 0.1);

#[rustfmt::skip]
fn rows() -> Vec<Row> {
    let middle = |from: V3, to: V3| [V3 { z: -4.0, ..from }, V3 { z: 4.0, ..to }];
    let slope = |upper: Bone, lower: Bone| Slope(lower.frame().inside(Joint::facet(upper, lower).point) - FORWARD * 2.0);
    vec![
        row("C1", "width", Extent(SIDE, ALL), (79.8, 6.6), KALEEM),
        row("C1", "length", Extent(FORWARD, ALL), (45.5, 4.2), KALEEM),
        row("C1", "front arch, height", Extent(UP, middle(v(9.0, -99.0, 0.0), ALL[1])), near(10.2), PATEL),
        row("C1", "back arch, height", Extent(UP, middle(ALL[0], v(-25.0, 99.0, 0.0))), near(8.7), PATEL),
        row("C1", "ring inside, length", Clear(v(-8.0, 1.0, 0.1), FORWARD), near(32.6), KALEEM),
        row("C1", "ring inside, width", Clear(v(-12.0, 1.0, 0.1), SIDE), near(30.2), KALEEM),
        row("C1", "foramen transversarium", Clear(v(-4.6, -2.5, 27.2), SIDE), within(5.0, 7.0), TEXTBOOK),
        row("C2", "width", Extent(SIDE, ALL), near(52.5), TEXTBOOK),
        row("C2", "height with the dens", Extent(UP, middle(v(-6.0, -99.0, 0.0), ALL[1])), within(36.0, 40.0), TEXTBOOK),
        row("C2", "body, depth", Through(v(0.0, -5.0, 0.1), FORWARD), (14.8, 1.7), GOSAVI),
        row("C2", "dens, height", Rise([v(-6.0, -99.0, 6.0), v(6.0, 99.0, 9.0)]), (14.9, 1.5), GOSAVI),
        // At its thickest.
        row("C2", "dens, width", Through(v(-1.2, 16.5, 0.1), SIDE), near(9.3), GOSAVI),
        // From the back of the dens down to the upper edge of the arch.
        row("C2", "canal above, length", Clear(v(-15.0, 3.5, 0.1), v(0.93, 0.37, 0.0)), near(19.1), KAUR),
        row("C2", "canal above, width", Clear(v(-10.0, 4.0, 0.1), SIDE), near(23.1), KAUR),
        row("C2", "canal below, length", Clear(v(-14.0, -6.0, 0.1), FORWARD), near(15.2), KAUR),
        row("C2", "canal below, width", Clear(v(-12.0, -6.0, 0.1), SIDE), near(23.9), KAUR),
        row("C3", "width", Extent(SIDE, ALL), near(52.5), TEXTBOOK),
        row("C3", "body, width", Through(v(1.0, 3.0, 0.1), SIDE), (22.1, 1.5), GALLOWAY),
        row("C3", "body, height", Through(v(0.0, 0.0, 0.1), UP), (10.92, 1.35), POOLED),
        row("C3", "body in front, height", Through(v(6.0, 0.0, 0.1), UP), near(12.0), ROHTAK),
        row("C3", "upper endplate, depth", Extent(FORWARD, ABOVE), near(14.7), ROHTAK),
        row("C3", "lower endplate, depth", Extent(FORWARD, BELOW), near(15.7), ROHTAK),
        // With the lips at its sides. Sources disagree: in Rohtak it is 20.2, narrower than the body below it.
        row("C3", "upper endplate, width", Through(TOP, SIDE), (23.22, 2.16), POOLED),
        row("C3", "lower endplate, width", Through(BOTTOM, SIDE), near(19.4), ROHTAK),
        row("C3", "canal, length", Clear(CANAL, FORWARD), within(13.0, 15.0), MORISHITA),
        row("C3", "canal, width", Clear(PEDICLES, SIDE), (21.98, 1.82), POOLED),
        row("C3", "spine, free length", Spine(v(-15.0, -3.0, 4.0)), (15.25, 4.25), POOLED),
        row("C3", "upper facet, slope", slope(Bone::C2, Bone::C3), near(50.0), FACETS),
        row("C4", "width", Extent(SIDE, ALL), near(52.5), TEXTBOOK),
        row("C4", "body, width", Through(v(1.0, 3.0, 0.1), SIDE), (22.7, 1.7), GALLOWAY),
        row("C4", "body, height", Through(v(0.0, 0.0, 0.1), UP), (10.92, 1.35), POOLED),
        row("C4", "upper endplate, depth", Extent(FORWARD, ABOVE), (14.79, 1.96), POOLED),
        row("C4", "lower endplate, depth", Extent(FORWARD, BELOW), (15.56, 1.95), POOLED),
        row("C4", "upper endplate, width", Through(TOP, SIDE), (23.22, 2.16), POOLED),
        row("C4", "lower endplate, width", Through(BOTTOM, SIDE), (19.88, 2.38), POOLED),
        row("C4", "canal, length", Clear(CANAL, FORWARD), within(13.0, 15.0), MORISHITA),
        row("C4", "canal, width", Clear(PEDICLES, SIDE), (21.98, 1.82), POOLED),
        row("C4", "spine, free length", Spine(v(-15.0, -3.0, 4.0)), (15.25, 4.25), POOLED),
        row("C4", "upper facet, slope", slope(Bone::C3, Bone::C4), near(45.0), FACETS),
        row("C5", "width", Extent(SIDE, ALL), near(52.5), TEXTBOOK),
        row("C5", "body, width", Through(v(1.0, 3.0, 0.1), SIDE), (23.6, 1.5), GALLOWAY),
        row("C5", "body, height", Through(v(0.0, 0.0, 0.1), UP), (10.92, 1.35), POOLED),
        row("C5", "body in front, height", Through(v(6.0, 0.0, 0.1), UP), near(10.7), ROHTAK),
        row("C5", "upper endplate, depth", Extent(FORWARD, ABOVE), (14.79, 1.96), POOLED),
        row("C5", "lower endplate, depth", Extent(FORWARD, BELOW), (15.56, 1.95), POOLED),
        row("C5", "upper endplate, width", Through(TOP, SIDE), (23.22, 2.16), POOLED),
        row("C5", "lower endplate, width", Through(BOTTOM, SIDE), (19.88, 2.38), POOLED),
        row("C5", "canal, length", Clear(CANAL, FORWARD), within(13.0, 15.0), MORISHITA),
        row("C5", "canal, width", Clear(PEDICLES, SIDE), (21.98, 1.82), POOLED),
        row("C5", "spine, free length", Spine(v(-15.0, -3.0, 4.0)), (15.25, 4.25), POOLED),
        row("C5", "upper facet, slope", slope(Bone::C4, Bone::C5), near(40.0), FACETS),
        row("C6", "width", Extent(SIDE, ALL), near(55.0), TEXTBOOK),
        row("C6", "body, width", Through(v(1.0, 3.0, 0.1), SIDE), (24.7, 1.8), GALLOWAY),
        row("C6", "body, height", Through(v(0.0, 0.0, 0.1), UP), (10.92, 1.35), POOLED),
        row("C6", "upper endplate, depth", Extent(FORWARD, ABOVE), near(15.7), ROHTAK),
        row("C6", "lower endplate, depth", Extent(FORWARD, BELOW), near(16.3), ROHTAK),
        row("C6", "upper endplate, width", Through(TOP, SIDE), near(23.8), ROHTAK),
        row("C6", "lower endplate, width", Through(BOTTOM, SIDE), near(23.0), ROHTAK),
        row("C6", "canal, length", Clear(CANAL, FORWARD), within(13.0, 15.0), MORISHITA),
        row("C6", "canal, width", Clear(PEDICLES, SIDE), (21.98, 1.82), POOLED),
        row("C6", "spine, free length", Spine(v(-15.0, -3.0, 4.0)), (15.25, 4.25), POOLED),
        row("C6", "upper facet, slope", slope(Bone::C5, Bone::C6), near(43.0), FACETS),
        row("C7", "width", Extent(SIDE, ALL), within(66.0, 72.0), TEXTBOOK),
        row("C7", "canal, length", Clear(CANAL, FORWARD), within(13.0, 15.0), MORISHITA),
        row("C7", "canal, width", Clear(PEDICLES, SIDE), within(22.0, 25.0), TEXTBOOK),
        row("C7", "upper facet, slope", slope(Bone::C6, Bone::C7), near(45.0), FACETS),
        row("t1", "width", Extent(SIDE, ALL), within(72.0, 78.0), TEXTBOOK),
        row("t1", "upper endplate, width", Through(v(2.0, 5.5, 0.1), SIDE), within(28.0, 32.0), TEXTBOOK),
        row("t1", "canal, length", Clear(v(-15.5, 0.0, 0.1), FORWARD), near(14.5), TEXTBOOK),
    ]
}

/// Of [`Bone::VERTEBRAE`].
const IDS: [&str; 8] = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "t1"];

#[test]
fn bones_have_their_published_sizes() {
    let surfaces: Vec<Surface> =
        IDS.iter().zip(Bone::VERTEBRAE).map(|(id, bone)| Surface::new(id, &bone.frame())).collect();
    let rows = rows();
    assert!(rows.len() >= 40 && IDS.iter().all(|id| rows.iter().any(|row| row.bone == *id)));
    let mut wrong = Vec::new();
    for Row { bone, what, measure, mean, spread, source } in rows {
        let place = IDS.iter().position(|id| *id == bone).unwrap();
        let is = surfaces[place].measure(measure);
        let said = format!("{bone}, {what}: {is:.1}, published {mean:.1} ± {spread:.1} ({source})");
        println!("{said}");
        let over = (is - mean).abs() - spread;
        if over.is_nan() || over > 0.0 {
            wrong.push(said);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
