//! What a person without script gets where no built page can answer: never a blank page, never data for programs.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use axum::{body::Body, http::Request};
use common::{Answer, Desk, FORM, HTML, PATH, Silent, desk, desk_with, site};
use scraper::{Html, Selector};

/// The page's text, once it is sure that it is a page and harmless.
fn page(answer: &Answer, status: u16) -> Html {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
    let html = Html::parse_document(answer.text());
    for tag in ["script", "img", "style", "link", "iframe"] {
        assert_eq!(texts(&html, tag).len(), 0, "{tag}");
    }
    assert_eq!(texts(&html, "main > h1").len(), 1);
    html
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    html.select(&Selector::parse(selector).unwrap()).map(|one| one.text().collect()).collect()
}

/// As a browser without script posts anything.
async fn post(desk: &Desk, kind: &str, body: impl Into<Body>) -> Answer {
    desk.send(
        Request::post(PATH).header("content-type", kind).header("accept", HTML).body(body.into()).unwrap(),
    )
    .await
}

const FORM_TYPE: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn without_a_site_a_right_form_leads_to_a_page_that_is_there() {
    let desk = desk();
    let answer = desk.post_form(FORM).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "../sent/"));
    let html = page(&desk.get("/sent/").await, 200);
    assert_eq!(texts(&html, "h1"), ["What happens next"]);
    assert_eq!(desk.rows().len(), 1);
    assert_eq!(desk.get("/").await.status.as_u16(), 404, "nothing else is there");
}

#[tokio::test]
async fn without_a_site_a_wrong_form_comes_back_as_a_list_that_loses_nothing() {
    let desk = desk();
    let body = "topic=book&full_name=&phone=12&email=ana%40example.com&days=mon&days=thu&message=%3Cscript%3Ealert(1)%3C%2Fscript%3E%0D%0A%22two%22&unknown=x";
    let html = page(&desk.post_form(body).await, 422);
    let wrong = texts(&html, "ul li");
    assert_eq!(wrong.len(), 2);
    assert!(wrong[0].starts_with("Your name: ") && wrong[1].starts_with("Phone: "), "{wrong:?}");
    assert_eq!(
        texts(&html, "dd"),
        ["book", "12", "ana@example.com", "mon, thu", "<script>alert(1)</script>\n\"two\""]
    );
    assert!(texts(&html, "p").concat().contains("Go back"), "no way back");
    assert!(desk.rows().is_empty());
}

#[tokio::test]
async fn without_a_site_a_busy_desk_lists_what_was_typed_too() {
    let desk = desk_with(|config| {
        config.limits.burst = 1;
        config.limits.per_minute = 1;
    });
    assert_eq!(desk.post_form(FORM).await.status.as_u16(), 303);
    let answer = desk.post_form(FORM).await;
    assert_eq!(answer.header("retry-after"), "60");
    let html = page(&answer, 429);
    assert_eq!(texts(&html, "h1"), ["Your request was not sent"]);
    assert!(texts(&html, "dd").contains(&"first line\nsecond line".to_owned()));
}

#[tokio::test]
async fn what_cannot_be_read_is_told_in_words_and_with_the_number() {
    let dist = site::site();
    let desk = desk_with(|config| {
        config.dist = Some(dist.path().to_owned());
        config.limits.per_minute = 0;
    });
    for (kind, body, status) in [
        (FORM_TYPE, [b"message=".to_vec(), vec![b'a'; 70_000]].concat(), 413),
        (FORM_TYPE, b"full_name=%FF%FE&phone=9495550123".to_vec(), 400),
        ("multipart/form-data; boundary=x", b"--x--".to_vec(), 415),
    ] {
        let html = page(&post(&desk, kind, body.clone()).await, status);
        assert_eq!(texts(&html, "h1"), ["Your request was not sent"]);
        assert_eq!(texts(&html, "a[href='tel:+19495550100']"), ["949-555-0100"]);
        let program = desk.post(kind, body).await;
        assert_eq!((program.status.as_u16(), program.errors().len()), (status, 1));
    }
}

#[tokio::test(start_paused = true)]
async fn a_form_that_does_not_arrive_is_told_in_words() {
    let answer = post(&desk(), FORM_TYPE, Body::new(Silent)).await;
    assert_eq!(answer.header("connection"), "close");
    page(&answer, 408);
}
