//! The neck in trouble: the graphics card goes, was never there, or the model is none; and scenes from outside.

use serde_json::json;
use tests::site::Site;
use tests::tab::{PATIENCE, Size, Tab};
use tests::{Done, Problem, ensure, same};

use crate::markup::{self, NECK, SELECTED, button, start};
use crate::neck::{CANVAS, changed, picture, ready, rest};

const DRAWING: &str = "return getComputedStyle(document.querySelector('clinic-neck .poster')).visibility";

pub(crate) async fn comes_back_after_the_context_is_lost(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    rest(&tab).await?;
    let before = picture(&tab).await?;
    tab.js("const gl = document.querySelector('clinic-neck canvas').getContext('webgl2'); window.__lose = gl.getExtension('WEBGL_lose_context'); window.__gone = 0; document.querySelector('clinic-neck canvas').addEventListener('webglcontextlost', () => { window.__gone = 1; }); window.__lose.loseContext()").await?;
    tab.wait("the context lost", "return window.__gone === 1").await?;
    tab.js("window.__lose.restoreContext()").await?;
    tab.wait(
        "the context restored",
        "return !document.querySelector('clinic-neck canvas').getContext('webgl2').isContextLost()",
    )
    .await?;
    tab.state(NECK, "ready").await?;
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let differs = before.difference(&picture(&tab).await?, 12);
        if differs < 0.01 {
            break;
        }
        ensure!(
            tokio::time::Instant::now() < deadline,
            "the picture did not come back: {:.1} % differ",
            differs * 100.0
        );
    }
    tab.click(&button("C4")).await?;
    tab.centre(CANVAS).await?;
    changed(&tab, &before, 0.002, "choosing C4 afterwards").await?;
    markup::calm(&tab).await
}

pub(crate) async fn a_context_that_stays_lost_leaves_the_drawing(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    rest(&tab).await?;
    same!(tab.js(DRAWING).await?, "hidden", "the drawing behind the model");
    tab.js("document.querySelector('clinic-neck canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()").await?;
    tab.state(NECK, "still").await?;
    same!(tab.js(DRAWING).await?, "visible", "the drawing on an empty stage");
    ensure!(!tab.shown(CANVAS).await?, "a dead canvas stays");
    tab.click(&button("C4")).await?;
    tab.wait("a choice", &format!("return document.querySelector('{SELECTED}').innerText.trim() !== ''"))
        .await?;
    markup::calm(&tab).await
}

pub(crate) async fn without_webgl_stills_list_and_texts_work(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    tab.open(&host, "?browser=no-webgl", Size::Phone).await?;
    tab.centre(NECK).await?;
    tab.wait("the neck started", "return window.__probe.starts.length > 0").await?;
    tab.state(NECK, "still").await?;
    ensure!(tab.shown("clinic-neck img").await?, "no still is shown");
    tab.click(&button("C4")).await?;
    tab.wait("a choice", &format!("return document.querySelector('{SELECTED}').innerText.trim() !== ''"))
        .await?;
    same!(
        tab.js_with(
            "return document.querySelector(arguments[0]).getAttribute('aria-pressed')",
            vec![json!(button("C4"))]
        )
        .await?,
        "true",
        "the pressed button"
    );
    ensure!(tab.shown("clinic-neck img").await?, "the still went away");
    markup::calm(&tab).await
}

pub(crate) async fn refused_model_leaves_stills_and_texts(tab: Tab) -> Done {
    let model = model_ending()?;
    for spoiled in [b"nonsense".to_vec(), vec![0; 40_000]] {
        let host = Site::built()?.spoil(&model, spoiled).serve().await?;
        tab.open(&host, "", Size::Desktop).await?;
        start(&tab, NECK, "unavailable").await?;
        ensure!(tab.shown("clinic-neck img").await?, "the still went away");
        start(&tab, markup::BOOKING, "ready").await?;
        // The list still tells what each part is.
        tab.click(&button("C4")).await?;
        tab.wait("a choice", &format!("return document.querySelector('{SELECTED}').innerText.trim() !== ''"))
            .await?;
        markup::calm(&tab).await?;
    }
    Ok(())
}

/// Half a model would show nothing where the skull is chosen: drawing, list and texts go on.
pub(crate) async fn refused_second_file_leaves_drawing_and_texts(tab: Tab) -> Done {
    let rest = ending_of("data-rest")?;
    for spoiled in [b"nonsense".to_vec(), vec![0; 40_000]] {
        let host = Site::built()?.spoil(&rest, spoiled).serve().await?;
        tab.open(&host, "", Size::Desktop).await?;
        start(&tab, NECK, "unavailable").await?;
        same!(tab.js(DRAWING).await?, "visible", "the drawing");
        tab.click(&button("skull")).await?;
        tab.wait("a choice", &format!("return document.querySelector('{SELECTED}').innerText.trim() !== ''"))
            .await?;
        markup::calm(&tab).await?;
    }
    Ok(())
}

