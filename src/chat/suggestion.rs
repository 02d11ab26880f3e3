//! What a deputy says of a received reply: the words are read, the assignment is found or asked for, the day too, and one tap
//! confirms what will be recorded.
//!
//! **Invariants:** nothing is recorded before the deputy has confirmed it; words that fit several assignments are asked about;
//! a guessed day counts by its earliest and says so; an oral answer starts no clock.

use chrono::{Days, NaiveDate};

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::{AssignmentId, DeputyId, HandlingUnitId, ReplyId};
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::report::{self, Intent, ReplyRead, When};
use crate::domain::suggestion::command::{ReceivedOn, ReplyFacts};
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::suggestion::reply::{ReceiptSource, ReplyForm};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};
use crate::flows::keep_record::read_day;
use crate::flows::owe::owe;
use crate::flows::record_reply::record_told;

/// Assignments that are offered to choose from.
const OFFERED: usize = 6;

/// What is known of the telling so far.
struct Telling {
    fits: Vec<AssignmentId>,
    assignment: Option<AssignmentId>,
    on: Option<NaiveDate>,
    is_guess: bool,
    source: ReceiptSource,
    form: ReplyForm,
}

impl Telling {
    fn of(account: &Account, now: i64) -> Deciding<Self> {
        match account.dialogue.step_at(now).clone() {
            Step::TellingReply {
                fits,
                assignment,
                on,
                is_guess,
                source,
                form,
            } => Ok(Self {
                fits,
                assignment,
                on,
                is_guess,
                source,
                form,
            }),
            _ => Err(Stop::Refused(Refusal::OldButton)),
        }
    }

    fn bare(assignment: AssignmentId) -> Self {
        Self {
            fits: vec![assignment],
            assignment: Some(assignment),
            on: None,
            is_guess: false,
            source: ReceiptSource::Told,
            form: ReplyForm::Written,
        }
    }

    /// Keeps what is known and asks for what isn't.
    fn go_on(self, world: &mut World, cx: &Context<'_>, account: &Account) {
        let about = match (self.assignment, self.on) {
            (None, _) => SuggestionMessage::AskWhich,
            (Some(assignment), None) => SuggestionMessage::AskDay { assignment },
            (Some(assignment), Some(_)) => SuggestionMessage::AskConfirm { assignment },
        };
        let mut account = account.clone();
        let step = Step::TellingReply {
            fits: self.fits,
            assignment: self.assignment,
            on: self.on,
            is_guess: self.is_guess,
            source: self.source,
            form: self.form,
        };
        account.dialogue.go(step, Some(cx.now + cx.rules.step_lapses_ms));
        owe(&account, MessageKind::Suggestion { about }, cx).put(world, cx);
        world.put_account(account);
    }
}

fn say(world: &mut World, cx: &Context<'_>, account: &Account, about: SuggestionMessage) {
    owe(account, MessageKind::Suggestion { about }, cx).put(world, cx);
}

/// Words of a deputy; true when they told of a received reply.
pub(super) fn told(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    text: &str,
) -> Deciding<bool> {
    if !["答复", "回复", "复函", "回函"]
        .iter()
        .any(|word| text.contains(word))
    {
        return Ok(false);
    }
    let reading = report::read(text, cx.now, report::Words::shipped());
    let (Intent::ReplyReceived, Some(reply)) = (reading.intent, reading.reply) else {
        return Ok(false);
    };
    let waiting = waiting(world, deputy)?;
    if waiting.is_empty() {
        say(world, cx, account, SuggestionMessage::NothingAwaited);
        return Ok(true);
    }
    let fits = fitting(world, &waiting, text, &reply)?;
    let (on, is_guess) = day(&reply, day_of(cx.now));
    let source = match reply.channel.as_ref().map(|channel| channel.value.as_str()) {
        Some("纸质邮寄") => ReceiptSource::Post,
        Some("代表建议网络平台") => ReceiptSource::Platform,
        Some("当面送达") => ReceiptSource::ByHand,
        _ => ReceiptSource::Told,
    };
    Telling {
        assignment: match fits[..] {
            [one] => Some(one),
            _ => None,
        },
        fits,
        on,
        is_guess,
        source,
        form: ReplyForm::Written,
    }
    .go_on(world, cx, account);
    Ok(true)
}

/// The day that was told: the earliest where it is only about when; none where it isn't said or doesn't exist.
fn day(reply: &ReplyRead, today: NaiveDate) -> (Option<NaiveDate>, bool) {
    let (on, is_guess) = match reply.received.as_ref().map(|received| &received.value) {
        Some(When::Day(day)) => (Some(*day), false),
        Some(When::Range { from, .. } | When::Month { from, .. }) => (Some(*from), true),
        Some(When::OneOf(days)) => (days.iter().min().copied(), true),
        Some(When::Impossible | When::Named(_)) | None => (None, false),
    };
    (on.filter(|on| *on <= today), is_guess)
}

