//! The draft that this tab keeps, so that a phone which drops the tab loses nothing; once delivered, only the reference,
//! so that nobody sends again what a reload took from view.
//!
//! `sessionStorage` and nothing else: gone with the tab, once delivered (also without script: `src/sent.js`), on "clear", and after 30 idle
//! minutes on any page where the form has run.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use booking::{Field, Person, Sent, SubmissionId};
use js_sys::{Array, Date, JSON, JsString};
use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, window};

use super::controls::Pair;
use crate::booking::DRAFT_KEY;

/// The reference of what was delivered from this tab, in its session storage.
const SENT_KEY: &str = "clinic-booking-sent";

/// Milliseconds without a change after which it is forgotten: half an hour.
const IDLE: f64 = 1_800_000.0;

/// The tab's draft; keeps nothing when switched off or when the browser allows no storage.
#[derive(Clone)]
pub(super) struct Tab {
    storage: Option<Storage>,
    watched: Rc<Cell<bool>>,
}

/// What was kept.
pub(super) struct Kept {
    pub(super) pairs: Vec<Pair>,
    pub(super) sent: Option<Sent>,
}

impl Tab {
    pub(super) fn new(enabled: bool) -> Self {
        let storage = if enabled { window().and_then(|window| window.session_storage().ok()?) } else { None };
        Self { storage, watched: Rc::default() }
    }

    /// Keeps what stands in the fields now, instead of what was kept before.
    pub(super) fn keep(&self, pairs: &[Pair], sent: Option<&Sent>) {
        let list = Array::of1(&Date::now().into());
        let add = |text: &str| list.push(&JsValue::from_str(text));
        add(sent.map_or("", |sent| sent.submission_id.as_str()));
        for text in sent.map_or([""; 3], |sent| sent.person.texts()) {
            add(text);
        }
        for (name, value) in pairs {
            add(name);
            add(value);
        }
        // A full or forbidden storage keeps nothing; what was typed still stands in the fields.
        self.put(DRAFT_KEY, &list);
    }

    /// It was delivered: of all that was kept only the reference stays, empty where the endpoint gave none.
    pub(super) fn delivered(&self, reference: &str) {
        self.remove(DRAFT_KEY);
        self.put(SENT_KEY, &Array::of2(&Date::now().into(), &JsValue::from_str(reference)));
    }

    /// The reference of what was delivered from here less than [`IDLE`] ago.
    pub(super) fn sent(&self) -> Option<String> {
        let list = self.list(SENT_KEY)?;
        self.watch();
        list.get(1).as_string()
    }

    fn put(&self, key: &str, list: &Array) {
        if let (Some(storage), Ok(text)) = (&self.storage, JSON::stringify(list)) {
            let _ = storage.set_item(key, &String::from(text));
        }
        self.watch();
    }

    /// What was kept, unless it is too old; from now on it is forgotten in time.
    pub(super) fn kept(&self) -> Option<Kept> {
        let list = self.list(DRAFT_KEY)?;
        self.watch();
        let text = |place| list.get(place).dyn_into::<JsString>().map(String::from).unwrap_or_default();
        let sent = SubmissionId::new(&text(1)).map(|submission_id| Sent {
            submission_id,
            person: Person::from_texts([&text(2), &text(3), &text(4)]),
        });
        let pairs = (5..list.length().saturating_sub(1)).step_by(2);
        let pairs = pairs.filter_map(|place| Some((Field::from_name(&text(place))?.name(), text(place + 1))));
        Some(Kept { pairs: pairs.collect(), sent })
    }

    /// Drops all of it.
    pub(super) fn forget(&self) {
        self.remove(DRAFT_KEY);
        self.remove(SENT_KEY);
    }

    fn remove(&self, key: &str) {
        if let Some(storage) = &self.storage {
            let _ = storage.remove_item(key);
        }
    }

    /// What stands in the storage. What is too old, or is none of ours, goes.
    fn list(&self, key: &str) -> Option<Array> {
        let text = self.storage.as_ref()?.get_item(key).ok()??;
        let list = JSON::parse(&text).ok().and_then(|value| value.dyn_into::<Array>().ok());
        let young = list.filter(|list| age(list).is_some_and(|age| (0.0..IDLE).contains(&age)));
        if young.is_none() {
            self.remove(key);
        }
        young
    }

    /// Looks again when what is kept will be too old, as long as there is something. This goes on without the root: a
    /// draft that was left behind is forgotten too.
    fn watch(&self) {
        if self.watched.replace(true) {
            return;
        }
        let ages = [DRAFT_KEY, SENT_KEY].map(|key| self.list(key).and_then(|list| age(&list)));
        let Some(left) = ages.into_iter().flatten().map(|age| IDLE - age).reduce(f64::min) else {
            return self.watched.set(false);
        };
        let tab = self.clone();
        let look = move || {
            tab.watched.set(false);
            if !crate::browser::ended() {
                tab.watch();
            }
        };
        // Whole milliseconds, of which a browser may be early by one.
        set_timeout(look, Duration::from_millis(left as u64 + 2));
    }
}

/// Milliseconds since it was kept.
fn age(list: &Array) -> Option<f64> {
    list.get(0).as_f64().map(|kept| Date::now() - kept)
}
