//! Lines under the headings that are no deputies. Used by `read`, which notes each of them, so that none goes unseen.

use super::cell::{compact, tidy};
use super::header::Header;
use super::{CardNumber, DeputyCode, RosterColumn};
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::sheet::SheetRow;

/// How lines begin that stand under a roster and are no deputies.
const FOOTNOTES: [&str; 16] = [
    "注:", "注：", "备注", "说明", "附注", "合计", "总计", "小计", "共计", "填表", "填报", "制表", "审核",
    "联系人", "单位负责人", "统计",
];

/// Remarks, sums, lines between groups, headings once more. A row that names a unit or a card is always a deputy, so
/// that nobody is skipped for an odd name.
pub(super) fn is_no_deputy(header: &Header, row: &SheetRow) -> bool {
    if header.is_repeated_in(row) {
        return true;
    }
    let cell_of = |column| {
        let place = header.places.get(&column).copied()?;
        row.cells
            .get(place)
            .map(|cell| compact(cell))
            .filter(|cell| !cell.is_empty())
    };
    let names_a_unit =
        cell_of(RosterColumn::ElectingUnit).is_some_and(|cell| ElectingUnit::from_name(&cell).is_some());
    let names_a_card =
        cell_of(RosterColumn::CardNumber).is_some_and(|cell| CardNumber::read(&cell).is_some());
    let bears_a_code = cell_of(RosterColumn::Code)
        .is_some_and(|cell| DeputyCode::read(&cell).is_some_and(|code| code.prefix_unit().is_some()));
    if names_a_unit || names_a_card || bears_a_code {
        return false;
    }
    let mut said_cells = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !tidy(cell).is_empty());
    let Some((place, first)) = said_cells.next() else {
        return true;
    };
    if FOOTNOTES
        .iter()
        .any(|word| compact(first).starts_with(&compact(word)))
    {
        return true;
    }
    let is_alone = said_cells.next().is_none();
    let is_where_deputies_begin = [RosterColumn::Code, RosterColumn::Name]
        .iter()
        .any(|column| header.places.get(column) == Some(&place));
    is_alone && (!is_where_deputies_begin || parts_groups(first))
}

/// A line between groups of deputies: 一、长沙市, 长沙代表团（9人）.
fn parts_groups(text: &str) -> bool {
    let text = compact(text);
    let counts_on = text
        .trim_start_matches('(')
        .starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
        && text.contains(['、', ')']);
    counts_on || text.contains("代表团") || text.contains("小组") || ElectingUnit::from_name(&text).is_some()
}
