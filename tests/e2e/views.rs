//! Looking from eight sides, close to a part, without a part; and what is said of it.

use serde_json::json;
use tests::site::{Host, Site};
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, NECK, button, number};
use crate::neck::{CANVAS, changed, picture, ready, rest};

/// In the order of their keys, 1 to 8.
const VIEWS: [(&str, f64, f64); 8] = [
    ("front", 0.0, 4.0),
    ("right", 90.0, 4.0),
    ("left", 270.0, 4.0),
    ("back", 180.0, 4.0),
    ("34-front-right", 45.0, 12.0),
    ("34-back-right", 135.0, 12.0),
    ("below", 20.0, -60.0),
    ("suboccipital", 165.0, -24.0),
];
const STATUS: &str = "clinic-neck [role=status]";

async fn explored(tab: &Tab, size: Size) -> Done<Host> {
    let host = ready(tab, size).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("what was asked for", "return !!document.querySelector('clinic-neck .moves [data-view]')")
        .await?;
    Ok(host)
}

async fn on_canvas(tab: &Tab) -> Done {
    tab.js("document.querySelector('clinic-neck canvas').focus({ preventScroll: true })").await.map(|_| ())
}

/// Waits for this much of the scene.
async fn scene(tab: &Tab, what: &str, holds: &str) -> Done {
    tab.wait(what, &format!("const scene = document.querySelector('clinic-neck').scene; return {holds}"))
        .await
        .map(|_| ())
}

pub(crate) async fn eight_by_button_and_by_key(tab: Tab) -> Done {
    let _host = explored(&tab, Size::Desktop).await?;
    let names = tab
        .js("return [...document.querySelectorAll('clinic-neck [data-view]')].map((one) => one.dataset.view)")
        .await?;
    same!(names, json!(VIEWS.map(|(name, ..)| name)), "the views");
    let there = |around: f64, above: f64| {
        format!(
            "Math.abs(((scene.camera.around - {around} + 540) % 360) - 180) < 0.1 && Math.abs(scene.camera.above - {above}) < 0.1"
        )
    };
    for (name, around, above) in VIEWS {
        tab.click(&format!("clinic-neck [data-view='{name}']")).await?;
        scene(&tab, name, &there(around, above)).await?;
    }
    on_canvas(&tab).await?;
    for (place, (name, around, above)) in VIEWS.iter().enumerate() {
        tab.write(&(place + 1).to_string()).await?;
        scene(&tab, name, &there(*around, *above)).await?;
    }
    // Nearer, farther, and all of it again; the view stays.
    tab.write("++").await?;
    scene(&tab, "nearer", "scene.camera.span < 260").await?;
    tab.write("f").await?;
    scene(&tab, "all of it", &format!("scene.camera.span === 352 && {}", there(165.0, -24.0))).await?;
    let keys = tab.js("const about = document.querySelector('clinic-neck canvas').getAttribute('aria-describedby'); return document.getElementById(about)?.textContent").await?;
    ensure!(
        keys.as_str().is_some_and(|keys| keys.contains('8') && keys.contains('F')),
        "what is said of the keys: {keys}"
    );
    markup::calm(&tab).await
}

/// It is chosen and fills the picture; reset, or F, leads back.
pub(crate) async fn a_double_click_leads_close_to_a_part(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.js("document.querySelector('clinic-neck').scene = { layer: 100, camera: { around: 90 } }").await?;
    rest(&tab).await?;
    let [left, top, width, height] = tab.place(CANVAS).await?;
    let (x, y) = ((left + width * 0.5).round(), (top + height * 0.62).round());
    let before = picture(&tab).await?;
    tab.press_twice_at(x, y).await?;
    scene(&tab, "a part in the middle", "scene.selected !== null && scene.camera.span < 200").await?;
    changed(&tab, &before, 0.02, "coming close").await?;
    // Whatever it is, its label's dot is near the middle of the picture.
    tab.wait(
        "its label",
        "const tag = document.querySelector('clinic-neck .tag'); return tag.checkVisibility()",
    )
    .await?;
    let dot = tab.js("const tag = document.querySelector('clinic-neck .tag').getBoundingClientRect(), left = document.querySelector('clinic-neck .tag').matches('.l'), stage = document.querySelector('clinic-neck .stage').getBoundingClientRect(); return [((left ? tag.right : tag.left) - stage.left) / stage.width, (tag.top - stage.top) / stage.height]").await?;
    for share in [number(&dot[0])?, number(&dot[1])?] {
        ensure!((0.3..=0.7).contains(&share), "the part is at {dot}");
    }
    // What the scene tells leads there again.
    let told = tab.js("return JSON.stringify(document.querySelector('clinic-neck').scene)").await?;
    on_canvas(&tab).await?;
    tab.write("f").await?;
    scene(&tab, "all of it", "scene.camera.span === 352 && scene.selected !== null && scene.camera.x === 0 && scene.camera.y === 0 && scene.camera.z === 0").await?;
    tab.js_with("document.querySelector('clinic-neck').scene = JSON.parse(arguments[0])", vec![told]).await?;
    scene(&tab, "close again", "scene.camera.span < 200 && (scene.camera.x !== 0 || scene.camera.y !== 0)")
        .await?;
    tab.centre(CANVAS).await?;
    tab.click("clinic-neck [data-act=reset]").await?;
    scene(&tab, "the first view", "scene.camera.span === 352 && scene.selected === null && scene.camera.x === 0 && scene.camera.y === 0").await?;
    markup::calm(&tab).await
}

