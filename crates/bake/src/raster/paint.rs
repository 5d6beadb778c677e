//! Triangles to pixels: a buffer of what is seen, then light, then ink.

use neck::asset::Mesh;

use super::Image;

/// How a picture is lit and inked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Right, up and towards the eye, in the world.
    pub axes: [[f32; 3]; 3],
    /// Samples along one side of a pixel.
    pub samples: usize,
    /// Half-width of the ink line in pixels.
    pub ink: f32,
}

const INK: [f32; 3] = [0.29, 0.21, 0.16];

#[derive(Clone, Copy)]
struct Sample {
    depth: f32,
    mesh: u16,
    normal: [f32; 3],
    occlusion: f32,
}

/// Draws meshes, each in its colour (sRGB).
pub fn paint(
    meshes: &[(&Mesh, [u8; 3])],
    matrix: &[f32; 16],
    look: &Look,
    width: usize,
    height: usize,
) -> Image {
    let (w, h) = (width * look.samples, height * look.samples);
    let mut buffer = vec![Sample { depth: f32::INFINITY, mesh: 0, normal: [0.0; 3], occlusion: 1.0 }; w * h];
    for (index, (mesh, _)) in meshes.iter().enumerate() {
        fill(&mut buffer, mesh, index as u16 + 1, matrix, w, h);
    }
    let reach = (look.ink * look.samples as f32).max(0.5);
    let mut pixels = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let (mut sum, mut alpha) = ([0.0f32; 3], 0.0f32);
            for sy in 0..look.samples {
                for sx in 0..look.samples {
                    let (px, py) = (x * look.samples + sx, y * look.samples + sy);
                    let sample = &buffer[py * w + px];
                    let line = inked(&buffer, px, py, w, h, reach);
                    let mut colour = [0.0; 3];
                    let mut cover = 0.0;
                    if sample.mesh > 0 {
                        colour = shade(sample, meshes[sample.mesh as usize - 1].1, look);
                        cover = 1.0;
                    }
                    if line > 0.0 {
                        let under = cover;
                        cover = under + line * (1.0 - under);
                        for i in 0..3 {
                            colour[i] = (INK[i] * line + colour[i] * under * (1.0 - line)) / cover;
                        }
                    }
                    for i in 0..3 {
                        sum[i] += colour[i] * cover;
                    }
                    alpha += cover;
                }
            }
            let count = (look.samples * look.samples) as f32;
            let byte = |x: f32| (x * 255.0 + 0.5).clamp(0.0, 255.0) as u8;
            let c = sum.map(|s| byte(s / alpha.max(1e-6)));
            pixels.push([c[0], c[1], c[2], byte(alpha / count)]);
        }
    }
    Image { width, height, pixels }
}

fn fill(buffer: &mut [Sample], mesh: &Mesh, index: u16, m: &[f32; 16], w: usize, h: usize) {
    let project = |p: [f32; 3]| {
        let row = |r: usize| m[r] * p[0] + m[4 + r] * p[1] + m[8 + r] * p[2] + m[12 + r];
        let k = 1.0 / row(3);
        [(row(0) * k * 0.5 + 0.5) * w as f32, (0.5 - row(1) * k * 0.5) * h as f32, row(2) * k, k]
    };
    let projected: Vec<[f32; 4]> = mesh.vertices.iter().map(|vertex| project(vertex.position)).collect();
    for triangle in &mesh.triangles {
        let [a, b, c] = triangle.map(|i| projected[usize::from(i)]);
        let area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        // Clockwise on the page (y down) is what faces the eye.
        if area >= 0.0 {
            continue;
        }
        let corners = triangle.map(|i| &mesh.vertices[usize::from(i)]);
        let range = |i: usize, end: usize| {
            let low = a[i].min(b[i]).min(c[i]).floor().max(0.0) as usize;
            let high = (a[i].max(b[i]).max(c[i]).ceil().max(0.0) as usize).min(end);
            low..high
        };
        for y in range(1, h) {
            for x in range(0, w) {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                let edge =
                    |p: [f32; 4], q: [f32; 4]| (q[0] - p[0]) * (py - p[1]) - (q[1] - p[1]) * (px - p[0]);
                let (u, v, t) = (edge(b, c) / area, edge(c, a) / area, edge(a, b) / area);
                if u < 0.0 || v < 0.0 || t < 0.0 {
                    continue;
                }
                let depth = u * a[2] + v * b[2] + t * c[2];
                let sample = &mut buffer[y * w + x];
                if depth >= sample.depth {
                    continue;
                }
                let (u, v, t) = (u * a[3], v * b[3], t * c[3]);
                let sum = u + v + t;
                let mix = |f: [f32; 3]| (u * f[0] + v * f[1] + t * f[2]) / sum;
                let normal =
                    [0, 1, 2].map(|i| mix(corners.map(|corner| f32::from(corner.normal[i]) / 127.0)));
                let occlusion = mix(corners.map(|corner| f32::from(corner.occlusion) / 255.0));
                *sample = Sample { depth, mesh: index, normal, occlusion };
            }
        }
    }
}

