//! What the shipped article owes its readers: warning signs that are each one row of the fact sheet, in a box as urgent
//! as they are, and words that are easy to read.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use content::article::plain;
use content::{Basis, Block, CardKind, Inline, Site, Text, Urgency, parse, report};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn site() -> Site {
    parse::site(&folder()).map_err(|problems| report(&problems)).unwrap()
}

/// Each sign with the class of the card that holds it; cautions before treatment are no signs.
fn signs(site: &Site) -> Vec<(Urgency, &Text)> {
    let cards = site.article.blocks().filter_map(|block| match block {
        Block::Card(card) => card.kind.urgency().map(|urgency| (urgency, card)),
        _ => None,
    });
    cards
        .filter(|(urgency, _)| *urgency > Urgency::TellUs)
        .flat_map(|(urgency, card)| card.items().map(move |text| (urgency, text)))
        .collect()
}

fn facts(text: &Text) -> &[String] {
    if let Basis::Facts(facts) = &text.basis { facts } else { &[] }
}

#[test]
fn each_warning_sign_is_one_row_of_the_sheet_and_each_row_has_its_sign() {
    let site = site();
    let mut said = BTreeSet::new();
    for (urgency, text) in signs(&site) {
        let words = plain(&text.inlines);
        let [fact] = facts(text) else { panic!("“{words}” rests on {:?}", text.basis) };
        let part = if urgency == Urgency::Now { "f-3.1-" } else { "f-3.2-" };
        assert!(fact.starts_with(part), "“{words}” is a sign for “{}” and rests on {fact}", urgency.word());
        said.insert(fact.clone());
    }
    let listed = std::fs::read_to_string(folder().join("facts.toml")).unwrap();
    let mut rows = BTreeSet::new();
    let mut classes = BTreeMap::new();
    for line in listed.lines() {
        let Some(id) = line.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
        let class = line.split("urgency = \"").nth(1).and_then(|rest| rest.split('"').next());
        classes.insert(id, class);
        if id.starts_with("f-3.1-") || id.starts_with("f-3.2-") {
            rows.insert(id.to_owned());
        }
    }
    assert_eq!(said, rows, "signs on the page, rows of the sheet");
    // The classes of the fact sheet, section 3.
    for (id, class) in classes {
        let own = match id {
            "f-3.3-artery" | "f-3.3-cord" => Some("now"),
            "f-3.2-age50-same-day" => Some("same day"),
            "f-3.3-dissection" | "f-3.3-after-effects" | "f-3.3-soreness" => None,
            _ if id.starts_with("f-3.1-") => Some("now"),
            _ if id.starts_with("f-3.2-") => Some("days"),
            _ if id.starts_with("f-3.3-") => Some("tell us"),
            _ => None,
        };
        assert_eq!(class, own, "{id}");
    }
}

#[test]
fn a_sign_to_call_911_for_is_read_at_a_glance() {
    let site = site();
    for (_, text) in signs(&site).into_iter().filter(|(urgency, _)| *urgency == Urgency::Now) {
        let words = plain(&text.inlines);
        assert!(words.split_whitespace().count() <= 25, "too long: {words}");
    }
}

#[test]
fn the_words_patients_search_for_stand_there() {
    let site = site();
    let all: String = site
        .article
        .texts()
        .iter()
        .map(|text| plain(&text.inlines) + "\n")
        .collect::<String>()
        .to_lowercase();
    for word in [
        "vertebrae",
        "cervical spine",
        "active release techniques® (art®)",
        "active release therapy",
        "can cause a stroke",
        "these trials did not test art®",
        "eight adults had art®",
    ] {
        assert!(all.contains(word), "“{word}” is missing");
    }
    let links: usize = site
        .article
        .texts()
        .iter()
        .flat_map(|text| &text.inlines)
        .map(|one| usize::from(matches!(one, Inline::Structure { .. })))
        .sum();
    assert!(links >= 12, "{links} links to structures");
    // Author, title, journal: three parts at least, and none only a journal's name.
    for source in &site.sources {
        assert!(
            source.citation.split(". ").filter(|part| part.len() > 2).count() >= 3,
            "{} has no title",
            source.citation
        );
    }
}

/// Flesch-Kincaid grade, syllables counted as groups of vowels: about a tenth of a grade above a dictionary's count.
fn grade<'a>(texts: impl IntoIterator<Item = &'a Text>) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0, 0, 0);
    for text in texts {
        for sentence in plain(&text.inlines).split(['.', '?', '!', ':']) {
            let own = sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '’');
            let own: Vec<_> = own.filter(|word| !word.is_empty()).collect();
            sentences += u32::from(!own.is_empty());
            words += u32::try_from(own.len()).unwrap();
            syllables += own.iter().map(|word| syllables_of(&word.to_lowercase())).sum::<u32>();
        }
    }
    0.39 * f64::from(words) / f64::from(sentences) + 11.8 * f64::from(syllables) / f64::from(words) - 15.59
}

fn syllables_of(word: &str) -> u32 {
    let vowel = |letter: char| "aeiouy".contains(letter);
    let spoken =
        word.strip_suffix("es").or_else(|| word.strip_suffix("ed")).or_else(|| word.strip_suffix('e'));
    let spoken = spoken.filter(|rest| !word.ends_with("le") && rest.contains(vowel)).unwrap_or(word);
    let groups = spoken.split(|letter| !vowel(letter)).filter(|group| !group.is_empty()).count();
    u32::try_from(groups.max(1)).unwrap()
}

#[test]
fn the_article_and_its_card_are_easy_to_read() {
    let site = site();
    let all = grade(site.article.texts());
    assert!(all <= 7.0, "the article is of grade {all:.1}");
    for kind in [CardKind::Urgent, CardKind::UrgentShort] {
        let card = grade(site.article.card(kind).unwrap().items());
        assert!(card <= 8.0, "the card {kind:?} is of grade {card:.1}");
    }
}
