//! The workbook read back.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use super::*;
use crate::documents::samples;
use crate::domain::Locale;
use crate::text;

fn sheets(handbook: &Handbook, locale: Locale) -> Vec<(String, Range<Data>)> {
    let file = handbook_xlsx(handbook, text::words(locale)).unwrap();
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    workbook.worksheets()
}

fn row(sheet: &Range<Data>, row: usize) -> Vec<String> {
    sheet
        .rows()
        .nth(row)
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn section_ten_is_read_back_with_real_dates_and_numbers() {
    let sheets = sheets(&samples::handbook(3), Locale::ZhCn);
    let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "封面", "1 大会", "2 议案建议", "3 视察", "4 调研", "5 小组活动", "6 常委会会议", "7 执法检查",
            "8 建议办理", "9 学习培训", "10 联系群众", "来源"
        ]
    );
    let contacts = &sheets[10].1;
    assert_eq!(
        row(contacts, 0),
        [
            "序号",
            "时间",
            "地点",
            "联系方式",
            "联系对象及人数",
            "反映的主要问题和意见建议",
            "处理（转交）情况",
            "反馈情况",
            "来源",
            "记录编号（勿改）"
        ]
    );
    assert_eq!(contacts.height(), 4);
    assert_eq!(contacts.get((1, 0)), Some(&Data::Float(1.0)));
    let Some(Data::DateTime(day)) = contacts.get((1, 1)) else {
        panic!("not a date")
    };
    assert_eq!(day.to_ymd_hms_milli(), (2026, 1, 6, 0, 0, 0, 0));
    assert_eq!(
        row(contacts, 1)[2..],
        [
            "线上",
            "网络平台",
            "群众1人（化名）",
            "示例村三组灌溉渠去年垮了一段，二十多户稻田缺水，希望春耕前修好。",
            "已转交市水利局（1月8日）；有关单位答复（市水利局，1月20日）",
            "已答复（1月7日）；群众已知悉（1月22日）",
            "来信 260101，消息 3 条、附件 2 个",
            "R1.1.AW",
        ]
    );
    assert_eq!(row(contacts, 2)[8], "本人填报");
    let sources = &sheets[11].1;
    assert_eq!(row(sources, 1)[3..], ["来信", "260101", "3", "2"]);
    assert_eq!(row(sources, 2)[3..], ["本人填报", "", "", ""]);
}

#[test]
fn the_cover_names_the_deputy_and_counts_the_ten_sections() {
    let sheets = sheets(&samples::handbook(3), Locale::ZhCn);
    let cells: Vec<String> = sheets[0].1.rows().flatten().map(ToString::to_string).collect();
    for expected in [
        "省人大代表履职手册",
        "2026 年度",
        "张示一",
        "长沙市人民代表大会",
        "本年暂无记录",
    ] {
        assert!(cells.iter().any(|cell| cell == expected), "{expected} is missing");
    }
    let contents: Vec<_> = sheets[0]
        .1
        .rows()
        .skip_while(|row| row[0] != Data::String("序号".into()))
        .collect();
    assert_eq!(contents.len(), 11);
    assert_eq!(contents[10][1].to_string(), "联系人民群众情况");
    assert_eq!(contents[10][2], Data::Float(3.0));
}

#[test]
fn the_cover_of_a_dossier_says_what_became_of_the_handbook() {
    let sheets = sheets(&samples::dossier(), Locale::ZhCn);
    let cells: Vec<String> = sheets[0].1.rows().flatten().map(ToString::to_string).collect();
    for expected in [
        "省人大代表履职档案",
        "已收，2026 年 12 月 18 日提交，2026 年 12 月 21 日办理",
        "代表已确认、联络机构还没有核实的 3 条，没有写进本档案。",
    ] {
        assert!(
            cells.iter().any(|cell| cell == expected),
            "{expected} is missing: {cells:?}"
        );
    }
}

