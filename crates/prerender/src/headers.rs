//! What a static host sends along: `_headers`, `_redirects`, `robots.txt` and, with a known address, `sitemap.xml`.

use content::Site;

use crate::Error;
use crate::files::Output;

pub(crate) fn write(out: &mut Output, site: &Site, styles: &[String]) -> Result<(), Error> {
    out.write("_headers", rules(site, styles).as_bytes())?;
    out.write("_redirects", b"# One address for each page.\n/index.html / 301\n")?;
    let address = site.config.address.as_deref();
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(address) = address {
        robots.push_str(&format!("Sitemap: {address}sitemap.xml\n"));
        out.write("sitemap.xml", sitemap(address, &site.config.last_changed).as_bytes())?;
    }
    out.write("robots.txt", robots.as_bytes())
}

/// `styles` are the hashes of the styles that stand in a page.
fn rules(site: &Site, styles: &[String]) -> String {
    let foreign = site.config.foreign_origins().iter().map(|origin| format!(" {origin}")).collect::<String>();
    let styles = styles.iter().map(|hash| format!(" '{hash}'")).collect::<String>();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{styles}; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'{foreign}; form-action 'self'{foreign}; base-uri 'none'"
    );
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Permissions-Policy: camera=(), microphone=(), geolocation=(), browsing-topics=()\n"
    );
    // Our own pages in nobody's frame; frame.html is made for one, and a form sent there is confirmed there.
    for page in ["/", "/index.html", "/neck-in-words/*", "/sources/*"] {
        text.push_str(&format!("{page}\n  X-Frame-Options: SAMEORIGIN\n  Cache-Control: no-cache\n"));
    }
    for framed in ["/frame.html", "/sent/*"] {
        text.push_str(&format!("{framed}\n  Cache-Control: no-cache\n"));
    }
    // Other origins load these when they embed a root.
    for shared in ["/fragments/*", "/embed.js", "/embed.css"] {
        text.push_str(&format!("{shared}\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n  Cache-Control: no-cache\n"));
    }
    text.push_str(
        "/assets/*\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n  Cache-Control: public, max-age=31536000, immutable\n",
    );
    text
}

fn sitemap(address: &str, changed: &str) -> String {
    let page = |path: &str| format!("<url><loc>{address}{path}</loc><lastmod>{changed}</lastmod></url>");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{}{}{}</urlset>\n",
        page(""),
        page("neck-in-words/"),
        page("sources/")
    )
}
