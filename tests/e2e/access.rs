//! Equal access: by keyboard, in the dark, in forced colours, without motion, for machines that read aloud.

use serde_json::{Value, json};
use tests::audit::axe;
use tests::browser::Engine;
use tests::picture::{contrast, rgb};
use tests::site::{Answer, Site};
use tests::tab::{Key, PATIENCE, Size, Tab};
use tests::{Done, Problem, ensure, same};

use crate::markup::{self, BOOKING, NECK, SELECTED, SEND, SUMMARY, button};
use crate::neck::rest;

/// From the address bar to a delivered request without ever touching the mouse.
pub(crate) async fn keyboard_alone_makes_the_whole_journey(tab: Tab) -> Done {
    let host = Site::built()?.answers([Answer::Delivered("R-9")]).serve().await?;
    tab.open(&host, "", Size::Desktop).await?;
    // The first stop leads past the header.
    tab.tab_to("a[href^='#']", 1).await?;
    tab.key(Key::Enter).await?;
    tab.wait("the article reached", "return location.hash.length > 1").await?;
    tab.tab_to("clinic-neck *", 90).await?;
    tab.state(NECK, "ready").await?;
    tab.tab_to("clinic-neck input[name=bend], clinic-neck button[data-structure]", 60).await?;
    if tab.js("return document.activeElement.name === 'bend'").await? == true {
        tab.key(Key::Right).await?;
        tab.tab_to("clinic-neck button[data-structure]", 60).await?;
    }
    tab.key(Key::Space).await?;
    tab.wait(
        "a choice by key",
        &format!("return document.querySelector('{SELECTED}').innerText.trim() !== ''"),
    )
    .await?;
    tab.tab_to("clinic-booking input", 160).await?;
    tab.state(BOOKING, "ready").await?;
    tab.tab_to("#booking-full_name", 12).await?;
    seen(&tab).await?;
    tab.write("Ada").await?;
    tab.tab_to(SEND, 60).await?;
    tab.key(Key::Enter).await?;
    tab.wait(
        "the summary with the focus",
        &format!("return document.activeElement === document.querySelector('{SUMMARY}')"),
    )
    .await?;
    tab.tab_to("[data-error-summary] a", 2).await?;
    tab.key(Key::Enter).await?;
    tab.wait("the focus in the phone field", "return document.activeElement.id === 'booking-phone'").await?;
    tab.write(markup::PHONE).await?;
    if markup::needs_consent(&tab).await? {
        tab.tab_to("#booking-consent", 60).await?;
        tab.key(Key::Space).await?;
    }
    tab.tab_to(SEND, 60).await?;
    seen(&tab).await?;
    tab.key(Key::Enter).await?;
    markup::comes(&tab, "delivered").await?;
    markup::calm(&tab).await
}

/// Whoever has the focus shows it, and nothing lies over it.
async fn seen(tab: &Tab) -> Done {
    let script = "const on = document.activeElement; const style = getComputedStyle(on); const box = on.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return { ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none', free: on === top || on.contains(top) || !!top?.closest('label')?.contains(on), what: on.outerHTML.slice(0, 80) }";
    let facts = tab.js(script).await?;
    ensure!(facts["ring"] == true && facts["free"] == true, "the focus is not seen: {facts}");
    Ok(())
}

