//! The sources behind the article's small numbers.

use content::Site;
use leptos::prelude::*;

#[component]
pub fn Sources(site: &'static Site) -> impl IntoView {
    let word = |key: &str| site.page.get(key).to_owned();
    let rows = site.sources.iter().zip(1..).map(|(source, number)| {
        let citation = match source.url.clone() {
            Some(href) => view! { <a href=href>{source.citation.clone()}</a> }.into_any(),
            None => source.citation.clone().into_any(),
        };
        view! { <li id=format!("s{number}")>{citation}</li> }
    });
    view! {
        <main class="plain-page" id="main">
            <p><a href="../#sources">{word("words.back")}</a></p>
            <h1>{word("sources.title")}</h1>
            <p>{word("sources.intro")}</p>
            <ol class="sources">{rows.collect_view()}</ol>
        </main>
    }
}
