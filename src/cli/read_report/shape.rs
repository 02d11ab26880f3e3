//! A reading in the exchange format of `read-report`: the shape of `expected` in `tests/data/report-messages.jsonl`.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::domain::handbook::DutyCategory;
use crate::domain::report::{Ask, Count, Field, Flag, PaperKind, Reading, RecordRead, When};

/// The reading as JSON. With `spans`, each record tells for each field where it stands and by which rule.
pub(super) fn reading(reading: &Reading) -> Value {
    let mut out = Map::new();
    out.insert("intent".into(), json!(reading.intent.word()));
    let records: Vec<Value> = reading.records.iter().map(record).collect();
    out.insert("records".into(), json!(records));
    out.insert(
        "ask".into(),
        json!(reading.ask.iter().map(word::<Ask>).collect::<Vec<_>>()),
    );
    out.insert(
        "flags".into(),
        json!(reading.flags.iter().map(word::<Flag>).collect::<Vec<_>>()),
    );
    let others: Vec<&str> = reading
        .records
        .iter()
        .flat_map(|record| &record.other_categories)
        .map(|category| category.wording())
        .collect();
    if !others.is_empty() {
        out.insert("category_candidates".into(), json!(others));
    }
    if let Some(reply) = &reading.reply {
        out.insert(
            "reply".into(),
            json!({
                "received_date": day(reply.received.as_ref()),
                "channel": text(reply.channel.as_ref()),
                "handling_unit": text(reply.handling_unit.as_ref()),
                "suggestion_no": text(reply.suggestion_no.as_ref()),
            }),
        );
    }
    if let Some(leave) = &reading.leave {
        out.insert(
            "leave".into(),
            json!({
                "activity": leave.activity.as_ref().map(|activity| activity.value.wording()),
                "date": day(leave.when.as_ref()),
                "reason": text(leave.reason.as_ref()),
            }),
        );
    }
    if let Some(handbook) = &reading.handbook {
        let key = if reading.intent.word() == "handbook_submitted" {
            "submitted_date"
        } else {
            "planned_date"
        };
        out.insert("handbook".into(), json!({ key: day(handbook.when.as_ref()) }));
    }
    if let Some(plan) = &reading.plan {
        out.insert("plan".into(), json!({ "date": day(Some(plan)) }));
    }
    Value::Object(out)
}

fn word<T: serde::Serialize>(value: &T) -> Value {
    json!(value)
}

fn text(field: Option<&Field<String>>) -> Option<&str> {
    field.map(|field| field.value.as_str())
}

fn day(field: Option<&Field<When>>) -> Option<NaiveDate> {
    match field.map(|field| &field.value) {
        Some(When::Day(day) | When::Range { from: day, .. } | When::Month { from: day, .. }) => Some(*day),
        _ => None,
    }
}

fn record(record: &RecordRead) -> Value {
    let mut out = Map::new();
    out.insert("category".into(), json!(record.category.value.wording()));
    days(record.when.as_ref(), &mut out);
    out.insert("place".into(), json!(text(record.place.as_ref())));
    let people = record
        .people
        .as_ref()
        .map_or(Count::default(), |field| field.value);
    out.insert("people".into(), json!(people.value));
    out.insert("people_min".into(), json!(people.min));
    out.insert("people_max".into(), json!(people.max));
    out.insert("people_approx".into(), json!(people.approx));
    counted("households", record.households.as_ref(), &mut out);
    if record.firms.is_some() {
        counted("firms", record.firms.as_ref(), &mut out);
    }
    if record.groups.is_some() {
        counted("groups", record.groups.as_ref(), &mut out);
    }
    let ways: Vec<&str> = record.ways.iter().map(|way| way.value.as_str()).collect();
    out.insert(
        "method".into(),
        json!((!ways.is_empty()).then(|| ways.join("、"))),
    );
    let matters: Vec<&str> = record
        .matters
        .iter()
        .map(|matter| matter.value.as_str())
        .collect();
    out.insert("matters".into(), json!(matters));
    if let Some(time) = &record.time_of_day {
        out.insert("time_of_day".into(), json!(time.value.wording()));
    }
    if let Some(paper) = &record.paper {
        let kind = match paper.value {
            PaperKind::Suggestion => "建议",
            PaperKind::Motion => "议案",
            PaperKind::SecondedMotion => "议案（附议）",
        };
        out.insert("kind".into(), json!(kind));
    }
    if let Some(papers) = &record.papers {
        out.insert("count".into(), json!(papers.value));
    }
    if let Some(cosigners) = &record.cosigners {
        out.insert("cosigners".into(), json!(cosigners.value));
    }
    if let Some(unit) = &record.handling_unit {
        out.insert("handling_unit".into(), json!(unit.value));
    }
    out.insert("read".into(), evidence(record));
    Value::Object(out)
}

fn counted(key: &str, field: Option<&Field<Count>>, out: &mut Map<String, Value>) {
    let count = field.map_or(Count::default(), |field| field.value);
    out.insert(key.into(), json!(count.value));
    if count.value.is_none() && (count.min.is_some() || count.max.is_some()) {
        out.insert(format!("{key}_min"), json!(count.min));
        out.insert(format!("{key}_max"), json!(count.max));
    }
}

fn days(when: Option<&Field<When>>, out: &mut Map<String, Value>) {
    let (from, to, precision, candidates): (Option<NaiveDate>, Option<NaiveDate>, &str, &[NaiveDate]) =
        match when.map(|field| &field.value) {
            None => (None, None, "unknown", &[]),
            Some(When::Day(day)) => (Some(*day), None, "day", &[]),
            Some(When::Range { from, to }) => (Some(*from), Some(*to), "range", &[]),
            Some(When::Month { from, to }) => (Some(*from), Some(*to), "month", &[]),
            Some(When::OneOf(days)) => (None, None, "ambiguous", days),
            Some(When::Impossible) => (None, None, "invalid", &[]),
            Some(When::Named(_)) => (None, None, "named_event", &[]),
        };
    out.insert("date".into(), json!(from));
    out.insert("date_end".into(), json!(to));
    out.insert("date_precision".into(), json!(precision));
    out.insert("date_candidates".into(), json!(candidates));
}

/// Where each value stands (bytes of the text) and the rule that read it.
fn evidence(record: &RecordRead) -> Value {
    fn of<T>(field: &Field<T>) -> Value {
        json!({ "start": field.span.start, "end": field.span.end, "rule": field.rule })
    }
    fn add<T>(key: &str, field: Option<&Field<T>>, out: &mut Map<String, Value>) {
        if let Some(field) = field {
            out.insert(key.into(), of(field));
        }
    }
    let mut out = Map::new();
    add::<DutyCategory>("category", Some(&record.category), &mut out);
    add("date", record.when.as_ref(), &mut out);
    add("place", record.place.as_ref(), &mut out);
    add("people", record.people.as_ref(), &mut out);
    add("households", record.households.as_ref(), &mut out);
    add("firms", record.firms.as_ref(), &mut out);
    add("groups", record.groups.as_ref(), &mut out);
    add("time_of_day", record.time_of_day.as_ref(), &mut out);
    for (key, fields) in [("method", &record.ways), ("matters", &record.matters)] {
        if !fields.is_empty() {
            out.insert(key.into(), fields.iter().map(of).collect());
        }
    }
    Value::Object(out)
}
