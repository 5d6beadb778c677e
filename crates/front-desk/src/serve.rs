//! The running process: a port, its connections, and an orderly end.

use std::{io, net::SocketAddr, pin::pin, time::Duration};

use axum::{Router, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tower::ServiceExt;

use crate::{Config, Error, app};

/// How long the head of a request may take to arrive, also on a connection that is kept open.
const HEAD_TIME: Duration = Duration::from_secs(20);
/// How long running requests may take to end after a signal.
const END_TIME: Duration = Duration::from_secs(20);
/// Connections served at once; more wait.
const CONNECTIONS: usize = 1024;

/// Serves until a signal (SIGTERM, Ctrl-C) ends it: then no new connection is taken and running requests are
/// finished. `ready` is told the address once it answers.
///
/// # Errors
/// When it cannot start.
pub async fn serve(config: Config, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    // The port first: a second front desk on the same port shall not touch the database.
    let listener = TcpListener::bind(address).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => Error::PortInUse { address },
        _ => Error::Listen { address, source },
    })?;
    let bound = listener.local_addr().map_err(|source| Error::Listen { address, source })?;
    let mut signal = pin!(signal()?);
    let app = app(config)?;
    ready(bound);

    let graceful = GracefulShutdown::new();
    let room = std::sync::Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let accept = async {
            let seat = room.clone().acquire_owned().await;
            (listener.accept().await, seat)
        };
        tokio::select! {
            () = &mut signal => break,
            (accepted, seat) = accept => match accepted {
                Ok((stream, peer)) => {
                    let connection = graceful.watch(connection(stream, peer, app.clone()));
                    tokio::spawn(async move {
                        // A client that breaks off is its own affair.
                        let _ = connection.await;
                        drop(seat);
                    });
                }
                // Out of file handles, for example: let some connections end first.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
        }
    }
    drop(listener);
    let _ = tokio::time::timeout(END_TIME, graceful.shutdown()).await;
    Ok(())
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> {
    // An answer is small and complete: it need not wait for company.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        app.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .serve_connection(TokioIo::new(stream), service)
}

/// Ends with the first SIGTERM or Ctrl-C.
#[cfg(unix)]
fn signal() -> Result<impl Future<Output = ()>, Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let listen = |kind| signal(kind).map_err(|source| Error::Runtime { source });
    let (mut terminate, mut interrupt) = (listen(SignalKind::terminate())?, listen(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn signal() -> Result<impl Future<Output = ()>, Error> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
