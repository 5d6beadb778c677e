//! The browser's side of the form: hydrates the view, reads the fields when Send is pressed, sends, tells the page.
//!
//! It decides nothing: rules, phases and outcomes are `booking`'s, what is shown follows from [`Page`].

mod config;
mod controls;
mod send;
mod show;
mod tab;

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use booking::{
    Draft, Request, Rules, SLOW_AFTER_MS, Submission, SubmissionId, Ticket, Topic, UNCERTAIN_AFTER_MS,
    validate,
};
use content::strings::Strings;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use reactive_stores::Store;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AbortController, CustomEvent, CustomEventInit, Element, Event, HtmlElement, HtmlFormElement};

use self::tab::Tab;
use super::Config;
use super::store::{Correction, Page, PageStoreFields, Panel, is_sending};
use super::view::Root;
use crate::browser::ended;

/// What happens in the root and concerns the form.
const HEARD: [&str; 4] = ["input", "reset", "submit", "click"];

/// A running root. Dropping it unmounts the view, ends the clocks and breaks off what is being sent.
pub struct Handle {
    desk: Rc<Desk>,
    /// Held for its drop.
    _view: Box<dyn Any>,
    ears: Closure<dyn FnMut(Event)>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handle(booking)")
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.desk.gone.set(true);
        for name in HEARD {
            // The element may be out of the page already; what cannot be removed is never called again.
            let _ =
                self.desk.root.remove_event_listener_with_callback(name, self.ears.as_ref().unchecked_ref());
        }
        self.desk.tab.rest(None);
        self.desk.stop_waiting();
    }
}

/// Starts the form in `host`, whose prerendered children stand in it.
///
/// # Errors
/// When a part of the prerendered markup is missing.
pub fn start(host: &HtmlElement) -> Result<Handle, JsValue> {
    let root = controls::find(host, ".root").ok_or("no root")?;
    let form: HtmlFormElement = controls::find(&root, "form").ok_or("no form")?.dyn_into()?;
    let strings = config::strings(host)?;
    let config = Config::from_element(host, &form);

    let made = Rc::new(OnceCell::new());
    let slot = made.clone();
    let host = host.clone();
    let parent = root.clone();
    let view = leptos::mount::hydrate_from(parent, move || {
        let page = Store::new(Page::default());
        let desk = Rc::new(Desk {
            host,
            root,
            form,
            strings: strings.clone(),
            config: config.clone(),
            page,
            tab: Tab::new(config.draft),
            earlier: RefCell::default(),
            begun: Cell::new(false),
            gone: Cell::new(false),
            waiting: RefCell::default(),
        });
        let shown = desk.clone();
        Effect::new(move |before: Option<()>| shown.show(before.is_some()));
        // Nobody else has the slot.
        let _ = slot.set(desk);
        view! { <Root strings config page=Page::default() draft=Draft::default()/> }
    });
    let desk = made.get().cloned().ok_or("not hydrated")?;
    let ears = listen(&desk)?;
    desk.say("ready");
    desk.take_up();
    Ok(Handle { desk, _view: Box::new(view), ears })
}

/// One listener for everything that happens in the root; it goes with the root's own element.
fn listen(desk: &Rc<Desk>) -> Result<Closure<dyn FnMut(Event)>, JsValue> {
    let listener = desk.clone();
    let ears = Closure::<dyn FnMut(Event)>::new(move |event: Event| listener.hear(&event));
    for name in HEARD {
        desk.root.add_event_listener_with_callback(name, ears.as_ref().unchecked_ref())?;
    }
    Ok(ears)
}

/// Where the focus goes.
const FIRST: &str = "#booking-topic";
const SUMMARY: &str = "[data-error-summary]";
const OUTCOME: &str = "[data-outcome] h2";

struct Desk {
    host: HtmlElement,
    root: HtmlElement,
    form: HtmlFormElement,
    strings: Strings,
    config: Config,
    page: Store<Page>,
    tab: Tab,
    /// The id of a request that this tab sent before it was loaded anew.
    earlier: RefCell<Option<SubmissionId>>,
    begun: Cell<bool>,
    gone: Cell<bool>,
    waiting: RefCell<Option<Waiting>>,
}

/// A request that has no answer yet, and its two clocks.
struct Waiting {
    controller: AbortController,
    clocks: [Option<TimeoutHandle>; 2],
}

