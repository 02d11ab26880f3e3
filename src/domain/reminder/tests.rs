//! Reminders as tables and properties: which morning says what, over weekends, festivals and a machine that was off.

use proptest::prelude::*;

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{Began, DeadlineRule, work_out};

const QUIET: QuietHours = QuietHours::CUSTOM;

fn rules() -> Vec<Rule> {
    Table::shipped().periods.clone()
}

fn by() -> InForce {
    InForce::new(Table::shipped(), QUIET)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str, hour: u32) -> i64 {
    instant_of(day(text), hour * 60)
}

fn dates(began: &str, nominal: &str, due: &str) -> Dates {
    Dates {
        began_at: at(began, 10),
        nominal_on: day(nominal),
        due_on: day(due),
    }
}

fn told(matter: Matter, dates: &Dates) -> Vec<String> {
    plan(matter, dates, &by())
        .iter()
        .map(|planned| format!("{} {}", day_of(planned.at).format("%m-%d"), planned.step.tag()))
        .collect()
}

fn reminder() -> Reminder {
    Reminder::new(Matter::Feedback, 1)
}

#[test]
fn feedback_is_reminded_of_by_the_nominal_day() {
    let plain = dates("2026-05-13", "2026-06-13", "2026-06-15");
    assert_eq!(
        told(Matter::Feedback, &plain),
        [
            "05-13 began+0", "05-30 nominal-14", "06-06 nominal-7", "06-10 nominal-3", "06-12 nominal-1",
            "06-13 nominal+0", "06-15 due+0", "06-16 due+1",
        ]
    );
    let same = dates("2026-03-09", "2026-04-09", "2026-04-09");
    assert_eq!(
        told(Matter::Feedback, &same).last_chunk::<2>().unwrap(),
        &["04-09 nominal+0".to_owned(), "04-10 due+1".to_owned()]
    );
}

#[test]
fn an_inquiry_is_reminded_of_at_once_at_half_time_and_on_the_day_that_the_office_set() {
    let three_weeks = dates("2026-03-02", "2026-03-22", "2026-03-22");
    assert_eq!(
        told(Matter::Inquiry, &three_weeks),
        ["03-02 began+0", "03-12 half+0", "03-22 nominal+0"]
    );
    // No day lies between: beginning and end say it all.
    let tomorrow = dates("2026-03-02", "2026-03-03", "2026-03-03");
    assert_eq!(
        told(Matter::Inquiry, &tomorrow),
        ["03-02 began+0", "03-03 nominal+0"]
    );
    let today = dates("2026-03-02", "2026-03-02", "2026-03-02");
    assert_eq!(told(Matter::Inquiry, &today), ["03-02 began+0"]);
    // Half time in the first days of the Spring Festival waits for the fourth, if that is before the end.
    let spring = dates("2026-02-10", "2026-02-26", "2026-02-26");
    assert_eq!(
        told(Matter::Inquiry, &spring),
        ["02-10 began+0", "02-20 half+0", "02-26 nominal+0"]
    );
}

#[test]
fn handling_units_are_followed_by_the_provincial_office() {
    let dates = dates("2026-02-20", "2026-05-20", "2026-05-20");
    assert_eq!(
        told(Matter::Reply, &dates),
        ["04-20 nominal-30", "05-13 nominal-7", "05-21 due+1"]
    );
    for rule in rules().iter().filter(|rule| rule.matter == Matter::Reply) {
        assert!(rule.tells(Audience::ProvincialOffice) && !rule.tells(Audience::Deputy));
    }
}

#[test]
fn it_climbs_from_the_deputy_to_the_unit_to_the_province() {
    let first = |audience| {
        rules()
            .iter()
            .filter(|rule| rule.matter == Matter::Feedback)
            .position(|rule| rule.tells(audience))
            .unwrap()
    };
    assert!(first(Audience::Deputy) < first(Audience::UnitOffice));
    assert!(first(Audience::UnitOffice) < first(Audience::ProvincialOffice));
    let overdue = rules()
        .iter()
        .find(|rule| rule.matter == Matter::Feedback && rule.anchor == Anchor::Due && rule.days == 1)
        .copied()
        .unwrap();
    assert!(overdue.tells(Audience::Deputy) && overdue.tells(Audience::ProvincialOffice));
}

