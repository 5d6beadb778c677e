//! What reading the article needs at every step, and what it gathers on the way.

use std::ops::Range;

use super::banned::Banned;
use super::file::{File, Problems};
use super::mark::Mark;
use super::registry::Registry;
use crate::article::plain;
use crate::{Allowance, Inline, Source, Text, Urgency};

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
    /// The class of the card that is being read.
    pub urgency: Option<Urgency>,
    pub heading_allowances: Vec<(usize, Allowance)>,
    pub words: usize,
}

impl Context<'_> {
    pub(super) fn problem(
        &mut self,
        range: &Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.problems.add(self.file, range.clone(), message, remedy);
    }

    /// A heading or question, which rests on what follows it.
    pub(super) fn heading(&mut self, inlines: &[Inline], range: &Range<usize>, mark: Mark) {
        self.words += plain(inlines).split_whitespace().count();
        mark.check(&plain(inlines), self.file, range, self.registry, self.banned, self.problems);
        let line = self.file.line(range.start);
        self.heading_allowances.extend(mark.allowances.into_iter().map(|(allowance, _)| (line, allowance)));
    }

    /// A paragraph or list item: its words, its mark, the notes that follow from its facts.
    pub(super) fn text(&mut self, inlines: Vec<Inline>, range: &Range<usize>, mark: Mark) -> Text {
        let words = plain(&inlines);
        self.words += words.split_whitespace().count();
        mark.check(&words, self.file, range, self.registry, self.banned, self.problems);
        self.too_calm(&mark.facts);
        let notes = self.notes(&mark.facts);
        Text {
            inlines,
            basis: mark.basis(),
            notes,
            allowances: mark.allowances.into_iter().map(|(allowance, _)| allowance).collect(),
            line: self.file.line(range.start),
        }
    }

    /// A card may hold no sign that is more urgent than the card says.
    fn too_calm(&mut self, facts: &[(String, Range<usize>)]) {
        let Some(own) = self.urgency else { return };
        for (fact, at) in facts {
            let Some(urgency) = self.registry.urgency(fact).filter(|urgency| *urgency > own) else {
                continue;
            };
            self.problem(
                at,
                format!("{fact} is for “{}”, this box for “{}”", urgency.word(), own.word()),
                "move the line to a box as urgent as the sign: ::: urgent, ::: same-day, ::: days",
            );
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
