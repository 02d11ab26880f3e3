//! Where a conversation stands: what the next words of a person will be taken for.
//!
//! Kept in the account's row as versioned JSON that the store doesn't read. **Invariant:** an older release's JSON
//! stays readable; what can't be read becomes the menu, and the person's words are kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::{EnteredWay, Reader};
use super::draft::{DraftPart, NamesRead};
use super::feedback::FeedbackWay;
use super::ids::{
    AssignmentId, CaseId, InquiryId, InvitationId, OutboxId, RecordId, ReplyId, ReportId, SuggestionId,
};
use super::message::Content;
use crate::domain::suggestion::reply::{ReceiptSource, ReplyForm};

/// The conversation of one account.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Dialogue {
    /// To whom a constituent's next letter goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talking_to: Option<Reader>,
    /// The next words begin a new case although one is open.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub wants_new_case: bool,
    /// The records on a deputy's last card: typed corrections and taking back are about these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card: Vec<RecordId>,
    /// The report to which files belong that come within a minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub burst: Option<ReportId>,
    /// How many files it has.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub burst_files: u32,
    /// What the next words are for.
    #[serde(default)]
    pub step: Step,
    /// The album whose photos are still coming in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub album: Option<Album>,
    /// The step lapses at this instant; afterwards the words are asked about, never misdirected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step_until_at: Option<i64>,
}

/// Photos sent together come one by one; those that come in time are shown to the reader as one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Album {
    /// The channel's name for it.
    pub key: String,
    /// The case that it went to.
    pub case: CaseId,
    /// The message that waits for the rest; none where no card is shown, as for an office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<OutboxId>,
}

