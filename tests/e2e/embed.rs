//! A foreign page, on another origin, under a strict policy of its own.

use serde_json::json;
use tests::desk::Desk;
use tests::site::{Answer, BASE, Host, Site};
use tests::tab::{Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, BOOKING, NECK, button};

/// What a careful host allows: our origin by name, wasm, small pictures inside style sheets, nothing else.
fn policy(ours: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' {ours} 'wasm-unsafe-eval'; style-src 'self' {ours}; img-src {ours} data:; connect-src {ours}; \
         form-action {ours}; font-src {ours}; base-uri 'none'"
    )
}

/// A host with a look of its own, and with habits that collide with careless embeds.
fn page(ours: &str, elements: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host of its own</title>\
         <script src=\"/probe.js\"></script><script src=\"/before.js\"></script><link rel=\"stylesheet\" href=\"/host.css\">\
         <script type=\"module\" src=\"{ours}{BASE}embed.js\"></script></head>\
         <body><h1 class=\"btn\">Our clinic</h1><p class=\"field small\" id=\"own\">Host text</p><button class=\"btn main\">Host button</button>\
         <form class=\"form\"><label class=\"hint\">Host <input name=\"full_name\" class=\"box\"></label></form>{elements}<p class=\"outcome\">After</p></body></html>"
    )
}

const HOST_CSS: &str = "body{font:16px/1.3 monospace;margin:7px;color:rgb(10,20,30)}h1{font-size:33px}.btn{letter-spacing:3px}.hint{color:rgb(200,0,0)}";
/// A theme that resets what browsers bring along, and has opinions on text, buttons and fields.
const THEME_CSS: &str = "*,::before,::after{box-sizing:border-box;border:0 solid;margin:0;padding:0} body{text-align:center;letter-spacing:1px;line-height:3} \
    button,input,textarea{background:transparent;appearance:none;font:inherit;color:inherit;border-radius:0;letter-spacing:inherit} ol,ul{list-style:none} \
    h1,h2,h3{font-size:inherit;font-weight:inherit;text-transform:uppercase} a{color:inherit;text-decoration:none} fieldset,legend{display:contents} [hidden]{display:block} \
    .entry button:not(:disabled),.entry .btn{background:rgb(200,0,0);text-transform:uppercase;letter-spacing:3px;padding:1px} \
    .entry input[type=text],.entry input[type=tel],.entry input[type=email],.entry textarea{border:0;padding:0;box-shadow:none;height:20px} .entry p,.entry label{margin:30px;font-size:9px;color:rgb(0,0,200)}";
/// Names of globals before anything of ours runs.
const BEFORE: &str = "window.__before = Object.getOwnPropertyNames(window);";

/// What README promises an owner: our page served by the front desk itself, a form on a page of another origin that
/// it was told of, and the request arrives.
pub(crate) async fn a_request_from_a_foreign_page_arrives(tab: Tab) -> Done {
    let host = Site::foreign().file("/host.css", HOST_CSS).file("/before.js", BEFORE).serve().await?;
    let desk = Desk::open_to(&[&host.origin])?;
    let ours = format!("http://{}", desk.address);
    let page = page(&ours, "<clinic-booking></clinic-booking>").replace(BASE, "/");
    host.add_page("/page.html", &policy(&ours), &page);
    tab.open_url(&host.origin, &format!("{}/page.html", host.origin), Size::Desktop).await?;
    tab.wait("the form", "return !!document.querySelector('clinic-booking .root')").await?;
    markup::start(&tab, BOOKING, "ready").await?;
    markup::fill(&tab).await?;
    markup::send(&tab, "delivered").await?;
    let list = desk.list()?;
    same!(list.len(), 1, "requests on the desk");
    same!(list[0]["full_name"], markup::NAME, "the name that arrived");
    same!(tab.js("return location.pathname + location.search").await?, "/page.html", "the host's address");
    markup::calm(&tab).await
}

/// The site on one origin, the foreign page on another.
async fn serve(elements: &str) -> Done<(Host, Host)> {
    let ours = Site::built()?.serve().await?;
    let (policy, page) = (policy(&ours.origin), page(&ours.origin, elements));
    // The same page without us: the script's line names nothing.
    let bare = page.replace(" type=\"module\"", " type=\"text/plain\"");
    let host = Site::foreign()
        .page("/page.html", &policy, &page)
        .page("/bare.html", &policy, &bare)
        .file("/host.css", HOST_CSS)
        .file("/before.js", BEFORE)
        .serve()
        .await?;
    Ok((ours, host))
}

