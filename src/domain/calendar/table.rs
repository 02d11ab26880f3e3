//! A calendar as a table, as an office types it off the notice: first day, last day if there are several, festival, off or
//! worked, and, if said, whether these are festival days themselves, and the notice.

use chrono::NaiveDate;

use super::assemble::{Line, assemble};
use super::written::{UnreadDay, written_day};
use super::{CalendarFault, CalendarFaultKind, CalendarReading, DayKind};
use crate::domain::sheet::{Sheet, SheetRow};

/// The columns, with the headings under which they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    From,
    Until,
    Name,
    Kind,
    Statutory,
    Notice,
}

const HEADINGS: [(Column, &[&str]); 6] = [
    (Column::From, &["日期", "开始日期", "起始日期", "date", "from"]),
    (Column::Until, &["结束日期", "截止日期", "until", "to"]),
    (Column::Name, &["节日", "节日名称", "名称", "name"]),
    (Column::Kind, &["安排", "类别", "类型", "type"]),
    (Column::Statutory, &["法定节日", "法定", "statutory"]),
    (Column::Notice, &["通知", "来源", "出处", "notice"]),
];

/// Titles above the headings take a few rows.
const SEARCHED_ROWS: usize = 30;

fn column_of(heading: &str) -> Option<Column> {
    let heading: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
    HEADINGS
        .iter()
        .find(|(_, known)| known.iter().any(|known| known.eq_ignore_ascii_case(&heading)))
        .map(|(column, _)| *column)
}

struct Head {
    row: usize,
    /// Column, its place from 0, and what it is called here.
    places: Vec<(Column, usize, String)>,
}

impl Head {
    fn find(sheet: &Sheet) -> Option<Self> {
        sheet
            .rows
            .iter()
            .take(SEARCHED_ROWS)
            .enumerate()
            .find_map(|(row, cells)| {
                let places: Vec<(Column, usize, String)> = cells
                    .cells
                    .iter()
                    .enumerate()
                    .filter_map(|(place, cell)| Some((column_of(cell)?, place, cell.trim().to_owned())))
                    .collect();
                let has = |column| places.iter().any(|(it, ..)| *it == column);
                (has(Column::From) && has(Column::Name) && has(Column::Kind)).then_some(Self { row, places })
            })
    }

    /// The cell of a column, and what the column is called.
    fn cell<'a>(&'a self, row: &'a SheetRow, column: Column) -> (&'a str, &'a str) {
        match self.places.iter().find(|(it, ..)| *it == column) {
            Some((_, place, called)) => (row.cells.get(*place).map_or("", |cell| cell.trim()), called),
            None => ("", ""),
        }
    }
}

/// The sheets of a workbook that have the headings of a calendar.
pub fn calendar_sheets(sheets: &[Sheet]) -> Vec<&Sheet> {
    sheets
        .iter()
        .filter(|sheet| Head::find(sheet).is_some())
        .collect()
}

/// Reads a calendar in a table. `today`: no notice of a later year than the next can be out.
pub fn read_table(sheet: &Sheet, today: NaiveDate) -> CalendarReading {
    let Some(head) = Head::find(sheet) else {
        return CalendarReading {
            faults: vec![CalendarFault {
                line: None,
                field: String::new(),
                found: String::new(),
                kind: CalendarFaultKind::NoHeadings,
            }],
            ..CalendarReading::default()
        };
    };
    let mut lines = Vec::new();
    let mut faults = Vec::new();
    for row in sheet.rows.iter().skip(head.row + 1) {
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match read_row(&head, row) {
            Ok(line) => lines.push(line),
            Err(fault) => faults.push(fault),
        }
    }
    assemble(lines, None, faults, today)
}

fn read_row(head: &Head, row: &SheetRow) -> Result<Line, CalendarFault> {
    let fault = |field: &str, found: &str, kind| CalendarFault {
        line: Some(row.number),
        field: field.to_owned(),
        found: found.chars().take(40).collect(),
        kind,
    };
    let needed = |column| match head.cell(row, column) {
        ("", called) => Err(fault(called, "", CalendarFaultKind::FieldMissing)),
        found => Ok(found),
    };
    let day = |(text, called): (&str, &str)| {
        written_day(without_time(text)).map_err(|unread| {
            let kind = match unread {
                UnreadDay::Impossible => CalendarFaultKind::DayImpossible,
                UnreadDay::Unreadable => CalendarFaultKind::DayUnreadable,
            };
            fault(called, text, kind)
        })
    };
    let from_cell = needed(Column::From)?;
    let from = day(from_cell)?;
    let until = match head.cell(row, Column::Until) {
        ("", _) => from,
        cell => day(cell)?,
    };
    if until < from {
        let (text, called) = head.cell(row, Column::Until);
        return Err(fault(called, text, CalendarFaultKind::EndBeforeBegin));
    }
    let name = needed(Column::Name)?.0.to_owned();
    let (kind, called) = needed(Column::Kind)?;
    let kind = match kind.to_lowercase().as_str() {
        "放假" | "休" | "休息" | "off" => DayKind::Off,
        "上班" | "班" | "调休上班" | "补班" | "work" => DayKind::Work,
        _ => return Err(fault(called, kind, CalendarFaultKind::KindUnknown)),
    };
    let statutory = match head.cell(row, Column::Statutory) {
        ("", _) => None,
        (text, called) => match text.to_lowercase().as_str() {
            "是" | "yes" | "true" | "1" => Some(true),
            "否" | "no" | "false" | "0" => Some(false),
            _ => return Err(fault(called, text, CalendarFaultKind::StatutoryUnreadable)),
        },
    };
    Ok(Line {
        number: row.number,
        field: from_cell.1.to_owned(),
        from,
        until,
        name,
        kind,
        statutory,
        notice: head.cell(row, Column::Notice).0.to_owned(),
    })
}

/// Programs that export a day often add midnight to it.
fn without_time(text: &str) -> &str {
    match text.find([' ', 'T']) {
        Some(end) if text.get(end..).is_some_and(|rest| rest.contains(':')) => &text[..end],
        _ => text,
    }
}
