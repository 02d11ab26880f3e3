//! 运行情况 at the desk: whether letters are taken, how Telegram is reached, what waits to leave. For every officer: whoever is
//! asked "why does no answer come" can look.

use std::sync::atomic::Ordering;

use crate::store::WaitingLane;
use crate::text::{Args, Words};
use crate::web::pages::desk::{DeskPlace, RunningPage, RunningRow};

use super::officer::{Answered, OnDuty};

/// States of fetching that ask for a person, or say why nothing comes.
const TROUBLES: [&str; 6] = [
    "conflict", "wrong_token", "out_of_order", "no_network", "unreadable", "not_taken",
];

fn row(words: &Words, about: &str, shown: String, is_trouble: bool) -> RunningRow {
    RunningRow {
        about: words.say(about),
        shown,
        is_trouble,
    }
}

fn waiting(duty: &OnDuty, lane: &WaitingLane) -> RunningRow {
    let words = duty.words();
    let args = Args::new()
        .number("count", lane.messages)
        .text("since", duty.moment(lane.oldest_due_at).shown);
    let lane_called = words.say(&format!("desk-running-lane-{}", lane.lane));
    let about = Args::new().text("lane", lane_called);
    RunningRow {
        about: words.say_with(&format!("desk-running-waiting-{}", lane.channel), &about),
        shown: words.say_with("desk-running-lane", &args),
        is_trouble: false,
    }
}

/// `GET /desk/running`
pub(super) async fn page(duty: OnDuty) -> Answered {
    let words = duty.words();
    let inner = &duty.web.0;
    let is_well = inner.health.well.load(Ordering::Relaxed);
    let database = if is_well {
        "desk-running-database-ok"
    } else {
        "desk-running-database-bad"
    };
    let mut rows = vec![row(words, "desk-running-database", words.say(database), !is_well)];
    if let Some(fetching) = inner.fetching.as_ref().map(|fetching| fetching()) {
        let mut shown = words.say(&format!("desk-running-fetching-{}", fetching.state));
        if let Some(ms) = fetching.good_ms_ago {
            let ago = Args::new().number("seconds", ms / 1_000);
            shown.push_str(&words.say_with("desk-running-fetched", &ago));
        }
        let is_trouble = TROUBLES.contains(&fetching.state);
        rows.push(row(words, "desk-running-fetching", shown, is_trouble));
    }
    if let Some(sending) = &inner.sending {
        let place = if sending.is_held() {
            "desk-running-sending-here"
        } else {
            "desk-running-sending-elsewhere"
        };
        rows.push(row(words, "desk-running-sending", words.say(place), false));
    }
    let sum = |counts: &[(&str, u64)], names: &[&str]| {
        let named = counts.iter().filter(|(name, _)| names.contains(name));
        i64::try_from(named.map(|(_, count)| count).sum::<u64>()).unwrap_or(i64::MAX)
    };
    let (inputs, sends) = (inner.health.inputs(), inner.health.sends());
    let since = Args::new()
        .number("taken", sum(&inputs, &["done", "refused", "dead_letter"]))
        .number("dead", sum(&inputs, &["dead_letter"]))
        .number("sent", sum(&sends, &["sent"]))
        .number("failed", sum(&sends, &["blocked", "gone", "given_up"]));
    rows.push(row(
        words,
        "desk-running-since",
        words.say_with("desk-running-counts", &since),
        false,
    ));
    let lanes = duty
        .read()
        .await?
        .waiting_lanes(duty.now())
        .await
        .map_err(|error| duty.unread(&error))?;
    let page = RunningPage {
        words,
        desk: duty.frame(DeskPlace::Running, "/desk/running", None, None),
        rows,
        waiting: lanes.iter().map(|lane| waiting(&duty, lane)).collect(),
    };
    Ok(OnDuty::page(&page, None))
}
