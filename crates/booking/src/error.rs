use crate::Field;

/// What is wrong with a field. Without any sentence: see [`FieldError::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorCode {
    /// Nothing was given where something is needed. For the phone: neither a phone number nor an e-mail address.
    Missing,
    /// Not in the form of a US phone number or of an e-mail address.
    Format,
    /// More characters than [`Field::max_chars`].
    TooLong,
    /// A control character that cannot be typed, only pasted or made by a program.
    Control,
    /// Not one of the choices.
    Unknown,
    /// The patient asked for a call, but gave no phone number.
    NeededToCall,
    /// The patient asked for a text message, but gave no phone number.
    NeededToText,
    /// The patient asked for an e-mail, but gave no e-mail address.
    NeededToEmail,
}

impl ErrorCode {
    const ALL: [Self; 8] = [
        Self::Missing,
        Self::Format,
        Self::TooLong,
        Self::Control,
        Self::Unknown,
        Self::NeededToCall,
        Self::NeededToText,
        Self::NeededToEmail,
    ];

    /// The code on the wire, and the last part of the key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Format => "format",
            Self::TooLong => "too_long",
            Self::Control => "control",
            Self::Unknown => "unknown",
            Self::NeededToCall => "needed_to_call",
            Self::NeededToText => "needed_to_text",
            Self::NeededToEmail => "needed_to_email",
        }
    }

    /// The code of that wire name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.key() == key)
    }
}

/// One thing to correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldError {
    pub field: Field,
    pub code: ErrorCode,
}

impl FieldError {
    /// The error as received over a wire; `None` when it is none that [`crate::validate`] can give.
    pub fn from_wire(field: &str, code: &str) -> Option<Self> {
        let error = Self { field: Field::from_name(field)?, code: ErrorCode::from_key(code)? };
        PAIRS.iter().any(|(field, code, _)| error == Self { field: *field, code: *code }).then_some(error)
    }

    /// The key of its sentence in the content files: `error.FIELD.CODE`, one of [`ERROR_KEYS`].
    pub fn key(self) -> &'static str {
        PAIRS
            .iter()
            .find(|(field, code, _)| *field == self.field && *code == self.code)
            .map_or("", |(_, _, key)| key)
    }
}

/// Every error that can occur, with the key of its sentence.
const PAIRS: [(Field, ErrorCode, &str); 23] = [
    (Field::Topic, ErrorCode::Unknown, "error.topic.unknown"),
    (Field::FullName, ErrorCode::Missing, "error.full_name.missing"),
    (Field::FullName, ErrorCode::TooLong, "error.full_name.too_long"),
    (Field::FullName, ErrorCode::Control, "error.full_name.control"),
    (Field::Phone, ErrorCode::Missing, "error.phone.missing"),
    (Field::Phone, ErrorCode::NeededToCall, "error.phone.needed_to_call"),
    (Field::Phone, ErrorCode::NeededToText, "error.phone.needed_to_text"),
    (Field::Phone, ErrorCode::Format, "error.phone.format"),
    (Field::Phone, ErrorCode::TooLong, "error.phone.too_long"),
    (Field::Phone, ErrorCode::Control, "error.phone.control"),
    (Field::Email, ErrorCode::NeededToEmail, "error.email.needed_to_email"),
    (Field::Email, ErrorCode::Format, "error.email.format"),
    (Field::Email, ErrorCode::TooLong, "error.email.too_long"),
    (Field::Email, ErrorCode::Control, "error.email.control"),
    (Field::ContactBy, ErrorCode::Unknown, "error.contact_by.unknown"),
    (Field::Days, ErrorCode::Unknown, "error.days.unknown"),
    (Field::TimeOfDay, ErrorCode::Unknown, "error.time_of_day.unknown"),
    (Field::TimesNote, ErrorCode::TooLong, "error.times_note.too_long"),
    (Field::TimesNote, ErrorCode::Control, "error.times_note.control"),
    (Field::VisitedBefore, ErrorCode::Unknown, "error.visited_before.unknown"),
    (Field::Message, ErrorCode::TooLong, "error.message.too_long"),
    (Field::Message, ErrorCode::Control, "error.message.control"),
    (Field::Consent, ErrorCode::Missing, "error.consent.missing"),
];

/// The key of every sentence that the content files must have.
pub const ERROR_KEYS: [&str; PAIRS.len()] = {
    let mut keys = [""; PAIRS.len()];
    let mut i = 0;
    while i < PAIRS.len() {
        keys[i] = PAIRS[i].2;
        i += 1;
    }
    keys
};

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_of_its_field_and_its_code() {
        for (field, code, key) in PAIRS {
            assert_eq!(key, format!("error.{}.{}", field.name(), code.key()));
            assert_eq!(FieldError { field, code }.key(), key);
            assert_eq!(FieldError::from_wire(field.name(), code.key()), Some(FieldError { field, code }));
        }
        assert_eq!(FieldError::from_wire("full_name", "format"), None, "no such error can occur");
        assert_eq!(FieldError::from_wire("submission_id", "format"), None);
    }
}
