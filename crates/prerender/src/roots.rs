//! The two roots as finished markup: the same view that the browser hydrates, its words, its configuration.

use content::strings::Strings;
use leptos::prelude::*;
use neck_page::{booking, explainer};

/// `<clinic-neck>` with stills, list and texts.
pub(crate) fn neck(strings: &Strings, config: &explainer::Config) -> String {
    let (words, own) = (strings.clone(), config.clone());
    let view = render(move || view! { <explainer::Explainer strings=words config=own/> });
    wrap("clinic-neck", "neck", "still", &config.attributes(), &explainer::words(strings), &view)
}

/// `<clinic-booking>` around the native form.
pub(crate) fn booking(strings: &Strings, config: &booking::Config) -> String {
    let (words, own) = (strings.clone(), config.clone());
    let view = render(move || view! { <booking::Booking strings=words config=own/> });
    // The form's own words stand in its markup; script needs the sentences that may come.
    wrap("clinic-booking", "booking", "form", &config.attributes(), &booking::words(strings), &view)
}

/// Renders with hydration's comment nodes.
pub(crate) fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html())
}

/// Renders what no script will touch: the comment nodes are only weight there.
pub(crate) fn render_still<V: IntoView>(view: impl FnOnce() -> V) -> String {
    render(view).replace("<!>", "").replace("<!--<() />-->", "")
}

fn wrap(
    tag: &str,
    kind: &str,
    state: &str,
    attributes: &[(&'static str, String)],
    strings: &Strings,
    view: &str,
) -> String {
    let mut html =
        format!("<{tag} data-root=\"{kind}\" data-state=\"{state}\" data-nodes=\"{}\"", nodes(view));
    for (name, value) in attributes {
        html.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    html.push_str(&format!(
        "><template data-strings>{}</template><div class=\"root\">{view}</div></{tag}>",
        escape(&strings.to_lines())
    ));
    html
}

/// Elements and comments of a piece of markup, as `elements.js` counts them before it trusts them.
fn nodes(view: &str) -> String {
    let starts = |test: fn(u8) -> bool| {
        view.as_bytes().windows(2).filter(|pair| pair[0] == b'<' && test(pair[1])).count()
    };
    format!("{}.{}", starts(|byte| byte.is_ascii_alphabetic()), starts(|byte| byte == b'!'))
}

/// For text and for attributes in double quotes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_the_browser_counts() {
        assert_eq!(nodes("<p>a<!>b &lt;c</p><br><!><input value=\"&lt;x\">"), "3.2");
    }
}
