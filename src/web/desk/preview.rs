//! A roster file is looked at before it is taken in: faults and notes by row and column, and what would change.
//!
//! **Invariant:** the browser holds only the random id of a preview. What is confirmed are the rows that were read here,
//! compared with the roster as it was then (`basis`); if that has moved meanwhile, the import is refused.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use axum::response::Response;
use sha2::{Digest, Sha256};

use crate::documents::sheet::read_sheets;
use crate::domain::audit::hex;
use crate::domain::people::Deputy;
use crate::domain::roster::{
    ChangedEntry, Fault, FaultKind, Grassroots, RosterColumn, RosterDiff, RosterEntry, RosterReading, Sex,
    compare, read_roster, roster_sheets,
};
use crate::domain::sheet::{Sheet, SheetRefusal, column_letters};
use crate::domain::world::Key;
use crate::flows::import_roster::{basis, entry_of, kept};
use crate::text::{Args, Words, roster_fault, roster_note, sheet_refusal};
use crate::web::pages::Sorry;
use crate::web::pages::desk::{
    ChangedRow, DeskPlace, FieldChange, RosterFault, RosterPerson, RosterPreviewPage, Verdict,
};

use super::form::{Retry, Sent};
use super::memory::Preview;
use super::officer::{Answered, Ends, OnDuty};
use super::roster;

/// A file may have 10 MiB (`documents::sheet`); the rest is for the other fields.
pub(super) const LARGEST_FORM: usize = 10 * 1024 * 1024 + 64 * 1024;
/// Faults and notes on the page: whoever has more mends the first ones and looks again.
const MOST_LINES: usize = 200;

/// The upload form: its fields, and the file with its name.
pub(super) struct Upload {
    pub(super) fields: Vec<(String, String)>,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Takes an upload form apart.
pub(super) async fn taken(mut form: Multipart) -> Result<Upload, MultipartError> {
    let mut upload = Upload {
        fields: Vec::new(),
        name: String::new(),
        bytes: Vec::new(),
    };
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            upload.name = file_name(&field);
            upload.bytes = field.bytes().await?.to_vec();
        } else {
            upload.fields.push((name, field.text().await?));
        }
    }
    Ok(upload)
}

/// The last part of the name, of a length that fits a line.
fn file_name(field: &Field<'_>) -> String {
    let name = field.file_name().unwrap_or_default();
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(80).collect()
}

/// What a file says, read off the thread that serves others.
enum Read {
    Refused(SheetRefusal),
    Roster {
        reading: RosterReading,
        /// The headings by column, for telling where a fault is.
        headings: Vec<(u32, String)>,
        /// The sheet that was read, when there were others.
        of_several: Option<String>,
    },
}

fn read(name: &str, bytes: &[u8]) -> Read {
    let sheets = match read_sheets(name, bytes) {
        Ok(sheets) => sheets,
        Err(refusal) => return Read::Refused(refusal),
    };
    let rosters = roster_sheets(&sheets);
    let several = rosters.len() > 1;
    // Without the headings of a roster in any sheet, the faults of the first one say so.
    let blank = Sheet::default();
    let sheet = rosters.first().copied().or(sheets.first()).unwrap_or(&blank);
    Read::Roster {
        reading: read_roster(sheet),
        headings: headings(sheet),
        of_several: several.then(|| sheet.name.clone()),
    }
}

/// The cells of the first row that has most of a roster's headings, by column from 1.
fn headings(sheet: &Sheet) -> Vec<(u32, String)> {
    let known = |cell: &String| {
        RosterColumn::ALL
            .iter()
            .any(|column| column.headings().contains(&cell.trim()))
    };
    let row = sheet
        .rows
        .iter()
        .find(|row| row.cells.iter().filter(|cell| known(cell)).count() >= 3);
    let cells = row.map(|row| row.cells.as_slice()).unwrap_or_default();
    (1..)
        .zip(cells)
        .map(|(at, cell)| (at, cell.trim().to_owned()))
        .collect()
}

fn fault_line(words: &Words, headings: &[(u32, String)], fault: &Fault) -> RosterFault {
    let column = match fault.column {
        Some(column) => {
            let heading = headings.iter().find(|(at, _)| *at == column);
            let letters = column_letters(column);
            match heading.map(|(_, heading)| heading.as_str()) {
                Some(heading) if !heading.is_empty() => format!("{letters} {heading}"),
                _ => letters,
            }
        }
        None => words.say("desk-preview-whole-file"),
    };
    RosterFault {
        row: fault.row.map_or(0, i64::from),
        column,
        said: roster_fault(fault, words),
    }
}

fn person(entry: &RosterEntry) -> RosterPerson {
    RosterPerson {
        code: entry.code.as_str().to_owned(),
        name: entry.name.clone(),
        electing_unit: entry.electing_unit.name().to_owned(),
    }
}

