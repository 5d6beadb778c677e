//! Words by dotted key: `form.toml`, `explainer.toml`, `page.toml`.

use std::ops::Range;

use super::banned::Banned;
use super::file::{File, Problems, did_you_mean};
use super::mark;
use super::registry::Registry;
use super::table::{Table, Value};

/// A key, its words and where they stand.
pub(super) type Words = (String, String, Range<usize>);

/// The words of a file, and a problem for each key of `needed` that has none.
pub(super) fn read(
    file: &File,
    needed: &[&str],
    registry: &Registry,
    banned: &Banned,
    problems: &mut Problems,
) -> Vec<Words> {
    let Some(root) = Table::read(file, problems) else { return Vec::new() };
    let mut found = Vec::new();
    flatten(file, &root, "", &mut found, problems);
    for (_, text, span) in &mut found {
        *text = without_mark(file, text, span, registry, banned, problems);
    }
    let has = |key: &str| found.iter().any(|(own, _, _)| own == key);
    for key in needed.iter().filter(|key| !has(key)) {
        let strangers = found.iter().filter(|(own, _, _)| !needed.contains(&own.as_str()));
        let meant = did_you_mean(key, strangers.map(|(own, _, _)| own.as_str()));
        match found.iter().find(|(own, _, _)| Some(own.as_str()) == meant) {
            Some((own, _, span)) => {
                problems.add(
                    file,
                    span.clone(),
                    format!("nobody asks for `{own}`"),
                    format!("did you mean `{key}`? It has no words yet"),
                );
            }
            None => {
                problems.add(file, place_of(&root, key), format!("`{key}` has no words"), how_to_add(key));
            }
        }
    }
    found
}

/// Checks the words; a sentence that says something medical ends with the facts behind it, which do not travel on.
fn without_mark(
    file: &File,
    text: &str,
    span: &Range<usize>,
    registry: &Registry,
    banned: &Banned,
    problems: &mut Problems,
) -> String {
    let inside = span.start + 1..span.end.saturating_sub(1).max(span.start + 1);
    if let (Some((end, mark)), Some(cut)) = (mark::end(file, &inside), text.rfind('{')) {
        let words = text[..cut].trim_end();
        let range = inside.start..end;
        mark::read_loose(file, mark, problems).check(words, file, &range, registry, banned, problems);
        return words.to_owned();
    }
    banned.check(file, text, span, problems);
    text.to_owned()
}

fn flatten(file: &File, table: &Table, prefix: &str, found: &mut Vec<Words>, problems: &mut Problems) {
    for entry in &table.entries {
        let key = if prefix.is_empty() { entry.key.clone() } else { format!("{prefix}.{}", entry.key) };
        match &entry.value {
            Value::Table(inner) => flatten(file, inner, &key, found, problems),
            Value::Text(text) => {
                if text.trim().is_empty() {
                    problems.add(file, entry.span.clone(), format!("`{key}` is empty"), "write its words");
                } else if text.contains('<') {
                    let remedy = "write plain words; the page puts the markup around them";
                    problems.add(file, entry.span.clone(), format!("`{key}` holds markup"), remedy);
                }
                found.push((key, text.trim().to_owned(), entry.span.clone()));
            }
            _ => problems.add(
                file,
                entry.span.clone(),
                format!("`{key}` must be words in quotes"),
                format!("write {} = \"…\"", entry.key),
            ),
        }
    }
}

/// The heading under which a missing key belongs, or the file's first line.
fn place_of(root: &Table, key: &str) -> Range<usize> {
    let mut at = 0..0;
    let mut table = root;
    for part in key.split('.') {
        let Some(entry) = table.get(part) else { break };
        let Value::Table(inner) = &entry.value else { break };
        at = entry.key_span.clone();
        table = inner;
    }
    at
}

fn how_to_add(key: &str) -> String {
    match key.rsplit_once('.') {
        Some((table, key)) => format!("add {key} = \"…\" below [{table}]"),
        None => format!("add {key} = \"…\" above the first heading"),
    }
}
