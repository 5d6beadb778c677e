//! The packages of `package-lock.json`.

use super::version::npm_locked;
use crate::error::Error;
use crate::project::Project;
use crate::run;

/// What `package.json` names.
pub(super) const PACKAGES: [&str; 4] = ["axe-core", "binaryen", "lighthouse", "vnu-jar"];

/// Whether `node_modules/` holds every package in the locked version, for a Node that runs. npm writes its own lock file there
/// last of all, so an install that was broken off has none.
pub(super) fn fits(project: &Project) -> bool {
    let wanted = project.read("package-lock.json").unwrap_or_default();
    let found = project.read("node_modules/.package-lock.json").unwrap_or_default();
    same(&wanted, &found) && run::ask(run::program(project, "node").arg("--version")).is_some()
}

fn same(wanted: &str, found: &str) -> bool {
    PACKAGES.iter().all(|package| {
        let version = npm_locked(wanted, package);
        version.is_some() && version == npm_locked(found, package)
    })
}

/// Whether npm runs here.
pub(super) fn is_here(project: &Project) -> bool {
    run::ask(run::program(project, "npm").arg("--version")).is_some()
}

pub(super) fn must_be_here(project: &Project, verb: &'static str) -> Result<(), Error> {
    if is_here(project) { Ok(()) } else { Err(Error::NoNpm { verb }) }
}

pub(super) fn install(project: &Project) -> Result<(), Error> {
    let mut npm = run::program(project, "npm");
    run::must(npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]), "`npm ci`")?;
    if fits(project) { Ok(()) } else { Err(Error::NotInstalled { what: "What npm brings".to_owned() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: &str = include_str!("../../../../package-lock.json");

    #[test]
    fn a_whole_install_fits() {
        assert!(same(WANTED, WANTED));
    }

    #[test]
    fn one_broken_off_or_outdated_does_not() {
        assert!(!same(WANTED, ""));
        let older = npm_locked(WANTED, "binaryen").map(|version| WANTED.replace(version, "1.0.0"));
        assert!(older.is_some_and(|older| !same(WANTED, &older)));
        assert!(!same("", ""));
    }
}
