//! Rosters as offices hand them in: the sample files, workbooks with titles and merged cells, and files that are no
//! rosters. All persons are samples (示).

use encoding_rs::GB18030;
use lianluo::documents::sheet::read_sheets;
use lianluo::domain::electing_unit::ElectingUnit;
use lianluo::domain::roster::{
    DeputyStatus, ElectedOn, FaultKind, Grassroots, RosterColumn, RosterEntry, RosterReading, Sex, compare,
    read_roster, roster_sheets,
};
use lianluo::domain::sheet::SheetRefusal;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const SAMPLE: &[u8] = include_bytes!("../data/roster-sample.csv");
const CHANGED: &[u8] = include_bytes!("../data/roster-sample-changed.csv");
const FAULTS: &[u8] = include_bytes!("../data/roster-sample-faults.csv");
const SMALL_XLS: &[u8] = include_bytes!("../data/roster-small.xls");

fn read(file_name: &str, bytes: &[u8]) -> RosterReading {
    let sheets = read_sheets(file_name, bytes).expect("a table file");
    read_roster(roster_sheets(&sheets).first().expect("a sheet with a roster"))
}

fn entries(file_name: &str, bytes: &[u8]) -> Vec<RosterEntry> {
    let reading = read(file_name, bytes);
    reading
        .complete()
        .unwrap_or_else(|| panic!("{:?}", reading.faults))
        .to_vec()
}

fn codes<'a>(entries: impl IntoIterator<Item = &'a RosterEntry>) -> Vec<&'a str> {
    entries.into_iter().map(|entry| entry.code.as_str()).collect()
}

#[test]
fn the_sample_roster_is_read_whole() {
    let reading = read("roster-sample.csv", SAMPLE);
    let entries = reading.complete().expect("a faultless roster");
    assert_eq!(entries.len(), 80);
    assert_eq!(reading.notes, []);
    for unit in ElectingUnit::ALL {
        assert!(
            entries.iter().any(|entry| entry.electing_unit == unit),
            "{}",
            unit.name()
        );
    }
    assert!(entries.iter().all(|entry| entry.status == DeputyStatus::InOffice));
    assert!(
        entries
            .iter()
            .all(|entry| entry.code.prefix_unit() == Some(entry.electing_unit))
    );
    let first = &entries[0];
    assert_eq!(first.code.as_str(), "CS-001");
    assert_eq!(first.name, "陈示一二");
    assert_eq!(first.sex, Some(Sex::Male));
    assert_eq!(first.electing_unit, ElectingUnit::Changsha);
    assert_eq!(first.delegation, "长沙代表团");
    assert_eq!(first.group, "长沙第2代表小组");
    assert_eq!(first.post, "律师");
    assert_eq!(first.grassroots, Some(Grassroots::No));
    assert_eq!(first.fields, ["科技创新", "教育"]);
    assert_eq!(first.phone.as_ref().expect("a phone").as_str(), "13900000001");
    assert_eq!(first.card_number.as_ref().expect("a card").last_four(), "0001");
    assert_eq!(
        first.elected_on,
        Some(ElectedOn::read("2023-01-10").expect("a day"))
    );
    let farmer = entries
        .iter()
        .find(|entry| entry.code.as_str() == "XT-003")
        .expect("on the roster");
    assert_eq!(farmer.post, "种粮大户、合作社负责人", "a post is not a list");
}

#[test]
fn a_roster_of_a_term_later_says_who_changed_stopped_ended_went_and_came() {
    let diff = compare(&entries("a.csv", SAMPLE), &entries("b.csv", CHANGED));
    assert_eq!(codes(&diff.added), ["CS-010"]);
    assert_eq!(diff.added[0].elected_on.expect("a day").to_string(), "2026-02-05");
    assert_eq!(codes(&diff.gone), ["SY-006"]);
    assert_eq!(diff.unchanged.len(), 76);
    assert_eq!(diff.belongs_to_another, []);
    assert_eq!(diff.recoded, []);
    let changed: Vec<_> = diff
        .changed
        .iter()
        .map(|changed| {
            (
                changed.new.code.as_str(),
                changed.columns.as_slice(),
                changed.new.status,
            )
        })
        .collect();
    assert_eq!(
        changed,
        [
            ("CS-004", &[RosterColumn::Post][..], DeputyStatus::InOffice),
            ("HY-002", &[RosterColumn::Status][..], DeputyStatus::Ended),
            ("ZZ-005", &[RosterColumn::Status][..], DeputyStatus::Suspended),
        ]
    );
    assert_eq!(diff.changed[0].new.post, "已调任：县农业农村局干部");
}

