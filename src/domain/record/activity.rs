//! 集体活动: what several deputies did together, entered once by an office (N4). Reading the list of who took part, and the
//! record that each of them is asked to confirm.
//!
//! Called by the desk and the command line, which read names, and by the flow that enters an activity. **Invariants:** a
//! name that could mean two people, or nobody, is told and never guessed; what the office did not say stays empty.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::duty_record::{DutyRecord, RecordField, RecordSource, RecordState};
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::{DeputyId, OfficeId};
use crate::domain::people::typed_names::typed_names;
use crate::domain::people::{Deputy, DeputyStatus};
use crate::domain::roster::DeputyCode;

/// What an office says about a joint activity.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityFields {
    /// Whose deputies took part.
    pub office: OfficeId,
    /// In which section it stands.
    pub category: DutyCategory,
    /// The first day.
    pub on: NaiveDate,
    /// The last of several days.
    pub until_on: Option<NaiveDate>,
    /// Where; may be empty.
    pub place: String,
    /// Its subject: 主题, 会议名称, 小组名称, 班次, or what was spoken of.
    pub topic: String,
    /// Who organised it; may be empty.
    pub host: String,
    /// What was seen and done; may be empty.
    pub matters: String,
    /// Who took part.
    pub deputies: Vec<DeputyId>,
    /// It is another one than the activity that it looks like.
    pub anyway: bool,
}

/// Sections in which several deputies stand with the same words. A suggestion and what is done about it belong to the
/// deputies who raised it.
pub const CATEGORIES: [DutyCategory; 9] = [
    DutyCategory::CongressSession,
    DutyCategory::Inspection,
    DutyCategory::SpecialResearch,
    DutyCategory::GroupActivity,
    DutyCategory::CommitteeMeeting,
    DutyCategory::LawEnforcementCheck,
    DutyCategory::Training,
    DutyCategory::Contact,
    DutyCategory::Other,
];

/// Longest text of a field, in characters.
pub const LONGEST: usize = 500;
/// Most days that one activity may take: longer is a slip of the pen.
const MOST_DAYS: i64 = 60;

/// Why an activity can't be entered as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActivityFault {
    /// A day that has not come yet.
    InFuture,
    /// The last day lies before the first, or far behind it.
    DaysWrong,
    /// No such section, or one that isn't entered for several at once.
    Category,
    /// What it was about is missing.
    TopicMissing,
    /// A text is longer than can be printed in a column.
    TooLong,
    /// Nobody took part.
    Nobody,
    /// No deputy of this office has this name or code.
    Unknown(String),
    /// Several deputies have this name; their codes.
    Several(String, Vec<String>),
    /// This deputy's office is suspended or has ended.
    NotInOffice(String),
}

impl ActivityFields {
    /// What is wrong with the fields, the list of people apart.
    pub fn faults(&self, today: NaiveDate) -> Vec<ActivityFault> {
        let mut faults = Vec::new();
        let last = self.until_on.unwrap_or(self.on);
        if self.on > today || last > today {
            faults.push(ActivityFault::InFuture);
        }
        if last < self.on || (last - self.on).num_days() > MOST_DAYS || self.on.year() < 2018 {
            faults.push(ActivityFault::DaysWrong);
        }
        if !CATEGORIES.contains(&self.category) {
            faults.push(ActivityFault::Category);
        }
        if self.topic.trim().is_empty() {
            faults.push(ActivityFault::TopicMissing);
        }
        let texts = [&self.place, &self.topic, &self.host, &self.matters];
        if texts.iter().any(|text| text.chars().count() > LONGEST) {
            faults.push(ActivityFault::TooLong);
        }
        faults
    }

    /// What each participant's record says. `office`: the name of the office, for the source.
    pub fn record(&self, office: &str) -> DutyRecord {
        let fields = self.category.fields();
        let mut record = DutyRecord {
            category: self.category,
            until_on: self.until_on.filter(|until| *until > self.on),
            place: self.place.trim().to_owned(),
            source: RecordSource::Activity {
                office: office.to_owned(),
            },
            state: RecordState::Draft,
            ..DutyRecord::self_declared(self.on)
        };
        let mut put = |field: RecordField, text: &str| {
            let text = text.trim();
            if text.is_empty() {
                return;
            }
            if field == RecordField::Matters {
                let comma = if record.matters.is_empty() { "" } else { "；" };
                record.matters = format!("{}{comma}{text}", record.matters);
            } else {
                record.more.insert(field, text.to_owned());
            }
        };
        put(topic_field(self.category), &self.topic);
        if fields.contains(&RecordField::Matters) {
            put(RecordField::Matters, &self.matters);
        }
        if fields.contains(&RecordField::Host) {
            put(RecordField::Host, &self.host);
        }
        record
    }
}

/// Where the subject of an activity stands.
fn topic_field(category: DutyCategory) -> RecordField {
    if category.fields().contains(&RecordField::Title) {
        RecordField::Title
    } else {
        RecordField::Matters
    }
}

