//! `article.md` put together: title, opening, sections.

use std::ops::Range;

use super::checks;
use super::context::Context;
use super::markdown::{self, Node};
use super::segments::{self, Segment};
use crate::{Article, Block, Card, CardKind, Place, Question, Section};

/// The article, and the line of each place and card for the checks that follow.
pub(super) fn read(context: &mut Context<'_>) -> Article {
    let mut builder = Builder::default();
    for segment in segments::read(context.file, context.problems) {
        match segment {
            Segment::Markdown(range) => {
                for node in markdown::read(range, context) {
                    builder.node(node, context);
                }
            }
            Segment::Card { kind, line, inside } => {
                context.urgency = kind.urgency();
                let blocks = card_blocks(inside, context);
                context.urgency = None;
                if blocks.is_empty() {
                    context.problem(&line, "an empty box", "write its words before the closing :::");
                }
                builder.block(Block::Card(Card { kind, blocks }));
                builder.boxes.push((Box::Card(kind), line));
            }
            Segment::Questions { line, inside } => {
                let questions = questions(inside, context);
                if questions.is_empty() {
                    context.problem(
                        &line,
                        "no question in this box",
                        "write ### and the question, and below it the answer",
                    );
                }
                builder.block(Block::Questions(questions));
            }
            Segment::Place { place, line } => {
                builder.block(Block::Place(place));
                builder.boxes.push((Box::Place(place), line));
            }
        }
    }
    let Builder { mut article, boxes, sections, titled } = builder;
    if !titled {
        context.problem(&(0..0), "the article has no title", "begin it with # and the title");
    }
    article.heading_allowances = std::mem::take(&mut context.heading_allowances);
    checks::whole(&article, &boxes, &sections, context);
    article
}

/// What stands at most once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Box {
    Card(CardKind),
    Place(Place),
}

#[derive(Default)]
struct Builder {
    article: Article,
    boxes: Vec<(Box, Range<usize>)>,
    /// Where each section's heading stands.
    sections: Vec<Range<usize>>,
    titled: bool,
}

impl Builder {
    fn block(&mut self, block: Block) {
        match self.article.sections.last_mut() {
            Some(section) => section.blocks.push(block),
            None => self.article.opening.push(block),
        }
    }

    fn node(&mut self, node: Node, context: &mut Context<'_>) {
        match node {
            Node::Block(block, _) => self.block(block),
            Node::Heading { level: 1, text, at, .. } => {
                if self.titled {
                    context.problem(&at, "a second title", "a section begins with ##");
                }
                self.titled = true;
                self.article.title = text;
            }
            Node::Heading { level: 2, id, text, at } => {
                if let Some(id) = &id {
                    anchor(id, &at, context);
                } else {
                    context.problem(
                        &at,
                        "this section has no id",
                        "write it behind the heading, as {#services}",
                    );
                }
                self.sections.push(at);
                self.article.sections.push(Section {
                    id: id.unwrap_or_default(),
                    title: text,
                    blocks: Vec::new(),
                });
            }
            Node::Heading { level: 3, id, text, at } => {
                if let Some(id) = &id {
                    anchor(id, &at, context);
                }
                self.block(Block::Heading { id, text });
            }
            Node::Heading { at, .. } => {
                context.problem(&at, "a heading of the fourth level", "use ### at most");
            }
        }
    }
}

fn anchor(id: &str, at: &Range<usize>, context: &mut Context<'_>) {
    let good = id.starts_with(|letter: char| letter.is_ascii_lowercase())
        && id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
    if !good {
        context.problem(at, format!("“{id}” is no id"), "use small letters, digits and dashes");
    }
    if context.anchors.iter().any(|own| own == id) {
        context.problem(
            at,
            format!("the id “{id}” stands here for the second time"),
            "choose another; links lead to the first",
        );
    }
    context.anchors.push(id.to_owned());
}

fn card_blocks(inside: Range<usize>, context: &mut Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for node in markdown::read(inside, context) {
        match node {
            Node::Block(block, _) => blocks.push(block),
            Node::Heading { level: 3, id, text, .. } => blocks.push(Block::Heading { id, text }),
            Node::Heading { at, .. } => context.problem(
                &at,
                "a section begins inside a box",
                "close the box with ::: first, or use ###",
            ),
        }
    }
    blocks
}

fn questions(inside: Range<usize>, context: &mut Context<'_>) -> Vec<Question> {
    let mut questions: Vec<(Question, Range<usize>)> = Vec::new();
    for node in markdown::read(inside, context) {
        match (node, questions.last_mut()) {
            (Node::Heading { level: 3, text, at, .. }, _) => {
                questions.push((Question { question: text, answer: Vec::new() }, at));
            }
            (Node::Block(Block::Paragraph(text), _), Some((question, _))) => question.answer.push(text),
            (Node::Block(_, at), Some(_)) => {
                context.problem(&at, "an answer is made of paragraphs", "write the list as sentences");
            }
            (Node::Block(_, at), None) => {
                context.problem(&at, "an answer without a question", "write ### and the question above it");
            }
            (Node::Heading { at, .. }, _) => {
                context.problem(&at, "a question begins with ###", "write ### before it");
            }
        }
    }
    for (_, at) in questions.iter().filter(|(question, _)| question.answer.is_empty()) {
        context.problem(at, "a question without an answer", "write the answer below it");
    }
    questions.into_iter().map(|(question, _)| question).collect()
}
