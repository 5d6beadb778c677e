//! The booking request: the `<clinic-booking>` root.
//!
//! ```text
//! form, fields, outcome   the markup of every state: components, rendered at build time only
//! view                    the root: that markup, as one fixed piece
//! store                   what changes: [`Page`]
//! edge                    the browser: reads the fields, sends, shows [`Page`], keeps the tab's draft
//! examples                every designed state as data, for pictures and tests
//! ```
//!
//! The fields are uncontrolled: what is typed stands in them alone and is read when Send is pressed, so that starting
//! the root cannot wipe it. Data flows one way: an event in the root, a rule or an answer of `booking`, a change of
//! [`Page`], a change of what is shown.

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
#[cfg(feature = "ssr")]
mod outcome;
mod store;
#[allow(unreachable_pub, reason = "the component macro makes properties public")]
mod view;

pub use config::{Config, DRAFT_KEY};
#[cfg(feature = "ssr")]
pub use config::{Line, Link};
#[cfg(feature = "ssr")]
pub use form::words;
pub use store::{Correction, Page, Panel, Receipt, Told, is_sending, is_slow};
pub use view::Booking;

#[cfg(all(test, feature = "ssr"))]
mod tests;
