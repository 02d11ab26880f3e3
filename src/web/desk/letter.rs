//! One letter: read where the own office is the reader, else its number, state and dates; answered, passed on, ended.

use axum::Form;
use axum::extract::{Path, Query};

use crate::domain::access::{CaseRole, case_role};
use crate::domain::answer::Answer;
use crate::domain::case::{Case, CaseState, EnteredWay, Reader};
use crate::domain::command::Command;
use crate::domain::ids::{CaseId, FileId, MessageId};
use crate::domain::message::{Author, File, FileKind, FileState, Message};
use crate::domain::people::Deputy;
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::store::Reading;
use crate::text::Args;
use crate::web::pages::desk::{ConfirmPage, DangerousAct, DeskPlace, LetterPage, LetterView, Said};
use crate::web::pages::{Attachment, Bubble, Edited, Side, Sorry};

use super::form::{Retry, Sent};
use super::letters::{choices, chosen, late_days, state_of};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

/// Characters of the heading that a letter gets from its first words.
const TITLE: usize = 24;

/// A letter of the own office or its unit, and what this officer is to it. Anyone else's is not found.
pub(super) async fn letter_of(
    duty: &OnDuty,
    reading: &mut Reading,
    number: &str,
) -> Result<(Case, CaseRole), Ends> {
    let number: i64 = number.parse().map_err(|_| duty.not_found())?;
    let case = duty
        .look(reading, |world| {
            let id = world.case_numbered(&number)?.ok_or(Refusal::NoLongerThere)?;
            Ok(world.case(&id)?.clone())
        })
        .await?;
    match case_role(&duty.account, Some(&duty.officer), &case) {
        role @ (CaseRole::Office | CaseRole::Overseer) => Ok((case, role)),
        CaseRole::Writer | CaseRole::Deputy | CaseRole::Stranger => Err(duty.not_found()),
    }
}

/// Notes in the audit log that this officer reads these letters: once a day each. Words are shown only after that.
pub(super) async fn note_reading(duty: &OnDuty, cases: &[CaseId]) -> Result<(), Ends> {
    let day = day_of(duty.now());
    let inputs = cases
        .iter()
        .map(|case| {
            let key = format!("desk:read:{}:{case}:{day}", duty.officer.id);
            duty.input(key, Command::NoteReading(*case))
        })
        .collect();
    match duty.web.0.intake.submit_all(inputs).await {
        Ok(answers)
            if answers
                .iter()
                .all(|answer| matches!(answer, Answer::Done | Answer::Again)) =>
        {
            Ok(())
        }
        // Another reader since the case was loaded.
        Ok(_) => Err(duty.not_found()),
        Err(_) => Err(duty.sorry(Sorry::Unavailable)),
    }
}

/// What was said in a letter, as far as it is loaded for the desk.
pub(super) struct Conversation {
    pub(super) messages: Vec<(Message, Option<File>)>,
    /// The writer as the office knows them.
    pub(super) sender: String,
}

/// Loads the words of letters that the office reads; only after [`note_reading`].
pub(super) async fn conversations(
    duty: &OnDuty,
    reading: &mut Reading,
    cases: &[Case],
) -> Result<Vec<Conversation>, Ends> {
    let words = duty.words();
    duty.look(reading, |world| {
        world.want(cases.iter().flat_map(|case| {
            let list = Key::List(ListKey::Messages(case.id));
            let writer = case
                .account_id
                .map(|account| Key::Correspondent((account, case.reader)));
            [Some(list), writer].into_iter().flatten()
        }))?;
        let mut ids: Vec<Vec<MessageId>> = Vec::new();
        for case in cases {
            let list = world.list(&ListKey::Messages(case.id))?;
            ids.push(list.ids.iter().map(|id| MessageId(*id)).collect());
        }
        world.want(ids.iter().flatten().map(|id| Key::Message(*id)))?;
        let mut files: Vec<FileId> = Vec::new();
        for id in ids.iter().flatten() {
            files.extend(world.find_message(id)?.and_then(|message| message.file_id));
        }
        world.want(files.into_iter().map(Key::File))?;
        let mut all = Vec::new();
        for (case, ids) in cases.iter().zip(&ids) {
            let mut messages = Vec::new();
            for id in ids {
                // Erased since the list was read.
                let Some(message) = world.find_message(id)? else {
                    continue;
                };
                let file = match message.file_id {
                    Some(file) => world.find_file(&file)?.cloned(),
                    None => None,
                };
                messages.push((message.clone(), file));
            }
            let known = match case.account_id {
                Some(account) => world.find_correspondent(&(account, case.reader))?,
                None => None,
            };
            let sender = match (case.entered_way, known) {
                (Some(way), _) => words.say_with(
                    "from-entered",
                    &Args::new().text(
                        "way",
                        words.say(match way {
                            EnteredWay::Telephone => "way-telephone",
                            EnteredWay::Paper => "way-paper",
                            EnteredWay::InPerson => "way-in-person",
                        }),
                    ),
                ),
                (None, Some(known)) if known.given_name.is_some() => known.shown_name().to_owned(),
                (None, Some(known)) => {
                    words.say_with("from-pseudonym", &Args::new().text("name", known.shown_name()))
                }
                (None, None) => words.say("from-unnamed"),
            };
            all.push(Conversation { messages, sender });
        }
        Ok(all)
    })
    .await
}

