//! Mistakes a writer makes, each a folder of `tests/cases/content/`: `change.txt` says what is different from the small,
//! right content in `base/`, `expected.txt` what the build answers. `UPDATE_EXPECTED=1` writes the answers anew.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

use neck::anatomy::STRUCTURES;

use content::{Basis, Legal, Visit, parse, report, report_warnings};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn cases() -> PathBuf {
    project().join("tests/cases/content")
}

/// Words of a structure that `base/` does not speak of.
const OTHER: &str = r#"
[ID]
name = "Part ID"
latin = "Pars"
plain = "A part of the neck."
place = "In the neck."
does = "Helps."
headache = "Not described as a source of headache."
facts = ["f-4.1-bones"]
"#;

/// A copy of `base/`, changed, with words for every structure, and its article as long as an article must be.
fn content(changes: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    copy(&cases().join("base"), dir.path());
    let words = dir.path().join("en/structures.toml");
    let told = fs::read_to_string(&words).unwrap();
    let missing = STRUCTURES.iter().filter(|one| !told.contains(&format!("[{}]", one.id)));
    let rest: String = missing.map(|one| OTHER.replace("ID", one.id)).collect();
    fs::write(&words, told.clone() + &rest).unwrap();
    change(dir.path(), changes);
    let article = dir.path().join("en/article.md");
    let many = "So many words. ".repeat(400) + "{plain}";
    fs::write(&article, fs::read_to_string(&article).unwrap().replace("@many words@", &many)).unwrap();
    dir
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Changes the content as `change.txt` says: a line with a file's name; below it what is taken out (`- `, found
/// exactly once) and what stands there instead (`+ `), line by line. A file's name after `! ` takes the file away.
fn change(dir: &Path, changes: &str) {
    let mut file = PathBuf::new();
    let mut lines = changes.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(gone) = line.strip_prefix("! ") {
            fs::remove_file(dir.join(gone)).unwrap();
        } else if line.starts_with(['-', '+']) {
            let mut taken = |sign: char, first: Option<&str>| {
                let mut all: Vec<&str> = first.into_iter().collect();
                while let Some(next) = lines.next_if(|next| next.starts_with(sign)) {
                    all.push(next);
                }
                let stripped = all.iter().map(|line| line[1..].strip_prefix(' ').unwrap_or_default());
                stripped.collect::<Vec<_>>().join("\n")
            };
            let text = fs::read_to_string(&file).unwrap();
            let changed = if line.starts_with('+') {
                text + "\n" + &taken('+', Some(line)) + "\n"
            } else {
                let (old, new) = (taken('-', Some(line)), taken('+', None));
                assert_eq!(text.matches(&old).count(), 1, "{old:?} in {}", file.display());
                text.replace(&old, &new)
            };
            fs::write(&file, changed).unwrap();
        } else if !line.trim().is_empty() {
            file = dir.join(line.trim());
        }
    }
}

/// What the build says about the content in `dir`.
fn answer(dir: &Path) -> String {
    let (site, warnings) = parse::with_warnings(dir);
    match site {
        Ok(_) => report_warnings(&warnings),
        Err(problems) => report(&problems),
    }
}

