//! What a patient types or taps is nobody else's: no address, title, storage, cookie, console, foreign request.

use serde_json::json;
use tests::site::{Answer, Host, Site};
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, EMAIL, MESSAGE, NAME, PHONE, probed};

/// Parts of what is typed that would be recognised in any encoding of an address.
const CANARIES: [&str; 4] = ["Zephyrbird", "555-0143", "quillon", "xylocanary"];

fn holds_canary(text: &str) -> bool {
    let text = text.to_lowercase();
    CANARIES.iter().any(|canary| text.contains(&canary.to_lowercase()))
}

pub(crate) async fn what_is_typed_goes_nowhere_else(tab: Tab) -> Done {
    let host = Site::built()?
        .answers([Answer::FieldErrors(&[("phone", "format")]), Answer::Cut, Answer::Delivered("R-12")])
        .serve()
        .await?;
    markup::open_ready(&tab, &host, Size::Desktop).await?;
    tab.js("window.__told = []; for (const name of ['view', 'interact', 'form-start', 'form-error', 'submit-delivered', 'submit-failed', 'scene']) document.addEventListener('clinic:' + name, (event) => window.__told.push([event.type, event.detail ?? null, event.bubbles, event.composed]))").await?;
    tab.click(&markup::button("C5")).await?;
    ensure!(
        [NAME, PHONE, EMAIL, MESSAGE].iter().all(|typed| holds_canary(typed)),
        "the canaries do not sing"
    );
    markup::fill(&tab).await?;
    nowhere(&tab, &host, true).await?;
    tab.click(markup::SEND).await?;
    tab.wait(
        "the desk's complaint",
        "return document.activeElement === document.querySelector('[data-error-summary]')",
    )
    .await?;
    nowhere(&tab, &host, true).await?;
    markup::send(&tab, "uncertain").await?;
    nowhere(&tab, &host, true).await?;
    tab.click("[data-outcome] .btn").await?;
    markup::comes(&tab, "delivered").await?;
    nowhere(&tab, &host, false).await?;
    let told = tab.js("return window.__told").await?;
    let told = told.as_array().cloned().unwrap_or_default();
    for name in ["clinic:form-start", "clinic:form-error", "clinic:submit-failed", "clinic:submit-delivered"]
    {
        ensure!(told.iter().any(|event| event[0] == name), "no event {name}: {told:?}");
    }
    ensure!(
        told.iter().all(|event| event[1].is_null() && event[2] == true),
        "an event carries something: {told:?}"
    );
    markup::calm(&tab).await
}

/// `draft`: the tab's own draft may hold what was typed. In the markup only the confirmation's own lines may repeat it.
async fn nowhere(tab: &Tab, host: &Host, draft: bool) -> Done {
    let places = tab
        .js("return { url: location.href, title: document.title, state: JSON.stringify(history.state), name: window.name, local: JSON.stringify({ ...localStorage }), cookie: document.cookie, fetched: window.__probe.fetched.join(' '), console: window.__probe.console.join(' '), session: JSON.stringify({ ...sessionStorage }), html: (() => { const root = document.querySelector('clinic-booking').cloneNode(true); for (const one of root.querySelectorAll('[data-outcome=delivered] [data-fill]')) one.remove(); return root.outerHTML; })() }")
        .await?;
    for place in ["url", "title", "state", "name", "local", "cookie", "fetched", "console", "html"] {
        let text = places[place].as_str().unwrap_or_default();
        ensure!(!holds_canary(text), "what was typed stands in {place}: {text}");
    }
    let session = places["session"].as_str().unwrap_or_default();
    ensure!(draft || !holds_canary(session), "the draft outlives the delivery: {session}");
    if !draft {
        // With the time, and only where the owner lets the tab keep anything.
        let kept = tab.js("return Object.entries(sessionStorage).map(([key, list]) => [key, JSON.parse(list).slice(1)])").await?;
        let reference = json!([["clinic-booking-sent", ["R-12"]]]);
        ensure!(kept == reference || kept == json!([]), "more than the reference is kept: {kept}");
    }
    let stores = tab.js_later("Promise.all([window.indexedDB?.databases?.().catch(() => []) ?? [], window.caches?.keys().catch(() => []) ?? [], navigator.serviceWorker?.getRegistrations().catch(() => []) ?? []]).then((all) => done(all.map((one) => one.length)), () => done([0, 0, 0]))", vec![]).await?;
    same!(stores, json!([0, 0, 0]), "databases, caches and service workers");
    for seen in host.seen() {
        let post = seen.method == "POST";
        ensure!(
            !holds_canary(&seen.path) && !holds_canary(&seen.headers),
            "what was typed travels in {} {}",
            seen.path,
            seen.headers
        );
        ensure!(post || !holds_canary(&seen.body), "what was typed travels to {}", seen.path);
    }
    Ok(())
}

pub(crate) async fn only_our_own_host_is_asked(tab: Tab) -> Done {
    let host = Site::built()?.answers([Answer::Delivered("R-13")]).serve().await?;
    markup::open_ready(&tab, &host, Size::Phone).await?;
    tab.click(&markup::button("disc_c5c6")).await?;
    markup::fill(&tab).await?;
    markup::send(&tab, "delivered").await?;
    let fetched = probed(&tab, "fetched").await?;
    ensure!(fetched.len() > 3, "the probe saw too little: {fetched:?}");
    let foreign: Vec<_> =
        fetched.iter().filter(|url| !url.starts_with(&host.origin) && !url.starts_with("data:")).collect();
    ensure!(foreign.is_empty(), "foreign addresses were asked: {foreign:?}");
    // Chromium's own record of every request, whoever made it.
    for entry in tab.chromium_log("performance").await? {
        let message: serde_json::Value = serde_json::from_str(entry["message"].as_str().unwrap_or("{}"))?;
        let event = &message["message"];
        if event["method"] == "Network.requestWillBeSent" {
            let url = event["params"]["request"]["url"].as_str().unwrap_or_default();
            let ours = url.starts_with(&host.origin)
                || url.starts_with("data:")
                || url.starts_with("blob:")
                || url.starts_with("about:");
            ensure!(ours, "a request to {url}");
        }
    }
    // Nor does the markup prepare one.
    let ahead = tab
        .js("return [...document.querySelectorAll('link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=preload], script[src], img[src], link[rel=stylesheet]')].map((one) => one.href ?? one.src).filter((url) => url && new URL(url).origin !== location.origin)")
        .await?;
    same!(ahead, json!([]), "foreign addresses in the page");
    // Only Send spoke to the endpoint, once.
    same!(host.posts().len(), 1, "requests that reached the endpoint");
    Ok(())
}
