//! The commands in a project and on a machine made up for the purpose: its PATH holds a few shell scripts and nothing else.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};

const XTASK: &str = env!("CARGO_BIN_EXE_xtask");
const NPM_LOCK: &str = include_str!("../../../package-lock.json");

/// A project without sources and a PATH with the scripts of its choice.
struct Machine {
    root: PathBuf,
}

impl Machine {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("xtask-commands-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        for folder in ["bin", "dist", "wasm", "node_modules"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        let machine = Self { root };
        machine.write("Trunk.toml", "");
        machine.write("Cargo.lock", "name = \"wasm-bindgen\"\nversion = \"0.2.126\"\n");
        machine.write("package-lock.json", NPM_LOCK);
        machine.write("wasm/libcore-1.rlib", "");
        machine.script("rustc", &format!("echo {}", machine.root.join("wasm").display()));
        // Every call is noted; running the front desk says what it would say.
        machine.script(
            "cargo",
            "echo \"cargo $*\" >> log; [ \"$1\" = run ] && echo 'ready http://127.0.0.1:8080/'; exit 0",
        );
        machine
    }

    fn with_trunk_and_wasm_bindgen(self) -> Self {
        self.script(
            "trunk",
            "if [ \"$1\" = --version ]; then echo trunk 0.21.9; else echo \"trunk $* plain=$NECK_NO_WASM_OPT served=$NECK_SERVED\" >> log; \
             echo built > dist/index.html; fi",
        );
        self.script("wasm-bindgen", "echo wasm-bindgen 0.2.126");
        self
    }

    fn with_npm(self) -> Self {
        self.script("node", "echo v22.0.0");
        // What npm does last is what counts.
        self.script(
            "npm",
            "if [ \"$1\" = --version ]; then echo 10; else echo \"npm $*\" >> log; while read -r line; do echo \"$line\"; \
             done < package-lock.json > node_modules/.package-lock.json; fi",
        );
        self
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.root.join(path), text).unwrap();
    }

    fn script(&self, name: &str, body: &str) {
        let path = self.root.join("bin").join(name);
        fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn run(&self, line: &str) -> (Option<i32>, String) {
        let output = self.output(line);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    fn output(&self, line: &str) -> Output {
        Command::new(XTASK)
            .args(line.split_whitespace())
            .env("CARGO_MANIFEST_DIR", &self.root)
            .env("PATH", self.root.join("bin"))
            .env_remove("NECK_NO_WASM_OPT")
            .output()
            .unwrap()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.root.join("log")).unwrap_or_default()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// A port that nobody listens on.
fn free_port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

#[test]
fn serve_takes_what_fits_on_the_path_and_builds_once() {
    let machine = Machine::new("serve").with_trunk_and_wasm_bindgen().with_npm();
    let port = free_port();
    let output = machine.output(&format!("serve --port {port}"));
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), "ready http://127.0.0.1:8080/");
    let log = machine.log();
    assert!(log.starts_with("npm ci"), "{log}");
    // The front desk is there to take requests: nothing to be told about them.
    assert!(log.contains("trunk build --release plain= served=1\n"), "{log}");
    let data = format!("serve --port {port} --data {}/data --dist {0}/dist", machine.root.display());
    assert!(log.contains(&data), "{log}");
    assert!(!log.contains("cargo install"), "{log}");

    fs::remove_file(machine.root.join("log")).unwrap();
    let (code, said) = machine.run(&format!("serve --port {port}"));
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert!(!machine.log().contains("trunk") && !machine.log().contains("npm"), "{}", machine.log());
}

#[test]
fn without_npm_serve_goes_on_and_says_so_in_one_line() {
    let machine = Machine::new("serve-plain").with_trunk_and_wasm_bindgen();
    let (code, said) = machine.run(&format!("serve --port {}", free_port()));
    assert_eq!(code, Some(0));
    assert_eq!(
        said,
        "There is no npm to bring wasm-opt, so the wasm stays larger than it will be when published.\n"
    );
    assert!(machine.log().contains("plain=1"), "{}", machine.log());
}

#[test]
fn what_is_built_to_be_published_may_say_that_it_needs_a_front_desk() {
    let machine = Machine::new("build").with_trunk_and_wasm_bindgen().with_npm();
    assert_eq!(machine.run("build").0, Some(0));
    assert!(machine.log().contains("trunk build --release plain= served=\n"), "{}", machine.log());
}

#[test]
fn without_npm_what_is_meant_to_be_published_or_proved_stops() {
    let machine = Machine::new("no-npm").with_trunk_and_wasm_bindgen();
    for verb in ["build", "test", "test e2e", "bench"] {
        let (code, said) = machine.run(verb);
        assert_eq!(code, Some(1), "{verb}");
        assert!(said.contains("needs npm") && said.contains("install Node"), "{verb}: {said}");
    }
    assert_eq!(machine.log(), "");
}

