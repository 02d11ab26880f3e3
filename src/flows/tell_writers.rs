//! The people whose letters led to a suggestion hear what came of it, after the deputy's tap (N15).
//!
//! Called by `chat::tap`. **Invariants:** nobody hears of the same state twice; nothing of the reply's text goes out, and the
//! title only where the deputy agreed that the suggestion may be public; a letter that was taken down for somebody is counted,
//! so that the deputy tells them by other means.

use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::context::Context;
use crate::domain::ids::{CaseId, DeputyId, SuggestionId};
use crate::domain::keeping::Counter;
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::life::life_of;
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::world::{Deciding, Key, Stop, World};

use super::owe::owe;

/// The counter of replies that the writer of a letter was told of.
fn told_counter(suggestion: SuggestionId, case: CaseId) -> String {
    format!("what-became-{suggestion}-{case}")
}

/// Tells every writer who doesn't know it yet that replies came; tells the deputy how many that were.
pub fn tell_writers(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    id: SuggestionId,
) -> Deciding<()> {
    let row = world.suggestion(&id)?.clone();
    if row.deputy_id != deputy {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let (_, replies) = life_of(world, id)?;
    let replies = replies.iter().filter(|reply| reply.state.stands()).count();
    let replies = i64::try_from(replies).unwrap_or(i64::MAX);
    let cases = row.sources.cases;
    if replies == 0 || cases.is_empty() {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    world.want(
        cases
            .iter()
            .flat_map(|case| [Key::Case(*case), Key::Counter(told_counter(id, *case))]),
    )?;
    let mut cases: Vec<_> = cases
        .iter()
        .filter_map(|case| world.find_case(case).transpose())
        .map(|case| case.cloned())
        .collect::<Deciding<_>>()?;
    // A letter that another reader has now is no longer this deputy's to speak of.
    cases.retain(|case| case.reader == Reader::Deputy(deputy));
    world.want(cases.iter().filter_map(|case| case.account_id).map(Key::Account))?;
    let (mut told, mut by_hand) = (0, 0);
    for case in cases {
        let name = told_counter(id, case.id);
        let known = world.find_counter(&name)?.map_or(0, |counter| counter.value);
        let Some(writer) = case.account_id else {
            by_hand += 1;
            continue;
        };
        if known >= replies {
            continue;
        }
        let writer = world.account(&writer)?.clone();
        let about = SuggestionMessage::ToWriter {
            suggestion: id,
            case: case.id,
        };
        owe(&writer, MessageKind::Suggestion { about }, cx)
            .of(case.id)
            .quiet_at_night(cx)
            .put(world, cx);
        world.put_counter(Counter { name, value: replies });
        told += 1;
    }
    let about = SuggestionMessage::WritersTold {
        suggestion: id,
        told,
        by_hand,
    };
    owe(account, MessageKind::Suggestion { about }, cx).put(world, cx);
    Ok(())
}
