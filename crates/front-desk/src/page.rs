//! The site's own form as it stands in the built HTML, which an owner may edit: its sentences, its rules, and itself
//! filled in again for somebody without script.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use booking::{Draft, Field, FieldError, Rules};

mod fill;
mod html;
pub(crate) mod plain;
mod read;

pub(crate) use fill::Notice;

/// Where the built site's form is found.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// The page that a form without script is answered with, and the one for a form in a frame.
    index: PathBuf,
    frame: PathBuf,
    fragment: PathBuf,
    last: Arc<Mutex<Last>>,
}

/// The words as they were read last, and which state of which file that was.
#[derive(Debug, Default)]
struct Last {
    state: Option<(PathBuf, SystemTime, u64)>,
    words: Arc<Words>,
}

/// What the form says and asks, read from its own markup.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    pub rules: Rules,
    /// The clinic's number as people read it and as a `tel:` link; empty when the form has none.
    pub phone: String,
    pub phone_href: String,
    sentences: BTreeMap<String, String>,
}

impl Page {
    pub(crate) fn new(dist: &Path) -> Self {
        Self {
            index: dist.join("index.html"),
            frame: dist.join("frame.html"),
            fragment: dist.join("fragments").join("booking.html"),
            last: Arc::default(),
        }
    }

    /// The words as they stand: an owner's edit holds from the next request on. While a new site is being written and
    /// there is no readable form, the last words hold. Blocks on the disk.
    pub(crate) fn words(&self) -> Arc<Words> {
        let state = [&self.fragment, &self.index].into_iter().find_map(|path| {
            let file = fs::metadata(path).ok()?;
            Some((path.clone(), file.modified().ok()?, file.len()))
        });
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if state.is_some() && state != last.state {
            let html = state.as_ref().and_then(|(path, ..)| fs::read_to_string(path).ok());
            if let Some(words) = html.and_then(|html| read::words(&html)) {
                *last = Last { state, words: Arc::new(words) };
            }
        }
        last.words.clone()
    }

    /// The page with its form filled with what was typed, each error at its field and in the summary; `None` without
    /// a readable page that has the form. `framed`: the page made for a frame, where there is one. Blocks on the disk.
    pub(crate) fn filled(
        &self,
        framed: bool,
        words: &Words,
        draft: &Draft,
        errors: &[FieldError],
        notice: Option<Notice>,
    ) -> Option<String> {
        let frame = if framed { fs::read_to_string(&self.frame).ok() } else { None };
        // A browser brings nothing into sight in a frame of another origin: there, the errors have to stand above.
        let alone = frame.is_some();
        let html = frame.or_else(|| fs::read_to_string(&self.index).ok())?;
        let lines: Vec<(Field, &str)> =
            errors.iter().map(|error| (error.field, words.sentence(*error))).collect();
        fill::fill(&html, words, draft, &lines, notice, alone)
    }
}

impl Words {
    /// No sentences: an interface without a site.
    pub(crate) fn without_a_form(rules: Rules) -> Self {
        Self { rules, ..Self::default() }
    }

    /// The sentence of a key; empty when the form has none.
    pub(crate) fn get(&self, key: &str) -> &str {
        self.sentences.get(key).map_or("", String::as_str)
    }

    /// The sentence for an error: the form's own, or a plain one where there is no form.
    pub(crate) fn sentence(&self, error: FieldError) -> &str {
        use booking::ErrorCode as E;
        match self.get(error.key()) {
            "" => match error.code {
                E::Missing | E::NeededToCall | E::NeededToText | E::NeededToEmail => "Fill in this field",
                E::Format => "Write this in the usual form",
                E::TooLong => "Shorten this text",
                E::Control => "Remove the control characters from this text",
                E::Unknown => "Choose one of the given values",
            },
            sentence => sentence,
        }
    }
}
