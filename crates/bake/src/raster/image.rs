//! Pixels, PNG and WebP.

use crate::site::SiteError;

/// Straight (not premultiplied) RGBA, 8 bits, rows from above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<[u8; 4]>,
}

impl Image {
    /// As PNG, soon rather than small: for looking at.
    ///
    /// # Errors
    /// When the encoder refuses, which it does only for pictures without pixels.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels.concat())?;
        writer.finish()?;
        Ok(bytes)
    }

    /// As PNG with at most 255 colours and clear: far smaller, and hardly to be told apart in drawings.
    ///
    /// # Errors
    /// As [`Image::png`].
    pub fn png_palette(&self) -> Result<Vec<u8>, png::EncodingError> {
        let (palette, indices) = super::palette::reduce(&self.pixels);
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.iter().flat_map(|c| [c[0], c[1], c[2]]).collect::<Vec<u8>>());
        encoder.set_trns(palette.iter().map(|c| c[3]).collect::<Vec<u8>>());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&indices)?;
        writer.finish()?;
        Ok(bytes)
    }

    /// As lossy WebP with transparency, as good as fits into so many bytes.
    ///
    /// # Errors
    /// When the encoder refuses.
    pub fn webp(&self, most: usize) -> Result<Vec<u8>, SiteError> {
        let mut best = self.webp_at(10.0)?;
        let (mut low, mut high) = (10u8, 92u8);
        while high - low > 1 {
            let middle = u8::midpoint(low, high);
            let file = self.webp_at(f32::from(middle))?;
            if file.len() <= most {
                (low, best) = (middle, file);
            } else {
                high = middle;
            }
        }
        Ok(best)
    }

    /// As lossy WebP with transparency, as good as this, 0 to 100.
    ///
    /// # Errors
    /// When the encoder refuses.
    pub fn webp_at(&self, quality: f32) -> Result<Vec<u8>, SiteError> {
        let bytes = self.pixels.concat();
        let encoder = webp::Encoder::from_rgba(&bytes, self.width as u32, self.height as u32);
        let mut config = webp::WebPConfig::new().map_err(|()| SiteError::WebP)?;
        config.quality = quality;
        config.method = 6;
        config.alpha_quality = 60;
        config.pass = 3;
        config.thread_level = 0;
        let file = encoder.encode_advanced(&config).map_err(|_| SiteError::WebP)?;
        Ok(file.to_vec())
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
