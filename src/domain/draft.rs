//! A draft of a motion or suggestion: what it has besides the row of the register, until an office registers it with a number.
//!
//! Written by the flows that draft, check, ask for names, merge and hand in; read by the chat. **Invariants:** nobody but the
//! drafting deputy sees a draft, and those whom the deputy asked for the name; a confirmation belongs to one content, known by
//! its hash; nothing is deleted: a draft is put away or merged, and can be brought back.

pub mod admissibility;
pub mod likeness;
pub mod message;
pub mod overlap;
pub mod text;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::audit::hex;
use super::case::tagged;
use super::ids::{DeputyId, FileId, SuggestionId};
use super::suggestion::{CongressSession, Suggestion};

tagged! {
    /// Where a draft stands.
    DraftStage {
        /// Its document was sent in and is being read.
        Reading = "reading",
        /// Being written.
        Open = "open",
        /// 已提交 on the platform, at the session or to the office: its deputy said so.
        HandedIn = "handed_in",
        /// The office registered it with a number.
        Registered = "registered",
        /// Raised together with another draft.
        Merged = "merged",
        /// 收起
        PutAway = "put_away",
        /// Its document could not be read: there is no draft.
        Unread = "unread",
    }
}

impl DraftStage {
    /// True while its words may be changed.
    pub fn is_open(self) -> bool {
        self == DraftStage::Open
    }
}

tagged! {
    /// What it grew from, as the paper asks (是否调研形成).
    DraftOrigin {
        /// Nothing was said.
        Unsaid = "unsaid",
        /// 视察
        Inspection = "inspection",
        /// 专题调研
        Research = "research",
        /// 代表小组
        Group = "group",
        /// 联系群众
        Contact = "contact",
        /// 其他
        Other = "other",
    }
}

tagged! {
    /// A tick on the paper.
    Tick {
        /// Nothing was said.
        Unsaid = "unsaid",
        /// 是
        Yes = "yes",
        /// 否
        No = "no",
    }
}

impl Tick {
    /// The next one, when it is tapped.
    pub fn next(self) -> Self {
        match self {
            Tick::Unsaid => Tick::Yes,
            Tick::Yes => Tick::No,
            Tick::No => Tick::Unsaid,
        }
    }
}

impl DraftOrigin {
    /// The next one, when it is tapped.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

tagged! {
    /// Where it was handed in, as its deputy tells.
    HandInWay {
        /// 省人大代表建议网络平台
        Platform = "platform",
        /// To the delegation or the secretariat of the session.
        Session = "session",
        /// To the liaison office, between sessions.
        Office = "office",
    }
}

/// A draft, beside its row in the register.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRow {
    /// Of which suggestion.
    pub suggestion_id: SuggestionId,
    /// Whose.
    pub deputy_id: DeputyId,
    /// Where it stands.
    pub stage: DraftStage,
    /// 建议承办单位, in words.
    pub units: String,
    /// What it grew from.
    pub origin: DraftOrigin,
    /// 是否多年多次提出
    pub raised_before: Tick,
    /// 是否希望见面沟通
    pub wants_meeting: Tick,
    /// Deputies with a like draft who agreed as well are told of this one, and this one's deputy of theirs.
    pub shares: bool,
    /// Handed in where.
    pub handed_in_way: Option<HandInWay>,
    /// Handed in on.
    pub handed_in_on: Option<NaiveDate>,
    /// The office's row.
    pub registered_as_id: Option<SuggestionId>,
    /// The document from which it is read.
    pub file_id: Option<FileId>,
    /// Its words were last changed.
    pub changed_at: i64,
}

impl DraftRow {
    /// An open draft without words.
    pub fn new(suggestion_id: SuggestionId, deputy_id: DeputyId, now: i64) -> Self {
        Self {
            suggestion_id,
            deputy_id,
            stage: DraftStage::Open,
            units: String::new(),
            origin: DraftOrigin::Unsaid,
            raised_before: Tick::Unsaid,
            wants_meeting: Tick::Unsaid,
            shares: false,
            handed_in_way: None,
            handed_in_on: None,
            registered_as_id: None,
            file_id: None,
            changed_at: now,
        }
    }
}

tagged! {
    /// A part of a draft, in the order in which it is written.
    DraftPart {
        /// 标题
        Title = "title",
        /// 情况; of a motion 案由.
        Situation = "situation",
        /// 分析; of a motion 案据.
        Analysis = "analysis",
        /// 建议; of a motion 方案.
        Proposals = "proposals",
    }
}

/// Characters of a title.
pub const LONGEST_TITLE: usize = 80;
/// Characters of each other part: some ten pages.
pub const LONGEST_PART: usize = 12_000;

impl DraftPart {
    /// Its words.
    pub fn of(self, draft: &Suggestion) -> &str {
        match self {
            DraftPart::Title => &draft.title,
            DraftPart::Situation => &draft.situation,
            DraftPart::Analysis => &draft.analysis,
            DraftPart::Proposals => &draft.proposals,
        }
    }

