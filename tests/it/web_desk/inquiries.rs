//! 询问: a unit asks its own deputies and reads their answers; what is careless is refused and nothing typed is lost.

use lianluo::domain::answer::Answer;
use lianluo::domain::command::Command;
use lianluo::domain::inquiry::InquiryCommand;
use lianluo::domain::refusal::Refusal;
use lianluo::domain::time::day_of;

use super::browser::{Browser, Desk, Page, with};

const PATH: &str = "/desk/inquiries";

async fn asks(officer: &Browser, typed: [(&str, &str); 3]) -> Page {
    let form = officer.get(PATH).await.shown().form(PATH);
    officer.post(PATH, &with(form, &typed)).await
}

#[tokio::test]
async fn a_unit_asks_its_deputy_and_takes_the_paper_answer_down() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    officer.get(PATH).await.shown().says("现在没有等代表回答的询问");
    let question = "上半年您参加代表小组活动的情况怎样？";
    let day = (day_of(desk.clock.now()) + chrono::Days::new(20)).to_string();
    let asked = asks(
        &officer,
        [("to", "CS-001"), ("due_on", &day), ("question", question)],
    )
    .await;
    let path = asked.location.split('?').next().unwrap().to_owned();
    let page = officer.follows(asked).await.says("询问已发出").says(question);
    let page = page.says("还没有开通，请打电话告诉代表");
    // Another unit's officer neither sees nor answers it; the provincial office sees it.
    let other = desk.officer("HY", "王示三").await;
    assert_eq!(other.get(&path).await.status, 404);
    assert!(!other.get(PATH).await.shown().has(question));
    let answer = format!("{path}/answer");
    assert_eq!(other.post(&answer, &page.form(&answer)).await.status, 403);
    let province = desk.officer("HN", "赵示五").await;
    province.get(PATH).await.shown().says(question);
    officer
        .get("/desk/suggestions/due")
        .await
        .shown()
        .says("回答询问")
        .says(&path);
    // A day to come is refused with the words kept; then the answer is taken.
    let form = with(
        page.form(&answer),
        &[("answer", "参加了两次。"), ("on", "2999-01-01")],
    );
    let refused = officer.post(&answer, &form).await;
    assert_eq!(refused.status, 422);
    let page = refused.says("读不懂").says("参加了两次。");
    let form = with(page.form(&answer), &[("answer", "参加了两次。"), ("on", "")]);
    let shown = officer.post(&answer, &form).await;
    officer
        .follows(shown)
        .await
        .says("已回答")
        .says("参加了两次。")
        .says("联络机构登记");
    officer
        .get(PATH)
        .await
        .shown()
        .says("现在没有等代表回答的询问")
        .says("已回答的");
}

#[tokio::test]
async fn careless_questions_are_refused_in_words_and_stay_in_the_form() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let day = (day_of(desk.clock.now()) + chrono::Days::new(20)).to_string();
    for (to, due_on, question, said) in [
        ("CS-999", day.as_str(), "近况怎样？", "没有找到"),
        ("HY-001", day.as_str(), "近况怎样？", "没有找到"),
        ("CS-001", "2027-02-29", "近况怎样？", "读不懂"),
        ("CS-001", "下周", "近况怎样？", "读不懂"),
        ("CS-001", "2020-01-01", "近况怎样？", "已经过了"),
        ("CS-001", "2999-01-01", "近况怎样？", "一年以后"),
    ] {
        let refused = asks(&officer, [("to", to), ("due_on", due_on), ("question", question)]).await;
        assert_eq!(refused.status, 422, "{to} {due_on}");
        refused.says(said).says(question);
    }
    assert_eq!(desk.count("SELECT count(*) FROM inquiries").await, 0);
    // What goes past the form is refused in the same way.
    let ask = |deputy, due_on: &str| {
        Command::Inquiry(InquiryCommand::Ask {
            deputy,
            question: "近况怎样？".into(),
            due_on: due_on.parse().unwrap(),
        })
    };
    let deputy = desk.deputy("HY-001").await;
    assert_eq!(
        desk.give(ask(deputy, "2999-01-01")).await,
        Answer::Refused(Refusal::InquiryDayFar)
    );
}
