//! A small built site with the same markup contract as the real one.

use std::{fs, path::Path};

use tempfile::TempDir;

const STRINGS: &str = "errors.prefix=Error:
error.full_name.missing=Enter your name &amp; no more
error.phone.format=Enter a phone number &lt;10 digits&gt;
error.phone.missing=Enter a phone number or an email address
error.consent.missing=Tick the box
error.times_note.control=That character cannot be sent
outcome.unreachable.title=Your request was not sent
outcome.unreachable.text=Try again in a minute.
outcome.call=The surest way is to call:";

/// The booking root, with the given attribute for consent.
pub fn booking(consent: &str) -> String {
    let radio = |name: &str, value: &str, checked: &str| {
        format!(
            r#"<label><input class="tick" type="radio" name="{name}" value="{value}" id="booking-{name}-{value}"{checked}>{value}</label>"#
        )
    };
    let boxes = |name: &str, value: &str| {
        format!(
            r#"<label><input type="checkbox" name="{name}" value="{value}" id="booking-{name}-{value}">{value}</label>"#
        )
    };
    let slot =
        |name: &str| format!(r#"<p class="msg" id="error-{name}" data-error-for="{name}" hidden><!></p>"#);
    let line = |name: &str, kind: &str| {
        format!(
            r#"<input class="box" id="booking-{name}" name="{name}" type="{kind}" aria-describedby="error-{name}">{}"#,
            slot(name)
        )
    };
    let area = |name: &str| {
        format!(r#"<textarea id="booking-{name}" name="{name}" rows="3"> </textarea>{}"#, slot(name))
    };
    format!(
        r#"<clinic-booking data-root="booking" data-state="form" {consent} data-phone="949-555-0100" data-phone-href="tel:+19495550100">
<template data-strings>{STRINGS}</template>
<div class="root"><form method="post" action="api/booking-requests" novalidate>
<div data-error-summary tabindex="-1" hidden><h3>Not sent yet. Check these answers:</h3><ul><!></ul><p>Everything you typed is still here.</p></div>
{topic}{full_name}{phone}{email}{contact}{days}{parts}{note}{message}
<input type="checkbox" name="consent" value="yes" id="booking-consent">{consent_slot}
<button type="submit">Send</button></form></div></clinic-booking>"#,
        topic = radio("topic", "book", " checked") + &radio("topic", "question", "") + &slot("topic"),
        full_name = line("full_name", "text"),
        phone = line("phone", "tel"),
        email = line("email", "email"),
        contact = radio("contact_by", "phone", "")
            + &radio("contact_by", "text", "")
            + &radio("contact_by", "email", ""),
        days = boxes("days", "mon") + &boxes("days", "tue") + &boxes("days", "thu"),
        parts = boxes("time_of_day", "morning") + &boxes("time_of_day", "afternoon"),
        note = area("times_note"),
        message = area("message"),
        consent_slot = slot("consent"),
    )
}

pub fn site() -> TempDir {
    site_with("data-consent=\"optional\"")
}

pub fn site_with(consent: &str) -> TempDir {
    let dist = TempDir::new().unwrap();
    let booking = booking(consent);
    let page = format!(
        r##"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Neck &amp; head</title>
<link rel="stylesheet" href="assets/site.css"><link rel="canonical" href="https://clinic.example/">
<script type="module" src="assets/elements.js"></script></head><body>
<a href="#book">Book now</a><a href="tel:+19495550100">Call</a><a href="neck-in-words/#C1">C1</a><a href="/">Top</a>
<img src="assets/neck.webp" srcset="assets/neck.webp 1x, assets/neck2.webp 2x" alt="">
<input name="full_name" id="elsewhere"><clinic-neck data-root="neck" data-model="assets/neck.bin"></clinic-neck>
<section id="book">{booking}</section></body></html>"##
    );
    let write = |name: &str, content: &[u8]| {
        let path = dist.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    };
    write("index.html", page.as_bytes());
    write("frame.html", page.replace("Neck &amp; head", "In a frame").as_bytes());
    write("fragments/booking.html", booking.as_bytes());
    write("404.html", b"<!doctype html><title>Nothing here</title>");
    write("sent/index.html", b"<!doctype html><title>What happens next</title>");
    write("robots.txt", b"User-agent: *\n");
    write("assets/site.css", b"p{}");
    write("assets/elements.js", b"export {};");
    write("assets/neck.wasm", b"\0asm\x01\0\0\0");
    write("assets/neck.webp", b"RIFF");
    write("assets/serif.woff2", b"wOF2");
    write("assets/words.json", b"{}");
    write("assets/icon.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
    write("assets/neck.bin", b"0123456789");
    write(
        "_headers",
        b"/*\n  Content-Security-Policy: default-src 'self'\n  Cache-Control: no-cache\n/assets/*\n  Cache-Control: max-age=31536000, immutable\n  Access-Control-Allow-Origin: *\n/\n  X-Frame-Options: SAMEORIGIN\n",
    );
    fs::write(secret(dist.path()), "secret").unwrap();
    dist
}

/// A file beside the site that nobody may get.
pub fn secret(dist: &Path) -> std::path::PathBuf {
    dist.parent().unwrap().join(format!("{}-secret.txt", dist.file_name().unwrap().to_str().unwrap()))
}