#[test]
fn the_first_days_of_the_spring_festival_stay_quiet() {
    // 2026: eve 02-16, first day 02-17. Fourteen days before 03-04 is 02-18.
    let over = dates("2026-02-04", "2026-03-04", "2026-03-04");
    assert!(told(Matter::Feedback, &over).contains(&"02-20 nominal-14".to_owned()));
    // Three days before 02-20 is the first day, one day before it the third: both are said on the fourth, with the day.
    let within = dates("2026-01-20", "2026-02-20", "2026-02-24");
    assert_eq!(
        told(Matter::Feedback, &within)[1..],
        [
            "02-06 nominal-14", "02-13 nominal-7", "02-20 nominal+0", "02-24 due+0", "02-25 due+1"
        ]
    );
}

#[test]
fn a_period_over_the_turn_of_the_year_keeps_its_steps() {
    let dates = dates("2018-12-31", "2019-01-31", "2019-01-31");
    assert_eq!(
        told(Matter::Feedback, &dates),
        [
            "12-31 began+0", "01-17 nominal-14", "01-24 nominal-7", "01-28 nominal-3", "01-30 nominal-1",
            "01-31 nominal+0", "02-01 due+1",
        ]
    );
}

#[test]
fn what_was_taken_down_late_begins_where_it_stands() {
    let late = dates("2026-06-11", "2026-06-13", "2026-06-15");
    assert_eq!(
        told(Matter::Feedback, &late)[..2],
        ["06-11 began+0", "06-12 nominal-1"]
    );
}

#[test]
fn a_reply_recorded_at_night_is_told_in_the_morning() {
    let night = Dates {
        began_at: at("2026-05-13", 22),
        ..dates("2026-05-13", "2026-06-13", "2026-06-15")
    };
    let first = plan(Matter::Feedback, &night, &by())[0];
    assert_eq!(first.at, morning_of(day("2026-05-14"), QUIET));
}

#[test]
fn a_machine_that_was_off_says_once_where_it_stands() {
    let dates = dates("2026-05-13", "2026-06-13", "2026-06-15");
    let said = reminder().due(&dates, at("2026-05-13", 11), &by()).unwrap();
    let row = reminder().said(&said);
    // Off from 3 June to 13 June: the steps of 6, 10, 12 and 13 June became due.
    let now = at("2026-06-13", 9);
    let said = row.due(&dates, now, &by()).unwrap();
    assert_eq!(said.step.tag(), "nominal+0");
    let row = row.said(&said);
    assert_eq!(row.due(&dates, now, &by()), None);
    assert_eq!(
        row.next_at(&dates, now, &by()),
        Some(morning_of(day("2026-06-15"), QUIET))
    );
}

#[test]
fn a_snooze_waits_but_never_past_the_last_day() {
    let dates = dates("2026-05-13", "2026-06-13", "2026-06-15");
    let now = at("2026-06-06", 9);
    let row = reminder().said(&reminder().due(&dates, now, &by()).unwrap());
    let put_off = |snooze, now| row.clone().snoozed(snooze, &dates, now, QUIET);
    let later = put_off(Snooze::ThreeDays, now).unwrap();
    assert_eq!(
        later.next_at(&dates, now, &by()),
        Some(morning_of(day("2026-06-09"), QUIET))
    );
    assert_eq!(later.due(&dates, at("2026-06-08", 9), &by()), None);
    assert!(later.due(&dates, at("2026-06-09", 9), &by()).is_some());
    let near = put_off(Snooze::ThreeDays, at("2026-06-13", 9)).unwrap();
    assert_eq!(near.snoozed_until_at, Some(morning_of(day("2026-06-15"), QUIET)));
    assert_eq!(put_off(Snooze::Tomorrow, at("2026-06-15", 9)), None);
    assert_eq!(put_off(Snooze::Tomorrow, at("2026-06-20", 9)), None);
}

#[test]
fn a_claim_is_one_for_step_and_audience() {
    let days = dates("2026-05-13", "2026-06-13", "2026-06-15");
    let said = reminder().due(&days, at("2026-06-06", 9), &by()).unwrap();
    let key = |row: &Reminder, days: &Dates, audience| step_key(row, days, &said, audience);
    assert_eq!(
        key(&reminder(), &days, Audience::Deputy),
        "feedback:1:2026-06-13:nominal-7:deputy"
    );
    let corrected = dates("2026-05-13", "2026-06-12", "2026-06-12");
    let other = Reminder::new(Matter::Feedback, 2);
    let snoozed = Reminder {
        snoozed_until_at: Some(5),
        ..reminder()
    };
    let keys = [
        key(&reminder(), &days, Audience::Deputy),
        key(&reminder(), &days, Audience::UnitOffice),
        key(&reminder(), &corrected, Audience::Deputy),
        key(&other, &days, Audience::Deputy),
        key(&snoozed, &days, Audience::Deputy),
    ];
    for (place, one) in keys.iter().enumerate() {
        assert!(!keys[place + 1..].contains(one), "{one}");
    }
}

