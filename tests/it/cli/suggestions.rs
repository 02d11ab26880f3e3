//! `suggestion`, `handling-unit` and `due`: the register from the command line.

use super::Desk;
use crate::support::office::{Office, databases};
use crate::support::suggestions::{SAMPLE_SUGGESTIONS, sample_suggestions};

const HEAD: &str = "建议编号,届次,标题,领衔代表编码,领衔代表,联名代表,主办单位,会办单位,分办单位,交办日期\n";

async fn with(desk: &Desk, rows: &str) {
    let path = desk.path("some.csv");
    std::fs::write(&path, format!("{HEAD}{rows}")).unwrap();
    let value = desk
        .values(&format!("suggestion import {path} --add-units --json"))
        .await
        .remove(0);
    assert_eq!(value["taken"], true, "{value}");
}

#[tokio::test]
async fn hundreds_that_are_handed_out_on_one_day_are_taken_in_at_once() {
    for address in databases().await {
        let desk = Desk::of(Office::open_on(&address).await);
        let path = desk.path("sample.csv");
        let sheet = sample_suggestions();
        std::fs::write(&path, &sheet).unwrap();
        let (code, said) = desk.fails(&format!("suggestion import {path}")).await;
        assert_eq!(code, 1);
        assert!(
            said.contains("名录里没有承办单位") && said.contains("一行也没有收"),
            "{said}"
        );
        let look = format!("suggestion import {path} --add-units --dry-run --json");
        let value = desk.values(&look).await.remove(0);
        assert_eq!(
            (&value["taken"], &value["added"]),
            (&false.into(), &SAMPLE_SUGGESTIONS.into())
        );
        assert_eq!(value["new_units"].as_array().unwrap().len(), 24);
        assert!(desk.values("suggestion list --json").await.is_empty());
        let said = desk.does(&format!("suggestion import {path} --add-units")).await;
        assert!(
            said.starts_with("已导入。新增 1434 件（其中交办 1434 件），已有 0 件，新单位 24 个。"),
            "{said}"
        );
        // The same file once more changes nothing, in the other encoding of offices as well.
        let (bytes, ..) = encoding_rs::GB18030.encode(&sheet);
        std::fs::write(&path, &bytes).unwrap();
        let value = desk
            .values(&format!("suggestion import {path} --json"))
            .await
            .remove(0);
        assert_eq!(
            (&value["added"], &value["unchanged"]),
            (&0.into(), &SAMPLE_SUGGESTIONS.into())
        );
        let page = desk.values("suggestion list --json").await;
        assert_eq!(page.len(), 50);
        assert_eq!(page[0]["number"], "S-1434");
        assert_eq!(page[0]["state"], "handed_out");
        assert_eq!(page[0]["units"][0]["due_on"], "2026-05-20");
        let own = desk.values("suggestion list --deputy CS-002 --json").await;
        assert!(own.iter().all(|row| row["deputy"] == "CS-002") && own.len() > 10);
        let due = desk.values("due --days 100 --json").await;
        assert!(due.len() >= SAMPLE_SUGGESTIONS, "{}", due.len());
        assert!(
            due.iter()
                .all(|row| row["what"] == "reply" && row["due_on"] == "2026-05-20")
        );
        desk.stop().await;
    }
}

