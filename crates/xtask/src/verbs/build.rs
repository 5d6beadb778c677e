//! `cargo xtask build`: the whole site, into `dist/`.

use std::time::SystemTime;

use crate::error::Error;
use crate::fresh::{self, Wasm};
use crate::project::Project;
use crate::{run, tools};

pub(super) fn run(project: &Project) -> Result<(), Error> {
    tools::for_site(project, "build")?;
    site(project, Wasm::Optimised, false)?;
    println!("The site is in {}.", project.dist().display());
    Ok(())
}

/// Builds the site, to be served here with its front desk, if something it is made of has changed. The tools are here
/// already.
pub(super) fn site_if_stale(project: &Project, wasm: Wasm) -> Result<(), Error> {
    if fresh::is_fresh(project, wasm) { Ok(()) } else { site(project, wasm, true) }
}

/// Trunk makes the site; all that a build consists of stands in `Trunk.toml`.
fn site(project: &Project, wasm: Wasm, served: bool) -> Result<(), Error> {
    fresh::forget(project)?;
    let begun = SystemTime::now();
    // Trunk's hook compiles it too, but in silence, and that takes minutes the first time.
    run::must(&mut run::cargo(project, &["build", "--package", "prerender"]), "Building the prerenderer")?;
    let mut trunk = run::program(project, "trunk");
    trunk.args(["build", "--release"]).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // The custom is that any value means no colours; Trunk takes only `true` and `false`.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    if served {
        trunk.env("NECK_SERVED", "1");
    } else {
        trunk.env_remove("NECK_SERVED");
    }
    match wasm {
        Wasm::Optimised => trunk.env_remove("NECK_NO_WASM_OPT"),
        Wasm::Plain => trunk.env("NECK_NO_WASM_OPT", "1"),
    };
    run::must(&mut trunk, "Building the site")?;
    fresh::remember(project, wasm, begun)
}
