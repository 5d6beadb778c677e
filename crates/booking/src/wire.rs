//! How a request travels, and what the answer means. Every type of a wire is decoded here, once.
//!
//! A submission is a list of `(name, value)` pairs, a name repeated where [`crate::Field::is_list`] says so: what a
//! native form posts is the list itself, and in JSON each name is a key with a string, or a list of strings.

use std::fmt;

use crate::{ContactBy, Draft, Field, FieldError, Request, Topic, Visited, validate::CONSENT};

/// Wire name of the id that makes a repeat recognisable.
pub const SUBMISSION_ID: &str = "submission_id";
/// Wire name of the version of the form that was filled.
pub const FORM_VERSION: &str = "form_version";
/// Wire name of where the visitor came from.
pub const ATTRIBUTION: &str = "attribution";

/// Longest `form_version`, in characters.
const MAX_FORM_VERSION: usize = 64;
/// Longest `attribution`, in characters.
const MAX_ATTRIBUTION: usize = 1000;

/// Names one filling of the form, made by the browser at random: the same id again is the same request.
/// 8 to 64 of `A-Z a-z 0-9 - _`, so a UUID fits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SubmissionId(String);

impl SubmissionId {
    /// `None` when the text is no such id.
    pub fn new(text: &str) -> Option<Self> {
        let right = (8..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        right.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A valid request with what the script adds to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Without script there is none.
    pub submission_id: Option<SubmissionId>,
    /// Which version of the form was filled; empty without script.
    pub form_version: String,
    /// Where the visitor came from, as `key=value&key=value`; empty when not known.
    pub attribution: String,
    pub request: Request,
}

impl Submission {
    /// The pairs to send, in the order of the form, without the empty ones.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::with_capacity(16);
        if let Some(id) = &self.submission_id {
            pairs.push((SUBMISSION_ID, id.as_str().to_owned()));
        }
        for (name, value) in [(FORM_VERSION, &self.form_version), (ATTRIBUTION, &self.attribution)] {
            if !value.is_empty() {
                pairs.push((name, value.clone()));
            }
        }
        pairs.extend(self.request.pairs());
        pairs
    }
}

impl Request {
    /// The pairs of the request alone, in the order of the form, without the empty ones: equal for equal requests,
    /// different for different ones.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::with_capacity(16);
        for field in Field::ALL {
            let mut push = |value: &str| {
                if !value.is_empty() {
                    pairs.push((field.name(), value.to_owned()));
                }
            };
            match field {
                Field::Topic => push(self.topic.wire()),
                Field::FullName => push(self.full_name.as_str()),
                Field::Phone => push(self.phone.as_ref().map_or("", |phone| phone.typed.as_str())),
                Field::Email => push(self.email.as_ref().map_or("", |email| email.as_str())),
                Field::ContactBy => push(self.contact_by.map_or("", ContactBy::wire)),
                Field::Days => self.days.iter().for_each(|day| push(day.wire())),
                Field::TimeOfDay => self.time_of_day.iter().for_each(|part| push(part.wire())),
                Field::TimesNote => push(self.times_note.as_str()),
                Field::VisitedBefore => push(self.visited_before.map_or("", Visited::wire)),
                Field::Message => push(self.message.as_str()),
                Field::Consent => push(if self.consent { CONSENT } else { "" }),
            }
        }
        pairs
    }

    /// Whether the request is about an appointment, so that its times mean something.
    pub fn is_booking(&self) -> bool {
        self.topic == Topic::Book
    }
}

/// What came over the wire, before [`crate::validate`].
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Submitted {
    pub submission_id: Option<SubmissionId>,
    pub form_version: String,
    pub attribution: String,
    pub draft: Draft,
}

/// What a script sent wrong, not a person: it has no sentence in the content files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WireError {
    /// `submission_id` is not a [`SubmissionId`].
    SubmissionId,
}

impl WireError {
    /// The wire name of what is wrong.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SubmissionId => SUBMISSION_ID,
        }
    }
}

