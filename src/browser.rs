//! All that `elements.js` may call: start a root, keep its handle, let it go.

use js_sys::Function;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::{booking, explainer};

thread_local! {
    /// Called once by the panic hook; after a panic nothing of this module may be called again.
    static ON_END: RefCell<Option<Function>> = const { RefCell::new(None) };
    static ENDED: Cell<bool> = const { Cell::new(false) };
}

/// A running root. Dropping it (`free()` in script) unmounts the view and frees listeners, timers and GPU memory.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle(Root);

#[derive(Debug)]
enum Root {
    Neck(explainer::edge::Handle),
    /// Held for its drop.
    Booking(#[allow(dead_code)] booking::edge::Handle),
}

#[wasm_bindgen]
impl Handle {
    /// The scene as plain JSON; `undefined` for a root without one.
    #[wasm_bindgen(getter)]
    pub fn scene(&self) -> JsValue {
        match &self.0 {
            Root::Neck(neck) => neck.scene(),
            Root::Booking(_) => JsValue::UNDEFINED,
        }
    }

    /// Takes what [`Handle::scene`] gave; unknown keys and values out of range are ignored.
    #[wasm_bindgen(setter)]
    pub fn set_scene(&self, scene: JsValue) {
        if let Root::Neck(neck) = &self.0 {
            neck.set_scene(&scene);
        }
    }

    /// `{frames, draws}` drawn so far, and whether all of it `rests`; `undefined` for a root that draws nothing.
    #[wasm_bindgen(getter)]
    pub fn stats(&self) -> JsValue {
        match &self.0 {
            Root::Neck(neck) => neck.stats(),
            Root::Booking(_) => JsValue::UNDEFINED,
        }
    }
}

/// Starts the root in `element` (`<clinic-neck>` or `<clinic-booking>`, or a `<div data-clinic>` that means the
/// same), whose prerendered children stand in it already.
///
/// # Errors
/// When the element's markup is not what was prerendered; the caller then shows what stands there as it is.
#[wasm_bindgen]
pub fn start(element: &HtmlElement, on_end: Function) -> Result<Handle, JsValue> {
    ON_END.with_borrow_mut(|slot| {
        if slot.is_none() {
            std::panic::set_hook(Box::new(|_| end()));
        }
        *slot = Some(on_end);
    });
    if element.get_attribute("data-root").as_deref() == Some("neck") {
        Ok(Handle(Root::Neck(explainer::edge::start(element)?)))
    } else {
        Ok(Handle(Root::Booking(booking::edge::start(element)?)))
    }
}

/// Whether a panic has ended this module: then every callback that is still wired somewhere returns at once.
pub(crate) fn ended() -> bool {
    ENDED.get()
}

fn end() {
    ENDED.set(true);
    let callback = ON_END.with_borrow_mut(Option::take);
    if let Some(callback) = callback {
        // The page is put back by script; a failure there has nobody left to tell.
        let _ = callback.call0(&JsValue::NULL);
    }
}
