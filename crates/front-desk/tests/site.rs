//! The files of the built site.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Desk, desk, desk_with, site};
use tempfile::TempDir;

fn serve(dist: &TempDir) -> Desk {
    desk_with(|config| config.dist = Some(dist.path().to_owned()))
}

#[tokio::test]
async fn every_file_has_its_type() {
    let dist = site::site();
    let desk = serve(&dist);
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/sent/", "text/html; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/elements.js", "text/javascript; charset=utf-8"),
        ("/assets/neck.wasm", "application/wasm"),
        ("/assets/neck.webp", "image/webp"),
        ("/assets/serif.woff2", "font/woff2"),
        ("/assets/words.json", "application/json"),
        ("/assets/neck.bin", "application/octet-stream"),
    ] {
        let answer = desk.get(path).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, kind), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn ranges_and_conditions() {
    let dist = site::site();
    let desk = serve(&dist);
    let part = desk.get_with("/assets/neck.bin", &[("range", "bytes=2-4")]).await;
    assert_eq!(
        (part.status.as_u16(), part.text(), part.header("content-range")),
        (206, "234", "bytes 2-4/10")
    );
    let last = desk.get_with("/assets/neck.bin", &[("range", "bytes=-3")]).await;
    assert_eq!((last.status.as_u16(), last.text()), (206, "789"));
    let beyond = desk.get_with("/assets/neck.bin", &[("range", "bytes=20-30")]).await;
    assert_eq!((beyond.status.as_u16(), beyond.header("content-range")), (416, "bytes */10"));

    let whole = desk.get("/assets/neck.bin").await;
    for (condition, value) in
        [("if-modified-since", whole.header("last-modified")), ("if-none-match", whole.header("etag"))]
    {
        assert!(!value.is_empty());
        let answer = desk.get_with("/assets/neck.bin", &[(condition, value)]).await;
        assert_eq!((answer.status.as_u16(), answer.body.len()), (304, 0), "{condition}");
    }
    let head = desk
        .send(axum::http::Request::head("/assets/neck.bin").body(axum::body::Body::empty()).unwrap())
        .await;
    assert_eq!((head.status.as_u16(), head.header("content-length"), head.body.len()), (200, "10", 0));
}

#[tokio::test]
async fn what_is_not_there_gets_the_sites_own_page() {
    let dist = site::site();
    let desk = serve(&dist);
    for path in [
        "/nothing",
        "/nothing/at/all.html",
        "/assets/",
        "/assets/none.wasm",
        "/_headers",
        "/%5Fheaders",
        "/sent/../_headers",
    ] {
        let answer = desk.get_with(path, &[("range", "bytes=0-1"), ("if-none-match", "*")]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (404, "text/html; charset=utf-8"),
            "{path}"
        );
        assert_eq!(answer.text(), "<!doctype html><title>Nothing here</title>", "{path}");
    }
    let answer = desk.get("/sent").await;
    assert_eq!((answer.status.is_redirection(), answer.header("location")), (true, "/sent/"));
}

#[tokio::test]
async fn no_path_leads_out_of_the_site() {
    let dist = site::site();
    let desk = serve(&dist);
    let secret = site::secret(dist.path());
    assert!(secret.is_file());
    let name = secret.file_name().unwrap().to_str().unwrap();
    let absolute = secret.display().to_string();
    for path in [
        format!("/../{name}"),
        format!("/assets/../../{name}"),
        format!("/%2e%2e/{name}"),
        format!("/..%2f{name}"),
        format!("/%2e%2e%2f{name}"),
        format!("/..%5c{name}"),
        format!("/....//{name}"),
        absolute.clone(),
        format!("/{}", absolute.replace('/', "%2f")),
        format!("/assets/..%00/{name}"),
        "/%00".into(),
    ] {
        let answer = desk.get(&path).await;
        assert_eq!(answer.status.as_u16(), 404, "{path}");
        assert!(!answer.text().contains("secret"), "{path}");
    }
    std::fs::remove_file(secret).unwrap();
}

#[tokio::test]
async fn the_sites_header_rules_hold() {
    let dist = site::site();
    let desk = serve(&dist);
    for (path, policy, cache, origin) in [
        ("/", "default-src 'self'", "no-cache", ""),
        ("/assets/site.css", "default-src 'self'", "max-age=31536000, immutable", "*"),
        ("/nothing", "default-src 'self'", "no-cache", ""),
        // Nobody may remember for a year that a file is missing, as it comes with the next build.
        ("/assets/none.wasm", "default-src 'self'", "no-cache", "*"),
    ] {
        let answer = desk.get(path).await;
        let found = ["content-security-policy", "cache-control", "access-control-allow-origin"]
            .map(|name| answer.header(name));
        assert_eq!(found, [policy, cache, origin], "{path}");
    }
    let dist = site::site();
    std::fs::write(dist.path().join("_headers"), "/*\n  no colon\n").unwrap();
    let config = common::desk_config(&dist);
    let error = front_desk::app(config.0).unwrap_err().to_string();
    assert!(error.contains("_headers, line 2: a header has no colon"), "{error}");
}

#[tokio::test]
async fn without_a_site_there_is_only_the_interface() {
    let desk = desk();
    assert_eq!(desk.get("/").await.status.as_u16(), 404);
    assert_eq!(desk.get("/healthz").await.status.as_u16(), 200);
    let empty = TempDir::new().unwrap();
    let error = front_desk::app(common::desk_config(&empty).0).unwrap_err().to_string();
    assert!(error.contains("Build it first"), "{error}");
}
