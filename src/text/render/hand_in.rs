//! December in the chat: the reminder, the question about what waits, where a handbook stands, and whose are missing.

use chrono::{Datelike, NaiveDate};

use crate::domain::button::{Act, Button};
use crate::domain::calendar::in_force::in_force;
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::handbook::life::{
    DECEMBER, FrozenLine, HandbookRow, HandbookState, amendments, last_working_day, lines_of,
};
use crate::domain::handbook::life::{drafts_of, handbook_of, not_yet_in};
use crate::domain::handbook::read::read_handbook;
use crate::domain::ids::{DeputyId, OfficeId};
use crate::domain::message_kind::HandInSaid;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;
use crate::text::hand_in_words::amendment_line;

use super::telling::{Telling, page, rows};

/// Changes told one by one.
const SHOWN: usize = 5;
/// Names of deputies in one message; the desk has them all.
const NAMES: usize = 20;

fn of_year(year: i64) -> Deciding<i32> {
    i32::try_from(year).map_err(|_| Stop::Refused(Refusal::NoLongerThere))
}

fn confirmed_of(t: &Telling<'_>, deputy: DeputyId, year: i64) -> Deciding<i64> {
    let confirmed = ListKey::Records {
        deputy,
        state: "confirmed".to_owned(),
        on: format!("{year:04}"),
        page: 0,
    };
    Ok(t.world.list(&confirmed)?.total)
}

fn last_day(t: &Telling<'_>, year: i64) -> Deciding<NaiveDate> {
    let year = of_year(year)?;
    last_working_day(year, in_force(t.world)?)
        .or_else(|| NaiveDate::from_ymd_opt(year, 12, 31))
        .ok_or(Stop::Refused(Refusal::NoLongerThere))
}

/// In December, above what else is due: the handbook, while the deputy has not handed it in.
pub(super) fn in_due_list(t: &Telling<'_>, deputy: DeputyId) -> Deciding<Option<(String, Vec<Button>)>> {
    let today = day_of(t.cx.now);
    if today.month() != DECEMBER {
        return Ok(None);
    }
    let year = i64::from(today.year());
    if handbook_of(t.world, deputy, year, t.cx.now)?
        .state
        .is_done_by_deputy()
    {
        return Ok(None);
    }
    let args = Args::new()
        .number("year", year)
        .text("day", t.day(last_day(t, year)?));
    let row = vec![t.button("button-handbook-due", Act::Handbook(year))];
    Ok(Some((t.say_with("hand-in-line", &args), row)))
}

/// 又到年底交履职手册的时候了.
pub(super) fn due(t: &Telling<'_>, year: i64) -> Deciding<Rendered> {
    let id = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let row = handbook_of(t.world, id, year, t.cx.now)?;
    if row.state.is_done_by_deputy() {
        return stands(t, id, year);
    }
    let deputy = t.world.deputy(&id)?;
    let (drafts, late) = not_yet_in(t.world, id, year)?;
    let args = Args::new()
        .text("called", t.deputy_called(deputy))
        .number("year", year)
        .number("count", confirmed_of(t, id, year)?)
        .number("drafts", drafts)
        .text("day", t.day(last_day(t, year)?));
    let mut lines = vec![t.say_with("hand-in-due", &args)];
    if row.state == HandbookState::Returned {
        lines.push(t.say_with(
            "hand-in-returned-why",
            &Args::new().text("reason", row.reason.as_str()),
        ));
    }
    if drafts > 0 {
        lines.push(t.say_with("hand-in-due-drafts", &args));
    }
    lines.extend(late_said(t, late));
    lines.push(t.say_with("hand-in-due-until", &args));
    Ok(page(lines, choices(t, year, drafts, true)))
}