#[test]
fn each_mistake_is_named_with_its_place_and_remedy() {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.join("change.txt").exists());
    folders.sort();
    assert!(folders.len() >= 20, "{} cases", folders.len());
    let mut wrong = Vec::new();
    for folder in folders {
        let dir = content(&fs::read_to_string(folder.join("change.txt")).unwrap());
        let answer = answer(dir.path());
        assert!(!answer.is_empty(), "{}: nothing was found", folder.display());
        let expected = folder.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(expected, answer).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != answer {
            wrong.push(format!("{}:\n{answer}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "another answer than in expected.txt:\n{}", wrong.join("\n"));
}

#[test]
fn all_problems_come_at_once() {
    let dir = content(
        "site.toml\n- \"json\"\n+ \"jsom\"\nfacts.toml\n- \"M\"\n+ \"X\"\nen/form.toml\n- title = \"Request an appointment\"\n+ title = Request\n",
    );
    let problems = parse::site(dir.path()).unwrap_err();
    let files: Vec<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, ["en/form.toml", "facts.toml", "site.toml"]);
}

#[test]
fn the_small_content_is_right_and_read_as_written() {
    let dir = content("");
    let site = parse::site(dir.path()).map_err(|problems| report(&problems)).unwrap();
    // Notes count sources in the order of their first mention: the opening cites R6 alone.
    let ids: Vec<&str> = site.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids, ["R6", "R1"]);
    assert_eq!(site.sources[0].url.as_deref(), Some("https://pubmed.ncbi.nlm.nih.gov/100/"));
    assert_eq!(site.sources[1].url.as_deref(), Some("https://doi.org/10.1000/1"));
    let tension = site.article.texts().into_iter().find(|text| text.notes.len() == 2).unwrap();
    assert_eq!(tension.notes, [1, 2]);
    assert_eq!(tension.basis, Basis::Facts(vec!["f-1.1-tth".to_owned()]));
    assert_eq!(content::article::plain(&tension.inlines), "Tension-type headache presses on both sides.");
    assert_eq!((site.warning.full.len(), site.warning.short.len()), (2, 5));
    assert_eq!(site.clinic.place, "Irvine, California");
    assert_eq!(site.explainer.get("s.C1.plain"), "A part of the neck.");
    let (question, answer) = site.article.questions().next().unwrap().plain();
    assert_eq!(question, "Will it help?");
    assert!(answer.ends_with("promise a cure."), "{answer}");
}

#[test]
fn what_the_clinic_says_of_a_visit_is_read_and_the_rest_is_not_there() {
    let site = |changes| parse::site(content(changes).path()).map_err(|problems| report(&problems)).unwrap();
    let clinic = site("").clinic;
    assert_eq!(
        (&clinic.visit, &clinic.legal, clinic.address()),
        (&Visit::default(), &Legal::default(), None)
    );
    let all = "site.toml\n+ [visit]\n+ street = \"1 Example Street\"\n+ zip = \"92618\"\n+ map = \"https://maps.example.com/?q=1\"\n\
        + hours = [\"Mo-Fr 09:00-17:00\", \"Sa 09:00-12:00\"]\n+ parking = \"Behind the house\"\n+ fees = \"$1 a visit\"\n\
        + first_visit = \"An hour\"\n+ answer = \"Within a day\"\n+ [[visit.who]]\n+ name = \"Somebody Real\"\n+ license = \"DC 0\"\n\
        + [[visit.who]]\n+ name = \"Another Person\"\n+ [legal]\n+ privacy = \"https://www.example.com/privacy\"\n";
    let clinic = site(all).clinic;
    assert_eq!(clinic.address().as_deref(), Some("1 Example Street, Irvine, CA 92618"));
    let Visit { hours, who, answer, .. } = clinic.visit;
    let read: Vec<&str> = hours.iter().map(|hours| hours.read.as_str()).collect();
    assert_eq!(read, ["Monday to Friday, 9 am to 5 pm", "Saturday, 9 am to noon"]);
    assert_eq!(who[0].license.as_deref(), Some("DC 0"));
    assert_eq!((who[1].name.as_str(), &who[1].license), ("Another Person", &None));
    assert_eq!(answer.as_deref(), Some("Within a day"));
    assert_eq!(clinic.legal.privacy.as_deref(), Some("https://www.example.com/privacy"));
}

#[test]
fn the_consent_names_the_clinic_that_site_toml_names() {
    let change = "site.toml\n- name = \"Performance Health & Wellness\"\n+ name = \"Another Clinic\"\n";
    let site = parse::site(content(change).path()).map_err(|problems| report(&problems)).unwrap();
    assert!(site.form.get("consent.label").starts_with("Another Clinic may call"));
}

#[test]
fn of_headache_nothing_has_to_be_said() {
    let change = "en/structures.toml\n- headache = \"Not described as a source of headache.\"\n- facts = [\"f-4.1-bones\"]\n- \n- [C2]\n+ facts = [\"f-4.1-bones\"]\n+ \n+ [C2]\n";
    let site = parse::site(content(change).path()).map_err(|problems| report(&problems)).unwrap();
    assert_eq!(site.structures[0].headache, None);
    assert!(site.structures[1].headache.is_some());
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let dir = content("");
    let plain = parse::site(dir.path()).map_err(|problems| report(&problems)).unwrap();
    for name in ["site.toml", "facts.toml", "en/article.md", "en/form.toml"] {
        let file = dir.path().join(name);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    }
    assert_eq!(parse::site(dir.path()).map_err(|problems| report(&problems)).unwrap(), plain);
}

#[test]
fn the_real_content_has_no_problem() {
    let (site, warnings) = parse::with_warnings(&project().join("content"));
    let site = site.map_err(|problems| report(&problems)).unwrap();
    assert_eq!(warnings, []);
    // What the form can answer has its sentence, what the picture shows has its words.
    let silent: Vec<_> = booking::ERROR_KEYS.into_iter().filter(|key| !site.form.has(key)).collect();
    assert!(silent.is_empty(), "form.toml lacks {silent:?}");
    let shown: Vec<&str> = neck::anatomy::STRUCTURES.iter().map(|structure| structure.id).collect();
    let told: Vec<&str> = site.structures.iter().map(|structure| structure.id.as_str()).collect();
    assert_eq!(told, shown);
}

#[test]
fn bent_quotes_of_a_word_processor_are_quotes() {
    let straight = content("");
    let bent = content(
        "en/article.md\n- allow=\"cure: says that none is promised\"\n+ allow=“cure: says that none is promised”\n",
    );
    let [straight, bent] =
        [straight, bent].map(|dir| parse::site(dir.path()).map_err(|problems| report(&problems)).unwrap());
    assert_eq!(bent, straight);
}

/// Whatever a half-saved or garbled file holds, the answer is a list of problems.
#[test]
fn no_garbled_file_ends_in_a_panic() {
    let names = [
        "site.toml",
        "facts.toml",
        "sources.toml",
        "never-say.toml",
        "en/page.toml",
        "en/structures.toml",
        "en/article.md",
    ];
    let dir = content("en/article.md\n- @many words@\n+ Few words. {plain}\n");
    for name in names {
        let path = dir.path().join(name);
        let whole = fs::read_to_string(&path).unwrap();
        let places = whole.char_indices().map(|(at, _)| at).step_by(61);
        for at in places {
            let (before, after) = whole.split_at(at);
            for garbled in [
                before.to_owned(),
                format!("{before}{{ ]\n::: {after}"),
                format!("{before}\n\n- ## > `\n{after}"),
            ] {
                fs::write(&path, garbled).unwrap();
                if let Err(problems) = parse::site(dir.path()) {
                    assert!(!report(&problems).is_empty());
                }
            }
        }
        fs::write(&path, whole).unwrap();
    }
}
