//! Cells as people type them, ids, and the faults of whole rows.

use proptest::prelude::*;

use super::cell::{days_of, people_of, whom_of};
use super::*;
use crate::domain::duty_record::{DutyRecord, People, RecordState};
use crate::domain::ids::RecordId;
use crate::domain::sheet::{Sheet, SheetRow};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

#[test]
fn days_are_read_as_people_type_them() {
    let one = Ok((day(3, 5), None));
    for text in [
        "2026-03-05", "2026/3/5", "2026.3.5", "20260305", "2026年3月5日", "3月5日", "３月５日", "3.5", "3-5",
        "3/5", "3月5号", " 3 月 5 日 ", "5 Mar", "5 March 2026", "Mar 5", "26.3.5", "46086",
    ] {
        assert_eq!(days_of(text, 2026), one, "{text}");
    }
    let several = Ok((day(3, 5), Some(day(3, 7))));
    for text in [
        "3月5日至3月7日",
        "3月5日至7日",
        "3月5日-7日",
        "3月5日—7日",
        "3.5~3.7",
        "2026-03-05至2026-03-07",
        "5 Mar to 7 Mar",
        "3月5日到7日",
    ] {
        assert_eq!(days_of(text, 2026), several, "{text}");
    }
    let new_year = NaiveDate::from_ymd_opt(2027, 1, 2);
    assert_eq!(days_of("12月30日至1月2日", 2026), Ok((day(12, 30), new_year)));
    for (text, kind) in [
        ("", CellFaultKind::DayMissing),
        ("上周五", CellFaultKind::DayUnreadable),
        ("3月", CellFaultKind::DayUnreadable),
        ("12", CellFaultKind::DayUnreadable),
        ("2026-02-29", CellFaultKind::DayImpossible),
        ("4月31日", CellFaultKind::DayImpossible),
        ("3月7日至3月5日", CellFaultKind::DaysWrong),
        ("至", CellFaultKind::DayUnreadable),
        ("99999999999999999999", CellFaultKind::DayUnreadable),
    ] {
        assert_eq!(days_of(text, 2026), Err(kind), "{text}");
    }
}

#[test]
fn numbers_of_people_are_read_and_impossible_ones_told() {
    for (text, people) in [
        ("12", Some(People::Exact(12))),
        ("１２人", Some(People::Exact(12))),
        ("约30人", Some(People::About(30))),
        ("30余人", Some(People::About(30))),
        ("30人左右", Some(People::About(30))),
        ("20至29人", Some(People::Range { from: 20, to: 29 })),
        ("20-29", Some(People::Range { from: 20, to: 29 })),
        ("", None),
        ("无", None),
    ] {
        assert_eq!(people_of(text), Ok(people), "{text}");
    }
    for text in [
        "0",
        "-3人",
        "12.5",
        "29至20人",
        "99999999999999999999999人",
        "1000000",
    ] {
        assert_eq!(people_of(text), Err(CellFaultKind::NumberImpossible), "{text}");
    }
    assert_eq!(people_of("不少"), Err(CellFaultKind::PeopleUnreadable));
    let exact = |number| Some(People::Exact(number));
    for (text, whom, people) in [
        ("石桥村村民15人", "石桥村村民", exact(15)),
        ("群众1人（化名）", "群众（化名）", exact(1)),
        ("村民约30人", "村民", Some(People::About(30))),
        ("村民20至29人", "村民", Some(People::Range { from: 20, to: 29 })),
        ("村民12人和干部3人", "村民12人和干部3人", None),
        ("村民", "村民", None),
    ] {
        assert_eq!(whom_of(text), Ok((whom.to_owned(), people)), "{text}");
    }
}

#[test]
fn an_id_that_was_dragged_or_mistyped_is_not_an_id() {
    let id = LineId {
        record: RecordId(7_318_349_394_477_056),
        version: 3,
    };
    let written = id.written();
    assert_eq!(LineId::read(&written), Some(id));
    assert_eq!(LineId::read(&format!(" {} ", written.to_lowercase())), Some(id));
    let other = written.replacen("056.3", "057.3", 1);
    assert_ne!(other, written);
    for text in [other.as_str(), "7318349394477056", "R1.1.", "", "R..KK"] {
        assert_eq!(LineId::read(text), None, "{text}");
    }
}

