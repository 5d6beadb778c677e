//! The command line: which verb, with what.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

/// One thing to do. Paths are absolute.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    Help,
    Serve {
        port: u16,
        data: Option<PathBuf>,
        dist: Option<PathBuf>,
        /// Other origins whose pages may send requests; the front desk says which are none.
        origins: Vec<String>,
    },
    Build,
    Test {
        suite: Option<Suite>,
        long: bool,
    },
    Check,
    Content,
    Bench {
        json: Option<PathBuf>,
        long: bool,
    },
    Pictures {
        folder: PathBuf,
    },
    Stills {
        folder: PathBuf,
        only: Option<String>,
    },
    /// The pose is read by `bake`, which knows joints and degrees.
    ExportObj {
        folder: PathBuf,
        pose: Vec<String>,
    },
    MuscleLengths {
        pose: Vec<String>,
    },
    FrontDeskList {
        data: Option<PathBuf>,
        json: bool,
    },
}

/// A part of `cargo xtask test` that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Suite {
    Check,
    Unit,
    Architecture,
    E2e,
    Bench,
}

impl Suite {
    pub(crate) const ALL: [Self; 5] = [Self::Check, Self::Unit, Self::Architecture, Self::E2e, Self::Bench];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Unit => "unit",
            Self::Architecture => "architecture",
            Self::E2e => "e2e",
            Self::Bench => "bench",
        }
    }
}

/// What `--help` says, verb by verb.
const VERBS: [(&str, &str); 11] = [
    (
        "serve [--port 8080] [--data DIR] [--dist DIR] [--allow-origin https://HOST]…",
        "build what is missing, then run the site with its front desk",
    ),
    ("build", "the whole site, into dist/"),
    ("test [SUITE] [--long]", "every suite, or one of: check, unit, architecture, e2e, bench"),
    ("check", "format, lints, dependency rules, content"),
    ("content", "each text of the article with the facts behind it, for review"),
    (
        "bench [--json FILE] [--long]",
        "what the page weighs and does, against its bounds; long: Lighthouse, too",
    ),
    ("pictures DIR", "every designed state as PNG, phone and desktop, light and dark"),
    ("stills DIR [--only ID]", "the standard views of the neck, 1600 px high; of one part, 800"),
    (
        "export-obj DIR [--pose FE,LB,AR | --move NAME | --upper DEG --lower DEG]",
        "one OBJ per structure, in mm",
    ),
    (
        "muscle-lengths [--pose FE,LB,AR | --move NAME | --upper DEG --lower DEG]",
        "lengths of muscle lines as CSV: line,pose,mm",
    ),
    ("front-desk list [--data DIR] [--json]", "the requests that have arrived, one a line"),
];

/// Flags that a pose is told with.
const POSE: [&str; 4] = ["--pose", "--move", "--upper", "--lower"];

/// The text of `cargo xtask --help`.
pub(crate) fn help() -> String {
    let verbs = VERBS.map(|(usage, gist)| format!("  {usage}\n      {gist}\n"));
    format!("cargo xtask VERB\n\n{}", verbs.concat())
}

