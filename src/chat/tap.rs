//! Taps: each act is checked by account, whatever button it came from; old, forged and foreign ones are refused kindly.

use crate::domain::Locale;
use crate::domain::access::CaseRole;
use crate::domain::account::Account;
use crate::domain::button::{Act, LinkTap};
use crate::domain::case::Reader;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::duty_record::{FieldValue, RecordField, moved};
use crate::domain::ids::{CaseId, DeputyId};
use crate::domain::interest::FIELDS;
use crate::domain::message::Content;
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::suggestion::reply::ReplyForm;
use crate::domain::world::{Deciding, FindBy, Key, ListKey, Stop, World};
use crate::flows::answer_case::{Look, answer_case};
use crate::flows::audit_act::audit;
use crate::flows::hand_in::{self, Drafts};
use crate::flows::mark_case::{Mark, mark_case, reopen};
use crate::flows::owe::owe;
use crate::flows::show_source::show_source;
use crate::flows::tell_writers::tell_writers;
use crate::flows::write_letter::Words;
use crate::flows::{calendar_link, keep_contact, keep_record};

use super::deputy::{check_reads, may_end};
use super::report;
use super::report_tap::{self, Tap};
use super::{constituent, draft, feedback, finder, held, inquiry, invitation, reply, suggestion};

/// Decides a tap.
pub(super) fn tapped(world: &mut World, cx: &Context<'_>, account: &Account, data: &str) -> Deciding<()> {
    let act = Act::decode(data).ok_or(Stop::Refused(Refusal::OldButton))?;
    let show = |world: &mut World, kind: MessageKind| {
        owe(account, kind, cx).put(world, cx);
    };
    match act {
        Act::Home => super::home(world, cx, account),
        Act::Find => show(world, MessageKind::FinderMenu),
        Act::Units(for_office) => show(world, MessageKind::FinderUnits { for_office }),
        Act::Unit(office, page) => finder::of_unit(world, cx, account, office, page)?,
        Act::Fields => show(world, MessageKind::FinderFields),
        Act::Field(place, page) => {
            let field = usize::try_from(place).ok().and_then(|place| FIELDS.get(place));
            let field = field.ok_or(Stop::Refused(Refusal::OldButton))?;
            show(
                world,
                MessageKind::FinderDeputies {
                    by: FindBy::Field((*field).to_owned()),
                    page,
                },
            );
        }
        Act::SearchName => ask(world, cx, account, Step::SearchingName, Note::AskDeputyName),
        Act::Named(name, page) => show(
            world,
            MessageKind::FinderDeputies {
                by: FindBy::Name(name),
                page,
            },
        ),
        Act::Open(Reader::Deputy(id)) | Act::Deputy(id) => finder::open_deputy(world, cx, account, id)?,
        Act::Open(Reader::Office(id)) | Act::OfficeOf(id) => finder::open_office(world, cx, account, id)?,
        Act::TakeOffice => held::send(world, cx, account)?,
        Act::LeaveIt => held::drop_words(world, cx, account),
        Act::NewCase(reader) => {
            let mut account = account.clone();
            super::goes_on_to(&mut account, reader, cx);
            account.dialogue.wants_new_case = true;
            owe(
                &account,
                MessageKind::Note {
                    note: Note::NewCaseNext,
                },
                cx,
            )
            .put(world, cx);
            world.put_account(account);
        }
        Act::More(case) => {
            check_wrote(world, account, case)?;
            reopen(world, cx, account, case)?;
            talk_on(world, cx, account, case, Note::MoreNext)?;
        }
        Act::Progress(case) => {
            check_wrote(world, account, case)?;
            owe(account, MessageKind::State { case }, cx)
                .of(case)
                .put(world, cx);
        }
        Act::MyCases(page) => show(world, MessageKind::MyCases { page }),
        Act::LookUp => ask(world, cx, account, Step::LookingUp, Note::AskLookup),
        Act::GiveName(reader) => ask(world, cx, account, Step::Naming(reader), Note::AskName),
        Act::LeaveContact(case) => {
            check_wrote(world, account, case)?;
            ask(world, cx, account, Step::LeavingContact(case), Note::AskContact);
        }
        Act::RemoveContact(case) => {
            check_wrote(world, account, case)?;
            keep_contact::take_back(world, case)?;
            let kind = MessageKind::Note {
                note: Note::ContactRemoved,
            };
            owe(account, kind, cx).of(case).put(world, cx);
        }
        Act::SendDigits => constituent::send_digits(world, cx, account)?,
        Act::ProgressPage(case, page) => {
            check_wrote(world, account, case)?;
            owe(account, MessageKind::StatePage { case, page }, cx)
                .of(case)
                .put(world, cx);
        }
        Act::LetterPage(case, page) => {
            check_reads(world, account, case)?;
            note_reading(world, cx, account, case)?;
            owe(account, MessageKind::LetterPage { case, page }, cx)
                .of(case)
                .put(world, cx);
        }
        Act::Reopen(case) => {
            check_wrote(world, account, case)?;
            reopen(world, cx, account, case)?;
            talk_on(world, cx, account, case, Note::MoreNext)?;
        }
        Act::Language => language(world, cx, account),
        Act::Say(note) => show(world, MessageKind::Note { note }),
        Act::Redeem(id) => invitation::ask_tail(world, cx, account, id),
        Act::End(case) => {
            if !may_end(reply::role(world, account, case)?) {
                return Err(Stop::Refused(Refusal::NotYours));
            }
            mark_case(world, cx, account, case, Mark::Ended)?;
        }
        Act::ShowLetter(case) => {
            check_reads(world, account, case)?;
            note_reading(world, cx, account, case)?;
            owe(account, MessageKind::Letter { case }, cx)
                .of(case)
                .put(world, cx);
            show_files(world, cx, account, case)?;
        }
        Act::Answer(case) => {
            check_reads(world, account, case)?;
            let mut account = account.clone();
            account
                .dialogue
                .go(Step::Answering(case), Some(cx.now + cx.rules.step_lapses_ms));
            owe(&account, MessageKind::AskAnswer { case }, cx)
                .of(case)
                .put(world, cx);
            world.put_account(account);
        }
        Act::SendModest(case) => send_checked(world, cx, account, case, Wording::Modest)?,
        Act::SendAnyway(case) => send_checked(world, cx, account, case, Wording::AsWritten)?,
        Act::DropAnswer => {
            let mut account = account.clone();
            account.dialogue.rest();
            owe(
                &account,
                MessageKind::Note {
                    note: Note::AnswerDropped,
                },
                cx,
            )
            .put(world, cx);
            world.put_account(account);
        }
        Act::ChooseCase(case) => {
            check_reads(world, account, case)?;
            let Step::Choosing(content) = account.dialogue.step_at(cx.now).clone() else {
                return Err(Stop::Refused(Refusal::OldButton));
            };
            let words = Words {
                content: &content,
                remote_id: None,
                said_at: None,
            };
            answer_case(world, cx, account, case, &words, Look::First)?;
        }
        Act::Raise(case) => {
            check_reads(world, account, case)?;
            mark_case(world, cx, account, case, Mark::Raised)?;
        }
        Act::PassOn(case) => {
            check_reads(world, account, case)?;
            ask(world, cx, account, Step::PassingOn(case), Note::AskPassedOnTo);
        }
        Act::Feedback(tap, reply) => feedback::tapped(world, cx, account, tap, reply)?,
        act => deputy_act(world, cx, account, act)?,
    }
    Ok(())
}

