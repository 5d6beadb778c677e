//! The `id`s of the form, which its markup and the edge agree on.

use booking::Field;

/// A control: `booking-FIELD` for the first or only one of a field, `booking-FIELD-VALUE` for the others.
pub(super) fn control(field: Field, value: &str) -> String {
    ["booking-", field.name(), if value.is_empty() { "" } else { "-" }, value].concat()
}

/// The slot of a field's error.
pub(super) fn error(field: Field) -> String {
    ["error-", field.name()].concat()
}
