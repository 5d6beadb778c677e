//! Adding up what test runs report.

use std::fmt;

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0 };
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1 };

    pub(crate) fn one(good: bool) -> Self {
        if good { Self::PASSED } else { Self::FAILED }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Takes in a line of a test run; `test result: ok. 3 passed; 0 failed; …` counts, all others do not.
    pub(crate) fn read(&mut self, line: &str) {
        // Some test runners colour the line: everything up to the words is dropped.
        let Some((_, rest)) = line.split_once("test result: ") else { return };
        let number = |word: &str| {
            let (before, _) = rest.split_once(word)?;
            before.trim_end().rsplit(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok()
        };
        if let (Some(passed), Some(failed)) = (number("passed"), number("failed;")) {
            self.add(Self { passed, failed });
        }
    }

    /// The run as a whole: one that failed without a failed test (it did not compile, it crashed) counts as a failure, and
    /// so does one in which nothing ran.
    pub(crate) fn closed(self, success: bool) -> Self {
        let silent = self.passed + self.failed == 0;
        let hidden = !success && self.failed == 0;
        Self { failed: self.failed + usize::from(silent || hidden), ..self }
    }

    pub(crate) fn good(self) -> bool {
        self.failed == 0 && self.passed > 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        tally
    }

    #[test]
    fn results_of_several_binaries_add_up() {
        let tally = read(&[
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
            "\u{1b}[1mtest result: \u{1b}[32mok\u{1b}[0m. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
        ]);
        assert_eq!(tally, Tally { passed: 17, failed: 2 });
        assert!(!tally.good());
    }

    #[test]
    fn other_lines_do_not_count() {
        assert_eq!(read(&["7 passed, 0 failed", "test result: odd", "test a ... ok", ""]), Tally::default());
    }

    #[test]
    fn nothing_run_is_a_failure() {
        assert_eq!(Tally::default().closed(true), Tally::FAILED);
        assert!(!Tally::default().good());
    }

    #[test]
    fn a_run_that_did_not_compile_is_a_failure_even_after_good_ones() {
        assert_eq!(Tally { passed: 3, failed: 0 }.closed(false), Tally { passed: 3, failed: 1 });
        assert_eq!(Tally { passed: 3, failed: 2 }.closed(false), Tally { passed: 3, failed: 2 });
        assert_eq!(Tally { passed: 3, failed: 0 }.closed(true), Tally { passed: 3, failed: 0 });
    }

    #[test]
    fn the_last_line_is_plain() {
        assert_eq!(Tally { passed: 412, failed: 0 }.to_string(), "412 passed, 0 failed");
    }
}
