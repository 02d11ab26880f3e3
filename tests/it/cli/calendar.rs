//! `calendar` and `deadline`: what is in force, taking plans in, what is missing, and the last day with its reason.

use lianluo::cli::deadline::{Kept, run};
use lianluo::cli::doctor::{Health, examine_store};
use lianluo::cli::{Action, parse};
use lianluo::domain::Locale;
use lianluo::domain::answer::Answer;
use lianluo::domain::command::Command;
use lianluo::domain::ids::CalendarVersion;
use lianluo::text::words;

use super::Desk;
use crate::support::office::{Office, databases};

const SAMPLE: &str = "tests/data/days-off-2027-sample.csv";
const SHIPPED: &str = "src/domain/calendar/cn-holidays.json";
/// 2026-11-23 10:00 in Shanghai.
const NOVEMBER: i64 = 1_795_399_200_000;

async fn in_november(office: Office) -> Desk {
    office.clock.step(NOVEMBER - office.clock.now());
    Desk::of(office)
}

/// What `deadline` prints with the calendar of the desk.
async fn deadline(desk: &Desk, line: &str) -> Result<String, (u8, String)> {
    let kept = Kept::of(&desk.office.store).await.unwrap();
    let words = words(Locale::ZhCn);
    let args = format!("lianluo deadline {line}");
    let cli = parse(args.split_whitespace().map(Into::into), words).unwrap();
    let Action::Deadline(args) = cli.action() else {
        panic!("{line}")
    };
    let mut out = Vec::new();
    match run(&args, &kept, words, &mut out) {
        Ok(()) => Ok(String::from_utf8(out).unwrap()),
        Err(error) => Err((error.exit_code(), error.say(words).unwrap_or_default())),
    }
}

#[tokio::test]
async fn the_shipped_calendar_is_laid_down_once_and_never_over_the_offices_own() {
    for address in databases().await {
        let desk = in_november(Office::open_on(&address).await).await;
        let before = desk.values("calendar show --json").await.remove(0);
        assert_eq!(before["version"], 0);
        let ship = || desk.office.give(Command::ShipCalendar);
        assert_eq!(ship().await, Answer::CalendarTaken(CalendarVersion(1)));
        assert_eq!(ship().await, Answer::Done);
        let taken = desk
            .values(&format!("calendar import {SAMPLE} --json"))
            .await
            .remove(0);
        assert_eq!(taken["version"], 2, "{taken}");
        assert_eq!(taken["years"], serde_json::json!([2027]));
        assert_eq!(ship().await, Answer::Done);
        let after = desk.values("calendar show --json").await.remove(0);
        assert_eq!(after["version"], 2);
        assert_eq!(after["years"]["2027"]["notice"][0], "样例通知1号");
        let days = after["days"].as_array().unwrap().len();
        assert_eq!(days, 322 + 33);
        // What it prints is what it reads.
        let path = desk.path("calendar.json");
        std::fs::write(&path, after.to_string()).unwrap();
        let said = desk.does(&format!("calendar import {path}")).await;
        assert!(said.contains("没有导入"), "{said}");
        desk.stop().await;
    }
}

#[tokio::test]
async fn a_provisional_deadline_becomes_firm_with_the_plan() {
    let desk = in_november(Office::open().await).await;
    desk.office.give(Command::ShipCalendar).await;
    let value = |out: String| serde_json::from_str::<serde_json::Value>(&out).unwrap();
    let before = value(deadline(&desk, "2027-01-05 --json").await.unwrap());
    assert_eq!(before["due_on"], "2027-02-09");
    assert_eq!(before["provisional"], true);
    let said = before["why"].as_str().unwrap();
    assert!(
        said.contains("2027年放假调休安排尚未公布") && said.ends_with("放假安排第 1 版"),
        "{said}"
    );
    let dry = desk.does(&format!("calendar import {SAMPLE} --dry-run")).await;
    assert!(
        dry.contains("2027-01-31：普通周末 → 春节调休上班") && dry.contains("没有导入"),
        "{dry}"
    );
    desk.does(&format!("calendar import {SAMPLE}")).await;
    let after = value(deadline(&desk, "2027-01-05 --json").await.unwrap());
    assert_eq!(after["due_on"], "2027-02-15");
    assert_eq!(after["nominal_on"], "2027-02-05");
    assert_eq!(after["only_announced_on"], "2027-02-13");
    assert_eq!(after["only_festivals_on"], "2027-02-09");
    assert_eq!(after["provisional"], false);
    assert!(after["why"].as_str().unwrap().ends_with("放假安排第 2 版"));
    desk.stop().await;
}

