//! What the form keeps of what was typed, and when it lets it go.

use serde_json::json;
use tests::desk::Desk;
use tests::site::{Answer, Site};
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::booking::ready;
use crate::markup::{self, BOOKING, fill, kept, send};

pub(crate) async fn filled_in_for_somebody_else_it_is_another_request(tab: Tab) -> Done {
    let host =
        ready(&tab, [Answer::Status(200, "{}"), Answer::Status(200, "{}"), Answer::Delivered("R-8")]).await?;
    fill(&tab).await?;
    send(&tab, "uncertain").await?;
    let change = async |fields: &[(&str, &str)]| -> Done {
        tab.click("[data-outcome=uncertain] .row button[type=button]").await?;
        for (id, value) in fields {
            tab.js_with(
                "const field = document.getElementById(arguments[0]); field.value = ''",
                vec![json!(id)],
            )
            .await?;
            tab.type_in(&format!("#{id}"), value).await?;
        }
        Ok(())
    };
    // A number put right is the same request; the page may have been loaded again meanwhile.
    change(&[("booking-phone", "949 555 0144")]).await?;
    send(&tab, "uncertain").await?;
    let on = tab.js("return document.querySelector('clinic-booking').dataset.draft === 'tab'").await? == true;
    ensure!(on, "the tab keeps no draft, so a reload forgets what was sent");
    tab.open(&host, "neck-in-words/", Size::Phone).await?;
    tab.open(&host, "", Size::Phone).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    for (id, value) in [
        ("booking-full_name", "Ben Roy"),
        ("booking-phone", "949 555 0155"),
        ("booking-email", "ben@example.com"),
    ] {
        tab.js_with("document.getElementById(arguments[0]).value = ''", vec![json!(id)]).await?;
        tab.type_in(&format!("#{id}"), value).await?;
    }
    send(&tab, "delivered").await?;
    let ids: Vec<_> = host.submissions().iter().map(|sent| sent["submission_id"].clone()).collect();
    same!(ids.len(), 3, "requests that were sent");
    same!(ids[0], ids[1], "id of the corrected request");
    ensure!(ids[1] != ids[2], "another person's request has the id of the first");
    Ok(())
}

pub(crate) async fn draft_is_back_in_this_tab_and_gone_after_clear(tab: Tab) -> Done {
    let host = ready(&tab, [Answer::Delivered("R-4")]).await?;
    let on = tab.js("return document.querySelector('clinic-booking').dataset.draft === 'tab'").await? == true;
    fill(&tab).await?;
    tab.click("[name=days][value=tue]").await?;
    // Left and come back to in the same tab. (On a mere reload Firefox fills the fields itself.)
    tab.open(&host, "neck-in-words/", Size::Phone).await?;
    tab.open(&host, "", Size::Phone).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    if on {
        kept(&tab).await?;
        same!(
            tab.js("return document.querySelector('[name=days][value=tue]').checked").await?,
            true,
            "the day that was chosen"
        );
        tab.click("clinic-booking form button[type=reset]").await?;
        tab.wait("an empty form", "return document.getElementById('booking-full_name').value === ''").await?;
    }
    let stored = tab
        .js("return JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])")
        .await?;
    ensure!(!stored.to_string().contains("Zephyrbird"), "what was cleared is still stored: {stored}");
    Ok(())
}

/// The clock of the draft runs on after a reload, and without the form.
pub(crate) async fn draft_is_forgotten_in_time_also_after_a_reload(tab: Tab) -> Done {
    let host = ready(&tab, []).await?;
    let on = tab.js("return document.querySelector('clinic-booking').dataset.draft === 'tab'").await? == true;
    ensure!(on, "the tab keeps no draft");
    fill(&tab).await?;
    let stored = "return JSON.stringify({ ...sessionStorage }).includes('Zephyrbird')";
    same!(tab.js(stored).await?, true, "what is kept while somebody types");
    // Kept almost half an hour ago, by this tab's clock: two seconds are left.
    tab.js("const key = 'clinic-booking-draft', list = JSON.parse(sessionStorage[key]); list[0] -= 1798000; sessionStorage[key] = JSON.stringify(list)").await?;
    tab.open(&host, "neck-in-words/", Size::Phone).await?;
    tab.open(&host, "", Size::Phone).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    tab.js("document.querySelector('clinic-booking').remove()").await?;
    tab.wait("nothing kept", "return sessionStorage.length === 0").await.map(|_| ())
}

