//! The lines of `article.md` that begin with `:::`: cards, questions, places. What lies between them is markdown.

use std::ops::Range;

use super::file::{File, Problems, did_you_mean};
use crate::{CardKind, Place};

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

const FENCES: [(&str, Fence); 7] = [
    ("urgent", Fence::Card(CardKind::Urgent)),
    ("short", Fence::Card(CardKind::UrgentShort)),
    ("note", Fence::Card(CardKind::Note)),
    ("questions", Fence::Questions),
    ("neck", Fence::Place(Place::Neck)),
    ("book", Fence::Place(Place::Booking)),
    ("sources", Fence::Place(Place::Sources)),
];

/// An opened box: its word, its line, where its inside begins.
struct Open {
    fence: Fence,
    line: Range<usize>,
    inside: usize,
}

pub(super) fn read(file: &File, problems: &mut Problems) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut open: Option<Open> = None;
    let (mut from, mut at) = (0, 0);
    for whole in file.text.split_inclusive('\n') {
        let line = at..at + whole.trim_end().len();
        let next = at + whole.len();
        if let Some(word) = whole.trim().strip_prefix(":::") {
            if open.is_none() {
                segments.push(Segment::Markdown(from..at));
            }
            open = fence_line(file, word.trim(), line, next, open, &mut segments, problems);
            from = next;
        }
        at = next;
    }
    match open {
        Some(open) => {
            problems.add(
                file,
                open.line.clone(),
                "this box is never closed",
                "write ::: alone on the line after its last words",
            );
        }
        None => segments.push(Segment::Markdown(from..file.text.len())),
    }
    segments
}

/// Reads one `:::` line, with what was open before; gives what is open after.
fn fence_line(
    file: &File,
    word: &str,
    line: Range<usize>,
    next: usize,
    open: Option<Open>,
    segments: &mut Vec<Segment>,
    problems: &mut Problems,
) -> Option<Open> {
    if word.is_empty() {
        match open {
            Some(Open { fence: Fence::Card(kind), line: first, inside }) => {
                segments.push(Segment::Card { kind, line: first, inside: inside..line.start });
            }
            Some(Open { line: first, inside, .. }) => {
                segments.push(Segment::Questions { line: first, inside: inside..line.start });
            }
            None => problems.add(
                file,
                line,
                "this closes nothing",
                "take the line away, or write what opens here: ::: note",
            ),
        }
        return None;
    }
    let Some((_, fence)) = FENCES.into_iter().find(|(name, _)| *name == word) else {
        let names = FENCES.map(|(name, _)| name);
        let remedy = match did_you_mean(word, names) {
            Some(name) => format!("did you mean ::: {name}?"),
            None => format!("one of these: {}", names.join(", ")),
        };
        problems.add(file, line.clone(), format!("there is no box called “{word}”"), remedy);
        // Read on as if it were a note, so that its closing line is not a problem too.
        return open.or(Some(Open { fence: Fence::Card(CardKind::Note), line, inside: next }));
    };
    if let Some(open) = open {
        let remedy = format!("close the box of line {} with ::: first", file.line(open.line.start));
        problems.add(file, line, "a box inside a box", remedy);
        return Some(open);
    }
    if let Fence::Place(place) = fence {
        segments.push(Segment::Place { place, line });
        return None;
    }
    Some(Open { fence, line, inside: next })
}
