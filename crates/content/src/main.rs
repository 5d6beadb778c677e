//! `content check | list [DIR]`: what is wrong with the content folder, and what each text of the article rests on.

use std::path::Path;
use std::process::ExitCode;

use content::article::{Basis, plain};
use content::{Article, Text, parse};

const USAGE: &str =
    "usage: content check [DIR] | content list [DIR]   (DIR: the content folder, by default ./content)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (verb, dir) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [verb @ ("check" | "list")] => (verb, "content"),
        [verb @ ("check" | "list"), dir] => (verb, dir),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match parse::site(Path::new(dir)) {
        Ok(site) => {
            if verb == "list" {
                print!("{}", list(&site.article));
            } else {
                println!("{dir}: no problem");
            }
            ExitCode::SUCCESS
        }
        Err(problems) => {
            eprint!("{}", content::report(&problems));
            eprintln!("{dir}: {} problem(s)", problems.len());
            ExitCode::FAILURE
        }
    }
}

/// One line for each paragraph and list item, for whoever reviews the article against the facts.
fn list(article: &Article) -> String {
    let texts = article.texts();
    let plain_ones = texts.iter().filter(|text| text.basis == Basis::Plain).count();
    let allowances: usize = texts.iter().map(|text| text.allowances.len()).sum();
    let mut lines: Vec<String> = texts.iter().map(|text| line(text)).collect();
    lines.push(format!("{} texts, {plain_ones} of them plain, {allowances} allowances\n", texts.len()));
    lines.concat()
}

/// Line in the file, basis, beginning of the words, allowances.
fn line(text: &Text) -> String {
    let basis = match &text.basis {
        Basis::Plain => "plain".to_owned(),
        Basis::Facts(ids) => ids.join(" "),
    };
    let words = plain(&text.inlines);
    let mut start: String = words.chars().take(60).collect();
    if start.len() < words.len() {
        start.push('…');
    }
    let allowed: String = text
        .allowances
        .iter()
        .map(|one| format!("          allow “{}”: {}\n", one.phrase, one.reason))
        .collect();
    format!("{:>5}  {basis}  | {start}\n{allowed}", text.line)
}
