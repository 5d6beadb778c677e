//! Parts of the Rust toolchain.

use super::on_path;
use crate::error::Error;
use crate::project::Project;
use crate::run;

const TARGET: &str = "wasm32-unknown-unknown";

/// Whether Rust can compile for the browser.
pub(super) fn has_target(project: &Project) -> bool {
    let mut rustc = run::program(project, "rustc");
    run::ask(rustc.args(["--print", "target-libdir", "--target", TARGET])).is_some_and(|folder| {
        let core = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with("libcore-");
        std::fs::read_dir(folder.trim())
            .is_ok_and(|files| files.flatten().any(|file| core(&file.file_name())))
    })
}

pub(super) fn add_target(project: &Project) -> Result<(), Error> {
    if !on_path("rustup") {
        return Err(Error::NoWasmTarget);
    }
    run::must(run::program(project, "rustup").args(["target", "add", TARGET]), "`rustup target add`")?;
    if has_target(project) { Ok(()) } else { Err(Error::NoWasmTarget) }
}

/// Whether rustfmt and clippy are here.
pub(super) fn has_lints(project: &Project) -> bool {
    ["fmt", "clippy"].iter().all(|tool| run::ask(&mut run::cargo(project, &[tool, "--version"])).is_some())
}

pub(super) fn add_lints(project: &Project) -> Result<(), Error> {
    if !on_path("rustup") {
        return Err(Error::NoProgram {
            name: "cargo clippy",
            remedy: "install rustfmt and clippy of your Rust toolchain",
        });
    }
    run::must(
        run::program(project, "rustup").args(["component", "add", "rustfmt", "clippy"]),
        "`rustup component add`",
    )
}
