//! Lighthouse, as people know it: a phone on a slow network and a desktop, three runs each, the median counts.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::figure::{self, Bound, Figure};
use crate::project::{npm, program};
use crate::{Done, Problem};

/// How often each preset runs.
const RUNS: usize = 3;
/// Lighthouse's categories, and the least score out of 100.
const SCORES: [(&str, f64); 4] =
    [("performance", 99.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];
/// What stands behind the performance; told, but without a bound.
const METRICS: [&str; 6] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
    "total-byte-weight",
];

/// Measures a page of a running server.
///
/// # Errors
/// When Lighthouse or Chromium is missing or does not get to its end.
pub fn measure(url: &str) -> Done<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let mut figures = Vec::new();
    for (preset, arguments) in [("mobile", &[][..]), ("desktop", &["--preset=desktop"][..])] {
        let reports: Vec<Value> =
            (0..RUNS).map(|_| run(url, arguments, folder.path())).collect::<Done<_>>()?;
        for name in METRICS {
            let value = median(&reports, |report| report["audits"][name]["numericValue"].as_f64())?;
            println!("         lighthouse.{preset} {name} {value:.3}");
        }
        for (name, least) in SCORES {
            let score =
                |report: &Value| Some((report["categories"][name]["score"].as_f64()? * 100.0).round());
            let each = reports.iter().map(|report| score(report).unwrap_or(f64::NAN).to_string());
            let each = each.collect::<Vec<_>>().join(", ");
            figures.push(Figure {
                id: format!("lighthouse.{preset}.{name}"),
                what: format!("Lighthouse, {preset}, {name}: {each}"),
                value: median(&reports, score)?,
                unit: "of 100",
                bound: Bound::AtLeast(least),
            });
        }
        for failing in failing(&reports) {
            println!("         lighthouse.{preset} {failing}");
        }
    }
    Ok(figures)
}

fn run(url: &str, arguments: &[&str], folder: &Path) -> Done<Value> {
    let file = folder.join("report.json");
    let output = Command::new(program("node")?)
        .arg(npm("lighthouse/cli/index.js")?)
        .arg(url)
        .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
        .arg(format!("--output-path={}", file.display()))
        .arg(format!("--only-categories={}", SCORES.map(|(name, _)| name).join(",")))
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync")
        .args(arguments)
        .env("CHROME_PATH", program("chromium")?)
        .stdin(Stdio::null())
        .output()?;
    if !output.status.success() {
        return Err(Problem(format!("Lighthouse: {}", String::from_utf8_lossy(&output.stderr))));
    }
    let report: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    match report["runtimeError"]["message"].as_str() {
        Some(error) => Err(Problem(format!("Lighthouse: {error}"))),
        None => Ok(report),
    }
}

/// The middle one of what the reports say.
fn median(reports: &[Value], number: impl Fn(&Value) -> Option<f64>) -> Done<f64> {
    let numbers: Option<Vec<f64>> = reports.iter().map(number).collect();
    let numbers = numbers.ok_or_else(|| Problem::new("Lighthouse gives no score"))?;
    figure::median(numbers).ok_or_else(|| Problem::new("no run"))
}

/// What cost points outside of the performance, so that nobody has to look for it.
fn failing(reports: &[Value]) -> Vec<String> {
    let Some(report) = reports.last() else { return Vec::new() };
    let others = SCORES.iter().filter(|(name, _)| *name != "performance");
    let audits = others.filter_map(|(name, _)| report["categories"][name]["auditRefs"].as_array());
    let audits = audits.flatten().filter(|one| one["weight"].as_f64().is_some_and(|weight| weight > 0.0));
    let ids = audits.filter_map(|one| one["id"].as_str());
    let mut failing: Vec<_> = ids
        .filter(|id| report["audits"][id]["score"].as_f64().is_some_and(|score| score < 1.0))
        .map(|id| format!("fails {id}: {}", report["audits"][id]["title"].as_str().unwrap_or_default()))
        .collect();
    failing.dedup();
    failing
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{failing, median};

    #[test]
    fn the_middle_one_counts_and_one_without_a_score_is_an_error() {
        let reports = [json!({"a": 3}), json!({"a": 1}), json!({"a": 2})];
        let middle = median(&reports, |one| one["a"].as_f64());
        assert!(middle.is_ok_and(|middle| (middle - 2.0).abs() < 1e-9));
        assert!(median(&reports, |one| one["b"].as_f64()).is_err());
        assert!(median(&[], |one| one["a"].as_f64()).is_err());
    }

    #[test]
    fn what_costs_points_is_named() {
        let report = json!({
            "categories": {"seo": {"auditRefs": [{"id": "a", "weight": 1}, {"id": "b", "weight": 0}, {"id": "c", "weight": 1}]}},
            "audits": {"a": {"score": 0, "title": "No title"}, "b": {"score": 0}, "c": {"score": 1}},
        });
        assert_eq!(failing(&[report]), ["fails a: No title"]);
    }
}
