//! Writing a draft of a motion or suggestion: begun, part by part, with its sources and ticks, put away and brought back.
//!
//! Called by the chat, and by the flows that read documents and merge. **Invariants:** only its deputy writes in it, and only
//! while it is open; words that were replaced stay in its life; changed words make every confirmation of a name one to ask for
//! again.

use crate::domain::access::{DraftRole, draft_role};
use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::case::text::kept;
use crate::domain::context::Context;
use crate::domain::draft::text::{DraftText, kind_of};
use crate::domain::draft::{DraftOrigin, DraftPart, DraftRow, DraftStage, between_sessions, content_hash};
use crate::domain::ids::{AccountId, CaseId, DeputyId, RecordId, SuggestionId};
use crate::domain::people::DeputyStatus;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::{
    NameState, Openness, Suggestion, SuggestionAct, SuggestionKind, SuggestionSources, SuggestionState,
};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::keep_suggestion::{Line, note};

/// Open drafts of one deputy; more are a mistake or a flood.
const MOST_DRAFTS: i64 = 40;
/// Letters and records that one draft takes up.
const MOST_SOURCES: usize = 50;
/// Characters of the handling units that are proposed.
const LONGEST_UNITS: usize = 200;

/// A draft that is the deputy's own, whatever its stage.
pub fn own_draft(world: &World, deputy: DeputyId, id: SuggestionId) -> Deciding<(Suggestion, DraftRow)> {
    world.want([Key::Suggestion(id), Key::Draft(id)])?;
    let (draft, row) = (world.suggestion(&id)?, world.draft(&id)?);
    match draft_role(Some(deputy), draft, None) {
        DraftRole::Drafter => Ok((draft.clone(), row.clone())),
        DraftRole::CoSigner | DraftRole::None => Err(Stop::Refused(Refusal::NotYours)),
    }
}

/// A draft of the deputy's own that may be written in.
pub fn open_draft(world: &World, deputy: DeputyId, id: SuggestionId) -> Deciding<(Suggestion, DraftRow)> {
    let (draft, row) = own_draft(world, deputy, id)?;
    if row.stage.is_open() {
        Ok((draft, row))
    } else {
        Err(Stop::Refused(Refusal::DraftNotOpen))
    }
}

/// The open drafts of a deputy, the newest first.
pub fn open_drafts(world: &World, deputy: DeputyId) -> Deciding<Vec<SuggestionId>> {
    let list = ListKey::DraftsOf(deputy);
    let ids: Vec<SuggestionId> = world
        .list(&list)?
        .ids
        .iter()
        .map(|id| SuggestionId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Draft(*id)))?;
    let mut open = Vec::new();
    for id in ids {
        if world.draft(&id)?.stage.is_open() {
            open.push(id);
        }
    }
    Ok(open)
}

/// Begins a draft without words.
pub fn begin(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    deputy: DeputyId,
    kind: SuggestionKind,
) -> Deciding<SuggestionId> {
    let list = ListKey::DraftsOf(deputy);
    world.want([Key::Deputy(deputy), Key::List(list.clone())])?;
    let row = world.deputy(&deputy)?;
    if row.status != DeputyStatus::InOffice {
        return Err(Stop::Refused(Refusal::NotInOffice));
    }
    if world.list(&list)?.total >= MOST_DRAFTS {
        return Err(Stop::Refused(Refusal::DraftsTooMany));
    }
    let id: SuggestionId = cx.ids.next();
    world.put_suggestion(Suggestion {
        id,
        session: between_sessions(day_of(cx.now)),
        number: String::new(),
        kind,
        state: SuggestionState::Draft,
        title: String::new(),
        situation: String::new(),
        analysis: String::new(),
        proposals: String::new(),
        deputy_id: deputy,
        office_id: row.office_id,
        raised_on: None,
        is_key: false,
        openness: Openness::Unsaid,
        sources: SuggestionSources::default(),
        advice: String::new(),
        merged_into_id: None,
        withdrawn_at: None,
        withdrawn_why: String::new(),
        entered_by: by,
        created_at: cx.now,
    });
    world.put_draft(DraftRow::new(id, deputy, cx.now));
    note(world, cx, by, Line::of(id, SuggestionAct::Entered));
    Ok(id)
}

