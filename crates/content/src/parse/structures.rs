//! `structures.toml`: the neck in words.

use super::banned::Banned;
use super::file::{File, Problems, did_you_mean};
use super::registry::Registry;
use super::table::{Fields, Table, Value};
use crate::Structure;

/// Every structure of the model, in its order.
pub(super) const IDS: [&str; 54] = [
    "C1",
    "C2",
    "C3",
    "C4",
    "C5",
    "C6",
    "C7",
    "t1",
    "disc_c2c3",
    "disc_c3c4",
    "disc_c4c5",
    "disc_c5c6",
    "disc_c6c7",
    "disc_c7t1",
    "skull",
    "mandible",
    "t2",
    "t3",
    "rib1",
    "rib2",
    "manubrium",
    "clavicle",
    "scapula",
    "rcp_major",
    "rcp_minor",
    "oc_inferior",
    "oc_superior",
    "upper_trapezius",
    "scm",
    "splenius_capitis",
    "splenius_cervicis",
    "semispinalis_capitis",
    "semispinalis_cervicis",
    "longissimus_capitis",
    "levator_scapulae",
    "scalene_anterior",
    "scalene_middle",
    "scalene_posterior",
    "longus_colli",
    "longus_capitis",
    "temporalis",
    "masseter",
    "cervical_cord",
    "greater_occipital",
    "third_occipital",
    "lesser_occipital",
    "great_auricular",
    "spinal_accessory",
    "cervical_roots",
    "vertebral_artery",
    "common_carotid",
    "internal_carotid",
    "external_carotid",
    "jugular_vein",
];

pub(super) fn read(
    file: &File,
    registry: &Registry,
    banned: &Banned,
    problems: &mut Problems,
) -> Vec<Structure> {
    let Some(root) = Table::read(file, problems) else { return Vec::new() };
    for entry in root.entries.iter().filter(|entry| !IDS.contains(&entry.key.as_str())) {
        problems.add(
            file,
            entry.key_span.clone(),
            format!("the model has no structure {}", entry.key),
            remedy_for(&entry.key),
        );
    }
    IDS.iter().filter_map(|id| read_one(file, &root, id, registry, banned, problems)).collect()
}

/// The remedy for an id that no structure has.
pub(super) fn remedy_for(id: &str) -> String {
    match did_you_mean(id, IDS) {
        Some(name) => format!("did you mean {name}?"),
        None => format!("one of these: {}", IDS.join(", ")),
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
    let mut structure = Structure {
        id: id.to_owned(),
        name: text("name", problems),
        latin: text("latin", problems),
        plain: text("plain", problems),
        place: text("place", problems),
        does: text("does", problems),
        headache: text("headache", problems),
        facts: Vec::new(),
    };
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
