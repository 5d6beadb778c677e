//! The files of the built site, packed on their way out.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::{fs, io::Read, time::Duration};

use axum::{body::Body, http::Request};
use common::{Answer, Desk, FORM, desk_with, site};
use tempfile::TempDir;

/// What Chromium sends.
const BROWSER: &str = "gzip, deflate, br, zstd";

fn serve(dist: &TempDir) -> Desk {
    desk_with(|config| config.dist = Some(dist.path().to_owned()))
}

/// What a browser makes of the body.
fn unpacked(answer: &Answer) -> Vec<u8> {
    let mut plain = Vec::new();
    match answer.header("content-encoding") {
        "br" => brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut plain).unwrap(),
        "gzip" => flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut plain).unwrap(),
        "" => answer.body.as_slice().read_to_end(&mut plain).unwrap(),
        other => panic!("nobody asked for {other}"),
    };
    plain
}

fn brotli_at(quality: i32, plain: &[u8]) -> Vec<u8> {
    let settings = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*plain, &mut packed, &settings).unwrap();
    packed
}

async fn head(desk: &Desk, path: &str, accept: &str) -> Answer {
    desk.send(Request::head(path).header("accept-encoding", accept).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn every_encoding_is_negotiated_and_unpacks_to_the_file() {
    let dist = site::site();
    let desk = serve(&dist);
    for (path, file) in [
        ("/", "index.html"),
        ("/sent/", "sent/index.html"),
        ("/frame.html", "frame.html"),
        ("/fragments/booking.html", "fragments/booking.html"),
        ("/robots.txt", "robots.txt"),
        ("/assets/site.css", "assets/site.css"),
        ("/assets/elements.js", "assets/elements.js"),
        ("/assets/words.json", "assets/words.json"),
        ("/assets/icon.svg", "assets/icon.svg"),
        ("/assets/neck.wasm", "assets/neck.wasm"),
        ("/assets/neck.bin", "assets/neck.bin"),
    ] {
        let bytes = fs::read(dist.path().join(file)).unwrap();
        for (accept, encoding) in [
            (BROWSER, "br"),
            ("gzip", "gzip"),
            ("br;q=0.4, gzip;q=0.9", "gzip"),
            ("br;q=0, gzip", "gzip"),
            ("br;q=0, gzip;q=0", ""),
            ("identity", ""),
            ("*;q=0", ""),
            ("zstd", ""),
        ] {
            let answer = desk.get_with(path, &[("accept-encoding", accept)]).await;
            assert_eq!(
                (answer.status.as_u16(), answer.header("content-encoding")),
                (200, encoding),
                "{path} {accept}"
            );
            assert_eq!(answer.header("content-length"), answer.body.len().to_string(), "{path} {accept}");
            assert_eq!(answer.header("vary"), "accept-encoding", "{path} {accept}");
            assert!(unpacked(&answer) == bytes, "{path} {accept}: other bytes");
        }
        let answer = desk.get(path).await;
        assert_eq!((answer.header("content-encoding"), answer.header("vary")), ("", "accept-encoding"));
    }
    let packed = desk.get_with("/", &[("accept-encoding", BROWSER)]).await;
    assert_eq!(packed.body, brotli_at(11, &fs::read(dist.path().join("index.html")).unwrap()), "as small");
    assert_eq!(packed.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(packed.header("x-frame-options"), "SAMEORIGIN");
}

#[tokio::test]
async fn pictures_and_fonts_stay_as_they_are() {
    let dist = site::site();
    let desk = serve(&dist);
    for path in ["/assets/serif.woff2", "/assets/neck.webp"] {
        let answer = desk.get_with(path, &[("accept-encoding", BROWSER)]).await;
        assert_eq!(answer.body, fs::read(dist.path().join(&path[1..])).unwrap());
        assert_eq!((answer.header("content-encoding"), answer.header("vary")), ("", ""), "{path}");
        let again = desk
            .get_with(path, &[("accept-encoding", BROWSER), ("if-none-match", answer.header("etag"))])
            .await;
        assert_eq!(again.status.as_u16(), 304, "{path}");
    }
}

#[tokio::test]
async fn hostile_wishes_get_the_file_all_the_same() {
    let dist = site::site();
    let desk = serve(&dist);
    let bytes = fs::read(dist.path().join("index.html")).unwrap();
    let long = format!("{}gzip", "br;q=0,".repeat(9_000));
    for accept in
        ["br;q=1e309", "br;q=NaN", "br;q=-0", ";;;", ",", "br\tgzip", "../../br", "br;q=0.999999999", &long]
    {
        for path in ["/", "/nothing", "/../secret", "//index.html", "/%00", "/assets/"] {
            let answer = desk.get_with(path, &[("accept-encoding", accept)]).await;
            let status = answer.status.as_u16();
            assert!(status == 200 || status == 404, "{path} {status}");
            if status == 200 {
                assert!(unpacked(&answer) == bytes, "{path} {}", &accept[..9.min(accept.len())]);
            }
        }
    }
    let noise = axum::http::HeaderValue::from_bytes(b"\xff\xfe, br").unwrap();
    let request = Request::get("/").header("accept-encoding", noise).body(Body::empty()).unwrap();
    assert!(unpacked(&desk.send(request).await) == bytes);
}

#[tokio::test]
async fn an_edited_file_is_served_fresh() {
    let dist = site::site();
    let desk = serve(&dist);
    for file in ["index.html", "assets/site.css"] {
        let path = dist.path().join(file);
        let first = fs::read(&path).unwrap();
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        let get = async || unpacked(&desk.get_with(&format!("/{file}"), &[("accept-encoding", "br")]).await);
        assert!(get().await == first);
        // As long and as old as before: only the content tells.
        let second = first.iter().map(u8::to_ascii_uppercase).collect::<Vec<_>>();
        fs::write(&path, &second).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        assert!(get().await == second, "{file}: stale");
        fs::write(&path, &first).unwrap();
        assert!(get().await == first, "{file}: stale after it was taken back");
    }
}

#[tokio::test]
async fn a_copy_beside_the_file_is_sent_while_it_is_of_that_file() {
    let dist = site::site();
    let desk = serve(&dist);
    let (file, copy) = (dist.path().join("assets/big.js"), dist.path().join("assets/big.js.br"));
    let script = "export const bones = ['atlas', 'axis'];".repeat(9);
    // Less well packed than we would, so that it can be told from ours.
    let theirs = brotli_at(1, script.as_bytes());
    assert_ne!(theirs, brotli_at(11, script.as_bytes()));
    fs::write(&file, &script).unwrap();
    fs::write(&copy, &theirs).unwrap();
    let get = async |accept| desk.get_with("/assets/big.js", &[("accept-encoding", accept)]).await;
    assert_eq!(get("br").await.body, theirs);
    assert_eq!(get("gzip").await.header("content-encoding"), "gzip", "there is no such copy");
    let edited = script.replace("atlas", "C1");
    fs::write(&file, &edited).unwrap();
    let later = fs::File::options().write(true).open(&copy).unwrap();
    later.set_modified(std::time::SystemTime::now() + Duration::from_mins(1)).unwrap();
    assert_eq!(unpacked(&get("br").await), edited.as_bytes(), "the copy is of what the file was");
    fs::write(&copy, b"no brotli at all").unwrap();
    fs::write(&file, &script).unwrap();
    assert_eq!(unpacked(&get("br").await), script.as_bytes());
}

#[tokio::test]
async fn each_encoding_has_a_tag_of_its_own() {
    let dist = site::site();
    let desk = serve(&dist);
    let mut tags = Vec::new();
    for accept in ["br", "gzip", "identity"] {
        let answer = desk.get_with("/assets/neck.wasm", &[("accept-encoding", accept)]).await;
        let tag = answer.header("etag").to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"') && !tags.contains(&tag), "{accept} {tag}");
        tags.push(tag);
    }
    for (accept, condition, status) in [
        ("br", tags[0].clone(), 304),
        ("gzip", tags[1].clone(), 304),
        ("identity", tags[2].clone(), 304),
        ("br", format!("\"x\", W/{}", tags[0]), 304),
        ("br", "*".to_owned(), 304),
        // What the browser holds is packed in another way.
        ("br", tags[1].clone(), 200),
        ("br", tags[2].clone(), 200),
        ("identity", tags[0].clone(), 200),
        ("br", "\"-br\"".to_owned(), 200),
        ("br", "-br\"".to_owned(), 200),
        ("br", String::new(), 200),
    ] {
        let headers = [("accept-encoding", accept), ("if-none-match", condition.as_str())];
        let answer = desk.get_with("/assets/neck.wasm", &headers).await;
        assert_eq!(answer.status.as_u16(), status, "{accept} {condition}");
        assert_eq!(answer.header("vary"), "accept-encoding");
        let own = &tags[["br", "gzip", "identity"].iter().position(|one| *one == accept).unwrap()];
        assert_eq!(answer.header("etag"), own);
        assert_eq!(answer.body.is_empty(), status == 304);
    }
    let since = desk.get("/").await.header("last-modified").to_owned();
    let answer = desk.get_with("/", &[("accept-encoding", "br"), ("if-modified-since", &since)]).await;
    assert_eq!((answer.status.as_u16(), answer.body.len()), (304, 0));
    for (condition, status) in [(&tags[0], 200), (&tags[2], 412)] {
        let headers = [("accept-encoding", "br"), ("if-match", condition.as_str())];
        assert_eq!(desk.get_with("/assets/neck.wasm", &headers).await.status.as_u16(), status);
    }
}

#[tokio::test]
async fn a_part_is_cut_from_the_file_as_it_is() {
    let dist = site::site();
    let desk = serve(&dist);
    let part = desk.get_with("/assets/neck.bin", &[("accept-encoding", "br"), ("range", "bytes=2-4")]).await;
    assert_eq!((part.status.as_u16(), part.text(), part.header("content-encoding")), (206, "234", ""));
    // Somebody who has half of the packed bytes must not get half of the plain ones.
    let packed = desk.get_with("/assets/neck.bin", &[("accept-encoding", "br")]).await;
    assert_eq!(packed.header("accept-ranges"), "");
    let tag = packed.header("etag");
    let headers = [("accept-encoding", "br"), ("range", "bytes=2-4"), ("if-range", tag)];
    let rest = desk.get_with("/assets/neck.bin", &headers).await;
    assert_eq!((rest.status.as_u16(), rest.body == packed.body), (200, true));
}

#[tokio::test]
async fn head_tells_what_get_sends() {
    let dist = site::site();
    let desk = serve(&dist);
    for accept in ["br", "gzip", "identity"] {
        let whole = desk.get_with("/", &[("accept-encoding", accept)]).await;
        let only = head(&desk, "/", accept).await;
        assert_eq!(
            (only.status, only.headers, only.body.len()),
            (whole.status, whole.headers, 0),
            "{accept}"
        );
    }
    let post = Request::post("/").header("accept-encoding", "br").body(Body::empty()).unwrap();
    assert_eq!(desk.send(post).await.status.as_u16(), 405);
}

#[tokio::test]
async fn many_who_come_at_once_get_the_same() {
    let dist = site::site();
    let big = (0_u32..60_000).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect::<Vec<_>>();
    fs::write(dist.path().join("assets/big.bin"), &big).unwrap();
    let desk = std::sync::Arc::new(serve(&dist));
    // The first breaks off while its bytes are being packed.
    let first = tokio::spawn({
        let desk = desk.clone();
        async move { desk.get_with("/assets/big.bin", &[("accept-encoding", "br")]).await }
    });
    tokio::time::sleep(Duration::from_millis(5)).await;
    first.abort();
    let all = (0..16).map(|_| {
        let desk = desk.clone();
        tokio::spawn(async move { desk.get_with("/assets/big.bin", &[("accept-encoding", "br")]).await })
    });
    for answer in all.collect::<Vec<_>>() {
        let answer = answer.await.unwrap();
        assert_eq!(answer.header("content-encoding"), "br");
        assert!(unpacked(&answer) == big);
    }
}

/// Packed together, what a patient typed and what others know could be told apart by length.
#[tokio::test]
async fn a_page_with_what_was_typed_is_not_packed() {
    let dist = site::site();
    let desk = serve(&dist);
    let request = Request::post(common::PATH)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept", common::HTML)
        .header("accept-encoding", BROWSER)
        .body(Body::from(FORM.replace("Ana+Lee", "")));
    let answer = desk.send(request.unwrap()).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-encoding")), (422, ""));
    assert!(answer.text().contains("(949) 555-0123"));
}
