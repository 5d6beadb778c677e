//! Small steps in the document.

use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, NodeList, Window};

/// The first element of that selector.
pub(super) fn find<T: JsCast>(within: &Element, selector: &str) -> Option<T> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}

/// The elements of a list.
pub(super) fn each(list: Result<NodeList, wasm_bindgen::JsValue>, mut act: impl FnMut(&Element, &str)) {
    let Ok(list) = list else { return };
    for place in 0..list.length() {
        let element = list.get(place).and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(element) = element {
            let id = element.get_attribute("data-structure").unwrap_or_default();
            act(&element, &id);
        }
    }
}

/// Sets an attribute, or removes it; touches nothing that is right already.
pub(super) fn mark(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() == value {
        return;
    }
    // Setting an attribute fails only for names that are none.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// An event for the page around: its name says all, it carries no value.
pub(super) fn tell(host: &HtmlElement, name: &str) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // A listener that throws is the page's own affair.
        let _ = host.dispatch_event(&event);
    }
}

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// CSS pixels.
pub(super) fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// Whether a media query holds.
pub(super) fn holds(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}
