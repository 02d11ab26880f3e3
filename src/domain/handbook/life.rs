//! The life of a handbook: every December the deputy hands it in to the liaison office of the electing unit (Article 7),
//! which takes it in or returns it with the reason.
//!
//! Called by `flows::hand_in`, by the job that reminds in December, and by the pages that show where handbooks stand.
//! **Invariants:** only an act of the deputy hands a handbook in, never an intention ("明天交"); only the office takes it
//! in; what was taken in is frozen with a hash. December is a month, not a period: it does not roll on (A7.7).

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::audit::hex;
use crate::domain::calendar::{Calendar, DaysOff};
use crate::domain::case::tagged;
use crate::domain::duty_record::RecordSource;
use crate::domain::handbook::{DutyCategory, Handbook};
use crate::domain::ids::{AccountId, DeputyId, OfficeId};
use crate::domain::reminder::{Table, YearAnchor};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, World};

tagged! {
    /// Where a handbook stands.
    HandbookState {
        /// Being written: the deputy has not handed it in.
        Open = "open",
        /// Handed in here; the office has not looked at it yet.
        HandedIn = "handed_in",
        /// The deputy says that the paper book was handed in; the office has not confirmed it.
        PaperTold = "paper_told",
        /// 请补充后再交: returned with a reason.
        Returned = "returned",
        /// Taken in by the office: frozen.
        Accepted = "accepted",
    }
}

impl HandbookState {
    /// The deputy has done what December asks: no further reminder.
    pub fn is_done_by_deputy(self) -> bool {
        matches!(
            self,
            HandbookState::HandedIn | HandbookState::PaperTold | HandbookState::Accepted
        )
    }
}

tagged! {
    /// What happened in the life of a handbook.
    HandbookAct {
        /// Handed in here.
        HandedIn = "handed_in",
        /// The deputy told of the paper book.
        PaperTold = "paper_told",
        /// The office took it in.
        Accepted = "accepted",
        /// The office returned it.
        Returned = "returned",
    }
}

/// A handbook of a deputy and a year, as it is kept. A year in which nothing happened yet has no row.
#[derive(Debug, Clone, PartialEq)]
pub struct HandbookRow {
    /// Whose.
    pub deputy_id: DeputyId,
    /// The calendar year.
    pub year: i64,
    /// The office of the electing unit, as it was when the handbook was handed in: it stays when the deputy moves.
    pub office_id: OfficeId,
    /// Where it stands.
    pub state: HandbookState,
    /// The paper book counts, not what is here.
    pub on_paper: bool,
    /// Handed in, or told to be.
    pub handed_in_at: Option<i64>,
    /// Taken in or returned.
    pub decided_at: Option<i64>,
    /// By whom.
    pub decided_by: Option<AccountId>,
    /// Why it was returned; empty otherwise.
    pub reason: String,
    /// The lines that were handed in, as JSON; empty on paper.
    pub frozen: String,
    /// SHA-256 in hex of `frozen`.
    pub frozen_hash: String,
    /// The day of the last reminder's step.
    pub reminded_on: Option<NaiveDate>,
    /// The deputy asked for quiet until this day.
    pub not_before_on: Option<NaiveDate>,
    /// When the row was made.
    pub created_at: i64,
}

impl HandbookRow {
    /// An open handbook.
    pub fn open(deputy_id: DeputyId, year: i64, office_id: OfficeId, now: i64) -> Self {
        Self {
            deputy_id,
            year,
            office_id,
            state: HandbookState::Open,
            on_paper: false,
            handed_in_at: None,
            decided_at: None,
            decided_by: None,
            reason: String::new(),
            frozen: String::new(),
            frozen_hash: String::new(),
            reminded_on: None,
            not_before_on: None,
            created_at: now,
        }
    }
}

/// An event in the life of a handbook.
#[derive(Debug, Clone, PartialEq)]
pub struct HandbookEvent {
    /// Identity; the order of events.
    pub id: i64,
    /// Whose handbook.
    pub deputy_id: DeputyId,
    /// Of which year.
    pub year: i64,
    /// What happened.
    pub act: HandbookAct,
    /// By whom; none: the command line.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: i64,
    /// The reason of a return.
    pub why: String,
}

/// A line as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenLine {
    /// Its section.
    pub category: DutyCategory,
    /// The day.
    pub on: NaiveDate,
    /// The last of several days.
    pub until_on: Option<NaiveDate>,
    /// The columns of the section.
    pub cells: Vec<String>,
    /// Where it comes from.
    pub source: RecordSource,
}

