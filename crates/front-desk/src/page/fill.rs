//! Writes into the form's markup what a browser with script would have shown: the typed values, an error at its
//! field, all of them in the summary. It looks for what the form promises: control names, `data-error-for`,
//! `data-error-summary`.

use std::cell::Cell;

use booking::{Draft, Field};
use lol_html::{
    RewriteStrSettings, element,
    html_content::{ContentType, Element},
    rewrite_str,
};

use super::{
    Words,
    html::{escape, escape_but_quotes, unescape},
};

/// What is said in place of field errors when the request could not be taken at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// `outcome.NAME.title` and `outcome.NAME.text` are its sentences, as in the form's own panel.
    pub outcome: &'static str,
}

/// From the address that answers (`api/booking-requests`) up to the page.
const UP: &str = "../";
/// Attributes that hold one address, or several in the case of `srcset`.
const ADDRESSES: [&str; 7] = ["href", "src", "action", "poster", "data-model", "data-rest", "data-endpoint"];

/// `None` when the page has no booking form. `alone`: without the neck above it.
pub(super) fn fill(
    html: &str,
    words: &Words,
    draft: &Draft,
    errors: &[(Field, &str)],
    notice: Option<Notice>,
    alone: bool,
) -> Option<String> {
    let found = Cell::new(false);
    let prefix = words.get("errors.prefix");
    let wrong = |name: &str| errors.iter().find(|(field, _)| field.name() == name);
    let settings = RewriteStrSettings::new()
        // The same page, but seen from the address of the endpoint.
        .append_element_content_handler(element!("*", |el| {
            move_up(el)?;
            Ok(())
        }))
        // The script counts what was built; this is more, and it may start all the same.
        .append_element_content_handler(element!(r#"[data-root="booking"]"#, |el| {
            el.remove_attribute("data-nodes");
            Ok(())
        }))
        .append_element_content_handler(element!(r#"[data-root="neck"]"#, |el| {
            if alone {
                el.remove();
            }
            Ok(())
        }))
        .append_element_content_handler(element!("head > title", |el| {
            if !prefix.is_empty() {
                el.prepend(&format!("{prefix} "), ContentType::Text);
            }
            Ok(())
        }))
        .append_element_content_handler(element!(r#"[data-root="booking"] input[name]"#, |el| {
            let name = el.get_attribute("name").unwrap_or_default();
            if let Some(field) = Field::from_name(&name) {
                fill_input(el, draft, field)?;
                mark(el, wrong(&name).is_some())?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!(r#"[data-root="booking"] textarea[name]"#, |el| {
            let name = el.get_attribute("name").unwrap_or_default();
            if let Some(field) = Field::from_name(&name) {
                // The parser drops a line break right after the tag.
                let text = ["\n", draft.text(field)].concat();
                el.set_inner_content(&escape(&text), ContentType::Html);
                mark(el, wrong(&name).is_some())?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!(r#"[data-root="booking"] [data-error-for]"#, |el| {
            let name = el.get_attribute("data-error-for").unwrap_or_default();
            if let Some((_, sentence)) = wrong(&name) {
                el.remove_attribute("hidden");
                let (prefix, sentence) = (escape(prefix), escape(sentence));
                el.set_inner_content(
                    &format!("<span><span class=\"away\">{prefix} </span>{sentence}</span>"),
                    ContentType::Html,
                );
            }
            Ok(())
        }))
        .append_element_content_handler(element!(r#"[data-root="booking"] [data-error-summary]"#, |el| {
            found.set(true);
            el.remove_attribute("hidden");
            // What moves the focus to it without script.
            el.set_attribute("autofocus", "")?;
            Ok(())
        }))
        .append_element_content_handler(element!(
            r#"[data-root="booking"] [data-error-summary] > ul"#,
            |el| {
                el.set_inner_content(&summary(words, errors, notice), ContentType::Html);
                Ok(())
            }
        ))
        .append_element_content_handler(element!(
            r#"[data-root="booking"] [data-error-summary] > h2, [data-root="booking"] [data-error-summary] > h3"#,
            |el| {
                if let Some(notice) = notice {
                    el.set_inner_content(
                        words.get(&format!("outcome.{}.title", notice.outcome)),
                        ContentType::Text,
                    );
                }
                Ok(())
            }
        ));
    // A style that stands in the page names fonts; the site's policy knows the one of a page in a folder, too.
    let html = html.replace("url(assets/", &["url(", UP, "assets/"].concat());
    let page = rewrite_str(&html, settings).ok()?;
    found.get().then_some(page)
}

type Attribute = Result<(), lol_html::errors::AttributeNameError>;

fn fill_input(el: &mut Element, draft: &Draft, field: Field) -> Attribute {
    let kind = el.get_attribute("type").unwrap_or_default().to_ascii_lowercase();
    match kind.as_str() {
        "radio" | "checkbox" => {
            let values = draft.values(field);
            let value = el.get_attribute("value").unwrap_or_default();
            if values.contains(&&*unescape(&value)) {
                el.set_attribute("checked", "")?;
            } else if kind == "checkbox" || !values.is_empty() {
                // A group of radio buttons of which none was chosen keeps what it has from the start.
                el.remove_attribute("checked");
            }
            Ok(())
        }
        _ => el.set_attribute("value", &escape_but_quotes(draft.text(field))),
    }
}

fn mark(el: &mut Element, wrong: bool) -> Attribute {
    if wrong && !matches!(el.get_attribute("type").as_deref(), Some("radio")) {
        el.set_attribute("aria-invalid", "true")?;
    }
    Ok(())
}

/// The lines of the summary: each error leads to its field, a notice to the phone.
fn summary(words: &Words, errors: &[(Field, &str)], notice: Option<Notice>) -> String {
    // The ids of the controls are the form's promise, too: the first of a field is `booking-FIELD`.
    let mut lines: Vec<String> = errors
        .iter()
        .map(|(field, sentence)| link(&["#booking-", field.name()].concat(), sentence))
        .collect();
    if let Some(notice) = notice {
        lines.push(escape(words.get(&format!("outcome.{}.text", notice.outcome))));
        if !words.phone.is_empty() {
            lines.push([escape(words.get("outcome.call")), link(&words.phone_href, &words.phone)].join(" "));
        }
    }
    lines.iter().flat_map(|line| ["<li>", line, "</li>"]).collect()
}

fn link(address: &str, text: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(address), escape(text))
}

/// Puts [`UP`] before what leads to another file of the site. A `<base>` would do the same, but the site's own
/// policy forbids it, and it would turn the links within the page into links away from it.
fn move_up(el: &mut Element) -> Attribute {
    for name in ADDRESSES {
        if let Some(address) = el.get_attribute(name).filter(|address| is_relative(address)) {
            el.set_attribute(name, &[UP, &address].concat())?;
        }
    }
    for name in ["srcset", "imagesrcset"] {
        if let Some(set) = el.get_attribute(name) {
            let moved: Vec<String> = set
                .split(',')
                .map(str::trim)
                .map(|one| if is_relative(one) { [UP, one].concat() } else { one.to_owned() })
                .collect();
            el.set_attribute(name, &moved.join(", "))?;
        }
    }
    Ok(())
}

fn is_relative(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    !(address.is_empty() || scheme || address.starts_with(['/', '#']))
}
