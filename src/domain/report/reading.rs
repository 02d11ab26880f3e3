//! What a reading holds: intent, records, what to ask, and for each value the span of the text and the rule.

use std::ops::Range;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::duty_record::People;
use crate::domain::handbook::DutyCategory;

/// Bytes of the text as it was written; both ends lie between characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// The part of the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// As a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A value, where it stands in the text, and by which rule it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field<T> {
    pub value: T,
    pub span: Span,
    pub rule: Rule,
}

/// How a value was read. The card says it in the person's language (`report-rule-` and the word).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// With its year: 2026年8月4日.
    FullDate,
    /// Without a year: the latest such day that is not to come.
    MonthAndDay,
    /// 15号: of the month said before, or the latest such day.
    DayOfMonth,
    /// 上月15号, 本月10号.
    DayOfNamedMonth,
    /// 今天, 昨天, 大前天.
    RelativeDay,
    /// 三天前.
    DaysAgo,
    /// 今天 shortly after midnight may mean the day just over.
    AfterMidnight,
    /// 周三: the latest one.
    Weekday,
    /// 上周三, 这周一, 上上周五: weeks run from Monday.
    WeekdayOfWeek,
    /// 上周末.
    Weekend,
    /// 上周, 本周.
    WholeWeek,
    /// 上个月, 5月份.
    WholeMonth,
    /// 上旬, 中旬, 下旬.
    ThirdOfMonth,
    /// 正月初十.
    LunarDay,
    /// 中秋节, 教师节.
    Festival,
    /// 国庆期间: the leave.
    Leave,
    /// A day and a festival that fit each other only on one of the days.
    Occasion,
    /// 2月3号到7号.
    FromTo,
    /// 刚才.
    JustNow,
    /// Only 上午 or 下午: today.
    HourOnly,
    /// 2月30日.
    NoSuchDay,
    /// 开学前, 两会期间: known, but without a day.
    NamedEvent,
    /// 12人.
    Counted,
    /// Several groups, added.
    Summed,
    /// 碰到个老师, 接到个电话.
    OnePerson,
    /// 几个, 大家: more than one, nobody knows how many.
    Uncounted,
    /// A word of the list.
    WordList,
    /// No word names the kind of duty: the people said something.
    PeopleSpoke,
    /// What stands behind 到, 在, 去 or is such a place by its ending.
    PlacePhrase,
    /// What follows 反映, 说, 关于.
    Said,
    /// What is left of a clause when all else was read.
    Remainder,
}

/// The day of a record, as exactly as it was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum When {
    Day(NaiveDate),
    /// Both ends included.
    Range {
        from: NaiveDate,
        to: NaiveDate,
    },
    /// Some day of it; both ends included.
    Month {
        from: NaiveDate,
        to: NaiveDate,
    },
    /// One of these days: to be asked. The likelier comes first.
    OneOf(Vec<NaiveDate>),
    /// There is no such day.
    Impossible,
    /// An event without a known day.
    Named(String),
}

impl When {
    /// The days from one to another, both included; one day if they are the same.
    pub(super) fn from_to(from: NaiveDate, to: NaiveDate) -> Self {
        if from == to {
            When::Day(from)
        } else {
            When::Range { from, to }
        }
    }
}

/// 上午, 晚上 …
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeOfDay {
    Dawn,
    EarlyMorning,
    Morning,
    Noon,
    Afternoon,
    Dusk,
    Evening,
}

impl TimeOfDay {
    /// The Chinese word.
    pub fn wording(self) -> &'static str {
        match self {
            TimeOfDay::Dawn => "凌晨",
            TimeOfDay::EarlyMorning => "早上",
            TimeOfDay::Morning => "上午",
            TimeOfDay::Noon => "中午",
            TimeOfDay::Afternoon => "下午",
            TimeOfDay::Dusk => "傍晚",
            TimeOfDay::Evening => "晚上",
        }
    }
}

/// A number as it was said. All empty with `approx`: more than one, uncounted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Count {
    /// The number, or the round number of an "about".
    pub value: Option<u32>,
    pub min: Option<u32>,
    pub max: Option<u32>,
    pub approx: bool,
}

impl Count {
    /// Exactly so many.
    pub fn exact(value: u32) -> Self {
        Self {
            value: Some(value),
            min: Some(value),
            max: Some(value),
            approx: false,
        }
    }

    /// Between the two, both included.
    pub fn between(min: u32, max: u32) -> Self {
        Self {
            value: None,
            min: Some(min),
            max: Some(max),
            approx: true,
        }
    }

    /// 几个, 大家.
    pub const UNCOUNTED: Count = Count {
        value: None,
        min: None,
        max: None,
        approx: true,
    };

    /// As the column 人数 of a contact record holds it; none when there is no number in it.
    pub fn people(self) -> Option<People> {
        match self {
            Count {
                value: Some(value),
                approx: false,
                ..
            } => Some(People::Exact(value)),
            Count {
                value: Some(value), ..
            } => Some(People::About(value)),
            Count {
                min: Some(from),
                max: Some(to),
                ..
            } => Some(People::Range { from, to }),
            _ => None,
        }
    }
}

