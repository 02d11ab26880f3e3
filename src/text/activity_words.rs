//! Words about joint activities that the desk and the command line share: what is wrong with one.

use crate::domain::record::activity::{ActivityFault, LONGEST};

use super::{Args, Words};

/// Why an activity can't be entered as it stands.
pub fn activity_fault(words: &Words, fault: &ActivityFault) -> String {
    let args = Args::new();
    match fault {
        ActivityFault::InFuture => words.say("activity-in-future"),
        ActivityFault::DaysWrong => words.say("activity-days-wrong"),
        ActivityFault::Category => words.say("activity-category-wrong"),
        ActivityFault::TopicMissing => words.say("activity-topic-missing"),
        ActivityFault::TooLong => {
            let longest = i64::try_from(LONGEST).unwrap_or(i64::MAX);
            words.say_with("activity-too-long", &args.number("longest", longest))
        }
        ActivityFault::Nobody => words.say("activity-nobody"),
        ActivityFault::Unknown(name) => words.say_with("activity-unknown", &args.text("name", name.as_str())),
        ActivityFault::Several(name, codes) => words.say_with(
            "activity-several",
            &args.text("name", name.as_str()).text("codes", codes.join("、")),
        ),
        ActivityFault::NotInOffice(name) => {
            words.say_with("activity-not-in-office", &args.text("name", name.as_str()))
        }
    }
}
