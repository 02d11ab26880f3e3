//! Lookup codes (查询码): six digits that open a case together with its number.
//!
//! A code is derived from the case and a key of the installation, so it is stored nowhere.
//! **Danger:** six digits can be guessed; `flows/look_up.rs` counts and locks.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::audit::hex;
use super::ids::CaseId;

/// The key from which lookup codes and other derived values are made; 32 bytes from the key file.
#[derive(Clone)]
pub struct LookupKey([u8; 32]);

impl std::fmt::Debug for LookupKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LookupKey(…)")
    }
}

impl LookupKey {
    /// Takes the bytes of the key.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    fn derive(&self, purpose: &str, id: i64) -> [u8; 32] {
        let mut mac =
            <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0).expect("an HMAC key may have any length");
        mac.update(purpose.as_bytes());
        mac.update(&id.to_be_bytes());
        mac.finalize().into_bytes().into()
    }

    /// The code of a case: six digits.
    pub fn code(&self, case: CaseId) -> String {
        let bytes = self.derive("lookup", case.0);
        let number = u64::from_be_bytes([
            bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
        ]);
        format!("{:06}", number % 1_000_000)
    }

    /// True when the typed digits are the code of the case.
    pub fn opens(&self, case: CaseId, typed: &str) -> bool {
        use subtle::ConstantTimeEq;
        self.code(case).as_bytes().ct_eq(typed.as_bytes()).into()
    }

    /// A token that only this installation can make from a text, in hex: forms carry it.
    pub fn token(&self, purpose: &str, of: &str) -> String {
        let mut mac =
            <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0).expect("an HMAC key may have any length");
        mac.update(purpose.as_bytes());
        mac.update(b"|");
        mac.update(of.as_bytes());
        hex(&mac.finalize().into_bytes())
    }

    /// Salt for an audit entry.
    pub fn salt(&self, seq: i64) -> String {
        hex(&self.derive("audit", seq)[..8])
    }
}

/// The hash of a secret that is shown once, as stored: invitation codes, cookies.
pub fn secret_hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Six digits in two groups, as they are read out.
pub fn spaced(code: &str) -> String {
    match (code.get(..3), code.get(3..)) {
        (Some(first), Some(second)) => format!("{first} {second}"),
        _ => code.to_owned(),
    }
}
