//! The panels of which one stands in place of the form once a request has its outcome. All are in the page from the
//! start, hidden; the edge shows one and, of what bears `data-when`, the parts that apply.

use booking::{ContactBy, Day, PartOfDay, Topic};
use content::strings::Strings;
use leptos::prelude::*;

use super::store::{Panel, Told};
use super::{Config, Line};

/// Every panel, of which `shown` is not hidden.
pub(super) fn all(strings: &Strings, config: &Config, shown: Option<&Panel>) -> impl IntoView + use<> {
    Panel::NAMES.map(|name| {
        let told = shown.filter(|panel| panel.name() == name).map(Panel::told);
        view! { <Outcome strings=strings.clone() config=config.clone() name told/> }
    })
}

/// One panel; `told` is what of it applies, when it is shown. Its heading takes the focus.
#[component]
fn Outcome(strings: Strings, config: Config, name: &'static str, told: Option<Told>) -> impl IntoView {
    let word = |part: &str| strings.get(&["outcome.", name, ".", part].concat()).to_owned();
    let delivered = name == "delivered";
    let call = if delivered { word("call") } else { strings.get("outcome.call").to_owned() };
    let icon = if delivered { "i i-ok" } else { "i i-alert" };
    let hidden = told.is_none();
    let outcome = told.as_ref().map(|_| name);
    let told = told.unwrap_or_default();
    let body = if delivered {
        receipt(&strings, &config.visit, &told).into_any()
    } else {
        said(&strings, name, &told).into_any()
    };
    view! {
        <div class="outcome" data-panel=name data-outcome=outcome hidden=hidden>
            <div class="seal"><span class=icon aria-hidden="true"></span></div>
            <h2 tabindex="-1">{word("title")}</h2>
            <p>{word("text")}</p>
            {body}
            <p class="lead">{call}</p>
            <a class="tel" href=config.phone_href>{config.phone_display}</a>
            {(!delivered).then(|| ways_on(&strings, name))}
        </div>
    }
}

/// A piece of a panel that stands only when `token` applies.
fn when(told: &Told, token: &'static str, words: String) -> impl IntoView + use<> {
    view! { <span data-when=token hidden=!told.applies(token)>{words}</span> }
}

/// A line of the receipt whose text is filled in.
fn row(told: &Told, name: &'static str, label: String) -> impl IntoView + use<> {
    view! {
        <div data-when=name hidden=!told.applies(name)>
            <dt>{label}</dt>
            <dd data-fill=name>{told.text(name).to_owned()}</dd>
        </div>
    }
}

/// A line of the receipt that says the same to everybody.
fn said_of_the_clinic(line: &Line) -> impl IntoView + use<> {
    let words = line.words.iter().map(|words| view! { <p>{words.clone()}</p> }).collect_view();
    let words = match line.href.clone() {
        // Apart: the receipt stays where it is.
        Some(href) => view! { <a href=href target="_blank" rel="noopener">{words}</a> }.into_any(),
        None => words.into_any(),
    };
    view! { <div><dt>{line.label.clone()}</dt><dd>{words}</dd></div> }
}

fn receipt(strings: &Strings, visit: &[Line], told: &Told) -> impl IntoView + use<> {
    let word = |part: &str| strings.get(&["outcome.delivered.", part].concat()).to_owned();
    let about = Topic::ALL.iter().map(|topic| {
        let topic = topic.wire();
        when(told, topic, word(&["about_topic.", topic].concat()))
    });
    let reach = ContactBy::ALL.iter().map(|way| way.wire()).chain(["either"]);
    let reach = reach.map(|way| when(told, way, word(&["reach_by.", way].concat())));
    let day = |day: &Day| (day.wire(), strings.get(&["days_long.", day.wire()].concat()).to_owned());
    let part =
        |part: &PartOfDay| (part.wire(), strings.get(&["time_of_day.", part.wire()].concat()).to_owned());
    let times = Day::ALL.iter().map(day).chain(PartOfDay::ALL.iter().map(part));
    let times = times.map(|(token, words)| view! { {when(told, token, words)} " " }).collect_view();
    // The first step of an appointment is the one that was asked for.
    let first = ContactBy::ALL.iter().map(|way| way.wire()).chain(["either"]);
    let first = first.map(|way| when(told, way, word(&["first.", way].concat()))).collect_view();
    let steps = |topic, first, steps: &[&str]| {
        let lines =
            steps.iter().map(|step| view! { <li>{word(&["step.", step].concat())}</li> }).collect_view();
        view! { <ol data-when=topic hidden=!told.applies(topic)>{first}{lines}</ol> }
    };
    let first = view! { <li>{first}</li> };
    view! {
        <dl>
            {row(told, "reference", word("reference"))}
            <div><dt>{word("about")}</dt><dd>{about.collect_view()}</dd></div>
            <div><dt>{word("reach")}</dt><dd>{reach.collect_view()}</dd></div>
            {row(told, "number", strings.get("phone.label").to_owned())}
            {row(told, "address", strings.get("email.label").to_owned())}
            <div data-when="times" hidden=!told.applies("times")>
                <dt>{word("times")}</dt>
                <dd>
                    <p class="picked">{times}</p>
                    <p data-when="note" data-fill="note" hidden=!told.applies("note")>{told.text("note").to_owned()}</p>
                </dd>
            </div>
            {visit.iter().map(said_of_the_clinic).collect_view()}
        </dl>
        <h3>{word("next")}</h3>
        {steps("book", Some(first), &["book_2", "book_3"])}
        {steps("question", None, &["question_1", "question_2"])}
        <p class="care">{word("urgent")}</p>
    }
}

/// The endpoint's own sentence, where the panel has a place for one.
fn said(strings: &Strings, name: &str, told: &Told) -> impl IntoView + use<> {
    let intro = strings.get(&["outcome.", name, ".said"].concat()).to_owned();
    let hidden = !told.applies("said");
    (!intro.is_empty()).then(|| {
        view! {
            <div data-when="said" hidden=hidden>
                <p>{intro}</p>
                <p class="said" data-fill="said">{told.text("said").to_owned()}</p>
            </div>
        }
    })
}

/// What can be done where delivery was not proved.
fn ways_on(strings: &Strings, name: &str) -> impl IntoView + use<> {
    let word = |part: &str| {
        Some(strings.get(&["outcome.", name, ".", part].concat()).to_owned()).filter(|it| !it.is_empty())
    };
    let note = word("note");
    // Sending again what was refused would only be refused again: there is no word for it.
    let again = word("again").map(|again| {
        view! {
            <button class="btn sends again" type="button">
                <span class="i i-reset" aria-hidden="true"></span>
                <span class="idle">{again}</span>
                <span class="busy" hidden>{strings.get("sending").to_owned()}</span>
            </button>
        }
    });
    view! {
        <div class="on">
            {again}
            {note.map(|note| view! { <p class="small soft">{note}</p> })}
            <div class="row">
                <button class="quiet look" type="button">{strings.get("look").to_owned()}</button>
                <button class="quiet" type="reset" form="booking-form">{strings.get("clear").to_owned()}</button>
            </div>
        </div>
    }
}
