//! Phrases that may not stand on the page: `never-say.toml`.

use std::ops::Range;

use super::file::{File, Problems};
use super::table::{Fields, Table, Value};

/// The never-say list.
#[derive(Debug, Default)]
pub(super) struct Banned(Vec<Phrase>);

#[derive(Debug)]
pub(super) struct Phrase {
    /// As written in the list.
    pub words: String,
    /// Why it may not stand: "it promises an outcome".
    pub why: String,
}

impl Banned {
    /// Groups of phrases, each group with its reason.
    pub(super) fn read(file: &File, problems: &mut Problems) -> Self {
        let Some(root) = Table::read(file, problems) else { return Self::default() };
        let mut banned = Vec::new();
        for entry in &root.entries {
            let Value::List(groups) = &entry.value else {
                problems.add(
                    file,
                    entry.key_span.clone(),
                    "phrases stand in groups",
                    "write [[group]] alone on its line, below it why = \"…\" and phrases = [\"…\"]",
                );
                continue;
            };
            if entry.key != "group" {
                problems.add(
                    file,
                    entry.key_span.clone(),
                    format!("the list knows no `{}`", entry.key),
                    "did you mean [[group]]?",
                );
            }
            for group in groups {
                if let (Value::Table(table), _) = group {
                    read_group(Fields::new(file, table, "[[group]]"), &mut banned, problems);
                }
            }
        }
        Self(banned)
    }

    /// The phrases that stand in `text`.
    pub(super) fn found<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Phrase> {
        self.0.iter().filter(move |phrase| place(text, &phrase.words).is_some())
    }

    /// Notes every phrase in words that can carry no allowance.
    pub(super) fn check(&self, file: &File, text: &str, span: &Range<usize>, problems: &mut Problems) {
        for phrase in self.found(text) {
            let at = place_in(file, span.clone(), &phrase.words);
            problems.add(file, at, phrase.message(), "say it another way");
        }
    }
}

impl Phrase {
    pub(super) fn message(&self) -> String {
        format!("“{}” is on the never-say list: {}", self.words, self.why)
    }
}

fn read_group(mut fields: Fields<'_>, banned: &mut Vec<Phrase>, problems: &mut Problems) {
    let why =
        fields.must("why", "it promises an outcome", problems).map(|(text, _)| text).unwrap_or_default();
    for (words, span) in fields.list("phrases", problems) {
        if words.trim().is_empty() {
            problems.add(fields.file, span, "a phrase without words", "take it away");
        } else {
            banned.push(Phrase { words, why: why.clone() });
        }
    }
    fields.end(problems);
}

/// Where a phrase stands within a range of the file; the whole range where markup or a line break is in between.
pub(super) fn place_in(file: &File, range: Range<usize>, phrase: &str) -> Range<usize> {
    match place(&file.text[range.clone()], phrase) {
        Some(at) => range.start + at.start..range.start + at.end,
        None => range,
    }
}

/// The first place where `phrase` stands as whole words, in capitals or not, with any spaces and apostrophes.
pub(super) fn place(text: &str, phrase: &str) -> Option<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let wanted: Vec<char> = phrase.trim().chars().map(plain_letter).collect();
    (0..letters.len()).find_map(|first| {
        let before = first.checked_sub(1).map(|at| letters[at].1);
        let last = matches(&letters[first..], &wanted)? + first;
        let after = letters.get(last).map(|(_, letter)| *letter);
        let inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        if inside(before) && wanted[0].is_alphanumeric()
            || inside(after) && wanted[wanted.len() - 1].is_alphanumeric()
        {
            return None;
        }
        Some(letters[first].0..letters.get(last).map_or(text.len(), |(at, _)| *at))
    })
}

/// How many letters of `text` the phrase takes, if it begins there. A run of spaces counts as one.
fn matches(text: &[(usize, char)], wanted: &[char]) -> Option<usize> {
    let mut at = 0;
    for letter in wanted {
        if plain_letter(text.get(at)?.1) != *letter {
            return None;
        }
        at += 1;
        if *letter == ' ' {
            while text.get(at).is_some_and(|(_, next)| next.is_whitespace()) {
                at += 1;
            }
        }
    }
    (at > 0).then_some(at)
}

fn plain_letter(letter: char) -> char {
    match letter {
        '’' | '‘' => '\'',
        '‑' | '–' => '-',
        letter if letter.is_whitespace() => ' ',
        letter => letter.to_lowercase().next().unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn whole_words_only() {
        assert_eq!(place("We cure it", "cure"), Some(3..7));
        assert_eq!(place("CURE", "cure"), Some(0..4));
        assert_eq!(place("It is secure, a cured ham", "cure"), None);
        assert_eq!(place("not a quick\n  fix", "quick fix"), Some(6..17));
        assert_eq!(place("the body’s own", "body's own"), Some(4..16));
        assert_eq!(place("100% safe", "100%"), Some(0..4));
        assert_eq!(place("", "cure"), None);
    }
}
