//! Reaching people who aren't looking: what no page has fetched goes to SMS, then e-mail; the rest stands on the office's
//! call list. The fallback says only that something waits and how to open it.

use crate::domain::account::Account;
use crate::domain::command::Command;
use crate::domain::input::{Deed, From, Input};
use crate::domain::keeping::ContactKind;
use crate::domain::message_kind::{FeedbackPage, MessageKind};
use crate::domain::outbox::OutboxItem;
use crate::domain::world::{Key, ListKey, World};
use crate::fallback::{Fallback, Outcome};
use crate::store::{Reading, StoreError};
use crate::text::{Args, words};

use super::Jobs;

/// Messages looked at in one go.
const MOST: i64 = 100;

/// Messages for which it is worth disturbing someone.
fn is_worth_it(kind: &MessageKind) -> bool {
    matches!(
        kind,
        MessageKind::Answer { .. }
            | MessageKind::Told { .. }
            | MessageKind::ReaderChanged { .. }
            | MessageKind::Card { .. }
            | MessageKind::CardPassed { .. }
            | MessageKind::CardSummary
            | MessageKind::DueList { .. }
            | MessageKind::Feedback {
                page: FeedbackPage::Recorded | FeedbackPage::Due,
                ..
            }
    )
}

/// Where a person can be told.
#[derive(Default)]
struct Ways {
    phone: Option<String>,
    email: Option<String>,
}

impl Jobs {
    /// Uses the fallback for what waits too long; not in the quiet hours.
    pub async fn fall_back(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        if self.rules.quiet.is_quiet(now) {
            return Ok(());
        }
        let mut reading = self.store.read().await?;
        let items = reading
            .unfetched(now - self.rules.fallback_after_ms, MOST)
            .await?;
        for item in items {
            if is_worth_it(&item.kind) {
                let mut world = World::default();
                reading.load(&[Key::Account(item.account_id)], &mut world).await?;
                let Ok(Some(account)) = world.find_account(&item.account_id).map(|found| found.cloned())
                else {
                    continue;
                };
                let ways = ways(&mut reading, &item, &account).await?;
                if account.silenced_at.is_none() && self.tell(&account, &ways).await == Outcome::Unavailable {
                    continue;
                }
            }
            let input = Input {
                key: format!("job:fallback:{}", item.id),
                from: From::Program,
                deed: Deed::Command(Box::new(Command::FellBack(item.id))),
                said_at: None,
                raw: String::new(),
            };
            // What isn't noted now is noted with the next look.
            let _ = self.intake.submit(input).await;
        }
        Ok(())
    }

    /// SMS first, then e-mail. `NotSet` when there is no way: the call list remains.
    async fn tell(&self, account: &Account, ways: &Ways) -> Outcome {
        let words = words(account.locale);
        let args = Args::new().text("url", self.rules.public_url.as_str());
        let text = words.say_with("something-waits", &args);
        if let Some(phone) = &ways.phone {
            match self.channels.sms(phone, &text).await {
                Outcome::NotSet | Outcome::Refused => {}
                outcome => return outcome,
            }
        }
        match &ways.email {
            Some(email) => {
                self.channels
                    .email(email, &words.say("something-waits-subject"), &text)
                    .await
            }
            None => Outcome::NotSet,
        }
    }
}

/// A constituent's ways are those left for the case by separate consent; a deputy's telephone is on the roster.
async fn ways(reading: &mut Reading, item: &OutboxItem, account: &Account) -> Result<Ways, StoreError> {
    let mut ways = Ways::default();
    let mut world = World::default();
    if let Some(deputy) = account.deputy_id {
        reading.load(&[Key::Deputy(deputy)], &mut world).await?;
        if let Ok(Some(deputy)) = world.find_deputy(&deputy) {
            ways.phone = Some(deputy.phone.clone()).filter(|phone| !phone.is_empty());
        }
        return Ok(ways);
    }
    let Some(case) = item.case_id else { return Ok(ways) };
    let list = ListKey::CallBacks(case);
    reading.load(&[Key::List(list.clone())], &mut world).await?;
    let ids = world.list(&list).map(|list| list.ids.clone()).unwrap_or_default();
    let keys: Vec<Key> = ids.iter().map(|id| Key::CallBack(*id)).collect();
    reading.load(&keys, &mut world).await?;
    for id in ids {
        if let Ok(Some(left)) = world.find_call_back(&id)
            && left.account_id == account.id
        {
            match left.kind {
                ContactKind::Phone => ways.phone = Some(left.value.clone()),
                ContactKind::Email => ways.email = Some(left.value.clone()),
            }
        }
    }
    Ok(ways)
}
