//! Brings the explainer's markup up to date with [`Shown`](crate::explainer::Shown).

use content::strings::Strings;
use neck::anatomy::StructureId;
use neck::layers::Layers;
use neck::motion::Movement;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

use super::dom::{each, find, mark};
use crate::explainer::Life;
use crate::explainer::stretch::Said;

/// How far the picture has come; `spared`: the reader may ask for more.
pub(super) fn life(host: &HtmlElement, root: &HtmlElement, strings: &Strings, life: Life, spared: bool) {
    mark(host, "data-state", Some(life.name()));
    if let Some(explainer) = find::<Element>(root, ".explainer") {
        mark(&explainer, "data-live", Some(life.name()));
    }
    each(root.query_selector_all("[disabled]"), |control, _| mark(control, "disabled", None));
    if let Some(canvas) = find::<HtmlElement>(root, "canvas") {
        canvas.set_hidden(life != Life::Ready);
    }
    if let Some(note) = find::<HtmlElement>(root, "[data-note]") {
        let words = match life {
            Life::Still if spared => "",
            Life::Still => "ui.note.still",
            Life::Unavailable => "ui.note.unavailable",
            Life::Starting | Life::Ready => "",
        };
        note.set_text_content(Some(strings.get(words)));
        note.set_hidden(words.is_empty());
    }
}

/// What is chosen: in the list, beside the model, in words, and on the article's links.
pub(super) fn selected(root: &HtmlElement, strings: &Strings, selected: Option<StructureId>, quiet: bool) {
    let id = selected.map_or("", |selected| selected.get().id);
    let mut words = None;
    each(root.query_selector_all("button[data-structure]"), |button, own| {
        mark(button, "aria-pressed", Some(if own == id { "true" } else { "false" }));
    });
    each(root.query_selector_all("[data-name]"), |one, own| {
        if own == id {
            words = one.get_attribute("data-name").zip(one.get_attribute("data-plain"));
        }
    });
    let (name, plain) = match &words {
        Some((name, plain)) => (name.as_str(), plain.as_str()),
        None => ("", if id.is_empty() { strings.get("ui.choose") } else { "" }),
    };
    // Of what has no words yet nothing is said.
    let said = if name.is_empty() && !id.is_empty() {
        String::new()
    } else if id.is_empty() {
        strings.get("ui.cleared").to_owned()
    } else {
        [name, ". ", plain].concat()
    };
    for (place, text) in [("[data-selected]", name), ("[data-plain]", plain)] {
        if let Some(place) = find::<Element>(root, place) {
            place.set_text_content(Some(text));
        }
    }
    if !quiet {
        say(root, &said);
    }
    if let Some(document) = root.owner_document() {
        links(&document, selected);
    }
}

/// The label of what is chosen: its name and what more there is to say of it, a line each; and that in the card.
pub(super) fn label(root: &HtmlElement, selected: Option<StructureId>, said: &Said) {
    let chosen =
        selected.and_then(|id| find::<Element>(root, &["button[data-structure=", id.get().id, "]"].concat()));
    if let (Some(tag), Some(document)) = (find::<Element>(root, ".tag span"), root.owner_document()) {
        tag.set_text_content(chosen.and_then(|chosen| chosen.text_content()).as_deref());
        for line in &said.lines {
            if let Ok(small) = document.create_element("small") {
                small.set_text_content(Some(line));
                // An element of ours takes it.
                let _ = tag.append_child(&small);
            }
        }
    }
    if let Some(place) = find::<Element>(root, "[data-stretch]") {
        place.set_text_content(Some(&said.whole));
    }
}

/// What stands in an element.
pub(super) fn text(root: &HtmlElement, selector: &str) -> String {
    find::<Element>(root, selector).and_then(|one| one.text_content()).unwrap_or_default()
}

/// Told politely to who does not see it.
pub(super) fn say(root: &HtmlElement, words: &str) {
    if let Some(place) = find::<Element>(root, "[role=status]") {
        place.set_text_content(Some(words));
    }
}

