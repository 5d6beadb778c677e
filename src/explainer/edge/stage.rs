//! The picture: canvas, model, frames. Draws only when something changed.

use neck::anatomy::{Bone, StructureId};
use neck::asset::{Mesh, Model};
use neck::camera::Camera;
use neck::draw::{DrawList, Viewport};
use neck::motion::displacements;
use neck::palette::Palette;
use neck::pick::{self, Anchors};
use neck::scene::{Damper, Scene};
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlCanvasElement, WebGl2RenderingContext as Gl};

use super::dom;
use super::labels::Labels;
use crate::explainer::webgl::Renderer;

/// Device pixels per CSS pixel, at least and at most.
const RATIO: (f32, f32) = (1.0, 3.0);
/// From so many device pixels per CSS pixel on, edges need no smoothing.
const SMOOTH: f32 = 2.0;
/// The first step after a rest, seconds.
const STEP: f32 = 1.0 / 60.0;

/// What comes after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// More of them.
    Moves,
    /// More, but of the same picture.
    Rests,
    /// Nothing, until something changes.
    Done,
}

/// A running picture.
pub(super) struct Stage {
    pub(super) canvas: HtmlCanvasElement,
    labels: Labels,
    /// Of the picture as it rests, while they are looked for.
    anchors: Option<Anchors>,
    gl: Gl,
    model: Model,
    /// None while the graphics card has forgotten everything.
    renderer: Option<Renderer>,
    /// What the last picture shows, and whether it is a sharp one; none: it is another by now.
    drawn: Option<(Scene, bool)>,
    damper: Damper,
    viewport: Viewport,
    palette: Palette,
    /// Enough is there to be drawn.
    shows: bool,
    /// Time of the last frame, ms; None at rest.
    last: Option<f64>,
    pub(super) frames: u32,
    pub(super) draws: u32,
}

impl Stage {
    /// Nothing to draw yet; the browser begins with the shaders.
    pub(super) fn new(gl: Gl, canvas: HtmlCanvasElement) -> Result<Self, JsValue> {
        let renderer = Some(Renderer::new(gl.clone(), canvas.clone())?);
        Ok(Self {
            labels: Labels::of(&canvas),
            anchors: None,
            canvas,
            gl,
            model: Model { meshes: Vec::new() },
            renderer,
            drawn: None,
            damper: Damper::new(&Scene::default()),
            viewport: Viewport { width: 1.0, height: 1.0, ratio: 1.0 },
            palette: Palette::LIGHT,
            shows: false,
            last: None,
            frames: 0,
            draws: 0,
        })
    }

    /// Takes up the size and the colours that the page gives the picture.
    pub(super) fn measure(&mut self) {
        let Some(window) = dom::window() else { return };
        let ratio = (window.device_pixel_ratio() as f32).clamp(RATIO.0, RATIO.1);
        let size = |css: i32| (css as f32 * ratio) as u32;
        let (width, height) = (size(self.canvas.client_width()), size(self.canvas.client_height()));
        self.viewport = Viewport { width: width as f32, height: height as f32, ratio };
        self.drawn = None;
        let ink = window.get_computed_style(&self.canvas).ok().flatten();
        let ink = ink.and_then(|style| style.get_property_value("color").ok()).unwrap_or_default();
        self.palette = if is_bright(&ink) { Palette::DARK } else { Palette::LIGHT };
    }

    /// Goes on to this time and draws. `cut`: without a way in between. `led`: a finger leads the model, and will go on.
    pub(super) fn frame(&mut self, wanted: &Scene, now: f64, cut: bool, led: bool) -> Frame {
        let Some(renderer) = self.renderer.as_mut().filter(|_| self.shows) else { return Frame::Done };
        if !renderer.show() {
            return Frame::Moves;
        }
        let seconds = self.last.map_or(STEP, |last| (now - last) as f32 / 1000.0);
        if cut {
            self.damper = Damper::new(wanted);
        }
        let rests = self.damper.step(wanted, seconds);
        self.last = (!rests).then_some(now);
        let scene = self.damper.scene();
        // What is slow is coarse while it moves, so that it follows; at rest it is drawn once more.
        let again = self.drawn.filter(|(drawn, _)| rests && *drawn == scene);
        if again.is_some_and(|(_, sharp)| sharp) || self.viewport.width * self.viewport.height == 0.0 {
            return Frame::Done;
        }
        let quick = renderer.is_quick();
        let sharp = quick || again.is_some();
        self.drawn = Some((scene, sharp));
        let mut list = DrawList::new(&scene, self.viewport, self.palette);
        self.labels.lead(&self.model, &list, wanted.selected, None);
        let leads = rests && !led && self.labels.lead_anywhere();
        self.anchors = leads.then(|| Anchors::new(&list));
        if !sharp {
            list.viewport = coarse(self.viewport);
        }
        self.draws = self.draws.wrapping_add(renderer.draw(&list, sharp && self.viewport.ratio < SMOOTH));
        self.frames = self.frames.wrapping_add(1);
        match (rests, quick) {
            (true, true) => Frame::Done,
            (true, false) => Frame::Rests,
            _ => Frame::Moves,
        }
    }

