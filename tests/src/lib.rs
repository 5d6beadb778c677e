//! What the browser suites are made of: a server that plays every host a page may meet, real browsers, and the
//! questions one asks of a page.
//!
//! - [`site`] serves `dist/` below a path of its own, changes what a test wants changed, and remembers every request.
//! - [`browser`] starts Chromium, Firefox and WebKitGTK and keeps them between trials.
//! - [`tab`] is one open page: find, type, touch, wait for a condition (never for a time).
//! - [`desk`] runs the real front desk with a folder of its own.
//! - [`slow`] measures on a slow phone.
//! - [`audit`] asks axe and the Nu HTML checker; [`lighthouse`] asks the tool of that name.
//! - [`traffic`] is what a server sent during a visit; [`figure`] a measured figure with its bound.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "names of our own files are in lower case"
)]

pub mod audit;
pub mod browser;
pub mod desk;
pub mod display;
pub mod figure;
pub mod headers;
pub mod lighthouse;
pub mod picture;
pub mod project;
pub mod site;
pub mod slow;
pub mod tab;
pub mod traffic;
pub mod weight;

/// What a scenario gives: the first thing that was not as it should be.
pub type Done<T = ()> = Result<T, Problem>;

/// A sentence for whoever reads the report.
#[derive(Debug, Clone)]
pub struct Problem(pub String);

impl Problem {
    /// A sentence made from anything that can be shown.
    pub fn new(text: impl ToString) -> Self {
        Self(text.to_string())
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Stops a scenario with a sentence when a condition does not hold.
#[macro_export]
macro_rules! ensure {
    ($condition:expr, $($words:tt)+) => {
        if !$condition {
            return Err($crate::Problem(format!("{} ({}:{})", format_args!($($words)+), file!(), line!())));
        }
    };
}

/// Stops a scenario when two values differ, showing both.
#[macro_export]
macro_rules! same {
    ($left:expr, $right:expr, $($words:tt)+) => {{
        let (left, right) = (&$left, &$right);
        if left != right {
            return Err($crate::Problem(format!("{}: {left:?} is not {right:?} ({}:{})", format_args!($($words)+), file!(), line!())));
        }
    }};
}
