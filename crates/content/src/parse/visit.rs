//! The parts `[visit]` and `[legal]` of `site.toml`: what a patient asks before a first visit, and where the clinic's
//! own notices stand. All of it is optional, as nothing of it may be guessed.

use std::ops::Range;

use super::banned::Banned;
use super::file::{File, Problems};
use super::hours;
use super::table::{Fields, Table};
use crate::{Legal, Provider, Visit};

pub(super) fn read(mut fields: Fields<'_>, banned: &Banned, problems: &mut Problems) -> Visit {
    let file = fields.file;
    let mut words = |key, problems: &mut Problems| {
        let (text, span) = fields.maybe(key, problems)?;
        banned.check(file, &text, &span, problems);
        Some((text, span))
    };
    let street = words("street", problems);
    let zip = words("zip", problems);
    let [parking, fees, first_visit, answer] =
        ["parking", "fees", "first_visit", "answer"].map(|key| words(key, problems).map(|(text, _)| text));
    if let Some((text, span)) = &zip {
        if !is_zip(text) {
            let remedy = "write five digits, as 92618, or nine, as 92618-1234";
            problems.add(file, span.clone(), format!("“{text}” is no ZIP code"), remedy);
        } else if street.is_none() {
            let remedy = "add the line street = \"…\", or take this line away";
            problems.add(file, span.clone(), "a ZIP code alone is no address", remedy);
        }
    }
    let map = https(&mut fields, "map", problems);
    let mut opening = Vec::new();
    for (text, span) in fields.maybe_list("hours", problems) {
        match hours::read(text.trim()) {
            Some(hours) => opening.push(hours),
            None => problems.add(file, span, format!("“{text}” are no opening hours"), hours::REMEDY),
        }
    }
    let who = fields.tables("who", problems);
    let who = who.into_iter().map(|one| provider(file, one, banned, problems)).collect();
    fields.end(problems);
    Visit {
        street: street.map(|(text, _)| text),
        zip: zip.map(|(text, _)| text),
        map,
        hours: opening,
        parking,
        who,
        fees,
        first_visit,
        answer,
    }
}

pub(super) fn read_legal(mut fields: Fields<'_>, problems: &mut Problems) -> Legal {
    let [privacy, notice_of_privacy_practices, health_data] =
        ["privacy", "notice_of_privacy_practices", "health_data"]
            .map(|key| https(&mut fields, key, problems));
    fields.end(problems);
    Legal { privacy, notice_of_privacy_practices, health_data }
}

fn provider(file: &File, table: &Table, banned: &Banned, problems: &mut Problems) -> Provider {
    let mut fields = Fields::new(file, table, "[[visit.who]]");
    let found = [fields.must("name", "Name as on the license", problems), fields.maybe("license", problems)];
    for (text, span) in found.iter().flatten() {
        banned.check(file, text, span, problems);
    }
    fields.end(problems);
    let [name, license] = found.map(|words| words.map(|(text, _)| text));
    Provider { name: name.unwrap_or_default(), license }
}

/// An address that a link may lead to.
fn https(fields: &mut Fields<'_>, key: &'static str, problems: &mut Problems) -> Option<String> {
    let (url, span): (String, Range<usize>) = fields.maybe(key, problems)?;
    let host = url.strip_prefix("https://").unwrap_or_default();
    if let Some(rest) = url.strip_prefix("http://") {
        let remedy = format!("write https://{rest}");
        problems.add(fields.file, span, format!("`{key}` must begin with https://"), remedy);
    } else if host.is_empty() || host.starts_with('/') || url.contains([' ', '\t', '"', '<', '>', '\\']) {
        let remedy = "copy the whole address from a browser: https://www.example.com/page";
        problems.add(fields.file, span, format!("“{url}” is no address for `{key}`"), remedy);
    }
    Some(url)
}

/// 92618 or 92618-1234.
fn is_zip(text: &str) -> bool {
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').map_or(digits(text, 5), |(zip, more)| digits(zip, 5) && digits(more, 4))
}
