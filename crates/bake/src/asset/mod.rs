//! Writes the model file that `neck::asset` reads.

mod write;

pub use write::{Part, bytes};
