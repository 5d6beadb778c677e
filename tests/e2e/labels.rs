//! Labels beside the model: few, beside each other, for the eye alone.

use serde_json::{Value, json};
use tests::tab::{Key, Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, button};
use crate::neck::{CANVAS, picture, ready, rest};

/// What is seen of the labels: words and box of each, the tools' box, the stage's, and what is wrong with them as a whole.
const LABELS: &str = "const stage = document.querySelector('clinic-neck .stage'), box = (node) => { const { left, top, right, bottom } = node.getBoundingClientRect(); return [left, top, right, bottom]; };
    const tags = [...stage.querySelectorAll('.tag')].filter((tag) => tag.checkVisibility());
    const labels = tags.map((tag) => ({ words: tag.textContent, box: box(tag.querySelector('span')), left: tag.matches('.l'), line: box(tag) }));
    return { labels, tools: box(stage.querySelector('.tools')), stage: box(stage), told: tags.filter((tag) => !tag.closest('[aria-hidden=true]') || tag.querySelector('[tabindex], a, button')).length }";

fn boxed(value: &Value) -> [f64; 4] {
    core::array::from_fn(|place| value[place].as_f64().unwrap_or(f64::NAN))
}

fn overlap(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[2] - 0.5 && b[0] < a[2] - 0.5 && a[1] < b[3] - 0.5 && b[1] < a[3] - 0.5
}

/// Words of the labels that stand, each in its place.
async fn standing(tab: &Tab, most: usize) -> Done<Vec<String>> {
    let seen = tab.js(LABELS).await?;
    let labels = seen["labels"].as_array().cloned().unwrap_or_default();
    ensure!(labels.len() <= most, "{} labels: {labels:?}", labels.len());
    same!(seen["told"], json!(0), "labels that a screen reader or the Tab key meets");
    let stage = boxed(&seen["stage"]);
    for (place, label) in labels.iter().enumerate() {
        let own = boxed(&label["box"]);
        ensure!(
            own[0] >= stage[0] - 1.0
                && own[2] <= stage[2] + 1.0
                && own[1] >= stage[1] - 1.0
                && own[3] <= stage[3] + 1.0,
            "{label} leaves the picture {stage:?}"
        );
        ensure!(!overlap(own, boxed(&seen["tools"])), "{label} lies on the tools");
        for other in &labels[..place] {
            ensure!(!overlap(own, boxed(&other["box"])), "{label} lies on {other}");
        }
    }
    Ok(labels.iter().map(|label| label["words"].as_str().unwrap_or_default().to_owned()).collect())
}

pub(crate) async fn are_few_and_never_overlap(tab: Tab) -> Done {
    for (size, most) in [(Size::Phone, 3), (Size::Desktop, 6)] {
        let _host = ready(&tab, size).await?;
        // The words of the muscles come with the fragment.
        tab.wait(
            "as many labels as there is room for",
            &format!("return [...document.querySelectorAll('clinic-neck .tag')].filter((tag) => tag.checkVisibility()).length === {most}"),
        )
        .await?;
        let first = standing(&tab, most).await?;
        ensure!(first.iter().any(|words| words == "Skull"), "no label of the skull among {first:?}");
        let mut seen = first.clone();
        for scene in [
            "{ camera: { around: 0 } }",
            "{ camera: { around: 180 } }",
            "{ camera: { around: 270, above: 30 } }",
            "{ camera: { around: 150, span: 90 }, layer: 100 }",
            "{ camera: { around: 160, span: 352 }, layer: 75, nerves: true, vessels: true, bend: -40 }",
            "{ selected: 'C5', layer: 25, bend: 0 }",
        ] {
            tab.js(&format!("document.querySelector('clinic-neck').scene = {scene}")).await?;
            rest(&tab).await?;
            seen.extend(standing(&tab, most).await?);
        }
        ensure!(
            seen.last().is_some() && seen.iter().any(|words| words == "C5"),
            "the chosen one has no label: {seen:?}"
        );
        seen.sort_unstable();
        seen.dedup();
        ensure!(seen.len() > most + 2, "always the same: {seen:?}");
        // Alone, only itself.
        tab.js("document.querySelector('clinic-neck').scene = { alone: true }").await?;
        rest(&tab).await?;
        same!(standing(&tab, most).await?, ["C5"], "labels of what is alone");
    }
    markup::calm(&tab).await
}

