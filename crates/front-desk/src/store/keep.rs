//! Whether a submission is new, known or a correction, inside one transaction.

use booking::{ContactBy, Day, PartOfDay, Personal, Request, Submission, SubmissionId, Visited};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use sha2::{Digest, Sha256};

use super::{Kind, Receipt, reference::reference};
use crate::config::Random;

/// How long, in milliseconds, a request without id counts as the same as one with equal values: a native form has no
/// id, and a reload or a second press posts it again; so does a page whose script broke off after it had sent, and one
/// whose script came after a first try without it.
const SAME_WITHOUT_ID: i64 = 10 * 60 * 1000;

/// A row that may be the same request.
struct Known {
    id: i64,
    reference: String,
    fingerprint: [u8; 32],
}

pub(super) fn keep(
    db: &Connection,
    submission: &Submission,
    now: i64,
    random: &Random,
) -> rusqlite::Result<Receipt> {
    let fingerprint = fingerprint(&submission.request);
    let known = match &submission.submission_id {
        Some(id) => match with_id(db, id)? {
            None => adopt(db, id, &fingerprint, now)?,
            known => known,
        },
        None => with_values(db, &fingerprint, now, Among::All)?,
    };
    match known {
        None => {
            Ok(Receipt { reference: insert(db, submission, &fingerprint, now, random)?, kind: Kind::New })
        }
        Some(known) if known.fingerprint == fingerprint => {
            Ok(Receipt { reference: known.reference, kind: Kind::Repeat })
        }
        Some(known) => {
            correct(db, known.id, submission, &fingerprint, now)?;
            Ok(Receipt { reference: known.reference, kind: Kind::Correction })
        }
    }
}

fn with_id(db: &Connection, id: &SubmissionId) -> rusqlite::Result<Option<Known>> {
    db.prepare_cached("SELECT id, reference, fingerprint FROM requests WHERE submission_id = ?1")?
        .query_row([id.as_str()], Known::of)
        .optional()
}

/// Which rows may be the same request.
#[derive(PartialEq)]
enum Among {
    All,
    WithoutId,
}

/// The newest that came lately with the same values.
fn with_values(
    db: &Connection,
    fingerprint: &[u8; 32],
    now: i64,
    among: Among,
) -> rusqlite::Result<Option<Known>> {
    db.prepare_cached(
        "SELECT id, reference, fingerprint FROM requests
         WHERE fingerprint = ?1 AND abs(?2 - updated_at) < ?3 AND (?4 OR submission_id IS NULL)
         ORDER BY updated_at DESC LIMIT 1",
    )?
    .query_row(params![fingerprint, now, SAME_WITHOUT_ID, among == Among::All], Known::of)
    .optional()
}

/// What came without an id is known by this one from now on.
fn adopt(
    db: &Connection,
    id: &SubmissionId,
    fingerprint: &[u8; 32],
    now: i64,
) -> rusqlite::Result<Option<Known>> {
    let known = with_values(db, fingerprint, now, Among::WithoutId)?;
    if let Some(known) = &known {
        db.prepare_cached("UPDATE requests SET submission_id = ?1 WHERE id = ?2")?
            .execute(params![id.as_str(), known.id])?;
    }
    Ok(known)
}

impl Known {
    fn of(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self { id: row.get(0)?, reference: row.get(1)?, fingerprint: row.get(2)? })
    }
}

/// The same for the same values, whatever way they came. Lengths stand before texts, so that no text can imitate
/// two fields.
fn fingerprint(request: &Request) -> [u8; 32] {
    let mut hash = Sha256::new();
    for (name, value) in request.pairs() {
        for part in [name, &value] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hash.finalize().into()
}

fn insert(
    db: &Connection,
    submission: &Submission,
    fingerprint: &[u8; 32],
    now: i64,
    random: &Random,
) -> rusqlite::Result<String> {
    loop {
        let reference = reference(random);
        let mut row = db.prepare_cached(
            "INSERT INTO requests (reference, submission_id, received_at, updated_at, fingerprint, topic, full_name, phone,
                phone_e164, email, contact_by, days, time_of_day, times_note, visited_before, message, consent, form_version,
                attribution)
             VALUES (:reference, :submission_id, :now, :now, :fingerprint, '', '', NULL, NULL, NULL, NULL, '', '', '', NULL, '',
                0, '', '')
             ON CONFLICT (reference) DO NOTHING",
        )?;
        let id = submission.submission_id.as_ref().map(SubmissionId::as_str);
        let rows = row.execute(named_params! {
            ":reference": reference, ":submission_id": id, ":now": now, ":fingerprint": fingerprint,
        })?;
        if rows == 1 {
            fill(db, db.last_insert_rowid(), submission, fingerprint, now)?;
            return Ok(reference);
        }
        // Taken already: another one.
    }
}

fn correct(
    db: &Connection,
    id: i64,
    submission: &Submission,
    fingerprint: &[u8; 32],
    now: i64,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO request_versions
         SELECT id, version, updated_at, topic, full_name, phone, phone_e164, email, contact_by, days, time_of_day, times_note,
            visited_before, message, consent, form_version, attribution
         FROM requests WHERE id = ?1",
    )?
    .execute([id])?;
    db.prepare_cached("UPDATE requests SET version = version + 1 WHERE id = ?1")?.execute([id])?;
    fill(db, id, submission, fingerprint, now)
}

/// Writes the values that stand from now on.
fn fill(
    db: &Connection,
    id: i64,
    submission: &Submission,
    fingerprint: &[u8; 32],
    now: i64,
) -> rusqlite::Result<()> {
    let Submission { form_version, attribution, request, .. } = submission;
    let days: Vec<&str> = request.days.iter().map(|day| Day::wire(*day)).collect();
    let parts: Vec<&str> = request.time_of_day.iter().map(|part| PartOfDay::wire(*part)).collect();
    db.prepare_cached(
        "UPDATE requests SET updated_at = :now, fingerprint = :fingerprint, topic = :topic, full_name = :full_name,
            phone = :phone, phone_e164 = :phone_e164, email = :email, contact_by = :contact_by, days = :days,
            time_of_day = :time_of_day, times_note = :times_note, visited_before = :visited_before, message = :message,
            consent = :consent, form_version = :form_version, attribution = :attribution
         WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": id,
        ":now": now,
        ":fingerprint": fingerprint,
        ":topic": request.topic.wire(),
        ":full_name": request.full_name.as_str(),
        ":phone": request.phone.as_ref().map(|phone| phone.typed.as_str()),
        ":phone_e164": request.phone.as_ref().map(|phone| phone.e164.as_str()),
        ":email": request.email.as_ref().map(Personal::as_str),
        ":contact_by": request.contact_by.map(ContactBy::wire),
        ":days": days.join(" "),
        ":time_of_day": parts.join(" "),
        ":times_note": request.times_note.as_str(),
        ":visited_before": request.visited_before.map(Visited::wire),
        ":message": request.message.as_str(),
        ":consent": request.consent,
        ":form_version": form_version,
        ":attribution": attribution,
    })?;
    Ok(())
}