/// Acts of a deputy on records and views.
fn deputy_act(world: &mut World, cx: &Context<'_>, account: &Account, act: Act) -> Deciding<()> {
    if let Act::Enter(way) = act {
        if account.deputy_id.is_none() && account.officer_id.is_none() {
            return Err(Stop::Refused(Refusal::NotYours));
        }
        ask(world, cx, account, Step::EnteringFor(way), Note::AskEntered);
        return Ok(());
    }
    if let Act::CalendarLink(tap) = act {
        match tap {
            LinkTap::Show => {}
            LinkTap::Make => calendar_link::make(world, cx, account.id)?,
            LinkTap::Revoke => calendar_link::revoke(world, cx, account.id)?,
        }
        owe(account, MessageKind::CalendarLink, cx).put(world, cx);
        return Ok(());
    }
    let deputy: DeputyId = account.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    match act {
        Act::HandIn(year) => return hand_in::hand_in(world, cx, account, deputy, year, Drafts::AskFirst),
        Act::HandInAsItIs(year) => {
            return hand_in::hand_in(world, cx, account, deputy, year, Drafts::LeaveOut);
        }
        Act::PaperHandedIn(year) => return hand_in::tell_paper(world, cx, account, deputy, year),
        Act::Inquiry(tap, id) => return inquiry::tapped(world, cx, account, deputy, tap, id),
        Act::LaterHandIn(year) => return hand_in::snooze(world, cx, account, deputy, year),
        Act::Drafts
        | Act::NewDraft(_)
        | Act::DraftThis(_)
        | Act::DraftFrom(_)
        | Act::DraftFromRecord(_)
        | Act::DraftNewFrom(_)
        | Act::DraftNewFromRecord(_)
        | Act::DraftLink(..)
        | Act::DraftLinkRecord(..)
        | Act::Draft(..)
        | Act::DraftAdvice(..)
        | Act::DraftInvite(..)
        | Act::CoSign(..)
        | Act::DraftMerge(..)
        | Act::DraftPropose(..)
        | Act::DraftJoin(..)
        | Act::DraftIs(..) => return draft::tapped(world, cx, account, deputy, &act),
        _ => {}
    }
    let kind = match act {
        Act::Letters(filter, page) => MessageKind::Letters { filter, page },
        Act::Todo => MessageKind::Todo,
        Act::Due(page) => MessageKind::DueList { page },
        Act::Weeks => MessageKind::Weeks,
        Act::TakeDown => {
            super::deputy::ask_report(world, cx, account);
            return Ok(());
        }
        Act::Undo => return report::take_back(world, cx, account),
        Act::ConfirmReport(id) => report_tap::tapped(world, cx, account, deputy, id, &Tap::Confirm)?,
        Act::DropReport(id) => report_tap::tapped(world, cx, account, deputy, id, &Tap::Drop)?,
        Act::TakeEdit(id, true) => report_tap::tapped(world, cx, account, deputy, id, &Tap::TakeEdit)?,
        Act::TakeEdit(id, false) => report_tap::tapped(world, cx, account, deputy, id, &Tap::LeaveEdit)?,
        Act::Gaps => MessageKind::Gaps,
        Act::LogNotice(id) => report_tap::tapped(world, cx, account, deputy, id, &Tap::LogNotice)?,
        Act::DropNotice(id) => report_tap::tapped(world, cx, account, deputy, id, &Tap::DropNotice)?,
        Act::ShowSource(record) => {
            let row = keep_record::own_record(world, deputy, record)?;
            return show_source(world, cx, account, &row);
        }
        Act::Split(record) => {
            let row = keep_record::own_record(world, deputy, record)?;
            report_tap::split_record(world, cx, account, row)?
        }
        Act::Merge(record) => {
            let row = keep_record::own_record(world, deputy, record)?;
            report_tap::merge_record(world, cx, account, row)?
        }
        Act::AnswerLetter(id) => report_tap::answer_letter(world, cx, account, deputy, id)?,
        Act::Handbook(year) => MessageKind::Handbook {
            year: i32::try_from(year).unwrap_or(0),
        },
        Act::Suggestions(page) => MessageKind::Suggestion {
            about: SuggestionMessage::List { page },
        },
        Act::ShowSuggestion(suggestion) => MessageKind::Suggestion {
            about: SuggestionMessage::One { suggestion },
        },
        Act::TellWriters(id) => return tell_writers(world, cx, account, deputy, id),
        Act::ReplyCame(id) => return suggestion::came(world, cx, account, id),
        Act::ReplyOtherDay => return suggestion::other_day(world, cx, account),
        Act::ReplyDay(days) => return suggestion::days_ago(world, cx, account, days),
        Act::ReplyOral => return suggestion::confirmed(world, cx, account, ReplyForm::Oral),
        Act::ReplyYes => return suggestion::confirmed(world, cx, account, ReplyForm::Written),
        Act::ReplyDrop => {
            suggestion::dropped(world, cx, account);
            return Ok(());
        }
        Act::Records(page, drafts) => MessageKind::Records { page, drafts },
        Act::ShowRecord(record) => {
            keep_record::own_record(world, deputy, record)?;
            MessageKind::Record { record }
        }
        Act::Confirm(record) => {
            let row = keep_record::own_record(world, deputy, record)?;
            keep_record::confirm(world, cx, account, row)?;
            report::on_card(world, account, vec![record]);
            MessageKind::Record { record }
        }
        Act::ConfirmDay(record) => {
            let row = keep_record::own_record(world, deputy, record)?;
            let note = match keep_record::confirm_day(world, cx, account, &row)? {
                true => Note::RecordsConfirmedLate,
                false => Note::RecordsConfirmed,
            };
            MessageKind::Note { note }
        }
        Act::Correct(record, place) => {
            keep_record::own_record(world, deputy, record)?;
            let field = usize::try_from(place)
                .ok()
                .and_then(|place| RecordField::ALL.get(place).copied());
            let field = field.ok_or(Stop::Refused(Refusal::OldButton))?.word().to_owned();
            let mut account = account.clone();
            let step = Step::Correcting {
                record,
                field: field.clone(),
            };
            account.dialogue.go(step, Some(cx.now + cx.rules.step_lapses_ms));
            owe(&account, MessageKind::AskField { record, field }, cx).put(world, cx);
            world.put_account(account);
            return Ok(());
        }
        Act::SetDay(record, on) => {
            let row = keep_record::own_record(world, deputy, record)?;
            keep_record::set(world, cx, account, row, vec![FieldValue::On(on)]);
            MessageKind::Record { record }
        }
        Act::SetCategory(record, category) => {
            let row = keep_record::own_record(world, deputy, record)?;
            let values = moved(&row.record, category);
            keep_record::set(world, cx, account, row, values);
            MessageKind::Record { record }
        }
        Act::DropRecord(record) => {
            let row = keep_record::own_record(world, deputy, record)?;
            keep_record::drop_record(world, cx, account, row)?;
            MessageKind::Note {
                note: Note::RecordDropped,
            }
        }
        _ => return Err(Stop::Refused(Refusal::OldButton)),
    };
    owe(account, kind, cx).put(world, cx);
    Ok(())
}

