//! A phone that is slow: the processor at a quarter of this machine's speed, 1.6 Mbit/s, 150 ms to an answer. What it
//! takes to start the neck by a scroll and to tap parts of it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::browser::{Browser, Engine, Wishes};
use crate::desk::Desk;
use crate::figure::{Figure, median};
use crate::tab::{Size, Tab};
use crate::{Done, Problem, weight};

/// How often it is done; the median counts.
const RUNS: usize = 5;
/// A task that lasts longer holds the visitor up, ms. So the browser counts, too.
const LONG: f64 = 50.0;
/// Bits per second, and ms until an answer comes.
const NETWORK: (f64, u32) = (1_638_400.0, 150);
/// Where the picture is tapped, in parts of its width and height.
const TAPS: [(f64, f64); 3] = [(0.5, 0.55), (0.3, 0.7), (0.5, 0.4)];
/// Begins to keep what the browser tells of taps; of those before it would give the slowest only.
const KEEP: &str = "
    const row = (one) => [one.interactionId, one.duration, one.processingEnd - one.processingStart];
    window.__rows = [];
    const keep = (entries) => window.__rows.push(...entries.filter((one) => one.interactionId).map(row));
    window.__kept = () => (keep(window.__taps.takeRecords()), window.__rows);
    window.__taps = new PerformanceObserver((list) => keep(list.getEntries()));
    window.__taps.observe({ type: 'event', durationThreshold: 16 });";
/// Everything so far, as [`Timings`].
const TIMINGS: &str = "
    const all = (type) => {
        const observer = new PerformanceObserver(() => {});
        observer.observe({ type, buffered: true });
        return observer.takeRecords();
    };
    const scripts = all('long-animation-frame').flatMap((frame) => frame.scripts);
    return [
        all('longtask').map((one) => [one.startTime, one.duration]),
        scripts.filter((one) => one.sourceURL.startsWith(location.origin)).map((one) => [one.invoker, one.startTime, one.duration]),
        window.__kept(),
    ];";

/// Long tasks: start and duration. Our scripts in long frames: what called them, start, duration. What taps were: of
/// which tap, until the next paint, our work. All ms.
type Timings = (Vec<(f64, f64)>, Vec<(String, f64, f64)>, Vec<(u64, f64, f64)>);

/// What one run gives, ms.
struct Run {
    /// From the scroll until a part that was tapped is named.
    answer: f64,
    /// Beyond 50 ms of every task from the scroll until the neck has answered.
    blocked: f64,
    /// Our scripts over 50 ms, from the navigation to the last tap.
    scripts: Vec<String>,
    /// Our work for a tap, the worst.
    tap: f64,
    /// From a tap until the browser paints next, the worst. The neck's picture may come a frame later.
    painted: f64,
}

/// Measures the page of our own front desk.
///
/// # Errors
/// When Chromium is missing or the neck does not answer.
pub async fn measure() -> Done<Vec<Figure>> {
    let desk = Desk::open()?;
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        // A browser of its own, so that nothing is in its cache and nothing compiled.
        let browser = Browser::start(Engine::Chromium, Wishes::NONE).await?;
        let run = run(&browser.tab(), &format!("http://{}", desk.address)).await;
        browser.close().await;
        runs.push(run?);
    }
    for script in runs.iter().flat_map(|run| &run.scripts) {
        println!("         slow.scripts {script}");
    }
    let middle = |what: fn(&Run) -> f64| median(runs.iter().map(what).collect()).unwrap_or(f64::NAN).round();
    let figure = Figure::at_most;
    Ok(vec![
        figure(
            "slow.answer",
            "slow phone: from the scroll until the neck answers",
            middle(|run| run.answer),
            "ms",
            4000.0,
        ),
        figure("slow.blocked", "slow phone: blocked meanwhile", middle(|run| run.blocked), "ms", 50.0),
        figure(
            "slow.scripts",
            "slow phone: our scripts over 50 ms, from load to the last tap",
            middle(|run| run.scripts.len() as f64),
            "scripts",
            0.0,
        ),
        figure(
            "slow.tap",
            "slow phone: our work for a tap, the worst of three",
            middle(|run| run.tap),
            "ms",
            50.0,
        ),
        figure(
            "slow.paint",
            "slow phone: from a tap to the next paint, the worst of three",
            middle(|run| run.painted),
            "ms",
            2000.0,
        ),
    ])
}

async fn run(tab: &Tab, origin: &str) -> Done<Run> {
    let (speed, latency) = NETWORK;
    tab.devtools("Network.enable", json!({})).await?;
    tab.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await?;
    let network = json!({"offline": false, "latency": latency, "downloadThroughput": speed / 8.0, "uploadThroughput": speed / 8.0});
    tab.devtools("Network.emulateNetworkConditions", network).await?;
    tab.open_url(origin, &format!("{origin}/"), Size::Phone).await?;
    tab.centre("clinic-neck").await?;
    let scrolled = number(&tab.js("return performance.now()").await?)?;
    tap(tab, TAPS[0]).await?;
    let named = "return document.querySelector('clinic-neck [data-selected]').textContent.trim() !== '' && performance.now()";
    let answered = number(&tab.wait("an answer to the first tap", named).await?)?;
    tab.wait("all of the model", weight::WHOLE).await?;
    let started = number(&tab.js("return performance.now()").await?)?;
    tab.js(KEEP).await?;
    for place in TAPS {
        rest(tab).await?;
        tap(tab, place).await?;
    }
    rest(tab).await?;
    let (tasks, scripts, taps): Timings = serde_json::from_value(tab.js(TIMINGS).await?)?;
    let mut work = BTreeMap::<u64, f64>::new();
    for (tap, _, ms) in &taps {
        *work.entry(*tap).or_default() += ms;
    }
    Ok(Run {
        answer: answered - scrolled,
        blocked: tasks
            .iter()
            .filter(|(start, _)| (scrolled..started).contains(start))
            .map(|(_, duration)| (duration - LONG).max(0.0))
            .sum(),
        scripts: scripts
            .iter()
            .filter(|(_, _, duration)| *duration > LONG)
            .map(|(caller, start, duration)| format!("{duration:.0} ms at {start:.0} ms: {caller}"))
            .collect(),
        tap: work.into_values().fold(0.0, f64::max),
        painted: taps.iter().map(|(_, duration, _)| *duration).fold(0.0, f64::max),
    })
}

/// With a finger, on the picture.
async fn tap(tab: &Tab, (x, y): (f64, f64)) -> Done {
    let [left, top, width, height] = tab.place("clinic-neck .stage").await?;
    let point = json!([{"x": left + width * x, "y": top + height * y}]);
    tab.devtools("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": point})).await?;
    tab.devtools("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await?;
    Ok(())
}

/// Until the neck draws no more.
async fn rest(tab: &Tab) -> Done {
    let rests = "const { stats } = document.querySelector('clinic-neck'); const before = window.__frames; window.__frames = stats.frames; return stats.rests && stats.frames === before";
    tab.wait("a neck at rest", rests).await.map(|_| ())
}

fn number(value: &Value) -> Done<f64> {
    value.as_f64().ok_or_else(|| Problem(format!("{value} is no number")))
}
