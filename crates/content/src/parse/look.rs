//! The part `[look]` of `site.toml`: the clinic's own colours and type, as custom properties.

use super::file::Problems;
use super::table::Fields;

/// Contrast that WCAG 2.2 (1.4.3) asks of text.
const READABLE: f64 = 4.5;

/// The page's own colours, where only one of the pair is set.
const OUR_BRAND: &str = "#0E5F59";
const OUR_ON_BRAND: &str = "#FFFFFF";

/// The custom properties the clinic sets.
pub(super) fn read(mut fields: Fields<'_>, problems: &mut Problems) -> Vec<(String, String)> {
    let mut tokens = Vec::new();
    let brand = fields.maybe("brand", problems);
    let on_brand = fields.maybe("on_brand", problems);
    for (name, colour) in [("brand", &brand), ("on-brand", &on_brand)] {
        let Some((value, span)) = colour else { continue };
        if light(value).is_none() {
            let remedy = "write # and six digits, as #0E5F59";
            problems.add(fields.file, span.clone(), format!("“{value}” is no colour"), remedy);
        }
        tokens.push((name.to_owned(), value.clone()));
    }
    if let Some((_, span)) = brand.as_ref().or(on_brand.as_ref()) {
        let value = |colour: &Option<(String, _)>, ours| {
            light(colour.as_ref().map_or(ours, |(value, _)| value.as_str()))
        };
        if let (Some(below), Some(above)) = (value(&brand, OUR_BRAND), value(&on_brand, OUR_ON_BRAND)) {
            let contrast = (below.max(above) + 0.05) / (below.min(above) + 0.05);
            if contrast < READABLE {
                let message = format!("words on this colour are hard to read (contrast {contrast:.1} to 1)");
                let remedy =
                    format!("choose a darker `brand`, or another `on_brand`, until it is {READABLE} to 1");
                problems.warn(fields.file, span.clone(), message, remedy);
            }
        }
    }
    for key in ["radius", "serif", "sans"] {
        let Some((value, span)) = fields.maybe(key, problems) else { continue };
        if value.contains([';', '{', '}', '<', '>', '\\', '@']) || value.contains("url(") {
            let remedy = "write a measure like 10px, or names of fonts with commas between them";
            problems.add(fields.file, span, format!("“{value}” is no value for `{key}`"), remedy);
        }
        tokens.push((key.to_owned(), value));
    }
    fields.end(problems);
    tokens
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
