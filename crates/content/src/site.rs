//! Everything the clinic edits, read and checked.

use crate::article::{Article, Text};
use crate::strings::Strings;

#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    pub clinic: Clinic,
    pub config: Config,
    /// Words of the page around the article.
    pub page: Strings,
    /// Words of the booking form.
    pub form: Strings,
    /// Words of the explainer, each structure's `s.ID.name` and `s.ID.plain` among them.
    pub explainer: Strings,
    pub article: Article,
    pub warning: Warning,
    /// From top to bottom: bones, then discs.
    pub structures: Vec<Structure>,
    /// The sources that the article cites, in the order of their first mention; a note's number counts from 1.
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clinic {
    pub name: String,
    /// As read: "Irvine, California".
    pub place: String,
    /// As read: "949-476-1250".
    pub phone_display: String,
    /// As dialled: "+19494761250".
    pub phone_e164: String,
    /// "Irvine".
    pub locality: String,
    /// "CA".
    pub region: String,
    /// "US".
    pub country: String,
    pub visit: Visit,
    pub legal: Legal,
}

/// What a patient asks before a first visit. All of it is the clinic's to say: what it does not say is nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// "123 Example Street, Suite 4".
    pub street: Option<String>,
    /// Never without a street.
    pub zip: Option<String>,
    /// `https:`.
    pub map: Option<String>,
    pub hours: Vec<Hours>,
    pub parking: Option<String>,
    /// Who treats.
    pub who: Vec<Provider>,
    pub fees: Option<String>,
    /// How long it takes.
    pub first_visit: Option<String>,
    /// How soon a request is answered.
    pub answer: Option<String>,
}

/// When the clinic is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// As schema.org has it: "Mo-Fr 09:00-17:00".
    pub written: String,
    /// "Monday to Friday, 9 am to 5 pm".
    pub read: String,
}

/// Somebody who treats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    pub name: String,
    pub license: Option<String>,
}

/// Addresses of the clinic's own notices, each `https:`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legal {
    pub privacy: Option<String>,
    pub notice_of_privacy_practices: Option<String>,
    pub health_data: Option<String>,
}

impl Clinic {
    /// "123 Example Street, Suite 4, Irvine, CA 92618"; `None` while the street is not known.
    pub fn address(&self) -> Option<String> {
        let street = self.visit.street.as_ref()?;
        let zip = self.visit.zip.as_ref().map(|zip| format!(" {zip}")).unwrap_or_default();
        Some(format!("{street}, {}, {}{zip}", self.locality, self.region))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Address of the published page, with a closing slash; without it nothing absolute is written.
    pub address: Option<String>,
    /// YYYY-MM-DD.
    pub last_changed: String,
    /// Where the form is sent, relative to the page or `https:`.
    pub action: String,
    pub adapter: String,
    /// Where script sends a request instead, relative to the page or `https:`.
    pub endpoint: Option<String>,
    pub consent_required: bool,
    /// Whether the tab keeps what was typed until it is sent.
    pub draft: bool,
    /// Sent along with each request: which form was filled in.
    pub form_version: String,
    pub look: Look,
}

/// Custom properties the clinic sets, without the leading dashes: ("brand", "#0E5F59"). A colour is for light or for
/// dark pages: no one colour can be read on both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub always: Vec<(String, String)>,
    pub light: Vec<(String, String)>,
    pub dark: Vec<(String, String)>,
}

impl Config {
    /// Scheme and host of each foreign address that a request may go to: the action's, the endpoint's.
    pub fn foreign_origins(&self) -> Vec<String> {
        let mut origins: Vec<String> = [Some(&self.action), self.endpoint.as_ref()]
            .into_iter()
            .flatten()
            .filter_map(|url| origin(url))
            .collect();
        origins.dedup();
        origins
    }
}

fn origin(url: &str) -> Option<String> {
    let host = url.strip_prefix("https://")?.split(['/', '?', '#']).next()?;
    (!host.is_empty()).then(|| format!("https://{host}"))
}

/// When to call 911.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Four rows, for a phone, right before the form.
    pub short: Vec<Text>,
    pub full: Vec<Text>,
}

/// A structure of the model in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    /// As in `neck::anatomy`: `C1`, `disc_c2c3`.
    pub id: String,
    /// Everyday name.
    pub name: String,
    /// On its button.
    pub short: String,
    pub latin: String,
    /// One line.
    pub plain: String,
    /// Where it is; of muscles their two ends may say it.
    pub place: Option<String>,
    /// What it does.
    pub does: String,
    /// What is described about headache; where nothing is, nothing is said.
    pub headache: Option<String>,
    /// What matters before treatment.
    pub care: Option<String>,
    /// Of muscles: where they begin, where they end, what drives them.
    pub from: Option<String>,
    pub to: Option<String>,
    pub nerve: Option<String>,
    /// What else it is called: older names, abbreviations, groups.
    pub also: Option<String>,
    /// Words people type when they look for it, which nobody would call a name: never shown.
    pub asked: Option<String>,
    /// Ids of the facts behind the texts.
    pub facts: Vec<String>,
}

/// A reference that may be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// "R6".
    pub id: String,
    pub citation: String,
    /// Where it can be read: its doi, or its record in a library.
    pub url: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(action: &str, endpoint: Option<&str>) -> Config {
        Config {
            address: None,
            last_changed: "2026-11-25".into(),
            action: action.into(),
            adapter: "json".into(),
            endpoint: endpoint.map(Into::into),
            consent_required: false,
            draft: true,
            form_version: "1".into(),
            look: Look::default(),
        }
    }

    #[test]
    fn every_foreign_address_has_its_origin() {
        for (action, endpoint, origins) in [
            ("api/booking-requests", None, [].as_slice()),
            ("api/booking-requests", Some("api/json"), &[]),
            ("api/booking-requests", Some("https://a.example/x?y"), &["https://a.example"]),
            ("https://b.example:8443/f", None, &["https://b.example:8443"]),
            ("https://b.example/f", Some("https://a.example/x"), &["https://b.example", "https://a.example"]),
            ("https://b.example/f", Some("https://b.example/x"), &["https://b.example"]),
            ("https://b.example/f", Some("api/json"), &["https://b.example"]),
        ] {
            assert_eq!(config(action, endpoint).foreign_origins(), origins, "{action} {endpoint:?}");
        }
    }
}
