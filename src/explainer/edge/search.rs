//! The search field, and all that is written of the chosen part: read from the neck in words once more is open.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use neck::anatomy::StructureId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTemplateElement};

use super::Neck;
use super::dom::{each, find};
use super::fetch::{markup, put};
use crate::explainer::find::fit;
use crate::explainer::store::ShownStoreFields;

const BUTTONS: &str = ".parts button[data-structure]";

impl Neck {
    /// Leaves the parts that what is typed fits best.
    pub(super) fn search(&self, typed: &str) {
        let mut fits = Vec::new();
        each(self.root.query_selector_all(BUTTONS), |button, id| {
            let words = find::<Element>(&self.root, &["[data-name][data-structure=", id, "]"].concat());
            let part =
                |name: &str| words.as_ref().and_then(|words| words.get_attribute(name)).unwrap_or_default();
            let short = button.text_content().unwrap_or_default();
            let names = [id, " ", &short, " ", &part("data-name"), " ", &part("data-find")].concat();
            fits.push((button.clone(), fit(&names, &part("data-plain"), typed)));
        });
        let best = fits.iter().filter_map(|(_, fit)| *fit).min();
        for (button, fit) in &fits {
            hide(button, fit.is_none() || *fit != best);
        }
        each(self.root.query_selector_all(".parts:has(button[data-structure])"), |group, _| {
            let empty = find::<Element>(group, "button[data-structure]:not([hidden])").is_none();
            hide(group, empty);
        });
        if let Some(none) = find::<Element>(&self.root, "[data-none]") {
            hide(&none, best.is_some());
        }
    }

    /// The first part that is left, by Enter in the field.
    pub(super) fn take_first(&self) {
        let first = find::<Element>(&self.root, ".parts:not([hidden]) button[data-structure]:not([hidden])");
        let id = first.and_then(|first| StructureId::find(&first.get_attribute("data-structure")?));
        if id.is_some() {
            self.choose(id);
            self.found();
        }
    }

    /// What was looked for is chosen: the field is empty again, all else is back, and what can be done with the choice
    /// has the focus.
    pub(super) fn found(&self) {
        let field = find::<HtmlInputElement>(&self.root, "[data-find-in]");
        if let Some(field) = field.filter(|field| !field.value().is_empty()) {
            field.set_value("");
            self.search("");
            if let Some(first) = find::<HtmlElement>(&self.root, ".focus button") {
                // Into sight, too.
                let _ = first.focus();
            }
        }
    }

    /// Fetches the neck in words, once.
    pub(super) fn open_book(self: &Rc<Self>) {
        if self.book.borrow().is_some() {
            return;
        }
        let neck = self.clone();
        spawn_local(async move {
            let Some(link) = find::<Element>(&neck.root, ".words-link") else { return };
            // Without it the card says what it can.
            let Ok(text) = markup(&link.get_attribute("href").unwrap_or_default()).await else { return };
            let made = neck.document.create_element("template").ok();
            let Some(book) = made.and_then(|made| made.dyn_into::<HtmlTemplateElement>().ok()) else {
                return;
            };
            put(&book, &text);
            neck.book.replace(Some(book));
            if neck.is_on() {
                neck.show_details(neck.shown.selected().get_untracked());
            }
        });
    }

    /// Latin name, ends, nerve and what is said about headache, below the card.
    pub(super) fn show_details(&self, selected: Option<StructureId>) {
        let Some(place) = find::<HtmlElement>(&self.root, "[data-details]") else { return };
        let rows = self.book.borrow().as_ref().zip(selected).and_then(|(book, id)| {
            book.content().query_selector(&["[id=", id.get().id, "] dl"].concat()).ok().flatten()
        });
        // Our own page's, written at build time.
        place.set_inner_html(&rows.map(|rows| rows.inner_html()).unwrap_or_default());
    }
}

/// Whether an input is the search field, and what stands in it.
pub(super) fn typed(target: &HtmlInputElement) -> Option<String> {
    target.has_attribute("data-find-in").then(|| target.value())
}

fn hide(element: &Element, hidden: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_hidden(hidden);
    }
}
