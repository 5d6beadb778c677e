//! The pages that stand in where no built page can answer somebody without script: on an interface without a site, and
//! for what could not be read. No style, no link to a page that may not be there.

use booking::{Draft, Field, FieldError};

use super::{Words, html::escape};

/// Of `sent/`. Anyone may open it, so it says what happens next and claims nothing.
pub(crate) fn sent() -> String {
    page(
        "What happens next",
        "<p>The clinic reads each request and gets back to you. A request is not a booked time.</p>\
         <p>Go back with your browser to return to the clinic’s page.</p>",
    )
}

/// A request that was not taken: why, what to correct, how to go on, and all that was typed, where that is known.
pub(crate) fn not_taken(
    words: &Words,
    title: &str,
    why: &str,
    errors: &[FieldError],
    draft: Option<&Draft>,
) -> String {
    let mut body = String::new();
    if !why.is_empty() {
        body.push_str(&format!("<p>{}</p>", escape(why)));
    }
    let lines = errors.iter().map(|error| [label(error.field), ": ", words.sentence(*error)].concat());
    let lines: String = lines.map(|line| format!("<li>{}</li>", escape(&line))).collect();
    if !lines.is_empty() {
        body.push_str(&format!("<ul>{lines}</ul>"));
    }
    body.push_str("<p>Go back with your browser to the form, where you can change it and send it again.</p>");
    if !words.phone.is_empty() {
        let (href, number) = (escape(&words.phone_href), escape(&words.phone));
        body.push_str(&format!("<p>The sure way is a phone call: <a href=\"{href}\">{number}</a></p>"));
    }
    let typed: String =
        draft.map(|draft| Field::ALL.iter().map(|field| typed(draft, *field)).collect()).unwrap_or_default();
    if !typed.is_empty() {
        body.push_str(&format!("<h2>What you typed</h2><dl>{typed}</dl>"));
    }
    page(title, &body)
}

fn typed(draft: &Draft, field: Field) -> String {
    let text = draft.values(field).join(", ");
    if text.is_empty() {
        return text;
    }
    let text = escape(&text).replace("\r\n", "\n").replace('\n', "<br>\n");
    format!("<dt>{}</dt><dd>{text}</dd>", label(field))
}

const fn label(field: Field) -> &'static str {
    match field {
        Field::Topic => "What you would like",
        Field::FullName => "Your name",
        Field::Phone => "Phone",
        Field::Email => "Email",
        Field::ContactBy => "How to reach you",
        Field::Days => "Days",
        Field::TimeOfDay => "Time of day",
        Field::TimesNote => "More about times",
        Field::VisitedBefore => "Been here before",
        Field::Message => "Your message",
        Field::Consent => "Consent",
    }
}

fn page(title: &str, body: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )
}
