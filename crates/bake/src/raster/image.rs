//! Pixels, and PNG.

/// Straight (not premultiplied) RGBA, 8 bits, rows from above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<[u8; 4]>,
}

impl Image {
    /// As PNG.
    ///
    /// # Errors
    /// When the encoder refuses, which it does only for pictures without pixels.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels.concat())?;
        writer.finish()?;
        Ok(bytes)
    }

    /// Laid over an opaque colour.
    #[must_use]
    pub fn over(&self, paper: [u8; 3]) -> Self {
        let mix = |p: &[u8; 4]| {
            let a = u32::from(p[3]);
            let part = |i: usize| ((u32::from(p[i]) * a + u32::from(paper[i]) * (255 - a) + 127) / 255) as u8;
            [part(0), part(1), part(2), 255]
        };
        Self { pixels: self.pixels.iter().map(mix).collect(), ..*self }
    }
}
