//! `cargo xtask stills DIR`: the standard views, from the reference rasteriser.

use std::path::Path;

use crate::error::Error;
use crate::project::Project;
use crate::run;

pub(super) fn run(project: &Project, folder: &Path, only: Option<&str>) -> Result<(), Error> {
    let mut bake = run::cargo(project, &["run", "--release", "--package", "bake", "--", "stills"]);
    bake.arg(folder);
    if let Some(id) = only {
        bake.args(["--only", id]);
    }
    run::must(&mut bake, "Drawing the stills")
}
