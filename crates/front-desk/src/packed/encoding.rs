//! The two ways to pack, and their names on the wire and on disk.

use std::io::{Read, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What a packed copy beside a file has behind the file's name.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// As small as it gets; what is long, quicker.
    pub(super) fn pack(self, plain: &[u8]) -> Option<Vec<u8>> {
        /// From here on brotli 11 would take seconds.
        const LONG: usize = 2 << 20;
        match self {
            Self::Brotli => {
                let quality = if plain.len() < LONG { 11 } else { 6 };
                let settings = BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
                let mut packed = Vec::new();
                brotli::BrotliCompress(&mut &*plain, &mut packed, &settings).ok()?;
                Some(packed)
            }
            Self::Gzip => {
                let mut writer = GzEncoder::new(Vec::new(), Compression::best());
                writer.write_all(plain).ok()?;
                writer.finish().ok()
            }
        }
    }

    /// Whether that unpacks to exactly these bytes. No more is unpacked than it takes to know.
    pub(super) fn is_of(self, packed: &[u8], plain: &[u8]) -> bool {
        let reader: Box<dyn Read + '_> = match self {
            Self::Brotli => Box::new(brotli::Decompressor::new(packed, 4096)),
            Self::Gzip => Box::new(GzDecoder::new(packed)),
        };
        let mut found = Vec::with_capacity(plain.len());
        reader.take(plain.len() as u64 + 1).read_to_end(&mut found).is_ok() && found == plain
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_of_its_content_and_of_no_other() {
        let long = "p{}".repeat(30_000);
        for plain in [&b""[..], b"p{}", long.as_bytes()] {
            for encoding in [Encoding::Brotli, Encoding::Gzip] {
                let packed = encoding.pack(plain).unwrap();
                assert!(encoding.is_of(&packed, plain));
                assert!(!encoding.is_of(&packed, &[plain, b"x"].concat()), "too short");
                assert!(plain.is_empty() || !encoding.is_of(&packed, &plain[1..]), "too long");
                assert!(!encoding.is_of(&packed[..packed.len() - 1], plain), "cut off");
                assert!(!encoding.is_of(b"anything", plain));
            }
        }
    }
}
