//! Words, emphasis and links within a block.

use neck::anatomy::StructureId;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::context::Context;
use super::phone;
use super::structures;
use crate::Inline;
use crate::article::plain;

/// A markdown event with its bytes in the file.
pub(super) type Located<'a> = (Event<'a>, Range<usize>);

/// The inlines of `events`, up to the byte `end`.
pub(super) fn read(events: &[Located<'_>], end: usize, context: &mut Context<'_>) -> Vec<Inline> {
    let mut at = 0;
    let mut inlines = level(events, &mut at, end, context);
    trim(&mut inlines);
    inlines
}

/// Reads until the level's own end, or until the mark begins.
fn level(events: &[Located<'_>], at: &mut usize, end: usize, context: &mut Context<'_>) -> Vec<Inline> {
    let mut inlines = Vec::new();
    while let Some((event, range)) = events.get(*at) {
        *at += 1;
        if range.start >= end && !matches!(event, Event::End(_)) {
            continue;
        }
        match event {
            Event::Text(text) => {
                let text = text.get(..end.saturating_sub(range.start)).unwrap_or(text);
                push(&mut inlines, text);
            }
            Event::SoftBreak | Event::HardBreak => push(&mut inlines, " "),
            Event::Start(Tag::Strong) => inlines.push(Inline::Strong(level(events, at, end, context))),
            Event::Start(Tag::Emphasis) => inlines.push(Inline::Emphasis(level(events, at, end, context))),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let text = level(events, at, end, context);
                inlines.push(link(dest_url, text, range, context));
            }
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image) => break,
            Event::Start(Tag::Image { .. }) => {
                context.problem(
                    range,
                    "the article holds no pictures",
                    "take it away; the page draws its own",
                );
                level(events, at, end, context);
            }
            Event::InlineHtml(_) | Event::Html(_) => {
                context.problem(
                    range,
                    "HTML in the article",
                    "write plain words; **bold**, *italic* and [links](#book) are all there is",
                );
            }
            Event::Code(text) => {
                context.problem(range, "words in backticks", "take the ` away");
                push(&mut inlines, text);
            }
            _ => context.problem(range, "this cannot stand in a sentence", "write plain words"),
        }
    }
    inlines
}

fn push(inlines: &mut Vec<Inline>, text: &str) {
    match inlines.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}

/// No space before the mark.
fn trim(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.truncate(last.trim_end().len());
        if last.is_empty() {
            inlines.pop();
        }
    }
}

/// The one number besides the clinic's.
const EMERGENCY: &str = "tel:911";

fn link(target: &str, text: Vec<Inline>, range: &Range<usize>, context: &mut Context<'_>) -> Inline {
    if plain(&text).trim().is_empty() {
        context.problem(range, "a link without words", "write what it leads to between [ and ]");
    }
    if let Some(id) = target.strip_prefix("structure:") {
        if StructureId::find_side(id).is_none() {
            context.problem(range, format!("the model has no structure {id}"), structures::remedy_for(id));
        }
        context.structure_links += 1;
        return Inline::Structure { id: id.to_owned(), text };
    }
    if target == EMERGENCY {
        if !plain(&text).contains("911") {
            context.problem(range, "a link to 911 that does not say so", "write [Call 911](tel:911)");
        }
        return Inline::Link { href: target.to_owned(), text };
    }
    if let Some(number) = target.strip_prefix("tel:") {
        dialled(number, &text, range, context);
        return Inline::Phone(text);
    }
    if let Some(place) = target.strip_prefix('#') {
        context.links.push((place.to_owned(), range.clone()));
    } else if let Some(rest) = target.strip_prefix("http://") {
        context.problem(
            range,
            "a link that is not encrypted (http:)",
            format!("write https://{rest}, after trying it"),
        );
    } else if !target.starts_with("https://") {
        let remedy = "write a place on the page (#book), a structure (structure:C2), the phone (tel:) or an https:// address";
        context.problem(range, format!("“{target}” leads nowhere"), remedy);
    }
    Inline::Link { href: target.to_owned(), text }
}

/// The link dials the clinic's number whatever it says, so it must not say another.
fn dialled(number: &str, text: &[Inline], range: &Range<usize>, context: &mut Context<'_>) {
    let own = context.phone;
    let said = plain(text);
    // A number in the usual writing is checked wherever it stands.
    let unusual = phone::find(&said).next().is_none();
    if !phone::same(number, own) || unusual && !phone::same(&said, own) {
        let remedy = format!("write [{own}](tel:); the clinic's number stands in site.toml");
        context.problem(range, "another phone number than the clinic's", remedy);
    }
}
