//! The reference backend: takes booking requests into an `SQLite` file, and serves the built site beside it.
//!
//! ```text
//! serve    the process: port, connections, signals
//! api      POST /api/booking-requests, GET /healthz: decode -> validate -> keep -> answer
//! store    the database: one file, one writing thread, one row per request
//! page     the site's own form: its sentences, its rules, and itself filled in again when something is wrong
//! site     the files of dist/, with the site's own headers
//! packed   the same in brotli or gzip, each content packed once
//! list     what arrived, for the front desk to read
//! ```
//!
//! What a patient types goes into the database and into the answer to that patient, nowhere else: no log line, error
//! or panic message can carry it.

use std::sync::Arc;

use axum::Router;

mod api;
mod calendar;
mod config;
mod error;
pub mod list;
mod packed;
mod page;
pub mod serve;
mod site;
pub mod store;

pub use config::{Clock, Config, Limits, Log, Random};
pub use error::Error;

/// The whole front desk as a router, ready to be served or called without a socket.
///
/// # Errors
/// When the database cannot be opened or the configuration names what does not exist.
pub fn app(config: Config) -> Result<Router, Error> {
    let store = store::Store::open(&config.data, config.random.clone())?;
    let page = config.dist.as_deref().map(page::Page::new);
    let site = config.dist.as_deref().map(site::Site::open).transpose()?;
    let api = api::router(Arc::new(api::Desk::new(config, store, page, site.as_ref())?));
    Ok(match site {
        Some(site) => api.fallback_service(site.router()),
        None => api,
    })
}
