//! 提醒规则 at the desk: all officers see which steps there are, how many days before, to whom and in which hours; the
//! provincial office changes them, sees first what that moves, and has a way back to the shipped rules.

use axum::Form;
use axum::extract::Query;

use crate::domain::command::Command;
use crate::domain::reminder::table::{ReminderCommand, rules_in_force, set_at};
use crate::domain::reminder::{Audience, HEAD, InForce, Matter, RULES_TEXT, RuleFault, Table, read_rules};
use crate::domain::time::day_of;
use crate::domain::world::Key;
use crate::flows::set_reminders::{Preview, preview};
use crate::text::reminder_words::{matter_word, next_word, rule_fault, table_lines};
use crate::text::{Args, Words};
use crate::web::pages::day_with_year;
use crate::web::pages::desk::{
    DeskPlace, ReminderFormRow, ReminderMoved, ReminderPreviewPage, RemindersPage, Said,
};

use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

const PATH: &str = "/desk/reminders";
/// Rows of the form, and how many of them are left empty for new steps.
const ROWS: usize = 40;
const EMPTY: usize = 4;
/// Open matters of a kind that a preview looks at.
const MOST: i64 = 1_000;

/// The kinds of a row: what stands in the table, and whether days count backwards.
pub(super) const KINDS: [(&str, i64); 12] = [
    ("feedback,began", 1),
    ("feedback,nominal", -1),
    ("feedback,due", 1),
    ("reply,nominal", -1),
    ("reply,due", 1),
    ("inquiry,began", 1),
    ("inquiry,half", 1),
    ("inquiry,nominal", -1),
    ("inquiry,due", 1),
    ("handbook,december", 1),
    ("handbook,last_working_day", -1),
    ("handbook,january", 1),
];

fn kind_said(kind: &str, words: &Words) -> String {
    words.say(&format!("desk-reminder-kind-{}", kind.replace([',', '_'], "-")))
}

fn kinds(words: &Words) -> Vec<(String, String)> {
    KINDS
        .iter()
        .map(|(kind, _)| ((*kind).to_owned(), kind_said(kind, words)))
        .collect()
}

async fn in_force(duty: &OnDuty) -> Result<(InForce, i64), Ends> {
    let mut reading = duty.read().await?;
    let rules = &duty.web.0.rules;
    duty.look(&mut reading, |world| {
        Ok((rules_in_force(world, rules)?, set_at(world)?))
    })
    .await
}

/// The rows of a table, as people write them: days before are counted forwards.
fn rows_of(table: &Table) -> Vec<ReminderFormRow> {
    let mut rows: Vec<ReminderFormRow> = table
        .periods
        .iter()
        .map(|rule| ReminderFormRow {
            kind: format!("{},{}", rule.matter.tag(), rule.anchor.tag()),
            days: rule.days.abs().to_string(),
            to: Audience::ALL
                .iter()
                .filter(|audience| rule.tells(**audience))
                .map(|audience| audience.tag().to_owned())
                .collect(),
        })
        .collect();
    rows.extend(table.handbooks.iter().map(|rule| ReminderFormRow {
        kind: format!("handbook,{}", rule.anchor.tag()),
        days: rule.days.abs().to_string(),
        to: vec![rule.to.tag().to_owned()],
    }));
    rows
}

fn hours(by: &InForce) -> [String; 2] {
    [by.quiet.from_minute, by.quiet.until_minute]
        .map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60))
}

/// What was typed: rows and hours.
struct Typed {
    rows: Vec<ReminderFormRow>,
    quiet: [String; 2],
}

fn typed(sent: &Sent) -> Typed {
    let text = |name: String| sent.text(&name).chars().take(20).collect::<String>();
    let rows = (0..ROWS)
        .map(|place| ReminderFormRow {
            kind: sent.text(&format!("kind-{place}")).to_owned(),
            days: text(format!("days-{place}")),
            to: sent.all(&format!("to-{place}")).map(str::to_owned).collect(),
        })
        .filter(|row| !row.kind.is_empty())
        .collect();
    Typed {
        rows,
        quiet: [text("quiet-from".into()), text("quiet-until".into())],
    }
}

