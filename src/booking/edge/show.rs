//! Changes the form's markup, which was made at build time, to what [`Page`] says.

use booking::{Field, Sending};
use content::strings::Strings;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, HtmlElement, window};

use super::controls::{all, find};
use crate::booking::names;
use crate::booking::store::{Correction, Panel, is_sending, is_slow};

/// Shows what has to be corrected: above the fields, and in each field's slot.
pub(super) fn corrections(
    root: &HtmlElement,
    strings: &Strings,
    corrections: &[Correction],
) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or("no document")?;
    for field in Field::ALL {
        let correction = corrections.iter().find(|correction| correction.field == field);
        let control = find(root, &["#", &names::control(field, "")].concat());
        if let Some(control) =
            control.filter(|control| control.get_attribute("type").as_deref() != Some("radio"))
        {
            if correction.is_some() {
                control.set_attribute("aria-invalid", "true")?;
            } else {
                control.remove_attribute("aria-invalid")?;
            }
        }
        let Some(slot) = find(root, &["#", &names::error(field)].concat()) else { continue };
        slot.set_text_content(None);
        if let Some(correction) = correction {
            let prefix = put(&document, &slot, "span", &[strings.get("errors.prefix"), " "].concat())?;
            prefix.set_class_name("away");
            put(&document, &slot, "span", &correction.sentence)?;
        }
        slot.set_hidden(correction.is_none());
    }
    let Some(summary) = find(root, "[data-error-summary]") else { return Ok(()) };
    let list = find(&summary, "ul").ok_or("no list")?;
    list.set_text_content(None);
    // The front desk, when it was busy, wrote another one.
    if let Some(heading) = find(&summary, "#booking-errors") {
        heading.set_text_content(Some(strings.get("errors.title")));
    }
    for correction in corrections {
        let line = put(&document, &list, "li", "")?;
        let link = put(&document, &line, "a", &correction.sentence)?;
        link.set_attribute("href", &["#", &names::control(correction.field, "")].concat())?;
    }
    summary.set_hidden(corrections.is_empty());
    Ok(())
}

/// What the front desk wrote into the summary of a page of errors.
pub(super) fn told(root: &HtmlElement) -> Vec<Correction> {
    let lines = all(root, "[data-error-summary] li a[href^='#booking-']").into_iter();
    let told = lines.filter_map(|link| {
        let field = Field::from_name(link.get_attribute("href")?.strip_prefix("#booking-")?)?;
        Some(Correction { field, sentence: link.text_content()? })
    });
    told.collect()
}

/// Shows whether a request is on its way: on the form's button, on the panel's, and in words when it takes long.
pub(super) fn sending(root: &HtmlElement, strings: &Strings, sending: &Sending) -> Result<(), JsValue> {
    let busy = is_sending(sending);
    for button in all(root, ".sends") {
        // Not `disabled`: that would drop the focus.
        button.set_attribute("aria-disabled", if busy { "true" } else { "false" })?;
        for (label, hidden) in [(".idle", busy), (".busy", !busy)] {
            if let Some(label) = find(&button, label) {
                label.set_hidden(hidden);
            }
        }
    }
    // Not `inert` or `disabled`, for the same reason; boxes do not know it, their clicks go nowhere meanwhile.
    for text in all(root, "form .box") {
        text.toggle_attribute_with_force("readonly", busy)?;
    }
    if let Some(status) = find(root, "#booking-slow") {
        status.set_text_content(is_slow(sending).then(|| strings.get("still_sending")));
    }
    Ok(())
}

/// Says above the fields what was sent from this tab already; the reference may be empty.
pub(super) fn sent(root: &HtmlElement, reference: Option<&str>) {
    let Some(note) = find(root, "#booking-sent") else { return };
    for part in all(&note, "[data-when]") {
        hide(&part, reference.unwrap_or_default().is_empty());
    }
    if let Some(text) = find(&note, "[data-fill]") {
        text.set_text_content(reference);
    }
    hide(&note, reference.is_none());
}

/// Shows the outcome in place of the form, or the form.
pub(super) fn panel(root: &HtmlElement, panel: Option<&Panel>) -> Result<(), JsValue> {
    for place in all(root, "[data-panel]") {
        let shown = panel.filter(|panel| place.get_attribute("data-panel").as_deref() == Some(panel.name()));
        let told = shown.map(Panel::told).unwrap_or_default();
        for part in all(&place, "[data-when]") {
            part.set_hidden(!told.applies(&part.get_attribute("data-when").unwrap_or_default()));
        }
        for text in all(&place, "[data-fill]") {
            // Text, never markup.
            let name = text.get_attribute("data-fill").unwrap_or_default();
            text.set_text_content(Some(told.text(&name)));
        }
        if let Some(shown) = shown {
            place.set_attribute("data-outcome", shown.name())?;
        } else {
            place.remove_attribute("data-outcome")?;
        }
        place.set_hidden(shown.is_none());
    }
    if let Some(asks) = find(root, ".asks") {
        asks.set_hidden(panel.is_some());
    }
    Ok(())
}

/// A new element with that text, at the end of another.
fn put(document: &Document, parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}

/// Touches nothing that is right already.
fn hide(element: &HtmlElement, hidden: bool) {
    if element.hidden() != hidden {
        element.set_hidden(hidden);
    }
}
