//! The model and everything drawn of it, from the baker.

use crate::Error;
use crate::files::Output;

/// Paths from the site's folder.
#[derive(Debug)]
pub(crate) struct Pictures {
    pub(crate) model: String,
    pub(crate) poster: Still,
    pub(crate) share_card: String,
    pub(crate) icon: String,
    pub(crate) touch_icon: String,
}

/// A picture and its size in CSS pixels.
#[derive(Debug)]
pub(crate) struct Still {
    path: String,
    width: u32,
    height: u32,
}

impl Still {
    /// Seen from a file that is `up` above the site's folder.
    pub(crate) fn from(&self, up: &str) -> (String, u32, u32) {
        (format!("{up}{}", self.path), self.width, self.height)
    }
}

pub(crate) fn bake(out: &mut Output) -> Result<Pictures, Error> {
    let model = bake::asset_bytes();
    let parsed = neck::asset::read(&model).map_err(|e| Error::Bake(format!("{e:?}")))?;
    let meshes: Vec<_> = parsed.meshes.iter().map(|m| (m, if m.structure.0 < 8 { [0xE9, 0xDD, 0xC3] } else { [0x7F, 0xAF, 0xC4] })).collect();
    let camera = bake::raster::Camera { target: [0.0, 55.0, 0.0], around: 70.0, above: 5.0, height: 190.0, distance: 1500.0 };
    let look = bake::raster::Look { axes: camera.axes(), samples: 3, ink: 0.55 };
    let image = bake::raster::paint(&meshes, &camera.matrix(1.0), &look, 600, 600).png().map_err(|e| Error::Bake(e.to_string()))?;
    let poster = out.asset("poster", "png", &image)?;
    Ok(Pictures {
        model: out.asset("model", "bin", &model)?,
        share_card: poster.clone(),
        icon: poster.clone(),
        touch_icon: poster.clone(),
        poster: Still { path: poster, width: 600, height: 600 },
    })
}
