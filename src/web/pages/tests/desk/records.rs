//! 履职记录, 集体活动 and 履职档案 with sample people: full and empty, for a unit and for the province.

use crate::text::Words;
use crate::web::pages::Paging;
use crate::web::pages::desk::{
    ActivitiesPage, ActivityForm, ActivityFormPage, ActivityPage, ActivityPerson, ActivityRow, DeskPlace,
    DossierPage, DossierRow, DossierSection, DossiersPage, RecordPage, RecordRowView, RecordsPage,
};

use super::super::{Sample, sample};
use super::{choices, desk, on};

fn row(words: &Words, id: i64, is_late: bool) -> RecordRowView {
    RecordRowView {
        id,
        version: 2,
        deputy: "王示一".into(),
        code: "CS-002".into(),
        day: on(words, "2026-08-04"),
        category: words.say("handbook-category-contact"),
        gist: "灌溉渠垮了一段，二十多户稻田缺水，希望春耕前修好".into(),
        source: words.say("handbook-source-self"),
        state: words.say(if is_late {
            "desk-record-state-late"
        } else {
            "desk-record-state-confirmed"
        }),
        is_late,
        may_be_verified: true,
    }
}

fn list(words: &'static Words, rows: Vec<RecordRowView>, units: Vec<(String, String)>) -> RecordsPage {
    let total = i64::try_from(rows.len()).unwrap();
    RecordsPage {
        words,
        desk: desk(DeskPlace::Records),
        heading: words.say_with(
            "desk-records-waiting",
            &crate::text::Args::new()
                .number("count", total)
                .text("unit", "长沙市"),
        ),
        filters: vec![(
            "/desk/records?show=verified".into(),
            words.say_with(
                "desk-records-verified",
                &crate::text::Args::new().number("count", 12),
            ),
        )],
        categories: vec![
            (String::new(), words.say("desk-records-every-category")),
            (
                "/desk/records?category=10".into(),
                words.say("handbook-category-contact"),
            ),
        ],
        units,
        rows,
        asked: vec![("find", "王".into())],
        find: "王".into(),
        paging: Paging {
            before: None,
            after: Some("/desk/records?page=2".into()),
            total: 70,
        },
    }
}

fn activity_form(words: &'static Words, faults: Vec<String>) -> ActivityFormPage {
    ActivityFormPage {
        words,
        desk: desk(DeskPlace::Activities),
        looks_same: !faults.is_empty(),
        faults,
        form: ActivityForm {
            category: "3".into(),
            on: "2026-08-04".into(),
            ..ActivityForm::default()
        },
        categories: vec![("3".into(), words.say("handbook-category-inspection"))],
        deputies: choices(),
    }
}

pub(super) fn records(words: &'static Words) -> Vec<Sample> {
    let full = list(
        words,
        vec![row(words, 41, true), row(words, 42, false)],
        Vec::new(),
    );
    let empty = list(
        words,
        Vec::new(),
        vec![("/desk/records?unit=HY".into(), "衡阳市".into())],
    );
    let one = RecordPage {
        words,
        desk: desk(DeskPlace::Records),
        id: 41,
        version: 2,
        deputy: "王示一".into(),
        code: "CS-002".into(),
        state: words.say("desk-record-state-confirmed"),
        returned: "签到表上是21人".into(),
        columns: vec![
            (words.say("field-on"), on(words, "2026-08-04")),
            (words.say("field-place"), String::new()),
        ],
        source: words.say("handbook-source-self"),
        files: vec![(Some(9), "签到.jpg".into()), (None, words.say("kind-photo"))],
        activity: Some(5),
        history: vec!["10:00".into()],
        may_be_verified: true,
        may_be_returned: true,
        may_be_taken_back: true,
        draft: "请核对".into(),
    };
    let activities = |rows| ActivitiesPage {
        words,
        desk: desk(DeskPlace::Activities),
        rows,
    };
    let activity_row = ActivityRow {
        id: 5,
        day: on(words, "2026-08-04"),
        category: words.say("handbook-category-inspection"),
        topic: "小型农田水利设施管护".into(),
        place: "石桥村".into(),
        participants: 3,
        confirmed: 2,
        waiting: 1,
        is_withdrawn: true,
    };
    let activity = |is_withdrawn| ActivityPage {
        words,
        desk: desk(DeskPlace::Activities),
        id: 5,
        topic: "小型农田水利设施管护".into(),
        columns: vec![(words.say("field-place"), "石桥村".into())],
        people: vec![
            ActivityPerson {
                name: "王示一".into(),
                code: "CS-002".into(),
                state: words.say("desk-record-state-verified"),
                record: Some(41),
                is_unbound: false,
            },
            ActivityPerson {
                name: "张示一".into(),
                code: "CS-004".into(),
                state: words.say("desk-record-state-draft"),
                record: None,
                is_unbound: true,
            },
        ],
        is_withdrawn,
        waiting: 1,
        confirmed: 1,
    };
    vec![
        sample(words, "desk-records", &full),
        sample(words, "desk-records-none", &empty),
        sample(words, "desk-record", &one),
        sample(words, "desk-activities", &activities(vec![activity_row])),
        sample(words, "desk-activities-none", &activities(vec![])),
        sample(words, "desk-activity", &activity(false)),
        sample(words, "desk-activity-withdrawn", &activity(true)),
        sample(words, "desk-activity-new", &activity_form(words, vec![])),
        sample(
            words,
            "desk-activity-faults",
            &activity_form(words, vec![words.say("activity-nobody")]),
        ),
    ]
}

pub(super) fn dossiers(words: &'static Words) -> Vec<Sample> {
    let list = |rows| DossiersPage {
        words,
        desk: desk(DeskPlace::Dossier),
        heading: words.say("desk-dossier"),
        year: 2026,
        others: vec![("/desk/dossier?year=2025&unit=".into(), "2025".into())],
        handbooks: vec!["3".into()],
        rows,
    };
    let row = DossierRow {
        code: "CS-002".into(),
        name: "王示一".into(),
        status: words.say("dossier-status-in-office"),
        verified: 12,
        waiting: 1,
        handbook: words.say("desk-handbooks-accepted"),
    };
    let section = |lines| DossierSection {
        title: words.say("handbook-category-contact"),
        heads: vec![words.say("field-on"), words.say("field-place")],
        lines,
    };
    let one = DossierPage {
        words,
        desk: desk(DeskPlace::Dossier),
        code: "CS-002".into(),
        name: "王示一".into(),
        year: 2026,
        service: vec![words.say("dossier-status-in-office")],
        handbook: words.say("desk-handbooks-accepted"),
        waiting: "1".into(),
        sections: vec![
            section(vec![vec![on(words, "2026-08-04"), "石桥村".into()]]),
            section(vec![]),
        ],
    };
    vec![
        sample(words, "desk-dossiers", &list(vec![row])),
        sample(words, "desk-dossiers-none", &list(vec![])),
        sample(words, "desk-dossier", &one),
    ]
}
