//! `read-report`: messages as lines of JSON in, the same with their reading out.

use std::ffi::OsString;

use lianluo::cli::{Action, parse, read_report};
use lianluo::domain::Locale;
use lianluo::text::words;

use crate::support::office::MORNING;

/// What the lines become, or the sentence that says why not.
fn reads(options: &str, lines: &str) -> Result<String, String> {
    let words = words(Locale::ZhCn);
    let line = format!("lianluo read-report {options}");
    let cli = parse(line.split_whitespace().map(OsString::from), words).unwrap();
    let Action::ReadReport(args) = cli.action() else {
        panic!("{line}");
    };
    let mut out = Vec::new();
    read_report::run(&args, MORNING, lines.as_bytes(), words, &mut out)
        .map(|()| String::from_utf8(out).unwrap())
        .map_err(|error| error.say(words).unwrap_or_default())
}

#[test]
fn a_line_comes_back_with_its_reading_and_where_each_value_stands() {
    let line = r#"{"id":"1","now":"2026-08-05T21:10:00+08:00","deputy":{},"text":"昨天下午去石桥村座谈，12人，谈灌溉"}"#;
    let out: serde_json::Value = serde_json::from_str(&reads("", line).unwrap()).unwrap();
    assert_eq!(out["id"], "1");
    let reading = &out["reading"];
    assert_eq!(reading["intent"], "activity_report");
    let record = &reading["records"][0];
    assert_eq!(record["category"], "联系人民群众情况");
    assert_eq!(record["date"], "2026-08-04");
    assert_eq!(record["place"], "石桥村");
    assert_eq!(record["people"], 12);
    assert_eq!(record["read"]["date"]["rule"], "relative_day");
}

#[test]
fn a_line_that_is_no_message_is_told_by_its_number() {
    let good = r#"{"now":"2026-08-05T21:10:00+08:00","text":"收到"}"#;
    let said = reads("", &format!("{good}\n\n{{\"text\":\"收到\"}}\n")).unwrap_err();
    assert!(said.contains('3'), "{said}");
}

#[test]
fn an_office_tries_its_own_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("words.txt");
    std::fs::write(
        &path,
        "[category.contact.strong]\n围炉茶会\n[way]\n围炉茶会=座谈\n",
    )
    .unwrap();
    let line = r#"{"now":"2026-08-05T21:10:00+08:00","text":"昨天搞了围炉茶会，9人"}"#;
    let out: serde_json::Value =
        serde_json::from_str(&reads(&format!("--words {}", path.display()), line).unwrap()).unwrap();
    assert_eq!(out["reading"]["records"][0]["method"], "座谈");
    std::fs::write(&path, "[nonsense]\n围炉\n").unwrap();
    let said = reads(&format!("--words {}", path.display()), line).unwrap_err();
    assert!(said.contains('2'), "{said}");
}

/// A report on the command line, told for people.
fn tells(text: &str, options: &[&str]) -> String {
    let words = words(Locale::ZhCn);
    let given = ["lianluo", "read-report", text]
        .into_iter()
        .chain(options.iter().copied());
    let cli = parse(given.map(OsString::from), words).unwrap();
    let Action::ReadReport(args) = cli.action() else {
        panic!("{text}");
    };
    let mut out = Vec::new();
    read_report::run(&args, MORNING, &b""[..], words, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_report_on_the_command_line_is_told_with_its_words_and_rules() {
    let told = tells(
        "昨天下午去石桥村座谈，12人，谈灌溉",
        &["--now", "2026-08-05T09:00:00+08:00"],
    );
    for part in [
        "联系人民群众情况",
        "2026-08-04",
        "“昨天”",
        "下午",
        "“石桥村”",
        "12",
        "灌溉",
    ] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    let plan = tells("明天交手册", &[]);
    assert!(
        plan.contains("打算交手册") && plan.contains("2026-03-03"),
        "{plan}"
    );
    let json = tells("昨天下午去石桥村座谈，12人，谈灌溉", &["--json"]);
    let read: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["intent"], "activity_report");
}