/// On a whole screen there is room for more of them, and for all that can be explored.
pub(crate) async fn are_more_on_a_whole_screen(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    let full = "clinic-neck [data-act=full]";
    tab.wait("the button", &format!("return !!document.querySelector('{full}')?.checkVisibility()")).await?;
    same!(tab.text(full).await?, "Full screen", "the button in the page");
    tab.click(full).await?;
    tab.wait(
        "a whole screen",
        "return document.fullscreenElement === document.querySelector('clinic-neck .explainer')",
    )
    .await?;
    tab.wait("more labels", "return [...document.querySelectorAll('clinic-neck .tag')].filter((tag) => tag.checkVisibility()).length > 6").await?;
    rest(&tab).await?;
    standing(&tab, 9).await?;
    ensure!(tab.shown("clinic-neck [data-find-in]").await?, "nothing to explore with");
    // The words of what is chosen have the room they need.
    tab.js("document.querySelector('clinic-neck').scene = { selected: 'scm', turn: 60 }").await?;
    tab.wait(
        "its length",
        "return document.querySelector('clinic-neck [data-stretch]').textContent.includes('longer')",
    )
    .await?;
    let overlap = "const of = (one) => document.querySelector(`clinic-neck ${one}`).getBoundingClientRect(); return of('[data-stretch]').bottom - of('.more').top";
    ensure!(
        tab.js(overlap).await?.as_f64().is_some_and(|by| by <= 0.5),
        "the card's words lie over the links"
    );
    tab.js("document.querySelector('clinic-neck').scene = { selected: null, turn: 0 }").await?;
    // What the Tab key reaches comes into sight, as far down as it lies.
    tab.js("[...document.querySelectorAll('clinic-neck [data-view]')].at(-1).focus()").await?;
    tab.wait("the last button in sight", "const { top, bottom } = document.activeElement.getBoundingClientRect(); return document.activeElement.matches('[data-view]') && top >= 0 && bottom <= innerHeight").await?;
    tab.wait(
        "the way back",
        &format!("return document.querySelector('{full}').textContent === 'Leave full screen'"),
    )
    .await?;
    tab.click(full).await?;
    // The browser tells of it after it has happened.
    let again = format!(
        "return !document.fullscreenElement && document.querySelector('{full}').textContent === 'Full screen'"
    );
    tab.wait("the page and its button again", &again).await?;
    ensure!(!tab.shown("clinic-neck [data-find-in]").await?, "what the whole screen opened stays open");
    rest(&tab).await?;
    standing(&tab, 6).await?;
    // Left in another way, too, as by Escape: what had the focus in there lets it go to what is still seen.
    tab.click(full).await?;
    tab.wait("the whole screen again", &format!("return document.querySelector('{full}').textContent === 'Leave full screen' && document.querySelector('clinic-neck [data-find-in]').checkVisibility()")).await?;
    tab.js("document.querySelector('clinic-neck [data-find-in]').focus(); document.exitFullscreen()").await?;
    tab.wait("the page", &again).await?;
    tab.wait("the focus", "return document.activeElement.matches('[data-act=open]')").await?;
    // What the reader had opened stays open.
    tab.click("clinic-neck [data-act=open]").await?;
    tab.click(full).await?;
    tab.wait(
        "the whole screen once more",
        &format!("return document.querySelector('{full}').textContent === 'Leave full screen'"),
    )
    .await?;
    tab.click(full).await?;
    tab.wait("the page once more", &again).await?;
    ensure!(tab.shown("clinic-neck [data-find-in]").await?, "what the reader had opened is shut");
    markup::calm(&tab).await
}

