//! The document read back, and what its XML must hold.

use docx_rs::{DocumentChild, TableCellContent, TableChild, TableRowChild, read_docx};

use super::pieces::{PAGE, PAGES};
use super::section::{ROOM, widths};
use super::*;
use crate::documents::samples;
use crate::domain::Locale;
use crate::text;

fn chinese(handbook: &Handbook) -> Vec<u8> {
    handbook_docx(handbook, text::words(Locale::ZhCn)).unwrap()
}

/// Paragraphs as their text, rows of tables as their cells joined by `|`.
fn read(file: &[u8]) -> Vec<String> {
    let docx = read_docx(file).unwrap();
    let mut lines = Vec::new();
    for child in &docx.document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => lines.push(paragraph.raw_text()),
            DocumentChild::Table(table) => {
                for TableChild::TableRow(row) in &table.rows {
                    let cells = row.cells.iter().map(|TableRowChild::TableCell(cell)| {
                        let texts = cell.children.iter().filter_map(|content| match content {
                            TableCellContent::Paragraph(paragraph) => Some(paragraph.raw_text()),
                            _ => None,
                        });
                        texts.collect::<String>()
                    });
                    lines.push(cells.collect::<Vec<_>>().join("|"));
                }
            }
            _ => {}
        }
    }
    lines
}

fn xml(handbook: &Handbook) -> String {
    String::from_utf8(parts(handbook, text::words(Locale::ZhCn)).document).unwrap()
}

#[test]
fn a_dossier_has_its_own_cover_and_end_and_the_sections_of_the_handbook() {
    let lines = read(&chinese(&samples::dossier()));
    for expected in [
        "省人大代表履职档案",
        "当选日期|2026-05-20",
        "十、联系人民群众情况",
        "任职情况|本年度自 2026 年 5 月 20 日起任职。2026 年 8 月 3 日名册登记为“暂停执行代表职务”。\
         2026 年 10 月 12 日名册登记为“在任”。截至 2026 年 12 月 21 日：在任。",
        "履职手册|已收，2026 年 12 月 18 日提交，2026 年 12 月 21 日办理",
    ] {
        assert!(
            lines.iter().any(|line| line == expected),
            "{expected} is missing: {lines:#?}"
        );
    }
    assert!(
        !lines
            .iter()
            .any(|line| line.contains("年度小结") || line == "填写说明"),
        "{lines:#?}"
    );
}

#[test]
fn the_document_has_a_cover_and_ten_sections_and_room_to_sign() {
    let lines = read(&chinese(&samples::handbook(2)));
    for expected in [
        "省人大代表履职手册",
        "2026 年度",
        "姓名|张示一",
        "原选举单位|长沙市人民代表大会",
        "填写说明",
        "一、出席大会",
        "八、参加代表议案建议办理工作",
        "十、联系人民群众情况",
        "序号|时间|地点|联系方式|联系对象及人数|反映的主要问题和意见建议|处理（转交）情况|反馈情况|来源",
        "2|1月9日|示例村|座谈|村民12人|灌溉用水、村道路灯、农村客运班次。|||本人填报",
    ] {
        assert!(
            lines.iter().any(|line| line == expected),
            "{expected} is missing in {lines:#?}"
        );
    }
    assert_eq!(lines.iter().filter(|line| *line == "本年暂无记录").count(), 9);
    assert!(lines.iter().any(|line| line.contains("代表签名：＿＿")));
    assert!(lines.iter().any(|line| line.contains("收到日期：＿＿")));
}

#[test]
fn a_year_without_contact_says_so_in_all_ten_sections() {
    let lines = read(&chinese(&samples::handbook(0)));
    assert_eq!(lines.iter().filter(|line| *line == "本年暂无记录").count(), 10);
    assert!(!xml(&samples::handbook(0)).contains("<w:tblHeader"));
}

#[test]
fn the_heads_of_section_ten_repeat_and_its_rows_dont_tear() {
    let xml = xml(&samples::handbook(120));
    assert_eq!(xml.matches("<w:tblHeader />").count(), 1);
    let rows = 7 + 1 + 120 + 3;
    assert_eq!(xml.matches("<w:cantSplit />").count(), rows);
}