async fn both_work(tab: &Tab, host: &Host, neck: &str, booking: &str) -> Done {
    tab.open_url(&host.origin, &format!("{}/page.html", host.origin), Size::Desktop).await?;
    for (root, state) in [(neck, "ready"), (booking, "ready")] {
        tab.wait("the element", &format!("return !!document.querySelector('{root}')")).await?;
        tab.centre(root).await?;
        tab.wait(
            &format!("{root} {state}"),
            &format!("return document.querySelector('{root}').dataset.state === '{state}'"),
        )
        .await?;
    }
    tab.click(&format!("{neck} button[data-structure='C5']")).await?;
    tab.wait(
        "a choice",
        &format!("return document.querySelector('{neck} [data-selected]').innerText.trim() !== ''"),
    )
    .await?;
    tab.type_in(&format!("{booking} #booking-full_name"), "Ada").await?;
    tab.click(&format!("{booking} button[type=submit]")).await?;
    tab.wait(
        "the summary with the focus",
        &format!(
            "return document.activeElement === document.querySelector('{booking} [data-error-summary]')"
        ),
    )
    .await?;
    let starts = tab.js("return window.__probe.starts.map((one) => [one.ok, one.mutations.length])").await?;
    same!(starts, json!([[true, 0], [true, 0]]), "starts and what they changed");
    // Styled, not bare: our own look, inside our own elements, whatever the host's `.btn` is.
    let look = tab.js_with("const style = getComputedStyle(document.querySelector(arguments[0])); return [style.borderTopLeftRadius, style.letterSpacing]", vec![json!(format!("{booking} button[type=submit]"))]).await?;
    same!(look, json!(["10px", "normal"]), "corners and letters of Send");
    markup::calm(tab).await
}

pub(crate) async fn both_elements_work_on_a_foreign_page(tab: Tab) -> Done {
    let (_ours, host) = serve("<clinic-neck></clinic-neck><clinic-booking></clinic-booking>").await?;
    both_work(&tab, &host, NECK, BOOKING).await?;
    ensure!(tab.shown(&button("C1")).await?, "the list is not shown");
    Ok(())
}

/// The same look inside a theme as on a page that has none.
pub(crate) async fn a_hosts_theme_ends_where_the_elements_begin(tab: Tab) -> Done {
    let ours = Site::built()?.serve().await?;
    let elements = "<div class=\"entry\"><clinic-neck></clinic-neck><clinic-booking></clinic-booking></div>";
    let page = page(&ours.origin, elements);
    let host = Site::foreign()
        .page("/plain.html", &policy(&ours.origin), &page)
        .page("/theme.html", &policy(&ours.origin), &page.replace("/host.css", "/theme.css"))
        .file("/host.css", "body{margin:0}")
        .file("/theme.css", THEME_CSS)
        .file("/before.js", BEFORE)
        .serve()
        .await?;
    // Which labels stand, and where, is the frame's that was drawn last: they are compared as they begin.
    let look = "const names = ['display', 'appearance', 'boxSizing', 'width', 'borderTopWidth', 'borderTopStyle', 'borderTopLeftRadius', 'paddingLeft', 'paddingTop', 'marginTop', 'backgroundColor', 'color', 'fontSize', 'fontWeight', 'fontFamily', 'lineHeight', 'letterSpacing', 'textAlign', 'textTransform', 'textDecorationLine', 'listStyleType'];
        for (const tag of document.querySelectorAll('clinic-neck .tag')) { tag.hidden = false; tag.className = 'tag'; tag.style.cssText = '' }
        return [...document.querySelectorAll('clinic-neck .root, clinic-neck .root *, clinic-booking .root, clinic-booking .root *')].map((node) => [node.localName + '.' + node.className, ...names.map((name) => name + ': ' + getComputedStyle(node)[name])])";
    let mut looks = Vec::new();
    for path in ["/plain.html", "/theme.html"] {
        tab.open_url(&host.origin, &format!("{}{path}", host.origin), Size::Desktop).await?;
        for root in [NECK, BOOKING] {
            tab.wait("the element", &format!("return !!document.querySelector('{root} .root')")).await?;
            markup::start(&tab, root, "ready").await?;
        }
        let whole = "return document.querySelector('clinic-neck .explainer').hasAttribute('data-whole') && !!document.querySelector('clinic-neck [data-moves] button') && document.querySelector('clinic-neck').stats.rests && [...document.styleSheets].some((sheet) => sheet.href?.includes('embed.css'))";
        tab.wait("all of it", whole).await?;
        looks.push(tab.js(look).await?);
    }
    let field = "const style = (css) => getComputedStyle(document.querySelector('clinic-booking ' + css)); const radio = document.querySelector('clinic-booking [type=radio]').getBoundingClientRect();
        return { border: parseFloat(style('.box').borderTopWidth) >= 1, room: style('.box').paddingLeft, send: style('[type=submit]').backgroundColor, radio: [radio.width, radio.height, style('[type=radio]').borderTopStyle], hidden: style('[data-error-summary]').display }";
    same!(
        tab.js(field).await?,
        json!({"border": true, "room": "14px", "send": "rgb(14, 95, 89)", "radio": [26, 26, "solid"], "hidden": "none"}),
        "fields inside the theme"
    );
    let (plain, theme) =
        (looks[0].as_array().cloned().unwrap_or_default(), looks[1].as_array().cloned().unwrap_or_default());
    ensure!(plain.len() > 100, "only {} elements", plain.len());
    same!(plain.len(), theme.len(), "elements");
    for (plain, theme) in plain.iter().zip(&theme) {
        let (plain, theme) =
            (plain.as_array().cloned().unwrap_or_default(), theme.as_array().cloned().unwrap_or_default());
        let differ: Vec<_> = plain.iter().zip(&theme).filter(|(a, b)| a != b).collect();
        ensure!(differ.is_empty(), "{}: {differ:?}", plain[0]);
    }
    markup::calm(&tab).await
}

