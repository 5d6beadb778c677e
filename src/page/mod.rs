//! Everything that is prerendered around the two roots; none of it enters the wasm.

// The component macro makes properties public.
#![allow(unreachable_pub)]

mod article;
mod chrome;
mod plain;
mod sources;
mod visit;
mod words;

pub use article::{Main, MainProps};
pub use chrome::{ActionBar, ActionBarProps, Footer, FooterProps, Header, HeaderProps, phone_href};
pub use plain::{NotFound, NotFoundProps, Sent, SentProps};
pub use sources::{Sources, SourcesProps};
pub use visit::{legal_links, visit_lines};
pub use words::{NeckInWords, NeckInWordsProps};

/// `2026-11-25` as people in the US read it; anything else as it stands.
pub(crate) fn long_date(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts: Vec<&str> = iso.split('-').collect();
    let [year, month, day] = parts[..] else { return iso.to_owned() };
    let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match (name, day.parse::<u8>()) {
        (Some(name), Ok(day)) => format!("{name} {day}, {year}"),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn dates_read_as_in_the_us() {
        assert_eq!(super::long_date("2026-11-05"), "November 5, 2026");
        assert_eq!(super::long_date("soon"), "soon");
    }
}
