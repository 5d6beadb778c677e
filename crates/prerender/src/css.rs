//! The rules that stand in every page, the sheet linked after the article, and one for a foreign page, from the files
//! that `style/site.css` names in order.

use std::path::Path;

use content::{Look, Site};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::Error;
use crate::files::{Output, read, read_text};

/// Left out of the embedded sheet: they style the page around the roots.
const PAGE_ONLY: [&str; 4] = ["base.css", "page.css", "after.css", "chrome.css"];
/// In a sheet of their own: nobody needs them to read, so nothing waits for them.
const LATER: [&str; 5] = ["controls.css", "after.css", "chrome.css", "live.css", "booking.css"];
/// Where a foreign page has our colours and measures; it may set them otherwise.
const ROOTS: &str = ":where(clinic-neck, clinic-booking, [data-clinic])";
/// Never styled outside of this, so that a foreign page keeps its own look. The id that nothing has outweighs every
/// rule of the page's own that has none.
const INSIDE: &str = ":is(clinic-neck, clinic-booking, [data-clinic]) > .root:not(#_)";
/// What a foreign page says of elements, and of the text around, ends where ours begins. Attributes size an `img`.
const RESET: &str = "all: revert; letter-spacing: normal; word-spacing: normal; text-align: start; text-indent: 0; \
                     text-transform: none; text-shadow: none; white-space: normal; hyphens: manual; line-height: normal; \
                     :not(img), ::before, ::after { all: revert; } \
                     img { margin: 0; padding: 0; border: none; border-radius: 0; max-width: none; box-shadow: none; }";

/// The finished sheets.
#[derive(Debug, Default)]
pub(crate) struct Style {
    /// What the first screen needs, as a page in the site's folder has it: see [`Style::inline`].
    first: String,
    /// Path of the sheet linked where the form begins: the article does not wait for it.
    pub(crate) later: String,
    /// Path of what the short pages need besides.
    pub(crate) plain: String,
    /// Path of the sheet for paper, which no screen waits for.
    pub(crate) print: String,
    /// Text of `embed.css`.
    pub(crate) embed: String,
}

impl Style {
    /// The rules that stand in a page itself, so that it is painted with its first bytes; `up` leads from the page to
    /// the site's folder. The policy allows them by their hash, so nothing else may be in that element.
    pub(crate) fn inline(&self, up: &str) -> String {
        self.first.replace("url(assets/", &format!("url({up}assets/"))
    }
}

pub(crate) fn write(out: &mut Output, project: &Path, site: &Site) -> Result<Style, Error> {
    let folder = project.join("style");
    let order = read_text(&folder.join("site.css"))?;
    let layers = order.lines().find(|line| line.starts_with("@layer")).unwrap_or_default();
    let mut first = format!("{layers}\n");
    // Layers would lose to every rule of a foreign page that has none: there, weight alone keeps their order.
    let (mut later, mut embed) = (first.clone(), format!("{INSIDE} {{ {RESET} }}\n"));
    let mut embedded = Vec::new();
    for name in imports(&order) {
        let mut text = read_text(&folder.join(name))?;
        if name == "base.css" {
            text = fonts(out, &folder, &text)?;
        }
        if LATER.contains(&name) { &mut later } else { &mut first }.push_str(&text);
        if name == "tokens.css" {
            // On a foreign page the tokens stand on our own elements alone.
            embed.push_str(&layer(&text).1.replace(":where(body, ", ":where("));
        } else if !PAGE_ONLY.contains(&name) {
            let (name, rules) = layer(&text);
            if embedded.last().is_none_or(|last| last != name) {
                embedded.push(name.to_owned());
            }
            embed.push_str(&inside_roots(rules, embedded.len()));
        }
    }
    let owner = overrides(&site.config.look);
    first.push_str(&owner.replace("ROOTS", ":where(body, clinic-neck, clinic-booking, [data-clinic])"));
    embed.push_str(&owner.replace("ROOTS", ROOTS));
    let mut sheet = |stem: &str, text: &str| out.asset(stem, "css", minify(text)?.as_bytes());
    Ok(Style {
        first: minify(&first)?,
        later: sheet("later", &later)?,
        plain: sheet(
            "plain",
            &(read_text(&folder.join("chrome.css"))? + &read_text(&folder.join("plain.css"))?),
        )?,
        print: sheet("print", &read_text(&folder.join("print.css"))?)?,
        embed: minify(&embed)?,
    })
}

/// Name and rules of a file's one layer.
fn layer(text: &str) -> (&str, &str) {
    let rest = text.split_once("@layer").map_or("", |(_, rest)| rest);
    let (name, rules) = rest.split_once('{').unwrap_or_default();
    (name.trim(), rules.trim_end().strip_suffix('}').unwrap_or(rules))
}

