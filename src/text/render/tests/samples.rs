//! A sample of every kind of message in its variants, with whom it is owed to.

use crate::domain::case::{CaseState, Reader};
use crate::domain::draft::DraftFileFault;
use crate::domain::draft::message::DraftMessage;
use crate::domain::ids::{AccountId, FileId, MessageId, OutboxId};
use crate::domain::inquiry::InquiryPage;
use crate::domain::interest::FIELDS;
use crate::domain::message_kind::{FeedbackPage, HandInSaid, MessageKind, Note, Unavailable};
use crate::domain::outbox::{OutboxItem, OutboxState};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::world::{FindBy, LetterFilter};

use super::feedback_world;
use super::small_world::{
    AT_OFFICE, CHANGSHA, CONFIRMED, DEPUTY, DEPUTYS, DRAFT, DROPPED, ENTERED, FOR_DEPUTY, FOR_OFFICER, LEFT,
    LONG, NOTICE, OFFICERS, OPEN, OTHER_DEPUTYS, PASSED_ON, REPORT, REPORT_DONE, SOLDIER, STRANGER, UNBOUND,
    VOICE, WRITER, owed,
};

pub(super) const KINDS: usize = 74;

/// A new kind stops compiling here: give it a number, and samples below.
pub(super) fn number(kind: &MessageKind) -> usize {
    match kind {
        MessageKind::Welcome => 0,
        MessageKind::Note { .. } => 1,
        MessageKind::Refused { .. } => 2,
        MessageKind::Sorry { .. } => 3,
        MessageKind::Opened { .. } => 4,
        MessageKind::OfferOffice { .. } => 5,
        MessageKind::HeldWords { .. } => 6,
        MessageKind::FinderMenu => 7,
        MessageKind::FinderUnits { .. } => 8,
        MessageKind::FinderFields => 9,
        MessageKind::FinderDeputies { .. } => 10,
        MessageKind::Receipt { .. } => 11,
        MessageKind::ReceiptMore { .. } => 12,
        MessageKind::State { .. } => 13,
        MessageKind::MyCases { .. } => 14,
        MessageKind::CaseOpened { .. } => 15,
        MessageKind::Answer { .. } => 16,
        MessageKind::Told { .. } => 17,
        MessageKind::ReaderChanged { .. } => 18,
        MessageKind::Card { .. } => 19,
        MessageKind::CaseFile { .. } => 20,
        MessageKind::CardSummary => 21,
        MessageKind::Letters { .. } => 22,
        MessageKind::Letter { .. } => 23,
        MessageKind::AskAnswer { .. } => 24,
        MessageKind::CheckAnswer { .. } => 25,
        MessageKind::ChooseCase => 26,
        MessageKind::AnswerTaken { .. } => 27,
        MessageKind::Delivery { .. } => 28,
        MessageKind::Marked { .. } => 29,
        MessageKind::Todo => 30,
        MessageKind::Record { .. } => 31,
        MessageKind::Records { .. } => 32,
        MessageKind::AskField { .. } => 33,
        MessageKind::Handbook { .. } => 34,
        MessageKind::InvitationQuestion { .. } => 35,
        MessageKind::InvitationWrong { .. } => 36,
        MessageKind::BoundDeputy => 37,
        MessageKind::BoundOfficer => 38,
        MessageKind::DeputyBound { .. } => 39,
        MessageKind::OfficeLetter { .. } => 40,
        MessageKind::EnteredFor { .. } => 41,
        MessageKind::SomethingWaits => 42,
        MessageKind::Settled { .. } => 43,
        MessageKind::StatePage { .. } => 44,
        MessageKind::CardPassed { .. } => 45,
        MessageKind::LetterPage { .. } => 46,
        MessageKind::OfficeLetters => 47,
        MessageKind::EndedByWriter { .. } => 48,
        MessageKind::OpenedElsewhere { .. } => 49,
        MessageKind::TypedDigits => 50,
        MessageKind::Suggestion { .. } => 51,
        MessageKind::HandbookDue { .. } => 52,
        MessageKind::HandInDrafts { .. } => 53,
        MessageKind::HandbookStands { .. } => 54,
        MessageKind::HandbooksMissing { .. } => 55,
        MessageKind::Report { .. } => 56,
        MessageKind::EditOffer { .. } => 57,
        MessageKind::CaseAlbum { .. } => 58,
        MessageKind::Feedback { .. } => 59,
        MessageKind::DueList { .. } => 60,
        MessageKind::OfficeDue { .. } => 61,
        MessageKind::Inquiry { .. } => 72,
        MessageKind::Weeks => 70,
        MessageKind::CalendarLink => 71,
        MessageKind::HandbookSheet { .. } => 72,
        MessageKind::ReturnTakenBack { .. } => 73,
        MessageKind::HelpWanted { .. } => 62,
        MessageKind::HandInSaid { .. } => 63,
        MessageKind::Notice { .. } => 64,
        MessageKind::RecordSource { .. } => 65,
        MessageKind::RecordFiles { .. } => 66,
        MessageKind::Draft { .. } => 67,
        MessageKind::VoiceWords { .. } => 69,
        MessageKind::Gaps => 68,
    }
}

