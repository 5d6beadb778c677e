//! What holds for whatever anybody types.
#![allow(clippy::unwrap_used)]

use booking::{
    Draft, ERROR_KEYS, Field, FieldError, Rules, Submission, SubmissionId, Submitted, e164, validate,
};
use proptest::prelude::*;

/// Any text: plain, blank, hostile, or one that the rules like.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        any::<String>(),
        "[ -~]{0,20}",
        "[\\x00-\\x1f\\u{80}-\\u{9f}\\u{200b}\\u{202e} a]{0,6}",
        "[ (]{0,2}[2-9][0-9]{2}[-. )]{0,2}[0-9]{3}[-. ]{0,2}[0-9]{4}( ext\\. [0-9]{1,4})?",
        "[ ]?[a-z]{1,8} ?@ ?[a-z]{1,8}\\. ?[a-z]{2,3}",
        Just(String::new()),
        "[a-zé\\r\\n]{1,300}",
    ]
    .boxed()
}

fn choice(all: &'static [&'static str]) -> BoxedStrategy<String> {
    prop_oneof![8 => prop::sample::select(all).prop_map(str::to_owned), 1 => text()].boxed()
}

fn draft() -> BoxedStrategy<Draft> {
    let texts = (text(), text(), text(), text(), text());
    let lists = (
        prop::collection::vec(choice(&["mon", "tue", "wed", "thu", "fri", ""]), 0..4),
        prop::collection::vec(choice(&["morning", "afternoon"]), 0..4),
    );
    let choices = (
        choice(&["book", "question", ""]),
        choice(&["phone", "text", "email", ""]),
        choice(&["no", "yes", ""]),
        choice(&["yes", ""]),
    );
    (texts, lists, choices)
        .prop_map(|(texts, lists, choices)| Draft {
            topic: choices.0,
            full_name: texts.0,
            phone: texts.1,
            email: texts.2,
            contact_by: choices.1,
            days: lists.0,
            time_of_day: lists.1,
            times_note: texts.3,
            visited_before: choices.2,
            message: texts.4,
            consent: choices.3,
        })
        .boxed()
}

/// A draft that the rules accept, written in many ways.
fn acceptable() -> BoxedStrategy<Draft> {
    let phone = "[ (]{0,2}[2-9][0-9]{2}[-. )]{0,2}[0-9]{3}[-. ]{0,2}[0-9]{4}( ext\\. [0-9]{1,4}|)";
    let email = " ?[a-z]{1,8} ?@[a-z]{1,8}\\.[a-z]{2,3} ?";
    ("[ ]?[A-Zé\u{4e00}a-z][ -~é]{0,30}", phone, email, draft())
        .prop_map(|(full_name, phone, email, rest)| {
            let mut days = rest.days;
            days.retain(|day| booking::Day::from_wire(day).is_some());
            Draft {
                full_name,
                phone,
                email,
                topic: "book".into(),
                contact_by: "text".into(),
                days,
                time_of_day: vec!["afternoon".into(), "morning".into()],
                times_note: "any\r\ntime".into(),
                visited_before: "no".into(),
                message: rest.message.chars().filter(|c| !c.is_control() || *c == '\n').take(2000).collect(),
                consent: rest.consent,
            }
        })
        .boxed()
}

fn pairs_of(draft: &Draft) -> Vec<(&'static str, String)> {
    Field::ALL
        .iter()
        .flat_map(|field| draft.values(*field).into_iter().map(|v| (field.name(), v.to_owned())))
        .collect()
}

fn read(pairs: &[(&'static str, String)]) -> Submitted {
    Submitted::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str()))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_draft_is_judged_with_known_errors_in_order(draft in draft(), consent_required: bool) {
        if let Err(errors) = validate(&draft, &Rules { consent_required }) {
            prop_assert!(!errors.is_empty());
            for error in &errors {
                prop_assert!(ERROR_KEYS.contains(&error.key()), "{error:?} has no sentence");
                prop_assert_eq!(FieldError::from_wire(error.field.name(), error.code.key()), Some(*error));
            }
            prop_assert!(errors.windows(2).all(|two| two[0].field < two[1].field), "one per field, in form order: {errors:?}");
        }
    }

    #[test]
    fn a_valid_request_survives_the_wire_and_is_judged_the_same_again(draft in prop_oneof![draft(), acceptable()], with_id: bool) {
        let rules = Rules::default();
        if let Ok(request) = validate(&draft, &rules) {
            let id = with_id.then(|| SubmissionId::new("0123456789abcdef").unwrap());
            let submission = Submission { submission_id: id.clone(), form_version: "1".into(), attribution: String::new(), request: request.clone() };
            let back = read(&submission.pairs());
            prop_assert_eq!(&back.submission_id, &id);
            let again = validate(&back.draft, &rules);
            prop_assert_eq!(again.as_ref(), Ok(&request));
            // What is stored is what can be shown: the rules find nothing to change in it.
            prop_assert_eq!(again.unwrap().pairs(), request.pairs());
        }
    }

    #[test]
    fn a_good_request_is_never_refused(draft in acceptable()) {
        prop_assert!(validate(&draft, &Rules::default()).is_ok(), "{:?}", validate(&draft, &Rules::default()));
    }

    #[test]
    fn a_draft_survives_being_posted(draft in draft()) {
        let back = read(&pairs_of(&draft)).draft;
        prop_assert_eq!(validate(&back, &Rules::default()), validate(&draft, &Rules::default()));
    }

    #[test]
    fn a_phone_number_is_one_number_however_it_is_written(
        digits in "[2-9][0-9]{9}",
        gaps in prop::collection::vec(prop::sample::select(&["", " ", "-", ".", " (", ") ", "\u{a0}", "/"][..]), 10),
        prefix in prop::sample::select(&["", "1 ", "+1", "+1 ", "1-"][..]),
        suffix in prop::sample::select(&["", " ext. 5", " x12345", "#7", ", extension 12", " "][..]),
    ) {
        let body: String = digits.chars().zip(&gaps).flat_map(|(digit, gap)| gap.chars().chain([digit])).collect();
        prop_assert_eq!(e164(&format!("{prefix}{body}{suffix}")), Some(format!("+1{digits}")));
    }
}
