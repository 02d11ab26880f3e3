//! 代表履职手册: the deputy's own book of a year, made from what the deputy has confirmed.
//!
//! Called by the export errand and the command line, which load the records; written to files by `documents`.
//!
//! **Invariants:** every confirmed duty record of the year is in it and no other; each line
//! has its source; the ten sections stand in the order and the wording of Article 7, and 其他 follows when it has lines.
//! Nothing is counted against a target: there is none.

pub mod amendment;
pub mod life;
pub mod read;
pub mod sheet;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::dossier::DossierFacts;
use super::duty_record::{DutyRecord, RecordField, RecordSource};
use super::ids::RecordId;
use crate::domain::handbook::amendment::Amended;
use crate::domain::handbook::sheet::LineId;

/// The categories of the dossier and the handbook, as Article 7 lists them; its 等 leaves room for `Other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyCategory {
    /// 出席大会
    CongressSession,
    /// 提出议案建议
    MotionsAndSuggestions,
    /// 参加集中视察
    Inspection,
    /// 参加专题调研
    SpecialResearch,
    /// 参加代表小组活动
    GroupActivity,
    /// 列席常委会会议
    CommitteeMeeting,
    /// 参加执法检查
    LawEnforcementCheck,
    /// 参加代表议案建议办理工作
    SuggestionHandling,
    /// 参加代表学习培训
    Training,
    /// 联系人民群众情况
    Contact,
    /// 其他
    Other,
}

impl DutyCategory {
    /// The ten of Article 7, in its order: the sections of the handbook.
    pub const TEN: [DutyCategory; 10] = [
        DutyCategory::CongressSession,
        DutyCategory::MotionsAndSuggestions,
        DutyCategory::Inspection,
        DutyCategory::SpecialResearch,
        DutyCategory::GroupActivity,
        DutyCategory::CommitteeMeeting,
        DutyCategory::LawEnforcementCheck,
        DutyCategory::SuggestionHandling,
        DutyCategory::Training,
        DutyCategory::Contact,
    ];

    /// 1 to 10; 11 for `Other`.
    pub fn number(self) -> u8 {
        match self {
            DutyCategory::CongressSession => 1,
            DutyCategory::MotionsAndSuggestions => 2,
            DutyCategory::Inspection => 3,
            DutyCategory::SpecialResearch => 4,
            DutyCategory::GroupActivity => 5,
            DutyCategory::CommitteeMeeting => 6,
            DutyCategory::LawEnforcementCheck => 7,
            DutyCategory::SuggestionHandling => 8,
            DutyCategory::Training => 9,
            DutyCategory::Contact => 10,
            DutyCategory::Other => 11,
        }
    }

    /// The wording of Article 7 (A7.2): fixed, also where records are exchanged with the provincial platform.
    pub fn wording(self) -> &'static str {
        match self {
            DutyCategory::CongressSession => "出席大会",
            DutyCategory::MotionsAndSuggestions => "提出议案建议",
            DutyCategory::Inspection => "参加集中视察",
            DutyCategory::SpecialResearch => "参加专题调研",
            DutyCategory::GroupActivity => "参加代表小组活动",
            DutyCategory::CommitteeMeeting => "列席常委会会议",
            DutyCategory::LawEnforcementCheck => "参加执法检查",
            DutyCategory::SuggestionHandling => "参加代表议案建议办理工作",
            DutyCategory::Training => "参加代表学习培训",
            DutyCategory::Contact => "联系人民群众情况",
            DutyCategory::Other => "其他",
        }
    }

    /// The word in stored rows, JSON and locale keys: `congress_session`.
    pub fn code(self) -> &'static str {
        match self {
            DutyCategory::CongressSession => "congress_session",
            DutyCategory::MotionsAndSuggestions => "motions_and_suggestions",
            DutyCategory::Inspection => "inspection",
            DutyCategory::SpecialResearch => "special_research",
            DutyCategory::GroupActivity => "group_activity",
            DutyCategory::CommitteeMeeting => "committee_meeting",
            DutyCategory::LawEnforcementCheck => "law_enforcement_check",
            DutyCategory::SuggestionHandling => "suggestion_handling",
            DutyCategory::Training => "training",
            DutyCategory::Contact => "contact",
            DutyCategory::Other => "other",
        }
    }
}

/// Who the book belongs to, as the cover says it. Empty where the roster says nothing: the line stays blank, to be
/// filled by pen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HandbookDeputy {
    pub name: String,
    pub electing_unit: String,
    pub delegation: String,
    pub group: String,
    pub card_number: String,
    /// 单位及职务
    pub post: String,
}

/// Whose book of the year it is. The two share their sections and columns, and are never merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookKind {
    /// 代表履职手册: the deputy's own, with what the deputy has confirmed.
    Handbook,
    /// 履职档案: the unit office's, with what it has verified.
    Dossier(Box<DossierFacts>),
}

