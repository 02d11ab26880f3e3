//! Owing a message to a person: the only way anything reaches anyone (invariant 5).

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::ids::{CaseId, OutboxId};
use crate::domain::message_kind::MessageKind;
use crate::domain::outbox::{Lane, OutboxItem, OutboxState};
use crate::domain::world::World;

/// A message about to be owed.
pub struct Owed<'a> {
    to: &'a Account,
    kind: MessageKind,
    case_id: Option<CaseId>,
    due_at: i64,
    reply_to: Option<i64>,
    silent: bool,
    lane: Lane,
}

/// Begins a message that is due at once.
pub fn owe<'a>(to: &'a Account, kind: MessageKind, cx: &Context<'_>) -> Owed<'a> {
    Owed {
        to,
        kind,
        case_id: None,
        due_at: cx.now,
        reply_to: None,
        silent: false,
        lane: Lane::Answers,
    }
}

impl Owed<'_> {
    /// It speaks of this case: an answer to it finds the case.
    #[must_use]
    pub fn of(mut self, case: CaseId) -> Self {
        self.case_id = Some(case);
        self
    }

    /// It answers this message of the person.
    #[must_use]
    pub fn replying(mut self, remote_id: Option<i64>) -> Self {
        self.reply_to = remote_id;
        self
    }

    /// In another lane than that of answers.
    #[must_use]
    pub fn in_lane(mut self, lane: Lane) -> Self {
        self.lane = lane;
        self
    }

    /// Not before this instant.
    #[must_use]
    pub fn due(mut self, at: i64) -> Self {
        self.due_at = at;
        self
    }

    /// Without sound in the quiet hours.
    #[must_use]
    pub fn quiet_at_night(mut self, cx: &Context<'_>) -> Self {
        self.silent = cx.rules.quiet.is_quiet(self.due_at);
        self
    }

    /// Puts it into the outbox.
    pub fn put(self, world: &mut World, cx: &Context<'_>) -> OutboxId {
        let id = cx.ids.next();
        world.put_outbox_item(OutboxItem {
            id,
            account_id: self.to.id,
            channel: self.to.channel,
            lane: self.lane,
            kind: self.kind,
            case_id: self.case_id,
            due_at: self.due_at,
            state: OutboxState::Waiting,
            reply_to: self.reply_to,
            silent: self.silent,
            tries: 0,
            begun_at: None,
            sent_at: None,
            remote_id: None,
            sent_hash: None,
            failure: None,
            fallback_at: None,
            created_at: cx.now,
        });
        id
    }
}
