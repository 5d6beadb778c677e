//! The form without script: sent on when it was right, shown again with everything in it when it was not.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use common::{Answer, Desk, FORM, HTML, PATH, desk_with, site};
use proptest::{prelude::*, test_runner::TestRunner};
use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

fn desk(dist: &TempDir) -> Desk {
    desk_with(|config| {
        config.dist = Some(dist.path().to_owned());
        config.limits.per_minute = 0;
    })
}

/// A form post of any texts.
fn encode(pairs: &[(&str, &str)]) -> String {
    let part = |text: &str| {
        percent_encoding::percent_encode(text.as_bytes(), percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    pairs.iter().map(|(name, value)| format!("{}={}", part(name), part(value))).collect::<Vec<_>>().join("&")
}

struct Page(Html);

impl Page {
    fn of(answer: &Answer) -> Self {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        Self(Html::parse_document(answer.text()))
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found[0]
    }

    fn text(&self, selector: &str) -> String {
        self.one(selector).text().collect()
    }

    fn attribute(&self, selector: &str, name: &str) -> Option<&str> {
        self.one(selector).attr(name)
    }

    fn checked(&self, name: &str) -> Vec<&str> {
        self.all(&format!("clinic-booking [name={name}][checked]"))
            .iter()
            .map(|el| el.attr("value").unwrap())
            .collect()
    }
}

#[tokio::test]
async fn a_right_form_is_sent_on_to_the_neutral_page() {
    let dist = site::site();
    let desk = desk(&dist);
    let answer = desk.post_form(FORM).await;
    // Relative, so that it holds under any path: /api/booking-requests and ../sent/ make /sent/.
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "../sent/"));
    assert!(answer.body.is_empty());
    assert_eq!(desk.get("/sent/").await.status, StatusCode::OK);
    let rows = desk.rows();
    assert_eq!(
        (rows[0].full_name.as_str(), rows[0].message.as_str()),
        ("Ana Lee", "first line\nsecond line")
    );
    assert_eq!((rows[0].submission_id.as_deref(), rows[0].days.as_str()), (None, "mon thu"));
}

