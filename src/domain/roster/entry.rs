//! One deputy on the roster, as read. `store` keeps these words as columns; `key` and `from_key` are what it keeps of the
//! enums and never change.

use serde::Serialize;

use super::{CardNumber, DeputyCode, ElectedOn, Phone, RosterColumn};
use crate::domain::electing_unit::ElectingUnit;

/// Text fields are empty where the roster says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RosterEntry {
    pub code: DeputyCode,
    pub name: String,
    pub sex: Option<Sex>,
    #[serde(serialize_with = "by_code")]
    pub electing_unit: ElectingUnit,
    pub delegation: String,
    pub group: String,
    pub post: String,
    pub grassroots: Option<Grassroots>,
    pub fields: Vec<String>,
    pub phone: Option<Phone>,
    /// Without one, nobody can redeem an invitation for this entry.
    pub card_number: Option<CardNumber>,
    pub elected_on: Option<ElectedOn>,
    pub status: DeputyStatus,
}

fn by_code<S: serde::Serializer>(unit: &ElectingUnit, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(unit.code())
}

impl RosterEntry {
    /// The columns in which two entries of one code differ, in the order of `RosterColumn::ALL`.
    pub fn columns_that_differ(&self, other: &Self) -> Vec<RosterColumn> {
        let differs = |column| match column {
            RosterColumn::Code => self.code != other.code,
            RosterColumn::Name => self.name != other.name,
            RosterColumn::Sex => self.sex != other.sex,
            RosterColumn::ElectingUnit => self.electing_unit != other.electing_unit,
            RosterColumn::Delegation => self.delegation != other.delegation,
            RosterColumn::Group => self.group != other.group,
            // The workplace has become part of the post by now.
            RosterColumn::Workplace => false,
            RosterColumn::Post => self.post != other.post,
            RosterColumn::Grassroots => self.grassroots != other.grassroots,
            RosterColumn::Fields => self.fields != other.fields,
            RosterColumn::Phone => self.phone != other.phone,
            RosterColumn::CardNumber => self.card_number != other.card_number,
            RosterColumn::ElectedOn => self.elected_on != other.elected_on,
            RosterColumn::Status => self.status != other.status,
        };
        RosterColumn::ALL
            .into_iter()
            .filter(|column| differs(*column))
            .collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    Female,
    Male,
}

impl Sex {
    pub(super) fn read(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "女" | "女性" | "f" | "female" => Some(Self::Female),
            "男" | "男性" | "m" | "male" => Some(Self::Male),
            _ => None,
        }
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Female, Self::Male]
            .into_iter()
            .find(|sex| sex.key() == key)
    }
}

/// Whether a deputy counts as one from the grass roots (基层代表), whose share the Deputies Law watches over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grassroots {
    Yes,
    No,
}

impl Grassroots {
    pub(super) fn read(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "是" | "√" | "✓" | "✔" | "☑" | "对" | "y" | "yes" | "true" | "1" => Some(Self::Yes),
            "否" | "不是" | "×" | "✗" | "✘" | "☐" | "□" | "n" | "no" | "false" | "0" => {
                Some(Self::No)
            }
            _ => None,
        }
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Yes, Self::No]
            .into_iter()
            .find(|grassroots| grassroots.key() == key)
    }
}

/// The ground of a suspension or an end is never kept here, and never shown in public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeputyStatus {
    /// 在任
    InOffice,
    /// 暂停执行职务
    Suspended,
    /// 资格终止, for whatever reason
    Ended,
}

impl DeputyStatus {
    pub(super) fn read(word: &str) -> Option<Self> {
        match word.strip_prefix("代表").unwrap_or(word) {
            "在任" | "在职" | "现任" | "履职" | "履职中" | "正常" | "正常履职" => {
                Some(Self::InOffice)
            }
            "暂停执行职务" | "暂停执行代表职务" | "暂停职务" | "暂停履职" | "暂停" | "停职" => {
                Some(Self::Suspended)
            }
            "资格终止" | "代表资格终止" | "资格已终止" | "职务终止" | "终止" | "已终止" | "终止资格"
            | "终止代表资格" | "出缺" | "辞职" | "辞去代表职务" | "已辞职" | "接受辞职" | "罢免"
            | "被罢免" | "去世" | "已去世" | "逝世" | "病故" => Some(Self::Ended),
            _ => None,
        }
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::InOffice => "in_office",
            Self::Suspended => "suspended",
            Self::Ended => "ended",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        [Self::InOffice, Self::Suspended, Self::Ended]
            .into_iter()
            .find(|status| status.key() == key)
    }
}
