//! Pictures as numbers: colours, contrast, how much two differ.

use crate::{Done, Problem};

/// RGB pixels, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads a PNG as browsers write it.
    ///
    /// # Errors
    /// When it is no PNG of 8-bit RGB or RGBA.
    pub fn read(png: &[u8]) -> Done<Self> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info()?;
        let mut bytes =
            vec![0; reader.output_buffer_size().ok_or_else(|| Problem::new("too large a picture"))?];
        let info = reader.next_frame(&mut bytes)?;
        let step = match info.color_type {
            png::ColorType::Rgb => 3,
            png::ColorType::Rgba => 4,
            other => return Err(Problem(format!("a picture of {other:?}"))),
        };
        let pixels = bytes[..info.buffer_size()]
            .chunks_exact(step)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        Ok(Self { width: info.width as usize, height: info.height as usize, pixels })
    }

    /// A part of it, cut at the edges.
    ///
    /// # Errors
    /// When nothing is left.
    pub fn part(&self, left: f64, top: f64, width: f64, height: f64) -> Done<Self> {
        let edge = |at: f64, most: usize| (at.round().max(0.0) as usize).min(most);
        let (from, to) = (edge(left, self.width), edge(left + width, self.width));
        let rows = edge(top, self.height)..edge(top + height, self.height);
        if from >= to || rows.is_empty() {
            return Err(Problem::new("nothing of it is in the window"));
        }
        let pixels = rows
            .clone()
            .flat_map(|row| &self.pixels[row * self.width + from..row * self.width + to])
            .copied();
        Ok(Self { width: to - from, height: rows.len(), pixels: pixels.collect() })
    }

    /// Share of pixels that differ by more than `tolerance` in some channel; 1 when the sizes differ.
    #[must_use]
    pub fn difference(&self, other: &Self, tolerance: u8) -> f64 {
        if (self.width, self.height) != (other.width, other.height) {
            return 1.0;
        }
        let differ =
            |(a, b): &(&[u8; 3], &[u8; 3])| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > tolerance);
        let count = self.pixels.iter().zip(&other.pixels).filter(differ).count();
        count as f64 / self.pixels.len().max(1) as f64
    }

    /// Mean difference of all channels of all pixels, of 255; 255 when the sizes differ.
    #[must_use]
    pub fn mean_difference(&self, other: &Self) -> f64 {
        if (self.width, self.height) != (other.width, other.height) {
            return 255.0;
        }
        let parts = self.pixels.as_flattened().iter().zip(other.pixels.as_flattened());
        let sum: u64 = parts.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
        sum as f64 / (self.pixels.len() * 3).max(1) as f64
    }

    /// The colour that most pixels have.
    #[must_use]
    pub fn ground(&self) -> [u8; 3] {
        let mut counts = std::collections::HashMap::new();
        for pixel in &self.pixels {
            *counts.entry(*pixel).or_insert(0_usize) += 1;
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map_or([0; 3], |(pixel, _)| pixel)
    }
}

/// Contrast of two sRGB colours as WCAG 2 counts it, 1 to 21.
#[must_use]
pub fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// `rgb(1, 2, 3)` and `rgba(1, 2, 3, 0.5)` as `getComputedStyle` writes them; the alpha is left out.
#[must_use]
pub fn rgb(text: &str) -> Option<[u8; 3]> {
    let inside = text.split_once('(')?.1.split_once(')')?.0;
    let mut parts =
        inside.split(',').map(|part| part.trim().parse::<f64>().ok().map(|part| part.round() as u8));
    Some([parts.next()??, parts.next()??, parts.next()??])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{contrast, rgb};

    #[test]
    fn black_on_white_is_twenty_one() {
        assert!(
            (contrast(rgb("rgb(0, 0, 0)").unwrap(), rgb("rgba(255, 255, 255, 0.5)").unwrap()) - 21.0).abs()
                < 0.01
        );
    }
}