#[tokio::test]
async fn who_has_no_wish_and_no_id_is_a_form() {
    let dist = site::site();
    let desk = desk(&dist);
    let post = |accept: &'static str, body: String| {
        Request::post(PATH)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", accept)
            .body(Body::from(body))
            .unwrap()
    };
    assert_eq!(desk.send(post("*/*", FORM.into())).await.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.send(post("application/json", FORM.into())).await.status, StatusCode::OK);
    assert_eq!(desk.send(post("*/*", format!("{FORM}&submission_id=12345678"))).await.status, StatusCode::OK);
    assert_eq!(desk.send(post(HTML, "full_name=A".into())).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn errors_come_back_with_every_value_and_the_forms_own_sentences() {
    let dist = site::site();
    let desk = desk(&dist);
    let page = Page::of(
        &desk
            .post_form(&encode(&[
                ("topic", "question"),
                ("full_name", "  "),
                ("phone", "949-555-01"),
                ("email", "ana@example.com"),
                ("contact_by", "text"),
                ("days", "tue"),
                ("days", "thu"),
                ("time_of_day", "afternoon"),
                ("times_note", "\r\n not early"),
                ("message", "one\r\ntwo"),
                ("consent", "yes"),
            ]))
            .await,
    );
    assert_eq!(page.text("title"), "Error: Neck & head");
    // Each error once at its field and once above.
    assert_eq!(page.text("#error-full_name"), "Error: Enter your name & no more");
    assert_eq!(page.text("#error-phone"), "Error: Enter a phone number <10 digits>");
    for (selector, shown) in [
        ("#error-full_name", true),
        ("#error-phone", true),
        ("#error-email", false),
        ("[data-error-summary]", true),
    ] {
        assert_eq!(page.attribute(selector, "hidden").is_none(), shown, "{selector}");
    }
    assert_eq!(page.text("#error-email"), "");
    let lines: Vec<(Option<&str>, String)> = page
        .all("[data-error-summary] > ul > li > a")
        .iter()
        .map(|a| (a.attr("href"), a.text().collect()))
        .collect();
    let expected = [
        ("#booking-full_name", "Enter your name & no more"),
        ("#booking-phone", "Enter a phone number <10 digits>"),
    ];
    assert_eq!(lines, expected.map(|(href, text)| (Some(href), text.to_owned())));
    assert_eq!(page.text("[data-error-summary] h3"), "Not sent yet. Check these answers:");
    assert!(page.attribute("[data-error-summary]", "autofocus").is_some());
    assert_eq!(page.attribute("#booking-phone", "aria-invalid"), Some("true"));
    assert_eq!(page.attribute("#booking-email", "aria-invalid"), None);
    // Every value is there again.
    assert_eq!(page.attribute("#booking-full_name", "value"), Some("  "));
    assert_eq!(page.attribute("#booking-phone", "value"), Some("949-555-01"));
    assert_eq!(page.attribute("#booking-email", "value"), Some("ana@example.com"));
    assert_eq!((page.checked("topic"), page.checked("contact_by")), (vec!["question"], vec!["text"]));
    assert_eq!(
        (page.checked("days"), page.checked("time_of_day"), page.checked("consent")),
        (vec!["tue", "thu"], vec!["afternoon"], vec!["yes"])
    );
    assert_eq!(page.text("#booking-times_note").replace('\r', ""), "\n not early");
    assert_eq!(page.text("#booking-message").replace('\r', ""), "one\ntwo");
    assert!(desk.rows().is_empty());
}

#[tokio::test]
async fn hostile_values_come_back_as_text() {
    let dist = site::site();
    let desk = desk(&dist);
    let hostile = "\"'></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>&lt;&amp;&#39; ${7*7} {{x}} %3Cb%3E";
    let page = Page::of(
        &desk
            .post_form(&encode(&[
                ("full_name", hostile),
                ("phone", hostile),
                ("email", hostile),
                ("times_note", hostile),
                ("message", hostile),
                ("topic", hostile),
                ("days", hostile),
                ("consent", hostile),
            ]))
            .await,
    );
    for field in ["full_name", "phone", "email"] {
        assert_eq!(page.attribute(&format!("#booking-{field}"), "value"), Some(hostile), "{field}");
    }
    for field in ["times_note", "message"] {
        assert_eq!(page.text(&format!("#booking-{field}")), hostile, "{field}");
    }
    assert_eq!(
        (page.all("script").len(), page.all("img").len(), page.all("[onerror]").len()),
        (1, 1, 0),
        "only the page's own"
    );
    assert!(page.checked("topic").is_empty() && page.checked("consent").is_empty());
}

#[test]
fn whatever_is_typed_comes_back() {
    let dist = site::site();
    let desk = desk(&dist);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    // HTML has no way to write the two characters left out: NUL, and a bare return.
    let line = r#"[^\x00\r]{0,20}|[<>&"'=/;# a-z!-]{0,30}"#;
    let lines = r#"[^\x00\r]{0,20}|[<>&"'=/;# a-z\n!-]{0,30}|\n{1,3}</textarea>"#;
    let config = ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() };
    let tried = TestRunner::new(config).run(&(line, lines), |(line, lines)| {
        // The wrong phone number sees to it that it is never taken.
        let typed = [
            ("full_name", &*line),
            ("email", &line),
            ("phone", "1"),
            ("message", &lines),
            ("times_note", &lines),
        ];
        let page = Page::of(&runtime.block_on(desk.post_form(&encode(&typed))));
        for field in ["full_name", "email"] {
            prop_assert_eq!(page.attribute(&format!("#booking-{field}"), "value"), Some(line.as_str()));
        }
        for field in ["message", "times_note"] {
            prop_assert_eq!(page.text(&format!("#booking-{field}")), lines.as_str());
        }
        // Nothing stands outside of the form that did not stand there before: the template and the root.
        prop_assert_eq!(
            page.all("clinic-booking *").len(),
            page.all("clinic-booking form, clinic-booking form *").len() + 2
        );
        Ok(())
    });
    tried.unwrap();
}

