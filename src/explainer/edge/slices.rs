//! Long work in slices: after a few milliseconds the browser gets the thread back and can answer the visitor.

use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// Longest slice, ms. A phone at a quarter of this machine's speed does the largest single step in less than 50 ms.
const LONGEST: f64 = 8.0;

/// The slice that runs now.
pub(super) struct Slice {
    /// When it began, ms.
    began: f64,
}

impl Slice {
    /// Begins after what the browser has to do.
    pub(super) async fn begin() -> Self {
        pause().await;
        Self { began: Date::now() }
    }

    /// Between two steps: goes on in another task when this slice has lasted long enough.
    pub(super) async fn breathe(&mut self) {
        if Date::now() - self.began >= LONGEST {
            *self = Self::begin().await;
        }
    }
}

/// Lets the browser do what waits: by `scheduler.yield`, or a timer where that is missing.
async fn pause() {
    let Some(window) = dom::window() else { return };
    let yielded = || -> Result<Promise, JsValue> {
        let scheduler = Reflect::get(&window, &"scheduler".into())?;
        let function: Function = Reflect::get(&scheduler, &"yield".into())?.dyn_into()?;
        function.call0(&scheduler)?.dyn_into()
    };
    let promise = yielded().unwrap_or_else(|_| {
        Promise::new(&mut |resolve, _| {
            if window.set_timeout_with_callback(&resolve).is_err() {
                // Without timers nothing is left to wait for.
                let _ = resolve.call0(&JsValue::NULL);
            }
        })
    });
    // A promise that is refused has waited all the same.
    let _ = JsFuture::from(promise).await;
}
