//! Header, action bar, footer: what stands around every page.

use content::Site;
use content::strings::Strings;
use leptos::prelude::*;

use super::legal_links;

/// The four places of the page that header and menu lead to, in the order of the clinic's own navigation.
const PLACES: [(&str, &str); 4] = [
    ("nav.top", "#top"),
    ("nav.services", "#services"),
    ("nav.treatments", "#treatments"),
    ("nav.contact", "#contact"),
];

/// Name and town, the places, both actions. `home` leads from this file to the page: `""` on the page itself.
#[component]
pub fn Header(site: &'static Site, home: &'static str) -> impl IntoView {
    let words = &site.page;
    let place =
        |(key, hash): (&str, &str)| view! { <a href=format!("{home}{hash}")>{words.get(key).to_owned()}</a> };
    let places = || PLACES.map(place).collect_view();
    view! {
        <header class="top" id="top">
            <a class="name" href=if home.is_empty() { "#top" } else { home }>
                <b>{site.clinic.name.clone()}</b>
                <span>{site.clinic.place.clone()}</span>
            </a>
            <details class="menu">
                <summary><span class="i i-menu" aria-hidden="true"></span>{words.get("nav.menu").to_owned()}</summary>
                <nav aria-label=words.get("nav.menu").to_owned()>
                    {places()}
                    <a href=format!("{home}#book")>{words.get("action.book").to_owned()}</a>
                    <a href=phone_href(site)>{format!("{} {}", words.get("action.call"), site.clinic.phone_display)}</a>
                </nav>
            </details>
            <div class="wide">
                <nav aria-label=words.get("nav.label").to_owned()>{places()}</nav>
                <CallButton site long=true/>
                <BookButton words home/>
            </div>
        </header>
    }
}

/// Call and book, at the thumb. On a desktop they stand in the header.
#[component]
pub fn ActionBar(site: &'static Site, home: &'static str) -> impl IntoView {
    view! {
        <nav class="bar" data-bar aria-label=site.page.get("action.label").to_owned()>
            <CallButton site long=false/>
            <BookButton words=&site.page home/>
        </nav>
    }
}

#[component]
fn CallButton(site: &'static Site, long: bool) -> impl IntoView {
    let call = format!("{} {}", site.page.get("action.call"), site.clinic.phone_display);
    let text = if long { call.clone() } else { site.clinic.phone_display.clone() };
    view! {
        <a class="btn" href=phone_href(site) aria-label=(!long).then_some(call)>
            <span class="i i-call" aria-hidden="true"></span>
            <span class="nb">{text}</span>
        </a>
    }
}

#[component]
fn BookButton(words: &'static Strings, home: &'static str) -> impl IntoView {
    view! {
        <a class="btn main" href=format!("{home}#book")>
            <span class="i i-book" aria-hidden="true"></span>
            {words.get("action.book").to_owned()}
        </a>
    }
}

/// What a reader has to know about the page itself.
#[component]
pub fn Footer(site: &'static Site) -> impl IntoView {
    let words = &site.page;
    let visit = &site.clinic.visit;
    let points = (1..).map(|number| words.get(&format!("foot.{number}"))).take_while(|text| !text.is_empty());
    let address = site.clinic.address().map(|address| match visit.map.clone() {
        Some(map) => view! { <p><a href=map>{address}</a></p> }.into_any(),
        None => view! { <p>{address}</p> }.into_any(),
    });
    let hours = (!visit.hours.is_empty()).then(|| {
        let hours: Vec<&str> = visit.hours.iter().map(|hours| hours.read.as_str()).collect();
        view! { <p>{format!("{}: {}", words.get("visit.hours"), hours.join("; "))}</p> }
    });
    let notices = legal_links(site);
    let notices = (!notices.is_empty()).then(|| {
        let links = notices.into_iter().enumerate().map(|(place, link)| {
            view! { {if place == 0 { "" } else { " · " }}<a href=link.href>{link.words}</a> }
        });
        view! { <p>{links.collect_view()}</p> }
    });
    view! {
        <footer class="foot">
            <p><b>{site.clinic.name.clone()}</b>", "{site.clinic.place.clone()}", "<a class="nb" href=phone_href(site)>{site.clinic.phone_display.clone()}</a></p>
            {address}
            {hours}
            <ul>{points.map(|text| view! { <li>{text.to_owned()}</li> }).collect_view()}</ul>
            {notices}
            <p>
                {words.get("foot.changed").to_owned()}" "
                <time datetime=site.config.last_changed.clone()>{super::long_date(&site.config.last_changed)}</time>
            </p>
        </footer>
    }
}

/// `tel:` and the number that every phone understands.
pub fn phone_href(site: &Site) -> String {
    format!("tel:{}", site.clinic.phone_e164)
}