pub(crate) async fn zooms_by_wheel_with_ctrl_alone(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    let wheel = |ctrl: bool| {
        format!(
            "const event = new WheelEvent('wheel', {{ deltaY: -40, ctrlKey: {ctrl}, bubbles: true, cancelable: true }}); document.querySelector('clinic-neck canvas').dispatchEvent(event); return event.defaultPrevented"
        )
    };
    same!(tab.js(&wheel(false)).await?, false, "a wheel that scrolls the page");
    scene(&tab, "as before", "scene.camera.span === 352").await?;
    same!(tab.js(&wheel(true)).await?, true, "a wheel that zooms");
    scene(&tab, "nearer", "scene.camera.span < 300").await?;
    markup::calm(&tab).await
}

/// Gone until all is shown again, or reset; named in the scene.
pub(crate) async fn hides_a_part(tab: Tab) -> Done {
    let _host = explored(&tab, Size::Desktop).await?;
    let hidden = |ids: &str| format!("JSON.stringify(scene.hidden) === '{ids}'");
    scene(&tab, "nothing hidden", &hidden("[]")).await?;
    tab.click("clinic-neck [data-act=hide]").await?;
    scene(&tab, "nothing chosen, nothing hidden", &hidden("[]")).await?;
    rest(&tab).await?;
    let with = picture(&tab).await?;
    tab.click(&button("skull")).await?;
    tab.click("clinic-neck [data-act=hide]").await?;
    scene(&tab, "the skull hidden", &format!("scene.selected === null && {}", hidden("[\"skull\"]"))).await?;
    changed(&tab, &with, 0.02, "hiding the skull").await?;
    let card = tab.js("return document.querySelector('clinic-neck [data-plain]').textContent").await?;
    same!(card, "Not shown any more: Skull", "what the card says");
    same!(tab.shown("clinic-neck [data-act=all]").await?, true, "a way back");
    tab.click("clinic-neck [data-act=all]").await?;
    scene(&tab, "all shown", &hidden("[]")).await?;
    same!(tab.shown("clinic-neck [data-act=all]").await?, false, "a way back from nothing");
    // By the scene, nonsense left out; who chooses what is hidden sees it; reset shows all.
    tab.js("document.querySelector('clinic-neck').scene = { hidden: ['scm', 'nonsense', 7, 'C1'] }").await?;
    // A group is hidden as its parts.
    scene(&tab, "three hidden", &hidden("[\"C1\",\"scm_sternal\",\"scm_clavicular\"]")).await?;
    tab.click(&button("C1")).await?;
    let left = hidden("[\"scm_sternal\",\"scm_clavicular\"]");
    scene(&tab, "two hidden", &format!("scene.selected === 'C1' && {left}")).await?;
    tab.click(&button("scm")).await?;
    scene(&tab, "none hidden", &format!("scene.selected === 'scm' && {}", hidden("[]"))).await?;
    tab.click("clinic-neck [data-act=reset]").await?;
    scene(&tab, "all as at first", &format!("scene.selected === null && {}", hidden("[]"))).await?;
    // The card says what was done last, never what is no longer so.
    for (act, part) in [("hide", "Choose a part first"), ("all", "All parts are shown again")] {
        if act == "all" {
            tab.click(&button("C4")).await?;
            tab.click("clinic-neck [data-act=hide]").await?;
        }
        tab.click(&format!("clinic-neck [data-act={act}]")).await?;
        tab.wait(part, &format!("return document.querySelector('clinic-neck .card [data-plain]').innerText.startsWith('{part}')")).await?;
    }
    markup::calm(&tab).await
}

