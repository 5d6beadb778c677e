use std::fmt;

use crate::Field;

/// What was typed and chosen, exactly so: any text may stand in any field, choices too, as anything may arrive over
/// a wire. The only way from here to a [`crate::Request`] is [`crate::validate`].
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Wire name of a [`crate::Topic`]; empty means booking.
    pub topic: String,
    pub full_name: String,
    pub phone: String,
    pub email: String,
    /// Wire name of a [`crate::ContactBy`], or empty.
    pub contact_by: String,
    /// Wire names of [`crate::Day`]s.
    pub days: Vec<String>,
    /// Wire names of [`crate::PartOfDay`]s.
    pub time_of_day: Vec<String>,
    pub times_note: String,
    /// Wire name of a [`crate::Visited`], or empty.
    pub visited_before: String,
    pub message: String,
    /// `yes` when the box is ticked, otherwise empty.
    pub consent: String,
}

impl Draft {
    /// Takes one pair of a form. Of a field that is no list the last value stands; other names are ignored.
    /// Returns whether the name is a field.
    pub fn push(&mut self, name: &str, value: &str) -> bool {
        let Some(field) = Field::from_name(name) else { return false };
        match field {
            Field::Days => self.days.push(value.to_owned()),
            Field::TimeOfDay => self.time_of_day.push(value.to_owned()),
            field => {
                if let Some(text) = self.text_mut(field) {
                    value.clone_into(text);
                }
            }
        }
        true
    }

    /// A draft of the pairs of a form post.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut draft = Self::default();
        for (name, value) in pairs {
            draft.push(name, value);
        }
        draft
    }

    /// The values of a field: none when nothing was typed or chosen.
    pub fn values(&self, field: Field) -> Vec<&str> {
        match field {
            Field::Days => self.days.iter().map(String::as_str).collect(),
            Field::TimeOfDay => self.time_of_day.iter().map(String::as_str).collect(),
            field => Some(self.text(field)).filter(|text| !text.is_empty()).into_iter().collect(),
        }
    }

    /// The text of a field; empty for the lists.
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Topic => &self.topic,
            Field::FullName => &self.full_name,
            Field::Phone => &self.phone,
            Field::Email => &self.email,
            Field::ContactBy => &self.contact_by,
            Field::TimesNote => &self.times_note,
            Field::VisitedBefore => &self.visited_before,
            Field::Message => &self.message,
            Field::Consent => &self.consent,
            Field::Days | Field::TimeOfDay => "",
        }
    }

    fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        Some(match field {
            Field::Topic => &mut self.topic,
            Field::FullName => &mut self.full_name,
            Field::Phone => &mut self.phone,
            Field::Email => &mut self.email,
            Field::ContactBy => &mut self.contact_by,
            Field::TimesNote => &mut self.times_note,
            Field::VisitedBefore => &mut self.visited_before,
            Field::Message => &mut self.message,
            Field::Consent => &mut self.consent,
            Field::Days | Field::TimeOfDay => return None,
        })
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draft(…)")
    }
}
