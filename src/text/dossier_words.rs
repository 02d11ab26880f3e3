//! Words about dossiers that documents, the desk and the command line share: a deputy's service in the year, and where the
//! handbook stands.

use chrono::{Datelike, NaiveDate};

use crate::domain::dossier::{DossierFacts, HandbookReceipt};
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::handbook::Handbook;
use crate::domain::people::DeputyStatus;
use crate::domain::roster::ElectedOn;
use crate::domain::roster::ledger::{ServiceChange, ServiceEvent};

use super::hand_in_words::handbook_state_word;
use super::{Args, Words};

fn full_day(on: NaiveDate, words: &Words) -> String {
    let args = Args::new()
        .number("year", on.year().into())
        .number("month", on.month().into())
        .number("day", on.day().into());
    words.say_with("handbook-full-day", &args)
}

/// In office, suspended, ended.
pub fn status_word(words: &Words, status: DeputyStatus) -> String {
    words.say(&format!("dossier-status-{}", status.key().replace('_', "-")))
}

fn change_line(words: &Words, change: &ServiceChange) -> String {
    let args = Args::new().text("day", full_day(change.on, words));
    match &change.event {
        ServiceEvent::Gone => words.say_with("dossier-gone", &args),
        ServiceEvent::Back => words.say_with("dossier-back", &args),
        ServiceEvent::Unit(code) => {
            let unit =
                ElectingUnit::from_code(code).map_or_else(|| code.clone(), |unit| unit.name().to_owned());
            words.say_with("dossier-moved", &args.text("unit", unit))
        }
        ServiceEvent::Status(status) => words.say_with(
            "dossier-became",
            &args.text("status", status_word(words, *status)),
        ),
    }
}

/// A deputy's service in the year: since when, if it began in it; what changed by the roster; how it stands on the day on which
/// this was made.
pub fn service(handbook: &Handbook, facts: &DossierFacts, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    if let Ok(on) = ElectedOn::read(&facts.elected_on)
        && on.earliest().year() == handbook.year
    {
        let day = match on {
            ElectedOn::Day(on) => full_day(on, words),
            ElectedOn::Month { .. } => facts.elected_on.clone(),
        };
        lines.push(words.say_with("dossier-begun", &Args::new().text("day", day)));
    }
    lines.extend(facts.changes.iter().map(|change| change_line(words, change)));
    let args = Args::new()
        .text("day", full_day(handbook.made_on, words))
        .text("status", status_word(words, facts.status));
    lines.push(words.say_with("dossier-status", &args));
    lines
}

/// Whether and when the year's handbook came.
pub fn handbook_receipt(receipt: &HandbookReceipt, words: &Words) -> String {
    let state = handbook_state_word(words, receipt.state, receipt.on_paper);
    let day = |key: &str, on: Option<NaiveDate>| {
        on.map(|on| words.say_with(key, &Args::new().text("day", full_day(on, words))))
    };
    let mut said = vec![state];
    said.extend(day("dossier-handed-in", receipt.handed_in_on));
    said.extend(day("dossier-decided", receipt.decided_on));
    said.join(&words.say("dossier-comma"))
}

/// What the deputy confirmed and the office has not verified.
pub fn waiting(facts: &DossierFacts, words: &Words) -> String {
    words.say_with(
        "dossier-waiting-count",
        &Args::new().number("count", facts.waiting),
    )
}
