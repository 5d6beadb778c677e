//! The files of `dist/`, packed on their way out: brotli or gzip, as the browser takes them.
//!
//! ```text
//! request -> condition translated -> file server -> bytes -> hash -> packed once -> answer
//! ```
//!
//! What is packed is kept under the hash of what it was made of. So an edited file never comes in its old words, and a
//! path that is spelled in many ways costs one packing. A copy beside a file (`neck.wasm.br`) saves that packing, but
//! is believed only when it unpacks to the very bytes of the file.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex},
};

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};
use tokio::{sync::OnceCell, task::spawn_blocking};
use tower::ServiceExt;
use tower_http::services::ServeDir;

mod accept;
mod encoding;

use encoding::Encoding;

/// How the names of files end that become smaller: text, code, our models. Pictures and fonts are packed already.
const PACKABLE: [&str; 12] =
    ["html", "css", "js", "mjs", "json", "svg", "xml", "txt", "webmanifest", "map", "wasm", "bin"];
/// The longest file that is packed, in bytes: it is held in memory for that.
const LONGEST: u64 = 16 << 20;
/// How many packed files are kept. A site has fewer; what an owner edits adds to them.
const KEPT: usize = 512;

/// One per content and encoding, filled by whoever comes first.
type Shelf = HashMap<([u8; 32], Encoding), Arc<OnceCell<Bytes>>>;

/// The folder of the site and what of it is packed already.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    folder: ServeDir,
    shelf: Arc<Mutex<Shelf>>,
}

impl Files {
    pub(crate) fn new(dist: &Path) -> Self {
        Self { folder: ServeDir::new(dist), shelf: Arc::default() }
    }

    /// As the folder has it.
    async fn plain(&self, request: Request) -> Response {
        self.folder.clone().oneshot(request).await.into_response()
    }

    /// The bytes packed, and kept for the next one who asks; none when that fails.
    async fn packed(self, path: String, plain: Bytes, encoding: Encoding) -> Option<Bytes> {
        let content = plain.clone();
        let hash = spawn_blocking(move || Sha256::digest(&content).into()).await.ok()?;
        let place = {
            let mut shelf = self.shelf.lock().ok()?;
            if shelf.len() >= KEPT {
                shelf.clear();
            }
            shelf.entry((hash, encoding)).or_default().clone()
        };
        let pack = async || {
            if let Some(copy) = self.copy(&path, plain.clone(), encoding).await {
                return Ok(copy);
            }
            spawn_blocking(move || encoding.pack(&plain)).await.ok().flatten().map(Bytes::from).ok_or(())
        };
        place.get_or_try_init(pack).await.ok().cloned()
    }

    /// The packed copy that lies beside the file, if it is of the file as it stands now.
    async fn copy(&self, path: &str, plain: Bytes, encoding: Encoding) -> Option<Bytes> {
        let request = Request::get([path, encoding.ending()].concat()).body(Body::empty()).ok()?;
        let found = self.plain(request).await;
        if found.status() != StatusCode::OK {
            return None;
        }
        let copy = found.into_body().collect().await.ok()?.to_bytes();
        spawn_blocking(move || encoding.is_of(&copy, &plain).then_some(copy)).await.ok().flatten()
    }
}

/// Answers with a file, packed where the browser takes that and the file becomes smaller by it.
pub(crate) async fn serve(State(files): State<Files>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if !is_packable(&path) {
        return files.plain(request).await;
    }
    let headers = request.headers_mut();
    if headers.contains_key(header::IF_RANGE) {
        // Whether the part still fits cannot be told here: all of it always does.
        headers.remove(header::RANGE);
    }
    // Parts are cut from the file as it is.
    let wished = Encoding::wished(headers).filter(|_| !headers.contains_key(header::RANGE));
    let mut response = match wished {
        None => files.plain(request).await,
        Some(encoding) => files.answer(path, request, encoding).await,
    };
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

impl Files {
    async fn answer(self, path: String, mut request: Request, encoding: Encoding) -> Response {
        for name in [header::IF_NONE_MATCH, header::IF_MATCH] {
            translate(request.headers_mut(), &name, encoding);
        }
        // The length after packing is known only with the content.
        let only_head = request.method() == Method::HEAD;
        if only_head {
            *request.method_mut() = Method::GET;
        }
        let mut response = self.plain(request).await;
        match response.status() {
            StatusCode::NOT_MODIFIED => name_packed(response.headers_mut(), encoding),
            StatusCode::OK if length(response.headers()) <= LONGEST => {
                response = self.pack(path, response, encoding).await;
            }
            _ => {}
        }
        if only_head {
            *response.body_mut() = Body::empty();
        }
        response
    }

    async fn pack(self, path: String, response: Response, encoding: Encoding) -> Response {
        let (mut head, body) = response.into_parts();
        let Ok(plain) = body.collect().await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let plain = plain.to_bytes();
        // A task of its own: who breaks off and comes again shall not have it begun again.
        let packed = tokio::spawn(self.packed(path, plain.clone(), encoding)).await.ok().flatten();
        if packed.is_some() {
            name_packed(&mut head.headers, encoding);
            head.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
            head.headers.remove(header::ACCEPT_RANGES);
        }
        let body = packed.unwrap_or(plain);
        head.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        Response::from_parts(head, Body::from(body))
    }
}

/// By the path alone, so that the same is said of a file and of "not changed". A folder stands for its page.
fn is_packable(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    name.is_empty() || ending.is_some_and(|ending| PACKABLE.contains(&ending))
}

fn length(headers: &HeaderMap) -> u64 {
    let text = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    text.and_then(|text| text.parse().ok()).unwrap_or(u64::MAX)
}

/// Packed bytes are other bytes, so they have a tag of their own: the file's, with the encoding behind it.
fn name_packed(headers: &mut HeaderMap, encoding: Encoding) {
    let tag = headers.get(header::ETAG).and_then(|tag| tag.to_str().ok()?.strip_suffix('"'));
    if let Some(Ok(tag)) = tag.map(|tag| HeaderValue::from_str(&format!("{tag}-{}\"", encoding.name()))) {
        headers.insert(header::ETAG, tag);
    }
}

/// Turns tags of packed bytes into those of their files, which the file server knows. Tags of other encodings are left
/// out, as they are of other bytes; when none remains, a tag that no file has stands for them.
fn translate(headers: &mut HeaderMap, name: &HeaderName, encoding: Encoding) {
    if !headers.contains_key(name) {
        return;
    }
    let ending = format!("-{}\"", encoding.name());
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    let tags = values.flat_map(|value| value.split(',')).map(str::trim);
    let known = tags.filter_map(|tag| match tag.strip_suffix(&ending) {
        _ if tag == "*" => Some("*".to_owned()),
        start => start.map(|start| format!("{start}\"")),
    });
    let known = known.collect::<Vec<_>>().join(", ");
    let known = if known.is_empty() { "\"\"".to_owned() } else { known };
    if let Ok(known) = HeaderValue::from_str(&known) {
        headers.insert(name, known);
    }
}