/// Puts a changed draft back. Confirmations of other words than these are to be asked for again.
pub fn put_changed(
    world: &mut World,
    cx: &Context<'_>,
    draft: Suggestion,
    mut row: DraftRow,
) -> Deciding<()> {
    let list = ListKey::Names(draft.id);
    let names: Vec<DeputyId> = world.list(&list)?.ids.iter().map(|id| DeputyId(*id)).collect();
    world.want(names.iter().map(|id| Key::SuggestionName((draft.id, *id))))?;
    let hash = content_hash(&draft);
    for id in names {
        let mut name = world.suggestion_name(&(draft.id, id))?.clone();
        // Words that were changed back are those that were confirmed.
        let state = name.state_by(&hash);
        if name.state != state {
            name.state = state;
            if state == NameState::Confirmed {
                name.content_hash.clone_from(&hash);
            }
            world.put_suggestion_name(name);
        }
    }
    row.changed_at = cx.now;
    world.put_suggestion(draft);
    world.put_draft(row);
    Ok(())
}

/// How words come to those that stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// In their place.
    Replaces,
    /// Behind them, as a new paragraph.
    Adds,
}

/// Paragraphs without blank lines between them; a title is one line.
fn tidy(part: DraftPart, text: &str) -> String {
    let text = kept(text);
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    match part {
        DraftPart::Title => lines
            .join("")
            .trim_matches(['《', '》', '“', '”', '"'])
            .to_owned(),
        _ => lines.join("\n"),
    }
}

fn set(draft: &mut Suggestion, part: DraftPart, text: String) -> Deciding<()> {
    if text.chars().count() > part.longest() {
        return Err(Stop::Refused(Refusal::DraftPartTooLong));
    }
    *part.of_mut(draft) = text;
    Ok(())
}

/// The life keeps what was there before, so that nothing written is lost.
fn note_replaced(world: &mut World, cx: &Context<'_>, by: &Account, old: &Suggestion, new: &Suggestion) {
    for part in DraftPart::ALL {
        let (before, after) = (part.of(old), part.of(new));
        if !before.is_empty() && !after.starts_with(before) {
            let line = Line::of(new.id, SuggestionAct::Corrected).value(part.tag(), before, "");
            note(world, cx, Some(by.id), line);
        }
    }
}

/// Writes a part of an open draft.
#[expect(
    clippy::too_many_arguments,
    reason = "who, where, what and how: nothing of it goes together"
)]
pub fn write_part(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    deputy: DeputyId,
    id: SuggestionId,
    part: DraftPart,
    text: &str,
    writing: Writing,
) -> Deciding<()> {
    let (old, row) = open_draft(world, deputy, id)?;
    let mut draft = old.clone();
    let text = tidy(part, text);
    let text = match (writing, part.of(&draft)) {
        (Writing::Adds, before) if !before.is_empty() && part != DraftPart::Title => {
            format!("{before}\n{text}")
        }
        _ => text,
    };
    if text.is_empty() {
        return Err(Stop::Refused(Refusal::Empty));
    }
    set(&mut draft, part, text)?;
    if part == DraftPart::Title && kind_of(&draft.title) == Some(SuggestionKind::Motion) {
        draft.kind = SuggestionKind::Motion;
    }
    note_replaced(world, cx, by, &old, &draft);
    put_changed(world, cx, draft, row)
}

/// Fills a draft with what was read of a document or a long message; parts that it lacks stay as they are. Gives whether a part
/// was longer than the paper takes, so that its end was left out.
pub fn fill(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    id: SuggestionId,
    text: &DraftText,
) -> Deciding<bool> {
    let (mut draft, mut row) = open_draft(world, deputy, id)?;
    let mut cut = false;
    for part in DraftPart::ALL {
        let new = tidy(*part, text.part(*part));
        if !new.is_empty() {
            cut |= new.chars().count() > part.longest();
            set(&mut draft, *part, new.chars().take(part.longest()).collect())?;
        }
    }
    if let Some(kind) = text.kind {
        draft.kind = kind;
    }
    if !text.units.is_empty() {
        row.units = text.units.chars().take(LONGEST_UNITS).collect();
    }
    put_changed(world, cx, draft, row)?;
    Ok(cut)
}

/// A motion instead of a suggestion, or the other way.
pub fn set_kind(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    id: SuggestionId,
    kind: SuggestionKind,
) -> Deciding<()> {
    let (mut draft, row) = open_draft(world, deputy, id)?;
    draft.kind = kind;
    // 关于…的建议 becomes 关于…的议案.
    let (old, new) = match kind {
        SuggestionKind::Motion => ("的建议", "的议案"),
        SuggestionKind::Suggestion => ("的议案", "的建议"),
    };
    if let Some(head) = draft.title.strip_suffix(old) {
        draft.title = format!("{head}{new}");
    }
    put_changed(world, cx, draft, row)
}

/// A tick of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// 是否调研形成
    Origin,
    /// 是否多年多次提出
    RaisedBefore,
    /// 是否希望见面沟通
    WantsMeeting,
    /// 是否同意公开
    Openness,
}

