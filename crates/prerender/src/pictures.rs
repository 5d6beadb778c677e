//! The model and everything drawn of it, from the baker.

use bake::pictures::Picture;
use neck_page::explainer;

use crate::Error;
use crate::files::Output;

/// Paths from the site's folder.
#[derive(Debug)]
pub(crate) struct Pictures {
    model: String,
    rest: String,
    poster: explainer::Still,
    poster_small: explainer::Still,
    stills: Vec<(&'static str, explainer::Still)>,
    parts: Vec<explainer::Still>,
    pub(crate) share_card: String,
    pub(crate) icon: String,
    pub(crate) touch_icon: String,
}

impl Pictures {
    /// What the explainer shows, seen from a page that is `up` from the site's folder.
    pub(crate) fn explainer(&self, up: &str) -> explainer::Config {
        explainer::Config {
            model: format!("{up}{}", self.model),
            rest: format!("{up}{}", self.rest),
            words: format!("{up}neck-in-words/"),
            poster: self.poster(up),
            poster_small: seen_from(up, &self.poster_small),
            stills: self.stills.iter().map(|(key, still)| (*key, seen_from(up, still))).collect(),
        }
    }

    /// Of each structure, in the model's order.
    pub(crate) fn parts(&self, up: &str) -> Vec<explainer::Still> {
        self.parts.iter().map(|still| seen_from(up, still)).collect()
    }

    pub(crate) fn poster(&self, up: &str) -> explainer::Still {
        seen_from(up, &self.poster)
    }
}

fn seen_from(up: &str, still: &explainer::Still) -> explainer::Still {
    explainer::Still { src: format!("{up}{}", still.src), ..*still }
}

pub(crate) fn write(out: &mut Output, site: &bake::site::Site) -> Result<Pictures, Error> {
    let mut still = |picture: &Picture| -> Result<explainer::Still, Error> {
        Ok(explainer::Still {
            src: file(out, picture)?,
            width: half(picture.width),
            height: half(picture.height),
        })
    };
    let (poster, poster_small) = (still(&site.poster)?, still(&site.poster_small)?);
    let stills =
        site.stills.iter().map(|(key, picture)| Ok((*key, still(picture)?))).collect::<Result<_, Error>>()?;
    let parts = site.parts.iter().map(&mut still).collect::<Result<_, Error>>()?;
    let mut icons = Vec::new();
    for icon in &site.icons {
        icons.push(file(out, icon)?);
    }
    let icon =
        |place: usize| icons.get(place).cloned().ok_or_else(|| Error::Bake("an icon is missing".to_owned()));
    Ok(Pictures {
        poster,
        poster_small,
        stills,
        parts,
        icon: icon(0)?,
        touch_icon: icon(1)?,
        share_card: file(out, &site.share_card)?,
        model: out.asset("model", "bin", &site.model)?,
        rest: out.asset("rest", "bin", &site.rest)?,
    })
}

fn file(out: &mut Output, picture: &Picture) -> Result<String, Error> {
    let (stem, extension) = picture.name.rsplit_once('.').unwrap_or((&picture.name, "png"));
    out.asset(stem, extension, &picture.bytes)
}

/// Drawn at twice the CSS pixels, so that it is sharp on a phone.
fn half(pixels: usize) -> u32 {
    u32::try_from(pixels / 2).unwrap_or(u32::MAX)
}
