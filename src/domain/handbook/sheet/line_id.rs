//! 记录编号: which record a row is, and in which version it was written out. Letters close it, so that no program counts it up
//! when a cell is dragged, and a slip of the pen is found.

use sha2::{Digest, Sha256};

use crate::domain::ids::RecordId;
use crate::domain::roster::cell::compact;

/// Letters that are not mistaken for digits.
const LETTERS: &[u8; 20] = b"ABCDEFGHJKLMNPQRTUVW";

/// The id of a line: its record, and the version that was written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LineId {
    /// The record.
    pub record: RecordId,
    /// Its version then.
    pub version: u32,
}

impl LineId {
    /// As it stands in the cell: `R123.1.KD`.
    pub fn written(self) -> String {
        let bare = format!("R{}.{}", self.record, self.version);
        let check = check(&bare);
        format!("{bare}.{check}")
    }

    /// Reads what stands in a cell; nothing if it was changed.
    pub fn read(text: &str) -> Option<Self> {
        let text = compact(text).to_uppercase();
        let (bare, letters) = text.rsplit_once('.')?;
        if check(bare) != letters {
            return None;
        }
        let (record, version) = bare.strip_prefix('R')?.split_once('.')?;
        Some(Self {
            record: RecordId(record.parse().ok()?),
            version: version.parse().ok()?,
        })
    }
}

fn check(bare: &str) -> String {
    Sha256::digest(bare.as_bytes())
        .iter()
        .take(2)
        .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
        .collect()
}
