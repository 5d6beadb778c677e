//! Content files and the list of what is wrong with them.

use std::io::ErrorKind;
use std::ops::Range;
use std::path::Path;

use crate::Problem;

/// A file of the content folder.
#[derive(Debug)]
pub(super) struct File {
    /// Path below the content folder, with slashes.
    pub name: &'static str,
    pub text: String,
}

impl File {
    /// `None` after a problem was noted.
    pub(super) fn read(dir: &Path, name: &'static str, problems: &mut Problems) -> Option<Self> {
        let empty = Self { name, text: String::new() };
        let bytes = match std::fs::read(dir.join(name)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let (message, remedy) = match error.kind() {
                    ErrorKind::NotFound => {
                        ("the file is missing".to_owned(), "put it back; git has its last version")
                    }
                    _ => (format!("the file cannot be read ({error})"), "see that it is a file you may read"),
                };
                problems.add(&empty, 0..0, message, remedy);
                return None;
            }
        };
        match String::from_utf8(bytes) {
            // Some editors put a mark before the first letter; it means nothing.
            Ok(text) => {
                Some(Self { name, text: text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text) })
            }
            Err(error) => {
                let end = error.utf8_error().valid_up_to();
                let good = String::from_utf8_lossy(&error.as_bytes()[..end]).into_owned();
                let remedy = "save the file with the encoding UTF-8";
                problems.add(&Self { name, text: good }, end..end, "a character here is not UTF-8", remedy);
                None
            }
        }
    }

    /// Line from 1 of a byte offset.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.text[..offset.min(self.text.len())].matches('\n').count() + 1
    }
}

/// Everything found so far.
#[derive(Debug, Default)]
pub(super) struct Problems {
    stops: Vec<Problem>,
    warnings: Vec<Problem>,
}

impl Problems {
    /// Notes what is wrong with the bytes `range` of `file`; a range over several lines is cut at the first line's end.
    pub(super) fn add(
        &mut self,
        file: &File,
        range: Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let problem = problem(file, range, message.into(), remedy.into());
        if !self.stops.contains(&problem) {
            self.stops.push(problem);
        }
    }

    /// Notes what does not stop the build.
    pub(super) fn warn(
        &mut self,
        file: &File,
        range: Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.warnings.push(problem(file, range, message.into(), remedy.into()));
    }

    /// Problems and warnings, each in the order of the files' names and lines.
    pub(super) fn sorted(mut self) -> (Vec<Problem>, Vec<Problem>) {
        for list in [&mut self.stops, &mut self.warnings] {
            list.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        }
        (self.stops, self.warnings)
    }
}

fn problem(file: &File, range: Range<usize>, message: String, remedy: String) -> Problem {
    let text = file.text.as_str();
    let start = floor(text, range.start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = floor(text, range.end.clamp(start, line_end));
    let excerpt = text[line_start..line_end].trim_end_matches('\r');
    Problem {
        file: file.name.to_owned(),
        line: file.line(start),
        column: text[line_start..start].chars().count() + 1,
        length: text[start..end].trim_end().chars().count(),
        excerpt: excerpt.to_owned(),
        message,
        remedy,
    }
}

fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The name that was probably meant, as the second half of a remedy's sentence.
pub(super) fn did_you_mean<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&wrong.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.84)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}
