//! Three engines, each driven by the program its makers ship for that.

mod pool;
mod start;

use std::process::Child;

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use crate::display::Display;
use crate::tab::Tab;
use crate::{Done, Problem};

pub use pool::{close_all, lend};

/// An engine a reader's browser may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Lower case, for names of trials.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

/// What the reader has set in the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Wishes {
    pub dark: bool,
    pub still: bool,
    pub forced_colours: bool,
}

impl Wishes {
    pub const NONE: Self = Self { dark: false, still: false, forced_colours: false };
    pub const DARK: Self = Self { dark: true, ..Self::NONE };
    pub const STILL: Self = Self { still: true, ..Self::NONE };
    pub const FORCED_COLOURS: Self = Self { forced_colours: true, ..Self::NONE };
}

/// A running browser with its driver.
#[derive(Debug)]
pub struct Browser {
    pub engine: Engine,
    client: Client,
    driver: Child,
    /// Profile and settings; removed with the browser.
    _folder: tempfile::TempDir,
    _display: Option<Display>,
}

impl Browser {
    /// Starts a browser of this engine.
    ///
    /// # Errors
    /// When a program is missing or the session cannot be opened.
    pub async fn start(engine: Engine, wishes: Wishes) -> Done<Self> {
        start::start(engine, wishes).await
    }

    /// The browser's one tab.
    #[must_use]
    pub fn tab(&self) -> Tab {
        Tab { engine: self.engine, client: self.client.clone() }
    }

    /// Ends the session, the browser and the driver.
    pub async fn close(mut self) {
        // A browser that has died already is closed.
        let _ = tokio::time::timeout(std::time::Duration::from_secs(10), self.client.clone().close()).await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// A command that only Chromium's driver has.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (hyper::Method, Option<String>) {
        (hyper::Method::POST, Some(self.body.to_string()))
    }
}

/// A command of Chromium's own protocol.
///
/// # Errors
/// When the browser refuses it.
pub async fn devtools(client: &Client, command: &str, params: Value) -> Done<Value> {
    let body = json!({"cmd": command, "params": params});
    client.issue_cmd(Vendor { path: "goog/cdp/execute", body }).await.map_err(Problem::from)
}

/// What Chromium has written into one of its logs since the last time.
///
/// # Errors
/// When the log was not asked for at the start.
pub async fn log(client: &Client, kind: &str) -> Done<Vec<Value>> {
    let entries = client.issue_cmd(Vendor { path: "se/log", body: json!({"type": kind}) }).await?;
    Ok(entries.as_array().cloned().unwrap_or_default())
}
