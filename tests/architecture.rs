//! The house's rules that a compiler does not check: who may import whom, what may reach the wasm, how long a file may
//! grow, what must stand nowhere.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "names of our own files are in lower case"
)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod readme;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};
use tests::project::{files, root};

/// Our packages, each with those of ours it may import. What is not in the list may not exist.
const MAY_IMPORT: [(&str, &[&str]); 9] = [
    ("neck", &[]),
    ("booking", &[]),
    ("content", &["neck"]),
    ("bake", &["neck"]),
    ("neck-page", &["neck", "booking", "content"]),
    ("front-desk", &["booking"]),
    ("prerender", &["neck-page", "content", "bake"]),
    ("xtask", &[]),
    ("tests", &[]),
];

/// What the page may name in its own manifest: every one of these is downloaded by a phone.
const IN_THE_WASM: [&str; 12] = [
    "neck",
    "booking",
    "content",
    "leptos",
    "reactive_stores",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "js-sys",
    "web-sys",
    "gloo-net",
    "any_spawner",
    "libm",
];

/// Lines of a file before it is two ideas.
const MOST_LINES: usize = 400;

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec().expect("cargo metadata")
}

#[test]
fn each_crate_imports_only_whom_it_may() {
    let metadata = metadata();
    let ours: BTreeSet<_> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    let may: BTreeMap<_, _> = MAY_IMPORT.into_iter().collect();
    for package in &metadata.packages {
        let allowed = may.get(package.name.as_str()).unwrap_or_else(|| {
            panic!(
                "{} is new: give it a row in MAY_IMPORT and a line in the README's architecture",
                package.name
            )
        });
        let imported =
            package.dependencies.iter().filter(|dependency| dependency.kind != DependencyKind::Development);
        for dependency in imported.filter(|dependency| ours.contains(&dependency.name)) {
            assert!(
                allowed.contains(&dependency.name.as_str()),
                "{} imports {}",
                package.name,
                dependency.name
            );
        }
    }
}

#[test]
fn pure_crates_know_no_world() {
    // No clock, no disk, no network, no randomness, no browser: not even through a dependency.
    for (name, allowed) in [("neck", &["libm"][..]), ("booking", &[]), ("content", &[])] {
        let metadata = metadata();
        let package = metadata.packages.iter().find(|package| package.name.as_str() == name).unwrap();
        let named: Vec<_> = package
            .dependencies
            .iter()
            .filter(|dependency| dependency.kind == DependencyKind::Normal && !dependency.optional)
            .map(|dependency| dependency.name.as_str())
            .collect();
        assert!(named.iter().all(|name| allowed.contains(name)), "{name} depends on {named:?}");
    }
    for folder in ["crates/neck/src", "crates/booking/src"] {
        for (file, text) in sources(&root().join(folder), &["rs"]) {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for word in [
                "std::fs",
                "std::net",
                "std::time",
                "std::env",
                "std::process",
                "SystemTime",
                "Instant::now",
                "println!",
                "web_sys",
            ] {
                assert!(!code.contains(word), "{folder}/{file} uses {word}");
            }
        }
    }
}

