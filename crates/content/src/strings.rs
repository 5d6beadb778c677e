//! The words of a root: `key=value` lines, written into the root's own HTML and read from there once.

use std::sync::Arc;

/// Words by key. Cheap to clone, and fit for a reactive view, which asks for `Send`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings(Arc<Vec<(String, String)>>);

impl Strings {
    /// Reads `key=value` lines. Lines without `=` are passed over; of two lines with one key the last wins.
    pub fn parse(text: &str) -> Self {
        text.lines()
            .filter_map(|line| line.trim().split_once('='))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect()
    }

    /// The value of `key`; empty where there is none (the build has checked that there is).
    pub fn get(&self, key: &str) -> &str {
        self.0.binary_search_by(|(own, _)| own.as_str().cmp(key)).map_or("", |place| self.0[place].1.as_str())
    }

    /// Whether `key` has a value.
    pub fn has(&self, key: &str) -> bool {
        !self.get(key).is_empty()
    }

    /// The lines that [`Strings::parse`] reads; a line break inside a value becomes a space.
    pub fn to_lines(&self) -> String {
        let mut text = String::new();
        for (key, value) in self.0.iter() {
            text.push_str(key);
            text.push('=');
            text.push_str(&value.replace('\n', " "));
            text.push('\n');
        }
        text
    }

    /// All keys and values, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

impl FromIterator<(String, String)> for Strings {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(pairs: T) -> Self {
        let mut sorted: Vec<(String, String)> = Vec::new();
        for (key, value) in pairs {
            match sorted.binary_search_by(|(own, _)| own.cmp(&key)) {
                Ok(place) => sorted[place].1 = value,
                Err(place) => sorted.insert(place, (key, value)),
            }
        }
        Self(Arc::new(sorted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back_as_they_were() {
        let strings = Strings::parse("b=2 = two\na=1\nnonsense\nb=3\n");
        assert_eq!(strings.get("b"), "3");
        assert_eq!(strings.get("c"), "");
        assert_eq!(Strings::parse(&strings.to_lines()), strings);
    }

    #[test]
    fn a_value_stays_on_one_line() {
        let strings: Strings = [("a".to_owned(), "one\ntwo".to_owned())].into_iter().collect();
        assert_eq!(strings.to_lines(), "a=one two\n");
    }
}
