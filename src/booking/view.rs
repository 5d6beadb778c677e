//! The root as a whole: the form, or what became of the request.

use booking::Draft;
use content::strings::Strings;
use leptos::prelude::*;
use reactive_stores::Store;

use super::Config;
use super::outcome::Outcome;
use super::store::{Page, PageStoreFields};

/// The booking request as the page is built with: nothing typed, nothing sent.
#[component]
pub fn Booking(strings: Strings, config: Config) -> impl IntoView {
    view! { <Root strings config page=Store::new(Page::default()) draft=Draft::default()/> }
}

/// The booking request in any state. `draft` is what stands in the fields at first.
///
/// Only the outcome is a live view. The form is written once, at build time: neither its markup nor code that could
/// make it again is in the wasm, and hydration passes it over. What changes in it, `edge::show` changes.
#[component]
pub(super) fn Root(strings: Strings, config: Config, page: Store<Page>, draft: Draft) -> impl IntoView {
    let form = fixed_form(&strings, &config, &page, draft);
    view! {
        <div class="booking">
            <Outcome strings config page/>
            <div hidden=move || page.panel().read().is_some() inner_html=form></div>
        </div>
    }
}

#[cfg(feature = "ssr")]
fn fixed_form(strings: &Strings, config: &Config, page: &Store<Page>, draft: Draft) -> String {
    super::form::html(strings, config, &page.get_untracked(), draft)
}

#[cfg(not(feature = "ssr"))]
fn fixed_form(_: &Strings, _: &Config, _: &Store<Page>, _: Draft) -> String {
    String::new()
}