/// What the next words of a person will be taken for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Nothing in particular: a constituent's words go to the case, a deputy's are asked about.
    #[default]
    Idle,
    /// A deputy's or officer's next words answer this case.
    Answering(CaseId),
    /// An answer waits for the choice between its own and the modest wording.
    Checking {
        /// The case to be answered.
        case: CaseId,
        /// The words as they were written.
        text: String,
        /// The words with each finding replaced.
        modest: String,
    },
    /// Words of a deputy that named no case wait for the choice of one.
    Choosing(Content),
    /// The next words name whom the matter was passed on to.
    PassingOn(CaseId),
    /// The next words are the name by which a constituent wants to be known to this reader.
    Naming(Reader),
    /// The next words are a telephone number or an e-mail address for a call back.
    LeavingContact(CaseId),
    /// The next words are the search for a deputy's name.
    SearchingName,
    /// The next words are the number and lookup code of a case.
    LookingUp,
    /// Six digits came alone, a case's number or its lookup code; the next six are the other half.
    TypedDigits(String),
    /// A deputy's next words go to this reader as a constituent's do: the deputy writes in a matter of their own.
    WritingTo(Reader),
    /// The next words are the last four characters that redeem this invitation.
    Redeeming(InvitationId),
    /// A deputy's next words tell what was done (记一笔).
    Reporting,
    /// The next words are a matter that was heard elsewhere.
    EnteringFor(EnteredWay),
    /// The next words replace this field of a contact record.
    Correcting {
        /// The record.
        record: RecordId,
        /// The field, by its word in `ContactField`.
        field: String,
    },
    /// The next words are the reasons for a dissatisfied verdict on this reply.
    WritingReasons(ReplyId),
    /// The next words are the day on which feedback was given elsewhere.
    TellingDay {
        /// On which reply.
        reply: ReplyId,
        /// On the platform or on paper.
        way: FeedbackWay,
    },
    /// The next words answer this inquiry, or add to its answer.
    AnsweringInquiry(InquiryId),
    /// The next pictures prove a feedback that was given elsewhere.
    ProvingFeedback(ReplyId),
    /// A deputy tells of a received reply: what is known of it so far.
    TellingReply {
        /// Assignments that it may belong to.
        fits: Vec<AssignmentId>,
        /// To which it does.
        assignment: Option<AssignmentId>,
        /// The day of receipt.
        on: Option<NaiveDate>,
        /// The day is a guess.
        is_guess: bool,
        /// How it came.
        source: ReceiptSource,
        /// Written or oral.
        form: ReplyForm,
    },
    /// The next words are a part of this draft.
    Drafting {
        /// Which.
        draft: SuggestionId,
        /// The part.
        part: DraftPart,
        /// They are added to what stands; false: they take its place.
        adds: bool,
    },
    /// The next words take the place of a sentence of this draft.
    DraftSentence {
        /// Which.
        draft: SuggestionId,
        /// The sentence.
        sentence: String,
    },
    /// The next words name deputies who are asked for their names under this draft.
    DraftNaming {
        /// Which.
        draft: SuggestionId,
        /// What was read of the last ones.
        read: NamesRead,
    },
    /// The next words name the handling units that are proposed.
    DraftUnits(SuggestionId),
    /// Words that sound like a suggestion wait for the choice to begin a draft with them.
    DraftOffered(String),
    /// A constituent's words wait until a reader is chosen.
    Holding(Vec<Content>),
    /// A constituent's words wait until they say whether they may go to this reader.
    Offered {
        /// Who would read.
        reader: Reader,
        /// What was said, in order.
        said: Vec<Content>,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Dialogue {
    /// The JSON for the database.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the JSON of the database; what can't be read is the menu.
    pub fn from_json(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// The step, unless it lapsed before `now`.
    pub fn step_at(&self, now: i64) -> &Step {
        const IDLE: &Step = &Step::Idle;
        match self.step_until_at {
            Some(until) if until <= now => IDLE,
            _ => &self.step,
        }
    }

    /// Goes to a step that lapses at an instant, or never.
    pub fn go(&mut self, step: Step, until_at: Option<i64>) {
        self.step = step;
        self.step_until_at = until_at;
    }

    /// Back to nothing in particular.
    pub fn rest(&mut self) {
        self.go(Step::Idle, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::DeputyId;

    #[test]
    fn every_step_survives_its_way_through_the_database() {
        let words = vec![
            Content::Text("水渠".into()),
            Content::Location {
                latitude: 1.5,
                longitude: 2.5,
                name: None,
            },
        ];
        let reader = Reader::Deputy(DeputyId(7));
        for step in [
            Step::Idle,
            Step::Reporting,
            Step::Answering(CaseId(1)),
            Step::Checking {
                case: CaseId(1),
                text: "a".into(),
                modest: "b".into(),
            },
            Step::Choosing(Content::Text("好".into())),
            Step::WritingReasons(ReplyId(9)),
            Step::TellingDay {
                reply: ReplyId(9),
                way: FeedbackWay::Paper,
            },
            Step::AnsweringInquiry(InquiryId(9)),
            Step::ProvingFeedback(ReplyId(9)),
            Step::TypedDigits("482615".into()),
            Step::WritingTo(reader),
            Step::Holding(words.clone()),
            Step::Offered { reader, said: words },
            Step::Drafting {
                draft: SuggestionId(4),
                part: DraftPart::Analysis,
                adds: true,
            },
            Step::DraftNaming {
                draft: SuggestionId(4),
                read: NamesRead {
                    several: vec![("王示".into(), vec![DeputyId(1), DeputyId(2)])],
                    ..NamesRead::default()
                },
            },
            Step::DraftOffered("想提个建议".into()),
            Step::Correcting {
                record: RecordId(3),
                field: "on".into(),
            },
        ] {
            let mut dialogue = Dialogue {
                talking_to: Some(reader),
                ..Dialogue::default()
            };
            dialogue.go(step, Some(5));
            let json = dialogue.to_json();
            assert_eq!(
                serde_json::from_str::<Dialogue>(&json).map_err(|e| format!("{e} in {json}")),
                Ok(dialogue)
            );
        }
    }
}
