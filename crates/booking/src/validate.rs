use crate::{
    ContactBy, Day, Draft, ErrorCode, Field, FieldError, PartOfDay, Personal, Phone, Request, Topic, Visited,
    email, phone, text,
};

/// What the owner of the page decides about the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Rules {
    /// Whether a request without a ticked consent box is refused.
    pub consent_required: bool,
}

/// The value of a ticked consent box on the wire.
pub(crate) const CONSENT: &str = "yes";

/// Turns what was typed into a request, or says everything that has to be corrected, in the order of the form and at
/// most once per field.
///
/// # Errors
/// Every [`FieldError`] returned has its key in [`crate::ERROR_KEYS`].
pub fn validate(draft: &Draft, rules: &Rules) -> Result<Request, Vec<FieldError>> {
    let mut errors = Errors(Vec::new());

    let topic = errors.choice(Field::Topic, &draft.topic, Topic::from_wire);
    let full_name = errors.text(Field::FullName, draft);
    if full_name.as_ref().is_ok_and(String::is_empty) {
        errors.add(Field::FullName, ErrorCode::Missing);
    }

    let contact_by = errors.choice(Field::ContactBy, &draft.contact_by, ContactBy::from_wire).unwrap_or(None);
    let phone = errors.note(Field::Phone, read_phone(&draft.phone));
    let email = errors.note(Field::Email, read_email(&draft.email));
    // Something is missing only where nothing was typed: what is wrong has its own error already.
    let no_phone = phone == Ok(None);
    let no_email = email == Ok(None);
    match contact_by {
        Some(ContactBy::Phone) if no_phone => errors.add(Field::Phone, ErrorCode::NeededToCall),
        Some(ContactBy::Text) if no_phone => errors.add(Field::Phone, ErrorCode::NeededToText),
        Some(ContactBy::Email) if no_email => errors.add(Field::Email, ErrorCode::NeededToEmail),
        None if no_phone && no_email => errors.add(Field::Phone, ErrorCode::Missing),
        _ => {}
    }

    // A question has no times: they are hidden then, and what may still stand there does not count.
    let asks_times = topic != Ok(Some(Topic::Question));
    let days = if asks_times { errors.choices(Field::Days, &draft.days, Day::from_wire) } else { Vec::new() };
    let time_of_day = if asks_times {
        errors.choices(Field::TimeOfDay, &draft.time_of_day, PartOfDay::from_wire)
    } else {
        Vec::new()
    };
    let times_note = if asks_times { errors.text(Field::TimesNote, draft) } else { Ok(String::new()) };

    let visited_before =
        errors.choice(Field::VisitedBefore, &draft.visited_before, Visited::from_wire).unwrap_or(None);
    let message = errors.text(Field::Message, draft);

    let consent = draft.consent.trim() == CONSENT;
    if rules.consent_required && !consent {
        errors.add(Field::Consent, ErrorCode::Missing);
    }

    if let (true, Ok(topic), Ok(full_name), Ok(phone), Ok(email), Ok(times_note), Ok(message)) =
        (errors.0.is_empty(), topic, full_name, phone, email, times_note, message)
    {
        return Ok(Request {
            topic: topic.unwrap_or(Topic::Book),
            full_name: Personal::new(full_name),
            phone,
            email,
            contact_by,
            days,
            time_of_day,
            times_note: Personal::new(times_note),
            visited_before,
            message: Personal::new(message),
            consent,
        });
    }
    errors.0.sort_unstable();
    Err(errors.0)
}

/// `Ok(None)`: nothing was typed.
fn read_phone(typed: &str) -> Result<Option<Phone>, ErrorCode> {
    if text::tidy(typed, Field::Phone)?.is_empty() {
        return Ok(None);
    }
    let typed = text::verbatim(typed, Field::Phone)?;
    match phone::e164(&typed) {
        Some(e164) => Ok(Some(Phone { typed: Personal::new(typed), e164: Personal::new(e164) })),
        None => Err(ErrorCode::Format),
    }
}

/// `Ok(None)`: nothing was typed.
fn read_email(typed: &str) -> Result<Option<Personal>, ErrorCode> {
    let text = text::tidy(typed, Field::Email)?;
    if text.is_empty() {
        return Ok(None);
    }
    email::address(&text).map(|address| Some(Personal::new(address))).ok_or(ErrorCode::Format)
}

/// Stands where a value would: its error is among the [`Errors`].
#[derive(Debug, PartialEq)]
struct Noted;

/// Collects what is wrong, while the reading goes on.
struct Errors(Vec<FieldError>);

impl Errors {
    fn add(&mut self, field: Field, code: ErrorCode) {
        self.0.push(FieldError { field, code });
    }

    fn note<T>(&mut self, field: Field, read: Result<T, ErrorCode>) -> Result<T, Noted> {
        read.map_err(|code| {
            self.add(field, code);
            Noted
        })
    }

    fn text(&mut self, field: Field, draft: &Draft) -> Result<String, Noted> {
        self.note(field, text::tidy(draft.text(field), field))
    }

    /// `Ok(None)`: nothing was chosen.
    fn choice<T>(
        &mut self,
        field: Field,
        value: &str,
        read: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Noted> {
        match value.trim() {
            "" => Ok(None),
            wire => self.note(field, read(wire).map(Some).ok_or(ErrorCode::Unknown)),
        }
    }

    /// In their own order, none twice.
    fn choices<T: Ord>(&mut self, field: Field, values: &[String], read: fn(&str) -> Option<T>) -> Vec<T> {
        let chosen = values.iter().map(|value| value.trim()).filter(|wire| !wire.is_empty()).map(read);
        let chosen = chosen.collect::<Option<Vec<T>>>().ok_or(ErrorCode::Unknown);
        let mut chosen = self.note(field, chosen).unwrap_or_default();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }
}