/// The same rules bound to our own elements, heavier than those of every layer before. Key frames have no place inside a
/// rule and stand after it.
fn inside_roots(rules: &str, place: usize) -> String {
    let (mut rules, mut frames) = (rules.to_owned(), String::new());
    while let Some(start) = rules.find("@keyframes") {
        let end = start + block_end(&rules[start..]);
        frames.push_str(&rules[start..end]);
        rules.replace_range(start..end, "");
    }
    format!("{INSIDE}{} {{{rules}}}\n{frames}\n", ":not(#_)".repeat(place))
}

/// Length of a block, its last brace included.
fn block_end(text: &str) -> usize {
    let mut depth = 0_u32;
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return place + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn imports(order: &str) -> impl Iterator<Item = &str> {
    order.lines().filter_map(|line| line.strip_prefix("@import \"")?.split('"').next())
}

/// Fonts get a hashed name, seen from the site's folder.
fn fonts(out: &mut Output, folder: &Path, text: &str) -> Result<String, Error> {
    let mut result = text.to_owned();
    for part in text.split("url(\"").skip(1) {
        let Some(source) = part.split('"').next().filter(|source| source.starts_with("fonts/")) else {
            continue;
        };
        let stem = source.trim_start_matches("fonts/").trim_end_matches(".woff2");
        let path = out.asset(stem, "woff2", &read(&folder.join(source))?)?;
        result = result.replace(source, &path);
    }
    Ok(result)
}

/// What the owner set in `site.toml`, after everything else so that it wins.
fn overrides(look: &Look) -> String {
    let rule = |tokens: &[(String, String)]| {
        let set: String = tokens.iter().map(|(name, value)| format!("--{name}: {value};")).collect();
        if set.is_empty() { set } else { format!("ROOTS {{ {set} }}\n") }
    };
    let within = |scheme: &str, rule: String| {
        if rule.is_empty() { rule } else { format!("@media (prefers-color-scheme: {scheme}) {{ {rule} }}\n") }
    };
    [rule(&look.always), within("light", rule(&look.light)), within("dark", rule(&look.dark))].concat()
}

/// Smaller, and without nesting, for phones that do not know it yet.
pub(crate) fn minify(text: &str) -> Result<String, Error> {
    let targets = Targets::from(Browsers {
        chrome: Some(111 << 16),
        firefox: Some(113 << 16),
        safari: Some((16 << 16) | (2 << 8)),
        ios_saf: Some((16 << 16) | (2 << 8)),
        ..Browsers::default()
    });
    let mut sheet =
        StyleSheet::parse(text, ParserOptions::default()).map_err(|error| Error::Style(error.to_string()))?;
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| Error::Style(error.to_string()))?;
    let css = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| Error::Style(error.to_string()))?;
    Ok(css.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_page_gets_rules_for_our_elements_alone() {
        let file = "@layer booking { .btn { color: red } @keyframes turn { to { rotate: 1turn } } @media print { .btn { color: blue } } }";
        let css = minify(&inside_roots(layer(file).1, 1)).unwrap_or_default();
        assert!(css.contains("@keyframes turn") && !css.contains("@layer"), "{css}");
        for rule in css.split('}').filter(|rule| rule.contains(".btn")) {
            assert!(rule.contains("clinic-booking"), "{css}");
        }
    }

    #[test]
    fn a_page_below_finds_the_fonts_too() {
        let style = Style {
            first: minify("@font-face { font-family: A; src: url(\"assets/a.woff2\") }").unwrap_or_default(),
            ..Style::default()
        };
        assert!(style.inline("").contains("url(assets/a.woff2)"), "{}", style.first);
        assert!(style.inline("../").contains("url(../assets/a.woff2)"), "{}", style.first);
    }

    #[test]
    fn each_colour_scheme_has_its_own_colours() {
        let token = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        let look = Look { always: token("radius", "4px"), light: token("brand", "#0E5F59"), dark: vec![] };
        let css = minify(&overrides(&look)).unwrap_or_default();
        let (plain, light) = css.split_once("@media (prefers-color-scheme:light)").unwrap_or((&css, ""));
        assert!(plain.contains("--radius") && !plain.contains("--brand"), "{css}");
        assert!(light.contains("--brand") && !light.contains("--radius"), "{css}");
        let look = Look { dark: token("brand", "#6CC7BB"), ..look };
        let css = minify(&overrides(&look)).unwrap_or_default();
        let (_, dark) = css.split_once("@media (prefers-color-scheme:dark)").unwrap_or((&css, ""));
        assert!(dark.contains("--brand:#6cc7bb"), "{css}");
        assert_eq!(overrides(&Look::default()), "");
    }

    /// A layer's lightest rule stands against the heaviest of the layer before.
    #[test]
    fn a_later_layer_weighs_more_whatever_it_names() {
        let ids = |place| {
            let css = minify(&inside_roots(".a .b .c { color: red }", place)).unwrap_or_default();
            css.matches("#_").count()
        };
        assert!(ids(0) > 0 && ids(1) > ids(0) && ids(2) > ids(1));
    }
}
