//! One batch: claim the keys, load, decide in rounds, save, commit; then everyone learns their fate.
//!
//! **Invariants:** a failed decision changes nothing; a later input of a chat sees the earlier one's changes; nobody is
//! told anything before the commit.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::chat;
use crate::domain::account::Channel;
use crate::domain::answer::Answer;
use crate::domain::context::{Context, Rules};
use crate::domain::ids::{AccountId, FileId, IdSource, OutboxId};
use crate::domain::input::{Deed, From, Input};
use crate::domain::lookup::LookupKey;
use crate::domain::message_kind::MessageKind;
use crate::domain::outbox::OutboxItem;
use crate::domain::world::{Deciding, Key, Stop, World};
use crate::flows::keep_dead_letter::keep_dead_letter;
use crate::flows::note_delivery::{Ended, matters, note_delivery};
use crate::store::{Notice, SendOutcome, SendResult, Store, StoreError};

use super::clock::Clock;

/// A decision that needs more rounds than this is a defect, and becomes a dead letter.
const ROUNDS: usize = 14;

/// A result of the sender with the kind of the message, for its consequences.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) result: SendResult,
    pub(crate) kind: MessageKind,
}

/// What a committed batch gives.
pub(crate) struct Committed {
    /// The fate of each input, in their order.
    pub(crate) answers: Vec<Answer>,
    /// Messages owed to Telegram's accounts, in order.
    pub(crate) owed: Vec<OutboxItem>,
    /// Accounts of the web chat for which something new waits.
    pub(crate) web: HashSet<AccountId>,
    /// Files that are to be fetched.
    pub(crate) files: Vec<FileId>,
    /// For so many microseconds the database belonged to others first.
    pub(crate) begin_us: u64,
    /// The rows that the batch saw: the sender makes the words from them.
    pub(crate) world: World,
}

/// What deciding is handed, owned by the engine.
pub(crate) struct Decider {
    /// This process in notices to others.
    pub(crate) by: u32,
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) rules: Rules,
    pub(crate) lookup: LookupKey,
    pub(crate) ids: IdSource,
}

enum Kind<'a> {
    Input(usize, &'a Input),
    Result(&'a Outcome),
}

struct Work<'a> {
    kind: Kind<'a>,
    /// The same in every round.
    ids: IdSource,
    /// Rounds in which it was its turn and it needed more.
    rounds: usize,
}

#[derive(PartialEq, Eq, Hash)]
enum WorkLane<'a> {
    Chat(&'a str),
    Account(AccountId),
    Office,
    Result(AccountId),
}

/// Ids set aside for an input of a person, and for a command, which may bring a whole roster.
const IDS: i64 = 64;
const IDS_OF_A_COMMAND: i64 = 65_536;

impl<'a> Work<'a> {
    /// Order holds among works of one lane.
    fn lane(&self) -> WorkLane<'a> {
        match &self.kind {
            Kind::Input(_, input) => match &input.from {
                From::Chat { address, .. } => WorkLane::Chat(address),
                From::Account(id) => WorkLane::Account(*id),
                From::Administrator | From::Program => WorkLane::Office,
            },
            Kind::Result(result) => WorkLane::Result(result.result.account),
        }
    }

    fn decide(&self, world: &mut World, cx: &Context<'_>) -> std::thread::Result<Deciding<Answer>> {
        self.ids.restart();
        catch_unwind(AssertUnwindSafe(|| match &self.kind {
            Kind::Input(_, input) => chat::decide(input, world, cx),
            Kind::Result(result) => draw_consequences(result, world, cx).map(|()| Answer::Done),
        }))
    }
}

