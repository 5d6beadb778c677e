//! What stays in sight, and what makes room.

use serde_json::json;
use tests::site::{Answer, Site};
use tests::tab::{Size, Tab};
use tests::{Done, same};

use crate::markup::{self, BOOKING};

/// Whatever has the focus is in the window, whole, however low it is and whichever controls are out.
pub(crate) async fn focus_stays_in_the_window(tab: Tab) -> Done {
    let host = Site::built()?.serve().await?;
    for (width, height) in [(1280, 800), (1280, 640), (1440, 900), (390, 844)] {
        markup::open_ready(&tab, &host, Size::Of(width, height)).await?;
        for more in [false, true] {
            if more {
                tab.click("clinic-neck [data-act=open]").await?;
                tab.wait("the moves", "return !!document.querySelector('clinic-neck [data-moves] button')")
                    .await?;
            }
            // Browsers may bring what has the focus into view with the next frame.
            let script = "scrollTo(0, 0);
                const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
                const all = [...document.querySelectorAll('clinic-neck :is(a, button, input, canvas)')].filter((one) => !one.disabled && one.getClientRects().length && getComputedStyle(one).visibility === 'visible');
                const look = async () => {
                    const lost = [];
                    for (const one of all) {
                        one.focus();
                        await frame();
                        const box = one.getBoundingClientRect(), top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2);
                        const out = box.top < -1 || one.localName !== 'canvas' && box.bottom > innerHeight + 1;
                        if (out || !(one === top || one.contains(top))) lost.push(`${Math.round(box.top)} ${one.outerHTML.slice(0, 70)}`);
                    }
                    return lost;
                };
                look().then(done)";
            let lost = tab.js_later(script, vec![]).await?;
            same!(lost, json!([]), "focus that is out of sight at {width} by {height}, all controls: {more}");
        }
    }
    Ok(())
}

/// The bar's button would lead where the reader is already.
pub(crate) async fn no_way_to_the_form_while_it_is_in_sight(tab: Tab) -> Done {
    const WAY: &str = "const way = document.querySelector('.bar [href=\"#book\"]'); const call = document.querySelector('.bar [href^=\"tel:\"]'); return [way.getClientRects().length > 0, call.getClientRects().length > 0].join()";
    let host = Site::built()?.answers([Answer::Delivered("R-12")]).serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    same!(tab.js(WAY).await?, "true,true", "ways to book and to call at the top");
    tab.click(".bar [href='#book']").await?;
    tab.wait("no way to the form beside it", &format!("return (() => {{ {WAY} }})() === 'false,true'"))
        .await?;
    tab.state(BOOKING, "ready").await?;
    tab.js("scrollTo(0, 0)").await?;
    tab.wait("the way to the form again", &format!("return (() => {{ {WAY} }})() === 'true,true'")).await?;
    markup::start(&tab, BOOKING, "ready").await?;
    markup::fill(&tab).await?;
    markup::send(&tab, "delivered").await?;
    tab.js("scrollTo(0, 0)").await?;
    tab.wait(
        "no way to a form that was sent",
        &format!("return scrollY === 0 && (() => {{ {WAY} }})() === 'false,true'"),
    )
    .await?;
    Ok(())
}
