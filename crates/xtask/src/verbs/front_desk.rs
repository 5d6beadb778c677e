//! `cargo xtask front-desk list`: what has arrived.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::error::Error;
use crate::project::Project;
use crate::run;

pub(super) fn list(project: &Project, data: Option<PathBuf>, json: bool) -> Result<ExitCode, Error> {
    let mut desk =
        run::cargo(project, &["run", "--quiet", "--package", "front-desk", "--", "list", "--data"]);
    desk.arg(data.unwrap_or_else(|| project.join("data")));
    if json {
        desk.arg("--json");
    }
    run::become_it(&mut desk)
}
