//! E-mail addresses, leniently: only a letter from the clinic proves one right.

use crate::text::is_invisible;

/// The address without the blanks that fingers and dictation put at `@` and dots; `None` when it cannot be one.
///
/// Asked for: one `@` with something before it, and after it a domain with a dot, its parts not empty. The rest is
/// the mail server's business.
pub(crate) fn address(text: &str) -> Option<String> {
    let mut address = String::with_capacity(text.len());
    // Characters since the last joint, an @ or a dot of the domain; whether a blank stands before this one.
    let (mut piece, mut gap, mut at, mut dot) = (0, false, false, false);
    let mut last = '@';
    for c in text.chars() {
        if c.is_whitespace() || is_invisible(c) {
            gap = true;
            continue;
        }
        match c {
            '@' if at || piece == 0 => return None,
            '.' if at && piece == 0 => return None,
            '@' => (at, piece) = (true, 0),
            '.' if at => (dot, piece) = (true, 0),
            // Signs that a list of addresses or a name in brackets would have.
            ',' | ';' | ':' | '<' | '>' | '(' | ')' | '"' | '\\' if at => return None,
            '.' => piece += 1,
            _ if gap && !matches!(last, '@' | '.') => return None,
            _ => piece += 1,
        }
        (gap, last) = (false, c);
        address.push(c);
    }
    (at && dot && piece > 0).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn lenient_but_not_blind() {
        for right in [
            "a@b.co",
            "jane.doe+neck@mail.example.com",
            "o'brien@example.org",
            "jane_doe@example.museum",
            "jürgen@müller.example",
            "\"odd\"@example.com",
            "jane..doe@example.com",
        ] {
            assert_eq!(address(right).as_deref(), Some(right));
        }
        for wrong in [
            "",
            "@",
            "jane",
            "jane@",
            "@example.com",
            "jane@example",
            "jane@@example.com",
            "jane@exa@mple.com",
            "jane@.com",
            "jane@example.",
            "jane@example..com",
            "jane doe@example.com",
            "jane@exa mple.com",
            "jane@example.com, joe@example.com",
            "<jane@example.com>",
            "jane@example.com;",
        ] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn stray_blanks_at_the_joints_are_dropped() {
        assert_eq!(address("jane @ example . com").as_deref(), Some("jane@example.com"));
        assert_eq!(address("jane. doe@example.com").as_deref(), Some("jane.doe@example.com"));
    }
}
