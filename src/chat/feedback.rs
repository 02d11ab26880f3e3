//! The dialogue in which a deputy gives feedback: few taps, both verdicts, reasons in free words, a preview, then sent. Also
//! what stands on every reminder: given elsewhere, put off, how the days were worked out, help.
//!
//! **Invariant:** whatever button is tapped, the reply must be the deputy's own; what was tapped or written is kept at once.

use crate::domain::account::Account;
use crate::domain::button::FeedbackTap;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::feedback::{Asked, Draft, FeedbackWay, RehandlingWish, Verdict};
use crate::domain::ids::{DeputyId, OfficerId, ReplyId};
use crate::domain::message::{Content, FileKind, NewFile};
use crate::domain::message_kind::{FeedbackPage, MessageKind};
use crate::domain::refusal::Refusal;
use crate::domain::reminder::Snooze;
use crate::domain::suggestion::SuggestionAct;
use crate::domain::suggestion::reply::Reply;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};
use crate::flows::feedback_commands::note;
use crate::flows::give_feedback::{Given, Hand, declare, feedback_of, give, own_reply, prove, write_down};
use crate::flows::keep_record::read_day;
use crate::flows::owe::owe;
use crate::flows::remind::snooze;

fn own(world: &World, account: &Account, id: ReplyId) -> Deciding<(DeputyId, Reply)> {
    let deputy = account.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    Ok((deputy, own_reply(world, deputy, id)?))
}

fn show(world: &mut World, cx: &Context<'_>, account: &Account, reply: ReplyId, page: FeedbackPage) {
    owe(account, MessageKind::Feedback { reply, page }, cx).put(world, cx);
}

/// Goes to a step that asks for words, and asks.
fn ask(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    step: Step,
    reply: ReplyId,
    page: FeedbackPage,
) {
    let mut account = account.clone();
    account.dialogue.go(step, Some(cx.now + cx.rules.step_lapses_ms));
    show(world, cx, &account, reply, page);
    world.put_account(account);
}

fn rested(world: &mut World, account: &Account) -> Account {
    let mut account = account.clone();
    account.dialogue.rest();
    world.put_account(account.clone());
    account
}

/// Decides a tap.
pub(super) fn tapped(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    tap: FeedbackTap,
    id: ReplyId,
) -> Deciding<()> {
    let (_, reply) = own(world, account, id)?;
    match tap {
        FeedbackTap::Show => show(world, cx, account, id, FeedbackPage::Due),
        FeedbackTap::Now => show(world, cx, account, id, FeedbackPage::Ask),
        FeedbackTap::HandlingSatisfied => rate(
            world,
            cx,
            account,
            &reply,
            |d| &mut d.handling,
            Verdict::Satisfied,
        )?,
        FeedbackTap::HandlingMostly => {
            rate(
                world,
                cx,
                account,
                &reply,
                |d| &mut d.handling,
                Verdict::MostlySatisfied,
            )?;
        }
        FeedbackTap::HandlingDissatisfied => {
            rate(
                world,
                cx,
                account,
                &reply,
                |d| &mut d.handling,
                Verdict::Dissatisfied,
            )?;
        }
        FeedbackTap::ReplySatisfied => {
            rate(world, cx, account, &reply, |d| &mut d.reply, Verdict::Satisfied)?
        }
        FeedbackTap::ReplyMostly => rate(
            world,
            cx,
            account,
            &reply,
            |d| &mut d.reply,
            Verdict::MostlySatisfied,
        )?,
        FeedbackTap::ReplyDissatisfied => {
            rate(
                world,
                cx,
                account,
                &reply,
                |d| &mut d.reply,
                Verdict::Dissatisfied,
            )?;
        }
        FeedbackTap::Write => {
            let step = Step::WritingReasons(id);
            ask(world, cx, account, step, id, FeedbackPage::Reasons);
        }
        FeedbackTap::Again => {
            write_down(world, cx, &reply, |draft| {
                draft.handling = None;
                draft.reply = None;
            })?;
            let account = rested(world, account);
            show(world, cx, &account, id, FeedbackPage::Ask);
        }
        FeedbackTap::Later => {
            let account = rested(world, account);
            show(world, cx, &account, id, FeedbackPage::Kept);
        }
        FeedbackTap::Rehandle => {
            write_down(world, cx, &reply, |draft| {
                draft.wants_rehandling = !draft.wants_rehandling;
            })?;
            show(world, cx, account, id, FeedbackPage::Ask);
        }
        FeedbackTap::Give => give_draft(world, cx, account, &reply)?,
        FeedbackTap::Change => {
            let feedback = feedback_of(world, cx, &reply)?;
            let wanted = feedback.rehandling == RehandlingWish::Wanted;
            let before = feedback.opinion().map(|opinion| Draft {
                handling: None,
                reply: None,
                wants_rehandling: wanted,
                ..Draft::of(&opinion)
            });
            write_down(world, cx, &reply, |draft| *draft = before.unwrap_or_default())?;
            show(world, cx, account, id, FeedbackPage::Ask);
        }
        FeedbackTap::Already => show(world, cx, account, id, FeedbackPage::Already),
        FeedbackTap::OnPlatform => ask_day(world, cx, account, id, FeedbackWay::Platform),
        FeedbackTap::OnPaper => ask_day(world, cx, account, id, FeedbackWay::Paper),
        FeedbackTap::PlatformToday => told(world, cx, account, &reply, FeedbackWay::Platform, 0)?,
        FeedbackTap::PlatformYesterday => told(world, cx, account, &reply, FeedbackWay::Platform, 1)?,
        FeedbackTap::PaperToday => told(world, cx, account, &reply, FeedbackWay::Paper, 0)?,
        FeedbackTap::PaperYesterday => told(world, cx, account, &reply, FeedbackWay::Paper, 1)?,
        FeedbackTap::Proof => {
            let step = Step::ProvingFeedback(id);
            ask(world, cx, account, step, id, FeedbackPage::AskProof);
        }
        FeedbackTap::Tomorrow => put_off(world, cx, account, reply, Snooze::Tomorrow)?,
        FeedbackTap::ThreeDays => put_off(world, cx, account, reply, Snooze::ThreeDays)?,
        FeedbackTap::Why => show(world, cx, account, id, FeedbackPage::Why),
        FeedbackTap::Help => ask_help(world, cx, account, &reply)?,
    }
    Ok(())
}

