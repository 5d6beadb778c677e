//! Bodies that no browser sends. Each is answered as a problem, and nothing of it is kept.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use axum::body::Body;
use common::{desk, request};
use serde_json::json;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn every_hostile_body_has_its_answer() {
    let deep = [r#"{"message":"#, &"[".repeat(20_000), &"]".repeat(20_000), "}"].concat();
    let deep_but_ignored = [r#"{"x":"#, &"[".repeat(5_000), &"]".repeat(5_000), "}"].concat();
    let long = |field: &str, n: usize| {
        json!({ "full_name": "A", "phone": "9495550123", field: "x".repeat(n) }).to_string()
    };
    let with = |field: &str, value: serde_json::Value| {
        let mut body = request("an-id-of-mine");
        body[field] = value;
        body.to_string()
    };
    let table: Vec<(&str, Vec<u8>, u16, &[&str])> = vec![
        // Not JSON at all.
        (JSON, b"".to_vec(), 400, &["-.not_json"]),
        (JSON, b"{".to_vec(), 400, &["-.not_json"]),
        (JSON, b"{\"full_name\":\"A\"} trailing".to_vec(), 400, &["-.not_json"]),
        (JSON, b"{full_name:'A'}".to_vec(), 400, &["-.not_json"]),
        (JSON, b"full_name=A".to_vec(), 400, &["-.not_json"]),
        (JSON, b"{\"full_name\":NaN}".to_vec(), 400, &["-.not_json"]),
        (JSON, b"{\"full_name\":\"\x01\"}".to_vec(), 400, &["-.not_json"]),
        (JSON, br#"{"full_name":"\ud800"}"#.to_vec(), 400, &["-.not_json"]),
        (JSON, deep.into_bytes(), 400, &["-.not_json"]),
        (JSON, deep_but_ignored.into_bytes(), 400, &["-.not_json"]),
        (JSON, b"{\"full_name\":\"\xff\xfe\"}".to_vec(), 400, &["-.not_utf8"]),
        (JSON, vec![0xEF, 0xBB, 0xBF, b'{', b'}'], 400, &["-.not_json"]),
        // JSON of another shape.
        (JSON, b"null".to_vec(), 400, &["-.not_object"]),
        (JSON, b"[]".to_vec(), 400, &["-.not_object"]),
        (JSON, b"\"text\"".to_vec(), 400, &["-.not_object"]),
        (JSON, b"{}".to_vec(), 422, &["full_name.missing", "phone.missing"]),
        (JSON, with("full_name", json!(5)).into_bytes(), 422, &["full_name.type"]),
        (JSON, with("full_name", json!(["Ana"])).into_bytes(), 422, &["full_name.type"]),
        (JSON, with("phone", json!(9_495_550_123_u64)).into_bytes(), 422, &["phone.type"]),
        (JSON, with("message", json!({"a": 1})).into_bytes(), 422, &["message.type"]),
        (JSON, with("days", json!([1])).into_bytes(), 422, &["days.type"]),
        (JSON, with("days", json!([["mon"]])).into_bytes(), 422, &["days.type"]),
        (JSON, with("consent", json!(1)).into_bytes(), 422, &["consent.type"]),
        (JSON, with("submission_id", json!(12345)).into_bytes(), 422, &["submission_id.type"]),
        (JSON, with("attribution", json!({"a": ["b"]})).into_bytes(), 422, &["attribution.type"]),
        // Values.
        (
            JSON,
            with("submission_id", json!("'; DROP TABLE requests; --")).into_bytes(),
            422,
            &["submission_id.format"],
        ),
        (JSON, with("submission_id", json!("x".repeat(65))).into_bytes(), 422, &["submission_id.format"]),
        (JSON, with("full_name", json!("A\u{0}B")).into_bytes(), 422, &["full_name.control"]),
        (JSON, with("full_name", json!("A\nB")).into_bytes(), 422, &["full_name.control"]),
        (JSON, with("message", json!("\u{1b}[2J")).into_bytes(), 422, &["message.control"]),
        (JSON, with("days", json!(["sun"])).into_bytes(), 422, &["days.unknown"]),
        (JSON, with("topic", json!("Book")).into_bytes(), 422, &["topic.unknown"]),
        (JSON, with("contact_by", json!("fax")).into_bytes(), 422, &["contact_by.unknown"]),
        (JSON, long("message", 2001).into_bytes(), 422, &["message.too_long"]),
        (JSON, long("full_name", 60_000).into_bytes(), 422, &["full_name.too_long"]),
        (JSON, long("message", 66_000).into_bytes(), 413, &["-.too_large"]),
        // Forms.
        (FORM, b"".to_vec(), 422, &["full_name.missing", "phone.missing"]),
        (FORM, b"full_name=%FF%FE&phone=9495550123".to_vec(), 400, &["-.not_utf8"]),
        (FORM, b"full_name=A%00B&phone=9495550123".to_vec(), 422, &["full_name.control"]),
        (FORM, b"full_name=A&phone=9495550123&days=mon&days=x".to_vec(), 422, &["days.unknown"]),
        (FORM, b"full_name=100%&phone=%zz".to_vec(), 422, &["phone.format"]),
        (FORM, [b"full_name=".to_vec(), vec![b'a'; 70_000]].concat(), 413, &["-.too_large"]),
        // Other types.
        ("text/plain", request("an-id-of-mine").to_string().into_bytes(), 415, &["-.content_type"]),
        ("multipart/form-data; boundary=x", b"--x--".to_vec(), 415, &["-.content_type"]),
        ("application/json; charset=utf-16", b"{}".to_vec(), 415, &["-.content_type"]),
        ("application/x-www-form-urlencoded; charset=latin1", b"".to_vec(), 415, &["-.content_type"]),
        ("", b"{}".to_vec(), 415, &["-.content_type"]),
    ];
    let desk = desk();
    for (kind, body, status, errors) in table {
        let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
        let answer = desk
            .send(
                axum::http::Request::post(common::PATH)
                    .header("content-type", kind)
                    .header("accept", "application/json")
                    .body(Body::from(body))
                    .unwrap(),
            )
            .await;
        assert_eq!(
            (answer.status.as_u16(), answer.errors()),
            (status, errors.iter().map(ToString::to_string).collect()),
            "{kind} {shown}"
        );
    }
    assert!(desk.rows().is_empty());
    // And it still works.
    desk.post_json(&request("an-id-of-mine")).await.reference();
}

#[tokio::test]
async fn harmless_oddities_are_taken() {
    let desk = desk();
    for (n, kind, body) in [
        (1, "application/json; charset=UTF-8", br#"{"full_name":"A","phone":"9495550123","unknown":{"deep":[1,2,{"a":null}]}}"#.to_vec()),
        (2, "Application/JSON", br#"{"full_name":"B","email":"b@example.com","phone":null,"days":null,"consent":true,"attribution":{"utm_source":"x"}}"#.to_vec()),
        (3, "application/json", r#"{"full_name":"O'Brien; DROP TABLE requests; --","phone":"9495550123"}"#.as_bytes().to_vec()),
        (4, "application/json", r#"{"full_name":"宮城 \ud83d\ude00","phone":"9495550123","days":"mon"}"#.as_bytes().to_vec()),
        (5, "application/x-www-form-urlencoded;charset=utf-8", b"full_name=D&phone=9495550123&&x&=y&a=b=c&submission_id=an-id-of-mine".to_vec()),
    ] {
        let answer = desk.post(kind, body).await;
        assert_eq!(answer.status.as_u16(), 201, "{n} {}", answer.text());
    }
    let mut long = request("another-id-of-mine");
    long["form_version"] = json!("v".repeat(100));
    long["attribution"] = json!("x".repeat(1001));
    assert_eq!(desk.post_json(&long).await.status.as_u16(), 201);
    let rows = desk.rows();
    assert_eq!(rows.len(), 6);
    assert_eq!((rows[5].form_version.len(), rows[5].attribution.len()), (64, 1000));
    assert_eq!((rows[1].consent, rows[1].attribution.as_str()), (true, "utm_source=x"));
    assert_eq!(rows[2].full_name, "O'Brien; DROP TABLE requests; --");
    assert_eq!((rows[3].full_name.as_str(), rows[3].days.as_str()), ("宮城 😀", "mon"));
}

#[tokio::test]
async fn a_body_of_unknown_length_is_cut_at_the_limit() {
    let desk = desk();
    let answer = desk.post(JSON, Body::new(Endless)).await;
    assert_eq!((answer.status.as_u16(), answer.errors()), (413, vec!["-.too_large".to_owned()]));
}

/// Blanks without end.
struct Endless;

impl hyper::body::Body for Endless {
    type Data = axum::body::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
        std::task::Poll::Ready(Some(Ok(hyper::body::Frame::data(vec![b' '; 8192].into()))))
    }
}
