//! Chest and shoulder: sizes of adults, and bones that touch without running into each other.

use bake::bones::{self, Recipe};
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
