//! 提醒规则 with sample rows, faults and what a change moves.

use crate::text::Words;
use crate::web::pages::desk::{
    DeskPlace, ReminderFormRow, ReminderMoved, ReminderPreviewPage, RemindersPage,
};

use super::super::{Sample, sample};
use super::desk;

fn list(words: &'static Words, may_change: bool) -> RemindersPage {
    let row = |kind: &str, days: &str, to: &[&str]| ReminderFormRow {
        kind: kind.into(),
        days: days.into(),
        to: to.iter().map(|to| (*to).to_owned()).collect(),
    };
    RemindersPage {
        words,
        desk: desk(DeskPlace::Reminders),
        lines: vec![words.say("reminder-quiet-none")],
        is_shipped: !may_change,
        may_change,
        kinds: vec![
            (
                "feedback,nominal".into(),
                words.say("desk-reminder-kind-feedback-nominal"),
            ),
            (
                "handbook,last_working_day".into(),
                words.say("desk-reminder-kind-handbook-last-working-day"),
            ),
        ],
        rows: vec![
            row("feedback,nominal", "14", &["deputy"]),
            row("feedback,nominal", "-3", &["deputy", "unit_office"]),
            ReminderFormRow::default(),
        ],
        quiet: ["21:00".into(), "08:30".into()],
        faults: if may_change {
            vec![words.say("reminder-fault-days")]
        } else {
            vec![]
        },
        history: vec!["2026-08-01，李示二".into()],
    }
}

pub(super) fn reminders(words: &'static Words) -> Vec<Sample> {
    let preview = ReminderPreviewPage {
        words,
        desk: desk(DeskPlace::Reminders),
        is_same: false,
        gone: vec![words.say("reminder-quiet-none")],
        come: vec![words.say("reminder-quiet-none")],
        open: 40,
        count: 12,
        at_once: 3,
        moved: vec![ReminderMoved {
            matter: words.say("reminder-matter-feedback"),
            title: "关于加强小型农田水利设施管护的建议（样例）".into(),
            before: "2026-08-13 08:30".into(),
            after: words.say("reminder-next-now"),
        }],
        rules: "matter,anchor,days,to".into(),
        basis: 0,
    };
    vec![
        sample(words, "desk-reminders", &list(words, true)),
        sample(words, "desk-reminders-read", &list(words, false)),
        sample(words, "desk-reminders-preview", &preview),
    ]
}
