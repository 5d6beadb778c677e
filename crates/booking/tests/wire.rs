//! What travels, what comes back, and what may be said about it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use booking::{
    Answer, Exchange, Field, Outcome, Person, Phase, Rules, Sending, Submission, SubmissionId, Submitted,
    outcome, validate,
    wire::{AnswerError, Told, WireError},
};

const RULES: Rules = Rules { consent_required: false };

#[test]
fn the_pairs_carry_everything_and_nothing_empty() {
    let typed = [
        ("full_name", "Ana Lee"),
        ("phone", "949-555-0123"),
        ("days", "tue"),
        ("days", "mon"),
        ("consent", "yes"),
        ("nonsense", "x"),
    ];
    let Submitted { draft, .. } = Submitted::from_pairs(typed).unwrap();
    let submission = Submission {
        submission_id: SubmissionId::new("0b6f5f0e-8a5c-4a55-9d5a-2f4f5a3f9f10"),
        form_version: "7".into(),
        attribution: "utm_source=ad".into(),
        request: validate(&draft, &RULES).unwrap(),
    };
    let pairs = submission.pairs();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(
        pairs,
        [
            ("submission_id", "0b6f5f0e-8a5c-4a55-9d5a-2f4f5a3f9f10"),
            ("form_version", "7"),
            ("attribution", "utm_source=ad"),
            ("topic", "book"),
            ("full_name", "Ana Lee"),
            ("phone", "949-555-0123"),
            ("days", "mon"),
            ("days", "tue"),
            ("consent", "yes"),
        ]
    );
    let back = Submitted::from_pairs(pairs).unwrap();
    assert_eq!(back.submission_id, submission.submission_id);
    assert_eq!((back.form_version, back.attribution), (submission.form_version, submission.attribution));
    assert_eq!(validate(&back.draft, &RULES), Ok(submission.request));
}

#[test]
fn what_only_a_script_writes_is_checked() {
    for (name, value, error) in [
        ("submission_id", "short".to_owned(), WireError::SubmissionId),
        ("submission_id", "with space in it".to_owned(), WireError::SubmissionId),
        ("submission_id", "é".repeat(10), WireError::SubmissionId),
        ("submission_id", "a".repeat(65), WireError::SubmissionId),
    ] {
        assert_eq!(Submitted::from_pairs([(name, value.as_str())]), Err(error), "{value}");
        assert_eq!(error.name(), name);
    }
    assert_eq!(Submitted::from_pairs([("submission_id", "")]).unwrap().submission_id, None);
}

#[test]
fn what_no_patient_can_correct_is_shortened() {
    let submitted = |name, value: &str| Submitted::from_pairs([(name, value)]).unwrap();
    assert_eq!(submitted("form_version", &"é".repeat(65)).form_version, "é".repeat(64));
    assert_eq!(submitted("form_version", "1\n2").form_version, "12");
    assert_eq!(submitted("attribution", &"a".repeat(1001)).attribution, "a".repeat(1000));
    assert_eq!(submitted("attribution", "a\u{1b}b").attribution, "ab");
}

fn ok(reference: &str) -> Answer {
    Answer { ok: Some(true), reference: Some(reference.into()), errors: Vec::new() }
}

fn wrong(field: &str, code: &str, message: &str) -> Answer {
    let error = AnswerError { field: field.into(), code: code.into(), message: message.into() };
    Answer { ok: Some(false), reference: None, errors: vec![error] }
}

#[test]
fn only_a_proof_is_delivered() {
    let delivered = Outcome::Delivered { reference: Some("K7".into()) };
    let none = Answer::default;
    let table = [
        (Exchange::Answered(201), ok("K7"), delivered.clone()),
        (Exchange::Answered(200), ok("K7"), delivered),
        (Exchange::Answered(200), none(), Outcome::Uncertain),
        (Exchange::Answered(200), Answer { ok: Some(false), ..none() }, Outcome::Uncertain),
        (Exchange::Answered(204), none(), Outcome::Uncertain),
        (Exchange::Answered(0), none(), Outcome::Uncertain),
        (Exchange::NoAnswer, ok("K7"), Outcome::Uncertain),
        (Exchange::NotSent, none(), Outcome::Unreachable),
        (Exchange::Answered(302), ok("K7"), Outcome::Refused),
        (Exchange::Answered(400), none(), Outcome::Refused),
        (Exchange::Answered(403), ok("K7"), Outcome::Refused),
        (Exchange::Answered(404), none(), Outcome::Refused),
        // A host of files takes no posts: sending again would not help, the number does.
        (Exchange::Answered(405), none(), Outcome::Refused),
        (Exchange::Answered(408), none(), Outcome::Unreachable),
        (Exchange::Answered(413), none(), Outcome::Refused),
        (Exchange::Answered(422), none(), Outcome::Refused),
        (Exchange::Answered(422), wrong("submission_id", "format", "?"), Outcome::Refused),
        (Exchange::Answered(422), wrong("full_name", "odd", ""), Outcome::Refused),
        (Exchange::Answered(429), none(), Outcome::Unreachable),
        (Exchange::Answered(500), ok("K7"), Outcome::Uncertain),
        (Exchange::Answered(502), none(), Outcome::Uncertain),
        (Exchange::Answered(503), none(), Outcome::Unreachable),
        (Exchange::Answered(504), none(), Outcome::Uncertain),
    ];
    for (exchange, answer, expected) in table {
        assert_eq!(outcome(exchange, answer.clone()), expected, "{exchange:?} {answer:?}");
    }
}

