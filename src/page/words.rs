//! The neck in words: every structure of the model with its texts, for whoever has no picture, and for links without
//! script.

use content::{Site, Structure};
use leptos::prelude::*;

use crate::explainer::Still;

#[component]
pub fn NeckInWords(site: &'static Site, still: Still) -> impl IntoView {
    let word = |key: &str| site.page.get(key).to_owned();
    view! {
        <main class="plain-page words" id="main">
            <p><a href="../#neck">{word("words.back")}</a></p>
            <h1>{word("words.title")}</h1>
            <p>{word("words.intro")}</p>
            <img class="still" src=still.src width=still.width height=still.height alt=site.explainer.get("ui.poster.alt").to_owned()/>
            {site.structures.iter().map(|structure| view! { <Words site structure/> }).collect_view()}
        </main>
    }
}

#[component]
fn Words(site: &'static Site, structure: &'static Structure) -> impl IntoView {
    let row =
        |key: &str, text: &str| view! { <dt>{site.page.get(key).to_owned()}</dt><dd>{text.to_owned()}</dd> };
    view! {
        <section id=structure.id.clone()>
            <h2>{structure.name.clone()}</h2>
            <p>{structure.plain.clone()}</p>
            <dl>
                <dt>{site.page.get("words.latin").to_owned()}</dt>
                <dd lang="la">{structure.latin.clone()}</dd>
                {row("words.where", &structure.place)}
                {row("words.does", &structure.does)}
                {row("words.headache", &structure.headache)}
            </dl>
        </section>
    }
}
