use crate::config::Random;

/// Letters and digits that are told apart in print, by hand and by ear over the phone: no 0 O, 1 I L, 2 Z, 5 S, 8 B,
/// U V, and no vowel, so that no word comes out.
const ALPHABET: &[u8] = b"34679CDFGHJKMNPQRTWXY";
const LENGTH: usize = 8;

/// A new reference such as `K7PM-3XQT`: 21^8, that is 3.8 * 10^10 of them, so none is found by guessing.
pub(super) fn reference(random: &Random) -> String {
    // Bytes past the last whole multiple of the alphabet would favour its first letters.
    let fair = 256 / ALPHABET.len() * ALPHABET.len();
    let mut text = String::with_capacity(LENGTH + 1);
    let mut letters = 0;
    while letters < LENGTH {
        let mut bytes = [0_u8; 16];
        random(&mut bytes);
        for byte in bytes.into_iter().map(usize::from).filter(|byte| *byte < fair).take(LENGTH - letters) {
            if letters == LENGTH / 2 {
                text.push('-');
            }
            text.push(char::from(ALPHABET[byte % ALPHABET.len()]));
            letters += 1;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn two_groups_of_four_from_the_alphabet() {
        let random: Random = crate::Config::new("").random;
        for _ in 0..1000 {
            let text = reference(&random);
            let (first, second) = text.split_once('-').unwrap_or_default();
            assert_eq!((first.len(), second.len()), (4, 4), "{text}");
            assert!(text.bytes().all(|b| b == b'-' || ALPHABET.contains(&b)), "{text}");
        }
    }

    #[test]
    fn unfair_bytes_are_thrown_away() {
        let calls = std::sync::atomic::AtomicU8::new(0);
        let random: Random = Arc::new(move |bytes| {
            let first = calls.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0;
            bytes.fill(if first { 255 } else { 1 });
        });
        assert_eq!(reference(&random), "4444-4444");
    }
}
