//! Short fixed texts and refusals, with the buttons by which it goes on.

use crate::domain::access::CaseRole;
use crate::domain::button::{Act, Button};
use crate::domain::case::EnteredWay;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::message_kind::Note;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::time::MINUTE_MS;
use crate::domain::world::{Deciding, LetterFilter};
use crate::text::{Args, Words};

use super::binding::tail_key;
use super::cut::sentence;
use super::menu;
use super::telling::{Telling, numbered, page};

/// A short fixed text.
pub fn note_text(note: Note, words: &Words, cx: &Context<'_>) -> String {
    with_phone(&format!("note-{}", note.tag()), words, cx)
}

/// Why something is refused, and the next step.
pub fn refusal_text(refusal: Refusal, words: &Words, cx: &Context<'_>) -> String {
    with_phone(&format!("refusal-{}", refusal.tag()), words, cx)
}

/// A text with the figures that such texts name; `KEY-phone` is the line that follows when a telephone is set.
fn with_phone(key: &str, words: &Words, cx: &Context<'_>) -> String {
    let args = Args::new()
        .number("minutes", cx.rules.step_lapses_ms / MINUTE_MS)
        .number("lock-minutes", cx.rules.lookup_locked_ms / MINUTE_MS)
        .number(
            "longest",
            i64::try_from(cx.rules.longest_text).unwrap_or(i64::MAX),
        );
    let text = words.say_with(key, &args);
    let line = format!("{key}-phone");
    let phone = cx.rules.office_phone.as_str();
    if phone.is_empty() || !words.has(&line) {
        return text;
    }
    let line = words.say_with(&line, &Args::new().text("phone", phone));
    format!("{text}\n{line}")
}

pub(super) fn refused(t: &Telling<'_>, refusal: Refusal) -> Rendered {
    let deputy = t.to.deputy_id.is_some();
    let row = match refusal {
        Refusal::LookupWrong => vec![t.button("button-look-up-again", Act::LookUp), home(t)],
        Refusal::CodeUnknown | Refusal::DeputyUnavailable => vec![t.button("button-find", Act::Find)],
        Refusal::CaseEnded | Refusal::NoLongerThere | Refusal::NotYours | Refusal::OldButton if deputy => {
            vec![t.button("menu-letters", Act::Letters(LetterFilter::Open, 0))]
        }
        Refusal::CaseEnded => match t.item.case_id {
            Some(case) => vec![t.button("button-reopen", Act::Reopen(case)), home(t)],
            None => vec![t.button("button-my-cases", Act::MyCases(0)), home(t)],
        },
        Refusal::NotYours => vec![t.button("button-look-up", Act::LookUp), home(t)],
        Refusal::NoLongerThere | Refusal::OldButton | Refusal::LookupLocked => {
            vec![home(t)]
        }
        Refusal::InvitationUnknown
        | Refusal::InvitationUsed
        | Refusal::InvitationExpired
        | Refusal::InvitationLocked
        | Refusal::InvitationTailWrong
        | Refusal::AlreadyBound
        | Refusal::Empty
        | Refusal::TooLong
        | Refusal::ContactUnreadable
        | Refusal::DeputyNotBound
        | Refusal::RosterMoved
        | Refusal::NothingToUndo
        | Refusal::UndoTooLate
        | Refusal::NoCardNumber
        | Refusal::DayUnreadable
        | Refusal::NumberUnreadable
        | Refusal::RecordOpen
        | Refusal::RecordMoved
        | Refusal::ActivitySame
        | Refusal::ActivityFaulty
        | Refusal::RecordToCome
        | Refusal::NothingToTakeBack
        | Refusal::NotInOffice
        | Refusal::AnswerNeedsLook
        | Refusal::RosterFaulty
        | Refusal::CalendarMoved
        | Refusal::CalendarFaulty
        | Refusal::CalendarSame
        | Refusal::RemindersFaulty
        | Refusal::RemindersSame
        | Refusal::RemindersMoved
        | Refusal::ReplyClassUnknown
        | Refusal::ReplyIsOral
        | Refusal::FeedbackFinal
        | Refusal::ReasonsHollow
        | Refusal::DayInFuture
        | Refusal::DayBeforeReply
        | Refusal::LastDay
        | Refusal::NoFeedbackYet
        | Refusal::FeedbackSealed
        | Refusal::ProofsFull
        | Refusal::NotDissatisfied
        | Refusal::RehandledAlready
        | Refusal::NumberTaken
        | Refusal::SuggestionUnfinished
        | Refusal::SheetFaulty
        | Refusal::HandlingUnitUnknown
        | Refusal::HandlingUnitTaken
        | Refusal::AssignedAlready
        | Refusal::HandedOutInFuture
        | Refusal::ReasonMissing
        | Refusal::ReceiptInFuture
        | Refusal::ReceiptBeforeHandingOut
        | Refusal::ReceiptWithoutDay
        | Refusal::DraftPartTooLong
        | Refusal::NameNotAsked
        | Refusal::HandbookNotHandedIn => vec![],
        Refusal::DraftNotOpen | Refusal::DraftsTooMany | Refusal::DraftUnfinished => {
            vec![t.button("button-drafts-list", Act::Drafts)]
        }
        Refusal::SuggestionUnknown
        | Refusal::SuggestionWithdrawn
        | Refusal::SuggestionInHand
        | Refusal::NotHandedOut
        | Refusal::UnitOwesNoReply
        | Refusal::ExtendedAlready
        | Refusal::RepliedAlready
        | Refusal::ReplyWithoutClock => vec![t.button("button-suggestions", Act::Suggestions(0))],
        Refusal::InquiryDayPast
        | Refusal::InquiryDayFar
        | Refusal::InquiryNotOpen
        | Refusal::InquiryAnswerDay => vec![t.button("button-due", Act::Due(0))],
        Refusal::HandbookTooEarly
        | Refusal::HandbookFrozen
        | Refusal::HandbookInHand
        | Refusal::RecordVerified => {
            vec![t.button("menu-handbook", Act::Handbook(0))]
        }
    };
    page(vec![refusal_text(refusal, t.words, t.cx)], vec![row])
}

