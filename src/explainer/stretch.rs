//! How much longer or shorter the chosen muscle is than in a neck that looks ahead, in words.

use neck::tissue::Side;

/// What is less than this is not worth saying, percent.
const LEAST: u32 = 2;

/// For the label, a line each; and for the card, whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) lines: Vec<String>,
    pub(super) whole: String,
}

/// Of a muscle that is so many times as long on the right and on the left; `meant`: of one side alone. `words`:
/// `name|as at rest|right|left|% longer|% shorter`.
pub(super) fn said(stretch: [f32; 2], meant: Option<Side>, words: &str) -> Said {
    let mut words = words.split('|');
    let mut next = || words.next().unwrap_or_default();
    let (name, same, sides, longer, shorter) = (next(), next(), [next(), next()], next(), next());
    let percent = |part: f32| ((part - 1.0) * 100.0 + if part < 1.0 { -0.5 } else { 0.5 }) as i32;
    let part = |percent: i32| match percent.unsigned_abs() {
        ..LEAST => same.to_owned(),
        size => [size.to_string().as_str(), if percent < 0 { shorter } else { longer }].concat(),
    };
    let [right, left] = match meant {
        Some(Side::Right) => [percent(stretch[0]); 2],
        Some(Side::Left) => [percent(stretch[1]); 2],
        None => stretch.map(percent),
    };
    let lines = if part(right) == part(left) {
        vec![part(right)]
    } else {
        [right, left].iter().zip(sides).map(|(one, side)| [side, " ", &part(*one)].concat()).collect()
    };
    let whole = [name, " ", &lines.join(", "), "."].concat();
    // What is as it always is needs no label.
    Said { lines: if lines == [same] { Vec::new() } else { lines }, whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "Length now:|as at rest|right|left|% longer|% shorter";

    fn told(stretch: [f32; 2], meant: Option<Side>) -> (String, String) {
        let Said { lines, whole } = said(stretch, meant, WORDS);
        (lines.join("/"), whole)
    }

    #[test]
    fn both_sides_alike_are_one() {
        let both = |stretch| told([stretch; 2], None);
        assert_eq!(both(1.123), ("12% longer".to_owned(), "Length now: 12% longer.".to_owned()));
        assert_eq!(both(0.945).0, "6% shorter");
        assert_eq!(both(1.0), (String::new(), "Length now: as at rest.".to_owned()));
        assert_eq!((both(1.014).0, both(0.986).0), (String::new(), String::new()));
        assert_eq!((both(1.016).0, both(0.984).0), ("2% longer".to_owned(), "2% shorter".to_owned()));
    }

    #[test]
    fn two_sides_are_told_apart_and_one_alone_is_told() {
        let (label, card) = told([1.1, 0.95], None);
        assert_eq!(label, "right 10% longer/left 5% shorter");
        assert_eq!(card, "Length now: right 10% longer, left 5% shorter.");
        assert_eq!(told([1.1, 1.0], None).0, "right 10% longer/left as at rest");
        assert_eq!(told([1.1, 0.95], Some(Side::Left)).0, "5% shorter");
        assert_eq!(told([1.1, 0.95], Some(Side::Right)).0, "10% longer");
    }
}
