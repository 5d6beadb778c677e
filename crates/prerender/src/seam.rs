//! Where the wasm and its glue meet: what nobody calls is taken out of both, and what is left has short names. Those
//! that wasm-bindgen gives end in hashes, which do not compress.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;

use oxc_allocator::Allocator;
use oxc_ast::ast::{Expression, ObjectPropertyKind, Program, Statement};
use oxc_codegen::Codegen;
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{EntityType, ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, Payload};

use crate::Error;

/// Streams of a library that none of ours makes. Their classes are exported, so no tool dares to leave them out.
const UNUSED: &str = "IntoUnderlying";
/// What of the glue nobody asks for: the page starts it without waiting.
const SYNCHRONOUS: &str = "initSync, ";
/// What the wasm calls the glue, as wasm-bindgen and as we name it.
const MODULE: [&str; 2] = ["./neck-page_bg.js", "a"];
/// The glue's function whose object offers the wasm what it imports.
const OFFERS: &str = "__wbg_get_imports";

/// The wasm without the exports that keep what nobody uses alive; wasm-opt then leaves that out.
pub(crate) fn unbind(wasm: &[u8]) -> Result<Vec<u8>, Error> {
    encode(wasm, &mut Seam::default())
}

/// Wasm and glue with short names for what the wasm imports. What it does not import goes from the glue.
pub(crate) fn bind(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), Error> {
    let mut short = HashMap::new();
    for payload in wasmparser::Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload.map_err(refused)? {
            for (place, import) in section.into_imports().enumerate() {
                let import = import.map_err(refused)?;
                if import.module != MODULE[0] {
                    let other = format!("imports {} from {}, not from the glue", import.name, import.module);
                    return Err(Error::Wasm(other));
                }
                short.insert(import.name.to_owned(), name(place));
            }
        }
    }
    let glue = renamed(&cut(glue, &short)?, &short);
    Ok((encode(wasm, &mut Seam { short })?, glue))
}

/// One or more letters: a, b … Z, aa.
fn name(place: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = char::from(LETTERS[place % LETTERS.len()]);
    match place.checked_sub(LETTERS.len()) {
        None => letter.to_string(),
        Some(rest) => format!("{}{letter}", name(rest / LETTERS.len())),
    }
}

/// Writes a wasm anew, with other names at its seam.
#[derive(Debug, Default)]
struct Seam {
    /// By the names they had; empty: all stay.
    short: HashMap<String, String>,
}

impl Reencode for Seam {
    type Error = Infallible;

    fn parse_import(
        &mut self,
        imports: &mut ImportSection,
        import: Import<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        let kind: EntityType = self.entity_type(import.ty)?;
        match self.short.get(import.name) {
            Some(short) => imports.import(MODULE[1], short, kind),
            None => imports.import(import.module, import.name, kind),
        };
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        for import in section.into_imports() {
            self.parse_import(imports, import?)?;
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        if export.name.contains(&UNUSED.to_lowercase()) {
            return Ok(());
        }
        reencode::utils::parse_export(self, exports, export)
    }
}

fn encode(wasm: &[u8], seam: &mut Seam) -> Result<Vec<u8>, Error> {
    let mut module = Module::new();
    seam.parse_core_module(&mut module, wasmparser::Parser::new(0), wasm)
        .map_err(|error| Error::Wasm(error.to_string()))?;
    Ok(module.finish())
}

fn refused(error: wasmparser::BinaryReaderError) -> Error {
    Error::Wasm(error.to_string())
}

/// The glue without what nobody uses.
fn cut(glue: &str, imported: &HashMap<String, String>) -> Result<String, Error> {
    let glue = glue.replace(SYNCHRONOUS, "");
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, &glue, SourceType::mjs()).parse();
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(Error::Script(problem.to_string()));
    }
    let mut program = parsed.program;
    program.body.retain(|one| !one.span().source_text(&glue).contains(UNUSED));
    let offered = offers(&mut program, |name| imported.contains_key(name));
    // What one side lacks would be seen only when a browser starts it.
    if let Some(missing) = imported.keys().find(|name| !offered.contains(*name)) {
        return Err(Error::Script(format!("the glue does not offer {missing}, which the wasm imports")));
    }
    let glue = Codegen::new().build(&program).code;
    if !glue.contains(MODULE[0]) {
        return Err(Error::Script(format!("the glue does not name {}", MODULE[0])));
    }
    Ok(glue)
}

