//! What stands on an opinion slip, row by row, before it is known what kind of file it becomes: Word or printed pages show the
//! same.
//!
//! **Invariant:** both verdicts show all three choices, so that a blank slip can be filled in by hand; people's words pass
//! `plain` here, before they reach any file.

use chrono::{Datelike, NaiveDate};

use crate::domain::feedback::{RehandlingWish, Slip, Timeliness, Verdict};
use crate::text::{Args, Words};

use super::plain_text::plain;

/// What stands beside a label.
pub(super) enum Cell {
    /// Words.
    Text(String),
    /// Boxes to tick, with what is ticked already.
    Choices(Vec<(bool, String)>),
}

/// How much room a row has at least.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// A line.
    Line,
    /// Some lines, for signing.
    Signature,
    /// As much as the page gives, for opinions.
    Opinion,
}

/// A row of the slip.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) cell: Cell,
    pub(super) room: Room,
}

/// The rows in the order of the form.
pub(super) fn rows(slip: &Slip, words: &Words) -> Vec<Row> {
    let row = |label: &str, cell: Cell, room: Room| Row {
        label: words.say(label),
        cell,
        room,
    };
    let text = |label: &str, text: &str| row(label, Cell::Text(plain(text)), Room::Line);
    let choices = |label: &str, choices| row(label, Cell::Choices(choices), Room::Line);
    let is_wanted = slip.rehandling == RehandlingWish::Wanted;
    vec![
        text("slip-number", &slip.number),
        text("slip-suggestion", &slip.title),
        text("slip-deputy", &slip.deputy),
        text("slip-phone", ""),
        text("slip-unit", &slip.unit),
        text("slip-received", &received(slip, words)),
        choices(
            "slip-contact",
            ["meeting", "telephone", "visit", "none"]
                .map(|way| (false, words.say(&format!("slip-contact-{way}"))))
                .to_vec(),
        ),
        choices("slip-handling", verdicts(slip.handling, words)),
        choices("slip-reply", verdicts(slip.reply, words)),
        row("slip-reasons", Cell::Text(plain(&slip.reasons)), Room::Opinion),
        choices(
            "slip-rehandling",
            vec![
                (is_wanted, words.say("slip-rehandling-yes")),
                (false, words.say("slip-rehandling-no")),
            ],
        ),
        row("slip-signature", Cell::Text(signed(slip, words)), Room::Signature),
    ]
}

/// What stands below the table.
pub(super) const NOTES: [&str; 2] = ["slip-not-the-platform", "slip-reasons-rule"];

fn received(slip: &Slip, words: &Words) -> String {
    let mut text = slip.received_on.map(|on| day(on, words)).unwrap_or_default();
    if let Some(due) = slip.due_on {
        text.push_str(&words.say_with("slip-due", &Args::new().text("due", day(due, words))));
    }
    if !slip.document_number.is_empty() {
        text.push('　');
        text.push_str(&slip.document_number);
    }
    text
}

fn verdicts(chosen: Option<Verdict>, words: &Words) -> Vec<(bool, String)> {
    Verdict::ALL
        .iter()
        .map(|verdict| {
            let word = words.say(&format!("verdict-{}", verdict.tag().replace('_', "-")));
            (chosen == Some(*verdict), word)
        })
        .collect()
}

fn signed(slip: &Slip, words: &Words) -> String {
    let mut text = match slip.given_on {
        Some(on) => words.say_with("slip-given", &Args::new().text("on", day(on, words))),
        None => words.say("slip-sign-here"),
    };
    if slip.timeliness == Timeliness::Late {
        text.push_str(&words.say("slip-late"));
    }
    text
}

fn day(on: NaiveDate, words: &Words) -> String {
    let args = Args::new()
        .number("year", on.year().into())
        .number("month", on.month().into())
        .number("day", on.day().into());
    words.say_with("slip-day", &args)
}
