//! The sheet: on a phone, a part that the text names is shown at the lower edge, and the text stays where it is.
//!
//! The explainer itself is the sheet, by style alone; its own place in the page is kept open meanwhile.

use leptos::prelude::*;
use neck::anatomy::StructureId;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    FocusOptions, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

use super::Neck;
use super::dom::{self, each, find, mark};
use crate::explainer::store::ShownStoreFields;

/// Where text and model stand one above the other.
const NARROW: &str = "(max-width: 63.99rem)";
/// The middle of the window: what crosses it is what is read.
const MIDDLE: &str = "-50% 0px";
/// The line that was tapped stays in this upper part of the window.
const UPPER: f64 = 0.5;
/// A line that has to be moved goes here.
const THERE: f64 = 0.25;

/// Watches what crosses the middle of the window.
pub(super) fn middle(told: &js_sys::Function) -> Result<IntersectionObserver, JsValue> {
    let init = IntersectionObserverInit::new();
    init.set_root_margin(MIDDLE);
    IntersectionObserver::new_with_options(told, &init)
}

/// Whether this is told by the observer of [`middle`].
pub(super) fn is_of_middle(told: &JsValue) -> bool {
    let entries = told.dyn_ref::<js_sys::Array>();
    entries.is_some_and(|entries| entries.get(0).is_instance_of::<IntersectionObserverEntry>())
}

impl Neck {
    /// The root's own place comes to the middle of the window, or leaves it.
    pub(super) fn passed(&self) {
        if !self.has_room_for_a_sheet() {
            self.shut_sheet(false);
        }
    }

    pub(super) fn has_room_for_a_sheet(&self) -> bool {
        let middle = dom::window_height() * 0.5;
        let place = self.root.get_bounding_client_rect();
        dom::holds(NARROW) && (place.bottom() < middle || place.top() > middle)
    }

    /// Answers a link of the text.
    pub(super) fn open_sheet(&self, link: HtmlElement) {
        keep_in_sight(&link);
        self.asked.replace(Some(link));
        let shown = self.shown.sheet();
        if !shown.get_untracked() {
            shown.set(true);
        }
        focus(find(&self.root, "[data-selected]").as_ref());
        self.offer_next();
    }

    /// `back`: the focus goes to the link that opened it.
    pub(super) fn shut_sheet(&self, back: bool) {
        if !self.shown.sheet().get_untracked() {
            return;
        }
        self.shown.sheet().set(false);
        let asked = self.asked.take();
        if back {
            focus(asked.as_ref());
        }
    }

    /// Goes on to the next part that the text names.
    pub(super) fn next_in_the_text(&self) {
        let Some(link) = self.next_link() else { return };
        self.choose_side(StructureId::find_side(&link.get_attribute("data-structure").unwrap_or_default()));
        keep_in_sight(&link);
        self.asked.replace(Some(link));
        if self.next_link().is_none() {
            // The button under the finger goes.
            focus(find(&self.root, "[data-selected]").as_ref());
        }
        self.offer_next();
    }

    fn offer_next(&self) {
        if let Some(next) = find::<HtmlElement>(&self.root, "[data-act=next]") {
            next.set_hidden(self.next_link().is_none());
        }
    }

    /// The link after the one asked for.
    fn next_link(&self) -> Option<HtmlElement> {
        let asked = self.asked.borrow();
        let (mut passed, mut next) = (false, None);
        each(self.document.query_selector_all("a[data-structure]"), |link, id| {
            if passed && next.is_none() && StructureId::find_side(id).is_some() {
                next = link.dyn_ref::<HtmlElement>().cloned();
            }
            passed |= asked.as_ref().is_some_and(|asked| asked.loose_eq(link));
        });
        next
    }

    /// Makes the explainer the sheet, or puts it back in its place.
    pub(super) fn lay(&self, sheet: bool) {
        // Its place keeps its height, or the text would jump.
        let height =
            if sheet { [&self.root.offset_height().to_string(), "px"].concat() } else { String::new() };
        // A property that the browser refuses leaves the text to jump.
        let _ = self.root.style().set_property("min-height", &height);
        if let Some(explainer) = find(&self.root, ".explainer") {
            mark(&explainer, "data-sheet", sheet.then_some(""));
        }
    }
}

pub(super) fn focus(element: Option<&HtmlElement>) {
    let Some(element) = element else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // What cannot take the focus leaves it where it is.
    let _ = element.focus_with_options(&options);
}

/// Scrolls only if the sheet would lie over the link.
fn keep_in_sight(link: &HtmlElement) {
    let Some(window) = dom::window() else { return };
    let height = dom::window_height();
    let place = link.get_bounding_client_rect();
    if place.top() < 0.0 || place.bottom() > height * UPPER {
        window.scroll_by_with_x_and_y(0.0, place.top() - height * THERE);
    }
}
