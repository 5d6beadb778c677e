use std::{fmt, path::PathBuf, sync::Arc, time::Duration, time::SystemTime};

use booking::Rules;

/// What the front desk is told. Clock, randomness and log come in from outside, so that tests need no waiting.
#[derive(Clone)]
pub struct Config {
    /// Folder of the database `front-desk.sqlite`; made when it does not exist.
    pub data: PathBuf,
    /// The built site, when it is to be served too.
    pub dist: Option<PathBuf>,
    /// What the form asks for, when there is no `dist` to read it from.
    pub rules: Rules,
    /// Origins whose scripts may post requests, each as `https://host[:port]`.
    pub allow_origins: Vec<String>,
    /// Whether a proxy of ours stands before us and writes the sender's address last in `X-Forwarded-For`.
    pub behind_proxy: bool,
    pub limits: Limits,
    pub clock: Clock,
    pub random: Random,
    /// Takes one line per request to the interface. It never holds anything a patient typed, nor a path or address.
    pub log: Log,
}

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;
/// Fills the bytes with randomness nobody can guess.
pub type Random = Arc<dyn Fn(&mut [u8]) + Send + Sync>;
/// Takes a line.
pub type Log = Arc<dyn Fn(&str) + Send + Sync>;

/// What one sender may use.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Longest body, in bytes.
    pub body_bytes: usize,
    /// How long a body may take to arrive.
    pub body_time: Duration,
    /// How long a request may wait for the database.
    pub store_time: Duration,
    /// Requests that one address may send at once.
    pub burst: u32,
    /// Requests that one address may send per minute in the long run; 0 switches the limit off.
    pub per_minute: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 64 * 1024,
            body_time: Duration::from_secs(10),
            store_time: Duration::from_secs(10),
            burst: 60,
            per_minute: 60,
        }
    }
}

impl Config {
    /// The database in `data`, no site, the computer's clock and randomness, no log.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            dist: None,
            rules: Rules::default(),
            allow_origins: Vec::new(),
            behind_proxy: false,
            limits: Limits::default(),
            clock: Arc::new(SystemTime::now),
            random: Arc::new(|bytes| {
                // Without randomness references could be guessed and repeat: better not to run at all.
                if getrandom::fill(bytes).is_err() {
                    std::process::abort();
                }
            }),
            log: Arc::new(|_| ()),
        }
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("data", &self.data)
            .field("dist", &self.dist)
            .field("allow_origins", &self.allow_origins)
            .field("behind_proxy", &self.behind_proxy)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
