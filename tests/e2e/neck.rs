//! The neck: chosen by list, by tapping and from the text; turned, bent, and quiet at rest.

use serde_json::json;
use tests::picture::Picture;
use tests::site::{Host, Site};
use tests::tab::{Key, PATIENCE, Size, Tab};
use tests::weight::{WHOLE, drawing};
use tests::{Done, Problem, ensure, same};

use crate::markup::{self, NECK, SELECTED, button, number, start};

pub(crate) const CANVAS: &str = "clinic-neck canvas";
const BEND: &str = "clinic-neck input[name=bend]";
/// What a screen reader says of the bend.
const SPOKEN: &str = "((bend) => bend.getAttribute('aria-valuetext') ?? bend.value)(document.querySelector('clinic-neck input[name=bend]'))";

pub(crate) async fn ready(tab: &Tab, size: Size) -> Done<Host> {
    let host = Site::built()?.serve().await?;
    tab.open(&host, "", size).await?;
    start(tab, NECK, "ready").await?;
    tab.centre(CANVAS).await?;
    // The last that comes by itself.
    tab.wait(
        "the labels",
        "return [...document.querySelectorAll('clinic-neck .tag')].some((tag) => tag.checkVisibility())",
    )
    .await?;
    Ok(host)
}

/// The canvas as the reader sees it.
pub(crate) async fn picture(tab: &Tab) -> Done<Picture> {
    tab.picture(CANVAS).await
}

/// Frames drawn so far.
async fn frames(tab: &Tab) -> Done<f64> {
    number(&tab.js("return document.querySelector('clinic-neck').stats.frames").await?)
}

/// Waits until two looks in a row find the same number of frames, and all at rest.
pub(crate) async fn rest(tab: &Tab) -> Done<f64> {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    let next = "requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => { const { frames, rests } = document.querySelector('clinic-neck').stats; done([frames, rests]) })))";
    let mut last = frames(tab).await?;
    loop {
        let seen = tab.js_later(next, vec![]).await?;
        let now = number(&seen[0])?;
        if now == last && seen[1] == true {
            return Ok(now);
        }
        last = now;
        if tokio::time::Instant::now() > deadline {
            return Err(Problem::new("the neck never comes to rest"));
        }
    }
}

/// Waits until the picture has changed by at least so much.
pub(crate) async fn changed(tab: &Tab, before: &Picture, share: f64, what: &str) -> Done {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        rest(tab).await?;
        let differs = before.difference(&picture(tab).await?, 12);
        if differs >= share {
            return Ok(());
        }
        if tokio::time::Instant::now() > deadline {
            return Err(Problem(format!("{what} changed {:.2} % of the picture", differs * 100.0)));
        }
    }
}

pub(crate) async fn starts_and_draws(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Phone).await?;
    rest(&tab).await?;
    let seen = picture(&tab).await?;
    let ground = seen.ground();
    let drawn =
        seen.pixels.iter().filter(|pixel| pixel.iter().zip(ground).any(|(a, b)| a.abs_diff(b) > 12)).count();
    let share = drawn as f64 / seen.pixels.len() as f64;
    ensure!((0.04..0.8).contains(&share), "{:.1} % of the canvas is drawn", share * 100.0);
    same!(tab.text(SELECTED).await?, "", "the chosen name before a choice");
    markup::calm(&tab).await
}

pub(crate) async fn chooses_by_list(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Phone).await?;
    let ids = tab.js("return [...document.querySelectorAll('clinic-neck button[data-structure]')].map((one) => one.dataset.structure)").await?;
    for id in [
        "C1",
        "C2",
        "C3",
        "C4",
        "C5",
        "C6",
        "C7",
        "t1",
        "disc_c2c3",
        "disc_c3c4",
        "disc_c4c5",
        "disc_c5c6",
        "disc_c6c7",
        "disc_c7t1",
    ] {
        ensure!(ids.as_array().is_some_and(|ids| ids.iter().any(|one| one == id)), "no button for {id}");
    }
    rest(&tab).await?;
    let before = picture(&tab).await?;
    tab.click(&button("C5")).await?;
    tab.wait(
        "C5 chosen",
        &format!("return document.querySelector('{}').getAttribute('aria-pressed') === 'true'", button("C5")),
    )
    .await?;
    let name = tab.text(SELECTED).await?;
    ensure!(name.contains("C5") || name.contains("ifth"), "chosen: {name:?}");
    tab.centre(CANVAS).await?;
    changed(&tab, &before, 0.002, "choosing C5").await?;
    tab.click(&button("disc_c4c5")).await?;
    tab.wait(
        "another chosen",
        &format!("return document.querySelector('{SELECTED}').innerText !== {}", json!(name)),
    )
    .await?;
    let pressed = tab.js("return [...document.querySelectorAll('clinic-neck button[data-structure][aria-pressed=true]')].map((one) => one.dataset.structure)").await?;
    same!(pressed, json!(["disc_c4c5"]), "pressed buttons");
    Ok(())
}

