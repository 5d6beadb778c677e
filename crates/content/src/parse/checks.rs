//! What the article must have as a whole.

use std::ops::{Range, RangeInclusive};

use super::article::Box;
use super::context::Context;
use super::file::{File, Problems, did_you_mean};
use super::words::Words;
use crate::{Article, Block, CardKind, Place};

/// Sections that navigation, buttons and links lead to.
const SECTIONS: [&str; 6] = ["services", "treatments", "contact", "warning-signs", "neck", "book"];
const WORDS: RangeInclusive<usize> = 1200..=2200;
const STRUCTURE_LINKS: usize = 12;
/// Rows of the card right before the form, so that it fits a phone.
const SHORT_ROWS: usize = 5;

/// Boxes that must stand once: what each is, its word, the section it belongs to.
const BOXES: [(Box, &str, Option<&str>); 5] = [
    (Box::Card(CardKind::Urgent), "urgent", Some("warning-signs")),
    (Box::Card(CardKind::UrgentShort), "short", None),
    (Box::Place(Place::Neck), "neck", Some("neck")),
    (Box::Place(Place::Booking), "book", Some("book")),
    (Box::Place(Place::Sources), "sources", None),
];

pub(super) fn whole(
    article: &Article,
    boxes: &[(Box, Range<usize>)],
    sections: &[Range<usize>],
    context: &mut Context<'_>,
) {
    required_sections(article, sections, context);
    required_boxes(article, boxes, context);
    links(context);
    if article.opening.is_empty() {
        context.problem(
            &(0..0),
            "nothing stands between the title and the first section",
            "write the opening sentence there",
        );
    }
    for (section, at) in
        article.sections.iter().zip(sections).filter(|(section, _)| section.blocks.is_empty())
    {
        context.problem(
            at,
            format!("the section “{}” is empty", section.id),
            "write its text, or take the heading away",
        );
    }
    let found = context.structure_links;
    if found < STRUCTURE_LINKS {
        let remedy = "link where the text names a bone or a disc: [C2](structure:C2)";
        context.problem(
            &(0..0),
            format!("{found} links to the neck's structures; at least {STRUCTURE_LINKS} are needed"),
            remedy,
        );
    }
    if !WORDS.contains(&context.words) {
        let remedy = if context.words < *WORDS.start() {
            "say more where readers ask"
        } else {
            "shorten what readers skip"
        };
        let message = format!(
            "the article has {} words; it must have {} to {}",
            context.words,
            WORDS.start(),
            WORDS.end()
        );
        context.problem(&(0..0), message, remedy);
    }
}

fn required_sections(article: &Article, sections: &[Range<usize>], context: &mut Context<'_>) {
    for id in SECTIONS.into_iter().filter(|id| article.sections.iter().all(|section| section.id != *id)) {
        // Links to it are not wrong.
        context.anchors.push(id.to_owned());
        let others =
            article.sections.iter().map(|section| section.id.as_str()).filter(|own| !SECTIONS.contains(own));
        match did_you_mean(id, others)
            .and_then(|own| article.sections.iter().position(|section| section.id == own))
        {
            Some(place) => {
                let message = format!("the page's menu and buttons look for the section “{id}”");
                context.problem(&sections[place], message, format!("did you mean {{#{id}}}?"));
            }
            None => context.problem(
                &(0..0),
                format!("the section “{id}” is missing"),
                format!("write a heading ## … {{#{id}}} and its text"),
            ),
        }
    }
}

fn required_boxes(article: &Article, boxes: &[(Box, Range<usize>)], context: &mut Context<'_>) {
    for (kind, word, home) in BOXES {
        let mut all = boxes.iter().filter(|(own, _)| *own == kind).map(|(_, line)| line);
        let Some(line) = all.next() else {
            let remedy = match home {
                Some(home) => format!("write ::: {word} in the section “{home}”"),
                None => format!("write the line ::: {word} where it belongs"),
            };
            context.problem(&(0..0), format!("::: {word} is missing"), remedy);
            continue;
        };
        for second in all {
            context.problem(
                second,
                format!("::: {word} stands here for the second time"),
                format!("keep one; the first is in line {}", context.file.line(line.start)),
            );
        }
        let holds = |block: &Block| match (block, kind) {
            (Block::Card(card), Box::Card(kind)) => card.kind == kind,
            (Block::Place(own), Box::Place(place)) => *own == place,
            _ => false,
        };
        if let Some(home) = home
            && article.sections.iter().any(|section| section.id == home)
            && !article.sections.iter().any(|section| section.id == home && section.blocks.iter().any(holds))
        {
            context.problem(
                line,
                format!("::: {word} stands outside the section “{home}”"),
                format!("move it below the heading with {{#{home}}}"),
            );
        }
    }
    rows(article, boxes, context);
}

fn rows(article: &Article, boxes: &[(Box, Range<usize>)], context: &mut Context<'_>) {
    for kind in [CardKind::Urgent, CardKind::UrgentShort] {
        let (Some(card), Some((_, line))) =
            (article.card(kind), boxes.iter().find(|(own, _)| *own == Box::Card(kind)))
        else {
            continue;
        };
        let rows = card.items().count();
        if kind == CardKind::UrgentShort && rows != SHORT_ROWS {
            context.problem(
                line,
                format!("{rows} rows; a phone shows {SHORT_ROWS}"),
                format!("write {SHORT_ROWS} lines that begin with -"),
            );
        } else if rows == 0 {
            context.problem(line, "no list of signs", "write each sign on a line that begins with -");
        }
    }
}

fn links(context: &mut Context<'_>) {
    for (place, range) in std::mem::take(&mut context.links) {
        link(context.file, &place, range, &context.anchors, context.problems);
    }
}

/// The `href` words of `page.toml` lead to places of the article.
pub(super) fn page_links(file: &File, words: &[Words], anchors: &[String], problems: &mut Problems) {
    for (key, target, span) in words.iter().filter(|(key, _, _)| key.rsplit('.').next() == Some("href")) {
        match target.strip_prefix('#') {
            Some(place) => link(file, place, span.clone(), anchors, problems),
            None => problems.add(
                file,
                span.clone(),
                format!("`{key}` must lead to a place of the page"),
                "write # and the id of a section: \"#services\"",
            ),
        }
    }
}

fn link(file: &File, place: &str, range: Range<usize>, anchors: &[String], problems: &mut Problems) {
    if anchors.iter().any(|own| own == place) {
        return;
    }
    let remedy = match did_you_mean(place, anchors.iter().map(String::as_str)) {
        Some(name) => format!("did you mean #{name}?"),
        None => format!("places of the page: #{}", anchors.join(", #")),
    };
    problems.add(file, range, format!("there is no place #{place} on the page"), remedy);
}
