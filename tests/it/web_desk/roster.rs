//! The roster at the desk, and the slips of invitations: the first morning of a clerk.

use lianluo::domain::answer::Answer;

use super::browser::{Browser, Desk, Page, with};

/// The rows of one unit of the sample roster, as a file.
fn rows_of(unit: &str) -> Vec<u8> {
    let text = std::fs::read_to_string("tests/data/roster-sample.csv").unwrap();
    let rows: Vec<&str> = text
        .lines()
        .enumerate()
        .filter(|(at, line)| *at == 0 || line.split(',').nth(3) == Some(unit))
        .map(|(_, line)| line)
        .collect();
    (rows.join("\n") + "\n").into_bytes()
}

async fn looks_at(officer: &Browser, name: &str, bytes: &[u8]) -> Page {
    let form = officer.get("/desk/roster").await.form("/desk/roster");
    officer.uploads("/desk/roster", &form, name, bytes).await
}

/// The invitation codes on a sheet of slips.
pub fn codes(slips: &Page) -> Vec<String> {
    slips
        .text
        .split("<p>邀请码 <span class=\"code\">")
        .skip(1)
        .map(|rest| rest[..rest.find('<').unwrap()].to_owned())
        .collect()
}

#[tokio::test]
async fn the_first_morning_of_a_clerk() {
    let desk = Desk::open().await;
    let officer = desk.officer("CS", "李示二").await;
    officer
        .get("/desk/roster")
        .await
        .shown()
        .says("名单上现在有 0 位代表");

    // A file with faults: every one is told at its row and column, and nothing can be imported.
    let faulty = std::fs::read("tests/data/roster-sample-faults.csv").unwrap();
    let page = looks_at(&officer, "名单.csv", &faulty).await.shown();
    for told in [
        "没有代表编码",
        "“CS-003”与第 3 行相同",
        "L 当选日期",
        "没有“2023-02-30”这个日期",
    ] {
        assert!(page.has(told), "{told}: {}", page.text);
    }
    assert!(page.forms("/desk/roster/confirm").next().is_none());

    // Something that is no table at all.
    let page = looks_at(&officer, "照片.png", b"\x89PNG\r\n\x1a\n").await;
    assert_eq!(page.status, 422);
    assert!(page.has("这个文件不是表格"), "{}", page.text);
    let page = looks_at(&officer, "", b"").await;
    assert_eq!(page.status, 422);
    assert!(page.has("请选一个名单文件"), "{}", page.text);

    // The right one: looked at, confirmed twice by an impatient hand, imported once.
    let page = looks_at(&officer, "长沙.csv", &rows_of("长沙市")).await.shown();
    assert!(page.has("新增 9 位"), "{}", page.text);
    let form = page.form("/desk/roster/confirm");
    let first = officer.post("/desk/roster/confirm", &form).await;
    let second = officer.post("/desk/roster/confirm", &form).await;
    assert_eq!(first.location, second.location);
    officer
        .follows(first)
        .await
        .says("名单已导入")
        .says("名单上现在有 9 位代表")
        .says("李示二导入");
    assert_eq!(desk.count("SELECT count(*) FROM roster_imports").await, 1);

    // The same file once more changes nothing; a changed one says what.
    let same = looks_at(&officer, "长沙.csv", &rows_of("长沙市")).await.shown();
    assert!(same.has("和现在的名单一样"), "{}", same.text);
    let changed = String::from_utf8(rows_of("长沙市"))
        .unwrap()
        .replace("长沙第2代表小组,律师", "长沙第3代表小组,律师");
    looks_at(&officer, "长沙.csv", changed.as_bytes())
        .await
        .shown()
        .says("<del>长沙第2代表小组</del>")
        .says("<ins>长沙第3代表小组</ins>");

    // Taken back, and imported again.
    let question = officer.get("/desk/roster/undo").await.shown().says("新增 9 位");
    let done = officer
        .post("/desk/roster/undo", &question.form("/desk/roster/undo"))
        .await;
    officer
        .follows(done)
        .await
        .says("已撤回")
        .says("名单上现在有 0 位代表");
    let page = looks_at(&officer, "长沙.csv", &rows_of("长沙市")).await.shown();
    let done = officer
        .post("/desk/roster/confirm", &page.form("/desk/roster/confirm"))
        .await;
    officer.follows(done).await.says("名单上现在有 9 位代表");

    // Slips for two of them, with codes that work once; the second delivery shows none.
    let form = with(
        officer.get("/desk/invitations").await.form("/desk/invitations"),
        &[("deputy", "CS-001"), ("deputy", "CS-004"), ("deputy", "HY-001")],
    );
    let slips = officer
        .post("/desk/invitations", &form)
        .await
        .shown()
        .says("打印 2 张")
        .says("lianluo.example.org")
        .says("t.me/lianluo_sample_bot?start=i_");
    let made = codes(&slips);
    assert_eq!(made.len(), 2);
    assert!(made.iter().all(|code| code.len() == 12), "{made:?}");
    assert_eq!(slips.text.matches("<svg").count(), 2);
    let again = officer.post("/desk/invitations", &form).await;
    let again = officer.follows(again).await.says("邀请码只显示一次");
    assert!(made.iter().all(|code| !again.has(code)));
    assert_eq!(
        desk.count("SELECT count(*) FROM invitations WHERE invitee LIKE 'd%'")
            .await,
        2
    );

    let deputy = desk.browser().await;
    let answer = desk.redeems(&deputy, &made[0], "0001").await;
    assert!(matches!(answer, Answer::BoundDeputy(_)), "{answer:?}");
    let page = officer.get("/desk/invitations").await.shown();
    assert!(!page.has("CS-001") && page.has("CS-004"), "{}", page.text);

    // All the rest at once, after a look at how many.
    let action = "/desk/invitations/all";
    let question = officer.get(action).await.shown().says("8 位代表");
    let slips = officer.post(action, &question.form(action)).await.shown();
    assert_eq!(codes(&slips).len(), 8);
    assert_eq!(
        desk.redeems(&desk.browser().await, &made[1], "0004").await,
        Answer::Refused(lianluo::domain::refusal::Refusal::InvitationExpired),
        "an invitation that was made anew ends the one before"
    );

    // With a deputy of this import bound, it is too late to take it back.
    let action = "/desk/roster/undo";
    let late = officer
        .post(action, &officer.get(action).await.form(action))
        .await;
    assert_eq!(late.status, 422);
    assert!(late.has("不能撤"), "{}", late.text);
}

