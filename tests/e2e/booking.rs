//! The booking request: it arrives, or says that it did not; nothing typed is ever lost.

use serde_json::json;
use tests::desk::Desk;
use tests::site::{Answer, Host, Site};
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, BOOKING, EMAIL, MESSAGE, NAME, PHONE, SEND, SUMMARY, comes, fill, kept, send};

/// The page with the form running and an endpoint that answers like this.
pub(crate) async fn ready(tab: &Tab, answers: impl IntoIterator<Item = Answer>) -> Done<Host> {
    ready_at(tab, "", answers).await
}

/// The same where the form's time limit of 15 s passes in three.
async fn ready_in_a_hurry(tab: &Tab, answers: impl IntoIterator<Item = Answer>) -> Done<Host> {
    ready_at(tab, "?browser=hurry", answers).await
}

async fn ready_at(tab: &Tab, path: &str, answers: impl IntoIterator<Item = Answer>) -> Done<Host> {
    let host = Site::built()?.answers(answers).serve().await?;
    tab.open(&host, path, Size::Phone).await?;
    markup::start(tab, BOOKING, "ready").await?;
    Ok(host)
}

pub(crate) async fn native_form_arrives_at_the_front_desk(tab: Tab) -> Done {
    let desk = Desk::open()?;
    let host = Site::built()?.without_script().desk(desk.address).serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    fill(&tab).await?;
    tab.click("[name=days][value=wed]").await?;
    tab.click("[name=time_of_day][value=morning]").await?;
    tab.click(SEND).await?;
    tab.wait(
        "the static confirmation",
        "return location.pathname.endsWith('/sent/') && document.readyState === 'complete'",
    )
    .await?;
    let page = tab.js("return [document.title, document.body.innerText, location.href]").await?.to_string();
    for typed in [NAME, PHONE, EMAIL, MESSAGE] {
        ensure!(!page.contains(typed), "the confirmation repeats {typed:?}");
    }
    ensure!(tab.shown("a[href^='tel:']").await?, "the confirmation has no number");
    let list = desk.list()?;
    same!(list.len(), 1, "requests on the desk");
    let row = list[0].to_string();
    for typed in [NAME, PHONE, EMAIL, MESSAGE, "wed", "morning"] {
        ensure!(row.contains(typed), "the desk did not get {typed:?}: {row}");
    }
    Ok(())
}

