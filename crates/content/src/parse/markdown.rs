//! Headings, paragraphs and lists of a stretch of markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::context::Context;
use super::inlines::{self, Located};
use super::mark::{self, Mark};
use crate::{Block, Inline, Text};

/// What a stretch of markdown is made of.
#[derive(Debug)]
pub(super) enum Node {
    Heading { level: u8, id: Option<String>, text: Vec<Inline>, at: Range<usize> },
    Block(Block, Range<usize>),
}

pub(super) fn read(range: Range<usize>, context: &mut Context<'_>) -> Vec<Node> {
    let text = &context.file.text[range.clone()];
    let events: Vec<Located<'_>> = Parser::new_ext(text, Options::empty())
        .into_offset_iter()
        .map(|(event, at)| (event, range.start + at.start..range.start + at.end))
        .collect();
    let mut nodes = Vec::new();
    let mut at = 0;
    while let Some((event, range)) = events.get(at) {
        let inside = inside(&events, at);
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let line = first_line(context, range);
                let (end, mark) = match mark::end(context.file, &line) {
                    Some((end, mark)) => (end, mark::read_loose(context.file, mark, context.problems)),
                    None => (line.end, Mark::default()),
                };
                let text = inlines::read(inside, end, context);
                let id = mark.anchor.clone();
                context.heading(&text, &(line.start..end), mark);
                nodes.push(Node::Heading { level: *level as u8, id, text, at: line });
            }
            Event::Start(Tag::Paragraph) => {
                let text = marked(inside, context);
                nodes.push(Node::Block(Block::Paragraph(text), range.clone()));
            }
            Event::Start(Tag::List(first)) => {
                let items = items(inside, context);
                nodes.push(Node::Block(Block::List { ordered: first.is_some(), items }, range.clone()));
            }
            // A comment is for whoever edits the file.
            Event::Start(Tag::HtmlBlock) if is_comment(context, range) => {}
            other => unfit(other, range, context),
        }
        at += inside.len() + if matches!(event, Event::Start(_)) { 2 } else { 1 };
    }
    nodes
}

/// The events between the start at `at` and its end; nothing where `at` is no start.
fn inside<'a, 'b>(events: &'a [Located<'b>], at: usize) -> &'a [Located<'b>] {
    if !matches!(events[at].0, Event::Start(_)) {
        return &[];
    }
    let mut depth = 0;
    let length = events[at..].iter().position(|(event, _)| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    &events[at + 1..at + length.unwrap_or(1)]
}

/// A paragraph's or list item's words and mark.
fn marked(events: &[Located<'_>], context: &mut Context<'_>) -> Text {
    let start = events.first().map_or(0, |(_, range)| range.start);
    let end = events.iter().map(|(_, range)| range.end).max().unwrap_or(start);
    let range = start..end;
    let (words_end, mark) = match mark::must_end(context.file, &range, context.problems) {
        Some((words_end, inside)) => (words_end, mark::read(context.file, inside, context.problems)),
        None => (end, Mark::default()),
    };
    let inlines = inlines::read(events, words_end, context);
    if inlines.is_empty() {
        context.problem(&range, "a mark without words", "put it at the end of the paragraph it belongs to");
    }
    context.text(inlines, &(start..words_end), mark)
}

fn items(events: &[Located<'_>], context: &mut Context<'_>) -> Vec<Text> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < events.len() {
        let inside = inside(events, at);
        items.extend(item(inside, context));
        at += inside.len() + 2;
    }
    items
}

/// One item: its words stand in it directly or, where blank lines separate items, in a paragraph.
fn item(events: &[Located<'_>], context: &mut Context<'_>) -> Option<Text> {
    let is_block = |event: &Event<'_>| {
        matches!(
            event,
            Event::Start(
                Tag::List(_)
                    | Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::CodeBlock(_)
                    | Tag::BlockQuote(_)
                    | Tag::HtmlBlock
            )
        )
    };
    let Some(first) = events.iter().position(|(event, _)| is_block(event)) else {
        return (!events.is_empty()).then(|| marked(events, context));
    };
    let (words, rest) = match &events[first].0 {
        Event::Start(Tag::Paragraph) if first == 0 => {
            let words = inside(events, 0);
            (words, &events[words.len() + 2..])
        }
        _ => events.split_at(first),
    };
    if let Some((_, range)) = rest.first() {
        context.problem(
            range,
            "an item of a list is one paragraph",
            "begin a new item, or end the list with a blank line first",
        );
    }
    (!words.is_empty()).then(|| marked(words, context))
}

fn unfit(event: &Event<'_>, range: &Range<usize>, context: &mut Context<'_>) {
    let (message, remedy) = match event {
        Event::Start(Tag::HtmlBlock) | Event::Html(_) => (
            "HTML in the article",
            "write plain words; **bold**, *italic* and [links](#book) are all there is",
        ),
        Event::Start(Tag::CodeBlock(_)) => {
            ("this would stand as code", "take the spaces at the beginning of the line, or the ```, away")
        }
        Event::Start(Tag::BlockQuote(_)) => {
            ("the article holds no quotations", "take the > away; a box is written ::: note … :::")
        }
        Event::Rule => ("a line across the page", "take it away; headings divide the text"),
        _ => ("this cannot stand in the article", "write headings, paragraphs, lists and ::: boxes"),
    };
    context.problem(range, message, remedy);
}

fn is_comment(context: &Context<'_>, range: &Range<usize>) -> bool {
    let text = context.file.text[range.clone()].trim();
    text.starts_with("<!--") && text.ends_with("-->")
}

fn first_line(context: &Context<'_>, range: &Range<usize>) -> Range<usize> {
    let text = &context.file.text[range.clone()];
    range.start..range.start + text.trim_end().find('\n').unwrap_or(text.trim_end().len())
}
