//! From a case to a contact record: the first draft, and what later acts make of it.
//!
//! Called by the flows of passing on, raising and answering, with facts that they gathered from the `World`.

use chrono::{Datelike, NaiveDate};

use super::{
    ChangeReason, ContactWay, DutyRecord, FieldValue, People, RecordChange, RecordField, RecordSource,
    RecordState, Update, summary, words,
};

/// What is known of a case, gathered anew for each draft and each update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFacts {
    /// As people read it: 260137.
    pub case_number: String,
    /// The day of the first message in Asia/Shanghai.
    pub first_message_on: NaiveDate,
    pub heard_through: HeardThrough,
    pub signature: Signature,
    /// How many people raised it: `Exact(1)` for a letter of one constituent; `None` when not known.
    pub people: Option<People>,
    /// The words of the first message, as written; empty when it was a picture or a voice only.
    pub first_message: String,
    /// All that was done with the matter, in any order.
    pub acts: Vec<CaseAct>,
    /// Messages and files that the case holds by now.
    pub messages: u32,
    pub files: u32,
}

/// How the matter reached the deputy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeardThrough {
    /// Telegram or the web chat.
    Online,
    /// 代录: someone entered what was said on the telephone.
    Telephone,
    /// 代录: someone entered a letter on paper.
    Paper,
    /// 代录: someone entered what was said in person; the place when it is known, such as a contact station.
    InPerson { place: Option<String> },
}

/// Whether the constituent writes under another name. The record holds no name in either case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// 化名
    Pseudonym,
    OwnName,
}

/// One act of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseAct {
    pub kind: CaseActKind,
    /// The day in Asia/Shanghai.
    pub on: NaiveDate,
    pub by: DoneBy,
}

/// What may become of a matter in a deputy's hands (A3.5). Names of bodies are as written; empty or `None` when
/// not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseActKind {
    PassedOn { to: String },
    Raised { to: Option<String> },
    UnitReplied { unit: Option<String> },
    Answered,
    ConstituentKnows,
}

/// Whose tap it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoneBy {
    Deputy,
    /// An officer, the constituent, or the machine.
    Another,
}

/// The first draft, with what is known and nothing else. `mask` takes personal data out of people's words.
pub fn draft_from_case(facts: &CaseFacts, mask: impl Fn(&str) -> String) -> DutyRecord {
    let (place, way) = match &facts.heard_through {
        HeardThrough::Online => (words::ONLINE_PLACE.to_owned(), ContactWay::Network),
        HeardThrough::Telephone => (String::new(), ContactWay::Telephone),
        HeardThrough::Paper => (String::new(), ContactWay::Other(words::LETTER.to_owned())),
        HeardThrough::InPerson { place } => (
            place.as_deref().map(&mask).unwrap_or_default(),
            ContactWay::Reception,
        ),
    };
    let remark = match facts.signature {
        Signature::Pseudonym => words::PSEUDONYM,
        Signature::OwnName => "",
    };
    DutyRecord {
        place,
        way: Some(way),
        whom: format!("{}{remark}", words::THE_PEOPLE),
        people: facts.people,
        matters: summary::summary(&mask(&facts.first_message)),
        passing_on: join(&phrases(facts, Column::PassingOn, &mask)),
        answer_back: join(&phrases(facts, Column::AnswerBack, &mask)),
        source: RecordSource::Case {
            case_number: facts.case_number.clone(),
            messages: facts.messages,
            files: facts.files,
        },
        ..DutyRecord::self_declared(facts.first_message_on)
    }
}

/// What a later act makes of a record. Calling it twice with the same facts changes nothing the second time.
///
/// - A field that was corrected by hand stays, whatever happens.
/// - A **draft** follows the facts in every other field.
/// - A **confirmed** record stays confirmed, and only 处理（转交）情况 and 反馈情况 can move, because the rest was
///   stated by the deputy when confirming. Facts are confirmed by people, so what is written by itself is what the
///   deputy did by their own tap: that tap is the confirmation. What another person did (an officer passed it on, a
///   unit replied, the constituent took note), and what would vanish because an act was withdrawn, comes back as
///   `proposed`; the deputy is asked, and [`DutyRecord::agreed`] writes it.
/// - A **dropped** record, a self-declared one and another case's record stay as they are.
///
/// The counts in `source` are pointers and no statement of the deputy: they follow the case without a new version,
/// so compare the record itself, and not only `changes`, to know whether to save it.
pub fn update_from_case(old: &DutyRecord, facts: &CaseFacts, mask: impl Fn(&str) -> String) -> Update {
    let of_this_case =
        matches!(&old.source, RecordSource::Case { case_number, .. } if *case_number == facts.case_number);
    let mut record = old.clone();
    if !of_this_case || old.state == RecordState::Dropped {
        return record.versioned(Vec::new(), Vec::new());
    }
    let fresh = draft_from_case(facts, &mask);
    record.source = fresh.source.clone();
    let (mut changes, mut proposed) = (Vec::new(), Vec::new());
    for field in RecordField::ALL {
        if old.corrected.contains(&field) {
            continue;
        }
        let column = match field {
            RecordField::PassingOn => Some(Column::PassingOn),
            RecordField::AnswerBack => Some(Column::AnswerBack),
            _ => None,
        };
        match (old.state, column) {
            (RecordState::Draft, _) => changes.extend(record.set(fresh.value(field), ChangeReason::LaterAct)),
            (_, Some(column)) => {
                let said = old.value(field).to_string();
                let standing = confirmed_phrases(&said, &phrases(facts, column, &mask));
                changes.extend(record.set(column.value(join(&standing)), ChangeReason::LaterAct));
                let (now, whole) = (record.value(field), fresh.value(field));
                if now != whole {
                    proposed.push(RecordChange {
                        old: now,
                        new: whole,
                        why: ChangeReason::LaterAct,
                    });
                }
            }
            (_, None) => {}
        }
    }
    record.versioned(changes, proposed)
}

