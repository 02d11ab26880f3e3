//! Who sees and does what: the one place where it is decided (invariant 11).

use super::account::Account;
use super::case::{Case, Reader};
use super::ids::{DeputyId, OfficeId};
use super::keeping::DeadLetter;
use super::message_kind::Unavailable;
use super::people::{Deputy, DeputyStatus, Office, OfficeKind, Officer};
use super::suggestion::{NameState, Suggestion, SuggestionName};
use super::world::{Deciding, Key, World};

/// What someone is to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseRole {
    /// The constituent who wrote.
    Writer,
    /// The deputy who reads.
    Deputy,
    /// An officer of the office that reads.
    Office,
    /// An officer of the unit whose deputy reads: numbers, states and days only.
    Overseer,
    /// Nobody.
    Stranger,
}

impl CaseRole {
    /// May read the words and files.
    pub fn reads_words(self) -> bool {
        matches!(self, CaseRole::Writer | CaseRole::Deputy | CaseRole::Office)
    }

    /// May answer, mark and end.
    pub fn answers(self) -> bool {
        matches!(self, CaseRole::Deputy | CaseRole::Office)
    }
}

/// What an account is to a case. `officer` is the account's post, if it has one.
pub fn case_role(account: &Account, officer: Option<&Officer>, case: &Case) -> CaseRole {
    if case.account_id == Some(account.id) {
        return CaseRole::Writer;
    }
    if let Reader::Deputy(deputy) = case.reader
        && account.deputy_id == Some(deputy)
    {
        return CaseRole::Deputy;
    }
    match officer.filter(|officer| officer.ended_at.is_none() && Some(officer.id) == account.officer_id) {
        Some(officer) if case.reader == Reader::Office(officer.office_id) => CaseRole::Office,
        Some(officer) if case.office_id == officer.office_id => CaseRole::Overseer,
        _ => CaseRole::Stranger,
    }
}

/// The row by which the office of a person is known, so that many can be loaded in one round.
pub fn office_key(account: &Account) -> Option<Key> {
    match (account.officer_id, account.deputy_id, account.dialogue.talking_to) {
        (Some(officer), _, _) => Some(Key::Officer(officer)),
        (None, Some(deputy), _) | (None, None, Some(Reader::Deputy(deputy))) => Some(Key::Deputy(deputy)),
        (None, None, Some(Reader::Office(_)) | None) => None,
    }
}

/// The office whose a person is, as far as it is known: where they hold a post, whose deputy they are, or whom a
/// constituent was talking to last. What belongs to nobody is for the provincial office.
pub fn office_of_person(world: &World, account: &Account) -> Deciding<Option<OfficeId>> {
    if let Some(officer) = account.officer_id {
        return Ok(world.find_officer(&officer)?.map(|officer| officer.office_id));
    }
    let deputy = match (account.deputy_id, account.dialogue.talking_to) {
        (Some(deputy), _) | (None, Some(Reader::Deputy(deputy))) => deputy,
        (None, Some(Reader::Office(office))) => return Ok(Some(office)),
        (None, None) => return Ok(None),
    };
    Ok(world.find_deputy(&deputy)?.map(|deputy| deputy.office_id))
}

/// The office that sees to a dead letter: its sender's.
pub fn office_of_dead_letter(world: &World, letter: &DeadLetter) -> Deciding<Option<OfficeId>> {
    match letter.account_id {
        Some(id) => match world.find_account(&id)? {
            Some(account) => office_of_person(world, account),
            None => Ok(None),
        },
        None => Ok(None),
    }
}

/// Whether an officer may act on the deputies of an office: the own unit's; the provincial office on all.
pub fn steers(officer_office: &Office, office: OfficeId) -> bool {
    officer_office.kind == OfficeKind::Provincial || officer_office.id == office
}

/// Why a deputy can't be written to; nothing when they can. Only bound, active deputies of units open to the public
/// are found and written to.
pub fn unavailable(deputy: &Deputy, office: &Office) -> Option<Unavailable> {
    if deputy.status != DeputyStatus::InOffice
        || deputy.paused_at.is_some()
        || !office.open_to_public
        || deputy.gone_at.is_some()
    {
        Some(Unavailable::NotReceiving)
    } else if deputy.account_id.is_none() {
        Some(Unavailable::NotBound)
    } else {
        None
    }
}

/// What a deputy is to a draft of a motion or suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftRole {
    /// Whose draft it is.
    Drafter,
    /// Asked for the name: sees the content, and nothing of its sources or advice.
    CoSigner,
    /// Sees nothing of it. Officers neither: the register begins with the number.
    None,
}

/// What a deputy is to a draft; `name` is the row of this deputy's name under it.
pub fn draft_role(deputy: Option<DeputyId>, draft: &Suggestion, name: Option<&SuggestionName>) -> DraftRole {
    match (deputy, name) {
        (Some(deputy), _) if deputy == draft.deputy_id => DraftRole::Drafter,
        (Some(deputy), Some(name))
            if name.suggestion_id == draft.id
                && name.deputy_id == deputy
                && name.state != NameState::Declined =>
        {
            DraftRole::CoSigner
        }
        _ => DraftRole::None,
    }
}
