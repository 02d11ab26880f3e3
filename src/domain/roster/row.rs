//! Reading one row under the headings. Used by `read`.

use super::bearers::Bearers;
use super::cell::{compact, is_formula_error, is_in_powers_of_ten, said, shown, tidy};
use super::elected_on::may_be_october;
use super::header::Header;
use super::read::column_number;
use super::{
    CardNumber, DeputyCode, DeputyStatus, ElectedOn, Fault, FaultKind, Grassroots, Note, NoteKind, Phone,
    RosterColumn, RosterEntry, RosterReading, Sex, UnreadDate,
};
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::sheet::SheetRow;

const MAX_TEXT_CHARS: usize = 200;
const MAX_NAME_CHARS: usize = 40;

/// One row while it is read; collects its faults and notes.
struct RowReader<'a> {
    header: &'a Header,
    row: &'a SheetRow,
    reading: &'a mut RosterReading,
    faulty: bool,
}

impl RowReader<'_> {
    fn cell(&self, column: RosterColumn) -> &str {
        let place = self.header.places.get(&column).copied();
        place
            .and_then(|place| self.row.cells.get(place))
            .map_or("", String::as_str)
    }

    fn has_column(&self, column: RosterColumn) -> bool {
        self.header.places.contains_key(&column)
    }

    fn column_number(&self, column: RosterColumn) -> Option<u32> {
        self.header.places.get(&column).map(|place| column_number(*place))
    }

    fn fault(&mut self, column: RosterColumn, kind: FaultKind) {
        let found = shown(self.cell(column));
        let column = self.column_number(column);
        self.faulty = true;
        self.reading.faults.push(Fault {
            row: Some(self.row.number),
            column,
            kind,
            found,
        });
    }

    fn note(&mut self, column: RosterColumn, kind: NoteKind) {
        let found = shown(self.cell(column));
        let column = self.column_number(column);
        self.reading.notes.push(Note {
            row: Some(self.row.number),
            column,
            kind,
            found,
        });
    }

    /// A cell that is read by `read`; empty cells are `None`, and what `read` doesn't take is a fault of `kind`.
    fn typed<T>(
        &mut self,
        column: RosterColumn,
        kind: FaultKind,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = compact(self.cell(column));
        let text = said(&text)?;
        let value = read(text);
        if value.is_none() {
            let kind = if is_formula_error(text) {
                FaultKind::FormulaError
            } else if is_in_powers_of_ten(text) {
                FaultKind::NumberCutShort
            } else {
                kind
            };
            self.fault(column, kind);
        }
        value
    }

    fn text(&mut self, column: RosterColumn) -> String {
        let text = tidy(self.cell(column));
        if text.chars().count() > MAX_TEXT_CHARS {
            self.fault(column, FaultKind::TextTooLong);
        } else if is_formula_error(&text) {
            self.fault(column, FaultKind::FormulaError);
        }
        text
    }

    fn name(&mut self) -> Option<String> {
        let text = self.text(RosterColumn::Name);
        // 张　三 is written apart only to be as wide as a name of three characters.
        let name: String = if text.chars().any(|c| c.is_ascii_alphabetic()) {
            text
        } else {
            text.chars().filter(|c| !c.is_whitespace()).collect()
        };
        let name: String = name
            .chars()
            .map(|c| {
                if matches!(c, '•' | '・' | '‧' | '∙' | '．' | '●') {
                    '·'
                } else {
                    c
                }
            })
            .collect();
        if name.is_empty() {
            // A missing column is told once, at the headings.
            if self.has_column(RosterColumn::Name) {
                self.fault(RosterColumn::Name, FaultKind::NoName);
            }
            return None;
        }
        let is_name = name.chars().count() <= MAX_NAME_CHARS
            && name.chars().all(|c| {
                c.is_alphabetic() || is_rare_character(c) || matches!(c, '·' | ' ' | '.' | '\'' | '-')
            })
            && name.chars().any(|c| c.is_alphabetic() || is_rare_character(c));
        if !is_name && !is_formula_error(&name) {
            self.fault(RosterColumn::Name, FaultKind::BadName);
        }
        Some(name)
    }

    fn electing_unit(&mut self, code: Option<&DeputyCode>) -> Option<ElectingUnit> {
        let column = RosterColumn::ElectingUnit;
        if !self.has_column(column) {
            return None;
        }
        let text = compact(self.cell(column));
        let unit = ElectingUnit::from_name(&text);
        let prefix_unit = code.and_then(DeputyCode::prefix_unit);
        match (unit, prefix_unit) {
            (Some(unit), Some(prefix_unit)) if unit != prefix_unit => {
                self.note(column, NoteKind::PrefixContradictsUnit { prefix_unit });
            }
            (None, _) if is_formula_error(&text) => self.fault(column, FaultKind::FormulaError),
            (None, _) => {
                let suggestion = match said(&text) {
                    Some(text) => ElectingUnit::suggest(text),
                    None => prefix_unit,
                };
                self.fault(column, FaultKind::UnknownUnit { suggestion });
            }
            _ => {}
        }
        unit
    }

    fn post(&mut self) -> String {
        let workplace = self.text(RosterColumn::Workplace);
        let post = self.text(RosterColumn::Post);
        if post.starts_with(&workplace) {
            post
        } else {
            workplace + &post
        }
    }

    fn fields(&mut self) -> Vec<String> {
        let text = self.text(RosterColumn::Fields);
        let fields = text
            .split(['、', '，', ',', '；', ';', '/', '|', '\n'])
            .map(str::trim);
        fields
            .filter(|field| said(field).is_some())
            .map(str::to_owned)
            .collect()
    }

    fn elected_on(&mut self) -> Option<ElectedOn> {
        let column = RosterColumn::ElectedOn;
        // Not compacted: the blank before a time of day tells where the day ends.
        let text = self.cell(column).to_owned();
        said(&compact(&text))?;
        match ElectedOn::read(&text) {
            Ok(on) => {
                if may_be_october(&text) {
                    self.note(column, NoteKind::MonthMayBeOctober);
                }
                return Some(on);
            }
            Err(_) if is_formula_error(&tidy(&text)) => self.fault(column, FaultKind::FormulaError),
            Err(UnreadDate::Impossible) => self.fault(column, FaultKind::ImpossibleDate),
            Err(UnreadDate::Unreadable) => self.fault(column, FaultKind::UnreadableDate),
        }
        None
    }

    fn status(&mut self) -> Option<DeputyStatus> {
        let column = RosterColumn::Status;
        if !self.has_column(column) {
            return Some(DeputyStatus::InOffice);
        }
        if said(&compact(self.cell(column))).is_none() {
            self.note(column, NoteKind::StatusAssumed);
            return Some(DeputyStatus::InOffice);
        }
        self.typed(column, FaultKind::UnknownStatus, DeputyStatus::read)
    }

    fn cells_under_no_heading(&mut self) {
        for (place, cell) in self.row.cells.iter().enumerate() {
            if !tidy(cell).is_empty() && !self.header.has_heading_at(place) {
                self.faulty = true;
                self.reading.faults.push(Fault {
                    row: Some(self.row.number),
                    column: Some(column_number(place)),
                    kind: FaultKind::ColumnTooMany,
                    found: shown(cell),
                });
            }
        }
    }
}

