//! What the clinic says of a visit, where it does, and what to ask where it does not.

use content::Site;
use leptos::prelude::*;

use crate::booking::{Line, Link};

/// What is known, in the order in which a patient asks.
pub fn visit_lines(site: &Site) -> Vec<Line> {
    rows(site).into_iter().filter_map(|(key, words, href)| line(site, key, words, href)).collect()
}

/// The clinic's notices that have an address.
pub fn legal_links(site: &Site) -> Vec<Link> {
    let legal = &site.clinic.legal;
    let all = [
        ("legal.privacy", &legal.privacy),
        ("legal.notice_of_privacy_practices", &legal.notice_of_privacy_practices),
        ("legal.health_data", &legal.health_data),
    ];
    all.into_iter()
        .filter_map(|(key, href)| Some(Link { words: site.page.get(key).to_owned(), href: href.clone()? }))
        .collect()
}

/// Everything that is known, then what a call would tell.
#[component]
pub(super) fn Visit(site: &'static Site) -> impl IntoView {
    // Nobody asks on the phone for a map, nor when the phone is answered.
    let unknown = rows(site)
        .into_iter()
        .filter(|(key, words, _)| words.is_empty() && !matches!(*key, "visit.map" | "visit.answer"));
    let unknown: Vec<String> = unknown.map(|(key, ..)| site.page.get(key).to_lowercase()).collect();
    let ask = (!unknown.is_empty())
        .then(|| view! { <p>{format!("{} {}.", site.page.get("visit.ask"), unknown.join(", "))}</p> });
    view! { <Lines site/>{ask} }
}

/// What is known, as a list; nothing where nothing is.
#[component]
pub(super) fn Lines(site: &'static Site) -> impl IntoView {
    let lines = visit_lines(site);
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|Line { label, words, href }| {
            let words = words.into_iter().map(|words| match href.clone() {
                Some(href) => view! { <dd><a href=href>{words}</a></dd> }.into_any(),
                None => view! { <dd>{words}</dd> }.into_any(),
            });
            view! { <dt>{label}</dt>{words.collect_view()} }
        });
        view! { <dl class="visit">{lines.collect_view()}</dl> }
    })
}

/// Each with the key of its label, its words, which are none where nothing is known, and where they lead.
fn rows(site: &Site) -> Vec<(&'static str, Vec<String>, Option<&String>)> {
    let visit = &site.clinic.visit;
    let one = |words: &Option<String>| words.iter().cloned().collect::<Vec<_>>();
    let map = visit.map.iter().map(|_| site.page.get("visit.open_map").to_owned()).collect();
    let who = visit.who.iter().map(|one| match &one.license {
        Some(license) => format!("{}, {license}", one.name),
        None => one.name.clone(),
    });
    vec![
        ("visit.address", one(&site.clinic.address()), None),
        ("visit.map", map, visit.map.as_ref()),
        ("visit.hours", visit.hours.iter().map(|hours| hours.read.clone()).collect(), None),
        ("visit.parking", one(&visit.parking), None),
        ("visit.who", who.collect(), None),
        ("visit.fees", one(&visit.fees), None),
        ("visit.first_visit", one(&visit.first_visit), None),
        ("visit.answer", one(&visit.answer), None),
    ]
}

fn line(site: &Site, key: &str, words: Vec<String>, href: Option<&String>) -> Option<Line> {
    let label = || site.page.get(key).to_owned();
    (!words.is_empty()).then(|| Line { label: label(), words, href: href.cloned() })
}
