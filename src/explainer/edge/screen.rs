//! The explainer alone on the whole screen.

use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use super::Neck;
use super::dom::find;
use super::sheet::focus;

impl Neck {
    /// On the whole screen, or back in the page.
    pub(super) fn fill_screen(&self) {
        if self.is_full() {
            return ask(&self.document, "exitFullscreen");
        }
        let Some(explainer) = find::<Element>(&self.root, ".explainer") else { return };
        ask(&explainer, "requestFullscreen");
    }

    /// Whether this explainer has the screen, not something else of the page.
    fn is_full(&self) -> bool {
        self.document.fullscreen_element().is_some_and(|full| self.root.contains(Some(&full)))
    }

    /// The button leads back while the screen is full, whichever way that came about.
    pub(super) fn show_screen(self: &Rc<Self>) {
        let full = self.is_full();
        // With all that can be explored; back in the page, that is shut again, and what has the focus in it lets it go.
        let wanted =
            if full { "[data-act=open][aria-expanded=false]" } else { "[data-act=open][aria-expanded=true]" };
        if let Some(open) = find::<HtmlElement>(&self.root, wanted)
            && (full || self.opened.take())
        {
            self.opened.set(full);
            let inside = |focus: Element| focus.closest("[data-moves]").ok().flatten().is_some();
            if !full && self.document.active_element().is_some_and(inside) {
                focus(Some(&open));
            }
            self.open_moves(&open);
        }
        if let Some(button) = find::<Element>(&self.root, "[data-act=full]") {
            let words = button.get_attribute("data-words").unwrap_or_default();
            button.set_text_content(words.split('|').nth(usize::from(full)));
        }
    }

    /// The fragment's button goes to where all see it, if this browser has a whole screen to give.
    pub(super) fn offer_screen(&self) {
        let (full, open) = (
            find::<HtmlElement>(&self.root, "[data-act=full]"),
            find::<Element>(&self.root, "[data-act=open]"),
        );
        if let (Some(full), Some(open)) = (full, open)
            && self.document.fullscreen_enabled()
        {
            full.set_hidden(false);
            // One that cannot be moved stays where it came.
            let _ = open.before_with_node_1(&full);
        }
    }
}

/// Asks for something that the browser may refuse now or later; what happens then, `fullscreenchange` tells.
fn ask(of: &JsValue, method: &str) {
    let asked = Reflect::get(of, &method.into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|method| method.call0(of));
    if let Ok(asked) = asked {
        spawn_local(async move {
            // Refused, nothing has changed; unheard, the console would be told.
            let _ = JsFuture::from(Promise::resolve(&asked)).await;
        });
    }
}
