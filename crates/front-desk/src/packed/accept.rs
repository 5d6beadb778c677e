//! `Accept-Encoding`: what a browser takes, and what it likes best (RFC 9110, 12.5.3).

use axum::http::{HeaderMap, header};

use super::Encoding;

impl Encoding {
    /// The one to send; none for the bytes as they are, which everybody can read.
    pub(super) fn wished(headers: &HeaderMap) -> Option<Self> {
        let (mut brotli, mut gzip, mut identity, mut others) = (None, None, None, None);
        let values = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        for (name, weight) in values.flat_map(|value| value.split(',')).filter_map(wish) {
            let known = match name.as_str() {
                "br" => &mut brotli,
                "gzip" | "x-gzip" => &mut gzip,
                "identity" => &mut identity,
                "*" => &mut others,
                _ => continue,
            };
            known.get_or_insert(weight);
        }
        let weight = |own: Option<u16>| own.or(others).unwrap_or(0);
        let (brotli, gzip, identity) = (weight(brotli), weight(gzip), weight(identity));
        match brotli.max(gzip) {
            0 => None,
            best if best < identity => None,
            best if best == brotli => Some(Self::Brotli),
            _ => Some(Self::Gzip),
        }
    }
}

/// `br;q=0.5` as a lower-case name and thousandths; nothing for what is written otherwise.
fn wish(text: &str) -> Option<(String, u16)> {
    let (name, parameter) = match text.split_once(';') {
        Some((name, parameter)) => (name, Some(parameter)),
        None => (text, None),
    };
    let weight = match parameter.map(str::trim) {
        None => 1000,
        Some(parameter) => {
            let (key, value) = parameter.split_once('=')?;
            if !key.eq_ignore_ascii_case("q") {
                return None;
            }
            thousandths(value)?
        }
    };
    Some((name.trim().to_ascii_lowercase(), weight))
}

/// From 0 to 1 with at most three digits behind the point.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > 3 || !part.bytes().all(|sign| sign.is_ascii_digit()) {
        return None;
    }
    match (whole, format!("{part:0<3}").parse().ok()?) {
        ("0", part) => Some(part),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_best_that_is_taken() {
        let (br, gz, none) = (Some(Encoding::Brotli), Some(Encoding::Gzip), None);
        for (accept, wished) in [
            ("gzip, deflate, br, zstd", br),
            ("br", br),
            ("BR", br),
            ("gzip", gz),
            ("x-gzip", gz),
            ("br;q=0.1", br),
            ("br;q=0.5, gzip;q=0.8", gz),
            ("br ; q=0.9,gzip;Q=0.900", br),
            ("br;q=0, gzip", gz),
            ("br;q=0.000, gzip;q=0.0", none),
            ("*", br),
            ("br;q=0, *", gz),
            ("*;q=0", none),
            ("*;q=0, gzip", gz),
            ("gzip;q=0.5, identity", none),
            ("gzip;q=0.5, identity;q=0.4", gz),
            ("identity;q=0", none),
            ("identity;q=0, br", br),
            ("", none),
            ("deflate, zstd", none),
            // Not as the standard writes it: as if it were not there.
            ("br;q=2", none),
            ("br;q=1.001", none),
            ("br;q=0.1234", none),
            ("br;q=-1", none),
            ("br;q=NaN", none),
            ("br;q=+1", none),
            ("br;q=", none),
            ("br;", none),
            ("br;level=11", none),
            ("br;q=1;q=0", none),
            ("br gzip", none),
            ("brr, bro, xbr", none),
            (",,;,;;q,=,gzip,", gz),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
            assert_eq!(Encoding::wished(&headers), wished, "{accept:?}");
        }
        let mut headers = HeaderMap::new();
        assert_eq!(Encoding::wished(&headers), None, "no header");
        for accept in ["gzip", "br"] {
            headers.append(header::ACCEPT_ENCODING, accept.parse().unwrap());
        }
        assert_eq!(Encoding::wished(&headers), br, "two headers");
        let mut headers = HeaderMap::new();
        let noise = axum::http::HeaderValue::from_bytes(b"br\xff").unwrap();
        headers.insert(header::ACCEPT_ENCODING, noise);
        assert_eq!(Encoding::wished(&headers), None, "no text");
    }
}
