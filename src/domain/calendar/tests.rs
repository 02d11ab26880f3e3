//! What the program ships, and files good and bad.

use super::*;
use crate::domain::sheet::{Sheet, SheetRow};

const FILE: &str = include_str!("cn-holidays.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// In the autumn in which the plan of 2027 comes out.
fn today() -> NaiveDate {
    day("2026-11-23")
}

fn table(text: &str) -> Sheet {
    Sheet {
        name: "2027".into(),
        rows: (1..)
            .zip(text.lines())
            .map(|(number, line)| SheetRow {
                number,
                cells: line.split(',').map(str::to_owned).collect(),
            })
            .collect(),
        ..Sheet::default()
    }
}

/// A made-up plan of 2027, as an office types it.
const TABLE: &str = "\
2027年放假安排（样例）
开始日期,结束日期,节日,安排,通知
2027-01-01,2027-01-03,元旦,放假,国办发明电〔样例〕1号
2027-02-05,2027-02-12,春节,放假,
2027-01-31,,春节,上班,
2027-02-20,,春节,上班,
2027-04-03,2027-04-05,清明节,放假,
2027-05-01,2027-05-05,劳动节,放假,
2027-05-08,,劳动节,上班,
2027-06-09,,端午节,放假,
2027-09-15,,中秋节,放假,
2027-10-01,2027-10-07,国庆节,放假,
2027-09-26,,国庆节,上班,
2027-10-09,,国庆节,上班,";

fn faults_of(reading: &CalendarReading) -> Vec<(Option<u32>, &str, &str, CalendarFaultKind)> {
    reading
        .faults
        .iter()
        .map(|fault| (fault.line, fault.field.as_str(), fault.found.as_str(), fault.kind))
        .collect()
}

#[test]
fn what_is_shipped_has_nine_years_without_a_fault() {
    let reading = read_json(FILE, day("2026-01-01"));
    assert_eq!(reading.faults, []);
    // The leave of 2020 was prolonged by a second notice.
    assert!(reading.notes.iter().all(|note| matches!(
        note,
        CalendarNote::Unbalanced {
            year: 2020,
            net: 13,
            ..
        }
    )));
    let calendar = Calendar::shipped();
    assert_eq!(
        (calendar.first_year(), calendar.last_year()),
        (Some(2018), Some(2026))
    );
    assert!(calendar.years_left_out().is_empty());
    let days: usize = calendar.plans().map(|plan| plan.days.len()).sum();
    assert_eq!(days, 322);
    assert!(calendar.plans().all(|plan| !plan.notices.is_empty()));
}

#[test]
fn the_festivals_of_the_law_are_those_that_the_file_marks() {
    let file: serde_json::Value = serde_json::from_str(FILE).unwrap();
    let mut marked: Vec<NaiveDate> = Vec::new();
    for list in ["days", "days_2027_statutory_only"] {
        for it in file[list].as_array().unwrap() {
            if it["statutory"] == true {
                marked.push(day(it["date"].as_str().unwrap()));
            }
        }
    }
    marked.sort();
    let lawful: Vec<NaiveDate> = (2018..=2027).flat_map(festivals_of).map(|(on, _)| on).collect();
    assert_eq!(marked, lawful);
}

#[test]
fn a_calendar_comes_back_from_json_as_it_was() {
    let kept = serde_json::to_string(Calendar::shipped()).unwrap();
    let back: Calendar = serde_json::from_str(&kept).unwrap();
    assert_eq!(&back, Calendar::shipped());
    assert_eq!(
        back.standing(day("2026-02-14")),
        Standing::MakeUp {
            name: "春节".into()
        }
    );
}

#[test]
fn a_plan_is_read_from_a_table() {
    let reading = read_table(&table(TABLE), today());
    assert_eq!(reading.faults, []);
    assert_eq!(reading.notes, []);
    let [plan] = &reading.plans[..] else {
        panic!("{:?}", reading.plans)
    };
    assert_eq!(plan.year, 2027);
    assert_eq!(plan.notices, ["国办发明电〔样例〕1号"]);
    assert_eq!(plan.days.len(), 33);
    let new = Calendar::shipped().with(&reading.plans);
    assert_eq!(
        new.standing(day("2027-02-05")),
        Standing::Off {
            name: "春节".into(),
            statutory: true
        }
    );
    assert_eq!(
        new.standing(day("2027-02-20")),
        Standing::MakeUp {
            name: "春节".into()
        }
    );
    assert!(!new.is_off(day("2027-02-09"), DaysOff::Festivals));
    let changes = differences(Calendar::shipped(), &new);
    assert_eq!(changes.first().map(|change| change.on), Some(day("2027-01-01")));
    assert!(changes.iter().any(|change| change.on == day("2027-01-31")
        && change.before == Standing::Weekend
        && change.after
            == Standing::MakeUp {
                name: "春节".into()
            }));
    assert!(differences(&new, &new).is_empty());
    assert_eq!(calendar_sheets(&[table("a,b\n1,2"), table(TABLE)]).len(), 1);
}

#[test]
fn days_that_a_notice_moves_in_the_december_before_belong_to_its_year() {
    let with_december = format!("{TABLE}\n2026-12-31,,元旦,放假,\n2026-12-26,,元旦,上班,");
    let reading = read_table(&table(&with_december), today());
    assert_eq!(reading.faults, []);
    assert_eq!(reading.plans.len(), 1);
    let new = Calendar::shipped().with(&reading.plans);
    assert!(new.is_off(day("2026-12-31"), DaysOff::All));
    assert!(!new.is_off(day("2026-12-26"), DaysOff::All));
    // The plan of 2026 is what it was.
    assert_eq!(new.plan(2026), Calendar::shipped().plan(2026));
    assert!(
        new.days_in(2026)
            .iter()
            .any(|planned| planned.on == day("2026-12-31"))
    );
}

#[test]
fn each_fault_of_a_table_has_its_row_and_column() {
    let text = "\
日期,结束日期,节日,安排,法定节日
2027-02-30,,春节,放假,
明年,,春节,放假,
2027-01-01,,,放假,
2027-01-02,,元旦,也许,
2027-01-03,,元旦,放假,大概
2027-04-05,2027-04-03,清明节,放假,
,,国庆节,放假,
2027-03-01,2027-05-01,劳动节,放假,";
    let reading = read_table(&table(text), today());
    use CalendarFaultKind::*;
    assert_eq!(
        faults_of(&reading),
        [
            (Some(2), "日期", "2027-02-30", DayImpossible),
            (Some(3), "日期", "明年", DayUnreadable),
            (Some(4), "节日", "", FieldMissing),
            (Some(5), "安排", "也许", KindUnknown),
            (Some(6), "法定节日", "大概", StatutoryUnreadable),
            (Some(7), "结束日期", "2027-04-03", EndBeforeBegin),
            (Some(8), "日期", "", FieldMissing),
            (
                Some(9),
                "日期",
                "2027-03-01～2027-05-01",
                LineTooLong { days: 62 }
            ),
        ]
    );
    assert_eq!(reading.complete(), None);
}

#[test]
fn overlapping_missing_and_absurd_days_are_faults() {
    use CalendarFaultKind::*;
    let changed = |from: &str, to: &str| {
        assert!(TABLE.contains(from), "{from}");
        read_table(&table(&TABLE.replace(from, to)), today())
    };
    let one = |reading: CalendarReading| {
        let found = faults_of(&reading);
        assert_eq!(found.len(), 1, "{found:?}");
        let fault = &reading.faults[0];
        (fault.line, fault.found.clone(), fault.kind)
    };
    // The same day in two lines, as off and as worked.
    let twice = changed("2027-02-20,,春节,上班", "2027-02-12,,春节,上班");
    assert_eq!(
        one(twice),
        (Some(6), "2027-02-12".into(), Twice { other_line: 4 })
    );
    // A festival is forgotten.
    let missing = changed("2027-09-15,,中秋节,放假,\n", "");
    let festival = Festival::MidAutumn;
    assert_eq!(
        one(missing),
        (None, "2027-09-15".into(), FestivalMissing { festival })
    );
    // A leave is shorter than the law gives.
    let short = changed("2027-02-05,2027-02-12", "2027-02-06,2027-02-12");
    let festival = Festival::Spring;
    assert_eq!(
        one(short),
        (None, "2027-02-05".into(), FestivalMissing { festival })
    );
    // A hole in a leave.
    let hole = changed(
        "2027-10-01,2027-10-07,国庆节,放假,",
        "2027-10-01,2027-10-04,国庆节,放假,\n2027-10-06,2027-10-07,国庆节,放假,",
    );
    assert_eq!(one(hole), (None, "2027-10-05".into(), GapInLeave));
    // Worked on a Tuesday; worked on a festival.
    let weekday = changed("2027-10-09,,国庆节,上班", "2027-10-12,,国庆节,上班");
    assert_eq!(one(weekday), (Some(14), "2027-10-12".into(), MakeUpOnWeekday));
    let festival = Festival::DragonBoat;
    let worked = changed("2027-06-09,,端午节,放假", "2027-06-09,,端午节,上班");
    assert_eq!(
        one(worked),
        (Some(10), "2027-06-09".into(), MakeUpOnFestival { festival })
    );
    // A leave that never ends.
    let long = changed("2027-10-01,2027-10-07", "2027-10-01,2027-10-19");
    assert!(
        long.faults
            .iter()
            .any(|fault| matches!(fault.kind, LeaveTooLong { days: 19 } | Twice { .. })),
        "{:?}",
        long.faults
    );
    // A year too far.
    let later = read_table(&table(&TABLE.replace("2027-", "2029-")), today());
    assert_eq!(one(later), (None, "2029".into(), YearNotYet { last: 2027 }));
    let earlier = read_table(&table(&TABLE.replace("2027-", "2011-")), today());
    assert_eq!(one(earlier), (None, "2011".into(), YearTooEarly { first: 2018 }));
    // No headings, no days.
    assert_eq!(one(read_table(&table("a,b"), today())).2, NoHeadings);
    assert_eq!(one(read_table(&table("日期,节日,安排"), today())).2, NoDays);
}

#[test]
fn each_fault_of_json_has_its_line_and_field() {
    use CalendarFaultKind::*;
    let text = r#"{
 "years": {"2027": {"status": "published", "notice": ["样例"]}, "27": {}, "2028": {"status": "perhaps"}},
 "days": [
  {"date": "2027-02-30", "name": "春节", "type": "off"},
  {"name": "春节", "type": "off"},
  {"date": "2027-01-01", "name": "元旦", "type": "holiday"},
  {"date": "2027-01-02", "name": "元旦", "type": "off", "statutory": "no"},
  {"date": 20270103, "name": "元旦", "type": "off"},
  7,
  {"date": "2026-05-01", "name": "劳动节", "type": "off"}
 ]
}"#;
    assert_eq!(
        faults_of(&read_json(text, today())),
        [
            (Some(2), "years", "perhaps", StatusUnknown),
            (Some(2), "years", "27", YearUnreadable),
            (Some(4), "date", "2027-02-30", DayImpossible),
            (Some(5), "date", "", FieldMissing),
            (Some(6), "type", "holiday", KindUnknown),
            (Some(7), "statutory", "\"no\"", StatutoryUnreadable),
            (Some(8), "date", "20270103", WrongShape),
            (Some(9), "", "7", WrongShape),
            (Some(10), "date", "2026-05-01", YearNotNamed),
        ]
    );
    let kind = |text: &str| {
        let reading = read_json(text, today());
        (reading.faults[0].line, reading.faults[0].kind)
    };
    assert_eq!(kind("{\n\"days\": [,]}"), (Some(2), NotJson { column: 10 }));
    assert_eq!(kind("{}"), (None, FieldMissing));
    assert_eq!(kind("[1]").1, WrongShape);
    assert_eq!(kind("\u{feff}{\"days\": {}}"), (Some(1), WrongShape));
    assert_eq!(kind("{\"days\": []}"), (None, NoDays));
    assert_eq!(
        kind("{\"years\": {\"2027\": {}}, \"days\": []}"),
        (None, YearEmpty { year: 2027 })
    );
    assert_eq!(kind(""), (Some(1), NotJson { column: 0 }));
}

