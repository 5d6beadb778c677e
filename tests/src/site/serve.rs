//! The host at work: one connection, one request after the other.

use std::sync::Arc;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION,
};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpListener;

use super::answer::Reply;
use super::{Answer, BASE, Seen, Site};
use crate::headers::content_type;

const PROBE: &str = include_str!("probe.js");
const FRAME: &str = include_str!("frame.html");

/// Ends the connection without an answer.
#[derive(Debug)]
struct Cut;

impl std::fmt::Display for Cut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("cut")
    }
}

impl std::error::Error for Cut {}

pub(super) async fn run(listener: TcpListener, site: Arc<Site>) {
    // Connections end with the host.
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let site = Arc::clone(&site);
        connections.spawn(async move {
            let service = service_fn(move |request| answer(Arc::clone(&site), request));
            // A browser that leaves, or a cut of ours, is no news.
            // Each request has a connection of its own: on one that was used before, browsers send a cut request again
            // by themselves, which is their right and none of the page's business.
            let mut http = hyper::server::conn::http1::Builder::new();
            let _ = http.keep_alive(false).serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn answer(site: Arc<Site>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Cut> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let path = parts.uri.path().to_owned();
    if let Ok(mut seen) = site.seen.lock() {
        let line =
            |(name, value): (&HeaderName, &HeaderValue)| format!("{name}: {}", value.to_str().unwrap_or("?"));
        let headers = parts.headers.iter().map(line).collect::<Vec<_>>().join("\n");
        seen.push(Seen {
            method: parts.method.to_string(),
            path: parts.uri.path_and_query().map_or_else(|| path.clone(), ToString::to_string),
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        });
    }
    if parts.method == Method::POST {
        return match site.desk {
            Some(desk) => forward(desk, &parts, body).await.map(|mut response| {
                if site.script_off {
                    let none = HeaderValue::from_static("script-src 'none'");
                    // Policies add up: one more can only forbid more.
                    response.headers_mut().append(CONTENT_SECURITY_POLICY, none);
                }
                response
            }),
            None => scripted(&site).await,
        };
    }
    if site.held.as_deref().is_some_and(|ending| path.ends_with(ending)) {
        let mut open = site.gate.subscribe();
        // The sender lives in `site`, which is ours.
        let _ = open.wait_for(|open| *open).await;
    }
    Ok(file(&site, &path))
}

async fn scripted(site: &Site) -> Result<Response<Full<Bytes>>, Cut> {
    let next = site.answers.lock().ok().and_then(|mut queue| {
        let next = queue.pop_front();
        if queue.is_empty() {
            queue.extend(next.clone());
        }
        next
    });
    let Reply { status, content_type, body } =
        next.unwrap_or(Answer::Status(404, "{}")).reply().await.ok_or(Cut)?;
    let mut response = Response::new(Full::new(body.into()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    Ok(response)
}

/// The front desk behind a host that gives it a path of the site.
async fn forward(
    desk: std::net::SocketAddr,
    parts: &hyper::http::request::Parts,
    body: Bytes,
) -> Result<Response<Full<Bytes>>, Cut> {
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).replacen(BASE, "/", 1);
    let mut request = Request::new(Full::new(body));
    *request.method_mut() = parts.method.clone();
    *request.headers_mut() = parts.headers.clone();
    *request.uri_mut() = format!("http://{desk}{path}").parse().map_err(|_| Cut)?;
    let client = Client::builder(TokioExecutor::new()).build_http();
    let (mut parts, body) = client.request(request).await.map_err(|_| Cut)?.into_parts();
    let body = body.collect().await.map_err(|_| Cut)?.to_bytes();
    // As a reverse proxy does: the desk knows only its own root.
    if let Some(place) = parts.headers.get_mut(LOCATION)
        && let Some(rest) = place.to_str().ok().and_then(|text| text.strip_prefix('/'))
    {
        *place = HeaderValue::from_str(&format!("{BASE}{rest}")).map_err(|_| Cut)?;
    }
    Ok(Response::from_parts(parts, Full::new(body)))
}

fn file(site: &Site, path: &str) -> Response<Full<Bytes>> {
    let plain = |status, kind: &'static str, bytes: Vec<u8>| {
        let mut response = Response::new(Full::new(bytes.into()));
        *response.status_mut() = status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    };
    let fails = site.failing.lock().ok().and_then(|mut failing| {
        let place = failing.iter().position(|ending| path.ends_with(ending.as_str()))?;
        Some(failing.swap_remove(place))
    });
    if fails.is_some() {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "text/plain", b"not now".to_vec());
    }
    let own = site.pages.lock().ok().and_then(|pages| pages.get(path).cloned());
    if let Some((policy, html)) = own {
        let mut response = plain(StatusCode::OK, content_type(path), html.into_bytes());
        if let Ok(policy) = HeaderValue::from_str(&policy) {
            response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
        }
        return response;
    }
    match path {
        "/frame.html" => return plain(StatusCode::OK, content_type(path), FRAME.into()),
        // Browsers ask every host for one, whatever its page says.
        "/favicon.ico" => return plain(StatusCode::NO_CONTENT, content_type(path), Vec::new()),
        "/axe.js" => {
            let script =
                crate::project::npm(crate::audit::AXE).ok().and_then(|file| std::fs::read(file).ok());
            return plain(StatusCode::OK, content_type(path), script.unwrap_or_default());
        }
        "/probe.js" => return plain(StatusCode::OK, content_type(path), PROBE.into()),
        _ => {}
    }
    if site.dist.is_none()
        && let Some(text) = site.spoiled.get(path)
    {
        return plain(StatusCode::OK, content_type(path), text.clone());
    }
    let (Some(dist), Some(inside)) = (&site.dist, path.strip_prefix(BASE)) else {
        return plain(StatusCode::NOT_FOUND, "text/plain", b"not here".to_vec());
    };
    let name = if inside.is_empty() || inside.ends_with('/') {
        format!("{inside}index.html")
    } else {
        inside.to_owned()
    };
    let found = if name.contains("..") { None } else { std::fs::read(dist.join(&name)).ok() };
    let (status, name, bytes) = match found {
        Some(bytes) => (StatusCode::OK, name, bytes),
        None => (
            StatusCode::NOT_FOUND,
            "404.html".to_owned(),
            std::fs::read(dist.join("404.html")).unwrap_or_default(),
        ),
    };
    let mut response = plain(status, content_type(&name), changed(site, &name, bytes));
    for (header, value) in site.headers.of(&format!("/{inside}")) {
        let value = if site.script_off && header.eq_ignore_ascii_case("content-security-policy") {
            without_script(value)
        } else {
            value.to_owned()
        };
        if let (Ok(header), Ok(value)) = (HeaderName::try_from(header), HeaderValue::try_from(value)) {
            response.headers_mut().insert(header, value);
        }
    }
    response
}

fn without_script(policy: &str) -> String {
    let kept: Vec<_> =
        policy.split(';').map(str::trim).filter(|rule| !rule.starts_with("script-src")).collect();
    format!("script-src 'none'; {}", kept.join("; "))
}

fn changed(site: &Site, name: &str, bytes: Vec<u8>) -> Vec<u8> {
    if let Some((_, spoiled)) = site.spoiled.iter().find(|(ending, _)| name.ends_with(ending.as_str())) {
        return spoiled.clone();
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let mut text = site.rewrites.iter().fold(text, |text, rewrite| rewrite(name, text));
            if site.probe && name.ends_with(".html") {
                text = text.replacen("<head>", "<head><script src=\"/probe.js\"></script>", 1);
            }
            text.into_bytes()
        }
        Err(other) => other.into_bytes(),
    }
}
