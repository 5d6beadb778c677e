//! What happens in the root, and what follows from it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use booking::{Field, Rules, Sending, Topic, validate};
use content::strings::Strings;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use reactive_stores::Store;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Element, Event, HtmlElement, HtmlFormElement};

use super::request::Waiting;
use super::tab::Tab;
use super::{controls, show};
use crate::booking::Config;
use crate::booking::store::{Correction, Page, PageStoreFields, Panel, is_sending};
use crate::browser::ended;

/// Where the focus goes.
const FIRST: &str = "#booking-topic";
pub(super) const SUMMARY: &str = "[data-error-summary]";
pub(super) const OUTCOME: &str = "[data-outcome] h2";

/// A running form: its elements, its words, what it remembers.
pub(super) struct Desk {
    pub(super) host: HtmlElement,
    pub(super) root: HtmlElement,
    pub(super) form: HtmlFormElement,
    pub(super) strings: Strings,
    pub(super) config: Config,
    pub(super) page: Store<Page>,
    pub(super) tab: Tab,
    pub(super) begun: Cell<bool>,
    pub(super) gone: Cell<bool>,
    pub(super) waiting: RefCell<Option<Waiting>>,
}

impl Desk {
    pub(super) fn hear(self: &Rc<Self>, event: &Event) {
        if ended() || self.gone.get() {
            return;
        }
        match event.type_().as_str() {
            "input" => self.typed(event),
            // What is on its way stands in the fields, in case it does not arrive.
            "reset" if self.is_sending() => event.prevent_default(),
            "reset" => {
                controls::forget_defaults(&self.form);
                self.cleared();
            }
            "submit" => {
                event.prevent_default();
                self.send();
            }
            _ => self.pressed(event),
        }
    }

    fn pressed(self: &Rc<Self>, event: &Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        // The page around may use the same names.
        let within = |selector| {
            target.closest(selector).ok().flatten().filter(|found| self.root.contains(Some(found)))
        };
        if self.is_sending() && within("form .tick").is_some() {
            // What is on its way is what stands in the fields.
            event.prevent_default();
        } else if let Some(link) = within("[data-error-summary] a[href^='#']") {
            // Without a step in the page's history.
            event.prevent_default();
            controls::focus(&self.form, &link.get_attribute("href").unwrap_or_default());
        } else if within(".again").is_some() {
            self.send();
        } else if within(".look").is_some() {
            self.page.panel().set(None);
            self.focus_later(FIRST);
        }
    }

    /// Brings the markup up to date. At the start it is: then this only learns what to watch.
    pub(super) fn show(&self, changed: bool) {
        let (sending, corrections, panel) = (self.page.sending(), self.page.corrections(), self.page.panel());
        let (sending, corrections, panel) = (sending.read(), corrections.read(), panel.read());
        if changed {
            let _ = show::sending(&self.root, &self.strings, &sending)
                .and_then(|()| show::corrections(&self.root, &self.strings, &corrections))
                // Markup that somebody took apart shows less; what is typed and sent does not depend on it.
                .and_then(|()| show::panel(&self.root, panel.as_ref()));
        }
    }

    /// Goes on where this tab was left.
    pub(super) fn take_up(&self) {
        // With errors shown, the page is an answer to what was just sent without script: newer than any draft.
        let answered = controls::find(&self.root, SUMMARY).is_some_and(|summary| !summary.hidden());
        show::sent(&self.root, self.tab.sent().as_deref());
        if let Some(kept) = self.tab.kept() {
            self.page.sending().set(Sending::resume(kept.sent));
            if !answered {
                controls::restore(&self.form, &kept.pairs);
                // Also when the browser itself has put the fields back: then there is a draft to clear all the same.
                self.say_restored(kept.pairs.iter().any(|(_, value)| value != Topic::Book.wire()));
            }
        }
        if answered {
            let told = show::told(&self.root);
            if !told.is_empty() {
                self.page.corrections().set(told);
            }
            self.keep();
        }
        if controls::draft(&controls::read(&self.form)).topic == Topic::Question.wire() {
            self.look_at_topic();
        }
    }

    fn say_restored(&self, restored: bool) {
        if let Some(note) = controls::find(&self.form, "#booking-restored") {
            note.set_hidden(!restored);
        }
    }

    fn typed(&self, event: &Event) {
        if !self.begun.replace(true) {
            self.tell("clinic:form-start");
        }
        self.look_at_topic();
        self.keep();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let name = target.and_then(|target| target.get_attribute("name")).unwrap_or_default();
        if let Some(changed) = Field::from_name(&name) {
            self.recheck(changed);
        }
    }

    /// Takes back what was put right. The focus stays where somebody types.
    fn recheck(&self, changed: Field) {
        let told = self.page.corrections().get_untracked();
        if told.is_empty() {
            return;
        }
        let wrong = validate(&controls::draft(&controls::read(&self.form)), &self.rules()).err();
        if let Some(left) = Correction::left(&told, changed, &wrong.unwrap_or_default()) {
            self.page.corrections().set(left);
        }
    }

    pub(super) fn rules(&self) -> Rules {
        Rules { consent_required: self.config.consent_required }
    }

    /// A question needs no times; the style sheet hides them where it can see that by itself.
    fn look_at_topic(&self) {
        let topic = controls::draft(&controls::read(&self.form)).topic;
        if self.form.get_attribute("data-topic").unwrap_or_default() != topic {
            // Setting an attribute fails only for names that are none.
            let _ = self.form.set_attribute("data-topic", &topic);
        }
    }

    pub(super) fn keep(&self) {
        self.tab.keep(&controls::read(&self.form), self.page.sending().read_untracked().unproved());
    }

    fn cleared(self: &Rc<Self>) {
        self.tab.forget();
        // After delivery the fields are emptied by us, and the confirmation stays.
        if matches!(self.page.panel().get_untracked(), Some(Panel::Delivered(_))) {
            return;
        }
        self.page.set(Page::default());
        self.say_restored(false);
        show::sent(&self.root, None);
        let _ = self.form.remove_attribute("data-topic");
        self.focus_later(FIRST);
    }

    pub(super) fn is_sending(&self) -> bool {
        is_sending(&self.page.sending().read_untracked())
    }

    /// Moves the focus once the page shows what was just set.
    pub(super) fn focus_later(self: &Rc<Self>, place: &'static str) {
        let desk = self.clone();
        spawn_local(async move {
            tick().await;
            if !ended() && !desk.gone.get() {
                controls::focus(&desk.root, place);
            }
        });
    }

    /// The state of the host element.
    pub(super) fn say(&self, state: &str) {
        // Setting an attribute fails only for names that are none.
        let _ = self.host.set_attribute("data-state", state);
    }

    /// An event for the page around: its name says all, it carries no value.
    pub(super) fn tell(&self, name: &str) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            // A listener that throws is the page's own affair.
            let _ = self.host.dispatch_event(&event);
        }
    }
}
