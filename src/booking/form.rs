//! The root's markup, made at build time only: outcome panels, heading, error summary, fields, send button.

use booking::{ContactBy, Day, Draft, Field, PartOfDay, Topic, Visited};
use content::strings::Strings;
use leptos::prelude::*;

use super::fields::{Area, Choices, Consent, Input, Sheet, Text};
use super::store::{Page, is_sending, is_slow};
use super::{Config, Link, names, outcome};

/// Everything in the root, with what stands in the fields and what is said about them.
pub(super) fn html(strings: &Strings, config: &Config, page: &Page, draft: Draft) -> String {
    let sheet = Sheet { strings: strings.clone(), draft, corrections: page.corrections.clone() };
    let slow = is_slow(&page.sending).then(|| strings.get("still_sending").to_owned());
    let view = view! {
        {outcome::all(strings, config, page.panel.as_ref())}
        <div class="asks" hidden=page.panel.is_some()>{form(&sheet, config.clone(), page)}</div>
        // Said while an answer takes long: to the form, and to a panel from which the request is sent again.
        <p id="booking-slow" role="status">{slow}</p>
    };
    // The marks of hydration: nothing here is hydrated.
    view.to_html().replace("<!>", "")
}

/// The words that are needed when the page stands: the front desk and the browser fill them in. All others are in the
/// markup already.
#[must_use]
pub fn words(strings: &Strings) -> Strings {
    // Titles and texts of outcomes: what the front desk says above a form that came without script.
    let notice = |key: &str| {
        let last = key.strip_prefix("outcome.").and_then(|rest| rest.split('.').nth(1));
        matches!(last, Some("title" | "text"))
    };
    let later = |key: &str| {
        key.starts_with("error.")
            || notice(key)
            || matches!(key, "errors.prefix" | "errors.title" | "outcome.call" | "still_sending")
    };
    let kept = strings.iter().filter(|(key, _)| later(key));
    kept.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn form(sheet: &Sheet, config: Config, page: &Page) -> impl IntoView + use<> {
    let word = |key: &str| sheet.strings.get(key).to_owned();
    let optional = !config.consent_required;
    let question = (sheet.draft.topic == Topic::Question.wire()).then_some("question");
    view! {
        <h2 id="booking-title">{word("title")}</h2>
        <p class="intro">{word("intro")}</p>
        <p class="urgent"><span class="i i-alert" aria-hidden="true"></span><span>{word("urgent")}</span></p>
        <form
            class="form"
            id="booking-form"
            method="post"
            action=config.action.clone()
            data-adapter=config.adapter.clone()
            data-endpoint=config.endpoint.clone()
            data-topic=question
            novalidate
        >
            {summary(sheet)}
            <p class="both" id="booking-sent" role="status" hidden>
                {word("sent.title")} " "
                <span data-when="reference" hidden>{word("outcome.delivered.reference")} " " <b data-fill="reference"></b> ". "</span>
                {word("sent.next")}
            </p>
            <p class="small soft both" id="booking-restored" role="status" hidden>
                {word("restored")} " " <button class="quiet" type="reset">{word("clear")}</button>
            </p>
            <Choices sheet=sheet.clone() field=Field::Topic values=wires(Topic::ALL, Topic::wire) class="field both topic"/>
            <Text sheet=sheet.clone() field=Field::FullName input=Input::NAME class="field both"/>
            <Text sheet=sheet.clone() field=Field::Phone input=Input::PHONE/>
            <Text sheet=sheet.clone() field=Field::Email input=Input::EMAIL/>
            <Choices sheet=sheet.clone() field=Field::ContactBy values=wires(ContactBy::ALL, ContactBy::wire)/>
            <Choices sheet=sheet.clone() field=Field::VisitedBefore values=wires(Visited::ALL, Visited::wire)/>
            <Choices sheet=sheet.clone() field=Field::Days values=wires(Day::ALL, Day::wire) class="field times"/>
            <Choices sheet=sheet.clone() field=Field::TimeOfDay values=wires(PartOfDay::ALL, PartOfDay::wire) class="field times"/>
            <Area sheet=sheet.clone() field=Field::TimesNote class="field times"/>
            <Area sheet=sheet.clone() field=Field::Message class="field message"/>
            <Consent sheet=sheet.clone() optional/>
            {send(sheet, page, &config.legal)}
        </form>
    }
}

fn wires<T: Copy>(all: &[T], wire: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|choice| wire(*choice)).collect()
}

/// Everything to correct, each line leading to its field. It takes the focus when it appears.
fn summary(sheet: &Sheet) -> impl IntoView + use<> {
    let word = |key: &str| sheet.strings.get(key).to_owned();
    let lines = sheet.corrections.iter().map(|correction| {
        let href = ["#", &names::control(correction.field, "")].concat();
        view! { <li><a href=href>{correction.sentence.clone()}</a></li> }
    });
    let lines = lines.collect_view();
    view! {
        <div
            class="sum both"
            data-error-summary
            role="group"
            aria-labelledby="booking-errors"
            tabindex="-1"
            hidden=sheet.corrections.is_empty()
        >
            <h3 id="booking-errors">{word("errors.title")}</h3>
            <ul>{lines}</ul>
            <p class="small soft">{word("errors.kept")}</p>
        </div>
    }
}

/// The button and the small print.
fn send(sheet: &Sheet, page: &Page, legal: &[Link]) -> impl IntoView + use<> {
    let word = |key: &str| sheet.strings.get(key).to_owned();
    let sending = is_sending(&page.sending);
    // Apart from the form, so that nothing typed is left behind.
    let links = legal.iter().enumerate().map(|(place, Link { words, href })| {
        let between = if place == 0 { "" } else { " · " };
        view! { {between}<a href=href.clone() target="_blank" rel="noopener">{words.clone()}</a> }
    });
    let links = (!legal.is_empty()).then(|| view! { <p class="small soft">{links.collect_view()}</p> });
    // Not `disabled`: that would drop the focus.
    view! {
        <div class="send both">
            <button class="btn main sends" type="submit" aria-disabled=sending.then_some("true")>
                <span class="idle" hidden=sending>{word("send")}</span>
                <span class="busy" hidden=!sending>{word("sending")}</span>
            </button>
            <p class="small soft">{word("small_print")}</p>
            {links}
        </div>
    }
}
