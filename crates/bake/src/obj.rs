//! Bones as Wavefront OBJ, in mm and the world frame, in any pose.

use std::fmt::Write;

use neck::anatomy::Kind;
use neck::asset::{Mesh, Model};
use neck::math::{Rigid, Vec3};

/// Name (`C1` … `C7`, `T1`, `skull`, `mandible`) and text of each bone's file.
pub fn bones(model: &Model, placed: &[Rigid]) -> Vec<(String, String)> {
    let bones = model.meshes.iter().filter(|mesh| mesh.structure.get().kind == Kind::Bone);
    bones
        .map(|mesh| {
            let structure = mesh.structure.get();
            // A vertebra's letter is a capital one.
            let name =
                if structure.id.len() == 2 { structure.id.to_uppercase() } else { structure.id.to_owned() };
            (name.clone(), obj(&name, mesh, &placed[structure.upper as usize]))
        })
        .collect()
}

fn obj(name: &str, mesh: &Mesh, placed: &Rigid) -> String {
    let mut text = format!("# mm; x forward, y up, z to the subject's right\no {name}\n");
    for vertex in &mesh.vertices {
        let p = placed.point(Vec3::from_array(vertex.position));
        let _ = writeln!(text, "v {:.4} {:.4} {:.4}", p.x, p.y, p.z);
    }
    for [a, b, c] in &mesh.triangles {
        let _ = writeln!(text, "f {} {} {}", a + 1, b + 1, c + 1);
    }
    text
}
