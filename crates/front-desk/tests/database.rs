//! The file itself: durable settings, its rights, its versions.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use common::{desk, request};
use front_desk::{Config, app, store};
use tempfile::TempDir;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn every_connection_waits_for_the_disk() {
    let desk = desk();
    desk.post_json(&request("an-id-of-mine")).await.reference();
    // `connect` is the only function of the crate that opens a database: the test below looks that it stays so.
    for _ in 0..3 {
        let connection = store::connect(&desk.data.path().join(store::FILE)).unwrap();
        let pragma = |name: &str| {
            connection
                .query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))
                .unwrap()
        };
        assert_eq!(pragma("synchronous"), 2.into());
        assert_eq!(pragma("journal_mode"), "wal".to_owned().into());
        assert_eq!(pragma("foreign_keys"), 1.into());
    }
}

#[test]
fn there_is_one_way_to_a_connection() {
    fn sources(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.extend(
                    text.lines()
                        .filter(|line| line.contains("Connection::open"))
                        .map(|line| line.trim().to_owned()),
                );
            }
        }
    }
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert_eq!(found, ["let connection = Connection::open(path)?;"]);
}

#[tokio::test]
async fn only_the_owner_can_read_it() {
    let parent = TempDir::new().unwrap();
    let data = parent.path().join("a/b");
    let router = app(Config::new(&data)).unwrap();
    assert_eq!((mode(&data), mode(&data.join(store::FILE))), (0o700, 0o600));
    let wal = data.join(format!("{}-wal", store::FILE));
    assert_eq!(mode(&wal), 0o600, "the log holds the same values");
    drop(router);
    // Opened up by somebody, closed again at the next start.
    fs::set_permissions(data.join(store::FILE), fs::Permissions::from_mode(0o644)).unwrap();
    let _router = app(Config::new(&data)).unwrap();
    assert_eq!(mode(&data.join(store::FILE)), 0o600);
}

#[tokio::test]
async fn a_newer_database_is_left_alone_and_an_older_one_is_brought_up() {
    let desk = desk();
    let first = desk.post_json(&request("an-id-of-mine")).await.reference();
    let (path, folder) = (desk.data.path().join(store::FILE), desk.data.path().to_owned());
    // Opened a second time: nothing is made anew.
    let again = app(Config::new(&folder)).unwrap();
    drop(again);
    assert_eq!(desk.post_json(&request("an-id-of-mine")).await.reference(), first);
    let connection = store::connect(&path).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    let error = app(Config::new(&folder)).unwrap_err().to_string();
    assert!(error.contains("has version 99") && error.contains("Use the newer front desk"), "{error}");
}

#[test]
fn what_cannot_be_opened_is_said_with_a_remedy() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    let error = app(Config::new(file.join("data"))).unwrap_err().to_string();
    assert!(error.contains("cannot make the data folder") && error.contains("--data"), "{error}");
    fs::write(
        folder.path().join(store::FILE),
        "this is no database, but a text that is long enough to be looked at",
    )
    .unwrap();
    let error = app(Config::new(folder.path())).unwrap_err().to_string();
    assert!(error.contains("cannot open the database"), "{error}");
    let error = store::rows(&file).unwrap_err().to_string();
    assert!(error.contains("there is no database"), "{error}");
}

#[tokio::test]
async fn a_database_that_fails_is_no_delivery() {
    let desk = desk();
    let connection = store::connect(&desk.data.path().join(store::FILE)).unwrap();
    connection.execute_batch("DROP TABLE request_versions; DROP TABLE requests").unwrap();
    let answer = desk.post_json(&request("an-id-of-mine")).await;
    assert_eq!((answer.status.as_u16(), answer.errors()), (503, vec!["-.busy".to_owned()]));
    assert_eq!(answer.header("retry-after"), "5");
    assert_eq!(desk.get("/healthz").await.status.as_u16(), 503);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_locked_is_uncertain_and_the_repeat_tells() {
    let desk = common::desk_with(|config| config.limits.store_time = std::time::Duration::from_millis(50));
    let path = desk.data.path().join(store::FILE);
    let lock = store::connect(&path).unwrap();
    lock.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = desk.post_json(&request("an-id-of-mine")).await;
    assert_eq!((answer.status.as_u16(), answer.errors()), (504, vec!["-.unknown".to_owned()]));
    lock.execute_batch("ROLLBACK").unwrap();
    // What was given up on is kept all the same, so the repeat finds it, as soon as the database answers.
    let answer = loop {
        let answer = desk.post_json(&request("an-id-of-mine")).await;
        if answer.status.as_u16() != 504 {
            break answer;
        }
    };
    assert_eq!((answer.status.as_u16(), answer.reference()), (200, desk.rows()[0].reference.clone()));
    assert_eq!((desk.rows().len(), desk.rows()[0].version), (1, 1));
}

#[tokio::test]
async fn a_fault_of_ours_is_an_answer_too() {
    let desk = common::desk_with(|config| config.clock = std::sync::Arc::new(|| panic!("out of order")));
    let answer = desk.post_json(&request("an-id-of-mine")).await;
    assert_eq!((answer.status.as_u16(), answer.errors()), (500, vec!["-.fault".to_owned()]));
    assert_eq!(answer.header("cache-control"), "no-store");
}
