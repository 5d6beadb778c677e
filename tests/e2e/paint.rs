//! The first paint: a page's own bytes make its first screen, and nothing in it moves afterwards.

use serde_json::json;
use tests::site::Site;
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, NECK};

/// What stands in the window, where, and how it looks.
const SEEN: &str = "return [...document.querySelectorAll('body *')].map((node) => [node, node.getBoundingClientRect()])
    .filter(([node, box]) => box.width > 1 && box.height > 1 && box.top < innerHeight && box.bottom > 0 && node.checkVisibility({ visibilityProperty: true }))
    .map(([node, box]) => { const style = getComputedStyle(node); return [node.tagName, node.className, ...[box.x, box.y, box.width].map(Math.round), style.color, style.backgroundColor, style.fontSize, style.fontWeight, style.borderTopWidth].join(' '); })";

pub(crate) async fn the_first_screen_needs_nothing_but_its_page(tab: Tab) -> Done {
    for size in [Size::Phone, Size::Desktop] {
        let whole = Site::built()?.without_script().serve().await?;
        tab.open(&whole, "", size).await?;
        let wanted = tab.js(SEEN).await?;
        ensure!(wanted.as_array().is_some_and(|all| all.len() > 15), "hardly anything is seen: {wanted}");
        let bare = Site::built()?.without_script().spoil(".css", Vec::new()).serve().await?;
        tab.open(&bare, "", size).await?;
        let seen = tab.js(SEEN).await?;
        let differing: Vec<_> = wanted
            .as_array()
            .into_iter()
            .flatten()
            .zip(seen.as_array().into_iter().flatten())
            .filter(|(wanted, seen)| wanted != seen)
            .collect();
        ensure!(differing.is_empty(), "looks otherwise without the linked style: {differing:#?}");
    }
    Ok(())
}

/// The clinic's own serif against every serif of this machine that may stand in for it: each heading's words with a
/// stroke where a line ends.
const BREAKS: &str = r#"
const rule = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).find((one) => one instanceof CSSFontFaceRule && one.cssText.includes("url("));
const url = new URL(rule.cssText.match(/url\(["']?([^"')]+)/)[1], document.baseURI).href;
const face = new FontFace("Ours", `url(${url})`, { weight: "600" });
face.load().then(() => {
  document.fonts.add(face);
  const set = (family) => {
    for (const node of [document.body, ...document.querySelectorAll("clinic-neck, clinic-booking")]) node.style.setProperty("--serif", family);
  };
  const lines = (heading) => {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), range = document.createRange();
    let text = "", line;
    while (walker.nextNode()) {
      for (const { 0: word, index } of walker.currentNode.data.matchAll(/[^\s-]+-?/g)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const { top, height } = range.getBoundingClientRect();
        if (line !== undefined && top - line > height / 2) text += "/ ";
        line = top;
        text += word + " ";
      }
    }
    return text;
  };
  const breaks = (family) => {
    set(family);
    return [...document.querySelectorAll("article :is(h1, h2, h3), .book h2")].filter((one) => one.getClientRects().length && getComputedStyle(one).fontFamily.replaceAll('"', "") === family.replaceAll('"', "")).map(lines);
  };
  const width = (family) => {
    set(family);
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("h1"));
    return range.getBoundingClientRect().width;
  };
  const heading = document.querySelector("h1");
  heading.style.whiteSpace = "nowrap";
  const families = ["A", "B", "C", "D"].map((letter) => `"Local ${letter}"`).filter((family) => width(`${family}, monospace`) !== width("monospace"));
  heading.style.whiteSpace = "";
  const ours = breaks('"Ours"');
  const others = families.map((family) => [family, breaks(family).map((text, place) => [ours[place], text]).filter(([a, b]) => a !== b)]);
  done([ours.length, families, others.filter(([, wrong]) => wrong.length)]);
}, (problem) => done([0, [], String(problem)]));
"#;

pub(crate) async fn headings_break_alike_in_every_serif(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    for size in [Size::Of(360, 740), Size::Phone, Size::Desktop] {
        tab.open(&host, "", size).await?;
        let facts = tab.js_later(BREAKS, vec![]).await?;
        ensure!(facts[0].as_u64().is_some_and(|count| count >= 8), "headings compared: {facts}");
        ensure!(
            facts[1].as_array().is_some_and(|families| !families.is_empty()),
            "no serif of this machine is known: install fonts-dejavu or fonts-liberation"
        );
        same!(facts[2], json!([]), "headings that break otherwise");
    }
    Ok(())
}

/// Not for the style that comes later, nor for fonts, nor for the model.
pub(crate) async fn nothing_shifts(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    for size in [Size::Phone, Size::Desktop] {
        tab.open(&host, "", size).await?;
        tab.state(NECK, "ready").await?;
        markup::calm(&tab).await?;
        // The mark is the last entry: what was seen before it has been told by then.
        let script = "const seen = [], place = ({ x, y, width, height }) => [x, y, width, height];
            const observer = new PerformanceObserver((list) => {
                for (const one of list.getEntries()) {
                    if (one.entryType === 'mark') done(seen);
                    else seen.push([one.value, ...one.sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName} in ${node?.parentElement?.outerHTML.slice(0, 60)}: ${place(previousRect)} to ${place(currentRect)}`)]);
                }
            });
            requestAnimationFrame(() => requestAnimationFrame(() => {
                observer.observe({ type: 'layout-shift', buffered: true });
                observer.observe({ type: 'mark' });
                performance.mark('looked');
            }))";
        let shifts = tab.js_later(script, vec![]).await?;
        same!(shifts, json!([]), "what shifted");
    }
    Ok(())
}
