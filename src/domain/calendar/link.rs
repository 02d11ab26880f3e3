//! The secret address under which a person's calendar program fetches what is due. Made and revoked by `flows::calendar_link`,
//! looked up by `web::calendar_feed`.
//!
//! **Invariants:** the secret is kept nowhere: it is derived from the key of the installation, whose and when, and the
//! database holds its hash; a new one makes the old one worthless; a person has at most one.

use crate::domain::ids::{AccountId, DeputyId, OfficeId};
use crate::domain::lookup::{LookupKey, secret_hash};

/// Characters of the secret: 160 bits in hex.
const LENGTH: usize = 40;

/// A person's own address, as the database keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarLink {
    /// Whose.
    pub account_id: AccountId,
    /// SHA-256 of the secret in hex.
    pub token_hash: String,
    /// When it was made; the secret follows from it.
    pub made_at: i64,
    /// Worth nothing since.
    pub revoked_at: Option<i64>,
}

impl CalendarLink {
    /// A new one.
    pub fn new(account_id: AccountId, now: i64, key: &LookupKey) -> Self {
        Self {
            account_id,
            token_hash: secret_hash(&secret(account_id, now, key)),
            made_at: now,
            revoked_at: None,
        }
    }

    /// The secret, if the address is good.
    pub fn secret(&self, key: &LookupKey) -> Option<String> {
        self.revoked_at
            .is_none()
            .then(|| secret(self.account_id, self.made_at, key))
    }

    /// Whether what was sent is this address's secret and the address is good. Takes as long for a wrong secret as for the
    /// right one.
    pub fn opens(&self, sent: &str) -> bool {
        use subtle::ConstantTimeEq;
        let same: bool = self
            .token_hash
            .as_bytes()
            .ct_eq(secret_hash(sent).as_bytes())
            .into();
        same && self.revoked_at.is_none()
    }
}

fn secret(account: AccountId, made_at: i64, key: &LookupKey) -> String {
    let mut token = key.token("calendar", &format!("{account}|{made_at}"));
    token.truncate(LENGTH);
    token
}

/// What a well-formed secret looks like; anything else is not looked up.
pub fn looks_like_secret(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whose days a feed shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedOf {
    /// A deputy's own feedback.
    Deputy(DeputyId),
    /// What the deputies of a unit owe, for its officers.
    Unit(OfficeId),
    /// What deputies and handling units owe, for the provincial office.
    Province,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> LookupKey {
        LookupKey::new([9; 32])
    }

    #[test]
    fn an_address_opens_with_its_own_secret_until_it_is_revoked_or_made_anew() {
        let link = CalendarLink::new(AccountId(7), 1_000, &key());
        let secret = link.secret(&key()).unwrap();
        assert!(looks_like_secret(&secret), "{secret}");
        assert!(link.opens(&secret));
        assert!(!link.token_hash.contains(&secret));
        let anew = CalendarLink::new(AccountId(7), 2_000, &key());
        assert!(!anew.opens(&secret));
        let revoked = CalendarLink {
            revoked_at: Some(3_000),
            ..link
        };
        assert!(!revoked.opens(&secret));
        assert_eq!(revoked.secret(&key()), None);
    }

    #[test]
    fn nothing_else_is_looked_up() {
        for text in [
            "",
            "x",
            "../etc/passwd",
            &"g".repeat(40),
            &"a".repeat(41),
            &"ａ".repeat(40),
        ] {
            assert!(!looks_like_secret(text), "{text}");
        }
    }
}
