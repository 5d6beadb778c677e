//! The program as it is started, read and ended.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::{
    net::TcpListener,
    process::{Command, Output},
};

use common::{
    client::{Client, Program, head, program, program_with_limit},
    request, site,
};
use serde_json::Value;
use tempfile::TempDir;

fn list(data: &std::path::Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_front-desk"))
        .arg("list")
        .arg("--data")
        .arg(data)
        .args(more)
        .output()
        .unwrap()
}

#[test]
fn it_says_where_it_answers_and_ends_in_order() {
    for signal in ["TERM", "INT"] {
        let data = TempDir::new().unwrap();
        let program = Program::start(data.path());
        let mut client = Client::connect(program.address).unwrap();
        assert_eq!(client.post_json(&request("an-id-of-mine").to_string()).unwrap().0, 201);

        // A request that has begun when the signal comes is finished.
        let body = request("another-id-of-mine").to_string();
        let mut begun = Client::connect(program.address).unwrap();
        let head = head(&body).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
        begun.write(head.as_bytes()).unwrap();
        assert_eq!(begun.answer().unwrap().0, 100, "its body is asked for, so it has begun");
        begun.write(&body.as_bytes()[..10]).unwrap();
        program.signal(signal);
        while Client::connect(program.address).is_ok() {
            std::thread::yield_now();
        }
        begun.write(&body.as_bytes()[10..]).unwrap();
        assert_eq!(begun.answer().unwrap().0, 201);
        let (code, _, err) = program.end();
        assert_eq!(code, Some(0), "{signal}: {err}");
        assert_eq!(String::from_utf8(list(data.path(), &["--json"]).stdout).unwrap().lines().count(), 2);
    }
}

#[test]
fn what_stops_it_is_one_sentence_with_the_remedy() {
    let data = TempDir::new().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let fails = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_front-desk")).args(args).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), err.lines().count(), output.stdout.len()),
            (Some(1), 1, 0),
            "{err}"
        );
        err
    };
    let folder = data.path().to_str().unwrap();
    let err = fails(&["serve", "--port", &port, "--data", folder]);
    assert_eq!(
        err,
        format!("front-desk: port {port} is in use. End what runs there, or choose another with --port.\n")
    );
    assert!(fails(&["serve", "--port", "0", "--data", folder, "--dist", folder]).contains("Build it first"));
    assert!(
        fails(&["serve", "--port", "0", "--data", folder, "--allow-origin", "clinic"])
            .contains("is no origin")
    );
    assert!(
        fails(&["list", "--data", "/nowhere"]).contains("there is no database /nowhere/front-desk.sqlite")
    );
}

#[test]
fn the_limit_it_is_started_with_holds_at_once() {
    let data = TempDir::new().unwrap();
    let mut command = program_with_limit(data.path(), 2);
    command.arg("--require-consent");
    let program = Program::run(command);
    let mut client = Client::connect(program.address).unwrap();
    let statuses: Vec<_> =
        (0..3).map(|_| client.post_json(&request("an-id-of-mine").to_string()).unwrap().0).collect();
    assert_eq!(statuses, [422, 422, 429], "consent is missing twice, then it is too much");
}

#[test]
fn the_list_has_one_request_a_line() {
    let data = TempDir::new().unwrap();
    let program = Program::start(data.path());
    let mut client = Client::connect(program.address).unwrap();
    let mut body = request("an-id-of-mine");
    let (_, first) = client.post_json(&body.to_string()).unwrap();
    body["message"] = "corrected".into();
    body["full_name"] = "Ana Lea".into();
    assert_eq!(client.post_json(&body.to_string()).unwrap().0, 200);
    let hostile = serde_json::json!({"topic": "question", "full_name": "\u{202e}eeL", "email": "ana@example.com", "message": "a\nb\u{2028}c"});
    let (_, second) = client.post_json(&hostile.to_string()).unwrap();
    let reference = |answer: &str| {
        serde_json::from_str::<Value>(answer).unwrap()["reference"].as_str().unwrap().to_owned()
    };
    let (first, second) = (reference(&first), reference(&second));

    // While it runs, as the front desk would.
    let text = String::from_utf8(list(data.path(), &[]).stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    let tail = lines[0].split_once(" UTC  ").unwrap().1;
    let (tail, corrected) = tail.split_once("  corrected ").unwrap();
    assert_eq!(
        tail,
        format!(
            "{first}  appointment  Ana Lea  (949) 555-0123  by phone  mon thu, morning  message: \"corrected\""
        )
    );
    assert!(
        corrected.ends_with(" UTC  before: Ana Lee  before: message \"first line / second line\""),
        "{corrected}"
    );
    assert_eq!(
        lines[1].split_once(" UTC  ").unwrap().1,
        format!("{second}  question  eeL  ana@example.com  message: \"a / bc\"")
    );

    let json = String::from_utf8(list(data.path(), &["--json"]).stdout).unwrap();
    let rows: Vec<Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (rows.len(), rows[0]["version"].as_i64(), rows[0]["phone_e164"].as_str()),
        (2, Some(2), Some("+19495550123"))
    );
    assert_eq!(
        (&rows[0]["days"], &rows[1]["days"]),
        (&serde_json::json!(["mon", "thu"]), &serde_json::json!([]))
    );
    assert_eq!(rows[1]["message"], "a\nb\u{2028}c");
    assert_eq!(
        (&rows[0]["earlier"], &rows[1]["earlier"]),
        (
            &serde_json::json!({"full_name": ["Ana Lee"], "message": ["first line\nsecond line"]}),
            &serde_json::json!({})
        )
    );
    assert_eq!((&rows[1]["submission_id"], &rows[1]["contact_by"]), (&Value::Null, &Value::Null));
}