/// Turns a tick on to its next value. The content that co-signers confirm has no ticks.
pub fn tick(world: &mut World, deputy: DeputyId, id: SuggestionId, field: Field) -> Deciding<()> {
    let (mut draft, mut row) = open_draft(world, deputy, id)?;
    match field {
        Field::Origin => row.origin = row.origin.next(),
        Field::RaisedBefore => row.raised_before = row.raised_before.next(),
        Field::WantsMeeting => row.wants_meeting = row.wants_meeting.next(),
        Field::Openness => {
            draft.openness = match draft.openness {
                Openness::Unsaid => Openness::Open,
                Openness::Open => Openness::Closed,
                Openness::Closed => Openness::Unsaid,
            }
        }
    }
    world.put_suggestion(draft);
    world.put_draft(row);
    Ok(())
}

/// 建议承办单位
pub fn set_units(world: &mut World, deputy: DeputyId, id: SuggestionId, text: &str) -> Deciding<()> {
    let (_, mut row) = open_draft(world, deputy, id)?;
    let text = kept(text.trim()).lines().collect::<Vec<_>>().join("、");
    if text.chars().count() > LONGEST_UNITS {
        return Err(Stop::Refused(Refusal::DraftPartTooLong));
    }
    row.units = text;
    world.put_draft(row);
    Ok(())
}

/// Agrees, or no longer, that deputies with a like draft are told of it.
pub fn set_sharing(world: &mut World, deputy: DeputyId, id: SuggestionId, shares: bool) -> Deciding<()> {
    let (_, mut row) = open_draft(world, deputy, id)?;
    row.shares = shares;
    world.put_draft(row);
    Ok(())
}

/// What a draft grew from: the deputy's own letters and contact records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A letter.
    Case(CaseId),
    /// A record.
    Record(RecordId),
}

/// Takes a letter or a contact record up into a draft; a letter brings its record along, and a record its letter.
pub fn link(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    id: SuggestionId,
    source: Source,
) -> Deciding<()> {
    let (case, record) = check_source(world, deputy, source)?;
    let (mut draft, mut row) = open_draft(world, deputy, id)?;
    let sources = &mut draft.sources;
    if let Some(case) = case.filter(|case| !sources.cases.contains(case)) {
        sources.cases.push(case);
    }
    if let Some(record) = record.filter(|record| !sources.records.contains(record)) {
        sources.records.push(record);
    }
    if sources.cases.len() > MOST_SOURCES || sources.records.len() > MOST_SOURCES {
        return Err(Stop::Refused(Refusal::TooLong));
    }
    if row.origin == DraftOrigin::Unsaid {
        row.origin = DraftOrigin::Contact;
    }
    row.changed_at = cx.now;
    world.put_suggestion(draft);
    world.put_draft(row);
    Ok(())
}

/// Checks that the source is the deputy's own; gives its letter and its record.
pub fn check_source(
    world: &World,
    deputy: DeputyId,
    source: Source,
) -> Deciding<(Option<CaseId>, Option<RecordId>)> {
    match source {
        Source::Case(case) => {
            world.want([Key::Case(case), Key::RecordOfCase(case)])?;
            if world.case(&case)?.reader != Reader::Deputy(deputy) {
                return Err(Stop::Refused(Refusal::NotYours));
            }
            Ok((Some(case), world.record_of_case(&case)?))
        }
        Source::Record(record) => {
            let row = world.record(&record)?;
            if row.deputy_id != deputy {
                return Err(Stop::Refused(Refusal::NotYours));
            }
            Ok((row.case_id, Some(record)))
        }
    }
}

/// 收起: it is kept, and 拿回来 brings it back.
pub fn put_away(world: &mut World, deputy: DeputyId, id: SuggestionId) -> Deciding<()> {
    let (_, mut row) = open_draft(world, deputy, id)?;
    row.stage = DraftStage::PutAway;
    world.put_draft(row);
    Ok(())
}

/// A draft that was put away or merged is open again.
pub fn bring_back(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    deputy: DeputyId,
    id: SuggestionId,
) -> Deciding<()> {
    let (mut draft, mut row) = own_draft(world, deputy, id)?;
    match row.stage {
        DraftStage::PutAway | DraftStage::Merged => {}
        DraftStage::Open => return Ok(()),
        DraftStage::Reading | DraftStage::HandedIn | DraftStage::Registered | DraftStage::Unread => {
            return Err(Stop::Refused(Refusal::DraftNotOpen));
        }
    }
    row.stage = DraftStage::Open;
    draft.merged_into_id = None;
    let line = Line::of(id, SuggestionAct::Corrected).value("stage", "", "open");
    note(world, cx, Some(by.id), line);
    put_changed(world, cx, draft, row)
}
