//! Stub: replaced by its owner.
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// A running root.
#[derive(Debug)]
pub struct Handle;

impl Handle {
    pub fn scene(&self) -> JsValue { JsValue::UNDEFINED }
    pub fn set_scene(&self, _scene: &JsValue) {}
    pub fn stats(&self) -> JsValue { JsValue::UNDEFINED }
}

pub fn start(_element: &HtmlElement) -> Result<Handle, JsValue> { Err(JsValue::UNDEFINED) }
