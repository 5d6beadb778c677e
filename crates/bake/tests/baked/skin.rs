//! Nothing comes out of the skin.

use bake::bones::skin;
use bake::vec::v;
use neck::anatomy::StructureId;
use neck::math::Vec3;
use neck::motion::{Movement, Pose, displacements};
use neck::tissue::{Side, lines, rides, strands};

use super::MODEL;

/// What fades out at the picture's lower edge.
const EDGE: f32 = -50.0;

#[test]
fn in_neutral_every_way_runs_inside() {
    let skin = skin::skin();
    let rides = rides(&displacements(Pose::default()));
    let mut wrong = Vec::new();
    for strand in strands() {
        for p in lines(strand, Side::Right, &rides).flatten().filter(|p| p.y > EDGE) {
            let out = skin.distance(v(p.x.into(), p.y.into(), p.z.into()));
            if out > 0.0 {
                wrong.push(format!("{} is {out:.1} mm out at {p:?}", strand.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn in_the_movements_none_comes_out_by_more_than_4_mm() {
    let id = StructureId::find("skin").unwrap();
    let mesh = MODEL.meshes.iter().find(|mesh| mesh.structure == id).unwrap();
    let mut wrong = Vec::new();
    for movement in Movement::ALL {
        let (upper, lower) = movement.parts();
        let pose = Pose::from_parts(f32::from(upper), f32::from(lower), 0.0, 0.0);
        let rides = rides(&displacements(pose));
        let corners: Vec<(Vec3, Vec3)> = mesh
            .vertices
            .iter()
            .map(|vertex| {
                let [above, below] = vertex.rides.map(|ride| rides[usize::from(ride)]);
                let share = f32::from(vertex.blend) / 255.0;
                let mix = |a: Vec3, b: Vec3| b + (a - b) * share;
                let (p, n) = (Vec3::from_array(vertex.position), vertex.normal.map(f32::from));
                let n = Vec3::from_array(n);
                let normal = mix(above.direction(n), below.direction(n)).unit();
                (mix(above.point(p), below.point(p)), normal)
            })
            .collect();
        for strand in strands() {
            for p in lines(strand, Side::Right, &rides).flatten().filter(|p| p.y > EDGE) {
                let far = |corner: &&(Vec3, Vec3)| (corner.0 - p).length();
                let near = corners.iter().min_by(|a, b| far(a).total_cmp(&far(b))).unwrap();
                let out = (p - near.0).dot(near.1);
                // Where chin and throat lie on each other, the nearest skin may be that of the other.
                if out > 4.0 && !is_inside(p, &corners, &mesh.triangles) {
                    wrong.push(format!("{}: {} is {out:.1} mm out at {p:?}", movement.id(), strand.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether a surface that may run through itself goes round a point: by the solid angle it fills, seen from there.
fn is_inside(p: Vec3, corners: &[(Vec3, Vec3)], triangles: &[[u16; 3]]) -> bool {
    let angle = |triangle: &[u16; 3]| {
        let [a, b, c] = triangle.map(|i| corners[usize::from(i)].0 - p);
        let [x, y, z] = [a.length(), b.length(), c.length()];
        let over = a.dot(b.cross(c));
        over.atan2(x * y * z + a.dot(b) * z + b.dot(c) * x + c.dot(a) * y)
    };
    triangles.iter().map(angle).sum::<f32>() > std::f32::consts::PI
}