#[tokio::test]
async fn a_unit_imports_its_own_rows_only_and_the_province_imports_all() {
    let desk = Desk::open().await;
    let whole = std::fs::read("tests/data/roster-sample.csv").unwrap();
    let officer = desk.officer("CS", "李示二").await;
    let page = looks_at(&officer, "全省.csv", &whole).await.shown();
    assert!(page.has("本机构只能导入自己单位的名单"), "{}", page.text);
    assert!(page.forms("/desk/roster/confirm").next().is_none());

    let province = desk.officer("HN", "赵示五").await;
    let page = looks_at(&province, "全省.csv", &whole)
        .await
        .shown()
        .says("新增 80 位");
    let done = province
        .post("/desk/roster/confirm", &page.form("/desk/roster/confirm"))
        .await;
    province.follows(done).await.says("名单上现在有 80 位代表");
    // What another imported is nothing that a unit's officer could take back, or see the name of.
    let page = officer.get("/desk/roster").await.shown();
    assert!(!page.has("赵示五") && page.forms("/desk/roster/undo").next().is_none());

    // A code of another unit's deputy is a fault, told before the import.
    let stolen = String::from_utf8(rows_of("长沙市"))
        .unwrap()
        .replace("CS-001", "HY-001");
    let page = looks_at(&officer, "长沙.csv", stolen.as_bytes()).await.shown();
    assert!(page.has("“HY-001”已经给过另一位代表"), "{}", page.text);
}

#[tokio::test]
async fn a_preview_is_refused_when_the_roster_moved_or_the_preview_is_gone() {
    let desk = Desk::open().await;
    let (officer, other) = (
        desk.officer("CS", "李示二").await,
        desk.officer("CS", "王示三").await,
    );
    let bytes = rows_of("长沙市");
    let mine = looks_at(&officer, "长沙.csv", &bytes)
        .await
        .form("/desk/roster/confirm");
    let theirs = looks_at(&other, "长沙.csv", &bytes)
        .await
        .form("/desk/roster/confirm");

    // Another officer's preview is none of mine.
    let borrowed: Vec<_> = mine
        .iter()
        .map(|(name, value)| {
            let value = if name == "import" { &theirs[2].1 } else { value };
            (name.clone(), value.clone())
        })
        .collect();
    assert_eq!(theirs[2].0, "import");
    let page = officer.post("/desk/roster/confirm", &borrowed).await;
    assert_eq!(page.status, 422);
    assert!(page.has("这次预览已经过时"), "{}", page.text);

    assert_eq!(other.post("/desk/roster/confirm", &theirs).await.status, 303);
    let page = officer.post("/desk/roster/confirm", &mine).await;
    assert_eq!(page.status, 422);
    assert!(page.has("预览以后"), "{}", page.text);
    assert_eq!(desk.count("SELECT count(*) FROM roster_imports").await, 1);
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_kindly() {
    let desk = Desk::open().await;
    let officer = desk.officer("CS", "李示二").await;
    let page = looks_at(&officer, "大.csv", &vec![b'a'; 10 * 1024 * 1024 + 1]).await;
    assert_eq!(page.status, 422);
    assert!(page.has("超过了 10 MB"), "{}", page.text);
}
