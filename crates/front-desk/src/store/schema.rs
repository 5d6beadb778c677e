//! The schema, one step per version. A step that was released is never changed; a new one is added at the end.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::Error;

const STEPS: &[&str] = &["
    -- One row per request, with the values that stand now. Times are milliseconds since 1970, UTC.
    CREATE TABLE requests (
        id             INTEGER PRIMARY KEY,
        reference      TEXT NOT NULL UNIQUE,
        submission_id  TEXT UNIQUE,              -- none when the form was sent without script
        version        INTEGER NOT NULL DEFAULT 1,
        received_at    INTEGER NOT NULL,         -- of the first version
        updated_at     INTEGER NOT NULL,         -- of this version
        fingerprint    BLOB NOT NULL,            -- SHA-256 of the values below, to tell a repeat
        topic          TEXT NOT NULL,
        full_name      TEXT NOT NULL,
        phone          TEXT,                     -- as it was typed
        phone_e164     TEXT,                     -- as it is dialled
        email          TEXT,
        contact_by     TEXT,
        days           TEXT NOT NULL,            -- joined by spaces
        time_of_day    TEXT NOT NULL,            -- joined by spaces
        times_note     TEXT NOT NULL,
        visited_before TEXT,
        message        TEXT NOT NULL,
        consent        INTEGER NOT NULL,
        form_version   TEXT NOT NULL,
        attribution    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX requests_fingerprint ON requests (fingerprint, updated_at);

    -- What stood before a correction.
    CREATE TABLE request_versions (
        request_id     INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
        version        INTEGER NOT NULL,
        updated_at     INTEGER NOT NULL,
        topic          TEXT NOT NULL,
        full_name      TEXT NOT NULL,
        phone          TEXT,
        phone_e164     TEXT,
        email          TEXT,
        contact_by     TEXT,
        days           TEXT NOT NULL,
        time_of_day    TEXT NOT NULL,
        times_note     TEXT NOT NULL,
        visited_before TEXT,
        message        TEXT NOT NULL,
        consent        INTEGER NOT NULL,
        form_version   TEXT NOT NULL,
        attribution    TEXT NOT NULL,
        PRIMARY KEY (request_id, version)
    ) STRICT, WITHOUT ROWID;
"];

/// Takes the steps that the file has not seen yet, all or none. `user_version` counts them.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), Error> {
    let wrong = |source| Error::Database { path: path.to_owned(), source };
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrong)?;
    let found: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(wrong)?;
    let found = usize::try_from(found).unwrap_or(usize::MAX);
    let Some(missing) = STEPS.get(found..) else {
        return Err(Error::NewerDatabase { path: path.to_owned(), found, known: STEPS.len() });
    };
    for step in missing {
        transaction.execute_batch(step).map_err(wrong)?;
    }
    if !missing.is_empty() {
        transaction
            .pragma_update(None, "user_version", i64::try_from(STEPS.len()).unwrap_or(i64::MAX))
            .map_err(wrong)?;
    }
    transaction.commit().map_err(wrong)
}