/// The lines of a handbook in the order of the print, without numbers: those follow from the order.
pub fn lines_of(handbook: &Handbook) -> Vec<FrozenLine> {
    handbook
        .sections
        .iter()
        .flat_map(|section| {
            section.lines.iter().map(|line| FrozenLine {
                category: section.category,
                on: line.on,
                until_on: line.until_on,
                cells: line.cells.clone(),
                source: line.source.clone(),
            })
        })
        .collect()
}

/// The lines as JSON, and its SHA-256 in hex: the same lines always give the same hash.
pub fn freeze(lines: &[FrozenLine]) -> (String, String) {
    let json = serde_json::to_string(lines).expect("lines hold texts and days only");
    let hash = hex(&Sha256::digest(json.as_bytes()));
    (json, hash)
}

/// What differs from the handbook that was handed in: shown behind it as a dated amendment, never mixed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amendment {
    /// Confirmed only afterwards.
    Added(FrozenLine),
    /// Corrected afterwards: as handed in, and as it stands.
    Changed(FrozenLine, FrozenLine),
    /// No longer confirmed.
    Removed(FrozenLine),
}

/// The amendments, in the order of the lines. Lines of the same source and section are the same line, corrected.
pub fn amendments(frozen: &[FrozenLine], now: &[FrozenLine]) -> Vec<Amendment> {
    let mut new: Vec<&FrozenLine> = now.iter().filter(|line| !frozen.contains(line)).collect();
    let mut found = Vec::new();
    for old in frozen.iter().filter(|line| !now.contains(line)) {
        let corrected = new.iter().position(|line| {
            line.source == old.source && line.category == old.category && !is_unnamed(&line.source)
        });
        found.push(match corrected {
            Some(place) => Amendment::Changed(old.clone(), new.remove(place).clone()),
            None => Amendment::Removed(old.clone()),
        });
    }
    found.extend(new.into_iter().map(|line| Amendment::Added(line.clone())));
    found
}

/// A source that doesn't tell one line from another.
fn is_unnamed(source: &RecordSource) -> bool {
    matches!(source, RecordSource::SelfDeclared)
}

/// What the counters begin with that say that an office was told whose handbooks of a year are missing; the office's id
/// stands behind it.
pub fn missing_told(year: i64) -> String {
    format!("handbooks-missing-{year}-")
}

/// The month in which handbooks are handed in.
pub const DECEMBER: u32 = 12;

/// The handbook of a year, an open one if nothing happened to it yet.
pub fn handbook_of(world: &World, deputy: DeputyId, year: i64, now: i64) -> Deciding<HandbookRow> {
    world.want([Key::Handbook((deputy, year)), Key::Deputy(deputy)])?;
    let office = world.deputy(&deputy)?.office_id;
    Ok(match world.find_handbook(&(deputy, year))? {
        Some(row) => row.clone(),
        None => HandbookRow::open(deputy, year, office, now),
    })
}

/// The records of a year that stand in a state.
fn records_in(deputy: DeputyId, state: &str, year: i64) -> ListKey {
    ListKey::Records {
        deputy,
        state: state.to_owned(),
        on: format!("{year:04}"),
        page: 0,
    }
}

/// Records of a year that wait for the deputy's look.
pub fn drafts_of(world: &World, deputy: DeputyId, year: i64) -> Deciding<i64> {
    Ok(world.list(&records_in(deputy, "draft", year))?.total)
}

/// How many records of a year are not in the handbook yet: those that wait for the deputy's look, and late entries, which the
/// deputy has confirmed and the office must accept.
pub fn not_yet_in(world: &World, deputy: DeputyId, year: i64) -> Deciding<(i64, i64)> {
    let (drafts, late) = (
        records_in(deputy, "draft", year),
        records_in(deputy, "late", year),
    );
    world.want([&drafts, &late].map(|list| Key::List(list.clone())))?;
    Ok((world.list(&drafts)?.total, world.list(&late)?.total))
}

/// The year that an office's pages of handbooks and dossiers show first: this one; in January and February, while those of last
/// year are still being settled, last year's.
pub fn year_shown(now: i64) -> i64 {
    let today = day_of(now);
    i64::from(today.year()) - i64::from(today.month() <= 2)
}