pub(crate) async fn chooses_by_tapping_the_picture(tab: Tab) -> Done {
    for size in [Size::Desktop, Size::Phone] {
        let _host = ready(&tab, size).await?;
        rest(&tab).await?;
        // Somewhere on the drawn column, found in the picture itself.
        let seen = picture(&tab).await?;
        let ground = seen.ground();
        let row = seen.height / 2;
        let drawn: Vec<usize> = (0..seen.width)
            .filter(|x| seen.pixels[row * seen.width + x].iter().zip(ground).any(|(a, b)| a.abs_diff(b) > 40))
            .collect();
        ensure!(!drawn.is_empty(), "nothing is drawn in the middle row");
        let [left, top, width, height] = tab.place(CANVAS).await?;
        let x = left + drawn[drawn.len() / 2] as f64 * width / seen.width as f64;
        let y = top + row as f64 * height / seen.height as f64;
        tab.press_at(x.round(), y.round()).await?;
        tab.wait(
            "a choice by tapping",
            &format!("return document.querySelector('{SELECTED}').innerText.trim() !== ''"),
        )
        .await?;
        let pressed = tab.js("return [...document.querySelectorAll('clinic-neck button[data-structure][aria-pressed=true]')].length").await?;
        same!(pressed, 1, "pressed buttons after a tap at {size:?}");
    }
    markup::calm(&tab).await
}

pub(crate) async fn structure_links_in_the_text_move_the_model(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    let id = tab.js("return document.querySelector('article a[data-structure]').dataset.structure").await?;
    let id = id.as_str().unwrap_or_default().to_owned();
    tab.click(&format!("article a[data-structure='{id}']")).await?;
    tab.wait(
        "the linked structure chosen",
        &format!("return document.querySelector('{}').getAttribute('aria-pressed') === 'true'", button(&id)),
    )
    .await?;
    let path = tab.js("return location.pathname").await?;
    ensure!(path.as_str().is_some_and(|path| !path.contains("neck-in-words")), "the link left the page");
    Ok(())
}

/// On a phone the text stays where it is, and the part is shown below it.
pub(crate) async fn a_sheet_answers_the_text_on_a_phone(tab: Tab) -> Done {
    const OPEN: &str = "return document.querySelector('clinic-neck .explainer').hasAttribute('data-sheet')";
    let _host = ready(&tab, Size::Phone).await?;
    let place = "const link = [...document.querySelectorAll('article .prose a[data-structure]')].at(-2); link.scrollIntoView({ block: 'center' }); const box = link.getClientRects()[0]; return [link.dataset.structure, box.x + box.width / 2, box.y + box.height / 2, document.body.scrollHeight]";
    let facts = tab.js(place).await?;
    let id = facts[0].as_str().unwrap_or_default().to_owned();
    tab.press_at(number(&facts[1])?.round(), number(&facts[2])?.round()).await?;
    tab.wait("the sheet", OPEN).await?;
    tab.wait(
        "its heading with the focus",
        &format!("return document.activeElement === document.querySelector('{SELECTED}')"),
    )
    .await?;
    ensure!(!tab.text(SELECTED).await?.trim().is_empty(), "the sheet does not say what it shows");
    let sight = format!(
        "const link = document.querySelector('article .prose a[data-structure={id}][aria-current]'); const sheet = document.querySelector('.explainer').getBoundingClientRect(); const bar = document.querySelector('.bar').getBoundingClientRect(); const canvas = document.querySelector('clinic-neck canvas').getBoundingClientRect();
        return [link.getBoundingClientRect().bottom <= sheet.top, sheet.bottom <= bar.top + 1, sheet.height <= innerHeight * 0.5, canvas.width > 100 && canvas.top >= sheet.top && canvas.bottom <= sheet.bottom, Math.abs(document.body.scrollHeight - {}) <= 1]",
        facts[3]
    );
    // It comes up from below: at rest, all of it holds.
    tab.wait("line above the sheet, sheet above the bar, at most half, the model in it, the page as high as before", &format!("const facts = (() => {{ {sight} }})(); return facts.every((fact) => fact)")).await?;
    rest(&tab).await?;
    // On to the next part, then back to the line.
    tab.click("clinic-neck [data-act=next]").await?;
    tab.wait("the next part", "return document.querySelector('article .prose a[aria-current]') === [...document.querySelectorAll('article .prose a[data-structure]')].at(-1)").await?;
    same!(tab.shown("clinic-neck [data-act=next]").await?, false, "a way on from the last part");
    tab.key(Key::Escape).await?;
    tab.wait("the sheet gone, and the focus on the line", "return !document.querySelector('clinic-neck .explainer').hasAttribute('data-sheet') && document.activeElement === [...document.querySelectorAll('article .prose a[data-structure]')].at(-1)").await?;
    // Whoever goes to the model finds it in its place.
    tab.key(Key::Enter).await?;
    tab.wait("the sheet again", OPEN).await?;
    tab.centre("#neck").await?;
    tab.wait("the model back in its place", &format!("return !(() => {{ {OPEN} }})()")).await?;
    markup::calm(&tab).await
}

