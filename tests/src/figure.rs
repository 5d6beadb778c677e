//! One measured figure, its bound, and how all of them are told.

use std::path::Path;

use serde_json::{Value, json};

use crate::Done;

/// One measured figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Stays the same for ever: others compare by it.
    pub id: String,
    pub what: String,
    pub value: f64,
    pub unit: &'static str,
    pub bound: Bound,
}

/// What a figure has to keep to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    AtMost(f64),
    AtLeast(f64),
}

impl Bound {
    const fn number(self) -> f64 {
        match self {
            Self::AtMost(number) | Self::AtLeast(number) => number,
        }
    }
}

impl Figure {
    /// A count that shall not grow beyond its bound.
    pub fn at_most(id: &str, what: &str, value: f64, unit: &'static str, bound: f64) -> Self {
        Self { id: id.to_owned(), what: what.to_owned(), value, unit, bound: Bound::AtMost(bound) }
    }

    pub fn bytes(id: &str, what: &str, value: usize, bound: u32) -> Self {
        Self::at_most(id, what, value as f64, "bytes", f64::from(bound))
    }

    #[must_use]
    pub fn ok(&self) -> bool {
        match self.bound {
            Bound::AtMost(most) => self.value <= most,
            Bound::AtLeast(least) => self.value >= least,
        }
    }
}

/// The middle one; none of none.
#[must_use]
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// Prints each on a line of its own, and writes `[{id, value, unit, bound, ok}]` where that is wanted.
///
/// # Errors
/// When the file cannot be written.
pub fn report(figures: &[Figure], file: Option<&Path>) -> Done {
    for figure in figures {
        let Figure { id, what, value, unit, bound } = figure;
        let (mark, bound) = (if figure.ok() { "ok      " } else { "EXCEEDED" }, bound.number());
        println!("{mark} {id:<26} {value:>8} of {bound:>8} {unit:<8} {what}");
    }
    if let Some(file) = file {
        let row = |one: &Figure| json!({"id": one.id, "value": one.value, "unit": one.unit, "bound": one.bound.number(), "ok": one.ok()});
        let rows: Vec<Value> = figures.iter().map(row).collect();
        std::fs::write(file, serde_json::to_string_pretty(&rows)? + "\n")?;
    }
    Ok(())
}

/// How many lines of the README's table say something else than was measured, or than is allowed. Two per cent are
/// left to the compressor and to other fonts in the pictures.
#[must_use]
pub fn stale(figures: &[Figure], readme: &str) -> Figure {
    let mut stale = 0;
    for line in readme.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let Some(figure) = cells.get(1).and_then(|what| figures.iter().find(|one| one.what == *what)) else {
            continue;
        };
        let number = |cell: Option<&&str>| cell?.split_whitespace().collect::<String>().parse::<f64>().ok();
        let close =
            number(cells.get(2)).is_some_and(|said| (said - figure.value).abs() <= figure.value * 0.02);
        let bound = figure.bound.number();
        if !close || number(cells.get(3)) != Some(bound) {
            println!("README.md is stale: {line}\n    it is {} of {bound}", figure.value);
            stale += 1;
        }
    }
    let what = "lines of the README's figures that are not so";
    Figure::at_most("readme.stale", what, f64::from(stale), "lines", 0.0)
}

#[cfg(test)]
mod tests {
    use super::{Bound, Figure, stale};

    #[test]
    fn a_bound_is_kept_up_to_the_number_itself() {
        let figure = |value, bound| Figure { bound, ..Figure::at_most("a", "b", value, "c", 0.0) };
        for (value, bound, ok) in [
            (9.0, Bound::AtMost(9.0), true),
            (9.1, Bound::AtMost(9.0), false),
            (99.0, Bound::AtLeast(99.0), true),
            (98.9, Bound::AtLeast(99.0), false),
            (f64::NAN, Bound::AtLeast(99.0), false),
        ] {
            assert_eq!(figure(value, bound).ok(), ok, "{value} {bound:?}");
        }
    }

    #[test]
    fn a_line_that_is_not_so_is_found() {
        let figures = [Figure::bytes("bytes.wasm", "the wasm", 119_400, 120_000)];
        for (line, count) in [
            ("| the wasm | 119 412 | 120 000 |", 0.0),
            ("| the wasm | 110 000 | 120 000 |", 1.0),
            ("| the wasm | 119 412 | 130 000 |", 1.0),
            ("| the wasm | small | 120 000 |", 1.0),
            ("| something else | 1 | 2 |", 0.0),
        ] {
            assert!((stale(&figures, line).value - count).abs() < 0.1, "{line}");
        }
    }
}