/// The people of a typed list, each once, in its order. `deputies`: all of the office, on the roster or gone.
pub fn participants(list: &str, deputies: &[Deputy]) -> (Vec<DeputyId>, Vec<ActivityFault>) {
    let mut named: HashMap<&str, Vec<&Deputy>> = HashMap::new();
    for deputy in deputies.iter().filter(|deputy| deputy.gone_at.is_none()) {
        named.entry(deputy.name.as_str()).or_default().push(deputy);
    }
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for word in typed_names(list) {
        let coded = DeputyCode::read(&word).and_then(|code| {
            deputies
                .iter()
                .find(|deputy| deputy.code == code.as_str() && deputy.gone_at.is_none())
        });
        let bearers = named.get(word.as_str()).map_or(&[][..], Vec::as_slice);
        let deputy = match (coded, bearers) {
            (Some(deputy), _) => deputy,
            (None, [deputy]) => *deputy,
            (None, []) => {
                faults.push(ActivityFault::Unknown(word));
                continue;
            }
            (None, several) => {
                let codes = several.iter().map(|deputy| deputy.code.clone()).collect();
                faults.push(ActivityFault::Several(word, codes));
                continue;
            }
        };
        if deputy.status != DeputyStatus::InOffice {
            faults.push(ActivityFault::NotInOffice(deputy.name.clone()));
        } else if !found.contains(&deputy.id) {
            found.push(deputy.id);
        }
    }
    faults.dedup();
    if found.is_empty() && faults.is_empty() {
        faults.push(ActivityFault::Nobody);
    }
    (found, faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Vec<Deputy> {
        let mut all = vec![
            Deputy::sample(1, "CS-001", "陈示一二"),
            Deputy::sample(2, "CS-002", "王示一"),
            Deputy::sample(3, "CS-003", "张示一"),
            Deputy::sample(4, "CS-004", "张示一"),
            Deputy::sample(5, "CS-005", "周示"),
            Deputy::sample(6, "CS-006", "赵示九"),
        ];
        all[5].status = DeputyStatus::Suspended;
        all
    }

    fn fields(category: DutyCategory) -> ActivityFields {
        ActivityFields {
            office: OfficeId(1),
            category,
            on: NaiveDate::from_ymd_opt(2026, 8, 4).unwrap(),
            until_on: None,
            place: "石桥村（示）".into(),
            topic: "小型农田水利".into(),
            host: "示例市人大农业委".into(),
            matters: "看了三处水渠".into(),
            deputies: vec![DeputyId(1)],
            anyway: false,
        }
    }

    #[test]
    fn a_list_is_read_by_codes_and_names_each_once() {
        let (found, faults) = participants("cs-001、王示一代表，CS-002\n周 示", &people());
        assert_eq!(faults, []);
        assert_eq!(found, [DeputyId(1), DeputyId(2), DeputyId(5)]);
    }

    #[test]
    fn whoever_is_not_known_or_could_be_two_is_told() {
        let (found, faults) = participants("王示一 张示一 李不在 赵示九", &people());
        assert_eq!(found, [DeputyId(2)]);
        assert_eq!(
            faults,
            [
                ActivityFault::Several("张示一".into(), vec!["CS-003".into(), "CS-004".into()]),
                ActivityFault::Unknown("李不在".into()),
                ActivityFault::NotInOffice("赵示九".into()),
            ]
        );
        assert_eq!(participants(" ，\n", &people()).1, [ActivityFault::Nobody]);
    }

    #[test]
    fn each_section_takes_the_words_into_its_own_columns() {
        for category in CATEGORIES {
            let record = fields(category).record("长沙市");
            let printed: Vec<String> = category
                .fields()
                .iter()
                .map(|field| record.column_text(*field))
                .collect();
            assert!(
                printed.iter().any(|text| text.contains("小型农田水利")),
                "{category:?}: {printed:?}"
            );
        }
        let inspection = fields(DutyCategory::Inspection).record("长沙市");
        assert_eq!(
            inspection.value(RecordField::Host).to_string(),
            "示例市人大农业委"
        );
        assert_eq!(inspection.matters, "看了三处水渠");
        let contact = fields(DutyCategory::Contact).record("长沙市");
        assert_eq!(contact.matters, "小型农田水利；看了三处水渠");
    }

    #[test]
    fn slips_of_the_pen_are_told_all_at_once() {
        let today = NaiveDate::from_ymd_opt(2026, 8, 5).unwrap();
        assert_eq!(fields(DutyCategory::Inspection).faults(today), []);
        let mut wrong = fields(DutyCategory::SuggestionHandling);
        wrong.on = NaiveDate::from_ymd_opt(2026, 8, 6).unwrap();
        wrong.until_on = NaiveDate::from_ymd_opt(2026, 8, 1);
        wrong.topic = " ".into();
        wrong.place = "村".repeat(LONGEST + 1);
        use ActivityFault as F;
        assert_eq!(
            wrong.faults(today),
            [
                F::InFuture,
                F::DaysWrong,
                F::Category,
                F::TopicMissing,
                F::TooLong
            ]
        );
    }
}
