//! 联系群众记录: the duty record of category ten, one for each case or each contact that a deputy declares.
//!
//! Called by the flows that pass on, raise and answer (they draft and update), by the chat that shows a record for
//! confirmation, and by the handbook, which prints it.
//!
//! **Invariants:** nothing is filled in that was not said or done (an unknown field stays empty); a field that a
//! person corrected is never overwritten by the machine; the words of a confirmed record change only by the
//! deputy's own acts; each change of a field keeps the old value. Who made a change and
//! when stand in the row that keeps it, not here.

mod from_case;
mod summary;
mod words;

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use from_case::{
    CaseAct, CaseActKind, CaseFacts, DoneBy, HeardThrough, Signature, draft_from_case, update_from_case,
};

/// One contact with the people, as it stands in the handbook. Texts are official Chinese, whatever the language
/// of the person who reads the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRecord {
    /// 时间: the day in Asia/Shanghai.
    pub on: NaiveDate,
    /// 地点; 线上 for a case; empty when not said.
    pub place: String,
    /// 联系方式; `None` when not said.
    pub way: Option<ContactWay>,
    /// 联系对象: a description without identity ("三塘村村民"), never a name, an address or a number.
    pub whom: String,
    /// 人数; `None` when not said, or when only households or firms were counted (those belong into `whom`).
    pub people: Option<People>,
    /// 反映的主要问题和意见建议
    pub matters: String,
    /// 处理（转交）情况
    pub passing_on: String,
    /// 反馈情况
    pub answer_back: String,
    pub source: RecordSource,
    pub state: RecordState,
    /// Begins at 1 and grows by one with each set of changes to the fields.
    pub version: u32,
    /// The fields that a person set by hand: later acts leave them alone.
    pub corrected: BTreeSet<RecordField>,
}

/// 联系方式, an open list (Article 4 ends it with 等). Stored as its Chinese words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum ContactWay {
    /// 走访
    Visit,
    /// 座谈
    Talk,
    /// 接待
    Reception,
    /// 电话
    Telephone,
    /// 网络平台
    Network,
    /// Any other way in the deputy's own words.
    Other(String),
}

/// 人数, as exactly as it was said and no more exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum People {
    /// 12人
    Exact(u32),
    /// 20至29人, both ends included.
    Range { from: u32, to: u32 },
    /// 约30人
    About(u32),
}

/// Where a record comes from; each line of the handbook shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RecordSource {
    /// A case (来信) with the messages and files it holds by now.
    Case {
        case_number: String,
        messages: u32,
        files: u32,
    },
    /// 本人填报
    SelfDeclared,
}

/// Only confirmed records reach a handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordState {
    /// Written by the machine, or not yet looked at by the deputy.
    Draft,
    /// The deputy said: 对，记入手册.
    Confirmed,
    /// The deputy said: 不记.
    Dropped,
}

/// A field that can be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordField {
    On,
    Place,
    Way,
    Whom,
    People,
    Matters,
    PassingOn,
    AnswerBack,
}

/// A field with a value of its own kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum FieldValue {
    On(NaiveDate),
    Place(String),
    Way(Option<ContactWay>),
    Whom(String),
    People(Option<People>),
    Matters(String),
    PassingOn(String),
    AnswerBack(String),
}

/// One changed field of one version. `old` and `new` are values of the same field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordChange {
    pub old: FieldValue,
    pub new: FieldValue,
    pub why: ChangeReason,
}

/// Why a field changed (A7.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChangeReason {
    /// Something was done or said in the case after the record was written.
    LaterAct,
    /// The deputy agreed to a change that came from somebody else's act.
    Agreed,
    /// A person set the field by hand, and may have said why.
    Correction { reason: String },
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    pub record: ContactRecord,
    /// What has changed, to be kept with who and when; in the order of the fields.
    pub changes: Vec<RecordChange>,
    /// What the facts say beyond what the deputy has confirmed: to be asked, not written. See [`update_from_case`].
    pub proposed: Vec<RecordChange>,
}

impl ContactRecord {
    /// An empty record of a contact that the deputy declares.
    pub fn self_declared(on: NaiveDate) -> Self {
        Self {
            on,
            place: String::new(),
            way: None,
            whom: String::new(),
            people: None,
            matters: String::new(),
            passing_on: String::new(),
            answer_back: String::new(),
            source: RecordSource::SelfDeclared,
            state: RecordState::Draft,
            version: 1,
            corrected: BTreeSet::new(),
        }
    }

    /// The same record, confirmed by the deputy. A dropped one may be confirmed after all: it is the deputy's book.
    #[must_use]
    pub fn confirmed(mut self) -> Self {
        self.state = RecordState::Confirmed;
        self
    }

    /// The same record, kept out of the handbook by the deputy.
    #[must_use]
    pub fn dropped(mut self) -> Self {
        self.state = RecordState::Dropped;
        self
    }

    /// Sets a field by hand. The field is the person's from now on, also when the value is the one it had: they
    /// looked at it and chose it. The state stays as it is.
    pub fn corrected_by_hand(&self, new: FieldValue, reason: impl Into<String>) -> Update {
        let mut record = self.clone();
        record.corrected.insert(new.field());
        let why = ChangeReason::Correction {
            reason: reason.into(),
        };
        let changes: Vec<_> = record.set(new, why).into_iter().collect();
        record.versioned(changes, Vec::new())
    }