fn home(t: &Telling<'_>) -> Button {
    t.button("button-home", Act::Home)
}

pub(super) fn note(t: &Telling<'_>, note: Note) -> Deciding<Rendered> {
    if let (Note::AskTail, Step::Redeeming(id)) = (note, &t.to.dialogue.step)
        && let Some(invitation) = t.world.find_invitation(id)?
    {
        let key = tail_key(invitation, "note-ask-tail", "ask-tail-officer");
        return Ok(page(vec![t.say(key)], vec![]));
    }
    let (about, mut buttons) = match t.item.case_id {
        Some(id) => {
            let (case, role) = t.case(id, [])?;
            let about = t.say_with("note-about-case", &numbered(case));
            let show = match role {
                CaseRole::Writer => vec![t.button("button-progress", Act::Progress(id))],
                CaseRole::Deputy | CaseRole::Office => {
                    vec![t.button("button-show-letter", Act::ShowLetter(id))]
                }
                CaseRole::Overseer | CaseRole::Stranger => vec![],
            };
            // A stranger is not told that the number exists.
            (if show.is_empty() { String::new() } else { about }, vec![show])
        }
        None => (String::new(), vec![]),
    };
    buttons.push(following(t, note));
    let deputy = t.to.deputy_id.is_some();
    let menu = match note {
        Note::DeputyHelp | Note::LanguageChanged if deputy => menu::bar(t.words),
        // The words would be said to nobody.
        Note::BindingEnded => Some(vec![]),
        _ => None,
    };
    Ok(Rendered {
        menu,
        ..page(vec![note_text(note, t.words, t.cx), about], buttons)
    })
}

