//! The page in Leptos: what is prerendered, and what the browser may call.
//!
//! Two features, never together and neither a default: `ssr` writes the finished HTML at build time
//! (everything in this crate), `hydrate` is the wasm (the two roots [`explainer`] and [`booking`] alone; the
//! article never enters it).

pub mod booking;
pub mod explainer;
#[cfg(feature = "ssr")]
pub mod page;

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod mount;
#[cfg(feature = "hydrate")]
pub use browser::{Handle, start};
