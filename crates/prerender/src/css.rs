//! One sheet for the page, one for a foreign page, from the files that `style/site.css` names in order.

use std::path::Path;

use content::Site;
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::Error;
use crate::files::{Output, read, read_text};

/// Left out of the embedded sheet: they style the page around the roots.
const PAGE_ONLY: [&str; 3] = ["base.css", "page.css", "print.css"];
/// Never styled from outside these, so that a foreign page keeps its own look.
const ROOTS: &str = ":where(clinic-neck, clinic-booking, [data-clinic])";

/// The finished sheets.
#[derive(Debug)]
pub(crate) struct Style {
    /// Path of the page's sheet.
    pub(crate) page: String,
    /// Text of `embed.css`.
    pub(crate) embed: String,
}

pub(crate) fn write(out: &mut Output, project: &Path, site: &Site) -> Result<Style, Error> {
    let folder = project.join("style");
    let order = read_text(&folder.join("site.css"))?;
    let layers = order.lines().find(|line| line.starts_with("@layer")).unwrap_or_default();
    let mut page = format!("{layers}\n");
    let mut embed = page.clone();
    for name in imports(&order) {
        let mut text = read_text(&folder.join(name))?;
        if name == "base.css" {
            text = fonts(out, &folder, &text)?;
        }
        page.push_str(&text);
        if name == "tokens.css" {
            // On a foreign page the tokens stand on our own elements alone.
            embed.push_str(&text.replace(":where(body, ", ":where("));
        } else if !PAGE_ONLY.contains(&name) {
            embed.push_str(&inside_roots(&text));
        }
    }
    let owner = overrides(site);
    page.push_str(&owner.replace("ROOTS", ":where(body, clinic-neck, clinic-booking, [data-clinic])"));
    embed.push_str(&owner.replace("ROOTS", ROOTS));
    let path = out.asset("site", "css", minify(&page)?.as_bytes())?;
    Ok(Style { page: path, embed: minify(&embed)? })
}

/// The same file with every rule bound to our own elements.
fn inside_roots(text: &str) -> String {
    let Some(open) = text.find("@layer").and_then(|layer| Some(layer + text[layer..].find('{')? + 1)) else {
        return String::new();
    };
    let (head, body) = text.split_at(open);
    format!("{head} {ROOTS} {{{body}}}\n")
}

fn imports(order: &str) -> impl Iterator<Item = &str> {
    order.lines().filter_map(|line| line.strip_prefix("@import \"")?.split('"').next())
}

/// Fonts get a hashed name beside the sheet.
fn fonts(out: &mut Output, folder: &Path, text: &str) -> Result<String, Error> {
    let mut result = text.to_owned();
    for part in text.split("url(\"").skip(1) {
        let Some(source) = part.split('"').next().filter(|source| source.starts_with("fonts/")) else { continue };
        let stem = source.trim_start_matches("fonts/").trim_end_matches(".woff2");
        let path = out.asset(stem, "woff2", &read(&folder.join(source))?)?;
        result = result.replace(source, path.trim_start_matches("assets/"));
    }
    Ok(result)
}

/// What the owner set in `site.toml`, after everything else so that it wins.
fn overrides(site: &Site) -> String {
    let rules: String = site.config.tokens.iter().map(|(name, value)| format!("--{name}: {value};")).collect();
    if rules.is_empty() { rules } else { format!("ROOTS {{ {rules} }}\n") }
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
