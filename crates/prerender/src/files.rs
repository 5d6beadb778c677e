//! Where everything goes: hashed names under `assets/`, compressed copies beside what a server sends as it is.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Error;

/// Trunk's staging folder, which becomes `dist/`.
#[derive(Debug)]
pub(crate) struct Output {
    folder: PathBuf,
}

impl Output {
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Writes `assets/STEM.HASH.EXTENSION` and gives that path; files of text and code also as `.br` and `.gz`.
    pub(crate) fn asset(&mut self, stem: &str, extension: &str, bytes: &[u8]) -> Result<String, Error> {
        let path = format!("assets/{stem}.{}.{extension}", hash(bytes));
        self.write(&path, bytes)?;
        // Pictures and fonts are compressed already; HTML is left alone because owners edit it.
        if matches!(extension, "wasm" | "js" | "css" | "svg" | "json" | "bin") {
            self.write(&format!("{path}.br"), &brotli(bytes))?;
            self.write(&format!("{path}.gz"), &gzip(bytes))?;
        }
        Ok(path)
    }

    /// Writes a file under a name that stays.
    pub(crate) fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let target = self.folder.join(path);
        let fail = |source| Error::File { what: "cannot write", path: target.clone(), source };
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(fail)?;
        }
        fs::write(&target, bytes).map_err(fail)
    }

    /// Reads a file of the staging folder and removes it there.
    pub(crate) fn take(&mut self, path: &str) -> Option<Vec<u8>> {
        let source = self.folder.join(path);
        let bytes = fs::read(&source).ok()?;
        fs::remove_file(&source).ok()?;
        Some(bytes)
    }
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|source| Error::File { what: "cannot read", path: path.to_owned(), source })
}

pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|source| Error::File {
        what: "cannot read",
        path: path.to_owned(),
        source,
    })
}

/// Twelve hex digits of SHA-256: enough to tell versions of one file apart.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed,
        Err(_) => Vec::new(),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).and_then(|()| writer.finish()).unwrap_or_default()
}
