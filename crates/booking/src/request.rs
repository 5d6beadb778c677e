use crate::{ContactBy, Day, PartOfDay, Personal, Phone, Topic, Visited};

/// A request that the clinic can answer. Only [`crate::validate`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Request {
    pub topic: Topic,
    pub full_name: Personal,
    /// At least one of `phone` and `email` is there.
    pub phone: Option<Phone>,
    pub email: Option<Personal>,
    /// How to answer. What it needs, `phone` or `email`, is there.
    pub contact_by: Option<ContactBy>,
    /// In the order of the week, none twice. Always empty for a question, like the next two.
    pub days: Vec<Day>,
    /// In the order of the day, none twice.
    pub time_of_day: Vec<PartOfDay>,
    /// Empty when nothing was typed.
    pub times_note: Personal,
    pub visited_before: Option<Visited>,
    /// Empty when nothing was typed.
    pub message: Personal,
    pub consent: bool,
}
