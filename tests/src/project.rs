//! Where things are: the built site, tools, npm packages.

use std::path::{Path, PathBuf};

use crate::{Done, Problem};

/// The project's folder.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_owned)
}

/// The built site: `NECK_DIST`, or `dist/` of the project.
///
/// # Errors
/// When nothing is built, with the command that builds it.
pub fn dist() -> Done<PathBuf> {
    let folder = std::env::var_os("NECK_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    if folder.join("index.html").is_file() {
        Ok(folder)
    } else {
        Err(Problem(format!(
            "no site in {}: run `cargo xtask build`, or name a built one in NECK_DIST",
            folder.display()
        )))
    }
}

/// A program from the project's tool folder or PATH.
///
/// # Errors
/// When it is in neither, with the command that installs it.
pub fn program(name: &str) -> Done<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::iter::once(root().join(".tools/bin"))
        .chain(std::env::split_paths(&folders))
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .ok_or_else(|| {
            Problem(format!("{name} is not here: `cargo xtask test` installs it, or says what to type"))
        })
}

/// A file of an npm package.
///
/// # Errors
/// When the packages are not installed.
pub fn npm(path: &str) -> Done<PathBuf> {
    let file = root().join("node_modules").join(path);
    if file.is_file() {
        Ok(file)
    } else {
        Err(Problem(format!("{path} is not in node_modules: run `npm ci`")))
    }
}

/// Every file below a folder, as paths from it with `/`, sorted.
///
/// # Errors
/// When the folder cannot be read.
pub fn files(folder: &Path) -> Done<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                found.push(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    Ok(found)
}
