//! What the clinic edits: types, and with feature `parse` the parser.

pub mod strings;

pub use strings::Strings;