#[tokio::test]
async fn faults_of_a_sheet_are_told_by_row_and_column_and_nothing_is_taken() {
    let desk = Desk::open().await;
    with(
        &desk,
        "S-0001,14-4,关于水渠的建议,CS-002,王示一,,水利厅,,,2026-02-20\n",
    )
    .await;
    let path = desk.path("faults.csv");
    let rows = "S-0001,14-4,关于另一件事的建议,CS-002,,,,,,\n\
        S-0002,去年,题,CS-002,,,,,,\n\
        S-0003,14-4,题,CS-999,,,,,,\n\
        S-0004,14-4,题,CS-002,李四,,,,,\n\
        S-0005,14-4,题,CS-002,,没有这人,省水利厅,,,2026-02-20\n\
        S-0006,14-4,题,CS-002,,,水利厅,,,2026-02-29\n\
        S-0007,14-4,题,CS-002,,,水利厅,,,2026-09-01\n";
    std::fs::write(&path, format!("{HEAD}{rows}")).unwrap();
    let (code, said) = desk.fails(&format!("suggestion import {path}")).await;
    assert_eq!(code, 1);
    for sentence in [
        "第 2 行 A 列：编号“S-0001”已经给了“关于水渠的建议”",
        "第 3 行 B 列：届次“去年”认不出来",
        "第 4 行 D 列：花名册里没有代表编码“CS-999”",
        "第 5 行 E 列：写的是“李四”，而这个编码是“王示一”",
        "第 6 行 F 列：花名册里没有“没有这人”",
        "第 6 行 G 列：名录里没有承办单位“省水利厅”，是“水利厅”吗",
        "第 7 行 J 列：没有“2026-02-29”这一天",
        "第 8 行 J 列：2026-09-01 还没有到",
        "一行也没有收",
    ] {
        assert!(said.contains(sentence), "{sentence} is not in\n{said}");
    }
    assert_eq!(desk.values("suggestion list --json").await.len(), 1);
    let nothing = desk.path("letter.txt");
    std::fs::write(&nothing, "您好，请看附件").unwrap();
    let (_, said) = desk.fails(&format!("suggestion import {nothing}")).await;
    assert!(said.contains("没有找到表头"), "{said}");
    desk.stop().await;
}

