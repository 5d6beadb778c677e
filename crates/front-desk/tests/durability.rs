//! A 2xx is a promise. That it is kept when the power goes is seen in the order of system calls; that no request is
//! lost or doubled when the program is killed is tried out.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    net::SocketAddr,
    process::Command,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

use common::{
    client::{Client, Program, program, signal},
    request,
};
use front_desk::store;
use serde_json::Value;
use tempfile::TempDir;

#[test]
fn the_answer_leaves_after_the_log_is_on_disk() {
    let strace = Command::new("strace").arg("--version").output();
    assert!(strace.is_ok_and(|done| done.status.success()), "this test needs strace: apt-get install strace");
    let folder = TempDir::new().unwrap();
    let (data, trace) = (folder.path().join("data"), folder.path().join("trace"));
    let served = program(&data);
    let mut command = Command::new("strace");
    command
        .args([
            "-f",
            "-y",
            "-s",
            "64",
            "-e",
            "trace=pwrite64,pwritev,fsync,fdatasync,write,writev,sendto,sendmsg",
            "-o",
        ])
        .arg(&trace)
        .arg(served.get_program())
        .args(served.get_args());
    command
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let program = Program::run(command);
    let mut client = Client::connect(program.address).unwrap();
    for n in 0..3 {
        assert_eq!(client.post_json(&request(&format!("request-{n}")).to_string()).unwrap().0, 201);
    }
    let children = fs::read_to_string(format!("/proc/{0}/task/{0}/children", program.child.id())).unwrap();
    signal(children.trim().parse().expect("strace has one child"), "TERM");
    let (code, _, err) = program.end();
    assert_eq!(code, Some(0), "{err}");

    let trace = fs::read_to_string(trace).unwrap();
    assert_eq!(answers_after_sync(&trace), Ok(3), "{trace}");
    // The judge itself: without its syncs the same trace has to be refused.
    let without: String =
        trace.lines().filter(|line| !line.contains("sync")).flat_map(|line| [line, "\n"]).collect();
    assert!(answers_after_sync(&without).is_err());
}

/// How many answers 201 left, each after a sync of the log that was finished after the last write to it.
fn answers_after_sync(trace: &str) -> Result<usize, String> {
    let (mut answers, mut written, mut synced) = (0, false, false);
    let mut syncing = BTreeSet::new();
    for line in trace.lines() {
        let process = line.split_whitespace().next().unwrap_or_default();
        let is_sync = line.contains("fdatasync") || line.contains("fsync");
        if line.contains("pwrite") && line.contains("-wal>") {
            (written, synced) = (true, false);
        } else if is_sync && line.contains("-wal>") && line.contains("<unfinished") {
            syncing.insert(process);
        } else if is_sync && (line.contains("-wal>") || (line.contains("resumed") && syncing.remove(process)))
        {
            synced = line.ends_with("= 0");
        } else if line.contains("HTTP/1.1 201") {
            if !(written && synced) {
                return Err(format!("answered before the log was on disk: {line}"));
            }
            answers += 1;
            (written, synced) = (false, false);
        }
    }
    Ok(answers)
}

const ROUNDS: usize = 50;
const CLIENTS: usize = 4;

/// Ids and what became of them, over all rounds.
#[derive(Default)]
struct Ledger {
    /// Answered 201 or 200: id and reference.
    promised: BTreeMap<String, String>,
    /// Sent, but cut off before the answer.
    open: BTreeSet<String>,
}

