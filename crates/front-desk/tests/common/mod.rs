//! What the tests share: a front desk in a folder of its own, called without a socket.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code, unreachable_pub)]

pub mod client;
pub mod site;

use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use front_desk::{Config, app, store};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

/// A time in the year 2026 from which the tests' clocks start, in seconds since 1970.
pub const START: u64 = 1_795_576_800;

/// A clock that stands until it is moved.
#[derive(Clone, Default)]
pub struct Hands(Arc<AtomicU64>);

impl Hands {
    pub fn forward(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn clock(&self) -> front_desk::Clock {
        let hands = self.0.clone();
        Arc::new(move || UNIX_EPOCH + Duration::from_secs(START + hands.load(Ordering::SeqCst)))
    }
}

/// A front desk, its folder, its clock and its log.
pub struct Desk {
    pub router: Router,
    pub data: TempDir,
    pub hands: Hands,
    pub log: Arc<Mutex<Vec<String>>>,
}

pub fn desk() -> Desk {
    desk_with(|config| config.limits.per_minute = 0)
}

pub fn desk_with(change: impl FnOnce(&mut Config)) -> Desk {
    let data = TempDir::new().unwrap();
    let (hands, log) = (Hands::default(), Arc::new(Mutex::new(Vec::new())));
    let mut config = Config::new(data.path());
    config.clock = hands.clock();
    let lines = log.clone();
    config.log = Arc::new(move |line| lines.lock().unwrap().push(line.to_owned()));
    change(&mut config);
    Desk { router: app(config).unwrap(), data, hands, log }
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: impl AsRef<str>) -> &str {
        self.headers.get(name.as_ref()).map_or("", |value| value.to_str().unwrap())
    }

    pub fn reference(&self) -> String {
        assert!(matches!(self.status.as_u16(), 200 | 201), "{} {}", self.status, self.text());
        assert_eq!(self.json()["ok"], true);
        self.json()["reference"].as_str().unwrap().to_owned()
    }

    /// `field.code` of each error.
    pub fn errors(&self) -> Vec<String> {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let json = self.json();
        assert_eq!(json["status"], self.status.as_u16());
        let errors = json["errors"].as_array().unwrap();
        for error in errors {
            assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()), "{error}");
        }
        errors
            .iter()
            .map(|e| format!("{}.{}", e["field"].as_str().unwrap_or("-"), e["code"].as_str().unwrap()))
            .collect()
    }
}

pub const PATH: &str = "/api/booking-requests";
pub const HTML: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

impl Desk {
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: to_bytes(body, 1 << 24).await.unwrap().to_vec(),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, kind: &str, body: impl Into<Body>) -> Answer {
        self.send(Request::post(PATH).header(header::CONTENT_TYPE, kind).body(body.into()).unwrap()).await
    }

    pub async fn post_json(&self, body: &Value) -> Answer {
        self.post("application/json", body.to_string()).await
    }

    /// As a browser without script posts it.
    pub async fn post_form(&self, body: &str) -> Answer {
        let request = Request::post(PATH)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, HTML)
            .body(Body::from(body.to_owned()));
        self.send(request.unwrap()).await
    }

    pub fn rows(&self) -> Vec<store::Row> {
        store::rows(self.data.path()).unwrap()
    }
}

/// Versions that corrections have replaced: full names, oldest first.
pub fn replaced_names(data: &Path) -> Vec<String> {
    let connection = store::connect(&data.join(store::FILE)).unwrap();
    let mut select =
        connection.prepare("SELECT full_name FROM request_versions ORDER BY request_id, version").unwrap();
    select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// A request that the rules accept, under an id.
pub fn request(id: &str) -> Value {
    json!({
        "submission_id": id,
        "form_version": "1",
        "topic": "book",
        "full_name": "Ana Lee",
        "phone": "(949) 555-0123",
        "contact_by": "phone",
        "days": ["mon", "thu"],
        "time_of_day": ["morning"],
        "message": "first line\nsecond line",
    })
}

/// The same fields as a native form post, which has no id.
pub const FORM: &str = "topic=book&full_name=Ana+Lee&phone=%28949%29+555-0123&email=&contact_by=phone&days=mon&days=thu\
    &time_of_day=morning&times_note=&message=first+line%0D%0Asecond+line";

/// Now, by a clock that never moved.
pub fn start() -> SystemTime {
    Hands::default().clock()()
}

/// A configuration for that site, with a folder for its data.
pub fn desk_config(dist: &TempDir) -> (Config, TempDir) {
    let data = TempDir::new().unwrap();
    let mut config = Config::new(data.path());
    config.dist = Some(dist.path().to_owned());
    (config, data)
}

/// A body of which nothing ever comes.
pub struct Silent;

impl hyper::body::Body for Silent {
    type Data = axum::body::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
        std::task::Poll::Pending
    }
}
