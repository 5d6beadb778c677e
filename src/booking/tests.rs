//! What every state of the form must hold, whatever the words are.
#![allow(clippy::unwrap_used)]

use booking::{ERROR_KEYS, Field};
use content::strings::Strings;
use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::{Booking, Config, Line, Link, words};

fn strings() -> Strings {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/en/form.toml");
    let table: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let mut words = Vec::new();
    flatten("", &table, &mut words);
    words.into_iter().collect()
}

fn flatten(above: &str, table: &toml::Table, words: &mut Vec<(String, String)>) {
    for (key, value) in table {
        let key = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        match value {
            toml::Value::Table(table) => flatten(&key, table, words),
            value => words.push((key, value.as_str().unwrap().to_owned())),
        }
    }
}

fn config() -> Config {
    Config {
        action: "api/booking-requests".into(),
        adapter: "generic".into(),
        endpoint: None,
        consent_required: true,
        form_version: "test".into(),
        phone_display: "949-476-1250".into(),
        phone_href: "tel:+19494761250".into(),
        draft: true,
        visit: vec![Line { label: "Address".into(), words: vec!["1 A Street".into()], href: None }],
        legal: vec![Link { words: "Privacy".into(), href: "https://a.example/privacy".into() }],
    }
}

/// Name and HTML of every designed state.
fn states(strings: &Strings) -> Vec<(&'static str, String)> {
    EXAMPLES.iter().map(|example| (example.name, example.html(strings.clone(), config()))).collect()
}

/// The values of an attribute, in the order of the document.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The names of the elements whose opening tag has that piece of HTML in it.
fn tags_with<'a>(html: &'a str, piece: &str) -> Vec<&'a str> {
    html.split('<').filter(|tag| tag.split('>').next().unwrap().contains(piece)).collect()
}

#[test]
fn every_state_holds_every_field_and_a_place_for_its_error() {
    for (name, html) in states(&strings()) {
        for field in Field::ALL {
            let field = field.name();
            assert!(
                !tags_with(&html, &format!("name=\"{field}\"")).is_empty(),
                "{name}: no control for {field}"
            );
            assert_eq!(tags_with(&html, &format!("id=\"error-{field}\"")).len(), 1, "{name}: {field}");
            assert_eq!(tags_with(&html, &format!("id=\"booking-{field}\"")).len(), 1, "{name}: {field}");
        }
    }
}

#[test]
fn ids_are_unique_and_every_reference_leads_to_one() {
    for (name, html) in states(&strings()) {
        let mut ids = values(&html, "id");
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: an id stands twice");
        for attribute in ["for", "form", "aria-describedby", "aria-labelledby"] {
            for id in values(&html, attribute).into_iter().flat_map(str::split_whitespace) {
                assert!(ids.contains(&id), "{name}: {attribute} leads to {id}, which is not there");
            }
        }
        for id in values(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(ids.contains(&id), "{name}: a link leads to {id}, which is not there");
        }
    }
}

#[test]
fn nothing_stands_in_the_markup_that_the_page_forbids() {
    for (name, html) in states(&strings()) {
        for piece in [" style=", " placeholder=", " required", " disabled", " maxlength=", " onclick=", "*"] {
            assert!(!html.contains(piece), "{name}: {piece}");
        }
    }
}

