//! `cargo xtask stills DIR`: the standard views, from the reference rasteriser.

use std::path::Path;

use crate::error::Error;
use crate::project::Project;
use crate::run;

pub(super) fn run(project: &Project, folder: &Path, only: Option<&str>) -> Result<(), Error> {
    let mut bake = run::cargo(project, &["run", "--package", "bake"]);
    // One part is looked at after each change of its recipe: there the compiler takes the time, not the baker.
    if only.is_none() {
        bake.arg("--release");
    }
    bake.args(["--", "stills"]).arg(folder);
    if let Some(id) = only {
        bake.args(["--only", id]);
    }
    run::must(&mut bake, "Drawing the stills")
}
