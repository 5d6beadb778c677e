//! What the form shows besides the fields themselves. What is typed stands in the fields and nowhere here.

use booking::wire;
use booking::{
    ContactBy, Day, Field, FieldError, Outcome, PartOfDay, Personal, Phase, Request, Sending, Topic,
};
use content::strings::Strings;
use reactive_stores::Store;

/// The state of one form.
#[derive(Debug, Clone, Default, Store)]
pub struct Page {
    /// Where the request stands on its way.
    pub sending: Sending,
    /// What has to be corrected, in the order of the form.
    pub corrections: Vec<Correction>,
    /// Stands in place of the form while there is one.
    pub panel: Option<Panel>,
}

/// A field and the sentence that says what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub field: Field,
    pub sentence: String,
}

/// What became of a request, as the patient is told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panel {
    Delivered(Receipt),
    Uncertain,
    /// With the endpoint's own sentence, empty when it gave none. Shown as text, never as markup.
    Refused(String),
    Unreachable,
}

/// What a delivered request is confirmed with: of what was typed, what a mistake in would keep the answer away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    reference: Option<String>,
    topic: Topic,
    contact_by: Option<ContactBy>,
    phone: Personal,
    email: Personal,
    days: Vec<Day>,
    time_of_day: Vec<PartOfDay>,
    times_note: Personal,
}

impl Receipt {
    /// The receipt of a request, with the endpoint's reference.
    pub fn of(request: &Request, reference: Option<String>) -> Self {
        Self {
            reference,
            topic: request.topic,
            contact_by: request.contact_by,
            phone: request.phone.as_ref().map(|phone| phone.typed.clone()).unwrap_or_default(),
            email: request.email.clone().unwrap_or_default(),
            days: request.days.clone(),
            time_of_day: request.time_of_day.clone(),
            times_note: request.times_note.clone(),
        }
    }

    fn told(&self) -> Told {
        let days = self.days.iter().map(|day| day.wire());
        let times: Vec<_> = days.chain(self.time_of_day.iter().map(|part| part.wire())).collect();
        let mut tokens = vec![self.topic.wire(), self.contact_by.map_or("either", ContactBy::wire)];
        if !times.is_empty() || !self.times_note.is_empty() {
            tokens.push("times");
        }
        tokens.extend(times);
        let reference = Personal::new(self.reference.clone().unwrap_or_default());
        let fills = vec![
            ("reference", reference),
            ("number", self.phone.clone()),
            ("address", self.email.clone()),
            ("note", self.times_note.clone()),
        ];
        Told { tokens, fills }
    }
}

impl Page {
    /// The answer to a request. Returns whether it was delivered.
    pub fn settle(&mut self, outcome: Outcome, said: String, request: &Request, strings: &Strings) -> bool {
        self.corrections.clear();
        self.panel = match outcome {
            Outcome::Delivered { reference } => Some(Panel::Delivered(Receipt::of(request, reference))),
            Outcome::FieldErrors(told) => {
                self.corrections = told.into_iter().map(|told| Correction::told(told, strings)).collect();
                None
            }
            Outcome::Refused => Some(Panel::Refused(said)),
            Outcome::Unreachable => Some(Panel::Unreachable),
            Outcome::Uncertain => Some(Panel::Uncertain),
        };
        matches!(self.panel, Some(Panel::Delivered(_)))
    }
}

/// Between the press and the answer.
pub fn is_sending(sending: &Sending) -> bool {
    matches!(sending.phase(), Phase::Sending { .. })
}

/// The answer is late.
pub fn is_slow(sending: &Sending) -> bool {
    matches!(sending.phase(), Phase::Sending { slow: true })
}

impl Correction {
    /// Found by our own rules.
    pub fn found(error: FieldError, strings: &Strings) -> Self {
        Self { field: error.field, sentence: strings.get(error.key()).to_owned() }
    }

    /// Which of those told stay after a change of a field, when `wrong` is what the rules find now; `None`: all do.
    /// Nothing new is told: that waits for Send.
    pub fn left(told: &[Self], changed: Field, wrong: &[FieldError]) -> Option<Vec<Self>> {
        let stays =
            |one: &&Self| !changed.bears_on(one.field) || wrong.iter().any(|error| error.field == one.field);
        let left: Vec<_> = told.iter().filter(stays).cloned().collect();
        (left.len() < told.len()).then_some(left)
    }

    /// Found by the endpoint: our words where the mistake is one of ours, else its own.
    fn told(told: wire::Told, strings: &Strings) -> Self {
        let sentence = told.key.map_or(told.message, |key| strings.get(key).to_owned());
        Self { field: told.field, sentence }
    }
}

impl Panel {
    /// The names of all panels.
    pub const NAMES: [&'static str; 4] = ["delivered", "uncertain", "refused", "unreachable"];

    /// The value of `data-outcome`, and the part of the string keys that names it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Delivered(_) => Self::NAMES[0],
            Self::Uncertain => Self::NAMES[1],
            Self::Refused(_) => Self::NAMES[2],
            Self::Unreachable => Self::NAMES[3],
        }
    }

    /// What of the panel's markup applies.
    pub fn told(&self) -> Told {
        match self {
            Self::Delivered(receipt) => receipt.told(),
            Self::Refused(said) => {
                Told { tokens: Vec::new(), fills: vec![("said", Personal::new(said.as_str()))] }
            }
            Self::Uncertain | Self::Unreachable => Told::default(),
        }
    }
}

