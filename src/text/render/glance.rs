//! A deputy's year at a glance: counts of the sections and of the months, for the picture that comes with the handbook.
//!
//! **Invariant:** counts alone. No target, no comparison with others or with another year (A4.6, A5.2).

use chrono::Datelike;

use crate::domain::handbook::DutyCategory;
use crate::domain::ids::{DeputyId, RecordId};
use crate::domain::picture::drawing::{Bar, Drawing, YearAtAGlance};
use crate::domain::world::{Deciding, Key, ListKey};
use crate::text::Args;

use super::telling::Telling;

/// The picture; none for a year without records.
pub(super) fn glance(t: &Telling<'_>, deputy: DeputyId, year: i32) -> Deciding<Option<Drawing>> {
    let list = ListKey::Records {
        deputy,
        state: "confirmed".to_owned(),
        on: format!("{year:04}"),
        page: -1,
    };
    t.world.want([Key::Deputy(deputy), Key::List(list.clone())])?;
    let owner = t.world.deputy(&deputy)?;
    let ids: Vec<RecordId> = t.world.list(&list)?.ids.iter().map(|id| RecordId(*id)).collect();
    t.world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut sections = DutyCategory::TEN.map(|category| (category, 0_u32)).to_vec();
    sections.push((DutyCategory::Other, 0));
    let mut months = [0_u32; 12];
    for id in &ids {
        let Some(row) = t.world.find_record(id)? else {
            continue;
        };
        if row.deputy_id != deputy || !row.record.state.in_handbook() || row.on.year() != year {
            continue;
        }
        for (category, count) in &mut sections {
            *count += u32::from(*category == row.record.category);
        }
        if let Some(month) = months.get_mut(row.on.month0() as usize) {
            *month += 1;
        }
    }
    let total: u32 = months.iter().sum();
    if total == 0 {
        return Ok(None);
    }
    sections.retain(|(category, count)| *category != DutyCategory::Other || *count > 0);
    let args = || {
        Args::new()
            .number("year", year.into())
            .number("count", total.into())
    };
    let month = |(number, count): (i64, u32)| Bar {
        name: t.say_with("glance-month", &Args::new().number("month", number)),
        count,
    };
    Ok(Some(Drawing::Year(YearAtAGlance {
        locale: t.words.locale(),
        title: t.say_with("glance-title", &args()),
        whose: t.say_with("glance-whose", &args().text("name", owner.name.as_str())),
        sections_title: t.say("glance-sections"),
        sections: sections
            .into_iter()
            .map(|(category, count)| Bar {
                name: t.say(&format!("handbook-category-{}", category.code())),
                count,
            })
            .collect(),
        months_title: t.say("glance-months"),
        months: (1..).zip(months).map(month).collect(),
        lines: Vec::new(),
        foot: t.say("glance-foot"),
    })))
}
