//! The fields of a duty record, their values, and how a change of one is told. Called by all that read, correct or print
//! records.
//!
//! **Invariant:** the words of fields stand in stored histories: they are added to, never renamed; the order of `ALL` stands in
//! buttons: new fields come last.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::handbook::DutyCategory;

use super::{ContactWay, People};

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
    /// 会议名称, 标题, 主题, 法规名称, 小组名称, 会议届次, 班次
    Title,
    /// 建议编号
    Number,
    /// 议案 or 建议
    Paper,
    /// 领衔 or 附议
    Role,
    /// 渠道
    Channel,
    /// 承办单位
    Unit,
    /// 答复日期及类别
    Reply,
    /// 反馈日期及意见
    Feedback,
    /// 组织单位, 主办单位
    Host,
    /// 提出的意见
    Opinions,
    /// 审议发言要点, 发言情况
    Speech,
    /// 天数
    Days,
    /// 请假情况
    Leave,
    /// 类别: the section.
    Category,
    /// The last day of several; corrected together with the day.
    Until,
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
    Category(DutyCategory),
    Until(Option<NaiveDate>),
    /// One of the columns that only other sections have.
    More(RecordField, String),
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

impl RecordField {
    /// All fields in the order of the handbook's columns.
    pub const ALL: [RecordField; 23] = [
        RecordField::On,
        RecordField::Place,
        RecordField::Way,
        RecordField::Whom,
        RecordField::People,
        RecordField::Matters,
        RecordField::PassingOn,
        RecordField::AnswerBack,
        RecordField::Title,
        RecordField::Number,
        RecordField::Paper,
        RecordField::Role,
        RecordField::Channel,
        RecordField::Unit,
        RecordField::Reply,
        RecordField::Feedback,
        RecordField::Host,
        RecordField::Opinions,
        RecordField::Speech,
        RecordField::Days,
        RecordField::Leave,
        RecordField::Category,
        RecordField::Until,
    ];

    /// The word in dialogues, in the history and in locale keys.
    pub fn word(self) -> &'static str {
        match self {
            RecordField::On => "on",
            RecordField::Place => "place",
            RecordField::Way => "way",
            RecordField::Whom => "whom",
            RecordField::People => "people",
            RecordField::Matters => "matters",
            RecordField::PassingOn => "passing-on",
            RecordField::AnswerBack => "answer-back",
            RecordField::Title => "title",
            RecordField::Number => "number",
            RecordField::Paper => "paper",
            RecordField::Role => "role",
            RecordField::Channel => "channel",
            RecordField::Unit => "unit",
            RecordField::Reply => "reply",
            RecordField::Feedback => "feedback",
            RecordField::Host => "host",
            RecordField::Opinions => "opinions",
            RecordField::Speech => "speech",
            RecordField::Days => "days",
            RecordField::Leave => "leave",
            RecordField::Category => "category",
            RecordField::Until => "until",
        }
    }

    /// The field of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        RecordField::ALL.into_iter().find(|field| field.word() == word)
    }
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
            FieldValue::Category(_) => RecordField::Category,
            FieldValue::Until(_) => RecordField::Until,
            FieldValue::More(field, _) => *field,
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
            | FieldValue::AnswerBack(text)
            | FieldValue::More(_, text) => f.write_str(text),
            FieldValue::Category(category) => f.write_str(category.wording()),
            FieldValue::Until(until) => until.as_ref().map_or(Ok(()), |until| until.fmt(f)),
        }
    }
}

impl RecordChange {
    /// The field that changed.
    pub fn field(&self) -> RecordField {
        self.new.field()
    }
}
