//! Answers: asked for, looked at before they go, delivered; and what is said to who answered or marked.

use crate::domain::access::CaseRole;
use crate::domain::answer_check::{CaseFacts, Finding, FindingKind, check_answer};
use crate::domain::button::{Act, Button};
use crate::domain::case::{Case, CaseState};
use crate::domain::dialogue::Step;
use crate::domain::duty_record::RecordState;
use crate::domain::ids::{CaseId, MessageId, OutboxId};
use crate::domain::outbox::OutboxState;
use crate::domain::record::RecordRow;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{CAPTION_UNITS, Rendered, TEXT_UNITS};
use crate::domain::time::MINUTE_MS;
use crate::domain::world::{Deciding, Key, LetterFilter, ListKey, Stop};
use crate::text::Args;

use super::card::place_of;
use super::cut::{beginning, one_line, sentence, units};
use super::progress::state_with;
use super::telling::{Telling, numbered, page, reader_key};

/// Findings that are named one by one.
const NAMED_FINDINGS: usize = 4;
/// Letters among which the words just written can be put.
const CHOICES: usize = 6;

/// A case that the person answers and marks.
fn answerable<'a>(t: &Telling<'a>, id: CaseId, also: Vec<Key>) -> Deciding<(&'a Case, CaseRole)> {
    let (case, role) = t.case(id, also)?;
    if role.answers() {
        Ok((case, role))
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

/// The answer to the constituent. It is a person's word: never cut, except below a file, where the letter shows it whole.
pub(super) fn answer(t: &Telling<'_>, id: CaseId, message: MessageId) -> Deciding<Rendered> {
    let (case, _) = t.readable(id, [Key::Message(message)])?;
    let message = t.world.message(&message)?;
    if message.case_id != id {
        return Err(Stop::Refused(Refusal::NoLongerThere));
    }
    let keys = [Some(reader_key(case.reader)), message.file_id.map(Key::File)];
    t.world.want(keys.into_iter().flatten())?;
    let args = numbered(case).text("reader", t.reader_called(case.reader)?);
    let mut head = sentence(&t.say_with("answer", &args));
    if t.item.begun_at.is_some() {
        head = format!("{}{head}", t.say("answer-maybe-twice"));
    }
    let file = match message.file_id {
        Some(id) => t.world.find_file(&id)?.cloned(),
        None => None,
    };
    let mut said = match &file {
        Some(_) => message.text.clone(),
        None => t.said(message)?,
    };
    if file.is_some() && message.edited_at.is_some() && !said.is_empty() {
        said.push_str(&t.say("said-edited"));
    }
    let mut text = page(vec![head, said], vec![]).text;
    if file.is_some() {
        text = beginning(&text, CAPTION_UNITS, &t.say("cut-see-progress"));
    }
    Ok(Rendered {
        file,
        location: place_of(message),
        ..page(
            vec![text],
            vec![vec![
                t.button("button-more", Act::More(id)),
                t.button("button-progress", Act::Progress(id)),
            ]],
        )
    })
}

pub(super) fn ask(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    let (case, _) = answerable(t, id, vec![])?;
    let args = numbered(case).number("minutes", t.cx.rules.step_lapses_ms / MINUTE_MS);
    Ok(page(
        vec![t.say_with("ask-answer", &args)],
        vec![vec![
            t.button("button-show-letter", Act::ShowLetter(id)),
            t.button("button-no-answer", Act::DropAnswer),
        ]],
    ))
}

/// The answer has phrases that promise, order, claim or repeat someone's data: why, and what could stand instead.
pub(super) fn check(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    let (case, _) = answerable(t, id, vec![Key::List(ListKey::CallBacks(id))])?;
    let Step::Checking {
        case: checked,
        text,
        modest,
    } = &t.to.dialogue.step
    else {
        return Ok(no_longer_held(t, case));
    };
    if *checked != id {
        return Ok(no_longer_held(t, case));
    }
    let mut lines = vec![t.say_with("check", &numbered(case))];
    for finding in findings(t, id, text)?.iter().take(NAMED_FINDINGS) {
        lines.push(finding_line(t, finding));
    }
    let ask = t.say("check-ask");
    let used: usize = lines.iter().chain([&ask]).map(|line| units(line) + 1).sum();
    let suggestion = t.say_with("check-modest", &Args::new().text("text", modest.as_str()));
    lines.push(beginning(
        &suggestion,
        TEXT_UNITS.saturating_sub(used),
        &t.say("cut-sent-whole"),
    ));
    lines.push(ask);
    Ok(page(
        lines,
        vec![
            vec![t.button("button-send-modest", Act::SendModest(id))],
            vec![
                t.button("button-send-anyway", Act::SendAnyway(id)),
                t.button("button-do-not-send", Act::DropAnswer),
            ],
        ],
    ))
}

fn no_longer_held(t: &Telling<'_>, case: &Case) -> Rendered {
    page(
        vec![t.say_with("check-lapsed", &numbered(case))],
        vec![vec![t.button("button-answer", Act::Answer(case.id))]],
    )
}

fn findings(t: &Telling<'_>, id: CaseId, text: &str) -> Deciding<Vec<Finding>> {
    let call_backs = &t.world.list(&ListKey::CallBacks(id))?.ids;
    t.world.want(call_backs.iter().map(|id| Key::CallBack(*id)))?;
    let mut contacts = Vec::new();
    for id in call_backs {
        contacts.extend(t.world.find_call_back(id)?.map(|it| it.value.clone()));
    }
    let public_contacts = t.phone(None).map(str::to_owned).into_iter().collect();
    Ok(check_answer(
        text,
        &CaseFacts {
            contacts,
            public_contacts,
        },
    ))
}

fn finding_line(t: &Telling<'_>, finding: &Finding) -> String {
    let key = match finding.kind {
        FindingKind::Promise => "finding-promise",
        FindingKind::Order => "finding-order",
        FindingKind::ClaimOfHandling => "finding-claim",
        FindingKind::PersonalData(_) => "finding-personal-data",
    };
    t.say_with(key, &Args::new().text("phrase", one_line(&finding.phrase, 20)))
}

/// Words came without a case: the letters that wait for an answer come first, the newest before the others.
pub(super) fn choose(t: &Telling<'_>) -> Deciding<Rendered> {
    let reader = t.own_reader()?;
    let open = ListKey::Letters {
        reader,
        filter: LetterFilter::Open,
        page: 0,
    };
    let answered = ListKey::Letters {
        reader,
        filter: LetterFilter::Answered,
        page: 0,
    };
    t.world
        .want([Key::List(open.clone()), Key::List(answered.clone())])?;
    let ids: Vec<CaseId> = [&open, &answered]
        .into_iter()
        .map(|key| Ok(&t.world.list(key)?.ids))
        .collect::<Deciding<Vec<_>>>()?
        .into_iter()
        .flatten()
        .take(CHOICES)
        .map(|id| CaseId(*id))
        .collect();
    let out_of_office = super::door::out_of_office(t)?;
    if ids.is_empty() {
        let take_down = match &out_of_office {
            None => vec![t.button("button-take-down", Act::TakeDown)],
            Some(_) => vec![],
        };
        let none = t.say(if out_of_office.is_some() {
            "choose-nobody"
        } else {
            "choose-none"
        });
        return Ok(page(
            out_of_office.into_iter().chain([none]).collect(),
            vec![take_down],
        ));
    }
    let titles = t.titles(&ids)?;
    let mut buttons = Vec::new();
    for (id, title) in ids.iter().zip(titles) {
        let case = t.world.case(id)?;
        if case.reader == reader {
            buttons.push(vec![Button {
                label: t.say_with("button-case", &numbered(case).text("title", title)),
                act: Act::ChooseCase(*id),
            }]);
        }
    }
    buttons.push(vec![t.button("button-choose-none", Act::DropAnswer)]);
    Ok(page(vec![t.say("choose")], buttons))
}

/// The draft record that an act left behind, if there is one.
fn draft<'a>(t: &Telling<'a>, id: CaseId) -> Deciding<Option<&'a RecordRow>> {
    let Some(record) = t.world.record_of_case(&id)? else {
        return Ok(None);
    };
    Ok(t.world
        .find_record(&record)?
        .filter(|row| Some(row.deputy_id) == t.to.deputy_id && row.record.state == RecordState::Draft))
}

