//! Asking co-signers again whose confirmation is of other words, when the drafter has paused: once for each content, never at
//! night.

use crate::domain::command::Command;
use crate::domain::input::{Deed, From, Input};
use crate::domain::suggestion::command::SuggestionCommand;
use crate::flows::co_sign::ASK_AGAIN_AFTER_MS;
use crate::store::StoreError;

use super::Jobs;

/// Drafts in one look.
const MOST: i64 = 200;

impl Jobs {
    /// Asks where it is time.
    pub async fn ask_again(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        if self.rules.quiet.is_quiet(now) {
            return Ok(());
        }
        let before = now - ASK_AGAIN_AFTER_MS;
        let drafts = self.store.read().await?.drafts_to_ask_again(before, MOST).await?;
        for (draft, changed_at) in drafts {
            let input = Input {
                // Once for each time that something was written.
                key: format!("job:ask-again:{draft}:{changed_at}"),
                from: From::Program,
                deed: Deed::Command(Box::new(Command::Suggestion(SuggestionCommand::AskAgain(draft)))),
                said_at: None,
                raw: String::new(),
            };
            // What isn't taken now is asked with the next look.
            let _ = self.intake.submit(input).await;
        }
        Ok(())
    }
}
