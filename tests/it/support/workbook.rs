//! A workbook as someone fills it in: read whole, changed, and written again with every cell as text.

use lianluo::documents::sheet::read_sheets;
use rust_xlsxwriter::Workbook;

/// The rows of the sheets by their names; rows and columns as in Excel, from 1.
pub struct FilledIn(Vec<(String, Vec<Vec<String>>)>);

impl FilledIn {
    /// Opens a file.
    pub fn open(bytes: &[u8]) -> Self {
        let sheets = read_sheets("a.xlsx", bytes).unwrap();
        let rows = |sheet: &lianluo::domain::sheet::Sheet| {
            let last = sheet.rows.last().map_or(0, |row| row.number as usize);
            let mut rows = vec![Vec::new(); last];
            for row in &sheet.rows {
                rows[row.number as usize - 1] = row.cells.clone();
            }
            rows
        };
        Self(
            sheets
                .iter()
                .map(|sheet| (sheet.name.clone(), rows(sheet)))
                .collect(),
        )
    }

    fn sheet(&mut self, name: &str) -> &mut Vec<Vec<String>> {
        let sheet = self.0.iter_mut().find(|(known, _)| known == name);
        &mut sheet.unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// What stands in a cell.
    pub fn cell(&mut self, sheet: &str, row: usize, column: usize) -> String {
        self.sheet(sheet)[row - 1][column - 1].clone()
    }

    /// Writes into a cell.
    #[must_use]
    pub fn put(mut self, sheet: &str, row: usize, column: usize, text: &str) -> Self {
        let rows = self.sheet(sheet);
        if rows.len() < row {
            rows.resize(row, Vec::new());
        }
        let cells = &mut rows[row - 1];
        if cells.len() < column {
            cells.resize(column, String::new());
        }
        text.clone_into(&mut cells[column - 1]);
        self
    }

    /// Writes a row from its first column on.
    #[must_use]
    pub fn row(self, sheet: &str, row: usize, cells: &[&str]) -> Self {
        (1..)
            .zip(cells)
            .fold(self, |book, (column, cell)| book.put(sheet, row, column, cell))
    }

    /// Removes a row with its number.
    #[must_use]
    pub fn without(mut self, sheet: &str, row: usize) -> Self {
        self.sheet(sheet)[row - 1].clear();
        self
    }

    /// The file.
    pub fn saved(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    sheet.write_string(row, column, cell).unwrap();
                }
            }
        }
        book.save_to_buffer().unwrap()
    }
}