/// What was told last, in the card too: for the eye.
pub(super) fn show_said(root: &HtmlElement) {
    show(root, &text(root, "[role=status]"));
}

/// The card's one line.
pub(super) fn show(root: &HtmlElement, line: &str) {
    if let Some(place) = find::<Element>(root, "[data-plain]") {
        place.set_text_content(Some(line));
    }
}

/// The words of what is chosen did not come.
pub(super) fn failed(root: &HtmlElement, strings: &Strings) {
    for place in ["[data-plain]", "[role=status]"] {
        if let Some(place) = find::<Element>(root, place) {
            place.set_text_content(Some(strings.get("ui.more.failed")));
        }
    }
}

/// Marks the links to the chosen structure wherever they stand on the page.
pub(super) fn links(document: &Document, selected: Option<StructureId>) {
    each(document.query_selector_all("a[data-structure]"), |link, own| {
        let own = StructureId::find_side(own).map(|own| own.0);
        mark(link, "aria-current", (own.is_some() && own == selected).then_some("true"));
    });
}

/// Where a slider stands, in numbers and in the slider's own words.
pub(super) fn slider(root: &HtmlElement, name: &str, degrees: i16) {
    let Some(range) = find::<HtmlInputElement>(root, &["[name=", name, "]"].concat()) else { return };
    let words = range.get_attribute("data-words").unwrap_or_default();
    let mut words = words.split('|');
    let mut next = || words.next().unwrap_or_default();
    let (level, unit, less, more) = (next(), next(), next(), next());
    let count = degrees.unsigned_abs().to_string();
    let said = match degrees {
        0 => level.to_owned(),
        _ => [count.as_str(), " ", unit, " ", if degrees < 0 { less } else { more }].concat(),
    };
    let signed = if degrees < 0 { ["-", &count].concat() } else { count };
    stands(root, &range, &signed, &said);
}

/// Which layers are shown; how much is peeled in the slider's own words: one for each step.
/// Right and left are there for what is a pair.
pub(super) fn layers(root: &HtmlElement, layers: Layers, selected: Option<StructureId>) {
    let paired = selected.is_some_and(StructureId::is_paired);
    each(root.query_selector_all("[data-layer]"), |button, _| {
        let name = button.get_attribute("data-layer").unwrap_or_default();
        let on = layers.switch(&name) == Some(true);
        mark(button, "aria-pressed", Some(if on { "true" } else { "false" }));
        let of_a_pair = name == "right" || name == "left";
        mark(button, "hidden", (of_a_pair && !paired).then_some(""));
    });
    if let Some(all) = find::<HtmlElement>(root, "[data-act=all]") {
        all.set_hidden(layers.hidden == Layers::NONE_HIDDEN);
    }
    let peeled = layers.peeled;
    let Some(range) = find::<HtmlInputElement>(root, "[name=layer]") else { return };
    let words = range.get_attribute("data-words").unwrap_or_default();
    let said = words
        .split('|')
        .nth(usize::from(peeled.saturating_sub(Layers::PEEL.0) / Layers::STEP))
        .unwrap_or_default();
    stands(root, &range, &peeled.to_string(), said);
}

fn stands(root: &HtmlElement, range: &HtmlInputElement, value: &str, said: &str) {
    if range.value() != value {
        range.set_value(value);
    }
    mark(range, "aria-valuetext", Some(said));
    if let Some(output) = find::<Element>(root, &["#neck-", &range.name(), "-said"].concat()) {
        output.set_text_content(Some(said));
    }
}

/// Which movement is shown, and what it is.
pub(super) fn movement(root: &HtmlElement, movement: Option<Movement>) {
    let id = movement.map_or("", Movement::id);
    let mut said = String::new();
    each(root.query_selector_all("[data-movement]"), |button, _| {
        let own = button.get_attribute("data-movement").unwrap_or_default() == id;
        mark(button, "aria-pressed", Some(if own { "true" } else { "false" }));
        if own {
            said = button.get_attribute("data-plain").unwrap_or_default();
        }
    });
    if let Some(place) = find::<Element>(root, "[data-said]") {
        place.set_text_content(Some(&said));
    }
}
