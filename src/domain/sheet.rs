//! What any table file becomes: rows of cells in text, numbered as the office sees them in its own program. Made by
//! `documents::sheet`, read by `domain::roster`.
//!
//! **Invariants:** row numbers grow strictly and begin at 1 or later; rows without any text are left out, so numbers
//! may have gaps; cells keep their places, the first cell of a row is column A.

/// One sheet of a table file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The name on the sheet's tab; for a CSV file, which has no sheets, its own name without the ending.
    pub name: String,
    pub rows: Vec<SheetRow>,
    /// Cells that were merged side by side: row, first and last column, counted from 1.
    pub merged: Vec<(u32, u32, u32)>,
}

impl Sheet {
    /// First and last column of the cells of a row that were merged side by side.
    pub fn merged_across(&self, row: u32) -> impl Iterator<Item = (u32, u32)> {
        let of_row = move |merged: &&(u32, u32, u32)| merged.0 == row;
        self.merged
            .iter()
            .filter(of_row)
            .map(|(_, first, last)| (*first, *last))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetRow {
    /// Counted from 1, as at the left edge of Excel and WPS.
    pub number: u32,
    pub cells: Vec<String>,
}

/// Why a file could not be read as a table at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetRefusal {
    /// No bytes, or no sheet with any text.
    Empty,
    /// More bytes than are taken, in the file or once it is unpacked. `limit` in MiB.
    TooBig { limit: u32 },
    /// More rows in a sheet, or cells in the file, than any roster has. `limit` in rows.
    TooManyRows { limit: u32 },
    /// A cell further right than any roster reaches. `limit` in columns.
    TooManyColumns { limit: u32 },
    /// Protected by a password.
    Encrypted,
    /// Looks like a workbook but can't be followed to its end.
    Broken,
    /// A web page that was given the name of a workbook, as some web systems export them.
    WebPage,
    /// A picture, a letter, a presentation, an archive …
    NotATable,
    /// Text in none of the encodings UTF-8, UTF-16 and GB18030.
    UnknownEncoding,
    /// A CSV cell that was opened with a quotation mark swallowed whole lines. `row` is where it was opened.
    QuoteLeftOpen { row: u32 },
}

impl SheetRefusal {
    /// The key of the sentence in `locales/*/roster.ftl`.
    pub fn locale_key(self) -> &'static str {
        match self {
            Self::Empty => "roster-refusal-empty",
            Self::TooBig { .. } => "roster-refusal-too-big",
            Self::TooManyRows { .. } => "roster-refusal-too-many-rows",
            Self::TooManyColumns { .. } => "roster-refusal-too-many-columns",
            Self::Encrypted => "roster-refusal-encrypted",
            Self::Broken => "roster-refusal-broken",
            Self::WebPage => "roster-refusal-web-page",
            Self::NotATable => "roster-refusal-not-a-table",
            Self::UnknownEncoding => "roster-refusal-unknown-encoding",
            Self::QuoteLeftOpen { .. } => "roster-refusal-quote-left-open",
        }
    }

    /// The most that is taken; the argument `limit`.
    pub fn limit(self) -> Option<u32> {
        match self {
            Self::TooBig { limit } | Self::TooManyRows { limit } | Self::TooManyColumns { limit } => {
                Some(limit)
            }
            _ => None,
        }
    }

    /// The row that is spoken of; the argument `row`.
    pub fn row(self) -> Option<u32> {
        match self {
            Self::QuoteLeftOpen { row } => Some(row),
            _ => None,
        }
    }
}

/// The letters over a column (1 is `A`, 27 is `AA`), by which offices find it.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).expect("a remainder of 26 fits a byte");
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_are_called_as_in_excel() {
        for (column, letters) in [
            (1, "A"),
            (13, "M"),
            (26, "Z"),
            (27, "AA"),
            (702, "ZZ"),
            (703, "AAA"),
        ] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