impl Desk {
    fn hear(self: &Rc<Self>, event: &Event) {
        if ended() || self.gone.get() {
            return;
        }
        match event.type_().as_str() {
            "input" => self.typed(),
            "reset" => self.cleared(),
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
        let within = |selector| target.closest(selector).ok().flatten();
        if let Some(link) = within("[data-error-summary] a") {
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
    fn show(&self, changed: bool) {
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
    fn take_up(&self) {
        if let Some(kept) = self.tab.kept() {
            self.say_restored(controls::restore(&self.form, &kept.pairs));
            self.earlier.replace(kept.id);
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

    fn typed(&self) {
        if !self.begun.replace(true) {
            self.tell("clinic:form-start");
        }
        self.look_at_topic();
        self.keep();
    }

    /// A question needs no times; the style sheet hides them where it can see that by itself.
    fn look_at_topic(&self) {
        let topic = controls::draft(&controls::read(&self.form)).topic;
        if self.form.get_attribute("data-topic").unwrap_or_default() != topic {
            // Setting an attribute fails only for names that are none.
            let _ = self.form.set_attribute("data-topic", &topic);
        }
    }

    fn keep(&self) {
        self.tab.keep(&controls::read(&self.form), self.earlier.borrow().as_ref());
    }

    fn cleared(self: &Rc<Self>) {
        self.tab.forget();
        // After delivery the fields are emptied by us, and the confirmation stays.
        if matches!(self.page.panel().get_untracked(), Some(Panel::Delivered(_))) || self.is_sending() {
            return;
        }
        self.earlier.take();
        self.page.set(Page::default());
        self.say_restored(false);
        let _ = self.form.remove_attribute("data-topic");
        self.focus_later(FIRST);
    }

    fn is_sending(&self) -> bool {
        is_sending(&self.page.sending().read_untracked())
    }

    fn send(self: &Rc<Self>) {
        if self.is_sending() {
            return;
        }
        let rules = Rules { consent_required: self.config.consent_required };
        match validate(&controls::draft(&controls::read(&self.form)), &rules) {
            Err(errors) => {
                let found = errors.into_iter().map(|error| Correction::found(error, &self.strings)).collect();
                self.page.panel().set(None);
                self.page.corrections().set(found);
                self.tell("clinic:form-error");
                self.focus_later(SUMMARY);
            }
            Ok(request) => {
                let Some(fresh) = self.earlier.borrow().clone().or_else(send::new_id) else { return };
                let ticket = self.page.sending().write().press(|| fresh);
                if let Some(ticket) = ticket {
                    self.page.corrections().set(Vec::new());
                    self.earlier.replace(Some(ticket.submission_id.clone()));
                    self.keep();
                    self.say("sending");
                    spawn_local(self.clone().deliver(ticket, request));
                }
            }
        }
    }

    async fn deliver(self: Rc<Self>, ticket: Ticket, request: Request) {
        let Ok(controller) = AbortController::new() else { return };
        let signal = controller.signal();
        self.wait(controller, &ticket);
        let url = self.config.endpoint.clone().unwrap_or_else(|| self.form.action());
        let submission = Submission {
            submission_id: Some(ticket.submission_id.clone()),
            form_version: self.config.form_version.clone(),
            attribution: send::attribution(),
            request,
        };
        let reply = send::post(&url, &submission.pairs(), &signal).await;
        if ended() || self.gone.get() {
            return;
        }
        self.stop_waiting();
        self.settle(&ticket, reply, &submission.request);
    }

    fn settle(self: &Rc<Self>, ticket: &Ticket, reply: send::Reply, request: &Request) {
        let outcome = booking::outcome(reply.exchange, reply.answer);
        let mut page = self.page.get_untracked();
        if !page.sending.settle(ticket, outcome.clone()) {
            return;
        }
        let delivered = page.settle(outcome, reply.said, request, &self.strings);
        let place = if page.panel.is_some() { OUTCOME } else { SUMMARY };
        self.page.set(page);
        if delivered {
            self.earlier.take();
            self.form.reset();
            self.tab.forget();
        }
        self.say(if delivered { "done" } else { "ready" });
        self.tell(match place {
            SUMMARY => "clinic:form-error",
            _ if delivered => "clinic:submit-delivered",
            _ => "clinic:submit-failed",
        });
        self.focus_later(place);
    }

    /// Starts both clocks of a request.
    fn wait(self: &Rc<Self>, controller: AbortController, ticket: &Ticket) {
        let (desk, ticket) = (self.clone(), ticket.clone());
        let slow = move || {
            if !ended() && !desk.gone.get() {
                desk.page.sending().write().slow(&ticket);
            }
        };
        let broken_off = controller.clone();
        let give_up = move || {
            if !ended() {
                broken_off.abort();
            }
        };
        let clock = |ms: u32| Duration::from_millis(u64::from(ms));
        let clocks = [
            set_timeout_with_handle(slow, clock(SLOW_AFTER_MS)).ok(),
            set_timeout_with_handle(give_up, clock(UNCERTAIN_AFTER_MS)).ok(),
        ];
        self.waiting.replace(Some(Waiting { controller, clocks }));
    }

    fn stop_waiting(&self) {
        if let Some(Waiting { controller, clocks }) = self.waiting.take() {
            clocks.into_iter().flatten().for_each(|clock| clock.clear());
            controller.abort();
        }
    }

    /// Moves the focus once the page shows what was just set.
    fn focus_later(self: &Rc<Self>, place: &'static str) {
        let desk = self.clone();
        spawn_local(async move {
            tick().await;
            if !ended() && !desk.gone.get() {
                controls::focus(&desk.root, place);
            }
        });
    }

    /// The state of the host element.
    fn say(&self, state: &str) {
        // Setting an attribute fails only for names that are none.
        let _ = self.host.set_attribute("data-state", state);
    }

    /// An event for the page around: its name says all, it carries no value.
    fn tell(&self, name: &str) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            // A listener that throws is the page's own affair.
            let _ = self.host.dispatch_event(&event);
        }
    }
}
