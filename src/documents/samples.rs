//! Sample handbooks for the tests of the writers: invented people, marked 示.

use chrono::{Days, NaiveDate};

use crate::domain::Locale;
use crate::domain::dossier::{DossierFacts, HandbookReceipt};
use crate::domain::draft::{DraftOrigin, Tick};
use crate::domain::duty_record::{ContactWay, DutyRecord, FieldValue, People, RecordField, RecordSource};
use crate::domain::handbook::amendment::{Amended, AmendedWhat, AmendedWhy, BookAmendment};
use crate::domain::handbook::life::HandbookState;
use crate::domain::handbook::{BookKind, DutyCategory, Handbook, HandbookDeputy};
use crate::domain::ids::{DeputyId, OfficeId, RecordId};
use crate::domain::people::{Deputy, DeputyStatus, Office, OfficeKind};
use crate::domain::record::ChangedBy;
use crate::domain::roster::ledger::{ServiceChange, ServiceEvent};
use crate::domain::suggestion::paper::{PaperName, SuggestionPaper};
use crate::domain::suggestion::{Openness, SuggestionKind};

/// A handbook of 2026 with this many lines, cases and declared contacts in turn, three days apart.
pub(super) fn handbook(lines: u32) -> Handbook {
    let first = NaiveDate::from_ymd_opt(2026, 1, 6).unwrap();
    let records: Vec<_> = (0..lines)
        .map(|n| {
            let on = first + Days::new(u64::from(n) * 3 % 355);
            if n % 2 == 0 {
                from_case(on, 101 + n)
            } else {
                declared(on)
            }
        })
        .collect();
    of(&records)
}

/// A handbook that was taken in, and amended in three ways afterwards; one of the amendments is long.
pub(super) fn amended() -> Handbook {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let amendment = |on, what, old: &str, new: &str, by, why: AmendedWhy| BookAmendment {
        on,
        category: DutyCategory::Contact,
        line_on: day(3, 1),
        what,
        old: old.into(),
        new: new.into(),
        by,
        why,
    };
    let deputy = || ChangedBy::Deputy("张示一".into());
    let matters = AmendedWhat::Field(RecordField::Matters);
    let long = "示例村三组灌溉渠去年垮了一段，二十多户稻田缺水。".repeat(40);
    let said = |why: &str| AmendedWhy::Said(why.into());
    Handbook {
        amended: Some(Box::new(Amended {
            handed_in_on: day(12, 18),
            taken_in_on: day(12, 19),
            hash: "0f1e2d3c4b5a".repeat(5),
            amendments: vec![
                amendment(day(12, 20), matters, "灌溉", "灌溉用水", deputy(), said("写漏了")),
                amendment(
                    day(12, 21),
                    AmendedWhat::Removed,
                    "村道路灯",
                    "",
                    ChangedBy::Officer("李示二".into()),
                    said("请核对"),
                ),
                amendment(
                    day(12, 21),
                    AmendedWhat::Added,
                    "",
                    &long,
                    deputy(),
                    AmendedWhy::Unsaid,
                ),
            ],
        })),
        ..handbook(3)
    }
}

/// A dossier of somebody who was elected in the year and suspended for a while.
pub(super) fn dossier() -> Handbook {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let change = |on, event| ServiceChange { on, event };
    Handbook {
        kind: BookKind::Dossier(Box::new(DossierFacts {
            office: "长沙市".into(),
            elected_on: "2026-05-20".into(),
            status: DeputyStatus::InOffice,
            changes: vec![
                change(day(8, 3), ServiceEvent::Status(DeputyStatus::Suspended)),
                change(day(10, 12), ServiceEvent::Status(DeputyStatus::InOffice)),
            ],
            handbook: HandbookReceipt {
                state: HandbookState::Accepted,
                on_paper: false,
                handed_in_on: Some(day(12, 18)),
                decided_on: Some(day(12, 21)),
            },
            waiting: 3,
        })),
        ..of_all_sections()
    }
}

/// A handbook with a line in each of the ten sections and in 其他.
pub(super) fn of_all_sections() -> Handbook {
    let all = DutyCategory::TEN.into_iter().chain([DutyCategory::Other]);
    let records: Vec<_> = all
        .zip(0..)
        .map(|(category, n)| {
            let on = NaiveDate::from_ymd_opt(2026, 4, 12).unwrap() + Days::new(n);
            let mut record = DutyRecord::self_declared(on).confirmed();
            record.category = category;
            record.source = RecordSource::Report { files: 2 };
            for field in category.fields() {
                let value = match field {
                    RecordField::Place => FieldValue::Place("长沙".into()),
                    RecordField::Way => FieldValue::Way(Some(ContactWay::Talk)),
                    RecordField::Whom => FieldValue::Whom("村民".into()),
                    RecordField::People => FieldValue::People(Some(People::Exact(12))),
                    RecordField::Matters => FieldValue::Matters("看了水渠和泵站（示）".into()),
                    RecordField::PassingOn => FieldValue::PassingOn("已转交县水利局（4月20日）".into()),
                    RecordField::AnswerBack => FieldValue::AnswerBack("群众已知悉".into()),
                    RecordField::Title => FieldValue::More(*field, "代表法专题培训".into()),
                    RecordField::Host => FieldValue::More(*field, "省人大常委会".into()),
                    RecordField::Days => FieldValue::More(*field, "2".into()),
                    other => FieldValue::More(*other, "示例".into()),
                };
                record = record.corrected_by_hand(value, "").record;
            }
            if category == DutyCategory::Training {
                record.until_on = Some(on + Days::new(1));
            }
            record
        })
        .collect();
    of(&records)
}

