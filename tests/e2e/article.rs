//! The article: there at once, whole without script, on any width.

use serde_json::json;
use tests::site::Site;
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{BOOKING, NECK};

pub(crate) async fn is_whole_without_script(tab: Tab) -> Done {
    // A host that forbids script: every engine can be told so.
    let host = Site::built()?.without_script().serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    whole(&tab).await?;
    let wasm: Vec<_> = host.seen().into_iter().filter(|seen| seen.path.ends_with(".wasm")).collect();
    ensure!(wasm.is_empty(), "wasm was fetched without script");
    Ok(())
}

/// A reader who has switched scripts off, which also shows what stands in `<noscript>`.
pub(crate) async fn is_whole_with_scripts_switched_off(tab: Tab) -> Done {
    let host = Site::built()?.unchanged().serve().await?;
    tab.devtools("Emulation.setScriptExecutionDisabled", serde_json::json!({"value": true})).await?;
    tab.open(&host, "", Size::Phone).await?;
    whole(&tab).await?;
    let scripts: Vec<_> = host.seen().into_iter().filter(|seen| seen.path.ends_with(".wasm")).collect();
    ensure!(scripts.is_empty(), "wasm was fetched without script");
    Ok(())
}

async fn whole(tab: &Tab) -> Done {
    let facts = tab
        .js("const all = (css) => [...document.querySelectorAll(css)];
             return {
               words: document.querySelector('article').innerText.split(/\\s+/).length,
               h1: all('article h1').length,
               sections: ['services', 'treatments', 'contact', 'warning-signs', 'neck', 'book'].filter((id) => !document.getElementById(id)),
               stills: all('clinic-neck img').filter((one) => one.complete && one.naturalWidth > 0).length,
               unseen: all('clinic-neck img').filter((one) => !one.alt).length,
               structures: all('article a[data-structure]').length,
               form: all('clinic-booking form[method=post][action]').length,
               states: [document.querySelector('clinic-neck').dataset.state, document.querySelector('clinic-booking').dataset.state],
             }")
        .await?;
    ensure!(
        facts["words"].as_u64().is_some_and(|words| words >= 1200),
        "the article has {} words",
        facts["words"]
    );
    same!(facts["h1"], 1, "headings of the article");
    same!(facts["sections"], serde_json::json!([]), "sections that are missing");
    ensure!(facts["stills"].as_u64().is_some_and(|stills| stills >= 1), "no still is shown");
    same!(facts["unseen"], 0, "stills without a text");
    ensure!(
        facts["structures"].as_u64().is_some_and(|links| links >= 12),
        "{} structure links",
        facts["structures"]
    );
    same!(facts["form"], 1, "forms that work without script");
    same!(facts["states"], serde_json::json!(["still", "form"]), "states of the roots");
    ensure!(tab.shown(&format!("{NECK} img")).await?, "the still takes no room");
    ensure!(tab.shown(&format!("{BOOKING} [name=full_name]")).await?, "the form takes no room");
    // Nothing stands there that only script could make work.
    let idle = tab
        .js("return [...document.querySelectorAll('clinic-neck button:enabled, clinic-neck input:enabled, clinic-neck canvas')].filter((one) => one.getClientRects().length).map((one) => one.outerHTML.slice(0, 90))")
        .await?;
    same!(idle, serde_json::json!([]), "controls of the neck that do nothing without script");
    // A structure's link leads to its words.
    tab.click("article a[data-structure]").await?;
    tab.wait("the neck in words", "return location.pathname.endsWith('neck-in-words/') && document.readyState === 'complete' && !!document.querySelector(location.hash)").await?;
    Ok(())
}

/// What a stranger must be able to name after five seconds stands in the first screen of a phone.
pub(crate) async fn says_who_where_and_what_first(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    for size in [Size::Phone, Size::Desktop] {
        tab.open(&host, "", size).await?;
        let seen = tab
            .js("const inside = (node) => { const box = node.getBoundingClientRect(); return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth; };
                 const shown = [...document.querySelectorAll('body *')].filter((node) => !node.children.length && inside(node)).map((node) => node.textContent).join(' ');
                 const links = [...document.querySelectorAll('a')].filter(inside).map((node) => node.getAttribute('href'));
                 return { h1: inside(document.querySelector('h1')), town: shown.includes('Irvine'), name: shown.includes('Performance Health'), call: links.some((href) => href.startsWith('tel:')), book: links.some((href) => href.endsWith('#book')) }")
            .await?;
        same!(
            seen,
            serde_json::json!({"h1": true, "town": true, "name": true, "call": true, "book": true}),
            "in the first screen at {size:?}"
        );
    }
    Ok(())
}

/// In the card of warning signs alone: elsewhere a number is the clinic's.
pub(crate) async fn the_emergency_number_can_be_dialled(tab: Tab) -> Done {
    let host = Site::built()?.without_script().serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    let found = tab
        .js("const box = (link) => link.getBoundingClientRect();
             return [...document.querySelectorAll('a[href=\"tel:911\"]')].map((link) => [link.closest('section')?.id, link.textContent.includes('911'), box(link).height >= 24 && box(link).width >= 24])")
        .await?;
    same!(found, serde_json::json!([["warning-signs", true, true]]), "links that call 911");
    Ok(())
}

pub(crate) async fn links_lead_somewhere(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    tab.open(&host, "", Size::Desktop).await?;
    // The page's own promises by name.
    let words = tab
        .js("return ['Top', 'Services', 'Treatments', 'Contact', 'Book now', 'Call us'].filter((word) => ![...document.querySelectorAll('a')].some((link) => link.textContent.trim().toLowerCase().startsWith(word.toLowerCase()) || link.getAttribute('aria-label')?.toLowerCase().startsWith(word.toLowerCase())))")
        .await?;
    same!(words, serde_json::json!([]), "links that the page lacks");
    for path in ["", "neck-in-words/", "sources/", "sent/"] {
        tab.open(&host, path, Size::Desktop).await?;
        let broken = tab
            .js_later(
                "const links = [...document.querySelectorAll('a[href], area[href]')];
                 const wrong = [];
                 Promise.all(links.map(async (link) => {
                   const href = link.getAttribute('href');
                   if (href.startsWith('tel:')) { if (!/^tel:(\\+1\\d{10}|911)$/.test(href)) wrong.push(href); return; }
                   const url = new URL(link.href);
                   if (url.origin !== location.origin) { if (url.protocol !== 'https:') wrong.push(href); return; }
                   const text = url.pathname === location.pathname ? document : new DOMParser().parseFromString(await fetch(url.pathname).then((answer) => (answer.ok ? answer.text() : (wrong.push(href), ''))), 'text/html');
                   const id = decodeURIComponent(url.hash.slice(1));
                   if (id && !text.getElementById(id)) wrong.push(href);
                 })).then(() => done([links.length, wrong]), (error) => done([0, [String(error)]]));",
                vec![],
            )
            .await?;
        same!(broken[1], serde_json::json!([]), "links of /{path} that lead nowhere");
        ensure!(broken[0].as_u64().is_some_and(|count| count > 1), "/{path} has no links");
    }
    tab.open(&host, "nothing/here/at/all", Size::Desktop).await?;
    let home = tab.js_later("fetch(document.querySelector('a[href]').href).then((answer) => done(answer.status), () => done(0))", vec![]).await?;
    ensure!(home == 200 || tab.shown("a[href^='tel:']").await?, "the page for lost readers leads nowhere");
    Ok(())
}

/// WCAG's reflow: 320 px, and 400 % zoom of a desktop window, which is the same page at 360 by 225.
pub(crate) async fn narrow_and_zoomed_it_never_scrolls_sideways(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    for size in [Size::Of(320, 640), Size::Of(360, 225), Size::Phone, Size::Of(768, 1024), Size::Desktop] {
        for path in ["", "neck-in-words/", "sources/", "sent/", "nothing/here"] {
            tab.open(&host, path, size).await?;
            let wide = tab
                .js("const room = document.documentElement.clientWidth;
                     const inScroller = (node) => { for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true; return false; };
                     const out = [...document.querySelectorAll('body *')].filter((node) => { const box = node.getBoundingClientRect(); return box.width > 0 && box.right > room + 1 && !inScroller(node); }).map((node) => node.outerHTML.slice(0, 80));
                     return { by: document.documentElement.scrollWidth - room, out: out.slice(0, 5) }")
                .await?;
            ensure!(
                wide["by"].as_i64().is_some_and(|by| by <= 0),
                "/{path} at {size:?} scrolls sideways: {wide}"
            );
        }
    }
    Ok(())
}

pub(crate) async fn prints_without_what_paper_cannot_do(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    tab.open(&host, "", Size::Desktop).await?;
    // Which rules paper would get, read from the sheets themselves: drivers cannot switch the medium in every engine.
    let script = "const hidden = new Set();
        const walk = (rules, print) => { for (const rule of rules) {
          const paper = print || (rule.media && [...rule.media].some((one) => /print/.test(one)));
          if (rule.cssRules?.length && !(rule.style?.length && !rule.cssRules.length)) walk(rule.cssRules, paper);
          if (paper && rule.selectorText && rule.style.display === 'none') for (const node of document.querySelectorAll(rule.selectorText)) hidden.add(node);
        } };
        for (const sheet of document.styleSheets) walk(sheet.cssRules, [...sheet.media].some((one) => /print/.test(one)));
        const gone = (css) => [...document.querySelectorAll(css)].every((node) => { for (let up = node; up; up = up.parentElement) if (hidden.has(up)) return true; return false; });
        return { article: gone('h1'), still: gone('clinic-neck img'), form: gone('clinic-booking input'), controls: gone('clinic-neck input, clinic-neck button, clinic-neck canvas'), number: gone('a[href^=\"tel:\"]') }";
    let gone = tab.js(script).await?;
    same!(
        gone,
        serde_json::json!({"article": false, "still": false, "form": true, "controls": true, "number": false}),
        "what is left out on paper"
    );
    Ok(())
}

pub(crate) async fn prints_the_drawing_of_a_running_model(tab: Tab) -> Done {
    let _host = crate::neck::ready(&tab, Size::Desktop).await?;
    tab.wait(
        "the model",
        "return getComputedStyle(document.querySelector('clinic-neck .poster')).visibility === 'hidden'",
    )
    .await?;
    // Opened, the search field must not be printed either.
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("the search field", "return !!document.querySelector('clinic-neck .finder')").await?;
    tab.devtools("Emulation.setEmulatedMedia", serde_json::json!({"media": "print"})).await?;
    let seen = tab.js("const style = (css) => getComputedStyle(document.querySelector('clinic-neck ' + css)); return [style('.poster').visibility, style('canvas').display, style('.card').display, style('.moves').display]").await;
    tab.devtools("Emulation.setEmulatedMedia", serde_json::json!({"media": ""})).await?;
    same!(
        seen?,
        serde_json::json!(["visible", "none", "none", "none"]),
        "drawing, canvas, card and more on paper"
    );
    Ok(())
}

/// Its links stand one below another under the header, whichever page of ours it is on.
pub(crate) async fn the_menu_opens_on_every_page(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    for path in ["", "neck-in-words/", "sources/", "sent/"] {
        tab.open(&host, path, Size::Phone).await?;
        tab.click(".menu summary").await?;
        let astray = tab
            .js("const foot = document.querySelector('.top').getBoundingClientRect().bottom;
                const links = [...document.querySelectorAll('.menu nav a')], boxes = links.map((one) => one.getBoundingClientRect());
                const stands = (box, above) => box.height >= 44 && box.top >= above - 1;
                return links.length ? links.filter((_, i) => !stands(boxes[i], i ? boxes[i - 1].bottom : foot)).map((one) => one.innerText) : 'none'")
            .await?;
        same!(astray, json!([]), "links of the menu out of place on {path:?}");
    }
    Ok(())
}
