//! One component per kind of field. Each brings its label, its hint, its values and the empty slot for its error, which
//! the front desk fills when the form was sent without script.

use booking::{Draft, Field};
use content::strings::Strings;
use leptos::prelude::*;

use super::names;
use super::store::Correction;

/// What every field needs.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub strings: Strings,
    pub draft: Draft,
    pub corrections: Vec<Correction>,
}

impl Sheet {
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

    fn error(&self, field: Field) -> Option<&Correction> {
        self.corrections.iter().find(|correction| correction.field == field)
    }

    /// `aria-invalid` of a control; radio buttons have none.
    fn invalid(&self, field: Field) -> Option<&'static str> {
        self.error(field).map(|_| "true")
    }

    /// Where the error stands once there is one.
    fn slot(&self, field: Field) -> impl IntoView + use<> {
        let error = self.error(field);
        let hidden = error.is_none();
        let sentence = error.map(|error| {
            let prefix = self.strings.get("errors.prefix").to_owned();
            view! { <span><span class="away">{prefix}" "</span>{error.sentence.clone()}</span> }
        });
        view! { <p class="msg" id=names::error(field) data-error-for=field.name() hidden=hidden>{sentence}</p> }
    }
}

/// The error's slot may stand in `aria-describedby` at all times: empty, it says nothing.
fn described_by(field: Field) -> String {
    let hint = if has_hint(field) { ["hint-", field.name(), " "].concat() } else { String::new() };
    [hint, names::error(field)].concat()
}

const fn has_hint(field: Field) -> bool {
    matches!(field, Field::Phone | Field::Email | Field::ContactBy | Field::TimesNote | Field::Message)
}

const fn is_optional(field: Field) -> bool {
    !matches!(field, Field::Topic | Field::FullName | Field::Phone | Field::Email | Field::Consent)
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
    sheet: Sheet,
    field: Field,
    input: Input,
    #[prop(default = "field")] class: &'static str,
) -> impl IntoView {
    let value = Some(sheet.draft.text(field).to_owned()).filter(|text| !text.is_empty());
    view! {
        <div class=class>
            <label for=names::control(field, "")>{sheet.word(field, "label")}</label>
            {sheet.hint(field)}
            <input
                class="box"
                id=names::control(field, "")
                name=field.name()
                type=input.kind
                inputmode=(input.kind != "text").then_some(input.kind)
                autocomplete=input.autocomplete
                spellcheck=input.spellcheck
                aria-describedby=described_by(field)
                aria-invalid=sheet.invalid(field)
                value=value
            />
            {sheet.slot(field)}
        </div>
    }
}

/// Lines of text.
#[component]
pub(super) fn Area(sheet: Sheet, field: Field, class: &'static str) -> impl IntoView {
    view! {
        <div class=class>
            <label for=names::control(field, "")>{sheet.word(field, "label")}{sheet.maybe(is_optional(field))}</label>
            {sheet.hint(field)}
            <textarea
                class="box"
                id=names::control(field, "")
                name=field.name()
                rows="3"
                aria-describedby=described_by(field)
                aria-invalid=sheet.invalid(field)
            >
                {escaped(sheet.draft.text(field))}
            </textarea>
            {sheet.slot(field)}
        </div>
    }
}

/// Leptos writes what stands in a text area as it is.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Radio buttons, or check boxes where several may be chosen.
#[component]
pub(super) fn Choices(
    sheet: Sheet,
    field: Field,
    /// The wire names, which are also the parts of the words' keys.
    values: Vec<&'static str>,
    #[prop(default = "field")] class: &'static str,
) -> impl IntoView {
    let chosen = sheet.draft.values(field);
    let kind = if field.is_list() { "checkbox" } else { "radio" };
    let (group, label) = if field == Field::Days { ("days", "day") } else { ("opts", "opt") };
    let options = values.iter().enumerate().map(|(place, value)| {
        // Something is always chosen where the form asks what it is about.
        let checked = chosen.contains(value) || (field == Field::Topic && chosen.is_empty() && place == 0);
        let long = (field == Field::Days).then(|| sheet.strings.get(&["days_long.", value].concat()).to_owned());
        let id = names::control(field, if place == 0 { "" } else { value });
        view! {
            <label class=label>
                <input class="tick" type=kind name=field.name() value=*value id=id aria-label=long checked=checked/>
                <span>{sheet.word(field, value)}</span>
            </label>
        }
    });
    let options = options.collect_view();
    view! {
        <fieldset class=class aria-describedby=described_by(field)>
            <legend>{sheet.word(field, "legend")}{sheet.maybe(is_optional(field))}</legend>
            {sheet.hint(field)}
            <div class=group>{options}</div>
            {sheet.slot(field)}
        </fieldset>
    }
}

/// The tick under the consent sentence.
#[component]
pub(super) fn Consent(sheet: Sheet, optional: bool) -> impl IntoView {
    let field = Field::Consent;
    let checked = !sheet.draft.consent.is_empty();
    view! {
        <div class="field both consent">
            <label class="opt">
                <input
                    class="tick"
                    type="checkbox"
                    name=field.name()
                    value="yes"
                    id=names::control(field, "")
                    aria-describedby=described_by(field)
                    aria-invalid=sheet.invalid(field)
                    checked=checked
                />
                <span>{sheet.word(field, "label")}{sheet.maybe(optional)}</span>
            </label>
            {sheet.slot(field)}
        </div>
    }
}