#[test]
fn what_is_worth_a_look_stops_nothing() {
    let bare = TABLE.replace("国办发明电〔样例〕1号", "");
    let unbalanced = bare.replace("2027-10-09,,国庆节,上班,", "");
    let reading = read_table(&table(&unbalanced), today());
    assert_eq!(reading.faults, []);
    assert_eq!(
        reading.notes,
        [
            CalendarNote::NoNotice { year: 2027 },
            CalendarNote::Unbalanced {
                year: 2027,
                net: 14,
                lawful: 13
            }
        ]
    );
}

#[test]
fn the_office_is_asked_for_the_next_plan_from_november() {
    let calendar = Calendar::shipped();
    assert_eq!(calendar.plan_wanted(day("2026-10-31")), None);
    assert_eq!(
        calendar.plan_wanted(day("2026-11-01")),
        Some(PlanWanted::NextYear(2027))
    );
    assert_eq!(
        calendar.plan_wanted(day("2027-01-01")),
        Some(PlanWanted::ThisYear(2027))
    );
    let loaded = calendar.with(&read_table(&table(TABLE), today()).plans);
    assert_eq!(loaded.plan_wanted(day("2026-12-01")), None);
    assert_eq!(loaded.plan_wanted(day("2027-06-01")), None);
}

#[test]
fn no_bytes_make_reading_panic() {
    for text in [
        "{\"days\":[{}]}",
        "{\"days\":[[]]}",
        "null",
        "{\"years\":[],\"days\":[]}",
        "\u{feff}",
    ] {
        assert!(!read_json(text, today()).faults.is_empty(), "{text}");
    }
    for text in [
        "日期,节日,安排\n９,9,9",
        "日期,节日,安排\n二〇二七年,春节,放假",
        "日期,节日,安排\n9999-12-31,a,放假",
    ] {
        assert!(!read_table(&table(text), today()).faults.is_empty(), "{text}");
    }
}
