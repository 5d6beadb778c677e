//! Whether `dist/` is older than what it is made of.
//!
//! A finished build leaves a note in `.tools/`; the site is fresh while nothing it is made of is younger than the note. So a
//! build that was broken off is never trusted, and what an owner edits in the built HTML stays.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::error::Error;
use crate::project::Project;

/// What the site is made of, files and folders.
const SOURCES: [&str; 16] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "content",
    "crates/bake",
    "crates/booking",
    "crates/content",
    "crates/neck",
    "crates/prerender",
    "index.html",
    "node_modules/.package-lock.json",
    "package-lock.json",
    "rust-toolchain.toml",
    "src",
    "style",
];

/// How a site was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wasm {
    Optimised,
    /// Without wasm-opt: good enough to look at, not to publish.
    Plain,
}

impl Wasm {
    fn word(self) -> &'static str {
        match self {
            Self::Optimised => "optimised",
            Self::Plain => "plain",
        }
    }
}

fn note(project: &Project) -> PathBuf {
    project.join(".tools/built")
}

/// Whether the site in `dist/` is what a build would make now.
pub(crate) fn is_fresh(project: &Project, wanted: Wasm) -> bool {
    let note = note(project);
    let built = fs::read_to_string(&note).ok();
    let Some(built_at) = built.filter(|word| word == wanted.word()).and_then(|_| changed(&note)) else {
        return false;
    };
    project.dist().join("index.html").is_file()
        && SOURCES.iter().filter_map(|path| newest(&project.join(path))).all(|source| source <= built_at)
}

/// Takes the note away before a build begins.
pub(crate) fn forget(project: &Project) -> Result<(), Error> {
    match fs::remove_file(note(project)) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(Error::File { what: "remove", path: note(project), source })
        }
        _ => Ok(()),
    }
}

/// Leaves the note after a build; `begun` is when it started, as sources may have changed since.
pub(crate) fn remember(project: &Project, wasm: Wasm, begun: SystemTime) -> Result<(), Error> {
    let path = note(project);
    let write = || {
        fs::create_dir_all(project.tools())?;
        fs::write(&path, wasm.word())?;
        fs::File::options().write(true).open(&path)?.set_modified(begun)
    };
    write().map_err(|source| Error::File { what: "write", path: path.clone(), source })
}

/// The last change of a file, or of anything in a folder, the folder itself included: its own time tells of files that went.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = changed(path)?;
    let inside = fs::read_dir(path).into_iter().flatten().flatten().filter_map(|entry| newest(&entry.path()));
    inside.chain([own]).max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    // A link counts as what it leads to; one that leads nowhere, as nothing.
    fs::metadata(path).ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use std::time::Duration;

    fn set(path: &Path, time: SystemTime) {
        fs::File::open(path).unwrap().set_modified(time).unwrap();
    }

    /// A built project in which everything is an hour old.
    fn built(name: &str) -> (Project, SystemTime) {
        let root = std::env::temp_dir().join(format!("xtask-fresh-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        for folder in ["src/page", "content", "dist", ".tools"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        for file in ["src/page/mod.rs", "content/site.toml", "index.html", "dist/index.html"] {
            fs::write(root.join(file), file).unwrap();
        }
        let hour_ago = SystemTime::now() - Duration::from_hours(1);
        for path in ["src/page/mod.rs", "src/page", "src", "content/site.toml", "content", "index.html"] {
            set(&root.join(path), hour_ago);
        }
        let project = Project::at(&root);
        let begun = hour_ago + Duration::from_mins(1);
        remember(&project, Wasm::Optimised, begun).unwrap();
        (project, begun)
    }

    fn end(project: &Project) {
        fs::remove_dir_all(project.root()).unwrap();
    }

    #[test]
    fn fresh_until_a_source_changes() {
        let (project, begun) = built("change");
        assert!(is_fresh(&project, Wasm::Optimised));
        set(&project.join("content/site.toml"), begun + Duration::from_secs(1));
        assert!(!is_fresh(&project, Wasm::Optimised));
        end(&project);
    }

    #[test]
    fn a_source_that_went_or_came_counts() {
        let (project, _) = built("went");
        fs::remove_file(project.join("src/page/mod.rs")).unwrap();
        assert!(!is_fresh(&project, Wasm::Optimised));
        end(&project);
    }

    #[test]
    fn a_build_broken_off_is_not_trusted() {
        let (project, begun) = built("broken");
        forget(&project).unwrap();
        assert!(!is_fresh(&project, Wasm::Optimised));
        remember(&project, Wasm::Optimised, begun).unwrap();
        fs::remove_file(project.dist().join("index.html")).unwrap();
        assert!(!is_fresh(&project, Wasm::Optimised));
        end(&project);
    }

    #[test]
    fn a_plain_wasm_is_built_again_once_it_can_be_optimised() {
        let (project, begun) = built("plain");
        remember(&project, Wasm::Plain, begun).unwrap();
        assert!(is_fresh(&project, Wasm::Plain));
        assert!(!is_fresh(&project, Wasm::Optimised));
        end(&project);
    }

    #[test]
    fn what_an_owner_edits_in_the_built_site_stays() {
        let (project, _) = built("edited");
        fs::write(project.dist().join("index.html"), "edited").unwrap();
        assert!(is_fresh(&project, Wasm::Optimised));
        end(&project);
    }
}
