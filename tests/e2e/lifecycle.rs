//! How roots start, end and break: never at the page's cost.

use serde_json::json;
use tests::site::{Answer, Site};
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, BOOKING, NAME, NECK, start};

pub(crate) async fn hydration_changes_nothing(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    markup::open_ready(&tab, &host, Size::Desktop).await?;
    let starts = tab.js("return window.__probe.starts").await?;
    same!(
        starts,
        json!([{"mutations": [], "ok": true}, {"mutations": [], "ok": true}]),
        "what the two starts did to the document"
    );
    // Comment nodes that hydration needs are still there, and so is every control.
    ensure!(tab.shown("#booking-full_name").await?, "the form went away");
    Ok(())
}

pub(crate) async fn what_was_typed_before_the_start_stays(tab: Tab) -> Done {
    let host = Site::built()?.hold(".wasm").answers([Answer::Delivered("R-5")]).serve().await?;
    tab.open(&host, "#book", Size::Phone).await?;
    markup::fill(&tab).await?;
    tab.click("[name=days][value=tue]").await?;
    // Hides the days, which stay chosen.
    tab.click("[name=topic][value=question]").await?;
    same!(
        tab.js("return document.querySelector('clinic-booking').dataset.state").await?,
        "form",
        "state before the wasm has come"
    );
    host.release();
    tab.state(BOOKING, "ready").await?;
    markup::kept(&tab).await?;
    same!(
        tab.js("return ['[name=days][value=tue]', '[name=topic][value=question]'].map((css) => document.querySelector(css).checked)").await?,
        json!([true, true]),
        "the day and the topic that were chosen"
    );
    markup::send(&tab, "delivered").await?;
    let sent = host.submissions();
    same!(sent[0]["full_name"], NAME, "the name that was sent");
    same!(sent[0]["topic"], "question", "the topic that was sent");
    markup::calm(&tab).await
}

pub(crate) async fn removed_and_put_back_a_root_starts_again(tab: Tab) -> Done {
    let host = Site::built()?.answers([Answer::Delivered("R-6")]).serve().await?;
    markup::open_ready(&tab, &host, Size::Desktop).await?;
    tab.type_in("#booking-full_name", NAME).await?;
    for root in [NECK, BOOKING] {
        let resting = if root == NECK { "still" } else { "form" };
        let frees = tab.js("return window.__probe.frees").await?;
        let script = "window.__taken = document.querySelector(arguments[0]); window.__place = window.__taken.nextSibling; window.__around = window.__taken.parentNode; window.__taken.remove()";
        tab.js_with(script, vec![json!(root)]).await?;
        tab.wait("the root's memory freed", &format!("return window.__probe.frees === {frees} + 1")).await?;
        same!(tab.js("return window.__taken.dataset.state").await?, resting, "state of a removed <{root}>");
        tab.js("window.__around.insertBefore(window.__taken, window.__place)").await?;
        start(&tab, root, "ready").await?;
    }
    same!(tab.js("return window.__probe.starts.length").await?, 4, "starts");
    same!(markup::value(&tab, "booking-full_name").await?, NAME, "what was typed before");
    // A root that is only moved goes on.
    tab.js("const neck = document.querySelector('clinic-neck'); neck.parentNode.insertBefore(neck, neck.nextSibling)").await?;
    tab.click(&markup::button("C2")).await?;
    tab.wait(
        "a choice",
        "return document.querySelector('clinic-neck [data-selected]').textContent.trim() !== ''",
    )
    .await?;
    tab.type_in("#booking-phone", markup::PHONE).await?;
    if markup::needs_consent(&tab).await? {
        tab.click("#booking-consent").await?;
    }
    markup::send(&tab, "delivered").await?;
    markup::calm(&tab).await
}

pub(crate) async fn put_back_before_it_began_a_root_starts_once(tab: Tab) -> Done {
    let host = Site::built()?.hold(".wasm").answers([Answer::Delivered("R-9")]).serve().await?;
    tab.open(&host, "#book", Size::Desktop).await?;
    tab.click("#booking-full_name").await?;
    // Out for a moment, long enough to be let go, while its wasm is on its way.
    tab.js("const form = document.querySelector('clinic-booking'), around = form.parentNode, after = form.nextSibling; form.remove(); setTimeout(() => { around.insertBefore(form, after); window.__back = true; })").await?;
    tab.wait("put back", "return window.__back === true").await?;
    tab.click("#booking-full_name").await?;
    host.release();
    start(&tab, BOOKING, "ready").await?;
    markup::fill(&tab).await?;
    markup::send(&tab, "delivered").await?;
    same!(host.posts().len(), 1, "requests that one press sent");
    let running = "return document.querySelectorAll('[data-state=done], [data-state=ready], [data-state=starting]').length";
    let starts = tab.js("return window.__probe.starts.length").await?;
    same!(starts, tab.js(running).await?, "starts, by the roots that run");
    markup::calm(&tab).await
}

