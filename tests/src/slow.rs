//! A phone that is slow: the processor at a quarter of this machine's speed, 1.6 Mbit/s, 150 ms to an answer. What it
//! takes to start the neck by a scroll and to tap parts of it.

use serde_json::{Value, json};

use crate::browser::{Browser, Engine, Wishes};
use crate::desk::Desk;
use crate::figure::Figure;
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
/// Keeps what the browser tells of a tap; of the past it would give the slowest only.
const KEEP: &str = "
    window.__taps = [];
    const row = (one) => ['event', one.name, one.startTime, one.duration, one.processingEnd - one.processingStart];
    new PerformanceObserver((list) => window.__taps.push(...list.getEntries().map(row))).observe({ type: 'event', durationThreshold: 16 });";
/// Every timing so far: `[[kind, name, start, duration, of it our own work]]`, ms.
const TIMINGS: &str = "
    const rows = window.__taps;
    const take = (type, row) => new PerformanceObserver((list) => rows.push(...list.getEntries().flatMap(row))).observe({ type, buffered: true });
    take('longtask', (one) => [['task', one.name, one.startTime, one.duration, one.duration]]);
    take('long-animation-frame', (one) => one.scripts.filter((script) => script.sourceURL.startsWith(location.origin)).map((script) => ['script', script.invoker, script.startTime, script.duration, script.duration]));
    requestAnimationFrame(() => setTimeout(() => done(rows)));";

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
    /// From a tap until its picture, the worst. Drawn in software.
    drawn: f64,
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
    let middle = |what: fn(&Run) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(what).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2].round()
    };
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
            "slow.drawn",
            "slow phone: until a tap is drawn, in software, the worst of three",
            middle(|run| run.drawn),
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
    let timings = Timing::all(&tab.js_later(TIMINGS, vec![]).await?)?;
    let of = |kind: &'static str| timings.iter().filter(move |one| one.kind == kind);
    let taps = || of("event");
    let worst = |values: &mut dyn Iterator<Item = f64>| values.fold(0.0, f64::max);
    Ok(Run {
        answer: answered - scrolled,
        blocked: of("task")
            .filter(|one| (scrolled..started).contains(&one.start))
            .map(|one| (one.duration - LONG).max(0.0))
            .sum(),
        scripts: of("script")
            .filter(|one| one.duration > LONG)
            .map(|one| format!("{:.0} ms at {:.0} ms: {}", one.duration, one.start, one.name))
            .collect(),
        tap: worst(&mut taps().map(|one| one.work)),
        drawn: worst(&mut taps().map(|one| one.duration)),
    })
}

/// One entry of [`TIMINGS`].
struct Timing {
    kind: String,
    name: String,
    start: f64,
    duration: f64,
    work: f64,
}

impl Timing {
    fn all(rows: &Value) -> Done<Vec<Self>> {
        let rows = rows.as_array().ok_or_else(|| Problem(format!("no timings: {rows}")))?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let read = |row: &Value| {
            Ok(Self {
                kind: text(&row[0]),
                name: text(&row[1]),
                start: number(&row[2])?,
                duration: number(&row[3])?,
                work: number(&row[4])?,
            })
        };
        rows.iter().map(read).collect()
    }
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