pub(crate) async fn native_errors_come_back_with_what_was_typed(tab: Tab) -> Done {
    let desk = Desk::open()?;
    let host = Site::built()?.without_script().desk(desk.address).serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    tab.type_in("#booking-email", EMAIL).await?;
    tab.type_in("#booking-message", "a <b>bold</b> & \"quoted\" word").await?;
    tab.click("[name=contact_by][value=phone]").await?;
    tab.click("[name=days][value=thu]").await?;
    tab.click(SEND).await?;
    tab.wait("the page with errors", &format!("return document.readyState === 'complete' && document.querySelector('{SUMMARY}')?.getClientRects().length > 0")).await?;
    same!(markup::value(&tab, "booking-email").await?, EMAIL, "the e-mail that was typed");
    same!(
        markup::value(&tab, "booking-message").await?,
        "a <b>bold</b> & \"quoted\" word",
        "the message that was typed"
    );
    let facts = tab
        .js("const on = (css) => document.querySelector(css).checked;
             const shown = (id) => { const slot = document.getElementById(id); return slot.getClientRects().length > 0 && slot.innerText.trim().length > 5; };
             return { thu: on('[name=days][value=thu]'), mon: on('[name=days][value=mon]'), call: on('[name=contact_by][value=phone]'), name: shown('error-full_name'), phone: shown('error-phone'), email: document.getElementById('error-email').getClientRects().length > 0,
               lines: [...document.querySelectorAll('clinic-booking [data-error-summary] li a')].map((link) => [link.getAttribute('href'), document.getElementById('error-' + document.querySelector(link.getAttribute('href')).name).innerText.includes(link.innerText)]) }")
        .await?;
    let consent = markup::needs_consent(&tab).await?;
    let wrong = ["full_name", "phone"].into_iter().chain(consent.then_some("consent"));
    let lines: Vec<_> = wrong.map(|name| json!([format!("#booking-{name}"), true])).collect();
    same!(
        facts,
        json!({"thu": true, "mon": false, "call": true, "name": true, "phone": true, "email": false, "lines": lines}),
        "the form that came back"
    );
    same!(desk.list()?.len(), 0, "requests on the desk");
    // Corrected there and sent again, it arrives.
    tab.type_in("#booking-full_name", NAME).await?;
    tab.type_in("#booking-phone", PHONE).await?;
    if consent {
        tab.click("#booking-consent").await?;
    }
    tab.click(SEND).await?;
    tab.wait("the static confirmation", "return location.pathname.endsWith('/sent/')").await?;
    same!(desk.list()?.len(), 1, "requests on the desk");
    Ok(())
}

pub(crate) async fn errors_are_summed_up_where_the_focus_goes(tab: Tab) -> Done {
    let host = ready(&tab, [Answer::Delivered("NEVER")]).await?;
    tab.type_in("#booking-message", MESSAGE).await?;
    tab.type_in("#booking-phone", "12").await?;
    let title = tab.js("return document.title").await?;
    tab.click(SEND).await?;
    tab.wait(
        "the summary with the focus",
        &format!("return document.activeElement === document.querySelector('{SUMMARY}')"),
    )
    .await?;
    let facts = tab
        .js("const links = [...document.querySelectorAll('clinic-booking [data-error-summary] a')];
             return { hrefs: links.map((link) => link.hash), same: links.every((link) => document.getElementById('error-' + document.querySelector(link.hash).name).innerText.includes(link.innerText)),
               invalid: [...document.querySelectorAll('clinic-booking [aria-invalid=true]')].map((one) => one.id),
               spoken: links.every((link) => { const field = document.querySelector(link.hash); return field.getAttribute('aria-describedby').split(' ').includes('error-' + field.name); }) }")
        .await?;
    let mut wrong = vec!["booking-full_name", "booking-phone"];
    if markup::needs_consent(&tab).await? {
        wrong.push("booking-consent");
    }
    let hrefs: Vec<_> = wrong.iter().map(|id| format!("#{id}")).collect();
    same!(
        facts,
        json!({"hrefs": hrefs, "same": true, "invalid": wrong, "spoken": true}),
        "errors of the form"
    );
    same!(markup::value(&tab, "booking-phone").await?, "12", "the phone number that was typed");
    same!(markup::value(&tab, "booking-message").await?, MESSAGE, "the message that was typed");
    same!(tab.js("return document.title").await?, title, "the title");
    // A line leads to its field.
    tab.click(&format!("{SUMMARY} a")).await?;
    tab.wait("focus in the first wrong field", "return document.activeElement.id === 'booking-full_name'")
        .await?;
    ensure!(host.posts().is_empty(), "something was sent in spite of errors");
    markup::calm(&tab).await
}

pub(crate) async fn delivered_only_with_the_proof(tab: Tab) -> Done {
    // A success that proves nothing is no delivery.
    let host = ready(
        &tab,
        [
            Answer::Status(200, "<p>Thanks!</p>"),
            Answer::Status(200, "{\"ok\":\"true\"}"),
            Answer::Delivered("K7-2F9Q"),
        ],
    )
    .await?;
    fill(&tab).await?;
    send(&tab, "uncertain").await?;
    let again = "clinic-booking [data-outcome=uncertain] .btn";
    tab.click(again).await?;
    host.posted(2).await?;
    tab.wait(
        "the second answer",
        &format!("return document.querySelector('{BOOKING}').dataset.state === 'ready'"),
    )
    .await?;
    ensure!(tab.shown("[data-outcome=uncertain]").await?, "ok: \"true\" was taken for a proof");
    tab.click(again).await?;
    comes(&tab, "delivered").await?;
    tab.state(BOOKING, "done").await?;
    ensure!(tab.text("[data-outcome=delivered]").await?.contains("K7-2F9Q"), "the reference is not shown");
    ensure!(!tab.shown("#booking-full_name").await?, "the form still stands beside the confirmation");
    let typed = tab.js("return [...document.querySelectorAll('clinic-booking input:not([type=radio], [type=checkbox]), clinic-booking textarea')].map((one) => one.value).join('')").await?;
    same!(typed, "", "what still stands in the fields");
    markup::calm(&tab).await
}

pub(crate) async fn arrives_at_the_front_desk_with_script(tab: Tab) -> Done {
    let desk = Desk::open()?;
    let host = Site::built()?.desk(desk.address).serve().await?;
    tab.open(&host, "?utm_source=spring&secret=no", Size::Desktop).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    fill(&tab).await?;
    tab.click("[name=days][value=mon]").await?;
    tab.click("[name=days][value=fri]").await?;
    send(&tab, "delivered").await?;
    let list = desk.list()?;
    same!(list.len(), 1, "requests on the desk");
    let row = list[0].to_string();
    let reference = list[0]["reference"].as_str().unwrap_or("no reference").to_owned();
    ensure!(
        tab.text("[data-outcome=delivered]").await?.contains(&reference),
        "the page does not show {reference}"
    );
    for typed in [NAME, PHONE, EMAIL, MESSAGE, "mon", "fri", "utm_source=spring"] {
        ensure!(row.contains(typed), "the desk did not get {typed:?}: {row}");
    }
    ensure!(!row.contains("secret"), "more of the address was sent than the campaign");
    markup::calm(&tab).await
}

pub(crate) async fn two_presses_send_once(tab: Tab) -> Done {
    let host = ready_in_a_hurry(&tab, [Answer::Never]).await?;
    fill(&tab).await?;
    tab.centre(SEND).await?;
    // As fast as can be, in one turn and in the next.
    tab.js_with("const button = document.querySelector(arguments[0]); button.click(); button.click(); setTimeout(() => button.click(), 0)", vec![json!(SEND)]).await?;
    tab.state(BOOKING, "sending").await?;
    tab.click(SEND).await?;
    comes(&tab, "uncertain").await?;
    same!(host.posts().len(), 1, "requests that were sent");
    Ok(())
}

pub(crate) async fn what_the_desk_finds_wrong_stands_at_the_field(tab: Tab) -> Done {
    let host = ready(&tab, [Answer::FieldErrors(&[("email", "format")]), Answer::Delivered("R-1")]).await?;
    fill(&tab).await?;
    tab.click(SEND).await?;
    tab.wait(
        "the summary with the focus",
        &format!("return document.activeElement === document.querySelector('{SUMMARY}')"),
    )
    .await?;
    let text = tab.text("#error-email").await?;
    ensure!(text.contains("Enter an email address"), "not our own sentence at the field: {text:?}");
    kept(&tab).await?;
    send(&tab, "delivered").await?;
    let ids: Vec<_> = host.submissions().iter().map(|sent| sent["submission_id"].clone()).collect();
    same!(ids[0], ids[1], "id of the corrected request");
    Ok(())
}

pub(crate) async fn failure_keeps_what_was_typed_and_shows_the_number(tab: Tab) -> Done {
    let host = ready(
        &tab,
        [
            Answer::Status(503, "{}"),
            Answer::Status(403, "{\"message\":\"Closed <b>today</b>\"}"),
            Answer::Delivered("R-2"),
        ],
    )
    .await?;
    fill(&tab).await?;
    send(&tab, "unreachable").await?;
    ensure!(tab.shown("[data-outcome=unreachable] a[href^='tel:']").await?, "no number where it is needed");
    kept(&tab).await?;
    tab.click("[data-outcome=unreachable] .btn").await?;
    comes(&tab, "refused").await?;
    ensure!(
        tab.text("[data-outcome=refused]").await?.contains("Closed <b>today</b>"),
        "the desk's sentence is not shown as text"
    );
    ensure!(tab.shown("[data-outcome=refused] a[href^='tel:']").await?, "no number where it is needed");
    kept(&tab).await?;
    // Back to the form, where everything stands.
    tab.click("[data-outcome=refused] .row button[type=button]").await?;
    tab.wait("the form", "return document.getElementById('booking-full_name').getClientRects().length > 0")
        .await?;
    kept(&tab).await?;
    send(&tab, "delivered").await?;
    same!(host.posts().len(), 3, "requests that were sent");
    Ok(())
}

pub(crate) async fn uncertain_sends_the_same_request_again(tab: Tab) -> Done {
    // A connection that breaks, and one that says nothing.
    let host = ready_in_a_hurry(&tab, [Answer::Cut, Answer::Never, Answer::Delivered("R-3")]).await?;
    fill(&tab).await?;
    send(&tab, "uncertain").await?;
    kept(&tab).await?;
    ensure!(tab.shown("[data-outcome=uncertain] a[href^='tel:']").await?, "no number where it is needed");
    tab.click("[data-outcome=uncertain] .btn").await?;
    host.posted(2).await?;
    tab.wait("uncertain again", "return document.querySelector('clinic-booking').dataset.state === 'ready'")
        .await?;
    ensure!(tab.shown("[data-outcome=uncertain]").await?, "silence is not uncertain");
    tab.click("[data-outcome=uncertain] .btn").await?;
    comes(&tab, "delivered").await?;
    let mut sent = host.submissions();
    same!(sent.len(), 3, "requests that were sent");
    sent.dedup();
    same!(sent.len(), 1, "different requests that were sent");
    ensure!(sent[0]["submission_id"].as_str().is_some_and(|id| id.len() >= 8), "no submission_id");
    ensure!(sent[0]["form_version"].as_str().is_some_and(|version| !version.is_empty()), "no form_version");
    Ok(())
}

pub(crate) async fn what_is_on_its_way_cannot_be_changed(tab: Tab) -> Done {
    let host = ready_in_a_hurry(&tab, [Answer::Never]).await?;
    fill(&tab).await?;
    tab.click("[name=days][value=tue]").await?;
    tab.click(SEND).await?;
    tab.state(BOOKING, "sending").await?;
    tab.type_in("#booking-message", " and more").await?;
    tab.js("document.querySelector('[name=days][value=tue]').click(); document.querySelector('[name=topic][value=question]').click()").await?;
    let still = tab.js("return document.querySelector('clinic-booking').dataset.state").await?;
    same!(still, "sending", "the state after the tries");
    comes(&tab, "uncertain").await?;
    kept(&tab).await?;
    let boxes = "return [document.querySelector('[name=days][value=tue]').checked, document.querySelector('[name=topic][value=question]').checked]";
    same!(tab.js(boxes).await?, json!([true, false]), "the boxes");
    tab.click("[data-outcome=uncertain] .row button[type=button]").await?;
    tab.type_in("#booking-message", " and more").await?;
    same!(markup::value(&tab, "booking-message").await?, format!("{MESSAGE} and more"), "once it is back");
    same!(host.posts().len(), 1, "requests that were sent");
    Ok(())
}

pub(crate) async fn sent_again_it_says_when_it_takes_long(tab: Tab) -> Done {
    let _host = ready(&tab, [Answer::Cut, Answer::Never]).await?;
    fill(&tab).await?;
    send(&tab, "uncertain").await?;
    ensure!(!tab.shown("#booking-slow:not(:empty)").await?, "it is said before it is so");
    tab.click("[data-outcome=uncertain] .btn").await?;
    tab.wait("words that it takes long", "const said = document.querySelector('#booking-slow:not(:empty)'); return said?.getAttribute('role') === 'status' && said.getClientRects().length > 0").await?;
    same!(
        tab.js("return document.querySelector('clinic-booking').dataset.state").await?,
        "sending",
        "the state meanwhile"
    );
    Ok(())
}
