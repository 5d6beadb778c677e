//! What machines can check about access and markup: axe in the page, the Nu HTML checker on the files.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::project::{npm, program};
use crate::tab::Tab;
use crate::{Done, Problem};

/// Rules of axe that a person has to judge stay out; everything of WCAG 2.2 A and AA, and axe's own good practice, is in.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Where the npm package keeps it; a host sends it as `/axe.js`.
pub(crate) const AXE: &str = "axe-core/axe.min.js";

/// Asks axe about the page as it stands. The list of violations is empty when all is well.
///
/// # Errors
/// When axe cannot run.
pub async fn axe(tab: &Tab) -> Done<Vec<String>> {
    // Missing packages are told here; the host sends the file.
    npm(AXE)?;
    tab.js("if (!window.axe) document.head.append(Object.assign(document.createElement('script'), { src: '/axe.js' }))").await?;
    tab.wait("axe", "return !!window.axe").await?;
    let script = "axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']})
        .then((found) => done(found.violations.map((one) => `${one.id}: ${one.help}: ` + one.nodes.slice(0, 4).map((node) => `${node.target} ${node.any.concat(node.all).map((check) => check.message).join('; ').slice(0, 160)}`).join(' | '))), (error) => done(['axe failed: ' + error]))";
    let found = tab.js_later(script, vec![json!(TAGS)]).await?;
    Ok(found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Asks the Nu HTML checker about files of a folder. Gives the errors it finds.
///
/// # Errors
/// When Java or the checker is missing.
pub fn vnu(folder: &Path, files: &[String]) -> Done<Vec<String>> {
    let jar = npm("vnu-jar/build/dist/vnu.jar")?;
    let output = Command::new(program("java")?)
        .arg("-jar")
        .arg(jar)
        .args(["--format", "json", "--exit-zero-always", "--stdout"])
        .args(files.iter().map(|file| folder.join(file)))
        .output()?;
    let report: Value = serde_json::from_slice(&output.stdout).map_err(|_| {
        Problem(format!("the HTML checker said: {}", String::from_utf8_lossy(&output.stderr)))
    })?;
    let complaint = |message: &Value| {
        let text = |key: &str| message[key].as_str().unwrap_or_default().to_owned();
        let file = text("url").rsplit('/').next().unwrap_or_default().to_owned();
        format!(
            "{file}:{}: {}: {} [{}]",
            message["lastLine"],
            text("type"),
            text("message"),
            text("extract").trim()
        )
    };
    let wrong = |message: &&Value| message["type"] == "error";
    Ok(report["messages"].as_array().into_iter().flatten().filter(wrong).map(complaint).collect())
}
