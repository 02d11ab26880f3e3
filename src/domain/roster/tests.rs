//! What people put into rosters, and what is told about it. All persons are samples (示).

use proptest::prelude::*;

use super::*;
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::sheet::{Sheet, SheetRow};

const HEADINGS: &str = "代表编码|姓名|选举单位|联系电话|代表证号|当选日期|状态";

fn sheet(lines: &[&str]) -> Sheet {
    let rows = (1..).zip(lines).map(|(number, line)| SheetRow {
        number,
        cells: line.split('|').map(str::to_owned).collect(),
    });
    Sheet {
        name: String::new(),
        rows: rows.collect(),
        ..Sheet::default()
    }
}

fn read(lines: &[&str]) -> RosterReading {
    read_roster(&sheet(lines))
}

fn fault_kinds(reading: &RosterReading) -> Vec<FaultKind> {
    reading.faults.iter().map(|fault| fault.kind).collect()
}

fn note_kinds(reading: &RosterReading) -> Vec<NoteKind> {
    reading.notes.iter().map(|note| note.kind).collect()
}

/// The fault of a single row under `HEADINGS`, as (row, column, kind).
fn fault_of(line: &str) -> Option<(u32, u32, FaultKind)> {
    let reading = read(&[HEADINGS, line]);
    let fault = reading.faults.first()?;
    assert_eq!(reading.faults.len(), 1, "{line}: {:?}", reading.faults);
    assert!(reading.entries.is_empty(), "a faulty row gives no entry");
    assert_eq!(reading.complete(), None);
    Some((fault.row?, fault.column?, fault.kind))
}

#[test]
fn headings_are_found_under_titles_and_remarks_stay_out() {
    let reading = read(&[
        "湖南省第十四届人民代表大会代表花名册",
        "填报单位：示范||||2023.2",
        "序号|代 表 编 码|姓　名|性别|原选举\n单位|工作单位|职务|手机（必填）|代表证号|备注",
        "一、长沙代表团（2人）",
        "1|ＣＳ－００１|张　三|男|长沙市|某村|党支部书记|139 0000 0001|HN140001|",
        "2|cs-002|阿依·示|女|长沙市||村医|0731-84412345|HN140002|新",
        "序号|代表编码|姓名|性别|原选举单位|工作单位|职务|手机|代表证号|备注",
        "3|HY-001|李示|女|衡阳市|某厂|某厂工人|/|HN140003|",
        "合计||3人",
        "注：以姓氏笔画为序",
        "填表人：示某||||审核人：示某",
    ]);
    assert_eq!(reading.faults, []);
    let names: Vec<_> = reading
        .entries
        .iter()
        .map(|entry| (entry.code.as_str(), entry.name.as_str()))
        .collect();
    assert_eq!(
        names,
        [("CS-001", "张三"), ("CS-002", "阿依·示"), ("HY-001", "李示")]
    );
    assert_eq!(reading.entries[0].post, "某村党支部书记");
    assert_eq!(reading.entries[2].post, "某厂工人");
    assert_eq!(reading.entries[2].phone, None);
    let skipped: Vec<_> = reading
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::LineSkipped)
        .map(|note| note.row.expect("a line has a row"))
        .collect();
    assert_eq!(skipped, [4, 7, 9, 10, 11]);
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::UnknownColumn && note.found == "备注")
    );
    assert!(note_kinds(&reading).contains(&NoteKind::NoStatusColumn));
    assert_eq!(
        reading.place_of(&DeputyCode::read("CS-002").expect("a code")),
        Some((6, 2))
    );
}

#[test]
fn headings_merged_over_two_rows_are_taken_from_the_lower_one() {
    let reading = read(&[
        "代表编码|姓名|选举单位|代表证号|联系电话|",
        "代表编码|姓名|选举单位|代表证号|手机|办公电话",
        "CS-001|张示|长沙市|HN140001|13900000001|84412345",
    ]);
    assert_eq!(reading.faults, []);
    assert_eq!(reading.entries.len(), 1);
}

#[test]
fn deputies_above_headings_that_come_again_are_not_lost() {
    let page = [
        HEADINGS,
        "CS-001|张示|长沙市||HN140001||在任",
        HEADINGS,
        "CS-002|李示|长沙市||HN140002||在任",
    ];
    assert_eq!(read(&page).complete().map(<[_]>::len), Some(2));
}