/// How much ink lies on a sample: 1 on the line between two things, less where one thing folds behind itself.
fn inked(buffer: &[Sample], x: usize, y: usize, w: usize, h: usize, reach: f32) -> f32 {
    let here = buffer[y * w + x];
    let r = reach.ceil() as isize;
    let mut ink = 0.0f32;
    for dy in -r..=r {
        for dx in -r..=r {
            if (dx * dx + dy * dy) as f32 > reach * reach {
                continue;
            }
            let (nx, ny) = (x as isize + dx, y as isize + dy);
            if nx < 0 || ny < 0 || nx >= w as isize || ny >= h as isize {
                continue;
            }
            let there = buffer[ny as usize * w + nx as usize];
            if there.mesh == here.mesh {
                // A fold: the line lies on what is behind.
                if here.mesh > 0 && here.depth - there.depth > 0.0012 {
                    ink = ink.max(0.75);
                }
            } else if here.mesh == 0 || (there.mesh != 0 && here.depth > there.depth) {
                ink = 1.0;
            }
        }
    }
    ink
}

/// Soft daylight from the upper left, sky and ground, baked occlusion; no gloss.
fn shade(sample: &Sample, colour: [u8; 3], look: &Look) -> [f32; 3] {
    let n = sample.normal;
    let length = (n[0] * n[0] + n[1] * n[1] + n[2] * n[2]).sqrt().max(1e-6);
    let seen = look.axes.map(|axis| (axis[0] * n[0] + axis[1] * n[1] + axis[2] * n[2]) / length);
    let light = [-0.48, 0.66, 0.58];
    let key = seen[0] * light[0] + seen[1] * light[1] + seen[2] * light[2];
    let key = ((key + 0.35) / 1.35).max(0.0);
    let key = key * key * (3.0 - 2.0 * key);
    let sky = 0.5 + 0.5 * (n[1] / length);
    let open = sample.occlusion;
    let shadow = open * open * (3.0 - 2.0 * open);
    let shadow = 0.35 * open + 0.65 * shadow;
    // What daylight does not reach turns warm and brown, not grey.
    let bright = (0.33 + 0.25 * sky) * shadow + 0.62 * key * (0.45 + 0.55 * shadow);
    let edge = 1.0 - seen[2].max(0.0);
    let rim = 1.0 - 0.30 * edge * edge * edge;
    let dark = [0.60, 0.46, 0.37];
    let mut out = [0.0; 3];
    for i in 0..3 {
        let base = f32::from(colour[i]) / 255.0;
        let t = bright.clamp(0.0, 1.12);
        let low = base * dark[i] * 0.62;
        out[i] = (low + (base * 1.02 - low) * t) * rim;
        out[i] = out[i].min(1.0);
    }
    out
}
