//! From the bytes of a body to what was submitted. Every type of the wire ends here.

use axum::http::{HeaderMap, header};
use booking::{Field, Submitted, wire};
use serde_json::Value;

use super::problem::Problem;

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Json,
    Form,
}

impl Encoding {
    /// As the headers say.
    ///
    /// # Errors
    /// [`Problem::WrongType`] for anything else, or for another charset than UTF-8.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        let value =
            headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut parts = value.split(';').map(|part| part.trim().to_ascii_lowercase());
        let kind = parts.next().unwrap_or_default();
        let utf8 = parts
            .filter_map(|part| Some(part.strip_prefix("charset=")?.trim_matches('"').to_owned()))
            .all(|set| set == "utf-8" || set == "utf8");
        match kind.as_str() {
            "application/json" if utf8 => Ok(Self::Json),
            "application/x-www-form-urlencoded" if utf8 => Ok(Self::Form),
            _ => Err(Problem::WrongType),
        }
    }

    /// # Errors
    /// What is wrong with the body as such; its fields are judged later.
    pub(crate) fn decode(self, body: &[u8]) -> Result<Submitted, Problem> {
        let pairs = match self {
            Self::Json => json(body)?,
            Self::Form => form(body)?,
        };
        Submitted::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            .map_err(Problem::Wire)
    }
}

type Pairs = Vec<(String, String)>;

/// The pairs of a native form post. A `%` that begins no byte stands for itself, as browsers read it.
fn form(body: &[u8]) -> Result<Pairs, Problem> {
    let text = |part: &[u8]| {
        let spaced: Vec<u8> = part.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
        let bytes: Vec<u8> = percent_encoding::percent_decode(&spaced).collect();
        String::from_utf8(bytes).map_err(|_| Problem::NotUtf8)
    };
    let pairs = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            Ok((text(&pair[..at])?, text(pair.get(at + 1..).unwrap_or_default())?))
        })
        .collect()
}

/// The pairs of a JSON object. Unknown keys are ignored, whatever they hold.
fn json(body: &[u8]) -> Result<Pairs, Problem> {
    let text = std::str::from_utf8(body).map_err(|_| Problem::NotUtf8)?;
    let value: Value = serde_json::from_str(text).map_err(|_| Problem::NotJson)?;
    let Value::Object(object) = value else { return Err(Problem::NotObject) };
    let mut pairs = Vec::with_capacity(object.len());
    for (key, value) in object {
        let field = Field::from_name(&key);
        let name = match (field, key.as_str()) {
            (Some(field), _) => field.name(),
            (None, wire::SUBMISSION_ID) => wire::SUBMISSION_ID,
            (None, wire::FORM_VERSION) => wire::FORM_VERSION,
            (None, wire::ATTRIBUTION) => wire::ATTRIBUTION,
            (None, _) => continue,
        };
        let mut push = |text: String| pairs.push((name.to_owned(), text));
        match (value, field) {
            (Value::Null, _) => {}
            (Value::String(text), _) => push(text),
            (Value::Array(list), Some(field)) if field.is_list() => {
                for value in list {
                    let Value::String(text) = value else { return Err(Problem::FieldType(name)) };
                    push(text);
                }
            }
            // A box that is ticked or not.
            (Value::Bool(ticked), Some(Field::Consent)) => push(if ticked { "yes" } else { "" }.to_owned()),
            (Value::Object(map), None) if name == wire::ATTRIBUTION => {
                push(attribution(&map).ok_or(Problem::FieldType(name))?);
            }
            _ => return Err(Problem::FieldType(name)),
        }
    }
    Ok(pairs)
}

/// `{"a": "x", "b": "y"}` as `a=x&b=y`.
fn attribution(map: &serde_json::Map<String, Value>) -> Option<String> {
    let parts: Option<Vec<String>> =
        map.iter().map(|(key, value)| Some([key, "=", value.as_str()?].concat())).collect();
    parts.map(|parts| parts.join("&"))
}
