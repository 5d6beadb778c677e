//! A mistake in a content file, with its place and the remedy.

/// What is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path below the content folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub message: String,
    pub remedy: String,
}

/// All problems as one text.
pub fn report(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(|p| format!("{}:{}:{}: {}; {}\n", p.file, p.line, p.column, p.message, p.remedy))
        .collect()
}
