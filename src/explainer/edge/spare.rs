//! Weak machines: where the model would be drawn slowly and data are dear, drawings stand until somebody asks for it.

use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::Neck;
use super::dom::{self, find};
use crate::explainer::store::ShownStoreFields;
use crate::explainer::{Life, webgl};

/// The reader saves data, and the browser draws without a graphics card.
pub(super) fn is_wished(canvas: &HtmlCanvasElement) -> bool {
    let saves = || {
        let connection = Reflect::get(&dom::window()?.navigator(), &"connection".into()).ok()?;
        Reflect::get(&connection, &"saveData".into()).ok()?.as_bool()
    };
    saves() == Some(true) && webgl::context(canvas, true).is_none()
}

impl Neck {
    /// Says why there are drawings only: the words are here.
    pub(super) fn offer(&self) {
        let note = find::<HtmlElement>(&self.root, "[data-note]");
        let offer = find::<HtmlElement>(&self.root, "[data-offer]");
        if let (Some(note), Some(offer), true) = (note, offer, self.spared.get()) {
            offer.set_hidden(false);
            note.set_hidden(note.append_child(&offer).is_err());
        }
    }

    /// Somebody asks.
    pub(super) fn go_live(self: &Rc<Self>) {
        self.spared.set(false);
        // The button under the finger goes.
        super::sheet::focus(find(&self.root, "[data-selected]").as_ref());
        self.shown.life().set(Life::Starting);
        spawn_local(self.clone().begin());
    }
}
