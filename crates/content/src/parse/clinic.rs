//! `site.toml`: the clinic, and how its page behaves.

use std::ops::Range;

use super::banned::Banned;
use super::file::{File, Problems, did_you_mean};
use super::look;
use super::phone;
use super::table::{Fields, Table};
use super::visit;
use super::words::Words;
use crate::{Clinic, Config, Legal, Visit};

/// Longest `version` of the form, in characters: as much as travels with a request.
const VERSION_CHARS: usize = 64;

/// Ways to send a request that the page knows.
const ADAPTERS: [&str; 1] = ["json"];

/// The tables of the file. `None` only when the file cannot be read as TOML; other problems leave gaps in the values,
/// which nobody sees because the build stops.
pub(super) fn read(file: &File, banned: &Banned, problems: &mut Problems) -> Option<(Clinic, Config)> {
    let root = Table::read(file, problems)?;
    let empty = Table { entries: Vec::new(), span: 0..0 };
    let mut parts = Fields::new(file, &root, "site.toml");
    for name in ["clinic", "page", "form"].into_iter().filter(|name| is_absent(&root, name)) {
        problems.add(file, 0..0, format!("[{name}] is missing"), format!("put the part [{name}] back"));
    }
    let [clinic, page, form, look, visit, legal] = ["clinic", "page", "form", "look", "visit", "legal"]
        .map(|name| parts.part(name, problems).unwrap_or(&empty));
    parts.end(problems);
    let mut clinic = read_clinic(Fields::new(file, clinic, "[clinic]"), problems);
    clinic.visit = visit::read(Fields::new(file, visit, "[visit]"), banned, problems);
    clinic.legal = visit::read_legal(Fields::new(file, legal, "[legal]"), problems);
    let (address, last_changed) = read_page(Fields::new(file, page, "[page]"), problems);
    let mut form = Fields::new(file, form, "[form]");
    let action = form.must("action", "api/booking-requests", problems);
    let endpoint = form.maybe("endpoint", problems);
    for (url, span) in action.iter().chain(&endpoint) {
        check_target(file, url, span, problems);
    }
    let adapter = form.must("adapter", "json", problems);
    if let Some((name, span)) = adapter.as_ref().filter(|(name, _)| !ADAPTERS.contains(&name.as_str())) {
        let remedy = format!("one of these: {}", ADAPTERS.join(", "));
        problems.add(file, span.clone(), format!("there is no way of sending called “{name}”"), remedy);
    }
    let version = form.must("version", "1", problems);
    if let Some((_, span)) = version
        .as_ref()
        .filter(|(text, _)| text.chars().count() > VERSION_CHARS || text.chars().any(char::is_control))
    {
        let remedy = format!("write one line of at most {VERSION_CHARS} characters, as 1 or 2026-11-25");
        problems.add(file, span.clone(), "this version does not fit into a request", remedy);
    }
    let config = Config {
        address,
        last_changed,
        action: words(action),
        adapter: words(adapter),
        endpoint: endpoint.map(|(url, _)| url),
        consent_required: form.flag("consent_required", problems),
        draft: form.flag("draft", problems),
        form_version: words(version),
        look: look::read(Fields::new(file, look, "[look]"), problems),
    };
    form.end(problems);
    Some((clinic, config))
}

fn words(found: Option<(String, Range<usize>)>) -> String {
    found.map(|(text, _)| text).unwrap_or_default()
}

