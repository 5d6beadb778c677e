//! The mark at the end of a paragraph or list item: `{f-1.1-cgh f-1.3-relay}`, `{plain}`,
//! `{plain allow="phrase: reason"}`.

use std::ops::Range;

use super::banned::{self, Banned};
use super::file::{File, Problems, did_you_mean};
use super::registry::Registry;
use crate::{Allowance, Basis};

#[derive(Debug, Default)]
pub(super) struct Mark {
    /// Each fact id with its place.
    pub facts: Vec<(String, Range<usize>)>,
    pub allowances: Vec<(Allowance, Range<usize>)>,
    /// `{plain}` was written.
    plain: bool,
    /// A heading's anchor.
    pub anchor: Option<String>,
    /// Part of it could not be read, which was said: what is missing may be that part.
    broken: bool,
}

impl Mark {
    pub(super) fn basis(&self) -> Basis {
        if self.facts.is_empty() {
            Basis::Plain
        } else {
            Basis::Facts(self.facts.iter().map(|(id, _)| id.clone()).collect())
        }
    }

    /// Facts that exist, no phrase of the never-say list without an allowance, no allowance without its phrase in
    /// `words`, which stand in `range` of the file.
    pub(super) fn check(
        &self,
        words: &str,
        file: &File,
        range: &Range<usize>,
        registry: &Registry,
        banned: &Banned,
        problems: &mut Problems,
    ) {
        for (id, at) in &self.facts {
            registry.check(file, id, at.clone(), problems);
        }
        for phrase in banned.found(words) {
            let allowed =
                |own: &str| banned::place(own, &phrase.words).is_some_and(|at| at == (0..own.len()));
            if !self.broken && !self.allowances.iter().any(|(allowance, _)| allowed(&allowance.phrase)) {
                let at = banned::place_in(file, range.clone(), &phrase.words);
                let remedy = format!(
                    "say it another way; where it must stand, write allow=\"{}: reason\" in the braces",
                    phrase.words
                );
                problems.add(file, at, phrase.message(), remedy);
            }
        }
        for (allowance, at) in &self.allowances {
            if banned::place(words, &allowance.phrase).is_none() {
                let message = format!("“{}” is allowed here but does not stand here", allowance.phrase);
                problems.add(file, at.clone(), message, "take the allowance away, or correct its phrase");
            } else if banned.found(&allowance.phrase).next().is_none() {
                let message = format!("“{}” needs no allowance", allowance.phrase);
                problems.add(
                    file,
                    at.clone(),
                    message,
                    "take the allowance away; the phrases stand in never-say.toml",
                );
            }
        }
    }
}

const REMEDY: &str =
    "end it with the facts behind it, {f-1.1-cgh}, or with {plain} where it says nothing medical";

/// Where the words of a block end, and what stands between the braces after them.
pub(super) fn end(file: &File, block: &Range<usize>) -> Option<(usize, Range<usize>)> {
    let text = file.text[block.clone()].trim_end();
    let start = text.ends_with('}').then(|| text.rfind('{')).flatten()?;
    Some((block.start + start, block.start + start + 1..block.start + text.len() - 1))
}

/// The same for a block that must have a mark; a problem where it has none.
pub(super) fn must_end(
    file: &File,
    block: &Range<usize>,
    problems: &mut Problems,
) -> Option<(usize, Range<usize>)> {
    let found = end(file, block);
    if found.is_some() {
        return found;
    }
    let text = file.text[block.clone()].trim_end();
    let all = block.start..block.start + text.len();
    match (text.find('{'), text.find('}')) {
        (Some(open), Some(close)) if open < close => {
            let at = block.start + open..block.start + close + 1;
            problems.add(
                file,
                at,
                "the mark stands before the end",
                "put it behind the last word and the full stop",
            );
        }
        (Some(open), None) => {
            problems.add(file, block.start + open..all.end, "the mark is not closed", "put } behind it");
        }
        _ => problems.add(file, all, "this says neither what it rests on nor {plain}", REMEDY),
    }
    None
}

/// The mark of a paragraph or list item, which names facts or is plain.
pub(super) fn read(file: &File, inside: Range<usize>, problems: &mut Problems) -> Mark {
    let mark = read_loose(file, inside.clone(), problems);
    if let Some(anchor) = &mark.anchor {
        problems.add(file, inside, format!("only a heading has an id, as {{#{anchor}}}"), REMEDY);
    } else if mark.plain && !mark.facts.is_empty() {
        problems.add(file, inside, "this is plain and rests on facts", "keep the facts, or plain, not both");
    } else if !mark.plain && mark.facts.is_empty() && !mark.broken {
        problems.add(file, inside, "the mark names no fact", REMEDY);
    }
    mark
}

/// Any mark: a heading's with its anchor, or that of a sentence around the article.
pub(super) fn read_loose(file: &File, inside: Range<usize>, problems: &mut Problems) -> Mark {
    let mut mark = Mark::default();
    let mut rest = inside;
    while let Some(token) = next(file, &mut rest) {
        let word = &file.text[token.clone()];
        if word == "plain" {
            mark.plain = true;
        } else if word.starts_with("f-") {
            mark.facts.push((word.to_owned(), token));
        } else if word.starts_with("allow") {
            if let Some(allowance) = allowance(&file.text[token.clone()]) {
                mark.allowances.push((allowance, token));
            } else {
                mark.broken = true;
                problems.add(file, token, "this allowance cannot be read", "write allow=\"phrase: reason\"");
            }
        } else if let Some(id) = word.strip_prefix('#') {
            mark.anchor = Some(id.to_owned());
        } else {
            mark.broken = true;
            let remedy = match did_you_mean(word, ["plain"]) {
                Some(_) => "did you mean plain?",
                None => "ids begin with f-, as f-1.1-cgh; they stand in facts.toml",
            };
            problems.add(file, token, format!("“{word}” is no id of a fact"), remedy);
        }
    }
    mark
}

/// Takes the next word off `rest`; quotes hold words together.
fn next(file: &File, rest: &mut Range<usize>) -> Option<Range<usize>> {
    let text = &file.text[rest.clone()];
    let start = text.find(|letter: char| !letter.is_whitespace() && letter != ',')?;
    let mut quoted = false;
    let end = text[start..]
        .find(|letter: char| {
            // Word processors bend quotes.
            quoted ^= matches!(letter, '"' | '“' | '”');
            !quoted && (letter.is_whitespace() || letter == ',')
        })
        .map_or(text.len(), |at| start + at);
    let token = rest.start + start..rest.start + end;
    rest.start = token.end;
    Some(token)
}

fn allowance(text: &str) -> Option<Allowance> {
    let quotes = ['"', '“', '”'];
    let inside = text.strip_prefix("allow=")?.strip_prefix(quotes)?.strip_suffix(quotes)?;
    let (phrase, reason) = inside.split_once(':')?;
    let allowance = Allowance { phrase: phrase.trim().to_owned(), reason: one_line(reason) };
    (!allowance.phrase.is_empty() && !allowance.reason.is_empty()).then_some(allowance)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
