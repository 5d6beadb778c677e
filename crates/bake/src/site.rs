//! What the page ships: the model file and the pictures drawn of it.

use std::path::Path;

use neck::asset::Model;

use crate::pictures::{self, Picture};

/// All files of the site that come from the bones.
#[derive(Debug, Clone)]
pub struct Site {
    /// The first model file, not compressed.
    pub model: Vec<u8>,
    /// The second: what is not needed to answer a tap.
    pub rest: Vec<u8>,
    /// The first picture, transparent.
    pub poster: Picture,
    /// The same for screens of fewer pixels.
    pub poster_small: Picture,
    /// Key (`front`, `back`, `left`) and picture, for browsers without WebGL.
    pub stills: Vec<(&'static str, Picture)>,
    /// 1200 x 630, the left half free for words.
    pub share_card: Picture,
    /// Favicon, touch icon and the large one; square.
    pub icons: Vec<Picture>,
    /// One for each of `neck::anatomy::STRUCTURES`, in its place.
    pub parts: Vec<Picture>,
}

/// Why a picture could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    #[error(
        "the model file is not what its reader expects ({0:?}); crates/bake/src/asset and crates/neck/src/asset must agree"
    )]
    Model(neck::asset::AssetError),
    #[error("a picture could not be coded as PNG: {0}")]
    Png(#[from] png::EncodingError),
    #[error("a picture could not be coded as WebP")]
    WebP,
    #[error("the pictures could not be written: {0}; see that the folder exists and the disk has room")]
    Write(#[from] std::io::Error),
}

impl Site {
    /// Bakes and draws everything; a minute or two.
    ///
    /// # Errors
    /// When a picture cannot be coded, or the model not be read back.
    pub fn bake() -> Result<Self, SiteError> {
        Self::of(crate::asset_bytes(), crate::rest_bytes())
    }

    /// Draws everything from the two model files.
    ///
    /// # Errors
    /// As [`Site::bake`].
    pub fn of(file: Vec<u8>, rest: Vec<u8>) -> Result<Self, SiteError> {
        let model: Model = crate::whole(&file, &rest)?;
        Ok(Self {
            poster: pictures::poster(&model)?,
            poster_small: pictures::poster_small(&model)?,
            stills: pictures::web_stills(&model)?,
            share_card: pictures::share_card(&model)?,
            icons: pictures::icons(&model)?,
            parts: crate::parts::parts(&model)?,
            model: file,
            rest,
        })
    }

    /// Writes all into a folder: `model.bin`, `rest.bin` and each picture under its name.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), SiteError> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("model.bin"), &self.model)?;
        std::fs::write(folder.join("rest.bin"), &self.rest)?;
        let stills = self.stills.iter().map(|(_, picture)| picture);
        let small = self.icons.iter().chain(&self.parts);
        for picture in
            [&self.poster, &self.poster_small, &self.share_card].into_iter().chain(stills).chain(small)
        {
            std::fs::write(folder.join(&picture.name), &picture.bytes)?;
        }
        Ok(())
    }
}