/// A handbook or a dossier, ready to be written to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handbook {
    pub kind: BookKind,
    pub year: i32,
    pub deputy: HandbookDeputy,
    /// The day of the export in Asia/Shanghai; on the cover, and in the files' own dates.
    pub made_on: NaiveDate,
    /// What the unit office adds to the notes on filling in, a paragraph each.
    pub notes: Vec<String>,
    /// The ten sections in their order, empty ones too; 其他 behind them when it has lines.
    pub sections: Vec<HandbookSection>,
    /// Once it was taken in: the sections are as handed in, and this is what was amended since.
    pub amended: Option<Box<Amended>>,
}

/// A section of the handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandbookSection {
    pub category: DutyCategory,
    /// By day.
    pub lines: Vec<HandbookLine>,
}

/// A line of a section, with its columns and its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandbookLine {
    /// 序号, from 1 without gaps in each section.
    pub number: u32,
    /// The record and its version: how a line that comes back in a workbook finds its record. None: the line is as it was
    /// handed in.
    pub id: Option<LineId>,
    pub on: NaiveDate,
    /// The last of several days.
    pub until_on: Option<NaiveDate>,
    /// As many texts as `DutyCategory::fields` of the section, in the same order; empty when not said.
    pub cells: Vec<String>,
    pub source: RecordSource,
}

impl Handbook {
    /// The book of a year. `records` may hold anything of the deputy, in the order in which it was recorded: only
    /// what is confirmed and lies in the year is taken. Lines stand by day; on one day cases come first, by their
    /// number, then what was declared, as recorded.
    pub fn of_year<'a>(
        year: i32,
        deputy: HandbookDeputy,
        notes: Vec<String>,
        records: impl IntoIterator<Item = (RecordId, &'a DutyRecord)>,
        made_on: NaiveDate,
    ) -> Self {
        let mut taken: Vec<(RecordId, &DutyRecord)> = records
            .into_iter()
            .filter(|(_, record)| record.state.in_handbook() && record.on.year() == year)
            .collect();
        taken.sort_by_key(|(_, record)| (record.on, by_case_number(&record.source)));
        let section = |category| HandbookSection {
            category,
            lines: taken
                .iter()
                .filter(|(_, record)| record.category == category)
                .zip(1..)
                .map(|((id, record), number)| line(*id, record, number))
                .collect(),
        };
        let mut sections: Vec<_> = DutyCategory::TEN.into_iter().map(section).collect();
        sections.push(section(DutyCategory::Other));
        if sections.last().is_some_and(|other| other.lines.is_empty()) {
            sections.pop();
        }
        Self {
            kind: BookKind::Handbook,
            year,
            deputy,
            made_on,
            notes,
            sections,
            amended: None,
        }
    }

    /// The same book without its lines, for those who write by hand.
    #[must_use]
    pub fn emptied(mut self) -> Self {
        self.sections
            .retain(|section| section.category != DutyCategory::Other);
        for section in &mut self.sections {
            section.lines.clear();
        }
        self.amended = None;
        self
    }

    /// The lines of a section.
    pub fn lines(&self, category: DutyCategory) -> &[HandbookLine] {
        self.sections
            .iter()
            .find(|section| section.category == category)
            .map_or(&[], |section| &section.lines)
    }

    /// How many lines a section holds.
    pub fn count(&self, category: DutyCategory) -> usize {
        self.lines(category).len()
    }

    /// How many lines there are in all sections.
    pub fn count_all(&self) -> usize {
        self.sections.iter().map(|section| section.lines.len()).sum()
    }
}

impl HandbookSection {
    /// The columns of each line's `cells`.
    pub fn fields(&self) -> &'static [RecordField] {
        self.category.fields()
    }
}

/// Numbers of different lengths are in the order of counting, not of the alphabet.
fn by_case_number(source: &RecordSource) -> (bool, usize, &str) {
    match source {
        RecordSource::Case { case_number, .. } => (false, case_number.len(), case_number),
        RecordSource::SelfDeclared | RecordSource::Report { .. } | RecordSource::Activity { .. } => {
            (true, 0, "")
        }
    }
}