/// A handbook with these words in each text column of one line.
pub(super) fn with_words(words: &str) -> Handbook {
    let mut record = declared(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap());
    record.place = words.into();
    record.way = Some(ContactWay::Other(words.into()));
    record.whom = words.into();
    record.people = None;
    record.matters = words.into();
    record.passing_on = words.into();
    record.answer_back = words.into();
    record.source = RecordSource::Case {
        case_number: words.into(),
        messages: 1,
        files: 0,
    };
    let mut handbook = of(&[record]);
    handbook.deputy.name = words.into();
    handbook.notes = vec![words.into()];
    handbook
}

/// 张示一 of 长沙市, in office.
pub(super) fn deputy() -> Deputy {
    Deputy {
        id: DeputyId(1),
        code: "CS-001".into(),
        name: "张示一".into(),
        sex: String::new(),
        unit_code: "CS".into(),
        office_id: OfficeId(1),
        delegation: "长沙代表团".into(),
        group_name: String::new(),
        post: "示例镇中心小学教师".into(),
        grassroots: String::new(),
        fields: String::new(),
        phone: String::new(),
        card_number: "430000".into(),
        elected_on: String::new(),
        status: DeputyStatus::InOffice,
        paused_at: None,
        gone_at: None,
        account_id: None,
        created_at: 0,
    }
}

/// An office that is open to the public.
pub(super) fn office(code: &str, name: &str) -> Office {
    Office {
        id: OfficeId(1),
        code: code.into(),
        name: name.into(),
        kind: if code == "HN" {
            OfficeKind::Provincial
        } else {
            OfficeKind::Unit
        },
        open_to_public: true,
        phone: String::new(),
    }
}

pub(super) fn of(records: &[DutyRecord]) -> Handbook {
    let deputy = HandbookDeputy {
        name: "张示一".into(),
        electing_unit: "长沙市人民代表大会".into(),
        delegation: "长沙代表团".into(),
        group: "长沙第三代表小组".into(),
        card_number: "430000".into(),
        post: "示例镇中心小学教师".into(),
    };
    Handbook::of_year(
        2026,
        deputy,
        vec![],
        (1..).map(RecordId).zip(records),
        NaiveDate::from_ymd_opt(2026, 12, 21).unwrap(),
    )
}

fn from_case(on: NaiveDate, number: u32) -> DutyRecord {
    let mut record = DutyRecord::self_declared(on).confirmed();
    record.place = "线上".into();
    record.way = Some(ContactWay::Network);
    record.whom = "群众（化名）".into();
    record.people = Some(People::Exact(1));
    record.matters = "示例村三组灌溉渠去年垮了一段，二十多户稻田缺水，希望春耕前修好。".into();
    record.passing_on = "已转交市水利局（1月8日）；有关单位答复（市水利局，1月20日）".into();
    record.answer_back = "已答复（1月7日）；群众已知悉（1月22日）".into();
    record.source = RecordSource::Case {
        case_number: format!("260{number}"),
        messages: 3,
        files: 2,
    };
    record
}

fn declared(on: NaiveDate) -> DutyRecord {
    let mut record = DutyRecord::self_declared(on).confirmed();
    record.place = "示例村".into();
    record.way = Some(ContactWay::Talk);
    record.whom = "村民".into();
    record.people = Some(People::Exact(12));
    record.matters = "灌溉用水、村道路灯、农村客运班次。".into();
    record
}

/// An opinion slip of sample people with these reasons.
pub(super) fn slip(reasons: &str) -> crate::domain::feedback::Slip {
    use crate::domain::feedback::{RehandlingWish, Slip, Timeliness, Verdict};
    Slip {
        number: "S-0012".into(),
        title: "关于加强小型农田水利设施管护的建议（样例）".into(),
        deputy: "张示一".into(),
        unit: "省水利厅（样例）".into(),
        document_number: "样例〔2026〕1号".into(),
        received_on: NaiveDate::from_ymd_opt(2026, 5, 13),
        due_on: NaiveDate::from_ymd_opt(2026, 6, 15),
        handling: Some(Verdict::Satisfied),
        reply: Some(Verdict::Dissatisfied),
        reasons: reasons.to_owned(),
        rehandling: RehandlingWish::Wanted,
        given_on: NaiveDate::from_ymd_opt(2026, 6, 16),
        timeliness: Timeliness::Late,
    }
}

/// A suggestion with two co-signers and long parts.
pub(super) fn suggestion_paper() -> SuggestionPaper {
    let name = |name: &str, card: &str| PaperName {
        name: name.into(),
        card_number: card.into(),
        delegation: "长沙代表团".into(),
        post: "石塘村党支部书记（样例）".into(),
        phone: String::new(),
    };
    SuggestionPaper {
        locale: Locale::ZhCn,
        kind: SuggestionKind::Suggestion,
        session: None,
        number: String::new(),
        title: "关于加强小型农田水利设施管护的建议".into(),
        leading: PaperName {
            phone: "13800000001".into(),
            ..name("王示一", "1420001")
        },
        names: vec![name("李示二", "1420002"), name("赵示三", "1420003")],
        raised_on: None,
        situation: "今年走访 12 个村，有 7 个村的灌溉渠多年失修，约 400 户稻田缺水。\n其中石塘村三组的渠道去年被洪水冲毁一段，至今没有修复。".into(),
        analysis: "管护责任不清，经费没有来源：县里按项目安排，村里没有专人，小修拖成大修。".into(),
        proposals: "一是由省水利厅会同财政厅明确小型水利设施的管护主体，每年安排管护经费。\n二是把管护情况纳入县级水利工作的年度检查。".into(),
        units: "省水利厅、省财政厅".into(),
        origin: DraftOrigin::Contact,
        raised_before: Tick::No,
        wants_meeting: Tick::Yes,
        openness: Openness::Open,
    }
}
