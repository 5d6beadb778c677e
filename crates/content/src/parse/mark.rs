//! The mark at the end of a paragraph or list item: `{f-1.1-cgh f-1.3-relay}`, `{plain}`,
//! `{plain allow="phrase: reason"}`.

use std::ops::Range;

use super::file::{File, Problems};
use crate::{Allowance, Basis};

#[derive(Debug)]
pub(super) struct Mark {
    pub basis: Basis,
    /// Each fact id with its place.
    pub facts: Vec<(String, Range<usize>)>,
    pub allowances: Vec<(Allowance, Range<usize>)>,
}

const REMEDY: &str = "end it with the facts behind it, {f-1.1-cgh}, or with {plain} where it says nothing medical";

/// Where the words of a block end and its mark begins; `None` after a problem.
pub(super) fn split(file: &File, block: Range<usize>, problems: &mut Problems) -> Option<(usize, Range<usize>)> {
    let text = file.text[block.clone()].trim_end();
    let end = block.start + text.len();
    if let Some(start) = text.ends_with('}').then(|| text.rfind('{')).flatten() {
        return Some((block.start + start, block.start + start + 1..end - 1));
    }
    match (text.find('{'), text.find('}')) {
        (Some(open), Some(close)) if open < close => {
            let at = block.start + open..block.start + close + 1;
            problems.add(file, at, "the mark stands before the end", "put it behind the last word and the full stop");
        }
        (Some(open), None) => {
            problems.add(file, block.start + open..end, "the mark is not closed", "put } behind it");
        }
        _ => problems.add(file, block.start..end, "this says neither what it rests on nor {plain}", REMEDY),
    }
    None
}

/// Reads what stands between the braces.
pub(super) fn read(file: &File, inside: Range<usize>, problems: &mut Problems) -> Mark {
    let mut mark = Mark { basis: Basis::Plain, facts: Vec::new(), allowances: Vec::new() };
    let mut plain = false;
    let mut rest = inside.clone();
    while let Some(token) = next(file, &mut rest) {
        let word = &file.text[token.clone()];
        if word == "plain" {
            plain = true;
        } else if word.starts_with("f-") {
            mark.facts.push((word.to_owned(), token));
        } else if word.starts_with("allow") {
            mark.allowances.extend(allowance(file, token, problems));
        } else {
            problems.add(file, token, format!("“{word}” is no id of a fact"), "ids begin with f-, as f-1.1-cgh; they stand in facts.toml");
        }
    }
    if plain && !mark.facts.is_empty() {
        problems.add(file, inside.clone(), "this is plain and rests on facts", "keep the facts, or {plain}, not both");
    } else if !plain && mark.facts.is_empty() {
        problems.add(file, inside, "the mark names no fact", REMEDY);
    }
    if !mark.facts.is_empty() {
        mark.basis = Basis::Facts(mark.facts.iter().map(|(id, _)| id.clone()).collect());
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
            quoted ^= letter == '"';
            !quoted && (letter.is_whitespace() || letter == ',')
        })
        .map_or(text.len(), |at| start + at);
    let token = rest.start + start..rest.start + end;
    rest.start = token.end;
    Some(token)
}

fn allowance(file: &File, token: Range<usize>, problems: &mut Problems) -> Option<(Allowance, Range<usize>)> {
    let text = &file.text[token.clone()];
    let inside = text.strip_prefix("allow=\"").and_then(|text| text.strip_suffix('"'));
    let parts = inside.and_then(|text| text.split_once(':')).map(|(phrase, reason)| (phrase.trim(), reason.trim()));
    match parts {
        Some((phrase, reason)) if !phrase.is_empty() && !reason.is_empty() => {
            Some((Allowance { phrase: phrase.to_owned(), reason: one_line(reason) }, token))
        }
        _ => {
            problems.add(file, token, "this allowance cannot be read", "write allow=\"phrase: reason\", with straight quotes");
            None
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
