//! Drafting a motion or suggestion in the chat: step by step in free words, by taps, or from a document.
//!
//! Decides what words and taps mean and hands over to the flows. **Invariants:** words are taken for a draft only while its step
//! stands, or where the deputy says so by a tap; each message is kept as soon as it is decided, so that nothing is lost when the
//! telephone dies; a step lapses, the draft stays.

use crate::domain::account::Account;
use crate::domain::button::Act;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::draft::admissibility::Bar;
use crate::domain::draft::message::{AdviceTap, DraftMessage, DraftTap};
use crate::domain::draft::text as draft_text;
use crate::domain::draft::{DraftPart, HandInWay, NamesRead};
use crate::domain::ids::{DeputyId, SuggestionId};
use crate::domain::message::{Content, FileKind, NewFile};
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::SuggestionKind;
use crate::domain::world::{Deciding, Stop, World};
use crate::flows::check_draft::{self, check_draft};
use crate::flows::owe::owe;
use crate::flows::write_draft::{self, Field, Source, Writing};
use crate::flows::{co_sign, hand_in_draft, merge_drafts, take_draft_file};

/// Writing takes longer than answering: the step stands so many times as long.
const LONGER: i64 = 4;

fn say(world: &mut World, cx: &Context<'_>, account: &Account, about: DraftMessage) {
    owe(account, MessageKind::Draft { about }, cx).put(world, cx);
}

/// Goes to a step and says something.
fn go(world: &mut World, cx: &Context<'_>, account: &Account, step: Step, about: DraftMessage) {
    let mut account = world.account(&account.id).unwrap_or(account).clone();
    account
        .dialogue
        .go(step, Some(cx.now + cx.rules.step_lapses_ms * LONGER));
    say(world, cx, &account, about);
    world.put_account(account);
}

/// The step has done its work, and something is said.
fn rest(world: &mut World, cx: &Context<'_>, account: &Account, about: DraftMessage) {
    let mut account = world.account(&account.id).unwrap_or(account).clone();
    account.dialogue.rest();
    say(world, cx, &account, about);
    world.put_account(account);
}

fn ask_part(world: &mut World, cx: &Context<'_>, account: &Account, draft: SuggestionId, part: DraftPart) {
    let step = Step::Drafting {
        draft,
        part,
        adds: false,
    };
    go(world, cx, account, step, DraftMessage::Ask { draft, part });
}

/// A tap of the deputy; the act is one of those about drafts.
pub(super) fn tapped(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    act: &Act,
) -> Deciding<()> {
    match *act {
        Act::Drafts => rest(world, cx, account, DraftMessage::List),
        Act::NewDraft(kind) => {
            let draft = write_draft::begin(world, cx, Some(account.id), deputy, kind)?;
            ask_part(world, cx, account, draft, DraftPart::Title);
        }
        Act::DraftThis(kind) => begin_with_words(world, cx, account, deputy, kind)?,
        Act::DraftFrom(case) => from_source(world, cx, account, deputy, Source::Case(case))?,
        Act::DraftFromRecord(record) => from_source(world, cx, account, deputy, Source::Record(record))?,
        Act::DraftNewFrom(case) => new_from(world, cx, account, deputy, Source::Case(case))?,
        Act::DraftNewFromRecord(record) => new_from(world, cx, account, deputy, Source::Record(record))?,
        Act::DraftLink(draft, case) => link(world, cx, account, deputy, draft, Source::Case(case))?,
        Act::DraftLinkRecord(draft, record) => {
            link(world, cx, account, deputy, draft, Source::Record(record))?;
        }
        Act::Draft(tap, draft) => upon(world, cx, account, deputy, tap, draft)?,
        Act::DraftAdvice(draft, bar, tap) => advised(world, cx, account, deputy, draft, bar, tap)?,
        Act::DraftInvite(draft, whom) => {
            co_sign::invite(world, cx, Some(account.id), deputy, draft, whom)?;
            let read = NamesRead {
                asked: vec![whom],
                ..NamesRead::default()
            };
            let step = Step::DraftNaming { draft, read };
            go(world, cx, account, step, DraftMessage::NamesRead { draft });
        }
        Act::CoSign(draft, mark, yes) => co_sign::answer(world, cx, account, deputy, draft, mark, yes)?,
        Act::DraftMerge(kept, gone) => {
            merge_drafts::merge(world, cx, account, deputy, kept, gone)?;
            rest(world, cx, account, DraftMessage::Merged { kept, gone });
        }
        Act::DraftPropose(mine, theirs) => {
            merge_drafts::propose(world, cx, deputy, mine, theirs)?;
            say(world, cx, account, DraftMessage::JoinSent { mine, theirs });
        }
        Act::DraftJoin(theirs, mine, together) => {
            merge_drafts::join(world, cx, account, deputy, theirs, mine, together)?;
            if !together {
                say(world, cx, account, DraftMessage::One { draft: mine });
            }
        }
        Act::DraftIs(draft, row, true) => {
            hand_in_draft::is_registered(world, cx, account, deputy, draft, row)?;
            let about = DraftMessage::Registered {
                draft,
                suggestion: row,
            };
            say(world, cx, account, about);
        }
        Act::DraftIs(draft, _, false) => say(world, cx, account, DraftMessage::One { draft }),
        _ => return Err(Stop::Refused(Refusal::OldButton)),
    }
    Ok(())
}

