//! `cargo xtask export-obj DIR`: the model as OBJ files, in a pose.

use std::path::Path;

use crate::error::Error;
use crate::project::Project;
use crate::run;

pub(super) fn run(project: &Project, folder: &Path, pose: &[String]) -> Result<(), Error> {
    let mut bake = run::cargo(project, &["run", "--release", "--package", "bake", "--", "export-obj"]);
    // With `=`, since degrees begin with a minus now and then.
    bake.arg(folder).args(pose.chunks(2).map(|pair| pair.join("=")));
    run::must(&mut bake, "Writing the OBJ files")
}
