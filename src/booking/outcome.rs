//! What became of a request. Stands in place of the form; its heading takes the focus.

use booking::{ContactBy, Topic};
use content::strings::Strings;
use leptos::prelude::*;
use reactive_stores::Store;

use super::Config;
use super::store::{Page, PageStoreFields, Panel, Receipt};

#[component]
pub(super) fn Outcome(strings: Strings, config: Config, page: Store<Page>) -> impl IntoView {
    move || {
        let panel = page.panel().get()?;
        let name = panel.name();
        let word = |part: &str| strings.get(&["outcome.", name, ".", part].concat()).to_owned();
        let (receipt, said) = match panel {
            Panel::Delivered(receipt) => (Some(receipt), String::new()),
            Panel::Refused(said) => (None, said),
            Panel::Uncertain | Panel::Unreachable => (None, String::new()),
        };
        let icon = if receipt.is_some() { "i i-ok" } else { "i i-alert" };
        let failed = receipt.is_none().then(|| ways_on(&strings, name));
        let delivered = receipt.map(|receipt| delivered(&strings, receipt));
        let quiet = said.is_empty();
        Some(view! {
            <div class="outcome" data-outcome=name>
                <div class="seal"><span class=icon aria-hidden="true"></span></div>
                <h2 id="booking-outcome" tabindex="-1">{word("title")}</h2>
                <p>{word("text")}</p>
                <p class="said" hidden=quiet>{said}</p>
                {delivered}
                <p class="lead">{word("call")}</p>
                <a class="tel" href=config.phone_href.clone()>{config.phone_display.clone()}</a>
                {failed}
            </div>
        })
    }
}

fn delivered(strings: &Strings, receipt: Receipt) -> impl IntoView + use<> {
    let word = |part: &str| strings.get(&["outcome.delivered.", part].concat()).to_owned();
    let topic = match receipt.topic {
        Topic::Book => "book",
        Topic::Question => "question",
    };
    let about = word(&["about_topic.", topic].concat());
    let reach = word(&["reach_by.", receipt.contact_by.map_or("either", ContactBy::wire)].concat());
    let [first, second, third] = ["_1", "_2", "_3"].map(|number| word(&["step.", topic, number].concat()));
    let reference = receipt.reference.unwrap_or_default();
    view! {
        <dl>
            <div hidden=reference.is_empty()><dt>{word("reference")}</dt><dd>{reference.clone()}</dd></div>
            <div><dt>{word("about")}</dt><dd>{about}</dd></div>
            <div><dt>{word("reach")}</dt><dd>{reach}</dd></div>
        </dl>
        <h3>{word("next")}</h3>
        <ol>
            <li>{first}</li>
            <li>{second}</li>
            <li hidden=third.is_empty()>{third.clone()}</li>
        </ol>
        <p class="care">{word("urgent")}</p>
    }
}

/// What can be done where delivery was not proved. The edge hears the buttons.
fn ways_on(strings: &Strings, name: &str) -> impl IntoView + use<> {
    let word = |part: &str| strings.get(&["outcome.", name, ".", part].concat()).to_owned();
    // Sending again what was refused would only be refused again: no word, no button.
    let again = word("again");
    let note = word("note");
    view! {
        <div class="on">
            <button class="btn sends again" type="button" hidden=again.is_empty()>
                <span class="i i-reset" aria-hidden="true"></span>
                <span class="idle">{again.clone()}</span>
                <span class="busy" hidden>{strings.get("sending").to_owned()}</span>
            </button>
            <p class="small soft" hidden=note.is_empty()>{note.clone()}</p>
            <div class="row">
                <button class="quiet look" type="button">{strings.get("outcome.look").to_owned()}</button>
                <button class="quiet" type="reset" form="booking-form">{strings.get("clear").to_owned()}</button>
            </div>
        </div>
    }
}