pub(crate) async fn bends(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    rest(&tab).await?;
    let before = picture(&tab).await?;
    let said = tab.js(&format!("return {SPOKEN}")).await?;
    // With the keyboard, as a slider works.
    tab.centre(BEND).await?;
    tab.js("document.querySelector('clinic-neck input[name=bend]').focus({ preventScroll: true })").await?;
    let value = number(
        &tab.js("return document.querySelector('clinic-neck input[name=bend]').valueAsNumber").await?,
    )?;
    tab.key(Key::End).await?;
    tab.wait("another value", &format!("return document.querySelector('{BEND}').valueAsNumber !== {value}"))
        .await?;
    let most =
        number(&tab.js("return Number(document.querySelector('clinic-neck input[name=bend]').max)").await?)?;
    same!(
        number(
            &tab.js("return document.querySelector('clinic-neck input[name=bend]').valueAsNumber").await?
        )?,
        most,
        "the slider's value"
    );
    tab.wait("another spoken text", &format!("return {SPOKEN} !== {said}")).await?;
    tab.centre(CANVAS).await?;
    changed(&tab, &before, 0.01, "bending").await?;
    let bend = number(&tab.js("return document.querySelector('clinic-neck').scene.bend").await?)?;
    same!(bend, most, "the bend that the scene tells");
    Ok(())
}

pub(crate) async fn turns_by_mouse_keys_and_buttons(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    rest(&tab).await?;
    let [left, top, width, height] = tab.place(CANVAS).await?;
    let middle = (left + width / 2.0, top + height / 2.0);
    let first = picture(&tab).await?;
    let mut before = first.clone();
    tab.drag((middle.0 - 60.0, middle.1), (middle.0 + 60.0, middle.1)).await?;
    changed(&tab, &before, 0.01, "dragging").await?;
    same!(tab.text(SELECTED).await?, "", "a drag chose something");
    before = picture(&tab).await?;
    tab.js("document.querySelector('clinic-neck canvas').focus({ preventScroll: true })").await?;
    tab.key(Key::Left).await?;
    tab.key(Key::Left).await?;
    changed(&tab, &before, 0.005, "the left arrow").await?;
    // Every button does something one can see, and the last brings the first view back.
    for act in ["left", "right", "right", "closer", "farther", "farther", "reset"] {
        before = picture(&tab).await?;
        tab.click(&format!("clinic-neck button[data-act='{act}']")).await?;
        tab.centre(CANVAS).await?;
        changed(&tab, &before, 0.005, &format!("the button {act:?}")).await?;
    }
    let again = picture(&tab).await?;
    let differs = first.difference(&again, 12);
    ensure!(differs < 0.01, "after reset {:.1} % differ from the first view", differs * 100.0);
    Ok(())
}

pub(crate) async fn a_finger_turns_sideways_and_scrolls_upright(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Phone).await?;
    rest(&tab).await?;
    let [left, top, width, height] = tab.place(CANVAS).await?;
    let middle = (left + width / 2.0, top + height / 2.0);
    let before = picture(&tab).await?;
    let scrolled = number(&tab.js("return scrollY").await?)?;
    tab.swipe((middle.0 - 70.0, middle.1), (middle.0 + 70.0, middle.1)).await?;
    changed(&tab, &before, 0.01, "a sideways finger").await?;
    same!(number(&tab.js("return scrollY").await?)?, scrolled, "the page after a sideways finger");
    tab.swipe((middle.0, middle.1 + 60.0), (middle.0, middle.1 - 140.0)).await?;
    tab.wait("the page to scroll under an upright finger", &format!("return scrollY > {scrolled} + 60"))
        .await?;
    Ok(())
}

pub(crate) async fn draws_nothing_at_rest_and_little_in_a_frame(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Phone).await?;
    let before = rest(&tab).await?;
    let calls = number(&tab.js("return window.__probe.draws").await?)?;
    // A second of the browser's own frames, with the page in view.
    let second = "let count = 0; const tick = () => (++count < 60 ? requestAnimationFrame(tick) : done([document.querySelector('clinic-neck').stats.frames, window.__probe.draws])); requestAnimationFrame(tick)";
    same!(
        tab.js_later(second, vec![]).await?,
        json!([before as u64, calls as u64]),
        "frames and draw calls after a second of rest"
    );
    tab.wait("all of the model", WHOLE).await?;
    rest(&tab).await?;
    // What it takes to load is not a frame's.
    tab.js("window.__probe.uploads.length = 0; window.__probe.perFrame.length = 0").await?;
    tab.click(&button("C3")).await?;
    tab.js("document.querySelector('clinic-neck').scene = { bend: 40, turn: 30 }").await?;
    rest(&tab).await?;
    let [calls, bytes, buffers, memory] = drawing(&tab).await?;
    ensure!((1.0..=120.0).contains(&calls), "{calls} draw calls in one frame");
    ensure!((1.0..=32_000.0).contains(&bytes), "{bytes} bytes handed over in one frame");
    ensure!((1.0..=4e6).contains(&buffers), "{buffers} bytes in buffers");
    ensure!((1.0..=5e6).contains(&memory), "{memory} bytes of memory");
    Ok(())
}
