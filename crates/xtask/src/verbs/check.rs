//! `cargo xtask check`: format, lints, who may import whom, content.

use std::process::{Command, ExitCode};

use crate::error::Error;
use crate::project::Project;
use crate::tally::Tally;
use crate::{run, tools};

/// What is looked at, in this order: the quick ones first.
///
/// The page is compiled twice, as its two features exclude each other: with everything else for this machine, and for the
/// browser.
const STEPS: [(&str, &[&str]); 5] = [
    ("format", &["fmt", "--all", "--check"]),
    ("who may import whom", &["test", "--package", "tests", "--test", "architecture"]),
    ("content", &["run", "--package", "content", "--features", "parse", "--", "check"]),
    (
        "lints",
        &["clippy", "--workspace", "--all-targets", "--features", "neck-page/ssr", "--", "-D", "warnings"],
    ),
    (
        "lints of what runs in the browser",
        &[
            "clippy",
            "--package",
            "neck-page",
            "--features",
            "hydrate",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ],
    ),
];

pub(super) fn run(project: &Project) -> Result<ExitCode, Error> {
    let tally = suite(project)?;
    println!("{tally}");
    Ok(if tally.good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Every step counts as one test; a failed one does not keep the others from running.
pub(super) fn suite(project: &Project) -> Result<Tally, Error> {
    tools::for_lints(project)?;
    let mut tally = Tally::default();
    for (name, arguments) in STEPS {
        let good = step(&mut run::cargo(project, arguments))?;
        println!("check {name} ... {}", if good { "ok" } else { "FAILED" });
        tally.add(Tally::one(good));
    }
    Ok(tally)
}

fn step(command: &mut Command) -> Result<bool, Error> {
    let ended = run::listen(command, |_| ()).map_err(|source| run::not_started(command, source))?;
    Ok(ended.status.success())
}
