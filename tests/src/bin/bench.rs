//! What the page weighs and does, against its budget. `--json FILE` writes `[{id, value, unit, bound, ok}]`; the
//! program fails when a bound is exceeded.
//!
//! Bytes are brotli 11 of the bodies that a browser really asks for, 1 kB = 1000 bytes.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "names of our own files are in lower case"
)]

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};
use tests::browser::{Browser, Engine, Wishes};
use tests::site::{BASE, Host, Site};
use tests::tab::{Size, Tab};
use tests::{Done, Problem, project, weight};

/// One measured figure.
struct Figure {
    id: &'static str,
    what: &'static str,
    value: f64,
    unit: &'static str,
    bound: f64,
}

impl Figure {
    const fn bytes(id: &'static str, what: &'static str, value: usize, bound: u32) -> Self {
        Self { id, what, value: value as f64, unit: "bytes", bound: bound as f64 }
    }

    fn ok(&self) -> bool {
        self.value <= self.bound
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let json = match (arguments.next().as_deref(), arguments.next()) {
        (Some("--json"), Some(file)) => Some(PathBuf::from(file)),
        (None, _) => None,
        _ => {
            eprintln!("usage: bench [--json FILE]");
            return ExitCode::FAILURE;
        }
    };
    let told = measure().and_then(|mut figures| {
        figures.push(stale(&figures, &std::fs::read_to_string(project::root().join("README.md"))?));
        report(&figures, json).map(|()| figures.iter().all(Figure::ok))
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

fn report(figures: &[Figure], json: Option<PathBuf>) -> Done {
    for figure in figures {
        let Figure { id, what, value, unit, bound } = figure;
        let mark = if figure.ok() { "ok      " } else { "EXCEEDED" };
        println!("{mark} {id:<18} {value:>8} of {bound:>8} {unit:<8} {what}");
    }
    if let Some(file) = json {
        let rows: Vec<Value> = figures
            .iter()
            .map(|figure| json!({"id": figure.id, "value": figure.value, "unit": figure.unit, "bound": figure.bound, "ok": figure.ok()}))
            .collect();
        std::fs::write(file, serde_json::to_string_pretty(&rows)? + "\n")?;
    }
    Ok(())
}

/// How many lines of the README's table say something else than was measured, or than is allowed. Two per cent are
/// left to the compressor and to other fonts in the pictures.
fn stale(figures: &[Figure], readme: &str) -> Figure {
    let mut stale = 0;
    for line in readme.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let Some(figure) = cells.get(1).and_then(|what| figures.iter().find(|one| one.what == *what)) else {
            continue;
        };
        let number = |cell: Option<&&str>| cell?.split_whitespace().collect::<String>().parse::<f64>().ok();
        let close =
            number(cells.get(2)).is_some_and(|said| (said - figure.value).abs() <= figure.value * 0.02);
        if !close || number(cells.get(3)) != Some(figure.bound) {
            println!("README.md is stale: {line}\n    it is {} of {}", figure.value, figure.bound);
            stale += 1;
        }
    }
    Figure {
        id: "readme.stale",
        what: "lines of the README's figures that are not so",
        value: f64::from(stale),
        unit: "lines",
        bound: 0.0,
    }
}

fn measure() -> Done<Vec<Figure>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let browser = Browser::start(Engine::Chromium, Wishes::NONE).await?;
        let figures = in_browser(&browser.tab()).await;
        browser.close().await;
        figures
    })
}

async fn in_browser(tab: &Tab) -> Done<Vec<Figure>> {
    let mut figures = bytes(tab).await?;
    figures.extend(draws(tab).await?);
    Ok(figures)
}

