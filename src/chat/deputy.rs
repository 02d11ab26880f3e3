//! What a deputy's words are taken for: the step of the dialogue, a word of the bar, an answer to what they reply to; words
//! that name no case are asked about.

use crate::domain::access::CaseRole;
use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::draft::message::DraftMessage;
use crate::domain::duty_record::RecordField;
use crate::domain::ids::{CaseId, DeputyId};
use crate::domain::input::Said;
use crate::domain::menu::Menu;
use crate::domain::message::Content;
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::world::{Deciding, LetterFilter, Stop, World};
use crate::flows::answer_case::{Look, answer_case};
use crate::flows::mark_case::{self, Mark};
use crate::flows::owe::owe;
use crate::flows::write_letter::Words;
use crate::flows::{enter_for, inquire, keep_record};

use super::{
    check_content, constituent, draft, feedback, finder, held, invitation, reply, report, suggestion,
};

/// Takes a deputy's words.
pub(super) fn said(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    said: &Said,
    said_at: Option<i64>,
) -> Deciding<()> {
    check_content(&said.content, cx)?;
    let Some(deputy) = account.deputy_id else {
        return Err(Stop::Refused(Refusal::NotYours));
    };
    // Before anything is looked up or kept.
    if report::refuse_secret(world, cx, account, said.content.words())? {
        return Ok(());
    }
    if let Content::Text(text) = &said.content
        && let Some(menu) = Menu::read(text)
    {
        return menu_word(world, cx, account, menu);
    }
    let words = Words {
        content: &said.content,
        remote_id: said.remote_id,
        said_at,
    };
    if let Some(reply) = &said.reply
        && let Some((case, role)) = reply::case_of(world, account, reply)?
    {
        if role.answers() {
            return answer_case(world, cx, account, case, &words, Look::First);
        }
        // A matter of the deputy's own, written to someone else.
        if role == CaseRole::Writer {
            let reader = world.case(&case)?.reader;
            mark_case::reopen(world, cx, account, case)?;
            return constituent::to_reader(world, cx, account, reader, said, said_at);
        }
    }
    if stepped(world, cx, account, deputy, &words)? {
        return Ok(());
    }
    match account.dialogue.step_at(cx.now).clone() {
        Step::WritingTo(reader) => {
            return constituent::to_reader(world, cx, account, reader, said, said_at);
        }
        Step::Offered { reader, .. } => return held::add(world, cx, account, reader, &said.content),
        Step::Naming(_) | Step::LeavingContact(_) | Step::LookingUp | Step::TypedDigits(_) => {
            if let Content::Text(text) = &said.content
                && constituent::stepped(world, cx, account, text)?
            {
                return Ok(());
            }
        }
        _ => {}
    }
    if draft::sent(world, cx, account, deputy, &said.content)? {
        return Ok(());
    }
    if report::said(world, cx, account, deputy, said, said_at)? {
        return Ok(());
    }
    let mut account = account.clone();
    account.dialogue.go(
        Step::Choosing(said.content.clone()),
        Some(cx.now + cx.rules.step_lapses_ms),
    );
    owe(&account, MessageKind::ChooseCase, cx).put(world, cx);
    world.put_account(account);
    Ok(())
}

fn menu_word(world: &mut World, cx: &Context<'_>, account: &Account, menu: Menu) -> Deciding<()> {
    let mut account = account.clone();
    account.dialogue.rest();
    let kind = match menu {
        Menu::Letters => MessageKind::Letters {
            filter: LetterFilter::Open,
            page: 0,
        },
        Menu::TakeDown => {
            ask_report(world, cx, &account);
            return Ok(());
        }
        Menu::Undo => return report::take_back(world, cx, &account),
        Menu::Todo => MessageKind::Todo,
        Menu::Handbook => MessageKind::Handbook { year: 0 },
        Menu::Help => MessageKind::Note {
            note: Note::DeputyHelp,
        },
        Menu::Find => MessageKind::FinderMenu,
        Menu::MyCases => MessageKind::MyCases { page: 0 },
        Menu::Home => MessageKind::Welcome,
        Menu::Due => MessageKind::DueList { page: 0 },
        Menu::Gaps => MessageKind::Gaps,
        Menu::Drafts => MessageKind::Draft {
            about: DraftMessage::List,
        },
        Menu::NewDraft => MessageKind::Draft {
            about: DraftMessage::AskKind,
        },
        Menu::Suggestions => MessageKind::Suggestion {
            about: SuggestionMessage::List { page: 0 },
        },
        Menu::Language => {
            super::tap::language(world, cx, &account);
            return Ok(());
        }
    };
    owe(&account, kind, cx).put(world, cx);
    world.put_account(account);
    Ok(())
}

