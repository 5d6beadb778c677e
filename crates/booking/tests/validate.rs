//! The rules of the form, as a patient meets them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use booking::{ContactBy, Day, Draft, ErrorCode, Field, FieldError, PartOfDay, Rules, Topic, validate};

const LAX: Rules = Rules { consent_required: false };

fn typed(pairs: &[(&str, &str)]) -> Draft {
    Draft::from_pairs(pairs.iter().copied())
}

fn errors(pairs: &[(&str, &str)], rules: Rules) -> Vec<&'static str> {
    match validate(&typed(pairs), &rules) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.into_iter().map(FieldError::key).collect(),
    }
}

#[test]
fn what_is_required() {
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
    let table: &[Case] = &[
        (&[], &["error.full_name.missing", "error.phone.missing"]),
        (&[("full_name", "Ana Lee"), ("phone", "949-555-0123")], &[]),
        (&[("full_name", "Ana Lee"), ("email", "ana@example.com")], &[]),
        (&[("full_name", "Ana Lee")], &["error.phone.missing"]),
        (&[("full_name", " \u{200b}\u{a0}\n "), ("email", "ana@example.com")], &["error.full_name.missing"]),
        (
            &[("full_name", "A"), ("email", "a@b.co"), ("contact_by", "phone")],
            &["error.phone.needed_to_call"],
        ),
        (&[("full_name", "A"), ("email", "a@b.co"), ("contact_by", "text")], &["error.phone.needed_to_text"]),
        (
            &[("full_name", "A"), ("phone", "9495550123"), ("contact_by", "email")],
            &["error.email.needed_to_email"],
        ),
        (&[("full_name", "A"), ("contact_by", "email")], &["error.email.needed_to_email"]),
        (&[("full_name", "A"), ("contact_by", "text")], &["error.phone.needed_to_text"]),
        (&[("full_name", "A"), ("phone", "12")], &["error.phone.format"]),
        (&[("full_name", "A"), ("phone", "9495550123"), ("email", "ana@")], &["error.email.format"]),
        (
            &[("full_name", "A"), ("phone", "12"), ("contact_by", "email")],
            &["error.phone.format", "error.email.needed_to_email"],
        ),
    ];
    for (pairs, expected) in table {
        assert_eq!(errors(pairs, LAX), *expected, "{pairs:?}");
    }
}

#[test]
fn consent_is_needed_only_where_the_owner_says_so() {
    let strict = Rules { consent_required: true };
    let mut pairs = vec![("full_name", "A"), ("phone", "9495550123")];
    assert_eq!(errors(&pairs, strict), ["error.consent.missing"]);
    assert!(errors(&pairs, LAX).is_empty());
    pairs.push(("consent", "no"));
    assert_eq!(errors(&pairs, strict), ["error.consent.missing"]);
    pairs.push(("consent", "yes"));
    assert!(errors(&pairs, strict).is_empty());
}

#[test]
fn a_question_ignores_the_times() {
    let mut pairs = vec![
        ("full_name", "A"),
        ("phone", "9495550123"),
        ("days", "sun"),
        ("time_of_day", "noon"),
        ("times_note", "x\u{7}"),
    ];
    assert_eq!(
        errors(&pairs, LAX),
        ["error.days.unknown", "error.time_of_day.unknown", "error.times_note.control"]
    );
    pairs.push(("topic", "question"));
    let request = validate(&typed(&pairs), &LAX).unwrap();
    assert_eq!(request.topic, Topic::Question);
    assert!(request.days.is_empty() && request.time_of_day.is_empty() && request.times_note.is_empty());
}

#[test]
fn unknown_choices_are_refused() {
    for field in ["topic", "contact_by", "days", "time_of_day", "visited_before"] {
        let pairs = [("full_name", "A"), ("phone", "9495550123"), (field, "BOOK")];
        assert_eq!(errors(&pairs, LAX), [format!("error.{field}.unknown")]);
    }
}

#[test]
fn lengths_count_characters_not_bytes() {
    for field in Field::ALL {
        let Some(max) = field.max_chars() else { continue };
        let fill = |n: usize| match field {
            Field::Email => format!("{}@b.co", "é".repeat(n - 5)),
            Field::Phone => format!("9495550123{}", "\u{2013}".repeat(n - 10)),
            _ => "é".repeat(n),
        };
        let with = |n: usize| {
            let mut draft = typed(&[("full_name", "A"), ("phone", "9495550123")]);
            draft.push(field.name(), &fill(n));
            validate(&draft, &LAX)
        };
        assert!(with(max).is_ok(), "{field:?}");
        assert_eq!(with(max + 1), Err(vec![FieldError { field, code: ErrorCode::TooLong }]));
    }
}

#[test]
fn control_characters_are_refused_but_line_breaks_of_long_texts() {
    for field in ["full_name", "phone", "email", "times_note", "message"] {
        let mut draft = typed(&[("full_name", "A"), ("phone", "9495550123")]);
        let text = |c: &str| match field {
            "phone" => format!("949{c}5550123"),
            "email" => format!("a{c}b@c.de"),
            _ => format!("a{c}b"),
        };
        for c in ["\0", "\u{7}", "\u{1b}[31m", "\u{7f}", "\u{85}", "\u{9b}"] {
            draft.push(field, &text(c));
            let errors = validate(&draft, &LAX).unwrap_err();
            assert_eq!(errors[0].key(), format!("error.{field}.control"), "{c:?}");
        }
        draft.push(field, &text("\r\n"));
        assert_eq!(validate(&draft, &LAX).is_ok(), matches!(field, "message" | "times_note"), "{field}");
    }
}

#[test]
fn what_was_typed_stays_and_stray_blanks_go() {
    let request = validate(
        &typed(&[
            ("full_name", "  Ana  María Lee\t"),
            ("phone", " (949) 555-0123 ext. 4 "),
            ("email", " ana@example.com "),
            ("message", "\r\nfirst\r\nsecond\rthird \n"),
            ("days", "fri"),
            ("days", "mon"),
            ("days", "fri"),
            ("time_of_day", "afternoon"),
            ("contact_by", "text"),
        ]),
        &LAX,
    )
    .unwrap();
    assert_eq!(request.full_name.as_str(), "Ana  María Lee");
    let phone = request.phone.as_ref().unwrap();
    assert_eq!(phone.typed.as_str(), " (949) 555-0123 ext. 4 ");
    assert_eq!(phone.e164.as_str(), "+19495550123");
    assert_eq!(request.email.as_ref().unwrap().as_str(), "ana@example.com");
    assert_eq!(request.message.as_str(), "first\nsecond\nthird");
    assert_eq!(request.days, [Day::Monday, Day::Friday]);
    assert_eq!(request.time_of_day, [PartOfDay::Afternoon]);
    assert_eq!((request.topic, request.contact_by), (Topic::Book, Some(ContactBy::Text)));
}

#[test]
fn nothing_typed_can_be_printed_by_accident() {
    let canaries = [
        ("full_name", "canary-n"),
        ("phone", "949-555-0177"),
        ("email", "canary@e.co"),
        ("message", "canary-m"),
    ];
    let draft = typed(&canaries);
    let request = validate(&draft, &LAX).unwrap();
    let printed = format!(
        "{draft:?} {request:?} {:?}",
        booking::Submitted { draft: draft.clone(), ..Default::default() }
    );
    for (_, canary) in canaries {
        assert!(!printed.contains(canary), "{printed}");
    }
    assert!(!printed.contains("+1949"), "{printed}");
}
