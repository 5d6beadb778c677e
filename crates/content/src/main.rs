//! `content check | list [DIR]`: what is wrong with the content folder, and what each text of the article rests on.

use std::path::Path;
use std::process::ExitCode;

use content::article::{Basis, plain};
use content::{Allowance, Article, Text, parse};

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

/// One line for each paragraph and list item, for whoever reviews the article against the facts; then what headings
/// are allowed to say.
fn list(article: &Article) -> String {
    let texts = article.texts();
    let plain_ones = texts.iter().filter(|text| text.basis == Basis::Plain).count();
    let mut rows: Vec<(usize, String)> = Vec::new();
    let mut allowances: Vec<(usize, &Allowance)> =
        article.heading_allowances.iter().map(|(line, allowance)| (*line, allowance)).collect();
    for text in &texts {
        rows.push((text.line, row(text)));
        allowances.extend(text.allowances.iter().map(|allowance| (text.line, allowance)));
    }
    for (line, allowance) in &allowances {
        rows.push((*line, format!("{line:>5}  allowed | “{}”: {}\n", allowance.phrase, allowance.reason)));
    }
    // A text stays above its allowances: the sort is stable.
    rows.sort_by_key(|(line, _)| *line);
    let counts =
        format!("{} texts, {plain_ones} of them plain, {} allowances\n", texts.len(), allowances.len());
    rows.into_iter().map(|(_, row)| row).chain([counts]).collect()
}

/// Line in the file, basis, beginning of the words.
fn row(text: &Text) -> String {
    let basis = match &text.basis {
        Basis::Plain => "plain".to_owned(),
        Basis::Facts(ids) => ids.join(" "),
    };
    let words = plain(&text.inlines);
    let mut start: String = words.chars().take(60).collect();
    if start.len() < words.len() {
        start.push('…');
    }
    format!("{:>5}  {basis} | {start}\n", text.line)
}
