//! Where a record comes from: the words it was read from, the files that belong to it; and a notice that was passed on, which
//! is no record yet.
//!
//! **Invariant:** only the deputy whose record it is gets any of it.

use crate::domain::button::Act;
use crate::domain::duty_record::draft_from_report;
use crate::domain::ids::{FileId, RecordId, ReportId};
use crate::domain::message::{File, NO_CASE};
use crate::domain::personal_data::mask_personal_data;
use crate::domain::record::{RecordRow, Report};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{CAPTION_UNITS, Rendered, TEXT_UNITS};
use crate::domain::report::{Words as ReportWords, read_notice};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;
use crate::text::record_words::gist;

use super::cut::{beginning, one_line};
use super::record::own;
use super::report;
use super::telling::{Telling, page};

/// Of a name so much is shown.
const NAME: usize = 40;
/// Of the words of a voice message so much is shown beside other things.
const HEARD: usize = 1_500;

fn report_of<'a>(t: &Telling<'a>, row: &RecordRow) -> Deciding<&'a Report> {
    let id = row.report_id.ok_or(Stop::Refused(Refusal::NoLongerThere))?;
    let report = t.world.report(&id)?;
    if report.deputy_id == row.deputy_id {
        Ok(report)
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

/// The report's words are those of this voice.
fn is_heard_in(t: &Telling<'_>, report: &Report, file: FileId) -> bool {
    let evidence = t.world.find_evidence(&file).ok().flatten();
    evidence.is_some_and(|it| it.transcript.as_deref() == Some(report.text.as_str()))
}

/// The words of the report were written down by a service: the deputy is to check them.
pub(super) fn is_transcribed(t: &Telling<'_>, report: &Report) -> Deciding<bool> {
    let list = ListKey::EvidenceOf(report.id);
    let files: Vec<FileId> = t.world.list(&list)?.ids.iter().map(|id| FileId(*id)).collect();
    t.world.want(files.iter().map(|id| Key::Evidence(*id)))?;
    Ok(files.iter().any(|id| is_heard_in(t, report, *id)))
}

/// The words of the report, and those of its voices.
pub(super) fn source(t: &Telling<'_>, id: RecordId) -> Deciding<Rendered> {
    let row = own(t, id)?;
    let report = report_of(t, row)?;
    let list = ListKey::EvidenceOf(report.id);
    let files: Vec<FileId> = t.world.list(&list)?.ids.iter().map(|id| FileId(*id)).collect();
    t.world.want(files.iter().map(|id| Key::Evidence(*id)))?;
    let when = || Args::new().text("when", t.moment(report.said_at));
    let mut lines = Vec::new();
    let heard = files.iter().any(|id| is_heard_in(t, report, *id));
    match (&report.forwarded_from, report.text.trim()) {
        (_, _) if heard => lines.push(t.say_with("source-said-aloud", &when())),
        (_, "") => lines.push(t.say_with("source-files-only", &when())),
        (Some(from), text) => {
            let key = if from.is_empty() {
                "source-forwarded-unknown"
            } else {
                "source-forwarded"
            };
            lines.push(t.say_with(key, &when().text("from", one_line(from, NAME))));
            lines.push(text.to_owned());
        }
        (None, text) => {
            lines.push(t.say_with("source-said", &when()));
            lines.push(text.to_owned());
        }
    }
    for id in &files {
        if let Some(evidence) = t.world.find_evidence(id)? {
            if !evidence.caption.trim().is_empty() && evidence.caption != report.text {
                lines.push(evidence.caption.clone());
            }
            if let Some(words) = &evidence.transcript {
                lines.push(t.say_with("source-voice", &Args::new().text("words", words.as_str())));
            }
        }
    }
    let back = vec![vec![t.button("button-show-record", Act::ShowRecord(id))]];
    let text = page(lines, vec![]).text;
    Ok(page(vec![beginning(&text, TEXT_UNITS, "…")], back))
}

/// What a service heard in a voice message, when no report was read in it: the deputy sees it, and says it in a line of text.
pub(super) fn voice_words(t: &Telling<'_>, file: FileId) -> Deciding<Rendered> {
    let evidence = t.world.evidence(&file)?;
    let report = t.world.report(&evidence.report_id)?;
    if Some(report.deputy_id) != t.to.deputy_id {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let words = evidence.transcript.as_deref().unwrap_or_default();
    let args = Args::new().text("words", beginning(words, HEARD, "…"));
    Ok(page(vec![t.say_with("voice-words", &args)], vec![]))
}

/// Files of a record, sent as what they are.
pub(super) fn files(t: &Telling<'_>, id: RecordId, files: &[FileId]) -> Deciding<Rendered> {
    let row = own(t, id)?;
    let report = report_of(t, row)?;
    t.world
        .want(files.iter().flat_map(|id| [Key::Evidence(*id), Key::File(*id)]))?;
    let mut found: Vec<File> = Vec::new();
    for id in files {
        let is_of_it = t
            .world
            .find_evidence(id)?
            .is_some_and(|evidence| evidence.report_id == report.id);
        // A file that is neither on our disk nor at the channel can't be sent.
        found.extend(
            t.world
                .find_file(id)?
                .filter(|file| is_of_it && file.case_id == NO_CASE)
                .filter(|file| file.hash.is_some() || file.remote_ref.is_some())
                .cloned(),
        );
    }
    let args = Args::new()
        .text("date", super::record::days(t, &row.record))
        .text("gist", one_line(&gist(&row.record), NAME));
    let head = beginning(&t.say_with("source-file", &args), CAPTION_UNITS, "…");
    let back = vec![vec![t.button("button-show-record", Act::ShowRecord(id))]];
    let rendered = page(vec![head], back.clone());
    Ok(match found.len() {
        0 => page(vec![t.say("source-file-missing")], back),
        1 => Rendered {
            file: found.pop(),
            ..rendered
        },
        _ => Rendered {
            album: found,
            ..rendered
        },
    })
}

/// A notice that was passed on: what was read in it, and the offer to log it.
pub(super) fn notice(t: &Telling<'_>, id: ReportId) -> Deciding<Rendered> {
    let list = ListKey::RecordsOfReport(id);
    t.world.want([Key::Report(id), Key::List(list.clone())])?;
    let kept = t.world.report(&id)?;
    if Some(kept.deputy_id) != t.to.deputy_id {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    if !t.world.list(&list)?.ids.is_empty() {
        return report::card(t, id);
    }
    let Some(read) = read_notice(&kept.text, kept.said_at, ReportWords::shipped()) else {
        return Err(Stop::Refused(Refusal::NoLongerThere));
    };
    let draft = draft_from_report(&read, &kept.text, day_of(kept.said_at), false, mask_personal_data);
    let head = match kept.forwarded_from.as_deref() {
        None | Some("") => t.say("notice-unknown"),
        Some(from) => t.say_with("notice", &Args::new().text("from", one_line(from, NAME))),
    };
    let mut lines = vec![head];
    lines.extend(report::filled(t, &draft));
    lines.push(if draft.is_to_come(day_of(t.cx.now)) {
        t.say("notice-to-come")
    } else {
        t.say("notice-over")
    });
    let buttons = vec![vec![
        t.button("button-log-notice", Act::LogNotice(id)),
        t.button("button-drop-record", Act::DropNotice(id)),
    ]];
    Ok(page(
        vec![beginning(&page(lines, vec![]).text, TEXT_UNITS, "…")],
        buttons,
    ))
}
