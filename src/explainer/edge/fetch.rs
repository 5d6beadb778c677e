//! What comes later: the model's files, and the words that are not in the page.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom;

/// Begins to fetch.
pub(super) fn ask(url: &str) -> Result<JsFuture, JsValue> {
    Ok(dom::window().ok_or("no window")?.fetch_with_str(url).into())
}

/// A file that was asked for, as it is.
pub(super) async fn bytes(asked: JsFuture) -> Result<Vec<u8>, JsValue> {
    let bytes = JsFuture::from(answer(asked).await?.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// Markup; it stays the browser's, who needs it.
pub(super) async fn markup(url: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(answer(ask(url)?).await?.text()?).await
}

/// What [`markup`] gave, as what stands in an element.
pub(super) fn put(element: &JsValue, markup: &JsValue) {
    // Only a frozen object refuses; an element is none.
    let _ = js_sys::Reflect::set(element, &"innerHTML".into(), markup);
}

async fn answer(asked: JsFuture) -> Result<Response, JsValue> {
    let answer: Response = asked.await?.dyn_into()?;
    if answer.ok() { Ok(answer) } else { Err("nothing came".into()) }
}
