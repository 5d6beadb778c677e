//! What is done with every typed text before its rule looks at it.

use crate::{ErrorCode, Field};

/// Marks of Unicode that show nothing: direction marks and zero-width characters. Phones put them around what is
/// copied from the contacts, so they are never a reason to refuse, and a text of nothing else is empty.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// What happens to blanks before and after what can be seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ends {
    Trim,
    /// For what is kept as it was typed.
    Keep,
}

/// The text with its line breaks as `\n` (a native form posts `\r\n`) and tabs as spaces. Empty when nothing can be
/// seen.
///
/// # Errors
/// [`ErrorCode::Control`] for any other control character, and for a line break within a field of one line;
/// [`ErrorCode::TooLong`] above [`Field::max_chars`].
pub(crate) fn tidy(typed: &str, field: Field, ends: Ends) -> Result<String, ErrorCode> {
    let mut text = String::with_capacity(typed.len());
    // Length of the text in bytes and in characters, up to the last one that can be seen.
    let (mut seen, mut seen_chars, mut chars) = (0, 0, 0);
    let (mut after_return, mut broken) = (false, false);
    for c in typed.chars() {
        let second_half = c == '\n' && after_return;
        after_return = c == '\r';
        let c = match c {
            '\n' if second_half => continue,
            '\r' | '\n' if !field.is_multiline() => {
                broken = seen > 0;
                continue;
            }
            '\r' => '\n',
            '\t' => ' ',
            c => c,
        };
        let blank = c.is_whitespace() || is_invisible(c);
        if (broken && !blank) || (c.is_control() && c != '\n') {
            return Err(ErrorCode::Control);
        }
        if blank && seen == 0 && ends == Ends::Trim {
            continue;
        }
        text.push(c);
        chars += 1;
        if !blank {
            (seen, seen_chars) = (text.len(), chars);
        }
    }
    if seen == 0 || ends == Ends::Trim {
        text.truncate(seen);
        chars = seen_chars;
    }
    match field.max_chars() {
        Some(max) if chars > max => Err(ErrorCode::TooLong),
        _ => Ok(text),
    }
}
