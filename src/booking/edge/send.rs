//! One exchange with the endpoint.

use booking::wire::AnswerError;
use booking::{Answer, Exchange, Field, SubmissionId};
use gloo_net::http::Request;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, ReferrerPolicy, RequestCredentials, UrlSearchParams, window};

/// Parameters of the page's address that say which campaign a visitor came from. Nothing else of it is sent.
const CAMPAIGN: [&str; 11] = [
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_term",
    "utm_content",
    "gclid",
    "gbraid",
    "wbraid",
    "fbclid",
    "msclkid",
    "ttclid",
];
/// The longest attribution that the wire carries, in characters.
const MAX_ATTRIBUTION: u32 = 1000;

/// What came back of a request.
pub(super) struct Reply {
    pub(super) exchange: Exchange,
    pub(super) answer: Answer,
    /// The endpoint's own sentence, or nothing.
    pub(super) said: String,
}

/// Posts the pairs as JSON. Whatever goes wrong is an [`Exchange`], never an error.
pub(super) async fn post(url: &str, pairs: &[(&'static str, String)], signal: Option<&AbortSignal>) -> Reply {
    let mut reply = Reply { exchange: Exchange::NoAnswer, answer: Answer::default(), said: String::new() };
    let request = json(pairs).and_then(|body| {
        Request::post(url)
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .credentials(RequestCredentials::Omit)
            .referrer_policy(ReferrerPolicy::StrictOriginWhenCrossOrigin)
            .abort_signal(signal)
            .body(body)
            .ok()
    });
    let online = window().is_none_or(|window| window.navigator().on_line());
    let Some(request) = request.filter(|_| online) else {
        reply.exchange = Exchange::NotSent;
        return reply;
    };
    let Ok(response) = request.send().await else { return reply };
    // A body that breaks off proves nothing, so it counts like an answer without one.
    if let Ok(text) = response.text().await
        && let Ok(value) = JSON::parse(&text)
    {
        (reply.answer, reply.said) = read(&value);
    }
    reply.exchange = Exchange::Answered(response.status());
    reply
}

/// The pairs as an object, made by the browser's own JSON.
fn json(pairs: &[(&'static str, String)]) -> Option<String> {
    let object = Object::new();
    for (name, value) in pairs {
        let value = JsValue::from_str(value);
        let key = JsValue::from_str(name);
        if Field::from_name(name).is_some_and(Field::is_list) {
            let list = Reflect::get(&object, &key).ok()?.dyn_into().unwrap_or_else(|_| Array::new());
            list.push(&value);
            Reflect::set(&object, &key, &list).ok()?;
        } else {
            Reflect::set(&object, &key, &value).ok()?;
        }
    }
    JSON::stringify(&object).ok()?.as_string()
}

fn read(value: &JsValue) -> (Answer, String) {
    let answer = Answer {
        ok: get(value, "ok").as_bool(),
        reference: get(value, "reference").as_string(),
        errors: Array::from(&list(get(value, "errors"))).iter().map(|error| error_of(&error)).collect(),
    };
    let said = get(value, "message").as_string().or_else(|| get(value, "detail").as_string());
    (answer, said.unwrap_or_default())
}

fn error_of(value: &JsValue) -> AnswerError {
    let text = |key| get(value, key).as_string().unwrap_or_default();
    AnswerError { field: text("field"), code: text("code"), message: text("message") }
}

/// Nothing else than an array is taken for one.
fn list(value: JsValue) -> JsValue {
    if Array::is_array(&value) { value } else { Array::new().into() }
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

/// A new random id, in the writing of a UUID of version 4. Not `crypto.randomUUID`, which plain http lacks.
pub(super) fn new_id() -> SubmissionId {
    let mut bytes = [0; 16];
    let crypto = window().and_then(|window| window.crypto().ok());
    if crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok()).is_none() {
        // Enough to tell the requests of one clinic apart.
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (place, byte) in bytes.into_iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for half in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[half as usize]));
        }
    }
    SubmissionId::new(&text).unwrap_or_else(|| unreachable!("36 letters, digits and hyphens"))
}

/// The campaign parameters of the page's address, as `key=value&key=value`; mostly empty.
pub(super) fn attribution() -> String {
    let search = window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let (Ok(all), Ok(kept)) = (UrlSearchParams::new_with_str(&search), UrlSearchParams::new()) else {
        return String::new();
    };
    for name in CAMPAIGN {
        if let Some(value) = all.get(name) {
            kept.append(name, &value);
        }
    }
    let text = kept.to_string();
    if text.length() > MAX_ATTRIBUTION { String::new() } else { text.into() }
}
