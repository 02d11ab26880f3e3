//! Cases (来信): a constituent's matter with one reader, with a number, a life and messages.

pub mod text;

use serde::{Deserialize, Serialize};

use super::ids::{AccountId, CaseId, DeputyId, OfficeId, OutboxId};

/// Who reads a letter: a deputy, or a unit office in a deputy's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The deputy.
    Deputy(DeputyId),
    /// The office of an electing unit, or the provincial office.
    Office(OfficeId),
}

impl Reader {
    /// The word in the database: `d` or `o` and the id.
    pub fn tag(self) -> String {
        match self {
            Reader::Deputy(id) => format!("d{id}"),
            Reader::Office(id) => format!("o{id}"),
        }
    }

    /// Reads the word of the database.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let (kind, id) = (tag.get(..1)?, tag.get(1..)?.parse().ok()?);
        match kind {
            "d" => Some(Reader::Deputy(DeputyId(id))),
            "o" => Some(Reader::Office(OfficeId(id))),
            _ => None,
        }
    }

    /// The deputy, if one reads.
    pub fn deputy(self) -> Option<DeputyId> {
        match self {
            Reader::Deputy(id) => Some(id),
            Reader::Office(_) => None,
        }
    }
}

macro_rules! tagged {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $tag:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word in the database and in locale keys.
            pub fn tag(self) -> &'static str {
                match self { $($name::$variant => $tag),+ }
            }

            /// Reads the word of the database.
            pub fn from_tag(tag: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.tag() == tag)
            }
        }
    };
}
pub(crate) use tagged;

tagged! {
    /// The states of a case, in the order of its life.
    CaseState {
        /// 已收到
        Received = "received",
        /// 已送到代表
        Delivered = "delivered",
        /// 代表已答复
        Answered = "answered",
        /// 已反映
        Raised = "raised",
        /// 已转交
        PassedOn = "passed_on",
        /// 本次来信已结束
        Ended = "ended",
    }
}

impl CaseState {
    /// True while the people of the case may still expect something.
    pub fn is_open(self) -> bool {
        self != CaseState::Ended
    }
}

tagged! {
    /// How a matter was heard that someone enters for a constituent (代录).
    EnteredWay {
        /// By telephone.
        Telephone = "telephone",
        /// On paper.
        Paper = "paper",
        /// In person.
        InPerson = "in_person",
    }
}

/// A constituent's matter with one reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Identity.
    pub id: CaseId,
    /// The number people say: never reused, opens nothing by itself.
    pub number: i64,
    /// The constituent's account; none when the matter was entered for them.
    pub account_id: Option<AccountId>,
    /// Who reads it now.
    pub reader: Reader,
    /// The office of the reader's unit.
    pub office_id: OfficeId,
    /// Where it stands.
    pub state: CaseState,
    /// How it was heard, if it was entered for someone.
    pub entered_way: Option<EnteredWay>,
    /// Who entered it.
    pub entered_by: Option<AccountId>,
    /// When it was opened.
    pub opened_at: i64,
    /// When something was last said in it.
    pub spoken_at: i64,
    /// When a card, or the letter itself, last reached the reader: what was said until then is delivered.
    pub carded_at: Option<i64>,
    /// When the deputy or office last answered.
    pub answered_at: Option<i64>,
    /// When it was marked as raised.
    pub raised_at: Option<i64>,
    /// When it was passed on.
    pub passed_on_at: Option<i64>,
    /// To whom it was passed on, in the deputy's words.
    pub passed_on_to: Option<String>,
    /// When it was ended.
    pub ended_at: Option<i64>,
    /// How many messages it holds.
    pub messages: i64,
    /// One receipt speaks for all messages until this instant.
    pub receipt_until_at: i64,
    /// The receipt that waits for the window to close.
    pub receipt_id: Option<OutboxId>,
    /// Wrong lookup codes since the last right one.
    pub wrong_codes: i64,
    /// No code is tried before this instant.
    pub locked_until_at: i64,
    /// The words and files were erased, because their time was over; number, days and states stay.
    pub erased_at: Option<i64>,
}

impl Case {
    /// A new case in which nothing has been said.
    pub fn new(
        id: CaseId,
        number: i64,
        account_id: Option<AccountId>,
        reader: Reader,
        office_id: OfficeId,
        now: i64,
    ) -> Self {
        Self {
            id,
            number,
            account_id,
            reader,
            office_id,
            state: CaseState::Received,
            entered_way: None,
            entered_by: None,
            opened_at: now,
            spoken_at: now,
            carded_at: None,
            answered_at: None,
            raised_at: None,
            passed_on_at: None,
            passed_on_to: None,
            ended_at: None,
            messages: 0,
            receipt_until_at: 0,
            receipt_id: None,
            wrong_codes: 0,
            locked_until_at: 0,
            erased_at: None,
        }
    }
}

/// What a constituent and a reader are to each other: the pseudonym, the name if given, and the open case.
#[derive(Debug, Clone, PartialEq)]
pub struct Correspondent {
    /// The constituent's account.
    pub account_id: AccountId,
    /// The reader.
    pub reader: Reader,
    /// Stable for this reader; another reader knows another one.
    pub pseudonym: String,
    /// The name the person wanted to give.
    pub given_name: Option<String>,
    /// The version of the notice that was shown before the first words.
    pub notice_version: String,
    /// More words go here.
    pub open_case_id: Option<CaseId>,
    /// First letter.
    pub created_at: i64,
}

impl Correspondent {
    /// The name by which the reader knows the person.
    pub fn shown_name(&self) -> &str {
        self.given_name.as_deref().unwrap_or(&self.pseudonym)
    }
}
