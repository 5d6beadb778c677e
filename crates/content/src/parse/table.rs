//! TOML as a tree that knows where each thing stands.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::file::{File, Problems, did_you_mean};

#[derive(Debug)]
pub(super) struct Table {
    pub entries: Vec<Entry>,
    /// Its heading, or the whole file.
    pub span: Range<usize>,
}

#[derive(Debug)]
pub(super) struct Entry {
    pub key: String,
    pub key_span: Range<usize>,
    pub value: Value,
    pub span: Range<usize>,
}

#[derive(Debug)]
pub(super) enum Value {
    Text(String),
    Flag(bool),
    List(Vec<(Value, Range<usize>)>),
    Table(Table),
    /// A number or a date.
    Other,
}

impl Value {
    fn table(&self) -> Option<&Table> {
        if let Self::Table(table) = self { Some(table) } else { None }
    }
}

impl Table {
    /// `None` after all mistakes of the file's grammar were noted.
    pub(super) fn read(file: &File, problems: &mut Problems) -> Option<Self> {
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        for error in &errors {
            let (message, remedy) = in_our_words(error.message());
            problems.add(file, error.span().unwrap_or(0..0), message, remedy);
        }
        errors.is_empty().then(|| convert(table.get_ref(), table.span()))
    }

    pub(super) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

fn convert(table: &DeTable<'_>, span: Range<usize>) -> Table {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: key.span(),
            value: convert_value(value.get_ref(), value.span()),
            span: value.span(),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    Table { entries, span }
}

fn convert_value(value: &DeValue<'_>, span: Range<usize>) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Array(all) => Value::List(
            all.iter().map(|one| (convert_value(one.get_ref(), one.span()), one.span())).collect(),
        ),
        DeValue::Table(table) => Value::Table(convert(table, span)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => Value::Other,
    }
}

/// The parser's message with a remedy for whoever does not know TOML.
fn in_our_words(message: &str) -> (String, &'static str) {
    let remedy = if message.contains("duplicate key") {
        "keep one of the two lines and take the other away"
    } else if message.contains("expected newline") {
        "a quote inside the words is written “ or ”, and each key stands on a line of its own"
    } else if message.contains("string") || message.contains("quote") || message.contains("literal") {
        "put the words between two straight quotes, all on one line: key = \"words\"; a quote inside the words is written “ or ”"
    } else if message.contains("key") {
        "write one key to a line, as key = \"words\"; a heading stands in brackets, as [phone]"
    } else {
        "write it as key = \"words\""
    };
    (message.to_owned(), remedy)
}