/// Words that sounded like a suggestion become a draft: the title where one is in them, the rest as the parts that they tell.
fn begin_with_words(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    kind: SuggestionKind,
) -> Deciding<()> {
    let Step::DraftOffered(text) = account.dialogue.step_at(cx.now).clone() else {
        return Err(Stop::Refused(Refusal::OldButton));
    };
    let draft = write_draft::begin(world, cx, Some(account.id), deputy, kind)?;
    let mut read = draft_text::read(&text);
    read.kind = Some(kind);
    write_draft::fill(world, cx, deputy, draft, &read)?;
    match DraftPart::first_empty(world.suggestion(&draft)?) {
        Some(part) => ask_part(world, cx, account, draft, part),
        None => rest(world, cx, account, DraftMessage::One { draft }),
    }
    Ok(())
}

/// A letter or record: into one of the open drafts, or a new one.
fn from_source(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    source: Source,
) -> Deciding<()> {
    write_draft::check_source(world, deputy, source)?;
    if write_draft::open_drafts(world, deputy)?.is_empty() {
        return new_from(world, cx, account, deputy, source);
    }
    let (case, record) = match source {
        Source::Case(case) => (Some(case), None),
        Source::Record(record) => (None, Some(record)),
    };
    say(world, cx, account, DraftMessage::OfferSource { case, record });
    Ok(())
}

fn new_from(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    source: Source,
) -> Deciding<()> {
    write_draft::check_source(world, deputy, source)?;
    let draft = write_draft::begin(world, cx, Some(account.id), deputy, SuggestionKind::Suggestion)?;
    write_draft::link(world, cx, deputy, draft, source)?;
    ask_part(world, cx, account, draft, DraftPart::Title);
    Ok(())
}

fn link(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    draft: SuggestionId,
    source: Source,
) -> Deciding<()> {
    write_draft::link(world, cx, deputy, draft, source)?;
    say(world, cx, account, DraftMessage::Facts { draft });
    Ok(())
}