fn rate(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    reply: &Reply,
    line: impl Fn(&mut Draft) -> &mut Option<Verdict>,
    verdict: Verdict,
) -> Deciding<()> {
    let draft = write_down(world, cx, reply, |draft| *line(draft) = Some(verdict))?;
    if let Asked::Reasons(_) = draft.next() {
        // Who writes at once need not tap first.
        let step = Step::WritingReasons(reply.id);
        ask(world, cx, account, step, reply.id, FeedbackPage::Ask);
    } else {
        show(world, cx, account, reply.id, FeedbackPage::Ask);
    }
    Ok(())
}

/// The words of the reasons. Hollow ones are kept, and sent back with help.
pub(super) fn reasons(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    id: ReplyId,
    text: &str,
) -> Deciding<()> {
    let (_, reply) = own(world, account, id)?;
    let draft = write_down(world, cx, &reply, |draft| text.clone_into(&mut draft.reasons))?;
    if let Asked::Reasons(_) = draft.next() {
        let step = Step::WritingReasons(id);
        ask(world, cx, account, step, id, FeedbackPage::Ask);
    } else {
        let account = rested(world, account);
        show(world, cx, &account, id, FeedbackPage::Ask);
    }
    Ok(())
}

fn give_draft(world: &mut World, cx: &Context<'_>, account: &Account, reply: &Reply) -> Deciding<()> {
    let feedback = feedback_of(world, cx, reply)?;
    let draft = feedback.draft.clone();
    let Some(opinion) = draft.opinion() else {
        // The button of a preview that was sent off already: what was given is shown.
        let page = if feedback.opinion().is_some() {
            FeedbackPage::Same
        } else {
            FeedbackPage::Ask
        };
        show(world, cx, account, reply.id, page);
        return Ok(());
    };
    if opinion.check().is_err() {
        show(world, cx, account, reply.id, FeedbackPage::Ask);
        return Ok(());
    }
    let wish = if draft.wants_rehandling && opinion.is_dissatisfied() {
        RehandlingWish::Wanted
    } else {
        RehandlingWish::Unsaid
    };
    let given = give(world, cx, Hand::Deputy(account.id), reply, &opinion, wish, None)?;
    let account = rested(world, account);
    let page = match given {
        Given::Same => FeedbackPage::Same,
        Given::First | Given::Changed => {
            note(
                world,
                cx,
                Some(account.id),
                reply,
                SuggestionAct::FeedbackGiven,
                "here",
            );
            FeedbackPage::Taken
        }
    };
    show(world, cx, &account, reply.id, page);
    Ok(())
}

