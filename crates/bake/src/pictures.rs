//! The pictures of the site, and those to look at.

use neck::anatomy::{STRUCTURES, StructureId};
use neck::asset::Model;
use neck::camera::{Camera, Named, VIEWS};
use neck::draw::{DrawList, NO_FADE, State, Viewport};
use neck::layers::Layers;
use neck::math::Vec3;
use neck::palette::Palette;
use neck::scene::Scene;

use crate::raster::{Image, aspect, fit, render};
use crate::site::SiteError;
use crate::{skeleton, soft};

/// Height of a still, pixels.
pub(crate) const STILL: usize = 1600;
/// It is as wide as what it shows: within these, of its height.
const SHAPES: (f32, f32) = (0.7, 1.4);
/// Device pixels per CSS pixel.
pub(crate) const STILL_RATIO: f32 = 2.5;
/// Width and height of a picture of one structure: small, so that a change of its recipe is seen soon.
const ALONE: (usize, usize) = (800, 800);
/// Part of a still left free on each side.
pub(crate) const MARGIN: f32 = 0.03;
pub(crate) const WHOLE: [f32; 4] = [MARGIN, MARGIN, 1.0 - MARGIN, 1.0 - MARGIN];

/// The list for a view, as the camera has it.
pub(crate) fn seen((_, around, above): Named, size: (usize, usize), ratio: f32, layers: Layers) -> DrawList {
    let (around, above) = (around.to_radians(), above.to_radians());
    let camera = Camera { around, above, span: 172.0, shift: Vec3::ZERO };
    let scene = Scene { camera, layers, ..Scene::default() };
    let viewport = Viewport { width: size.0 as f32, height: size.1 as f32, ratio };
    DrawList::new(&scene, viewport, Palette::LIGHT)
}

/// The same; the whole model (or one structure) fills `area` of the picture.
fn list(
    model: &Model,
    view: Named,
    size: (usize, usize),
    ratio: f32,
    layers: Layers,
    only: Option<StructureId>,
    area: [f32; 4],
) -> DrawList {
    let mut list = seen(view, size, ratio, layers);
    fit(&mut list, model, only, area);
    list
}

/// Pixels of a still of all that a list shows, which is made for any size.
pub(crate) fn size(model: &Model, list: impl FnOnce((usize, usize)) -> DrawList) -> (usize, usize) {
    let aspect = aspect(&list((STILL, STILL)), model, None).clamp(SHAPES.0, SHAPES.1);
    ((STILL as f32 * aspect) as usize, STILL)
}

/// One structure, or a group's parts, alone on a transparent ground.
pub fn alone(model: &Model, view: Named, (width, height): (usize, usize), id: StructureId) -> Image {
    let ratio = STILL_RATIO * height as f32 / STILL as f32;
    let list = list(model, view, (width, height), ratio, Layers::default(), Some(id), WHOLE);
    let meshes = model.meshes.iter().filter(|mesh| id.holds(mesh.structure)).cloned().collect();
    let list = DrawList { states: list.states.map(|_| State::Plain), fade: NO_FADE, ..list };
    render(&Model { meshes }, &list, width, height)
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
    Ok(match id {
        Some(id) => VIEWS.map(|view| (["skeleton-", view.0].concat(), alone(model, view, ALONE, id))).into(),
        None => skeleton::stills(model).into_iter().chain(soft::stills(model)).collect(),
    })
}

/// A picture as a file.
#[derive(Debug, Clone)]
pub struct Picture {
    /// File name with its ending.
    pub name: String,
    /// Pixels.
    pub width: usize,
    pub height: usize,
    pub bytes: Vec<u8>,
}

