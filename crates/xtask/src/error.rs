//! What can go wrong, and the one place that says it.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::ask::Unclear;

/// Why a command could not be carried out. Each variant becomes one sentence with what to do.
#[derive(Debug)]
pub(crate) enum Error {
    Ask(Unclear),
    NoProject,
    /// A program that has to be here and that we cannot fetch.
    NoProgram {
        name: &'static str,
        remedy: &'static str,
    },
    NoNpm {
        verb: &'static str,
    },
    NoWasmTarget,
    /// The lock file names no such package.
    NotLocked {
        package: &'static str,
    },
    NoSystemTools {
        /// Who needs them, with the verb.
        needed_by: &'static str,
        missing: Vec<&'static str>,
        /// What brings them; nothing where the system's packages are not ours to know.
        line: Option<String>,
    },
    /// A program ran and said no. Its own words were passed through already.
    Failed {
        what: String,
        cause: Cause,
    },
    /// An install that went through, and yet the program is not there.
    NotInstalled {
        what: String,
    },
    PortInUse {
        port: u16,
    },
    PortRefused {
        port: u16,
        source: io::Error,
    },
    NoSite {
        folder: PathBuf,
    },
    File {
        what: &'static str,
        path: PathBuf,
        source: io::Error,
    },
}

/// What the last words of a failed program tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    DiskFull,
    NoNetwork,
    Other,
}

impl Cause {
    /// Reads the end of a program's output.
    pub(crate) fn of(output: &str) -> Self {
        const FULL: [&str; 4] = ["No space left on device", "os error 28", "ENOSPC", "Disk quota exceeded"];
        const OFFLINE: [&str; 16] = [
            "Could not resolve host",
            "Couldn't resolve host",
            "Could not resolve hostname",
            "Temporary failure resolving",
            "Temporary failure in name resolution",
            "failed to lookup address",
            "Network is unreachable",
            "Could not connect",
            "Couldn't connect to server",
            "Connection timed out",
            "Timeout was reached",
            "network failure seems to have happened",
            "spurious network error",
            "ENOTFOUND",
            "EAI_AGAIN",
            "could not download file",
        ];
        let says = |words: &[&str]| words.iter().any(|word| output.contains(word));
        // A full disk also breaks downloads, so it is asked first.
        if says(&FULL) {
            Self::DiskFull
        } else if says(&OFFLINE) {
            Self::NoNetwork
        } else {
            Self::Other
        }
    }
}

impl From<Unclear> for Error {
    fn from(unclear: Unclear) -> Self {
        Self::Ask(unclear)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ask(unclear) => unclear.fmt(f),
            Self::NoProject => write!(f, "This is not the project's folder: run `cargo xtask` inside it."),
            Self::NoProgram { name, remedy } => write!(f, "`{name}` is not on this machine: {remedy}."),
            Self::NoNpm { verb } => write!(
                f,
                "`{verb}` needs npm, which brings wasm-opt and the page checkers: install Node 20 or newer with npm, then \
                 run it again."
            ),
            Self::NoWasmTarget => write!(
                f,
                "Rust's standard library for the browser is missing and there is no rustup to fetch it: install rustup, or \
                 add the target wasm32-unknown-unknown to your toolchain."
            ),
            Self::NotLocked { package } => {
                write!(f, "Cargo.lock names no `{package}`: restore it with `git checkout Cargo.lock`.")
            }
            Self::NoSystemTools { needed_by, missing, line } => {
                write!(f, "{needed_by} {} from the system: ", missing.join(", "))?;
                match line {
                    Some(line) => write!(f, "type `{line}`, then run it again."),
                    None => write!(f, "install that from your system's packages, then run it again."),
                }
            }
            Self::Failed { what, cause: Cause::DiskFull } => {
                write!(f, "{what} stopped because the disk is full: free about 6 GB, then run it again.")
            }
            Self::Failed { what, cause: Cause::NoNetwork } => {
                write!(f, "{what} stopped because the network does not answer: connect, then run it again.")
            }
            Self::Failed { what, cause: Cause::Other } => {
                write!(f, "{what} failed; the reason stands above.")
            }
            Self::NotInstalled { what } => {
                write!(
                    f,
                    "{what} was installed and still cannot be run: remove the folder .tools, then run it again."
                )
            }
            Self::PortInUse { port } => {
                let other = if *port < u16::MAX { port + 1 } else { 8080 };
                write!(
                    f,
                    "Port {port} is in use: end what runs there, or choose another with `--port {other}`."
                )
            }
            Self::PortRefused { port, source } => {
                write!(
                    f,
                    "Port {port} cannot be opened ({source}): choose one above 1023 with `--port 8080`."
                )
            }
            Self::NoSite { folder } => {
                write!(f, "There is no site in {}: build it with `cargo xtask build`.", folder.display())
            }
            Self::File { path, source, .. } if source.kind() == io::ErrorKind::StorageFull => {
                write!(f, "The disk is full ({}): free about 6 GB, then run it again.", path.display())
            }
            Self::File { what, path, source } => write!(f, "Cannot {what} {}: {source}.", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_is_read_from_what_programs_really_say() {
        for (words, cause) in [
            ("error: failed to write `x`: No space left on device (os error 28)", Cause::DiskFull),
            ("npm error code ENOSPC", Cause::DiskFull),
            ("[6] Could not resolve hostname (Could not resolve host: example.org)", Cause::NoNetwork),
            ("npm error code EAI_AGAIN", Cause::NoNetwork),
            ("W: Temporary failure resolving 'deb.example.org'", Cause::NoNetwork),
            ("error: could not download file from 'https://example.org'", Cause::NoNetwork),
            ("error[E0308]: mismatched types", Cause::Other),
            ("", Cause::Other),
        ] {
            assert_eq!(Cause::of(words), cause, "{words}");
        }
    }

    #[test]
    fn a_full_disk_wins_over_the_download_it_broke() {
        assert_eq!(Cause::of("Connection timed out\nwrite: No space left on device"), Cause::DiskFull);
    }

    #[test]
    fn each_failure_is_one_sentence_with_a_remedy() {
        let full = Error::Failed { what: "Installing trunk".into(), cause: Cause::DiskFull };
        assert_eq!(
            full.to_string(),
            "Installing trunk stopped because the disk is full: free about 6 GB, then run it again."
        );
        let offline = Error::Failed { what: "npm ci".into(), cause: Cause::NoNetwork };
        assert_eq!(
            offline.to_string(),
            "npm ci stopped because the network does not answer: connect, then run it again."
        );
        assert_eq!(
            Error::PortInUse { port: 8080 }.to_string(),
            "Port 8080 is in use: end what runs there, or choose another with `--port 8081`."
        );
        assert_eq!(
            Error::NoSystemTools {
                needed_by: "The browser suites need",
                missing: vec!["chromium", "Xvfb"],
                line: Some("sudo apt-get install chromium xvfb".into())
            }
            .to_string(),
            "The browser suites need chromium, Xvfb from the system: type `sudo apt-get install chromium xvfb`, then run \
             it again."
        );
        assert_eq!(
            Error::NoSystemTools { needed_by: "The unit suite needs", missing: vec!["strace"], line: None }
                .to_string(),
            "The unit suite needs strace from the system: install that from your system's packages, then run it again."
        );
        assert!(Error::NoNpm { verb: "build" }.to_string().starts_with("`build` needs npm"));
    }
}
