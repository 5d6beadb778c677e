//! `front-desk serve` and `front-desk list`.

use std::{
    io::{self, BufWriter, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use clap::{Args, Parser, Subcommand};
use front_desk::{Config, Error, list, serve};

/// Takes booking requests into a database and serves the built site.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Run the site and its front desk until Ctrl-C or SIGTERM.
    Serve(Serve),
    /// Write what arrived, one request a line.
    List(List),
}

#[derive(Debug, Args)]
struct Serve {
    /// Port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Address to listen on.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    address: IpAddr,
    /// Folder of the database front-desk.sqlite.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// The built site to serve; without it only the interface runs.
    #[arg(long)]
    dist: Option<PathBuf>,
    /// Refuse requests without consent. With --dist the site's own form says whether it is needed.
    #[arg(long, conflicts_with = "dist")]
    require_consent: bool,
    /// Another origin whose pages may send requests; may be repeated.
    #[arg(long = "allow-origin", value_name = "https://HOST")]
    allow_origin: Vec<String>,
    /// Requests that one address may send per minute; 0 for no limit.
    #[arg(long, default_value_t = 60)]
    per_minute: u32,
    /// A proxy of yours stands in front and writes the sender's address last in X-Forwarded-For.
    #[arg(long)]
    behind_proxy: bool,
}

#[derive(Debug, Args)]
struct List {
    /// Folder of the database front-desk.sqlite.
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    // A panic says where, never with what: its message could hold something that a patient typed.
    std::panic::set_hook(Box::new(|info| {
        eprintln!(
            "front-desk: a fault in {}",
            info.location().map_or_else(|| "unknown".to_owned(), ToString::to_string)
        );
    }));
    let done = match Cli::parse().verb {
        Verb::Serve(args) => run(args),
        Verb::List(args) => {
            let style = if args.json { list::Style::Json } else { list::Style::Lines };
            let mut out = BufWriter::new(io::stdout().lock());
            list::list(&args.data, style, &mut out).and_then(|()| match out.flush() {
                Err(source) if source.kind() != io::ErrorKind::BrokenPipe => Err(Error::Output { source }),
                _ => Ok(()),
            })
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("front-desk: {error}.");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Serve) -> Result<(), Error> {
    let mut config = Config::new(args.data);
    config.dist = args.dist;
    config.rules.consent_required = args.require_consent;
    config.allow_origins = args.allow_origin;
    config.behind_proxy = args.behind_proxy;
    config.limits.per_minute = args.per_minute;
    config.limits.burst = args.per_minute;
    // Whoever closes our output does not stop the front desk.
    config.log = Arc::new(|line| {
        let _ = writeln!(io::stderr(), "{line}");
    });
    let address = SocketAddr::new(args.address, args.port);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|source| Error::Runtime { source })?;
    runtime.block_on(serve::serve(config, address, |bound| {
        let _ = writeln!(io::stdout(), "ready http://{bound}/");
    }))
}
