//! What deciding is handed besides the rows: the time, the rules that an office sets, ids and secrets.

use super::feedback::{Sealing, SlipCounts};
use super::ids::IdSource;
use super::lookup::LookupKey;
use super::time::{DAY_MS, HOUR_MS, MINUTE_MS, QuietHours, SECOND_MS};

/// Handed to every decision and every rendering.
pub struct Context<'a> {
    /// The instant, by the settable clock, in epoch milliseconds.
    pub now: i64,
    /// The rules in force.
    pub rules: &'a Rules,
    /// Gives ids.
    pub ids: &'a IdSource,
    /// Derives lookup codes.
    pub lookup: &'a LookupKey,
}

/// Rules that are settings: the defaults are the office's custom.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// One receipt speaks for what is said within this time of the first.
    pub receipt_window_ms: i64,
    /// Cards a deputy gets in a minute before the rest becomes one summary.
    pub cards_per_minute: i64,
    /// "Your next words go to case N" lapses after this time.
    pub step_lapses_ms: i64,
    /// How long an invitation is good.
    pub invitation_ms: i64,
    /// Tries of the last four characters.
    pub invitation_tries: i64,
    /// Wrong lookup codes before a case is locked.
    pub lookup_tries: i64,
    /// How long it is locked.
    pub lookup_locked_ms: i64,
    /// Months that a letter is kept after its end.
    pub retention_months: u32,
    /// How long a session of the web chat is good.
    pub session_ms: i64,
    /// Days after which a report is a late entry that the unit office must accept; 0: never.
    pub back_dating_days: i64,
    /// An edit waits so long for its original.
    pub edit_parked_ms: i64,
    /// A message of the web chat that no page fetched goes to the fallback after this time.
    pub fallback_after_ms: i64,
    /// Hours in which cards make no sound and nothing unasked is sent.
    pub quiet: QuietHours,
    /// Unasked messages to a deputy or officer on one day, letters and last days apart.
    pub unasked_per_day: i64,
    /// Whether a slip whose receipt is confirmed counts as feedback in writing.
    pub slip_counts: SlipCounts,
    /// Whether a handling unit gets a verdict only when the office releases it.
    pub sealing: Sealing,
    /// Where the web chat is reached from outside, without a slash at the end.
    pub public_url: String,
    /// Name of the bot for deep links; empty without Telegram.
    pub bot_name: String,
    /// Telephone of the office for questions; empty when none is set.
    pub office_phone: String,
    /// Classes that stand on the first page of a reply, as officers choose them; by custom A solved, B planned, C later, D for reference.
    pub reply_classes: Vec<String>,
    /// Whether a service writes down the words of deputies' voice messages. Never of constituents'.
    pub transcribes: bool,
    /// Longest text of one message, in characters.
    pub longest_text: usize,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            receipt_window_ms: 60 * SECOND_MS,
            cards_per_minute: 5,
            step_lapses_ms: 15 * MINUTE_MS,
            invitation_ms: 30 * DAY_MS,
            invitation_tries: 5,
            lookup_tries: 5,
            lookup_locked_ms: HOUR_MS,
            retention_months: 6,
            session_ms: 180 * DAY_MS,
            back_dating_days: 60,
            edit_parked_ms: DAY_MS,
            fallback_after_ms: 2 * HOUR_MS,
            quiet: QuietHours::CUSTOM,
            unasked_per_day: 1,
            slip_counts: SlipCounts::No,
            sealing: Sealing::Open,
            public_url: "http://127.0.0.1:8080".into(),
            bot_name: String::new(),
            office_phone: String::new(),
            reply_classes: ["A", "B", "C", "D"].map(str::to_owned).to_vec(),
            transcribes: false,
            longest_text: 20_000,
        }
    }
}

impl Rules {
    /// The version of the notice that these rules make: it changes when anything in the notice does.
    pub fn notice_version(&self) -> String {
        let telegram = if self.bot_name.is_empty() { "w" } else { "t" };
        format!("1-{}-{telegram}", self.retention_months)
    }
}