#[test]
fn what_will_be_fetched_is_said_before_and_a_dead_network_is_one_sentence() {
    let machine = Machine::new("offline").with_npm();
    machine.script("cargo", "echo \"cargo $*\" >> log; echo 'Could not resolve host: x' >&2; exit 101");
    let (code, said) = machine.run("build");
    assert_eq!(code, Some(1));
    let (before, after) = said.split_once("[1/3]").unwrap();
    for what in ["trunk 0.21.14", "wasm-bindgen 0.2.126", "wasm-opt"] {
        assert!(before.contains(what), "{said}");
    }
    let end =
        "Installing trunk 0.21.14 stopped because the network does not answer: connect, then run it again.\n";
    assert!(after.ends_with(end), "{said}");
    assert!(machine.log().contains("cargo install --locked --force --root .tools trunk --version 0.21.14"));
}

#[test]
fn a_full_disk_is_one_sentence() {
    let machine = Machine::new("full").with_trunk_and_wasm_bindgen().with_npm();
    machine.script(
        "trunk",
        "[ \"$1\" = --version ] && echo trunk 0.21.14 && exit 0; echo 'os error 28' >&2; exit 1",
    );
    let (code, said) = machine.run("build");
    assert_eq!(code, Some(1));
    let end = "Building the site stopped because the disk is full: free about 6 GB, then run it again.\n";
    assert!(said.ends_with(end), "{said}");
}

#[test]
fn an_npm_install_broken_off_is_done_again() {
    let machine = Machine::new("half").with_trunk_and_wasm_bindgen().with_npm();
    // Half an install: a wasm-opt that even answers, without npm's last word.
    fs::create_dir_all(machine.root.join("node_modules/.bin")).unwrap();
    machine.script("wasm-opt", "echo wasm-opt version 132");
    fs::rename(machine.root.join("bin/wasm-opt"), machine.root.join("node_modules/.bin/wasm-opt")).unwrap();
    assert_eq!(machine.run("build").0, Some(0));
    assert!(machine.log().contains("npm ci"), "{}", machine.log());
}

#[test]
fn a_port_in_use_is_told_before_anything_is_fetched() {
    let machine = Machine::new("port");
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let (code, said) = machine.run(&format!("serve --port {port}"));
    assert_eq!(code, Some(1));
    assert!(said.starts_with(&format!("Port {port} is in use: ")), "{said}");
    assert_eq!(machine.log(), "");
}

#[test]
fn serving_a_given_folder_builds_no_site() {
    let machine = Machine::new("given");
    let (code, said) = machine.run(&format!("serve --port {} --dist nowhere", free_port()));
    assert_eq!(code, Some(1));
    assert!(said.starts_with("There is no site in ") && said.contains("cargo xtask build"), "{said}");

    machine.write("dist/index.html", "given");
    let line = format!("serve --port {} --dist {}", free_port(), machine.root.join("dist").display());
    assert_eq!(machine.run(&line).0, Some(0));
    assert!(!machine.log().contains("trunk") && !machine.log().contains("install"), "{}", machine.log());
}

#[test]
fn the_last_line_of_test_counts_and_a_suite_that_runs_nothing_fails() {
    let machine = Machine::new("test").with_npm();
    machine.script("strace", "");
    machine
        .script("cargo", "echo 'test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out'");
    let output = machine.output("test unit");
    assert!(output.status.success());
    assert_eq!(last_line(&output), "7 passed, 0 failed");

    machine.script("cargo", "echo 'test result: ok. 7 passed; 0 failed; 0 ignored'; exit 101");
    assert_eq!(last_line(&machine.output("test unit")), "7 passed, 1 failed");
    machine.script("cargo", "exit 0");
    let output = machine.output("test unit");
    assert_eq!(last_line(&output), "0 passed, 1 failed");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_suite_that_cannot_run_fails_with_the_line_to_type() {
    let machine = Machine::new("no-strace");
    let said = String::from_utf8_lossy(&machine.output("test unit").stderr).into_owned();
    assert!(said.contains("The unit suite needs strace") && !said.contains("apt"), "no apt here: {said}");
    machine.script("apt-get", "");
    machine.script("id", "echo 1000");
    let output = machine.output("test unit");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("type `sudo apt-get install strace`"), "{said}");
    assert_eq!(last_line(&output), "0 passed, 1 failed");
}

#[test]
fn a_verb_that_is_unknown_ends_with_2() {
    let machine = Machine::new("verb");
    let (code, said) = machine.run("serve-all");
    assert_eq!(code, Some(2));
    assert!(said.starts_with("There is no verb `serve-all`"), "{said}");
}

fn last_line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).lines().last().unwrap_or_default().to_owned()
}