/// Keeps those of the functions offered to the wasm that are wanted, and names them.
fn offers(program: &mut Program<'_>, wanted: impl Fn(&str) -> bool) -> HashSet<String> {
    let mut offered = HashSet::new();
    for statement in &mut program.body {
        let Statement::FunctionDeclaration(function) = statement else { continue };
        let gives = function.id.as_ref().is_some_and(|id| id.name == OFFERS);
        let body = function.body.as_mut().filter(|_| gives);
        for statement in body.into_iter().flat_map(|body| &mut body.statements) {
            let Statement::VariableDeclaration(variables) = statement else { continue };
            for variable in &mut variables.declarations {
                if let Some(Expression::ObjectExpression(object)) = &mut variable.init {
                    object.properties.retain(|property| match property {
                        ObjectPropertyKind::ObjectProperty(property) => {
                            let Some(name) = property.key.static_name() else { return true };
                            let wanted = wanted(&name);
                            offered.extend(wanted.then(|| name.to_string()));
                            wanted || name == "__proto__"
                        }
                        ObjectPropertyKind::SpreadProperty(_) => true,
                    });
                }
            }
        }
    }
    offered
}

/// Every whole word that has a short name gets it.
fn renamed(glue: &str, short: &HashMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = glue;
    while !rest.is_empty() {
        let is_of_a_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
        let word = rest.find(|letter| !is_of_a_word(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(word);
        out.push_str(short.get(word).map_or(word, String::as_str));
        let gap = after.find(is_of_a_word).unwrap_or(after.len());
        out.push_str(&after[..gap]);
        rest = &after[gap..];
    }
    out.replace(MODULE[0], MODULE[1])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use wasm_encoder::{CodeSection, ExportKind, Function, FunctionSection, TypeSection};

    use super::*;

    /// Imports one function, exports two.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import(MODULE[0], "__wbg_now_1234567890abcdef", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        exports.export("start", ExportKind::Func, 1);
        exports.export("intounderlyingsink_close", ExportKind::Func, 1);
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    fn has(wasm: &[u8], words: &str) -> bool {
        wasm.windows(words.len()).any(|part| part == words.as_bytes())
    }

    #[test]
    fn exports_that_nobody_uses_go() {
        let wasm = unbind(&module()).unwrap();
        assert!(has(&wasm, "start") && has(&wasm, "__wbg_now_1234567890abcdef"));
        assert!(!has(&wasm, "intounderlyingsink_close"));
    }

    #[test]
    fn both_sides_get_the_same_short_name() {
        let glue = "
            export class IntoUnderlyingSink { close() { wasm.intounderlyingsink_close() } }
            if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = 1;
            function __wbg_get_imports() {
                const import0 = {
                    __proto__: null,
                    __wbg_now_1234567890abcdef: function() { return 1 },
                    __wbg_gone_1234567890abcdef: function() { return 2 },
                };
                return { __proto__: null, \"./neck-page_bg.js\": import0 };
            }
            export { initSync, __wbg_init as default };
            function initSync() {} function __wbg_init() {}";
        let (wasm, glue) = bind(&module(), glue).unwrap();
        assert!(!has(&wasm, "__wbg_now"));
        assert!(glue.contains("a: function()") && glue.contains("\"a\": import0"), "{glue}");
        for gone in ["__wbg_now", "__wbg_gone", "IntoUnderlying", "initSync,"] {
            assert!(!glue.contains(gone), "{gone} in {glue}");
        }
    }

    #[test]
    fn sides_that_do_not_fit_are_refused() {
        let offers = |name: &str| {
            format!(
                "function __wbg_get_imports() {{ const import0 = {{ {name}() {{}} }}; return {{ \"./neck-page_bg.js\": import0 }}; }}"
            )
        };
        assert!(bind(&module(), &offers("__wbg_now_1234567890abcdef")).is_ok());
        let other = bind(&module(), &offers("__wbg_then_1234567890abcdef")).unwrap_err().to_string();
        assert!(other.contains("__wbg_now_1234567890abcdef"), "{other}");
        let unnamed = offers("__wbg_now_1234567890abcdef").replace(MODULE[0], "./other.js");
        assert!(bind(&module(), &unnamed).unwrap_err().to_string().contains(MODULE[0]));
        // From a second module the glue would not have it.
        let text = module();
        let at = text.windows(MODULE[0].len()).position(|part| part == MODULE[0].as_bytes()).unwrap();
        let mut strange = text.clone();
        strange[at + 2] = b'x';
        assert!(
            bind(&strange, &offers("__wbg_now_1234567890abcdef")).unwrap_err().to_string().contains("xeck")
        );
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names: std::collections::HashSet<_> = (0..4000).map(name).collect();
        assert_eq!(names.len(), 4000);
    }
}
