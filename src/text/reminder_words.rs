//! The words for the rules of reminders: a line as a sentence, what is wrong with one, what a change moves. Called by the desk and
//! the command line.

use crate::domain::reminder::{Audience, HandbookRule, Matter, Rule, RuleFault, Table, YearAnchor};
use crate::domain::time::{QuietHours, clock_of, day_of};

use super::{Args, Words};

fn tag(tag: &str) -> String {
    tag.replace('_', "-")
}

/// 代表, 选举单位联络机构 …
pub fn audience_word(audience: Audience, words: &Words) -> String {
    words.say(&format!("reminder-to-{}", tag(audience.tag())))
}

/// What is reminded of.
pub fn matter_word(matter: Matter, words: &Words) -> String {
    words.say(&format!("reminder-matter-{}", matter.tag()))
}

fn audiences(rule: &Rule, words: &Words) -> String {
    let all: Vec<String> = Audience::ALL
        .iter()
        .filter(|audience| rule.tells(**audience))
        .map(|audience| audience_word(*audience, words))
        .collect();
    all.join(&words.say("reminder-and"))
}

/// 反馈意见：建议日期前 7 天，告诉代表.
pub fn rule_line(rule: &Rule, words: &Words) -> String {
    let args = Args::new()
        .text("matter", matter_word(rule.matter, words))
        .number("days", rule.days.abs())
        .text("to", audiences(rule, words));
    let key = format!("reminder-rule-{}", rule.anchor.tag());
    words.say_with(&key, &args)
}

/// 履职手册：12 月 10 日，告诉代表.
pub fn handbook_rule_line(rule: &HandbookRule, words: &Words) -> String {
    let key = match rule.anchor {
        YearAnchor::December => "reminder-rule-december",
        YearAnchor::LastWorkingDay => "reminder-rule-last-working-day",
        YearAnchor::January => "reminder-rule-january",
    };
    let args = Args::new()
        .number("days", rule.days.abs())
        .text("to", audience_word(rule.to, words));
    words.say_with(key, &args)
}

/// The hours without reminders.
pub fn quiet_line(quiet: QuietHours, words: &Words) -> String {
    if quiet.from_minute == quiet.until_minute {
        return words.say("reminder-quiet-none");
    }
    let hour = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
    let args = Args::new()
        .text("from", hour(quiet.from_minute))
        .text("until", hour(quiet.until_minute));
    words.say_with("reminder-quiet", &args)
}

/// All lines of a table as sentences; the hours are those in force.
pub fn table_lines(table: &Table, quiet: QuietHours, words: &Words) -> Vec<String> {
    let mut lines: Vec<String> = table.periods.iter().map(|rule| rule_line(rule, words)).collect();
    lines.extend(table.handbooks.iter().map(|rule| handbook_rule_line(rule, words)));
    lines.push(quiet_line(quiet, words));
    lines
}

/// What is wrong, with its line where it has one.
pub fn rule_fault((line, fault): (usize, RuleFault), words: &Words) -> String {
    let said = words.say(&format!("reminder-fault-{}", fault.tag()));
    if line == 0 {
        return said;
    }
    let args = Args::new()
        .number("line", i64::try_from(line).unwrap_or(i64::MAX))
        .text("fault", said);
    words.say_with("reminder-fault-at", &args)
}

/// The instant of a next reminder: at once, on a day, or none.
pub fn next_word(at: Option<i64>, now: i64, words: &Words) -> String {
    match at {
        None => words.say("reminder-next-none"),
        Some(at) if at <= now => words.say("reminder-next-now"),
        Some(at) => format!("{} {}", day_of(at), clock_of(at)),
    }
}
