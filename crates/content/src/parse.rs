//! Reads the content folder.
//!
//! Each file is read on its own, as far as it can be, so that one build names everything that is wrong.

mod article;
mod banned;
mod checks;
mod clinic;
mod context;
mod file;
mod hours;
mod inlines;
mod keys;
mod look;
mod mark;
mod markdown;
mod phone;
mod registry;
mod segments;
mod structures;
mod table;
mod visit;
mod words;

use std::path::Path;

use crate::problem::report_warnings;
use crate::{CardKind, Problem, Site, Strings, Text, Warning};

use banned::Banned;
use context::Context;
use file::{File, Problems};
use registry::Registry;
use words::Words;

/// The whole site, or every problem at once. What does not stop the build is said on stderr.
pub fn site(dir: &Path) -> Result<Site, Vec<Problem>> {
    let (site, warnings) = with_warnings(dir);
    if !warnings.is_empty() {
        eprint!("{}", report_warnings(&warnings));
    }
    site
}

/// The same, with what does not stop the build beside it.
pub fn with_warnings(dir: &Path) -> (Result<Site, Vec<Problem>>, Vec<Problem>) {
    let mut problems = Problems::default();
    let site = read(dir, &mut problems);
    let (stops, warnings) = problems.sorted();
    match site {
        Some(site) if stops.is_empty() => (Ok(site), warnings),
        _ => (Err(stops), warnings),
    }
}

/// `None` after problems; other problems may have been noted even when a site comes back.
fn read(dir: &Path, problems: &mut Problems) -> Option<Site> {
    let mut open = |name| File::read(dir, name, problems);
    let site_file = open("site.toml");
    let [facts, sources, never_say] = ["facts.toml", "sources.toml", "never-say.toml"].map(&mut open);
    let [article_file, structures_file] = ["en/article.md", "en/structures.toml"].map(&mut open);
    let [page, form_file, explainer_file] =
        ["en/page.toml", "en/form.toml", "en/explainer.toml"].map(&mut open);

    let registry = Registry::read(facts.as_ref(), sources.as_ref(), problems);
    let banned = never_say.map(|file| Banned::read(&file, problems)).unwrap_or_default();
    let clinic = site_file.and_then(|file| clinic::read(&file, &banned, problems));
    let structures = structures_file.map(|file| structures::read(&file, &registry, &banned, problems));
    let mut strings = |file: &Option<File>, needed: &[&str]| {
        file.as_ref().map(|file| words::read(file, needed, &registry, &banned, problems))
    };
    let page_words = strings(&page, keys::PAGE);
    let form = strings(&form_file, keys::FORM);
    let explainer = strings(&explainer_file, keys::EXPLAINER);
    let name = clinic.as_ref().map(|(clinic, _)| clinic.name.as_str()).unwrap_or_default();
    let form = form.zip(form_file.as_ref()).map(|(form, file)| clinic::with_name(file, name, form, problems));
    let phone = clinic.as_ref().map(|(clinic, _)| clinic.phone_display.as_str()).unwrap_or_default();
    for file in [&article_file, &page, &form_file, &explainer_file].into_iter().flatten() {
        phone::check(file, phone, problems);
    }
    let (article, cited) = article_file.map(|file| {
        let mut context = Context {
            file: &file,
            registry: &registry,
            banned: &banned,
            phone,
            problems,
            sources: Vec::new(),
            anchors: Vec::new(),
            links: Vec::new(),
            structure_links: 0,
            urgency: None,
            heading_allowances: Vec::new(),
            words: 0,
        };
        let article = article::read(&mut context);
        if let (Some(file), Some(words)) = (&page, &page_words) {
            checks::page_links(file, words, &context.anchors, context.problems);
        }
        (article, context.sources)
    })?;

    let (clinic, config) = clinic?;
    let structures = structures?;
    let named = structures.iter().flat_map(|one| {
        let more = [&one.also, &one.asked].map(|words| words.as_deref().unwrap_or_default());
        let find = [one.latin.as_str(), more[0], more[1]].join(" ");
        [("name", &one.name), ("short", &one.short), ("plain", &one.plain), ("find", &find)]
            .map(|(key, text)| (format!("s.{}.{key}", one.id), text.clone()))
    });
    let explainer = pairs(explainer?).chain(named).collect::<Strings>();
    let rows =
        |kind| -> Vec<Text> { article.card(kind).iter().flat_map(|card| card.items()).cloned().collect() };
    let warning = Warning { short: rows(CardKind::UrgentShort), full: rows(CardKind::Urgent) };
    Some(Site {
        clinic,
        config,
        page: pairs(page_words?).collect(),
        form: pairs(form?).collect(),
        explainer,
        article,
        warning,
        structures,
        sources: cited,
    })
}

fn pairs(words: Vec<Words>) -> impl Iterator<Item = (String, String)> {
    words.into_iter().map(|(key, text, _)| (key, text))
}
