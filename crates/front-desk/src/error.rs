use std::{io, net::SocketAddr, path::PathBuf};

/// Why the front desk cannot start or go on, each as one sentence with its remedy.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot make the data folder {}: {source}. Name a folder you may write to with --data", path.display())]
    DataFolder { path: PathBuf, source: io::Error },
    #[error("cannot open the database {}: {source}. Check that you may write to it and that the disk is not full", path.display())]
    Database { path: PathBuf, source: rusqlite::Error },
    #[error("cannot make the database {}: {source}. Check that you may write to its folder and that the disk is not full", path.display())]
    DatabaseFile { path: PathBuf, source: io::Error },
    #[error("the database {} has version {found}, this front desk knows {known}. Use the newer front desk that wrote it", path.display())]
    NewerDatabase { path: PathBuf, found: usize, known: usize },
    #[error("there is no database {}. Name the folder that `serve` writes to with --data", path.display())]
    NoDatabase { path: PathBuf },
    #[error("there is no built site in {}. Build it first (cargo xtask build), or name another folder with --dist", path.display())]
    NoSite { path: PathBuf },
    #[error("{}, line {line}: {problem}. Write a path, then lines `  Name: value` under it", path.display())]
    HeaderRules { path: PathBuf, line: usize, problem: &'static str },
    #[error("{origin:?} is no origin. Write it as https://example.com, without a path")]
    Origin { origin: String },
    #[error("port {} is in use. End what runs there, or choose another with --port", address.port())]
    PortInUse { address: SocketAddr },
    #[error("cannot listen on {address}: {source}. Choose another port with --port")]
    Listen { address: SocketAddr, source: io::Error },
    #[error("cannot start: {source}. End other programs and try again")]
    Runtime { source: io::Error },
    #[error("cannot write the list: {source}. Check where its output goes")]
    Output { source: io::Error },
}
