//! What the page weighs and does, against its budget. `--json FILE` writes `[{id, value, unit, bound, ok}]`; the
//! program fails when a bound is not kept. `--long` plays a slow phone and asks Lighthouse, too, which takes some
//! minutes.
//!
//! Bytes are those of the bodies that the front desk sends to a browser whose cache is empty, packed as it packs them,
//! headers excluded; 1 kB = 1000 bytes.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "names of our own files are in lower case"
)]

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};
use tests::browser::{Browser, Engine, Wishes};
use tests::desk::Desk;
use tests::figure::{Figure, report, stale};
use tests::site::Site;
use tests::tab::{Size, Tab};
use tests::traffic::{Sent, Traffic};
use tests::{Done, Problem, lighthouse, project, slow, weight};

fn main() -> ExitCode {
    let (mut json, mut long) = (None, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match (argument.as_str(), if argument == "--json" { arguments.next() } else { None }) {
            ("--json", Some(file)) => json = Some(PathBuf::from(file)),
            ("--long", _) => long = true,
            _ => {
                eprintln!("usage: bench [--json FILE] [--long]");
                return ExitCode::FAILURE;
            }
        }
    }
    let told = measure(long).and_then(|mut figures| {
        figures.push(stale(&figures, &std::fs::read_to_string(project::root().join("README.md"))?));
        report(&figures, json.as_deref()).map(|()| figures.iter().all(Figure::ok))
    });
    match told {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn measure(long: bool) -> Done<Vec<Figure>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let mut figures = runtime.block_on(async {
        let browser = Browser::start(Engine::Chromium, Wishes::NONE).await?;
        let figures = in_browser(&browser.tab()).await;
        browser.close().await;
        figures
    })?;
    if long {
        figures.extend(runtime.block_on(slow::measure())?);
        let desk = Desk::open()?;
        figures.extend(lighthouse::measure(&format!("http://{}/", desk.address))?);
    }
    Ok(figures)
}

async fn in_browser(tab: &Tab) -> Done<Vec<Figure>> {
    let mut figures = bytes(tab).await?;
    figures.extend(draws(tab).await?);
    Ok(figures)
}

async fn bytes(tab: &Tab) -> Done<Vec<Figure>> {
    let desk = Desk::open()?;
    let origin = format!("http://{}", desk.address);
    tab.open_url(&origin, &format!("{origin}/"), Size::Phone).await?;
    answer_a_tap(tab).await?;
    tab.wait(
        "the rest of the model",
        "return performance.getEntriesByType('resource').some((one) => one.name.includes('/rest.'))",
    )
    .await?;
    let traffic = Traffic::of(tab).await?;
    println!("Bodies as our front desk sends them to an empty cache, headers excluded:");
    for Sent { path, bytes, .. } in &traffic.0 {
        println!("         {bytes:>8} {path}");
    }
    let begins = |start: &'static str| move |sent: &Sent| sent.path.starts_with(start);
    let html = traffic.find("the page", |sent| sent.path == "index.html")?.bytes;
    let article = html + traffic.sum(|sent| sent.blocking);
    let wasm = traffic.find("the wasm", |sent| sent.path.ends_with(".wasm"))?;
    let scripts = traffic.sum(|sent| sent.path.ends_with(".js"));
    let model = traffic.find("the model", begins("assets/model."))?.bytes;
    let rest = traffic.find("the rest of the model", begins("assets/rest."))?.bytes;
    let visited = traffic.sum(|_| true);
    // The rest comes after the neck can answer, behind the drawing.
    let everything = visited - rest;
    let poster = poster(tab).await?;
    let poster = traffic.find("the poster", |sent| sent.path == poster)?.bytes;
    let sentences = article_in_wasm(&project::dist()?, &wasm.path)?;
    let blocking = traffic.0.iter().filter(|sent| sent.blocking).count();
    Ok(vec![
        Figure::bytes(
            "bytes.article",
            "until the article is readable and the form usable without script",
            article,
            14_000,
        ),
        Figure::bytes(
            "bytes.form",
            "until the form runs with script",
            article + wasm.bytes + scripts,
            146_000,
        ),
        Figure::bytes("bytes.wasm", "the wasm", wasm.bytes, 120_000),
        Figure::bytes("bytes.scripts", "all scripts", scripts, 12_000),
        Figure::bytes("bytes.poster", "the poster", poster, 18_000),
        Figure::bytes("bytes.model", "the model", model, 20_000),
        Figure::bytes("bytes.rest", "the rest of the model, behind the drawing", rest, 55_000),
        Figure::bytes(
            "bytes.explainer",
            "what the neck adds to the article until it answers a tap",
            everything - article,
            201_000,
        ),
        Figure::bytes("bytes.everything", "everything until the neck answers a tap", everything, 215_000),
        Figure::bytes("bytes.visited", "all of it, the rest of the model included", visited, 265_000),
        Figure::bytes("bytes.paragraph", "words of the article in the wasm", sentences, 0),
        Figure::at_most(
            "requests.article",
            "requests until the article is readable",
            1.0 + blocking as f64,
            "requests",
            2.0,
        ),
    ])
}

/// Scrolls to the neck as a reader does, and taps a bone in the list.
async fn answer_a_tap(tab: &Tab) -> Done {
    tab.centre("clinic-neck").await?;
    tab.state("clinic-neck", "ready").await?;
    tab.click("clinic-neck button[data-structure='C5']").await?;
    tab.wait(
        "the answer to a tap",
        "return document.querySelector('clinic-neck [data-selected]').textContent.trim() !== ''",
    )
    .await?;
    Ok(())
}

/// Path of the picture that stands where the model will.
async fn poster(tab: &Tab) -> Done<String> {
    let path =
        tab.js("return new URL(document.querySelector('clinic-neck img').currentSrc).pathname").await?;
    Ok(path.as_str().unwrap_or_default().trim_start_matches('/').to_owned())
}

/// Bytes of the article's words that stand in the wasm, counted in runs of five words.
fn article_in_wasm(dist: &std::path::Path, wasm: &str) -> Done<usize> {
    let wasm = std::fs::read(dist.join(wasm))?;
    let found = weight::shared_sentences(&std::fs::read_to_string(dist.join("index.html"))?, &wasm)?;
    Ok(found.iter().map(String::len).sum())
}

async fn draws(tab: &Tab) -> Done<Vec<Figure>> {
    let host = Site::built()?.serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    tab.centre("clinic-neck").await?;
    tab.state("clinic-neck", "ready").await?;
    tab.wait("all of the model", weight::WHOLE).await?;
    tab.centre("clinic-neck canvas").await?;
    settled(tab).await?;
    let home = triangles(tab, json!({ "side": 1 })).await?;
    // Seen whole, each kind, and with all that lies among them.
    let mut chosen = 0.0_f64;
    for scene in [
        json!({ "side": 0, "selected": "C5" }),
        json!({ "selected": "skull" }),
        json!({ "selected": "scm", "nerves": true, "vessels": true, "ligaments": true }),
    ] {
        chosen = chosen.max(triangles(tab, scene).await?);
    }
    // What it takes to load is not a frame's.
    let before = triangles(tab, json!({ "bend": 40 })).await.and(settled(tab).await)?;
    let after = tab.js_later(FRAMES, vec![json!(120)]).await?;
    let number = |value: &Value| value.as_f64().ok_or_else(|| Problem(format!("{value} is no number")));
    let [calls, uploads, buffers, memory] = weight::drawing(tab).await?;
    let count = Figure::at_most;
    Ok(vec![
        count("triangles.home", "triangles of a frame, nothing chosen", home, "triangles", 150_000.0),
        count("triangles.chosen", "triangles of a frame, a part chosen", chosen, "triangles", 220_000.0),
        count("draws.frame", "draw calls of one frame", calls, "calls", 120.0),
        count(
            "draws.rest",
            "frames drawn in two seconds of rest",
            number(&after[0])? - number(&before[0])?,
            "frames",
            0.0,
        ),
        count("draws.upload", "handed to the graphics card for one frame", uploads, "bytes", 32_000.0),
        count("memory.gpu", "buffers on the graphics card", buffers, "bytes", 4e6),
        count("memory.wasm", "memory of the wasm", memory, "bytes", 5e6),
    ])
}

/// The most triangles of a frame on the way to a scene.
async fn triangles(tab: &Tab, scene: Value) -> Done<f64> {
    tab.js_with(
        "const seen = window.__probe; seen.uploads.length = seen.perFrame.length = seen.triangles.length = 0; document.querySelector('clinic-neck').scene = arguments[0]",
        vec![scene],
    )
    .await?;
    settled(tab).await?;
    let most = tab.js("return Math.max(...window.__probe.triangles)").await?;
    most.as_f64().ok_or_else(|| Problem(format!("{most} triangles")))
}

/// Waits for so many of the browser's frames; gives how many we drew, and how many calls that took.
const FRAMES: &str = "const tick = (left) => (left ? requestAnimationFrame(() => tick(left - 1)) : done([document.querySelector('clinic-neck').stats.frames, window.__probe.draws, document.querySelector('clinic-neck').stats.rests])); tick(arguments[0])";

/// Until nothing is drawn any more.
async fn settled(tab: &Tab) -> Done<Value> {
    let mut before = tab.js_later(FRAMES, vec![json!(20)]).await?;
    loop {
        let next = tab.js_later(FRAMES, vec![json!(20)]).await?;
        if next == before && next[2] == true {
            return Ok(next);
        }
        before = next;
    }
}
