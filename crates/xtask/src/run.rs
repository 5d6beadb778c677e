//! Running other programs: their output passes through, line by line, and its end is kept.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::error::{Cause, Error};
use crate::project::Project;

/// How many lines of a program's end are kept to find out why it failed.
const KEPT: usize = 80;
/// How long a program that has ended may still be heard: one that it left behind might hold its output open for ever.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// A program in the project's folder, with our tool folders first on its PATH and without what cargo told us about
/// ourselves: it would make build scripts run again.
pub(crate) fn program(project: &Project, name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project.root());
    for (key, _) in std::env::vars_os() {
        if key.to_str().is_some_and(about_us) {
            command.env_remove(key);
        }
    }
    let ours = [project.join(".tools/bin"), project.join("node_modules/.bin")];
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    if let Ok(path) = std::env::join_paths(ours.into_iter().chain(std::env::split_paths(&theirs))) {
        command.env("PATH", path);
    }
    // Its output goes through a pipe, where cargo would drop its colours.
    if io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command
}

/// What cargo sets for the program it runs.
fn about_us(key: &str) -> bool {
    const EXACT: [&str; 6] = [
        "CARGO",
        "CARGO_MANIFEST_DIR",
        "CARGO_MANIFEST_PATH",
        "CARGO_BIN_NAME",
        "CARGO_CRATE_NAME",
        "OUT_DIR",
    ];
    EXACT.contains(&key) || key.starts_with("CARGO_PKG_")
}

/// Cargo, as the toolchain of the project.
pub(crate) fn cargo(project: &Project, arguments: &[&str]) -> Command {
    let mut command = program(project, "cargo");
    command.args(arguments);
    command
}

/// How a program ended.
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    pub(crate) cause: Cause,
}

/// Runs a program to its end; `hear` gets each line of its standard output.
pub(crate) fn listen(command: &mut Command, mut hear: impl FnMut(&str)) -> io::Result<Ended> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (send, lines) = channel();
    read_lines(child.stdout.take(), Stream::Out, &send);
    read_lines(child.stderr.take(), Stream::Err, &send);
    drop(send);
    // One end each, as the two arrive in any order.
    let mut kept = [VecDeque::new(), VecDeque::new()];
    let mut ended = None;
    loop {
        match lines.recv_timeout(LAST_WORDS) {
            Ok((stream, line)) => {
                pass_on(stream, &line);
                let line = String::from_utf8_lossy(&line).trim_end().to_owned();
                if let Stream::Out = stream {
                    hear(&line);
                }
                let kept = &mut kept[stream as usize];
                kept.push_back(line);
                if kept.len() > KEPT {
                    kept.pop_front();
                }
            }
            Err(RecvTimeoutError::Disconnected) => break,
            // Silent and ended: nothing more to hear.
            Err(RecvTimeoutError::Timeout) if ended.is_some() => break,
            Err(RecvTimeoutError::Timeout) => ended = child.try_wait()?,
        }
    }
    let status = match ended {
        Some(status) => status,
        None => child.wait()?,
    };
    let output: Vec<String> = kept.into_iter().flatten().collect();
    let cause = if status.success() { Cause::Other } else { Cause::of(&output.join("\n")) };
    Ok(Ended { status, cause })
}

#[derive(Clone, Copy)]
enum Stream {
    Out,
    Err,
}

fn read_lines(source: Option<impl Read + Send + 'static>, stream: Stream, send: &Sender<(Stream, Vec<u8>)>) {
    let (Some(source), send) = (source, send.clone()) else { return };
    thread::spawn(move || {
        let mut source = BufReader::new(source);
        loop {
            let mut line = Vec::new();
            match source.read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => return,
                Ok(_) if send.send((stream, line)).is_err() => return,
                Ok(_) => {}
            }
        }
    });
}

/// Writes a line where the program meant it; when nobody reads us any more, there is nobody to tell either.
fn pass_on(stream: Stream, line: &[u8]) {
    let _ = match stream {
        Stream::Out => io::stdout().write_all(line).and_then(|()| io::stdout().flush()),
        Stream::Err => io::stderr().write_all(line),
    };
}

/// Runs a program that has to succeed. `what` begins the sentence if it does not.
pub(crate) fn must(command: &mut Command, what: &str) -> Result<(), Error> {
    let ended = listen(command, |_| ()).map_err(|source| not_started(command, source))?;
    if ended.status.success() {
        Ok(())
    } else {
        Err(Error::Failed { what: what.to_owned(), cause: ended.cause })
    }
}

/// What a program prints when asked quietly; nothing when it is not there or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Why a program could not even be started.
pub(crate) fn not_started(command: &Command, source: io::Error) -> Error {
    Error::File { what: "run", path: command.get_program().into(), source }
}

/// Gives this process to the program, so that it gets the signals meant for us; comes back only with an error.
#[cfg(unix)]
pub(crate) fn become_it(command: &mut Command) -> Result<std::process::ExitCode, Error> {
    use std::os::unix::process::CommandExt;
    let source = command.exec();
    Err(not_started(command, source))
}

/// Runs the program to its end; Ctrl-C reaches both of us.
#[cfg(not(unix))]
pub(crate) fn become_it(command: &mut Command) -> Result<std::process::ExitCode, Error> {
    let status = command.status().map_err(|source| not_started(command, source))?;
    Ok(if status.success() { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE })
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use std::time::Instant;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn lines_are_heard_in_order_and_the_status_is_kept() {
        let mut heard = Vec::new();
        let ended =
            listen(&mut shell("echo a; echo b; printf c; exit 3"), |line| heard.push(line.to_owned()))
                .unwrap();
        assert_eq!(heard, ["a", "b", "c"]);
        assert_eq!(ended.status.code(), Some(3));
    }

    #[test]
    fn the_cause_is_found_at_the_end_of_the_error_output() {
        let ended =
            listen(&mut shell("echo out; echo 'x: No space left on device' >&2; exit 1"), |_| ()).unwrap();
        assert_eq!(ended.cause, Cause::DiskFull);
    }

    #[test]
    fn a_program_left_behind_does_not_hold_us() {
        let start = Instant::now();
        let ended = listen(&mut shell("sleep 30 & echo started"), |_| ()).unwrap();
        assert!(ended.status.success());
        assert!(start.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn what_cargo_says_about_us_is_not_handed_on() {
        assert!(about_us("CARGO_PKG_NAME") && about_us("CARGO_MANIFEST_DIR") && about_us("CARGO"));
        assert!(!about_us("CARGO_HOME") && !about_us("CARGO_TARGET_DIR") && !about_us("CARGO_NET_OFFLINE"));
    }
}