#[test]
fn a_field_error_brings_our_sentence_or_theirs() {
    let told = |key, message: &str| {
        Outcome::FieldErrors(vec![Told { field: Field::Phone, key, message: message.into() }])
    };
    assert_eq!(
        outcome(Exchange::Answered(422), wrong("phone", "format", "Bad")),
        told(Some("error.phone.format"), "Bad")
    );
    assert_eq!(outcome(Exchange::Answered(422), wrong("phone", "blocked", "Bad")), told(None, "Bad"));
}

fn ana() -> Person {
    Person::from_texts(["Ana Lee", "+19495550123", ""])
}

fn id() -> SubmissionId {
    SubmissionId::new("first-id").unwrap()
}

#[test]
fn a_pending_request_cannot_be_sent_twice_and_a_repeat_keeps_its_id() {
    let mut sending = Sending::new();
    let first = sending.press(ana(), id).unwrap();
    assert_eq!(*sending.phase(), Phase::Sending { slow: false });
    assert_eq!(sending.press(ana(), || unreachable!()), None);
    assert!(sending.slow(&first));
    assert_eq!(*sending.phase(), Phase::Sending { slow: true });
    assert!(!sending.slow(&first));

    assert!(sending.settle(&first, Outcome::Uncertain));
    let second = sending.press(ana(), || unreachable!("the id of the first attempt is used")).unwrap();
    assert_eq!(second.submission_id, first.submission_id);
    assert!(!sending.slow(&first), "the clock of the first attempt means nothing to the second");
    assert!(!sending.settle(&first, Outcome::Refused));

    assert!(sending.settle(&second, Outcome::Delivered { reference: None }));
    assert_eq!(sending.press(ana(), || unreachable!()), None, "delivered is delivered");
    assert!(!sending.settle(&second, Outcome::Uncertain));
}

#[test]
fn a_late_proof_turns_uncertain_into_delivered() {
    let mut sending = Sending::new();
    let ticket = sending.press(ana(), id).unwrap();
    assert!(sending.settle(&ticket, Outcome::Uncertain));
    assert!(!sending.settle(&ticket, Outcome::Unreachable));
    assert!(sending.settle(&ticket, Outcome::Delivered { reference: Some("K7".into()) }));
    assert_eq!(*sending.phase(), Phase::Settled(Outcome::Delivered { reference: Some("K7".into()) }));
}

#[test]
fn a_correction_keeps_the_id_and_another_person_gets_another() {
    let other = || SubmissionId::new("second-id").unwrap();
    for (person, same) in [
        (["Ana Lea", "+19495550123", ""], true),
        (["ANA LEE", "+19495550199", "ana@example.com"], true),
        (["Ben Roy", "+19495550199", ""], false),
        (["Ben Roy", "", "ben@example.com"], false),
    ] {
        let mut sending = Sending::new();
        let first = sending.press(ana(), id).unwrap();
        assert_eq!(sending.unproved().unwrap().submission_id, id());
        sending.settle(&first, Outcome::Uncertain);
        // Also after the page was loaded again.
        let mut again = Sending::resume(sending.unproved().cloned());
        let wanted = if same { id() } else { other() };
        for sending in [&mut sending, &mut again] {
            let ticket = sending.press(Person::from_texts(person), other).unwrap();
            assert_eq!(ticket.submission_id, wanted, "{person:?}");
            sending.settle(&ticket, Outcome::Delivered { reference: None });
            assert_eq!(sending.unproved(), None, "what is proved");
        }
    }
}

#[test]
fn every_failure_can_be_tried_again() {
    for outcome in
        [Outcome::FieldErrors(Vec::new()), Outcome::Refused, Outcome::Unreachable, Outcome::Uncertain]
    {
        let mut sending = Sending::new();
        let ticket = sending.press(ana(), id).unwrap();
        sending.settle(&ticket, outcome);
        assert!(sending.press(ana(), || unreachable!()).is_some());
    }
}
