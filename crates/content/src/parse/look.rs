//! The part `[look]` of `site.toml`: the clinic's own colours and type, as custom properties.

use std::ops::Range;

use super::file::Problems;
use super::table::Fields;
use crate::Look;

/// Contrast that WCAG 2.2 (1.4.3) asks of text.
const READABLE: f64 = 4.5;

/// A colour as it is written, with its place.
type Colour = Option<(String, Range<usize>)>;

/// One colour scheme: the page's own colours, which stand where the clinic sets none.
struct Scheme {
    keys: [&'static str; 2],
    brand: &'static str,
    on_brand: &'static str,
    /// What words in the brand colour stand on.
    paper: &'static str,
    /// Which way the brand colour becomes readable.
    remedy: &'static str,
}

/// As in `style/tokens.css`.
const LIGHT: Scheme = Scheme {
    keys: ["brand", "on_brand"],
    brand: "#0E5F59",
    on_brand: "#FFFFFF",
    paper: "#FBF9F5",
    remedy: "darker",
};
const DARK: Scheme = Scheme {
    keys: ["brand_dark", "on_brand_dark"],
    brand: "#6CC7BB",
    on_brand: "#10201F",
    paper: "#10201F",
    remedy: "lighter",
};

/// The custom properties the clinic sets.
pub(super) fn read(mut fields: Fields<'_>, problems: &mut Problems) -> Look {
    let mut always = Vec::new();
    let light = colours(&LIGHT, &mut fields, problems);
    let dark = colours(&DARK, &mut fields, problems);
    for key in ["radius", "serif", "sans"] {
        let Some((value, span)) = fields.maybe(key, problems) else { continue };
        if value.contains([';', '{', '}', '<', '>', '\\', '@']) || value.contains("url(") {
            let remedy = "write a measure like 10px, or names of fonts with commas between them";
            problems.add(fields.file, span, format!("“{value}” is no value for `{key}`"), remedy);
        }
        always.push((key.to_owned(), value));
    }
    fields.end(problems);
    Look { always, light, dark }
}

fn colours(scheme: &Scheme, fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<(String, String)> {
    let [brand, on_brand] = scheme.keys.map(|key| fields.maybe(key, problems));
    for (value, span) in [&brand, &on_brand].into_iter().flatten().filter(|(value, _)| light(value).is_none())
    {
        let remedy = "write # and six digits, as #0E5F59";
        problems.add(fields.file, span.clone(), format!("“{value}” is no colour"), remedy);
    }
    let value = |colour: &Colour, ours| light(colour.as_ref().map_or(ours, |(value, _)| value.as_str()));
    let (below, above) = (value(&brand, scheme.brand), value(&on_brand, scheme.on_brand));
    let [key, on_key] = scheme.keys;
    let mut hard = |span: &Range<usize>, what: &str, pair, remedy| {
        let (Some(one), Some(other)) = pair else { return };
        let contrast = contrast(one, other);
        if contrast < READABLE {
            let message = format!("{what} are hard to read (contrast {contrast:.1} to 1)");
            problems.warn(
                fields.file,
                span.clone(),
                message,
                format!("choose {remedy}, until it is {READABLE} to 1"),
            );
        }
    };
    if let Some((_, span)) = brand.as_ref().or(on_brand.as_ref()) {
        let remedy = format!("a {} `{key}`, or another `{on_key}`", scheme.remedy);
        hard(span, "words on this colour", (below, above), remedy);
    }
    if let Some((_, span)) = &brand {
        let what = format!("words in this colour on the page ({})", scheme.paper);
        hard(span, &what, (below, light(scheme.paper)), format!("a {} `{key}`", scheme.remedy));
    }
    let named = [("brand", brand), ("on-brand", on_brand)];
    named.into_iter().filter_map(|(name, colour)| Some((name.to_owned(), colour?.0))).collect()
}

/// As WCAG 2.2 reckons it, of two luminances.
fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance of `#RRGGBB` (WCAG 2.2), 0 to 1.
fn light(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).ok()?) / 255.0;
        Some(if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}
