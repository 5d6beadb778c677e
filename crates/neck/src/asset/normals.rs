//! Normals from triangles.

use super::Mesh;

/// Gives every corner the direction that a sphere through its neighbours would have there: each triangle's normal
/// counts by the inverse squares of its two edges at the corner (N. Max, Weights for computing vertex normals from
/// facet normals, 1999). Same arithmetic, same order, same result on every machine.
pub fn set_normals(mesh: &mut Mesh) {
    let mut sums = vec![[0f32; 3]; mesh.vertices.len()];
    for triangle in &mesh.triangles {
        let corners = triangle.map(|i| mesh.vertices[usize::from(i)].position);
        for k in 0..3 {
            let edge = |to: usize| [0, 1, 2].map(|i| corners[to % 3][i] - corners[k][i]);
            let (u, v) = (edge(k + 1), edge(k + 2));
            let weight = 1.0 / (dot(u, u) * dot(v, v)).max(1e-6);
            let sum = &mut sums[usize::from(triangle[k])];
            for (i, part) in sum.iter_mut().enumerate() {
                let (j, l) = ((i + 1) % 3, (i + 2) % 3);
                *part += (u[j] * v[l] - u[l] * v[j]) * weight;
            }
        }
    }
    for (vertex, sum) in mesh.vertices.iter_mut().zip(sums) {
        let scale = 127.0 / dot(sum, sum).sqrt().max(1e-12);
        vertex.normal = sum.map(|part| (part * scale) as i8);
    }
}

fn dot(a: [f32; 3], b: [f32; 3]) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}