/// The buttons by which it goes on after a note.
fn following(t: &Telling<'_>, note: Note) -> Vec<Button> {
    let deputy = t.to.deputy_id.is_some();
    match note {
        Note::AskEnteredWay | Note::AskReport | Note::ForwardNotRead => EnteredWay::ALL
            .iter()
            .map(|way| Button {
                label: sentence(&t.say(way_key(*way))),
                act: Act::Enter(*way),
            })
            .collect(),
        Note::DeputyHelp => vec![
            t.button("menu-letters", Act::Letters(LetterFilter::Open, 0)),
            t.button("menu-todo", Act::Todo),
        ],
        Note::Help => vec![
            t.button("button-find", Act::Find),
            t.button("button-look-up", Act::LookUp),
        ],
        Note::HeldFirst => vec![t.button("button-leave-it", Act::LeaveIt)],
        Note::HeldDropped | Note::AskDeputyName => {
            vec![t.button("button-find", Act::Find)]
        }
        Note::ContactKept => match t.item.case_id {
            Some(case) => vec![t.button("button-remove-contact", Act::RemoveContact(case))],
            None => vec![],
        },
        Note::RecordsConfirmed | Note::RecordsConfirmedLate | Note::RecordDropped => vec![
            t.button("button-drafts", Act::Records(0, true)),
            t.button("menu-handbook", Act::Handbook(0)),
        ],
        Note::AnswerDropped if deputy => {
            vec![t.button("menu-letters", Act::Letters(LetterFilter::Open, 0))]
        }
        Note::StepLapsed | Note::AskEntered if deputy => vec![t.button("menu-todo", Act::Todo)],
        // The first page ends the question.
        Note::AskName | Note::AskContact | Note::AskLookup | Note::LanguageChanged | Note::StepLapsed => {
            vec![home(t)]
        }
        // What looked like no report may have been an answer to a letter.
        Note::Thanks
        | Note::PlanNotRecorded
        | Note::NothingDone
        | Note::AskedHow
        | Note::ReplyNotTaken
        | Note::SuggestionNotTaken
        | Note::VoiceKept
        | Note::VoiceBeingHeard
        | Note::VoiceNotHeard
        | Note::FileKept
            if deputy && matches!(t.to.dialogue.step_at(t.cx.now), Step::Choosing(_)) =>
        {
            vec![t.button("button-answer-letter", Act::AnswerLetter(None))]
        }
        Note::UndoneDropped | Note::HandbookNotHandedIn | Note::HandbookHandedIn if deputy => vec![t.button("menu-handbook", Act::Handbook(0))],
        Note::ReportNotRead
        | Note::EvidenceTaken
        | Note::VoiceKept
        | Note::VoiceBeingHeard
        | Note::VoiceNotHeard
        | Note::FileKept
        | Note::WhichRecord
        | Note::NotCorrected
        | Note::UndoneDropped
        | Note::EditLeft
        | Note::SecretRefused
        | Note::FavourRefused
        | Note::JudicialRefused
        | Note::TenderRefused
        | Note::EnforcementRefused
        | Note::BusinessRefused
        | Note::LeaveNotPassed
        | Note::PlanNotRecorded
        | Note::NothingDone
        | Note::Thanks
        | Note::ReplyNotTaken
        | Note::SuggestionNotTaken
        | Note::HandbookNotHandedIn
        | Note::HandbookHandedIn
        | Note::AskedHow
        | Note::NameKept
        | Note::ContactRemoved
        | Note::NewCaseNext
        | Note::MoreNext
        | Note::AskPassedOnTo
        | Note::AskTail
        | Note::AnswerDropped
        | Note::Dropped
        | Note::BindingEnded
        | Note::PostEnded
        | Note::AskEntered
        | Note::TooBigKept
        // The finder follows.
        | Note::CodeUnknown
        | Note::PrivateOnly
        | Note::NothingToKeep => vec![],
    }
}

/// The key of the word for a way in which a matter was heard.
pub(super) fn way_key(way: EnteredWay) -> &'static str {
    match way {
        EnteredWay::Telephone => "way-telephone",
        EnteredWay::Paper => "way-paper",
        EnteredWay::InPerson => "way-in-person",
    }
}
