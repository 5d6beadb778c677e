//! More ways to move and to look: a fragment of its own, fetched for its words once the model stands, shown when somebody
//! asks for it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use neck::anatomy::StructureId;
use neck::draw;
use neck::motion::displacements;
use neck::tissue::Side;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::dom::{each, find, mark};
use super::fetch::{markup, put};
use super::slices::Slice;
use super::stage::Stage;
use super::{Neck, page};
use crate::explainer::store::{Head, ShownStoreFields};
use crate::explainer::stretch::said;

/// Seen from the neck in words, whose address the markup has.
const FRAGMENT: &str = "../fragments/moves.html";

impl Neck {
    /// Opens what the button stands for, or closes it.
    pub(super) fn open_moves(self: &Rc<Self>, button: &Element) {
        let Some(place) = find::<HtmlElement>(&self.root, "[data-moves]") else { return };
        self.open_book();
        if place.child_element_count() == 0 {
            let (neck, button) = (self.clone(), button.clone());
            spawn_local(async move {
                let came = neck.bring(&place).await;
                if neck.is_on() {
                    if !came {
                        place.set_text_content(Some(neck.strings.get("ui.more.failed")));
                    }
                    opened(&button, &place, true);
                }
            });
        } else {
            opened(button, &place, place.hidden());
        }
    }

    /// A structure may be chosen before its words are here, which the fragment has: then they are fetched; and so are those
    /// that offer the model.
    pub(super) fn find_words(self: &Rc<Self>, selected: Option<StructureId>) {
        let place = find::<HtmlElement>(&self.root, "[data-moves]");
        let missing = place.is_some_and(|place| place.child_element_count() == 0);
        if missing && (selected.is_some() || self.spared.get()) {
            let neck = self.clone();
            spawn_local(async move {
                if !neck.fetch_words().await
                    && neck.is_on()
                    && neck.shown.selected().get_untracked() == selected
                {
                    page::failed(&neck.root, &neck.strings);
                }
            });
        }
    }

    /// Fetches the fragment for its words; it stays shut. Returns whether it is here.
    pub(super) async fn fetch_words(&self) -> bool {
        let Some(place) = find::<HtmlElement>(&self.root, "[data-moves]") else { return false };
        place.child_element_count() > 0 || self.bring(&place).await
    }

    /// Puts the fragment into its place and brings it up to date. Returns whether it came.
    async fn bring(&self, place: &HtmlElement) -> bool {
        let filled = self.fill(place).await;
        // The browser has just read it: bringing it up to date has a slice of its own.
        Slice::begin().await;
        if filled == Ok(true) && self.is_on() {
            let shown = self.shown.get_untracked();
            self.show_controls();
            // What was chosen without words has them now.
            let known = find::<Element>(&self.root, "[data-selected]")
                .is_some_and(|name| name.text_content().is_some_and(|name| !name.is_empty()));
            page::selected(&self.root, &self.strings, shown.selected, known || shown.selected.is_none());
            self.take_labels(place);
            // The length of a muscle stands in the card, beside its name.
            if let (Some(card), Some(length)) =
                (find::<Element>(&self.root, ".card"), find::<Element>(place, "[data-stretch]"))
            {
                // One that cannot be moved stays where it came.
                let _ = card.append_child(&length);
            }
            self.offer();
            self.offer_screen();
            // So many keys that a name has no room for them.
            mark(&self.canvas, "aria-describedby", Some("neck-keys"));
        }
        filled.is_ok()
    }

    /// The labels stand on the stage, all others where the fragment has them.
    fn take_labels(&self, place: &HtmlElement) {
        if let Some(stage) = self.canvas.parent_element() {
            each(place.query_selector_all(".tag"), |tag, _| {
                // One that cannot be moved is never seen.
                let _ = stage.append_child(tag);
            });
        }
        self.stage.borrow_mut().as_mut().map(Stage::label);
        self.ask_for_frame();
    }

    /// Returns whether it was empty until now: two may have asked.
    async fn fill(&self, place: &HtmlElement) -> Result<bool, JsValue> {
        let words = find::<Element>(&self.root, ".words-link").ok_or("no link")?;
        let address = [words.get_attribute("href").unwrap_or_default().as_str(), FRAGMENT].concat();
        let came = markup(&address).await?;
        let empty = place.child_element_count() == 0;
        if empty {
            put(place, &came);
        }
        Ok(empty)
    }

    /// All of the fragment that says how things stand, at once: effects come later.
    pub(super) fn show_controls(&self) {
        let shown = self.shown.get_untracked();
        self.show_head(shown.head);
        page::layers(&self.root, shown.layers, shown.selected);
        self.show_stretch(shown.selected, shown.head, shown.layers.side());
    }

    /// How much longer or shorter the chosen muscle is, in the words of the fragment.
    // Once in the wasm, not once for each that asks.
    #[inline(never)]
    pub(super) fn show_stretch(&self, selected: Option<StructureId>, head: Head, side: Option<Side>) {
        let words =
            find::<Element>(&self.root, "[data-stretch]").and_then(|one| one.get_attribute("data-words"));
        let stretch = selected.and_then(|id| draw::stretch(id, &displacements(head.pose())));
        let said = stretch.zip(words).map(|(stretch, words)| said(stretch, side, &words));
        page::label(&self.root, selected, &said.unwrap_or_default());
    }

    /// Sliders and movements say how the head is held.
    pub(super) fn show_head(&self, head: Head) {
        for (name, degrees) in [("bend", head.bend), ("turn", head.turn), ("side", head.side)] {
            page::slider(&self.root, name, degrees);
        }
        page::movement(&self.root, head.movement);
    }
}

fn opened(button: &Element, place: &HtmlElement, open: bool) {
    place.set_hidden(!open);
    mark(button, "aria-expanded", Some(if open { "true" } else { "false" }));
}
