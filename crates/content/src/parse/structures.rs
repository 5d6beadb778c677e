//! `structures.toml`: the neck in words.

use neck::anatomy::STRUCTURES;

use super::banned::Banned;
use super::file::{File, Problems, did_you_mean};
use super::registry::Registry;
use super::table::{Fields, Table, Value};
use crate::Structure;

/// Every structure of the model, in its order.
pub(super) fn ids() -> impl Iterator<Item = &'static str> {
    STRUCTURES.iter().map(|structure| structure.id)
}

pub(super) fn read(
    file: &File,
    registry: &Registry,
    banned: &Banned,
    problems: &mut Problems,
) -> Vec<Structure> {
    let Some(root) = Table::read(file, problems) else { return Vec::new() };
    for entry in root.entries.iter().filter(|entry| ids().all(|id| id != entry.key)) {
        problems.add(
            file,
            entry.key_span.clone(),
            format!("the model has no structure {}", entry.key),
            remedy_for(&entry.key),
        );
    }
    ids().filter_map(|id| read_one(file, &root, id, registry, banned, problems)).collect()
}

/// The remedy for an id that no structure has.
pub(super) fn remedy_for(id: &str) -> String {
    match did_you_mean(id, ids()) {
        Some(name) => format!("did you mean {name}?"),
        None => format!("one of these: {}", ids().collect::<Vec<_>>().join(", ")),
    }
}

fn read_one(
    file: &File,
    root: &Table,
    id: &'static str,
    registry: &Registry,
    banned: &Banned,
    problems: &mut Problems,
) -> Option<Structure> {
    let Some(entry) = root.get(id) else {
        problems.add(
            file,
            0..0,
            format!("the structure {id} has no words"),
            format!("put the part [{id}] back"),
        );
        return None;
    };
    let Value::Table(table) = &entry.value else {
        problems.add(
            file,
            entry.span.clone(),
            format!("`{id}` must be a heading"),
            format!("write [{id}] alone on its line"),
        );
        return None;
    };
    let mut fields = Fields::new(file, table, format!("[{id}]"));
    let mut text = |key, problems: &mut Problems| {
        let (text, span) = fields.must(key, "…", problems).unwrap_or_default();
        banned.check(file, &text, &span, problems);
        text
    };
    let name = text("name", problems);
    let mut structure = Structure {
        id: id.to_owned(),
        short: name.clone(),
        name,
        latin: text("latin", problems),
        plain: text("plain", problems),
        place: None,
        does: text("does", problems),
        headache: None,
        care: None,
        from: None,
        to: None,
        nerve: None,
        also: None,
        asked: None,
        facts: Vec::new(),
    };
    let mut maybe = |key, problems: &mut Problems| {
        let (text, span) = fields.maybe(key, problems)?;
        banned.check(file, &text, &span, problems);
        Some(text)
    };
    if let Some(short) = maybe("short", problems) {
        structure.short = short;
    }
    structure.from = maybe("from", problems);
    structure.to = maybe("to", problems);
    structure.place = maybe("place", problems);
    structure.nerve = maybe("nerve", problems);
    structure.headache = maybe("headache", problems);
    structure.care = maybe("care", problems);
    structure.also = maybe("also", problems);
    structure.asked = maybe("asked", problems);
    if structure.place.is_none() && (structure.from.is_none() || structure.to.is_none()) {
        fields.must("place", "…", problems);
    }
    let facts = fields.list("facts", problems);
    if facts.is_empty() && table.get("facts").is_some() {
        problems.add(
            file,
            entry.key_span.clone(),
            format!("[{id}] rests on no fact"),
            "name the facts behind its texts: facts = [\"f-…\"]",
        );
    }
    for (fact, span) in facts {
        registry.check(file, &fact, span, problems);
        structure.facts.push(fact);
    }
    fields.end(problems);
    Some(structure)
}
