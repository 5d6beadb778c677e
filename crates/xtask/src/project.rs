//! Where things are in the project.

use std::path::{Path, PathBuf};

use crate::error::Error;

/// The project's folder.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Found from where cargo says this package is, else from the current folder upwards.
    pub(crate) fn find() -> Result<Self, Error> {
        let start =
            std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(std::env::current_dir, |dir| Ok(dir.into()));
        let start = start.map_err(|_| Error::NoProject)?;
        let root = start.ancestors().find(|folder| is_root(folder)).ok_or(Error::NoProject)?;
        Ok(Self { root: root.to_owned() })
    }

    /// A project at a known place.
    #[cfg(test)]
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn join(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.join("dist")
    }

    /// What cargo installed for us.
    pub(crate) fn tools(&self) -> PathBuf {
        self.join(".tools")
    }

    /// A text file of the project; nothing when it is missing or not text.
    pub(crate) fn read(&self, path: &str) -> Option<String> {
        std::fs::read_to_string(self.join(path)).ok()
    }
}

fn is_root(folder: &Path) -> bool {
    folder.join("Trunk.toml").is_file() && folder.join("Cargo.lock").is_file()
}
