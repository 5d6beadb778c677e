//! Every designed state as a PNG: phone and desktop, light and dark. `pictures DIR` also writes `DIR/list.txt`, one
//! picture a line with what it shows.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;
use tests::browser::{Browser, Engine, Wishes};
use tests::site::{Answer, Host, Site};
use tests::tab::{Size, Tab};
use tests::{Done, Problem};

/// A state: its name, what it shows, and how a reader gets there.
struct State {
    name: &'static str,
    shows: &'static str,
    /// Drawn once, as size and scheme make no difference to it.
    once: bool,
    way: Way,
}

enum Way {
    /// This page, scrolled to this element.
    Page(&'static str, Option<&'static str>),
    /// The page with this bone chosen, the neck in view.
    Neck(&'static str),
    /// More ways to move and look opened, the chin drawn back.
    Moves,
    /// A muscle chosen, seen from behind.
    Muscle,
    /// A link in the text followed.
    Sheet,
    /// The form, after these steps.
    Form(Step),
    /// The whole page as it stands without script.
    NoScript,
    /// The whole page on paper.
    Print,
}

enum Step {
    Empty,
    Filled,
    Errors,
    Outcome(&'static str, Answer),
}

const fn state(name: &'static str, shows: &'static str, way: Way) -> State {
    State { name, shows, once: false, way }
}

fn states() -> Vec<State> {
    vec![
        state("top", "The first screen", Way::Page("", None)),
        state(
            "reading",
            "A section of the article with structure links",
            Way::Page("", Some("article a[data-structure]")),
        ),
        state("treatments", "What a visit is like", Way::Page("", Some("#treatments"))),
        state("warning-signs", "When to call 911", Way::Page("", Some("#warning-signs"))),
        state("contact", "How to reach the clinic", Way::Page("", Some("#contact"))),
        state("neck", "The neck, nothing chosen", Way::Neck("")),
        state("neck-bone", "The neck, C5 chosen", Way::Neck("C5")),
        state("neck-disc", "The neck, the disc C5/C6 chosen", Way::Neck("disc_c5c6")),
        state("neck-moves", "More ways to move and look, a chin tuck", Way::Moves),
        state("neck-muscle", "A muscle under the skull, from behind", Way::Muscle),
        state("sheet", "A part named in the text, shown below it (phone)", Way::Sheet),
        state(
            "neck-no-webgl",
            "The neck where WebGL is missing, C5 chosen",
            Way::Page("?browser=no-webgl", Some("clinic-neck")),
        ),
        state("form-empty", "The form", Way::Form(Step::Empty)),
        state("form-filled", "The form, filled", Way::Form(Step::Filled)),
        state("form-errors", "The form with errors", Way::Form(Step::Errors)),
        state(
            "delivered",
            "The request has arrived",
            Way::Form(Step::Outcome("delivered", Answer::Delivered("K7-2F9Q"))),
        ),
        state("uncertain", "The connection broke", Way::Form(Step::Outcome("uncertain", Answer::Cut))),
        state(
            "unreachable",
            "The desk cannot be reached",
            Way::Form(Step::Outcome("unreachable", Answer::Status(503, "{}"))),
        ),
        state(
            "refused",
            "The desk refused",
            Way::Form(Step::Outcome(
                "refused",
                Answer::Status(403, "{\"message\":\"This form is closed.\"}"),
            )),
        ),
        state("no-script", "The whole page without script", Way::NoScript),
        state("sent", "The static confirmation", Way::Page("sent/", None)),
        state("not-found", "A page that is not there", Way::Page("nothing/here", None)),
        state("neck-in-words", "The neck in words", Way::Page("neck-in-words/", None)),
        State { name: "print", shows: "On paper", once: true, way: Way::Print },
    ]
}

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1).map(PathBuf::from) else {
        eprintln!("usage: pictures DIR");
        return ExitCode::FAILURE;
    };
    match take(&folder) {
        Ok(count) => {
            println!("{count} pictures in {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn take(folder: &Path) -> Done<usize> {
    std::fs::create_dir_all(folder)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let mut list = Vec::new();
        for (scheme, wishes) in [("light", Wishes::STILL), ("dark", Wishes { dark: true, ..Wishes::STILL })] {
            let browser = Browser::start(Engine::Chromium, wishes).await?;
            let result = in_scheme(&browser.tab(), folder, scheme, &mut list).await;
            browser.close().await;
            result?;
        }
        std::fs::write(folder.join("list.txt"), list.join("\n") + "\n")?;
        Ok(list.len())
    })
}

async fn in_scheme(tab: &Tab, folder: &Path, scheme: &str, list: &mut Vec<String>) -> Done {
    for (size_name, size) in [("phone", Size::Phone), ("desktop", Size::Desktop)] {
        for State { name, shows, once, way } in states() {
            if once && (scheme == "dark" || size == Size::Phone) {
                continue;
            }
            let file = format!("{name}-{size_name}-{scheme}.png");
            let png =
                picture(tab, size, way).await.map_err(|problem| Problem(format!("{file}: {problem}")))?;
            std::fs::write(folder.join(&file), png)?;
            println!("{file}");
            list.push(format!("{file}: {shows}"));
        }
    }
    Ok(())
}

async fn picture(tab: &Tab, size: Size, way: Way) -> Done<Vec<u8>> {
    match way {
        Way::Page(path, place) => {
            let host = Site::built()?.serve().await?;
            tab.open(&host, path, size).await?;
            if let Some(place) = place {
                tab.js_with("document.querySelector(arguments[0]).scrollIntoView({block: arguments[0].startsWith('#') ? 'start' : 'center', behavior: 'instant'})", vec![json!(place)]).await?;
            }
            if path.contains("no-webgl") {
                tab.wait("the neck started", "return window.__probe.starts.length > 0").await?;
                tab.click("clinic-neck button[data-structure='C5']").await?;
                tab.js("document.querySelector('clinic-neck').scrollIntoView({block: 'start'})").await?;
            }
            settled(tab).await?;
            tab.screenshot().await
        }
        Way::Neck(bone) => {
            let host = Site::built()?.serve().await?;
            tab.open(&host, "", size).await?;
            tab.centre("clinic-neck").await?;
            tab.state("clinic-neck", "ready").await?;
            if !bone.is_empty() {
                tab.click(&format!("clinic-neck button[data-structure='{bone}']")).await?;
            }
            tab.js("document.querySelector('clinic-neck').scrollIntoView({block: 'start'}); document.activeElement.blur()").await?;
            settled(tab).await?;
            tab.screenshot().await
        }
        Way::Moves | Way::Muscle => {
            let host = Site::built()?.serve().await?;
            tab.open(&host, "", size).await?;
            tab.centre("clinic-neck").await?;
            tab.state("clinic-neck", "ready").await?;
            tab.click("clinic-neck [data-act=open]").await?;
            tab.wait("the movements", "return !!document.querySelector('[data-movement]')").await?;
            if matches!(way, Way::Muscle) {
                tab.click("clinic-neck [data-view=back]").await?;
                tab.click("clinic-neck [data-structure=rcp_major]").await?;
            } else {
                tab.click("clinic-neck [data-movement=chin_tuck]").await?;
            }
            let place = if size == Size::Phone { "[data-act=open]" } else { "clinic-neck" };
            tab.js_with(
                "document.querySelector(arguments[0]).scrollIntoView({block: 'start'}); document.activeElement.blur()",
                vec![json!(place)],
            )
            .await?;
            settled(tab).await?;
            tab.screenshot().await
        }
        Way::Sheet => {
            let host = Site::built()?.serve().await?;
            tab.open(&host, "", size).await?;
            tab.centre("clinic-neck").await?;
            tab.state("clinic-neck", "ready").await?;
            let link = ".prose a[data-structure=C5]";
            tab.js_with(
                "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})",
                vec![json!(link)],
            )
            .await?;
            tab.js_later("requestAnimationFrame(() => requestAnimationFrame(() => done(0)))", vec![]).await?;
            tab.click(link).await?;
            settled(tab).await?;
            tab.screenshot().await
        }
        Way::Form(step) => form(tab, size, step).await,
        Way::NoScript => {
            let host = Site::built()?.without_script().serve().await?;
            tab.open(&host, "", size).await?;
            whole(tab).await
        }
        Way::Print => {
            let host = Site::built()?.serve().await?;
            tab.open(&host, "", Size::Of(794, 1123)).await?;
            tab.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
            let png = whole(tab).await;
            tab.devtools("Emulation.setEmulatedMedia", json!({"media": ""})).await?;
            png
        }
    }
}

async fn form(tab: &Tab, size: Size, step: Step) -> Done<Vec<u8>> {
    let answer = if let Step::Outcome(_, answer) = &step { answer.clone() } else { Answer::Never };
    let host: Host = Site::built()?.answers([answer]).serve().await?;
    tab.open(&host, "", size).await?;
    tab.centre("clinic-booking").await?;
    tab.state("clinic-booking", "ready").await?;
    let send = "clinic-booking button[type=submit]";
    let mut top = "clinic-booking";
    match step {
        Step::Empty => {}
        Step::Filled => fill(tab).await?,
        Step::Errors => {
            tab.type_in("#booking-phone", "949 47").await?;
            tab.click(send).await?;
            tab.wait("the summary", "return document.activeElement.matches('[data-error-summary]')").await?;
            top = "[data-error-summary]";
        }
        Step::Outcome(outcome, _) => {
            fill(tab).await?;
            tab.click(send).await?;
            tab.wait(outcome, &format!("return !!document.querySelector('[data-outcome={outcome}]')"))
                .await?;
            top = "[data-outcome]";
        }
    }
    tab.js_with(
        "document.querySelector(arguments[0]).scrollIntoView({block: 'start'}); scrollBy(0, -24)",
        vec![json!(top)],
    )
    .await?;
    settled(tab).await?;
    tab.screenshot().await
}

/// Words that belong to nobody: the fictitious numbers of 555-01xx, a domain that cannot exist.
async fn fill(tab: &Tab) -> Done {
    tab.type_in("#booking-full_name", "Sample Name").await?;
    tab.type_in("#booking-phone", "949-555-0123").await?;
    tab.type_in("#booking-email", "sample@example.com").await?;
    tab.click("[name=days][value=tue]").await?;
    tab.click("[name=time_of_day][value=morning]").await?;
    if tab.js("return document.querySelector('clinic-booking').dataset.consent === 'required'").await? == true
    {
        tab.click("#booking-consent").await?;
    }
    tab.js("document.activeElement.blur()").await.map(|_| ())
}

/// Pictures are in, and a few frames have passed without news.
async fn settled(tab: &Tab) -> Done {
    tab.wait(
        "the pictures",
        "return [...document.images].every((one) => one.complete || one.loading === 'lazy')",
    )
    .await?;
    let tick = "const stats = () => document.querySelector('clinic-neck')?.stats, tick = (left) => (left ? requestAnimationFrame(() => tick(left - 1)) : done(stats()?.rests === false ? null : stats()?.frames ?? 0)); tick(8)";
    let mut last = tab.js_later(tick, vec![]).await?;
    loop {
        let now = tab.js_later(tick, vec![]).await?;
        if now == last && !now.is_null() {
            return Ok(());
        }
        last = now;
    }
}

/// The whole page in one picture.
async fn whole(tab: &Tab) -> Done<Vec<u8>> {
    // Lazy pictures come when they are asked to.
    tab.js("for (const one of document.images) one.loading = 'eager'").await?;
    tab.wait("the pictures", "return [...document.images].every((one) => one.complete)").await?;
    let params = json!({"format": "png", "captureBeyondViewport": true, "clip": tab.js("return {x: 0, y: 0, width: innerWidth, height: document.documentElement.scrollHeight, scale: 1}").await?});
    let shot = tab.devtools("Page.captureScreenshot", params).await?;
    let text = shot["data"].as_str().ok_or_else(|| Problem::new("no picture"))?;
    Ok(base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text)?)
}
