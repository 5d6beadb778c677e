//! Baking takes a minute or two, so its result is kept under `target/` until a recipe, or the code around it, changes.

use std::fs;
use std::path::{Path, PathBuf};

use bake::pictures::{Picture, WEB_STILLS};
use bake::site::Site;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::files::read;

/// How many icons there are.
const ICONS: usize = 4;

pub(crate) fn site(project: &Path) -> Result<Site, Error> {
    let folder = project.join("target/baked").join(key(project)?);
    if let Some(site) = load(&folder) {
        return Ok(site);
    }
    eprintln!("Baking the model and its pictures (kept until a recipe changes) …");
    let site = Site::bake().map_err(|error| Error::Bake(error.to_string()))?;
    keep(&site, &folder).map_err(|source| Error::File { what: "cannot write", path: folder, source })?;
    Ok(site)
}

/// Hash of everything the result depends on: the two crates, and the versions of what they use.
fn key(project: &Path) -> Result<String, Error> {
    let mut files = vec![project.join("Cargo.lock")];
    for folder in ["crates/bake/src", "crates/neck/src"] {
        collect(&project.join(folder), &mut files);
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(read(&file)?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}

/// The list stands last, so a folder that was left half written has none.
fn keep(site: &Site, folder: &Path) -> std::io::Result<()> {
    site.write(folder).map_err(std::io::Error::other)?;
    let list: String = pictures(site)
        .map(|picture| format!("{} {} {}\n", picture.name, picture.width, picture.height))
        .collect();
    fs::write(folder.join("list"), list)
}

fn pictures(site: &Site) -> impl Iterator<Item = &Picture> {
    [&site.poster, &site.poster_small, &site.share_card]
        .into_iter()
        .chain(site.stills.iter().map(|(_, picture)| picture))
        .chain(&site.icons)
        .chain(&site.parts)
}

fn load(folder: &Path) -> Option<Site> {
    let list = fs::read_to_string(folder.join("list")).ok()?;
    let mut pictures = Vec::new();
    for line in list.lines() {
        let mut words = line.split(' ');
        let name = words.next()?.to_owned();
        let (width, height) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        pictures.push(Picture { bytes: fs::read(folder.join(&name)).ok()?, name, width, height });
    }
    let mut pictures = pictures.into_iter();
    Some(Site {
        model: fs::read(folder.join("model.bin")).ok()?,
        rest: fs::read(folder.join("rest.bin")).ok()?,
        poster: pictures.next()?,
        poster_small: pictures.next()?,
        share_card: pictures.next()?,
        stills: WEB_STILLS.map(|(name, ..)| name).into_iter().zip(pictures.by_ref()).collect(),
        icons: pictures.by_ref().take(ICONS).collect(),
        parts: pictures.collect(),
    })
}