/// What a column of an entry says, in the words of a roster file.
fn said_in(entry: &RosterEntry, column: RosterColumn) -> String {
    use crate::domain::people::DeputyStatus;
    let text = |text: &str| text.to_owned();
    match column {
        RosterColumn::Code => text(entry.code.as_str()),
        RosterColumn::Name => entry.name.clone(),
        RosterColumn::Sex => match entry.sex {
            Some(Sex::Female) => text("女"),
            Some(Sex::Male) => text("男"),
            None => String::new(),
        },
        RosterColumn::ElectingUnit => text(entry.electing_unit.name()),
        RosterColumn::Delegation => entry.delegation.clone(),
        RosterColumn::Group => entry.group.clone(),
        RosterColumn::Workplace => String::new(),
        RosterColumn::Post => entry.post.clone(),
        RosterColumn::Grassroots => match entry.grassroots {
            Some(Grassroots::Yes) => text("是"),
            Some(Grassroots::No) => text("否"),
            None => String::new(),
        },
        RosterColumn::Fields => entry.fields.join("、"),
        RosterColumn::Phone => entry
            .phone
            .as_ref()
            .map_or(String::new(), |phone| text(phone.as_str())),
        RosterColumn::CardNumber => entry
            .card_number
            .as_ref()
            .map_or(String::new(), |card| text(card.as_str())),
        RosterColumn::ElectedOn => entry.elected_on.map(|on| on.to_string()).unwrap_or_default(),
        RosterColumn::Status => text(match entry.status {
            DeputyStatus::InOffice => "在任",
            DeputyStatus::Suspended => "暂停执行职务",
            DeputyStatus::Ended => "资格终止",
        }),
    }
}

fn changed(entry: &ChangedEntry) -> ChangedRow {
    ChangedRow {
        code: entry.new.code.as_str().to_owned(),
        name: entry.new.name.clone(),
        changes: entry
            .columns
            .iter()
            .map(|column| FieldChange {
                column: column.heading().to_owned(),
                old: said_in(&entry.old, *column),
                new: said_in(&entry.new, *column),
            })
            .collect(),
    }
}

/// What is compared: the kept roster within the officer's reach, and codes of the file that others already have.
struct Kept {
    deputies: Vec<Deputy>,
    taken_elsewhere: Vec<String>,
}

async fn kept_roster(duty: &OnDuty, entries: &[RosterEntry]) -> Result<Kept, Ends> {
    let unit = duty.unit();
    let mut reading = duty.read().await?;
    duty.look(&mut reading, |world| {
        let deputies = kept(world, unit.as_deref())?;
        let codes: Vec<String> = entries
            .iter()
            .map(|entry| entry.code.as_str().to_owned())
            .filter(|code| deputies.iter().all(|deputy| deputy.code != *code))
            .collect();
        world.want(codes.iter().map(|code| Key::DeputyCode(code.clone())))?;
        let mut taken_elsewhere = Vec::new();
        for code in codes {
            if world.deputy_coded(&code)?.is_some() {
                taken_elsewhere.push(code);
            }
        }
        Ok(Kept {
            deputies,
            taken_elsewhere,
        })
    })
    .await
}

/// Faults that only the office's own reach and the kept roster show.
fn faults_of_reach(duty: &OnDuty, reading: &RosterReading, kept: &Kept) -> (Vec<Fault>, Vec<RosterFault>) {
    let words = duty.words();
    let mut faults = Vec::new();
    let mut lines = Vec::new();
    for entry in &reading.entries {
        let place = reading.place_of(&entry.code);
        let foreign = duty.unit().is_some_and(|unit| entry.electing_unit.code() != unit);
        if foreign {
            let row = place.map_or(0, |(row, _)| i64::from(row));
            let args = Args::new()
                .number("row", row)
                .text("name", entry.name.as_str())
                .text("unit", entry.electing_unit.name());
            lines.push(RosterFault {
                row,
                column: RosterColumn::ElectingUnit.heading().to_owned(),
                said: words.say_with("desk-preview-other-unit", &args),
            });
        } else if kept
            .taken_elsewhere
            .iter()
            .any(|code| code == entry.code.as_str())
        {
            faults.push(Fault {
                row: place.map(|(row, _)| row),
                column: place.map(|(_, column)| column),
                kind: FaultKind::CodeBelongsToAnother,
                found: entry.code.as_str().to_owned(),
            });
        }
    }
    (faults, lines)
}

fn notes(
    words: &Words,
    reading: &RosterReading,
    diff: &RosterDiff,
    of_several: Option<String>,
) -> Vec<String> {
    let mut notes: Vec<String> = of_several
        .map(|sheet| words.say_with("desk-preview-sheets", &Args::new().text("sheet", sheet)))
        .into_iter()
        .collect();
    notes.extend(diff.recoded.iter().map(|(old, new)| {
        let args = Args::new()
            .text("name", new.name.as_str())
            .text("old", old.code.as_str())
            .text("new", new.code.as_str());
        words.say_with("desk-preview-recoded", &args)
    }));
    notes.extend(reading.notes.iter().map(|note| roster_note(note, words)));
    if notes.len() > MOST_LINES {
        notes.truncate(MOST_LINES);
        notes.push(more(words));
    }
    notes
}

