//! Selectors of the page's own promises, and steps that several scenarios share.

use serde_json::{Value, json};
use tests::site::Host;
use tests::tab::{Size, Tab};
use tests::{Done, Problem, ensure};

pub(crate) const NECK: &str = "clinic-neck";
pub(crate) const BOOKING: &str = "clinic-booking";
pub(crate) const SEND: &str = "clinic-booking button[type=submit]";
pub(crate) const SUMMARY: &str = "clinic-booking [data-error-summary]";
pub(crate) const SELECTED: &str = "clinic-neck [data-selected]";

/// Typed in the form; must be found nowhere but where it was sent.
pub(crate) const NAME: &str = "Quillon Zephyrbird";
pub(crate) const PHONE: &str = "(949) 555-0143";
pub(crate) const EMAIL: &str = "quillon@zephyrbird.example";
pub(crate) const MESSAGE: &str = "xylocanary behind the left ear";

/// Selector of a structure's button in the list.
pub(crate) fn button(structure: &str) -> String {
    format!("clinic-neck button[data-structure=\"{structure}\"]")
}

/// Opens the page and waits until both roots run.
pub(crate) async fn open_ready(tab: &Tab, host: &Host, size: Size) -> Done {
    tab.open(host, "", size).await?;
    start(tab, NECK, "ready").await?;
    start(tab, BOOKING, "ready").await
}

/// Brings a root near, so that it starts, and waits for its state.
pub(crate) async fn start(tab: &Tab, root: &str, state: &str) -> Done {
    tab.centre(root).await?;
    tab.state(root, state).await
}

/// Fills what a callback needs.
pub(crate) async fn fill(tab: &Tab) -> Done {
    tab.type_in("#booking-full_name", NAME).await?;
    tab.type_in("#booking-phone", PHONE).await?;
    tab.type_in("#booking-email", EMAIL).await?;
    tab.type_in("#booking-message", MESSAGE).await?;
    if needs_consent(tab).await? {
        tab.click("#booking-consent").await?;
    }
    Ok(())
}

/// Whether the owner asks for the tick.
pub(crate) async fn needs_consent(tab: &Tab) -> Done<bool> {
    Ok(tab.js("return document.querySelector('clinic-booking').dataset.consent === 'required'").await?
        == true)
}

/// Presses Send and waits for this outcome.
pub(crate) async fn send(tab: &Tab, outcome: &str) -> Done {
    tab.click(SEND).await?;
    comes(tab, outcome).await
}

/// Waits for an outcome panel, which takes the focus.
pub(crate) async fn comes(tab: &Tab, outcome: &str) -> Done {
    let panel = format!(
        "return !!document.querySelector('clinic-booking [data-outcome={outcome}]')?.contains(document.activeElement)"
    );
    tab.wait(&format!("outcome {outcome} with the focus"), &panel).await.map(|_| ())
}

/// The value of a field.
pub(crate) async fn value(tab: &Tab, id: &str) -> Done<String> {
    let value = tab.js_with("return document.getElementById(arguments[0]).value", vec![json!(id)]).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Everything that [`fill`] typed stands in the form.
pub(crate) async fn kept(tab: &Tab) -> Done {
    for (id, typed) in [
        ("booking-full_name", NAME),
        ("booking-phone", PHONE),
        ("booking-email", EMAIL),
        ("booking-message", MESSAGE),
    ] {
        let stands = value(tab, id).await?;
        ensure!(stands == typed, "{id} holds {stands:?}, not {typed:?}");
    }
    Ok(())
}

/// What the probe saw of one kind, as text.
pub(crate) async fn probed(tab: &Tab, what: &str) -> Done<Vec<String>> {
    let list = tab.js_with("return window.__probe[arguments[0]]", vec![json!(what)]).await?;
    let list = list.as_array().ok_or_else(|| Problem::new("the page has no probe"))?;
    Ok(list.iter().map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned)).collect())
}

/// No violation of the content security policy, no uncaught error, no word in the console; Chromium's own log too.
pub(crate) async fn calm(tab: &Tab) -> Done {
    for kind in ["errors", "violations", "console"] {
        let found = probed(tab, kind).await?;
        ensure!(found.is_empty(), "{kind}: {found:#?}");
    }
    let log = tab.chromium_log("browser").await?;
    let ours: Vec<_> = log
        .iter()
        .filter_map(|entry| entry["message"].as_str())
        .filter(|text| !about_the_gpu(text) && !about_the_endpoint(text))
        .collect();
    ensure!(ours.is_empty(), "Chromium's log: {ours:#?}");
    Ok(())
}

/// What Chromium says by itself of an answer that a test made the endpoint give.
fn about_the_endpoint(text: &str) -> bool {
    text.contains("/api/booking-requests - Failed to load resource")
}

/// What Chromium says about drawing in software, on a machine without a graphics card.
fn about_the_gpu(text: &str) -> bool {
    [
        "GPU stall due to ReadPixels",
        "Automatic fallback to software WebGL",
        "GL Driver Message",
        "SwiftShader",
    ]
    .iter()
    .any(|words| text.contains(words))
}

/// A number the page gives.
pub(crate) fn number(value: &Value) -> Done<f64> {
    value.as_f64().ok_or_else(|| Problem(format!("{value} is no number")))
}
