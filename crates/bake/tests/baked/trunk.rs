//! Chest and shoulder: sizes of adults, and bones that touch without running into each other.

use bake::bones::{self, Recipe};
use bake::sdf::Placed;
use bake::vec::{V3, v};
use neck::anatomy::{Bone, StructureId};
use neck::asset::Mesh;

use super::MODEL;

fn mesh(id: &str) -> &'static Mesh {
    let id = StructureId::find(id).unwrap();
    MODEL.meshes.iter().find(|mesh| mesh.structure == id).unwrap()
}

/// Corners of the right side.
fn right(id: &str) -> impl Iterator<Item = V3> {
    let place = |[x, y, z]: [f32; 3]| v(f64::from(x), f64::from(y), f64::from(z));
    mesh(id).vertices.iter().map(move |vertex| place(vertex.position)).filter(|p| p.z >= 0.0)
}

/// Size along a direction, mm.
fn size(id: &str, along: V3) -> f64 {
    size_below(id, along, f64::MAX)
}

/// The same of what lies below a height.
fn size_below(id: &str, along: V3, top: f64) -> f64 {
    let along = along.unit();
    let (low, high) = right(id)
        .filter(|p| p.y < top)
        .map(|p| p.dot(along))
        .fold((f64::MAX, f64::MIN), |(a, b), d| (a.min(d), b.max(d)));
    high - low
}

/// Generous ranges of general knowledge, mm: they catch a slip of a recipe; no source was checked.
#[test]
fn sizes_are_those_of_adults() {
    let up = v(0.0, 1.0, 0.0);
    for (what, size, range) in [
        ("length of the clavicle", size("clavicle", v(-32.0, 25.0, 132.0)), 130.0..165.0),
        ("height of the scapula", size("scapula", v(-24.0, 135.0, 6.0)), 135.0..170.0),
        (
            "breadth of the scapula below its spine",
            size_below("scapula", v(56.0, -10.0, 94.0), -34.0),
            90.0..130.0,
        ),
        ("height of the manubrium", size("manubrium", v(-0.515, 0.857, 0.0)), 42.0..58.0),
        ("half the breadth of the manubrium", size("manubrium", v(0.0, 0.0, 1.0)), 26.0..37.0),
        ("height of T2 with its processes", size("t2", up), 30.0..46.0),
        ("half the breadth of T2", size("t2", v(0.0, 0.0, 1.0)), 28.0..38.0),
        ("half the breadth of T3", size("t3", v(0.0, 0.0, 1.0)), 27.0..36.0),
        ("how far the first rib reaches out", right("rib1").map(|p| p.z).fold(0.0, f64::max), 60.0..78.0),
        ("how far the second rib reaches out", right("rib2").map(|p| p.z).fold(0.0, f64::max), 90.0..108.0),
    ] {
        println!("{what}: {size:.1} mm");
        assert!(range.contains(&size), "{what}: {size:.1} mm, not {range:?}");
    }
}

/// Teeth bite, and a jaw is in its socket.
const ON_THE_HEAD: [&str; 2] = ["skull", "mandible"];

/// Heads of ribs lie in their facets and cartilage against bone; nothing else touches.
#[test]
fn no_bone_runs_into_another() {
    let solids: Vec<Recipe> = bones::rest()
        .into_iter()
        .filter(|recipe| recipe.is_body() && !ON_THE_HEAD.contains(&recipe.id))
        .collect();
    let t1 = bones::bone(Bone::T1);
    let mut wrong = Vec::new();
    for recipe in &solids {
        let id = StructureId::find(recipe.id).unwrap().get().id;
        let others = solids.iter().filter(|other| other.id != id).map(|other| (other.id, &other.solid));
        for (other, solid) in others.chain([("t1", &t1)]) {
            let deepest = right(id).map(|p| (-solid.distance(p), p)).max_by(|a, b| a.0.total_cmp(&b.0));
            wrong.extend(deepest.filter(|(deep, _)| *deep > 2.0).map(|at| (id, other, at)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn solid(id: &str) -> Placed {
    bones::rest().into_iter().find(|recipe| recipe.id == id).unwrap().solid
}

/// How far bone goes on from a point, there and back along a line, mm.
fn through(bone: &Placed, p: V3, along: V3) -> f64 {
    let step = along.unit() * 0.1;
    let way = |step: V3| (0..400).take_while(|&i| bone.distance(p + step * f64::from(i)) < 0.0).count();
    (way(step) + way(-step)) as f64 * 0.1
}

/// A band with two faces, not a pipe: as thick near its edges as in the middle.
#[test]
fn the_first_rib_is_flat() {
    let rib = solid("rib1");
    let face = v(0.55, 0.83, 0.08);
    for (p, out) in [(v(4.0, -12.6, 60.0), v(0.2, 0.0, 1.0)), (v(16.0, -21.0, 56.6), v(0.5, -0.3, 0.8))] {
        let across = face.cross(out.cross(face)).unit();
        let (broad, thick) = (through(&rib, p, across), through(&rib, p, face));
        println!("{broad:.1} x {thick:.1} mm");
        assert!((14.0..24.0).contains(&broad) && (3.5..7.0).contains(&thick), "{broad} x {thick} mm");
        let edge = through(&rib, p + across * 6.4, face);
        assert!(edge > thick * 0.75, "{edge} mm thick near the edge, {thick} in the middle");
    }
}

/// Both ribs reach the breastbone: the chest's opening is a ring.
#[test]
fn ribs_reach_the_breastbone() {
    let (breast, near) = (solid("manubrium"), |from: i32, to: i32| (from..to).map(f64::from));
    for id in ["rib1", "rib2"] {
        let rib = solid(id);
        let apart =
            near(0, 40).flat_map(|x| near(0, 50).flat_map(move |y| near(0, 30).map(move |z| (x, y, z))));
        let both = apart.map(|(x, y, z)| v(34.0 + x, -86.0 + y, 12.0 + z));
        let least = both.map(|p| breast.distance(p).max(rib.distance(p))).fold(f64::MAX, f64::min);
        assert!(least < 0.6, "{id} ends {least:.1} mm off");
    }
}

/// The notch between the collarbones.
#[test]
fn the_breastbone_is_notched_above() {
    let bone = solid("manubrium");
    let top = |z: f64| {
        let column = |y: &i32| (30..60).any(|x| bone.distance(v(f64::from(x), f64::from(*y) * 0.1, z)) < 0.0);
        (-700..-200).rev().find(column).map_or(-70.0, |y| f64::from(y) * 0.1)
    };
    let deep = top(13.0) - top(0.0);
    assert!((3.5..9.0).contains(&deep), "{deep} mm deep");
    assert!(top(13.0) - top(29.0) > 5.0, "the collarbone has no notch");
}

/// A rim round a hollow.
#[test]
fn the_shoulder_blade_has_a_socket() {
    let bone = solid("scapula");
    let (middle, out, up) = (v(-14.0, -41.0, 148.6), v(0.46, 0.06, 0.886), v(0.0, 1.0, 0.0));
    let across = up.cross(out).unit();
    assert!(bone.distance(middle - out.unit() * 1.5) > 0.0, "no hollow");
    for rim in [up * 15.2, up * -15.2, across * 10.4, across * -10.4] {
        assert!(bone.distance(middle + rim - out.unit() * 1.5) < 0.0, "no rim at {rim:?}");
    }
}
