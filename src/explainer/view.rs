//! The root as a whole.

use content::strings::Strings;
use leptos::prelude::*;

use super::Config;

/// The explainer as the page is built with: nothing chosen, looking ahead.
///
/// Hydration takes over the one element here and passes over all that stands in it; what changes, `edge` changes.
#[component]
pub fn Explainer(strings: Strings, config: Config) -> impl IntoView {
    let markup = fixed_markup(&strings, &config);
    view! { <div class="explainer" inner_html=markup></div> }
}

/// The words that come to stand on the page only later, which travel beside the markup. Those of the parts travel with
/// the fragment.
#[cfg(feature = "ssr")]
#[must_use]
pub fn words(strings: &Strings) -> Strings {
    let later = ["ui.more.failed", "ui.choose", "ui.cleared", "ui.note."];
    let wanted = strings.iter().filter(|(key, _)| later.iter().any(|start| key.starts_with(start)));
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