fn read_clinic(mut fields: Fields<'_>, problems: &mut Problems) -> Clinic {
    let name = words(fields.must("name", "The clinic's name", problems));
    let locality = words(fields.must("locality", "Irvine", problems));
    let region = words(fields.must("region", "CA", problems));
    let region_name = words(fields.must("region_name", "California", problems));
    let country = words(fields.must("country", "US", problems));
    let display = fields.must("phone_display", "949-476-1250", problems);
    let dialled = fields.must("phone_tel", "+19494761250", problems);
    if let Some((number, span)) = &dialled {
        let digits = number.strip_prefix("+1").unwrap_or_default();
        if digits.len() != 10 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let remedy = "write +1 and the ten digits, without spaces or dashes: +19494761250";
            problems.add(
                fields.file,
                span.clone(),
                format!("“{number}” is no number a phone can dial"),
                remedy,
            );
        } else if let Some((read, read_span)) = &display
            && !phone::same(read, digits)
        {
            let remedy = format!(
                "`phone_display` and `phone_tel` ({number}) must be one number; correct the wrong one"
            );
            problems.add(
                fields.file,
                read_span.clone(),
                format!("people read {read}, but a tap dials another number"),
                remedy,
            );
        }
    }
    fields.end(problems);
    Clinic {
        place: format!("{locality}, {region_name}"),
        name,
        phone_display: words(display),
        phone_e164: words(dialled),
        locality,
        region,
        country,
        visit: Visit::default(),
        legal: Legal::default(),
    }
}

/// What stands for the clinic's name in the words of the form.
const NAME: &str = "{clinic}";
/// The sentence that has to hold it: a consent says to whom it is given.
const CONSENT: &str = "consent.label";

/// The words of the form with the clinic's name in its place.
pub(super) fn with_name(
    file: &File,
    name: &str,
    mut form: Vec<Words>,
    problems: &mut Problems,
) -> Vec<Words> {
    for (key, text, span) in &mut form {
        if key == CONSENT && !text.contains(NAME) {
            let remedy = format!("write {NAME} where the clinic's name belongs; it comes from site.toml");
            problems.add(file, span.clone(), "the consent does not name the clinic", remedy);
        }
        *text = text.replace(NAME, name);
    }
    form
}

/// Not even misspelt.
fn is_absent(root: &Table, name: &str) -> bool {
    root.entries.iter().all(|entry| did_you_mean(&entry.key, [name]).is_none())
}

fn read_page(mut fields: Fields<'_>, problems: &mut Problems) -> (Option<String>, String) {
    let address = fields.maybe("address", problems);
    if let Some((url, span)) = &address {
        if !url.starts_with("https://") {
            problems.add(
                fields.file,
                span.clone(),
                "the page's address must begin with https://",
                "write it as https://www.example.com/headache/",
            );
        } else if !url.ends_with('/') {
            problems.add(
                fields.file,
                span.clone(),
                "the page's address must end with a slash",
                format!("write \"{url}/\""),
            );
        }
    }
    let changed = fields.must("last_changed", "2026-11-25", problems);
    if let Some((date, span)) = changed.as_ref().filter(|(date, _)| !is_date(date)) {
        let remedy = "write year, month and day with dashes, as 2026-11-25";
        problems.add(fields.file, span.clone(), format!("“{date}” is not a day"), remedy);
    }
    fields.end(problems);
    (address.map(|(url, _)| url), words(changed))
}

/// Whether `text` is YYYY-MM-DD and that day exists.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |part: &str, length| (part.len() == length).then(|| part.parse::<u32>().ok()).flatten();
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn check_target(file: &File, url: &str, span: &Range<usize>, problems: &mut Problems) {
    if let Some(rest) = url.strip_prefix("http://") {
        let remedy = format!("write https://{rest}");
        problems.add(file, span.clone(), "what people type must not travel unencrypted (http:)", remedy);
    } else if !url.starts_with("https://")
        && (url.contains(':') || url.starts_with('/') || url.contains(char::is_whitespace))
    {
        let remedy = "write a path beside the page (api/booking-requests) or an https:// address";
        problems.add(file, span.clone(), format!("“{url}” is no place to send a request to"), remedy);
    }
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn days_that_exist() {
        for day in ["2026-11-25", "2028-02-29", "2000-02-29"] {
            assert!(is_date(day), "{day}");
        }
        for day in [
            "2026-11-31",
            "2027-02-29",
            "2100-02-29",
            "2026-13-01",
            "2026-00-10",
            "25-11-2026",
            "2026/11/25",
            "2026-1-5",
            "",
        ] {
            assert!(!is_date(day), "{day}");
        }
    }
}
