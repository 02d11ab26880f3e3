//! Gathers the cells of a workbook within limits. Used by the readers of each kind of file.
//!
//! **Invariant:** what a file makes of its bytes (shared texts in many cells, merged cells over thousands of rows) is
//! counted before it is kept, over all its sheets.

use std::collections::BTreeMap;

use crate::domain::sheet::{Sheet, SheetRefusal, SheetRow};

/// In a sheet, without empty ones. The largest congress has some three thousand deputies.
pub(super) const MAX_ROWS: u32 = 10_000;
pub(super) const MAX_COLUMNS: u32 = 200;
/// In a file.
const MAX_CELLS: usize = 1_000_000;
const MAX_TEXT_MIB: u32 = 32;

/// What is left of the limits of one file.
pub(super) struct Budget {
    cells: usize,
    text_bytes: usize,
}

impl Budget {
    pub fn new() -> Self {
        Self {
            cells: MAX_CELLS,
            text_bytes: MAX_TEXT_MIB as usize * super::MIB,
        }
    }

    fn spend(&mut self, text: &str) -> Result<(), SheetRefusal> {
        self.cells = self
            .cells
            .checked_sub(1)
            .ok_or(SheetRefusal::TooManyRows { limit: MAX_ROWS })?;
        self.text_bytes = self
            .text_bytes
            .checked_sub(text.len())
            .ok_or(SheetRefusal::TooBig { limit: MAX_TEXT_MIB })?;
        Ok(())
    }
}

/// A sheet in the making. Rows and columns are counted from 0 here.
#[derive(Default)]
pub(super) struct Grid {
    rows: BTreeMap<u32, Vec<String>>,
    merged: Vec<(u32, u32, u32)>,
}

impl Grid {
    /// Puts a text into a cell; blank texts leave it empty.
    pub fn put(
        &mut self,
        budget: &mut Budget,
        row: u32,
        column: u32,
        text: &str,
    ) -> Result<(), SheetRefusal> {
        if text.trim().is_empty() {
            return Ok(());
        }
        budget.spend(text)?;
        if column >= MAX_COLUMNS {
            return Err(SheetRefusal::TooManyColumns { limit: MAX_COLUMNS });
        }
        let cells = self.rows.entry(row).or_default();
        let place = column as usize;
        if cells.len() <= place {
            cells.resize(place + 1, String::new());
        }
        text.clone_into(&mut cells[place]);
        if self.rows.len() > MAX_ROWS as usize {
            return Err(SheetRefusal::TooManyRows { limit: MAX_ROWS });
        }
        Ok(())
    }

    /// A cell merged over several rows says its text for each of them: 长沙市 beside nine names. Across columns it is not
    /// repeated, since there it is only wide.
    pub fn fill_merged(
        &mut self,
        budget: &mut Budget,
        first: (u32, u32),
        last_row: u32,
    ) -> Result<(), SheetRefusal> {
        let (first_row, column) = first;
        let place = column as usize;
        let text = match self.rows.get(&first_row).and_then(|cells| cells.get(place)) {
            Some(text) if !text.is_empty() && last_row > first_row => text.clone(),
            _ => return Ok(()),
        };
        for cells in self
            .rows
            .range_mut(first_row + 1..=last_row)
            .map(|(_, cells)| cells)
        {
            budget.spend(&text)?;
            if cells.len() <= place {
                cells.resize(place + 1, String::new());
            }
            if cells[place].is_empty() {
                text.clone_into(&mut cells[place]);
            }
        }
        Ok(())
    }

    /// Cells merged side by side, counted from 0: what belongs into which column can't be told of them. Rows without text
    /// are left out, as everywhere.
    pub fn note_merged(&mut self, first: (u32, u32), last: (u32, u32)) {
        if last.1 <= first.1 {
            return;
        }
        let rows: Vec<u32> = self
            .rows
            .range(first.0..=last.0.max(first.0))
            .map(|(row, _)| *row)
            .collect();
        let left = (MAX_ROWS as usize).saturating_sub(self.merged.len());
        self.merged.extend(rows.into_iter().take(left).map(|row| {
            (
                row.saturating_add(1),
                first.1.saturating_add(1),
                last.1.saturating_add(1),
            )
        }));
    }

    pub fn into_sheet(self, name: &str) -> Sheet {
        let rows = self.rows.into_iter().map(|(row, cells)| SheetRow {
            number: row.saturating_add(1),
            cells,
        });
        Sheet {
            name: name.to_owned(),
            rows: rows.collect(),
            merged: self.merged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_shared_by_too_many_cells_is_refused_before_it_is_kept() {
        let mut budget = Budget::new();
        let mut grid = Grid::default();
        let text = "长".repeat(30_000);
        let outcome = (0..1000).try_for_each(|row| grid.put(&mut budget, row, 0, &text));
        assert_eq!(outcome, Err(SheetRefusal::TooBig { limit: 32 }));
    }

    #[test]
    fn a_cell_too_far_to_the_right_is_refused() {
        let mut grid = Grid::default();
        assert_eq!(
            grid.put(&mut Budget::new(), 0, 16_383, "a"),
            Err(SheetRefusal::TooManyColumns { limit: 200 })
        );
        assert_eq!(
            grid.put(&mut Budget::new(), 0, 16_383, " "),
            Ok(()),
            "an empty cell is nowhere"
        );
    }

    #[test]
    fn rows_without_text_are_left_out_and_the_others_keep_their_numbers() {
        let mut budget = Budget::new();
        let mut grid = Grid::default();
        grid.put(&mut budget, 0, 0, "甲").expect("within limits");
        grid.put(&mut budget, 1_048_575, 1, "乙").expect("within limits");
        grid.fill_merged(&mut budget, (0, 0), u32::MAX)
            .expect("within limits");
        let sheet = grid.into_sheet("");
        assert_eq!(
            sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>(),
            [1, 1_048_576]
        );
        assert_eq!(sheet.rows[1].cells, ["甲", "乙"]);
    }
}
