//! The wasm, its glue, the elements and the embedding script.

use std::path::Path;
use std::process::{Command, Stdio};

use neck_page::booking::DRAFT_KEY;

use crate::Error;
use crate::css::Style;
use crate::files::{Output, read, read_text};
use crate::{js, seam};

/// What Trunk calls the two files it leaves.
const WASM: &str = "neck-page_bg.wasm";
const GLUE: &str = "neck-page.js";

/// Features every browser we serve has; `--all-features` makes modules that Chromium refuses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Paths of the scripts that pages load.
#[derive(Debug)]
pub(crate) struct Scripts {
    /// Starts the roots.
    pub(crate) elements: String,
    /// On the confirmation of a request that was sent without script.
    pub(crate) sent: String,
}

/// Writes all scripts.
pub(crate) fn write(out: &mut Output, project: &Path, style: &Style) -> Result<Scripts, Error> {
    let wasm = out.take(WASM).ok_or(Error::NoWasm(WASM))?;
    let glue = out.take(GLUE).ok_or(Error::NoWasm(GLUE))?;
    let wasm = optimise(project, seam::unbind(&wasm)?)?;
    let (wasm, glue) = seam::bind(&wasm, &String::from_utf8_lossy(&glue))?;
    let wasm = out.asset("neck", "wasm", &wasm)?;
    let glue = out.asset("glue", "js", js::minify(&glue)?.as_bytes())?;
    let elements = read_text(&project.join("src/elements.js"))?
        .replace("__GLUE__", &sibling(&glue))
        .replace("__WASM__", &sibling(&wasm));
    let elements = out.asset("elements", "js", js::minify(&elements)?.as_bytes())?;
    let embed = read_text(&project.join("src/embed.js"))?.replace("__ELEMENTS__", &format!("./{elements}"));
    out.write("embed.js", js::minify(&embed)?.as_bytes())?;
    out.write("embed.css", style.embed.as_bytes())?;
    let sent = read_text(&project.join("src/sent.js"))?.replace("__DRAFT__", DRAFT_KEY);
    let sent = out.asset("sent", "js", js::minify(&sent)?.as_bytes())?;
    Ok(Scripts { elements, sent })
}

/// The same folder, seen from a file in `assets/`.
fn sibling(path: &str) -> String {
    path.replacen("assets/", "./", 1)
}

fn optimise(project: &Path, wasm: Vec<u8>) -> Result<Vec<u8>, Error> {
    if std::env::var_os("NECK_NO_WASM_OPT").is_some() {
        return Ok(wasm);
    }
    let folder = project.join("target/wasm-opt");
    let (input, output) = (folder.join("in.wasm"), folder.join("out.wasm"));
    let fail = |source| Error::File { what: "cannot write", path: input.clone(), source };
    std::fs::create_dir_all(&folder).map_err(fail)?;
    std::fs::write(&input, wasm).map_err(fail)?;
    let local = project.join("node_modules/.bin/wasm-opt");
    let program = if local.exists() { local.as_path() } else { Path::new("wasm-opt") };
    // Inlining of functions with one caller makes the wasm smaller but its compressed form larger.
    let run = Command::new(program)
        .args([
            "--generate-global-effects",
            "-Oz",
            "--converge",
            // The far end of the stack lies there.
            "--low-memory-unused",
            "--one-caller-inline-max-function-size=12",
            "--strip-debug",
            "--strip-producers",
        ])
        .args(FEATURES)
        .arg(&input)
        .arg("-o")
        .arg(&output)
        .stdin(Stdio::null())
        .output()
        .map_err(|_| Error::NoWasmOpt)?;
    if run.status.success() {
        read(&output)
    } else {
        Err(Error::WasmOpt(String::from_utf8_lossy(&run.stderr).into_owned()))
    }
}
