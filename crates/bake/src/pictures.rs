//! The pictures of the site, and those to look at.

use neck::anatomy::{StructureId, STRUCTURES};
use neck::asset::Model;
use neck::camera::Camera;
use neck::draw::{DrawList, Palette, Viewport};
use neck::motion::Pose;
use neck::scene::Scene;

use crate::raster::{Image, fit, render};

/// Where the eye stands, degrees: round from the front towards the subject's right, and above the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    pub name: &'static str,
    pub around: f32,
    pub above: f32,
}

const fn view(name: &'static str, around: f32, above: f32) -> View {
    View { name, around, above }
}

/// The eight standard views of the skeleton.
pub const STILLS: [View; 8] = [
    view("skeleton-front", 0.0, 3.0),
    view("skeleton-right", 90.0, 3.0),
    view("skeleton-left", 270.0, 3.0),
    view("skeleton-back", 180.0, 3.0),
    view("skeleton-34-front-right", 45.0, 12.0),
    view("skeleton-34-back-right", 135.0, 12.0),
    view("skeleton-below", 20.0, -60.0),
    view("skeleton-suboccipital", 165.0, 38.0),
];

/// Height of a still, pixels.
const STILL_HEIGHT: usize = 1600;
/// Part of a still left free on each side.
const MARGIN: f32 = 0.03;

/// The list for a view; the whole model (or one structure) fills `area` of the picture.
pub fn list(model: &Model, view: View, size: (usize, usize), ratio: f32, only: Option<StructureId>, area: [f32; 4]) -> DrawList {
    let camera = Camera { around: view.around.to_radians(), above: view.above.to_radians(), span: 172.0 }.held();
    let scene = Scene { camera, pose: Pose::default(), selected: None };
    let viewport = Viewport { width: size.0 as f32, height: size.1 as f32, ratio };
    let mut list = DrawList::new(&scene, viewport, Palette::LIGHT);
    fit(&mut list, model, only, area);
    list
}

/// A still on a transparent ground.
pub fn still(model: &Model, view: View, width: usize, height: usize, only: Option<StructureId>) -> Image {
    let area = [MARGIN, MARGIN, 1.0 - MARGIN, 1.0 - MARGIN];
    let ratio = height as f32 / 640.0;
    let list = list(model, view, (width, height), ratio, only, area);
    match only {
        None => render(model, &list, width, height),
        Some(id) => {
            let meshes = model.meshes.iter().filter(|mesh| mesh.structure == id).cloned().collect();
            render(&Model { meshes }, &list, width, height)
        }
    }
}

/// The standard stills, by name; of one structure if its id is given.
///
/// # Errors
/// When no structure has that id.
pub fn stills(model: &Model, only: Option<&str>) -> Result<Vec<(String, Image)>, String> {
    let id = match only {
        None => None,
        Some(id) => Some(StructureId::find(id).ok_or_else(|| {
            let known: Vec<&str> = STRUCTURES.iter().map(|structure| structure.id).collect();
            format!("no structure is called {id:?}; there are {}", known.join(", "))
        })?),
    };
    let width = if id.is_some() { STILL_HEIGHT } else { 1200 };
    Ok(STILLS.iter().map(|&view| (view.name.to_owned(), still(model, view, width, STILL_HEIGHT, id))).collect())
}
