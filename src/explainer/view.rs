//! The root as a whole.

use content::strings::Strings;
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use neck::anatomy::{LISTED, STRUCTURES};

use super::Config;

/// The explainer as the page is built with: nothing chosen, looking ahead.
///
/// Hydration takes over the one element here and passes over all that stands in it; what changes, `edge` changes.
#[component]
pub fn Explainer(strings: Strings, config: Config) -> impl IntoView {
    let markup = fixed_markup(&strings, &config);
    view! { <div class="explainer" inner_html=markup></div> }
}

/// The words that come to stand on the page only later, which travel beside the markup.
#[cfg(feature = "ssr")]
#[must_use]
pub fn words(strings: &Strings) -> Strings {
    let later = ["ui.more.failed", "ui.choose", "ui.cleared", "ui.note.", "s."];
    // What is not in the page's own list has its words on its button.
    let elsewhere: Vec<String> =
        STRUCTURES[LISTED..].iter().map(|structure| ["s.", structure.id, "."].concat()).collect();
    let wanted = strings.iter().filter(|(key, _)| {
        later.iter().any(|start| key.starts_with(start))
            && !key.ends_with(".short")
            && !elsewhere.iter().any(|one| key.starts_with(one))
    });
    wanted.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

#[cfg(feature = "ssr")]
fn fixed_markup(strings: &Strings, config: &Config) -> String {
    super::markup::html(strings, config)
}

#[cfg(not(feature = "ssr"))]
fn fixed_markup(_: &Strings, _: &Config) -> String {
    String::new()
}
