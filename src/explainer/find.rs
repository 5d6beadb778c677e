//! The search among all parts: by any name, in any order, then by what they are, then by a name with a slip of the
//! finger. What fits best is shown alone.

/// Letters from which a word may have one slip, and two.
const SLIPS: [usize; 2] = [5, 8];
/// What people type between the words that matter.
const SMALL: [&[u8]; 8] = [b"the", b"of", b"my", b"your", b"and", b"in", b"a", b"at"];

/// How well what is typed fits a part, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Every word begins a word of its names; or all of it does, written in one.
    Name,
    /// Or of the line that says what it is.
    Line,
    /// Of its names, with a slip.
    Slip,
}

pub(super) fn fit(names: &str, line: &str, typed: &str) -> Option<Fit> {
    let (names, line, typed) = (plain(names), plain(line), plain(typed));
    let small = |word: &&[u8]| SMALL.contains(word);
    // They count while nothing else is typed: "at" may become "atlas".
    let all_small = words(&typed).all(|word| small(&word));
    let every =
        |begins: &dyn Fn(&[u8]) -> bool| words(&typed).filter(|word| all_small || !small(word)).all(begins);
    let named = |word: &[u8]| words(&names).any(|name| name.starts_with(word));
    if every(&named) || named(&words(&typed).collect::<Vec<_>>().concat()) {
        Some(Fit::Name)
    } else if every(&|word| named(word) || words(&line).any(|one| one.starts_with(word))) {
        Some(Fit::Line)
    } else {
        every(&|word| words(&names).any(|name| nearly_begins(name, word))).then_some(Fit::Slip)
    }
}

/// In lower case; what is neither letter nor digit parts words.
fn plain(text: &str) -> Vec<u8> {
    let letter = |c: u8| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { b' ' };
    text.bytes().map(letter).collect()
}

fn words(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|letter| *letter == b' ').filter(|word| !word.is_empty())
}

/// Letters wrong, missing, too many or swapped: the fewest that make a word the beginning of a name.
fn nearly_begins(name: &[u8], word: &[u8]) -> bool {
    let slips = SLIPS.iter().filter(|length| word.len() >= **length).count();
    if slips == 0 {
        return name.starts_with(word);
    }
    // The last two rows of the table of distances (Damerau and Levenshtein, neighbours swapped).
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (i, letter) in word.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in name.iter().enumerate() {
            let wrong = row[j] + usize::from(letter != other);
            let mut least = wrong.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && word[i - 1] == *other && name[j - 1] == *letter {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = core::mem::replace(&mut row, next);
    }
    row.iter().any(|least| *least <= slips)
}

#[cfg(test)]
mod tests {
    use super::{Fit, fit};

    const SCM: &str = "Sternocleidomastoid SCM Musculus sternocleidomastoideus";
    const ATLAS: &str = "C1, the atlas C1 Atlas";
    const LINE: &str = "The strong cord that stands out when you turn your head.";

    #[test]
    fn finds_by_any_name_in_any_order() {
        for typed in
            ["scm", "SCM", "sterno", "musculus scm", " Sternocleido ", "the scm", "sterno cleido", ""]
        {
            assert_eq!(fit(SCM, LINE, typed), Some(Fit::Name), "{typed}");
        }
        for typed in ["c1", "atlas c1", "C1, the", "c 1"] {
            assert_eq!(fit(ATLAS, "", typed), Some(Fit::Name), "{typed}");
        }
        assert_eq!(fit(ATLAS, "", "at"), Some(Fit::Name));
        assert!(Fit::Name < Fit::Line && Fit::Line < Fit::Slip);
        for (names, typed) in [(ATLAS, "c2"), (SCM, "scalene"), (SCM, "scm atlas"), (SCM, "at")] {
            assert_eq!(fit(names, "", typed), None, "{typed}");
        }
    }

    #[test]
    fn then_by_what_it_is() {
        for typed in ["strong cord", "scm cord", "turn of the head"] {
            assert_eq!(fit(SCM, LINE, typed), Some(Fit::Line), "{typed}");
        }
    }

    #[test]
    fn forgives_a_slip() {
        for typed in ["sternocliedomastoid", "sternocleidomastiod", "stenocleido"] {
            assert_eq!(fit(SCM, LINE, typed), Some(Fit::Slip), "{typed}");
        }
        assert_eq!(fit(ATLAS, "", "atals"), Some(Fit::Slip));
        assert!(fit(ATLAS, "", "c7").is_none() && fit(ATLAS, "", "axis").is_none());
    }
}
