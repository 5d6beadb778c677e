//! What is done with every typed text before its rule looks at it.

use crate::{ErrorCode, Field};

/// Marks of Unicode that show nothing: direction marks and zero-width characters. Phones put them around what is
/// copied from the contacts, so they are never a reason to refuse, and a text of nothing else is empty.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// The text with its line breaks as `\n` (a native form posts `\r\n`) and tabs as spaces, without blank ends.
/// Empty when nothing visible is left.
///
/// # Errors
/// [`ErrorCode::Control`] for any other control character, [`ErrorCode::TooLong`] above [`Field::max_chars`].
pub(crate) fn tidy(typed: &str, field: Field) -> Result<String, ErrorCode> {
    let text = plain(typed);
    let text = text.trim_matches(is_blank);
    check(text, field)?;
    Ok(text.to_owned())
}

/// The same, but every blank that was typed stays: for what is kept as it was typed.
pub(crate) fn verbatim(typed: &str, field: Field) -> Result<String, ErrorCode> {
    let text = plain(typed);
    check(text.trim_end_matches('\n'), field)?;
    Ok(text)
}

fn plain(typed: &str) -> String {
    let mut text = String::with_capacity(typed.len());
    let mut chars = typed.chars().peekable();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                '\n'
            }
            '\t' => ' ',
            c => c,
        });
    }
    text
}

fn check(text: &str, field: Field) -> Result<(), ErrorCode> {
    if text.chars().any(|c| c.is_control() && !(c == '\n' && field.is_multiline())) {
        return Err(ErrorCode::Control);
    }
    match field.max_chars() {
        Some(max) if text.chars().count() > max => Err(ErrorCode::TooLong),
        _ => Ok(()),
    }
}
