//! From a context to a picture, in slices: files, surfaces, buffers, shaders. The neck is shown as soon as it can answer
//! a tap, behind its drawing; then head, shoulders and soft tissue.

use std::rc::Rc;

use leptos::prelude::*;
use neck::asset::{self, Mesh};
use wasm_bindgen::JsValue;
use web_sys::{Element, WebGl2RenderingContext as Gl};

use super::Neck;
use super::dom::{self, find};
use super::fetch::{ask, bytes};
use super::slices::{Slice, wait};
use super::stage::Stage;
use crate::explainer::config::{MODEL, REST};
use crate::explainer::store::{Life, ShownStoreFields};
use crate::explainer::webgl;

/// How long a step takes the browser that is done beside our work, ms: so often it is asked whether the shaders are done.
const ASK: i32 = 20;

/// Why there is no picture: the browser refused, or a file is none. Nobody is told more than that there is none.
struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

impl From<asset::AssetError> for Refused {
    fn from(_: asset::AssetError) -> Self {
        Self
    }
}

impl Neck {
    /// Fetches the model and shows it; then what is left of it. Where the browser cannot draw, drawings stand.
    pub(super) async fn begin(self: Rc<Self>) {
        // A context takes the browser a while, so it has a slice of its own.
        Slice::begin().await;
        if !self.is_on() {
            return;
        }
        let Some(gl) = webgl::context(&self.canvas, false) else {
            return self.shown.life().set(Life::Still);
        };
        if self.build(gl).await.is_err() && self.is_on() {
            // Half a model would show nothing where the skull is chosen.
            self.stage.replace(None);
            self.shown.life().set(Life::Unavailable);
        }
    }

    async fn build(self: &Rc<Self>, gl: Gl) -> Result<(), Refused> {
        let url = |name| self.host.get_attribute(name).unwrap_or_default();
        let (file, rest) = (ask(&url(MODEL))?, ask(&url(REST))?);
        Slice::begin().await;
        if !self.is_on() {
            return Ok(());
        }
        // Before the files are here, so that the shaders are done by then.
        self.stage.replace(Some(Stage::new(gl, self.canvas.clone())?));
        let file = bytes(file).await?;
        self.read(&file).await?;
        self.hand_over().await?;
        self.shaders().await?;
        self.with_stage(Stage::show)?;
        self.canvas.set_hidden(false);
        // The browser lays it out by itself meanwhile: asked for its size at once, it would do so now.
        wait(ASK).await;
        self.with_stage(|_| ())?;
        self.told.set(Some(self.shown.get_untracked().scene()));
        self.measure();
        self.draw_now(0.0, true);
        self.shown.life().set(Life::Ready);
        dom::tell(&self.host, "clinic:view");
        let tissue = self.sweep().await?;
        let file = bytes(rest).await?;
        self.read(&file).await?;
        // Without the skull beside them muscles would float, and be seen through it.
        self.with_stage(|stage| tissue.into_iter().for_each(|mesh| stage.add(mesh)))?;
        self.hand_over().await?;
        self.whole();
        self.draw_now(0.0, false);
        self.answer_tap();
        // Before somebody taps what lies deeper.
        self.fetch_words().await;
        Ok(())
    }

    /// The graphics card is back, and takes all again.
    pub(super) async fn begin_again(self: Rc<Self>) {
        let back = async {
            self.hand_over().await?;
            self.shaders().await
        };
        let life = if back.await.is_ok() { Life::Ready } else { Life::Unavailable };
        if self.is_on() {
            self.shown.life().set(life);
            self.ask_for_frame();
        }
    }

    /// Acts on the stage, while the root is on.
    fn with_stage<T>(&self, act: impl FnOnce(&mut Stage) -> T) -> Result<T, Refused> {
        let mut stage = self.stage.borrow_mut();
        stage.as_mut().filter(|_| self.is_on()).map(act).ok_or(Refused)
    }

    /// The surfaces of a file.
    async fn read(&self, file: &[u8]) -> Result<(), Refused> {
        let mut slice = Slice::begin().await;
        for mesh in asset::meshes(file)? {
            let mesh = mesh?;
            self.with_stage(|stage| stage.add(mesh))?;
            slice.breathe().await;
        }
        Ok(())
    }

    /// Soft tissue, which no file brings: swept while the rest of the bones is on its way.
    async fn sweep(&self) -> Result<Vec<Mesh>, Refused> {
        let mut slice = Slice::begin().await;
        let mut tissue = Vec::new();
        for mesh in neck::tissue::meshes() {
            self.with_stage(|_| tissue.push(mesh))?;
            slice.breathe().await;
        }
        Ok(tissue)
    }

    /// To the graphics card with what it does not have.
    async fn hand_over(&self) -> Result<(), Refused> {
        let mut slice = Slice::begin().await;
        while self.with_stage(Stage::hand_over)?? {
            slice.breathe().await;
        }
        Ok(())
    }

    /// Once the graphics card took the shaders.
    async fn shaders(&self) -> Result<(), Refused> {
        loop {
            match self.with_stage(|stage| stage.is_linked())? {
                Some(true) => return Ok(()),
                Some(false) => return Err(Refused),
                None => wait(ASK).await,
            }
        }
    }

    /// From here on the picture is all the page shows: until then the drawing stands behind it.
    pub(super) fn whole(&self) {
        if let Some(explainer) = find::<Element>(&self.root, ".explainer") {
            dom::mark(&explainer, "data-whole", Some(""));
        }
    }
}
