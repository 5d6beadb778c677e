//! The booking request: what a patient types, what of it is acceptable, how it travels, what the answer means.
//!
//! The same code runs in the browser and in the front desk, so both refuse the same things with the same words.
//! Pure: no clock, no randomness, no IO, no dependency. Data flows one way:
//!
//! ```text
//! typed fields -> Draft -> validate() -> Request -> Submission::pairs() -> the wire
//! the wire -> Submitted::from_pairs() -> Draft -> validate() -> Request        (front desk)
//! the answer -> outcome() -> Outcome -> Sending                                (browser)
//! ```
//!
//! Nothing here contains a sentence. An error is a [`FieldError`], whose [`FieldError::key`] names its sentence in the
//! content files; [`ERROR_KEYS`] lists every such key. What a patient typed is [`Personal`], which no log can print.

mod choice;
mod draft;
mod email;
mod error;
mod field;
mod person;
mod personal;
mod phone;
mod request;
mod sending;
mod text;
mod validate;
pub mod wire;

pub use choice::{ContactBy, Day, PartOfDay, Topic, Visited};
pub use draft::Draft;
pub use error::{ERROR_KEYS, ErrorCode, FieldError};
pub use field::Field;
pub use person::Person;
pub use personal::Personal;
pub use phone::{Phone, e164};
pub use request::Request;
pub use sending::{Phase, SLOW_AFTER_MS, Sending, Sent, Ticket, UNCERTAIN_AFTER_MS};
pub use validate::{Rules, validate};
pub use wire::{Answer, Exchange, Outcome, Submission, SubmissionId, Submitted, outcome};
