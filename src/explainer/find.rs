//! The search among all parts: by any name, in any order, with a slip of the finger.

/// Letters from which a word may have one slip, and two.
const SLIPS: [usize; 2] = [5, 8];

/// Whether every word typed begins, or nearly begins, a word of the names.
pub(super) fn fits(names: &str, typed: &str) -> bool {
    let (names, typed) = (plain(names), plain(typed));
    words(&typed).all(|word| words(&names).any(|name| nearly_begins(name, word)))
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
    use super::fits;

    const SCM: &str = "Sternocleidomastoid SCM Musculus sternocleidomastoideus";
    const ATLAS: &str = "C1, the atlas C1 Atlas";

    #[test]
    fn finds_by_any_name_in_any_order() {
        for typed in ["scm", "SCM", "sterno", "musculus scm", " Sternocleido ", ""] {
            assert!(fits(SCM, typed), "{typed}");
        }
        for typed in ["c1", "atlas c1", "C1, the"] {
            assert!(fits(ATLAS, typed), "{typed}");
        }
        assert!(!fits(ATLAS, "c2") && !fits(SCM, "scalene") && !fits(SCM, "scm atlas"));
    }

    #[test]
    fn forgives_a_slip() {
        for typed in ["sternocliedomastoid", "sternocleidomastiod", "stenocleido", "atals"] {
            assert!(fits(SCM, typed) || fits(ATLAS, typed), "{typed}");
        }
        assert!(!fits(ATLAS, "c7") && !fits(ATLAS, "axis"));
    }
}
