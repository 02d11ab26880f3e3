//! 各单位: the counts of all units, for the provincial office only.

use crate::web::pages::desk::{DeskPlace, UnitRow, UnitsPage};

use super::officer::{Answered, OnDuty};

/// `GET /desk/units`
pub(super) async fn page(duty: OnDuty) -> Answered {
    if !duty.is_provincial() {
        return Err(duty.not_found());
    }
    let counts = duty
        .read()
        .await?
        .unit_counts()
        .await
        .map_err(|error| duty.unread(&error))?;
    let page = UnitsPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Units, "/desk/units", None, None),
        units: counts
            .into_iter()
            .map(|unit| UnitRow {
                code: unit.code,
                name: unit.name,
                deputies: unit.deputies,
                bound: unit.bound,
                open_letters: unit.open,
                answered_letters: unit.answered,
                ended_letters: unit.ended,
            })
            .collect(),
    };
    Ok(OnDuty::page(&page, None))
}
