//! `cargo xtask pictures DIR`: every designed state, as a browser shows it.

use std::path::Path;

use super::build;
use crate::error::Error;
use crate::fresh::Wasm;
use crate::project::Project;
use crate::{run, tools};

pub(super) fn run(project: &Project, folder: &Path) -> Result<(), Error> {
    tools::for_site(project, "pictures")?;
    tools::for_browsers(project, "pictures")?;
    build::site_if_stale(project, Wasm::Optimised)?;
    let mut pictures = run::cargo(project, &["run", "--package", "tests", "--bin", "pictures", "--"]);
    run::must(pictures.arg(folder).env("NECK_DIST", project.dist()), "Taking the pictures")
}
