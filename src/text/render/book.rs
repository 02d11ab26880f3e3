//! The year's handbook as the deputy sees it in the chat: what is confirmed, what waits, the newest lines of section ten.

use chrono::Datelike;

use crate::domain::button::{Act, Button};
use crate::domain::handbook::life::year_due;
use crate::domain::ids::{DeputyId, RecordId};
use crate::domain::record::gap::{self as gap, gaps_of};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;
use crate::text::record_words::gist;

use super::cut::one_line;
use super::gaps;
use super::glance::glance;
use super::hand_in;
use super::record::days;
use super::telling::{Telling, page, rows};

/// Gaps told beside the handbook; the rest on request.
const GAPS: usize = 2;

fn records(deputy: DeputyId, state: &str, year: i32) -> ListKey {
    ListKey::Records {
        deputy,
        state: state.to_owned(),
        on: format!("{year:04}"),
        page: 0,
    }
}

pub(super) fn handbook(t: &Telling<'_>, year: i32) -> Deciding<Rendered> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let this_year = day_of(t.cx.now).year();
    // Years are asked for by buttons, which anyone can forge.
    let year = if (2000..=this_year).contains(&year) {
        year
    } else {
        this_year
    };
    let (confirmed, drafts, late, before) = (
        records(deputy, "confirmed", year),
        records(deputy, "draft", year),
        records(deputy, "late", year),
        records(deputy, "confirmed", year - 1),
    );
    t.world.want(
        [&confirmed, &drafts, &late, &before]
            .into_iter()
            .map(|key| Key::List(key.clone()))
            .chain(gap::keys(deputy, year))
            .chain([Key::Deputy(deputy), Key::Handbook((deputy, year.into()))]),
    )?;
    let list = t.world.list(&confirmed)?;
    let drafts = t.world.list(&drafts)?.total;
    let ids: Vec<RecordId> = list.ids.iter().map(|id| RecordId(*id)).collect();
    t.world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let args = Args::new()
        .number("year", year.into())
        .number("count", list.total);
    let mut lines = vec![t.say_with("book", &args)];
    if drafts > 0 {
        lines.push(t.say_with("book-drafts", &Args::new().number("count", drafts)));
    }
    let late = t.world.list(&late)?.total;
    if late > 0 {
        lines.push(t.say_with("book-late", &Args::new().number("count", late)));
    }
    if !ids.is_empty() {
        lines.push(t.say("book-section-ten"));
    }
    let mut shown = Vec::new();
    for id in ids {
        let row = t.world.record(&id)?;
        if row.deputy_id != deputy || !row.record.state.in_handbook() {
            continue;
        }
        let number = i64::try_from(shown.len()).unwrap_or(0) + 1;
        shown.push(Button {
            label: t.say_with("button-book-line", &Args::new().number("number", number)),
            act: Act::ShowRecord(id),
        });
        let args = Args::new()
            .number("number", number)
            .text("date", days(t, &row.record))
            .text(
                "whom",
                t.say(&format!("handbook-category-{}", row.record.category.code())),
            )
            .text("matters", one_line(&gist(&row.record), 60));
        lines.push(t.say_with("book-line", &args));
    }
    t.world.want([Key::Handbook((deputy, year.into()))])?;
    let handed_in = match t.world.find_handbook(&(deputy, year.into()))? {
        Some(row) => {
            let (standing, _) = hand_in::standing(t, row)?;
            lines.extend(standing);
            row.state.is_done_by_deputy()
        }
        None => {
            lines.push(t.say("book-december"));
            false
        }
    };
    let mut december = Vec::new();
    if !handed_in && i64::from(year) == year_due(t.cx.now) {
        december.push(t.button("button-hand-in", Act::HandIn(year.into())));
        december.push(t.button("button-on-paper", Act::PaperHandedIn(year.into())));
    }
    let mut row = Vec::new();
    if list.total > 0 {
        row.push(t.button("button-records", Act::Records(0, false)));
    }
    if drafts > 0 {
        row.push(t.button("button-drafts", Act::Records(0, true)));
    }
    let mut years = Vec::new();
    let of_year = |year: i32| Button {
        label: t.say_with("button-year", &Args::new().number("year", year.into())),
        act: Act::Handbook(year.into()),
    };
    if t.world.list(&before)?.total > 0 {
        years.push(of_year(year - 1));
    }
    if year < this_year {
        years.push(of_year(year + 1));
    }
    let mut forgotten = Vec::new();
    if year == this_year {
        for gap in gaps_of(t.world, deputy, year, day_of(t.cx.now))?
            .iter()
            .take(GAPS)
        {
            lines.push(gaps::sentence(t, gap));
        }
        forgotten.push(t.button("button-gaps", Act::Gaps));
    }
    let drawing = glance(t, deputy, year)?;
    Ok(Rendered {
        drawing: drawing.map(Box::new),
        ..page(
            lines,
            rows(shown, 3)
                .into_iter()
                .chain([row, december, forgotten, years])
                .collect(),
        )
    })
}
