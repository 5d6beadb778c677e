//! Trunk's last step: the wasm it built, the content and the pictures become the finished site.
//!
//! Trunk calls this with `TRUNK_STAGING_DIR`; everything is read from the project's folder and written there.

mod baked;
mod css;
mod files;
mod headers;
mod html;
mod js;
mod jsonld;
mod pages;
mod pictures;
mod roots;
mod scripts;
mod seam;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content::Legal;
use files::Output;

/// Why the site could not be built; each says what to do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("{0}")]
    Content(String),
    #[error("{what} {path}: {source}", path = path.display())]
    File { what: &'static str, path: PathBuf, source: std::io::Error },
    #[error(
        "prerender is Trunk's hook: run `trunk build --release` (or `cargo xtask build`), which sets TRUNK_STAGING_DIR"
    )]
    NotFromTrunk,
    #[error("index.html lost its marker {0}: put it back where that part of the page belongs")]
    Marker(&'static str),
    #[error("Trunk left no {0} in its staging folder: is Trunk.toml as it was?")]
    NoWasm(&'static str),
    #[error(
        "wasm-opt is missing: run `npm ci` (it comes with the package binaryen), or set NECK_NO_WASM_OPT=1 for a larger wasm"
    )]
    NoWasmOpt,
    #[error("wasm-opt could not optimise the wasm:\n{0}")]
    WasmOpt(String),
    #[error("the wasm could not be read: {0}; is it whole? `cargo clean` and build once more")]
    Wasm(String),
    #[error("script: {0}")]
    Script(String),
    #[error("style: {0}")]
    Style(String),
    #[error("pictures: {0}")]
    Bake(String),
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Error> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(Error::NotFromTrunk)?;
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let site = content::parse::site(&project.join("content"))
        .map_err(|problems| Error::Content(content::report(&problems)))?;
    // The site lives as long as the program, and views keep references to it.
    let site: &'static content::Site = Box::leak(Box::new(site));
    let mut out = Output::new(&staging);
    let pictures = pictures::write(&mut out, &baked::site(&project)?)?;
    let style = css::write(&mut out, &project, site)?;
    let scripts = scripts::write(&mut out, &project, &style)?;
    let styles = pages::write(&mut out, &project, site, &pictures, &style, &scripts)?;
    headers::write(&mut out, site, &styles)?;
    if std::env::var_os("NECK_SERVED").is_none()
        && let Some(note) = note(&site.config.action)
    {
        eprintln!("{note}");
    }
    if let Some(note) = note_on_notices(&site.clinic.legal) {
        eprintln!("{note}");
    }
    Ok(())
}

/// For whoever has not thought of the clinic's own notices.
fn note_on_notices(legal: &Legal) -> Option<&'static str> {
    (*legal == Legal::default()).then_some(
        "No privacy notice is linked: set `privacy`, `notice_of_privacy_practices` or `health_data` under [legal] in \
         content/site.toml to the addresses of yours, and they stand at the foot of the page and below the form.",
    )
}

/// For whoever copies the site to a host of files: nobody takes a request there.
fn note(action: &str) -> Option<String> {
    (!action.contains(':')).then(|| {
        format!(
            "The form is sent to {action} beside the page, where a static host has nothing: publish the site with its front \
             desk, or set `action` under [form] in content/site.toml to an https address that takes requests."
        )
    })
}

#[cfg(test)]
mod tests {
    use content::Legal;

    use super::{note, note_on_notices};

    #[test]
    fn a_site_without_any_notice_says_so() {
        assert!(note_on_notices(&Legal::default()).is_some_and(|note| note.contains("[legal]")));
        let privacy = Some("https://www.example.com/privacy".to_owned());
        assert_eq!(note_on_notices(&Legal { privacy, ..Legal::default() }), None);
    }

    #[test]
    fn a_site_that_needs_its_front_desk_says_so() {
        assert!(note("api/booking-requests").is_some_and(|note| note.contains("api/booking-requests")));
        assert_eq!(note("https://forms.example.com/headache"), None);
    }
}
