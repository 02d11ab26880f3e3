//! Sealing of telephone numbers and mail addresses in their columns: XChaCha20-Poly1305, bound to table, column and row.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::StoreError;
use crate::domain::audit::hex;

/// Seals and opens single values. The key comes from the key file.
pub struct Sealer(XChaCha20Poly1305);

/// Marks a sealed value, with the version of the way it is sealed.
const MARK: &str = "s1:";

impl Sealer {
    /// Takes the 32 bytes of the key.
    pub fn new(key: [u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(&key.into()))
    }

    /// The sealed form of a value; an empty value stays empty.
    pub(crate) fn seal(&self, value: &str, column: &str, id: i64) -> String {
        if value.is_empty() {
            return String::new();
        }
        let nonce: [u8; 24] = rand::random();
        let place = format!("{column}:{id}");
        let sealed = self
            .0
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: value.as_bytes(),
                    aad: place.as_bytes(),
                },
            )
            .expect("a short text can always be sealed");
        format!("{MARK}{}{}", hex(&nonce), hex(&sealed))
    }

    /// The value again; fails with another key or in another place.
    pub(crate) fn open(&self, sealed: &str, column: &str, id: i64) -> Result<String, StoreError> {
        let Some(body) = sealed.strip_prefix(MARK) else {
            return Ok(sealed.to_owned());
        };
        let wrong = || StoreError::Data(format!("{column} of {id} can't be opened with this key file"));
        let bytes = from_hex(body).ok_or_else(wrong)?;
        let (nonce, rest) = bytes.split_at_checked(24).ok_or_else(wrong)?;
        let nonce: [u8; 24] = nonce.try_into().map_err(|_| wrong())?;
        let place = format!("{column}:{id}");
        let opened = self
            .0
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: rest,
                    aad: place.as_bytes(),
                },
            )
            .map_err(|_| wrong())?;
        String::from_utf8(opened).map_err(|_| wrong())
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_number_opens_only_in_its_place_and_with_its_key() {
        let sealer = Sealer::new([7; 32]);
        let sealed = sealer.seal("13900000001", "deputies.phone", 5);
        assert!(!sealed.contains("13900000001"));
        assert_eq!(sealer.open(&sealed, "deputies.phone", 5).unwrap(), "13900000001");
        assert!(sealer.open(&sealed, "deputies.phone", 6).is_err());
        assert!(Sealer::new([8; 32]).open(&sealed, "deputies.phone", 5).is_err());
    }
}