/// The year whose handbook is the matter of the day: this year's from December on, before that last year's, if it was
/// left open.
pub fn year_due(now: i64) -> i64 {
    let today = day_of(now);
    i64::from(today.year()) - i64::from(today.month() != DECEMBER)
}

/// 下周再提醒 waits so many days.
const SNOOZE_DAYS: u64 = 7;

/// The last day of December on which offices work: 2018-12-29, 2022-12-30, 2023-12-29 and, mostly, the 31st.
pub fn last_working_day(year: i32, calendar: &Calendar) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    last.iter_back()
        .take(31)
        .find(|on| !calendar.is_off(*on, DaysOff::All))
}

/// The days of a year's reminders in order, each once, by the table of rules: fixed days, and so many working days before
/// the last working day.
pub fn december_steps(year: i32, calendar: &Calendar, rules: &Table) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = rules
        .handbook_days(YearAnchor::December)
        .filter_map(|day| NaiveDate::from_ymd_opt(year, 12, u32::try_from(day).ok()?))
        .collect();
    if let Some(last) = last_working_day(year, calendar) {
        let before: Vec<NaiveDate> = last
            .iter_back()
            .skip(1)
            .take(31)
            .filter(|on| !calendar.is_off(*on, DaysOff::All))
            .collect();
        days.extend(
            rules
                .handbook_days(YearAnchor::LastWorkingDay)
                .filter_map(|days| {
                    let place = usize::try_from(-days - 1).ok()?;
                    before.get(place).copied()
                }),
        );
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// The day of January from which offices are told whose handbooks of last year are missing.
pub fn list_day(rules: &Table) -> u32 {
    rules
        .handbook_days(YearAnchor::January)
        .next()
        .and_then(|day| u32::try_from(day).ok())
        .unwrap_or(1)
}

/// The step that holds on a day: the newest that has come. A machine that was off sends this one alone, because the
/// earlier ones say nothing more. Outside December there is none.
pub fn step_on(today: NaiveDate, calendar: &Calendar, rules: &Table) -> Option<NaiveDate> {
    if today.month() != 12 {
        return None;
    }
    december_steps(today.year(), calendar, rules)
        .into_iter()
        .rev()
        .find(|step| *step <= today)
}

/// Whether a deputy is to be reminded now. `row`: the handbook, if anything happened to it.
pub fn wants_reminder(row: Option<&HandbookRow>, step: NaiveDate, today: NaiveDate) -> bool {
    match row {
        None => true,
        Some(row) => {
            !row.state.is_done_by_deputy()
                && row.reminded_on.is_none_or(|on| on < step)
                && row.not_before_on.is_none_or(|on| on <= today)
        }
    }
}

/// Until when 下周再提醒 waits: a week, but never past the last working day but one, so that a reminder is left.
pub fn snoozed_until(today: NaiveDate, calendar: &Calendar, rules: &Table) -> NaiveDate {
    let in_a_week = today + Days::new(SNOOZE_DAYS);
    match december_steps(today.year(), calendar, rules).last() {
        Some(last_step) if today.month() == 12 => in_a_week.min(*last_step).max(today),
        _ => in_a_week,
    }
}

trait Back {
    fn iter_back(self) -> impl Iterator<Item = NaiveDate>;
}

impl Back for NaiveDate {
    /// This day, the day before, and so on.
    fn iter_back(self) -> impl Iterator<Item = NaiveDate> {
        std::iter::successors(Some(self), NaiveDate::pred_opt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(texts: &[&str]) -> Vec<NaiveDate> {
        texts.iter().map(|text| day(text)).collect()
    }

    #[test]
    fn the_last_working_day_is_that_of_the_real_calendar() {
        let calendar = Calendar::shipped();
        for (year, last) in [
            (2018, "2018-12-29"),
            (2022, "2022-12-30"),
            (2023, "2023-12-29"),
            (2024, "2024-12-31"),
            (2025, "2025-12-31"),
            (2026, "2026-12-31"),
        ] {
            assert_eq!(last_working_day(year, calendar), Some(day(last)), "{year}");
        }
    }

    #[test]
    fn reminders_go_out_on_three_fixed_days_and_five_three_and_one_working_days_before() {
        let calendar = Calendar::shipped();
        assert_eq!(
            december_steps(2026, calendar, &Table::shipped()),
            days(&[
                "2026-12-01", "2026-12-10", "2026-12-20", "2026-12-24", "2026-12-28", "2026-12-30"
            ])
        );
        // Saturday the 29th was worked in 2018.
        assert_eq!(
            december_steps(2018, calendar, &Table::shipped()),
            days(&[
                "2018-12-01", "2018-12-10", "2018-12-20", "2018-12-24", "2018-12-26", "2018-12-28"
            ])
        );
        assert_eq!(
            december_steps(2022, calendar, &Table::shipped()),
            days(&[
                "2022-12-01", "2022-12-10", "2022-12-20", "2022-12-23", "2022-12-27", "2022-12-29"
            ])
        );
    }

    #[test]
    fn after_ten_days_off_only_the_newest_step_holds() {
        let calendar = Calendar::shipped();
        assert_eq!(step_on(day("2026-11-30"), calendar, &Table::shipped()), None);
        assert_eq!(
            step_on(day("2026-12-01"), calendar, &Table::shipped()),
            Some(day("2026-12-01"))
        );
        assert_eq!(
            step_on(day("2026-12-23"), calendar, &Table::shipped()),
            Some(day("2026-12-20"))
        );
        assert_eq!(
            step_on(day("2026-12-31"), calendar, &Table::shipped()),
            Some(day("2026-12-30"))
        );
        assert_eq!(step_on(day("2027-01-01"), calendar, &Table::shipped()), None);
    }

    #[test]
    fn whoever_handed_in_is_left_in_peace_and_whoever_was_reminded_too() {
        let step = day("2026-12-10");
        let mut row = HandbookRow::open(DeputyId(1), 2026, OfficeId(2), 0);
        assert!(wants_reminder(None, step, step));
        assert!(wants_reminder(Some(&row), step, step));
        row.reminded_on = Some(step);
        assert!(!wants_reminder(Some(&row), step, day("2026-12-15")));
        row.reminded_on = Some(day("2026-12-01"));
        row.not_before_on = Some(day("2026-12-12"));
        assert!(!wants_reminder(Some(&row), step, day("2026-12-11")));
        assert!(wants_reminder(Some(&row), step, day("2026-12-12")));
        for (state, wanted) in [
            (HandbookState::Open, true),
            (HandbookState::Returned, true),
            (HandbookState::HandedIn, false),
            (HandbookState::PaperTold, false),
            (HandbookState::Accepted, false),
        ] {
            row.state = state;
            assert_eq!(
                wants_reminder(Some(&row), step, day("2026-12-12")),
                wanted,
                "{state:?}"
            );
        }
    }

    #[test]
    fn what_comes_after_the_handing_in_is_an_amendment() {
        let line = |on: &str, matter: &str, source: RecordSource| FrozenLine {
            category: DutyCategory::Contact,
            on: day(on),
            until_on: None,
            cells: vec![matter.to_owned()],
            source,
        };
        let case = |number: &str| RecordSource::Case {
            case_number: number.into(),
            messages: 1,
            files: 0,
        };
        let kept = line("2026-03-01", "路灯", case("260001"));
        let before = line("2026-04-01", "灌溉", case("260002"));
        let after = line("2026-04-01", "灌溉用水", case("260002"));
        let gone = line("2026-05-01", "停车", RecordSource::SelfDeclared);
        let added = line("2026-12-30", "供暖", RecordSource::SelfDeclared);
        let frozen = [kept.clone(), before.clone(), gone.clone()];
        let now = [kept, after.clone(), added.clone()];
        assert_eq!(
            amendments(&frozen, &now),
            [
                Amendment::Changed(before, after),
                Amendment::Removed(gone),
                Amendment::Added(added)
            ]
        );
        assert_eq!(amendments(&frozen, &frozen), []);
        let (json, hash) = freeze(&frozen);
        assert_eq!(serde_json::from_str::<Vec<FrozenLine>>(&json).unwrap(), frozen);
        assert_eq!(freeze(&frozen).1, hash);
        assert_ne!(freeze(&now).1, hash);
    }

    #[test]
    fn a_week_of_quiet_never_swallows_the_last_reminder() {
        let calendar = Calendar::shipped();
        assert_eq!(
            snoozed_until(day("2026-12-01"), calendar, &Table::shipped()),
            day("2026-12-08")
        );
        assert_eq!(
            snoozed_until(day("2026-12-28"), calendar, &Table::shipped()),
            day("2026-12-30")
        );
        assert_eq!(
            snoozed_until(day("2026-12-31"), calendar, &Table::shipped()),
            day("2026-12-31")
        );
    }
}
