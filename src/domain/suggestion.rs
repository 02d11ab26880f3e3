//! Motions and suggestions (议案、建议): what a deputy raises, in the register of the office.
//!
//! Written by the flows that register, draft and withdraw; read by the desk, the command line and the chat. To whom one is
//! handed out is `assignment`, what is answered is `reply`. **Invariants:** a number belongs to one suggestion of its
//! session for ever; only a draft has none; nothing is ever deleted, a withdrawn one stays with its day and reason; one
//! that has begun to be handled keeps its leading deputy.

pub mod assignment;
pub mod command;
pub mod life;
pub mod message;
pub mod paper;
pub mod register_sheet;
pub mod reply;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::tagged;
use super::ids::{AccountId, AssignmentId, CaseId, DeputyId, OfficeId, RecordId, ReplyId, SuggestionId};

tagged! {
    /// What it is.
    SuggestionKind {
        /// 议案: ten names, powers of the congress (Organic Law, article 22).
        Motion = "motion",
        /// 建议、批评和意见: one name.
        Suggestion = "suggestion",
    }
}

tagged! {
    /// Where it stands, in the order of its life.
    SuggestionState {
        /// 起草中: seen by its deputy alone.
        Draft = "draft",
        /// 已提出, not yet handed out.
        Raised = "raised",
        /// 已交办: at least one handling unit owes a reply.
        HandedOut = "handed_out",
        /// 已答复: every handling unit has replied in writing.
        Answered = "answered",
        /// 已办结: feedback on every reply was given and received.
        Ended = "ended",
        /// 已撤回.
        Withdrawn = "withdrawn",
    }
}

impl SuggestionState {
    /// True while it may still be handed out, replied to and given feedback on.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            SuggestionState::Raised | SuggestionState::HandedOut | SuggestionState::Answered
        )
    }
}

tagged! {
    /// Whether its text may be made public (是否同意公开).
    Openness {
        /// Nothing was said.
        Unsaid = "unsaid",
        /// The deputy agrees.
        Open = "open",
        /// The deputy doesn't.
        Closed = "closed",
    }
}

/// When it was raised: at a session of a congress, or between sessions (闭会期间).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CongressSession {
    /// 届, from 1.
    pub term: u16,
    /// 次会议, from 1; 0: between sessions.
    pub session: u16,
}

impl CongressSession {
    /// The word in the database and on the command line: `14-4`; `14-0` between sessions.
    pub fn tag(self) -> String {
        format!("{}-{}", self.term, self.session)
    }

    /// Reads `14-4`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let (term, session) = tag.trim().split_once('-')?;
        let (term, session) = (term.parse().ok()?, session.parse().ok()?);
        (1..=99)
            .contains(&term)
            .then_some(Self { term, session })
            .filter(|it| it.session <= 20)
    }

    /// Reads how people write it: `14-4`, 十四届四次会议, 第14届第4次, 十四届闭会期间.
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '第')
            .collect();
        if let Some(read) = Self::from_tag(&text) {
            return Some(read);
        }
        let (term, rest) = text.split_once('届')?;
        let term = small_number(term.rsplit(['省', '、']).next()?)?;
        let session = if rest.contains("闭会") {
            0
        } else {
            let at = rest.find('次')?;
            let number: String = rest[..at].chars().rev().take_while(|c| is_numeral(*c)).collect();
            small_number(&number.chars().rev().collect::<String>())?
        };
        Self::from_tag(&format!("{term}-{session}"))
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// 1 to 99, in digits or in Chinese.
fn small_number(text: &str) -> Option<u16> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |c: char| {
        let place = "一二三四五六七八九".chars().position(|it| it == c)?;
        u16::try_from(place + 1).ok()
    };
    let signs: Vec<char> = text.chars().collect();
    match signs[..] {
        ['十'] => Some(10),
        [one] => digit(one),
        ['十', ones] => Some(10 + digit(ones)?),
        [tens, '十'] => Some(10 * digit(tens)?),
        [tens, '十', ones] => Some(10 * digit(tens)? + digit(ones)?),
        _ => None,
    }
}

