//! The booking request: the `<clinic-booking>` root.
//!
//! ```text
//! view, fields, outcome   what stands on the page: a pure function of words, configuration and [`Page`]
//! store                   what changes: [`Page`]
//! edge                    the browser: reads the fields, sends, keeps the tab's draft
//! examples                every designed state as data, for pictures and tests
//! ```
//!
//! The fields are uncontrolled: what is typed stands in them alone and is read when Send is pressed, so that starting
//! the root cannot wipe it. The view tells the edge about presses by [`Action`]; the edge answers by changing [`Page`].

mod config;
#[cfg(feature = "hydrate")]
pub mod edge;
#[cfg(feature = "ssr")]
pub mod examples;
#[cfg(feature = "ssr")]
#[allow(unreachable_pub, reason = "the component macro makes properties public")]
mod fields;
#[cfg(feature = "ssr")]
mod form;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod names;
#[allow(unreachable_pub, reason = "the component macro makes properties public")]
mod outcome;
mod store;
#[allow(unreachable_pub, reason = "the component macro makes properties public")]
mod view;

pub use config::Config;
pub use store::{Correction, Page, Panel, Receipt};
pub use view::Booking;

#[cfg(all(test, feature = "ssr"))]
mod tests;