#[test]
fn killed_fifty_times_under_load_nothing_is_lost_and_nothing_is_double() {
    let data = TempDir::new().unwrap();
    let mut ledger = Ledger::default();
    let mut cut_off = 0;
    for round in 0..ROUNDS {
        let mut program = Program::start(data.path());
        repeat(&mut ledger, program.address, round);
        let acknowledged = AtomicUsize::new(0);
        let dead = AtomicBool::new(false);
        // Never the same moment twice: after the first answer in one round, after the 25th in another.
        let last = 1 + (round * 7) % 25;
        let process = program.child.id();
        let results: Vec<Ledger> = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..CLIENTS)
                .map(|client| {
                    let (acknowledged, dead, address) = (&acknowledged, &dead, program.address);
                    scope.spawn(move || {
                        let mut own = Ledger::default();
                        let Ok(mut connection) = Client::connect(address) else { return own };
                        for n in 0.. {
                            let id = format!("round-{round}-client-{client}-request-{n}");
                            let Ok((status, body)) = connection.post_json(&request(&id).to_string()) else {
                                own.open.insert(id);
                                break;
                            };
                            assert_eq!(status, 201, "{body}");
                            own.promised.insert(id, reference(&body));
                            if acknowledged.fetch_add(1, Ordering::SeqCst) + 1 == last {
                                signal(process, "KILL");
                                dead.store(true, Ordering::SeqCst);
                            }
                        }
                        own
                    })
                })
                .collect();
            clients.into_iter().map(|client| client.join().unwrap()).collect()
        });
        assert!(dead.load(Ordering::SeqCst));
        program.child.wait().unwrap();
        for own in results {
            cut_off += own.open.len();
            ledger.promised.extend(own.promised);
            ledger.open.extend(own.open);
        }
    }
    let program = Program::start(data.path());
    repeat(&mut ledger, program.address, ROUNDS);
    drop(program);

    assert!(cut_off >= ROUNDS, "every round cuts off a request, {cut_off} in all");
    assert!(ledger.open.is_empty());
    let rows = store::rows(data.path()).unwrap();
    let kept: BTreeMap<String, String> =
        rows.iter().map(|row| (row.submission_id.clone().unwrap(), row.reference.clone())).collect();
    assert_eq!(rows.len(), kept.len(), "none double");
    assert!(rows.iter().all(|row| row.version == 1), "a repeat is no correction");
    assert_eq!(kept, ledger.promised, "none lost");
    let references: BTreeSet<&String> = kept.values().collect();
    assert_eq!(references.len(), rows.len());
}

/// After a kill every client presses Send again: what was promised has the same reference, what was cut off gets one.
fn repeat(ledger: &mut Ledger, address: SocketAddr, round: usize) {
    let last = format!("round-{}-", round.wrapping_sub(1));
    let promised: Vec<(String, Option<String>)> = ledger
        .promised
        .iter()
        .filter(|(id, _)| id.starts_with(&last))
        .map(|(id, reference)| (id.clone(), Some(reference.clone())))
        .collect();
    let open = std::mem::take(&mut ledger.open).into_iter().map(|id| (id, None));
    let again: Vec<(String, Option<String>)> = promised.into_iter().chain(open).collect();
    let answered: Vec<(String, String)> = std::thread::scope(|scope| {
        // Two senders for each id, at the same time.
        let senders: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let mut connection = Client::connect(address).unwrap();
                    let mut answered = Vec::new();
                    for (id, known) in &again {
                        let (status, body) = connection.post_json(&request(id).to_string()).unwrap();
                        let reference = reference(&body);
                        match known {
                            Some(known) => {
                                assert_eq!((status, &reference), (200, known), "{id} was acknowledged");
                            }
                            None => assert!(matches!(status, 200 | 201), "{status} {body}"),
                        }
                        answered.push((id.clone(), reference));
                    }
                    answered
                })
            })
            .collect();
        senders.into_iter().flat_map(|sender| sender.join().unwrap()).collect()
    });
    for (id, reference) in answered {
        let first = ledger.promised.entry(id).or_insert_with(|| reference.clone());
        assert_eq!(*first, reference, "both senders have the same reference");
    }
}

fn reference(body: &str) -> String {
    let json: Value = serde_json::from_str(body).unwrap();
    assert_eq!(json["ok"], true);
    json["reference"].as_str().unwrap().to_owned()
}
