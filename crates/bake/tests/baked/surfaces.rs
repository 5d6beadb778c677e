//! Every mesh is a closed, oriented, finite surface.

use std::collections::HashMap;

use neck::anatomy::{FIRST, Kind};

use super::MODEL;

#[test]
fn meshes_are_closed_and_oriented() {
    for mesh in &MODEL.meshes {
        let mut edges: HashMap<(u16, u16), u32> = HashMap::new();
        for triangle in &mesh.triangles {
            for k in 0..3 {
                *edges.entry((triangle[k], triangle[(k + 1) % 3])).or_default() += 1;
            }
        }
        let id = mesh.structure.get().id;
        for (&(a, b), &count) in &edges {
            assert_eq!(count, 1, "{id}: the edge {a}-{b} is used twice the same way");
            assert!(edges.contains_key(&(b, a)), "{id}: nothing beyond the edge {a}-{b}");
        }
    }
}

/// Where one side of a pair is meant, each triangle is of one side.
#[test]
fn pairs_are_apart() {
    for mesh in MODEL.meshes.iter().filter(|mesh| mesh.structure.is_paired()) {
        let id = mesh.structure.get().id;
        for triangle in &mesh.triangles {
            let right = triangle.map(|corner| mesh.vertices[usize::from(corner)].position[2] >= 0.0);
            assert!(right == [true; 3] || right == [false; 3], "{id}: a triangle crosses the midline");
        }
    }
}

#[test]
fn outside_is_outside() {
    for mesh in &MODEL.meshes {
        // Six times the volume; positive when the triangles run counter-clockwise seen from outside.
        let mut volume = 0.0;
        for triangle in &mesh.triangles {
            let [a, b, c] = triangle.map(|i| mesh.vertices[usize::from(i)].position.map(f64::from));
            volume += a[0] * (b[1] * c[2] - b[2] * c[1])
                + a[1] * (b[2] * c[0] - b[0] * c[2])
                + a[2] * (b[0] * c[1] - b[1] * c[0]);
        }
        let cm3 = volume / 6000.0;
        let range = match mesh.structure.get().id {
            // The braincase counts as solid.
            "skull" => 1_800.0..2_700.0,
            "mandible" => 50.0..110.0,
            // Both sides.
            "scapula" => 60.0..170.0,
            "hyoid" => 1.0..4.0,
            "thyroid_cartilage" => 4.0..20.0,
            "clavicle" | "manubrium" | "rib1" | "rib2" => 8.0..45.0,
            "occipital_bone" | "temporal_bone" => 40.0..140.0,
            _ => match mesh.structure.get().kind {
                Kind::Bone | Kind::Tooth => 4.0..25.0,
                Kind::Disc => 0.5..4.0,
                // Both sides. Thin ones have rings of six or eight corners, which hold a little less than round ones.
                Kind::Muscle => 0.37..150.0,
                Kind::Cartilage | Kind::Ligament => 0.05..20.0,
                Kind::Nerve | Kind::Artery | Kind::Vein => 0.04..50.0,
                Kind::Skin => 6_000.0..12_000.0,
            },
        };
        assert!(range.contains(&cm3), "{}: {cm3} cm3", mesh.structure.get().id);
        for vertex in &mesh.vertices {
            let length: f32 = vertex.normal.iter().map(|&n| f32::from(n) * f32::from(n)).sum::<f32>().sqrt();
            assert!((120.0..130.0).contains(&length), "a normal of length {length}");
        }
    }
}

#[test]
fn a_bone_has_as_many_holes_as_in_life() {
    // Canal, and a foramen in each transverse process; T1 has the canal alone.
    let vertebrae = MODEL.meshes[..FIRST].iter().filter(|mesh| mesh.structure.get().kind == Kind::Bone);
    for mesh in vertebrae {
        let edges = mesh.triangles.len() * 3 / 2;
        // Euler: corners - edges + faces = 2 - 2 holes.
        let holes = (2 + edges - mesh.vertices.len() - mesh.triangles.len()) / 2;
        let id = mesh.structure.get().id;
        assert_eq!(holes, if id == "t1" { 1 } else { 3 }, "{id}");
    }
}

#[test]
fn triangles_are_enough_and_not_too_many() {
    for mesh in &MODEL.meshes {
        let range = match mesh.structure.get().id {
            "skull" => 9_000..15_500,
            "mandible" => 3_500..5_500,
            _ => match mesh.structure.get().kind {
                Kind::Bone | Kind::Tooth => 500..4_200,
                Kind::Disc => 200..600,
                Kind::Muscle | Kind::Nerve | Kind::Artery | Kind::Vein => 200..5_000,
                Kind::Skin => 3_000..6_000,
                Kind::Cartilage | Kind::Ligament => 80..5_000,
            },
        };
        assert!(
            range.contains(&mesh.triangles.len()),
            "{}: {}",
            mesh.structure.get().id,
            mesh.triangles.len()
        );
    }
}

#[test]
fn two_bakes_give_the_same_bytes() {
    assert_eq!(bake::asset_bytes(), *super::FILE);
    assert_eq!(bake::rest_bytes(), *super::REST);
}
