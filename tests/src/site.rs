//! A host for one test: the built site below `/clinic/page/`, changed where the test wants it, on a port of its own.
//! A second one plays the foreign page.

mod answer;
mod serve;

use std::collections::{BTreeSet, HashMap};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::headers::Headers;
use crate::{Done, Problem, project};

pub use answer::Answer;

/// Where the site stands on its host: deep, so that a path from the root would be found out.
pub const BASE: &str = "/clinic/page/";

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Seen {
    pub method: String,
    /// Path and query.
    pub path: String,
    /// `name: value` lines.
    pub headers: String,
    pub body: String,
}

type Rewrite = Box<dyn Fn(&str, String) -> String + Send + Sync>;

/// What a host does, before it runs.
pub struct Site {
    dist: Option<PathBuf>,
    headers: Headers,
    script_off: bool,
    probe: bool,
    rewrites: Vec<Rewrite>,
    spoiled: HashMap<String, Vec<u8>>,
    pages: Mutex<HashMap<String, (String, String)>>,
    answers: Mutex<std::collections::VecDeque<Answer>>,
    desk: Option<SocketAddr>,
    failing: Mutex<Vec<String>>,
    held: Option<String>,
    gate: watch::Sender<bool>,
    seen: Mutex<Vec<Seen>>,
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site").field("dist", &self.dist).finish_non_exhaustive()
    }
}

impl Site {
    /// The built site with its own headers and the probe script in each page.
    ///
    /// # Errors
    /// When nothing is built.
    pub fn built() -> Done<Self> {
        let dist = project::dist()?;
        let headers = Headers::parse(&std::fs::read_to_string(dist.join("_headers")).unwrap_or_default());
        Ok(Self { dist: Some(dist), headers, probe: true, ..Self::foreign() })
    }

    /// A host with nothing but the pages it is given.
    #[must_use]
    pub fn foreign() -> Self {
        Self {
            dist: None,
            headers: Headers::default(),
            script_off: false,
            probe: false,
            rewrites: Vec::new(),
            spoiled: HashMap::new(),
            pages: Mutex::default(),
            answers: Mutex::default(),
            desk: None,
            failing: Mutex::default(),
            held: None,
            gate: watch::Sender::new(true),
            seen: Mutex::default(),
        }
    }

    /// Sends `script-src 'none'`: what a reader without script gets, in every engine.
    #[must_use]
    pub fn without_script(mut self) -> Self {
        self.script_off = true;
        self.probe = false;
        self
    }

    /// No probe script: the bytes are what a visitor gets.
    #[must_use]
    pub fn unchanged(mut self) -> Self {
        self.probe = false;
        self
    }

    /// Changes the text of one file on its way out.
    ///
    /// # Panics
    /// When asked for the file, if the change found nothing to change.
    #[must_use]
    pub fn with(
        mut self,
        path: &'static str,
        change: impl Fn(&str) -> String + Send + Sync + 'static,
    ) -> Self {
        self.rewrites.push(Box::new(move |file, text| {
            if file != path {
                return text;
            }
            let changed = change(&text);
            assert_ne!(changed, text, "the test's change of {path} found nothing to change");
            changed
        }));
        self
    }

    /// Sends these bytes in place of the file whose path ends so.
    #[must_use]
    pub fn spoil(mut self, ending: &str, bytes: Vec<u8>) -> Self {
        self.spoiled.insert(ending.to_owned(), bytes);
        self
    }

    /// A page of the host's own, with its content security policy.
    #[must_use]
    pub fn page(self, path: &str, policy: &str, html: &str) -> Self {
        if let Ok(mut pages) = self.pages.lock() {
            pages.insert(path.to_owned(), (policy.to_owned(), html.to_owned()));
        }
        self
    }

    /// Any other file of the host's own.
    #[must_use]
    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.spoiled.insert(path.to_owned(), text.as_bytes().to_vec());
        self
    }

    /// What the endpoint answers, in turn; the last one stays.
    #[must_use]
    pub fn answers(self, answers: impl IntoIterator<Item = Answer>) -> Self {
        if let Ok(mut queue) = self.answers.lock() {
            queue.extend(answers);
        }
        self
    }

    /// Hands the endpoint's requests to a running front desk.
    #[must_use]
    pub fn desk(mut self, address: SocketAddr) -> Self {
        self.desk = Some(address);
        self
    }

    /// Answers 503, once, for the file whose path ends so.
    #[must_use]
    pub fn fail_once(self, ending: &str) -> Self {
        if let Ok(mut failing) = self.failing.lock() {
            failing.push(ending.to_owned());
        }
        self
    }

    /// Keeps back every file whose path ends so, until [`Host::release`].
    #[must_use]
    pub fn hold(mut self, ending: &str) -> Self {
        self.held = Some(ending.to_owned());
        self.gate = watch::Sender::new(false);
        self
    }

    /// Starts the host on a free port.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn serve(self) -> Done<Host> {
        let listener = listen().await?;
        let address = listener.local_addr()?;
        let site = Arc::new(self);
        let task = tokio::spawn(serve::run(listener, Arc::clone(&site)));
        Ok(Host { origin: format!("http://{address}"), site, task })
    }
}

/// A port that no host of this run had before: a browser keeps our files for a year, also under the address of a host
/// that is gone, and would take them for those of the next one.
async fn listen() -> Done<TcpListener> {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Held, so that the system offers others.
    let mut passed_over = Vec::new();
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        if HAD.lock().map_or(true, |mut had| had.insert(port)) {
            return Ok(listener);
        }
        passed_over.push(listener);
    }
}

/// A running host; it ends when this is dropped.
#[derive(Debug)]
pub struct Host {
    /// `http://127.0.0.1:PORT`.
    pub origin: String,
    site: Arc<Site>,
    task: JoinHandle<()>,
}

impl Host {
    /// Address of a file of the site.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{BASE}{path}", self.origin)
    }

    /// Lets the held files go.
    pub fn release(&self) {
        self.site.gate.send_replace(true);
    }

    /// One more page of the host's own, which knows addresses that came after the host.
    pub fn add_page(&self, path: &str, policy: &str, html: &str) {
        if let Ok(mut pages) = self.site.pages.lock() {
            pages.insert(path.to_owned(), (policy.to_owned(), html.to_owned()));
        }
    }

    /// Every request so far.
    #[must_use]
    pub fn seen(&self) -> Vec<Seen> {
        self.site.seen.lock().map(|seen| seen.clone()).unwrap_or_default()
    }

    /// Bodies that reached the endpoint.
    #[must_use]
    pub fn submissions(&self) -> Vec<serde_json::Value> {
        self.posts()
            .iter()
            .map(|post| serde_json::from_str(&post.body).unwrap_or(serde_json::Value::Null))
            .collect()
    }

    /// Requests that reached the endpoint.
    #[must_use]
    pub fn posts(&self) -> Vec<Seen> {
        self.seen().into_iter().filter(|seen| seen.method == "POST").collect()
    }

    /// Waits until so many requests reached the endpoint.
    ///
    /// # Errors
    /// When they do not within the time a loaded machine needs.
    pub async fn posted(&self, count: usize) -> Done {
        let deadline = tokio::time::Instant::now() + crate::tab::PATIENCE;
        while self.posts().len() < count {
            if tokio::time::Instant::now() > deadline {
                return Err(Problem(format!(
                    "{} requests reached the endpoint, not {count}",
                    self.posts().len()
                )));
            }
            tokio::time::sleep(crate::tab::GLANCE).await;
        }
        Ok(())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.task.abort();
    }
}