#[test]
fn every_section_has_a_sheet_with_its_columns() {
    let sheets = sheets(&samples::of_all_sections(), Locale::ZhCn);
    assert_eq!(sheets[11].0, "11 其他");
    let training = &sheets[9].1;
    assert_eq!(
        row(training, 0),
        [
            "序号",
            "日期",
            "地点",
            "班次",
            "主办单位",
            "天数",
            "来源",
            "记录编号（勿改）"
        ]
    );
    assert_eq!(
        row(training, 1)[1..],
        [
            "4月20日至4月21日",
            "长沙",
            "代表法专题培训",
            "省人大常委会",
            "2",
            "本人填报，附件 2 个",
            "R9.5.GJ"
        ]
    );
    assert_eq!(sheets[12].1.height(), 12);
}

#[test]
fn an_empty_year_says_so() {
    let sheets = sheets(&samples::handbook(0), Locale::ZhCn);
    assert_eq!(row(&sheets[10].1, 1)[0], "本年暂无记录");
}

#[test]
fn words_that_look_like_formulas_or_break_files_come_back_as_harmless_strings() {
    for words in [
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "＝1",
        "A&B <b>\"'",
        "&P&N[红]",
    ] {
        let sheets = sheets(&samples::with_words(words), Locale::ZhCn);
        let contacts = &sheets[10].1;
        for column in [2, 3, 4, 5, 6, 7] {
            assert_eq!(contacts.get((1, column)), Some(&Data::String(words.into())));
        }
    }
    let file = handbook_xlsx(&samples::with_words("=1+1"), text::words(Locale::ZhCn)).unwrap();
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    assert!(workbook.worksheet_formula("10 联系群众").unwrap().is_empty());
    let sheets = sheets(
        &samples::with_words("一\u{0}\u{1b}二\u{fffe}_x0041_"),
        Locale::ZhCn,
    );
    assert_eq!(
        sheets[10].1.get((1, 5)),
        Some(&Data::String("一二_x0041_".into()))
    );
}

#[test]
fn a_very_long_text_does_not_break_the_file() {
    let sheets = sheets(&samples::with_words(&"水".repeat(100_000)), Locale::ZhCn);
    assert!(sheets[10].1.get((1, 5)).unwrap().to_string().ends_with('…'));
}

#[test]
fn a_deputy_who_reads_english_gets_english_heads() {
    let sheets = sheets(&samples::handbook(1), Locale::En);
    assert_eq!(sheets[10].0, "10 Contact");
    assert_eq!(row(&sheets[10].1, 1)[8], "Letter 260101, 3 messages, 2 files");
}

#[test]
fn the_same_handbook_gives_the_same_file() {
    let make = || handbook_xlsx(&samples::handbook(5), text::words(Locale::ZhCn)).unwrap();
    assert_eq!(make(), make());
}

#[test]
fn what_was_amended_has_a_sheet_and_the_book_is_not_read_back() {
    let sheets = sheets(&samples::amended(), Locale::ZhCn);
    let (name, amended) = &sheets[11];
    assert_eq!(name, "补正");
    assert_eq!(
        row(amended, 1)[2..],
        [
            "联系人民群众情况",
            "反映的问题",
            "灌溉",
            "灌溉用水",
            "张示一",
            "写漏了"
        ]
    );
    assert!(matches!(amended.get((1, 0)), Some(Data::DateTime(_))));
    assert!(row(amended, 5)[0].contains("2026 年 12 月 19 日收下"));
    assert!(!row(&sheets[10].1, 0).iter().any(|head| head.contains("记录编号")));
    assert_eq!(sheets[12].0, "来源");
}

mod read_back {
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    use super::*;
    use crate::documents::sheet::read_sheets;
    use crate::domain::duty_record::{ContactWay, DutyRecord, FieldValue, People, RecordField, RecordState};
    use crate::domain::handbook::sheet::{Around, SheetChanges, compare, read_handbook_sheets};
    use crate::domain::ids::RecordId;
    use crate::domain::personal_data::mask_personal_data;
    use crate::text::handbook_sheet_words::sheet_words;