/// The keys of one table, asked for one by one; what nobody asked for is a problem.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    pub file: &'a File,
    table: &'a Table,
    /// As it stands in the file: `[clinic]`.
    title: String,
    asked: Vec<&'static str>,
    /// Keys that must be there and are not, each with an example of its value.
    absent: Vec<(&'static str, String)>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(file: &'a File, table: &'a Table, title: impl Into<String>) -> Self {
        Self { file, table, title: title.into(), asked: Vec::new(), absent: Vec::new() }
    }

    /// A key's words and where they stand, trimmed; `None` where the key is not there, or after a problem.
    pub(super) fn maybe(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<(String, Range<usize>)> {
        self.asked.push(key);
        let entry = self.table.get(key)?;
        match &entry.value {
            Value::Text(text) if text.trim().is_empty() => {
                problems.add(
                    self.file,
                    entry.span.clone(),
                    format!("`{key}` is empty"),
                    "write its words, or take the line away",
                );
                None
            }
            Value::Text(text) => Some((text.trim().to_owned(), entry.span.clone())),
            _ => {
                problems.add(
                    self.file,
                    entry.span.clone(),
                    format!("`{key}` must be words in quotes"),
                    format!("write {key} = \"…\""),
                );
                None
            }
        }
    }

    /// The same for a key that must be there.
    pub(super) fn must(
        &mut self,
        key: &'static str,
        example: &str,
        problems: &mut Problems,
    ) -> Option<(String, Range<usize>)> {
        if self.table.get(key).is_none() {
            self.absent.push((key, format!("\"{example}\"")));
        }
        self.maybe(key, problems)
    }

    /// A key that says yes or no, where it is there.
    pub(super) fn maybe_flag(&mut self, key: &'static str, problems: &mut Problems) -> Option<bool> {
        self.asked.push(key);
        let entry = self.table.get(key)?;
        if let Value::Flag(flag) = entry.value {
            return Some(flag);
        }
        let remedy = format!("write {key} = true or {key} = false, without quotes");
        problems.add(self.file, entry.span.clone(), format!("`{key}` must be true or false"), remedy);
        None
    }

    /// The same for a key that must be there.
    pub(super) fn flag(&mut self, key: &'static str, problems: &mut Problems) -> bool {
        if self.table.get(key).is_none() {
            self.absent.push((key, "true".to_owned()));
        }
        self.maybe_flag(key, problems).unwrap_or_default()
    }

    /// A list of words, each with its place; empty where the key is not there.
    pub(super) fn maybe_list(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Vec<(String, Range<usize>)> {
        self.asked.push(key);
        self.table.get(key).map(|entry| words(self.file, key, entry, problems)).unwrap_or_default()
    }

    /// The same for a key that must be there.
    pub(super) fn list(&mut self, key: &'static str, problems: &mut Problems) -> Vec<(String, Range<usize>)> {
        if self.table.get(key).is_none() {
            self.absent.push((key, "[]".to_owned()));
        }
        self.maybe_list(key, problems)
    }

    /// Tables under one heading in double brackets; none where the key is not there.
    pub(super) fn tables(&mut self, key: &'static str, problems: &mut Problems) -> Vec<&'a Table> {
        self.asked.push(key);
        let Some(entry) = self.table.get(key) else { return Vec::new() };
        let all: Option<Vec<&Table>> = match &entry.value {
            Value::List(all) => all.iter().map(|(value, _)| value.table()).collect(),
            _ => None,
        };
        all.unwrap_or_else(|| {
            let message = format!("`{key}` must be a heading in double brackets");
            let remedy = format!("write [[{}.{key}]] alone on its line", self.title.trim_matches(['[', ']']));
            problems.add(self.file, entry.span.clone(), message, remedy);
            Vec::new()
        })
    }

    /// A table inside this one, where it is there.
    pub(super) fn part(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'a Table> {
        self.asked.push(key);
        let entry = self.table.get(key)?;
        if let Value::Table(table) = &entry.value {
            return Some(table);
        }
        problems.add(
            self.file,
            entry.span.clone(),
            format!("`{key}` must be a heading"),
            format!("write [{key}] alone on its line"),
        );
        None
    }

    /// Names what is missing and what nobody asked for; where one is the other misspelt, once.
    pub(super) fn end(self, problems: &mut Problems) {
        let mut found = Vec::new();
        for entry in self.table.entries.iter().filter(|entry| !self.asked.contains(&entry.key.as_str())) {
            let meant = did_you_mean(&entry.key, self.absent.iter().map(|(key, _)| *key))
                .or_else(|| did_you_mean(&entry.key, self.asked.iter().copied()));
            let remedy = match meant {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("keys that exist: {}", self.asked.join(", ")),
            };
            found.extend(meant);
            let message = format!("{} knows no `{}`", self.title, entry.key);
            problems.add(self.file, entry.key_span.clone(), message, remedy);
        }
        // Of a part that is absent as a whole, that was said.
        let whole = self.table.span.is_empty() && self.table.entries.is_empty();
        for (key, example) in self.absent.iter().filter(|(key, _)| !whole && !found.contains(key)) {
            let message = format!("{} has no `{key}`", self.title);
            problems.add(
                self.file,
                self.table.span.clone(),
                message,
                format!("add the line {key} = {example}"),
            );
        }
    }
}

/// The words of a list.
fn words(file: &File, key: &str, entry: &Entry, problems: &mut Problems) -> Vec<(String, Range<usize>)> {
    let Value::List(all) = &entry.value else {
        problems.add(
            file,
            entry.span.clone(),
            format!("`{key}` must be a list"),
            format!("write {key} = [\"…\", \"…\"]"),
        );
        return Vec::new();
    };
    let mut found = Vec::new();
    for (value, span) in all {
        match value {
            Value::Text(text) => found.push((text.clone(), span.clone())),
            _ => problems.add(
                file,
                span.clone(),
                format!("each of `{key}` must be words in quotes"),
                "write \"…\"",
            ),
        }
    }
    found
}