/// The poster's width and height, as the camera shows the same in both ways of a square; shown at half of it or so,
/// so that it is sharp on a phone.
const POSTER: usize = 720;
/// The same of the one for phones with fewer pixels, and the bytes it may have: there it comes a breath after the text.
const POSTER_SMALL: usize = 480;
const POSTER_SMALL_BYTES: usize = 10_500;
/// Bytes a WebP picture may have; it gets the best quality that fits.
const MOST_BYTES: usize = 17_000;
/// The views for browsers that cannot draw, beside the poster; the explainer's words have the same names.
pub const WEB_STILLS: [Named; 3] = [VIEWS[0], VIEWS[3], VIEWS[2]];
/// Their width and height.
const WEB_STILL: (usize, usize) = (560, 660);
/// The page's paper.
const PAPER: [u8; 3] = [0xFB, 0xF9, 0xF5];

/// The explainer's first view, framed as the explainer frames it: fitted into a stage of any shape, the poster shows
/// each bone where the canvas will show it.
///
/// # Errors
/// When WebP refuses.
pub fn poster(model: &Model) -> Result<Picture, SiteError> {
    first_view(model, "poster.webp", POSTER, MOST_BYTES)
}

/// The same with fewer pixels.
///
/// # Errors
/// When WebP refuses.
pub fn poster_small(model: &Model) -> Result<Picture, SiteError> {
    first_view(model, "poster-small.webp", POSTER_SMALL, POSTER_SMALL_BYTES)
}

fn first_view(model: &Model, name: &str, side: usize, most: usize) -> Result<Picture, SiteError> {
    let ratio = 2.0 * side as f32 / POSTER as f32;
    let viewport = Viewport { width: side as f32, height: side as f32, ratio };
    let list = DrawList::new(&Scene::default(), viewport, Palette::LIGHT);
    let bytes = render(model, &list, side, side).webp(most)?;
    Ok(Picture { name: name.to_owned(), width: side, height: side, bytes })
}

/// The stills shown without WebGL.
///
/// # Errors
/// When WebP refuses.
pub fn web_stills(model: &Model) -> Result<Vec<(&'static str, Picture)>, SiteError> {
    WEB_STILLS.iter().map(|&view| Ok((view.0, web_picture(model, view, WEB_STILL)?))).collect()
}

fn web_picture(model: &Model, view: Named, (width, height): (usize, usize)) -> Result<Picture, SiteError> {
    let list = list(model, view, (width, height), 2.0, Layers::default(), None, WHOLE);
    let image = render(model, &list, width, height);
    Ok(Picture { name: format!("still-{}.webp", view.0), width, height, bytes: image.webp(MOST_BYTES)? })
}

/// For links in messages: the neck at the right, room for words at the left.
///
/// # Errors
/// When PNG refuses.
pub fn share_card(model: &Model) -> Result<Picture, SiteError> {
    let (width, height) = (1200, 630);
    let list = list(
        model,
        ("share-card", 60.0, 8.0),
        (width, height),
        1.4,
        Layers::default(),
        None,
        [0.56, 0.06, 0.96, 0.94],
    );
    let image = render(model, &list, width, height).over(PAPER);
    Ok(Picture { name: "share-card.png".to_owned(), width, height, bytes: image.png_palette()? })
}

/// The sizes browsers and phones ask for: one vertebra seen from above.
///
/// # Errors
/// When PNG refuses.
pub fn icons(model: &Model) -> Result<Vec<Picture>, SiteError> {
    let bone = StructureId::find("C4");
    let one =
        Model { meshes: model.meshes.iter().filter(|mesh| Some(mesh.structure) == bone).cloned().collect() };
    [32, 180, 192, 512]
        .into_iter()
        .map(|size| {
            let ratio = (size as f32 / 64.0).max(0.7);
            let list = list(
                &one,
                ("icon", 180.0, 74.0),
                (size, size),
                ratio,
                Layers::default(),
                bone,
                [0.08, 0.08, 0.92, 0.92],
            );
            let image = render(&one, &list, size, size);
            // A phone's home screen has no transparency.
            let image = if size == 180 { image.over(PAPER) } else { image };
            Ok(Picture {
                name: format!("icon-{size}.png"),
                width: size,
                height: size,
                bytes: image.png_palette()?,
            })
        })
        .collect()
}
