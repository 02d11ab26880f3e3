//! What only one deputy of a file may bear, and who bears it. Used by `read`.

use std::collections::BTreeMap;

use super::header::Header;
use super::read::column_number;
use super::{DeputyCode, Fault, FaultKind, Note, NoteKind, RosterColumn, RosterReading};

/// Who bears a code, a card number or a telephone number in this file, whether or not the row is right otherwise.
#[derive(Default)]
pub(super) struct Bearers {
    pub rows: usize,
    pub codes: BTreeMap<DeputyCode, Vec<u32>>,
    pub card_numbers: BTreeMap<String, Vec<u32>>,
    pub phones: BTreeMap<String, Vec<u32>>,
}

impl Bearers {
    /// Adds the faults and notes of what is borne twice, and takes back the entries in doubt.
    pub fn judge(&self, header: &Header, reading: &mut RosterReading) {
        let column = |column| header.places.get(&column).map(|place| column_number(*place));
        for (code, row, other_row) in shared(&self.codes) {
            reading.faults.push(Fault {
                row: Some(row),
                column: column(RosterColumn::Code),
                kind: FaultKind::CodeTwice { other_row },
                found: code.as_str().to_owned(),
            });
        }
        for (card_number, row, other_row) in shared(&self.card_numbers) {
            reading.faults.push(Fault {
                row: Some(row),
                column: column(RosterColumn::CardNumber),
                kind: FaultKind::CardNumberTwice { other_row },
                found: card_number.clone(),
            });
        }
        for (phone, row, other_row) in shared(&self.phones) {
            reading.notes.push(Note {
                row: Some(row),
                column: column(RosterColumn::Phone),
                kind: NoteKind::PhoneTwice { other_row },
                found: phone.clone(),
            });
        }
        let doubtful: Vec<u32> = shared(&self.card_numbers).map(|(_, row, _)| row).collect();
        let RosterReading {
            entries, code_places, ..
        } = reading;
        entries.retain(|entry| {
            let bears_it_alone = self.codes.get(&entry.code).is_none_or(|rows| rows.len() == 1);
            bears_it_alone
                && code_places
                    .get(&entry.code)
                    .is_none_or(|(row, _)| !doubtful.contains(row))
        });
    }
}

/// What more than one row bears: the thing, the row, and the first other row with it.
fn shared<T: Ord>(bearers: &BTreeMap<T, Vec<u32>>) -> impl Iterator<Item = (&T, u32, u32)> {
    bearers
        .iter()
        .filter(|(_, rows)| rows.len() > 1)
        .flat_map(|(thing, rows)| {
            rows.iter()
                .map(move |row| (thing, *row, if *row == rows[0] { rows[1] } else { rows[0] }))
        })
}
