//! Where a label stands, as a line of CSS. It asks for no memory: it is written for every label of every frame.

use neck::label::Edge;

/// Room for two names, two numbers and their units.
const ROOM: usize = 48;

/// A line of CSS.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    text: [u8; ROOM],
    end: usize,
}

impl Place {
    /// A point of a picture that is so wide, for a label at this edge. CSS pixels.
    pub(super) fn new(edge: Edge, [x, y]: [f32; 2], width: f32) -> Self {
        let mut place = Self { text: [0; ROOM], end: 0 };
        place.words("top:");
        place.number(y);
        place.words(if edge == Edge::Right { "px;left:" } else { "px;right:" });
        place.number(if edge == Edge::Right { x } else { width - x });
        place.words("px");
        place
    }

    /// The line.
    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.text[..self.end]).unwrap_or_default()
    }

    fn words(&mut self, words: &str) {
        for (room, letter) in self.text[self.end..].iter_mut().zip(words.bytes()) {
            *room = letter;
            self.end += 1;
        }
    }

    /// Whole pixels.
    fn number(&mut self, length: f32) {
        let length = length as i16;
        if length < 0 {
            self.words("-");
        }
        let (mut left, mut digits, mut first) = (length.unsigned_abs(), [b'0'; 5], 4);
        for (place, digit) in digits.iter_mut().enumerate().rev() {
            if left > 0 {
                first = place;
            }
            *digit = b'0' + (left % 10) as u8;
            left /= 10;
        }
        self.words(core::str::from_utf8(&digits[first..]).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_line_of_css() {
        let line = |edge, at| Place::new(edge, at, 600.0).as_str().to_owned();
        assert_eq!(line(Edge::Right, [12.7, 305.2]), "top:305px;left:12px");
        assert_eq!(line(Edge::Left, [100.0, 0.0]), "top:0px;right:500px");
        assert_eq!(line(Edge::Left, [1e9, -7.0]), "top:-7px;right:-32768px");
        assert_eq!(line(Edge::Right, [f32::NAN, 1e9]), "top:32767px;left:0px");
    }
}