/// Why a command line is not understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unclear {
    Verb(String),
    Flag { verb: &'static str, flag: String },
    NoValue { flag: &'static str },
    NeedlessValue { flag: &'static str },
    Twice { flag: &'static str },
    Port(String),
    Suite(String),
    NoFolder { verb: &'static str },
    Surplus { verb: &'static str, word: String },
    NoFrontDeskVerb,
    NotText(OsString),
    NoCurrentFolder,
}

impl fmt::Display for Unclear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Verb(verb) => {
                let names: Vec<_> = VERBS.iter().filter_map(|(usage, _)| usage.split(' ').next()).collect();
                write!(
                    f,
                    "There is no verb `{verb}`: it is one of {}. `cargo xtask --help` explains them.",
                    names.join(", ")
                )
            }
            Self::Flag { verb, flag } => {
                write!(f, "`{verb}` does not know `{flag}`: it is used as `cargo xtask {}`.", usage(verb))
            }
            Self::NoValue { flag } => write!(f, "`{flag}` needs a value behind it."),
            Self::NeedlessValue { flag } => write!(f, "`{flag}` takes no value."),
            Self::Twice { flag } => write!(f, "`{flag}` is given twice: once is enough."),
            Self::Port(text) => write!(f, "`{text}` is no port: --port takes a number from 1 to 65535."),
            Self::Suite(name) => {
                let names = Suite::ALL.map(Suite::name).join(", ");
                write!(f, "There is no suite `{name}`: it is one of {names}; without a name all of them run.")
            }
            Self::NoFolder { verb } => {
                write!(f, "`{verb}` needs the folder to write into: `cargo xtask {}`.", usage(verb))
            }
            Self::Surplus { verb, word } => {
                write!(f, "`{verb}` has no use for `{word}`: it is used as `cargo xtask {}`.", usage(verb))
            }
            Self::NoFrontDeskVerb => {
                write!(f, "`front-desk` does one thing here: `cargo xtask {}`.", usage("front-desk"))
            }
            Self::NotText(word) => write!(f, "{} is not valid text.", word.display()),
            Self::NoCurrentFolder => write!(f, "The current folder is gone: change to one that exists."),
        }
    }
}

fn usage(verb: &str) -> &'static str {
    VERBS
        .iter()
        .map(|(usage, _)| *usage)
        .find(|usage| usage.split(' ').next() == Some(verb))
        .unwrap_or("--help")
}

/// Reads the words after `cargo xtask`.
pub(crate) fn parse(words: impl Iterator<Item = OsString>) -> Result<Ask, Unclear> {
    let words: Vec<String> =
        words.map(|word| word.into_string().map_err(Unclear::NotText)).collect::<Result<_, _>>()?;
    let Some((verb, rest)) = words.split_first() else { return Ok(Ask::Help) };
    if words.iter().any(|word| word == "--help" || word == "-h") || verb == "help" {
        return Ok(Ask::Help);
    }
    match verb.as_str() {
        "serve" => {
            let mut given =
                Given::read("serve", rest, &["--port", "--data", "--dist", "--allow-origin"], &[])?;
            let port = given.value("--port").map_or(Ok(8080), |text| port(&text))?;
            let origins = std::iter::from_fn(|| given.value("--allow-origin")).collect();
            let ask = Ask::Serve { port, data: given.path("--data")?, dist: given.path("--dist")?, origins };
            given.done(ask)
        }
        "build" => Given::read("build", rest, &[], &[])?.done(Ask::Build),
        "test" => {
            let mut given = Given::read("test", rest, &[], &["--long"])?;
            let suite = given.word().map(|name| {
                Suite::ALL.into_iter().find(|suite| suite.name() == name).ok_or(Unclear::Suite(name))
            });
            let ask = Ask::Test { suite: suite.transpose()?, long: given.has("--long") };
            given.done(ask)
        }
        "check" => Given::read("check", rest, &[], &[])?.done(Ask::Check),
        "content" => Given::read("content", rest, &[], &[])?.done(Ask::Content),
        "bench" => {
            let mut given = Given::read("bench", rest, &["--json"], &["--long"])?;
            let ask = Ask::Bench { json: given.path("--json")?, long: given.has("--long") };
            given.done(ask)
        }
        "pictures" => {
            let mut given = Given::read("pictures", rest, &[], &[])?;
            let ask = Ask::Pictures { folder: given.folder()? };
            given.done(ask)
        }
        "stills" => {
            let mut given = Given::read("stills", rest, &["--only"], &[])?;
            let ask = Ask::Stills { folder: given.folder()?, only: given.value("--only") };
            given.done(ask)
        }
        "export-obj" => {
            let mut given = Given::read("export-obj", rest, &POSE, &[])?;
            let ask = Ask::ExportObj { folder: given.folder()?, pose: given.pose() };
            given.done(ask)
        }
        "muscle-lengths" => {
            let mut given = Given::read("muscle-lengths", rest, &POSE, &[])?;
            let ask = Ask::MuscleLengths { pose: given.pose() };
            given.done(ask)
        }
        "front-desk" => {
            let mut given = Given::read("front-desk", rest, &["--data"], &["--json"])?;
            if given.word().as_deref() != Some("list") {
                return Err(Unclear::NoFrontDeskVerb);
            }
            let ask = Ask::FrontDeskList { data: given.path("--data")?, json: given.has("--json") };
            given.done(ask)
        }
        other => Err(Unclear::Verb(other.to_owned())),
    }
}

fn port(text: &str) -> Result<u16, Unclear> {
    text.parse().ok().filter(|port| *port != 0).ok_or_else(|| Unclear::Port(text.to_owned()))
}

/// What stands behind a verb, taken out piece by piece; [`Given::done`] complains about what is left.
struct Given {
    verb: &'static str,
    words: std::collections::VecDeque<String>,
    flags: Vec<(&'static str, Option<String>)>,
}

impl Given {
    fn read(
        verb: &'static str,
        words: &[String],
        with_value: &[&'static str],
        without: &[&'static str],
    ) -> Result<Self, Unclear> {
        let mut given = Self { verb, words: std::collections::VecDeque::new(), flags: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if !word.starts_with('-') {
                given.words.push_back(word.clone());
                continue;
            }
            let (name, attached) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            let flag = if let Some(flag) = with_value.iter().find(|flag| **flag == name) {
                // A pose starts with a minus now and then, so whatever comes next is the value.
                let value = attached.or_else(|| words.next().cloned()).ok_or(Unclear::NoValue { flag })?;
                (*flag, Some(value))
            } else if let Some(flag) = without.iter().find(|flag| **flag == name) {
                if attached.is_some() {
                    return Err(Unclear::NeedlessValue { flag });
                }
                (*flag, None)
            } else {
                return Err(Unclear::Flag { verb, flag: name.to_owned() });
            };
            given.flags.push(flag);
        }
        Ok(given)
    }

    fn has(&mut self, flag: &str) -> bool {
        self.take(flag).is_some()
    }

    fn value(&mut self, flag: &str) -> Option<String> {
        self.take(flag)?.1
    }

    /// The first of that name; one that may be repeated is taken until there is none.
    fn take(&mut self, flag: &str) -> Option<(&'static str, Option<String>)> {
        let place = self.flags.iter().position(|(name, _)| *name == flag)?;
        Some(self.flags.remove(place))
    }

    fn path(&mut self, flag: &'static str) -> Result<Option<PathBuf>, Unclear> {
        self.value(flag).map(|text| absolute(&text, flag)).transpose()
    }

    fn word(&mut self) -> Option<String> {
        self.words.pop_front()
    }

    fn folder(&mut self) -> Result<PathBuf, Unclear> {
        let verb = self.verb;
        let text = self.word().filter(|word| !word.is_empty()).ok_or(Unclear::NoFolder { verb })?;
        std::path::absolute(text).map_err(|_| Unclear::NoCurrentFolder)
    }

    /// Flags of a pose, each before its value.
    fn pose(&mut self) -> Vec<String> {
        let given = POSE.into_iter().filter_map(|flag| Some([flag.to_owned(), self.value(flag)?]));
        given.flatten().collect()
    }

    fn done(mut self, ask: Ask) -> Result<Ask, Unclear> {
        match (self.words.pop_front(), self.flags.first()) {
            (Some(word), _) => Err(Unclear::Surplus { verb: self.verb, word }),
            (None, Some((flag, _))) => Err(Unclear::Twice { flag }),
            (None, None) => Ok(ask),
        }
    }
}

/// Other programs run in the project's folder, so a path is made absolute here, where the user stands.
fn absolute(text: &str, flag: &'static str) -> Result<PathBuf, Unclear> {
    if text.is_empty() {
        return Err(Unclear::NoValue { flag });
    }
    std::path::absolute(text).map_err(|_| Unclear::NoCurrentFolder)
}

#[cfg(test)]
mod tests;
