//! The database: `front-desk.sqlite`, readable by its owner only.
//!
//! One thread writes; everybody else hands it work and waits. A receipt exists only after the commit is on disk:
//! WAL with `synchronous=FULL` flushes the log before `COMMIT` returns.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
    time::{Duration, SystemTime},
};

use booking::Submission;
use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::oneshot;

use crate::{Error, calendar, config::Random};

mod keep;
mod reference;
mod rows;
mod schema;

pub use rows::{Row, rows};

/// Name of the database in its folder.
pub const FILE: &str = "front-desk.sqlite";

/// How many requests may wait for the writing thread; more are sent away.
const QUEUE: usize = 256;

/// The proof that a request is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub reference: String,
    pub kind: Kind,
}

/// What the request was to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    New,
    /// Known already, with the same values.
    Repeat,
    /// Known already, with other values: these stand now.
    Correction,
}

/// Why there is no receipt.
#[derive(Debug, PartialEq, Eq)]
pub enum KeepError {
    /// It is certain that nothing was kept: try again.
    NotKept,
    /// It may have been kept or not: only a repeat with the same id tells.
    Unknown,
}

enum Job {
    Keep { submission: Box<Submission>, at: SystemTime, reply: oneshot::Sender<Result<Receipt, KeepError>> },
    Ping { reply: oneshot::Sender<bool> },
}

/// A handle on the writing thread. Dropped, it waits until the thread has closed the database.
#[derive(Debug)]
pub struct Store {
    jobs: Option<mpsc::SyncSender<Job>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Store {
    /// Opens or makes the database in `folder` and brings it to the present schema.
    ///
    /// # Errors
    /// When it cannot be opened or a newer front desk wrote it.
    pub fn open(folder: &Path, random: Random) -> Result<Self, Error> {
        let path = make(folder)?;
        let mut connection = connect(&path)?;
        schema::migrate(&mut connection, &path)?;
        let (jobs, queue) = mpsc::sync_channel(QUEUE);
        let work = move || {
            for job in queue {
                match job {
                    Job::Keep { submission, at, reply } => {
                        // Who asked may have gone: what came is kept all the same.
                        let _ = reply.send(write(&mut connection, &submission, at, &random));
                    }
                    Job::Ping { reply } => {
                        let answers = connection
                            .query_row("SELECT count(*) FROM requests WHERE id < 0", [], |_| Ok(()))
                            .is_ok();
                        let _ = reply.send(answers);
                    }
                }
            }
        };
        let thread = thread::Builder::new()
            .name("store".to_owned())
            .spawn(work)
            .map_err(|source| Error::Runtime { source })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Keeps a request and gives its receipt once it is on disk, at most after `patience`.
    ///
    /// # Errors
    /// See [`KeepError`].
    pub async fn keep(
        &self,
        submission: Submission,
        at: SystemTime,
        patience: Duration,
    ) -> Result<Receipt, KeepError> {
        let (reply, receipt) = oneshot::channel();
        self.hand_over(Job::Keep { submission: Box::new(submission), at, reply })?;
        match tokio::time::timeout(patience, receipt).await {
            Ok(Ok(kept)) => kept,
            // Too slow, or the thread died with it: it may be in the database by now.
            Ok(Err(_)) | Err(_) => Err(KeepError::Unknown),
        }
    }

    /// Whether the database answers within `patience`.
    pub async fn answers(&self, patience: Duration) -> bool {
        let (reply, answer) = oneshot::channel();
        self.hand_over(Job::Ping { reply }).is_ok()
            && matches!(tokio::time::timeout(patience, answer).await, Ok(Ok(true)))
    }

    fn hand_over(&self, job: Job) -> Result<(), KeepError> {
        self.jobs.as_ref().ok_or(KeepError::NotKept)?.try_send(job).map_err(|_| KeepError::NotKept)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn write(
    connection: &mut Connection,
    submission: &Submission,
    at: SystemTime,
    random: &Random,
) -> Result<Receipt, KeepError> {
    // Immediate: two front desks on one file must not both find an id unknown.
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(|_| KeepError::NotKept)?;
    let receipt =
        keep::keep(&transaction, submission, calendar::millis(at), random).map_err(|_| KeepError::NotKept)?;
    transaction.commit().map_err(|_| KeepError::Unknown)?;
    Ok(receipt)
}

/// The only way to a connection: what makes an answer durable is set on each.
///
/// # Errors
/// When the file cannot be opened.
pub fn connect(path: &Path) -> Result<Connection, Error> {
    let open = || {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        Ok(connection)
    };
    open().map_err(|source| Error::Database { path: path.to_owned(), source })
}

/// Makes folder and file, for their owner only, before `SQLite` writes into them. The log beside the file inherits its
/// rights.
fn make(folder: &Path) -> Result<PathBuf, Error> {
    let path = folder.join(FILE);
    if !folder.is_dir() {
        own_folder(folder).map_err(|source| Error::DataFolder { path: folder.to_owned(), source })?;
    }
    own_file(&path)
        // The new name has to be on disk, too.
        .and_then(|()| fs::File::open(folder)?.sync_all())
        .map_err(|source| Error::DatabaseFile { path: path.clone(), source })?;
    Ok(path)
}

#[cfg(unix)]
fn own_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(unix)]
fn own_file(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    let file = fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path)?;
    // A file that somebody opened up is closed again.
    file.set_permissions(fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn own_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(not(unix))]
fn own_file(path: &Path) -> io::Result<()> {
    fs::OpenOptions::new().write(true).create(true).truncate(false).open(path).map(|_| ())
}
