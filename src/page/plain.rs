//! The short pages: after a request without script, and for an address that leads nowhere.

use content::Site;
use leptos::prelude::*;

use super::phone_href;
use super::visit::Lines;

/// `sent/`: anyone may open it, so it says what happens next and claims nothing.
#[component]
pub fn Sent(site: &'static Site) -> impl IntoView {
    let word = |key: &str| site.page.get(key).to_owned();
    view! {
        <main class="plain-page sent" id="main">
            <h1>{word("sent.title")}</h1>
            <p>{word("sent.text")}</p>
            <p>{word("sent.next")}</p>
            <p><a class="big-tel" href=phone_href(site)>{site.clinic.phone_display.clone()}</a></p>
            <Lines site/>
            <p><a href="../">{word("sent.back")}</a></p>
        </main>
    }
}

/// `404.html`: stands at any depth, so its one link within the site goes to the address configured, or the host's root.
#[component]
pub fn NotFound(site: &'static Site) -> impl IntoView {
    let word = |key: &str| site.page.get(key).to_owned();
    let home = site.config.address.clone().unwrap_or_else(|| "/".to_owned());
    view! {
        <main>
            <p>{site.clinic.name.clone()}<br/>{site.clinic.place.clone()}</p>
            <h1>{word("lost.title")}</h1>
            <p>{word("lost.text")}</p>
            <p><a href=phone_href(site)>{site.clinic.phone_display.clone()}</a></p>
            <p><a href=home>{word("lost.home")}</a></p>
        </main>
    }
}
