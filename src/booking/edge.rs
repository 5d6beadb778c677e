//! The browser's side of the form: hydrates the view, reads the fields when Send is pressed, sends, tells the page.
//!
//! It decides nothing: rules, phases and outcomes are `booking`'s, what is shown follows from [`Page`].

mod config;
mod controls;
mod desk;
mod request;
mod send;
mod show;
mod tab;

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use booking::Draft;
use leptos::prelude::*;
use reactive_stores::Store;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, HtmlElement, HtmlFormElement};

use self::desk::Desk;
use self::tab::Tab;
use super::view::Root;
use super::{Config, Page};

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
    let view = crate::mount::hydrate(parent, move || {
        let page = Store::new(Page::default());
        let desk = Rc::new(Desk {
            host,
            root,
            form,
            strings: strings.clone(),
            config: config.clone(),
            page,
            tab: Tab::new(config.draft),
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