/// The owner's own words, a number to call, stand until the element is there; what did not come is asked for again.
pub(crate) async fn what_does_not_come_leaves_the_owners_words_and_is_tried_again(tab: Tab) -> Done {
    let glue = glue()?;
    let ours = Site::built()?.fail_once("fragments/booking.html").fail_once(&glue).serve().await?;
    let elements = "<clinic-booking><p id=\"call\">Call us</p></clinic-booking>";
    let host = Site::foreign()
        .page("/page.html", &policy(&ours.origin), &page(&ours.origin, elements))
        .file("/host.css", HOST_CSS)
        .file("/before.js", BEFORE)
        .serve()
        .await?;
    tab.open_url(&host.origin, &format!("{}/page.html", host.origin), Size::Desktop).await?;
    tab.state(BOOKING, "unavailable").await?;
    let asked = |ending: &str| ours.seen().iter().filter(|seen| seen.path.contains(ending)).count();
    ensure!(tab.shown("#call").await?, "the owner's words went away");
    // Near all the time, it is asked for no more until somebody touches it.
    let frames =
        "requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
    tab.js_later(frames, vec![]).await?;
    same!(asked("fragments/booking.html"), 1, "times the fragment was asked for");
    let warnings = |paths: &[&str]| -> Vec<_> {
        paths.iter().map(|path| format!("warn: Did not load: {}", ours.url(path))).collect()
    };
    same!(
        markup::probed(&tab, "console").await?,
        warnings(&["fragments/booking.html"]),
        "what the console says"
    );
    tab.click("#call").await?;
    tab.wait("the form", "return !!document.querySelector('clinic-booking #booking-form')").await?;
    ensure!(!tab.shown("#call").await?, "the owner's words beside the form");
    tab.wait("the second warning", "return window.__probe.console.length > 1").await?;
    tab.click("#booking-full_name").await?;
    tab.state(BOOKING, "ready").await?;
    let warned = warnings(&["fragments/booking.html", &glue]);
    same!(markup::probed(&tab, "console").await?, warned, "what the console says");
    let complaints =
        [markup::probed(&tab, "errors").await?, markup::probed(&tab, "violations").await?].concat();
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// Path of the script that opens the wasm.
fn glue() -> Done<String> {
    let files = tests::project::files(&tests::project::dist()?)?;
    let glue = files.into_iter().find(|file| file.starts_with("assets/glue.") && file.ends_with(".js"));
    glue.ok_or_else(|| tests::Problem::new("no glue"))
}

pub(crate) async fn divs_mean_the_same_where_tags_are_filtered(tab: Tab) -> Done {
    let (_ours, host) = serve("<div data-clinic=\"neck\"></div><div data-clinic=\"booking\"></div>").await?;
    both_work(&tab, &host, "[data-clinic=neck]", "[data-clinic=booking]").await
}

/// A relative address is ours: what a patient types must not go to the host's server.
pub(crate) async fn an_endpoint_of_ours_is_ours_on_a_foreign_page(tab: Tab) -> Done {
    let set = |html: &str| html.replace(" data-adapter=", " data-endpoint=\"../api/json\" data-adapter=");
    let ours = Site::built()?.with("fragments/booking.html", set).serve().await?;
    let host = Site::foreign()
        .page("/page.html", &policy(&ours.origin), &page(&ours.origin, "<clinic-booking></clinic-booking>"))
        .file("/host.css", HOST_CSS)
        .file("/before.js", BEFORE)
        .serve()
        .await?;
    tab.open_url(&host.origin, &format!("{}/page.html", host.origin), Size::Desktop).await?;
    tab.state(BOOKING, "ready").await?;
    let endpoint = "return document.querySelector('clinic-booking form').dataset.endpoint";
    same!(tab.js(endpoint).await?, ours.url("api/json"), "where script sends to");
    Ok(())
}

/// Page builders and tabs bring their parts later, and take them away.
pub(crate) async fn a_div_may_come_late_and_go(tab: Tab) -> Done {
    let (_ours, host) = serve("<main id=\"place\"></main>").await?;
    tab.open_url(&host.origin, &format!("{}/page.html", host.origin), Size::Desktop).await?;
    tab.wait("our script", "return !!customElements.get('clinic-booking')").await?;
    let div = "[data-clinic=booking]";
    tab.js("document.querySelector('#place').innerHTML = '<section><div data-clinic=\"booking\"></div></section>'").await?;
    let state = |state: &str| format!("return document.querySelector('{div}')?.dataset.state === '{state}'");
    tab.wait("the form runs", &state("ready")).await?;
    tab.type_in(&format!("{div} #booking-full_name"), "Ada").await?;
    // Only moved, it goes on.
    tab.js("document.querySelector('#place').append(document.querySelector('[data-clinic]'))").await?;
    same!(tab.js("return window.__probe.frees").await?, 0, "roots freed by a move");
    tab.js("window.__taken = document.querySelector('[data-clinic]'); window.__taken.remove()").await?;
    tab.wait("the root's memory freed", "return window.__probe.frees === 1").await?;
    same!(tab.js("return window.__taken.dataset.state").await?, "form", "state of a removed div");
    tab.js("document.querySelector('#place').append(window.__taken)").await?;
    tab.wait("the form runs again", &state("ready")).await?;
    same!(markup::value(&tab, "booking-full_name").await?, "Ada", "what was typed before");
    same!(tab.js("return window.__probe.starts.length").await?, 2, "starts");
    markup::calm(&tab).await
}

/// A section of the host may be called what a part of ours is.
pub(crate) async fn a_name_of_the_hosts_is_no_button_of_ours(tab: Tab) -> Done {
    let site = Site::built()?.answers([Answer::Status(503, "{}")]).with("index.html", |html| {
        let around = "<div class=\"look again\" data-act=\"zoom\" data-movement=\"nod\"><clinic-";
        html.replace("<clinic-", around)
            .replace("</clinic-neck>", "</clinic-neck></div>")
            .replace("</clinic-booking>", "</clinic-booking></div>")
    });
    let host = site.serve().await?;
    markup::open_ready(&tab, &host, Size::Desktop).await?;
    tab.js("document.querySelector('clinic-neck').scene = { bend: 20 }").await?;
    let scene = "const { camera, ...scene } = document.querySelector('clinic-neck').scene; return scene";
    let before = tab.js(scene).await?;
    tab.click("clinic-neck [data-plain]").await?;
    same!(tab.js(scene).await?, before, "the scene after a click on a text");
    tab.click("#booking-title").await?;
    // What a press on Send would show comes a turn later.
    tab.js_later("requestAnimationFrame(() => requestAnimationFrame(() => done()))", vec![]).await?;
    ensure!(!tab.shown(markup::SUMMARY).await?, "a click on the title was taken for Send");
    markup::fill(&tab).await?;
    markup::send(&tab, "unreachable").await?;
    tab.click("[data-outcome=unreachable] .lead").await?;
    tab.js_later("requestAnimationFrame(() => requestAnimationFrame(() => done()))", vec![]).await?;
    ensure!(tab.shown("[data-outcome=unreachable]").await?, "a click on the panel closed it");
    same!(host.posts().len(), 1, "requests that were sent");
    markup::calm(&tab).await
}

pub(crate) async fn the_host_page_stays_as_it_was(tab: Tab) -> Done {
    let (_ours, host) = serve("<clinic-neck></clinic-neck><clinic-booking></clinic-booking>").await?;
    // Every property of every element of the host's own, and where it lies relative to the one before.
    let look = "return JSON.stringify([...document.querySelectorAll('html, body, body > :not(clinic-neck, clinic-booking), body > form *')].map((node) => [node.localName, ...[...getComputedStyle(node)].filter((name) => !/height|block-size|origin|perspective/.test(name)).map((name) => name + getComputedStyle(node).getPropertyValue(name)), node.getBoundingClientRect().width, node.getBoundingClientRect().x]))";
    tab.open_url(&host.origin, &format!("{}/bare.html", host.origin), Size::Desktop).await?;
    let bare = tab.js(look).await?;
    tab.open_url(&host.origin, &format!("{}/page.html", host.origin), Size::Desktop).await?;
    for root in [NECK, BOOKING] {
        tab.wait("the element", &format!("return !!document.querySelector('{root} .root')")).await?;
        markup::start(&tab, root, "ready").await?;
    }
    let own =
        tab.js("return [...document.styleSheets].some((sheet) => sheet.href?.includes('embed.css'))").await?;
    same!(own, true, "whether our sheet is on the page");
    let embedded = tab.js(look).await?;
    if bare != embedded {
        let (a, b) = (bare.as_str().unwrap_or_default(), embedded.as_str().unwrap_or_default());
        let differ: Vec<_> = a.split(',').zip(b.split(',')).filter(|(a, b)| a != b).take(6).collect();
        ensure!(differ.is_empty() && a == b, "the host's look changed: {differ:?}");
    }
    // `ret_nodes` is a global of the driver.
    let globals = tab.js("const before = new Set(window.__before); return Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !/^(__before|ret_nodes|\\d+)$/.test(name))").await?;
    same!(globals, json!([]), "new globals");
    same!(tab.js("return document.title").await?, "A host of its own", "the title");
    same!(
        tab.js("return [location.pathname, location.hash]").await?,
        json!(["/page.html", ""]),
        "the address"
    );
    markup::calm(&tab).await
}

/// An iframe shows a browser's error where a page refuses frames: after Send that reads as "not sent".
pub(crate) async fn a_frame_in_a_foreign_page_keeps_what_happens_inside(tab: Tab) -> Done {
    let desk = Desk::open()?;
    let ours = Site::built()?.without_script().desk(desk.address).serve().await?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><title>A host of its own</title></head><body><iframe title=\"Headache\" width=\"800\" height=\"700\" src=\"{}\"></iframe></body></html>",
        ours.url("frame.html")
    );
    let policy = format!("default-src 'none'; frame-src {}", ours.origin);
    let host = Site::foreign().page("/page.html", &policy, &page).serve().await?;
    tab.open_url(&host.origin, &format!("{}/page.html", host.origin), Size::Desktop).await?;
    tab.enter("iframe").await?;
    tab.wait(
        "the form",
        "return document.readyState === 'complete' && !!document.querySelector('#booking-form')",
    )
    .await?;
    let away = "return [...document.querySelectorAll('a[href]')].filter((link) => !/^(tel:|#)/.test(link.getAttribute('href'))).map((link) => link.target + ' ' + link.rel)";
    same!(tab.js(away).await?, json!(["_blank noopener"]), "where links out of the frame lead");
    // Set, not typed: two of the drivers cannot type into a frame of another origin.
    let set = "for (const [id, value] of Object.entries(arguments[0])) { const field = document.getElementById('booking-' + id); if (value === true) field.checked = true; else field.value = value; }";
    // Twice wrong, so that the page of errors is sent from, too.
    for typed in ["1", "2"] {
        tab.js_with(set, vec![json!({"phone": typed})]).await?;
        tab.click(markup::SEND).await?;
        tab.wait("the page of errors", &format!("return document.readyState === 'complete' && document.querySelector('{}')?.getClientRects().length > 0 && document.querySelector('#booking-phone').defaultValue === '{typed}'", markup::SUMMARY)).await?;
        ensure!(!tab.shown("article").await?, "the whole page in the frame");
        let top = format!(
            "const place = document.querySelector('{}').getBoundingClientRect(); return place.top >= 0 && place.top < innerHeight",
            markup::SUMMARY
        );
        same!(tab.js(&top).await?, true, "whether the errors are in sight");
    }
    tab.js_with(set, vec![json!({"phone": markup::PHONE, "full_name": markup::NAME, "consent": true})])
        .await?;
    tab.click(markup::SEND).await?;
    tab.wait(
        "the static confirmation",
        "return location.pathname.endsWith('/sent/') && document.readyState === 'complete'",
    )
    .await?;
    same!(desk.list()?.len(), 1, "requests on the desk");
    let targets = tab.js("return [...new Set([...document.querySelectorAll('a[href^=\"../\"]')].map((link) => link.target))]").await?;
    same!(targets, json!(["_top"]), "where links of the confirmation lead");
    Ok(())
}
