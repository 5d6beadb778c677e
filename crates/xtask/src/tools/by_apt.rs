//! Browsers and other programs of the system, from Debian's packages.

use super::on_path;
use crate::error::Error;
use crate::project::Project;
use crate::run;

/// A program, under any of its names, and the package that brings it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Program {
    names: &'static [&'static str],
    package: &'static str,
}

/// What the suites in browsers run.
pub(super) const BROWSERS: &[Program] = &[
    Program { names: &["chromium"], package: "chromium" },
    Program { names: &["chromedriver"], package: "chromium-driver" },
    Program { names: &["firefox-esr", "firefox"], package: "firefox-esr" },
    Program { names: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
    Program { names: &["Xvfb"], package: "xvfb" },
    Program { names: &["xauth"], package: "xauth" },
    Program { names: &["java"], package: "default-jre-headless" },
];

/// What the native tests run: the front desk's, which watches that a request is on disk before it is confirmed.
pub(super) const NATIVE: &[Program] = &[Program { names: &["strace"], package: "strace" }];

/// Those that are not here.
pub(super) fn missing(programs: &[Program]) -> Vec<Program> {
    programs.iter().filter(|program| !program.names.iter().any(|name| on_path(name))).copied().collect()
}

/// How people call them.
pub(super) fn names(programs: &[Program]) -> Vec<&'static str> {
    programs.iter().filter_map(|program| program.names.first().copied()).collect()
}

fn packages(programs: &[Program]) -> Vec<&'static str> {
    programs.iter().map(|program| program.package).collect()
}

/// Installs them where we may, as root or with a sudo that does not ask; otherwise names the line to type.
pub(super) fn install(project: &Project, needed_by: &'static str, programs: &[Program]) -> Result<(), Error> {
    let Some(prefix) = may_install(project) else { return Err(not_here(needed_by, programs, is_here())) };
    let apt = |arguments: &[&str]| {
        let mut words = prefix.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        // Never empty: `env` is in it at least.
        let mut command = run::program(project, words.next().unwrap_or("env"));
        command.args(words).args(arguments);
        command
    };
    run::must(&mut apt(&["update", "-q"]), "`apt-get update`")?;
    let mut arguments = vec!["install", "-y", "-q"];
    arguments.extend(packages(programs));
    run::must(&mut apt(&arguments), "`apt-get install`")?;
    let still = missing(programs);
    if still.is_empty() { Ok(()) } else { Err(not_here(needed_by, &still, true)) }
}

/// What is to be done by hand: the exact line, or where there is no apt the programs' own names.
pub(super) fn not_here(needed_by: &'static str, programs: &[Program], apt: bool) -> Error {
    Error::NoSystemTools { needed_by, missing: names(programs), line: apt.then(|| line(programs)) }
}

pub(super) fn is_here() -> bool {
    on_path("apt-get")
}

/// The exact line a person types.
fn line(programs: &[Program]) -> String {
    format!("sudo apt-get install {}", packages(programs).join(" "))
}

/// What stands before `apt-get`; nothing when we may not.
fn may_install(project: &Project) -> Option<&'static [&'static str]> {
    if !is_here() {
        None
    } else if run::ask(run::program(project, "id").arg("-u")).is_some_and(|id| id.trim() == "0") {
        Some(&[])
    } else if run::ask(run::program(project, "sudo").args(["-n", "true"])).is_some() {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_type_names_packages_not_programs() {
        assert_eq!(
            line(&BROWSERS[1..4]),
            "sudo apt-get install chromium-driver firefox-esr webkit2gtk-driver"
        );
    }

    #[test]
    fn without_apt_the_programs_are_named_and_no_line() {
        let said = |apt| not_here("The unit suite needs", NATIVE, apt).to_string();
        assert!(said(true).starts_with("The unit suite needs strace") && said(true).contains("apt-get"));
        assert!(!said(false).contains("apt"), "{}", said(false));
    }

    #[test]
    fn a_program_no_system_has_is_missing() {
        let nobody = Program { names: &["no-such-program-anywhere"], package: "none" };
        assert_eq!(missing(&[nobody]), [nobody]);
    }
}