    /// The book written out and read back against the records that it was made of.
    fn back(records: &[DutyRecord], locale: Locale) -> SheetChanges {
        let book = samples::of(records);
        let file = handbook_xlsx(&book, text::words(locale)).unwrap();
        let sheets = read_sheets("a.xlsx", &file).unwrap();
        let reading = read_handbook_sheets(&sheets, &sheet_words(), &book.deputy.name, book.year);
        assert_eq!(reading.faults, []);
        let records: Vec<_> = (1..).map(RecordId).zip(records.iter().cloned()).collect();
        let around = Around {
            records: &records,
            today: book.made_on,
            mask: mask_personal_data,
        };
        compare(&reading.lines, around)
    }

    fn words() -> impl Strategy<Value = String> {
        prop_oneof![
            "\\PC{0,12}",
            "[一二三村民座谈，。、（）0-9０-９ 　\n]{0,30}",
            "[=+@'-][0-9A-Z(]{1,6}",
            Just("无".to_owned()),
            Just("13800000001".to_owned()),
            Just("2026-03-01".to_owned()),
        ]
    }

    fn people() -> impl Strategy<Value = Option<People>> {
        prop_oneof![
            Just(None),
            (1..100_000_u32).prop_map(|number| Some(People::Exact(number))),
            (1..500_u32).prop_map(|number| Some(People::About(number))),
            (1..50_u32, 51..90_u32).prop_map(|(from, to)| Some(People::Range { from, to })),
        ]
    }

    prop_compose! {
        fn record()(
            category in 1..=11_i64,
            day in 0..340_u64,
            more_days in prop_oneof![Just(0_u64), 0..12_u64],
            texts in proptest::collection::vec(words(), 8),
            people in people(),
            verified: bool,
        ) -> DutyRecord {
            let on = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(day);
            let mut record = DutyRecord::self_declared(on);
            record.category = DutyCategory::from_number(category).unwrap();
            for (field, text) in record.category.fields().iter().zip(&texts) {
                let text = text.clone();
                let value = match field {
                    RecordField::Place => FieldValue::Place(text),
                    RecordField::Way => FieldValue::Way((!text.is_empty()).then(|| ContactWay::from(text))),
                    RecordField::Whom => FieldValue::Whom(text),
                    RecordField::Matters => FieldValue::Matters(text),
                    RecordField::PassingOn => FieldValue::PassingOn(text),
                    RecordField::AnswerBack => FieldValue::AnswerBack(text),
                    RecordField::People => continue,
                    other => FieldValue::More(*other, text),
                };
                record = record.corrected_by_hand(value, "").record;
            }
            record.people = people;
            record.until_on = (more_days > 0).then(|| on + Days::new(more_days));
            record.in_state(if verified { RecordState::Verified } else { RecordState::Confirmed })
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn what_was_written_out_reads_back_as_nothing_new(
            records in proptest::collection::vec(record(), 0..14),
            english: bool,
        ) {
            let changes = back(&records, if english { Locale::En } else { Locale::ZhCn });
            prop_assert_eq!(&changes.faults, &[]);
            prop_assert!(changes.is_nothing(), "{:?}", changes.changed);
            prop_assert_eq!((changes.unchanged, changes.absent.len()), (records.len(), 0));
        }
    }

    #[test]
    fn a_book_of_all_sections_reads_back_and_a_dossier_does_not() {
        let book = samples::of_all_sections();
        let file = handbook_xlsx(&book, text::words(Locale::ZhCn)).unwrap();
        let sheets = read_sheets("a.xlsx", &file).unwrap();
        let reading = read_handbook_sheets(&sheets, &sheet_words(), "张示一", 2026);
        assert_eq!((reading.faults.len(), reading.lines.len()), (0, 11));
        assert!(reading.lines.iter().all(|line| line.id.is_some()));
        let file = handbook_xlsx(&samples::dossier(), text::words(Locale::ZhCn)).unwrap();
        let sheets = read_sheets("a.xlsx", &file).unwrap();
        let reading = read_handbook_sheets(&sheets, &sheet_words(), "张示一", 2026);
        assert_eq!(
            reading.faults[0].kind,
            crate::domain::handbook::sheet::CellFaultKind::Dossier
        );
    }
}
