//! A reading for people: each value with the words in which it stands and the rule by which it was read.

use crate::domain::report::{Field, Reading, RecordRead, Rule, When};
use crate::text::{Args, Words};

/// The lines that tell a reading of `message`.
pub(super) fn lines(reading: &Reading, message: &str, words: &Words) -> Vec<String> {
    let teller = Teller { message, words };
    let intent = words.say(&format!("cli-report-intent-{}", word(&reading.intent)));
    let mut lines = vec![words.say_with("cli-report-intent", &Args::new().text("intent", intent))];
    for (record, number) in reading.records.iter().zip(1_i64..) {
        lines.push(words.say_with("cli-report-record", &Args::new().number("number", number)));
        lines.extend(teller.record(record));
    }
    let more = [
        (
            "on",
            reading
                .plan
                .as_ref()
                .map(|it| (when(&it.value), it.span, it.rule)),
        ),
        (
            "on",
            reading
                .reply
                .as_ref()
                .and_then(|it| it.received.as_ref())
                .map(|it| (when(&it.value), it.span, it.rule)),
        ),
        (
            "on",
            reading
                .handbook
                .as_ref()
                .and_then(|it| it.when.as_ref())
                .map(|it| (when(&it.value), it.span, it.rule)),
        ),
    ];
    for (field, value) in more {
        if let Some((value, span, rule)) = value {
            lines.push(teller.line(field, &value, span.of(message), rule));
        }
    }
    if !reading.ask.is_empty() {
        let asks: Vec<String> = reading
            .ask
            .iter()
            .map(|ask| words.say(&format!("cli-report-ask-{}", word(ask))))
            .collect();
        lines.push(words.say_with("cli-report-asks", &Args::new().text("what", asks.join("、"))));
    }
    if !reading.flags.is_empty() {
        let flags: Vec<String> = reading.flags.iter().map(word).collect();
        lines.push(words.say_with("cli-report-flags", &Args::new().text("what", flags.join(" "))));
    }
    lines
}

/// The word of the exchange format.
fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn when(when: &When) -> String {
    match when {
        When::Day(day) => day.to_string(),
        When::Range { from, to } | When::Month { from, to } => format!("{from} – {to}"),
        When::OneOf(days) => days
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" / "),
        When::Impossible => "—".to_owned(),
        When::Named(event) => event.clone(),
    }
}

struct Teller<'a> {
    message: &'a str,
    words: &'a Words,
}

impl Teller<'_> {
    fn line(&self, field: &str, value: &str, stands: &str, rule: Rule) -> String {
        let args = Args::new()
            .text("field", self.words.say(&format!("cli-report-field-{field}")))
            .text("value", value)
            .text("stands", stands)
            .text(
                "rule",
                self.words.say(&format!("cli-report-rule-{}", word(&rule))),
            );
        self.words.say_with("cli-report-line", &args)
    }

    fn field<T>(&self, name: &str, field: &Field<T>, value: impl FnOnce(&T) -> String) -> String {
        self.line(
            name,
            &value(&field.value),
            field.span.of(self.message),
            field.rule,
        )
    }

    fn record(&self, record: &RecordRead) -> Vec<String> {
        let mut lines = vec![self.field("category", &record.category, |it| it.wording().to_owned())];
        lines.extend(record.when.iter().map(|it| self.field("on", it, when)));
        lines.extend(
            record
                .time_of_day
                .iter()
                .map(|it| self.field("hour", it, |it| it.wording().to_owned())),
        );
        lines.extend(
            record
                .place
                .iter()
                .map(|it| self.field("place", it, String::clone)),
        );
        for (name, count) in [
            ("people", &record.people),
            ("households", &record.households),
            ("firms", &record.firms),
            ("groups", &record.groups),
        ] {
            lines.extend(count.iter().map(|it| self.field(name, it, |it| number(*it))));
        }
        lines.extend(record.ways.iter().map(|it| self.field("way", it, String::clone)));
        lines.extend(
            record
                .matters
                .iter()
                .map(|it| self.field("matter", it, String::clone)),
        );
        lines.extend(record.paper.iter().map(|it| self.field("paper", it, word)));
        lines.extend(
            record
                .papers
                .iter()
                .map(|it| self.field("papers", it, ToString::to_string)),
        );
        lines.extend(
            record
                .cosigners
                .iter()
                .map(|it| self.field("cosigners", it, ToString::to_string)),
        );
        lines.extend(
            record
                .handling_unit
                .iter()
                .map(|it| self.field("unit", it, String::clone)),
        );
        lines
    }
}

fn number(count: crate::domain::report::Count) -> String {
    let about = if count.approx { "≈ " } else { "" };
    match (count.value, count.min, count.max) {
        (Some(value), ..) => format!("{about}{value}"),
        (None, Some(from), Some(to)) => format!("{from}–{to}"),
        _ => "?".to_owned(),
    }
}
