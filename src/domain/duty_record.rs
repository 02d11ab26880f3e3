//! 履职记录: one entry of the duty log in one of the ten categories of Article 7 or 其他, from a case, from a deputy's
//! report in free words, or from a joint activity that an office entered. One of category ten is a contact record.
//!
//! Called by the flows that pass on, raise and answer (they draft and update), by those that take a report, by the chat
//! that shows a record for confirmation, by the desk that verifies it, and by the handbook, which prints it.
//!
//! All categories share one kind of record: its fields are the columns of all sections, and a category says which of
//! them it has (`column`). So a correction of the category loses nothing, and one history holds for all.
//!
//! **Invariants:** nothing is filled in that was not said or done (an unknown field stays empty); a field that a
//! person corrected is never overwritten by the machine; the words of a confirmed record change only by the
//! deputy's own acts, and a changed one is to be verified anew; each change of a field keeps the old value; what is still
//! asked (`open`) keeps a record from being confirmed. Who made a change and when stand in the row that keeps it, not
//! here.

mod column;
mod field;
mod from_case;
mod from_report;
mod likeness;
mod summary;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::handbook::DutyCategory;
use super::ids::RecordId;

pub use field::{ChangeReason, FieldValue, RecordChange, RecordField};
pub use from_case::{
    CaseAct, CaseActKind, CaseFacts, DoneBy, HeardThrough, Signature, draft_from_case, update_from_case,
};
pub use from_report::{apply_correction, draft_from_report, matters_of, moved};
pub use likeness::{alike, merged};

/// One fact of the duty log, as it stands in the handbook. Texts are official Chinese, whatever the language
/// of the person who reads the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyRecord {
    /// Which section of the handbook it belongs into.
    #[serde(default = "contact")]
    pub category: DutyCategory,
    /// 时间: the day in Asia/Shanghai; the first one, when it took several. While `open` asks for the day, the day on
    /// which the report was written: never shown.
    pub on: NaiveDate,
    /// The last of several days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
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
    /// The columns that only other sections have; without those that are empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub more: BTreeMap<RecordField, String>,
    /// What a person must choose before it can be confirmed.
    #[serde(default, skip_serializing_if = "Open::is_nothing")]
    pub open: Open,
    pub source: RecordSource,
    pub state: RecordState,
    /// Begins at 1 and grows by one with each set of changes to the fields.
    pub version: u32,
    /// The fields that a person set by hand: later acts leave them alone.
    pub corrected: BTreeSet<RecordField>,
    /// Where it stood when the office returned it last, and in which words: a return can be taken back while they are the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<ReturnedFrom>,
}

/// A record as it stood when the office returned it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedFrom {
    /// Its state before.
    pub state: RecordState,
    /// Its version.
    pub version: u32,
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
    /// 本人填报, in a chat message that is kept, with the files that came with it.
    Report { files: u32 },
    /// An office entered a joint activity; the deputy confirmed having taken part.
    Activity { office: String },
}

/// What a report left open: two answers are possible, or a value is missing that a record can't be without.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Open {
    /// The day is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<DayAsked>,
    /// It may be one of these categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<DutyCategory>,
    /// It looks like this record: the deputy says whether the two are one (N6).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<RecordId>,
}

/// A day that was not said well enough.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DayAsked {
    /// The words about it, such as 上个月; empty when there were none.
    pub said: String,
    /// The days that it may be, the likelier first; may be empty.
    pub choices: Vec<NaiveDate>,
}

impl Open {
    fn is_nothing(&self) -> bool {
        *self == Open::default()
    }

    /// The record can't be confirmed before this is answered.
    pub fn keeps_from_confirming(&self) -> bool {
        self.day.is_some() || !self.categories.is_empty()
    }
}

fn contact() -> DutyCategory {
    DutyCategory::Contact
}

/// Only confirmed records reach a handbook: `in_handbook`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordState {
    /// Written by the machine, or not yet looked at by the deputy.
    Draft,
    /// The deputy said: 对，记入手册.
    Confirmed,
    /// The deputy said: 不记.
    Dropped,
    /// The unit office has found it true to fact.
    Verified,
    /// The unit office asks the deputy to look again, with a reason; out of the handbook until the deputy confirms anew.
    Returned,
    /// Confirmed by the deputy so long after the day that the unit office must accept it first.
    Late,
}