/// 记一笔: the next words tell what was done, or a tap says how someone else's matter was heard.
pub(super) fn ask_report(world: &mut World, cx: &Context<'_>, account: &Account) {
    let mut account = account.clone();
    account
        .dialogue
        .go(Step::Reporting, Some(cx.now + cx.rules.step_lapses_ms));
    owe(
        &account,
        MessageKind::Note {
            note: Note::AskReport,
        },
        cx,
    )
    .put(world, cx);
    world.put_account(account);
}

/// Checks that the account is the deputy who reads the case.
pub(super) fn check_reads(world: &World, account: &Account, case: CaseId) -> Deciding<()> {
    match reply::role(world, account, case)? {
        Some(role) if role.answers() => Ok(()),
        Some(_) => Err(Stop::Refused(Refusal::NotYours)),
        None => Err(Stop::Refused(Refusal::NoLongerThere)),
    }
}

/// Words that a step asked for. True when they were taken.
fn stepped(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    words: &Words<'_>,
) -> Deciding<bool> {
    let text = words.content.words();
    let is_text = matches!(words.content, Content::Text(_));
    match account.dialogue.step_at(cx.now).clone() {
        Step::Answering(case) => {
            check_reads(world, account, case)?;
            answer_case(world, cx, account, case, words, Look::First)?;
        }
        // Other words in place of those that were held: they are looked at as well.
        Step::Checking { case, .. } => {
            check_reads(world, account, case)?;
            answer_case(world, cx, account, case, words, Look::First)?;
        }
        Step::PassingOn(case) if is_text => {
            check_reads(world, account, case)?;
            let rested = rested(world, account);
            mark_case::mark_case(world, cx, &rested, case, Mark::PassedOn(text.to_owned()))?;
        }
        Step::TellingReply { .. } if is_text => {
            return suggestion::typed(world, cx, account, text);
        }
        Step::EnteringFor(way) => {
            let rested = rested(world, account);
            enter_for::enter_for(world, cx, &rested, Reader::Deputy(deputy), way, words.content)?;
        }
        Step::Correcting { record, field } if is_text => {
            let row = keep_record::own_record(world, deputy, record)?;
            let field = RecordField::from_word(&field).ok_or(Stop::Refused(Refusal::OldButton))?;
            keep_record::correct(world, cx, account, row, field, text)?;
            let rested = rested(world, account);
            owe(&rested, MessageKind::Record { record }, cx).put(world, cx);
        }
        Step::WritingReasons(reply) if is_text => feedback::reasons(world, cx, account, reply, text)?,
        Step::AnsweringInquiry(id) if is_text => {
            let rested = rested(world, account);
            inquire::answer(world, cx, &rested, deputy, id, text)?;
        }
        Step::TellingDay { reply, way } if is_text => feedback::day(world, cx, account, reply, way, text)?,
        Step::Drafting { .. }
        | Step::DraftSentence { .. }
        | Step::DraftNaming { .. }
        | Step::DraftUnits(_)
            if is_text =>
        {
            return draft::typed(world, cx, account, deputy, text);
        }
        Step::TellingDay { reply, way } => {
            return feedback::proof_first(world, cx, account, reply, way, words.content);
        }
        Step::ProvingFeedback(reply) => return feedback::proof(world, cx, account, reply, words.content),
        Step::SearchingName if is_text => finder::by_name(world, cx, account, text),
        Step::Redeeming(id) if is_text => invitation::tail(world, cx, account, id, text)?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn rested(world: &mut World, account: &Account) -> Account {
    let mut account = account.clone();
    account.dialogue.rest();
    world.put_account(account.clone());
    account
}

/// The role that may end a case: its readers, and the constituent who wrote it.
pub(super) fn may_end(role: Option<CaseRole>) -> bool {
    matches!(role, Some(CaseRole::Writer | CaseRole::Deputy | CaseRole::Office))
}
