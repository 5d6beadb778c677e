//! The lines of `article.md` that begin with `:::`: cards, questions, places. What lies between them is markdown.

use std::ops::Range;

use super::file::{File, Problems, did_you_mean};
use crate::{CardKind, Place, Urgency};

/// A stretch of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    Markdown(Range<usize>),
    /// What lies between `::: note` and `:::`; `line` is the opening line.
    Card {
        kind: CardKind,
        line: Range<usize>,
        inside: Range<usize>,
    },
    Questions {
        line: Range<usize>,
        inside: Range<usize>,
    },
    Place {
        place: Place,
        line: Range<usize>,
    },
}

#[derive(Clone, Copy)]
enum Fence {
    Card(CardKind),
    Questions,
    Place(Place),
}

const FENCES: [(&str, Fence); 10] = [
    ("urgent", Fence::Card(CardKind::Urgent)),
    ("short", Fence::Card(CardKind::UrgentShort)),
    ("same-day", Fence::Card(CardKind::Signs(Urgency::SameDay))),
    ("days", Fence::Card(CardKind::Signs(Urgency::Days))),
    ("tell-us", Fence::Card(CardKind::Signs(Urgency::TellUs))),
    ("note", Fence::Card(CardKind::Note)),
    ("questions", Fence::Questions),
    ("neck", Fence::Place(Place::Neck)),
    ("book", Fence::Place(Place::Booking)),
    ("sources", Fence::Place(Place::Sources)),
];

pub(super) fn read(file: &File, problems: &mut Problems) -> Vec<Segment> {
    let mut reader = Reader { file, problems, segments: Vec::new(), open: None, from: 0 };
    let mut at = 0;
    for whole in file.text.split_inclusive('\n') {
        let line = at..at + whole.trim_end().len();
        at += whole.len();
        if let Some(word) = whole.trim().strip_prefix(":::") {
            reader.fence(word.trim(), line, at);
        } else if whole.starts_with("# ") || whole.starts_with("## ") {
            // A section cannot begin inside a box.
            reader.never_closed(line.start);
        }
    }
    reader.never_closed(file.text.len());
    reader.text_until(file.text.len());
    reader.segments
}

/// An opened box: what it is, its line, where its inside begins.
struct Open {
    fence: Fence,
    line: Range<usize>,
    inside: usize,
}

struct Reader<'a> {
    file: &'a File,
    problems: &'a mut Problems,
    segments: Vec<Segment>,
    open: Option<Open>,
    /// Where the markdown begins that no segment holds yet.
    from: usize,
}

impl Reader<'_> {
    /// Reads a `:::` line; the next line begins at `next`.
    fn fence(&mut self, word: &str, line: Range<usize>, next: usize) {
        if word.is_empty() {
            if self.open.is_none() {
                self.text_until(line.start);
                let remedy = "take the line away, or write what opens here: ::: note";
                self.problems.add(self.file, line.clone(), "this closes nothing", remedy);
            }
            self.close(line.start);
            self.from = next;
            return;
        }
        self.never_closed(line.start);
        self.text_until(line.start);
        self.from = next;
        match self.named(word, &line) {
            Fence::Place(place) => self.segments.push(Segment::Place { place, line }),
            fence => self.open = Some(Open { fence, line, inside: next }),
        }
    }

    /// What `word` opens; after a problem, what was probably meant, so that what follows is read in the right way.
    fn named(&mut self, word: &str, line: &Range<usize>) -> Fence {
        let find = |word| FENCES.into_iter().find(|(name, _)| *name == word).map(|(_, fence)| fence);
        if let Some(fence) = find(word) {
            return fence;
        }
        let names = FENCES.map(|(name, _)| name);
        let meant = did_you_mean(word, names);
        let remedy = match meant {
            Some(name) => format!("did you mean ::: {name}?"),
            None => format!("one of these: {}", names.join(", ")),
        };
        self.problems.add(self.file, line.clone(), format!("there is no box called “{word}”"), remedy);
        meant.and_then(find).unwrap_or(Fence::Card(CardKind::Note))
    }

    /// A box that is still open where it cannot be any more.
    fn never_closed(&mut self, end: usize) {
        if let Some(open) = &self.open {
            let remedy = "write ::: alone on the line after its last words";
            self.problems.add(self.file, open.line.clone(), "this box is never closed", remedy);
            self.close(end);
        }
    }

    fn close(&mut self, end: usize) {
        let Some(Open { fence, line, inside }) = self.open.take() else { return };
        let inside = inside..end;
        self.segments.push(match fence {
            Fence::Card(kind) => Segment::Card { kind, line, inside },
            Fence::Questions | Fence::Place(_) => Segment::Questions { line, inside },
        });
        self.from = end;
    }

    fn text_until(&mut self, end: usize) {
        self.segments.push(Segment::Markdown(self.from..end));
        self.from = end;
    }
}
