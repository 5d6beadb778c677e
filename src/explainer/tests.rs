//! What the prerendered explainer must offer before any script.
#![allow(clippy::unwrap_used)]

use content::strings::Strings;
use leptos::prelude::*;
use neck::anatomy::{LISTED, STRUCTURES};

use super::{Config, Explainer, ExplainerProps, Still, moves};

fn words() -> Strings {
    fn flatten(prefix: &str, table: &toml::Table, into: &mut Vec<(String, String)>) {
        for (key, value) in table {
            let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
            match value {
                toml::Value::Table(inner) => flatten(&key, inner, into),
                toml::Value::String(words) => into.push((key, words.clone())),
                // The facts behind the words stay where they are.
                _ => {}
            }
        }
    }
    let mut pairs = Vec::new();
    flatten("", &include_str!("../../content/en/explainer.toml").parse().unwrap(), &mut pairs);
    flatten("s", &include_str!("../../content/en/structures.toml").parse().unwrap(), &mut pairs);
    pairs.into_iter().collect()
}

fn html() -> String {
    let still = Still { src: "poster.webp".to_owned(), width: 600, height: 600 };
    let config = Config {
        model: "model.bin".to_owned(),
        rest: "rest.bin".to_owned(),
        words: "neck-in-words/".to_owned(),
        poster: still.clone(),
        poster_small: Still { src: "poster-small.webp".to_owned(), width: 400, height: 400 },
        stills: vec![("front", still)],
    };
    Owner::new().with(|| Explainer(ExplainerProps { strings: words(), config }).into_view().to_html())
}

#[test]
fn every_structure_has_a_button_with_words() {
    let (page, later) = (html(), moves(&words()));
    for structure in &STRUCTURES {
        let start = format!("data-structure=\"{}\"", structure.id);
        let place = if STRUCTURES[..LISTED].contains(structure) { &page } else { &later };
        let (_, rest) = place.split_once(&start).unwrap_or_else(|| panic!("no button for {}", structure.id));
        let (_, words) = rest.split_once('>').unwrap();
        assert!(!words.starts_with('<'), "the button of {} has no words", structure.id);
    }
}

#[test]
fn the_poster_fits_the_screen_and_lets_the_text_go_first() {
    let html = html();
    let poster = html
        .split("<img ")
        .find_map(|rest| rest.split('>').next().filter(|tag| tag.contains("\"poster\"")))
        .unwrap();
    assert!(poster.contains("srcset=\"poster-small.webp 800w, poster.webp 1200w\""), "{poster}");
    assert!(poster.contains(" sizes=") && poster.contains("fetchpriority=\"low\""), "{poster}");
    assert!(!poster.contains("loading="), "found by the browser's first look through the page: {poster}");
}

#[test]
fn nothing_is_chosen_and_nothing_styled_by_attribute() {
    let html = html();
    let (_, chosen) = html.split_once("data-selected").unwrap();
    let (_, inside) = chosen.split_once('>').unwrap();
    assert!(inside.starts_with("</p>"), "{inside}");
    assert!(!html.contains(" style="));
}

#[test]
fn no_word_is_missing() {
    let html = html() + &moves(&words());
    for empty in ["alt=\"\"", "aria-label=\"\"", "></label>", "></a>", "data-plain=\"\"", "title=\"\""] {
        assert!(!html.contains(empty), "{empty} in {html}");
    }
}

#[test]
fn every_label_has_words_of_a_structure() {
    let later = moves(&words());
    let labels: Vec<_> = later.split("data-label=\"").skip(1).collect();
    assert!(labels.len() > 12);
    for label in labels {
        let id = label.split('"').next().unwrap();
        assert!(STRUCTURES.iter().any(|structure| structure.id == id), "{id}");
        assert!(!label.split("<span>").nth(1).unwrap().starts_with('<'), "{id} has no words");
    }
}
