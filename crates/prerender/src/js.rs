//! Smaller scripts.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::Error;

/// The same module without comments, spaces and long local names. What it exports keeps its name.
pub(crate) fn minify(text: &str) -> Result<String, Error> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(Error::Script(problem.to_string()));
    }
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let code = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(minified.scoping)
        .build(&program)
        .code;
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_script_stops_the_build() {
        assert!(minify("const = 1;").is_err());
    }

    #[test]
    fn comments_go_and_exports_stay() {
        let code =
            minify("// Why.\nexport function start(element) { return element.id; }").unwrap_or_default();
        assert!(!code.contains("Why"), "{code}");
        assert!(code.contains("start") && code.len() < 60, "{code}");
    }
}
