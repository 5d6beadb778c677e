//! E-mail addresses, leniently: only a letter from the clinic proves one right.

/// The address without the blanks that fingers and dictation put at `@` and dots; `None` when it cannot be one.
///
/// Asked for: one `@` with something before it, and after it a domain with a dot, its parts not empty. The rest is
/// the mail server's business.
pub(crate) fn address(text: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    // Each piece between @ and dots may have stray blanks around it, but none inside.
    for piece in text.split_inclusive(['@', '.']) {
        let (piece, end) = match piece.strip_suffix(['@', '.']) {
            Some(rest) => (rest, &piece[rest.len()..]),
            None => (piece, ""),
        };
        let piece = piece.trim();
        if piece.chars().any(|c| c.is_whitespace() || crate::text::is_invisible(c)) {
            return None;
        }
        parts.push(piece.to_owned());
        parts.push(end.to_owned());
    }
    let address = parts.concat();
    let (local, domain) = address.split_once('@')?;
    let right = !local.is_empty()
        && !domain.contains('@')
        && domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty() && !label.contains([',', ';', ':', '<', '>', '(', ')', '"', '\\'])
        });
    right.then_some(address)
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