    /// Takes over what the deputy agreed to. A proposal is skipped when its field has changed since or has been
    /// corrected by hand: then it no longer says what the person saw.
    pub fn agreed(&self, proposed: &[RecordChange]) -> Update {
        let mut record = self.clone();
        let mut changes = Vec::new();
        for change in proposed {
            let field = change.new.field();
            if record.corrected.contains(&field) || record.value(field) != change.old {
                continue;
            }
            changes.extend(record.set(change.new.clone(), ChangeReason::Agreed));
        }
        record.versioned(changes, Vec::new())
    }

    /// The value of a field.
    pub fn value(&self, field: RecordField) -> FieldValue {
        match field {
            RecordField::On => FieldValue::On(self.on),
            RecordField::Place => FieldValue::Place(self.place.clone()),
            RecordField::Way => FieldValue::Way(self.way.clone()),
            RecordField::Whom => FieldValue::Whom(self.whom.clone()),
            RecordField::People => FieldValue::People(self.people),
            RecordField::Matters => FieldValue::Matters(self.matters.clone()),
            RecordField::PassingOn => FieldValue::PassingOn(self.passing_on.clone()),
            RecordField::AnswerBack => FieldValue::AnswerBack(self.answer_back.clone()),
        }
    }

    /// 联系对象及人数 in one column: 石桥村村民12人, 群众1人（化名）. The number goes before a remark in brackets, and
    /// is not repeated when the description already holds it.
    pub fn whom_and_people(&self) -> String {
        let Some(people) = self.people.map(|people| people.to_string()) else {
            return self.whom.clone();
        };
        if self.whom.contains(&people) {
            return self.whom.clone();
        }
        match self.whom.find('（') {
            Some(remark) if self.whom.ends_with('）') => {
                format!("{}{people}{}", &self.whom[..remark], &self.whom[remark..])
            }
            _ => format!("{}{people}", self.whom),
        }
    }

    /// Writes the value; the change, if it is one. Versions are counted by the caller.
    fn set(&mut self, new: FieldValue, why: ChangeReason) -> Option<RecordChange> {
        let old = self.value(new.field());
        if old == new {
            return None;
        }
        match new.clone() {
            FieldValue::On(on) => self.on = on,
            FieldValue::Place(place) => self.place = place,
            FieldValue::Way(way) => self.way = way,
            FieldValue::Whom(whom) => self.whom = whom,
            FieldValue::People(people) => self.people = people,
            FieldValue::Matters(matters) => self.matters = matters,
            FieldValue::PassingOn(passing_on) => self.passing_on = passing_on,
            FieldValue::AnswerBack(answer_back) => self.answer_back = answer_back,
        }
        Some(RecordChange { old, new, why })
    }

    fn versioned(mut self, changes: Vec<RecordChange>, proposed: Vec<RecordChange>) -> Update {
        if !changes.is_empty() {
            self.version += 1;
        }
        Update {
            record: self,
            changes,
            proposed,
        }
    }
}

impl RecordField {
    /// All fields in the order of the handbook's columns.
    pub const ALL: [RecordField; 8] = [
        RecordField::On,
        RecordField::Place,
        RecordField::Way,
        RecordField::Whom,
        RecordField::People,
        RecordField::Matters,
        RecordField::PassingOn,
        RecordField::AnswerBack,
    ];
}

impl FieldValue {
    /// Which field it is a value of.
    pub fn field(&self) -> RecordField {
        match self {
            FieldValue::On(_) => RecordField::On,
            FieldValue::Place(_) => RecordField::Place,
            FieldValue::Way(_) => RecordField::Way,
            FieldValue::Whom(_) => RecordField::Whom,
            FieldValue::People(_) => RecordField::People,
            FieldValue::Matters(_) => RecordField::Matters,
            FieldValue::PassingOn(_) => RecordField::PassingOn,
            FieldValue::AnswerBack(_) => RecordField::AnswerBack,
        }
    }
}

/// As it stands in the record; the day as `2026-08-04`; empty when not said.
impl fmt::Display for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldValue::On(on) => on.fmt(f),
            FieldValue::Way(way) => way.as_ref().map_or(Ok(()), |way| way.fmt(f)),
            FieldValue::People(people) => people.as_ref().map_or(Ok(()), |people| people.fmt(f)),
            FieldValue::Place(text)
            | FieldValue::Whom(text)
            | FieldValue::Matters(text)
            | FieldValue::PassingOn(text)
            | FieldValue::AnswerBack(text) => f.write_str(text),
        }
    }
}

impl RecordChange {
    /// The field that changed.
    pub fn field(&self) -> RecordField {
        self.new.field()
    }
}

impl ContactWay {
    /// The ways that have a name of their own; any other text is a way too.
    pub const NAMED: [ContactWay; 5] = [
        ContactWay::Visit,
        ContactWay::Talk,
        ContactWay::Reception,
        ContactWay::Telephone,
        ContactWay::Network,
    ];

    /// The Chinese words, as printed and as stored.
    pub fn label(&self) -> &str {
        match self {
            ContactWay::Visit => words::VISIT,
            ContactWay::Talk => words::TALK,
            ContactWay::Reception => words::RECEPTION,
            ContactWay::Telephone => words::TELEPHONE,
            ContactWay::Network => words::NETWORK,
            ContactWay::Other(label) => label,
        }
    }
}

impl fmt::Display for ContactWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

impl From<String> for ContactWay {
    fn from(label: String) -> Self {
        ContactWay::NAMED
            .into_iter()
            .find(|way| way.label() == label.trim())
            .unwrap_or_else(|| ContactWay::Other(label.trim().to_owned()))
    }
}

impl From<ContactWay> for String {
    fn from(way: ContactWay) -> Self {
        way.label().to_owned()
    }
}

impl fmt::Display for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::people(*self))
    }
}

#[cfg(test)]
mod tests;
