//! `cargo xtask bench`: what the page weighs and does, against its bounds.

use std::path::Path;

use super::build;
use crate::error::Error;
use crate::fresh::Wasm;
use crate::project::Project;
use crate::tally::Tally;
use crate::{run, tools};

pub(super) fn run(project: &Project, json: Option<&Path>, long: bool) -> Result<(), Error> {
    prepare(project)?;
    let ended = start(project, json, long)?;
    if ended.status.success() {
        Ok(())
    } else {
        Err(Error::Failed { what: "The bench".to_owned(), cause: ended.cause })
    }
}

/// As a suite of `cargo xtask test`: every figure within its bound is a passed test.
pub(super) fn suite(project: &Project) -> Result<Tally, Error> {
    prepare(project)?;
    let path = project.join(".tools/bench.json");
    // One of an earlier run must not be counted again; there may be none.
    let _ = std::fs::remove_file(&path);
    let ended = start(project, Some(&path), false)?;
    let figures = std::fs::read_to_string(&path).unwrap_or_default();
    Ok(count(&figures).closed(ended.status.success()))
}

fn prepare(project: &Project) -> Result<(), Error> {
    tools::for_site(project, "bench")?;
    tools::for_browsers(project, "bench")?;
    build::site_if_stale(project, Wasm::Optimised)
}

fn start(project: &Project, json: Option<&Path>, long: bool) -> Result<run::Ended, Error> {
    let mut bench = run::cargo(project, &["run", "--package", "tests", "--bin", "bench", "--"]);
    bench.env("NECK_DIST", project.dist());
    if let Some(path) = json {
        bench.arg("--json").arg(path);
    }
    if long {
        bench.arg("--long");
    }
    run::listen(&mut bench, |_| ()).map_err(|source| run::not_started(&bench, source))
}

/// Counts the `ok` of `[{id, value, unit, bound, ok}]`.
fn count(figures: &str) -> Tally {
    let dense: String = figures.chars().filter(|c| !c.is_whitespace()).collect();
    Tally { passed: dense.matches("\"ok\":true").count(), failed: dense.matches("\"ok\":false").count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bound_counts() {
        let figures =
            r#"[{"id": "bytes.wasm", "value": 9, "ok": true},{"id":"draws.rest","ok":true}, {"ok" : false}]"#;
        assert_eq!(count(figures), Tally { passed: 2, failed: 1 });
    }

    #[test]
    fn no_figures_are_a_failure() {
        assert_eq!(count("").closed(true), Tally::FAILED);
    }
}
