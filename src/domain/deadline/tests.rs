//! The 60 worked cases, and every day of nine years against a second, naive reckoning that knows nothing of the first: it
//! counts days on its fingers, from the shipped file's text.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::*;
use crate::domain::calendar::{PlannedDay, YearPlan};

const CASES: &str = include_str!("../../../tests/data/deadline-cases.csv");
const FILE: &str = include_str!("../calendar/cn-holidays.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn one_month(text: &str) -> Deadline {
    work_out(Began::read(text).unwrap(), Period::Months(1), Calendar::shipped())
}

#[test]
fn the_sixty_worked_cases_come_out_exactly() {
    let mut reader = csv::Reader::from_reader(CASES.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let mut count = 0;
    for row in reader.records() {
        let row = row.unwrap();
        let cell = |name: &str| {
            let place = headings.iter().position(|heading| heading == name).unwrap();
            row[place].to_owned()
        };
        let id = cell("id");
        let rule = DeadlineRule::from_tag(&cell("rule")).unwrap();
        let began = Began::read(&cell("received_at")).unwrap();
        let deadline = work_out(began, rule.period(), Calendar::shipped());
        let found = [
            began.on,
            deadline.nominal_on,
            deadline.due_on,
            deadline.only_announced_on,
            deadline.only_festivals_on,
        ]
        .map(|on| on.to_string());
        let expected = [
            "received_date_cst",
            "nominal_last_day",
            "deadline",
            "deadline_if_only_announced_holidays",
            "deadline_if_only_statutory_festivals",
        ]
        .map(cell);
        assert_eq!(found, expected, "{id}");
        assert_eq!(deadline.is_provisional(), cell("status") == "provisional", "{id}");
        count += 1;
    }
    assert_eq!(count, 60);
}

/// The naive reckoning: days are numbers from 2018-01-01, a Monday.
struct Naive {
    /// Year, month, day of each number.
    dates: Vec<(i32, u32, u32)>,
    numbers: HashMap<(i32, u32, u32), usize>,
    /// `off` or `work`, and whether a festival day itself.
    said: HashMap<usize, (String, bool)>,
}

fn length_of(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Naive {
    fn new() -> Self {
        let mut dates = Vec::new();
        for year in 2018..2028 {
            for month in 1..=12 {
                for day in 1..=length_of(year, month) {
                    dates.push((year, month, day));
                }
            }
        }
        let numbers: HashMap<_, _> = dates.iter().enumerate().map(|(at, date)| (*date, at)).collect();
        let file: serde_json::Value = serde_json::from_str(FILE).unwrap();
        let mut said = HashMap::new();
        for list in ["days", "days_2027_statutory_only"] {
            for day in file[list].as_array().unwrap() {
                let date: Vec<u32> = day["date"]
                    .as_str()
                    .unwrap()
                    .split('-')
                    .map(|part| part.parse().unwrap())
                    .collect();
                let year = i32::try_from(date[0]).unwrap();
                said.insert(
                    numbers[&(year, date[1], date[2])],
                    (
                        day["type"].as_str().unwrap().to_owned(),
                        day["statutory"].as_bool().unwrap(),
                    ),
                );
            }
        }
        Self { dates, numbers, said }
    }

    fn is_off(&self, at: usize) -> bool {
        match self.said.get(&at) {
            Some((kind, _)) => kind == "off",
            None => at % 7 >= 5,
        }
    }

    fn is_announced(&self, at: usize) -> bool {
        self.said.get(&at).is_some_and(|(kind, _)| kind == "off")
    }

    fn is_festival(&self, at: usize) -> bool {
        self.said.get(&at).is_some_and(|(_, statutory)| *statutory)
    }

    fn until_not(&self, mut at: usize, is: impl Fn(usize) -> bool) -> usize {
        while is(at) {
            at += 1;
        }
        at
    }

    fn months_on(&self, at: usize, months: u32) -> usize {
        let (mut year, mut month, day) = self.dates[at];
        for _ in 0..months {
            month += 1;
            if month == 13 {
                (year, month) = (year + 1, 1);
            }
        }
        self.numbers[&(year, month, day.min(length_of(year, month)))]
    }

    fn working_days_on(&self, mut at: usize, mut days: u32) -> usize {
        while days > 0 {
            at += 1;
            if !self.is_off(at) {
                days -= 1;
            }
        }
        at
    }

    fn date(&self, at: usize) -> NaiveDate {
        let (year, month, day) = self.dates[at];
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }
}

#[test]
fn every_day_of_nine_years_agrees_with_a_naive_reckoning() {
    let naive = Naive::new();
    let calendar = Calendar::shipped();
    let end = naive.numbers[&(2026, 12, 31)];
    for at in 0..=end {
        let began = Began::on(naive.date(at));
        for months in [1, 2, 3, 6] {
            let nominal = naive.months_on(at, months);
            let found = work_out(began, Period::Months(months), calendar);
            assert_eq!(
                [
                    found.nominal_on, found.due_on, found.only_announced_on, found.only_festivals_on
                ],
                [
                    naive.date(nominal),
                    naive.date(naive.until_not(nominal, |at| naive.is_off(at))),
                    naive.date(naive.until_not(nominal, |at| naive.is_announced(at))),
                    naive.date(naive.until_not(nominal, |at| naive.is_festival(at))),
                ],
                "{months} months from {}",
                began.on
            );
        }
        for days in [1, 5, 10, 15, 20, 30] {
            let found = work_out(began, Period::WorkingDays(days), calendar);
            let due = naive.date(naive.working_days_on(at, days));
            assert_eq!(
                (found.nominal_on, found.due_on),
                (due, due),
                "{days} working days from {}",
                began.on
            );
        }
    }
}

#[test]
fn a_deadline_is_monotone_never_on_a_day_off_and_never_before_the_nominal_day() {
    let calendar = Calendar::shipped();
    let periods = [
        Period::Months(1),
        Period::Months(3),
        Period::Months(6),
        Period::WorkingDays(1),
        Period::WorkingDays(10),
        Period::WorkingDays(30),
    ];
    for period in periods {
        let mut before: Option<Deadline> = None;
        for on in day("2018-01-01")
            .iter_days()
            .take_while(|on| *on <= day("2026-12-31"))
        {
            let found = work_out(Began::on(on), period, calendar);
            assert!(
                on < found.nominal_on && found.nominal_on <= found.due_on,
                "{found:?}"
            );
            assert!(found.nominal_on <= found.only_festivals_on, "{found:?}");
            assert!(found.only_festivals_on <= found.only_announced_on, "{found:?}");
            assert!(found.only_announced_on <= found.due_on, "{found:?}");
            assert!(!calendar.is_off(found.due_on, DaysOff::All), "{found:?}");
            assert!(!found.due_standing.is_off(), "{found:?}");
            if let Some(before) = before {
                assert!(before.nominal_on <= found.nominal_on, "{found:?}");
                assert!(before.due_on <= found.due_on, "{found:?}");
            }
            before = Some(found);
        }
    }
}

#[test]
fn every_month_has_one_end_in_the_month_after() {
    for on in day("2018-01-01")
        .iter_days()
        .take_while(|on| *on <= day("2026-12-31"))
    {
        let found = work_out(Began::on(on), Period::Months(1), Calendar::shipped());
        let months = |on: NaiveDate| on.year() * 12 + i32::try_from(on.month()).unwrap();
        assert_eq!(months(found.nominal_on), months(on) + 1, "{on}");
        match found.nominal {
            Nominal::SameDay => assert_eq!(found.nominal_on.day(), on.day()),
            Nominal::MonthEnd => {
                assert!(found.nominal_on.day() < on.day());
                assert_eq!(next(found.nominal_on).day(), 1);
            }
            Nominal::Counted => panic!("months aren't counted in days"),
        }
    }
}

#[test]
fn the_day_ends_at_midnight_in_shanghai() {
    let deadline = one_month("2026-05-13");
    assert_eq!(deadline.due_on, day("2026-06-15"));
    // 2026-06-16T00:00:00+08:00
    let midnight = 1_781_539_200_000;
    assert_eq!(deadline.ends_at(), midnight);
    assert!(!deadline.is_late(midnight - 1));
    assert!(deadline.is_late(midnight));
}

#[test]
fn a_second_across_midnight_in_shanghai_is_another_day() {
    assert_eq!(
        one_month("2026-02-28T15:59:59Z").due_on,
        day("2026-03-30"),
        "the last second of February"
    );
    assert_eq!(one_month("2026-02-28T16:00:00Z").due_on, day("2026-04-01"));
    let told = |text: &str| Began::read(text).unwrap().converted;
    assert_eq!(told("2026-02-28T23:59:59+08:00"), None);
    assert_eq!(told("2026-02-28 23:59"), None);
    assert_eq!(
        told("2025-12-31T17:00:00+01:00").unwrap().to_string(),
        "2026-01-01 00:00:00"
    );
}

#[test]
fn a_beginning_is_read_however_it_is_written() {
    for text in [
        "2026-01-14",
        "2026/1/14",
        "2026年1月14日",
        "20260114",
        "2026-01-14T10:00:00+08:00",
        "2026-01-14T10:00+08:00",
        "2026-01-14 10:00",
        "2026-01-14 10:00:00 +0800",
        "2026-01-14T02:00:00.250Z",
        "2026-01-13T16:00:00z",
    ] {
        assert_eq!(
            Began::read(text).map(|began| began.on),
            Ok(day("2026-01-14")),
            "{text}"
        );
    }
    for text in [
        "2026-02-29",
        "2026-02-30T10:00:00+08:00",
        "2026-13-01",
        "2026年4月31日",
    ] {
        assert_eq!(Began::read(text), Err(UnreadDay::Impossible), "{text}");
    }
    for text in [
        "",
        "昨天",
        "1月14日",
        "26-01-14",
        "2026-01",
        "10:00",
        "2026-01-14T25:00:00Z",
        "2026-01-14T10:00:00 CST",
        "2026-01-14T",
        "2026-01-14-1",
        "T10:00",
        "：",
    ] {
        assert_eq!(Began::read(text), Err(UnreadDay::Unreadable), "{text}");
    }
}

#[test]
fn a_rule_is_known_by_its_word_and_by_the_words_of_the_worked_cases() {
    for rule in DeadlineRule::ALL {
        assert_eq!(DeadlineRule::from_tag(rule.tag()), Some(rule));
    }
    assert_eq!(
        DeadlineRule::from_tag("feedback_1m"),
        Some(DeadlineRule::Feedback)
    );
    assert_eq!(DeadlineRule::from_tag("reply_6m"), Some(DeadlineRule::Reply6m));
    assert_eq!(DeadlineRule::from_tag("reply"), None);
}

#[test]
fn what_lies_in_a_year_without_a_plan_is_provisional() {
    let calendar = Calendar::shipped();
    assert_eq!(one_month("2026-11-20").unsure, None);
    // A festival of the law: whatever the plan says, it can't be earlier.
    assert_eq!(
        one_month("2027-01-05").unsure,
        Some(Unsure::NotPublished {
            year: 2027,
            earliest: true
        })
    );
    // A plain Saturday could become a make-up day.
    let saturday = one_month("2027-02-13");
    assert_eq!(saturday.due_on, day("2027-03-15"));
    assert_eq!(
        saturday.unsure,
        Some(Unsure::NotPublished {
            year: 2027,
            earliest: false
        })
    );
    let counted = work_out(Began::on(day("2026-12-25")), Period::WorkingDays(10), calendar);
    assert!(counted.is_provisional());
    let before = work_out(Began::on(day("2017-03-01")), Period::Months(1), calendar);
    assert_eq!(before.unsure, Some(Unsure::NotHeld { year: 2017 }));
}

#[test]
fn the_last_days_of_december_are_marked_while_the_next_plan_is_missing() {
    assert!(one_month("2026-11-30").turn_of_year);
    assert!(!one_month("2026-11-20").turn_of_year);
    assert!(!one_month("2025-11-30").turn_of_year);
}

fn plan_2027() -> YearPlan {
    let planned = |from: &str, until: &str, name: &str, kind| {
        day(from)
            .iter_days()
            .take_while(|on| *on <= day(until))
            .map(|on| PlannedDay {
                on,
                name: name.to_owned(),
                kind,
                statutory: false,
            })
            .collect::<Vec<_>>()
    };
    use crate::domain::calendar::DayKind::{Off, Work};
    let days = [
        planned("2027-02-05", "2027-02-13", "春节", Off),
        planned("2027-02-14", "2027-02-14", "春节", Work),
        planned("2027-02-20", "2027-02-20", "春节", Work),
    ]
    .concat();
    YearPlan {
        year: 2027,
        notices: Vec::new(),
        days,
    }
}

#[test]
fn a_new_plan_tells_which_open_deadlines_moved_and_which_became_firm() {
    let old = Calendar::shipped();
    let new = old.with(&[plan_2027()]);
    let open = [
        ("into the leave", day("2027-01-05"), Period::Months(1)),
        (
            "onto a day that is worked now",
            day("2027-01-20"),
            Period::Months(1),
        ),
        ("unmoved", day("2027-01-25"), Period::Months(1)),
        ("in 2026", day("2026-10-10"), Period::Months(1)),
    ];
    let changed = recalculated(old, &new, open);
    let told: Vec<_> = changed
        .iter()
        .map(|it| {
            (
                it.key,
                it.before.due_on.to_string(),
                it.after.due_on.to_string(),
                it.has_moved(),
                it.is_firm_now(),
            )
        })
        .collect();
    let expected = [
        ("into the leave", "2027-02-09", "2027-02-14", true, true),
        (
            "onto a day that is worked now",
            "2027-02-22",
            "2027-02-20",
            true,
            true,
        ),
        ("unmoved", "2027-02-25", "2027-02-25", false, true),
    ]
    .map(|(key, before, after, moved, firm)| (key, before.to_owned(), after.to_owned(), moved, firm));
    assert_eq!(told, expected);
    assert!(recalculated(&new, &new, open).is_empty());
}
