//! What became of a request. Stands in place of the form; its heading takes the focus.

use booking::{ContactBy, Topic};
use content::strings::Strings;
use leptos::either::Either;
use leptos::prelude::*;
use reactive_stores::Store;

use super::Config;
use super::store::{Action, Page, PageStoreFields, Panel, Receipt, is_sending};

#[component]
pub(super) fn Outcome(
    strings: Strings,
    config: Config,
    page: Store<Page>,
    act: UnsyncCallback<Action>,
) -> impl IntoView {
    move || {
        let panel = page.panel().get()?;
        let name = panel.name();
        let word = |part: &str| strings.get(&["outcome.", name, ".", part].concat()).to_owned();
        let icon = if name == "delivered" { "i i-ok" } else { "i i-alert" };
        let said = match &panel {
            Panel::Refused(said) => Some(said.clone()),
            _ => None,
        };
        let text = word(if said.as_deref() == Some("") { "silent" } else { "text" });
        let said = said.filter(|said| !said.is_empty());
        let rest = match panel {
            Panel::Delivered(receipt) => Either::Left(delivered(&strings, &receipt)),
            _ => Either::Right(()),
        };
        let lead = match name {
            "delivered" => word("call"),
            _ => strings.get("outcome.call").to_owned(),
        };
        Some(view! {
            <div class="outcome" data-outcome=name>
                <div class="seal"><span class=icon aria-hidden="true"></span></div>
                <h2 id="booking-outcome" tabindex="-1">{word("title")}</h2>
                <p>{text}</p>
                {said.map(|said| view! { <p class="said">{said}</p> })}
                {rest}
                <p class="lead">{lead}</p>
                <a class="tel" href=config.phone_href.clone()>{config.phone_display.clone()}</a>
                {(name != "delivered").then(|| ways_on(&strings, name, page, act))}
            </div>
        })
    }
}

fn delivered(strings: &Strings, receipt: &Receipt) -> impl IntoView + use<> {
    let word = |part: &str| strings.get(&["outcome.delivered.", part].concat()).to_owned();
    let (about, steps): (_, &[&str]) = match receipt.topic {
        Topic::Book => ("about_topic.book", &["step.book_1", "step.book_2", "step.book_3"]),
        Topic::Question => ("about_topic.question", &["step.question_1", "step.question_2"]),
    };
    let reach = ["reach_by.", receipt.contact_by.map_or("either", ContactBy::wire)].concat();
    let facts = [
        receipt.reference.clone().map(|reference| (word("reference"), reference)),
        Some((word("about"), word(about))),
        Some((word("reach"), word(&reach))),
    ];
    let facts =
        facts.into_iter().flatten().map(|(term, fact)| view! { <div><dt>{term}</dt><dd>{fact}</dd></div> });
    let steps = steps.iter().map(|step| view! { <li>{word(step)}</li> });
    view! {
        <dl>{facts.collect_view()}</dl>
        <h3>{word("next")}</h3>
        <ol>{steps.collect_view()}</ol>
        <p class="care">{word("urgent")}</p>
    }
}

/// What can be done where delivery was not proved.
fn ways_on(
    strings: &Strings,
    name: &'static str,
    page: Store<Page>,
    act: UnsyncCallback<Action>,
) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).to_owned();
    // Sending again what was refused would only be refused again.
    let again = (name != "refused").then(|| {
        let strings = strings.clone();
        let note = (name == "uncertain").then(|| word("outcome.uncertain.note"));
        let key = ["outcome.", name, ".again"].concat();
        let sending = move || is_sending(&page.sending().read());
        let label = move || strings.get(if sending() { "sending" } else { &key }).to_owned();
        view! {
            <button class="btn" type="button" aria-disabled=move || sending().then_some("true") on:click=move |_| act.run(Action::Send)>
                <span class="i i-reset" aria-hidden="true"></span><span>{label}</span>
            </button>
            {note.map(|note| view! { <p class="small soft">{note}</p> })}
        }
    });
    view! {
        <div class="on">
            {again}
            <div class="row">
                <button class="quiet" type="button" on:click=move |_| act.run(Action::Look)>{word("outcome.look")}</button>
                <button class="quiet" type="reset" form="booking-form">{word("clear")}</button>
            </div>
        </div>
    }
}
