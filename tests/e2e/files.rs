//! What can be told from the built files alone.

use base64::Engine as _;
use libtest_mimic::Trial;
use sha2::{Digest, Sha256};
use tests::{Done, Problem, audit, ensure, project, same, weight};

pub(crate) fn trials() -> Vec<Trial> {
    let trial = |name: &str, check: fn() -> Done| {
        Trial::test(format!("files::{name}"), move || check().map_err(|problem| problem.0.into()))
    };
    vec![
        trial("every_html_is_valid", every_html_is_valid),
        trial("the_wasm_exports_what_we_call", the_wasm_exports_what_we_call),
        trial("no_sentence_of_the_article_is_in_the_wasm", no_sentence_of_the_article_is_in_the_wasm),
        trial("the_promised_files_are_there", the_promised_files_are_there),
        trial("every_address_is_relative", every_address_is_relative),
        trial("the_policy_is_strict", the_policy_is_strict),
        trial("no_inline_script_or_style", no_inline_script_or_style),
        trial(
            "each_page_has_one_style_that_its_policy_allows",
            each_page_has_one_style_that_its_policy_allows,
        ),
        trial("text_waits_for_nothing_but_its_page", text_waits_for_nothing_but_its_page),
        trial("hashed_names_fit_their_bytes", hashed_names_fit_their_bytes),
    ]
}

fn html_files() -> Done<Vec<String>> {
    Ok(project::files(&project::dist()?)?.into_iter().filter(|file| file.ends_with(".html")).collect())
}

fn every_html_is_valid() -> Done {
    let dist = project::dist()?;
    let files = html_files()?;
    // A fragment is a piece of a page: checked inside one.
    let (pieces, pages): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.starts_with("fragments/"));
    let folder = tempfile::tempdir()?;
    for page in &pages {
        // The style in it was read when it was built, by a parser that knows container queries; this checker does not.
        let text = std::fs::read_to_string(dist.join(page))?;
        let (before, rest) = text.split_once("<style>").unwrap_or((&text, ""));
        let after = rest.split_once("</style>").map_or("", |(_, after)| after);
        copy(&folder, page, &[before, after].concat())?;
    }
    for piece in &pieces {
        let text = std::fs::read_to_string(dist.join(piece))?;
        let whole = if text.trim_start().to_lowercase().starts_with("<!doctype") {
            text
        } else {
            format!(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Piece</title></head><body><h1>Piece</h1>{text}</body></html>"
            )
        };
        copy(&folder, piece, &whole)?;
    }
    let names: Vec<_> = pages.iter().chain(&pieces).cloned().collect();
    ensure!(names.len() >= 5, "only {names:?}");
    let complaints = audit::vnu(folder.path(), &names)?;
    ensure!(complaints.is_empty(), "{complaints:#?}");
    Ok(())
}

fn copy(folder: &tempfile::TempDir, name: &str, text: &str) -> Done {
    let target = folder.path().join(name);
    if let Some(parent) = target.parent() {
        std::fs::create_dir_all(parent)?;
    }
    Ok(std::fs::write(target, text)?)
}

fn wasm() -> Done<Vec<u8>> {
    let dist = project::dist()?;
    let found: Vec<_> = project::files(&dist)?.into_iter().filter(|file| file.ends_with(".wasm")).collect();
    same!(found.len(), 1, "wasm files");
    Ok(std::fs::read(dist.join(&found[0]))?)
}

fn the_wasm_exports_what_we_call() -> Done {
    let exports = weight::exports(&wasm()?)?;
    // What wasm-bindgen needs for itself begins so, and Leptos brings streams of server functions that nobody calls
    // (0.8 kB); what we export is `start` and `Handle`.
    let inner = |name: &str| {
        name == "memory"
            || ["__", "wasm_bindgen__", "intounderlying", "_WASM_SPLIT_MARKER"]
                .iter()
                .any(|start| name.starts_with(start))
    };
    let ours: Vec<_> = exports.iter().filter(|name| !inner(name)).collect();
    same!(ours, ["handle_scene", "handle_set_scene", "handle_stats", "start"], "exports of the wasm");
    ensure!(exports.iter().any(|name| name == "__wbg_handle_free"), "a handle cannot be freed: {exports:?}");
    Ok(())
}