/// The deputy spoke of handing in: only a tap does it, and here are the buttons.
pub(super) fn said(t: &Telling<'_>, year: i64, said: HandInSaid) -> Deciding<Rendered> {
    let id = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let row = handbook_of(t.world, id, year, t.cx.now)?;
    let (mut lines, acts) = standing(t, &row)?;
    if !acts {
        return Ok(page(
            lines,
            vec![vec![t.button("menu-handbook", Act::Handbook(year))]],
        ));
    }
    let (drafts, late) = not_yet_in(t.world, id, year)?;
    let last = last_day(t, year)?;
    let args = Args::new()
        .number("year", year)
        .number("drafts", drafts)
        .text("day", t.day(last));
    // An open handbook is told with what was said of it.
    if row.state == HandbookState::Open {
        let late = said == HandInSaid::Planned && day_of(t.cx.now) > last;
        let key = match said {
            HandInSaid::Planned if late => "hand-in-said-planned-late",
            HandInSaid::Planned => "hand-in-said-planned",
            HandInSaid::Submitted => "hand-in-said-submitted",
            HandInSaid::OnPaper => "hand-in-said-on-paper",
        };
        lines = vec![t.say_with(key, &args)];
    }
    if drafts > 0 {
        lines.push(t.say_with("hand-in-due-drafts", &args));
    }
    lines.extend(late_said(t, late));
    Ok(page(lines, choices(t, year, drafts, false)))
}

/// Late entries still wait for the office: they are not in the handbook yet, whoever hands it in.
fn late_said(t: &Telling<'_>, late: i64) -> Option<String> {
    (late > 0).then(|| t.say_with("hand-in-late", &Args::new().number("count", late)))
}

/// What the deputy can do now: at most four buttons.
fn choices(t: &Telling<'_>, year: i64, drafts: i64, snooze: bool) -> Vec<Vec<Button>> {
    let mut buttons = Vec::new();
    if drafts > 0 {
        let label = t.say_with("button-look-at-drafts", &Args::new().number("count", drafts));
        buttons.push(Button {
            label,
            act: Act::Records(0, true),
        });
    }
    buttons.push(t.button("button-hand-in", Act::HandIn(year)));
    buttons.push(t.button("button-on-paper", Act::PaperHandedIn(year)));
    if snooze {
        buttons.push(t.button("button-next-week", Act::LaterHandIn(year)));
    }
    rows(buttons, 2)
}

/// Records wait: the deputy chooses, nothing is filled in for them.
pub(super) fn drafts(t: &Telling<'_>, year: i64) -> Deciding<Rendered> {
    let id = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let (count, late) = not_yet_in(t.world, id, year)?;
    let args = Args::new().number("count", count);
    let mut lines = vec![t.say_with("hand-in-drafts", &args)];
    lines.extend(late_said(t, late));
    let look = Button {
        label: t.say_with("button-look-at-drafts", &args),
        act: Act::Records(0, true),
    };
    let all_the_same = t.button("button-hand-in-as-it-is", Act::HandInAsItIs(year));
    Ok(page(lines, vec![vec![look], vec![all_the_same]]))
}

/// The office typed a workbook in: it is not the deputy's word before the deputy has looked.
pub(super) fn sheet(t: &Telling<'_>, year: i64, added: i64, changed: i64) -> Deciding<Rendered> {
    let id = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let waiting = drafts_of(t.world, id, year)?;
    let args = Args::new()
        .number("year", year)
        .number("added", added)
        .number("changed", changed);
    let look = Button {
        label: t.say_with("button-look-at-drafts", &Args::new().number("count", waiting)),
        act: Act::Records(0, true),
    };
    let rows = if waiting > 0 { vec![vec![look]] } else { Vec::new() };
    Ok(page(vec![t.say_with("hand-in-sheet", &args)], rows))
}

