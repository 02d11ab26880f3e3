//! Words about handbooks that the chat, the desk and the command line share: where one stands, what changed since.

use crate::domain::handbook::life::{Amendment, HandbookState};

use super::{Args, Words};

/// Where a handbook stands, as a list says it.
pub fn handbook_state_word(words: &Words, state: HandbookState, on_paper: bool) -> String {
    match state {
        HandbookState::Accepted if on_paper => words.say("desk-handbooks-accepted-paper"),
        state => words.say(&format!("desk-handbooks-{}", state.tag().replace('_', "-"))),
    }
}

/// A change since a handbook was handed in; `day` puts the line's day into words.
pub fn amendment_line(
    words: &Words,
    amendment: &Amendment,
    day: impl FnOnce(chrono::NaiveDate) -> String,
) -> String {
    let (key, line) = match amendment {
        Amendment::Added(line) => ("hand-in-line-added", line),
        Amendment::Changed(_, line) => ("hand-in-line-changed", line),
        Amendment::Removed(line) => ("hand-in-line-removed", line),
    };
    let args = Args::new()
        .text("day", day(line.on))
        .text("category", line.category.wording());
    words.say_with(key, &args)
}
