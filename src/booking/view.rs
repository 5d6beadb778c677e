//! The root as a whole: heading, form or outcome, error summary, send button.

use booking::{ContactBy, Day, Draft, Field, PartOfDay, Topic, Visited};
use content::strings::Strings;
use leptos::prelude::*;
use reactive_stores::Store;

use super::Config;
use super::data;
use super::fields::{Area, Choices, Consent, Form, Input, Text, control_id};
use super::outcome::Outcome;
use super::store::{Action, Page, PageStoreFields, is_sending, is_slow};

/// The booking request. `page`, `draft` and `act` are left out where nothing has happened yet and nothing listens:
/// in the prerendered page.
#[component]
pub fn Booking(
    strings: Strings,
    config: Config,
    #[prop(optional)] page: Option<Store<Page>>,
    /// What stands in the fields at first.
    #[prop(optional)]
    draft: Draft,
    /// Told of every press.
    #[prop(optional)]
    act: Option<UnsyncCallback<Action>>,
) -> impl IntoView {
    let page = page.unwrap_or_else(|| Store::new(Page::default()));
    let act = act.unwrap_or_else(|| UnsyncCallback::new(|_| ()));
    let word = |key: &str| strings.get(key).to_owned();
    let form = Form { strings: strings.clone(), draft, page };
    let optional = !config.consent_required;

    view! {
        <div class="booking">
            <Outcome strings=strings.clone() config=config.clone() page act/>
            <div hidden=move || page.panel().read().is_some()>
                <h2 id="booking-title">{word("title")}</h2>
                <p class="intro">{word("intro")}</p>
                <p class="urgent"><span class="i i-alert" aria-hidden="true"></span><span>{word("urgent")}</span></p>
                <form
                    class="form"
                    id="booking-form"
                    method="post"
                    action=config.action
                    {..data::adapter(config.adapter)}
                    {..data::endpoint(config.endpoint)}
                    {..data::topic(move || page.question().get().then_some("question"))}
                    novalidate
                    on:input=move |_| act.run(Action::Type)
                    on:reset=move |_| act.run(Action::Clear)
                    on:submit=move |event| {
                        event.prevent_default();
                        act.run(Action::Send);
                    }
                >
                    <Summary strings=strings.clone() page act/>
                    <Restored strings=strings.clone() page/>
                    <Choices form=form.clone() field=Field::Topic values=wires(Topic::ALL, Topic::wire) class="field both topic"/>
                    <Text form=form.clone() field=Field::FullName input=Input::NAME class="field both"/>
                    <Text form=form.clone() field=Field::Phone input=Input::PHONE/>
                    <Text form=form.clone() field=Field::Email input=Input::EMAIL/>
                    <Choices form=form.clone() field=Field::ContactBy values=wires(ContactBy::ALL, ContactBy::wire)/>
                    <Choices form=form.clone() field=Field::VisitedBefore values=wires(Visited::ALL, Visited::wire)/>
                    <Choices form=form.clone() field=Field::Days values=wires(Day::ALL, Day::wire) class="field times"/>
                    <Choices form=form.clone() field=Field::TimeOfDay values=wires(PartOfDay::ALL, PartOfDay::wire) class="field times"/>
                    <Area form=form.clone() field=Field::TimesNote class="field times"/>
                    <Area form=form.clone() field=Field::Message class="field message"/>
                    <Consent form optional/>
                    <Send strings page/>
                </form>
            </div>
        </div>
    }
}

fn wires<T: Copy>(all: &[T], wire: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|choice| wire(*choice)).collect()
}

/// Everything to correct, each line leading to its field. It takes the focus when it appears.
#[component]
fn Summary(strings: Strings, page: Store<Page>, act: UnsyncCallback<Action>) -> impl IntoView {
    let lines = move || {
        let corrections = page.corrections().get();
        corrections
            .into_iter()
            .map(|correction| {
                let field = correction.field;
                let follow = move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    act.run(Action::GoTo(field));
                };
                let href = ["#", &control_id(field, "")].concat();
                view! { <li><a href=href on:click=follow>{correction.sentence}</a></li> }
            })
            .collect_view()
    };
    view! {
        <div
            class="sum both"
            {..data::error_summary(true)}
            role="group"
            aria-labelledby="booking-errors"
            tabindex="-1"
            hidden=move || page.corrections().read().is_empty()
        >
            <h3 id="booking-errors">{strings.get("errors.title").to_owned()}</h3>
            <ul>{lines}</ul>
            <p class="small soft">{strings.get("errors.kept").to_owned()}</p>
        </div>
    }
}

/// Says that a draft was put back, and offers to drop it.
#[component]
fn Restored(strings: Strings, page: Store<Page>) -> impl IntoView {
    move || {
        page.restored().get().then(|| {
            view! {
                <p class="small soft both" role="status">
                    {strings.get("restored").to_owned()} " "
                    <button class="quiet" type="reset">{strings.get("clear").to_owned()}</button>
                </p>
            }
        })
    }
}

/// The button, what is said while an answer takes long, and the small print.
#[component]
fn Send(strings: Strings, page: Store<Page>) -> impl IntoView {
    let sending = move || is_sending(&page.sending().read());
    let slow = strings.get("still_sending").to_owned();
    let print = strings.get("small_print").to_owned();
    let label = move || strings.get(if sending() { "sending" } else { "send" }).to_owned();
    view! {
        <div class="send both">
            // Not `disabled`: that would drop the focus.
            <button class="btn main" type="submit" aria-disabled=move || sending().then_some("true")>{label}</button>
            <p class="small soft" role="status">
                {move || is_slow(&page.sending().read()).then(|| slow.clone())}
            </p>
            <p class="small soft">{print}</p>
        </div>
    }
}
