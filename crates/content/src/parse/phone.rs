//! The clinic's number wherever a text writes one.

use std::ops::Range;

use super::file::{File, Problems};

/// The digits of a phone number in any writing.
fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Whether two writings are one US number; an unknown number is like every other.
pub(super) fn same(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(digits);
    let [one, other] = [&one, &other].map(|all| all.strip_prefix('1').unwrap_or(all));
    one.is_empty() || other.is_empty() || one == other
}

/// Notes every number of the form 000-000-0000 in the file that is not the clinic's.
pub(super) fn check(file: &File, own: &str, problems: &mut Problems) {
    for place in find(&file.text).filter(|place| !same(&file.text[place.clone()], own)) {
        let remedy = format!("write {own}, the clinic's number in site.toml");
        problems.add(file, place, "another phone number than the clinic's", remedy);
    }
}

/// The numbers of the form 000-000-0000, with dashes, dots or spaces.
pub(super) fn find(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(|letter: char| letter.is_ascii_digit())
        .filter(|(at, _)| !text[..*at].ends_with(|before: char| before.is_ascii_digit()))
        .filter_map(|(at, _)| Some(at..at + length(&text[at..])?))
}

/// Bytes of the number that `text` begins with.
fn length(text: &str) -> Option<usize> {
    const DIGITS_BEFORE_A_GAP: [usize; 3] = [3, 3, 4];
    let mut at = 0;
    for (group, digits) in DIGITS_BEFORE_A_GAP.into_iter().enumerate() {
        if group > 0 {
            at += text[at..].chars().next().filter(|gap| ['-', '.', ' ', '‑', '–'].contains(gap))?.len_utf8();
        }
        let end = at + digits;
        text.get(at..end).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
        at = end;
    }
    (!text[at..].starts_with(|letter: char| letter.is_ascii_digit())).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::{length, same};

    #[test]
    fn numbers_in_any_writing() {
        assert!(same("+19494761250", "(949) 476-1250"));
        assert!(!same("949-476-1250", "949-476-1520"));
        assert_eq!(length("949-476-1250."), Some(12));
        assert_eq!(length("949‑476‑1250"), Some(16));
        for other in ["949-476-12501", "94-9476-1250", "911", "2026-11-25", "949"] {
            assert_eq!(length(other), None, "{other}");
        }
    }
}
