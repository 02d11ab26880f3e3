//! 运行情况 on a good day and on a bad one.

use crate::text::Words;
use crate::web::pages::desk::{DeskPlace, RunningPage, RunningRow};

use super::super::{Sample, sample};
use super::desk;

pub(super) fn running(words: &'static Words) -> Vec<Sample> {
    let row = |about: &str, shown: &str, is_trouble| RunningRow {
        about: words.say(about),
        shown: words.say(shown),
        is_trouble,
    };
    let page = |rows, waiting| RunningPage {
        words,
        desk: desk(DeskPlace::Running),
        rows,
        waiting,
    };
    let well = vec![
        row("desk-running-database", "desk-running-database-ok", false),
        row("desk-running-fetching", "desk-running-fetching-listening", false),
        row("desk-running-sending", "desk-running-sending-here", false),
    ];
    let bad = vec![
        row("desk-running-database", "desk-running-database-bad", true),
        row("desk-running-fetching", "desk-running-fetching-no_network", true),
        row("desk-running-sending", "desk-running-sending-elsewhere", false),
    ];
    vec![
        sample(words, "desk-running", &page(well, vec![])),
        sample(words, "desk-running-bad", &page(bad.clone(), bad)),
    ]
}

#[test]
fn every_state_of_fetching_has_words_in_both_languages() {
    use crate::domain::Locale;
    for locale in Locale::ALL {
        for state in [
            "starting", "standby", "listening", "webhook", "conflict", "webhook_set", "wrong_token",
            "out_of_order", "no_network", "unreadable", "not_taken", "stopped",
        ] {
            let key = format!("desk-running-fetching-{state}");
            assert_ne!(crate::text::words(locale).say(&key), key);
        }
    }
}
