//! The root's view.
//!
//! None of its markup ever changes shape, so all of it is written once, at build time, from the components in `form`,
//! `fields` and `outcome`: neither markup nor code that could make it again is in the wasm, and hydration passes it
//! over. What changes in it (which parts are hidden, an error in its slot) follows from [`Page`] in `edge::show`.

use booking::Draft;
use content::strings::Strings;
use leptos::prelude::*;

use super::{Config, Page};

/// The booking request as the page is built with: nothing typed, nothing sent.
#[component]
pub fn Booking(strings: Strings, config: Config) -> impl IntoView {
    view! { <Root strings config page=Page::default() draft=Draft::default()/> }
}

/// The booking request in any state. `draft` is what stands in the fields.
#[component]
pub(super) fn Root(strings: Strings, config: Config, page: Page, draft: Draft) -> impl IntoView {
    view! { <div class="booking" inner_html=fixed(&strings, &config, &page, draft)></div> }
}

#[cfg(feature = "ssr")]
fn fixed(strings: &Strings, config: &Config, page: &Page, draft: Draft) -> String {
    super::form::html(strings, config, page, draft)
}

#[cfg(not(feature = "ssr"))]
fn fixed(_: &Strings, _: &Config, _: &Page, _: Draft) -> String {
    String::new()
}