/// The table as text; a row whose days are no plain number keeps them, so that the fault names its row.
fn text_of(typed: &Typed) -> String {
    let mut lines = vec![HEAD.to_owned()];
    for row in &typed.rows {
        let sign = KINDS
            .iter()
            .find(|(kind, _)| *kind == row.kind)
            .map_or(1, |(_, sign)| *sign);
        let days = match row.days.parse::<u16>() {
            Ok(days) => (i64::from(days) * sign).to_string(),
            Err(_) => "?".to_owned(),
        };
        let to: Vec<&str> = row.to.iter().map(String::as_str).collect();
        lines.push(format!("{},{days},{}", row.kind, to.join(" ")));
    }
    let [from, until] = &typed.quiet;
    lines.push(format!("quiet,{from},{until},"));
    lines.join("\n")
}

async fn history(duty: &OnDuty) -> Result<Vec<String>, Ends> {
    let words = duty.words();
    let mut reading = duty.read().await?;
    let set = reading
        .reminder_tables_set()
        .await
        .map_err(|error| duty.unread(&error))?;
    let names = duty
        .look(&mut reading, |world| {
            world.want(set.iter().filter_map(|(_, by)| by.map(Key::Account)))?;
            let mut officers = Vec::new();
            for (_, by) in &set {
                officers.push(match by {
                    Some(id) => world.account(id)?.officer_id,
                    None => None,
                });
            }
            world.want(officers.iter().flatten().map(|id| Key::Officer(*id)))?;
            officers
                .iter()
                .map(|id| {
                    id.map(|id| world.officer(&id).map(|it| it.name.clone()))
                        .transpose()
                })
                .collect()
        })
        .await?;
    let names: Vec<Option<String>> = names;
    Ok(set
        .iter()
        .zip(names)
        .map(|((at, _), name)| {
            let args = Args::new().text("day", day_with_year(words, day_of(*at))).text(
                "by",
                name.unwrap_or_else(|| words.say("desk-roster-by-administrator")),
            );
            words.say_with("desk-reminder-set-by", &args)
        })
        .collect())
}