async fn bytes(tab: &Tab) -> Done<Vec<Figure>> {
    let dist = project::dist()?;
    let host = Site::built()?.unchanged().serve().await?;
    tab.open(&host, "", Size::Phone).await?;
    let blocking = tab
        .js("return performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').map((one) => new URL(one.name).pathname)")
        .await?;
    let blocking: Vec<String> =
        blocking.as_array().into_iter().flatten().filter_map(Value::as_str).map(file).collect();
    answer_a_tap(tab).await?;
    tab.wait(
        "the rest of the model",
        "return performance.getEntriesByType('resource').some((one) => one.name.includes('/rest.'))",
    )
    .await?;
    let asked = asked(&host);

    let size = |path: &str| weight::packed_file(&dist, path);
    let sum = |wanted: &dyn Fn(&str) -> bool| {
        asked.iter().filter(|path| wanted(path)).map(|path| size(path)).sum::<Done<usize>>()
    };
    let html = size("index.html")?;
    let css =
        blocking.iter().filter(|path| path.ends_with(".css")).map(|path| size(path)).sum::<Done<usize>>()?;
    let other =
        blocking.iter().filter(|path| !path.ends_with(".css")).map(|path| size(path)).sum::<Done<usize>>()?;
    let (wasm, scripts) = (sum(&|path| path.ends_with(".wasm"))?, sum(&|path| path.ends_with(".js"))?);
    let part = |stem: &str| {
        let start = format!("assets/{stem}.");
        let found = asked.iter().find(|path| path.starts_with(&start) && is_model(path));
        found.ok_or_else(|| Problem(format!("{stem} was not asked for")))
    };
    let (model, rest) = (part("model")?, part("rest")?);
    let visited = sum(&|_| true)?;
    // The rest comes after the neck can answer, behind the drawing.
    let everything = visited - size(rest)?;
    for path in &asked {
        println!("         {:>8} {path}", size(path)?);
    }
    let article = html + css + other;
    let sentences = article_in_wasm(&dist, &asked)?;
    Ok(vec![
        Figure::bytes(
            "bytes.article",
            "until the article is readable and the form usable without script",
            article,
            14_000,
        ),
        Figure::bytes("bytes.form", "until the form runs with script", article + wasm + scripts, 146_000),
        Figure::bytes("bytes.wasm", "the wasm", wasm, 120_000),
        Figure::bytes("bytes.scripts", "all scripts", scripts, 12_000),
        Figure::bytes("bytes.poster", "the poster", poster(tab, &dist).await?, 18_000),
        Figure::bytes("bytes.model", "the model", size(model)?, 20_000),
        Figure::bytes("bytes.rest", "the rest of the model, behind the drawing", size(rest)?, 55_000),
        Figure::bytes(
            "bytes.explainer",
            "what the neck adds to the article until it answers a tap",
            everything - article,
            201_000,
        ),
        Figure::bytes("bytes.everything", "everything until the neck answers a tap", everything, 215_000),
        Figure::bytes("bytes.visited", "all of it, the rest of the model included", visited, 265_000),
        Figure::bytes("bytes.paragraph", "words of the article in the wasm", sentences, 0),
        Figure {
            id: "requests.article",
            what: "requests until the article is readable",
            value: 1.0 + blocking.len() as f64,
            unit: "requests",
            bound: 2.0,
        },
    ])
}

/// Files of the site that were asked for, each once.
fn asked(host: &Host) -> Vec<String> {
    let mut files: Vec<_> =
        host.seen().iter().filter(|seen| seen.path.starts_with(BASE)).map(|seen| file(&seen.path)).collect();
    files.sort();
    files.dedup();
    files
}

fn file(path: &str) -> String {
    let inside = path.split('?').next().unwrap_or_default().trim_start_matches(BASE);
    if inside.is_empty() { "index.html".to_owned() } else { inside.to_owned() }
}

fn is_model(path: &str) -> bool {
    let known = [".html", ".css", ".js", ".wasm", ".webp", ".png", ".svg", ".woff2", ".ico"];
    path.starts_with("assets/") && !known.iter().any(|ending| path.ends_with(ending))
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

/// The picture that stands where the model will.
async fn poster(tab: &Tab, dist: &std::path::Path) -> Done<usize> {
    let path =
        tab.js("return new URL(document.querySelector('clinic-neck img').currentSrc).pathname").await?;
    weight::packed_file(dist, &file(path.as_str().unwrap_or_default()))
}

/// Bytes of the article's words that stand in the wasm, counted in runs of five words.
fn article_in_wasm(dist: &std::path::Path, asked: &[String]) -> Done<usize> {
    let wasm = asked
        .iter()
        .find(|path| path.ends_with(".wasm"))
        .ok_or_else(|| Problem::new("no wasm was asked for"))?;
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
    let count = |id, what, value, unit, bound| Figure { id, what, value, unit, bound };
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
const FRAMES: &str = "const tick = (left) => (left ? requestAnimationFrame(() => tick(left - 1)) : done([document.querySelector('clinic-neck').stats.frames, window.__probe.draws])); tick(arguments[0])";

/// Until nothing is drawn any more.
async fn settled(tab: &Tab) -> Done<Value> {
    let mut before = tab.js_later(FRAMES, vec![json!(20)]).await?;
    loop {
        let next = tab.js_later(FRAMES, vec![json!(20)]).await?;
        if next == before {
            return Ok(next);
        }
        before = next;
    }
}
