//! Where the explainer finds what it shows. Every path is seen from the page that the markup stands in.

/// Files of the explainer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// The model file, and the one with what may come later.
    pub model: String,
    pub rest: String,
    /// The neck in words.
    pub words: String,
    /// Shown until the model can be drawn, in the model's first view.
    pub poster: Still,
    /// The same for screens of fewer pixels.
    pub poster_small: Still,
    /// More views for browsers that cannot draw it: each with the key of its text below `ui.still`.
    pub stills: Vec<(&'static str, Still)>,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Still {
    pub src: String,
    /// CSS pixels.
    pub width: u32,
    pub height: u32,
}

pub(super) const MODEL: &str = "data-model";
pub(super) const REST: &str = "data-rest";

impl Config {
    /// What the prerenderer writes on the host element. The rest stands in the markup alone.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        vec![(MODEL, self.model.clone()), (REST, self.rest.clone())]
    }
}