fn words() -> SheetWords {
    use crate::domain::duty_record::RecordField as F;
    let of = |head: &str, column| (DutyCategory::Other, head.to_owned(), column);
    SheetWords {
        sections: vec![("11 其他".into(), DutyCategory::Other)],
        aside: vec!["封面".into()],
        heads: vec![
            of("序号", SheetColumn::Ignored),
            of("日期", SheetColumn::Day),
            of("地点", SheetColumn::Field(F::Place)),
            of("内容", SheetColumn::Field(F::Matters)),
            of("记录编号（勿改）", SheetColumn::Id),
        ],
        empty: vec!["本年暂无记录".into()],
        name_labels: vec!["姓名".into()],
        years: vec![("2025 年度".into(), 2025), ("2026 年度".into(), 2026)],
        dossiers: vec!["省人大代表履职档案".into()],
    }
}

fn sheet(name: &str, rows: &[&str]) -> Sheet {
    let rows = (1..).zip(rows).map(|(number, row)| SheetRow {
        number,
        cells: row.split('|').map(str::to_owned).collect(),
    });
    Sheet {
        name: name.into(),
        rows: rows.collect(),
        ..Sheet::default()
    }
}

fn faults(sheets: &[Sheet]) -> Vec<(Option<u32>, Option<u32>, CellFaultKind)> {
    read_handbook_sheets(sheets, &words(), "张示一", 2026)
        .faults
        .iter()
        .map(|fault| (fault.row, fault.column, fault.kind))
        .collect()
}

const HEADS: &str = "序号|日期|地点|内容|记录编号（勿改）";

#[test]
fn every_fault_is_told_at_its_cell_and_all_at_once() {
    use CellFaultKind as K;
    let found = faults(&[sheet(
        "11 其他",
        &[
            HEADS,
            "1|2026-02-30|示例村|看水渠|",
            "2||示例村|看水渠|",
            "3|2025-03-01|示例村|看水渠|",
            "4|2026-03-01|||",
            "5|2026-03-02|#REF!|看水渠|",
            "6|2026-03-03|示例村|看水渠|R12",
            "7|2026-03-04|示例村|看水渠||备注",
            HEADS,
            "",
        ],
    )]);
    assert_eq!(
        found,
        [
            (Some(2), Some(2), K::DayImpossible),
            (Some(3), Some(2), K::DayMissing),
            (Some(4), Some(2), K::DayOfOtherYear),
            (Some(5), None, K::NothingSaid),
            (Some(6), Some(3), K::FormulaError),
            (Some(7), Some(5), K::IdBroken),
            (Some(8), Some(6), K::OutsideColumns),
        ]
    );
}

#[test]
fn another_book_another_person_and_other_sections_are_told() {
    use CellFaultKind as K;
    let other = [sheet("封面", &["省人大代表履职档案", "2025 年度", "姓名|李示二"])];
    let found = faults(&other);
    assert_eq!(
        found,
        [
            (Some(1), Some(1), K::Dossier),
            (Some(2), Some(1), K::OtherYear),
            (Some(3), Some(2), K::OtherDeputy),
        ]
    );
    let renamed = [sheet("我的记录", &[HEADS, "1|2026-03-01|示例村|看水渠|"])];
    assert_eq!(faults(&renamed), [(None, None, K::SectionUnknown)]);
    assert_eq!(
        faults(&[sheet("随手记", &["买菜"])]),
        [(None, None, K::NoSections)]
    );
    assert_eq!(
        faults(&[sheet(
            "11 其他",
            &["序号|日期|地点|感想|内容", "1|2026-03-01|示例村||看水渠"]
        )]),
        [(Some(1), Some(4), K::ColumnUnknown)]
    );
    let mut merged = sheet("11 其他", &[HEADS, "1|2026-03-01|示例村||"]);
    merged.merged = vec![(2, 3, 4)];
    assert_eq!(faults(&[merged]), [(Some(2), Some(3), K::MergedAcross)]);
    assert_eq!(faults(&[sheet("11 其他", &[HEADS, "本年暂无记录"])]), []);
}

