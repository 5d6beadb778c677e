//! The explainer alone on the whole screen.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};

use super::Neck;
use super::dom::find;

impl Neck {
    /// On the whole screen with all that can be explored, or back in the page.
    pub(super) fn fill_screen(self: &Rc<Self>) {
        if self.document.fullscreen_element().is_some() {
            return self.document.exit_fullscreen();
        }
        let Some(explainer) = find::<Element>(&self.root, ".explainer") else { return };
        // Refused, it stays in the page; more to explore is there all the same.
        let _ = explainer.request_fullscreen();
        if let Some(open) = find::<Element>(&self.root, "[data-act=open][aria-expanded=false]") {
            self.open_moves(&open);
        }
    }

    /// The button leads back while the screen is full, whichever way that came about.
    pub(super) fn show_screen(&self) {
        let full = self.document.fullscreen_element().is_some();
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