/// What a draft grew from: entries of the deputy's own, never their words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SuggestionSources {
    /// Letters whose matter it takes up; who wrote them is told what came of it.
    #[serde(default)]
    pub cases: Vec<CaseId>,
    /// Contact records.
    #[serde(default)]
    pub records: Vec<RecordId>,
}

/// A motion or suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// Identity.
    pub id: SuggestionId,
    /// When it was raised.
    pub session: CongressSession,
    /// As the office writes it, such as `S-0012`: unique within the session. A draft has none: empty.
    pub number: String,
    /// What it is.
    pub kind: SuggestionKind,
    /// Where it stands.
    pub state: SuggestionState,
    /// 关于…的建议
    pub title: String,
    /// 情况和问题; a motion's 案由. Empty where the register came without texts.
    pub situation: String,
    /// 分析; a motion's 案据.
    pub analysis: String,
    /// 具体建议; a motion's 方案.
    pub proposals: String,
    /// 领衔代表
    pub deputy_id: DeputyId,
    /// The leading deputy's unit office, which sees it in its register.
    pub office_id: OfficeId,
    /// The day on which it was raised, if that is known.
    pub raised_on: Option<NaiveDate>,
    /// 重点督办 (Deputies Law, article 52).
    pub is_key: bool,
    /// 是否同意公开
    pub openness: Openness,
    /// What it grew from.
    pub sources: SuggestionSources,
    /// The advice on admissibility that was given, and what the deputy chose, as JSON (A5.4); empty: none was asked.
    pub advice: String,
    /// Raised together with this one, because the content is the same (A5.3).
    pub merged_into_id: Option<SuggestionId>,
    /// Withdrawn.
    pub withdrawn_at: Option<i64>,
    /// Why it was withdrawn, in words.
    pub withdrawn_why: String,
    /// Who entered it; none: the command line or an import of it.
    pub entered_by: Option<AccountId>,
    /// Entered.
    pub created_at: i64,
}

tagged! {
    /// What a co-signer said (F43: they must know the content and confirm it).
    NameState {
        /// Asked, not yet answered.
        Invited = "invited",
        /// Has read this content and agrees.
        Confirmed = "confirmed",
        /// Does not wish to.
        Declined = "declined",
        /// The content changed after the confirmation: to be asked again.
        Changed = "changed",
    }
}

/// A deputy who puts the name to a suggestion besides the leading one.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestionName {
    /// To which.
    pub suggestion_id: SuggestionId,
    /// Who.
    pub deputy_id: DeputyId,
    /// The order of the names, from 1.
    pub place: i64,
    /// What was said.
    pub state: NameState,
    /// Asked; of names that an office entered: entered.
    pub invited_at: i64,
    /// Confirmed or declined.
    pub answered_at: Option<i64>,
    /// Hash of the content that was shown or confirmed last; empty where the office has the signature on paper.
    pub content_hash: String,
    /// Marks of the contents for which a card was sent, joined by commas: none is sent twice.
    pub asked_hashes: String,
    /// Hash of the content that was confirmed last; empty: none.
    pub confirmed_hash: String,
}

/// Contents that are remembered as asked about, and characters of the mark of each.
const ASKED: usize = 60;
const MARK: usize = 16;

impl SuggestionName {
    /// Whether a card of this content was sent already.
    pub fn was_asked(&self, hash: &str) -> bool {
        let mark = hash.get(..MARK).unwrap_or(hash);
        self.asked_hashes.split(',').any(|it| it == mark)
    }

    /// The row after a card of this content was sent.
    #[must_use]
    pub fn asked(mut self, hash: &str) -> Self {
        let mark = hash.get(..MARK).unwrap_or(hash);
        let mut marks: Vec<&str> = self.asked_hashes.split(',').filter(|it| !it.is_empty()).collect();
        marks.push(mark);
        let first = marks.len().saturating_sub(ASKED);
        self.asked_hashes = marks[first..].join(",");
        self
    }