#[test]
fn a_row_taller_than_a_page_may_break() {
    let xml = xml(&samples::with_words(&"水".repeat(5_000)));
    assert_eq!(xml.matches("<w:cantSplit />").count(), 7 + 1 + 3);
}

#[test]
fn pages_are_numbered_by_fields() {
    for (locale, before) in [(Locale::ZhCn, "第 "), (Locale::En, "Page ")] {
        let parts = parts(&samples::handbook(1), text::words(locale));
        let footers = parts
            .footers
            .iter()
            .map(|footer| String::from_utf8_lossy(footer).into_owned());
        let numbered: Vec<_> = footers.filter(|footer| footer.contains("NUMPAGES")).collect();
        assert_eq!(
            numbered.len(),
            2,
            "upright and broad pages; the cover has no number"
        );
        assert!(
            numbered
                .iter()
                .all(|footer| footer.contains(">PAGE<") && footer.contains(before))
        );
        assert!(numbered.iter().all(|footer| !footer.contains([PAGE, PAGES])));
    }
}

#[test]
fn words_that_could_break_the_file_are_read_back_harmless() {
    let lines = read(&chinese(&samples::with_words(
        "<w:p>&amp;\u{0}\u{1b}\"'甲\n乙\u{fffe}",
    )));
    let row = lines.iter().find(|line| line.starts_with("1|")).unwrap();
    assert!(row.contains("甲\n乙"), "{row}");
    assert!(row.contains("<w:p>"), "{row}");
    let xml = xml(&samples::with_words("<w:p>&amp;\"'"));
    assert!(xml.contains("&lt;w:p&gt;&amp;amp;&quot;&apos;"));
    read(&chinese(&samples::with_words(&"=水\n".repeat(20_000))));
}

#[test]
fn the_same_handbook_gives_the_same_file() {
    assert_eq!(chinese(&samples::handbook(5)), chinese(&samples::handbook(5)));
    assert!(!xml(&samples::handbook(5)).contains("paraId"));
}

#[test]
fn the_author_of_the_file_is_the_deputy() {
    let parts = parts(&samples::with_words("张<示>一"), text::words(Locale::ZhCn));
    let core = String::from_utf8(parts.doc_props.core).unwrap();
    assert!(core.contains("<dc:creator>张&lt;示&gt;一</dc:creator>"), "{core}");
}

#[test]
fn the_columns_of_each_section_fill_a_broad_page() {
    assert_eq!(
        i32::try_from(ROOM).unwrap(),
        i32::try_from(LONG_SIDE).unwrap() - 2 * MARGIN
    );
    for category in DutyCategory::TEN.into_iter().chain([DutyCategory::Other]) {
        let columns = handbook_words::columns(category, text::words(Locale::ZhCn));
        assert_eq!(widths(&columns).iter().sum::<usize>(), ROOM);
    }
}

#[test]
fn every_section_has_its_table() {
    let lines = read(&chinese(&samples::of_all_sections()));
    for expected in [
        "序号|日期|会议名称|出席天数|请假情况|审议发言要点|来源",
        "序号|提出日期|编号|标题|类别|领衔或附议|渠道|承办单位|答复日期及类别|反馈日期及意见|来源",
        "1|4月20日至4月21日|长沙|代表法专题培训|省人大常委会|2|本人填报，附件 2 个",
        "十一、其他",
    ] {
        assert!(
            lines.iter().any(|line| line == expected),
            "{expected} is missing in {lines:#?}"
        );
    }
}

#[test]
fn what_was_amended_stands_behind_the_sections() {
    let lines = read(&chinese(&samples::amended()));
    for expected in [
        "补正",
        "补正日期|记录日期|类别|栏目|原内容|改为|补正人|原因",
        "2026-12-20|2026-03-01|联系人民群众情况|反映的问题|灌溉|灌溉用水|张示一|写漏了",
        "2026-12-21|2026-03-01|联系人民群众情况|不再记入|村道路灯||李示二|请核对",
    ] {
        assert!(
            lines.iter().any(|line| line == expected),
            "{expected} is missing in {lines:#?}"
        );
    }
    assert!(
        lines
            .iter()
            .any(|line| line.contains("2026 年 12 月 19 日收下") && line.contains("0f1e2d3c4b5a）"))
    );
    let open = read(&chinese(&samples::handbook(3)));
    assert!(!open.iter().any(|line| line == "补正"));
}