/// The dot of another part does not stand on what is chosen, whose name has room for how long it is.
pub(crate) async fn keep_off_what_is_chosen(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.wait("the words", "return !!document.querySelector('clinic-neck [data-stretch]')").await?;
    for side in [-30, 0, 30] {
        tab.js_with("document.querySelector('clinic-neck').scene = { selected: 'levator_scapulae', skin: false, side: arguments[0], camera: { around: 180 } }", vec![json!(side)]).await?;
        rest(&tab).await?;
        let labels = standing(&tab, 6).await?;
        ensure!(labels.len() > 2 && labels[0].starts_with("Levator"), "{labels:?}");
        // Redder than any ghost.
        let seen = picture(&tab).await?;
        let dots = tab.js("const canvas = document.querySelector('clinic-neck canvas').getBoundingClientRect();
            return [...document.querySelectorAll('clinic-neck .tag')].slice(1).filter((tag) => tag.checkVisibility()).map((tag) => {
                const place = tag.getBoundingClientRect();
                return [(tag.matches('.l') ? place.right : place.left) - canvas.left, place.top - canvas.top, canvas.width, canvas.height];
            })").await?;
        for dot in dots.as_array().into_iter().flatten() {
            let number = |place: usize| dot[place].as_f64().unwrap_or_default();
            let (wide, high) = (seen.width as f64 / number(2), seen.height as f64 / number(3));
            let (x, y) = (number(0) * wide, number(1) * high);
            let around = seen.part(x - 7.0 * wide, y - 7.0 * high, 14.0 * wide, 14.0 * high)?;
            let red = around
                .pixels
                .iter()
                .filter(|[r, g, b]| *r > 130 && f64::from(*r) > 1.9 * f64::from(*g.max(b)))
                .count();
            ensure!(red == 0, "{red} pixels of what is chosen under the dot at {dot}, tilted by {side}");
        }
    }
    markup::calm(&tab).await
}

/// While a finger turns the model they keep to their points and their edges, and do not come and go.
pub(crate) async fn keep_still_while_the_model_turns(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.wait(
        "labels",
        "return [...document.querySelectorAll('clinic-neck .tag')].filter((tag) => tag.checkVisibility()).length === 6",
    )
    .await?;
    rest(&tab).await?;
    let first = standing(&tab, 6).await?;
    tab.js("window.__flips = 0; window.__new = 0; window.__over = 0; const tags = [...document.querySelectorAll('clinic-neck .tag')]; const before = new Map(tags.map((tag) => [tag, [tag.hidden, tag.matches('.l')]]));
        new MutationObserver(() => { for (const tag of tags) { const [hidden, left] = before.get(tag); if (!tag.hidden && hidden) window.__new += 1; if (!tag.hidden && !hidden && tag.matches('.l') !== left) window.__flips += 1; } }).observe(document.querySelector('clinic-neck .stage'), { subtree: true, attributes: true, attributeFilter: ['class', 'hidden', 'style'] })").await?;
    let [left, top, width, height] = tab.place(CANVAS).await?;
    let middle = (left + width / 2.0, top + height / 2.0);
    tab.drag(middle, (middle.0 + 14.0, middle.1)).await?;
    rest(&tab).await?;
    let facts = tab.js("return [window.__flips, window.__new]").await?;
    ensure!(facts[0] == 0, "{} changes of edge in a turn of five degrees", facts[0]);
    let then = standing(&tab, 6).await?;
    let same = first.iter().filter(|words| then.contains(words)).count();
    ensure!(same >= 4, "{first:?} became {then:?}");
    // A key, too: no label is drawn anew without a change.
    tab.js("document.querySelector('clinic-neck canvas').focus({ preventScroll: true })").await?;
    tab.key(Key::Right).await?;
    rest(&tab).await?;
    standing(&tab, 6).await?;
    tab.click(&button("C3")).await?;
    rest(&tab).await?;
    ensure!(standing(&tab, 6).await?.iter().any(|words| words == "C3"), "what is chosen has no label");
    markup::calm(&tab).await
}