async fn show(
    duty: &OnDuty,
    said: &str,
    typed: Option<Typed>,
    faults: Vec<String>,
    retry: Option<&Retry>,
) -> Answered {
    let (by, _) = in_force(duty).await?;
    let words = duty.words();
    let (mut rows, quiet) = match typed {
        Some(typed) => (typed.rows, typed.quiet),
        None => (rows_of(&by.table), hours(&by)),
    };
    let wanted = (rows.len() + EMPTY).min(ROWS);
    rows.resize_with(wanted, ReminderFormRow::default);
    let page = RemindersPage {
        words,
        desk: duty.frame(DeskPlace::Reminders, PATH, Some(said), retry),
        lines: table_lines(&by.table, by.quiet, words),
        is_shipped: by.table == Table::shipped(),
        may_change: duty.is_provincial(),
        kinds: kinds(words),
        rows,
        quiet,
        faults,
        history: history(duty).await?,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/reminders`
pub(super) async fn page(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &asked.said, None, Vec::new(), None).await
}

async fn moves(duty: &OnDuty, old: &InForce, new: &InForce) -> Result<Preview, Ends> {
    let mut reading = duty.read().await?;
    let mut subjects = Vec::new();
    for matter in Matter::ALL {
        let ids = reading
            .open_matters(*matter, 0, MOST)
            .await
            .map_err(|error| duty.unread(&error))?;
        subjects.extend(ids.into_iter().map(|id| (*matter, id)));
    }
    let now = duty.now();
    duty.look(&mut reading, |world| preview(world, now, old, new, &subjects))
        .await
}

/// What a row of the form is called in a fault.
fn row_fault(fault: (usize, RuleFault), rows: usize, words: &Words) -> String {
    // The head of the table is line 1, the hours stand behind the rows.
    match fault {
        (line, kind) if line > rows + 1 => rule_fault((0, kind), words),
        (0, kind) => rule_fault((0, kind), words),
        (line, kind) => rule_fault((line - 1, kind), words),
    }
}

/// `POST /desk/reminders`: looks at what was typed, or at the shipped rules (`act` is `reset`); changes nothing.
pub(super) async fn look(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    if !duty.is_provincial() {
        return Err(duty.not_found());
    }
    let sent = Sent::read(&duty, fields)?;
    let words = duty.words();
    let (typed, text) = if sent.text("act") == "reset" {
        (None, RULES_TEXT.to_owned())
    } else {
        let typed = typed(&sent);
        let text = text_of(&typed);
        (Some(typed), text)
    };
    let mut table = match read_rules(&text) {
        Ok(table) => table,
        Err(faults) => {
            let rows = typed.as_ref().map_or(0, |typed| typed.rows.len());
            let said = faults
                .iter()
                .map(|fault| row_fault(*fault, rows, words))
                .collect();
            let retry = Retry::mend(String::new());
            return show(&duty, "", typed, said, Some(&retry)).await;
        }
    };
    let (old, basis) = in_force(&duty).await?;
    // Hours that are those of the settings stay with the settings.
    if table.quiet == Some(duty.web.0.rules.quiet) && old.table.quiet.is_none() {
        table.quiet = None;
    }
    let text = table.to_text();
    let new = InForce::new(table.into(), duty.web.0.rules.quiet);
    let moved = moves(&duty, &old, &new).await?;
    let (before, after) = (
        table_lines(&old.table, old.quiet, words),
        table_lines(&new.table, new.quiet, words),
    );
    let now = duty.now();
    let page = ReminderPreviewPage {
        words,
        desk: duty.frame(DeskPlace::Reminders, PATH, None, None),
        is_same: old.table == new.table,
        gone: before
            .iter()
            .filter(|line| !after.contains(line))
            .cloned()
            .collect(),
        come: after
            .iter()
            .filter(|line| !before.contains(line))
            .cloned()
            .collect(),
        open: moved.open,
        count: moved.moved,
        at_once: moved.at_once,
        moved: moved
            .first
            .iter()
            .map(|one| ReminderMoved {
                matter: matter_word(one.matter, words),
                title: one.title.clone(),
                before: next_word(one.before, now, words),
                after: next_word(one.after, now, words),
            })
            .collect(),
        rules: text,
        basis,
    };
    Ok(OnDuty::page(&page, None))
}

/// `POST /desk/reminders/confirm`: `rules`, `basis`.
pub(super) async fn confirm(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let command = ReminderCommand::Set {
        rules: sent.text("rules").to_owned(),
        basis: Some(sent.text("basis").parse().unwrap_or(-1)),
    };
    match duty.give(&sent, Command::Reminders(command), PATH).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(PATH, Said::RemindersSet))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, "", None, Vec::new(), Some(&retry)).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reminder::{Anchor, YearAnchor};

    #[test]
    fn every_line_of_the_shipped_table_has_a_kind_and_comes_back_through_the_form() {
        let shipped = Table::shipped();
        let typed = Typed {
            rows: rows_of(&shipped),
            quiet: ["21:00".into(), "08:30".into()],
        };
        let mut read = read_rules(&text_of(&typed)).unwrap();
        read.quiet = None;
        assert_eq!(read, *shipped);
        for row in &typed.rows {
            assert!(KINDS.iter().any(|(kind, _)| *kind == row.kind), "{}", row.kind);
        }
        for anchor in YearAnchor::ALL {
            let kind = format!("handbook,{}", anchor.tag());
            assert!(KINDS.iter().any(|(it, _)| *it == kind), "{kind}");
        }
        for anchor in Anchor::ALL {
            assert!(
                KINDS.iter().any(|(it, _)| it.ends_with(anchor.tag())),
                "{}",
                anchor.tag()
            );
        }
    }

    #[test]
    fn days_that_are_no_plain_number_are_a_fault_of_their_row() {
        for days in ["-7", "七", "", "7.5", "1e3", "99999"] {
            let mut rows = rows_of(&Table::shipped());
            rows[1].days = days.into();
            let typed = Typed {
                rows,
                quiet: ["21:00".into(), "08:30".into()],
            };
            assert_eq!(
                read_rules(&text_of(&typed)),
                Err(vec![(3, RuleFault::Days)]),
                "{days}"
            );
        }
    }
}