/// What is chosen before its words are here bears nobody else's name, and is told of once they come.
pub(crate) async fn words_that_come_late_are_told(tab: Tab) -> Done {
    let host = Site::built()?.hold("moves.html").serve().await?;
    tab.open(&host, "", Size::Desktop).await?;
    start(&tab, NECK, "ready").await?;
    tab.click(&button("C5")).await?;
    let tag = "return document.querySelector('clinic-neck .tag span').textContent";
    tab.wait("the label", &format!("{tag} === 'C5'")).await?;
    tab.js("document.querySelector('clinic-neck').scene = { selected: 'scm' }").await?;
    tab.wait("no label", &format!("{tag} === ''")).await?;
    let said = "return document.querySelector('clinic-neck [role=status]').textContent";
    same!(tab.js(said).await?, "", "what is said of a part without words");
    host.release();
    tab.wait("its name, said", &format!("{said}.startsWith(document.querySelector('{SELECTED}').textContent + '. ') && document.querySelector('{SELECTED}').textContent.includes('leidomastoid')")).await?;
    tab.wait("its label", &format!("{tag} === 'SCM'")).await?;
    markup::calm(&tab).await
}

/// Muscles without the skull beside them would float, and be seen through it: the drawing shows what it is meanwhile.
pub(crate) async fn the_drawing_shows_until_all_of_it_is_there(tab: Tab) -> Done {
    for size in [Size::Phone, Size::Desktop] {
        let host = Site::built()?.hold(&ending_of("data-rest")?).serve().await?;
        tab.open(&host, "", size).await?;
        start(&tab, NECK, "ready").await?;
        tab.centre(CANVAS).await?;
        rest(&tab).await?;
        ensure!(tab.js(DRAWING).await? == "visible", "the drawing is gone before the skull is there");
        let before = picture(&tab).await?;
        host.release();
        tab.wait(
            "the drawing gone",
            "return document.querySelector('clinic-neck .explainer').hasAttribute('data-whole')",
        )
        .await?;
        // The drawing has no labels.
        tab.wait(
            "labels",
            "return [...document.querySelectorAll('clinic-neck .tag')].some((tag) => tag.checkVisibility())",
        )
        .await?;
        rest(&tab).await?;
        tab.js("for (const tag of document.querySelectorAll('clinic-neck .tag')) tag.remove()").await?;
        // Two frames on, they are off the screen too.
        rest(&tab).await?;
        // The drawing's own compression, and edges that are smoothed in another way.
        let differs = before.difference(&picture(&tab).await?, 48);
        ensure!(differs < 0.02, "the picture jumps: {:.1} % differ", differs * 100.0);
        markup::calm(&tab).await?;
    }
    Ok(())
}

/// How the model's file name ends, from the built page.
pub(crate) fn model_ending() -> Done<String> {
    ending_of("data-model")
}

pub(crate) fn ending_of(attribute: &str) -> Done<String> {
    let html = std::fs::read_to_string(tests::project::dist()?.join("index.html"))?;
    let (_, rest) = html
        .split_once(&format!("{attribute}=\""))
        .ok_or_else(|| Problem(format!("the page has no {attribute}")))?;
    let path = rest.split('"').next().unwrap_or_default();
    Ok(path.rsplit('/').next().unwrap_or_default().to_owned())
}

pub(crate) async fn gives_and_takes_its_scene(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.js("window.__heard = []; document.addEventListener('clinic:scene', (event) => window.__heard.push(event.detail ?? null))").await?;
    tab.click(&button("C6")).await?;
    tab.wait("the event", "return window.__heard.length > 0").await?;
    ensure!(
        tab.js("return window.__heard.every((detail) => detail === null)").await? == true,
        "the event carries a value"
    );
    let scene = tab.js("return JSON.stringify(document.querySelector('clinic-neck').scene)").await?;
    tab.click(&button("C2")).await?;
    tab.wait(
        "C2 chosen",
        &format!("return document.querySelector('{}').getAttribute('aria-pressed') === 'true'", button("C2")),
    )
    .await?;
    tab.js_with("document.querySelector('clinic-neck').scene = JSON.parse(arguments[0])", vec![scene])
        .await?;
    tab.wait(
        "C6 chosen again",
        &format!("return document.querySelector('{}').getAttribute('aria-pressed') === 'true'", button("C6")),
    )
    .await?;
    // Nonsense changes nothing and throws nothing.
    tab.js("const neck = document.querySelector('clinic-neck'); for (const one of [null, 7, 'x', [], { bend: 'y', selected: 99, camera: null }, { bend: 1e9 }]) neck.scene = one").await?;
    tab.state(NECK, "ready").await?;
    markup::calm(&tab).await
}

/// A host's own script may come first, and may name what only a fragment has words for.
pub(crate) async fn takes_a_scene_before_it_is_defined_and_finds_the_words(tab: Tab) -> Done {
    let early = "<script src=\"/early.js\"></script></body>";
    let host = Site::built()?.with("index.html", move |html| html.replacen("</body>", early, 1));
    let script = "document.querySelector('clinic-neck').scene = { selected: 'rcp_major' };";
    let host = host.page("/early.js", "", script).serve().await?;
    tab.open(&host, "", Size::Desktop).await?;
    start(&tab, NECK, "ready").await?;
    tab.wait(
        "the muscle's name and text",
        &format!("const words = document.querySelector({:?})?.dataset; return !!words && document.querySelector('{SELECTED}').textContent === words.name && document.querySelector('clinic-neck [data-plain]').textContent === words.plain", button("rcp_major")),
    )
    .await?;
    markup::calm(&tab).await
}
