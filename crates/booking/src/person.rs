use crate::{Personal, Request};

/// Who a request is for, as far as a form can tell: a name, a number, an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    full_name: Personal,
    /// In E.164; empty when none was given, like the next.
    phone: Personal,
    email: Personal,
}

impl Person {
    pub fn of(request: &Request) -> Self {
        Self {
            full_name: request.full_name.clone(),
            phone: request.phone.as_ref().map(|phone| phone.e164.clone()).unwrap_or_default(),
            email: request.email.clone().unwrap_or_default(),
        }
    }

    /// Name, number, address: what [`Person::from_texts`] takes.
    pub fn texts(&self) -> [&str; 3] {
        [self.full_name.as_str(), self.phone.as_str(), self.email.as_str()]
    }

    pub fn from_texts([full_name, phone, email]: [&str; 3]) -> Self {
        Self { full_name: Personal::new(full_name), phone: Personal::new(phone), email: Personal::new(email) }
    }

    /// Whether both may be the same person, one of them with something corrected: one of the three is the same.
    pub fn may_be(&self, other: &Self) -> bool {
        let mut pairs = self.texts().into_iter().zip(other.texts());
        pairs.any(|(one, other)| !one.is_empty() && one.eq_ignore_ascii_case(other))
    }
}
