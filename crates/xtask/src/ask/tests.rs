#![allow(clippy::unwrap_used)]

use super::*;

fn ask(line: &str) -> Result<Ask, Unclear> {
    parse(line.split_whitespace().map(OsString::from))
}

fn here(path: &str) -> PathBuf {
    std::env::current_dir().unwrap().join(path)
}

#[test]
fn nothing_or_help_lists_every_verb() {
    for line in ["", "--help", "help", "-h", "serve --help"] {
        assert_eq!(ask(line), Ok(Ask::Help), "{line}");
    }
    let text = help();
    for verb in [
        "serve",
        "build",
        "test",
        "check",
        "content",
        "bench",
        "pictures",
        "stills",
        "export-obj",
        "muscle-lengths",
        "front-desk list",
    ] {
        assert!(text.contains(&format!("\n  {verb}")), "{verb}");
    }
    for suite in Suite::ALL {
        assert!(text.contains(suite.name()), "{suite:?}");
    }
}

#[test]
fn serve_has_a_port_of_its_own_choice() {
    assert_eq!(ask("serve"), Ok(Ask::Serve { port: 8080, data: None, dist: None, origins: vec![] }));
    let all = Ask::Serve {
        port: 9000,
        data: Some(here("d")),
        dist: Some(PathBuf::from("/x")),
        origins: vec!["https://a.example".into(), "https://b.example".into()],
    };
    let line = "serve --port=9000 --data d --allow-origin https://a.example --dist /x --allow-origin=https://b.example";
    assert_eq!(ask(line), Ok(all));
    assert_eq!(ask("serve --port 1 --port 2"), Err(Unclear::Twice { flag: "--port" }));
    for wrong in ["0", "65536", "eighty", "-1", ""] {
        assert_eq!(
            parse(["serve", "--port", wrong].map(OsString::from).into_iter()),
            Err(Unclear::Port(wrong.into()))
        );
    }
    assert_eq!(ask("serve --port"), Err(Unclear::NoValue { flag: "--port" }));
    assert_eq!(ask("serve --data="), Err(Unclear::NoValue { flag: "--data" }));
}

#[test]
fn test_runs_all_or_one_suite() {
    assert_eq!(ask("test"), Ok(Ask::Test { suite: None, long: false }));
    assert_eq!(ask("test --long e2e"), Ok(Ask::Test { suite: Some(Suite::E2e), long: true }));
    assert_eq!(ask("test nothing"), Err(Unclear::Suite("nothing".into())));
    assert_eq!(ask("test --long=yes"), Err(Unclear::NeedlessValue { flag: "--long" }));
}

#[test]
fn folders_are_absolute_and_needed() {
    assert_eq!(ask("pictures out"), Ok(Ask::Pictures { folder: here("out") }));
    assert_eq!(ask("pictures"), Err(Unclear::NoFolder { verb: "pictures" }));
    assert_eq!(
        ask("stills out --only side"),
        Ok(Ask::Stills { folder: here("out"), only: Some("side".into()) })
    );
    assert_eq!(ask("bench --json b.json"), Ok(Ask::Bench { json: Some(here("b.json")), long: false }));
    assert_eq!(ask("bench --long"), Ok(Ask::Bench { json: None, long: true }));
}

#[test]
fn a_pose_may_be_negative() {
    let pose = vec!["--pose".to_owned(), "-30,0,5".to_owned()];
    assert_eq!(ask("export-obj out --pose -30,0,5"), Ok(Ask::ExportObj { folder: here("out"), pose }));
}

#[test]
fn lengths_are_measured_in_a_pose_or_in_all() {
    assert_eq!(ask("muscle-lengths"), Ok(Ask::MuscleLengths { pose: vec![] }));
    let pose = ["--move", "look_down"].map(str::to_owned).to_vec();
    assert_eq!(ask("muscle-lengths --move look_down"), Ok(Ask::MuscleLengths { pose }));
    let surplus = Unclear::Surplus { verb: "muscle-lengths", word: "out".into() };
    assert_eq!(ask("muscle-lengths out"), Err(surplus));
}

#[test]
fn the_front_desk_lists() {
    assert_eq!(ask("front-desk list --json"), Ok(Ask::FrontDeskList { data: None, json: true }));
    assert_eq!(ask("front-desk"), Err(Unclear::NoFrontDeskVerb));
    assert_eq!(ask("front-desk drop"), Err(Unclear::NoFrontDeskVerb));
}

#[test]
fn what_is_not_understood_is_a_sentence_with_the_right_usage() {
    let said = |line: &str| ask(line).unwrap_err().to_string();
    assert_eq!(
        said("server"),
        "There is no verb `server`: it is one of serve, build, test, check, content, bench, pictures, stills, \
         export-obj, muscle-lengths, front-desk. `cargo xtask --help` explains them."
    );
    assert_eq!(said("build --fast"), "`build` does not know `--fast`: it is used as `cargo xtask build`.");
    assert_eq!(said("check all"), "`check` has no use for `all`: it is used as `cargo xtask check`.");
    assert_eq!(said("serve --port 1 --port 2"), "`--port` is given twice: once is enough.");
    assert_eq!(
        said("test unti"),
        "There is no suite `unti`: it is one of check, unit, architecture, e2e, bench; without a name all of them run."
    );
}