/// The connection of a first try hangs; corrected, the request is sent again; then the first try arrives after all.
#[test]
fn what_a_late_first_try_replaces_stays_on_the_line() {
    let data = TempDir::new().unwrap();
    let program = Program::start(data.path());
    let mut client = Client::connect(program.address).unwrap();
    let mut first = request("an-id-of-mine");
    first["email"] = Value::Null;
    let mut corrected = first.clone();
    corrected["phone"] = "949 555 0199".into();
    corrected["email"] = "ana@example.com".into();
    corrected["days"] = serde_json::json!(["fri"]);
    for body in [&corrected, &first, &corrected, &first] {
        client.post_json(&body.to_string()).unwrap();
    }
    let text = String::from_utf8(list(data.path(), &[]).stdout).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    let end = " UTC  before: 949 555 0199  before: ana@example.com  before: days \"fri\"\n";
    assert!(text.contains("  (949) 555-0123  ") && text.ends_with(end), "{text}");
}

#[test]
fn a_body_that_is_too_long_is_answered_not_cut_off() {
    let data = TempDir::new().unwrap();
    let program = Program::start(data.path());
    let mut client = Client::connect(program.address).unwrap();
    for length in [65 * 1024, 900 * 1024] {
        let mut body = request("an-id-of-mine");
        body["message"] = "x".repeat(length).into();
        assert_eq!(client.post_json(&body.to_string()).unwrap().0, 413);
    }
    assert_eq!(
        client.post_json(&request("an-id-of-mine").to_string()).unwrap().0,
        201,
        "on the same connection"
    );
}

#[test]
fn nothing_it_prints_holds_what_was_typed() {
    let (data, dist) = (TempDir::new().unwrap(), site::site());
    let mut command = program(data.path());
    command.arg("--dist").arg(dist.path()).env("RUST_BACKTRACE", "full").env("RUST_LOG", "trace");
    let program = Program::run(command);
    let mut client = Client::connect(program.address).unwrap();
    let canary = "canary7f3a";
    let mut body = request("an-id-of-mine");
    body["full_name"] = canary.into();
    body["message"] = canary.into();
    assert_eq!(client.post_json(&body.to_string()).unwrap().0, 201);
    assert_eq!(client.post_json(&format!("{{\"phone\": \"{canary}\"}}")).unwrap().0, 422);
    assert_eq!(client.post_json(canary).unwrap().0, 400);
    for request in [
        format!("GET /api/{canary}?{canary} HTTP/1.1\r\nHost: desk\r\nReferer: https://{canary}/\r\n\r\n"),
        format!("GET /{canary} HTTP/1.1\r\nHost: desk\r\n\r\n"),
        format!(
            "POST /api/booking-requests HTTP/1.1\r\nHost: desk\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 20\r\n\r\nfull_name={canary}"
        ),
        format!("{canary}\r\n\r\n"),
    ] {
        client.write(request.as_bytes()).unwrap();
        client.answer().unwrap();
    }
    program.signal("TERM");
    let (code, out, err) = program.end();
    assert_eq!(code, Some(0));
    assert!(err.contains("201 in ") && err.contains("422 in "), "{err}");
    assert!(!out.contains(canary) && !err.contains(canary), "{out}{err}");
}
