//! The words for where a feedback stands: the verdicts in short, the states of its receivers, why a mail did not leave. Called by
//! the desk and the command line.

use crate::domain::feedback::{Feedback, FeedbackWay, ReceiverState, Timeliness, Verdict};

use super::Words;

fn word(words: &Words, of: &str, tag: &str) -> String {
    words.say(&format!("{of}-{}", tag.replace('_', "-")))
}

/// 满意, 基本满意, 不满意.
pub fn verdict_word(verdict: Verdict, words: &Words) -> String {
    word(words, "verdict", verdict.tag())
}

/// 未反馈, or both verdicts, and whether it is late.
pub fn opinion_word(feedback: Option<&Feedback>, words: &Words) -> String {
    let Some(feedback) = feedback.filter(|it| it.way.is_some()) else {
        return words.say("opinion-none");
    };
    let mut text = match feedback.opinion() {
        Some(opinion) => format!(
            "{}/{}",
            verdict_word(opinion.handling, words),
            verdict_word(opinion.reply, words)
        ),
        None => words.say("opinion-told"),
    };
    if feedback.timeliness == Timeliness::Late {
        text.push_str(&words.say("opinion-late"));
    }
    text
}

/// How far it is with a receiver.
pub fn receiver_state_word(state: ReceiverState, words: &Words) -> String {
    word(words, "receiver-state", state.tag())
}

/// By which way it was given.
pub fn way_word(way: FeedbackWay, words: &Words) -> String {
    word(words, "feedback-way", way.tag())
}

/// Why a slip was not mailed; `failure` is the word in its row.
pub fn slip_failure_word(failure: &str, words: &Words) -> String {
    word(words, "slip-failure", failure)
}
