//! A picture of each structure in its place, for the neck in words.

use neck::anatomy::{STRUCTURES, StructureId};
use neck::asset::Model;
use neck::camera::Camera;
use neck::draw::{DrawList, NO_FADE, Viewport};
use neck::math::Vec3;
use neck::palette::Palette;
use neck::scene::Scene;
use rayon::prelude::*;

use crate::pictures::Picture;
use crate::raster::{fit, render};
use crate::site::SiteError;

/// Width and height, pixels; shown at half of it.
const SIZE: usize = 480;
/// How good the WebP is, of 100.
const QUALITY: f32 = 46.0;
/// No picture shows less than so many mm, and a large structure fills this part of it.
const LEAST: f32 = 130.0;
const FILLS: f32 = 0.8;
/// Eye's height over the horizon, degrees.
const ABOVE: f32 = 6.0;
/// The eye stands on the side where the structure lies, a little more to the right; between these, degrees.
const ASIDE: f32 = 1.3;
const AROUND: (f32, f32) = (25.0, 155.0);
/// What lies lower than this, mm, is shown without the fade at the lower edge.
const LOW: f32 = -8.0;

/// All of them, in the order of [`STRUCTURES`].
///
/// # Errors
/// When WebP refuses.
pub fn parts(model: &Model) -> Result<Vec<Picture>, SiteError> {
    (0..STRUCTURES.len()).into_par_iter().map(|place| part(model, StructureId(place as u8))).collect()
}

fn part(model: &Model, id: StructureId) -> Result<Picture, SiteError> {
    // Of a pair, the right one is looked at.
    let corners = model.meshes.iter().filter(|mesh| id.holds(mesh.structure)).flat_map(|mesh| &mesh.vertices);
    let right = corners.map(|vertex| Vec3::from_array(vertex.position)).filter(|p| p.z >= 0.0);
    let right: Vec<Vec3> = right.collect();
    let middle = right.iter().fold(Vec3::ZERO, |sum, p| sum + *p) * (1.0 / right.len().max(1) as f32);
    let around = libm::atan2f(middle.z * ASIDE, middle.x).clamp(AROUND.0.to_radians(), AROUND.1.to_radians());
    let camera = Camera { around, above: ABOVE.to_radians(), ..Scene::default().camera };
    let scene = Scene { camera, selected: Some(id), ..Scene::default() };
    let viewport = Viewport { width: SIZE as f32, height: SIZE as f32, ratio: 2.0 };
    let mut list = DrawList::new(&scene, viewport, Palette::LIGHT);
    if middle.y < LOW {
        list.fade = NO_FADE;
    }
    // Of both sides.
    let heart = Vec3::new(middle.x, middle.y, 0.0);
    let reach = right.iter().map(|p| (*p - heart).length()).fold(0.0, f32::max) * 2.0;
    let free = (1.0 - FILLS * (reach / LEAST).min(1.0)) / 2.0;
    fit(&mut list, model, Some(id), [free, free, 1.0 - free, 1.0 - free]);
    let image = render(model, &list, SIZE, SIZE);
    let name = format!("part-{}.webp", id.get().id);
    Ok(Picture { name, width: SIZE, height: SIZE, bytes: image.webp_at(QUALITY)? })
}
