//! `cargo xtask muscle-lengths`: lengths of muscle lines as CSV, in one pose or in those that are published.

use crate::error::Error;
use crate::project::Project;
use crate::run;

pub(super) fn run(project: &Project, pose: &[String]) -> Result<(), Error> {
    let bake = ["run", "--quiet", "--release", "--package", "bake", "--", "muscle-lengths"];
    let mut bake = run::cargo(project, &bake);
    // With `=`, since degrees begin with a minus now and then.
    bake.args(pose.chunks(2).map(|pair| pair.join("=")));
    run::must(&mut bake, "Measuring the muscle lines")
}
