//! More ways to move and to look: a fragment of its own, fetched when somebody asks for it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::dom::{find, mark};
use super::{Neck, fetch, page};
use crate::explainer::Shown;

/// Seen from the neck in words, whose address the markup has.
const FRAGMENT: &str = "../fragments/moves.html";

impl Neck {
    /// Opens what the button stands for, or closes it.
    pub(super) fn open_moves(self: &Rc<Self>, button: &Element) {
        let Some(place) = find::<HtmlElement>(&self.root, "[data-moves]") else { return };
        if place.child_element_count() == 0 {
            let (neck, button) = (self.clone(), button.clone());
            spawn_local(async move {
                let came = neck.fill(&place).await.is_ok();
                if neck.is_on() {
                    if !came {
                        place.set_text_content(Some(neck.strings.get("ui.more.failed")));
                    }
                    opened(&button, &place, true);
                    neck.show_pose(&neck.shown.get_untracked());
                    page::selected(&neck.root, &neck.strings, neck.shown.get_untracked().selected, true);
                }
            });
        } else {
            opened(button, &place, place.hidden());
        }
    }

    async fn fill(&self, place: &HtmlElement) -> Result<(), JsValue> {
        let words = find::<Element>(&self.root, ".words-link").ok_or("no link")?;
        let address = [words.get_attribute("href").unwrap_or_default().as_str(), FRAGMENT].concat();
        let bytes = fetch(&address).await?;
        place.set_inner_html(&String::from_utf8_lossy(&bytes));
        Ok(())
    }

    /// Sliders and movements say how the head is held.
    pub(super) fn show_pose(&self, shown: &Shown) {
        for (name, degrees) in [("bend", shown.bend), ("turn", shown.turn), ("side", shown.side)] {
            page::slider(&self.root, name, degrees);
        }
        page::movement(&self.root, shown.movement);
    }
}

fn opened(button: &Element, place: &HtmlElement, open: bool) {
    place.set_hidden(!open);
    mark(button, "aria-expanded", Some(if open { "true" } else { "false" }));
}
