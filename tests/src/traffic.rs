//! What a visit makes a server send: the browser's own account of it, body by body as they came, headers excluded.

use serde_json::Value;

use crate::tab::Tab;
use crate::{Done, Problem};

/// One file that was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Path from the site's root, without the leading slash; of the page itself `index.html`.
    pub path: String,
    /// Bytes of the body on the wire, packed as the server packed it.
    pub bytes: usize,
    /// Whether nothing is painted before it is here.
    pub blocking: bool,
}

/// All that was sent since the page was opened. What the browser's cache gave is not in it.
#[derive(Debug, Clone)]
pub struct Traffic(pub Vec<Sent>);

const ACCOUNT: &str = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter((one) => one.transferSize > 0)
    .map((one) => [new URL(one.name).pathname, one.encodedBodySize, one.renderBlockingStatus === 'blocking'])";

impl Traffic {
    /// Asks the page that is open.
    ///
    /// # Errors
    /// When the browser keeps no such account.
    pub async fn of(tab: &Tab) -> Done<Self> {
        let account = tab.js(ACCOUNT).await?;
        let sent: Option<Vec<_>> = account.as_array().into_iter().flatten().map(read).collect();
        match sent {
            Some(sent) if !sent.is_empty() => Ok(Self(sent)),
            _ => Err(Problem(format!("the browser's account of what was sent: {account}"))),
        }
    }

    /// Bytes of those that are wanted.
    pub fn sum(&self, wanted: impl Fn(&Sent) -> bool) -> usize {
        self.0.iter().filter(|sent| wanted(sent)).map(|sent| sent.bytes).sum()
    }

    /// The first one that is wanted.
    ///
    /// # Errors
    /// When it was not sent.
    pub fn find(&self, what: &str, wanted: impl Fn(&Sent) -> bool) -> Done<&Sent> {
        self.0.iter().find(|sent| wanted(sent)).ok_or_else(|| Problem(format!("{what} was not sent")))
    }
}

fn read(entry: &Value) -> Option<Sent> {
    let path = entry[0].as_str()?.trim_start_matches('/');
    Some(Sent {
        path: if path.is_empty() { "index.html" } else { path }.to_owned(),
        bytes: usize::try_from(entry[1].as_u64()?).ok()?,
        blocking: entry[2].as_bool()?,
    })
}