/// Names hold characters that older encodings keep in the private area.
fn is_rare_character(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{2E80}'..='\u{2FDF}')
}

/// Reads a row; without a fault in it, the entry is added to the reading.
pub(super) fn read_row(header: &Header, row: &SheetRow, bearers: &mut Bearers, reading: &mut RosterReading) {
    let mut reader = RowReader {
        header,
        row,
        reading,
        faulty: false,
    };
    bearers.rows += 1;

    let code = reader.typed(RosterColumn::Code, FaultKind::BadCode, DeputyCode::read);
    if code.is_none() && header.places.contains_key(&RosterColumn::Code) && !reader.faulty {
        reader.fault(RosterColumn::Code, FaultKind::NoCode);
    }
    let name = reader.name();
    let sex = reader.typed(RosterColumn::Sex, FaultKind::UnknownSex, Sex::read);
    let electing_unit = reader.electing_unit(code.as_ref());
    let delegation = reader.text(RosterColumn::Delegation);
    let group = reader.text(RosterColumn::Group);
    let post = reader.post();
    let grassroots = reader.typed(
        RosterColumn::Grassroots,
        FaultKind::UnknownGrassroots,
        Grassroots::read,
    );
    let fields = reader.fields();
    let phone = reader.typed(RosterColumn::Phone, FaultKind::BadPhone, Phone::read);
    let card_number = reader.typed(
        RosterColumn::CardNumber,
        FaultKind::BadCardNumber,
        CardNumber::read,
    );
    if said(&compact(reader.cell(RosterColumn::CardNumber))).is_none()
        && reader.has_column(RosterColumn::CardNumber)
    {
        reader.note(RosterColumn::CardNumber, NoteKind::NoCardNumber);
    }
    let elected_on = reader.elected_on();
    let status = reader.status();
    reader.cells_under_no_heading();
    let faulty = reader.faulty;

    if let Some(code) = &code {
        bearers.codes.entry(code.clone()).or_default().push(row.number);
        let column = header
            .places
            .get(&RosterColumn::Code)
            .map_or(1, |place| column_number(*place));
        reading
            .code_places
            .entry(code.clone())
            .or_insert((row.number, column));
    }
    if let Some(card_number) = &card_number {
        bearers
            .card_numbers
            .entry(card_number.as_str().to_owned())
            .or_default()
            .push(row.number);
    }
    if let Some(phone) = &phone {
        bearers
            .phones
            .entry(phone.as_str().to_owned())
            .or_default()
            .push(row.number);
    }
    if let (false, Some(code), Some(name), Some(electing_unit), Some(status)) =
        (faulty, code, name, electing_unit, status)
    {
        reading.entries.push(RosterEntry {
            code,
            name,
            sex,
            electing_unit,
            delegation,
            group,
            post,
            grassroots,
            fields,
            phone,
            card_number,
            elected_on,
            status,
        });
    }
}
