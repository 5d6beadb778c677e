//! The browser's side of the form: hydrates the view, reads the fields when Send is pressed, sends, tells the page.
//!
//! It decides nothing: rules, phases and outcomes are `booking`'s, what is shown follows from [`Page`].

mod config;
mod controls;
mod send;
mod tab;

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use booking::{
    Field, Request, Rules, SLOW_AFTER_MS, Submission, SubmissionId, Ticket, UNCERTAIN_AFTER_MS, validate,
};
use content::strings::Strings;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use reactive_stores::Store;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, CustomEvent, CustomEventInit, HtmlElement, HtmlFormElement};

use self::tab::Tab;
use super::store::{Action, Correction, Page, PageStoreFields, Panel, is_sending};
use super::{Booking, Config};
use crate::browser::ended;

/// A running root. Dropping it unmounts the view, ends the clocks and breaks off what is being sent.
pub struct Handle {
    desk: Rc<Desk>,
    /// Held for its drop.
    _view: Box<dyn Any>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handle(booking)")
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.desk.gone.set(true);
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
        let listener = desk.clone();
        // Nobody else has the slot.
        let _ = slot.set(desk);
        let act = UnsyncCallback::new(move |action| listener.act(action));
        view! { <Booking strings config page act/> }
    });
    let desk = made.get().cloned().ok_or("not hydrated")?;
    desk.say("ready");
    desk.take_up();
    Ok(Handle { desk, _view: Box::new(view) })
}

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
    fn act(self: &Rc<Self>, action: Action) {
        if ended() || self.gone.get() {
            return;
        }
        match action {
            Action::Type => self.typed(),
            Action::Send => self.send(),
            Action::Look => {
                self.page.panel().set(None);
                self.focus_later(Place::Field(Field::Topic));
            }
            Action::Clear => self.cleared(),
            Action::GoTo(field) => controls::focus(&self.form, field),
        }
    }

    /// Goes on where this tab was left.
    fn take_up(&self) {
        if let Some(kept) = self.tab.kept() {
            if controls::restore(&self.form, &kept.pairs) {
                self.page.restored().set(true);
            }
            self.earlier.replace(kept.id);
        }
        self.look_at_topic();
    }

    fn typed(&self) {
        if !self.begun.replace(true) {
            self.tell("clinic:form-start");
        }
        self.look_at_topic();
        self.keep();
    }

    fn look_at_topic(&self) {
        let question = controls::draft(&controls::read(&self.form)).topic == booking::Topic::Question.wire();
        if self.page.question().get_untracked() != question {
            self.page.question().set(question);
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
        self.focus_later(Place::Field(Field::Topic));
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
                self.focus_later(Place::Summary);
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
        page.restored = false;
        let delivered = page.settle(outcome, reply.said, request, &self.strings);
        let place = if page.panel.is_some() { Place::Outcome } else { Place::Summary };
        self.page.set(page);
        if delivered {
            self.earlier.take();
            self.form.reset();
            self.tab.forget();
        }
        self.say(if delivered { "done" } else { "ready" });
        self.tell(match place {
            Place::Summary => "clinic:form-error",
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

    /// Moves the focus once the view shows what was just set.
    fn focus_later(self: &Rc<Self>, place: Place) {
        let desk = self.clone();
        spawn_local(async move {
            tick().await;
            if ended() || desk.gone.get() {
                return;
            }
            let target = match place {
                Place::Field(field) => return controls::focus(&desk.form, field),
                Place::Summary => controls::find(&desk.form, "[data-error-summary]"),
                Place::Outcome => controls::find(&desk.root, "#booking-outcome"),
            };
            if let Some(target) = target {
                // An element that cannot take the focus is on the page all the same.
                let _ = target.focus();
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

#[derive(Clone, Copy)]
enum Place {
    Field(Field),
    Summary,
    Outcome,
}