#[test]
fn a_day_counts_what_was_said_on_it() {
    let told = Unasked {
        recipient: "d1".into(),
        told_at: at("2026-06-06", 9),
        told: 1,
    };
    assert_eq!(told.told_today(at("2026-06-06", 23)), 1);
    assert_eq!(told.told_today(at("2026-06-07", 0)), 0);
    assert_eq!(told.clone().once_more(at("2026-06-06", 10)).told, 2);
    assert_eq!(told.once_more(at("2026-06-07", 9)).told, 1);
}

#[test]
fn another_calendar_moves_the_next_step() {
    let before = dates("2027-01-05", "2027-02-05", "2027-02-08");
    let now = at("2027-01-06", 9);
    let row = reminder().said(&reminder().due(&before, now, &by()).unwrap());
    let after = dates("2027-01-05", "2027-02-05", "2027-02-15");
    let moved = row.moved(&after, QUIET);
    assert_eq!(
        plan(Matter::Feedback, &after, &by()).last().unwrap().at,
        morning_of(day("2027-02-16"), QUIET)
    );
    assert_eq!(
        moved.next_at(&after, now, &by()),
        Some(morning_of(day("2027-01-22"), QUIET))
    );
}

fn received() -> impl Strategy<Value = NaiveDate> {
    (0_u64..3_200).prop_map(|days| day("2018-01-01") + Days::new(days))
}

proptest! {
    #[test]
    fn no_step_is_said_at_night_or_in_the_first_days_of_the_year(received in received(), minute in 0_u32..1440) {
        let deadline = work_out(Began::on(received), DeadlineRule::Feedback.period(), Calendar::shipped());
        let dates = Dates {
            began_at: instant_of(received, minute),
            nominal_on: deadline.nominal_on,
            due_on: deadline.due_on,
        };
        let steps = plan(Matter::Feedback, &dates, &by());
        for planned in &steps {
            prop_assert!(!QUIET.is_quiet(planned.at));
            let on = day_of(planned.at);
            prop_assert!(after_spring(on) == on || after_spring(on) > deadline.due_on);
        }
        prop_assert!(steps.windows(2).all(|pair| pair[0].at < pair[1].at));
    }

    #[test]
    fn however_often_the_sweep_looks_no_step_is_said_twice(
        received in received(),
        looks in proptest::collection::vec(1_i64..400, 1..60),
    ) {
        let deadline = work_out(Began::on(received), DeadlineRule::Feedback.period(), Calendar::shipped());
        let dates = Dates {
            began_at: instant_of(received, 600),
            nominal_on: deadline.nominal_on,
            due_on: deadline.due_on,
        };
        let mut row = reminder();
        let mut now = dates.began_at;
        let mut next = Some(now);
        let mut said = Vec::new();
        for hours in looks {
            now += hours * 3_600_000 / 4;
            if next.is_none_or(|at| at > now) {
                prop_assert!(row.due(&dates, now, &by()).is_none(), "due, but the index doesn't say so");
                continue;
            }
            if let Some(due) = row.due(&dates, now, &by()) {
                let key = step_key(&row, &dates, &due, Audience::Deputy);
                prop_assert!(!said.contains(&key));
                said.push(key);
                row = row.said(&due);
            }
            next = row.next_at(&dates, now, &by());
            prop_assert!(next.is_none_or(|at| at > now));
        }
    }

    #[test]
    fn a_snooze_lies_after_now_and_not_past_the_last_day(received in received(), days in 0_u64..60, minute in 0_u32..1440) {
        let deadline = work_out(Began::on(received), DeadlineRule::Feedback.period(), Calendar::shipped());
        let now = instant_of(received + Days::new(days), minute);
        for snooze in Snooze::ALL {
            if let Some(until) = snoozed_until(*snooze, deadline.due_on, now, QUIET) {
                prop_assert!(until > now);
                prop_assert!(day_of(until) <= deadline.due_on);
                prop_assert!(!QUIET.is_quiet(until));
            } else {
                prop_assert!(day_of(now) >= deadline.due_on);
            }
        }
    }
}
