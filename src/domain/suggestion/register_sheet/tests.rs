//! What the two sheets of the register give, and every fault with its place.

use super::*;
use crate::domain::sheet::{Sheet, SheetRow};
use crate::domain::suggestion::{CongressSession, SuggestionKind};

fn sheet(lines: &str) -> Sheet {
    Sheet {
        name: "一览表".into(),
        rows: (1..)
            .zip(lines.lines())
            .map(|(number, line)| SheetRow {
                number,
                cells: line.split('|').map(str::to_owned).collect(),
            })
            .collect(),
        ..Sheet::default()
    }
}

const HEAD: &str = "样例一览表\n建议编号|届次|类别|标题|领衔代表编码|领衔代表|联名代表|主办单位|会办单位|交办日期|重点督办\n";

fn faults(line: &str) -> Vec<(Option<u32>, Option<u32>, SheetFaultKind)> {
    read_suggestions(&sheet(&format!("{HEAD}{line}")))
        .faults
        .into_iter()
        .map(|fault| (fault.row, fault.column, fault.kind))
        .collect()
}

#[test]
fn a_row_of_the_register_is_read_whole() {
    let reading = read_suggestions(&sheet(&format!(
        "{HEAD}第 s-0012 号|十四届四次会议|建议|关于水渠的建议|cs-002|王示一|李示一四、陈示一二|水利厅、农业厅|财政厅|2026/2/10|是"
    )));
    assert_eq!(reading.faults, []);
    let entry = &reading.entries[0];
    assert_eq!((entry.row, entry.number.as_str()), (3, "S-0012"));
    assert_eq!(entry.session, CongressSession { term: 14, session: 4 });
    assert_eq!(entry.kind, SuggestionKind::Suggestion);
    assert_eq!(entry.cosigners, ["李示一四", "陈示一二"]);
    assert_eq!(
        (&entry.main_units[..], &entry.separate_units[..]),
        (&["水利厅".to_owned()][..], &["农业厅".to_owned()][..])
    );
    assert_eq!(entry.joint_units, ["财政厅"]);
    assert!(entry.is_key);
}

#[test]
fn every_fault_is_told_at_its_row_and_column() {
    use SheetFaultKind as Kind;
    assert_eq!(
        faults("|14-4||题|CS-002||||||"),
        [(Some(3), Some(1), Kind::Missing)]
    );
    assert_eq!(
        faults("1|去年|公文|题|CS-002||||||也许"),
        [
            (Some(3), Some(2), Kind::SessionUnreadable),
            (Some(3), Some(3), Kind::KindUnknown),
            (Some(3), Some(11), Kind::YesNoUnreadable)
        ]
    );
    assert_eq!(
        faults("1|14-4||题|CS-002|||水利厅||2026-02-29|"),
        [(Some(3), Some(10), Kind::DayImpossible)]
    );
    assert_eq!(
        faults("1|14-4||题|CS-002|||水利厅|||"),
        [(Some(3), Some(10), Kind::NoHandingOut)]
    );
    assert_eq!(
        faults("1|14-4||题|CS-002|||水利厅|水利厅|2026-02-10|"),
        [(Some(3), Some(8), Kind::UnitTwice)]
    );
    assert_eq!(
        faults("1|14-4||题|CS-002\n1|14-4||#REF!|CS-002"),
        [
            (Some(4), Some(1), Kind::NumberTwice),
            (Some(4), Some(4), Kind::FormulaError)
        ]
    );
    let reading = read_suggestions(&sheet("建议编号|标题\n1|题"));
    let missing: Vec<&str> = reading.faults.iter().map(|fault| fault.meant.as_str()).collect();
    assert_eq!(missing[..2], ["届次", "领衔代表编码"]);
    assert_eq!(
        read_suggestions(&sheet("你好\n再见")).faults[0].kind,
        Kind::NoHeader
    );
    assert_eq!(read_suggestions(&sheet("")).faults[0].kind, Kind::EmptyFile);
}

#[test]
fn a_reply_needs_its_day_unless_it_was_oral() {
    use SheetFaultKind as Kind;
    let today = chrono::NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
    let reading = read_replies(
        &sheet(
            "建议编号|承办单位|收到日期|收到方式|答复形式\nS-1|水利厅|2026-05-13|快递|\nS-2||||口头\nS-3||||\nS-4||2026-05-21||\nS-5||2026-05-13|鸽子|",
        ),
        today,
        &[],
    );
    assert_eq!(reading.entries.len(), 2);
    let kinds: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| (fault.row, fault.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            (Some(4), Kind::Missing),
            (Some(5), Kind::DayInFuture),
            (Some(6), Kind::SourceUnknown)
        ]
    );
}

#[test]
fn a_class_is_one_of_those_that_the_office_has_set() {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
    let reading = read_replies(
        &sheet("建议编号|收到日期|答复类别\nS-1|2026-05-13|a类\nS-2|2026-05-13|\nS-3|2026-05-13|甲"),
        today,
        &["A", "B"].map(str::to_owned),
    );
    let classes: Vec<&str> = reading.entries.iter().map(|entry| entry.class.as_str()).collect();
    assert_eq!(classes, ["A", ""]);
    let fault = &reading.faults[0];
    assert_eq!(
        (
            fault.row,
            fault.column,
            fault.kind,
            fault.found.as_str(),
            fault.meant.as_str()
        ),
        (Some(4), Some(3), SheetFaultKind::ClassUnknown, "甲", "A、B")
    );
}