impl Decider {
    /// Decides and commits. An error of the surroundings means that nothing of it may have happened, or all of it.
    pub(crate) async fn batch(
        &self,
        inputs: &[&Input],
        results: &[Outcome],
    ) -> Result<Committed, StoreError> {
        let (now, ticks) = (self.clock.now(), self.clock.ticks());
        self.ids.advance(ticks);
        let beginning = self.clock.stopwatch();
        let mut writing = self.store.write().await?;
        let begin_us = beginning.elapsed_us();
        let outcome = async {
            if !results.is_empty() {
                let plain: Vec<SendResult> = results.iter().map(|result| result.result.clone()).collect();
                writing.save_results(&plain).await?;
            }
            let claimed = if inputs.is_empty() {
                HashSet::new()
            } else {
                let keys: Vec<String> = inputs.iter().map(|input| input.key.clone()).collect();
                writing.claim_keys(&keys, ticks).await?
            };
            let mut answers: Vec<Answer> = vec![Answer::Again; inputs.len()];
            let mut world = World::default();
            let mut works: Vec<Work<'_>> = results
                .iter()
                .filter(|result| {
                    ended(&result.result.outcome).is_some_and(|ended| matters(&result.kind, &ended))
                })
                .map(|result| Work {
                    kind: Kind::Result(result),
                    ids: self.ids.block(IDS),
                    rounds: 0,
                })
                .collect();
            let mut seen = HashSet::new();
            for (place, input) in inputs.iter().enumerate() {
                // The same key twice in one batch: the second is a repetition of the first.
                if claimed.contains(&input.key) && seen.insert(&input.key) {
                    let size = if matches!(input.deed, Deed::Command(_)) {
                        IDS_OF_A_COMMAND
                    } else {
                        IDS
                    };
                    works.push(Work {
                        kind: Kind::Input(place, input),
                        ids: self.ids.block(size),
                        rounds: 0,
                    });
                }
            }
            let mut needs: Vec<Key> = works
                .iter()
                .flat_map(|work| match &work.kind {
                    Kind::Input(_, input) => chat::keys(input),
                    Kind::Result(result) => {
                        vec![
                            Key::Account(result.result.account),
                            Key::Outbox(result.result.item),
                        ]
                    }
                })
                .collect();
            loop {
                writing.load(&needs, &mut world).await?;
                needs.clear();
                works = self.round(works, &mut world, now, &mut needs, &mut answers);
                if works.is_empty() {
                    break;
                }
            }
            let changes = world.take_changes();
            let owed: Vec<OutboxItem> = changes
                .outbox
                .iter()
                .filter(|item| item.channel == Channel::Telegram)
                .cloned()
                .collect();
            let web: HashSet<AccountId> = changes
                .outbox
                .iter()
                .filter(|item| item.channel == Channel::Web)
                .map(|item| item.account_id)
                .chain(
                    results
                        .iter()
                        .filter_map(|result| result.result.case)
                        .filter_map(|case| {
                            world
                                .find_case(&case)
                                .ok()
                                .flatten()
                                .and_then(|case| case.account_id)
                        }),
                )
                .collect();
            let files: Vec<FileId> = changes.files.iter().map(|file| file.id).collect();
            if !changes.is_empty() {
                writing.save(changes).await?;
            }
            let notice = Notice {
                by: self.by,
                accounts: Some(web.iter().copied().collect()),
                owes: !owed.is_empty(),
                files: !files.is_empty(),
            };
            writing.tell_others(&notice).await?;
            Ok(Committed {
                answers,
                owed,
                web,
                files,
                begin_us,
                world,
            })
        }
        .await;
        match outcome {
            Ok(committed) => {
                writing.commit().await?;
                Ok(committed)
            }
            Err(error) => {
                writing.rollback().await;
                Err(error)
            }
        }
    }

