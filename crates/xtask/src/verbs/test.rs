//! `cargo xtask test`: every suite; the last line says how many tests passed and failed.

use std::process::ExitCode;

use super::{bench, build, check};
use crate::ask::Suite;
use crate::error::Error;
use crate::fresh::Wasm;
use crate::project::Project;
use crate::tally::Tally;
use crate::{run, tools};

pub(super) fn run(project: &Project, only: Option<Suite>, long: bool) -> Result<ExitCode, Error> {
    let suites = only.map_or_else(|| Suite::ALL.to_vec(), |suite| vec![suite]);
    if suites.iter().any(|suite| matches!(suite, Suite::E2e | Suite::Bench)) {
        tools::npm_must_be_here(project, "test")?;
    }
    let mut all = Vec::new();
    for suite in suites {
        println!("\n== {} ==", suite.name());
        // A suite that cannot run has failed; the others still tell what they know.
        let tally = start(project, suite, long).unwrap_or_else(|error| {
            eprintln!("The suite {} cannot run. {error}", suite.name());
            Tally::FAILED
        });
        all.push((suite, tally));
    }
    let total = total(&all);
    println!();
    for (suite, tally) in &all {
        println!("{:>14}: {tally}", suite.name());
    }
    println!("{total}");
    Ok(if total.good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn total(suites: &[(Suite, Tally)]) -> Tally {
    let mut total = Tally::default();
    for (_, tally) in suites {
        total.add(*tally);
    }
    total
}

fn start(project: &Project, suite: Suite, long: bool) -> Result<Tally, Error> {
    match suite {
        Suite::Check => check::suite(project),
        Suite::Unit => {
            tools::for_native_tests(project)?;
            // With `ssr` the page's views run natively; `hydrate` is for the browser alone.
            let arguments = ["--workspace", "--exclude", "tests", "--features", "neck-page/ssr"];
            cargo_test(project, &arguments, long)
        }
        Suite::Architecture => cargo_test(project, &["--package", "tests", "--test", "architecture"], long),
        Suite::E2e => {
            tools::for_site(project, "test")?;
            tools::for_browsers(project, "test")?;
            build::site_if_stale(project, Wasm::Optimised)?;
            cargo_test(project, &["--package", "tests", "--lib", "--test", "e2e"], long)
        }
        Suite::Bench => bench::suite(project),
    }
}

fn cargo_test(project: &Project, arguments: &[&str], long: bool) -> Result<Tally, Error> {
    let mut cargo = run::cargo(project, &["test", "--no-fail-fast"]);
    cargo.args(arguments).env("NECK_DIST", project.dist());
    if long {
        cargo.env("NECK_LONG", "1");
    } else {
        cargo.env_remove("NECK_LONG");
    }
    let mut tally = Tally::default();
    let ended = run::listen(&mut cargo, |line| tally.read(line))
        .map_err(|source| run::not_started(&cargo, source))?;
    Ok(tally.closed(ended.status.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suites_add_up_and_one_failure_is_enough() {
        let suites = [(Suite::Unit, Tally { passed: 40, failed: 0 }), (Suite::E2e, Tally::FAILED)];
        assert_eq!(total(&suites).to_string(), "40 passed, 1 failed");
        assert!(!total(&suites).good());
    }
}
