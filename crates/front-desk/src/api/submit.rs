//! `POST /api/booking-requests`: read -> decode -> limit -> validate -> keep -> answer.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use axum::{
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use booking::{Draft, Submission, Submitted, validate};
use http_body_util::BodyExt;
use serde_json::json;

use super::{Desk, decode::Encoding, problem::Problem};
use crate::{
    page::{Notice, Words},
    store::{KeepError, Kind, Receipt},
};

/// What a form without script is sent on to, seen from the address it posts to.
const SENT: &str = "../sent/";
/// How many times the longest body is read at most before the sender is cut off.
const READ_ON: usize = 16;

pub(super) async fn submit(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let address = address(&desk, &parts.headers, parts.extensions.get());
    let (reader, submitted) = match receive(&desk, &parts.headers, body).await {
        Ok(received) => received,
        Err(problem) => {
            // What cannot even be read counts, too.
            let problem = count(&desk, address).err().unwrap_or(problem);
            return problem.answer(&Words::default());
        }
    };
    let draft = submitted.draft.clone();
    match (take(&desk, submitted, address).await, reader) {
        (Ok(_), Reader::Person) => (StatusCode::SEE_OTHER, [(header::LOCATION, SENT)]).into_response(),
        (Ok(receipt), Reader::Program) => delivered(&receipt),
        (Err(problem), Reader::Person) => page(&desk, problem, draft).await,
        (Err(problem), Reader::Program) => problem.answer(desk.words().await.as_ref()),
    }
}

async fn receive(desk: &Desk, headers: &HeaderMap, body: Body) -> Result<(Reader, Submitted), Problem> {
    let encoding = Encoding::of(headers)?;
    let submitted = encoding.decode(&read(desk, body).await?)?;
    Ok((Reader::of(headers, encoding, &submitted), submitted))
}

async fn take(desk: &Desk, submitted: Submitted, address: IpAddr) -> Result<Receipt, Problem> {
    count(desk, address)?;
    let rules = desk.words().await.rules;
    let request = validate(&submitted.draft, &rules).map_err(Problem::Fields)?;
    let Submitted { submission_id, form_version, attribution, .. } = submitted;
    let submission = Submission { submission_id, form_version, attribution, request };
    let now = (desk.config.clock)();
    desk.store.keep(submission, now, desk.config.limits.store_time).await.map_err(|error| match error {
        KeepError::NotKept => Problem::Busy,
        KeepError::Unknown => Problem::Unknown,
    })
}

fn count(desk: &Desk, address: IpAddr) -> Result<(), Problem> {
    let now = (desk.config.clock)();
    desk.limit
        .as_ref()
        .map_or(Ok(()), |limit| limit.take(address, now))
        .map_err(|seconds| Problem::TooMany { seconds })
}

/// The body, within its limits of length and time.
async fn read(desk: &Desk, body: Body) -> Result<Vec<u8>, Problem> {
    let limits = &desk.config.limits;
    let collected = tokio::time::timeout(limits.body_time, collect(body, limits.body_bytes));
    collected.await.unwrap_or(Err(Problem::TooSlow))
}

/// What is too long is read on for a while, and dropped: a sender that is cut off in the middle never sees the answer.
async fn collect(mut body: Body, limit: usize) -> Result<Vec<u8>, Problem> {
    let (mut bytes, mut length) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Problem::BrokenBody)?;
        let Some(data) = frame.data_ref() else { continue };
        length += data.len();
        if length <= limit {
            bytes.extend_from_slice(data);
        } else if length > READ_ON * limit {
            break;
        }
    }
    if length <= limit { Ok(bytes) } else { Err(Problem::TooLarge { bytes: limit }) }
}

/// The sender, as far as it can be known.
fn address(desk: &Desk, headers: &HeaderMap, connection: Option<&ConnectInfo<SocketAddr>>) -> IpAddr {
    let forwarded = || {
        // The last entry is the one that our own proxy wrote; those before it anybody can write.
        let last =
            headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim();
        last.parse().ok()
    };
    let known = if desk.config.behind_proxy { forwarded() } else { None };
    known.or(connection.map(|info| info.0.ip())).unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
}

/// Who reads the answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// A person whose browser posted the form without script.
    Person,
    Program,
}

impl Reader {
    fn of(headers: &HeaderMap, encoding: Encoding, submitted: &Submitted) -> Self {
        let accept = headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_ascii_lowercase();
        let person = match encoding {
            Encoding::Json => false,
            Encoding::Form if accept.contains("html") => true,
            Encoding::Form if accept.contains("json") => false,
            // No wish: a script always sends an id, a bare form never does.
            Encoding::Form => submitted.submission_id.is_none(),
        };
        if person { Self::Person } else { Self::Program }
    }
}

fn delivered(receipt: &Receipt) -> Response {
    let status = if receipt.kind == Kind::New { StatusCode::CREATED } else { StatusCode::OK };
    let body = json!({ "ok": true, "reference": receipt.reference }).to_string();
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// The form again, with everything that was typed; the problem itself where there is no page.
async fn page(desk: &Desk, problem: Problem, draft: Draft) -> Response {
    let words = desk.words().await;
    let notice = match problem {
        Problem::Fields(_) => None,
        Problem::Unknown | Problem::Fault => Some(Notice { outcome: "uncertain" }),
        _ => Some(Notice { outcome: "unreachable" }),
    };
    let Some(page) = desk.page.clone() else { return problem.answer(&words) };
    let for_page = problem.clone();
    let filled = tokio::task::spawn_blocking(move || {
        let errors = if let Problem::Fields(errors) = &for_page { errors.as_slice() } else { &[] };
        (page.filled(&words, &draft, errors, notice), words)
    });
    match filled.await {
        Ok((Some(html), _)) => {
            let mut response = (problem.status(), Html(html)).into_response();
            problem.add_headers(&mut response);
            desk.rules.apply("/", response.headers_mut());
            // The page holds what a patient typed.
            response
                .headers_mut()
                .insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
            response
        }
        Ok((None, words)) => problem.answer(&words),
        Err(_) => problem.answer(&Words::default()),
    }
}
