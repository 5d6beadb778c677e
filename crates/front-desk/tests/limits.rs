//! What one sender may use, who may send from where, and what nobody gets to read.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::net::SocketAddr;

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode},
};
use common::{Desk, FORM, PATH, Silent, desk, desk_with, request, site};

fn from(address: &str, forwarded: &[&str]) -> Request<Body> {
    let mut request = Request::post(PATH).header("content-type", "application/json");
    for value in forwarded {
        request = request.header("x-forwarded-for", *value);
    }
    let mut request = request.body(Body::from("{}")).unwrap();
    request.extensions_mut().insert(ConnectInfo(address.parse::<SocketAddr>().unwrap()));
    request
}

async fn status(desk: &Desk, address: &str, forwarded: &[&str]) -> u16 {
    desk.send(from(address, forwarded)).await.status.as_u16()
}

#[tokio::test]
async fn each_address_has_its_own_allowance() {
    let desk = desk_with(|config| {
        config.limits.burst = 3;
        config.limits.per_minute = 6;
    });
    for _ in 0..3 {
        assert_eq!(status(&desk, "192.0.2.1:1000", &[]).await, 422);
    }
    let answer = desk.send(from("192.0.2.1:2000", &["203.0.113.9"])).await;
    assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "10"));
    assert_eq!(answer.errors(), ["-.too_many"]);
    assert_eq!(status(&desk, "192.0.2.2:1000", &[]).await, 422, "another address");
    desk.hands.forward(9);
    assert_eq!(status(&desk, "192.0.2.1:1000", &[]).await, 429);
    desk.hands.forward(1);
    assert_eq!(status(&desk, "192.0.2.1:1000", &[]).await, 422);
    assert_eq!(status(&desk, "192.0.2.1:1000", &[]).await, 429);
    for _ in 0..20 {
        assert_eq!(desk.get("/healthz").await.status, StatusCode::OK, "only requests count");
    }
}

#[tokio::test]
async fn what_cannot_be_read_counts_too() {
    let desk = desk_with(|config| {
        config.limits.burst = 2;
        config.limits.per_minute = 1;
    });
    assert_eq!(desk.post("application/json", "{").await.status.as_u16(), 400);
    assert_eq!(desk.post("text/plain", "{").await.status.as_u16(), 415);
    assert_eq!(desk.post("text/plain", "{").await.status.as_u16(), 429);
}

#[tokio::test]
async fn behind_a_proxy_the_address_it_wrote_counts_and_no_other() {
    let desk = desk_with(|config| {
        config.behind_proxy = true;
        config.limits.burst = 1;
        config.limits.per_minute = 1;
    });
    assert_eq!(status(&desk, "127.0.0.1:1", &["203.0.113.1"]).await, 422);
    assert_eq!(status(&desk, "127.0.0.1:1", &["203.0.113.2"]).await, 422);
    assert_eq!(
        status(&desk, "127.0.0.1:1", &["203.0.113.3, 203.0.113.1"]).await,
        429,
        "what the sender wrote means nothing"
    );
    assert_eq!(status(&desk, "127.0.0.1:1", &["203.0.113.4", "203.0.113.2"]).await, 429);
    assert_eq!(status(&desk, "127.0.0.1:1", &["nonsense"]).await, 422, "falls back to the connection");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_arrive_is_given_up() {
    let desk = desk();
    let began = tokio::time::Instant::now();
    let answer = desk.post("application/json", Body::new(Silent)).await;
    assert_eq!(
        (answer.status, answer.errors()),
        (StatusCode::REQUEST_TIMEOUT, vec!["-.too_slow".to_owned()])
    );
    assert_eq!(began.elapsed(), front_desk::Limits::default().body_time);
}

#[tokio::test]
async fn only_configured_origins_may_send_by_script() {
    let desk = desk_with(|config| {
        config.allow_origins = vec!["https://clinic.example".into(), "http://localhost:9000".into()];
    });
    let preflight = |origin: &'static str| {
        Request::options(PATH)
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type")
            .body(Body::empty())
            .unwrap()
    };
    for (origin, allowed) in [
        ("https://clinic.example", true),
        ("http://localhost:9000", true),
        ("https://evil.example", false),
        ("https://clinic.example.evil.example", false),
        ("null", false),
    ] {
        let answer = desk.send(preflight(origin)).await;
        assert_eq!(
            answer.header("access-control-allow-origin"),
            if allowed { origin } else { "" },
            "{origin}"
        );
        if allowed {
            assert!(answer.status.is_success());
            assert_eq!(answer.header("access-control-allow-methods"), "POST");
            assert_eq!(answer.header("access-control-allow-headers"), "content-type,accept");
        }
        let post = Request::post(PATH)
            .header("origin", origin)
            .header("content-type", "application/json")
            .body(Body::from("{}"))
            .unwrap();
        let answer = desk.send(post).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "errors are readable from there, too");
        assert_eq!(
            answer.header("access-control-allow-origin"),
            if allowed { origin } else { "" },
            "{origin}"
        );
        assert_eq!(answer.header("access-control-allow-credentials"), "");
        assert!(answer.header("vary").contains("origin"));
    }
    let none = common::desk();
    assert_eq!(
        none.send(preflight("https://clinic.example")).await.header("access-control-allow-origin"),
        ""
    );
    for origin in [
        "clinic.example",
        "https://clinic.example/",
        "*",
        "https://*",
        "https://a b",
        "",
        "ftp://clinic.example",
    ] {
        let data = tempfile::TempDir::new().unwrap();
        let mut config = front_desk::Config::new(data.path());
        config.allow_origins = vec![origin.to_owned()];
        let error = front_desk::app(config).unwrap_err().to_string();
        assert!(error.contains("is no origin"), "{origin}: {error}");
    }
}

#[tokio::test]
async fn every_answer_is_private_and_harmless() {
    let desk = desk();
    for answer in [
        desk.post_json(&request("an-id-of-mine")).await,
        desk.post_json(&request("?")).await,
        desk.get("/healthz").await,
        desk.get("/api/x").await,
    ] {
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
    }
}

#[tokio::test]
async fn the_log_holds_nothing_of_a_request() {
    let dist = site::site();
    let desk = desk_with(|config| config.dist = Some(dist.path().to_owned()));
    let canary = "canary7f3a";
    let body = FORM.replace("Ana", canary);
    desk.post_form(&body).await;
    desk.post_form(&body.replace("phone=", "x=")).await;
    desk.post_json(&serde_json::json!({ "full_name": canary, "phone": canary, canary: canary })).await;
    desk.post("application/json", format!("{{{canary}")).await;
    desk.post(canary, canary).await;
    for path in [
        format!("/api/{canary}"),
        format!("/{canary}?full_name={canary}"),
        format!("{PATH}?{canary}"),
        format!("/healthz?{canary}"),
    ] {
        desk.get_with(&path, &[("referer", canary), ("user-agent", canary)]).await;
    }
    let log = desk.log.lock().unwrap().join("\n");
    assert!(
        log.contains("303 in ")
            && log.contains("422 in ")
            && log.contains("400 in ")
            && log.contains("404 in "),
        "{log}"
    );
    assert!(!log.contains(canary), "{log}");
}