/// axe in every designed state, each reached as a reader reaches it.
async fn states(tab: &Tab) -> Done {
    let mut found = Vec::new();
    let host = Site::built()?
        .answers([
            Answer::Cut,
            Answer::Status(503, "{}"),
            Answer::Status(403, "{\"message\":\"Closed\"}"),
            Answer::Delivered("R-10"),
        ])
        .serve()
        .await?;
    for path in ["neck-in-words/", "sources/", "sent/", "nothing/here"] {
        tab.open(&host, path, Size::Phone).await?;
        look(tab, path, &mut found).await?;
    }
    for size in [Size::Desktop, Size::Phone] {
        tab.open(&host, "", size).await?;
        look(tab, &format!("before the start at {size:?}"), &mut found).await?;
        markup::start(tab, NECK, "ready").await?;
        tab.click(&button("C5")).await?;
        tab.wait("a choice", &format!("return document.querySelector('{SELECTED}').innerText.trim() !== ''"))
            .await?;
        look(tab, &format!("a bone chosen at {size:?}"), &mut found).await?;
        tab.click("clinic-neck [data-act=open]").await?;
        // And all that is written of the bone, which moves what is below it.
        tab.wait(
            "more ways to move",
            "return !!document.querySelector('[data-movement]') && document.querySelector('[data-details]').textContent !== ''",
        )
        .await?;
        tab.click("[data-movement=nod]").await?;
        look(tab, &format!("more ways to move at {size:?}"), &mut found).await?;
    }
    markup::start(tab, BOOKING, "ready").await?;
    tab.click(SEND).await?;
    tab.wait(
        "the summary",
        &format!("return document.activeElement === document.querySelector('{SUMMARY}')"),
    )
    .await?;
    look(tab, "errors", &mut found).await?;
    markup::fill(tab).await?;
    for (outcome, press) in
        [("uncertain", SEND), ("unreachable", "[data-outcome] .btn"), ("refused", "[data-outcome] .btn")]
    {
        tab.click(press).await?;
        markup::comes(tab, outcome).await?;
        look(tab, outcome, &mut found).await?;
    }
    tab.click("[data-outcome] .row button[type=button]").await?;
    markup::send(tab, "delivered").await?;
    look(tab, "delivered", &mut found).await?;
    tab.open(&host, "?browser=no-webgl", Size::Phone).await?;
    tab.centre(NECK).await?;
    tab.wait("the neck started", "return window.__probe.starts.length > 0").await?;
    tab.click(&button("C5")).await?;
    look(tab, "without WebGL", &mut found).await?;
    tab.open(&host, "?browser=weak", Size::Phone).await?;
    tab.centre(NECK).await?;
    tab.wait("the offer", "return !!document.querySelector('[data-act=live]')?.checkVisibility()").await?;
    look(tab, "a weak machine", &mut found).await?;
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

async fn look(tab: &Tab, state: &str, found: &mut Vec<String>) -> Done {
    found.extend(axe(tab).await?.into_iter().map(|one| format!("{state}: {one}")));
    Ok(())
}

pub(crate) async fn axe_finds_nothing_wrong_in_any_state(tab: Tab) -> Done {
    states(&tab).await
}

pub(crate) async fn axe_finds_nothing_wrong_in_the_dark(tab: Tab) -> Done {
    states(&tab).await
}

/// Colours as the browser computed them: text against the ground it stands on.
async fn readable(tab: &Tab, dark: bool) -> Done {
    let host = Site::built()?.serve().await?;
    markup::open_ready(tab, &host, Size::Desktop).await?;
    let script = "const ground = (node) => { for (let up = node; up; up = up.parentElement) { const colour = getComputedStyle(up).backgroundColor; if (!/rgba\\(.*, 0\\)|transparent/.test(colour)) return colour; } return getComputedStyle(document.documentElement).backgroundColor; };
        const pair = (css) => { const node = document.querySelector(css); return [css, getComputedStyle(node).color, ground(node)]; };
        return { body: ground(document.body), pairs: ['article p', 'article h2', 'article a[data-structure]', '#warning-signs', 'footer', 'clinic-booking label', 'clinic-booking .hint', 'clinic-booking button[type=submit]', 'clinic-neck button[data-structure]'].filter((css) => document.querySelector(css)).map(pair),
          borders: ['clinic-booking input[type=text]', 'clinic-booking textarea'].map((css) => [css, getComputedStyle(document.querySelector(css)).borderTopColor, ground(document.querySelector(css).parentElement)]) }";
    let found = tab.js(script).await?;
    let colour =
        |value: &Value| value.as_str().and_then(rgb).ok_or_else(|| Problem(format!("{value} is no colour")));
    let paper = colour(&found["body"])?;
    let expected = if dark { [0x10, 0x20, 0x1F] } else { [0xFB, 0xF9, 0xF5] };
    same!(paper, expected, "the paper's colour");
    let pairs = found["pairs"].as_array().cloned().unwrap_or_default();
    ensure!(pairs.len() >= 6, "too few texts to measure: {found}");
    for pair in &pairs {
        let ratio = contrast(colour(&pair[1])?, colour(&pair[2])?);
        // Body text AAA, everything else AA.
        let least = if pair[0] == "article p" { 7.0 } else { 4.5 };
        ensure!(ratio >= least, "{} has a contrast of {ratio:.2}", pair[0]);
    }
    for pair in found["borders"].as_array().into_iter().flatten() {
        let ratio = contrast(colour(&pair[1])?, colour(&pair[2])?);
        ensure!(ratio >= 3.0, "the border of {} has a contrast of {ratio:.2}", pair[0]);
    }
    // From pixels: the model's rim against the page.
    tab.centre("clinic-neck canvas").await?;
    tab.wait("a drawn frame", "return document.querySelector('clinic-neck').stats.frames > 0").await?;
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let seen = tab.picture("clinic-neck canvas").await?;
        let ground = seen.ground();
        let strongest = seen.pixels.iter().map(|pixel| contrast(*pixel, ground)).fold(1.0, f64::max);
        if strongest >= 3.0 {
            return Ok(());
        }
        let late = tokio::time::Instant::now() > deadline;
        ensure!(!late, "nothing of the model stands out from the page: {strongest:.2}");
    }
}

