//! The pages themselves, and the fragments a foreign page asks for.

use std::path::Path;

use content::Site;
use leptos::prelude::*;
use neck_page::{booking, explainer, page};

use crate::Error;
use crate::css::{self, Style};
use crate::files::{Output, read_text};
use crate::html::{self, Links, Page};
use crate::jsonld;
use crate::pictures::Pictures;
use crate::roots;
use crate::scripts::Scripts;

/// Style of `404.html`, which stands at any depth and so can link none: kept in the file, allowed by its hash.
const LOST_STYLE: &str = "style/lost.css";

/// From a page in the site's folder, and from one in a folder of its own.
const UPS: [&str; 2] = ["", "../"];

/// Writes every page; gives the hashes of their styles, which the content security policy has to allow.
pub(crate) fn write(
    out: &mut Output,
    project: &Path,
    site: &'static Site,
    pictures: &Pictures,
    style: &Style,
    scripts: &Scripts,
) -> Result<Vec<String>, Error> {
    let shell = read_text(&project.join("index.html"))?;
    let links = Links {
        style,
        plain: None,
        script: Some(&scripts.elements),
        icon: &pictures.icon,
        touch_icon: &pictures.touch_icon,
        share_card: &pictures.share_card,
    };
    let silent = Links { script: None, plain: Some(&style.plain), ..links };
    let (title, description) = (site.page.get("meta.title"), site.page.get("meta.description"));

    let neck = roots::neck(&site.explainer, &pictures.explainer(""));
    let form = roots::booking(&site.form, &booking_config(site, ""));
    let later_style = style.later.clone();
    let front = Page {
        title,
        description,
        up: "",
        path: Some(""),
        json_ld: Some(jsonld::graph(site, title, description)),
    };
    let main = body(site, "", || view! { <page::Main site neck booking=form later_style/> });
    out.write("index.html", html::fill(&shell, &html::head(site, &front, &links), &main)?.as_bytes())?;

    let (still, parts) = (pictures.poster("../"), pictures.parts("../"));
    let mut linked = |path: &'static str, [title, description]: [&str; 2], body: String| {
        let page = Page {
            title: site.page.get(title),
            description: site.page.get(description),
            up: "../",
            path: Some(path),
            json_ld: None,
        };
        let text = html::fill(&shell, &html::head(site, &page, &silent), &body)?;
        out.write(&format!("{path}index.html"), text.as_bytes())
    };
    let words = body(site, "../", || view! { <page::NeckInWords site still parts/> });
    linked("neck-in-words/", ["words.title", "words.intro"], words)?;
    let sources = body(site, "../", || view! { <page::Sources site/> });
    linked("sources/", ["sources.title", "sources.intro"], sources)?;

    let after = Links { script: Some(&scripts.sent), ..silent };
    let sent = Page {
        title: site.page.get("sent.title"),
        description: site.page.get("sent.text"),
        up: "../",
        path: None,
        json_ld: None,
    };
    // It may be shown in a frame, where our other pages are not.
    let body = body(site, "../", || view! { <page::Sent site/> });
    let body = body.replace("href=\"../", "target=\"_top\" href=\"../");
    out.write("sent/index.html", html::fill(&shell, &html::head(site, &sent, &after), &body)?.as_bytes())?;

    fragments(out, site, pictures)?;
    frame(out, &shell, site, &links, pictures)?;
    let lost = lost(out, project, site)?;
    Ok(UPS.map(|up| style.inline(up)).iter().chain([&lost]).map(|style| html::policy_hash(style)).collect())
}

/// Header, action bar, content and footer; `home` leads from this file to the page.
fn body<V: IntoView + 'static>(site: &'static Site, home: &'static str, main: impl FnOnce() -> V) -> String {
    roots::render_still(|| {
        view! {
            <a class="skip" href="#main">{site.page.get("nav.skip").to_owned()}</a>
            <page::Header site home/>
            // Before the content, or it would wait for the style that is linked after the article.
            <page::ActionBar site home/>
            {main()}
            <page::Footer site/>
        }
    })
}