/// Assignments of the deputy that a reply may come for, or has come for and may have another day of receipt.
fn waiting(world: &World, deputy: DeputyId) -> Deciding<Vec<AssignmentId>> {
    let lists = [ListKey::OpenAssignments(deputy), ListKey::AwaitedFeedback(deputy)];
    world.want(lists.iter().cloned().map(Key::List))?;
    let mut ids: Vec<AssignmentId> = world
        .list(&lists[0])?
        .ids
        .iter()
        .map(|id| AssignmentId(*id))
        .collect();
    let replies: Vec<ReplyId> = world.list(&lists[1])?.ids.iter().map(|id| ReplyId(*id)).collect();
    world.want(replies.iter().map(|id| Key::Reply(*id)))?;
    for reply in &replies {
        ids.push(world.reply(reply)?.assignment_id);
    }
    world.want(ids.iter().map(|id| Key::Assignment(*id)))?;
    let mut keys = Vec::new();
    for id in &ids {
        let row = world.assignment(id)?;
        keys.push(Key::Suggestion(row.suggestion_id));
        keys.push(Key::HandlingUnit(row.handling_unit_id));
    }
    world.want(keys)?;
    Ok(ids)
}

fn bare(name: &str) -> &str {
    let name = name.strip_prefix("湖南").unwrap_or(name);
    let name = name.strip_prefix('省').unwrap_or(name);
    name.split(['（', '(']).next().unwrap_or(name)
}

/// Whether the words name a unit: by one of its names, or by the part that people say (交通厅 of 省交通运输厅).
fn names_unit(world: &World, unit: HandlingUnitId, text: &str, said: Option<&str>) -> Deciding<bool> {
    let unit = world.handling_unit(&unit)?;
    Ok(unit.names().map(bare).any(|name| {
        let is_named = name.chars().count() > 1 && text.contains(name);
        is_named || said.map(bare).is_some_and(|said| said_in(said, name))
    }))
}

/// 交通厅 is said of 交通运输厅: its signs come in this order, with the first and the last.
fn said_in(said: &str, name: &str) -> bool {
    let mut rest = name.chars();
    said.chars().count() > 2
        && said.chars().next() == name.chars().next()
        && said.chars().last() == name.chars().last()
        && said.chars().all(|c| rest.by_ref().any(|it| it == c))
}

/// How many pairs of neighbouring signs of a title stand in the words, without those of every title.
fn shared(title: &str, text: &str) -> usize {
    const EVERY: [&str; 8] = ["关于", "建议", "的建", "议案", "加强", "进一", "一步", "推进"];
    let signs: Vec<char> = title.chars().filter(|c| c.is_alphanumeric()).collect();
    signs
        .windows(2)
        .map(|pair| pair.iter().collect::<String>())
        .filter(|pair| !EVERY.contains(&pair.as_str()) && text.contains(pair.as_str()))
        .count()
}

/// The assignments that the words may mean, the likeliest alone if one stands out.
fn fitting(
    world: &World,
    waiting: &[AssignmentId],
    text: &str,
    reply: &ReplyRead,
) -> Deciding<Vec<AssignmentId>> {
    let said = reply.handling_unit.as_ref().map(|unit| unit.value.as_str());
    let number = reply
        .suggestion_no
        .as_ref()
        .map(|number| number.value.trim_start_matches('0').to_owned());
    let mut fits: Vec<(usize, AssignmentId)> = Vec::new();
    for id in waiting {
        let row = world.assignment(id)?;
        let suggestion = world.suggestion(&row.suggestion_id)?;
        let digits: String = suggestion.number.chars().filter(char::is_ascii_digit).collect();
        let mut score = shared(&suggestion.title, text).min(20);
        if names_unit(world, row.handling_unit_id, text, said)? {
            score += 100;
        }
        let is_numbered = number.as_deref() == Some(digits.trim_start_matches('0'))
            || suggestion.number.chars().count() > 2 && text.to_uppercase().contains(&suggestion.number);
        if is_numbered && !digits.is_empty() {
            score += 1_000;
        }
        fits.push((score, *id));
    }
    let best = fits.iter().map(|(score, _)| *score).max().unwrap_or(0);
    // A title that shares a word or two is a hint, but no more where several share them.
    let near = |score: usize| best > 1 && score / 100 == best / 100 && score + 1 >= best;
    let mut chosen: Vec<AssignmentId> = fits
        .iter()
        .filter(|(score, _)| near(*score))
        .map(|(_, id)| *id)
        .collect();
    if chosen.is_empty() {
        chosen = waiting.to_vec();
    }
    chosen.truncate(OFFERED);
    Ok(chosen)
}