fn line(id: RecordId, record: &DutyRecord, number: u32) -> HandbookLine {
    HandbookLine {
        number,
        id: Some(LineId {
            record: id,
            version: record.version,
        }),
        on: record.on,
        until_on: record.until_on,
        cells: record
            .category
            .fields()
            .iter()
            .map(|field| record.column_text(*field))
            .collect(),
        source: record.source.clone(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::duty_record::RecordState;
    use super::*;

    const SEED: &str = "出席大会、提出议案建议、参加集中视察、参加专题调研、参加代表小组活动、列席常委会会议、\
        参加执法检查、参加代表议案建议办理工作、参加代表学习培训、联系人民群众情况";

    fn record(on: NaiveDate, case_number: Option<&str>, state: RecordState) -> DutyRecord {
        let mut record = DutyRecord::self_declared(on);
        record.state = state;
        if let Some(case_number) = case_number {
            record.source = RecordSource::Case {
                case_number: case_number.into(),
                messages: 1,
                files: 0,
            };
        }
        record
    }

    fn book(records: &[DutyRecord]) -> Handbook {
        let made_on = NaiveDate::from_ymd_opt(2026, 12, 20).unwrap();
        let records = (1..).map(RecordId).zip(records);
        Handbook::of_year(2026, HandbookDeputy::default(), vec![], records, made_on)
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn the_ten_sections_stand_in_the_order_and_wording_of_article_seven() {
        let wordings: Vec<_> = DutyCategory::TEN
            .iter()
            .map(|category| category.wording())
            .collect();
        assert_eq!(wordings.join("、"), SEED);
        let numbers: Vec<_> = DutyCategory::TEN
            .iter()
            .map(|category| category.number())
            .collect();
        assert_eq!(numbers, (1..=10).collect::<Vec<_>>());
    }

    #[test]
    fn a_category_is_stored_under_its_code() {
        for category in DutyCategory::TEN.into_iter().chain([DutyCategory::Other]) {
            assert_eq!(serde_json::to_value(category).unwrap(), category.code());
        }
    }

    #[test]
    fn what_is_not_confirmed_or_of_another_year_stays_out() {
        let book = book(&[
            record(day(2026, 1, 1), None, RecordState::Confirmed),
            record(day(2026, 5, 1), None, RecordState::Draft),
            record(day(2026, 5, 2), None, RecordState::Dropped),
            record(day(2026, 5, 3), None, RecordState::Returned),
            record(day(2026, 5, 4), None, RecordState::Late),
            record(day(2025, 12, 31), None, RecordState::Confirmed),
            record(day(2027, 1, 1), None, RecordState::Confirmed),
        ]);
        let days: Vec<_> = book
            .lines(DutyCategory::Contact)
            .iter()
            .map(|line| line.on)
            .collect();
        assert_eq!(days, [day(2026, 1, 1)]);
        assert_eq!(
            (
                book.count(DutyCategory::Contact),
                book.count(DutyCategory::Training)
            ),
            (1, 0)
        );
    }

    #[test]
    fn each_category_has_its_section_and_its_columns() {
        let mut training = record(day(2026, 4, 20), None, RecordState::Verified);
        training.category = DutyCategory::Training;
        training.more.insert(RecordField::Title, "代表法专题培训".into());
        training.more.insert(RecordField::Days, "2".into());
        training.place = "长沙".into();
        let mut other = record(day(2026, 4, 21), None, RecordState::Confirmed);
        other.category = DutyCategory::Other;
        let book = book(&[training, other]);
        assert_eq!(book.sections.len(), 11);
        assert_eq!(
            book.lines(DutyCategory::Training)[0].cells,
            ["长沙", "代表法专题培训", "", "2"]
        );
        for section in &book.sections {
            assert!(
                section
                    .lines
                    .iter()
                    .all(|line| line.cells.len() == section.fields().len())
            );
        }
        assert_eq!(book.count_all(), 2);
    }

    #[test]
    fn on_one_day_cases_come_by_number_and_then_what_was_declared() {
        let book = book(&[
            record(day(2026, 3, 2), None, RecordState::Confirmed),
            record(day(2026, 3, 2), Some("1260001"), RecordState::Confirmed),
            record(day(2026, 3, 2), Some("260137"), RecordState::Confirmed),
            record(day(2026, 3, 1), None, RecordState::Confirmed),
        ]);
        let sources: Vec<_> = book
            .lines(DutyCategory::Contact)
            .iter()
            .map(|line| match &line.source {
                RecordSource::Case { case_number, .. } => case_number.as_str(),
                _ => "本人",
            })
            .collect();
        assert_eq!(sources, ["本人", "260137", "1260001", "本人"]);
    }

    proptest! {
        #[test]
        fn every_confirmed_record_has_one_line_and_the_lines_are_numbered_by_day(
            records in proptest::collection::vec(
                (0i64..1000, proptest::option::of("[0-9]{1,7}"), 0u8..3),
                0..40,
            ),
        ) {
            let records: Vec<_> = records
                .into_iter()
                .map(|(days, case_number, state)| {
                    let on = day(2025, 6, 1) + chrono::Duration::days(days);
                    let state = [RecordState::Draft, RecordState::Confirmed, RecordState::Dropped][usize::from(state)];
                    record(on, case_number.as_deref(), state)
                })
                .collect();
            let book = book(&records);
            let lines = book.lines(DutyCategory::Contact);
            let expected = records
                .iter()
                .filter(|record| record.state == RecordState::Confirmed && record.on.year() == 2026)
                .count();
            prop_assert_eq!(lines.len(), expected);
            prop_assert!(lines.iter().zip(1..).all(|(line, number)| line.number == number));
            prop_assert!(lines.is_sorted_by_key(|line| (line.on, by_case_number(&line.source))));
        }
    }
}
