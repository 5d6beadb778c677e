//! What comes later: the model's files, and the words that are not in the page.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom;

/// A file as it is.
pub(super) async fn bytes(url: &str) -> Result<Vec<u8>, JsValue> {
    let window = dom::window().ok_or("no window")?;
    let answer: Response = JsFuture::from(window.fetch_with_str(url)).await?.dyn_into()?;
    if !answer.ok() {
        return Err("nothing came".into());
    }
    let bytes = JsFuture::from(answer.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}
