//! Structured data: what the page says, for machines, and nothing it does not say.
//!
//! Left out on purpose: `indication` and `possibleTreatment` (they would claim that ART treats headache), reviews,
//! ratings, people, prices and whatever else site.toml says of a visit but address, map and hours, any absolute URL while the site's address is
//! not configured, and `FAQPage` (no search engine shows it any more, and it would say the answers twice).

use content::Site;
use serde_json::{Value, json};

/// The graph as text that is safe inside a `<script type="application/ld+json">`.
pub(crate) fn graph(site: &Site, title: &str, description: &str) -> String {
    let clinic = &site.clinic;
    let therapy = json!({
        "@type": "MedicalTherapy",
        "@id": "#therapy",
        "name": "Active Release Techniques (ART)",
        "alternateName": "ART",
        "bodyLocation": "Neck",
        "howPerformed": "A provider holds tight tissue by hand while the patient slowly moves.",
        "adverseOutcome": { "@type": "MedicalSignOrSymptom", "name": "Temporary soreness" },
    });
    let mut business = json!({
        "@type": "MedicalClinic",
        "@id": "#clinic",
        "name": clinic.name,
        "telephone": clinic.phone_e164,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": clinic.locality,
            "addressRegion": clinic.region,
            "addressCountry": clinic.country,
        },
        "availableService": [{ "@id": "#therapy" }, { "@type": "MedicalTherapy", "name": "Chiropractic care" }],
    });
    if let Some(business) = business.as_object_mut() {
        let visit = &clinic.visit;
        if let Some(map) = &visit.map {
            business.insert("hasMap".to_owned(), json!(map));
        }
        if !visit.hours.is_empty() {
            let hours: Vec<&str> = visit.hours.iter().map(|hours| hours.written.as_str()).collect();
            business.insert("openingHours".to_owned(), json!(hours));
        }
        if let Some(address) = business.get_mut("address").and_then(Value::as_object_mut) {
            for (key, value) in [("streetAddress", &visit.street), ("postalCode", &visit.zip)] {
                if let Some(value) = value {
                    address.insert(key.to_owned(), json!(value));
                }
            }
        }
    }
    let condition = |name: &str, code: &str| {
        json!({
            "@type": "MedicalCondition",
            "name": name,
            "code": { "@type": "MedicalCode", "codeValue": code, "codingSystem": "ICD-10-CM" },
        })
    };
    let mut page = json!({
        "@type": "MedicalWebPage",
        "name": title,
        "description": description,
        "inLanguage": "en-US",
        "dateModified": site.config.last_changed,
        "about": [
            condition("Cervicogenic headache", "G44.86"),
            condition("Tension-type headache", "G44.2"),
            condition("Migraine", "G43"),
        ],
        "mainEntity": { "@id": "#therapy" },
        "medicalAudience": { "@type": "MedicalAudience", "audienceType": "Patient" },
        "publisher": { "@id": "#clinic" },
    });
    if let (Some(address), Some(page)) = (&site.config.address, page.as_object_mut()) {
        page.insert("url".to_owned(), json!(address));
    }
    let text = json!({ "@context": "https://schema.org", "@graph": [page, therapy, business] }).to_string();
    // Nothing in it may close the element it stands in.
    text.replace("</", "<\\/")
}