fn no_sentence_of_the_article_is_in_the_wasm() -> Done {
    let html = std::fs::read_to_string(project::dist()?.join("index.html"))?;
    let found = weight::shared_sentences(&html, &wasm()?)?;
    ensure!(found.is_empty(), "in the wasm: {found:?}");
    Ok(())
}

fn the_promised_files_are_there() -> Done {
    let dist = project::dist()?;
    let promised = [
        "index.html",
        "neck-in-words/index.html",
        "fragments/neck.html",
        "fragments/booking.html",
        "fragments/moves.html",
        "frame.html",
        "embed.js",
        "embed.css",
        "_headers",
        "_redirects",
        "robots.txt",
        "404.html",
        "sent/index.html",
    ];
    let missing: Vec<_> = promised.iter().filter(|file| !dist.join(file).is_file()).collect();
    ensure!(missing.is_empty(), "missing: {missing:?}");
    // Owners edit HTML: a packed copy would hide what they changed.
    let packed: Vec<_> = project::files(&dist)?.into_iter().filter(|file| file.contains(".html.")).collect();
    ensure!(packed.is_empty(), "packed HTML: {packed:?}");
    let loose: Vec<_> = project::files(&dist)?
        .into_iter()
        .filter(|file| {
            !file.starts_with("assets/")
                && !file.ends_with(".html")
                && !promised.contains(&file.as_str())
                && file != "sitemap.xml"
        })
        .collect();
    ensure!(loose.is_empty(), "neither promised nor under assets/: {loose:?}");
    Ok(())
}

/// The folder works at any path: nothing begins at the host's root.
fn every_address_is_relative() -> Done {
    let dist = project::dist()?;
    for file in html_files()? {
        let html = std::fs::read_to_string(dist.join(&file))?;
        for name in ["href", "src", "action", "srcset", "data-model", "data-rest", "data-endpoint", "content"]
        {
            for part in html.split(&format!(" {name}=\"")).skip(1) {
                let value = part.split('"').next().unwrap_or_default();
                // A page shown at any depth cannot know where the site begins; only its host's root has a name there.
                let home = file == "404.html" && value == "/";
                ensure!(home || !value.starts_with('/'), "{file}: {name}=\"{value}\" begins at the root");
                ensure!(
                    file == "404.html" || !value.contains("127.0.0.1") && !value.contains("localhost"),
                    "{file}: {value}"
                );
            }
        }
    }
    // The page for lost readers is shown at any depth, so it may fetch nothing by a path.
    let lost = std::fs::read_to_string(dist.join("404.html"))?;
    for tag in ["<script", "rel=\"stylesheet\"", "<img src=\"a"] {
        ensure!(!lost.contains(tag), "404.html is not self-contained: {tag}");
    }
    Ok(())
}

fn the_policy_is_strict() -> Done {
    let text = std::fs::read_to_string(project::dist()?.join("_headers"))?;
    let headers = tests::headers::Headers::parse(&text);
    let policy = headers
        .of("/index.html")
        .find(|(name, _)| *name == "Content-Security-Policy")
        .map(|(_, value)| value.to_owned());
    let policy = policy.ok_or_else(|| Problem::new("no Content-Security-Policy"))?;
    ensure!(policy.contains("default-src 'none'"), "{policy}");
    let scripts = policy
        .split(';')
        .find(|rule| rule.trim().starts_with("script-src"))
        .unwrap_or_default()
        .trim()
        .to_owned();
    same!(scripts, "script-src 'self' 'wasm-unsafe-eval'", "where scripts may come from");
    ensure!(
        !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*'),
        "{policy}"
    );
    let assets: Vec<_> = headers.of("/assets/x.js").collect();
    ensure!(
        assets.iter().any(|(name, value)| *name == "Cache-Control" && value.contains("immutable")),
        "{assets:?}"
    );
    let pages: Vec<_> = headers
        .of("/index.html")
        .filter(|(name, value)| *name == "Cache-Control" && value.contains("immutable"))
        .collect();
    ensure!(pages.is_empty(), "a page that never changes: {pages:?}");
    Ok(())
}