#[test]
fn the_wasm_holds_only_what_is_listed() {
    let metadata = metadata();
    let page = metadata.packages.iter().find(|package| package.name.as_str() == "neck-page").unwrap();
    for dependency in page.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::Normal)
    {
        assert!(
            IN_THE_WASM.contains(&dependency.name.as_str()),
            "neck-page names {}: is it worth its bytes?",
            dependency.name
        );
    }
    // What really is compiled for the browser, features resolved.
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let tree = Command::new(cargo)
        .args([
            "tree",
            "--package",
            "neck-page",
            "--features",
            "hydrate",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .args(["--edges", "normal", "--prefix", "none", "--format", "{p} {f}"])
        .current_dir(root())
        .output()
        .unwrap();
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    let names: BTreeSet<_> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(names.contains("leptos"), "cargo tree said nothing");
    for native in [
        "bake",
        "prerender",
        "front-desk",
        "annotate-snippets",
        "pulldown-cmark",
        "tokio",
        "hyper",
        "rayon",
        "png",
        "brotli",
    ] {
        assert!(!names.contains(native), "{native} is in the wasm");
    }
    let content = tree.lines().find(|line| line.starts_with("content ")).unwrap_or_default();
    assert!(!content.contains("parse"), "the parser is in the wasm: {content}");
    let page = tree.lines().find(|line| line.starts_with("neck-page ")).unwrap_or_default();
    assert!(!page.contains("ssr"), "the article is in the wasm: {page}");
}

#[test]
fn only_edges_touch_the_browser() {
    let edges = ["lib.rs", "browser.rs", "mount.rs", "edge.rs", "/edge/", "explainer/webgl"];
    for (file, text) in sources(&root().join("src"), &["rs"]) {
        let edge = edges.iter().any(|edge| file.contains(edge));
        assert!(edge || !text.contains("web_sys"), "src/{file} uses web_sys; only edges may");
    }
}

#[test]
fn a_file_is_one_idea() {
    for (file, text) in ours() {
        let code = [".rs", ".js", ".css"].iter().any(|ending| file.ends_with(ending));
        let lines = text.lines().count();
        assert!(!code || lines <= MOST_LINES, "{file} has {lines} lines: what are its two ideas?");
    }
}

#[test]
fn modules_say_what_they_are_for() {
    for (file, text) in
        ours().into_iter().filter(|(file, _)| file.ends_with("src/lib.rs") || file.ends_with("src/main.rs"))
    {
        assert!(text.trim_start().starts_with("//!"), "{file} does not say what the crate is for");
    }
}

#[test]
fn nothing_unfinished_or_private_stands_anywhere() {
    // Put together here, so that this file does not find itself.
    let words = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["lorem ", "ipsum"].concat(),
        ["/wo", "rk/"].concat(),
        ["/ro", "ot/"].concat(),
        ["sha", "red/"].concat(),
        ["dbg", "!("].concat(),
        ["console", ".log("].concat(),
    ];
    for (file, text) in ours() {
        for word in &words {
            assert!(!text.contains(word.as_str()), "{file} holds {word:?}");
        }
    }
}

/// Nothing of what visitors load may come from another host, whatever the content says.
#[test]
fn no_source_names_a_foreign_host_to_load_from() {
    for (file, text) in ours() {
        if [".js", ".css", ".html"].iter().any(|ending| file.ends_with(ending)) && !file.starts_with("tests/")
        {
            for start in [
                "src=\"http",
                "url(http",
                "url(\"http",
                "import(\"http",
                "from \"http",
                "fetch(\"http",
                "@import \"http",
            ] {
                assert!(!text.contains(start), "{file} loads from another host: {start}");
            }
        }
    }
}

/// Files of the project as text, without what is built, fetched or hidden.
fn ours() -> Vec<(String, String)> {
    let skip = ["target", "dist", "node_modules", "data", ".git", ".tools"];
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if skip.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            found
                .extend(sources(&path, &[]).into_iter().map(|(file, text)| (format!("{name}/{file}"), text)));
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            found.push((name, text));
        }
    }
    // Lock files are written by tools.
    found.retain(|(name, _)| name != "Cargo.lock" && name != "package-lock.json");
    assert!(found.len() > 50, "only {} files were found", found.len());
    found
}

/// Text files below a folder, with these endings or all.
fn sources(folder: &Path, endings: &[&str]) -> Vec<(String, String)> {
    let names = files(folder).expect("a folder of the project");
    let fits = |file: &String| {
        endings.is_empty() || endings.iter().any(|ending| file.ends_with(&format!(".{ending}")))
    };
    names
        .into_iter()
        .filter(fits)
        .filter_map(|file| Some((file.clone(), std::fs::read_to_string(folder.join(&file)).ok()?)))
        .collect()
}
