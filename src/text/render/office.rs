//! What an office is told in the chat: that letters wait at the desk; and the receipt of a matter entered for someone.

use crate::domain::access::CaseRole;
use crate::domain::button::Act;
use crate::domain::ids::CaseId;
use crate::domain::lookup::spaced;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::world::{Deciding, Key, LetterFilter, ListKey, Stop};
use crate::text::Args;

use super::note::way_key;
use super::telling::{Telling, numbered, page};

/// The number only: letters are read at the desk.
pub(super) fn letter(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    let (case, role) = t.case(id, [])?;
    match role {
        CaseRole::Office | CaseRole::Overseer => {
            let args = numbered(case).text("url", t.desk_url());
            Ok(page(vec![t.say_with("office-letter", &args)], vec![]))
        }
        CaseRole::Writer | CaseRole::Deputy | CaseRole::Stranger => Err(Stop::Refused(Refusal::NotYours)),
    }
}

/// Further letters came since the office was last told: how many wait now.
pub(super) fn letters(t: &Telling<'_>) -> Deciding<Rendered> {
    let reader = t.own_reader()?;
    let waiting = t
        .world
        .list(&ListKey::Letters {
            reader,
            filter: LetterFilter::Open,
            page: 0,
        })?
        .total;
    let args = Args::new().number("count", waiting).text("url", t.desk_url());
    Ok(page(vec![t.say_with("office-letters", &args)], vec![]))
}

/// The matter has a number and a lookup code, with which the constituent can follow it on a telephone of their own.
pub(super) fn entered_for(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    let (case, role) = t.case(id, [Key::RecordOfCase(id)])?;
    if case.entered_by != Some(t.to.id) && !role.answers() {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let way = case
        .entered_way
        .map(|way| t.say(way_key(way)))
        .unwrap_or_default();
    let mut lines = vec![
        t.say_with("entered-for", &numbered(case).text("way", way)),
        t.say_with(
            "entered-for-code",
            &numbered(case).text("code", spaced(&t.cx.lookup.code(id))),
        ),
    ];
    let mut row = Vec::new();
    if role.answers() {
        row.push(t.button("button-show-letter", Act::ShowLetter(id)));
    }
    let record = t.world.record_of_case(&id)?;
    if let (CaseRole::Deputy, Some(record)) = (role, record) {
        lines.push(t.say("record-drafted"));
        row.push(t.button("button-show-record", Act::ShowRecord(record)));
    }
    let mut acts = Vec::new();
    if role.answers() {
        acts.push(t.button("button-raise", Act::Raise(id)));
        acts.push(t.button("button-pass-on", Act::PassOn(id)));
    }
    Ok(page(lines, vec![row, acts]))
}
