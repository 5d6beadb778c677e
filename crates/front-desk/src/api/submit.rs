//! `POST /api/booking-requests`: read -> decode -> limit -> validate -> keep -> answer.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use axum::{
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use booking::{Draft, Submission, Submitted, validate};
use http_body_util::BodyExt;
use serde_json::json;

use super::{Desk, decode::Encoding, problem::Problem};
use crate::{
    page::{Notice, Words, plain},
    store::{KeepError, Kind, Receipt},
};

/// What a form without script is sent on to, seen from the address it posts to.
const SENT: &str = "../sent/";
/// How many times the longest body is read at most before the sender is cut off.
const READ_ON: usize = 16;

pub(super) async fn submit(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let address = address(&desk, &parts.headers, parts.extensions.get());
    let wished = Reader::of(&parts.headers);
    let framed = is_framed(&parts.headers);
    let submitted = match receive(&desk, &parts.headers, body).await {
        Ok(received) => received,
        Err(problem) => {
            // What cannot even be read counts, too.
            let problem = count(&desk, address).err().unwrap_or(problem);
            return match wished {
                Some(Reader::Person) => page(&desk, problem, None, framed).await,
                _ => problem.answer(&Words::default()),
            };
        }
    };
    // No wish: a script always sends an id, a bare form never does.
    let unsaid = if submitted.submission_id.is_none() { Reader::Person } else { Reader::Program };
    let reader = wished.unwrap_or(unsaid);
    let draft = submitted.draft.clone();
    match (take(&desk, submitted, address).await, reader) {
        (Ok(_), Reader::Person) => (StatusCode::SEE_OTHER, [(header::LOCATION, SENT)]).into_response(),
        (Ok(receipt), Reader::Program) => delivered(&receipt),
        (Err(problem), Reader::Person) => page(&desk, problem, Some(draft), framed).await,
        (Err(problem), Reader::Program) => problem.answer(desk.words().await.as_ref()),
    }
}

async fn receive(desk: &Desk, headers: &HeaderMap, body: Body) -> Result<Submitted, Problem> {
    let encoding = Encoding::of(headers)?;
    encoding.decode(&read(desk, body).await?)
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
    /// As the headers tell, before anything is read; `None` when they do not.
    fn of(headers: &HeaderMap) -> Option<Self> {
        let accept = headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_ascii_lowercase();
        match Encoding::of(headers) {
            Ok(Encoding::Json) => Some(Self::Program),
            _ if accept.contains("html") => Some(Self::Person),
            _ if accept.contains("json") => Some(Self::Program),
            _ => None,
        }
    }
}

fn delivered(receipt: &Receipt) -> Response {
    let status = if receipt.kind == Kind::New { StatusCode::CREATED } else { StatusCode::OK };
    let body = json!({ "ok": true, "reference": receipt.reference }).to_string();
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// Whether the form stands in a frame. A browser that does not say so names the page, the first time.
fn is_framed(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let from = text("referer").split('?').next().unwrap_or_default();
    text("sec-fetch-dest") == "iframe" || from.ends_with("/frame.html")
}

/// For a person: the form again, with everything that was typed; a plain page where there is none, or where what was
/// typed could not be read.
async fn page(desk: &Desk, problem: Problem, draft: Option<Draft>, framed: bool) -> Response {
    let words = desk.words().await;
    let notice = problem.outcome().map(|outcome| Notice { outcome });
    if let (Some(page), Some(draft)) = (desk.page.clone(), draft.clone()) {
        let (words, for_page) = (words.clone(), problem.clone());
        let filled = tokio::task::spawn_blocking(move || {
            page.filled(framed, &words, &draft, for_page.fields(), notice)
        })
        .await;
        if let Ok(Some(html)) = filled {
            let mut response = (problem.status(), Html(html)).into_response();
            problem.add_headers(&mut response);
            // It has to show wherever the form was shown.
            desk.rules.apply("/frame.html", response.headers_mut());
            // The page holds what a patient typed.
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            return response;
        }
    }
    let (title, why) = problem.told(&words);
    let html = plain::not_taken(&words, &title, &why, problem.fields(), draft.as_ref());
    let mut response = bare(problem.status(), html);
    problem.add_headers(&mut response);
    response
}

/// Where a form without script is sent on to when there is no site.
pub(super) async fn sent() -> Response {
    bare(StatusCode::OK, plain::sent())
}

/// A plain page. It may stand in a frame, as the form may.
fn bare(status: StatusCode, html: String) -> Response {
    let policy = "default-src 'none'; base-uri 'none'; form-action 'none'";
    (status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response()
}
