//! The host's rules, as static hosts read them from `_headers`: a path, then indented headers.

/// Rules in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Headers(Vec<(String, String, String)>);

impl Headers {
    /// Reads the file's text; what is neither a path nor an indented header is skipped.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut path = String::new();
        let mut rules = Vec::new();
        for line in text.lines() {
            if line.starts_with('/') {
                line.trim().clone_into(&mut path);
            } else if let Some((name, value)) = line.trim_start().split_once(':')
                && line.starts_with([' ', '\t'])
            {
                rules.push((path.clone(), name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self(rules)
    }

    /// Every header that a path of the site (with its leading slash) gets.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .iter()
            .filter(move |(rule, ..)| match rule.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => rule == path,
            })
            .map(|(_, name, value)| (name.as_str(), value.as_str()))
    }
}

/// The type a file is sent with.
#[must_use]
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webp" => "image/webp",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::Headers;

    #[test]
    fn a_rule_holds_for_its_path_and_what_is_below_a_star() {
        let headers = Headers::parse("# note\n/*\n  X-A: 1\n/assets/*\n  X-B: 2: 3\n/sent/\n  X-C: 4\n");
        let of = |path| headers.of(path).map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
        assert_eq!(of("/index.html"), ["X-A=1"]);
        assert_eq!(of("/assets/a.js"), ["X-A=1", "X-B=2: 3"]);
        assert_eq!(of("/sent/"), ["X-A=1", "X-C=4"]);
    }
}