fn upon(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    tap: DraftTap,
    draft: SuggestionId,
) -> Deciding<()> {
    use DraftMessage as M;
    match tap {
        // Whether they are asked is decided where it is shown.
        DraftTap::Card => {
            say(world, cx, account, M::Card { draft, again: false });
            return Ok(());
        }
        DraftTap::CardPaper => {
            say(world, cx, account, M::CardPaper { draft });
            return Ok(());
        }
        _ => {}
    }
    write_draft::own_draft(world, deputy, draft)?;
    let part = match tap {
        DraftTap::Title => Some(DraftPart::Title),
        DraftTap::Situation => Some(DraftPart::Situation),
        DraftTap::Analysis => Some(DraftPart::Analysis),
        DraftTap::Proposals => Some(DraftPart::Proposals),
        _ => None,
    };
    if let Some(part) = part {
        write_draft::open_draft(world, deputy, draft)?;
        ask_part(world, cx, account, draft, part);
        return Ok(());
    }
    let about = match tap {
        DraftTap::Add => return add(world, cx, account, draft),
        DraftTap::Facts => M::Facts { draft },
        DraftTap::Check => {
            check_draft(world, cx, deputy, draft)?;
            M::Check { draft }
        }
        DraftTap::Names => M::Names { draft },
        DraftTap::AskNames => {
            write_draft::open_draft(world, deputy, draft)?;
            let read = NamesRead::default();
            let step = Step::DraftNaming { draft, read };
            go(world, cx, account, step, M::AskNames { draft });
            return Ok(());
        }
        DraftTap::AskAgain => {
            co_sign::ask_again(world, cx, Some(account.id), deputy, draft)?;
            M::Names { draft }
        }
        DraftTap::Paper => {
            words_are_done(world, cx, account, deputy, draft)?;
            M::Paper { draft }
        }
        DraftTap::Form => M::Form { draft },
        DraftTap::TickOrigin => return tick(world, cx, account, deputy, draft, Field::Origin),
        DraftTap::TickBefore => return tick(world, cx, account, deputy, draft, Field::RaisedBefore),
        DraftTap::TickMeeting => return tick(world, cx, account, deputy, draft, Field::WantsMeeting),
        DraftTap::TickOpen => return tick(world, cx, account, deputy, draft, Field::Openness),
        DraftTap::Units => {
            write_draft::open_draft(world, deputy, draft)?;
            go(world, cx, account, Step::DraftUnits(draft), M::AskUnits { draft });
            return Ok(());
        }
        DraftTap::Alike => merge_drafts::find_alike(world, deputy, draft)?,
        DraftTap::Share | DraftTap::Unshare => {
            write_draft::set_sharing(world, deputy, draft, tap == DraftTap::Share)?;
            merge_drafts::find_alike(world, deputy, draft)?
        }
        DraftTap::HandIn => {
            write_draft::open_draft(world, deputy, draft)?;
            check_draft(world, cx, deputy, draft)?;
            words_are_done(world, cx, account, deputy, draft)?;
            M::AskHandIn { draft }
        }
        DraftTap::OnPlatform => handed_in(world, cx, account, deputy, draft, HandInWay::Platform)?,
        DraftTap::AtSession => handed_in(world, cx, account, deputy, draft, HandInWay::Session)?,
        DraftTap::AtOffice => handed_in(world, cx, account, deputy, draft, HandInWay::Office)?,
        DraftTap::NotHandedIn => {
            hand_in_draft::not_handed_in(world, deputy, draft)?;
            M::One { draft }
        }
        DraftTap::PutAway => {
            write_draft::put_away(world, deputy, draft)?;
            M::PutAway { draft }
        }
        DraftTap::BringBack => {
            write_draft::bring_back(world, cx, account, deputy, draft)?;
            M::One { draft }
        }
        DraftTap::AsMotion => turned(world, cx, deputy, draft, SuggestionKind::Motion)?,
        DraftTap::AsSuggestion => turned(world, cx, deputy, draft, SuggestionKind::Suggestion)?,
        DraftTap::Show
        | DraftTap::Card
        | DraftTap::CardPaper
        | DraftTap::Title
        | DraftTap::Situation
        | DraftTap::Analysis
        | DraftTap::Proposals => M::One { draft },
    };
    rest(world, cx, account, about);
    Ok(())
}

/// The paper is made, or the draft is to be handed in: whoever confirmed other words is asked again.
fn words_are_done(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    draft: SuggestionId,
) -> Deciding<()> {
    if write_draft::own_draft(world, deputy, draft)?.1.stage.is_open() {
        co_sign::ask_again(world, cx, Some(account.id), deputy, draft)?;
    }
    Ok(())
}

fn turned(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    draft: SuggestionId,
    kind: SuggestionKind,
) -> Deciding<DraftMessage> {
    write_draft::set_kind(world, cx, deputy, draft, kind)?;
    Ok(DraftMessage::KindChanged { draft, kind })
}

fn handed_in(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    draft: SuggestionId,
    way: HandInWay,
) -> Deciding<DraftMessage> {
    hand_in_draft::hand_in(world, cx, account, deputy, draft, way)?;
    Ok(DraftMessage::HandedIn { draft })
}

fn tick(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    draft: SuggestionId,
    field: Field,
) -> Deciding<()> {
    write_draft::tick(world, deputy, draft, field)?;
    say(world, cx, account, DraftMessage::Form { draft });
    Ok(())
}

/// 接着写: what is typed next is added to the part that was asked for.
fn add(world: &mut World, cx: &Context<'_>, account: &Account, draft: SuggestionId) -> Deciding<()> {
    let part = match &account.dialogue.step {
        Step::Drafting { draft: of, part, .. } if *of == draft => *part,
        _ => return Err(Stop::Refused(Refusal::OldButton)),
    };
    let step = Step::Drafting {
        draft,
        part,
        adds: true,
    };
    go(world, cx, account, step, DraftMessage::Kept { draft, part });
    Ok(())
}