/// An assignment of the deputy's own.
fn check_own(world: &World, account: &Account, id: AssignmentId) -> Deciding<()> {
    match (account.deputy_id, world.assignment(&id)?.deputy_id) {
        (Some(own), deputy) if own == deputy => Ok(()),
        _ => Err(Stop::Refused(Refusal::NotYours)),
    }
}

/// The deputy says to which assignment the reply belongs, or begins to tell of one from the view of a suggestion.
pub(super) fn came(world: &mut World, cx: &Context<'_>, account: &Account, id: AssignmentId) -> Deciding<()> {
    check_own(world, account, id)?;
    let telling = match Telling::of(account, cx.now) {
        Ok(telling) if telling.assignment.is_none() && telling.fits.contains(&id) => Telling {
            assignment: Some(id),
            ..telling
        },
        _ => Telling::bare(id),
    };
    telling.go_on(world, cx, account);
    Ok(())
}

/// Another day than the one that was read.
pub(super) fn other_day(world: &mut World, cx: &Context<'_>, account: &Account) -> Deciding<()> {
    let mut telling = Telling::of(account, cx.now)?;
    telling.on = None;
    telling.is_guess = false;
    telling.go_on(world, cx, account);
    Ok(())
}

/// So many days ago.
pub(super) fn days_ago(world: &mut World, cx: &Context<'_>, account: &Account, days: i64) -> Deciding<()> {
    let mut telling = Telling::of(account, cx.now)?;
    let days = u64::try_from(days)
        .ok()
        .filter(|days| *days < 400)
        .ok_or(Stop::Refused(Refusal::OldButton))?;
    telling.on = day_of(cx.now).checked_sub_days(Days::new(days));
    telling.go_on(world, cx, account);
    Ok(())
}

/// Typed words while the telling goes on: a day. True when they were taken.
pub(super) fn typed(world: &mut World, cx: &Context<'_>, account: &Account, text: &str) -> Deciding<bool> {
    let Ok(mut telling) = Telling::of(account, cx.now) else {
        return Ok(false);
    };
    if telling.assignment.is_none() {
        return Ok(false);
    }
    let today = day_of(cx.now);
    let Some(on) = read_day(text, cx.now) else {
        return Err(Stop::Refused(Refusal::DayUnreadable));
    };
    if on > today {
        return Err(Stop::Refused(Refusal::ReceiptInFuture));
    }
    telling.on = Some(on);
    telling.is_guess = false;
    telling.go_on(world, cx, account);
    Ok(true)
}

/// The deputy confirms: it is recorded, and both sides are told.
pub(super) fn confirmed(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    form: ReplyForm,
) -> Deciding<()> {
    let telling = Telling::of(account, cx.now)?;
    let assignment = telling.assignment.ok_or(Stop::Refused(Refusal::OldButton))?;
    check_own(world, account, assignment)?;
    let received = telling.on.map(|on| ReceivedOn {
        on,
        at: None,
        is_guess: telling.is_guess,
    });
    let facts = ReplyFacts {
        assignment,
        form,
        class: String::new(),
        document_number: String::new(),
        received: received.filter(|_| form == ReplyForm::Written),
        source: telling.source,
        proof: None,
    };
    let reply = record_told(world, cx, account, &facts)?;
    let mut account = world.account(&account.id)?.clone();
    account.dialogue.rest();
    world.put_account(account.clone());
    say(world, cx, &account, SuggestionMessage::Told { reply });
    Ok(())
}

/// Nothing is recorded.
pub(super) fn dropped(world: &mut World, cx: &Context<'_>, account: &Account) {
    let mut account = account.clone();
    account.dialogue.rest();
    world.put_account(account.clone());
    say(world, cx, &account, SuggestionMessage::NotRecorded);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_known_by_what_people_call_it() {
        assert!(said_in("交通厅", "交通运输厅"));
        assert!(said_in("住建厅", "住房和城乡建设厅"));
        assert!(!said_in("水利厅", "交通运输厅"));
        assert!(!said_in("厅", "交通运输厅"));
        assert_eq!(bare("湖南省水利厅（样例）"), "水利厅");
    }

    #[test]
    fn a_title_is_known_by_its_own_words() {
        assert_eq!(
            shared("关于加强小型农田水利设施管护的建议", "我那个农田水利的"),
            3
        );
        assert_eq!(shared("关于加强乡村道路的建议", "关于我那个建议"), 0);
    }
}
