//! Looking from eight sides, close to a part, without a part; and what is said of it.

use serde_json::json;
use tests::site::Host;
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, number};
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
    ("suboccipital", 165.0, 38.0),
];

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
    scene(&tab, "all of it", &format!("scene.camera.span === 352 && {}", there(165.0, 38.0))).await?;
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
    tab.press_at(x, y).await?;
    tab.press_at(x, y).await?;
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
