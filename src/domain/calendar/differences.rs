//! What a new calendar changes, day by day: shown before it is taken in.

use chrono::NaiveDate;

use super::{Calendar, Standing};

/// A day that stands otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayChange {
    /// The day.
    pub on: NaiveDate,
    /// In the old calendar.
    pub before: Standing,
    /// In the new one.
    pub after: Standing,
}

/// The days that stand differently in two calendars, in order. That a year's plan appears without changing a day counts for
/// nothing here; compare the plans for that.
pub fn differences(old: &Calendar, new: &Calendar) -> Vec<DayChange> {
    let years = [old, new].map(|calendar| calendar.first_year().zip(calendar.last_year()));
    let (Some(first), Some(last)) = (
        years.iter().flatten().map(|(first, _)| *first).min(),
        years.iter().flatten().map(|(_, last)| *last).max(),
    ) else {
        return Vec::new();
    };
    // The first plan may name days of the December before it.
    let Some(begin) = NaiveDate::from_ymd_opt(first - 1, 12, 1) else {
        return Vec::new();
    };
    begin
        .iter_days()
        .take_while(|on| chrono::Datelike::year(on) <= last)
        .filter_map(|on| {
            let (before, after) = (old.standing(on), new.standing(on));
            (before != after).then_some(DayChange { on, before, after })
        })
        .collect()
}