/// Asks for the words of a step, which lapses after a while.
fn ask(world: &mut World, cx: &Context<'_>, account: &Account, step: Step, note: Note) {
    let mut account = account.clone();
    account.dialogue.go(step, Some(cx.now + cx.rules.step_lapses_ms));
    owe(&account, MessageKind::Note { note }, cx).put(world, cx);
    world.put_account(account);
}

/// An officer reads for an office: that is noted in the chat as it is at the desk.
fn note_reading(world: &mut World, cx: &Context<'_>, account: &Account, case: CaseId) -> Deciding<()> {
    if reply::role(world, account, case)? == Some(CaseRole::Office) {
        audit(world, cx, Some(account.id), "case.read", format!("case {case}"))?;
    }
    Ok(())
}

fn check_wrote(world: &World, account: &Account, case: CaseId) -> Deciding<()> {
    match reply::role(world, account, case)? {
        Some(CaseRole::Writer) => Ok(()),
        Some(_) => Err(Stop::Refused(Refusal::NotYours)),
        None => Err(Stop::Refused(Refusal::NoLongerThere)),
    }
}

/// The next words go on in the case.
fn talk_on(world: &mut World, cx: &Context<'_>, account: &Account, case: CaseId, note: Note) -> Deciding<()> {
    let reader = world.case(&case)?.reader;
    let mut account = account.clone();
    account.dialogue.wants_new_case = false;
    super::goes_on_to(&mut account, reader, cx);
    owe(&account, MessageKind::Note { note }, cx)
        .of(case)
        .put(world, cx);
    world.put_account(account);
    Ok(())
}

