//! One component per kind of field. Each brings its label, its hint, its values and the empty slot for its error, which
//! the front desk fills when the form was sent without script.

use booking::{Draft, Field};
use content::strings::Strings;
use leptos::prelude::*;
use reactive_stores::Store;

use super::data;
use super::store::{Page, PageStoreFields};

/// What every field needs.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub strings: Strings,
    pub draft: Draft,
    pub page: Store<Page>,
}

impl Form {
    /// A word of this field: `FIELD.PART`.
    fn word(&self, field: Field, part: &str) -> String {
        self.strings.get(&[field.name(), ".", part].concat()).to_owned()
    }

    /// "(optional)", for the fields that are and whose name does not say so.
    fn maybe(&self, optional: bool) -> impl IntoView + use<> {
        optional.then(|| {
            let word = self.strings.get("optional").to_owned();
            view! { " " <span class="maybe">{word}</span> }
        })
    }

    /// The line under a label, where the words have one.
    fn hint(&self, field: Field) -> impl IntoView + use<> {
        has_hint(field).then(|| {
            let id = ["hint-", field.name()].concat();
            view! { <span class="hint" id=id>{self.word(field, "hint")}</span> }
        })
    }

    /// Where the error stands once there is one.
    fn slot(&self, field: Field) -> impl IntoView + use<> {
        let page = self.page;
        let prefix = self.strings.get("errors.prefix").to_owned();
        let sentence = move || {
            let corrections = page.corrections().read();
            let sentence = corrections.iter().find(|correction| correction.field == field)?.sentence.clone();
            let prefix = prefix.clone();
            Some(view! { <span><span class="away">{prefix}" "</span>{sentence}</span> })
        };
        view! {
            <p class="msg" id=error_id(field) {..data::error_for(field.name())} hidden=move || !is_wrong(page, field)>
                {sentence}
            </p>
        }
    }
}

/// The `id` of a control: `booking-FIELD` for the first or only one of a field, `booking-FIELD-VALUE` for the others.
pub(super) fn control_id(field: Field, value: &str) -> String {
    ["booking-", field.name(), if value.is_empty() { "" } else { "-" }, value].concat()
}

fn error_id(field: Field) -> String {
    ["error-", field.name()].concat()
}

/// The error's slot may stand in `aria-describedby` at all times: empty, it says nothing.
fn described_by(field: Field) -> String {
    let hint = if has_hint(field) { ["hint-", field.name(), " "].concat() } else { String::new() };
    [hint, error_id(field)].concat()
}

const fn has_hint(field: Field) -> bool {
    matches!(field, Field::Phone | Field::Email | Field::TimesNote | Field::Message)
}

const fn is_optional(field: Field) -> bool {
    !matches!(field, Field::Topic | Field::FullName | Field::Phone | Field::Email | Field::Consent)
}

fn is_wrong(page: Store<Page>, field: Field) -> bool {
    page.corrections().read().iter().any(|correction| correction.field == field)
}

/// How a line of text is typed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Input {
    kind: &'static str,
    autocomplete: &'static str,
    spellcheck: Option<&'static str>,
}

impl Input {
    pub(super) const NAME: Self = Self { kind: "text", autocomplete: "name", spellcheck: Some("false") };
    pub(super) const PHONE: Self = Self { kind: "tel", autocomplete: "tel", spellcheck: None };
    pub(super) const EMAIL: Self = Self { kind: "email", autocomplete: "email", spellcheck: Some("false") };
}

/// A line of text.
#[component]
pub(super) fn Text(
    form: Form,
    field: Field,
    input: Input,
    #[prop(default = "field")] class: &'static str,
) -> impl IntoView {
    let page = form.page;
    let value = Some(form.draft.text(field).to_owned()).filter(|text| !text.is_empty());
    view! {
        <div class=class>
            <label for=control_id(field, "")>{form.word(field, "label")}</label>
            {form.hint(field)}
            <input
                class="box"
                id=control_id(field, "")
                name=field.name()
                type=input.kind
                inputmode=(input.kind != "text").then_some(input.kind)
                autocomplete=input.autocomplete
                spellcheck=input.spellcheck
                aria-describedby=described_by(field)
                aria-invalid=move || is_wrong(page, field).then_some("true")
                value=value
            />
            {form.slot(field)}
        </div>
    }
}

/// Lines of text.
#[component]
pub(super) fn Area(form: Form, field: Field, class: &'static str) -> impl IntoView {
    let page = form.page;
    view! {
        <div class=class>
            <label for=control_id(field, "")>{form.word(field, "label")}{form.maybe(is_optional(field))}</label>
            {form.hint(field)}
            <textarea
                class="box"
                id=control_id(field, "")
                name=field.name()
                rows="3"
                aria-describedby=described_by(field)
                aria-invalid=move || is_wrong(page, field).then_some("true")
            >
                {escaped(form.draft.text(field))}
            </textarea>
            {form.slot(field)}
        </div>
    }
}

/// Leptos writes what stands in a text area as it is; in the browser nothing of it is written.
fn escaped(text: &str) -> String {
    if cfg!(feature = "ssr") { text.replace('&', "&amp;").replace('<', "&lt;") } else { String::new() }
}

/// Radio buttons, or check boxes where several may be chosen.
#[component]
pub(super) fn Choices(
    form: Form,
    field: Field,
    /// The wire names, which are also the parts of the words' keys.
    values: Vec<&'static str>,
    #[prop(default = "field")] class: &'static str,
) -> impl IntoView {
    let chosen = form.draft.values(field);
    let kind = if field.is_list() { "checkbox" } else { "radio" };
    let (group, label) = if field == Field::Days { ("days", "day") } else { ("opts", "opt") };
    let options = values.iter().enumerate().map(|(place, value)| {
        // Something is always chosen where the form asks what it is about.
        let checked = chosen.contains(value) || (field == Field::Topic && chosen.is_empty() && place == 0);
        let long = (field == Field::Days).then(|| form.strings.get(&["days_long.", value].concat()).to_owned());
        let id = control_id(field, if place == 0 { "" } else { value });
        view! {
            <label class=label>
                <input class="tick" type=kind name=field.name() value=*value id=id aria-label=long checked=checked/>
                <span>{form.word(field, value)}</span>
            </label>
        }
    });
    let options = options.collect_view();
    view! {
        <fieldset class=class aria-describedby=error_id(field)>
            <legend>{form.word(field, "legend")}{form.maybe(is_optional(field))}</legend>
            <div class=group>{options}</div>
            {form.slot(field)}
        </fieldset>
    }
}

/// The tick under the consent sentence.
#[component]
pub(super) fn Consent(form: Form, optional: bool) -> impl IntoView {
    let page = form.page;
    let field = Field::Consent;
    let checked = !form.draft.consent.is_empty();
    view! {
        <div class="field both consent">
            <label class="opt">
                <input
                    class="tick"
                    type="checkbox"
                    name=field.name()
                    value="yes"
                    id=control_id(field, "")
                    aria-describedby=described_by(field)
                    aria-invalid=move || is_wrong(page, field).then_some("true")
                    checked=checked
                />
                <span>{form.word(field, "label")}{form.maybe(optional)}</span>
            </label>
            {form.slot(field)}
        </div>
    }
}