#[test]
fn every_fault_is_named_at_its_cell() {
    let unknown = |suggestion| FaultKind::UnknownUnit { suggestion };
    for (line, column, kind) in [
        ("|张示|长沙市||HN140001||在任", 1, FaultKind::NoCode),
        ("-|张示|长沙市||HN140001||在任", 1, FaultKind::NoCode),
        ("长沙一号|张示|长沙市||HN140001||在任", 1, FaultKind::BadCode),
        ("CS-001||长沙市||HN140001||在任", 2, FaultKind::NoName),
        ("CS-001|张示（女）|长沙市||HN140001||在任", 2, FaultKind::BadName),
        ("CS-001|张?|长沙市||HN140001||在任", 2, FaultKind::BadName),
        ("CS-001|#N/A|长沙市||HN140001||在任", 2, FaultKind::FormulaError),
        (
            "CS-001|张示|长沙||HN140001||在任",
            3,
            unknown(Some(ElectingUnit::Changsha)),
        ),
        (
            "CS-001|张示|||HN140001||在任",
            3,
            unknown(Some(ElectingUnit::Changsha)),
        ),
        ("CS-001|张示|武汉市||HN140001||在任", 3, unknown(None)),
        (
            "CS-001|张示|长沙市|1390000000|HN140001||在任",
            4,
            FaultKind::BadPhone,
        ),
        (
            "CS-001|张示|长沙市|1.39E+10|HN140001||在任",
            4,
            FaultKind::NumberCutShort,
        ),
        ("CS-001|张示|长沙市||0001||在任", 5, FaultKind::BadCardNumber),
        (
            "CS-001|张示|长沙市||HN140001|2023-02-30|在任",
            6,
            FaultKind::ImpossibleDate,
        ),
        (
            "CS-001|张示|长沙市||HN140001|换届|在任",
            6,
            FaultKind::UnreadableDate,
        ),
        ("CS-001|张示|长沙市||HN140001||退休", 7, FaultKind::UnknownStatus),
        (
            "CS-001|张示|长沙市||HN140001||在任||多",
            9,
            FaultKind::ColumnTooMany,
        ),
    ] {
        assert_eq!(fault_of(line), Some((2, column, kind)), "{line}");
    }
    let long = format!("CS-001|张示|长沙市|HN140001|{}", "长".repeat(201));
    let reading = read(&["代表编码|姓名|选举单位|代表证号|职务", &long]);
    assert_eq!(fault_kinds(&reading), [FaultKind::TextTooLong]);
}

#[test]
fn all_faults_of_a_file_are_told_at_once_and_in_order() {
    let reading = read(&[
        "姓名|选举单位|联系电话|手机|性别",
        "张示|长沙|123|13900000001|中",
        "|衡阳市||13900000001|女",
    ]);
    let places: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| (fault.row, fault.column, fault.kind))
        .collect();
    assert_eq!(
        places,
        [
            (Some(1), None, FaultKind::MissingColumn(RosterColumn::Code)),
            (Some(1), None, FaultKind::MissingColumn(RosterColumn::CardNumber)),
            (Some(1), Some(4), FaultKind::ColumnTwice(RosterColumn::Phone)),
            (
                Some(2),
                Some(2),
                FaultKind::UnknownUnit {
                    suggestion: Some(ElectingUnit::Changsha)
                }
            ),
            (Some(2), Some(3), FaultKind::BadPhone),
            (Some(2), Some(5), FaultKind::UnknownSex),
            (Some(3), Some(1), FaultKind::NoName),
        ]
    );
}

#[test]
fn a_code_or_a_card_borne_twice_is_told_at_each_bearer() {
    let reading = read(&[
        HEADINGS,
        "CS-001|张示|长沙市|13900000001|HN140001||在任",
        "cs-001|李示|长沙市|13900000002|HN140002||在任",
        "CS-003|王示|长沙市|13900000003|hn140002||在任",
        "CS-004|周示|长沙市|13900000003|HN140004||在任",
    ]);
    let told: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| (fault.row, fault.kind))
        .collect();
    assert_eq!(
        told,
        [
            (Some(2), FaultKind::CodeTwice { other_row: 3 }),
            (Some(3), FaultKind::CodeTwice { other_row: 2 }),
            (Some(3), FaultKind::CardNumberTwice { other_row: 4 }),
            (Some(4), FaultKind::CardNumberTwice { other_row: 3 }),
        ]
    );
    assert_eq!(
        note_kinds(&reading),
        [
            NoteKind::PhoneTwice { other_row: 5 },
            NoteKind::PhoneTwice { other_row: 4 }
        ]
    );
    assert_eq!(
        reading.entries.len(),
        1,
        "only the one that nobody shares anything with but a telephone"
    );
    assert_eq!(reading.entries[0].code.as_str(), "CS-004");
}

