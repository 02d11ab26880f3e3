//! A calendar as JSON, of the shape that the program ships: `years` with status and notices, `days` with date, name, type
//! (`off`, `work`) and, if said, whether it is a festival day itself.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::assemble::{Line, Years, assemble};
use super::written::{UnreadDay, written_day};
use super::{CalendarFault, CalendarFaultKind, CalendarReading, DayKind};

#[derive(Deserialize)]
struct Form<'a> {
    #[serde(borrow, default)]
    years: Option<&'a RawValue>,
    #[serde(borrow, default)]
    days: Option<&'a RawValue>,
}

/// Reads a calendar in JSON. `today`: no notice of a later year than the next can be out.
pub fn read_json(text: &str, today: NaiveDate) -> CalendarReading {
    let text = text.trim_start_matches('\u{feff}');
    let whole = |line: Option<u32>, field: &str, kind| CalendarReading {
        faults: vec![CalendarFault {
            line,
            field: field.to_owned(),
            found: String::new(),
            kind,
        }],
        ..CalendarReading::default()
    };
    let form: Form<'_> = match serde_json::from_str(text) {
        // A list would be taken for the fields in their order.
        Ok(_) if text.trim_start().starts_with('[') => return whole(None, "", CalendarFaultKind::WrongShape),
        Ok(form) => form,
        Err(error) if error.is_data() => return whole(None, "", CalendarFaultKind::WrongShape),
        Err(error) => {
            let (line, column) = (number(error.line()), number(error.column()));
            return whole(Some(line), "", CalendarFaultKind::NotJson { column });
        }
    };
    let Some(days) = form.days else {
        return whole(None, "days", CalendarFaultKind::FieldMissing);
    };
    let Ok(days) = serde_json::from_str::<Vec<&RawValue>>(days.get()) else {
        return whole(Some(line_of(text, days)), "days", CalendarFaultKind::WrongShape);
    };
    let mut faults = Vec::new();
    let years = form
        .years
        .and_then(|years| read_years(years, line_of(text, years), &mut faults));
    let mut lines = Vec::with_capacity(days.len());
    for raw in days {
        match read_day(raw, line_of(text, raw)) {
            Ok(line) => lines.push(line),
            Err(fault) => faults.push(fault),
        }
    }
    assemble(lines, years, faults, today)
}

fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The line, from 1, on which a piece of the text begins.
fn line_of(text: &str, piece: &RawValue) -> u32 {
    let offset = piece.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let before = text.as_bytes().get(..offset).unwrap_or_default();
    number(before.iter().filter(|byte| **byte == b'\n').count() + 1)
}

fn read_years(raw: &RawValue, line: u32, faults: &mut Vec<CalendarFault>) -> Years {
    let mut fault = |found: String, kind| {
        faults.push(CalendarFault {
            line: Some(line),
            field: "years".to_owned(),
            found,
            kind,
        });
    };
    let Ok(years) = serde_json::from_str::<BTreeMap<String, Value>>(raw.get()) else {
        fault(String::new(), CalendarFaultKind::WrongShape);
        return None;
    };
    let mut read = BTreeMap::new();
    for (year, said) in years {
        let Some(number) = year.parse::<i32>().ok().filter(|_| year.len() == 4) else {
            fault(year, CalendarFaultKind::YearUnreadable);
            continue;
        };
        match said
            .get("status")
            .map(|status| status.as_str().unwrap_or_default())
        {
            None | Some("published") => {}
            // Nothing is known of it, so there is no plan.
            Some("not_published") => continue,
            Some(other) => {
                fault(other.to_owned(), CalendarFaultKind::StatusUnknown);
                continue;
            }
        }
        let notices = match said.get("notice") {
            Some(Value::Array(notices)) => notices
                .iter()
                .filter_map(|notice| notice.as_str().map(str::to_owned))
                .collect(),
            Some(Value::String(notice)) => vec![notice.clone()],
            _ => Vec::new(),
        };
        read.insert(number, notices);
    }
    Some(read)
}

fn read_day(raw: &RawValue, line: u32) -> Result<Line, CalendarFault> {
    let fault = |field: &str, found: &str, kind| CalendarFault {
        line: Some(line),
        field: field.to_owned(),
        found: found.chars().take(40).collect(),
        kind,
    };
    let Ok(day) = serde_json::from_str::<Map<String, Value>>(raw.get()) else {
        return Err(fault("", raw.get(), CalendarFaultKind::WrongShape));
    };
    let text = |field: &str| match day.get(field) {
        Some(Value::String(text)) if !text.trim().is_empty() => Ok(text.trim()),
        Some(Value::String(_) | Value::Null) | None => Err(fault(field, "", CalendarFaultKind::FieldMissing)),
        Some(other) => Err(fault(field, &other.to_string(), CalendarFaultKind::WrongShape)),
    };
    let date = text("date")?;
    let on = written_day(date).map_err(|unread| {
        let kind = match unread {
            UnreadDay::Impossible => CalendarFaultKind::DayImpossible,
            UnreadDay::Unreadable => CalendarFaultKind::DayUnreadable,
        };
        fault("date", date, kind)
    })?;
    let name = text("name")?.to_owned();
    let kind = match text("type")? {
        "off" => DayKind::Off,
        "work" => DayKind::Work,
        other => return Err(fault("type", other, CalendarFaultKind::KindUnknown)),
    };
    let statutory = match day.get("statutory") {
        None | Some(Value::Null) => None,
        Some(Value::Bool(statutory)) => Some(*statutory),
        Some(other) => {
            return Err(fault(
                "statutory",
                &other.to_string(),
                CalendarFaultKind::StatutoryUnreadable,
            ));
        }
    };
    Ok(Line {
        number: line,
        field: "date".to_owned(),
        from: on,
        until: on,
        name,
        kind,
        statutory,
        notice: String::new(),
    })
}
