//! Invented values. Seeded once from the system, so that only the start can fail for want of chance.

use crate::keyed_hash::keyed_hash;
use crate::record_id::RecordId;

const ALPHANUMERIC: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A stream of bytes that nobody can guess: HMAC-SHA256 of a counter under a secret seed.
pub(crate) struct Random {
    seed: [u8; 32],
    counter: u64,
}

impl Random {
    pub(crate) fn from_system() -> Result<Self, getrandom::Error> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)?;
        Ok(Self::from_seed(seed))
    }

    pub(crate) fn from_seed(seed: [u8; 32]) -> Self {
        Self { seed, counter: 0 }
    }

    pub(crate) fn bytes(&mut self) -> [u8; 32] {
        self.counter += 1;
        keyed_hash(&self.seed, &self.counter.to_be_bytes())
    }

    pub(crate) fn alphanumeric(&mut self, length: usize) -> String {
        let mut text = String::with_capacity(length);
        while text.len() < length {
            let wanted = length - text.len();
            // 248 is the greatest multiple of 62 in a byte: beyond it, some letters would be likelier than others.
            let fair = self.bytes().into_iter().filter(|byte| *byte < 248);
            text.extend(
                fair.take(wanted)
                    .map(|byte| char::from(ALPHANUMERIC[usize::from(byte % 62)])),
            );
        }
        text
    }

    /// Two digits for each of `bytes` bytes, at most 32.
    pub(crate) fn upper_hex(&mut self, bytes: usize) -> String {
        hex(&self.bytes()[..bytes.min(32)]).to_uppercase()
    }

    /// A version 4 UUID.
    pub(crate) fn uuid(&mut self) -> String {
        let mut bytes = self.bytes();
        bytes[6] = (bytes[6] & 0x0f) | 0x40;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        let digits = hex(&bytes[..16]);
        [
            &digits[..8],
            &digits[8..12],
            &digits[12..16],
            &digits[16..20],
            &digits[20..],
        ]
        .join("-")
    }

    /// An 18-character Salesforce record id.
    pub(crate) fn record_id(&mut self, prefix: &str) -> String {
        RecordId::new(prefix, &self.alphanumeric(6)).into_18()
    }
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 0x0f])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_the_shape_asked_for() {
        let mut random = Random::from_seed([1; 32]);
        let text = random.alphanumeric(85);
        assert_eq!(text.len(), 85);
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        let secret = random.upper_hex(32);
        assert_eq!(secret.len(), 64);
        assert!(
            secret
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'))
        );
        let uuid = random.uuid();
        assert_eq!((uuid.len(), &uuid[14..15]), (36, "4"));
    }

    #[test]
    fn no_value_comes_twice() {
        let mut random = Random::from_seed([1; 32]);
        assert_ne!(random.alphanumeric(24), random.alphanumeric(24));
    }
}
