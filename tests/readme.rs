//! The README says what is there: commands, files, figures.

use std::process::Command;

use tests::project::root;

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).expect("README.md")
}

/// Everything between two backticks, code blocks aside.
fn quoted(text: &str) -> Vec<String> {
    let prose: Vec<&str> = text.split("```").step_by(2).collect();
    prose.iter().flat_map(|part| part.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn every_command_it_names_is_one() {
    let help = Command::new(env!("CARGO"))
        .args(["run", "-q", "-p", "xtask", "--", "help"])
        .current_dir(root())
        .output()
        .expect("cargo xtask help");
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    let readme = readme();
    let verbs: Vec<&str> = readme
        .split("cargo xtask ")
        .skip(1)
        .filter_map(|rest| rest.split(|sign: char| !(sign.is_ascii_lowercase() || sign == '-')).next())
        .collect();
    assert!(verbs.len() > 5, "the README hardly speaks of commands: {verbs:?}");
    for verb in verbs {
        let known = help.lines().any(|line| line.split_whitespace().any(|word| word == verb));
        assert!(known, "README.md names `cargo xtask {verb}`, which `cargo xtask help` does not");
    }
}

#[test]
fn every_file_it_names_is_there() {
    let ours = ["content/", "src/", "style/", "crates/", "tests/"];
    let readme = readme();
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned);
    let mut named: Vec<String> = links.chain(quoted(&readme)).collect();
    named.retain(|name| ours.iter().any(|folder| name.starts_with(folder)) && !name.contains(' '));
    assert!(named.len() > 12, "the README hardly names files: {named:?}");
    for name in named {
        assert!(root().join(&name).exists(), "README.md names {name}, which is not there");
    }
}

/// The folders of the architecture are all of them.
#[test]
fn every_crate_has_a_line() {
    let readme = readme();
    for entry in std::fs::read_dir(root().join("crates")).expect("crates/").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(readme.contains(&format!("| `crates/{name}` |")), "README.md has no line for crates/{name}");
    }
}