impl Submitted {
    /// Decodes the pairs of a form post. Unknown names are ignored; of a name that is no list the last value stands.
    ///
    /// # Errors
    /// An id that is none, which only a script writes. An empty id is no id.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, WireError> {
        let mut submitted = Self::default();
        for (name, value) in pairs {
            match name {
                SUBMISSION_ID if value.is_empty() => submitted.submission_id = None,
                SUBMISSION_ID => {
                    submitted.submission_id = Some(SubmissionId::new(value).ok_or(WireError::SubmissionId)?);
                }
                FORM_VERSION => submitted.form_version = note(value, MAX_FORM_VERSION),
                ATTRIBUTION => submitted.attribution = note(value, MAX_ATTRIBUTION),
                _ => {
                    submitted.draft.push(name, value);
                }
            }
        }
        Ok(submitted)
    }
}

/// One line that is not too long: no patient could correct another one, so none is refused for it.
fn note(value: &str, max: usize) -> String {
    value.chars().filter(|c| !c.is_control()).take(max).collect()
}

impl fmt::Debug for Submitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Submitted").field("submission_id", &self.submission_id).finish_non_exhaustive()
    }
}

/// How far the exchange with the endpoint came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// Nothing left the device: the browser knows that it is offline.
    NotSent,
    /// It was sent, but no answer came: the time ran out, or the connection broke. It may have arrived.
    NoAnswer,
    /// An answer with that HTTP status.
    Answered(u16),
}

/// What the edge read of the answer's JSON; all empty when it was none.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answer {
    /// `ok`.
    pub ok: Option<bool>,
    /// `reference`.
    pub reference: Option<String>,
    /// `errors`.
    pub errors: Vec<AnswerError>,
}

/// One of the answer's `errors`, as it stands there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AnswerError {
    pub field: String,
    pub code: String,
    pub message: String,
}

/// What the patient may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Proved: the endpoint answered 2xx with `ok: true`.
    Delivered { reference: Option<String> },
    /// Not taken; these fields have to be corrected.
    FieldErrors(Vec<Told>),
    /// Not taken, and sending the same again does not help.
    Refused,
    /// Not taken, because nobody could take it now: sending again later may help.
    Unreachable,
    /// It may have been taken. Sending again with the same [`SubmissionId`] is safe.
    Uncertain,
}

impl Outcome {
    /// The value of `data-outcome`; `None` for field errors, which the form itself shows.
    pub const fn name(&self) -> Option<&'static str> {
        match self {
            Self::Delivered { .. } => Some("delivered"),
            Self::FieldErrors(_) => None,
            Self::Refused => Some("refused"),
            Self::Unreachable => Some("unreachable"),
            Self::Uncertain => Some("uncertain"),
        }
    }
}

/// A field that the endpoint wants corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub field: Field,
    /// The key of our own sentence, when the endpoint's code is one of ours.
    pub key: Option<&'static str>,
    /// The endpoint's sentence: text to show when there is no key.
    pub message: String,
}

/// What an answer means. Nothing but 2xx together with `ok: true` counts as delivered.
pub fn outcome(exchange: Exchange, answer: Answer) -> Outcome {
    match exchange {
        Exchange::NotSent => Outcome::Unreachable,
        Exchange::NoAnswer => Outcome::Uncertain,
        Exchange::Answered(status) => match status {
            200..=299 if answer.ok == Some(true) => Outcome::Delivered { reference: answer.reference },
            // A success without the marker proves nothing, and a gateway that gave up does not know either.
            200..=299 | 500 | 502 | 504 => Outcome::Uncertain,
            // The endpoint says itself that it did not take it now.
            408 | 425 | 429 | 503 => Outcome::Unreachable,
            400 | 422 => told(answer.errors),
            300..=499 | 501..=599 => Outcome::Refused,
            // 0: the browser hides the answer.
            _ => Outcome::Uncertain,
        },
    }
}

fn told(errors: Vec<AnswerError>) -> Outcome {
    let told: Vec<Told> = errors
        .into_iter()
        .filter_map(|error| {
            let key = FieldError::from_wire(&error.field, &error.code).map(FieldError::key);
            let field = Field::from_name(&error.field)?;
            (key.is_some() || !error.message.is_empty()).then_some(Told {
                field,
                key,
                message: error.message,
            })
        })
        .collect();
    if told.is_empty() { Outcome::Refused } else { Outcome::FieldErrors(told) }
}
