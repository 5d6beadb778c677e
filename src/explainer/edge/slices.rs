//! Long work in slices: after a few milliseconds the browser gets the thread back and can answer the visitor.

use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// Longest slice, ms. A phone at a quarter of this machine's speed does the largest single step in less than 50 ms.
const LONGEST: f64 = 4.0;

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
    let yielded = || -> Result<Promise, JsValue> {
        let window = dom::window().ok_or("no window")?;
        let scheduler = Reflect::get(&window, &"scheduler".into())?;
        let function: Function = Reflect::get(&scheduler, &"yield".into())?.dyn_into()?;
        function.call0(&scheduler)?.dyn_into()
    };
    match yielded() {
        // A promise that is refused has waited all the same.
        Ok(promise) => drop(JsFuture::from(promise).await),
        Err(_) => wait(0).await,
    }
}

/// For so long, ms.
pub(super) async fn wait(ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let timer = |window: web_sys::Window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
        };
        if dom::window().map(timer).is_none_or(|set| set.is_err()) {
            // Without timers nothing is left to wait for.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}
