//! What reading the article needs at every step, and what it gathers on the way.

use std::ops::Range;

use super::banned::{self, Banned};
use super::file::{File, Problems};
use super::mark::{self, Mark};
use super::registry::Registry;
use crate::article::plain;
use crate::{Basis, Inline, Source, Text};

#[derive(Debug)]
pub(super) struct Context<'a> {
    pub file: &'a File,
    pub registry: &'a Registry,
    pub banned: &'a Banned,
    /// The clinic's number as read.
    pub phone: &'a str,
    pub problems: &'a mut Problems,
    /// Cited so far, in the order of first mention.
    pub sources: Vec<Source>,
    /// Every `#place` of the page with the heading that made it.
    pub anchors: Vec<String>,
    /// Links to places, checked when all places are known.
    pub links: Vec<(String, Range<usize>)>,
    pub structure_links: usize,
    pub words: usize,
}

impl Context<'_> {
    pub(super) fn problem(&mut self, range: &Range<usize>, message: impl Into<String>, remedy: impl Into<String>) {
        self.problems.add(self.file, range.clone(), message, remedy);
    }

    /// A heading or question: it carries no mark, so it can allow nothing.
    pub(super) fn heading(&mut self, inlines: &[Inline], range: &Range<usize>) {
        let words = plain(inlines);
        self.words += words.split_whitespace().count();
        self.banned.check(self.file, &words, range, self.problems);
    }

    /// A paragraph or list item: its words, its mark, the notes that follow from its facts.
    pub(super) fn text(&mut self, inlines: Vec<Inline>, range: &Range<usize>, mark: Option<Range<usize>>) -> Text {
        let words = plain(&inlines);
        self.words += words.split_whitespace().count();
        let mark = mark.map(|inside| mark::read(self.file, inside, self.problems));
        for (id, at) in mark.iter().flat_map(|mark| &mark.facts) {
            self.registry.check(self.file, id, at.clone(), self.problems);
        }
        let Mark { basis, facts, allowances } = mark.unwrap_or(Mark { basis: Basis::Plain, facts: Vec::new(), allowances: Vec::new() });
        for phrase in self.banned.found(&words) {
            let allowed = |own: &str| banned::place(own, &phrase.words).is_some_and(|at| at == (0..own.len()));
            if !allowances.iter().any(|(allowance, _)| allowed(&allowance.phrase)) {
                let at = banned::place_in(self.file, range.clone(), &phrase.words);
                let remedy = format!("{}; where it must stand, write {{… allow=\"{}: reason\"}}", phrase.remedy, phrase.words);
                self.problems.add(self.file, at, format!("“{}” is on the never-say list", phrase.words), remedy);
            }
        }
        for (allowance, at) in &allowances {
            if banned::place(&words, &allowance.phrase).is_none() {
                let message = format!("“{}” is allowed here but does not stand here", allowance.phrase);
                self.problems.add(self.file, at.clone(), message, "take the allowance away, or correct its phrase");
            }
        }
        let notes = self.notes(&facts);
        Text {
            inlines,
            basis,
            notes,
            allowances: allowances.into_iter().map(|(allowance, _)| allowance).collect(),
            line: self.file.line(range.start),
        }
    }

    fn notes(&mut self, facts: &[(String, Range<usize>)]) -> Vec<usize> {
        let mut notes = Vec::new();
        for (fact, _) in facts {
            for source in self.registry.sources_of(fact) {
                let place = self.sources.iter().position(|own| own.id == source.id).unwrap_or_else(|| {
                    self.sources.push(source.clone());
                    self.sources.len() - 1
                });
                notes.push(place + 1);
            }
        }
        notes.sort_unstable();
        notes.dedup();
        notes
    }
}
