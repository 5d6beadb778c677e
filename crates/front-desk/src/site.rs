//! The files of `dist/`, as a static host would serve them.

use std::path::{Path, PathBuf};

use crate::{
    Error,
    packed::{self, Files},
};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};

mod rules;

pub(crate) use rules::Rules;

/// Files that are meant for the host, not for visitors.
const HIDDEN: [&str; 2] = ["_headers", "_redirects"];

#[derive(Clone, Debug)]
pub(crate) struct Site {
    dist: PathBuf,
    rules: Rules,
}

impl Site {
    /// # Errors
    /// When there is no built site, or its `_headers` cannot be read.
    pub(crate) fn open(dist: &Path) -> Result<Self, Error> {
        if !dist.join("index.html").is_file() {
            return Err(Error::NoSite { path: dist.to_owned() });
        }
        Ok(Self { dist: dist.to_owned(), rules: Rules::read(&dist.join("_headers"))? })
    }

    pub(crate) const fn rules(&self) -> &Rules {
        &self.rules
    }

    pub(crate) fn router(self) -> Router {
        let files = Router::new().fallback(packed::serve).with_state(Files::new(&self.dist));
        files.layer(middleware::from_fn_with_state(self, dress))
    }
}

/// What the file server leaves open: the site's own headers and "not found" page, charsets, hidden files.
async fn dress(State(site): State<Site>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response =
        if is_hidden(&path) { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await };
    if response.status() == StatusCode::NOT_FOUND {
        response = site.not_found().await;
    }
    let status = response.status();
    let headers = response.headers_mut();
    name_charset(headers);
    let defaults = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    ];
    for (name, value) in defaults {
        headers.insert(name, HeaderValue::from_static(value));
    }
    site.rules.apply(&path, headers);
    if status.is_client_error() || status.is_server_error() {
        // What a rule says of a file does not hold for its absence.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    response
}

/// However the path is written.
fn is_hidden(path: &str) -> bool {
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    HIDDEN.contains(&path.trim_matches(['/', '.']))
}

impl Site {
    /// The site's own page for it, or a line of text.
    async fn not_found(&self) -> Response {
        let page = tokio::fs::read(self.dist.join("404.html")).await;
        let (kind, body) = match page {
            Ok(page) => ("text/html", Body::from(page)),
            Err(_) => ("text/plain", Body::from("Not found\n")),
        };
        (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, kind)], body).into_response()
    }
}

/// All our text is UTF-8.
fn name_charset(headers: &mut HeaderMap) {
    let Some(kind) = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()) else { return };
    if kind.starts_with("text/") && !kind.contains("charset") {
        let named = [kind, "; charset=utf-8"].concat();
        if let Ok(named) = HeaderValue::from_str(&named) {
            headers.insert(header::CONTENT_TYPE, named);
        }
    }
}

impl Rules {
    /// Sets what the rules say for a path; of two rules for one header the later stands.
    pub(crate) fn apply(&self, path: &str, headers: &mut HeaderMap) {
        for (name, value) in self.of(path) {
            headers.insert::<&HeaderName>(name, value.clone());
        }
    }
}
