//! The sheet of motions and suggestions that are handed out, often hundreds on one day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::table::{RegisterColumn, RegisterReading, Table};
use super::{SheetFault, SheetFaultKind as Kind};
use crate::domain::roster::cell::{compact, is_in_powers_of_ten};
use crate::domain::sheet::Sheet;
use crate::domain::suggestion::{CongressSession, SuggestionKind};

/// The longest number, title and name that are kept, in characters.
const LONGEST_NUMBER: usize = 20;
const LONGEST_TITLE: usize = 200;
const LONGEST_NAME: usize = 60;

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuggestionColumn {
    /// 建议编号
    Number,
    /// 届次
    Session,
    /// 类别
    Kind,
    /// 标题
    Title,
    /// 领衔代表编码
    DeputyCode,
    /// 领衔代表
    DeputyName,
    /// 联名代表
    CoSigners,
    /// 提出日期
    RaisedOn,
    /// 主办单位
    MainUnit,
    /// 会办单位
    JointUnits,
    /// 分办单位
    SeparateUnits,
    /// 交办日期
    HandedOutOn,
    /// 重点督办
    IsKey,
}

impl RegisterColumn for SuggestionColumn {
    const ALL: &'static [Self] = &[
        Self::Number,
        Self::Session,
        Self::Kind,
        Self::Title,
        Self::DeputyCode,
        Self::DeputyName,
        Self::CoSigners,
        Self::RaisedOn,
        Self::MainUnit,
        Self::JointUnits,
        Self::SeparateUnits,
        Self::HandedOutOn,
        Self::IsKey,
    ];
    const REQUIRED: &'static [Self] = &[Self::Number, Self::Session, Self::Title, Self::DeputyCode];

    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["建议编号", "编号", "建议号", "议案建议编号", "number"],
            Self::Session => &["届次", "届次会次", "会次", "会议", "session"],
            Self::Kind => &["类别", "种类", "类型", "kind"],
            Self::Title => &["标题", "建议标题", "题目", "案由", "建议名称", "title"],
            Self::DeputyCode => &[
                "领衔代表编码", "代表编码", "领衔代表编号", "代表编号", "deputycode",
            ],
            Self::DeputyName => &[
                "领衔代表", "领衔代表姓名", "代表姓名", "提出人", "领衔人", "deputy",
            ],
            Self::CoSigners => &["联名代表", "附议代表", "联名人", "附议人", "cosigners"],
            Self::RaisedOn => &["提出日期", "提出时间", "提交日期", "raisedon"],
            Self::MainUnit => &["主办单位", "承办单位", "办理单位", "主办", "mainunit"],
            Self::JointUnits => &["会办单位", "协办单位", "会办", "协办", "jointunits"],
            Self::SeparateUnits => &["分办单位", "分别办理单位", "分办", "separateunits"],
            Self::HandedOutOn => &["交办日期", "交办时间", "handedouton"],
            Self::IsKey => &["重点督办", "重点建议", "是否重点", "重点", "key"],
        }
    }
}

/// A row of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestionEntry {
    /// Where it stands in the file.
    pub row: u32,
    /// As [`tidy_number`] gives it.
    pub number: String,
    /// When it was raised.
    pub session: CongressSession,
    /// What it is.
    pub kind: SuggestionKind,
    /// The title.
    pub title: String,
    /// The leading deputy's code.
    pub deputy_code: String,
    /// The leading deputy's name, as a check; may be empty.
    pub deputy_name: String,
    /// Codes or names of those who put their names to it.
    pub cosigners: Vec<String>,
    /// The day on which it was raised.
    pub raised_on: Option<NaiveDate>,
    /// Who handles it.
    pub main_units: Vec<String>,
    /// Who gives an opinion to the main unit.
    pub joint_units: Vec<String>,
    /// Who replies separately.
    pub separate_units: Vec<String>,
    /// The day of handing out, if it was.
    pub handed_out_on: Option<NaiveDate>,
    /// 重点督办
    pub is_key: bool,
}

impl SuggestionEntry {
    /// All handling units of the row.
    pub fn units(&self) -> impl Iterator<Item = &String> {
        self.main_units
            .iter()
            .chain(&self.joint_units)
            .chain(&self.separate_units)
    }
}

/// A number as the register keeps it: half width, capitals, no blanks, without 第 and 号.
pub fn tidy_number(text: &str) -> String {
    let number = compact(text).to_uppercase();
    let number = number.strip_prefix('第').unwrap_or(&number);
    number.strip_suffix('号').unwrap_or(number).to_owned()
}

