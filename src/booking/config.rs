//! What an owner chose for the form, as it stands in the root's own HTML.

/// Where requests go and what the form asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The form's `action`: where a request goes, with and without script.
    pub action: String,
    /// How the endpoint wants a request, for example `generic`.
    pub adapter: String,
    /// Where script sends to instead, when that differs from `action`.
    pub endpoint: Option<String>,
    /// Whether a request needs the tick under the consent sentence.
    pub consent_required: bool,
    /// Sent along, so that the desk can tell which words the patient saw.
    pub form_version: String,
    /// The clinic's number as people read it.
    pub phone_display: String,
    /// The same as a `tel:` link.
    pub phone_href: String,
    /// Whether what is typed may be kept in this tab until it is sent.
    pub draft: bool,
    /// What the receipt says of the clinic.
    #[cfg(feature = "ssr")]
    pub visit: Vec<Line>,
    /// The clinic's own notices, linked below Send.
    #[cfg(feature = "ssr")]
    pub legal: Vec<Link>,
}

/// Something the clinic says of itself.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    /// One below the other.
    pub words: Vec<String>,
    /// Where the words lead.
    pub href: Option<String>,
}

#[cfg(feature = "ssr")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub words: String,
    pub href: String,
}

/// The tab's draft, in its session storage.
pub const DRAFT_KEY: &str = "clinic-booking-draft";

pub(super) const CONSENT: &str = "data-consent";
pub(super) const VERSION: &str = "data-version";
const PHONE: &str = "data-phone";
const PHONE_HREF: &str = "data-phone-href";
pub(super) const DRAFT: &str = "data-draft";

impl Config {
    /// What the prerenderer writes on the host element. The rest (`action`, adapter, endpoint) stands on the
    /// form itself.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let consent = if self.consent_required { "required" } else { "optional" };
        let draft = if self.draft { "tab" } else { "off" };
        vec![
            (CONSENT, consent.to_owned()),
            (VERSION, self.form_version.clone()),
            (PHONE, self.phone_display.clone()),
            (PHONE_HREF, self.phone_href.clone()),
            (DRAFT, draft.to_owned()),
        ]
    }
}