/// Changes the language of an account to the other one.
pub(super) fn language(world: &mut World, cx: &Context<'_>, account: &Account) {
    let mut account = account.clone();
    account.locale = match account.locale {
        Locale::ZhCn => Locale::En,
        Locale::En => Locale::ZhCn,
    };
    owe(
        &account,
        MessageKind::Note {
            note: Note::LanguageChanged,
        },
        cx,
    )
    .put(world, cx);
    world.put_account(account);
}

enum Wording {
    Modest,
    AsWritten,
}

/// The deputy has seen the findings and chose.
fn send_checked(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    case: CaseId,
    wording: Wording,
) -> Deciding<()> {
    check_reads(world, account, case)?;
    let text = match &account.dialogue.step {
        Step::Checking {
            case: held,
            text,
            modest,
        } if *held == case => match wording {
            Wording::Modest => modest.clone(),
            Wording::AsWritten => text.clone(),
        },
        _ => return Err(Stop::Refused(Refusal::OldButton)),
    };
    let content = Content::Text(text);
    answer_case(
        world,
        cx,
        account,
        case,
        &Words {
            content: &content,
            remote_id: None,
            said_at: None,
        },
        Look::Done,
    )
}

/// Sends the files of a letter behind its view, at most ten.
fn show_files(world: &mut World, cx: &Context<'_>, account: &Account, case: CaseId) -> Deciding<()> {
    let ids: Vec<_> = world
        .list(&ListKey::Messages(case))?
        .ids
        .iter()
        .map(|id| crate::domain::ids::MessageId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Message(*id)))?;
    let mut left = 10;
    for message in ids {
        if left > 0 && world.message(&message)?.is_more_than_words() {
            left -= 1;
            owe(account, MessageKind::CaseFile { case, message }, cx)
                .of(case)
                .put(world, cx);
        }
    }
    Ok(())
}