/// The words of a message; a message without words is told by its kind.
pub(super) fn told(duty: &OnDuty, message: &Message, file: Option<&File>) -> String {
    if !message.text.is_empty() || file.is_some() {
        return message.text.clone();
    }
    let words = duty.words();
    let key = format!("kind-{}", message.kind);
    let key = if words.has(&key) {
        key.as_str()
    } else {
        "kind-unknown"
    };
    words.say_with("desk-kind-other", &Args::new().text("kind", words.say(key)))
}

fn attachment(duty: &OnDuty, case: &Case, file: &File) -> Attachment {
    let href = format!("/desk/letters/{}/files/{}", case.number, file.id);
    let named = || {
        if file.name.is_empty() {
            duty.words().say(&format!("kind-{}", file.kind.tag()))
        } else {
            file.name.clone()
        }
    };
    if file.state != FileState::Stored {
        return Attachment::NotHere { name: named() };
    }
    match file.kind {
        FileKind::Photo => Attachment::Photo {
            href,
            described: file.name.clone(),
        },
        FileKind::Voice => Attachment::Voice {
            href,
            seconds: file.seconds,
        },
        FileKind::Document | FileKind::Video => Attachment::File {
            href,
            name: named(),
            bytes: file.size,
        },
    }
}

fn bubble(duty: &OnDuty, case: &Case, sender: &str, message: &Message, file: Option<&File>) -> Bubble {
    let (side, sender) = match message.author {
        Author::Constituent => (Side::Theirs, sender.to_owned()),
        Author::Deputy => (Side::Theirs, duty.words().say("desk-sender-deputy")),
        Author::Office => (Side::Own, duty.office_called()),
    };
    Bubble {
        id: message.id.to_string(),
        side,
        sender,
        at: duty.moment(message.said_at),
        text: told(duty, message, file),
        edited: if message.edited_at.is_some() {
            Edited::Yes
        } else {
            Edited::No
        },
        attachments: file
            .map(|file| attachment(duty, case, file))
            .into_iter()
            .collect(),
        rows: Vec::new(),
        delivery: None,
    }
}

/// The heading: the beginning of the first words.
fn title(duty: &OnDuty, case: &Case, conversation: &Conversation) -> String {
    let line = conversation
        .messages
        .iter()
        .map(|(message, _)| message.text.trim())
        .find(|text| !text.is_empty())
        .and_then(|text| text.lines().next())
        .unwrap_or_default();
    if line.is_empty() {
        let args = Args::new().text("number", case.number.to_string());
        return duty.words().say_with("desk-letter", &args);
    }
    let beginning: String = line.chars().take(TITLE).collect();
    if beginning.len() < line.len() {
        beginning + "…"
    } else {
        beginning
    }
}

/// What stands in the answer box of a page that is shown again.
#[derive(Default)]
struct Draft {
    text: String,
    modest: Option<String>,
}

async fn show(
    duty: &OnDuty,
    number: &str,
    said: Option<&str>,
    retry: Option<&Retry>,
    draft: Draft,
) -> Answered {
    let mut reading = duty.read().await?;
    let (case, role) = letter_of(duty, &mut reading, number).await?;
    let view = if role.reads_words() {
        note_reading(duty, &[case.id]).await?;
        let conversation = conversations(duty, &mut reading, std::slice::from_ref(&case))
            .await?
            .pop()
            .ok_or_else(|| duty.not_found())?;
        LetterView::Readable {
            title: title(duty, &case, &conversation),
            bubbles: conversation
                .messages
                .iter()
                .map(|(message, file)| bubble(duty, &case, &conversation.sender, message, file.as_ref()))
                .collect(),
            deputies: choices(duty, &mut reading).await?,
            text: draft.text,
            modest: draft.modest,
        }
    } else {
        LetterView::Counted
    };
    let deputy = match case.reader {
        Reader::Deputy(deputy) => {
            duty.look(&mut reading, |world| Ok(world.find_deputy(&deputy)?.map(name_of)))
                .await?
        }
        Reader::Office(_) => None,
    };
    let page = LetterPage {
        words: duty.words(),
        desk: duty.frame(
            DeskPlace::Letters,
            &format!("/desk/letters/{}", case.number),
            said,
            retry,
        ),
        number: case.number.to_string(),
        deputy,
        state: state_of(&case),
        came: duty.moment(case.opened_at),
        moved: duty.moment(case.spoken_at),
        late_days: late_days(&case, duty.now()),
        view,
    };
    Ok(OnDuty::page(&page, retry))
}

