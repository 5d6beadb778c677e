//! `cargo xtask serve`: the site with its front desk, on this machine.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;

use super::build;
use crate::error::Error;
use crate::project::Project;
use crate::{run, tools};

pub(super) fn run(
    project: &Project,
    port: u16,
    data: Option<PathBuf>,
    dist: Option<PathBuf>,
    origins: &[String],
) -> Result<ExitCode, Error> {
    // Before all that takes time.
    port_is_free(port)?;
    let dist = match dist {
        Some(folder) if folder.join("index.html").is_file() => folder,
        Some(folder) => return Err(Error::NoSite { folder }),
        None => {
            let wasm = tools::for_serving(project)?;
            build::site_if_stale(project, wasm)?;
            project.dist()
        }
    };
    // The profile of this build is optimised where the front desk spends its time: Cargo.toml says where.
    run::must(&mut run::cargo(project, &["build", "--package", "front-desk"]), "Building the front desk")?;
    let port = port.to_string();
    let mut desk =
        run::cargo(project, &["run", "--quiet", "--package", "front-desk", "--", "serve", "--port", &port]);
    desk.arg("--data").arg(data.unwrap_or_else(|| project.join("data"))).arg("--dist").arg(dist);
    desk.args(origins.iter().flat_map(|origin| ["--allow-origin", origin]));
    // From here on this process is the front desk: it says when it is ready, and Ctrl-C or SIGTERM ends it in good order.
    run::become_it(&mut desk)
}

fn port_is_free(port: u16) -> Result<(), Error> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(Error::PortInUse { port }),
        Err(source) => Err(Error::PortRefused { port, source }),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_port_in_use_is_named_with_another() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let said = port_is_free(port).unwrap_err().to_string();
        assert!(said.starts_with(&format!("Port {port} is in use: ")), "{said}");
        drop(taken);
        assert!(port_is_free(port).is_ok());
    }
}
