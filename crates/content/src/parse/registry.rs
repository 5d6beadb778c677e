//! What texts rest on: `facts.toml` and `sources.toml`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::file::{File, Problems, did_you_mean};
use super::table::{Fields, Table, Value};
use crate::{Source, Urgency};

/// How sure the fact sheet is: H of fact and citation, M of the gist.
const MARKS: [&str; 2] = ["H", "M"];

/// Facts that may be cited and the sources behind them.
#[derive(Debug, Default)]
pub(super) struct Registry {
    facts: BTreeMap<String, Fact>,
    sources: BTreeMap<String, Listed>,
}

#[derive(Debug)]
struct Fact {
    /// Ids of its sources.
    refs: Vec<String>,
    /// How soon the sign that it states needs care.
    urgency: Option<Urgency>,
}

#[derive(Debug)]
struct Listed {
    source: Source,
    printable: bool,
}

impl Registry {
    /// Either file may be missing: its problem was noted when it was read.
    pub(super) fn read(facts: Option<&File>, sources: Option<&File>, problems: &mut Problems) -> Self {
        let mut registry = Self::default();
        let sources_known = sources.is_some_and(|file| registry.read_sources(file, problems));
        if let Some(file) = facts {
            registry.read_facts(file, sources_known, problems);
        }
        registry
    }

    fn read_sources(&mut self, file: &File, problems: &mut Problems) -> bool {
        let Some(root) = Table::read(file, problems) else { return false };
        for entry in &root.entries {
            let Value::Table(table) = &entry.value else {
                problems.add(
                    file,
                    entry.key_span.clone(),
                    format!("`{}` stands under no source", entry.key),
                    "put it below a heading like [R1]",
                );
                continue;
            };
            let mut fields = Fields::new(file, table, format!("[{}]", entry.key));
            let citation =
                fields.must("citation", "Author. Title. Journal year", problems).map(|(text, _)| text);
            let doi = fields.maybe("doi", problems).map(|(doi, _)| format!("https://doi.org/{doi}"));
            let pmid = fields
                .maybe("pmid", problems)
                .map(|(pmid, _)| format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/"));
            let url = fields.maybe("url", problems);
            if let Some((url, span)) = url.as_ref().filter(|(url, _)| !url.starts_with("https://")) {
                problems.add(
                    file,
                    span.clone(),
                    format!("“{url}” is not an https address"),
                    "write the https:// address, or only the doi",
                );
            }
            let printable = fields.maybe_flag("printable", problems).unwrap_or(true);
            fields.end(problems);
            let source = Source {
                id: entry.key.clone(),
                citation: citation.unwrap_or_default(),
                url: url.map(|(url, _)| url).or(doi).or(pmid),
            };
            self.sources.insert(entry.key.clone(), Listed { source, printable });
        }
        true
    }

    fn read_facts(&mut self, file: &File, sources_known: bool, problems: &mut Problems) {
        let Some(root) = Table::read(file, problems) else { return };
        for entry in &root.entries {
            let Value::Table(table) = &entry.value else {
                problems.add(
                    file,
                    entry.key_span.clone(),
                    format!("`{}` stands under no fact", entry.key),
                    "write \"f-1.1-cgh\" = { mark = \"H\", gist = \"…\", refs = [\"R1\"] }",
                );
                continue;
            };
            if !entry.key.starts_with("f-") {
                problems.add(
                    file,
                    entry.key_span.clone(),
                    format!("“{}” is no id of a fact", entry.key),
                    "ids begin with f- and the section: \"f-1.1-cgh\"",
                );
            }
            let mut fields = Fields::new(file, table, format!("[\"{}\"]", entry.key));
            if let Some((mark, span)) =
                fields.must("mark", "H", problems).filter(|(mark, _)| !MARKS.contains(&mark.as_str()))
            {
                problems.add(
                    file,
                    span,
                    format!("“{mark}” is no mark"),
                    "write \"H\" (sure) or \"M\" (right in gist)",
                );
            }
            fields.must("gist", "The fact in one sentence", problems);
            let urgency = fields.maybe("urgency", problems).and_then(|(word, span)| {
                let found = Urgency::ALL.into_iter().find(|urgency| urgency.word() == word);
                if found.is_none() {
                    let words = Urgency::ALL.map(Urgency::word).join("”, “");
                    problems.add(
                        file,
                        span,
                        format!("“{word}” is no class of urgency"),
                        format!("one of these: “{words}”"),
                    );
                }
                found
            });
            let sources = fields.maybe_list("refs", problems);
            fields.end(problems);
            for (id, span) in sources.iter().filter(|(id, _)| sources_known && !self.sources.contains_key(id))
            {
                let remedy = match did_you_mean(id, self.sources.keys().map(String::as_str)) {
                    Some(name) => format!("did you mean {name}? Otherwise add [{id}] to sources.toml"),
                    None => format!("add [{id}] to sources.toml"),
                };
                problems.add(file, span.clone(), format!("there is no source {id}"), remedy);
            }
            let refs = sources.into_iter().map(|(id, _)| id).collect();
            self.facts.insert(entry.key.clone(), Fact { refs, urgency });
        }
    }

    /// Notes a fact id that is not in the list. Without a readable list nothing is said.
    pub(super) fn check(&self, file: &File, id: &str, span: Range<usize>, problems: &mut Problems) {
        if self.facts.is_empty() || self.facts.contains_key(id) {
            return;
        }
        let remedy = match did_you_mean(id, self.facts.keys().map(String::as_str)) {
            Some(name) => format!("did you mean {name}? The facts stand in facts.toml"),
            None => "use an id that stands in facts.toml".to_owned(),
        };
        problems.add(file, span, format!("there is no fact {id}"), remedy);
    }

    /// How soon the sign that a fact states needs care.
    pub(super) fn urgency(&self, fact: &str) -> Option<Urgency> {
        self.facts.get(fact)?.urgency
    }

    /// The printable sources behind a fact, in its own order.
    pub(super) fn sources_of(&self, fact: &str) -> impl Iterator<Item = &Source> {
        let ids = self.facts.get(fact).map_or(&[][..], |fact| fact.refs.as_slice());
        ids.iter()
            .filter_map(|id| self.sources.get(id))
            .filter(|listed| listed.printable)
            .map(|listed| &listed.source)
    }
}