fn name_of(deputy: &Deputy) -> String {
    deputy.name.clone()
}

/// `GET /desk/letters/NUMBER`
pub(super) async fn page(duty: OnDuty, Path(number): Path<String>, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &number, Some(&asked.said), None, Draft::default()).await
}

/// A letter that the own office reads; one that the officer only oversees is as good as not there.
async fn own_letter(duty: &OnDuty, number: &str) -> Result<Case, Ends> {
    let mut reading = duty.read().await?;
    let (case, role) = letter_of(duty, &mut reading, number).await?;
    if role.answers() {
        Ok(case)
    } else {
        Err(duty.not_found())
    }
}

/// `POST /desk/letters/NUMBER/answer`
pub(super) async fn answer(
    duty: OnDuty,
    Path(number): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let case = own_letter(&duty, &number).await?;
    let path = format!("/desk/letters/{}", case.number);
    let text = sent.text("text").to_owned();
    let draft = |modest| Draft {
        text: text.clone(),
        modest,
    };
    let refusal = if case.state == CaseState::Ended {
        Some(Refusal::CaseEnded)
    } else if text.chars().count() > duty.web.0.rules.longest_text {
        Some(Refusal::TooLong)
    } else {
        None
    };
    if let Some(refusal) = refusal {
        return show(&duty, &number, None, Some(&duty.refused(refusal)), draft(None)).await;
    }
    let command = Command::OfficeAnswer {
        case: case.id,
        text: text.clone(),
        anyway: sent.text("anyway") == "yes",
    };
    match duty.give(&sent, command, &path).await {
        Given::Taken(Answer::Look(modest)) => show(&duty, &number, None, None, draft(Some(modest))).await,
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&path, Said::Answered))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &number, None, Some(&retry), draft(None)).await,
    }
}

/// `POST /desk/letters/NUMBER/pass`
pub(super) async fn pass(
    duty: OnDuty,
    Path(number): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let key = sent.input_key(&duty);
    if let Some(location) = duty.memory.led_to(&key) {
        // A letter that was passed on is no longer this office's, so a second delivery would not find it.
        return Ok(super::officer::see_other(&location));
    }
    let case = own_letter(&duty, &number).await?;
    let typed = sent.text("to").to_owned();
    let mut reading = duty.read().await?;
    let all = choices(&duty, &mut reading).await?;
    let code = chosen(&all, &typed).map(|choice| choice.code.clone());
    let deputy = match code {
        Some(code) => duty.look(&mut reading, |world| world.deputy_coded(&code)).await?,
        None => None,
    };
    drop(reading);
    let Some(deputy) = deputy else {
        let args = Args::new().text("to", typed);
        let retry = Retry::mend(duty.words().say_with("desk-pass-unknown", &args));
        return show(&duty, &number, None, Some(&retry), Draft::default()).await;
    };
    let command = Command::PassToDeputy {
        case: case.id,
        deputy,
    };
    match duty.give(&sent, command, "/desk/unsure").await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying("/desk/unsure", Said::PassedOn))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &number, None, Some(&retry), Draft::default()).await,
    }
}

async fn question(duty: &OnDuty, number: &str, retry: Option<&Retry>) -> Answered {
    let case = own_letter(duty, number).await?;
    let path = format!("/desk/letters/{}", case.number);
    let page = ConfirmPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Letters, &format!("{path}/end"), None, retry),
        act: DangerousAct::EndLetter {
            number: case.number.to_string(),
        },
        action: format!("{path}/end"),
        back: path,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/letters/NUMBER/end`
pub(super) async fn ask_end(duty: OnDuty, Path(number): Path<String>) -> Answered {
    question(&duty, &number, None).await
}

/// `POST /desk/letters/NUMBER/end`
pub(super) async fn end(
    duty: OnDuty,
    Path(number): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let case = own_letter(&duty, &number).await?;
    let path = format!("/desk/letters/{}", case.number);
    match duty.give(&sent, Command::OfficeEnd(case.id), &path).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&path, Said::Ended))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => question(&duty, &number, Some(&retry)).await,
    }
}
