//! One request: from the press on Send to what is told about it.

use std::rc::Rc;
use std::time::Duration;

use booking::{Outcome, Person, Request, SLOW_AFTER_MS, Submission, Ticket, UNCERTAIN_AFTER_MS, validate};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::AbortController;

use super::desk::{Desk, OUTCOME, SUMMARY};
use super::{controls, send};
use crate::booking::store::{Correction, PageStoreFields};
use crate::browser::ended;

/// A request that has no answer yet, and its two clocks.
pub(super) struct Waiting {
    controller: Option<AbortController>,
    clocks: [Option<TimeoutHandle>; 2],
}

impl Desk {
    /// Send was pressed.
    pub(super) fn send(self: &Rc<Self>) {
        if self.is_sending() {
            return;
        }
        match validate(&controls::draft(&controls::read(&self.form)), &self.rules()) {
            Err(errors) => {
                let found = errors.into_iter().map(|error| Correction::found(error, &self.strings)).collect();
                self.page.panel().set(None);
                self.page.corrections().set(found);
                self.tell("clinic:form-error");
                self.focus_later(SUMMARY);
            }
            Ok(request) => {
                let ticket = self.page.sending().write().press(Person::of(&request), send::new_id);
                if let Some(ticket) = ticket {
                    self.page.corrections().set(Vec::new());
                    self.keep();
                    self.say("sending");
                    spawn_local(self.clone().deliver(ticket, request));
                }
            }
        }
    }

    async fn deliver(self: Rc<Self>, ticket: Ticket, request: Request) {
        // Without one, a request that hangs is not broken off, and stays "still sending".
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        self.wait(controller, &ticket);
        let url = self.config.endpoint.clone().unwrap_or_else(|| self.form.action());
        let submission = Submission {
            submission_id: Some(ticket.submission_id.clone()),
            form_version: self.config.form_version.clone(),
            attribution: send::attribution(),
            request,
        };
        let reply = send::post(&url, &submission.pairs(), signal.as_ref()).await;
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
        let reference = match &outcome {
            Outcome::Delivered { reference } => reference.clone().unwrap_or_default(),
            _ => String::new(),
        };
        let delivered = page.settle(outcome, reply.said, request, &self.strings);
        let place = if page.panel.is_some() { OUTCOME } else { SUMMARY };
        self.page.set(page);
        if delivered {
            self.form.reset();
            self.tab.delivered(&reference);
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
    fn wait(self: &Rc<Self>, controller: Option<AbortController>, ticket: &Ticket) {
        let (desk, ticket) = (self.clone(), ticket.clone());
        let slow = move || {
            if !ended() && !desk.gone.get() {
                desk.page.sending().write().slow(&ticket);
            }
        };
        let broken_off = controller.clone();
        let give_up = move || {
            if let Some(broken_off) = broken_off.filter(|_| !ended()) {
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

    /// Ends the clocks, and breaks off what is still on its way.
    pub(super) fn stop_waiting(&self) {
        if let Some(Waiting { controller, clocks }) = self.waiting.take() {
            clocks.into_iter().flatten().for_each(|clock| clock.clear());
            if let Some(controller) = controller {
                controller.abort();
            }
        }
    }
}