/// Takes one element out of a root, as a careless host page would.
fn without_first_label(html: &str, root: &str) -> String {
    let (before, rest) = html.split_once(&format!("<{root}")).unwrap_or((html, ""));
    let (inside, after) = rest.split_once(&format!("</{root}>")).unwrap_or((rest, ""));
    let (tag, end) = if root == BOOKING { ("<legend", "</legend>") } else { ("<button", "</button>") };
    let cut = inside.find(tag).and_then(|from| Some((from, from + inside[from..].find(end)? + end.len())));
    let inside =
        cut.map_or_else(|| inside.to_owned(), |(from, to)| format!("{}{}", &inside[..from], &inside[to..]));
    format!("{before}<{root}{inside}</{root}>{after}")
}

pub(crate) async fn broken_booking_leaves_the_neck_alive(tab: Tab) -> Done {
    let host = Site::built()?.with("index.html", |html| without_first_label(html, BOOKING)).serve().await?;
    tab.open(&host, "", Size::Desktop).await?;
    start(&tab, BOOKING, "unavailable").await?;
    start(&tab, NECK, "ready").await?;
    tab.click(&markup::button("C2")).await?;
    tab.wait(
        "a choice",
        "return document.querySelector('clinic-neck [data-selected]').textContent.trim() !== ''",
    )
    .await?;
    // The native form is untouched.
    tab.type_in("#booking-full_name", NAME).await?;
    same!(markup::value(&tab, "booking-full_name").await?, NAME, "what was typed");
    markup::calm(&tab).await
}

pub(crate) async fn broken_neck_leaves_the_booking_alive(tab: Tab) -> Done {
    let host = Site::built()?
        .with("index.html", |html| without_first_label(html, NECK))
        .answers([Answer::Delivered("R-7")])
        .serve()
        .await?;
    tab.open(&host, "", Size::Desktop).await?;
    start(&tab, NECK, "unavailable").await?;
    ensure!(tab.shown("clinic-neck img").await?, "the still went away");
    start(&tab, BOOKING, "ready").await?;
    markup::fill(&tab).await?;
    markup::send(&tab, "delivered").await?;
    markup::calm(&tab).await
}

/// A stray word stands where the view's first element is expected, which no count can tell: hydration panics.
pub(crate) async fn panic_ends_both_and_leaves_page_stills_and_form(tab: Tab) -> Done {
    let host = Site::built()?.hold(".wasm").serve().await?;
    tab.open(&host, "", Size::Desktop).await?;
    tab.js("document.querySelector('clinic-booking .root').prepend('stray')").await?;
    host.release();
    start(&tab, NECK, "ready").await?;
    let before = tab.js("return document.querySelector('article').innerText.length").await?;
    start(&tab, BOOKING, "unavailable").await?;
    tab.state(NECK, "unavailable").await?;
    let starts = tab.js("return window.__probe.starts.map((one) => one.ok)").await?;
    same!(starts, json!([true, false]), "starts that went well");
    ensure!(tab.shown("clinic-neck img").await?, "the still is not back");
    ensure!(!tab.shown("clinic-neck canvas").await?, "a dead canvas stays");
    ensure!(tab.shown("#booking-full_name").await?, "the form went away");
    let after = tab.js("return document.querySelector('article').innerText.length").await?;
    ensure!(after.as_f64() > before.as_f64().map(|length| length * 0.8), "the article went away");
    // Nothing dead answers to what the reader does.
    tab.drag((700.0, 300.0), (760.0, 300.0)).await?;
    tab.js("dispatchEvent(new Event('resize'))").await?;
    let complaints =
        [markup::probed(&tab, "violations").await?, markup::probed(&tab, "console").await?].concat();
    ensure!(complaints.is_empty(), "{complaints:?}");
    let errors = markup::probed(&tab, "errors").await?;
    ensure!(errors.is_empty(), "uncaught: {errors:?}");
    // The form posts natively: nothing of ours holds it back.
    markup::fill(&tab).await?;
    tab.click(markup::SEND).await?;
    host.posted(1).await?;
    ensure!(
        host.posts()[0].headers.contains("application/x-www-form-urlencoded"),
        "not a native form: {:?}",
        host.posts()
    );
    Ok(())
}

pub(crate) async fn without_wasm_everything_still_stands(tab: Tab) -> Done {
    let host = Site::built()?.spoil(".wasm", b"<!doctype html>not a module".to_vec()).serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    start(&tab, NECK, "unavailable").await?;
    start(&tab, BOOKING, "unavailable").await?;
    ensure!(tab.shown("clinic-neck img").await?, "the still went away");
    tab.type_in("#booking-full_name", NAME).await?;
    let errors = markup::probed(&tab, "errors").await?;
    ensure!(errors.is_empty(), "uncaught: {errors:?}");
    Ok(())
}

/// The whole page used once, and nothing to hear of it.
pub(crate) async fn nothing_complains(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    for size in [Size::Phone, Size::Desktop] {
        markup::open_ready(&tab, &host, size).await?;
        tab.click(&markup::button("C2")).await?;
        tab.wait(
            "a choice",
            "return document.querySelector('clinic-neck [data-selected]').textContent.trim() !== ''",
        )
        .await?;
        markup::calm(&tab).await?;
    }
    for path in ["neck-in-words/", "sources/", "sent/", "frame.html"] {
        tab.open(&host, path, Size::Phone).await?;
        tab.wait("the page", "return document.readyState === 'complete'").await?;
        markup::calm(&tab).await?;
    }
    Ok(())
}