/// What `embed.js` fills an empty element with: the same markup, seen from `fragments/`.
fn fragments(out: &mut Output, site: &Site, pictures: &Pictures) -> Result<(), Error> {
    out.write("fragments/neck.html", roots::neck(&site.explainer, &pictures.explainer("../")).as_bytes())?;
    out.write("fragments/moves.html", explainer::moves(&site.explainer).as_bytes())?;
    out.write("fragments/booking.html", roots::booking(&site.form, &booking_config(site, "../")).as_bytes())
}

/// `frame.html`: both roots alone, for an iframe.
fn frame(
    out: &mut Output,
    shell: &str,
    site: &Site,
    links: &Links<'_>,
    pictures: &Pictures,
) -> Result<(), Error> {
    let title = site.page.get("meta.title");
    let page =
        Page { title, description: site.page.get("meta.description"), up: "", path: None, json_ld: None };
    // The page of words is in nobody's frame.
    let neck = roots::neck(&site.explainer, &pictures.explainer(""))
        .replace("<a href=\"neck-in-words/", "<a target=\"_blank\" rel=\"noopener\" href=\"neck-in-words/");
    let form = roots::booking(&site.form, &booking_config(site, ""));
    let body = format!(
        "<main class=\"framed\"><h1 class=\"away\">{}</h1>{neck}<link rel=\"stylesheet\" href=\"{}\">{form}</main>",
        roots::escape(title),
        links.style.later
    );
    out.write("frame.html", html::fill(shell, &html::head(site, &page, links), &body)?.as_bytes())
}

/// Gives its style.
fn lost(out: &mut Output, project: &Path, site: &'static Site) -> Result<String, Error> {
    let style = css::minify(&read_text(&project.join(LOST_STYLE))?)?;
    let body = roots::render_still(|| view! { <page::NotFound site/> });
    let text = format!(
        "<!doctype html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        roots::escape(site.page.get("lost.title"))
    );
    out.write("404.html", text.as_bytes())?;
    Ok(style)
}

fn booking_config(site: &Site, up: &str) -> booking::Config {
    let config = &site.config;
    booking::Config {
        action: seen_from(up, &config.action),
        adapter: config.adapter.clone(),
        endpoint: config.endpoint.as_deref().map(|url| seen_from(up, url)),
        consent_required: config.consent_required,
        form_version: config.form_version.clone(),
        phone_display: site.clinic.phone_display.clone(),
        phone_href: page::phone_href(site),
        draft: config.draft,
        visit: page::visit_lines(site),
        legal: page::legal_links(site),
    }
}

