//! Everything that can be wrong with a request, and its one form on the wire: RFC 9457 `application/problem+json`
//! with the list `errors` beside it.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use booking::{FieldError, wire::WireError};
use serde_json::{Value, json};

use crate::page::Words;

/// Why a request was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// What a person has to correct.
    Fields(Vec<FieldError>),
    /// What a program has to correct: a field of the wrong JSON type.
    FieldType(&'static str),
    /// The same: what only a script writes.
    Wire(WireError),
    NotJson,
    NotObject,
    NotUtf8,
    BrokenBody,
    TooLarge {
        bytes: usize,
    },
    WrongType,
    NotFound,
    WrongMethod,
    TooSlow,
    /// Too many from one address; again in so many seconds.
    TooMany {
        seconds: u64,
    },
    /// Certainly not kept.
    Busy,
    /// Perhaps kept.
    Unknown,
    /// A fault of ours.
    Fault,
}

impl Problem {
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::Fields(_) | Self::FieldType(_) | Self::Wire(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NotJson | Self::NotObject | Self::NotUtf8 | Self::BrokenBody => StatusCode::BAD_REQUEST,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unknown => StatusCode::GATEWAY_TIMEOUT,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn code(&self) -> &'static str {
        match self {
            Self::Fields(_) => "fields",
            Self::FieldType(_) => "type",
            Self::Wire(_) => "format",
            Self::NotJson => "not_json",
            Self::NotObject => "not_object",
            Self::NotUtf8 => "not_utf8",
            Self::BrokenBody => "broken_body",
            Self::TooLarge { .. } => "too_large",
            Self::WrongType => "content_type",
            Self::NotFound => "not_found",
            Self::WrongMethod => "method",
            Self::TooSlow => "too_slow",
            Self::TooMany { .. } => "too_many",
            Self::Busy => "busy",
            Self::Unknown => "unknown",
            Self::Fault => "fault",
        }
    }

    /// One sentence for the program that sent it, with the remedy. Never with anything that was sent.
    fn sentence(&self) -> String {
        match self {
            Self::Fields(_) => "Some fields have to be corrected".to_owned(),
            Self::FieldType(name) => {
                format!("Send {name} as a string, or as a list of strings where several may be chosen")
            }
            Self::Wire(WireError::SubmissionId) => {
                "Send submission_id as 8 to 64 letters, digits, - and _, for example a UUID".to_owned()
            }
            Self::NotJson => {
                "The body is not JSON, or too deeply nested: send one flat JSON object".to_owned()
            }
            Self::NotObject => "The body is JSON, but no object: send one flat JSON object".to_owned(),
            Self::NotUtf8 => "The body is not UTF-8: encode it as UTF-8".to_owned(),
            Self::BrokenBody => "The body ended early: send it again".to_owned(),
            Self::TooLarge { bytes } => format!("The body is longer than {bytes} bytes: shorten it"),
            Self::WrongType => {
                "Send application/json or application/x-www-form-urlencoded, in UTF-8".to_owned()
            }
            Self::NotFound => "There is nothing here: requests are posted to api/booking-requests".to_owned(),
            Self::WrongMethod => "This method does not work here: requests are sent by POST".to_owned(),
            Self::TooSlow => "The body did not arrive in time: send it again".to_owned(),
            Self::TooMany { seconds } => {
                format!("Too many requests from this address: try again in {seconds} s")
            }
            Self::Busy => {
                "The request was not kept, as the front desk is busy: send it again in a moment".to_owned()
            }
            Self::Unknown => {
                "The front desk did not finish in time: send it again with the same submission_id".to_owned()
            }
            Self::Fault => {
                "The front desk failed: send the request again with the same submission_id".to_owned()
            }
        }
    }

    /// What a person has to correct.
    pub(crate) fn fields(&self) -> &[FieldError] {
        if let Self::Fields(errors) = self { errors } else { &[] }
    }

    /// The panel of the form that says the same; `None` for what stands at its fields.
    pub(crate) const fn outcome(&self) -> Option<&'static str> {
        match self {
            Self::Fields(_) => None,
            Self::Unknown | Self::Fault => Some("uncertain"),
            _ => Some("unreachable"),
        }
    }

    /// For a person: a heading, the form's own where it has one, and the remedy.
    pub(crate) fn told(&self, words: &Words) -> (String, String) {
        let (key, heading) = match self.outcome() {
            None => ("errors.title", "Not sent yet. Check these answers:"),
            Some("uncertain") => ("outcome.uncertain.title", "We do not know whether your request arrived"),
            Some(_) => ("outcome.unreachable.title", "Your request was not sent"),
        };
        let heading = Some(words.get(key)).filter(|own| !own.is_empty()).unwrap_or(heading);
        let why = match self {
            Self::Fields(_) => String::new(),
            Self::Unknown | Self::Fault => "Send it again: the same request counts once.".to_owned(),
            Self::TooLarge { .. } => "It is too long. Shorten your message.".to_owned(),
            Self::TooSlow | Self::BrokenBody => "It did not arrive whole. Send it again.".to_owned(),
            Self::TooMany { seconds } => {
                format!("Too many requests came from your connection. Send it again in {seconds} seconds.")
            }
            Self::Busy => "The clinic’s desk is busy. Send it again in a moment.".to_owned(),
            _ => "The clinic’s desk could not read it. The sure way is to call the clinic.".to_owned(),
        };
        (heading.to_owned(), why)
    }

    /// The answer, with the form's own sentences where the person at the form has something to correct.
    pub(crate) fn answer(&self, words: &Words) -> Response {
        let error = |field: Option<&str>, code: &str, message: &str| json!({ "field": field, "code": code, "message": message });
        let sentence = self.sentence();
        let errors: Vec<Value> = match self {
            Self::Fields(errors) => {
                errors.iter().map(|e| error(Some(e.field.name()), e.code.key(), words.sentence(*e))).collect()
            }
            Self::FieldType(name) => vec![error(Some(name), self.code(), &sentence)],
            Self::Wire(wire) => vec![error(Some(wire.name()), self.code(), &sentence)],
            _ => vec![error(None, self.code(), &sentence)],
        };
        let status = self.status();
        let body = json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or("Error"),
            "status": status.as_u16(),
            "detail": sentence,
            "ok": false,
            "errors": errors,
        });
        let mut response =
            (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response();
        self.add_headers(&mut response);
        response
    }

    /// What the status asks for beside the body, in whatever form that is.
    pub(crate) fn add_headers(&self, response: &mut Response) {
        let headers = response.headers_mut();
        match self {
            Self::TooMany { seconds } => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
            }
            Self::Busy => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
            }
            Self::WrongMethod => {
                headers.insert(header::ALLOW, HeaderValue::from_static("POST"));
            }
            // The rest of the body stands unread in the connection.
            Self::TooSlow => {
                headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            _ => {}
        }
    }
}