/// One sentence in one live region for each thing done, and what it means instead of where the eye stands.
pub(crate) async fn each_act_is_told_once(tab: Tab) -> Done {
    let _host = explored(&tab, Size::Desktop).await?;
    tab.js("window.__told = []; const live = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('clinic-neck :is([role=status], [aria-live=polite], output)');
        new MutationObserver((list) => { const places = new Set(list.map((one) => live(one.target)).filter(Boolean)); for (const place of places) if (place.textContent) window.__told.push(place.textContent); }).observe(document.querySelector('clinic-neck'), { subtree: true, childList: true, characterData: true })").await?;
    let mut before = Vec::new();
    for (act, part) in [
        ("[data-view=back]", "ehind"),
        ("[data-view='34-front-right']", "front"),
        ("[data-act=right]", "right"),
        ("[data-act=closer]", "larger"),
        ("[data-act=farther]", "smaller"),
        (&*button("scm"), "Sternocleidomastoid. "),
        ("[data-layer=alone]", "nly"),
        ("[data-layer=alone]", "again"),
        ("[data-layer=xray]", ""),
        ("[data-act=hide]", "Sternocleidomastoid"),
        ("[data-act=all]", ""),
        ("[data-layer=nerves]", "erve"),
        (".slide:has([name=layer]) [data-act=more]", "All muscles"),
        (".slide:has([name=bend]) [data-act=more]", "5 degrees back"),
        ("[data-movement=look_down]", "forward"),
        (&*button("C4"), "C4"),
        ("[data-act=reset]", ""),
    ] {
        tab.js("window.__told.length = 0").await?;
        let act = if act.starts_with("clinic-neck") { act.to_owned() } else { format!("clinic-neck {act}") };
        tab.click(&act).await?;
        tab.wait(&format!("a word about {act}"), "return window.__told.length > 0").await?;
        rest(&tab).await?;
        let told = tab.js("return window.__told").await?;
        let words = told[0].as_str().unwrap_or_default().to_owned();
        ensure!(told.as_array().is_some_and(|told| told.len() == 1), "{act} is told as {told}");
        ensure!(words.contains(part) && words.len() > 10, "{act} is told as {words:?}");
        if act.contains("data-view") || act.contains("right") {
            ensure!(!words.chars().any(|letter| letter.is_ascii_digit()), "an angle in {words:?}");
        }
        before.push(words);
    }
    // By key as by button.
    tab.js("window.__told.length = 0").await?;
    on_canvas(&tab).await?;
    tab.write("4").await?;
    tab.wait("a word about a key", "return window.__told.length > 0").await?;
    same!(tab.text(STATUS).await?, before[0], "what is said of the same view by key");
    tab.write("f").await?;
    tab.wait(
        "the whole of it",
        &format!("return document.querySelector('{STATUS}').textContent.startsWith('All of head and neck')"),
    )
    .await?;
    markup::calm(&tab).await
}

/// A browser that draws slowly, on a connection that counts bytes: drawings, until the reader asks for more.
pub(crate) async fn a_weak_machine_shows_the_drawing_until_asked(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    for weak in ["weak", "slow", "saver"] {
        tab.open(&host, &format!("?browser={weak}"), Size::Phone).await?;
        tab.centre(NECK).await?;
        if weak != "weak" {
            // Only one of the two is no reason.
            tab.state(NECK, "ready").await?;
            continue;
        }
        tab.wait(
            "the offer",
            "return !!document.querySelector('clinic-neck [data-act=live]')?.checkVisibility()",
        )
        .await?;
        tab.state(NECK, "still").await?;
        ensure!(tab.shown("clinic-neck img").await?, "no still is shown");
        ensure!(
            !host.seen().iter().any(|seen| seen.path.contains("model.")),
            "the model was fetched all the same"
        );
        tab.click(&button("C4")).await?;
        tab.wait(
            "a choice",
            &format!("return document.querySelector('{}').innerText.trim() !== ''", markup::SELECTED),
        )
        .await?;
        tab.click("clinic-neck [data-act=live]").await?;
        tab.state(NECK, "ready").await?;
        ensure!(!tab.shown("clinic-neck [data-act=live]").await?, "the offer stays");
        tab.centre(CANVAS).await?;
        rest(&tab).await?;
        same!(
            tab.js("return document.querySelector('clinic-neck').scene.selected").await?,
            "C4",
            "what was chosen before"
        );
        ensure!(
            tab.js("return document.querySelector('clinic-neck').stats.frames").await? != 0,
            "nothing is drawn"
        );
    }
    markup::calm(&tab).await
}
