//! Page and picture follow what is shown: each effect writes one part of the page.

use std::rc::Rc;

use leptos::prelude::*;

use super::slices::Slice;
use super::{Neck, page};
use crate::explainer::store::ShownStoreFields;

/// Whether an effect runs for the first time.
struct First(bool);

impl Neck {
    /// From now on, until the root goes. Each effect runs first in a task of its own: all in one would hold a phone up
    /// for 50 ms.
    pub(super) async fn follow(self: Rc<Self>, owner: Owner) {
        let effects: [fn(&Rc<Self>, First); 7] = [
            |neck, _| {
                let life = neck.shown.life().get();
                page::life(&neck.host, &neck.root, &neck.strings, life, neck.spared.get());
            },
            |neck, First(first)| {
                let selected = neck.shown.selected().get();
                let told = neck.told_so.get();
                page::selected(&neck.root, &neck.strings, selected, told || first);
                if told {
                    page::show_said(&neck.root);
                }
                neck.find_words(selected);
                neck.show_details(selected);
            },
            |neck, _| neck.lay(neck.shown.sheet().get()),
            |neck, _| neck.show_head(neck.shown.head().get()),
            |neck, _| {
                let selected = neck.shown.selected().get();
                page::layers(&neck.root, neck.shown.layers().get(), selected);
                // What the card told of the layers before is no longer so.
                if !neck.told_so.take() && selected.is_none() {
                    page::show(&neck.root, neck.strings.get("ui.choose"));
                }
            },
            |neck, _| {
                let (selected, head) = (neck.shown.selected().get(), neck.shown.head().get());
                neck.show_stretch(selected, head, neck.shown.layers().get().side());
            },
            |neck, _| {
                let scene = neck.shown.get().scene();
                if neck.stage.borrow().is_some() {
                    neck.ask_for_frame();
                } else {
                    neck.tell_of(&scene);
                }
            },
        ];
        for effect in effects {
            Slice::begin().await;
            if !self.is_on() {
                return;
            }
            let neck = self.clone();
            owner.with(|| Effect::new(move |before: Option<()>| effect(&neck, First(before.is_none()))));
        }
    }
}
