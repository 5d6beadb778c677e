use std::{cell::RefCell, collections::BTreeMap};

use booking::Rules;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use super::{Words, html::unescape};

/// The words of the first booking form in the page; `None` when there is no such form.
pub(super) fn words(html: &str) -> Option<Words> {
    let root = RefCell::new(None::<Words>);
    let lines = RefCell::new(String::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(r#"[data-root="booking"]"#, |el| {
            let attribute = |name: &str| unescape(&el.get_attribute(name).unwrap_or_default()).into_owned();
            root.borrow_mut().get_or_insert_with(|| Words {
                rules: Rules { consent_required: attribute("data-consent") == "required" },
                phone: attribute("data-phone"),
                phone_href: attribute("data-phone-href"),
                sentences: BTreeMap::new(),
            });
            Ok(())
        }))
        .append_element_content_handler(text!(r#"[data-root="booking"] template[data-strings]"#, |chunk| {
            lines.borrow_mut().push_str(chunk.as_str());
            Ok(())
        }));
    rewrite_str(html, settings).ok()?;
    let mut words = root.into_inner()?;
    for line in lines.into_inner().lines() {
        if let Some((key, value)) = line.split_once('=') {
            words.sentences.insert(key.trim().to_owned(), unescape(value.trim()).into_owned());
        }
    }
    Some(words)
}
