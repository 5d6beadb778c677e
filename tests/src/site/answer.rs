//! What an endpoint may say, or fail to.

use hyper::StatusCode;
use serde_json::json;

/// One answer of the endpoint.
#[derive(Debug, Clone)]
pub enum Answer {
    /// 201 with a reference.
    Delivered(&'static str),
    /// 422 with `(field, code)` for each error.
    FieldErrors(&'static [(&'static str, &'static str)]),
    /// A status with a JSON body that proves nothing.
    Status(u16, &'static str),
    /// The connection ends without an answer.
    Cut,
    /// No answer, ever.
    Never,
}

/// An answer as it goes out.
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) content_type: &'static str,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// `None`: cut the connection.
    pub(super) async fn reply(self) -> Option<Reply> {
        let problem = "application/problem+json";
        let (status, content_type, body) = match self {
            Self::Delivered(reference) => (
                StatusCode::CREATED,
                "application/json",
                json!({"ok": true, "reference": reference}).to_string(),
            ),
            Self::FieldErrors(errors) => {
                let errors: Vec<_> = errors
                    .iter()
                    .map(|(field, code)| json!({"field": field, "code": code, "message": "no"}))
                    .collect();
                let body = json!({"type": "about:blank", "title": "no", "status": 422, "errors": errors});
                (StatusCode::UNPROCESSABLE_ENTITY, problem, body.to_string())
            }
            Self::Status(code, body) => (
                StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_GATEWAY),
                "application/json",
                body.to_owned(),
            ),
            Self::Cut => return None,
            Self::Never => std::future::pending().await,
        };
        Some(Reply { status, content_type, body: body.into_bytes() })
    }
}
