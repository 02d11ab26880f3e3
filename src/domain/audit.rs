//! The audit log: who did or read what, chained by hashes of salted digests, never of content.

use sha2::{Digest, Sha256};

use super::ids::AccountId;

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Place in the chain, from 1 without gaps.
    pub seq: i64,
    /// When.
    pub at: i64,
    /// Who; none: the command line or the program.
    pub account_id: Option<AccountId>,
    /// What, as a word: `invitation.refused`, `roster.imported` …
    pub act: String,
    /// Upon what, as kind and id: `deputy 5`.
    pub subject: String,
    /// Random, so that the digest gives nothing away and can be forgotten.
    pub salt: String,
    /// Hash over the entry before and this one.
    pub chain: String,
}

impl AuditEntry {
    /// The hash that this entry must carry after `before` (the chain of the entry before it; empty for the first).
    pub fn expected_chain(&self, before: &str) -> String {
        let who = self.account_id.map_or(0, |id| id.0);
        let digest = Sha256::digest(format!("{}|{}|{}|{}", self.salt, who, self.act, self.subject));
        let link = Sha256::digest(format!("{before}|{}|{}|{}", self.seq, self.at, hex(&digest)));
        hex(&link)
    }
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
