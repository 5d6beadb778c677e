//! What the clinic edits: types, and with feature `parse` the parser that names every problem at once.
//!
//! The types need nothing and go into the wasm (of them, only [`Strings`] is used there).

pub mod article;
pub mod site;
pub mod strings;

#[cfg(feature = "parse")]
pub mod parse;
#[cfg(feature = "parse")]
mod problem;

pub use article::{
    Allowance, Article, Basis, Block, Card, CardKind, Inline, Place, Question, Section, Text, Urgency,
};
#[cfg(feature = "parse")]
pub use problem::{Problem, report, report_warnings};
pub use site::{Clinic, Config, Hours, Legal, Look, Provider, Site, Source, Structure, Visit, Warning};
pub use strings::Strings;
