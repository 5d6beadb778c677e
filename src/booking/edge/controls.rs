//! The fields of the form as the browser holds them: the only place where what was typed stands.

use booking::{Draft, Field, Topic};
use wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};

/// A field's name with one of its values.
pub(super) type Pair = (&'static str, String);

/// What stands in the fields, without the empty ones.
pub(super) fn read(form: &HtmlFormElement) -> Vec<Pair> {
    let Ok(data) = FormData::new_with_form(form) else { return Vec::new() };
    let values = |field: Field| {
        let values = data.get_all(field.name()).into_iter().filter_map(|value| value.as_string());
        values.filter(|value| !value.is_empty()).map(move |value| (field.name(), value)).collect::<Vec<_>>()
    };
    Field::ALL.into_iter().flat_map(values).collect()
}

/// The same as a draft, to be validated.
pub(super) fn draft(pairs: &[Pair]) -> Draft {
    Draft::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())))
}

/// Puts saved values back where nothing was typed or chosen since.
pub(super) fn restore(form: &HtmlFormElement, pairs: &[Pair]) {
    for field in Field::ALL {
        let values: Vec<&str> =
            pairs.iter().filter(|(name, _)| *name == field.name()).map(|(_, value)| value.as_str()).collect();
        let controls = all(form, &["[name=", field.name(), "]"].concat());
        if !values.is_empty() && controls.iter().all(is_untouched) {
            for control in &controls {
                put(control, &values);
            }
        }
    }
}

/// Leads to what the selector names: what it is part of comes into view from its top, it takes the focus.
pub(super) fn focus(within: &Element, selector: &str) {
    let Some(control) = find(within, selector) else { return };
    if let Ok(Some(around)) = control.closest(".field, .sum, .outcome") {
        around.scroll_into_view();
    }
    // What cannot take the focus is in view all the same.
    let _ = control.focus();
}

/// An element of the root by its selector.
pub(super) fn find(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}

/// All elements of that selector.
pub(super) fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|place| list.get(place)?.dyn_into().ok()).collect()
}

/// Before the form is emptied: what the front desk wrote into it, in a page of errors, goes too. The topic has one
/// choice from the start.
pub(super) fn forget_defaults(form: &HtmlFormElement) {
    for control in all(form, "[name]") {
        match (control.dyn_ref::<HtmlInputElement>(), control.dyn_ref::<HtmlTextAreaElement>()) {
            (Some(input), _) if is_tick(input) => {
                input.set_default_checked(input.value() == Topic::Book.wire());
            }
            (Some(input), _) => input.set_default_value(""),
            (_, Some(area)) => {
                // A text area takes any text.
                let _ = area.set_default_value("");
            }
            _ => {}
        }
    }
}

fn is_tick(input: &HtmlInputElement) -> bool {
    matches!(input.type_().as_str(), "radio" | "checkbox")
}

fn is_untouched(control: &HtmlElement) -> bool {
    match (control.dyn_ref::<HtmlInputElement>(), control.dyn_ref::<HtmlTextAreaElement>()) {
        (Some(input), _) if is_tick(input) => input.checked() == input.default_checked(),
        (Some(input), _) => input.value().is_empty(),
        (_, Some(area)) => area.value().is_empty(),
        _ => false,
    }
}

fn put(control: &HtmlElement, values: &[&str]) {
    match (control.dyn_ref::<HtmlInputElement>(), control.dyn_ref::<HtmlTextAreaElement>()) {
        (Some(input), _) if is_tick(input) => {
            input.set_checked(values.contains(&input.value().as_str()));
        }
        (Some(input), _) => input.set_value(values[0]),
        (_, Some(area)) => area.set_value(values[0]),
        _ => {}
    }
}
