//! What is said to people about drafts, and what they tap: kinds with ids, never words.
//!
//! **Invariant:** the JSON of an older release stays readable and sent buttons keep their words, so variants and fields are
//! added, never renamed.

use serde::{Deserialize, Serialize};

use crate::domain::case::tagged;
use crate::domain::draft::{DraftFileFault, DraftPart};
use crate::domain::ids::{CaseId, DeputyId, RecordId, SuggestionId};
use crate::domain::suggestion::{NameState, SuggestionKind};

tagged! {
    /// What a tap upon a draft asks for.
    DraftTap {
        /// The whole as it stands.
        Show = "v",
        /// Write the title.
        Title = "t",
        /// Write the situation.
        Situation = "s",
        /// Write the analysis.
        Analysis = "a",
        /// Write the proposals.
        Proposals = "p",
        /// 接着写: what is typed is added to the part.
        Add = "i",
        /// What its sources say.
        Facts = "o",
        /// Check it.
        Check = "c",
        /// The names under it.
        Names = "n",
        /// Ask for further names.
        AskNames = "m",
        /// Those whose confirmation is of other words are asked again.
        AskAgain = "r",
        /// To a co-signer: the content, with yes and no.
        Card = "e",
        /// To a co-signer: the content as a document.
        CardPaper = "e1",
        /// Make the paper.
        Paper = "w",
        /// The ticks of the paper.
        Form = "f",
        /// 是否调研形成
        TickOrigin = "f1",
        /// 是否多年多次提出
        TickBefore = "f2",
        /// 是否希望见面沟通
        TickMeeting = "f3",
        /// 是否同意公开
        TickOpen = "f4",
        /// 建议承办单位
        Units = "u",
        /// Look for the same content.
        Alike = "l",
        /// Agree to be told of like drafts, and they of this one.
        Share = "y",
        /// No longer.
        Unshare = "z",
        /// Hand it in: where?
        HandIn = "h",
        /// On the platform.
        OnPlatform = "h1",
        /// To the delegation or the secretariat.
        AtSession = "h2",
        /// To the office.
        AtOffice = "h3",
        /// It was not handed in after all.
        NotHandedIn = "h0",
        /// 收起
        PutAway = "x",
        /// 拿回来
        BringBack = "b",
        /// As a motion.
        AsMotion = "k1",
        /// As a suggestion.
        AsSuggestion = "k2",
    }
}

tagged! {
    /// What a tap upon a piece of advice asks for.
    AdviceTap {
        /// Other words in place of the sentence.
        Edit = "e",
        /// Leave the sentence out.
        Cut = "c",
        /// Keep it.
        Keep = "k",
    }
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "m")]
pub enum DraftMessage {
    /// The deputy's drafts, and how to begin one.
    List,
    /// Words that sound like a suggestion wait in the dialogue: shall a draft begin with them?
    OfferWords,
    /// A letter or a record may go into an open draft or begin a new one.
    OfferSource {
        /// The letter.
        case: Option<CaseId>,
        /// The contact record.
        record: Option<RecordId>,
    },
    /// A draft as it stands.
    One {
        /// Which.
        draft: SuggestionId,
    },
    /// Asks for the words of a part, with those that stand.
    Ask {
        /// Which.
        draft: SuggestionId,
        /// The part.
        part: DraftPart,
    },
    /// The words of a part were taken down.
    Kept {
        /// Which.
        draft: SuggestionId,
        /// The part.
        part: DraftPart,
    },
    /// What its sources say, as facts.
    Facts {
        /// Which.
        draft: SuggestionId,
    },
    /// The advice: the next question, or that nothing is left.
    Check {
        /// Which.
        draft: SuggestionId,
    },
    /// Asks for other words in place of a sentence, which waits in the dialogue.
    AskSentence {
        /// Which.
        draft: SuggestionId,
    },
    /// The names under it.
    Names {
        /// Which.
        draft: SuggestionId,
    },
    /// Asks for names.
    AskNames {
        /// Which.
        draft: SuggestionId,
    },
    /// What was read of typed names; it waits in the dialogue.
    NamesRead {
        /// Which.
        draft: SuggestionId,
    },
    /// To a deputy who is asked for the name: the content, with yes and no.
    Card {
        /// Which.
        draft: SuggestionId,
        /// The content had been confirmed and was changed.
        #[serde(default)]
        again: bool,
    },
    /// To a deputy who is asked for the name: the whole as a document.
    CardPaper {
        /// Which.
        draft: SuggestionId,
    },
    /// To the deputy who was asked: what was taken down.
    Signed {
        /// Which.
        draft: SuggestionId,
        /// What was said.
        state: NameState,
    },
    /// To the drafter: what a co-signer said.
    SignedBy {
        /// Which.
        draft: SuggestionId,
        /// Who.
        deputy: DeputyId,
        /// What was said.
        state: NameState,
    },
    /// The paper as a document.
    Paper {
        /// Which.
        draft: SuggestionId,
    },
    /// The ticks of the paper.
    Form {
        /// Which.
        draft: SuggestionId,
    },
    /// Asks for the handling units that are proposed.
    AskUnits {
        /// Which.
        draft: SuggestionId,
    },
    /// The same content elsewhere, and what is proposed.
    Alike {
        /// Which.
        draft: SuggestionId,
        /// The deputy's other drafts.
        own: Vec<SuggestionId>,
        /// Drafts of others who agreed to it.
        others: Vec<SuggestionId>,
        /// Registered suggestions with what was replied.
        earlier: Vec<SuggestionId>,
    },
    /// Two drafts of one deputy became one.
    Merged {
        /// The one that stays.
        kept: SuggestionId,
        /// The other one.
        gone: SuggestionId,
    },
    /// To a deputy with a like draft: another one proposes to raise them together.
    JoinAsked {
        /// The other's draft, which would stay.
        theirs: SuggestionId,
        /// The deputy's own.
        mine: SuggestionId,
    },
    /// To the one who proposed: it was sent.
    JoinSent {
        /// The own draft.
        mine: SuggestionId,
        /// The other's.
        theirs: SuggestionId,
    },
    /// To the one who proposed: the answer.
    JoinAnswered {
        /// The own draft.
        mine: SuggestionId,
        /// The other's.
        theirs: SuggestionId,
        /// They raise it together.
        together: bool,
    },
    /// Asks where it was handed in; with what is still open.
    AskHandIn {
        /// Which.
        draft: SuggestionId,
    },
    /// It was taken down as handed in.
    HandedIn {
        /// Which.
        draft: SuggestionId,
    },
    /// It was put away.
    PutAway {
        /// Which.
        draft: SuggestionId,
    },
    /// A document arrived and is being read.
    Reading,
    /// A document could not be read.
    Unread {
        /// Why.
        why: DraftFileFault,
    },
    /// A document was read into a draft.
    Read {
        /// Which.
        draft: SuggestionId,
        /// No heading was found in it.
        #[serde(default)]
        unparted: bool,
        /// A part is longer than the paper takes: its end was left out.
        #[serde(default)]
        cut: bool,
    },
    /// The office registered what was handed in.
    Registered {
        /// The draft.
        draft: SuggestionId,
        /// The office's row.
        suggestion: SuggestionId,
    },
    /// The office registered something like it: is it the same?
    AskRegistered {
        /// The draft.
        draft: SuggestionId,
        /// The office's row.
        suggestion: SuggestionId,
    },
    /// A new one may begin, as one kind or the other.
    AskKind,
    /// A draft was changed from one kind to the other.
    KindChanged {
        /// Which.
        draft: SuggestionId,
        /// What it is now.
        kind: SuggestionKind,
    },
}