/// Every kind in its variants, to whom it is owed.
pub(super) fn samples() -> Vec<OutboxItem> {
    let mut all = Vec::new();
    let mut add = |to: AccountId, kind: MessageKind| {
        let case = match &kind {
            MessageKind::Note {
                note: Note::MoreNext | Note::AskContact | Note::ContactKept,
            } => Some(OPEN),
            MessageKind::Note {
                note: Note::AskPassedOnTo,
            } => Some(PASSED_ON),
            _ => None,
        };
        all.push(owed(kind, to, case));
    };
    use MessageKind as K;
    for to in [WRITER, DEPUTYS, OFFICERS] {
        add(to, K::Welcome);
        for note in Note::ALL {
            add(to, K::Note { note: *note });
        }
    }
    for refusal in Refusal::ALL {
        add(WRITER, K::Refused { refusal: *refusal });
        add(DEPUTYS, K::Refused { refusal: *refusal });
    }
    for reader in [
        Reader::Deputy(DEPUTY),
        Reader::Deputy(UNBOUND),
        Reader::Office(CHANGSHA),
    ] {
        add(WRITER, K::Opened { reader });
        add(WRITER, K::HeldWords { reader });
    }
    for held in [true, false] {
        for (deputy, why) in [
            (UNBOUND, Unavailable::NotBound),
            (UNBOUND, Unavailable::NotReceiving),
            (SOLDIER, Unavailable::NotReceiving),
        ] {
            add(WRITER, K::OfferOffice { deputy, why, held });
        }
    }
    for reply in feedback_world::ALL {
        for page in FeedbackPage::ALL {
            add(DEPUTYS, K::Feedback { reply, page: *page });
        }
    }
    for about in [
        SuggestionMessage::Told {
            reply: feedback_world::AWAITED,
        },
        SuggestionMessage::Recorded {
            replies: vec![feedback_world::AWAITED],
        },
        SuggestionMessage::NothingAwaited,
        SuggestionMessage::NotRecorded,
    ] {
        add(DEPUTYS, K::Suggestion { about });
    }
    for inquiry in feedback_world::INQUIRIES {
        for page in InquiryPage::ALL {
            for to in [DEPUTYS, OFFICERS] {
                add(to, K::Inquiry { inquiry, page: *page });
            }
        }
    }
    add(DEPUTYS, K::DueList { page: 0 });
    add(DEPUTYS, K::DueList { page: 1 });
    add(DEPUTYS, K::Weeks);
    add(
        OFFICERS,
        K::Suggestion {
            about: SuggestionMessage::OfficeDaysMoved { count: 12 },
        },
    );
    add(DEPUTYS, K::CalendarLink);
    add(OFFICERS, K::CalendarLink);
    add(OFFICERS, K::OfficeDue { office: CHANGSHA });
    add(
        OFFICERS,
        K::HelpWanted {
            reply: feedback_world::AWAITED,
        },
    );
    add(WRITER, K::FinderMenu);
    add(WRITER, K::FinderUnits { for_office: false });
    add(WRITER, K::FinderUnits { for_office: true });
    add(WRITER, K::FinderFields);
    for by in [
        FindBy::Unit("CS".into()),
        FindBy::Name("示".into()),
        FindBy::Field(FIELDS[5].into()),
        FindBy::Field("别的".into()),
    ] {
        add(WRITER, K::FinderDeputies { by, page: 1 });
    }
    for case in [OPEN, AT_OFFICE, VOICE] {
        add(WRITER, K::Receipt { case });
        add(WRITER, K::ReceiptMore { case, since: 1 });
    }
    for case in [OPEN, PASSED_ON, AT_OFFICE, LONG, LEFT, VOICE] {
        add(WRITER, K::State { case });
        add(WRITER, K::StatePage { case, page: 1 });
        add(WRITER, K::CaseOpened { case });
        add(WRITER, K::ReaderChanged { case });
        for state in CaseState::ALL {
            add(WRITER, K::Told { case, state: *state });
        }
        add(WRITER, K::Letter { case });
        add(
            WRITER,
            K::Marked {
                case,
                state: CaseState::Ended,
            },
        );
    }
    add(WRITER, K::MyCases { page: 0 });
    add(STRANGER, K::MyCases { page: 0 });
    for message in [107, 108] {
        add(
            WRITER,
            K::Answer {
                case: OPEN,
                message: MessageId(message),
            },
        );
    }
    for (case, from) in [
        (OPEN, 101),
        (PASSED_ON, 110),
        (ENTERED, 112),
        (LONG, 113),
        (VOICE, 115),
    ] {
        for more in [false, true] {
            let from = MessageId(from);
            add(DEPUTYS, K::Card { case, from, more });
        }
        add(
            DEPUTYS,
            K::CardPassed {
                case,
                from: MessageId(from),
            },
        );
        add(DEPUTYS, K::Letter { case });
        for page in [0, 1, 99, -1] {
            add(DEPUTYS, K::LetterPage { case, page });
        }
        add(DEPUTYS, K::EndedByWriter { case });
        add(DEPUTYS, K::AskAnswer { case });
        add(DEPUTYS, K::AnswerTaken { case });
        for state in CaseState::ALL {
            add(DEPUTYS, K::Marked { case, state: *state });
        }
    }
    for message in [101, 102, 104, 105, 108, 115] {
        let case = if message == 115 { VOICE } else { OPEN };
        add(
            DEPUTYS,
            K::CaseFile {
                case,
                message: MessageId(message),
            },
        );
    }
    add(
        DEPUTYS,
        K::CaseAlbum {
            case: OPEN,
            messages: vec![MessageId(102), MessageId(104)],
        },
    );
    add(DEPUTYS, K::CardSummary);
    for filter in [LetterFilter::Open, LetterFilter::Answered, LetterFilter::Ended] {
        for page in [0, 1] {
            add(DEPUTYS, K::Letters { filter, page });
        }
        add(OTHER_DEPUTYS, K::Letters { filter, page: 0 });
    }
    add(OFFICERS, K::Letter { case: AT_OFFICE });
    add(DEPUTYS, K::CheckAnswer { case: OPEN });
    add(DEPUTYS, K::CheckAnswer { case: LONG });
    add(DEPUTYS, K::ChooseCase);
    add(OTHER_DEPUTYS, K::ChooseCase);
    for (_, item) in OutboxState::ALL
        .iter()
        .zip(51..)
        .chain([(&OutboxState::Sent, 999)])
    {
        add(
            DEPUTYS,
            K::Delivery {
                item: OutboxId(item),
                case: OPEN,
            },
        );
    }
    add(DEPUTYS, K::Todo);
    add(OTHER_DEPUTYS, K::Todo);
    for record in [DRAFT, CONFIRMED, DROPPED] {
        add(DEPUTYS, K::Record { record });
    }
    for drafts in [true, false] {
        add(DEPUTYS, K::Records { page: 0, drafts });
        add(OTHER_DEPUTYS, K::Records { page: 0, drafts });
    }
    for field in [
        "on", "place", "way", "whom", "people", "matters", "passing-on", "answer-back", "of a newer release",
    ] {
        add(
            DEPUTYS,
            K::AskField {
                record: DRAFT,
                field: field.into(),
            },
        );
    }
    for year in [0, 2025, i32::MAX, i32::MIN] {
        add(DEPUTYS, K::Handbook { year });
    }
    add(DEPUTYS, K::HandbookDue { year: 2026 });
    add(DEPUTYS, K::HandInDrafts { year: 2026 });
    for said in HandInSaid::ALL {
        for year in [2025, 2026] {
            add(DEPUTYS, K::HandInSaid { year, said: *said });
        }
    }
    for to in [DEPUTYS, OTHER_DEPUTYS] {
        add(to, K::Gaps);
        add(to, K::VoiceWords { file: FileId(1) });
        add(to, K::Notice { report: NOTICE });
        add(to, K::Notice { report: REPORT });
        for record in [DRAFT, CONFIRMED] {
            add(to, K::RecordSource { record });
            add(to, K::ReturnTakenBack { record });
            for files in [vec![], vec![FileId(1)], vec![FileId(1), FileId(2)]] {
                add(to, K::RecordFiles { record, files });
            }
        }
    }
    add(
        DEPUTYS,
        K::HandbookStands {
            deputy: DEPUTY,
            year: 2026,
        },
    );
    for (added, changed) in [(3, 2), (1, 0), (0, 1)] {
        let year = 2026;
        add(DEPUTYS, K::HandbookSheet { year, added, changed });
    }
    add(
        OFFICERS,
        K::HandbooksMissing {
            office: CHANGSHA,
            year: 2026,
        },
    );
    for invitation in [FOR_DEPUTY, FOR_OFFICER] {
        add(STRANGER, K::InvitationQuestion { invitation });
        add(STRANGER, K::InvitationWrong { invitation });
    }
    add(DEPUTYS, K::BoundDeputy);
    add(OFFICERS, K::BoundOfficer);
    add(OFFICERS, K::DeputyBound { deputy: DEPUTY });
    add(OFFICERS, K::OfficeLetter { case: AT_OFFICE });
    add(OFFICERS, K::OfficeLetters);
    add(WRITER, K::OpenedElsewhere { number: 260_137 });
    add(WRITER, K::TypedDigits);
    add(DEPUTYS, K::EnteredFor { case: ENTERED });
    // Those with rows are told word for word in the transcripts.
    for about in [
        SuggestionMessage::List { page: 0 },
        SuggestionMessage::NothingAwaited,
        SuggestionMessage::NotRecorded,
    ] {
        add(DEPUTYS, K::Suggestion { about });
    }
    for about in [
        DraftMessage::List,
        DraftMessage::AskKind,
        DraftMessage::OfferWords,
        DraftMessage::Reading,
    ] {
        add(DEPUTYS, K::Draft { about });
    }
    for why in DraftFileFault::ALL {
        add(
            DEPUTYS,
            K::Draft {
                about: DraftMessage::Unread { why: *why },
            },
        );
    }
    add(WRITER, K::SomethingWaits);
    let incident = "E-7K2".to_owned();
    add(
        WRITER,
        K::Sorry {
            incident: incident.clone(),
        },
    );
    for to in [DEPUTYS, OTHER_DEPUTYS] {
        for report in [REPORT, REPORT_DONE] {
            add(to, K::Report { report });
        }
        add(to, K::EditOffer { report: REPORT });
    }
    add(WRITER, K::Settled { incident });
    all
}
