//! The days off with a sample year.

use crate::domain::calendar::PlanWanted;
use crate::text::{Words, plan_wanted};
use crate::web::pages::desk::{
    CalendarChangeRow, CalendarDayRow, CalendarPage, CalendarPreviewPage, CalendarVersionRow, DeskPlace,
    Verdict,
};

use super::super::{Sample, sample};
use super::{ago, desk, on};

pub(super) fn calendars(words: &'static Words) -> Vec<Sample> {
    let day = |iso: &str, festival: &str, is_off, is_statutory| CalendarDayRow {
        iso: iso.into(),
        shown: on(words, iso),
        festival: festival.into(),
        is_off,
        is_statutory,
    };
    let version = |version, source: &str| CalendarVersionRow {
        version,
        at: ago(words, 3),
        by: "赵示五".into(),
        source: source.into(),
    };
    let page = |days, may_import, unreadable| CalendarPage {
        words,
        desk: desk(DeskPlace::Calendar),
        year: 2026,
        years: vec![2024, 2025, 2026],
        days,
        notices: vec!["国办发明电〔样例〕1号".into()],
        versions: vec![version(2, "放假安排（示）.csv"), version(1, "程序自带")],
        wanted: Some(plan_wanted(PlanWanted::NextYear(2027), words)),
        may_import,
        unreadable,
    };
    let days = vec![
        day("2026-02-14", "春节", false, false),
        day("2026-02-15", "春节", true, false),
        day("2026-02-16", "春节", true, true),
    ];
    let change = |iso: &str| CalendarChangeRow {
        iso: iso.into(),
        shown: on(words, iso),
        before: "普通周末".into(),
        after: "春节调休上班".into(),
    };
    let preview = |verdict| CalendarPreviewPage {
        words,
        desk: desk(DeskPlace::Calendar),
        import: "7rB2".into(),
        file: "放假安排（示）.csv".into(),
        years: vec!["2027 年放假 28 天，调休上班 5 天".into()],
        changes: if verdict == Verdict::Ready {
            vec![change("2027-02-20"), change("2027-01-31")]
        } else {
            vec![]
        },
        notes: vec!["没有写明出自哪份通知。".into()],
        faults: if verdict == Verdict::Faulty {
            vec!["第 5 行“日期”：没有“2027-02-30”这一天。请改成真实的日期。".into()]
        } else {
            vec![]
        },
        verdict,
    };
    vec![
        sample(words, "desk-calendar", &page(days.clone(), true, None)),
        sample(words, "desk-calendar-unit", &page(days, false, None)),
        sample(
            words,
            "desk-calendar-none",
            &page(vec![], true, Some("打不开这个文件。".into())),
        ),
        sample(words, "desk-calendar-preview", &preview(Verdict::Ready)),
        sample(words, "desk-calendar-faulty", &preview(Verdict::Faulty)),
        sample(words, "desk-calendar-nothing", &preview(Verdict::Nothing)),
    ]
}