fn advised(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    draft: SuggestionId,
    bar: Bar,
    tap: AdviceTap,
) -> Deciding<()> {
    let (row, _) = write_draft::open_draft(world, deputy, draft)?;
    let advice = check_draft::open_advice(&row, bar)?;
    match tap {
        AdviceTap::Keep => check_draft::keep(world, cx, deputy, draft, bar)?,
        AdviceTap::Cut => check_draft::replace(world, cx, account, deputy, draft, &advice.sentence, "")?,
        AdviceTap::Edit => {
            if !check_draft::stands_in(&row, &advice.sentence) {
                return Err(Stop::Refused(Refusal::OldButton));
            }
            let step = Step::DraftSentence {
                draft,
                sentence: advice.sentence,
            };
            go(world, cx, account, step, DraftMessage::AskSentence { draft });
            return Ok(());
        }
    }
    rest(world, cx, account, DraftMessage::Check { draft });
    Ok(())
}

/// Typed words while a step of drafting stands. True when they were taken.
pub(super) fn typed(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    text: &str,
) -> Deciding<bool> {
    match account.dialogue.step_at(cx.now).clone() {
        Step::Drafting { draft, part, adds } => {
            write(world, cx, account, deputy, draft, part, adds, text)?;
        }
        Step::DraftSentence { draft, sentence } => {
            check_draft::replace(world, cx, account, deputy, draft, &sentence, text)?;
            rest(world, cx, account, DraftMessage::Check { draft });
        }
        Step::DraftNaming { draft, .. } => {
            let read = co_sign::ask_named(world, cx, account, deputy, draft, text)?;
            let step = Step::DraftNaming { draft, read };
            go(world, cx, account, step, DraftMessage::NamesRead { draft });
        }
        Step::DraftUnits(draft) => {
            write_draft::set_units(world, deputy, draft, text)?;
            rest(world, cx, account, DraftMessage::Form { draft });
        }
        _ => return Ok(false),
    }
    Ok(true)
}

#[expect(clippy::too_many_arguments, reason = "the step's fields and the words")]
fn write(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    draft: SuggestionId,
    part: DraftPart,
    adds: bool,
    text: &str,
) -> Deciding<()> {
    let (row, _) = write_draft::open_draft(world, deputy, draft)?;
    // Someone who writes the whole in one message has it taken apart; parts that stand are not written over.
    let mut read = draft_text::read(text);
    read.kind = Some(row.kind);
    let parts = DraftPart::ALL[1..]
        .iter()
        .filter(|part| !read.part(**part).is_empty())
        .count();
    let is_new = DraftPart::ALL[1..].iter().all(|part| part.of(&row).is_empty());
    if read.is_parted && parts > 1 && is_new {
        write_draft::fill(world, cx, deputy, draft, &read)?;
        rest(world, cx, account, DraftMessage::One { draft });
        return Ok(());
    }
    let writing = if adds { Writing::Adds } else { Writing::Replaces };
    write_draft::write_part(world, cx, account, deputy, draft, part, text, writing)?;
    // After the title the situation is next; of the other parts more may follow.
    let (next, adds) = match part {
        DraftPart::Title if row.situation.is_empty() => (DraftPart::Situation, false),
        DraftPart::Title => {
            rest(world, cx, account, DraftMessage::One { draft });
            return Ok(());
        }
        _ => (part, true),
    };
    let step = Step::Drafting {
        draft,
        part: next,
        adds,
    };
    go(world, cx, account, step, DraftMessage::Kept { draft, part });
    Ok(())
}

/// Words that sound like a suggestion: a tap begins a draft with them. While letters wait they are asked about before.
pub(super) fn offer(world: &mut World, cx: &Context<'_>, account: &Account, text: &str) {
    go(
        world,
        cx,
        account,
        Step::DraftOffered(text.to_owned()),
        DraftMessage::OfferWords,
    );
}

/// Whether a document is meant as a draft: while drafting, or by its name or caption. Others are evidence, as before.
pub(super) fn means_draft(account: &Account, cx: &Context<'_>, file: &NewFile, caption: &str) -> bool {
    let name = file.name.as_deref().unwrap_or_default();
    let is_document = file.kind == FileKind::Document
        && [".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf"]
            .iter()
            .any(|end| name.to_lowercase().ends_with(end));
    let drafting = matches!(
        account.dialogue.step_at(cx.now),
        Step::Drafting { .. } | Step::DraftOffered(_)
    );
    let named = ["建议", "议案", "草稿"]
        .iter()
        .any(|word| name.contains(word) || caption.contains(word));
    is_document && (drafting || named)
}

/// A document that a deputy sends. True when it was taken as a draft.
pub(super) fn sent(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    content: &Content,
) -> Deciding<bool> {
    let Content::File { file, caption } = content else {
        return Ok(false);
    };
    if !means_draft(account, cx, file, caption) {
        return Ok(false);
    }
    take_draft_file::take_file(world, cx, account, deputy, file)?;
    Ok(true)
}