    /// Whether the labels of a picture at rest are still to be chosen.
    pub(super) fn leads(&self) -> bool {
        self.anchors.is_some()
    }

    /// Goes on a little with choosing them.
    pub(super) fn lead(&mut self) {
        if self.anchors.as_mut().is_some_and(|anchors| anchors.step(&self.model) == 0) {
            let (list, selected) = (self.list(), self.damper.scene().selected);
            self.labels.lead(&self.model, &list, selected, self.anchors.take().as_mut());
        }
    }

    /// The structure at a point of the picture, CSS pixels.
    pub(super) fn pick(&self, x: f32, y: f32) -> Option<StructureId> {
        pick::pick(&self.model, &self.list(), x, y)
    }

    /// The eye close to a structure, from where it stands.
    pub(super) fn close_to(&self, camera: Camera, id: StructureId) -> Option<Camera> {
        let (middle, radius) = pick::bounds(&self.model, &self.list(), id)?;
        Some(camera.close_to(middle, radius, &displacements(self.damper.scene().pose)[Bone::Skull as usize]))
    }

    /// One more part of the model. It is drawn once the graphics card has it.
    pub(super) fn add(&mut self, mesh: Mesh) {
        self.model.meshes.push(mesh);
        self.drawn = None;
    }

    /// One step of work for the graphics card; gives whether more may be left. A card that is lost gets all when it is
    /// back.
    pub(super) fn hand_over(&mut self) -> Result<bool, JsValue> {
        self.renderer.as_mut().map_or(Ok(false), |renderer| renderer.take(&self.model))
    }

    /// Whether the graphics card took the shaders; none: it is not done. A card that is lost takes them when it is back.
    pub(super) fn is_linked(&self) -> Option<bool> {
        self.renderer.as_ref().map_or(Some(true), Renderer::is_linked)
    }

    /// From now on it draws.
    pub(super) fn show(&mut self) {
        self.shows = true;
    }

    /// The labels begin anew: the fragment came with more of them, or all is as at first.
    pub(super) fn label(&mut self) {
        self.labels = Labels::of(&self.canvas);
        self.drawn = None;
    }

    /// The graphics card forgot everything.
    pub(super) fn lost(&mut self) {
        self.renderer = None;
    }

    /// The graphics card is back, and has all to take again.
    pub(super) fn restored(&mut self) {
        self.renderer = Renderer::new(self.gl.clone(), self.canvas.clone()).ok();
        self.drawn = None;
    }

    fn list(&self) -> DrawList {
        DrawList::new(&self.damper.scene(), self.viewport, self.palette)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Browsers keep few contexts; this one is not needed until it is collected.
        let free = || -> Result<(), JsValue> {
            let extension = self.gl.get_extension("WEBGL_lose_context")?.ok_or("none")?;
            let lose = js_sys::Reflect::get(&extension, &"loseContext".into())?;
            js_sys::Function::from(lose).call0(&extension)?;
            Ok(())
        };
        let _ = free();
    }
}

/// The same picture with fewer pixels.
fn coarse(size: Viewport) -> Viewport {
    let fewer = size.ratio.min(2.0);
    Viewport { width: size.width / fewer, height: size.height / fewer, ratio: size.ratio / fewer }
}

/// The stage as the page shows it.
pub(super) fn is_in_view(stage: &Element) -> bool {
    let place = stage.get_bounding_client_rect();
    let middle = place.top().midpoint(place.bottom());
    middle > 0.0 && middle < dom::window_height()
}

/// Whether a computed colour, `rgb(234, …)`, is a light one: then the page is dark.
fn is_bright(colour: &str) -> bool {
    let digits = colour.bytes().skip_while(|byte| !byte.is_ascii_digit()).take_while(u8::is_ascii_digit);
    digits.fold(0_u32, |number, digit| number * 10 + u32::from(digit - b'0')) > 127
}
