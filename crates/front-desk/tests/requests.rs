//! What becomes of a request: new, repeat, correction.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use common::{FORM, PATH, desk, desk_with, replaced_names, request};
use serde_json::json;

const ID: &str = "0b6f5f0e-8a5c-4a55-9d5a-2f4f5a3f9f10";

#[tokio::test]
async fn a_new_request_is_kept_with_all_its_values() {
    let desk = desk();
    let answer = desk.post_json(&request(ID)).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    assert_eq!(answer.header("content-type"), "application/json");
    let reference = answer.reference();
    assert_eq!(answer.text(), format!(r#"{{"ok":true,"reference":"{reference}"}}"#));
    let rows = desk.rows();
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(
        (row.reference.as_str(), row.submission_id.as_deref(), row.version),
        (reference.as_str(), Some(ID), 1)
    );
    assert_eq!(
        (row.full_name.as_str(), row.phone.as_deref(), row.phone_e164.as_deref()),
        ("Ana Lee", Some("(949) 555-0123"), Some("+19495550123"))
    );
    assert_eq!(
        (row.days.as_str(), row.time_of_day.as_str(), row.message.as_str()),
        ("mon thu", "morning", "first line\nsecond line")
    );
    assert_eq!((row.email.as_deref(), row.visited_before.as_deref(), row.consent), (None, None, false));
    assert_eq!(row.received_at, i64::try_from(common::START).unwrap() * 1000);
}

#[tokio::test]
async fn the_same_again_is_the_same_request_whatever_way_it_comes() {
    let desk = desk();
    let first = desk.post_json(&request(ID)).await;
    desk.hands.forward(86_400);
    let again = desk.post_json(&request(ID)).await;
    assert_eq!((again.status, &again.body), (StatusCode::OK, &first.body));
    // The same values in another encoding.
    let form = [FORM, "&submission_id=", ID, "&form_version=1"].concat();
    let again = desk
        .send(
            Request::post(PATH)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::ACCEPT, "application/json")
                .body(Body::from(form))
                .unwrap(),
        )
        .await;
    assert_eq!((again.status, &again.body), (StatusCode::OK, &first.body));
    assert_eq!(desk.rows().len(), 1);
    assert!(replaced_names(desk.data.path()).is_empty());
}

#[tokio::test]
async fn the_same_id_with_other_values_is_a_correction() {
    let desk = desk();
    let first = desk.post_json(&request(ID)).await.reference();
    for name in ["Ana Lea", "Ana Leah"] {
        desk.hands.forward(60);
        let mut corrected = request(ID);
        corrected["full_name"] = json!(name);
        let answer = desk.post_json(&corrected).await;
        assert_eq!((answer.status, answer.reference()), (StatusCode::OK, first.clone()));
    }
    let rows = desk.rows();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].full_name.as_str(), rows[0].version), ("Ana Leah", 3));
    assert_eq!(rows[0].updated_at - rows[0].received_at, 120_000);
    assert_eq!(replaced_names(desk.data.path()), ["Ana Lee", "Ana Lea"]);
}

#[tokio::test]
async fn a_correction_that_the_rules_refuse_changes_nothing() {
    let desk = desk();
    desk.post_json(&request(ID)).await.reference();
    let mut wrong = request(ID);
    wrong["phone"] = json!("12");
    assert_eq!(desk.post_json(&wrong).await.errors(), ["phone.format"]);
    assert_eq!(desk.rows()[0].version, 1);
}

#[tokio::test]
async fn without_an_id_the_same_within_ten_minutes_is_the_same() {
    let desk = desk();
    let mut body = request(ID);
    body.as_object_mut().unwrap().remove("submission_id");
    let first = desk.post_json(&body).await;
    assert_eq!(first.status, StatusCode::CREATED);
    desk.hands.forward(599);
    let again = desk.post_json(&body).await;
    assert_eq!((again.status, &again.body), (StatusCode::OK, &first.body));
    assert_eq!(desk.post_form(FORM).await.status, StatusCode::SEE_OTHER, "a reload of the native form");
    assert_eq!(desk.rows().len(), 1);

    desk.hands.forward(1);
    assert_eq!(desk.post_json(&body).await.status, StatusCode::CREATED, "ten minutes later it is meant");
    assert_eq!(desk.rows().len(), 2);
}

#[tokio::test]
async fn without_an_id_any_other_field_makes_another_request() {
    let desk = desk();
    let mut body = request(ID);
    body.as_object_mut().unwrap().remove("submission_id");
    let mut references = vec![desk.post_json(&body).await.reference()];
    for (field, value) in [
        ("topic", json!("question")),
        ("full_name", json!("Ana Leo")),
        ("phone", json!("949-555-0123")),
        ("email", json!("ana@example.com")),
        ("contact_by", json!("text")),
        ("days", json!(["mon"])),
        ("time_of_day", json!(["morning", "afternoon"])),
        ("times_note", json!("late")),
        ("visited_before", json!("no")),
        ("message", json!("first line second line")),
        ("consent", json!(true)),
    ] {
        let mut other = body.clone();
        other[field] = value;
        let answer = desk.post_json(&other).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{field}");
        references.push(answer.reference());
    }
    references.sort();
    references.dedup();
    assert_eq!(references.len(), 12);
    assert_eq!(desk.rows().len(), 12);
}

