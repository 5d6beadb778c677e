//! What arrived, for the people who call back.

use std::{
    io::{self, Write},
    path::Path,
};

use serde_json::json;

use crate::{
    Error, calendar,
    store::{Row, rows},
};

/// How the list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One request a line, for reading.
    Lines,
    /// One JSON object a line, for programs.
    Json,
}

/// Writes the requests in the database of `folder`, oldest first.
///
/// # Errors
/// When there is no database, or it cannot be read. A reader that has seen enough (`| head`) is none.
pub fn list(folder: &Path, style: Style, out: &mut impl Write) -> Result<(), Error> {
    for row in rows(folder)? {
        let line = match style {
            Style::Lines => line(&row),
            Style::Json => object(&row),
        };
        match writeln!(out, "{line}") {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            Err(source) => return Err(Error::Output { source }),
        }
    }
    Ok(())
}

/// `2026-11-25 03:20 UTC  K7PM-3XQT  appointment  Ana Lee  949-555-0123  by phone  mon fri, morning  "…"`.
fn line(row: &Row) -> String {
    let received = calendar::rfc3339(row.received_at);
    let mut parts = vec![
        format!("{} {} UTC", &received[..10], &received[11..16]),
        row.reference.clone(),
        if row.topic == "question" { "question" } else { "appointment" }.to_owned(),
        row.full_name.clone(),
    ];
    parts.extend([&row.phone, &row.email].into_iter().flatten().map(|text| text.trim().to_owned()));
    parts.extend(row.contact_by.as_ref().map(|way| format!("by {way}")));
    let times: Vec<&str> =
        [row.days.as_str(), &row.time_of_day].into_iter().filter(|text| !text.is_empty()).collect();
    if !times.is_empty() {
        parts.push(times.join(", "));
    }
    let quoted = [("times", &row.times_note), ("message", &row.message)];
    parts.extend(
        quoted
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| format!("{name}: \"{text}\"")),
    );
    parts.extend(
        row.visited_before
            .as_deref()
            .map(|visited| if visited == "yes" { "returning" } else { "new" }.to_owned()),
    );
    if row.version > 1 {
        let corrected = calendar::rfc3339(row.updated_at);
        parts.push(format!("corrected {} {} UTC", &corrected[..10], &corrected[11..16]));
        // Another name may be another person, who waits for a call too; another number may be the right one.
        parts.extend(row.earlier.iter().map(|(name, value)| match *name {
            "full_name" | "phone" | "email" => format!("before: {}", value.trim()),
            name => format!("before: {name} \"{value}\""),
        }));
    }
    one_line(&parts.join("  "))
}

/// A request stays on its line whatever was typed, and cannot steer the terminal it is shown on.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => line.push_str(" / "),
            // Marks that turn the direction of what follows, and control characters.
            '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{2028}'
            | '\u{2029}' => {}
            c if c.is_control() => {}
            c => line.push(c),
        }
    }
    line
}

fn object(row: &Row) -> String {
    let mut earlier = serde_json::Map::new();
    for (name, value) in &row.earlier {
        if let Some(list) = earlier.entry(*name).or_insert_with(|| json!([])).as_array_mut() {
            list.push(json!(value));
        }
    }
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    json!({
        "reference": row.reference,
        "received_at": calendar::rfc3339(row.received_at),
        "updated_at": calendar::rfc3339(row.updated_at),
        "version": row.version,
        "submission_id": row.submission_id,
        "topic": row.topic,
        "full_name": row.full_name,
        "phone": row.phone,
        "phone_e164": row.phone_e164,
        "email": row.email,
        "contact_by": row.contact_by,
        "days": words(&row.days),
        "time_of_day": words(&row.time_of_day),
        "times_note": row.times_note,
        "visited_before": row.visited_before,
        "message": row.message,
        "consent": row.consent,
        "form_version": row.form_version,
        "attribution": row.attribution,
        "earlier": earlier,
    })
    .to_string()
}
