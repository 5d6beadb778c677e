//! What the builds and tests need: found, or fetched through rustup, cargo, npm and apt.
//!
//! A fitting tool on PATH is taken as it is. What cargo brings goes into `.tools/` of the project, what npm brings into
//! `node_modules/`; both put a program in place only once it is whole, so an install that was broken off leaves nothing that a
//! later start would trust.

mod by_apt;
mod by_cargo;
mod by_npm;
mod by_rustup;
mod version;

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::fresh::Wasm;
use crate::project::Project;

/// One thing that is missing and how it will come.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Missing {
    WasmTarget,
    Lints,
    Cargo(by_cargo::Tool),
    Npm,
    System { needed_by: &'static str, programs: Vec<by_apt::Program> },
}

impl Missing {
    /// How it is announced.
    fn words(&self) -> String {
        match self {
            Self::WasmTarget => "Rust's standard library for the browser (rustup; seconds)".to_owned(),
            Self::Lints => "rustfmt and clippy (rustup; seconds)".to_owned(),
            Self::Cargo(tool) => format!("{tool} (cargo, into .tools/; about 3 minutes on two cores)"),
            Self::Npm => {
                "wasm-opt, axe, the Nu HTML checker and Lighthouse (npm, into node_modules/; 320 MB)"
                    .to_owned()
            }
            Self::System { programs, .. } => {
                format!("{} (apt, into the system; about 500 MB)", by_apt::names(programs).join(", "))
            }
        }
    }

    fn fetch(&self, project: &Project) -> Result<(), Error> {
        match self {
            Self::WasmTarget => by_rustup::add_target(project),
            Self::Lints => by_rustup::add_lints(project),
            Self::Cargo(tool) => by_cargo::install(project, tool),
            Self::Npm => by_npm::install(project),
            Self::System { needed_by, programs } => by_apt::install(project, needed_by, programs),
        }
    }
}

/// What `build`, `test` and `bench` need to make the site: all of it, or a stop with the remedy.
pub(crate) fn for_site(project: &Project, verb: &'static str) -> Result<(), Error> {
    let mut missing = to_compile(project)?;
    if !has_wasm_opt(project) {
        by_npm::must_be_here(project, verb)?;
        missing.push(Missing::Npm);
    }
    fetch(project, &missing)
}

/// What `serve` needs: where there is no npm, it goes on without wasm-opt and says so.
pub(crate) fn for_serving(project: &Project) -> Result<Wasm, Error> {
    let mut missing = to_compile(project)?;
    let mut wasm = Wasm::Optimised;
    if !has_wasm_opt(project) {
        if by_npm::is_here(project) {
            missing.push(Missing::Npm);
        } else {
            eprintln!(
                "There is no npm to bring wasm-opt, so the wasm stays larger than it will be when published."
            );
            wasm = Wasm::Plain;
        }
    }
    fetch(project, &missing)?;
    Ok(wasm)
}

/// What the suites in browsers need on top of the site.
pub(crate) fn for_browsers(project: &Project, verb: &'static str) -> Result<(), Error> {
    let mut missing = Vec::new();
    if !by_npm::fits(project) {
        by_npm::must_be_here(project, verb)?;
        missing.push(Missing::Npm);
    }
    missing.extend(of_the_system("The browser suites need", by_apt::BROWSERS)?);
    let driver = by_cargo::Tool::geckodriver();
    if !driver.is_here(project) {
        missing.push(Missing::Cargo(driver));
    }
    fetch(project, &missing)
}

/// What the native tests need on top of a Rust toolchain.
pub(crate) fn for_native_tests(project: &Project) -> Result<(), Error> {
    let missing: Vec<_> = of_the_system("The unit suite needs", by_apt::NATIVE)?.into_iter().collect();
    fetch(project, &missing)
}

/// Programs that only the system's packages bring. Without apt nothing is announced that cannot come.
fn of_the_system(needed_by: &'static str, all: &[by_apt::Program]) -> Result<Option<Missing>, Error> {
    let programs = by_apt::missing(all);
    if programs.is_empty() {
        Ok(None)
    } else if by_apt::is_here() {
        Ok(Some(Missing::System { needed_by, programs }))
    } else {
        Err(by_apt::not_here(needed_by, &programs, false))
    }
}

/// What `check` needs.
pub(crate) fn for_lints(project: &Project) -> Result<(), Error> {
    let mut missing = Vec::new();
    if !by_rustup::has_lints(project) {
        missing.push(Missing::Lints);
    }
    if !by_rustup::has_target(project) {
        missing.push(Missing::WasmTarget);
    }
    fetch(project, &missing)
}

/// Stops when there is no npm, before anything else is done.
pub(crate) fn npm_must_be_here(project: &Project, verb: &'static str) -> Result<(), Error> {
    if by_npm::fits(project) { Ok(()) } else { by_npm::must_be_here(project, verb) }
}

fn to_compile(project: &Project) -> Result<Vec<Missing>, Error> {
    let lock = project.read("Cargo.lock").unwrap_or_default();
    let bindgen =
        version::locked(&lock, "wasm-bindgen").ok_or(Error::NotLocked { package: "wasm-bindgen" })?;
    let mut missing = Vec::new();
    if !by_rustup::has_target(project) {
        missing.push(Missing::WasmTarget);
    }
    for tool in [by_cargo::Tool::trunk(), by_cargo::Tool::wasm_bindgen(bindgen)] {
        if !tool.is_here(project) {
            missing.push(Missing::Cargo(tool));
        }
    }
    Ok(missing)
}

/// The one npm pins, or else a fitting one on PATH. The build's hook looks in the same order.
fn has_wasm_opt(project: &Project) -> bool {
    /// The first one that knows all features we name.
    const OLDEST: u32 = 116;
    // What stands in an unfit node_modules may be half an install.
    let ours = project.join("node_modules/.bin/wasm-opt");
    by_npm::fits(project)
        || (!ours.exists()
            && version::of_program(project, "wasm-opt").is_some_and(|version| version.0 >= OLDEST))
}

/// Says what will come, then brings it, one by one.
fn fetch(project: &Project, missing: &[Missing]) -> Result<(), Error> {
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("Missing on this machine, and fetched now:");
    for one in missing {
        eprintln!("  - {}", one.words());
    }
    for (done, one) in missing.iter().enumerate() {
        eprintln!("[{}/{}] {}", done + 1, missing.len(), one.words());
        one.fetch(project)?;
    }
    by_cargo::tidy(project)
}

/// Where a program is, in the folders of a PATH.
fn find(name: &str, folders: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    folders.map(|folder| folder.join(name)).find(|path| runs(path))
}

#[cfg(unix)]
fn runs(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|facts| facts.is_file() && facts.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn runs(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file() || path.with_extension("cmd").is_file()
}

fn on_path(name: &str) -> bool {
    find(name, std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())).is_some()
}