/// What the message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    ActivityReport,
    ReplyReceived,
    LeaveRequest,
    /// 明天交手册: not yet handed in (A7.8).
    HandbookPlanned,
    HandbookSubmitted,
    PlannedActivity,
    SuggestionDraft,
    Acknowledgement,
    /// A question to the program, without a report.
    Question,
    /// Secrets, and what Article 9 forbids; the flag says which.
    Refused,
    /// 没去成: nothing was done.
    NothingDone,
    Other,
}

impl Intent {
    /// The word in the exchange format, which knows fewer kinds.
    pub fn word(self) -> &'static str {
        match self {
            Intent::ActivityReport => "activity_report",
            Intent::ReplyReceived => "reply_received",
            Intent::LeaveRequest => "leave_request",
            Intent::HandbookPlanned => "handbook_planned",
            Intent::HandbookSubmitted => "handbook_submitted",
            Intent::PlannedActivity => "planned_activity",
            Intent::SuggestionDraft => "suggestion_draft",
            Intent::Acknowledgement => "acknowledgement",
            Intent::Question | Intent::Refused | Intent::NothingDone | Intent::Other => "other",
        }
    }
}

/// What is worth asking back, all in one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    Category,
    Date,
    Place,
    People,
    Matters,
    SuggestionNo,
    WrittenReplyReceived,
}

/// What else was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    MixedCategories,
    CategoryAmbiguous,
    VoiceTranscript,
    Typo,
    LunarDate,
    /// The lunar day is still to come, so the solar one was taken.
    LunarOrSolar,
    Question,
    ReplyReceived,
    SensitivePersonalInformation,
    TrainingOncePerTermMet,
    GrassrootsSittingInMet,
    NeedsLiaisonDecision,
    PrivateBusinessReason,
    /// Part of the message is a plan, which is not a record.
    PlanLeftOut,
    /// Must be refused; another flag says by which rule.
    Refuse,
    /// Words of classified or internal meeting papers (A2.3): refuse, keep nothing.
    Secret,
    #[serde(rename = "art5_judicial_case")]
    JudicialCaseDraft,
    #[serde(rename = "art5_tender")]
    TenderDraft,
    #[serde(rename = "art9_judicial")]
    JudicialFavour,
    #[serde(rename = "art9_tender")]
    TenderFavour,
    #[serde(rename = "art9_enforcement")]
    EnforcementFavour,
    #[serde(rename = "art9_business")]
    DisguisedBusiness,
    #[serde(rename = "art9_favour")]
    Favour,
}

/// What kind of paper was put forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    Suggestion,
    Motion,
    /// 附议
    SecondedMotion,
}

/// One record. Nothing in it was made up: each value stands in the text at its span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRead {
    pub category: Field<DutyCategory>,
    /// Not empty when the category must be asked.
    pub other_categories: Vec<DutyCategory>,
    pub when: Option<Field<When>>,
    pub time_of_day: Option<Field<TimeOfDay>>,
    pub place: Option<Field<String>>,
    pub people: Option<Field<Count>>,
    pub households: Option<Field<Count>>,
    pub firms: Option<Field<Count>>,
    /// 批
    pub groups: Option<Field<Count>>,
    /// 方式, in the order in which they were told.
    pub ways: Vec<Field<String>>,
    pub matters: Vec<Field<String>>,
    pub paper: Option<Field<PaperKind>>,
    /// How many papers.
    pub papers: Option<Field<u32>>,
    pub cosigners: Option<Field<u32>>,
    pub handling_unit: Option<Field<String>>,
}

/// A reply that was received: its clock begins on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyRead {
    pub received: Option<Field<When>>,
    pub channel: Option<Field<String>>,
    pub handling_unit: Option<Field<String>>,
    pub suggestion_no: Option<Field<String>>,
}

/// A leave that is asked for; the bot never grants it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveRead {
    pub activity: Option<Field<DutyCategory>>,
    pub when: Option<Field<When>>,
    pub reason: Option<Field<String>>,
}

/// The handbook, handed in or to be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandbookRead {
    pub when: Option<Field<When>>,
}

/// What was read out of one message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub intent: Intent,
    pub records: Vec<RecordRead>,
    pub ask: Vec<Ask>,
    pub flags: Vec<Flag>,
    pub reply: Option<ReplyRead>,
    pub leave: Option<LeaveRead>,
    pub handbook: Option<HandbookRead>,
    /// The day of a plan.
    pub plan: Option<Field<When>>,
}

impl Reading {
    /// A reading of this kind without anything in it.
    pub(super) fn bare(intent: Intent) -> Self {
        Self {
            intent,
            records: Vec::new(),
            ask: Vec::new(),
            flags: Vec::new(),
            reply: None,
            leave: None,
            handbook: None,
            plan: None,
        }
    }

    pub(super) fn flag(&mut self, flag: Flag) {
        if !self.flags.contains(&flag) {
            self.flags.push(flag);
        }
    }

    pub(super) fn ask(&mut self, ask: Ask) {
        if !self.ask.contains(&ask) {
            self.ask.push(ask);
        }
    }
}
