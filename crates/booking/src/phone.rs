//! US phone numbers in any writing.

use std::str::Chars;

use crate::{Personal, text::is_invisible};

/// A phone number: as it was typed, and as a machine dials it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone {
    /// Exactly what was typed, extension included: what the front desk reads, what the patient sees again.
    pub typed: Personal,
    /// The number without extension in E.164: `+1` and ten digits.
    pub e164: Personal,
}

/// Longest extension accepted, in digits.
const MAX_EXTENSION: usize = 8;

/// The E.164 form of a number of the North American plan (`+1` and ten digits), whatever stands between its digits:
/// spaces, brackets, dots, dashes, `+1` or a leading `1`, an extension after `ext`, `extension`, `x` or `#`.
/// `None` when it is no such number.
pub fn e164(typed: &str) -> Option<String> {
    let mut digits = String::with_capacity(11);
    let mut plus = false;
    let mut rest = typed.chars();
    while let Some(c) = rest.next() {
        match c {
            '0'..='9' if digits.len() < 11 => digits.push(c),
            '+' if digits.is_empty() && !plus => plus = true,
            '#' | 'x' | 'X' | 'e' | 'E' if digits.len() >= 10 => {
                is_extension(c, rest).then_some(())?;
                break;
            }
            c if is_separator(c) => {}
            _ => return None,
        }
    }
    let number = match digits.strip_prefix('1') {
        Some(number) if digits.len() == 11 => number,
        // +1 names the country, any other + is another one.
        None if digits.len() == 10 && !plus => &digits,
        _ => return None,
    };
    // No area code begins with 0 or 1 (North American Numbering Plan), so such digits are a slip.
    (!number.starts_with(['0', '1'])).then(|| ["+1", number].concat())
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || is_invisible(c)
        || matches!(
            c,
            '(' | ')' | '[' | ']' | '-' | '.' | ',' | ';' | ':' | '/' | '_' | '·' | '•' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}'
        )
}

/// `ext. 12`, `extension 12`, `x12`, `# 12`: a known marker, then one to [`MAX_EXTENSION`] digits.
fn is_extension(first: char, rest: Chars) -> bool {
    let mut marker = String::from(first.to_ascii_lowercase());
    let mut digits = 0;
    for c in rest {
        match c {
            '0'..='9' => digits += 1,
            c if is_separator(c) => {}
            // Letters after the digits: something else is meant.
            _ if digits > 0 => return false,
            c => marker.push(c.to_ascii_lowercase()),
        }
    }
    matches!(marker.as_str(), "ext" | "extn" | "extension" | "x" | "#" | "ext#" | "x#")
        && (1..=MAX_EXTENSION).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::e164;

    #[test]
    fn us_numbers_in_any_writing() {
        for typed in [
            "9495550123",
            "949-555-0123",
            "(949) 555-0123",
            "949.555.0123",
            "949 555 0123",
            " 949  555  0123 ",
            "+1 949 555 0123",
            "+19495550123",
            "1-949-555-0123",
            "1 (949) 555 0123",
            "[949] 555/0123",
            "949\u{2011}555\u{2013}0123",
            "949\u{a0}555\u{a0}0123",
            "\u{202d}(949) 555-0123\u{202c}",
            "949-555-0123 ext. 12",
            "949-555-0123 x12",
            "949-555-0123 Ext 1234",
            "949-555-0123, extension 7",
            "949-555-0123 #42",
            "949-555-0123EXT#3",
            "+1 (949) 555-0123.",
            "949_555_0123",
        ] {
            assert_eq!(e164(typed).as_deref(), Some("+19495550123"), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_called_is_refused() {
        for typed in [
            "",
            "+",
            "1",
            "call me",
            "949-555-01",
            "949-555-012",
            "555-0123",
            "949-555-01234",
            "29495550123",
            "+9495550123",
            "+44 20 7946 0958",
            "011 44 20 7946 0958",
            "049-555-0123",
            "149-555-0123",
            "++19495550123",
            "949-555-0123 ext",
            "949-555-0123 ext twelve",
            "949-555-0123 extra 12",
            "949-555-0123 x123456789",
            "949-555-O123",
            "949-555-0123 or 949-555-0124",
            "949-555-0123 949-555-0124",
            "jane@example.com",
            "٩٤٩٥٥٥٠١٢٣",
            "ext. 12",
            "949+5550123",
        ] {
            assert_eq!(e164(typed), None, "{typed}");
        }
    }
}
