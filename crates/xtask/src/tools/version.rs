//! Versions: what the lock files want, what programs say they are.

use crate::project::Project;
use crate::run;

/// Major, minor, patch; a part that is not written is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version(pub(super) u32, pub(super) u32, pub(super) u32);

impl Version {
    /// The first number in what a program says about itself, as in `trunk 0.21.14` or `wasm-opt version 132 (…)`.
    pub(super) fn in_text(text: &str) -> Option<Self> {
        let word = text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        let mut parts = word.split('.').map(leading_number);
        Some(Self(parts.next()??, parts.next().flatten().unwrap_or(0), parts.next().flatten().unwrap_or(0)))
    }
}

fn leading_number(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}

/// The version of the program that runs under this name, ours before those of the system.
pub(super) fn of_program(project: &Project, name: &str) -> Option<Version> {
    Version::in_text(&run::ask(run::program(project, name).arg("--version"))?)
}

/// The version of a package in `Cargo.lock`.
pub(super) fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// The version of a package in npm's lock file, the project's or the one npm leaves in `node_modules/` as its last step.
pub(super) fn npm_locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("\"node_modules/{package}\": {{");
    let mut lines = lock.lines().map(str::trim).skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("\"version\": \"")?.strip_suffix("\",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_say_their_version_in_their_own_way() {
        for (text, version) in [
            ("trunk 0.21.14", Some(Version(0, 21, 14))),
            ("wasm-bindgen 0.2.126 (abcdef)", Some(Version(0, 2, 126))),
            ("wasm-opt version 132 (version_132)", Some(Version(132, 0, 0))),
            ("geckodriver 0.36.0 (b8b0b4 2025-02-25)", Some(Version(0, 36, 0))),
            ("trunk 0.22.0-beta.1", Some(Version(0, 22, 0))),
            ("10.8.2\n", Some(Version(10, 8, 2))),
            ("no number", None),
            ("", None),
        ] {
            assert_eq!(Version::in_text(text), version, "{text}");
        }
        assert!(Version(0, 21, 9) < Version(0, 21, 14));
    }

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.99\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\nsource = \"x\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.126"));
        assert_eq!(locked(lock, "wasm"), None);
        assert_eq!(locked("", "wasm-bindgen"), None);
        assert_eq!(locked("name = \"wasm-bindgen\"", "wasm-bindgen"), None);
    }

    #[test]
    fn the_projects_own_lock_files_are_understood() {
        let cargo = include_str!("../../../../Cargo.lock");
        assert!(locked(cargo, "wasm-bindgen").is_some_and(|version| Version::in_text(version).is_some()));
        let npm = include_str!("../../../../package-lock.json");
        for package in super::super::by_npm::PACKAGES {
            assert!(
                npm_locked(npm, package).is_some_and(|version| Version::in_text(version).is_some()),
                "{package}"
            );
        }
    }
}