fn ask_day(world: &mut World, cx: &Context<'_>, account: &Account, reply: ReplyId, way: FeedbackWay) {
    let page = if way == FeedbackWay::Paper {
        FeedbackPage::PaperDay
    } else {
        FeedbackPage::PlatformDay
    };
    ask(world, cx, account, Step::TellingDay { reply, way }, reply, page);
}

fn told(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    reply: &Reply,
    way: FeedbackWay,
    days_ago: u64,
) -> Deciding<()> {
    let on = day_of(cx.now) - chrono::Days::new(days_ago);
    told_on(world, cx, account, reply, way, on)
}

fn told_on(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    reply: &Reply,
    way: FeedbackWay,
    on: chrono::NaiveDate,
) -> Deciding<()> {
    declare(world, cx, Hand::Deputy(account.id), reply, way, Some(on))?;
    note(
        world,
        cx,
        Some(account.id),
        reply,
        SuggestionAct::FeedbackGiven,
        way.tag(),
    );
    // Who has a picture of the parcel slip at hand sends it at once.
    let step = Step::ProvingFeedback(reply.id);
    ask(world, cx, account, step, reply.id, FeedbackPage::Told);
    Ok(())
}

/// A picture or a scanned page; nothing else proves anything.
fn proving(content: &Content) -> Option<&NewFile> {
    match content {
        Content::File { file, .. } if matches!(file.kind, FileKind::Photo | FileKind::Document) => Some(file),
        _ => None,
    }
}

/// Keeps a picture that proves a feedback; anything else isn't meant for it.
pub(super) fn proof(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    id: ReplyId,
    content: &Content,
) -> Deciding<bool> {
    let Some(file) = proving(content) else {
        return Ok(false);
    };
    let (_, reply) = own(world, account, id)?;
    prove(world, cx, &reply, file)?;
    show(world, cx, account, id, FeedbackPage::Proved);
    Ok(true)
}

/// A picture comes before the day: it is kept; a day in its caption counts, else the day is asked for again.
pub(super) fn proof_first(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    id: ReplyId,
    way: FeedbackWay,
    content: &Content,
) -> Deciding<bool> {
    if !proof(world, cx, account, id, content)? {
        return Ok(false);
    }
    match told_day(content.words(), cx.now) {
        Some(on) => {
            let (_, reply) = own(world, account, id)?;
            told_on(world, cx, account, &reply, way, on)?;
        }
        None => ask_day(world, cx, account, id, way),
    }
    Ok(true)
}

fn told_day(text: &str, now: i64) -> Option<chrono::NaiveDate> {
    match text.trim() {
        "今天" | "today" => Some(day_of(now)),
        "昨天" | "yesterday" => Some(day_of(now) - chrono::Days::new(1)),
        "前天" => Some(day_of(now) - chrono::Days::new(2)),
        text => read_day(text, now),
    }
}

/// The day on which it was given elsewhere, in words.
pub(super) fn day(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    id: ReplyId,
    way: FeedbackWay,
    text: &str,
) -> Deciding<()> {
    let (_, reply) = own(world, account, id)?;
    let on = told_day(text, cx.now).ok_or(Stop::Refused(Refusal::DayUnreadable))?;
    told_on(world, cx, account, &reply, way, on)
}

fn put_off(world: &mut World, cx: &Context<'_>, account: &Account, reply: Reply, by: Snooze) -> Deciding<()> {
    let id = reply.id;
    snooze(world, cx, reply, by)?;
    show(world, cx, account, id, FeedbackPage::Snoozed);
    Ok(())
}

/// Tells the unit office's officers that the deputy wants help.
fn ask_help(world: &mut World, cx: &Context<'_>, account: &Account, reply: &Reply) -> Deciding<()> {
    let list = ListKey::Officers(reply.office_id);
    let officers: Vec<OfficerId> = world.list(&list)?.ids.iter().map(|id| OfficerId(*id)).collect();
    world.want(officers.iter().map(|id| Key::Officer(*id)))?;
    let mut accounts = Vec::new();
    for id in officers {
        accounts.push(world.officer(&id)?.account_id);
    }
    world.want(accounts.iter().map(|id| Key::Account(*id)))?;
    for id in accounts {
        let officer = world.account(&id)?.clone();
        owe(&officer, MessageKind::HelpWanted { reply: reply.id }, cx).put(world, cx);
    }
    show(world, cx, account, reply.id, FeedbackPage::HelpAsked);
    Ok(())
}
