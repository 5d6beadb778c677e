//! Reads what the prerenderer wrote.

use content::strings::Strings;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlFormElement, HtmlTemplateElement};

use crate::booking::Config;
use crate::booking::config::{CONSENT, DRAFT, VERSION};

impl Config {
    /// The configuration that stands on the host element and on its form. What is absent is empty; consent is then
    /// asked for and nothing is kept.
    pub(super) fn from_element(host: &HtmlElement, form: &HtmlFormElement) -> Self {
        let text = |name| host.get_attribute(name).unwrap_or_default();
        Self {
            endpoint: form.get_attribute("data-endpoint").filter(|url| !url.is_empty()),
            consent_required: text(CONSENT) != "optional",
            form_version: text(VERSION),
            draft: text(DRAFT) == "tab",
            // These are for the markup, which stands.
            action: String::new(),
            adapter: String::new(),
            phone_display: String::new(),
            phone_href: String::new(),
        }
    }
}

/// The words of the root.
pub(super) fn strings(host: &HtmlElement) -> Result<Strings, JsValue> {
    let template = host.query_selector("template[data-strings]")?.ok_or("no words")?;
    let template: HtmlTemplateElement = template.dyn_into()?;
    Ok(Strings::parse(&template.content().text_content().unwrap_or_default()))
}
