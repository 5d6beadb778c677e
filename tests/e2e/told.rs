//! What the form says of what is wrong and of what was sent: as long as it is so, and no longer.

use serde_json::json;
use tests::desk::Desk;
use tests::site::{Answer, Site};
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::booking::ready;
use crate::markup::{self, BOOKING, EMAIL, NAME, PHONE, SEND, SUMMARY, fill, send};

/// Which fields are marked wrong, which are named above the form, and where the focus is.
const WRONG: &str = "const root = document.querySelector('clinic-booking');
    const shown = (one) => one.getClientRects().length > 0;
    return { slots: [...root.querySelectorAll('[data-error-for]')].filter(shown).map((slot) => slot.dataset.errorFor),
        invalid: [...root.querySelectorAll('[aria-invalid=true]')].map((one) => one.name),
        lines: [...root.querySelectorAll('[data-error-summary] a')].map((link) => link.hash.slice(9)),
        summary: shown(root.querySelector('[data-error-summary]')), focus: document.activeElement.id }";

pub(crate) async fn an_error_goes_once_it_is_put_right(tab: Tab) -> Done {
    let host = ready(&tab, []).await?;
    tab.click("[name=contact_by][value=text]").await?;
    tab.click(SEND).await?;
    tab.wait(
        "the summary",
        &format!("return document.activeElement === document.querySelector('{SUMMARY}')"),
    )
    .await?;
    let consent = markup::needs_consent(&tab).await?;
    let wrong = |fields: &[&'static str], focus: &str| {
        let fields: Vec<_> =
            fields.iter().copied().chain(consent.then_some("consent")).collect::<Vec<&'static str>>();
        json!({"slots": fields, "invalid": fields, "lines": fields, "summary": !fields.is_empty(), "focus": focus})
    };
    same!(tab.js(WRONG).await?, wrong(&["full_name", "phone"], ""), "what is wrong at first");
    tab.type_in("#booking-full_name", NAME).await?;
    same!(tab.js(WRONG).await?, wrong(&["phone"], "booking-full_name"), "once there is a name");
    // Half a number is no number; a mistake that is new is not told while somebody types.
    tab.type_in("#booking-email", "quillon@").await?;
    tab.type_in("#booking-phone", "949 555").await?;
    same!(tab.js(WRONG).await?, wrong(&["phone"], "booking-phone"), "with half a number");
    // Another way to be reached is another rule for the number.
    tab.js("document.getElementById('booking-email').value = ''; document.getElementById('booking-phone').value = ''").await?;
    tab.type_in("#booking-email", EMAIL).await?;
    same!(tab.js(WRONG).await?, wrong(&["phone"], "booking-email"), "for a text message without a number");
    tab.click("[name=contact_by][value=email]").await?;
    same!(tab.js(WRONG).await?, wrong(&[], "booking-contact_by-email"), "to be answered by e-mail");
    if consent {
        tab.click("#booking-consent").await?;
        let nothing: [&str; 0] = [];
        let none = json!({"slots": nothing, "invalid": nothing, "lines": nothing, "summary": false, "focus": "booking-consent"});
        same!(tab.js(WRONG).await?, none, "once the box is ticked");
    }
    ensure!(host.posts().is_empty(), "something was sent");
    markup::calm(&tab).await
}

/// Sent without script, put right with it.
pub(crate) async fn an_error_of_the_desks_page_goes_too(tab: Tab) -> Done {
    let desk = Desk::open()?;
    let host = Site::built()?.desk(desk.address).serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    tab.js("document.querySelector('clinic-booking form').submit()").await?;
    tab.wait(
        "the page of errors",
        "return location.pathname.endsWith('/booking-requests') && document.readyState === 'complete'",
    )
    .await?;
    markup::start(&tab, BOOKING, "ready").await?;
    let lines = "return [...document.querySelectorAll('[data-error-summary] a')].map((link) => link.hash)";
    let before = tab.js(lines).await?.as_array().map_or(0, Vec::len);
    tab.type_in("#booking-full_name", NAME).await?;
    let after = tab.js(lines).await?;
    ensure!(!after.to_string().contains("full_name"), "the name is there and asked for: {after}");
    same!(after.as_array().map_or(0, Vec::len), before - 1, "errors that are left");
    ensure!(!tab.shown("#error-full_name").await?, "the sentence at the name stays");
    ensure!(tab.shown("#error-phone").await?, "the sentence at the phone number went");
    Ok(())
}

pub(crate) async fn the_confirmation_says_what_was_chosen(tab: Tab) -> Done {
    let _host = ready(&tab, [Answer::Delivered("R-21")]).await?;
    fill(&tab).await?;
    for choice in
        ["contact_by][value=text", "days][value=tue", "days][value=fri", "time_of_day][value=morning"]
    {
        tab.click(&format!("[name={choice}]")).await?;
    }
    tab.type_in("#booking-times_note", "not before <i>9</i>").await?;
    send(&tab, "delivered").await?;
    let said = tab.text("[data-outcome=delivered]").await?;
    for piece in
        ["R-21", PHONE, EMAIL, "Tuesday", "Friday", "Morning", "not before <i>9</i>", "By text message"]
    {
        ensure!(said.contains(piece), "the confirmation does not say {piece:?}: {said}");
    }
    for piece in ["Monday", "Afternoon", "We call you", "We email you", NAME] {
        ensure!(!said.contains(piece), "the confirmation says {piece:?}: {said}");
    }
    let first = tab.js("return [...document.querySelectorAll('[data-outcome=delivered] ol')].find((list) => list.getClientRects().length > 0).querySelector('li').innerText").await?;
    ensure!(first.as_str().is_some_and(|step| step.starts_with("We text you")), "the first step is {first}");
    markup::calm(&tab).await
}

pub(crate) async fn a_reload_still_knows_what_was_sent(tab: Tab) -> Done {
    let host = ready(&tab, [Answer::Delivered("R-22")]).await?;
    ensure!(!tab.shown("#booking-sent").await?, "something is said to be sent before it is");
    fill(&tab).await?;
    send(&tab, "delivered").await?;
    let kept = tab.js("return JSON.stringify({ ...sessionStorage })").await?.to_string();
    for typed in [NAME, "555", "quillon", "xylocanary"] {
        ensure!(!kept.contains(typed), "what was typed is kept: {kept}");
    }
    let again = async || -> Done {
        tab.open(&host, "neck-in-words/", Size::Phone).await?;
        tab.open(&host, "", Size::Phone).await?;
        markup::start(&tab, BOOKING, "ready").await
    };
    again().await?;
    let said = tab.text("#booking-sent").await?;
    ensure!(said.contains("R-22"), "the form does not say what was sent: {said:?}");
    ensure!(tab.shown("#booking-full_name").await?, "there is no form");
    ensure!(!tab.shown("#booking-restored").await?, "what was delivered is offered again");
    same!(markup::value(&tab, "booking-full_name").await?, "", "the name");
    // Sent almost half an hour ago, by this tab's clock: two seconds are left. Typing does not make it younger.
    tab.js("const key = 'clinic-booking-sent', list = JSON.parse(sessionStorage[key]); list[0] -= 1798000; sessionStorage[key] = JSON.stringify(list)").await?;
    again().await?;
    tab.js("document.querySelector('clinic-booking').remove()").await?;
    tab.wait("nothing kept", "return sessionStorage.length === 0").await.map(|_| ())
}