#[test]
fn each_fault_of_the_faulty_sample_is_named_at_its_row_and_column() {
    let reading = read("roster-sample-faults.csv", FAULTS);
    let told: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| {
            (
                fault.row.expect("a row"),
                fault.column.expect("a column"),
                fault.kind,
                fault.found.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, 1, FaultKind::NoCode, ""),
            (3, 1, FaultKind::CodeTwice { other_row: 4 }, "CS-003"),
            (4, 1, FaultKind::CodeTwice { other_row: 3 }, "CS-003"),
            (
                4,
                4,
                FaultKind::UnknownUnit {
                    suggestion: Some(ElectingUnit::Changsha)
                },
                "长沙"
            ),
            (5, 12, FaultKind::ImpossibleDate, "2023-02-30"),
            (6, 13, FaultKind::UnknownStatus, "退休"),
            (7, 14, FaultKind::ColumnTooMany, "多出一列"),
        ]
    );
    assert_eq!(reading.entries, []);
    assert_eq!(reading.complete(), None);
}

#[test]
fn the_same_roster_in_another_encoding_is_the_same() {
    let text = std::str::from_utf8(SAMPLE)
        .expect("UTF-8")
        .trim_start_matches('\u{FEFF}');
    let expected = entries("a.csv", SAMPLE);
    assert_eq!(entries("a.csv", &GB18030.encode(text).0), expected);
    assert_eq!(entries("a.csv", text.as_bytes()), expected);
    let tabs: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(text.replace(',', "\t").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(entries("a.txt", &tabs), expected, "what Excel calls Unicode text");
}

#[test]
fn a_workbook_with_titles_merged_cells_real_dates_and_numbers_is_read() {
    let mut book = Workbook::new();
    let plain = Format::new();
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    book.add_worksheet()
        .set_name("填表说明")
        .expect("a name")
        .write(0, 0, "请勿改动表头")
        .expect("written");
    let sheet = book.add_worksheet().set_name("花名册").expect("a name");
    sheet
        .merge_range(0, 0, 0, 7, "湖南省第十四届人大代表花名册（示例）", &plain)
        .expect("written");
    sheet
        .merge_range(1, 0, 1, 7, "填报单位：示例", &plain)
        .expect("written");
    let headings = [
        "代表编码", "姓　名", "原选举单位", "手机", "", "代表证号", "当选时间", "状态",
    ];
    for (column, heading) in (0..).zip(headings) {
        if column != 3 && column != 4 {
            sheet
                .merge_range(2, column, 3, column, heading, &plain)
                .expect("written");
        }
    }
    sheet
        .merge_range(2, 3, 2, 4, "联系方式", &plain)
        .expect("written");
    sheet
        .write(3, 3, "手机")
        .expect("written")
        .write(3, 4, "办公室")
        .expect("written");
    let deputies = [("CS-001", "陈示一二"), ("CS-002", "王　示"), ("HY-001", "谭示一")];
    for (place, (code, name)) in (0..3_u32).zip(deputies) {
        let row = 4 + place;
        let on = ExcelDateTime::from_ymd(2023, 1, 10).expect("a day");
        sheet
            .write(row, 0, code)
            .expect("written")
            .write(row, 1, name)
            .expect("written");
        sheet
            .write(row, 3, 13_900_000_001_f64 + f64::from(place))
            .expect("written");
        sheet.write(row, 5, format!("HN14000{place}")).expect("written");
        sheet
            .write_datetime_with_format(row, 6, &on, &day)
            .expect("written");
    }
    sheet.merge_range(4, 2, 5, 2, "长沙市", &plain).expect("written");
    sheet.write(6, 2, "衡阳市").expect("written");
    sheet.merge_range(4, 7, 6, 7, "在任", &plain).expect("written");
    sheet
        .merge_range(8, 0, 8, 7, "注：以姓名笔画为序", &plain)
        .expect("written");
    book.add_worksheet()
        .set_name("旧")
        .expect("a name")
        .set_hidden(true)
        .write(0, 0, "姓名")
        .expect("written");
    let bytes = book.save_to_buffer().expect("a workbook");

    let sheets = read_sheets("花名册.xlsx", &bytes).expect("a workbook");
    assert_eq!(
        sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
        ["填表说明", "花名册"]
    );
    let reading = read("花名册.xlsx", &bytes);
    let entries = reading
        .complete()
        .unwrap_or_else(|| panic!("{:?}", reading.faults));
    let read: Vec<_> = entries
        .iter()
        .map(|entry| {
            (
                entry.code.as_str(),
                entry.name.as_str(),
                entry.electing_unit.short_name(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("CS-001", "陈示一二", "长沙"),
            ("CS-002", "王示", "长沙"),
            ("HY-001", "谭示一", "衡阳")
        ]
    );
    for (place, entry) in entries.iter().enumerate() {
        assert_eq!(
            entry.phone.as_ref().expect("a phone").as_str(),
            format!("1390000000{}", place + 1)
        );
        assert_eq!(entry.elected_on.expect("a day").to_string(), "2023-01-10");
        assert_eq!(entry.status, DeputyStatus::InOffice);
    }
    assert_eq!(
        reading.place_of(&entries[0].code),
        Some((5, 1)),
        "rows are counted as Excel shows them"
    );
}

#[test]
fn an_old_workbook_is_read_like_a_new_one() {
    let sheets = read_sheets("花名册.xls", SMALL_XLS).expect("a workbook");
    assert_eq!(
        sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
        ["说明", "花名册"]
    );
    let entries = entries("花名册.xls", SMALL_XLS);
    assert_eq!(codes(&entries), ["CS-001", "CS-002", "HY-001"]);
    assert_eq!(
        entries[1].electing_unit,
        ElectingUnit::Changsha,
        "merged over two deputies"
    );
    assert_eq!(
        entries[2].phone.as_ref().expect("a phone").as_str(),
        "13900000010"
    );
    assert_eq!(entries[2].elected_on.expect("a day").to_string(), "2023-01-10");
}

#[test]
fn an_archive_that_unpacks_without_end_is_refused() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/workbook.xml", packed).expect("a part");
    let zeros = vec![0; 1 << 20];
    for _ in 0..100 {
        archive.write_all(&zeros).expect("written");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    assert!(bytes.len() < 1 << 20, "a hundred MiB in less than one");
    assert_eq!(
        read_sheets("花名册.xlsx", &bytes),
        Err(SheetRefusal::TooBig { limit: 64 })
    );
}

/// The old workbook with `bytes` written over what follows the first `mark`.
fn damaged(mark: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut file = SMALL_XLS.to_vec();
    let found = file.windows(mark.len()).position(|window| window == mark);
    let place = found.expect("the mark is in the file") + mark.len();
    file[place..place + bytes.len()].copy_from_slice(bytes);
    file
}

#[test]
fn an_old_workbook_that_claims_more_cells_than_there_is_memory_is_refused() {
    let dimensions = [0x00, 0x02, 0x0E, 0x00];
    let rows_without_end = [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF];
    let file = damaged(&dimensions, &rows_without_end);
    assert_eq!(read_sheets("花名册.xls", &file), Err(SheetRefusal::Broken));
    let ends_before_it_begins = [9, 0, 0, 0, 1, 0, 0, 0];
    let file = damaged(&dimensions, &ends_before_it_begins);
    assert_eq!(read_sheets("花名册.xls", &file), Err(SheetRefusal::Broken));
}

#[test]
fn an_old_workbook_whose_chain_bites_its_tail_is_refused() {
    let u32_at = |at: usize| u32::from_le_bytes(SMALL_XLS[at..at + 4].try_into().expect("four bytes"));
    let (directory, table) = (u32_at(48), u32_at(76));
    let mut file = SMALL_XLS.to_vec();
    let place = 512 + table as usize * 512 + directory as usize * 4;
    file[place..place + 4].copy_from_slice(&directory.to_le_bytes());
    assert_eq!(read_sheets("花名册.xls", &file), Err(SheetRefusal::Broken));
}

#[test]
fn a_workbook_that_claims_texts_without_end_is_refused() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("xl/workbook.xml", options).expect("a part");
    archive
        .start_file("xl/sharedStrings.xml", options)
        .expect("a part");
    archive
        .write_all(br#"<sst uniqueCount = "999999999999999"><si><t>a</t></si></sst>"#)
        .expect("written");
    let bytes = archive.finish().expect("an archive").into_inner();
    assert_eq!(read_sheets("花名册.xlsx", &bytes), Err(SheetRefusal::Broken));
}

#[test]
fn a_letter_in_an_archive_is_no_table() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file("word/document.xml", zip::write::SimpleFileOptions::default())
        .expect("a part");
    let bytes = archive.finish().expect("an archive").into_inner();
    assert_eq!(read_sheets("花名册.docx", &bytes), Err(SheetRefusal::NotATable));
}

fn a_small_workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["代表编码", "姓名", "选举单位", "代表证号"]) {
        sheet.write(0, column, heading).expect("written");
    }
    book.save_to_buffer().expect("a workbook")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_damage_to_a_file_makes_reading_panic(
        kind in 0..4_usize,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = [SMALL_XLS, CHANGED, FAULTS].get(kind).map_or_else(a_small_workbook, |file| file.to_vec());
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        for sheet in read_sheets("a", &bytes).unwrap_or_default() {
            let _ = read_roster(&sheet);
        }
    }
}