#[test]
fn an_empty_form_is_what_the_page_is_built_with() {
    let built = Owner::new().with(|| view! { <Booking strings=strings() config=config()/> }.to_html());
    assert_eq!(built, states(&strings())[0].1);
    assert!(built.contains(r#"<form id="booking-form" method="post" action="api/booking-requests" data-adapter="generic" novalidate"#));
    // Hidden, empty, and without a link: the front desk fills it.
    assert!(tags_with(&built, "data-error-summary")[0].contains(" hidden"));
    assert!(tags_with(&built, "data-error-for").iter().all(|tag| tag.contains(" hidden")));
    assert!(!built.contains("data-outcome"));
}

#[test]
fn an_error_stands_at_its_field_and_above_in_the_same_words() {
    let strings = strings();
    let states = states(&strings);
    let (_, html) = states.iter().find(|(name, _)| *name == "errors").unwrap();
    for key in ["error.full_name.missing", "error.phone.format", "error.consent.missing"] {
        assert_eq!(html.matches(strings.get(key)).count(), 2, "{key}");
    }
    assert_eq!(values(html, "aria-invalid"), ["true"; 3]);
    assert!(html.contains(r##"<a href="#booking-full_name">"##));
    assert!(html.contains(r#"value="949-555-01""#), "what was typed is gone");
}

#[test]
fn what_failed_keeps_the_form_and_shows_the_number() {
    for (name, html) in states(&strings()) {
        let expected = matches!(name, "delivered" | "uncertain" | "refused" | "unreachable");
        let open = tags_with(&html, "data-outcome");
        assert_eq!(open.len(), usize::from(expected), "{name}");
        assert_eq!(tags_with(&html, "class=\"asks\"")[0].contains(" hidden"), expected, "{name}");
        for panel in tags_with(&html, "data-panel") {
            let shown = panel.contains(&format!("data-panel=\"{name}\""));
            assert_eq!(panel.contains(" hidden"), !shown, "{name}: {panel}");
        }
        if expected {
            let panel =
                html.split("data-panel=").find(|panel| panel.starts_with(&format!("\"{name}\""))).unwrap();
            assert_eq!(panel.matches("href=\"tel:+19494761250\"").count(), 1, "{name}");
            assert_eq!(panel.contains(" again\""), matches!(name, "uncertain" | "unreachable"), "{name}");
            assert_eq!(html.contains("value=\"Sample Patient\""), name != "delivered", "{name}");
        }
    }
}

#[test]
fn the_endpoints_words_are_text() {
    let states = states(&strings());
    let (_, html) = states.iter().find(|(name, _)| *name == "refused").unwrap();
    assert!(html.contains("&lt;b&gt;paused&lt;/b&gt;"));
    assert!(!html.contains("<b>"));
}

#[test]
fn no_word_is_missing_and_none_is_left_over() {
    let strings = strings();
    // Every word is replaced by its key, so that the states show which words they use. The sentences of errors are
    // asked for by their rules, below.
    let keys: Strings = strings.iter().map(|(key, _)| (key.to_owned(), format!("[{key}]"))).collect();
    let all: String = states(&keys).into_iter().map(|(_, html)| html).collect();
    for (key, _) in strings.iter().filter(|(key, _)| !key.starts_with("error.")) {
        assert!(all.contains(&format!("[{key}]")), "nothing shows {key}");
    }
    // What the edge looks up is among the words that come along.
    for key in ERROR_KEYS.into_iter().chain(["errors.prefix", "errors.title", "still_sending"]) {
        assert_eq!(words(&strings).get(key), strings.get(key));
    }
    for (name, html) in states(&strings) {
        let pieces: Vec<&str> = html.split('<').collect();
        for pair in pieces.windows(2) {
            let (open, text) = pair[0].split_once('>').unwrap_or(("", "text"));
            let wordless = open.starts_with(['!', '/'])
                || open.starts_with("ul")
                || open.starts_with("textarea")
                || open.contains("aria-hidden")
                || ["data-fill", "data-error-for", "role=\"status\""].iter().any(|slot| open.contains(slot));
            assert!(
                wordless || !text.trim().is_empty() || !pair[1].starts_with('/'),
                "{name}: no word in <{open}>"
            );
        }
    }
}

#[test]
fn every_error_has_its_sentence_and_no_sentence_scolds() {
    let strings = strings();
    for key in ERROR_KEYS {
        assert!(strings.has(key), "{key} has no sentence");
    }
    for (key, words) in strings.iter() {
        assert!(!key.starts_with("error.") || ERROR_KEYS.contains(&key), "{key}: no such error");
        let words = format!(" {} ", words.to_lowercase());
        for word in ["please", "sorry", "valid", "oops", "required", "forbidden", "illegal", "!"] {
            assert!(!words.contains(word), "{key}: {word}");
        }
    }
}
