//! The card of a report: what was read, what is still asked (all in one message), and what can be done with it.

use crate::domain::button::{Act, Button};
use crate::domain::case::Reader;
use crate::domain::dialogue::Step;
use crate::domain::duty_record::{DutyRecord, RecordField, RecordSource, RecordState, matters_of};
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::{RecordId, ReportId};
use crate::domain::record::RecordRow;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{Rendered, TEXT_UNITS};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;
use crate::text::record_words::{category_word, gist};

use super::cut::{beginning, one_line};
use super::record::{choices, days, label, lines, same_event, value};
use super::source::is_transcribed;
use super::telling::{Telling, page, rows};

fn rows_of(t: &Telling<'_>, id: ReportId) -> Deciding<Vec<RecordRow>> {
    let list = ListKey::RecordsOfReport(id);
    t.world.want([Key::Report(id), Key::List(list.clone())])?;
    if Some(t.world.report(&id)?.deputy_id) != t.to.deputy_id {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let ids: Vec<RecordId> = t.world.list(&list)?.ids.iter().map(|id| RecordId(*id)).collect();
    t.world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut rows = Vec::new();
    for id in ids {
        rows.push(t.world.record(&id)?.clone());
    }
    Ok(rows)
}

/// What was not said and is worth asking for.
fn missing(record: &DutyRecord) -> Vec<RecordField> {
    let mut fields = Vec::new();
    if record.open.day.is_some() {
        fields.push(RecordField::On);
    }
    let wanted: &[RecordField] = match record.category {
        DutyCategory::Contact => &[RecordField::Place, RecordField::People, RecordField::Matters],
        DutyCategory::Inspection
        | DutyCategory::SpecialResearch
        | DutyCategory::LawEnforcementCheck
        | DutyCategory::Training => &[RecordField::Place, RecordField::Title],
        DutyCategory::GroupActivity => &[RecordField::Place, RecordField::Matters],
        DutyCategory::MotionsAndSuggestions | DutyCategory::CongressSession => &[RecordField::Title],
        DutyCategory::CommitteeMeeting => &[RecordField::Title, RecordField::Matters],
        DutyCategory::SuggestionHandling => &[RecordField::Unit],
        DutyCategory::Other => &[RecordField::Place, RecordField::Matters],
    };
    // Households are as good as a number of people.
    fields.extend(wanted.iter().copied().filter(|field| {
        record.column_text(*field).is_empty() && (*field != RecordField::People || record.whom.is_empty())
    }));
    fields
}

pub(super) fn card(t: &Telling<'_>, id: ReportId) -> Deciding<Rendered> {
    let all = rows_of(t, id)?;
    let drafts: Vec<&RecordRow> = all
        .iter()
        .filter(|row| row.record.state == RecordState::Draft)
        .collect();
    if drafts.is_empty() {
        return Ok(done(t, &all));
    }
    let mut text = vec![match drafts.len() {
        1 => t.say("record-draft"),
        count => t.say_with(
            "report-several",
            &Args::new().number("count", i64::try_from(count).unwrap_or(i64::MAX)),
        ),
    }];
    let mut asked: Vec<String> = Vec::new();
    let mut buttons: Vec<Vec<Button>> = Vec::new();
    let mut edits = Vec::new();
    let (mut open, mut to_come) = (false, false);
    for (row, number) in drafts.iter().zip(1..) {
        let args = Args::new().number("number", number);
        if drafts.len() == 1 {
            text.extend(lines(t, &row.record));
        } else {
            text.push(t.say_with("report-part", &args));
            text.extend(filled(t, &row.record));
        }
        for field in missing(&row.record) {
            let word = label(t, row.record.category, field);
            if !asked.contains(&word) {
                asked.push(word);
            }
        }
        open |= row.record.open.keeps_from_confirming();
        to_come |= row.record.is_to_come(day_of(t.cx.now));
        buttons.extend(choices(t, row.id, &row.record));
        same_event(t, row, &mut text, &mut buttons)?;
        let several = matters_of(&row.record).len();
        if several > 1 {
            let count = i64::try_from(several).unwrap_or(i64::MAX);
            buttons.push(vec![Button {
                label: t.say_with("button-split", &Args::new().number("count", count)),
                act: Act::Split(row.id),
            }]);
        }
        edits.push(Button {
            label: if drafts.len() == 1 {
                t.say("button-change-one")
            } else {
                t.say_with("button-change-part", &args)
            },
            act: Act::ShowRecord(row.id),
        });
    }
    if let [only] = &drafts[..]
        && let RecordSource::Report { files } = only.record.source
        && files > 0
    {
        text.push(t.say_with("report-files", &Args::new().number("files", files.into())));
    }
    let kept = t.world.report(&id)?;
    let with_files = drafts
        .iter()
        .any(|row| matches!(row.record.source, RecordSource::Report { files } if files > 0));
    if with_files && is_transcribed(t, kept)? {
        let args = Args::new().text("words", beginning(&kept.text, 600, "…"));
        text.insert(0, t.say_with("report-from-voice", &args));
    }
    text.push(if to_come && !open {
        t.say("record-to-come")
    } else if asked.is_empty() {
        t.say("report-complete")
    } else {
        let what = asked.join(&t.say("report-comma"));
        t.say_with(
            if open { "report-asks-first" } else { "report-asks" },
            &Args::new().text("what", what),
        )
    });
    let mut confirm = Vec::new();
    if !open && !to_come {
        confirm.push(t.button("button-confirm-report", Act::ConfirmReport(id)));
    }
    confirm.push(t.button("button-drop-record", Act::DropReport(id)));
    buttons.insert(0, confirm);
    buttons.extend(rows(edits, 3));
    if answers_letter(t)? {
        buttons.push(vec![
            t.button("button-answer-letter", Act::AnswerLetter(Some(id))),
        ]);
    }
    let rendered = page(text, buttons);
    Ok(Rendered {
        text: beginning(&rendered.text, TEXT_UNITS, "…"),
        ..rendered
    })
}

/// Only what was said: several records must fit on one card.
pub(super) fn filled(t: &Telling<'_>, record: &DutyRecord) -> Vec<String> {
    let mut fields = record.category.correctable();
    fields.rotate_right(1);
    fields
        .into_iter()
        .map(|field| (field, value(t, record, field)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| {
            let args = Args::new()
                .text("field", label(t, record.category, field))
                .text("value", value);
            t.say_with("record-line", &args)
        })
        .collect()
}

/// The words are at hand as a possible answer, and a letter waits.
fn answers_letter(t: &Telling<'_>) -> Deciding<bool> {
    let (Some(deputy), Step::Choosing(_)) = (t.to.deputy_id, t.to.dialogue.step_at(t.cx.now)) else {
        return Ok(false);
    };
    let list = ListKey::OpenCases(Reader::Deputy(deputy));
    Ok(!t.world.list(&list)?.ids.is_empty())
}

/// Nothing waits any more: what became of each record, and the way back.
fn done(t: &Telling<'_>, all: &[RecordRow]) -> Rendered {
    if all.iter().all(|row| row.record.state == RecordState::Dropped) {
        return page(vec![t.say("note-record-dropped")], vec![]);
    }
    let (late, taken): (Vec<&RecordRow>, Vec<&RecordRow>) = all
        .iter()
        .filter(|row| row.record.state != RecordState::Dropped)
        .partition(|row| row.record.state == RecordState::Late);
    let mut text = Vec::new();
    if !taken.is_empty() {
        text.push(t.say("report-done"));
        text.extend(taken.iter().map(|row| done_line(t, &row.record)));
    }
    if !late.is_empty() {
        let args = Args::new().number("days", t.cx.rules.back_dating_days);
        text.push(t.say_with("report-late", &args));
        text.extend(late.iter().map(|row| done_line(t, &row.record)));
        text.push(t.say("record-late-tail"));
    }
    page(
        text,
        vec![vec![
            t.button("button-undo", Act::Undo),
            t.button("menu-handbook", Act::Handbook(0)),
        ]],
    )
}

fn done_line(t: &Telling<'_>, record: &DutyRecord) -> String {
    t.say_with(
        "report-done-line",
        &Args::new()
            .text("category", category_word(t.words, record.category))
            .text("date", days(t, record))
            .text("gist", one_line(&gist(record), 40)),
    )
}

pub(super) fn edit_offer(t: &Telling<'_>, id: ReportId) -> Deciding<Rendered> {
    rows_of(t, id)?;
    Ok(page(
        vec![t.say("edit-offer")],
        vec![vec![
            t.button("button-take-edit", Act::TakeEdit(id, true)),
            t.button("button-leave-edit", Act::TakeEdit(id, false)),
        ]],
    ))
}