#[test]
fn what_an_officer_should_see_is_noted_and_taken() {
    let reading = read(&[HEADINGS, "CS-001|张示|衡阳市|||2023.1|"]);
    assert_eq!(reading.complete().map(<[_]>::len), Some(1));
    assert_eq!(
        note_kinds(&reading),
        [
            NoteKind::PrefixContradictsUnit {
                prefix_unit: ElectingUnit::Changsha
            },
            NoteKind::NoCardNumber,
            NoteKind::MonthMayBeOctober,
            NoteKind::StatusAssumed,
        ]
    );
}

#[test]
fn states_are_known_in_their_usual_words() {
    for (word, status) in [
        ("在任", DeputyStatus::InOffice),
        ("在 职", DeputyStatus::InOffice),
        ("暂停执行代表职务", DeputyStatus::Suspended),
        ("代表资格终止", DeputyStatus::Ended),
        ("辞职", DeputyStatus::Ended),
        ("罢免", DeputyStatus::Ended),
    ] {
        let reading = read(&[HEADINGS, &format!("CS-001|张示|长沙市||HN140001||{word}")]);
        assert_eq!(
            reading.complete().map(|entries| entries[0].status),
            Some(status),
            "{word}"
        );
    }
}

#[test]
fn a_file_without_a_roster_says_what_it_lacks() {
    assert_eq!(fault_kinds(&read(&[])), [FaultKind::EmptyFile]);
    assert_eq!(fault_kinds(&read(&["　| "])), [FaultKind::EmptyFile]);
    assert_eq!(
        fault_kinds(&read(&["会议通知", "时间|地点"])),
        [FaultKind::NoHeader]
    );
    assert_eq!(
        fault_kinds(&read(&[HEADINGS, "合计|0"])),
        [FaultKind::NobodyListed]
    );
    let sheets = [sheet(&["说明"]), sheet(&[HEADINGS])];
    assert_eq!(roster_sheets(&sheets), [&sheets[1]]);
}

fn entry(line: &str) -> RosterEntry {
    let reading = read(&[HEADINGS, line]);
    reading
        .complete()
        .unwrap_or_else(|| panic!("{line}: {:?}", reading.faults))[0]
        .clone()
}

#[test]
fn a_code_belongs_to_one_person_for_ever() {
    let old = entry("CS-001|张示|长沙市|13900000001|HN140001||在任");
    for (new, is_another) in [
        ("CS-001|章示|长沙市|13900000001|HN140001||在任", false),
        ("CS-001|章示|长沙市|13900000009|HN140001||在任", false),
        ("CS-001|张示|长沙市|13900000009|HN140009||在任", false),
        ("CS-001|章示|长沙市|13900000001|HN140009||在任", true),
        ("CS-001|李示|长沙市|13900000009|HN140009||在任", true),
        ("CS-001|李示|长沙市|13900000009|||在任", true),
        ("CS-001|李示|长沙市||||在任", false),
    ] {
        let diff = compare(std::slice::from_ref(&old), &[entry(new)]);
        assert_eq!(diff.belongs_to_another.len(), usize::from(is_another), "{new}");
        assert_eq!(diff.changed.len(), usize::from(!is_another), "{new}");
    }
    let reading = read(&[HEADINGS, "", "CS-001|李示|长沙市|13900000009|HN140009||在任"]);
    let diff = compare(&[old], reading.complete().expect("a faultless roster"));
    let fault = Fault {
        row: Some(3),
        column: Some(1),
        kind: FaultKind::CodeBelongsToAnother,
        found: "CS-001".into(),
    };
    assert_eq!(diff.faults(&reading), [fault]);
}

#[test]
fn deputies_numbered_anew_are_pointed_out() {
    let old = entry("CS-001|张示|长沙市|13900000001|HN140001||在任");
    let new = entry("CS-101|张示|长沙市|13900000001|HN140001||在任");
    let diff = compare(std::slice::from_ref(&old), std::slice::from_ref(&new));
    assert_eq!(
        (diff.gone.as_slice(), diff.added.as_slice()),
        (&[old.clone()][..], &[new.clone()][..])
    );
    assert_eq!(diff.recoded, [(old, new)]);
}