/// Which parts of a panel stand, and the texts that come from the endpoint or from what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    tokens: Vec<&'static str>,
    fills: Vec<(&'static str, Personal)>,
}

impl Told {
    /// Whether what bears `data-when` with that token stands: a text's own name does where there is one.
    pub fn applies(&self, token: &str) -> bool {
        self.tokens.contains(&token) || !self.text(token).is_empty()
    }

    /// The text of what bears `data-fill` with that name.
    pub fn text(&self, name: &str) -> &str {
        self.fills.iter().find(|(fill, _)| *fill == name).map_or("", |(_, text)| text.as_str())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use booking::{Draft, ErrorCode, Rules, validate};

    fn settled(outcome: Outcome, said: &str) -> (Page, bool) {
        let typed =
            [("full_name", "A"), ("email", "a@example.com"), ("contact_by", "email"), ("topic", "question")];
        let request = validate(&Draft::from_pairs(typed), &Rules::default()).unwrap();
        let strings = Strings::parse("error.phone.format=Our words");
        let mut page = Page { corrections: vec![], panel: Some(Panel::Uncertain), ..Page::default() };
        let delivered = page.settle(outcome, said.to_owned(), &request, &strings);
        (page, delivered)
    }

    #[test]
    fn only_a_proof_is_delivered_and_it_confirms_how_to_answer() {
        for outcome in [Outcome::Uncertain, Outcome::Unreachable, Outcome::Refused] {
            assert!(!settled(outcome, "").1);
        }
        let (page, delivered) = settled(Outcome::Delivered { reference: Some("R-1".into()) }, "ignored");
        assert!(delivered);
        let told = page.panel.unwrap().told();
        assert_eq!((told.text("reference"), told.text("address")), ("R-1", "a@example.com"));
        assert!(!format!("{told:?}").contains("example.com"), "what was typed may be printed");
        assert!(["question", "email", "reference", "address"].iter().all(|token| told.applies(token)));
        assert!(
            !["book", "phone", "text", "either", "said", "number", "times", "note"]
                .iter()
                .any(|token| told.applies(token))
        );
    }

    #[test]
    fn times_are_confirmed_as_they_were_chosen() {
        let typed =
            [("full_name", "A"), ("phone", "(949) 555-0123"), ("days", "tue"), ("time_of_day", "morning")];
        let request = validate(&Draft::from_pairs(typed), &Rules::default()).unwrap();
        let told = Panel::Delivered(Receipt::of(&request, None)).told();
        assert_eq!(told.text("number"), "(949) 555-0123");
        assert!(
            ["book", "either", "number", "times", "tue", "morning"].iter().all(|token| told.applies(token))
        );
        assert!(!["mon", "afternoon", "address", "note"].iter().any(|token| told.applies(token)));
    }

    #[test]
    fn without_a_reference_none_is_shown() {
        let (page, _) = settled(Outcome::Delivered { reference: None }, "");
        assert!(!page.panel.unwrap().told().applies("reference"));
    }

    #[test]
    fn a_refusal_that_says_nothing_quotes_nothing() {
        assert!(!settled(Outcome::Refused, "").0.panel.unwrap().told().applies("said"));
        let told = settled(Outcome::Refused, "Closed.").0.panel.unwrap().told();
        assert!(told.applies("said"));
        assert_eq!(told.text("said"), "Closed.");
    }

    #[test]
    fn what_is_put_right_goes_and_nothing_new_is_told() {
        let told = |field| Correction { field, sentence: String::new() };
        let all = [told(Field::FullName), told(Field::Phone), told(Field::Message)];
        let wrong = |field| FieldError { field, code: ErrorCode::Missing };
        // What another field's change cannot have put right stays, also what only the desk finds wrong.
        assert_eq!(Correction::left(&all, Field::Consent, &[]), None);
        assert_eq!(Correction::left(&all, Field::FullName, &[wrong(Field::FullName)]), None);
        let left = Correction::left(&all, Field::ContactBy, &[wrong(Field::FullName), wrong(Field::Email)]);
        assert_eq!(left, Some(vec![told(Field::FullName), told(Field::Message)]));
    }

    #[test]
    fn fields_to_correct_bring_the_form_back_with_our_words_where_we_have_them() {
        let told = |key, message: &str| wire::Told { field: Field::Phone, key, message: message.to_owned() };
        let outcome = Outcome::FieldErrors(vec![told(Some("error.phone.format"), "x"), told(None, "Theirs")]);
        let (page, delivered) = settled(outcome, "");
        assert!(!delivered);
        assert_eq!(page.panel, None);
        let sentences: Vec<_> =
            page.corrections.iter().map(|correction| correction.sentence.as_str()).collect();
        assert_eq!(sentences, ["Our words", "Theirs"]);
    }
}
