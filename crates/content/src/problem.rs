//! A mistake in a content file, with its place and the remedy.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// What is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path below the content folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// Characters that are meant, all on this line; 0 where something is missing.
    pub length: usize,
    /// The line itself, so that a report needs no file.
    pub excerpt: String,
    pub message: String,
    pub remedy: String,
}

/// All problems as one text: each with its line, what is meant underlined, and the remedy.
pub fn report(problems: &[Problem]) -> String {
    let renderer = Renderer::plain();
    problems.iter().map(|problem| renderer.render(&[problem.group(Level::ERROR)]) + "\n\n").collect()
}

/// The same for what does not stop the build.
pub fn report_warnings(warnings: &[Problem]) -> String {
    let renderer = Renderer::plain();
    warnings.iter().map(|warning| renderer.render(&[warning.group(Level::WARNING)]) + "\n\n").collect()
}

impl Problem {
    fn group<'a>(&'a self, level: Level<'a>) -> Group<'a> {
        let byte =
            |column: usize| self.excerpt.char_indices().nth(column).map_or(self.excerpt.len(), |(at, _)| at);
        let span = byte(self.column - 1)..byte(self.column - 1 + self.length);
        let snippet = Snippet::source(self.excerpt.as_str())
            .path(self.file.as_str())
            .line_start(self.line)
            .annotation(AnnotationKind::Primary.span(span));
        level
            .primary_title(self.message.as_str())
            .element(snippet)
            .element(Level::HELP.message(self.remedy.as_str()))
    }
}
