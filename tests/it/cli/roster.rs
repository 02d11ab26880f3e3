//! `roster`: previews, imports, undoing, lists.

use super::Desk;
use crate::support::office::{Office, databases};

const SAMPLE: &str = "tests/data/roster-sample.csv";
const CHANGED: &str = "tests/data/roster-sample-changed.csv";
const FAULTS: &str = "tests/data/roster-sample-faults.csv";

#[tokio::test]
async fn a_dry_run_tells_what_would_change_and_changes_nothing() {
    let desk = Desk::open().await;
    let before = desk.values("roster list --json").await;
    assert_eq!(before.len(), 80);
    let said = desk.does(&format!("roster import {CHANGED} --dry-run")).await;
    assert!(said.contains("没有导入") && said.contains("变动"), "{said}");
    let value = desk
        .values(&format!("roster import {CHANGED} --dry-run --json"))
        .await
        .remove(0);
    assert_eq!(value["taken"], false);
    assert!(
        value["changed"]
            .as_array()
            .is_some_and(|changed| !changed.is_empty()),
        "{value}"
    );
    assert_eq!(desk.values("roster list --json").await, before);
    desk.stop().await;
}

#[tokio::test]
async fn an_import_is_taken_whole_and_can_be_taken_back() {
    for address in databases().await {
        let desk = Desk::of(Office::open_on(&address).await);
        let before = desk.values("roster list --json").await;
        let value = desk
            .values(&format!("roster import {CHANGED} --json"))
            .await
            .remove(0);
        assert_eq!(value["taken"], true);
        assert!(value["import"].is_i64());
        let after = desk.values("roster list --json").await;
        assert_ne!(after, before);
        let again = desk
            .values(&format!("roster import {CHANGED} --dry-run --json"))
            .await
            .remove(0);
        assert_eq!(
            (
                again["added"].as_array().unwrap().len(),
                again["changed"].as_array().unwrap().len()
            ),
            (0, 0)
        );
        let said = desk.does("roster undo").await;
        assert!(said.contains("已撤销"), "{said}");
        assert_eq!(desk.values("roster list --json").await, before);
        desk.stop().await;
    }
}

#[tokio::test]
async fn a_roster_with_faults_is_told_line_by_line_and_nothing_is_taken() {
    let desk = Desk::open().await;
    let before = desk.values("roster list --json").await;
    let (code, said) = desk.fails(&format!("roster import {FAULTS}")).await;
    assert_eq!(code, 1);
    assert!(said.contains("第 ") && said.contains("没有导入"), "{said}");
    let (end, out) = desk.runs(&format!("roster import {FAULTS} --json")).await;
    assert_eq!(end.unwrap_err().exit_code(), 1);
    let value: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert!(value["faults"].as_array().unwrap().len() > 5, "{value}");
    assert_eq!(value["taken"], false);
    assert_eq!(desk.values("roster list --json").await, before);
    desk.stop().await;
}

#[tokio::test]
async fn a_units_roster_holds_this_unit_alone() {
    let desk = Desk::open().await;
    let (code, said) = desk.fails(&format!("roster import {SAMPLE} --unit CS")).await;
    assert_eq!(code, 1);
    assert!(said.contains("不属于长沙市"), "{said}");
    let own: String = std::fs::read_to_string(SAMPLE)
        .unwrap()
        .lines()
        .enumerate()
        .filter(|(number, line)| *number == 0 || line.contains("长沙市"))
        .flat_map(|(_, line)| [line.to_owned(), "\n".to_owned()])
        .collect();
    let path = desk.path("cs.csv");
    std::fs::write(&path, own).unwrap();
    let value = desk
        .values(&format!("roster import {path} --unit cs --json"))
        .await
        .remove(0);
    assert_eq!(
        (value["taken"].clone(), value["gone"].clone()),
        (true.into(), serde_json::json!([]))
    );
    let (code, said) = desk.fails(&format!("roster import {SAMPLE} --unit 长沙")).await;
    assert_eq!(code, 2);
    assert!(said.contains("CS"), "{said}");
    desk.stop().await;
}

#[tokio::test]
async fn what_is_no_table_is_refused_with_a_reason() {
    let desk = Desk::open().await;
    let path = desk.path("letter.pdf");
    std::fs::write(&path, b"%PDF-1.7").unwrap();
    let (code, said) = desk.fails(&format!("roster import {path}")).await;
    assert_eq!(
        (code, said.as_str()),
        (1, "这个文件不是表格。可以用 .xlsx、.xls 或 .csv 文件。")
    );
    let (code, said) = desk.fails("roster import nowhere.csv").await;
    assert_eq!(code, 1);
    assert!(said.contains("nowhere.csv"), "{said}");
    desk.stop().await;
}

#[tokio::test]
async fn a_list_shows_neither_telephone_nor_card() {
    let desk = Desk::open().await;
    let text = desk.does("roster list --unit CS").await;
    let json = desk.does("roster list --unit CS --json").await;
    assert!(text.contains("CS-001") && text.contains("在任"), "{text}");
    assert!(!text.contains("HY-001") && !json.contains("HY-001"));
    let sample = std::fs::read_to_string(SAMPLE).unwrap();
    let row = sample.lines().nth(1).unwrap();
    for cell in row
        .split(',')
        .filter(|cell| cell.len() > 9 && cell.chars().any(|c| c.is_ascii_digit()))
    {
        let is_number = cell.chars().filter(char::is_ascii_digit).count() > 8;
        assert!(
            !is_number || (!text.contains(cell) && !json.contains(cell)),
            "{cell} is shown"
        );
    }
    desk.stop().await;
}
