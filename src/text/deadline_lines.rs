//! A deadline in words: how it was worked out, with the articles and the version of the calendar. Called by the command
//! line, and by whatever else shows a deadline.

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::deadline::{Beginning, Deadline, DeadlineRule, Nominal, Period, Unsure};
use crate::domain::ids::CalendarVersion;

use super::calendar_lines::{standing, weekday};
use super::{Args, Words};

/// From which calendar a deadline was worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineEdition {
    /// A version that the database keeps.
    Kept(CalendarVersion),
    /// What the program brings along.
    Shipped,
}

/// Adds a day and its weekday under these names.
fn with_day<'a>(args: Args<'a>, on: NaiveDate, names: [&'static str; 2], words: &Words) -> Args<'a> {
    args.text(names[0], on.to_string())
        .text(names[1], weekday(on, words))
}

/// The arguments for the nominal day and the last day.
fn days<'a>(deadline: &Deadline, words: &Words) -> Args<'a> {
    let args = with_day(Args::new(), deadline.nominal_on, ["on", "weekday"], words);
    with_day(args, deadline.due_on, ["due", "due-weekday"], words)
        .text("standing", standing(&deadline.nominal_standing, words))
        .text("due-standing", standing(&deadline.due_standing, words))
}

/// How a deadline was worked out, in one sentence without its full stop. `rule` names the ground, where it is one of the
/// known ones.
pub fn deadline_why(
    deadline: &Deadline,
    rule: Option<DeadlineRule>,
    edition: DeadlineEdition,
    words: &Words,
) -> String {
    let mut parts = Vec::new();
    if let Some(at) = deadline.began.converted {
        let at = at.format("%Y-%m-%d %H:%M:%S").to_string();
        parts.push(words.say_with("deadline-why-converted", &Args::new().text("at", at)));
    }
    let began = match beginning(rule) {
        Beginning::Received => "deadline-why-received",
        Beginning::HandedOut => "deadline-why-handed-out",
    };
    parts.push(words.say_with(began, &Args::new().text("on", deadline.began.on.to_string())));
    let (months, counted) = match deadline.period {
        Period::Months(months) => (months, 0),
        Period::WorkingDays(counted) => (0, counted),
    };
    let args = || {
        days(deadline, words)
            .number("months", months.into())
            .number("days", counted.into())
    };
    parts.push(words.say_with(
        match deadline.nominal {
            Nominal::SameDay => "deadline-why-same-day",
            Nominal::MonthEnd => "deadline-why-month-end",
            Nominal::Counted => "deadline-why-counted",
        },
        &args(),
    ));
    if deadline.nominal != Nominal::Counted {
        let key = if deadline.nominal_on == deadline.due_on {
            "deadline-why-stays"
        } else {
            "deadline-why-moves"
        };
        parts.push(words.say_with(key, &args()));
    }
    if let Some((key, year)) = uncertain(deadline) {
        parts.push(words.say_with(key, &Args::new().number("year", year.into())));
    }
    if let Some(rule) = rule {
        parts.push(words.say(&format!("deadline-why-{}", rule.tag())));
    }
    parts.push(words.say("deadline-why-articles"));
    parts.push(match edition {
        DeadlineEdition::Kept(version) => {
            words.say_with("deadline-why-edition", &Args::new().number("version", version.0))
        }
        DeadlineEdition::Shipped => {
            let shipped = Calendar::shipped();
            let year = |year: Option<i32>| i64::from(year.unwrap_or_default());
            let args = Args::new()
                .number("first", year(shipped.first_year()))
                .number("last", year(shipped.last_year()));
            words.say_with("deadline-why-edition-shipped", &args)
        }
    });
    parts.join(&words.say("deadline-why-joiner"))
}

fn beginning(rule: Option<DeadlineRule>) -> Beginning {
    rule.map_or(Beginning::Received, DeadlineRule::beginning)
}

/// The key of the reason why a date may still change, and the year that it is about.
fn uncertain(deadline: &Deadline) -> Option<(&'static str, i32)> {
    match deadline.unsure {
        Some(Unsure::NotPublished { year, earliest: true }) => {
            Some(("deadline-why-not-published-earliest", year))
        }
        Some(Unsure::NotPublished { year, .. }) => Some(("deadline-why-not-published", year)),
        Some(Unsure::NotHeld { year }) => Some(("deadline-why-not-held", year)),
        None if deadline.turn_of_year => Some((
            "deadline-why-turn-of-year",
            chrono::Datelike::year(&deadline.due_on) + 1,
        )),
        None => None,
    }
}

/// A deadline in a few lines for people.
pub fn deadline_lines(
    deadline: &Deadline,
    rule: Option<DeadlineRule>,
    edition: DeadlineEdition,
    words: &Words,
) -> Vec<String> {
    let began = match beginning(rule) {
        Beginning::Received => "deadline-line-began-received",
        Beginning::HandedOut => "deadline-line-began-handed-out",
    };
    let on = with_day(Args::new(), deadline.began.on, ["on", "weekday"], words);
    let mut lines = vec![words.say_with(began, &on)];
    let key = if deadline.nominal_on == deadline.due_on {
        "deadline-line-same"
    } else {
        "deadline-line-rolled"
    };
    lines.push(words.say_with(key, &days(deadline, words)));
    if deadline.is_provisional() {
        lines.push(words.say("deadline-line-provisional"));
    }
    if deadline.only_announced_on != deadline.due_on || deadline.only_festivals_on != deadline.due_on {
        let args = Args::new()
            .text("announced", deadline.only_announced_on.to_string())
            .text("festivals", deadline.only_festivals_on.to_string());
        lines.push(words.say_with("deadline-line-narrower", &args));
    }
    let why = deadline_why(deadline, rule, edition, words);
    lines.push(words.say_with("deadline-line-why", &Args::new().text("why", why)));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;
    use crate::domain::deadline::{Began, work_out};
    use crate::text::words;

    const CASES: &str = include_str!("../../tests/data/deadline-cases.csv");

    #[test]
    fn the_worked_cases_are_explained_word_by_word() {
        let mut reader = csv::Reader::from_reader(CASES.as_bytes());
        for row in reader.records() {
            let row = row.unwrap();
            let rule = DeadlineRule::from_tag(&row[1]).unwrap();
            let deadline = work_out(Began::read(&row[2]).unwrap(), rule.period(), Calendar::shipped());
            let why = deadline_why(
                &deadline,
                Some(rule),
                DeadlineEdition::Kept(CalendarVersion(1)),
                words(Locale::ZhCn),
            );
            let rest = why.strip_prefix(&row[11]).unwrap_or_else(|| panic!("{why}"));
            assert!(
                rest.starts_with("；期限依据：") && rest.ends_with("；放假安排第 1 版"),
                "{rest}"
            );
            let english = deadline_why(&deadline, Some(rule), DeadlineEdition::Shipped, words(Locale::En));
            assert!(
                english.is_ascii() && english.contains("2018 to 2026"),
                "{english}"
            );
        }
    }

    #[test]
    fn the_lines_name_the_day_to_aim_at_and_the_last_one() {
        let lines = |text: &str| {
            let deadline = work_out(
                Began::read(text).unwrap(),
                DeadlineRule::Feedback.period(),
                Calendar::shipped(),
            );
            deadline_lines(
                &deadline,
                Some(DeadlineRule::Feedback),
                DeadlineEdition::Shipped,
                words(Locale::ZhCn),
            )
        };
        let rolled = lines("2026-05-13");
        assert_eq!(
            rolled[..3],
            [
                "收到：2026-05-13（周三）",
                "建议不晚于：2026-06-13（周六）；最迟：2026-06-15（周一）24:00",
                "从严理解：周末不顺延的，到 2026-06-13；只有法定节日顺延的，到 2026-06-13",
            ]
        );
        let plain = lines("2026-01-14");
        assert_eq!(plain[1], "最迟：2026-02-14（周六）24:00");
        assert_eq!(plain.len(), 3);
        assert!(lines("2027-02-13").iter().any(|line| line.contains("暂定日期")));
        assert!(
            lines("2026-11-30")
                .last()
                .unwrap()
                .contains("2027年的通知可能调整上年12月最后几天")
        );
    }
}
