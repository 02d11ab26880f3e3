//! What `feedback` shows: lists, one with its receivers, the slip as a file. It changes nothing.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::cli::handbook::not_printed;
use crate::cli::{CliError, Office, named, output};
use crate::documents::{slip_docx, slip_order};
use crate::domain::feedback::{FeedbackReceiver, ReceiverState, Timeliness};
use crate::domain::ids::{OfficeId, ReplyId};
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::flows::read_slip::read_slip;
use crate::store::{FeedbackFilter, FeedbackLine, Store};
use crate::text::feedback_words::{opinion_word, receiver_state_word, slip_failure_word};
use crate::text::{Args, Words};

use super::{ListArgs, Paper, SlipArgs, reply_of};

/// Lines on a page.
const PAGE: i64 = 50;

async fn office_id(unit: Option<&str>, store: &Store, words: &Words) -> Result<Option<OfficeId>, CliError> {
    match unit {
        Some(code) => {
            let found = named::office(store, code, words).await?;
            // The provincial office sees all.
            Ok((found.kind == crate::domain::people::OfficeKind::Unit).then_some(found.id))
        }
        None => Ok(None),
    }
}

pub(super) async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let store = office.store();
    let filter = FeedbackFilter {
        of: args.of.into(),
        office: office_id(args.unit.as_deref(), store, words).await?,
        words: args.find,
        today: day_of(office.now()),
    };
    let mut reading = store.read().await?;
    let (lines, total) = reading.feedback_lines(&filter, args.page - 1, PAGE).await?;
    if args.json {
        for line in &lines {
            output::json(out, &said(line))?;
        }
        return Ok(());
    }
    if lines.is_empty() {
        return output::line(out, &words.say("cli-feedback-none"));
    }
    let head = ["number", "deputy", "unit", "nominal", "due", "state", "title"]
        .map(|column| words.say(&format!("cli-feedback-column-{column}")));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let on = |on: Option<NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
            vec![
                line.number.clone(),
                line.deputy_name.clone(),
                line.unit_name.clone(),
                on(line.reply.nominal_on),
                on(line.reply.due_on),
                opinion_word(line.feedback.as_ref(), words),
                line.title.clone(),
            ]
        })
        .collect();
    output::table(out, &head, &rows)?;
    let more = total - (args.page - 1) * PAGE - i64::try_from(rows.len()).unwrap_or(0);
    if more > 0 {
        output::line(
            out,
            &words.say_with("cli-feedback-more", &Args::new().number("count", more)),
        )?;
    }
    Ok(())
}

fn receiver_json(receiver: Option<&FeedbackReceiver>) -> Value {
    json!({
        "state": receiver.map_or(ReceiverState::NotSent, |it| it.state).tag(),
        "sent_at": receiver.and_then(|it| it.sent_at).map(output::instant),
        "sent_by": receiver.and_then(|it| it.sent_way).map(|way| way.tag()),
        "declared_on": receiver.and_then(|it| it.declared_on),
        "confirmed_at": receiver.and_then(|it| it.confirmed_at).map(output::instant),
        "confirmed_by": receiver.and_then(|it| it.confirmed_how).map(|how| how.tag()),
        "failure": receiver.map(|it| it.failure.as_str()).filter(|failure| !failure.is_empty()),
    })
}

/// One line for scripts. Reasons are the deputy's words and stay out.
fn said(line: &FeedbackLine) -> Value {
    let feedback = line.feedback.as_ref();
    json!({
        "number": line.number,
        "title": line.title,
        "deputy": line.deputy_name,
        "unit": line.unit_name,
        "round": line.round,
        "received_on": line.reply.received_on,
        "nominal_on": line.reply.nominal_on,
        "due_on": line.reply.due_on,
        "provisional": line.reply.is_provisional,
        "handling": feedback.and_then(|it| it.handling).map(|it| it.tag()),
        "reply": feedback.and_then(|it| it.reply).map(|it| it.tag()),
        "way": feedback.and_then(|it| it.way).map(|it| it.tag()),
        "given_on": feedback.and_then(|it| it.given_on),
        "timeliness": feedback.map_or(Timeliness::None, |it| it.timeliness).tag(),
        "changes": feedback.map_or(0, |it| it.changes),
        "provincial_office": receiver_json(line.province.as_ref()),
        "handling_unit": receiver_json(line.unit.as_ref()),
    })
}

pub(super) async fn show(
    id: ReplyId,
    as_json: bool,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let mut reading = office.store().read().await?;
    let Some(line) = reading.feedback_line(id).await? else {
        return Err(CliError::Refused(Refusal::NoLongerThere));
    };
    if as_json {
        return output::json(out, &said(&line));
    }
    let on = |on: Option<NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
    let args = Args::new()
        .text("number", line.number.as_str())
        .text("title", line.title.as_str())
        .text("deputy", line.deputy_name.as_str())
        .text("unit", line.unit_name.as_str())
        .text("received", on(line.reply.received_on))
        .text("nominal", on(line.reply.nominal_on))
        .text("due", on(line.reply.due_on))
        .text("state", opinion_word(line.feedback.as_ref(), words));
    output::line(out, &words.say_with("cli-feedback-one", &args))?;
    for (key, receiver) in [
        ("cli-feedback-province", &line.province),
        ("cli-feedback-unit", &line.unit),
    ] {
        let state = receiver.as_ref().map_or(ReceiverState::NotSent, |it| it.state);
        let word = receiver_state_word(state, words);
        output::line(out, &words.say_with(key, &Args::new().text("state", word)))?;
    }
    let failure = line
        .unit
        .as_ref()
        .map(|it| it.failure.as_str())
        .unwrap_or_default();
    if !failure.is_empty() {
        output::line(out, &slip_failure_word(failure, words))?;
    }
    Ok(())
}

pub(super) async fn slip(
    args: SlipArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let id = reply_of(&args.one, office.store(), words).await?;
    let mut reading = office.store().read().await?;
    let slip = reading.look(|world| read_slip(world, id)).await??;
    drop(reading);
    let file = match args.format {
        Paper::Docx => slip_docx(&slip, words).map_err(|error| {
            tracing::error!(%error, "a slip could not be made");
            CliError::Said(words.say(error.key()))
        })?,
        Paper::Pdf => {
            let printed = office.press().print(slip_order(&slip, words)).await;
            printed.map_err(|error| not_printed(&error, words))?
        }
    };
    if args.out.as_os_str() == "-" {
        return output::bytes(out, &file);
    }
    let written = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        // It holds a deputy's opinion.
        .mode(0o600)
        .open(&args.out)
        .and_then(|mut to| to.write_all(&file));
    written.map_err(|error| CliError::File(args.out.clone(), error.kind()))?;
    let said = Args::new()
        .text("number", slip.number.as_str())
        .text("path", args.out.display().to_string());
    output::line(out, &words.say_with("cli-feedback-slip", &said))
}