pub(super) fn taken(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    let (case, _) = answerable(t, id, vec![Key::RecordOfCase(id)])?;
    let draft = draft(t, id)?;
    let key = if case.account_id.is_some() {
        "answer-taken"
    } else {
        "answer-taken-no-account"
    };
    let mut lines = vec![t.say_with(key, &numbered(case))];
    let mut row = vec![t.button("button-show-letter", Act::ShowLetter(id))];
    if let Some(draft) = draft {
        lines.push(t.say("record-drafted"));
        row.push(t.button("button-show-record", Act::ShowRecord(draft.id)));
    }
    Ok(page(lines, vec![row]))
}

/// What became of an answer at the channel, for who wrote it.
pub(super) fn delivery(t: &Telling<'_>, item: OutboxId, id: CaseId) -> Deciding<Rendered> {
    let (case, _) = answerable(t, id, vec![Key::Outbox(item)])?;
    let state = t.world.find_outbox_item(&item)?.map(|item| item.state);
    let key = match state {
        Some(OutboxState::Sent) => "delivery-sent",
        Some(OutboxState::Blocked) => "delivery-blocked",
        Some(OutboxState::Gone) => "delivery-gone",
        Some(OutboxState::GivenUp) => "delivery-given-up",
        Some(OutboxState::Silenced) => "delivery-silenced",
        Some(OutboxState::Waiting) => "delivery-waiting",
        Some(OutboxState::Dropped) | None => "delivery-unknown",
    };
    Ok(page(
        vec![t.say_with(key, &numbered(case))],
        vec![vec![t.button("button-show-letter", Act::ShowLetter(id))]],
    ))
}

