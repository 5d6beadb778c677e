//! `cargo xtask content`: each text of the article with the facts behind it, for review.

use std::process::ExitCode;

use crate::error::Error;
use crate::project::Project;
use crate::run;

pub(super) fn list(project: &Project) -> Result<ExitCode, Error> {
    let features = ["run", "--quiet", "--package", "content", "--features", "parse", "--", "list"];
    run::become_it(&mut run::cargo(project, &features))
}