fn no_inline_script_or_style() -> Done {
    let dist = project::dist()?;
    for file in html_files()? {
        let html = std::fs::read_to_string(dist.join(&file))?;
        ensure!(!html.contains(" style=\""), "{file} has a style attribute, which the policy refuses");
        ensure!(
            !html.contains(" onclick=") && !html.contains(" onload=") && !html.contains("javascript:"),
            "{file} has script in an attribute"
        );
        for script in html.split("<script").skip(1) {
            let (tag, rest) = script.split_once('>').unwrap_or((script, ""));
            let data = tag.contains("application/ld+json");
            ensure!(data || rest.starts_with("</script>"), "{file} has an inline script");
        }
    }
    Ok(())
}

/// The rules of the first screen stand in the page: allowed by their hash, the same in every browser.
fn each_page_has_one_style_that_its_policy_allows() -> Done {
    let dist = project::dist()?;
    let headers = tests::headers::Headers::parse(&std::fs::read_to_string(dist.join("_headers"))?);
    for file in html_files()? {
        let html = std::fs::read_to_string(dist.join(&file))?;
        let styles: Vec<&str> = html
            .split("<style>")
            .skip(1)
            .filter_map(|rest| rest.split_once("</style>").map(|(style, _)| style))
            .collect();
        same!(html.matches("<style").count(), styles.len(), "styles without attributes in {file}");
        same!(styles.len(), usize::from(!file.starts_with("fragments/")), "styles in {file}");
        let path = format!("/{file}");
        let policy: Vec<_> =
            headers.of(&path).filter(|(name, _)| *name == "Content-Security-Policy").collect();
        same!(policy.len(), 1, "policies of {file}");
        for style in styles {
            let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style));
            ensure!(
                policy[0].1.contains(&format!("'sha256-{hash}'")),
                "{file} has a style that its policy forbids: {policy:?}"
            );
        }
    }
    Ok(())
}

/// No sheet and no font stands before the text: the one for paper aside, which no screen waits for.
fn text_waits_for_nothing_but_its_page() -> Done {
    let html = std::fs::read_to_string(project::dist()?.join("index.html"))?;
    let (before, _) = html.split_once("</article>").ok_or_else(|| Problem::new("no article"))?;
    for link in before.split("<link ").skip(1) {
        let tag = link.split('>').next().unwrap_or_default();
        let sheet = tag.contains("stylesheet") && !tag.contains("media=\"print\"");
        ensure!(!sheet && !tag.contains("preload"), "the text waits for {tag}");
    }
    Ok(())
}

/// A file that changed must not keep its name: hosts tell browsers to keep these for a year.
fn hashed_names_fit_their_bytes() -> Done {
    let dist = project::dist()?;
    let assets: Vec<_> =
        project::files(&dist)?.into_iter().filter(|file| file.starts_with("assets/")).collect();
    ensure!(!assets.is_empty(), "no assets");
    for file in assets {
        let name = file.trim_end_matches(".br").trim_end_matches(".gz");
        let hash = name.split('.').rev().nth(1).unwrap_or_default();
        let digest = Sha256::digest(std::fs::read(dist.join(name))?);
        let digest = digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        ensure!(
            hash.len() >= 8 && digest.starts_with(hash),
            "{file}: the name does not fit the bytes, whose hash is {digest}"
        );
    }
    Ok(())
}
