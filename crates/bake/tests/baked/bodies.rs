//! The bones have the size and the marks by which people know them. Widths in mm, sources in `measurements` beside
//! each recipe.

use std::ops::Range;

use neck::anatomy::{Bone, StructureId};

use super::{MODEL, solid};
use bake::vec::{V3, v};

/// Extent of a bone along an axis of the world.
fn extent(id: &str, axis: usize) -> (f32, f32) {
    let mesh = MODEL.meshes.iter().find(|mesh| Some(mesh.structure) == StructureId::find(id)).unwrap();
    mesh.vertices
        .iter()
        .map(|v| v.position[axis])
        .fold((f32::MAX, f32::MIN), |(a, b), p| (a.min(p), b.max(p)))
}

fn assert_size(id: &str, axis: usize, wanted: Range<f32>) {
    let (low, high) = extent(id, axis);
    assert!(wanted.contains(&(high - low)), "{id} is {} mm along axis {axis}, not {wanted:?}", high - low);
}

#[test]
fn widths_are_those_of_adults() {
    assert_size("C1", 2, 70.0..80.0);
    assert_size("C2", 2, 48.0..56.0);
    for id in ["C3", "C4", "C5", "C6"] {
        assert_size(id, 2, 48.0..58.0);
    }
    assert_size("C7", 2, 62.0..72.0);
    assert_size("t1", 2, 70.0..82.0);
}

#[test]
fn c2_is_as_tall_as_an_axis() {
    // From the lower endplate to the tip of the dens 36 to 40; its spine hangs lower.
    assert_size("C2", 1, 36.0..50.0);
    let (_, tip) = extent("C2", 1);
    assert!((117.0..124.0).contains(&tip), "the dens ends at {tip}");
}

#[test]
fn c7_has_the_longest_spine() {
    let back = |id: &str| extent(id, 0).0;
    for id in ["C1", "C2", "C3", "C4", "C5", "C6"] {
        assert!(back("C7") < back(id) - 3.0, "{id} reaches {} mm", back(id));
    }
}

fn is_bone(bone: Bone, p: V3) -> bool {
    solid(bone).distance(p) < 0.0
}

#[test]
fn c1_is_a_ring_without_a_body() {
    use bake::bones::stack::Standing;
    let frame = Bone::C1.frame();
    for x in [-20, -15, -10, -5, 0, 4] {
        assert!(!is_bone(Bone::C1, frame.out(v(f64::from(x), 0.0, 0.0))), "bone at {x}");
    }
    // Front and back arch close the ring.
    assert!(is_bone(Bone::C1, frame.out(v(11.0, 1.0, 0.0))));
    assert!(is_bone(Bone::C1, frame.out(v(-27.6, 0.2, 0.0))));
}

#[test]
fn spines_are_forked_from_c2_to_c6_and_single_below() {
    for bone in Bone::VERTEBRAE {
        let points = &super::PARTS[bone as usize].half.points;
        let back = points.iter().map(|p| p.x).fold(f64::MAX, f64::min);
        let tip = points.iter().filter(|p| p.x < back + 0.8).map(|p| p.z).fold(f64::MAX, f64::min);
        let forked = !matches!(bone, Bone::C1 | Bone::C7 | Bone::T1);
        assert_eq!(tip > 0.8, forked, "{bone:?}: its hindmost part is {tip} mm from the midline");
    }
}

/// Widths (19.4 to 23.0 below, 20.2 to 23.8 above: Rohtak) and spines grow downwards; C6 has the carotid tubercle.
#[test]
fn no_vertebra_is_a_copy_of_its_neighbour() {
    use bake::bones::numbers::{C3, C4, C5, C6};
    for [a, b] in [[C3, C4], [C4, C5], [C5, C6]] {
        let grows = [b.width.0 - a.width.0, b.width.1 - a.width.1, b.reach - a.reach, b.spine - a.spine];
        assert!(grows.iter().all(|by| *by > 0.7), "{:?} to {:?}: {grows:?}", a.bone, b.bone);
        assert!((a.fork - b.fork).abs() > 0.5, "{:?} and {:?} are forked alike", a.bone, b.bone);
        assert!(b.tubercles.0 > a.tubercles.0);
    }
    assert!(C6.tubercles.0 > C5.tubercles.0 * 1.4, "no carotid tubercle");
}

#[test]
fn the_thyroid_cartilage_is_notched_above() {
    let mut rest = bake::bones::rest().into_iter();
    let cartilage = rest.find(|recipe| recipe.id == "thyroid_cartilage").unwrap().solid;
    let (open, edge) = (0.9, [38.0, 40.0, 42.0]);
    for y in edge {
        // From the midline out to where a plate stands, somewhere from front to back.
        let stands = |z: f64| (420..600).any(|x| cartilage.distance(v(f64::from(x) * 0.1, y, z)) < 0.0);
        let first = (0..80).map(|i| f64::from(i) * 0.1).find(|&z| stands(z)).unwrap();
        let wanted = (y - 37.4) * open;
        assert!((first - wanted).abs() < 1.4, "at {y} it is open by {first} mm, not {wanted}");
    }
}