fn more(words: &Words) -> String {
    let most = i64::try_from(MOST_LINES).unwrap_or(i64::MAX);
    words.say_with("desk-preview-more", &Args::new().number("count", most))
}

/// The apology for a form that could not be taken.
pub(super) fn too_large(duty: &OnDuty, error: &MultipartError) -> Ends {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        duty.sorry(Sorry::TooLarge { megabytes: 10 })
    } else {
        duty.sorry(Sorry::FormExpired)
    }
}

/// `POST /desk/roster`: changes nothing, so a second delivery does no harm.
pub(super) async fn upload(duty: OnDuty, form: Multipart) -> Answered {
    let Upload { fields, name, bytes } = taken(form).await.map_err(|error| too_large(&duty, &error))?;
    Sent::read(&duty, fields)?;
    if name.is_empty() && bytes.is_empty() {
        let retry = Retry::mend(duty.words().say("desk-roster-choose"));
        return roster::show(&duty, None, Some(&retry), None).await;
    }
    let file_hash = hex(&Sha256::digest(&bytes));
    let file = name.clone();
    let read = tokio::task::spawn_blocking(move || read(&name, &bytes)).await;
    match read {
        Ok(Read::Roster {
            reading,
            headings,
            of_several,
        }) => look(&duty, file, file_hash, reading, &headings, of_several).await,
        Ok(Read::Refused(refusal)) => {
            let said = sheet_refusal(refusal, duty.words());
            roster::show(&duty, None, Some(&Retry::mend(String::new())), Some(said)).await
        }
        Err(error) => {
            tracing::error!(%error, "reading a roster file ended badly");
            let said = sheet_refusal(SheetRefusal::Broken, duty.words());
            roster::show(&duty, None, Some(&Retry::mend(String::new())), Some(said)).await
        }
    }
}

async fn look(
    duty: &OnDuty,
    file: String,
    file_hash: String,
    reading: RosterReading,
    headings: &[(u32, String)],
    of_several: Option<String>,
) -> Result<Response, Ends> {
    let words = duty.words();
    let kept = kept_roster(duty, &reading.entries).await?;
    let (mut faults, mut lines) = faults_of_reach(duty, &reading, &kept);
    faults.extend(reading.faults.iter().cloned());
    // Only a complete list may be compared: the deputies of faulty rows would look gone.
    let diff = match reading.complete() {
        Some(entries) if faults.is_empty() && lines.is_empty() => {
            let current: Vec<RosterEntry> = kept.deputies.iter().filter_map(entry_of).collect();
            compare(&current, entries)
        }
        _ => RosterDiff::default(),
    };
    faults.extend(diff.faults(&reading));
    lines.extend(faults.iter().map(|fault| fault_line(words, headings, fault)));
    lines.sort_by_key(|line| line.row);
    let mut notes = notes(words, &reading, &diff, of_several);
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        notes.insert(0, more(words));
    }
    // Someone who is gone already stays gone without being told again; someone who is back counts as changed.
    let was_gone = |entry: &RosterEntry| {
        kept.deputies
            .iter()
            .any(|deputy| deputy.code == entry.code.as_str() && deputy.gone_at.is_some())
    };
    let gone: Vec<RosterPerson> = diff
        .gone
        .iter()
        .filter(|entry| !was_gone(entry))
        .map(person)
        .collect();
    let back: Vec<&RosterEntry> = diff.unchanged.iter().filter(|entry| was_gone(entry)).collect();
    let mut changed: Vec<ChangedRow> = diff.changed.iter().map(changed).collect();
    changed.extend(back.iter().map(|entry| ChangedRow {
        code: entry.code.as_str().to_owned(),
        name: entry.name.clone(),
        changes: vec![FieldChange {
            column: RosterColumn::Status.heading().to_owned(),
            old: words.say("desk-preview-was-gone"),
            new: said_in(entry, RosterColumn::Status),
        }],
    }));
    let verdict = if !lines.is_empty() {
        Verdict::Faulty
    } else if diff.added.is_empty() && changed.is_empty() && gone.is_empty() {
        Verdict::Nothing
    } else {
        Verdict::Ready
    };
    let import = if verdict == Verdict::Ready {
        let preview = Preview {
            file_hash,
            basis: basis(&kept.deputies),
            unit: duty.unit(),
            entries: reading.entries.clone(),
        };
        duty.memory.rosters.keep(duty.account.id, preview)
    } else {
        String::new()
    };
    let page = RosterPreviewPage {
        words,
        desk: duty.frame(DeskPlace::Deputies, "/desk/roster", None, None),
        import,
        file,
        added: diff.added.iter().map(person).collect(),
        unchanged: i64::try_from(diff.unchanged.len() - back.len()).unwrap_or(i64::MAX),
        changed,
        gone,
        notes,
        faults: lines,
        verdict,
    };
    Ok(OnDuty::page(&page, None))
}