#[tokio::test]
async fn the_page_works_from_the_address_of_the_endpoint() {
    let dist = site::site();
    let desk = desk(&dist);
    let answer = desk.post_form("full_name=A").await;
    let page = Page::of(&answer);
    for (selector, name, value) in [
        ("link[rel=stylesheet]", "href", "../assets/site.css"),
        ("link[rel=canonical]", "href", "https://clinic.example/"),
        ("script", "src", "../assets/elements.js"),
        ("img", "src", "../assets/neck.webp"),
        ("img", "srcset", "../assets/neck.webp 1x, ../assets/neck2.webp 2x"),
        ("form", "action", "../api/booking-requests"),
        ("clinic-neck", "data-model", "../assets/neck.bin"),
        ("a[href^=tel]", "href", "tel:+19495550100"),
        ("body > a:first-of-type", "href", "#book"),
        ("body > a:nth-of-type(3)", "href", "../neck-in-words/#C1"),
        ("body > a:nth-of-type(4)", "href", "/"),
        ("#elsewhere", "name", "full_name"),
    ] {
        assert_eq!(page.attribute(selector, name), Some(value), "{selector}");
    }
    assert_eq!(page.attribute("#elsewhere", "value"), None, "a field outside of the form");
    // Nothing chosen: the group keeps what it had from the start.
    assert_eq!(page.checked("topic"), ["book"]);
    // The site's policy, but never a cached copy of what a patient typed.
    assert_eq!(answer.header("content-security-policy"), "default-src 'self'");
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_form_in_a_frame_is_answered_in_the_frame() {
    let dist = site::site();
    let desk = desk(&dist);
    for (header, value, title) in [
        ("sec-fetch-dest", "iframe", "Error: In a frame"),
        ("referer", "https://clinic.example/headache/frame.html?from=host", "Error: In a frame"),
        ("sec-fetch-dest", "document", "Error: Neck & head"),
        ("referer", "https://clinic.example/headache/", "Error: Neck & head"),
    ] {
        let post = Request::post(PATH)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", HTML)
            .header(header, value)
            .body(Body::from("full_name=A"))
            .unwrap();
        let answer = desk.send(post).await;
        let page = Page::of(&answer);
        assert_eq!(page.text("title"), title, "{header}: {value}");
        let necks = usize::from(!title.contains("frame"));
        assert_eq!(page.all("clinic-neck").len(), necks, "{header}: {value}");
        assert_eq!(answer.header("x-frame-options"), "", "{header}: {value}");
    }
    std::fs::remove_file(dist.path().join("frame.html")).unwrap();
    let answer = desk.post_form("full_name=A").await;
    assert_eq!(Page::of(&answer).text("title"), "Error: Neck & head");
}

#[tokio::test]
async fn consent_is_asked_for_where_the_form_says_so() {
    for (consent, status) in
        [("data-consent=\"required\"", 422), ("data-consent=\"optional\"", 303), ("", 303)]
    {
        let dist = site::site_with(consent);
        let desk = desk(&dist);
        let answer = desk.post_form(FORM).await;
        assert_eq!(answer.status.as_u16(), status, "{consent}");
        if status == 422 {
            assert_eq!(Page::of(&answer).text("#error-consent"), "Error: Tick the box");
            assert_eq!(desk.post_form(&format!("{FORM}&consent=yes")).await.status, StatusCode::SEE_OTHER);
        }
    }
}

#[tokio::test]
async fn json_errors_have_the_forms_sentences_too() {
    let dist = site::site();
    let answer = desk(&dist).post_json(&serde_json::json!({ "phone": "1" })).await;
    assert_eq!(answer.errors(), ["full_name.missing", "phone.format"]);
    assert_eq!(answer.json()["errors"][0]["message"], "Enter your name & no more");
    assert_eq!(answer.json()["errors"][1]["message"], "Enter a phone number <10 digits>");
}

#[tokio::test]
async fn an_owners_edit_of_the_built_page_holds_at_once() {
    let dist = site::site();
    let desk = desk(&dist);
    for file in ["fragments/booking.html", "index.html"] {
        let path = dist.path().join(file);
        let html = std::fs::read_to_string(&path).unwrap().replace("Enter your name", "Tell us your name");
        std::fs::write(path, html).unwrap();
    }
    assert_eq!(
        Page::of(&desk.post_form("").await).text("#error-full_name"),
        "Error: Tell us your name & no more"
    );
}

#[tokio::test]
async fn the_rules_hold_while_a_new_site_is_being_written() {
    let dist = site::site_with("data-consent=\"required\"");
    let desk = desk(&dist);
    assert_eq!(desk.post_form(FORM).await.status.as_u16(), 422);
    std::fs::remove_dir_all(dist.path().join("fragments")).unwrap();
    std::fs::write(dist.path().join("index.html"), "").unwrap();
    let page = Page::of(&desk.post_form(FORM).await);
    assert_eq!(page.text("ul li"), "Consent: Tick the box");
}

#[tokio::test]
async fn a_site_without_header_rules_keeps_its_styles() {
    let dist = site::site();
    std::fs::remove_file(dist.path().join("_headers")).unwrap();
    let answer = desk(&dist).post_form("full_name=A").await;
    assert_eq!((answer.status.as_u16(), answer.header("content-security-policy")), (422, ""));
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn too_many_keeps_what_was_typed_and_names_the_phone() {
    let dist = site::site();
    let desk = desk_with(|config| {
        config.dist = Some(dist.path().to_owned());
        config.limits.burst = 1;
        config.limits.per_minute = 1;
    });
    assert_eq!(desk.post_form(FORM).await.status, StatusCode::SEE_OTHER);
    let answer = desk.post_form(&FORM.replace("Ana", "Eva")).await;
    assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "60"));
    let page = Page(Html::parse_document(answer.text()));
    assert_eq!(page.attribute("#booking-full_name", "value"), Some("Eva Lee"));
    assert_eq!(page.text("[data-error-summary] h3"), "Your request was not sent");
    assert_eq!(page.attribute("[data-error-summary] li a", "href"), Some("tel:+19495550100"));
}

#[tokio::test]
async fn a_site_without_a_form_still_gets_an_answer() {
    let dist = TempDir::new().unwrap();
    std::fs::write(dist.path().join("index.html"), "<!doctype html><title>Plain</title>").unwrap();
    let desk = desk(&dist);
    let page = Page::of(&desk.post_form("full_name=A").await);
    assert!(page.text("ul li").starts_with("Phone: "));
    assert_eq!(desk.post_form(FORM).await.status, StatusCode::SEE_OTHER);
}
