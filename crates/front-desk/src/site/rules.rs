//! The file `_headers` of static hosts: a path, then under it the headers of what lies there.
//!
//! ```text
//! # a comment
//! /assets/*
//!   Cache-Control: public, max-age=31536000, immutable
//! ```

use std::{fs, io, path::Path};

use axum::http::{HeaderName, HeaderValue};

use crate::Error;

/// The rules in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules(Vec<Rule>);

#[derive(Clone, Debug)]
struct Rule {
    /// A path in which each `*` stands for anything.
    path: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Rules {
    /// Reads the file; none means no rules.
    ///
    /// # Errors
    /// When a line is neither a path nor a header, or the file cannot be read.
    pub(crate) fn read(path: &Path) -> Result<Self, Error> {
        let wrong = |line, problem| Error::HeaderRules { path: path.to_owned(), line, problem };
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).map_err(|(line, problem)| wrong(line, problem)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(_) => Err(wrong(0, "the file cannot be read as text")),
        }
    }

    /// The error is a line number, from 1, and what is wrong there.
    fn parse(text: &str) -> Result<Self, (usize, &'static str)> {
        let mut rules = Vec::<Rule>::new();
        for (number, line) in text.lines().enumerate() {
            let wrong = |problem| (number + 1, problem);
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                if !content.starts_with('/') {
                    return Err(wrong("a path has to begin with /"));
                }
                rules.push(Rule { path: content.to_owned(), headers: Vec::new() });
                continue;
            }
            let rule = rules.last_mut().ok_or_else(|| wrong("a header stands before the first path"))?;
            let (name, value) = content.split_once(':').ok_or_else(|| wrong("a header has no colon"))?;
            let name = name.trim().parse().map_err(|_| wrong("this is no header name"))?;
            let value = value.trim().parse().map_err(|_| wrong("this is no header value"))?;
            rule.headers.push((name, value));
        }
        Ok(Self(rules))
    }

    /// The headers for a path, in the order of the file.
    pub(crate) fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a (HeaderName, HeaderValue)> {
        self.0.iter().filter(move |rule| matches(&rule.path, path)).flat_map(|rule| &rule.headers)
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else { return false };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    true
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_stars() {
        for (pattern, path, fits) in [
            ("/", "/", true),
            ("/", "/index.html", false),
            ("/*", "/", true),
            ("/*", "/a/b.js", true),
            ("/assets/*", "/assets/a.wasm", true),
            ("/assets/*", "/assets", false),
            ("/*.html", "/sent/index.html", true),
            ("/*.html", "/a.css", false),
            ("/a/*/c*", "/a/b/b/c.d", true),
            ("/a*a", "/a", false),
        ] {
            assert_eq!(matches(pattern, path), fits, "{pattern} {path}");
        }
    }

    #[test]
    fn rules_are_read_in_order_and_mistakes_have_a_line() {
        let rules = Rules::parse("# all\n/*\n  X-A: 1\n\n/b\n\tX-A: 2\n  Link: <a:b>\n").unwrap();
        let of =
            |path| rules.of(path).map(|(n, v)| format!("{n}={}", v.to_str().unwrap())).collect::<Vec<_>>();
        assert_eq!(of("/c"), ["x-a=1"]);
        assert_eq!(of("/b"), ["x-a=1", "x-a=2", "link=<a:b>"]);
        for (text, line) in
            [("x", 1), ("  A: b", 1), ("/\n  A", 2), ("/\n  A b: c", 2), ("/\n\n  A: \u{1}", 3)]
        {
            assert_eq!(Rules::parse(text).unwrap_err().0, line, "{text:?}");
        }
    }
}
