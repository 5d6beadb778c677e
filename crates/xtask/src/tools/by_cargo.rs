//! Programs that cargo compiles and installs into `.tools/`.

use std::fmt;
use std::fs;
use std::io;

use super::version::{Version, of_program};
use crate::error::Error;
use crate::project::Project;
use crate::run;

/// A program from a crate, in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    fit: Fit,
}

/// Which other versions do as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    Exact,
    SameMinor,
    Any,
}

impl Tool {
    /// The newest that Rust 1.95 compiles.
    pub(super) fn trunk() -> Self {
        Self { package: "trunk", program: "trunk", version: "0.21.14".to_owned(), fit: Fit::SameMinor }
    }

    /// It has to be the very version of the library.
    pub(super) fn wasm_bindgen(version: &str) -> Self {
        Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: version.to_owned(),
            fit: Fit::Exact,
        }
    }

    pub(super) fn geckodriver() -> Self {
        Self { package: "geckodriver", program: "geckodriver", version: "0.37.1".to_owned(), fit: Fit::Any }
    }

    /// Whether one that fits runs under this name.
    pub(super) fn is_here(&self, project: &Project) -> bool {
        of_program(project, self.program).is_some_and(|found| self.fits(found))
    }

    fn fits(&self, found: Version) -> bool {
        let Some(wanted) = Version::in_text(&self.version) else { return false };
        match self.fit {
            Fit::Exact => found == wanted,
            Fit::SameMinor => (found.0, found.1) == (wanted.0, wanted.1),
            Fit::Any => true,
        }
    }

    /// What makes the install smaller.
    fn less(&self) -> &'static [&'static str] {
        match self.package {
            "trunk" => &["--no-default-features", "--features", "rustls"],
            // Without the test runner, which we do not use.
            "wasm-bindgen-cli" => &["--bin", "wasm-bindgen"],
            _ => &[],
        }
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.program, self.version)
    }
}

/// These programs do little work, so what counts is how soon they are there: a third of the time of a release build.
const CHEAP: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// Cargo moves a program into `.tools/bin` when it is complete, never before.
pub(super) fn install(project: &Project, tool: &Tool) -> Result<(), Error> {
    let mut cargo = run::cargo(project, &["install", "--locked", "--force", "--root", ".tools"]);
    cargo.args([tool.package, "--version", &tool.version]).args(tool.less());
    cargo.envs(CHEAP).env("CARGO_TARGET_DIR", build_folder(project));
    run::must(&mut cargo, &format!("Installing {tool}"))?;
    if tool.is_here(project) { Ok(()) } else { Err(Error::NotInstalled { what: tool.to_string() }) }
}

/// Shared by the installs, so that what they have in common is compiled once, and kept until all are done: an install that
/// was broken off goes on where it was.
fn build_folder(project: &Project) -> std::path::PathBuf {
    project.tools().join("build")
}

/// Removes what the installs compiled on their way.
pub(super) fn tidy(project: &Project) -> Result<(), Error> {
    let path = build_folder(project);
    match fs::remove_dir_all(&path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(Error::File { what: "remove", path, source })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_patch_of_trunk_does_another_minor_does_not() {
        assert!(Tool::trunk().fits(Version(0, 21, 9)));
        assert!(!Tool::trunk().fits(Version(0, 22, 1)));
        assert!(!Tool::trunk().fits(Version(1, 21, 14)));
    }

    #[test]
    fn wasm_bindgen_is_the_librarys_version_or_none() {
        let tool = Tool::wasm_bindgen("0.2.126");
        assert!(tool.fits(Version(0, 2, 126)));
        assert!(!tool.fits(Version(0, 2, 127)));
        assert_eq!(tool.to_string(), "wasm-bindgen 0.2.126");
    }
}