#[test]
fn rows_find_their_records_by_id_and_stale_or_doubled_ones_are_told() {
    use CellFaultKind as K;
    let mut record = DutyRecord::self_declared(day(3, 1)).in_state(RecordState::Verified);
    record.category = DutyCategory::Other;
    record.place = "示例村".into();
    record.matters = "看水渠".into();
    let id = |record, version| {
        LineId {
            record: RecordId(record),
            version,
        }
        .written()
    };
    let changes = |records: &[(RecordId, DutyRecord)], rows: &[String]| {
        let rows: Vec<&str> = [HEADS]
            .into_iter()
            .chain(rows.iter().map(String::as_str))
            .collect();
        let reading = read_handbook_sheets(&[sheet("11 其他", &rows)], &words(), "张示一", 2026);
        assert_eq!(reading.faults, []);
        let around = Around {
            records,
            today: day(6, 1),
            mask: str::to_owned,
        };
        compare(&reading.lines, around)
    };
    let known = [(RecordId(5), record.clone()), (RecordId(6), record)];
    let row = |on: &str, matters: &str, id: &str| format!("1|{on}|示例村|{matters}|{id}");

    let changed = changes(&known, &[row("2026-03-02", "看泵站", &id(5, 1))]);
    assert_eq!(changed.absent, [(RecordId(6), day(3, 1), DutyCategory::Other)]);
    let shown: Vec<_> = changed.changed[0]
        .shown
        .iter()
        .map(|it| (it.old.as_str(), it.new.as_str()))
        .collect();
    assert_eq!(shown, [("2026-03-01", "2026-03-02"), ("看水渠", "看泵站")]);

    // What says the same may be old; what says otherwise must not be.
    let stale = id(5, 2);
    assert_eq!(
        changes(&known, &[row("2026-03-01", "看水渠", &stale)]).unchanged,
        1
    );
    let kinds = |rows: &[String]| -> Vec<K> {
        let changes = changes(&known, rows);
        changes.faults.iter().map(|fault| fault.kind).collect()
    };
    assert_eq!(kinds(&[row("2026-03-01", "看泵站", &stale)]), [K::Stale]);
    assert_eq!(kinds(&[row("2026-03-01", "看泵站", &id(9, 1))]), [K::IdUnknown]);
    let twice = row("2026-03-01", "看水渠", &id(5, 1));
    assert_eq!(kinds(&[twice.clone(), twice]), [K::IdTwice]);
    assert_eq!(kinds(&[row("2026-07-01", "看水渠", "")]), [K::DayInFuture]);
    let fresh = row("2026-05-01", "看大坝", "");
    assert_eq!(kinds(&[fresh.clone(), fresh.clone()]), [K::RowTwice]);

    // A new row that is there already is no second one.
    assert!(changes(&known, &[row("2026-03-01", "看水渠", "")]).is_nothing());
    let added = changes(&known, &[fresh]).added;
    assert_eq!((added.len(), added[0].2.state), (1, RecordState::Draft));
}

proptest! {
    #[test]
    fn no_cell_makes_reading_panic(text in "\\PC{0,20}") {
        let _ = (days_of(&text, 2026), people_of(&text), whom_of(&text), LineId::read(&text));
    }

    #[test]
    fn whom_taken_apart_reads_the_same_together(whom in "[村民群众]{0,4}", number in 1..2000_u32, about: bool) {
        let people = if about { People::About(number) } else { People::Exact(number) };
        let mut record = DutyRecord::self_declared(day(3, 1));
        record.whom = whom;
        record.people = Some(people);
        let text = record.whom_and_people();
        prop_assert_eq!(whom_of(&text), Ok((record.whom, record.people)));
    }
}
