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
    let body = body(site, "", || view! { <page::Main site neck booking=form later_style/> });
    out.write("index.html", html::fill(&shell, &html::head(site, &front, &links), &body)?.as_bytes())?;

    let (still, parts) = (pictures.poster("../"), pictures.parts("../"));
    let words = Page {
        title: site.page.get("words.title"),
        description: site.page.get("words.intro"),
        up: "../",
        path: Some("neck-in-words/"),
        json_ld: None,
    };
    let body = self::body(site, "../", || view! { <page::NeckInWords site still parts/> });
    out.write(
        "neck-in-words/index.html",
        html::fill(&shell, &html::head(site, &words, &silent), &body)?.as_bytes(),
    )?;

    let after = Links { script: Some(&scripts.sent), ..silent };
    let sent = Page {
        title: site.page.get("sent.title"),
        description: site.page.get("sent.text"),
        up: "../",
        path: None,
        json_ld: None,
    };
    // It may be shown in a frame, where our other pages are not.
    let body = self::body(site, "../", || view! { <page::Sent site/> });
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

    /// Every word is replaced by its key, so that the pages show which words they use.
    #[test]
    fn no_word_of_the_page_is_left_over() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut site = content::parse::site(&project.join("content")).unwrap();
        site.page = site.page.iter().map(|(key, _)| (key.to_owned(), format!("[{key}]"))).collect();
        site.config.address = Some("https://clinic.example/".to_owned());
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
        let pages = ["index.html", "neck-in-words/index.html", "sent/index.html", "404.html"];
        let all: String = pages.iter().map(|page| read_text(&folder.path().join(page)).unwrap()).collect();
        let left: Vec<_> =
            site.page.iter().map(|(key, _)| key).filter(|key| !all.contains(&format!("[{key}]"))).collect();
        assert!(left.is_empty(), "no page shows {left:?}");
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