#[tokio::test]
async fn a_deadline_is_told_in_words_and_wrong_days_are_refused_kindly() {
    let desk = Desk::open().await;
    let said = deadline(&desk, "2026-05-13").await.unwrap();
    assert!(
        said.contains("建议不晚于：2026-06-13（周六）；最迟：2026-06-15（周一）24:00"),
        "{said}"
    );
    assert!(said.contains("放假安排为程序自带（2018—2026年）"), "{said}");
    let zoned = deadline(&desk, "2026-02-28T16:00:00Z --json").await.unwrap();
    assert!(zoned.contains("\"due_on\":\"2026-04-01\""), "{zoned}");
    let reply = deadline(&desk, "2023-02-20 --rule reply_3m --json")
        .await
        .unwrap();
    assert!(reply.contains("\"due_on\":\"2023-05-22\""), "{reply}");
    for (line, told) in [
        ("2026-02-29", "没有“2026-02-29”这一天"),
        ("昨天", "“昨天”不是日期"),
        ("2026-01-14 --rule soon", "没有“soon”这种期限"),
    ] {
        let (code, said) = deadline(&desk, line).await.unwrap_err();
        assert_eq!(code, 2);
        assert!(said.contains(told), "{said}");
    }
    desk.stop().await;
}

#[tokio::test]
async fn a_calendar_with_faults_is_told_line_by_line_and_nothing_is_taken() {
    let desk = in_november(Office::open().await).await;
    desk.office.give(Command::ShipCalendar).await;
    let sample = std::fs::read_to_string(SAMPLE).unwrap();
    let path = desk.path("faulty.csv");
    for (from, to, told) in [
        (
            "2027-02-20,,春节,上班",
            "2027-02-12,,春节,上班",
            "第 6 行“开始日期”：2027-02-12 与第 4 行重复",
        ),
        ("2027-09-15,,中秋节,放假,\n", "", "缺少 2027-09-15（中秋节）"),
        (
            "2027-10-09,,国庆节",
            "2027-10-12,,国庆节",
            "2027-10-12 是周二，本来就上班",
        ),
        ("2027-06-09", "2027-06-31", "没有“2027-06-31”这一天"),
    ] {
        std::fs::write(&path, sample.replace(from, to)).unwrap();
        let (code, said) = desk.fails(&format!("calendar import {path}")).await;
        assert_eq!(code, 1);
        assert!(said.contains(told) && said.contains("没有导入"), "{said}");
    }
    std::fs::write(&path, "{\"days\": [}").unwrap();
    let (_, said) = desk.fails(&format!("calendar import {path}")).await;
    assert!(said.contains("第 1 行：从第 11 个字符起读不懂"), "{said}");
    assert_eq!(desk.values("calendar show --json").await[0]["version"], 1);
    desk.stop().await;
}

#[tokio::test]
async fn from_november_check_and_doctor_ask_for_the_next_plan() {
    let desk = Desk::open().await;
    let wanted = |findings: Vec<lianluo::cli::doctor::Finding>| {
        findings
            .into_iter()
            .find(|finding| finding.about == "calendar")
            .unwrap()
    };
    let zh = words(Locale::ZhCn);
    let store = Ok(desk.office.store.clone());
    let calm = wanted(examine_store(&store, desk.office.clock.now(), zh).await);
    assert_eq!(calm.health, Health::Fine);
    let said = desk.does("calendar check").await;
    assert!(said.contains("放假安排齐全"), "{said}");
    desk.office.clock.step(NOVEMBER - desk.office.clock.now());
    let asked = wanted(examine_store(&store, NOVEMBER, zh).await);
    assert_eq!(asked.health, Health::Worth);
    assert!(
        asked.says.contains("2027 年的放假调休安排还没有导入"),
        "{}",
        asked.says
    );
    let said = desk.does("calendar check").await;
    assert!(said.contains("2027 年的放假调休安排还没有导入"), "{said}");
    desk.does(&format!("calendar import {SAMPLE}")).await;
    assert_eq!(
        desk.values("calendar check --json").await[0]["wanted"],
        serde_json::Value::Null
    );
    // A year and more later nobody has loaded anything.
    desk.office.clock.step(500 * 86_400_000);
    let (code, said) = desk.fails("calendar check").await;
    assert_eq!(code, 1);
    assert!(said.contains("今年（2028 年）"), "{said}");
    desk.stop().await;
}

#[tokio::test]
async fn a_year_is_shown_day_by_day() {
    let desk = Desk::open().await;
    let said = desk.does("calendar show --year 2026").await;
    assert!(
        said.contains("2026-02-14") && said.contains("调休上班") && said.contains("gov.cn"),
        "{said}"
    );
    let (code, said) = desk.fails("calendar show --year 2031").await;
    assert_eq!(code, 1);
    assert!(said.contains("没有 2031 年"), "{said}");
    let said = desk.does(&format!("calendar import {SHIPPED} --dry-run")).await;
    assert!(said.contains("和现在的放假安排一样"), "{said}");
    desk.stop().await;
}
