//! The neck in words: every structure of the model with its texts, for whoever has no picture, and for links without
//! script.

use content::{Site, Structure};
use leptos::prelude::*;
use neck::anatomy::{self, Kind, StructureId};
use neck::layers::Layer;

use crate::explainer::Still;

#[component]
pub fn NeckInWords(site: &'static Site, still: Still, parts: Vec<Still>) -> impl IntoView {
    let word = |key: &str| site.page.get(key).to_owned();
    let groups = groups(site);
    let index = groups.iter().map(|(id, title, _)| {
        view! { <li><a href=format!("#{id}")>{title.clone()}</a></li> }
    });
    let index = index.collect_view();
    let still_of = |one: &Structure| parts.get(StructureId::find(&one.id)?.index()).cloned();
    view! {
        <main class="plain-page words" id="main">
            <p><a href="../#neck">{word("words.back")}</a></p>
            <h1>{word("words.title")}</h1>
            <p>{word("words.intro")}</p>
            <p>{site.explainer.get("ui.often").to_owned()}</p>
            <p>{site.explainer.get("ui.terms").to_owned()}</p>
            <img class="still" src=still.src width=still.width height=still.height alt=site.explainer.get("ui.poster.alt").to_owned()/>
            <nav aria-label=word("words.index")>
                <ul class="index">{index}</ul>
            </nav>
            {groups.into_iter().map(|(id, title, among)| view! {
                <h2 id=id>{title}</h2>
                <p class="index">{names(&among)}</p>
                {among.into_iter().map(|structure| view! { <Words site structure still=still_of(structure)/> }).collect_view()}
            }).collect_view()}
        </main>
    }
}

/// Structures by what they are made of, each group with its id and its title.
fn groups(site: &'static Site) -> Vec<(&'static str, String, Vec<&'static Structure>)> {
    let of = |wanted: fn(&anatomy::Structure) -> bool| -> Vec<&'static Structure> {
        let known = |one: &Structure| StructureId::find(&one.id).map(StructureId::get);
        site.structures.iter().filter(|one| known(one).is_some_and(wanted)).collect()
    };
    let ui = |key: &str| site.explainer.get(key).to_owned();
    vec![
        (
            "bones",
            ui("ui.bones"),
            of(|one| matches!(one.layer, Layer::Skeleton | Layer::Regions) && one.kind != Kind::Disc),
        ),
        ("discs", ui("ui.discs"), of(|one| one.kind == Kind::Disc)),
        ("muscles", site.page.get("words.muscles").to_owned(), of(|one| one.kind == Kind::Muscle)),
        ("ligaments", ui("ui.ligaments"), of(|one| one.layer == Layer::Ligaments)),
        ("nerves", ui("ui.nerves"), of(|one| one.layer == Layer::Nerves)),
        ("vessels", ui("ui.vessels"), of(|one| one.layer == Layer::Vessels)),
        ("outline", ui("ui.skin"), of(|one| one.layer == Layer::Skin)),
    ]
}

/// A link to each.
fn names(among: &[&'static Structure]) -> impl IntoView + use<> {
    let links = among.iter().enumerate().map(|(place, one)| {
        let comma = if place == 0 { "" } else { " · " };
        view! { {comma}<a href=format!("#{}", one.id)>{one.short.clone()}</a> }
    });
    links.collect_view()
}

#[component]
fn Words(site: &'static Site, structure: &'static Structure, still: Option<Still>) -> impl IntoView {
    let row =
        |key: &str, text: &str| view! { <dt>{site.page.get(key).to_owned()}</dt><dd>{text.to_owned()}</dd> };
    let maybe = |key: &str, text: &Option<String>| text.as_deref().map(|text| row(key, text));
    // What has no Latin name says so in English.
    let latin = !structure.latin.starts_with('(');
    view! {
        <section id=structure.id.clone()>
            <h3>{structure.name.clone()}</h3>
            <p>{structure.plain.clone()}</p>
            {still.map(|Still { src, width, height }| {
                let alt = format!("{}: {}", structure.name, site.page.get("words.drawing"));
                view! { <img class="part" loading="lazy" decoding="async" src=src width=width height=height alt=alt/> }
            })}
            <dl>
                <dt>{site.page.get("words.latin").to_owned()}</dt>
                <dd lang=latin.then_some("la")>{structure.latin.clone()}</dd>
                {maybe("words.where", &structure.place)}
                {maybe("words.from", &structure.from)}
                {maybe("words.to", &structure.to)}
                {row("words.does", &structure.does)}
                {maybe("words.nerve", &structure.nerve)}
                {maybe("words.headache", &structure.headache)}
                {maybe("words.care", &structure.care)}
                {maybe("words.also", &structure.also)}
            </dl>
        </section>
    }
}
