//! What drawing takes, and what is in the wasm.

use crate::tab::Tab;
use crate::{Done, Problem};

/// All of the model is here.
pub const WHOLE: &str = "return document.querySelector('clinic-neck .explainer').hasAttribute('data-whole')";

/// The most draw calls of a frame and the most bytes handed to the graphics card for one; bytes in its buffers; bytes
/// of the wasm's memory.
///
/// # Errors
/// When the page has drawn nothing.
pub async fn drawing(tab: &Tab) -> Done<[f64; 4]> {
    let script = "const seen = window.__probe; return [Math.max(...seen.perFrame), Math.max(...seen.uploads), [...seen.buffers.values()].reduce((sum, one) => sum + one, 0), seen.memory.buffer.byteLength]";
    let counts = tab.js(script).await?;
    let count = |place: usize| counts[place].as_f64().ok_or_else(|| Problem(format!("counted: {counts}")));
    Ok([count(0)?, count(1)?, count(2)?, count(3)?])
}

/// Names of what a wasm file exports, sorted.
///
/// # Errors
/// When it is not a wasm file.
pub fn exports(wasm: &[u8]) -> Done<Vec<String>> {
    let mut names = Vec::new();
    for payload in wasmparser::Parser::new(0).parse_all(wasm) {
        if let wasmparser::Payload::ExportSection(section) = payload? {
            for export in section {
                names.push(export?.name.to_owned());
            }
        }
    }
    names.sort();
    Ok(names)
}

/// Runs of five words of a page's article that stand in the wasm as they are.
///
/// # Errors
/// When the page has no article.
pub fn shared_sentences(html: &str, wasm: &[u8]) -> Done<Vec<String>> {
    let article = html
        .split_once("<article")
        .and_then(|(_, rest)| rest.split_once("</article>"))
        .map(|(inside, _)| inside);
    let text = text_of(article.ok_or_else(|| Problem::new("the page has no article"))?);
    let words: Vec<_> = text.split_whitespace().collect();
    if words.len() < 1000 {
        return Err(Problem(format!("the article has only {} words", words.len())));
    }
    let wasm = String::from_utf8_lossy(wasm);
    Ok(words.windows(5).map(|five| five.join(" ")).filter(|five| wasm.contains(five)).collect())
}

/// The text of markup, tags gone.
fn text_of(html: &str) -> String {
    let mut inside = false;
    html.chars()
        .filter_map(|letter| {
            let was = inside;
            inside = (was || letter == '<') && letter != '>';
            match (was, inside) {
                (false, false) => Some(letter),
                (true, false) => Some(' '),
                _ => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn tags_are_no_text() {
        assert_eq!(text_of("a<b class=\"c\">d</b>e"), "a d e");
    }
}
