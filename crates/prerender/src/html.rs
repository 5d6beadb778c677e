//! The shell: `index.html` with its two markers filled.

use base64::Engine as _;
use content::Site;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::css::Style;
use crate::roots::escape;

/// What differs from page to page.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// From this file to the site's folder: `""` or `"../"`.
    pub(crate) up: &'a str,
    /// The page's own path below the site's address; `None` where no search engine should look.
    pub(crate) path: Option<&'a str>,
    pub(crate) json_ld: Option<String>,
}

/// Paths, from the site's folder, of what every page links.
#[derive(Debug)]
pub(crate) struct Links<'a> {
    pub(crate) style: &'a Style,
    /// One more sheet, for the short pages.
    pub(crate) plain: Option<&'a str>,
    pub(crate) script: Option<&'a str>,
    pub(crate) icon: &'a str,
    pub(crate) touch_icon: &'a str,
    pub(crate) share_card: &'a str,
}

/// A whole file: the shell with head and body.
pub(crate) fn fill(shell: &str, head: &str, body: &str) -> Result<String, Error> {
    for marker in ["<!--head-->", "<!--page-->"] {
        if !shell.contains(marker) {
            return Err(Error::Marker(marker));
        }
    }
    // The note on the shell is for whoever edits it, not for whoever visits.
    let note = shell.find("<!-- ").and_then(|start| Some(start..start + shell[start..].find("-->\n")? + 4));
    let mut text = shell.to_owned();
    if let Some(note) = note {
        text.replace_range(note, "");
    }
    Ok(text.replacen("<!--head-->", head, 1).replacen("<!--page-->", body, 1))
}

pub(crate) fn head(site: &Site, page: &Page<'_>, links: &Links<'_>) -> String {
    let Page { title, description, up, .. } = page;
    let mut head = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n<style>{}</style>\n\
         <link rel=\"stylesheet\" href=\"{up}{}\" media=\"print\">\n\
         <link rel=\"icon\" href=\"{up}{}\" type=\"image/png\">\n<link rel=\"apple-touch-icon\" href=\"{up}{}\">\n\
         <meta name=\"theme-color\" content=\"#FBF9F5\" media=\"(prefers-color-scheme: light)\">\n\
         <meta name=\"theme-color\" content=\"#10201F\" media=\"(prefers-color-scheme: dark)\">\n",
        escape(title),
        escape(description),
        links.style.inline(up),
        links.style.print,
        links.icon,
        links.touch_icon
    );
    if let Some(plain) = links.plain {
        head.push_str(&format!("<link rel=\"stylesheet\" href=\"{up}{plain}\">\n"));
    }
    if let Some(script) = links.script {
        head.push_str(&format!("<script type=\"module\" src=\"{up}{script}\"></script>\n"));
    }
    match (page.path, site.config.address.as_deref()) {
        (None, _) => head.push_str("<meta name=\"robots\" content=\"noindex\">\n"),
        (Some(path), Some(address)) => head.push_str(&addressed(
            site,
            page,
            &format!("{address}{path}"),
            &format!("{address}{}", links.share_card),
        )),
        // Without a known address an absolute link would be a guess.
        (Some(_), None) => {}
    }
    if let Some(json) = &page.json_ld {
        head.push_str(&format!("<script type=\"application/ld+json\">{json}</script>\n"));
    }
    head
}

/// How the content security policy names a `<style>` that stands in a page: by what is in it, to the last byte.
pub(crate) fn policy_hash(style: &str) -> String {
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style)))
}

fn addressed(site: &Site, page: &Page<'_>, url: &str, card: &str) -> String {
    let (title, description, url, card) =
        (escape(page.title), escape(page.description), escape(url), escape(card));
    format!(
        "<link rel=\"canonical\" href=\"{url}\">\n<meta property=\"og:type\" content=\"article\">\n<meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n<meta property=\"og:url\" content=\"{url}\">\n\
         <meta property=\"og:site_name\" content=\"{}\">\n<meta property=\"og:image\" content=\"{card}\">\n\
         <meta property=\"og:image:alt\" content=\"{}\">\n<meta property=\"og:image:width\" content=\"1200\">\n<meta property=\"og:image:height\" content=\"630\">\n\
         <meta property=\"article:modified_time\" content=\"{}\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n",
        escape(&site.clinic.name),
        escape(site.page.get("share.alt")),
        site.config.last_changed
    )
}
