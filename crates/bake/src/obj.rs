//! Bones as Wavefront OBJ, in mm and the world frame, in any pose.

use std::fmt::Write;

use neck::anatomy::Kind;
use neck::asset::{Mesh, Model};
use neck::math::{Rigid, Vec3};

/// Name and text of each bone's file: `C1` … `C7`, `T1` … `T3`, `skull` and so on; of paired bones `clavicle_r`, the
/// subject's right, and `clavicle_l`.
pub fn bones(model: &Model, placed: &[Rigid]) -> Vec<(String, String)> {
    let bones = model.meshes.iter().filter_map(|mesh| {
        let structure = mesh.structure.get();
        let [bone, _] = structure.bones.filter(|_| structure.kind == Kind::Bone)?;
        Some((mesh, structure, bone))
    });
    bones
        .flat_map(|(mesh, structure, bone)| {
            // A vertebra's letter is a capital one.
            let name =
                if structure.id.len() == 2 { structure.id.to_uppercase() } else { structure.id.to_owned() };
            let at = &placed[bone as usize];
            let z = |corner: u16| mesh.vertices[usize::from(corner)].position[2];
            // What joins both sides crosses the middle.
            if mesh.triangles.iter().flatten().any(|&corner| z(corner) == 0.0) {
                return vec![(name.clone(), obj(&name, mesh, at, |_| true))];
            }
            [("r", 1.0), ("l", -1.0)]
                .map(|(side, sign)| {
                    let name = format!("{name}_{side}");
                    let text = obj(&name, mesh, at, |corner| z(corner) * sign > 0.0);
                    (name, text)
                })
                .into()
        })
        .collect()
}

/// Of the triangles whose first corner is wanted.
fn obj(name: &str, mesh: &Mesh, placed: &Rigid, wanted: impl Fn(u16) -> bool) -> String {
    let mut text = format!("# mm; x forward, y up, z to the subject's right\no {name}\n");
    let mut number = vec![0; mesh.vertices.len()];
    let mut count = 0;
    for (place, vertex) in mesh.vertices.iter().enumerate().filter(|(place, _)| wanted(*place as u16)) {
        count += 1;
        number[place] = count;
        let p = placed.point(Vec3::from_array(vertex.position));
        let _ = writeln!(text, "v {:.4} {:.4} {:.4}", p.x, p.y, p.z);
    }
    for corners in mesh.triangles.iter().filter(|corners| wanted(corners[0])) {
        let [a, b, c] = corners.map(|corner| number[usize::from(corner)]);
        let _ = writeln!(text, "f {a} {b} {c}");
    }
    text
}