fn yes_no(text: &str) -> Option<bool> {
    match text {
        "" | "否" | "不是" | "0" | "N" | "n" | "no" | "FALSE" => Some(false),
        "是" | "√" | "1" | "Y" | "y" | "yes" | "TRUE" | "重点" | "重点督办" => Some(true),
        _ => None,
    }
}

fn kind_of(text: &str) -> Option<SuggestionKind> {
    match text {
        "" | "建议" | "代表建议" | "建议、批评和意见" | "批评" | "意见" | "suggestion" => {
            Some(SuggestionKind::Suggestion)
        }
        "议案" | "代表议案" | "motion" => Some(SuggestionKind::Motion),
        _ => None,
    }
}

/// Reads the sheet. Never fails: what is wrong is in `faults`, all of it at once.
pub fn read_suggestions(sheet: &Sheet) -> RegisterReading<SuggestionColumn, SuggestionEntry> {
    use SuggestionColumn as C;
    let table = Table::<C>::read(sheet);
    let mut reading = RegisterReading {
        entries: Vec::new(),
        faults: table.faults,
        columns: table.columns,
    };
    let mut seen: BTreeMap<(CongressSession, String), u32> = BTreeMap::new();
    for mut line in table.rows {
        let number = tidy_number(&line.needed(C::Number, LONGEST_NUMBER));
        if is_in_powers_of_ten(&number) {
            line.fault(C::Number, Kind::NumberCutShort, &number);
        }
        let session_text = line.needed(C::Session, LONGEST_NAME);
        let session = CongressSession::read(&session_text);
        if session.is_none() && !session_text.is_empty() {
            line.fault(C::Session, Kind::SessionUnreadable, &session_text);
        }
        let kind_text = line.text(C::Kind);
        let kind = kind_of(&kind_text);
        if kind.is_none() {
            line.fault(C::Kind, Kind::KindUnknown, &kind_text);
        }
        let key_text = line.text(C::IsKey);
        let is_key = yes_no(&key_text);
        if is_key.is_none() {
            line.fault(C::IsKey, Kind::YesNoUnreadable, &key_text);
        }
        let mut entry = SuggestionEntry {
            row: line.number,
            number,
            session: session.unwrap_or(CongressSession { term: 1, session: 0 }),
            kind: kind.unwrap_or(SuggestionKind::Suggestion),
            title: line.needed(C::Title, LONGEST_TITLE),
            deputy_code: compact(&line.needed(C::DeputyCode, LONGEST_NAME)).to_uppercase(),
            deputy_name: line.limited(C::DeputyName, LONGEST_NAME),
            cosigners: line.names(C::CoSigners),
            raised_on: line.day(C::RaisedOn),
            main_units: line.names(C::MainUnit),
            joint_units: line.names(C::JointUnits),
            separate_units: line.names(C::SeparateUnits),
            handed_out_on: line.day(C::HandedOutOn),
            is_key: is_key.unwrap_or(false),
        };
        // Several main units reply each for itself.
        if entry.main_units.len() > 1 {
            let others = entry.main_units.split_off(1);
            entry.separate_units.extend(others);
        }
        let mut units: Vec<&String> = entry.units().collect();
        let count = units.len();
        units.sort();
        units.dedup();
        if units.len() < count {
            line.fault(C::MainUnit, Kind::UnitTwice, "");
        }
        let day_is_bad = line
            .faults
            .iter()
            .any(|fault| matches!(fault.kind, Kind::DayUnreadable | Kind::DayImpossible));
        if (count > 0) != entry.handed_out_on.is_some() && !day_is_bad {
            line.fault(C::HandedOutOn, Kind::NoHandingOut, "");
        }
        if let (Some(session), false) = (session, entry.number.is_empty()) {
            match seen.get(&(session, entry.number.clone())) {
                Some(other) => {
                    let other = *other;
                    let number = entry.number.clone();
                    line.fault(C::Number, Kind::NumberTwice, &number).other = other;
                }
                None => {
                    seen.insert((session, entry.number.clone()), entry.row);
                }
            }
        }
        if line.faults.is_empty() {
            reading.entries.push(entry);
        } else {
            reading.faults.append(&mut line.faults);
        }
    }
    reading
        .faults
        .sort_by_key(|fault: &SheetFault| (fault.row, fault.column));
    reading
}