    /// Decides what can be decided; gives what needs more. Whoever waits behind another of the same lane is decided on
    /// trial, so that what it will need is loaded along; a work that needs more in too many turns becomes a dead letter,
    /// so the rounds end.
    fn round<'a>(
        &self,
        works: Vec<Work<'a>>,
        world: &mut World,
        now: i64,
        needs: &mut Vec<Key>,
        answers: &mut [Answer],
    ) -> Vec<Work<'a>> {
        let mut waiting = Vec::new();
        let mut held = HashSet::new();
        for mut work in works {
            let lane = work.lane();
            let mark = world.mark();
            let cx = Context {
                now,
                rules: &self.rules,
                ids: &work.ids,
                lookup: &self.lookup,
            };
            if held.contains(&lane) {
                if let Ok(Err(Stop::Need(keys))) = work.decide(world, &cx) {
                    needs.extend(keys);
                }
                world.take_back(mark);
                waiting.push(work);
                continue;
            }
            let reason = match work.decide(world, &cx) {
                Ok(Ok(answer)) => {
                    if let Kind::Input(place, _) = work.kind {
                        answers[place] = answer;
                    }
                    continue;
                }
                Ok(Err(Stop::Refused(refusal))) => {
                    world.take_back(mark);
                    if let Kind::Input(place, _) = work.kind {
                        answers[place] = Answer::Refused(refusal);
                    }
                    continue;
                }
                Ok(Err(Stop::Need(keys))) if work.rounds < ROUNDS => {
                    world.take_back(mark);
                    needs.extend(keys);
                    held.insert(lane);
                    work.rounds += 1;
                    waiting.push(work);
                    continue;
                }
                Ok(Err(Stop::Need(keys))) => format!("needs more after {ROUNDS} rounds: {}", keys.len()),
                Err(panic) => panic
                    .downcast_ref::<&str>()
                    .map(|text| (*text).to_owned())
                    .or_else(|| panic.downcast_ref::<String>().cloned())
                    .unwrap_or_else(|| "panic".to_owned()),
            };
            world.take_back(mark);
            self.give_up(&work.kind, world, &cx, answers, reason);
        }
        waiting
    }

    /// Keeps an input as a dead letter; the person is told, and the batch goes on.
    fn give_up(
        &self,
        work: &Kind<'_>,
        world: &mut World,
        cx: &Context<'_>,
        answers: &mut [Answer],
        reason: String,
    ) {
        match work {
            Kind::Input(place, input) => {
                tracing::error!(key = %input.key, reason, "an input could not be decided and is kept as a dead letter");
                let account = match &input.from {
                    From::Chat { channel, address, .. } => {
                        world.account_at(&(*channel, address.clone())).ok().flatten()
                    }
                    From::Account(id) => Some(*id),
                    From::Administrator | From::Program => None,
                };
                let account = account.and_then(|id| world.find_account(&id).ok().flatten().cloned());
                let raw = if input.raw.is_empty() {
                    format!("{:?}", input.deed)
                } else {
                    input.raw.clone()
                };
                let incident = keep_dead_letter(world, cx, account.as_ref(), &input.key, raw, reason);
                answers[*place] = Answer::Kept(incident);
            }
            Kind::Result(result) => {
                tracing::error!(item = %result.result.item, reason, "the consequences of a delivery could not be drawn");
            }
        }
    }
}

fn ended(outcome: &SendOutcome) -> Option<Ended> {
    match outcome {
        SendOutcome::Sent { .. } => Some(Ended::Arrived),
        SendOutcome::Blocked => Some(Ended::Blocked),
        SendOutcome::Gone => Some(Ended::Gone),
        SendOutcome::GivenUp(_) => Some(Ended::GivenUp),
        SendOutcome::Moved(address) => Some(Ended::Moved(address.clone())),
        SendOutcome::Begun | SendOutcome::RetryAt { .. } | SendOutcome::Silenced => None,
    }
}

fn draw_consequences(result: &Outcome, world: &mut World, cx: &Context<'_>) -> Deciding<()> {
    let Some(ended) = ended(&result.result.outcome) else {
        return Ok(());
    };
    let item: OutboxId = result.result.item;
    note_delivery(world, cx, item, result.result.account, &result.kind, &ended)
}
