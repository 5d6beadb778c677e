//! The draft that this tab keeps, so that a phone which drops the tab loses nothing.
//!
//! `sessionStorage` and nothing else: gone with the tab, once delivered, on "clear", and after 30 idle minutes.

use std::cell::RefCell;
use std::time::Duration;

use booking::{Field, SubmissionId};
use js_sys::{Array, Date, JSON, JsString};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, window};

use super::controls::Pair;

const KEY: &str = "clinic-booking-draft";
const IDLE: Duration = Duration::from_mins(30);

/// The tab's draft; keeps nothing when switched off or when the browser allows no storage.
pub(super) struct Tab {
    storage: Option<Storage>,
    idle: RefCell<Option<TimeoutHandle>>,
}

/// What was kept.
pub(super) struct Kept {
    pub(super) pairs: Vec<Pair>,
    /// The id of a request that was sent but not proved to have arrived.
    pub(super) id: Option<SubmissionId>,
}

impl Tab {
    pub(super) fn new(enabled: bool) -> Self {
        let storage = if enabled { window().and_then(|window| window.session_storage().ok()?) } else { None };
        Self { storage, idle: RefCell::default() }
    }

    /// Keeps what stands in the fields now, instead of what was kept before.
    pub(super) fn keep(&self, pairs: &[Pair], id: Option<&SubmissionId>) {
        let Some(storage) = &self.storage else { return };
        let list = Array::of2(&Date::now().into(), &JsValue::from_str(id.map_or("", SubmissionId::as_str)));
        for (name, value) in pairs {
            list.push(&JsValue::from_str(name));
            list.push(&JsValue::from_str(value));
        }
        // A full or forbidden storage keeps nothing; what was typed still stands in the fields.
        if let Ok(text) = JSON::stringify(&list) {
            let _ = storage.set_item(KEY, &String::from(text));
        }
        let storage = storage.clone();
        let forget = move || {
            if !crate::browser::ended() {
                let _ = storage.remove_item(KEY);
            }
        };
        self.rest(set_timeout_with_handle(forget, IDLE).ok());
    }

    /// What was kept, unless it is too old.
    pub(super) fn kept(&self) -> Option<Kept> {
        let storage = self.storage.as_ref()?;
        let text = storage.get_item(KEY).ok()??;
        let list: Array = JSON::parse(&text).ok()?.dyn_into().ok()?;
        let age = Date::now() - list.get(0).as_f64()?;
        if !(0.0..IDLE.as_millis() as f64).contains(&age) {
            self.forget();
            return None;
        }
        let text = |place| list.get(place).dyn_into::<JsString>().map(String::from).unwrap_or_default();
        let pairs = (2..list.length().saturating_sub(1)).step_by(2);
        let pairs = pairs.filter_map(|place| Some((Field::from_name(&text(place))?.name(), text(place + 1))));
        Some(Kept { pairs: pairs.collect(), id: SubmissionId::new(&text(1)) })
    }

    /// Drops it.
    pub(super) fn forget(&self) {
        self.rest(None);
        if let Some(storage) = &self.storage {
            let _ = storage.remove_item(KEY);
        }
    }

    /// Ends the clock, or lets another take its place.
    pub(super) fn rest(&self, next: Option<TimeoutHandle>) {
        if let Some(idle) = self.idle.replace(next) {
            idle.clear();
        }
    }
}