/// Who wrote the letter has ended it: nobody waits for an answer any more.
pub(super) fn ended_by_writer(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    let (case, _) = answerable(t, id, vec![])?;
    Ok(page(
        vec![t.say_with("ended-by-writer", &numbered(case))],
        vec![vec![t.button("button-show-letter", Act::ShowLetter(id))]],
    ))
}

/// A state was marked, said to who marked it.
pub(super) fn marked(t: &Telling<'_>, id: CaseId, state: CaseState) -> Deciding<Rendered> {
    let (case, role) = t.readable(id, [Key::RecordOfCase(id)])?;
    if role == CaseRole::Writer {
        let months = Args::new().number("months", t.cx.rules.retention_months.into());
        return Ok(page(
            vec![
                t.say_with("marked-by-writer", &numbered(case)),
                t.say_with("told-ended-kept", &months),
            ],
            vec![vec![t.button("button-reopen", Act::Reopen(id))]],
        ));
    }
    let to = case.passed_on_to.as_deref().filter(|to| !to.is_empty());
    let args = numbered(case);
    let first = match (state, to) {
        (CaseState::Raised, _) => t.say_with("marked-raised", &args),
        (CaseState::PassedOn, Some(to)) => t.say_with("marked-passed-on-to", &args.text("to", to)),
        (CaseState::PassedOn, None) => t.say_with("marked-passed-on", &args),
        (CaseState::Ended, _) => t.say_with("marked-ended", &args),
        (CaseState::Received | CaseState::Delivered | CaseState::Answered, _) => {
            let state = state_with(case.reader, state, t.words);
            t.say_with("progress", &args.text("state", state))
        }
    };
    let told = t.say(if case.account_id.is_some() {
        "marked-told"
    } else {
        "marked-nobody-told"
    });
    let mut lines = vec![first, told];
    let mut row = vec![t.button("button-show-letter", Act::ShowLetter(id))];
    if let Some(draft) = draft(t, id)? {
        lines.push(t.say("record-drafted"));
        row.push(t.button("button-show-record", Act::ShowRecord(draft.id)));
    }
    Ok(page(lines, vec![row]))
}
