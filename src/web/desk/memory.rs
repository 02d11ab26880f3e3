//! What the desk keeps between two requests: rosters and calendars that were looked at and not yet confirmed, and where
//! forms led.
//!
//! Only in memory, small and bounded: whatever is lost here costs an officer one more step and never an act done twice,
//! because the claimed keys of inputs see to that.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::audit::hex;
use crate::domain::calendar::YearPlan;
use crate::domain::ids::{AccountId, CalendarVersion};
use crate::domain::record::command::HandbookSheet;
use crate::domain::roster::RosterEntry;
use crate::domain::suggestion::command::NewUnits;
use crate::domain::suggestion::register_sheet::SuggestionEntry;

/// Previews of a kind that are kept; beyond it the oldest goes. A roster of the whole province has under a thousand rows.
const MOST_PREVIEWS: usize = 20;
/// Forms whose end is remembered.
const MOST_FORMS: usize = 500;

/// A roster that an officer looks at before taking it in.
pub(super) struct Preview {
    pub(super) entries: Vec<RosterEntry>,
    /// SHA-256 of the file in hex.
    pub(super) file_hash: String,
    /// The kept roster that it was compared with.
    pub(super) basis: String,
    /// The unit whose roster it is; none: the whole province's.
    pub(super) unit: Option<String>,
}

/// Plans of years that an officer looks at before taking them in.
pub(super) struct CalendarPreview {
    pub(super) plans: Vec<YearPlan>,
    /// Name of the file.
    pub(super) source: String,
    /// SHA-256 of the file in hex.
    pub(super) file_hash: String,
    /// The calendar that it was compared with; 0: what the program ships.
    pub(super) basis: CalendarVersion,
}

/// A sheet of suggestions that an officer looks at before taking it in.
pub(super) struct SuggestionPreview {
    pub(super) entries: Vec<SuggestionEntry>,
    /// SHA-256 of the file in hex.
    pub(super) file_hash: String,
    pub(super) new_units: NewUnits,
}

struct Kept<P> {
    id: String,
    account: AccountId,
    preview: Arc<P>,
}

/// Previews of one kind.
pub(super) struct Previews<P>(Mutex<VecDeque<Kept<P>>>);

impl<P> Default for Previews<P> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

/// The memory of the desk.
#[derive(Default)]
pub(super) struct Memory {
    pub(super) rosters: Previews<Preview>,
    pub(super) calendars: Previews<CalendarPreview>,
    pub(super) suggestions: Previews<SuggestionPreview>,
    pub(super) handbooks: Previews<HandbookSheet>,
    forms: Mutex<VecDeque<(String, String)>>,
}

impl<P> Previews<P> {
    /// Keeps a preview for an officer; gives the random id that names it.
    pub(super) fn keep(&self, account: AccountId, preview: P) -> String {
        let id = hex(&rand::random::<[u8; 16]>());
        let mut previews = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while previews.len() >= MOST_PREVIEWS {
            previews.pop_front();
        }
        previews.push_back(Kept {
            id: id.clone(),
            account,
            preview: Arc::new(preview),
        });
        id
    }

    /// The preview of this id, if it is this officer's and still here.
    pub(super) fn find(&self, account: AccountId, id: &str) -> Option<Arc<P>> {
        let previews = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        previews
            .iter()
            .find(|kept| kept.account == account && kept.id == id)
            .map(|kept| Arc::clone(&kept.preview))
    }

    /// Forgets a preview that was taken in.
    pub(super) fn forget(&self, id: &str) {
        let mut previews = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        previews.retain(|kept| kept.id != id);
    }
}

impl Memory {
    /// Remembers where a form that was taken led, so that a second delivery is answered like the first.
    pub(super) fn remember(&self, key: &str, location: &str) {
        let mut forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        while forms.len() >= MOST_FORMS {
            forms.pop_front();
        }
        forms.push_back((key.to_owned(), location.to_owned()));
    }

    /// Where the form with this key led.
    pub(super) fn led_to(&self, key: &str) -> Option<String> {
        let forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        forms
            .iter()
            .rev()
            .find(|(form, _)| form == key)
            .map(|(_, location)| location.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview() -> Preview {
        Preview {
            entries: Vec::new(),
            file_hash: String::new(),
            basis: String::new(),
            unit: None,
        }
    }

    #[test]
    fn a_preview_is_for_the_officer_who_made_it() {
        let memory = Memory::default();
        let id = memory.rosters.keep(AccountId(1), preview());
        assert!(memory.rosters.find(AccountId(1), &id).is_some());
        assert!(memory.rosters.find(AccountId(2), &id).is_none());
        memory.rosters.forget(&id);
        assert!(memory.rosters.find(AccountId(1), &id).is_none());
    }

    #[test]
    fn the_oldest_preview_goes_when_there_are_too_many() {
        let memory = Memory::default();
        let first = memory.rosters.keep(AccountId(1), preview());
        let second = memory.rosters.keep(AccountId(1), preview());
        for _ in 1..MOST_PREVIEWS {
            memory.rosters.keep(AccountId(1), preview());
        }
        assert!(memory.rosters.find(AccountId(1), &first).is_none());
        assert!(memory.rosters.find(AccountId(1), &second).is_some());
    }

    #[test]
    fn a_form_is_remembered_by_its_key() {
        let memory = Memory::default();
        memory.remember("web:1:a", "/desk");
        assert_eq!(memory.led_to("web:1:a").as_deref(), Some("/desk"));
        assert_eq!(memory.led_to("web:2:a"), None);
    }
}