/// Where a handbook stands, for its deputy.
pub(super) fn stands(t: &Telling<'_>, id: DeputyId, year: i64) -> Deciding<Rendered> {
    if t.to.deputy_id != Some(id) {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let row = handbook_of(t.world, id, year, t.cx.now)?;
    let (drafts, late) = not_yet_in(t.world, id, year)?;
    let (mut lines, acts) = standing(t, &row)?;
    if row.state != HandbookState::Accepted {
        lines.extend(late_said(t, late));
    }
    let buttons = if acts {
        choices(t, year, drafts, false)
    } else {
        Vec::new()
    };
    Ok(page(lines, buttons))
}

/// The lines about where a handbook stands, and whether the deputy has something left to do.
pub(super) fn standing(t: &Telling<'_>, row: &HandbookRow) -> Deciding<(Vec<String>, bool)> {
    let unit = t.world.deputy(&row.deputy_id)?.unit_code.clone();
    let unit = ElectingUnit::from_code(&unit).map_or_else(String::new, |unit| unit.name().to_owned());
    let day = |at: Option<i64>| at.map_or_else(String::new, |at| t.day(day_of(at)));
    let args = Args::new()
        .number("year", row.year)
        .text("unit", unit)
        .text("handed_in", day(row.handed_in_at))
        .text("decided", day(row.decided_at))
        .text("reason", row.reason.as_str())
        .text(
            "fingerprint",
            row.frozen_hash.chars().take(12).collect::<String>(),
        )
        .text(
            "quiet_until",
            row.not_before_on.map_or_else(String::new, |on| t.day(on)),
        );
    let mut lines = vec![t.say_with(&format!("hand-in-{}", row.state.tag().replace('_', "-")), &args)];
    match row.state {
        HandbookState::Open => {
            if row.not_before_on.is_some() {
                lines = vec![t.say_with("hand-in-quiet", &args)];
            }
        }
        HandbookState::Accepted if row.on_paper => lines = vec![t.say_with("hand-in-accepted-paper", &args)],
        HandbookState::HandedIn | HandbookState::Accepted => {
            let frozen: Vec<FrozenLine> = serde_json::from_str(&row.frozen).unwrap_or_default();
            let handbook = read_handbook(t.world, row.deputy_id, of_year(row.year)?, day_of(t.cx.now), &[])?;
            let since = amendments(&frozen, &lines_of(&handbook));
            if !since.is_empty() {
                let count = i64::try_from(since.len()).unwrap_or(i64::MAX);
                let key = if row.state == HandbookState::Accepted {
                    "hand-in-amended"
                } else {
                    "hand-in-moved-on"
                };
                lines.push(t.say_with(key, &Args::new().number("count", count)));
                lines.extend(
                    since
                        .iter()
                        .take(SHOWN)
                        .map(|it| amendment_line(t.words, it, |on| t.day(on))),
                );
            }
            let moved_on = row.state == HandbookState::HandedIn && !since.is_empty();
            return Ok((lines, moved_on));
        }
        HandbookState::PaperTold | HandbookState::Returned => {}
    }
    Ok((
        lines,
        matches!(row.state, HandbookState::Open | HandbookState::Returned),
    ))
}

/// To an officer on 2 January: whose handbooks are missing. No one is blamed: names and the desk's address.
pub(super) fn missing(t: &Telling<'_>, office: OfficeId, year: i64) -> Deciding<Rendered> {
    let officer = t.officer()?.ok_or(Stop::Refused(Refusal::NotYours))?;
    if officer.office_id != office {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let list = t.world.list(&ListKey::HandbooksMissing { office, year })?;
    let ids: Vec<DeputyId> = list.ids.iter().take(NAMES).map(|id| DeputyId(*id)).collect();
    t.world.want(ids.iter().map(|id| Key::Deputy(*id)))?;
    let mut names = Vec::with_capacity(ids.len());
    for id in &ids {
        names.push(t.world.deputy(id)?.name.clone());
    }
    let args = Args::new()
        .number("year", year)
        .number("count", list.total)
        .text("names", names.join("、"))
        .text("url", format!("{}/handbooks?year={year}", t.desk_url()));
    let key = if list.total == 0 {
        "hand-in-missing-none"
    } else {
        "hand-in-missing"
    };
    Ok(page(vec![t.say_with(key, &args)], Vec::new()))
}