fn any_cell() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "姓名", "代表编码", "选举单位", "代表证号", "联系电话", "当选日期", "状态", "性别", "CS-001",
        "HY-002", "张示", "长沙市", "HN140001", "13900000001", "2023.1", "44936", "在任", "合计", "注：",
        "#REF!", "1.39E+10", "", "　",
    ]);
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    let cells = prop::collection::vec(any_cell(), 0..9);
    prop::collection::vec(cells, 0..12).prop_map(|rows| Sheet {
        name: String::new(),
        rows: (1..)
            .zip(rows)
            .map(|(number, cells)| SheetRow { number, cells })
            .collect(),
        ..Sheet::default()
    })
}

/// Up to thirty deputies with codes of their own, which differ in what two rosters may differ in.
fn any_roster() -> impl Strategy<Value = Vec<RosterEntry>> {
    let deputy = (1..40_u32, 0..3_usize, 0..3_u32, 0..3_u32, 0..3_usize);
    prop::collection::vec(deputy, 0..30).prop_map(|deputies| {
        let mut entries: Vec<RosterEntry> = Vec::new();
        for (code, name, phone, card, status) in deputies {
            let name = ["张示", "李示", "王示"][name];
            let status = ["在任", "暂停", "终止"][status];
            let entry = entry(&format!(
                "CS-{code:03}|{name}|长沙市|1390000000{phone}|HN14{card}{code:03}||{status}"
            ));
            if entries.iter().all(|other| other.code != entry.code) {
                entries.push(entry);
            }
        }
        entries
    })
}

proptest! {
    #[test]
    fn no_cells_make_reading_panic(sheet in any_sheet()) {
        let reading = read_roster(&sheet);
        prop_assert!(reading.faults.iter().all(|fault| fault.kind.locale_key().starts_with("roster-fault-")));
        if let Some(entries) = reading.complete() {
            let diff = compare(entries, entries);
            prop_assert_eq!(diff.unchanged.len(), entries.len());
        }
    }

    #[test]
    fn no_text_makes_reading_a_cell_panic(text in any::<String>(), digits in "[0-9+() -]{0,24}", date in "[0-9./年月日-]{0,14}") {
        for text in [text, digits, date] {
            let _ = (Phone::read(&text), DeputyCode::read(&text), RosterColumn::from_heading(&text));
            let _ = ElectingUnit::suggest(&text);
            if let Ok(on) = ElectedOn::read(&text) {
                prop_assert_eq!(ElectedOn::read(&on.to_string()), Ok(on));
                let _ = on.earliest();
            }
            if let Some(card_number) = CardNumber::read(&text) {
                prop_assert_eq!(card_number.last_four().len(), 4);
            }
            if let Some(phone) = Phone::read(&text) {
                prop_assert_eq!(Phone::read(phone.as_str()), Some(phone));
            }
        }
    }

    #[test]
    fn a_roster_compared_with_itself_is_unchanged(roster in any_roster()) {
        let diff = compare(&roster, &roster);
        prop_assert_eq!(diff.unchanged.len(), roster.len());
        prop_assert_eq!(RosterDiff { unchanged: Vec::new(), ..diff }, RosterDiff::default());
    }

    #[test]
    fn the_order_of_a_roster_changes_nothing(
        (old, mut new, shuffled) in (any_roster(), any_roster(), any::<prop::sample::Index>()),
    ) {
        let diff = compare(&old, &new);
        let place = shuffled.index(new.len() + 1);
        new.rotate_left(place);
        new.reverse();
        let old_reversed: Vec<_> = old.iter().rev().cloned().collect();
        prop_assert_eq!(compare(&old_reversed, &new), diff);
    }

    #[test]
    fn everyone_of_either_roster_is_in_exactly_one_part(old in any_roster(), new in any_roster()) {
        let diff = compare(&old, &new);
        let met = diff.changed.len() + diff.unchanged.len() + diff.belongs_to_another.len();
        prop_assert_eq!(met + diff.added.len(), new.len());
        prop_assert_eq!(met + diff.gone.len(), old.len());
        prop_assert!(diff.changed.iter().all(|changed| !changed.columns.is_empty()));
    }
}