pub(crate) async fn dark_is_dark_and_readable(tab: Tab) -> Done {
    readable(&tab, true).await
}

pub(crate) async fn light_is_light_and_readable(tab: Tab) -> Done {
    readable(&tab, false).await
}

pub(crate) async fn nothing_moves_for_who_wants_stillness(tab: Tab) -> Done {
    let host = Site::built()?.answers([Answer::Delivered("R-11")]).serve().await?;
    markup::open_ready(&tab, &host, Size::Desktop).await?;
    same!(
        tab.js("return matchMedia('(prefers-reduced-motion: reduce)').matches").await?,
        true,
        "the reader's wish"
    );
    let moving = "return document.getAnimations().filter((one) => (one.effect?.getComputedTiming().duration ?? 0) > 20 && one.playState === 'running').map((one) => one.effect.target?.outerHTML.slice(0, 80))";
    same!(tab.js(moving).await?, json!([]), "what moves");
    same!(
        tab.js("return getComputedStyle(document.documentElement).scrollBehavior").await?,
        "auto",
        "scrolling"
    );
    // The camera cuts: a choice is drawn in a frame or two, not in a flight.
    tab.centre("clinic-neck canvas").await?;
    let before = rest(&tab).await?;
    tab.js_with("document.querySelector(arguments[0]).click()", vec![json!(button("disc_c6c7"))]).await?;
    let after = rest(&tab).await?;
    // One for whoever waits, and where that is a coarse one the sharp one.
    ensure!(after - before <= 3.0, "{} frames for a choice", after - before);
    same!(tab.js(moving).await?, json!([]), "what moves after a choice");
    Ok(())
}

pub(crate) async fn forced_colours_keep_everything_usable(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    markup::open_ready(&tab, &host, Size::Desktop).await?;
    same!(tab.js("return matchMedia('(forced-colors: active)').matches").await?, true, "the reader's wish");
    // Every control keeps an edge, and what is pressed differs by more than a colour that is taken away.
    let bare = tab
        .js("return [...document.querySelectorAll('.btn, clinic-booking input[type=text], clinic-booking input[type=tel], clinic-booking textarea')].filter((one) => one.getClientRects().length).filter((one) => { const style = getComputedStyle(one); return style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1; }).map((one) => one.outerHTML.slice(0, 90))")
        .await?;
    same!(bare, json!([]), "controls without an edge");
    tab.click(&button("C4")).await?;
    tab.wait("a choice", &format!("return document.querySelector('{SELECTED}').innerText.trim() !== ''"))
        .await?;
    let look = "const style = getComputedStyle(document.querySelector(arguments[0])); return [style.borderTopWidth, style.borderTopStyle, style.outlineStyle, style.fontWeight, style.backgroundColor, style.color, style.borderTopColor, style.textDecorationLine].join(' ')";
    let pressed = tab.js_with(look, vec![json!(button("C4"))]).await?;
    let other = tab.js_with(look, vec![json!(button("C6"))]).await?;
    ensure!(pressed != other, "a chosen button looks like any other: {pressed}");
    // Icons drawn by masks or backgrounds do not vanish into the ground.
    ensure!(tab.engine != Engine::Chromium || tab.shown("clinic-neck canvas").await?, "the canvas went away");
    Ok(())
}

/// WCAG 2.2: at least 24 px; ours: 44 for everything that is pressed with a thumb, links in running text aside.
pub(crate) async fn what_is_pressed_is_large_enough(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    markup::open_ready(&tab, &host, Size::Phone).await?;
    let small = tab
        .js("const target = (node) => node.closest('label') ?? node;
             return [...document.querySelectorAll('button, input:not([type=range], [type=hidden]), textarea, summary, .btn, nav a, .bar a')].map(target).filter((one) => { const box = one.getBoundingClientRect(); return box.width > 2 && box.height > 2 && (box.height < 43.5 || box.width < 24); }).map((one) => `${Math.round(one.getBoundingClientRect().height)} px: ${one.outerHTML.slice(0, 90)}`)")
        .await?;
    same!(small, json!([]), "what is too small for a thumb");
    Ok(())
}