#[tokio::test]
async fn a_reply_starts_the_month_of_the_feedback_on_its_proven_day() {
    for address in databases().await {
        let desk = Desk::of(Office::open_on(&address).await);
        desk.office.clock.step(90 * 86_400_000);
        with(
            &desk,
            "S-0012,14-4,关于水渠的建议,CS-002,王示一,CS-003,水利厅,财政厅,农业农村厅,2026-02-20\n",
        )
        .await;
        // Two units reply each for itself: the sheet and the line must say which.
        let (_, said) = desk.fails("suggestion reply S-0012 --received 2026-05-13").await;
        assert!(said.contains("有几个单位：水利厅、农业农村厅"), "{said}");
        desk.does("suggestion reply s-0012 --unit 水利厅 --received 2026-05-13 --source post")
            .await;
        let value = desk.values("suggestion show S-0012 --json").await.remove(0);
        assert_eq!(value["state"], "handed_out", "another unit still owes its reply");
        let reply = &value["units"][0]["replies"][0];
        assert_eq!(
            (&reply["nominal_on"], &reply["due_on"], &reply["provisional"]),
            (&"2026-06-13".into(), &"2026-06-15".into(), &false.into())
        );
        assert_eq!(value["units"][1]["state"], "assisting");
        let said = desk.does("suggestion show S-0012").await;
        assert!(
            said.contains("2026-05-13 收到（邮寄签收），反馈期限 2026-06-13，最迟 2026-06-15"),
            "{said}"
        );
        let due = desk.does("due --days 30").await;
        assert!(due.contains("代表反馈") && due.contains("单位答复"), "{due}");
        desk.stop().await;
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_a_sentence() {
    let desk = Desk::open().await;
    with(
        &desk,
        "S-0012,14-4,关于水渠的建议,CS-002,王示一,,水利厅,财政厅,,2026-02-20\n",
    )
    .await;
    for (line, sentence) in [
        ("suggestion show S-9999", "没有编号为“S-9999”的议案建议"),
        (
            "suggestion reply S-9999 --received 2026-03-01",
            "没有编号为“S-9999”的议案建议",
        ),
        (
            "suggestion reply S-0012 --unit 水利厅 --received 2026-02-29",
            "2026-02-29",
        ),
        (
            "suggestion reply S-0012 --unit 水利厅 --received 2026-03-30",
            "收到日期还没有到",
        ),
        (
            "suggestion reply S-0012 --unit 水利厅 --received 2026-02-19",
            "收到日期早于交办日期",
        ),
        ("suggestion reply S-0012 --unit 水利厅", "书面答复要有收到的日期"),
        (
            "suggestion reply S-0012 --unit 财政厅 --received 2026-03-01",
            "不单独答复代表",
        ),
        ("suggestion assign S-0012 水利厅", "已经交给这个单位"),
        ("suggestion assign S-0012 没有厅", "名录里没有承办单位"),
        (
            "suggestion assign S-0012 财政厅 --on 2027-01-01",
            "交办日期还没有到",
        ),
        (
            "suggestion clear S-0012 --unit 水利厅 --received 2026-03-01 --why 签收单",
            "没有期限",
        ),
        ("suggestion list --state wrong", "handed_out"),
    ] {
        let (_, said) = desk.fails(line).await;
        assert!(said.contains(sentence), "{line}: {said}");
    }
    let said = desk.does("suggestion reply S-0012 --unit 水利厅 --oral").await;
    assert!(said.contains("已完成"), "{said}");
    let value = desk.values("suggestion show S-0012 --json").await.remove(0);
    assert_eq!(value["units"][0]["state"], "open");
    assert_eq!(value["units"][0]["replies"][0]["state"], "oral");
    assert_eq!(value["units"][0]["replies"][0]["due_on"], serde_json::Value::Null);
    desk.stop().await;
}

#[tokio::test]
async fn of_several_days_of_receipt_the_earliest_counts_until_one_is_cleared() {
    let desk = Desk::open().await;
    with(
        &desk,
        "S-0012,14-4,关于水渠的建议,CS-002,王示一,,水利厅,,,2026-01-05\n",
    )
    .await;
    let show = "suggestion show S-0012 --json";
    desk.does("suggestion reply S-0012 --received 2026-02-10 --source post --class A")
        .await;
    let reply = desk.values(show).await[0]["units"][0]["replies"][0].clone();
    assert_eq!(
        (&reply["nominal_on"], &reply["due_on"]),
        (&"2026-03-10".into(), &"2026-03-10".into())
    );
    desk.does("suggestion reply S-0012 --received 2026-02-14 --source told")
        .await;
    desk.does("suggestion reply S-0012 --received 2026-02-09 --source platform")
        .await;
    desk.does("suggestion reply S-0012 --received 2026-02-09 --source platform")
        .await;
    let value = desk.values(show).await.remove(0);
    assert_eq!(value["state"], "answered");
    assert_eq!(
        value["units"][0]["replies"].as_array().unwrap().len(),
        1,
        "one clock a reply"
    );
    let reply = &value["units"][0]["replies"][0];
    assert_eq!(
        (&reply["received_on"], &reply["clearness"]),
        (&"2026-02-09".into(), &"several".into())
    );
    assert_eq!(reply["candidates"].as_array().unwrap().len(), 3);
    desk.does("suggestion clear S-0012 --received 2026-02-10 --source post --why 签收单")
        .await;
    let value = desk.values(show).await.remove(0);
    let reply = &value["units"][0]["replies"][0];
    assert_eq!(
        (&reply["received_on"], &reply["clearness"], &reply["due_on"]),
        (&"2026-02-10".into(), &"cleared".into(), &"2026-03-10".into())
    );
    desk.stop().await;
}

#[tokio::test]
async fn replies_of_a_sheet_are_recorded_all_or_none() {
    let desk = Desk::open().await;
    with(
        &desk,
        "S-0001,14-4,题一,CS-002,,,水利厅,,农业农村厅,2026-01-05\nS-0002,14-4,题二,CS-003,,,水利厅,,,2026-01-05\n",
    )
    .await;
    let path = desk.path("replies.csv");
    let head = "建议编号,承办单位,收到日期,收到方式,答复类别,答复文号,答复形式\n";
    let rows = "S-0001,,2026-02-10,平台,A,样例1号,\nS-0003,,2026-02-10,,,,\nS-0002,财政厅,2026-02-10,,,,\nS-0002,,2026-01-01,,,,\nS-0002,,,,,,\n";
    std::fs::write(&path, format!("{head}{rows}")).unwrap();
    let (_, said) = desk.fails(&format!("suggestion replies {path}")).await;
    for sentence in [
        "第 2 行 B 列：有几个单位分别答复：水利厅、农业农村厅",
        "第 3 行 A 列：没有编号为“S-0003”",
        "第 4 行 B 列：名录里没有承办单位“财政厅”",
        "第 5 行 C 列：收到日期 2026-01-01 早于交办日期 2026-01-05",
        "第 6 行 C 列：没有填“收到日期”",
    ] {
        assert!(said.contains(sentence), "{sentence} is not in\n{said}");
    }
    let rows = "S-0001,水利厅,2026-02-10,平台,A,样例1号,\nS-0001,农业农村厅,2026-02-11,快递,B,,\nS-0002,,2026-02-12,,,,口头\n";
    std::fs::write(&path, format!("{head}{rows}")).unwrap();
    let value = desk
        .values(&format!("suggestion replies {path} --json"))
        .await
        .remove(0);
    assert_eq!((&value["taken"], &value["added"]), (&true.into(), &3.into()));
    let states: Vec<_> = desk
        .values("suggestion list --json")
        .await
        .into_iter()
        .map(|row| row["state"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(states, ["handed_out", "answered"]);
    let due = desk.values("due --days 20 --json").await;
    let days: Vec<_> = due.iter().map(|row| (&row["what"], &row["due_on"])).collect();
    assert_eq!(
        days,
        [
            (&"feedback".into(), &"2026-03-10".into()),
            (&"feedback".into(), &"2026-03-11".into())
        ]
    );
    desk.stop().await;
}

#[tokio::test]
async fn six_months_and_a_wrong_assignment_need_a_reason() {
    let desk = Desk::open().await;
    with(&desk, "S-0012,14-4,关于水渠的建议,CS-002,,,水利厅,,,2026-02-20\n").await;
    desk.does("suggestion extend S-0012 --why 涉及面广").await;
    let value = desk.values("suggestion show S-0012 --json").await.remove(0);
    assert_eq!(value["units"][0]["due_on"], "2026-08-20");
    let (_, said) = desk.fails("suggestion extend S-0012 --why 再延").await;
    assert!(said.contains("已经是六个月"), "{said}");
    desk.does("suggestion return S-0012 --why 不属职责范围").await;
    let value = desk.values("suggestion show S-0012 --json").await.remove(0);
    assert_eq!(
        (&value["state"], &value["units"][0]["state"]),
        (&"raised".into(), &"returned".into())
    );
    desk.does("handling-unit set 农业农村厅 --also 省农业厅 --email nyt@example.org")
        .await;
    desk.does("suggestion assign S-0012 省农业厅 --on 2026-02-21")
        .await;
    let value = desk.values("suggestion show S-0012 --json").await.remove(0);
    assert_eq!(value["units"][1]["due_on"], "2026-05-21");
    desk.does("suggestion withdraw S-0012 --why 与另一件合并").await;
    let value = desk.values("suggestion show S-0012 --json").await.remove(0);
    assert_eq!(
        (&value["state"], &value["units"][1]["state"]),
        (&"withdrawn".into(), &"withdrawn".into())
    );
    assert!(value["events"].as_i64().unwrap() >= 6, "{value}");
    assert!(desk.values("due --days 400 --json").await.is_empty());
    let list = desk.does("handling-unit list").await;
    assert!(
        list.contains("省农业厅") && !list.contains("nyt@example.org"),
        "{list}"
    );
    desk.stop().await;
}
