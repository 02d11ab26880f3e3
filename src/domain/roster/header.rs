//! Finding the row of headings under titles and merged cells. Used by `read`.

use std::collections::BTreeMap;

use super::RosterColumn;
use super::cell::tidy;
use crate::domain::sheet::{Sheet, SheetRow};

/// Titles, remarks and dates above the headings take a few rows; further down it is no heading any more.
const SEARCHED_ROWS: usize = 30;
/// The name and two more: fewer may be a sentence in a title.
const MIN_HEADINGS: usize = 3;

pub(super) struct Header {
    /// Where the headings stand among `Sheet::rows`.
    pub row_index: usize,
    pub row_number: u32,
    /// The place of each column, counted from 0; of two alike, the first.
    pub places: BTreeMap<RosterColumn, usize>,
    /// Columns that are called a second time, with their place.
    pub twice: Vec<(RosterColumn, usize)>,
    /// Headings of columns that a roster doesn't take, with their place.
    pub unknown: Vec<(String, usize)>,
}

impl Header {
    pub fn find(sheet: &Sheet) -> Option<Self> {
        let searched = &sheet.rows[..sheet.rows.len().min(SEARCHED_ROWS)];
        let headings: Vec<usize> = searched.iter().map(headings_in).collect();
        let most = headings
            .iter()
            .copied()
            .max()
            .filter(|most| *most >= MIN_HEADINGS)?;
        let mut row_index = headings.iter().position(|count| *count == most)?;
        // A heading merged over two rows stands in both: the lower one is the last above the deputies. Headings that
        // come again further down are only repeated for print, with deputies in between.
        while headings.get(row_index + 1) == Some(&most)
            && searched[row_index + 1].number == searched[row_index].number + 1
        {
            row_index += 1;
        }
        let row = &searched[row_index];
        let mut header = Self {
            row_index,
            row_number: row.number,
            places: BTreeMap::new(),
            twice: Vec::new(),
            unknown: Vec::new(),
        };
        for (place, cell) in row.cells.iter().enumerate() {
            match RosterColumn::from_heading(cell) {
                Some(column) if header.places.contains_key(&column) => header.twice.push((column, place)),
                Some(column) => {
                    header.places.insert(column, place);
                }
                None if tidy(cell).is_empty() => {}
                None => header.unknown.push((cell.clone(), place)),
            }
        }
        Some(header)
    }

    /// Whether a cell of this place stands under any heading.
    pub fn has_heading_at(&self, place: usize) -> bool {
        self.places.values().any(|taken| *taken == place)
            || self.twice.iter().any(|(_, taken)| *taken == place)
            || self.unknown.iter().any(|(_, taken)| *taken == place)
    }

    /// Whether the headings stand here once more, as on every page of a roster that was made for print.
    pub fn is_repeated_in(&self, row: &SheetRow) -> bool {
        let again = self.places.iter().filter(|(column, place)| {
            row.cells
                .get(**place)
                .and_then(|cell| RosterColumn::from_heading(cell))
                == Some(**column)
        });
        again.count() >= MIN_HEADINGS
    }
}

/// How many columns of a roster a row calls; none if the name isn't among them.
fn headings_in(row: &SheetRow) -> usize {
    let mut columns: Vec<_> = row
        .cells
        .iter()
        .filter_map(|cell| RosterColumn::from_heading(cell))
        .collect();
    columns.sort();
    columns.dedup();
    if columns.contains(&RosterColumn::Name) {
        columns.len()
    } else {
        0
    }
}