/// An address beside the page, seen from a file whose way to the page is `up`.
fn seen_from(up: &str, url: &str) -> String {
    if url.contains(':') { url.to_owned() } else { format!("{up}{url}") }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use bake::pictures::Picture;
    use content::{Clinic, Hours, Legal, Provider, Visit};
    use serde_json::Value;

    /// Every word is replaced by its key, so that the pages show which words they use.
    #[test]
    fn no_word_of_the_page_is_left_over() {
        let mut site = real();
        site.page = site.page.iter().map(|(key, _)| (key.to_owned(), format!("[{key}]"))).collect();
        site.config.address = Some("https://clinic.example/".to_owned());
        said(&mut site.clinic);
        // One is left to be asked on the phone.
        site.clinic.visit.fees = None;
        let keys: Vec<String> = site.page.iter().map(|(key, _)| key.to_owned()).collect();
        let folder = built(site);
        let pages =
            ["index.html", "neck-in-words/index.html", "sources/index.html", "sent/index.html", "404.html"];
        let all: String = pages.iter().map(|page| read_text(&folder.path().join(page)).unwrap()).collect();
        let left: Vec<_> = keys.iter().filter(|key| !all.contains(&format!("[{key}]"))).collect();
        assert!(left.is_empty(), "no page shows {left:?}");
    }

    /// The clinic says everything that it may.
    fn said(clinic: &mut Clinic) {
        let some = |words: &str| Some(words.to_owned());
        let hours = |written: &str, read: &str| Hours { written: written.to_owned(), read: read.to_owned() };
        clinic.visit = Visit {
            street: some("1 Example Street"),
            zip: some("92618"),
            map: some("https://maps.example.com/?a=1&b=2"),
            hours: vec![
                hours("Mo-Fr 09:00-17:00", "Monday to Friday, 9 am to 5 pm"),
                hours("Sa 09:00-12:00", "Saturday, 9 am to noon"),
            ],
            parking: some("Behind the house"),
            who: vec![
                Provider { name: "Somebody Real".to_owned(), license: some("DC 0") },
                Provider { name: "Another Person".to_owned(), license: None },
            ],
            fees: some("One dollar & a smile"),
            first_visit: some("About an hour"),
            answer: some("Within one business day"),
        };
        clinic.legal = Legal {
            privacy: some("https://www.example.com/privacy"),
            notice_of_privacy_practices: some("https://www.example.com/npp"),
            health_data: some("https://www.example.com/health"),
        };
    }

    fn real() -> Site {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        content::parse::site(&project.join("content")).unwrap()
    }

    /// The folder of a site whose pictures are empty.
    fn built(site: Site) -> tempfile::TempDir {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let site: &'static Site = Box::leak(Box::new(site));
        let folder = tempfile::tempdir().unwrap();
        let mut out = Output::new(folder.path());
        let picture = || Picture { name: "x.png".to_owned(), width: 2, height: 2, bytes: Vec::new() };
        let baked = bake::site::Site {
            model: Vec::new(),
            rest: Vec::new(),
            poster: picture(),
            poster_small: picture(),
            stills: Vec::new(),
            share_card: picture(),
            icons: vec![picture(), picture()],
            parts: vec![picture()],
        };
        let pictures = crate::pictures::write(&mut out, &baked).unwrap();
        let text = String::new;
        let style = Style::default();
        let scripts = Scripts { elements: text(), sent: text() };
        write(&mut out, &project, site, &pictures, &style, &scripts).unwrap();
        folder
    }

    /// From `start` to `end`, which stand once each after one another.
    fn part<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
        let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start}"));
        rest.split_once(end).unwrap_or_else(|| panic!("no {end} after {start}")).0
    }

    const SAID: [&str; 10] = [
        "1 Example Street, Irvine, CA 92618",
        "https://maps.example.com/?a=1&amp;b=2",
        "Monday to Friday, 9 am to 5 pm",
        "Saturday, 9 am to noon",
        "Behind the house",
        "Somebody Real, DC 0",
        "Another Person",
        "One dollar &amp; a smile",
        "About an hour",
        "Within one business day",
    ];
    const NOTICES: [&str; 3] =
        ["https://www.example.com/privacy", "https://www.example.com/npp", "https://www.example.com/health"];

    #[test]
    fn what_the_clinic_says_of_a_visit_stands_on_page_and_receipt() {
        let mut site = real();
        said(&mut site.clinic);
        let ask = site.page.get("visit.ask").to_owned();
        let folder = built(site);
        let read = |name: &str| read_text(&folder.path().join(name)).unwrap();
        let (page, sent, fragment) =
            (read("index.html"), read("sent/index.html"), read("fragments/booking.html"));
        let contact = part(&page, "id=\"contact\"", "<h2");
        let receipt = |html| part(html, "data-panel=\"delivered\"", "class=\"lead\"").to_owned();
        for words in SAID {
            assert!(contact.contains(words), "{words} is not in the section on contact");
            assert!(receipt(&page).contains(words), "{words} is not on the receipt");
            assert!(receipt(&fragment).contains(words), "{words} is not on the receipt of a foreign page");
            assert!(
                part(&sent, "<main", "</main>").contains(words),
                "{words} is not on the page after sending"
            );
        }
        assert!(!page.contains(&ask), "nothing is left to ask");
        let (foot, send) =
            (part(&page, "<footer", "</footer>"), part(&page, "class=\"send both\"", "</form>"));
        for words in &SAID[..4] {
            assert!(foot.contains(words), "{words} is not at the foot");
        }
        for address in NOTICES {
            let link = format!("href=\"{address}\"");
            assert!(foot.contains(&link) && send.contains(&link), "{address} is not linked");
        }
    }

    #[test]
    fn what_the_clinic_does_not_say_stands_nowhere() {
        let site = real();
        assert_eq!((&site.clinic.visit, &site.clinic.legal), (&Visit::default(), &Legal::default()));
        let (ask, words) = (site.page.get("visit.ask").to_owned(), site.page.clone());
        let folder = built(site);
        let read = |name: &str| read_text(&folder.path().join(name)).unwrap();
        for name in ["index.html", "sent/index.html", "fragments/booking.html", "frame.html"] {
            let html = read(name);
            for (key, label) in words.iter().filter(|(key, _)| key.starts_with("legal.")) {
                assert!(!html.contains(label), "{name} shows {key}");
            }
            for (key, label) in words.iter().filter(|(key, _)| key.starts_with("visit.")) {
                assert!(!html.contains(&format!("<dt>{label}</dt>")), "{name} shows {key}");
            }
            for empty in ["class=\"visit\"", "<dd></dd>", "<p></p>", "<a href=\"\""] {
                assert!(!html.contains(empty), "{name} holds {empty}");
            }
        }
        // What to ask instead.
        let page = read("index.html");
        let contact = part(&page, "id=\"contact\"", "<h2");
        let question = part(contact, &ask, "</p>");
        for key in ["address", "hours", "parking", "who", "fees", "first_visit"] {
            let label = words.get(&format!("visit.{key}")).to_lowercase();
            assert!(question.contains(&label), "{label} is not named: {question}");
        }
    }

    #[test]
    fn machines_are_told_address_map_and_hours_alone() {
        let graph = |site: &Site| -> Value { serde_json::from_str(&jsonld::graph(site, "t", "d")).unwrap() };
        let clinic = |graph: &Value| graph["@graph"][2].as_object().unwrap().clone();
        let mut site = real();
        let before = clinic(&graph(&site));
        said(&mut site.clinic);
        let whole = graph(&site);
        let after = clinic(&whole);
        let more: Vec<&String> = after.keys().filter(|key| !before.contains_key(*key)).collect();
        assert_eq!(more, ["hasMap", "openingHours"]);
        assert_eq!(after["hasMap"], "https://maps.example.com/?a=1&b=2");
        assert_eq!(after["openingHours"], serde_json::json!(["Mo-Fr 09:00-17:00", "Sa 09:00-12:00"]));
        assert_eq!(after["address"]["streetAddress"], "1 Example Street");
        assert_eq!(after["address"]["postalCode"], "92618");
        for missing in ["streetAddress", "postalCode"] {
            assert!(before["address"].get(missing).is_none(), "{missing} is invented");
        }
        let text = whole.to_string();
        for words in
            ["Behind the house", "Somebody", "Another Person", "dollar", "About an hour", "business day"]
        {
            assert!(!text.contains(words), "{words} is told to machines");
        }
    }

    #[test]
    fn the_endpoint_is_found_from_a_fragment_too() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut site =
            content::parse::site(&project.join("content")).unwrap_or_else(|found| panic!("{found:?}"));
        for (set, from_fragment) in
            [("api/json", "../api/json"), ("https://a.example/x", "https://a.example/x")]
        {
            site.config.endpoint = Some(set.to_owned());
            assert_eq!(booking_config(&site, "../").endpoint.as_deref(), Some(from_fragment));
        }
    }
}