#[tokio::test]
async fn another_id_is_another_request() {
    let desk = desk();
    for id in [ID, "another-id"] {
        assert_eq!(desk.post_json(&request(id)).await.status, StatusCode::CREATED);
    }
    assert_eq!(desk.rows().len(), 2);
}

#[tokio::test]
async fn sent_without_script_and_again_with_it_is_the_same_request() {
    let desk = desk();
    assert_eq!(desk.post_form(FORM).await.status, StatusCode::SEE_OTHER);
    let reference = desk.rows()[0].reference.clone();
    desk.hands.forward(599);
    let answer = desk.post_json(&request(ID)).await;
    assert_eq!((answer.status, answer.reference()), (StatusCode::OK, reference.clone()));
    // From now on it is known by that id, and by no other.
    desk.hands.forward(3600);
    let mut corrected = request(ID);
    corrected["full_name"] = json!("Eva Lee");
    assert_eq!(desk.post_json(&corrected).await.reference(), reference);
    assert_eq!(desk.rows().len(), 1);
    assert_eq!(desk.post_json(&request("another-id")).await.status, StatusCode::CREATED);
    assert_eq!(desk.rows().len(), 2);
}

#[tokio::test]
async fn sent_without_script_and_much_later_with_it_is_meant() {
    let desk = desk();
    assert_eq!(desk.post_form(FORM).await.status, StatusCode::SEE_OTHER);
    desk.hands.forward(600);
    assert_eq!(desk.post_json(&request(ID)).await.status, StatusCode::CREATED);
    assert_eq!(desk.rows().len(), 2);
}

#[tokio::test]
async fn without_a_site_the_owner_says_whether_consent_is_needed() {
    let desk = desk_with(|config| config.rules.consent_required = true);
    assert_eq!(desk.post_json(&request(ID)).await.errors(), ["consent.missing"]);
    let mut agreed = request(ID);
    agreed["consent"] = json!(true);
    assert_eq!(desk.post_json(&agreed).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_form_that_lost_its_script_after_sending_is_the_same_request() {
    let desk = desk();
    let first = desk.post_json(&request(ID)).await.reference();
    let mut corrected = request(ID);
    corrected["full_name"] = json!("Eva Lee");
    desk.hands.forward(500);
    desk.post_json(&corrected).await.reference();
    desk.hands.forward(500);
    corrected.as_object_mut().unwrap().remove("submission_id");
    let answer = desk.post_json(&corrected).await;
    assert_eq!((answer.status, answer.reference()), (StatusCode::OK, first));
    assert_eq!(desk.post_form(FORM).await.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.rows().len(), 2, "what was corrected away is another request");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_with_one_id_are_one_request() {
    let desk = std::sync::Arc::new(desk());
    let tasks: Vec<_> = (0..40)
        .map(|_| {
            let desk = desk.clone();
            tokio::spawn(async move { desk.post_json(&request(ID)).await })
        })
        .collect();
    let mut bodies = Vec::new();
    let mut created = 0;
    for task in tasks {
        let answer = task.await.unwrap();
        created += usize::from(answer.status == StatusCode::CREATED);
        bodies.push(answer.body);
    }
    bodies.dedup();
    assert_eq!((created, bodies.len(), desk.rows().len()), (1, 1, 1));
}

#[tokio::test]
async fn health_is_told_and_other_addresses_are_not_found() {
    let desk = desk();
    let answer = desk.get("/healthz").await;
    assert_eq!((answer.status, answer.text()), (StatusCode::OK, r#"{"ok":true}"#));
    for path in ["/api", "/api/", "/api/nothing", "/api/booking-requests/1"] {
        let answer = desk.get(path).await;
        assert_eq!(
            (answer.status, answer.errors()),
            (StatusCode::NOT_FOUND, vec!["-.not_found".to_owned()]),
            "{path}"
        );
    }
    for method in ["GET", "PUT", "DELETE", "OPTIONS"] {
        let answer =
            desk.send(Request::builder().method(method).uri(PATH).body(Body::empty()).unwrap()).await;
        assert_eq!(
            (answer.status, answer.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, "POST"),
            "{method}"
        );
        assert_eq!(answer.errors(), ["-.method"]);
    }
}

#[tokio::test]
async fn a_browser_that_comes_back_to_the_errors_is_led_to_the_form() {
    let answer = desk().get_with(PATH, &[("accept", common::HTML)]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "../#book"));
}