impl RecordState {
    /// The word in the database, in lists and in locale keys.
    pub fn word(self) -> &'static str {
        match self {
            RecordState::Draft => "draft",
            RecordState::Confirmed => "confirmed",
            RecordState::Dropped => "dropped",
            RecordState::Verified => "verified",
            RecordState::Returned => "returned",
            RecordState::Late => "late",
        }
    }

    /// Stands in the deputy's handbook: the deputy has confirmed it, and nobody waits for anybody.
    pub fn in_handbook(self) -> bool {
        matches!(self, RecordState::Confirmed | RecordState::Verified)
    }

    /// Waits for the deputy.
    pub fn waits_for_deputy(self) -> bool {
        matches!(self, RecordState::Draft | RecordState::Returned)
    }

    /// Waits for the unit office.
    pub fn waits_for_office(self) -> bool {
        matches!(self, RecordState::Confirmed | RecordState::Late)
    }
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    pub record: DutyRecord,
    /// What has changed, to be kept with who and when; in the order of the fields.
    pub changes: Vec<RecordChange>,
    /// What the facts say beyond what the deputy has confirmed: to be asked, not written. See [`update_from_case`].
    pub proposed: Vec<RecordChange>,
}

impl DutyRecord {
    /// An empty record of a contact that the deputy declares.
    pub fn self_declared(on: NaiveDate) -> Self {
        Self {
            category: DutyCategory::Contact,
            on,
            until_on: None,
            place: String::new(),
            way: None,
            whom: String::new(),
            people: None,
            matters: String::new(),
            passing_on: String::new(),
            answer_back: String::new(),
            more: BTreeMap::new(),
            open: Open::default(),
            source: RecordSource::SelfDeclared,
            state: RecordState::Draft,
            version: 1,
            corrected: BTreeSet::new(),
            returned: None,
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

    /// The state to which it goes back when the office takes its return back: while the deputy has changed nothing of it.
    pub fn before_return(&self) -> Option<RecordState> {
        let returned = self.returned.filter(|it| it.version == self.version)?;
        (self.state == RecordState::Returned).then_some(returned.state)
    }

    /// Its day has not come yet, as where a notice announces it: nothing was done that could be confirmed.
    pub fn is_to_come(&self, today: NaiveDate) -> bool {
        self.open.day.is_none() && self.on > today
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
            RecordField::Category => FieldValue::Category(self.category),
            RecordField::Until => FieldValue::Until(self.until_on),
            field => FieldValue::More(field, self.more.get(&field).cloned().unwrap_or_default()),
        }
    }

    /// What the section's column says: 联系对象及人数 in one, a number with 人.
    pub fn column_text(&self, field: RecordField) -> String {
        match field {
            RecordField::Whom => self.whom_and_people(),
            field => self.value(field).to_string(),
        }
    }

    /// Another state; a dropped one may come back.
    #[must_use]
    pub fn in_state(mut self, state: RecordState) -> Self {
        self.state = state;
        self
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
            // The day or the category may have been right all along: chosen is chosen.
            match new {
                FieldValue::On(_) => self.open.day = None,
                FieldValue::Category(_) => self.open.categories.clear(),
                _ => {}
            }
            return None;
        }
        match new.clone() {
            FieldValue::On(on) => {
                self.on = on;
                self.until_on = self.until_on.filter(|until| *until > on);
                self.open.day = None;
            }
            FieldValue::Until(until) => self.until_on = until.filter(|until| *until > self.on),
            FieldValue::Category(category) => {
                self.category = category;
                self.open.categories.clear();
            }
            FieldValue::More(field, text) if text.is_empty() => {
                self.more.remove(&field);
            }
            FieldValue::More(field, text) => {
                self.more.insert(field, text);
            }
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
            // What the office verified were the words before.
            if self.state == RecordState::Verified {
                self.state = RecordState::Confirmed;
            }
        }
        Update {
            record: self,
            changes,
            proposed,
        }
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
