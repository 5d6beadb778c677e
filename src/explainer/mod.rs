//! The neck that turns, bends and tells what it consists of: the `<clinic-neck>` root.
//!
//! ```text
//! config        where the model and the drawings are
//! view, markup, moves  what stands on the page: a pure function of words and configuration
//! store         what changes: [`Shown`]
//! find          the search among all parts
//! gesture       fingers -> turn, zoom, tap
//! stretch       how much longer or shorter a muscle is, in words
//! place         where a label stands, as CSS
//! edge          the browser: hydrates, listens, shows what changed
//! webgl         draws a `neck::draw::DrawList`
//! ```
//!
//! The markup is written once, at build time; neither it nor code that could make it again is in the wasm. Whatever
//! happens changes [`Shown`], and effects bring the page and the picture up to date from there.

mod config;
#[cfg(feature = "hydrate")]
pub mod edge;
#[cfg(any(feature = "hydrate", test))]
mod find;
#[cfg(any(feature = "hydrate", test))]
mod gesture;
#[cfg(feature = "ssr")]
#[allow(unreachable_pub, reason = "the component macro makes properties public")]
mod markup;
#[cfg(feature = "ssr")]
mod moves;
#[cfg(any(feature = "hydrate", test))]
mod place;
mod store;
#[cfg(any(feature = "hydrate", test))]
mod stretch;
#[allow(unreachable_pub, reason = "the component macro makes properties public")]
mod view;
#[cfg(feature = "hydrate")]
mod webgl;

pub use config::{Config, Still};
#[cfg(feature = "ssr")]
pub use moves::moves;
pub use store::{Life, Shown};
#[cfg(feature = "ssr")]
pub use view::words;
pub use view::{Explainer, ExplainerProps};

#[cfg(all(test, feature = "ssr"))]
mod tests;
