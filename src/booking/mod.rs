//! Stub: replaced by its owner.
#[cfg(feature = "hydrate")]
pub mod edge;
