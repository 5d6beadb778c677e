//! The commands of this workspace: `cargo xtask VERB`.
//!
//! - [`ask`] reads the command line; [`verbs`] holds one file per verb.
//! - [`tools`] finds what the builds need, or fetches it through rustup, cargo, npm and apt.
//! - [`run`] starts other programs, passes their output through and keeps its end, so that [`error`] can say in one
//!   sentence what went wrong and what to do.
//! - [`fresh`] tells whether `dist/` is older than what it is made of; [`tally`] adds up what test runs report.
//!
//! It runs the other crates as programs and imports none of them.

mod ask;
mod error;
mod fresh;
mod project;
mod run;
mod tally;
mod tools;
mod verbs;

use std::process::ExitCode;

fn main() -> ExitCode {
    match ask::parse(std::env::args_os().skip(1)).map_err(error::Error::from).and_then(verbs::carry_out) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            // The shell's custom: 2 for a command that was not understood.
            ExitCode::from(if matches!(error, error::Error::Ask(_)) { 2 } else { 1 })
        }
    }
}