/// What the front desk wrote into its page of errors is what was typed, so "clear" takes it too.
pub(crate) async fn clear_empties_a_page_of_errors_too(tab: Tab) -> Done {
    let desk = Desk::open()?;
    let host = Site::built()?.desk(desk.address).serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    tab.js("const form = document.querySelector('clinic-booking form'); form.querySelector('#booking-full_name').value = 'Ada'; form.querySelector('#booking-message').value = 'words'; form.querySelector('[name=days][value=tue]').checked = true; form.querySelector('[name=topic][value=question]').checked = true; form.submit()").await?;
    tab.wait(
        "the page of errors",
        "return location.pathname.endsWith('/booking-requests') && document.readyState === 'complete'",
    )
    .await?;
    markup::start(&tab, BOOKING, "ready").await?;
    let stands = "const form = document.querySelector('clinic-booking form'); return [form.querySelector('#booking-full_name').value, form.querySelector('#booking-message').value, form.querySelector('[name=days][value=tue]').checked, form.querySelector('[name=topic]:checked').value, form.querySelector('[data-error-summary]').hidden]";
    same!(tab.js(stands).await?, json!(["Ada", "words", true, "question", false]), "the page of errors");
    tab.js("document.querySelector('clinic-booking form').reset()").await?;
    tab.wait("no errors", "return document.querySelector('clinic-booking [data-error-summary]').hidden")
        .await?;
    same!(tab.js(stands).await?, json!(["", "", false, "book", true]), "after clear");
    Ok(())
}

/// Sent before the script was there, and wrong: the page of errors goes on with script.
pub(crate) async fn a_page_of_errors_starts_and_keeps_what_it_says(tab: Tab) -> Done {
    let desk = Desk::open()?;
    let host = Site::built()?.desk(desk.address).serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    // A draft of this tab that is older than what is sent.
    tab.type_in("#booking-full_name", "Grace").await?;
    tab.js("const form = document.querySelector('clinic-booking form'); form.querySelector('#booking-full_name').value = 'Ada'; form.submit()").await?;
    tab.wait(
        "the page of errors",
        "return location.pathname.endsWith('/booking-requests') && document.readyState === 'complete'",
    )
    .await?;
    markup::start(&tab, BOOKING, "ready").await?;
    let shown = "return [document.querySelector('[data-error-summary]').hidden, document.querySelectorAll('[data-error-summary] a').length > 0, document.querySelector('#booking-full_name').value]";
    same!(tab.js(shown).await?, json!([false, true, "Ada"]), "the errors and what was typed");
    fill(&tab).await?;
    send(&tab, "delivered").await?;
    same!(desk.list()?.len(), 1, "requests on the desk");
    Ok(())
}

/// Send pressed while the script was not there: what the form kept before must not invite a second request.
pub(crate) async fn draft_is_gone_once_delivered_without_script(tab: Tab) -> Done {
    let desk = Desk::open()?;
    let host = Site::built()?.desk(desk.address).serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    fill(&tab).await?;
    let stored = "return JSON.stringify({ ...sessionStorage }).includes('Zephyrbird')";
    same!(tab.js(stored).await?, true, "what is kept while somebody types");
    tab.js("sessionStorage.other = 'of the host'; document.querySelector('clinic-booking form').submit()")
        .await?;
    tab.wait(
        "the static confirmation",
        "return location.pathname.endsWith('/sent/') && document.readyState === 'complete'",
    )
    .await?;
    same!(tab.js("return { ...sessionStorage }").await?, json!({"other": "of the host"}), "what is kept");
    markup::calm(&tab).await?;
    tab.open(&host, "", Size::Phone).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    ensure!(!tab.shown("#booking-restored").await?, "what was delivered is offered again");
    same!(markup::value(&tab, "booking-full_name").await?, "", "the name");
    same!(desk.list()?.len(), 1, "requests on the desk");
    Ok(())
}

/// Sent without script to a desk that was busy; then the script starts in the page that says so.
pub(crate) async fn a_page_of_a_busy_desk_still_leads_to_the_phone(tab: Tab) -> Done {
    let desk = Desk::open_with(&["--per-minute", "1"])?;
    let host = Site::built()?.desk(desk.address).serve().await?;
    let heading = "return document.querySelector('clinic-booking [data-error-summary] h3').textContent";
    let mut headings = Vec::new();
    for ending in ["/sent/", "/booking-requests"] {
        tab.open(&host, "", Size::Phone).await?;
        headings.push(tab.js(heading).await?);
        fill(&tab).await?;
        tab.js("document.querySelector('clinic-booking form').submit()").await?;
        tab.wait(
            "the answer",
            &format!("return location.pathname.endsWith('{ending}') && document.readyState === 'complete'"),
        )
        .await?;
    }
    markup::start(&tab, BOOKING, "ready").await?;
    ensure!(tab.js(heading).await? != headings[0], "the page does not say that it was not sent");
    // Heard after the form's own listener, and without a call.
    tab.js("document.addEventListener('click', (event) => { window.__stopped = event.defaultPrevented; event.preventDefault(); }, { once: true }); document.querySelector('[data-error-summary] a[href^=\"tel:\"]').click()").await?;
    same!(tab.js("return window.__stopped").await?, false, "whether the number is a dead link");
    tab.js("document.getElementById('booking-full_name').value = ''").await?;
    tab.click(markup::SEND).await?;
    tab.wait(
        "the line of the name",
        "return !!document.querySelector('[data-error-summary] a[href=\"#booking-full_name\"]')",
    )
    .await?;
    same!(tab.js(heading).await?, headings[0], "the heading of what has to be corrected");
    Ok(())
}