/// The two columns that say what became of the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    PassingOn,
    AnswerBack,
}

impl Column {
    fn value(self, text: String) -> FieldValue {
        match self {
            Column::PassingOn => FieldValue::PassingOn(text),
            Column::AnswerBack => FieldValue::AnswerBack(text),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    text: String,
    by: DoneBy,
}

/// What the acts say in a column, by day. An act of a kind on the same body is said once, with its first day: how
/// often the deputy wrote is in the case, and a handbook that changed with each answer would be no statement.
fn phrases(facts: &CaseFacts, column: Column, mask: &impl Fn(&str) -> String) -> Vec<Phrase> {
    let mut acts: Vec<&CaseAct> = facts
        .acts
        .iter()
        .filter(|act| act.kind.column() == column)
        .collect();
    // Of two acts on one day the deputy's comes first, so that the phrase counts as the deputy's.
    acts.sort_by_key(|act| (act.on, act.by == DoneBy::Another));
    let mut said = Vec::new();
    let mut phrases = Vec::new();
    for act in acts {
        if said.contains(&&act.kind) {
            continue;
        }
        said.push(&act.kind);
        let day = words::day(act.on, facts.first_message_on.year());
        phrases.push(Phrase {
            text: act.kind.phrase(&day, mask),
            by: act.by,
        });
    }
    phrases
}

/// What may stand in a confirmed record: what stood there, and what the deputy did.
fn confirmed_phrases(said: &str, all: &[Phrase]) -> Vec<Phrase> {
    let said: Vec<&str> = said
        .split(words::BETWEEN)
        .filter(|phrase| !phrase.is_empty())
        .collect();
    let vanished = said
        .iter()
        .filter(|phrase| all.iter().all(|act| act.text != **phrase));
    let kept = all
        .iter()
        .filter(|act| act.by == DoneBy::Deputy || said.contains(&act.text.as_str()));
    vanished
        .map(|phrase| Phrase {
            text: (*phrase).to_owned(),
            by: DoneBy::Deputy,
        })
        .chain(kept.cloned())
        .collect()
}

fn join(phrases: &[Phrase]) -> String {
    let texts: Vec<&str> = phrases.iter().map(|phrase| phrase.text.as_str()).collect();
    texts.join(&words::BETWEEN.to_string())
}

impl CaseActKind {
    fn column(&self) -> Column {
        match self {
            CaseActKind::PassedOn { .. } | CaseActKind::Raised { .. } | CaseActKind::UnitReplied { .. } => {
                Column::PassingOn
            }
            CaseActKind::Answered | CaseActKind::ConstituentKnows => Column::AnswerBack,
        }
    }

    fn phrase(&self, day: &str, mask: &impl Fn(&str) -> String) -> String {
        let body = |name: &str| {
            let name = mask(name)
                .replace(words::BETWEEN, "，")
                .replace(char::is_control, " ");
            name.trim().to_owned()
        };
        match self {
            CaseActKind::PassedOn { to } => format!("{}{}（{day}）", words::PASSED_ON, body(to)),
            CaseActKind::Raised { to } => match to.as_deref().map(body).filter(|name| !name.is_empty()) {
                Some(name) => format!("{}至{name}（{day}）", words::RAISED),
                None => format!("{}（{day}）", words::RAISED),
            },
            CaseActKind::UnitReplied { unit } => {
                match unit.as_deref().map(body).filter(|name| !name.is_empty()) {
                    Some(name) => format!("{}（{name}，{day}）", words::UNIT_REPLIED),
                    None => format!("{}（{day}）", words::UNIT_REPLIED),
                }
            }
            CaseActKind::Answered => format!("{}（{day}）", words::ANSWERED),
            CaseActKind::ConstituentKnows => format!("{}（{day}）", words::CONSTITUENT_KNOWS),
        }
    }
}