    /// Its words, to be changed.
    pub fn of_mut(self, draft: &mut Suggestion) -> &mut String {
        match self {
            DraftPart::Title => &mut draft.title,
            DraftPart::Situation => &mut draft.situation,
            DraftPart::Analysis => &mut draft.analysis,
            DraftPart::Proposals => &mut draft.proposals,
        }
    }

    /// What is written after it.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|it| *it == self)?;
        Self::ALL.get(at + 1).copied()
    }

    /// How many characters it may have.
    pub fn longest(self) -> usize {
        match self {
            DraftPart::Title => LONGEST_TITLE,
            _ => LONGEST_PART,
        }
    }

    /// The first part of a draft that has no words.
    pub fn first_empty(draft: &Suggestion) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.of(draft).is_empty())
    }

    /// The parts of a draft in order.
    pub fn all_of(draft: &Suggestion) -> [&str; 4] {
        [&draft.title, &draft.situation, &draft.analysis, &draft.proposals]
    }
}

tagged! {
    /// Why a document could not be read.
    DraftFileFault {
        /// Not a Word document of the new kind.
        NotDocx = "not-docx",
        /// An old Word or WPS document: to be saved as .docx.
        OldKind = "old-kind",
        /// Larger than is taken.
        TooBig = "too-big",
        /// Broken, locked by a password, or made to do harm.
        Broken = "broken",
        /// No words in it.
        Empty = "empty",
        /// Could not be fetched.
        Missing = "missing",
    }
}

/// Documents up to this size are read: some hundred pages with pictures.
pub const LARGEST_FILE: i64 = 10 << 20;

/// The hash of what a co-signer confirms: the kind and all four parts.
pub fn content_hash(draft: &Suggestion) -> String {
    let mut digest = Sha256::new();
    digest.update(draft.kind.tag());
    for part in DraftPart::all_of(draft) {
        digest.update([0]);
        digest.update(part);
    }
    hex(&digest.finalize())
}

/// The content as a button carries it: the first 40 bits of its hash.
pub fn content_mark(hash: &str) -> i64 {
    hash.get(..10)
        .and_then(|head| i64::from_str_radix(head, 16).ok())
        .unwrap_or(0)
}

/// Between the sessions of the term in force. Provincial terms are five years from January 2023, the fourteenth's first
/// session (Organic Law, article 9).
pub fn between_sessions(today: NaiveDate) -> CongressSession {
    let terms = (today.year() - 2023).div_euclid(5);
    CongressSession {
        term: u16::try_from(14 + terms).unwrap_or(14),
        session: 0,
    }
}

/// A document as a deputy sends one, by name and size, before it is fetched.
pub fn judge_file(name: &str, size: Option<i64>) -> Result<(), DraftFileFault> {
    let name = name.to_lowercase();
    if [".doc", ".wps", ".rtf", ".odt"]
        .iter()
        .any(|end| name.ends_with(end))
    {
        return Err(DraftFileFault::OldKind);
    }
    if !name.ends_with(".docx") {
        return Err(DraftFileFault::NotDocx);
    }
    if size.is_some_and(|size| size > LARGEST_FILE) {
        return Err(DraftFileFault::TooBig);
    }
    Ok(())
}

/// What is left in memory of the words that were typed as names.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NamesRead {
    /// Asked now.
    pub asked: Vec<DeputyId>,
    /// Names that several deputies have: whom each may mean.
    pub several: Vec<(String, Vec<DeputyId>)>,
    /// Names of nobody on the roster.
    pub unknown: Vec<String>,
    /// Deputies who haven't opened their account.
    pub unbound: Vec<DeputyId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_judged_by_name_and_size() {
        assert_eq!(judge_file("建议.DOCX", Some(20_000)), Ok(()));
        assert_eq!(judge_file("建议.doc", None), Err(DraftFileFault::OldKind));
        assert_eq!(judge_file("建议.wps", None), Err(DraftFileFault::OldKind));
        assert_eq!(judge_file("建议.pdf", None), Err(DraftFileFault::NotDocx));
        assert_eq!(
            judge_file("建议.docx", Some(LARGEST_FILE + 1)),
            Err(DraftFileFault::TooBig)
        );
    }

    #[test]
    fn a_term_is_five_years() {
        let on = |year| NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
        assert_eq!(between_sessions(on(2026)).tag(), "14-0");
        assert_eq!(between_sessions(on(2027)).tag(), "14-0");
        assert_eq!(between_sessions(on(2028)).tag(), "15-0");
    }

    #[test]
    fn a_tick_goes_round() {
        assert_eq!(Tick::Unsaid.next().next().next(), Tick::Unsaid);
        let mut origin = DraftOrigin::Unsaid;
        for _ in 0..6 {
            origin = origin.next();
        }
        assert_eq!(origin, DraftOrigin::Unsaid);
    }
}
