//! The real front desk, with a folder and a port of its own.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use crate::project::{dist, root};
use crate::{Done, Problem};

/// A running front desk; it ends when this is dropped.
#[derive(Debug)]
pub struct Desk {
    process: Child,
    folder: tempfile::TempDir,
    pub address: SocketAddr,
}

/// The program: `FRONT_DESK`, or built once for this run.
fn program() -> Done<PathBuf> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        if let Some(given) = std::env::var_os("FRONT_DESK") {
            return Ok(PathBuf::from(given));
        }
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args([
                "build",
                "--quiet",
                "--package",
                "front-desk",
                "--message-format",
                "json-render-diagnostics",
            ])
            .current_dir(root())
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stdout);
        let made = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        made.filter_map(|message| message["executable"].as_str().map(PathBuf::from))
            .find(|path| path.file_stem().is_some_and(|name| name == "front-desk"))
            .ok_or_else(|| "front-desk did not build".to_owned())
    });
    built.clone().map_err(Problem)
}

impl Desk {
    /// Starts one with an empty database.
    ///
    /// # Errors
    /// When it does not build or start.
    pub fn open() -> Done<Self> {
        Self::open_to(&[])
    }

    /// The same, which takes requests from other origins, too.
    ///
    /// # Errors
    /// When it does not build or start.
    pub fn open_to(origins: &[&str]) -> Done<Self> {
        Self::open_with(&origins.iter().flat_map(|origin| ["--allow-origin", *origin]).collect::<Vec<_>>())
    }

    /// The same with more words on its command line.
    ///
    /// # Errors
    /// When it does not build or start.
    pub fn open_with(arguments: &[&str]) -> Done<Self> {
        let folder = tempfile::tempdir()?;
        let mut process = Command::new(program()?)
            .args(["serve", "--port", "0", "--data"])
            .arg(folder.path())
            .arg("--dist")
            .arg(dist()?)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let lines = process.stdout.take().map(BufReader::new).ok_or_else(|| Problem::new("no output"))?;
        for line in lines.lines() {
            let line = line?;
            if let Some(address) = line.split_once("http://").map(|(_, rest)| rest.trim_end_matches('/'))
                && let Ok(address) = address.parse()
            {
                return Ok(Self { process, folder, address });
            }
        }
        Err(Problem::new("the front desk ended before it said where it listens"))
    }

    /// What has arrived, as `front-desk list --json` gives it: one request a line.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub fn list(&self) -> Done<Vec<Value>> {
        let output =
            Command::new(program()?).args(["list", "--json", "--data"]).arg(self.folder.path()).output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if !output.status.success() {
            return Err(Problem(format!("front-desk list: {}", String::from_utf8_lossy(&output.stderr))));
        }
        text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
