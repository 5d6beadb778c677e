//! A screen for browsers that draw WebGL only on one: a virtual X server each, so that two windows never fight for
//! the keyboard.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::project::program;
use crate::{Done, Problem};

/// A running X server; it ends when this is dropped.
#[derive(Debug)]
pub struct Display {
    process: Child,
    /// `:N`, for `DISPLAY`.
    pub name: String,
}

impl Display {
    /// Starts a server on the first free number.
    ///
    /// # Errors
    /// When `Xvfb` is missing or does not come up.
    pub fn start() -> Done<Self> {
        let mut process = Command::new(program("Xvfb")?)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut number = String::new();
        if let Some(answer) = process.stdout.take() {
            BufReader::new(answer).read_line(&mut number)?;
        }
        if number.trim().is_empty() {
            return Err(Problem::new("Xvfb did not start"));
        }
        Ok(Self { process, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
