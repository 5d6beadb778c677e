//! Every designed state of the form as data: pictures, snapshots and accessibility checks all walk this list.

use booking::{Draft, ErrorCode, Field, FieldError, Person, Rules, Sending, SubmissionId, Ticket, validate};
use content::strings::Strings;
use leptos::prelude::*;

use super::view::Root;
use super::{Config, Correction, Page, Panel, Receipt};

/// One state of the form.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// Short and lasting: part of file names.
    pub name: &'static str,
    /// What stands in the fields.
    pub draft: fn() -> Draft,
    /// What stands besides.
    pub page: fn(&Strings) -> Page,
}

/// In the order in which a patient meets them.
pub const EXAMPLES: [Example; 10] = [
    Example { name: "empty", draft: Draft::default, page: |_| Page::default() },
    Example { name: "filled", draft: filled, page: |_| Page::default() },
    Example { name: "question", draft: question, page: |_| Page::default() },
    Example { name: "errors", draft: half, page: errors },
    Example {
        name: "sending",
        draft: filled,
        page: |_| Page { sending: on_its_way(false).0, ..Page::default() },
    },
    Example {
        name: "slow",
        draft: filled,
        page: |_| Page { sending: on_its_way(true).0, ..Page::default() },
    },
    Example { name: "delivered", draft: Draft::default, page: delivered },
    Example { name: "uncertain", draft: filled, page: |_| panel(Panel::Uncertain) },
    Example { name: "refused", draft: filled, page: |_| panel(Panel::Refused(String::from(REFUSAL))) },
    Example { name: "unreachable", draft: filled, page: |_| panel(Panel::Unreachable) },
];

/// Written so that a picture shows at once whether an endpoint's words are taken for markup.
const REFUSAL: &str = "Online requests are <b>paused</b> until Monday.";

impl Example {
    /// The inner HTML of the root in this state.
    pub fn html(&self, strings: Strings, config: Config) -> String {
        Owner::new().with(|| {
            let page = (self.page)(&strings);
            view! { <Root strings config page draft=(self.draft)()/> }.to_html()
        })
    }
}

/// No person: the number is one of those kept for fiction, the address of the domain kept for examples.
fn filled() -> Draft {
    Draft::from_pairs([
        ("topic", "book"),
        ("full_name", "Sample Patient"),
        ("phone", "(949) 555-0123"),
        ("email", "sample@example.com"),
        ("contact_by", "phone"),
        ("days", "tue"),
        ("days", "thu"),
        ("time_of_day", "morning"),
        ("times_note", "Not before 9, school run"),
        ("visited_before", "no"),
        ("message", "Headaches that start <at the back>, mostly after desk work & driving."),
        ("consent", "yes"),
    ])
}

fn question() -> Draft {
    Draft::from_pairs([("topic", "question"), ("message", "Do you treat teenagers?")])
}

fn half() -> Draft {
    Draft::from_pairs([("phone", "949-555-01"), ("days", "mon")])
}

fn errors(strings: &Strings) -> Page {
    let found = [
        (Field::FullName, ErrorCode::Missing),
        (Field::Phone, ErrorCode::Format),
        (Field::Consent, ErrorCode::Missing),
    ];
    let corrections = found.map(|(field, code)| Correction::found(FieldError { field, code }, strings));
    Page { corrections: corrections.into(), ..Page::default() }
}

fn on_its_way(slow: bool) -> (Sending, Option<Ticket>) {
    let mut sending = Sending::new();
    let ticket = SubmissionId::new("00000000-0000-4000-8000-000000000000")
        .and_then(|id| sending.press(Person::from_texts(["", "", ""]), || id));
    if slow && let Some(ticket) = &ticket {
        sending.slow(ticket);
    }
    (sending, ticket)
}

fn panel(panel: Panel) -> Page {
    Page { panel: Some(panel), ..Page::default() }
}

fn delivered(_: &Strings) -> Page {
    let request = validate(&filled(), &Rules::default()).ok();
    let receipt = request.map(|request| Receipt::of(&request, Some(String::from("K7M-4QD"))));
    Page { panel: receipt.map(Panel::Delivered), ..Page::default() }
}
