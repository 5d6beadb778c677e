use std::{fmt, path::Path};

use rusqlite::Connection;

use super::{FILE, connect, schema};
use crate::Error;

/// A request as the front desk reads it.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    pub reference: String,
    pub submission_id: Option<String>,
    /// 1, and one more per correction.
    pub version: i64,
    /// Milliseconds since 1970, UTC.
    pub received_at: i64,
    /// The same, of the version that stands.
    pub updated_at: i64,
    pub topic: String,
    pub full_name: String,
    pub phone: Option<String>,
    pub phone_e164: Option<String>,
    pub email: Option<String>,
    pub contact_by: Option<String>,
    /// Joined by spaces, as the next.
    pub days: String,
    pub time_of_day: String,
    pub times_note: String,
    pub visited_before: Option<String>,
    pub message: String,
    pub consent: bool,
    pub form_version: String,
    pub attribution: String,
    /// What corrections have replaced: each field's name with each other value that it had, oldest first.
    pub earlier: Vec<(&'static str, String)>,
}

/// The fields whose replaced values somebody may need: a correction can be a first try that arrived late.
const KEPT: [&str; 10] = [
    "full_name",
    "phone",
    "email",
    "topic",
    "contact_by",
    "days",
    "time_of_day",
    "times_note",
    "visited_before",
    "message",
];

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row")
            .field("reference", &self.reference)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

/// What arrived in the database of `folder`, oldest first.
///
/// # Errors
/// When there is none or it cannot be read.
pub fn rows(folder: &Path) -> Result<Vec<Row>, Error> {
    let path = folder.join(FILE);
    if !path.is_file() {
        return Err(Error::NoDatabase { path });
    }
    let mut connection = connect(&path)?;
    schema::migrate(&mut connection, &path)?;
    read(&connection).map_err(|source| Error::Database { path, source })
}

fn read(connection: &Connection) -> rusqlite::Result<Vec<Row>> {
    let mut select = connection.prepare("SELECT * FROM requests ORDER BY received_at, id")?;
    select
        .query_map([], |row| {
            let earlier =
                if row.get::<_, i64>("version")? > 1 { earlier(connection, row.get("id")?)? } else { vec![] };
            Ok(Row {
                earlier,
                reference: row.get("reference")?,
                submission_id: row.get("submission_id")?,
                version: row.get("version")?,
                received_at: row.get("received_at")?,
                updated_at: row.get("updated_at")?,
                topic: row.get("topic")?,
                full_name: row.get("full_name")?,
                phone: row.get("phone")?,
                phone_e164: row.get("phone_e164")?,
                email: row.get("email")?,
                contact_by: row.get("contact_by")?,
                days: row.get("days")?,
                time_of_day: row.get("time_of_day")?,
                times_note: row.get("times_note")?,
                visited_before: row.get("visited_before")?,
                message: row.get("message")?,
                consent: row.get("consent")?,
                form_version: row.get("form_version")?,
                attribution: row.get("attribution")?,
            })
        })?
        .collect()
}

fn earlier(connection: &Connection, id: i64) -> rusqlite::Result<Vec<(&'static str, String)>> {
    let mut all = Vec::new();
    for name in KEPT {
        let mut select = connection.prepare_cached(&format!(
            "SELECT {name} FROM request_versions
             WHERE request_id = ?1 AND {name} <> '' AND {name} IS NOT (SELECT {name} FROM requests WHERE id = ?1)
             GROUP BY {name} ORDER BY min(version)"
        ))?;
        for value in select.query_map([id], |row| row.get(0))? {
            all.push((name, value?));
        }
    }
    Ok(all)
}