    /// Where the name stands when the content becomes another one, or is changed back.
    pub fn state_by(&self, hash: &str) -> NameState {
        let is_shown = self.content_hash == hash;
        match self.state {
            NameState::Declined => NameState::Declined,
            _ if !self.confirmed_hash.is_empty() && self.confirmed_hash == hash => NameState::Confirmed,
            NameState::Confirmed | NameState::Invited if is_shown => self.state,
            // A row of an older release: it was confirmed, or it would not be changed.
            NameState::Changed if is_shown && self.asked_hashes.is_empty() => NameState::Confirmed,
            NameState::Changed if is_shown => NameState::Invited,
            NameState::Confirmed | NameState::Invited | NameState::Changed => NameState::Changed,
        }
    }
}

tagged! {
    /// What happened to a suggestion.
    SuggestionAct {
        /// Entered into the register.
        Entered = "entered",
        /// A field was corrected.
        Corrected = "corrected",
        /// Handed out to a unit.
        Assigned = "assigned",
        /// The time for the reply was extended to six months.
        Extended = "extended",
        /// The unit returned it as wrongly assigned.
        Returned = "returned",
        /// A reply was recorded.
        Replied = "replied",
        /// Another day of receipt came up for a reply.
        CandidateAdded = "candidate_added",
        /// Several days of receipt were cleared into one.
        Cleared = "cleared",
        /// A deadline was worked out again by another calendar.
        Recalculated = "recalculated",
        /// Withdrawn.
        Withdrawn = "withdrawn",
        /// Raised together with another one.
        Merged = "merged",
        /// A co-signer was asked, confirmed or declined.
        Named = "named",
        /// Feedback was given, told of or changed.
        FeedbackGiven = "feedback_given",
        /// A receiver got it, confirmed it, or a confirmation was taken back.
        FeedbackReceived = "feedback_received",
        /// A verdict was released to the handling unit.
        FeedbackReleased = "feedback_released",
        /// Handed out once more after a dissatisfied feedback.
        Rehandled = "rehandled",
    }
}

/// A line of a suggestion's life: corrections keep the old value, who, when and why (A7.5).
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestionEvent {
    /// Identity; the order of events.
    pub id: i64,
    /// Of which.
    pub suggestion_id: SuggestionId,
    /// Of which assignment, if of one.
    pub assignment_id: Option<AssignmentId>,
    /// Of which reply, if of one.
    pub reply_id: Option<ReplyId>,
    /// What happened.
    pub act: SuggestionAct,
    /// Which field, by its column; empty where the whole is meant.
    pub field: String,
    /// Before; empty where there was nothing.
    pub old_value: String,
    /// After.
    pub new_value: String,
    /// Why, in words; empty where no reason is asked.
    pub why: String,
    /// By whom; none: the command line or the program.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: i64,
}

impl SuggestionEvent {
    /// A line about the suggestion itself, without values.
    pub fn new(
        id: i64,
        suggestion_id: SuggestionId,
        act: SuggestionAct,
        by: Option<AccountId>,
        at: i64,
    ) -> Self {
        Self {
            id,
            suggestion_id,
            assignment_id: None,
            reply_id: None,
            act,
            field: String::new(),
            old_value: String::new(),
            new_value: String::new(),
            why: String::new(),
            account_id: by,
            at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_read_as_it_is_written() {
        for (tag, term, session) in [("14-4", 14, 4), ("14-0", 14, 0), (" 15-1 ", 15, 1)] {
            let read = CongressSession::from_tag(tag).unwrap();
            assert_eq!((read.term, read.session), (term, session));
            assert_eq!(read.tag(), tag.trim());
        }
        for (words, tag) in [
            ("十四届四次会议", "14-4"),
            ("第十四届第四次会议", "14-4"),
            ("省十四届人大四次会议", "14-4"),
            ("14届2次", "14-2"),
            ("二十届闭会期间", "20-0"),
        ] {
            assert_eq!(
                CongressSession::read(words).map(CongressSession::tag).as_deref(),
                Some(tag)
            );
        }
        assert_eq!(CongressSession::read("去年"), None);
        for wrong in ["", "14", "0-1", "14-99", "14-x", "1400-4", "-4"] {
            assert_eq!(CongressSession::from_tag(wrong), None, "{wrong}");
        }
    }
}
