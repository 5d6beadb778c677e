use crate::{
    ContactBy, Day, Draft, ErrorCode, Field, FieldError, PartOfDay, Personal, Phone, Request, Topic,
    choice::Choice,
    email, phone,
    text::{self, Ends},
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

    let topic = errors.choice(Field::Topic, &draft.topic);
    let full_name = errors.text(Field::FullName, draft);
    if full_name.as_ref().is_ok_and(String::is_empty) {
        errors.add(Field::FullName, ErrorCode::Missing);
    }

    // Something is missing only where nothing was typed: what is wrong has its own error already.
    let (phone, email) = (read_phone(&draft.phone), read_email(&draft.email));
    let (no_phone, no_email) = (phone == Ok(None), email == Ok(None));
    let way = ContactBy::from_wire(&draft.contact_by);
    let phone = errors.note(Field::Phone, phone);
    match way {
        Some(ContactBy::Phone) if no_phone => errors.add(Field::Phone, ErrorCode::NeededToCall),
        Some(ContactBy::Text) if no_phone => errors.add(Field::Phone, ErrorCode::NeededToText),
        None if no_phone && no_email => errors.add(Field::Phone, ErrorCode::Missing),
        _ => {}
    }
    let email = errors.note(Field::Email, email);
    if way == Some(ContactBy::Email) && no_email {
        errors.add(Field::Email, ErrorCode::NeededToEmail);
    }
    let contact_by = errors.choice(Field::ContactBy, &draft.contact_by).unwrap_or(None);

    // A question has no times: they are hidden then, and what may still stand there does not count.
    let asks_times = topic != Ok(Some(Topic::Question));
    let days = if asks_times { errors.choices::<Day>(Field::Days, &draft.days) } else { Vec::new() };
    let time_of_day = if asks_times {
        errors.choices::<PartOfDay>(Field::TimeOfDay, &draft.time_of_day)
    } else {
        Vec::new()
    };
    let times_note = if asks_times { errors.text(Field::TimesNote, draft) } else { Ok(String::new()) };

    let visited_before = errors.choice(Field::VisitedBefore, &draft.visited_before).unwrap_or(None);
    let message = errors.text(Field::Message, draft);

    let consent = draft.consent == CONSENT;
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
    Err(errors.0)
}

/// `Ok(None)`: nothing was typed.
fn read_phone(typed: &str) -> Result<Option<Phone>, ErrorCode> {
    let typed = text::tidy(typed, Field::Phone, Ends::Keep)?;
    if typed.is_empty() {
        return Ok(None);
    }
    match phone::e164(&typed) {
        Some(e164) => Ok(Some(Phone { typed: Personal::new(typed), e164: Personal::new(e164) })),
        None => Err(ErrorCode::Format),
    }
}

/// `Ok(None)`: nothing was typed.
fn read_email(typed: &str) -> Result<Option<Personal>, ErrorCode> {
    let text = text::tidy(typed, Field::Email, Ends::Trim)?;
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
        self.note(field, text::tidy(draft.text(field), field, Ends::Trim))
    }

    /// `Ok(None)`: nothing was chosen.
    fn choice<T: Choice>(&mut self, field: Field, value: &str) -> Result<Option<T>, Noted> {
        let known = T::all().iter().copied().find(|choice| choice.name() == value);
        let read = if known.is_some() || value.is_empty() { Ok(known) } else { Err(ErrorCode::Unknown) };
        self.note(field, read)
    }

    /// In their own order, none twice.
    fn choices<T: Choice>(&mut self, field: Field, values: &[String]) -> Vec<T> {
        let chosen = |wire: &str| values.iter().any(|value| value == wire);
        let known = |wire: &str| wire.is_empty() || T::all().iter().any(|choice| choice.name() == wire);
        if !values.iter().all(|value| known(value)) {
            self.add(field, ErrorCode::Unknown);
        }
        T::all().iter().copied().filter(|choice| chosen(choice.name())).collect()
    }
}
