//! What comes later: the model's files, and the words that are not in the page.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom;

/// A file as it is.
pub(super) async fn bytes(url: &str) -> Result<Vec<u8>, JsValue> {
    let bytes = JsFuture::from(answer(url).await?.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// Markup; it stays the browser's, who needs it.
pub(super) async fn markup(url: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(answer(url).await?.text()?).await
}

/// What [`markup`] gave, as what stands in an element.
pub(super) fn put(element: &JsValue, markup: &JsValue) {
    // Only a frozen object refuses; an element is none.
    let _ = js_sys::Reflect::set(element, &"innerHTML".into(), markup);
}

async fn answer(url: &str) -> Result<Response, JsValue> {
    let window = dom::window().ok_or("no window")?;
    let answer: Response = JsFuture::from(window.fetch_with_str(url)).await?.dyn_into()?;
    if answer.ok() { Ok(answer) } else { Err("nothing came".into()) }
}
