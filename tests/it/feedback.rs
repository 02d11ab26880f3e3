//! Feedback and its reminders on both engines: the dialogue, the two receivers, the sweep, mail to handling units.

use std::sync::Arc;

use lianluo::domain::answer::Answer;
use lianluo::domain::button::FeedbackTap;
use lianluo::domain::command::Command;
use lianluo::domain::feedback::{
    ConfirmedHow, FeedbackProgress, FeedbackWay, Opinion, Receiver, ReceiverState, RehandlingWish,
    Timeliness, Verdict,
};
use lianluo::domain::ids::SuggestionId;
use lianluo::domain::refusal::Refusal;
use lianluo::domain::suggestion::SuggestionState;
use lianluo::domain::suggestion::reply::ReplyState;
use lianluo::domain::time::HOUR_MS;
use lianluo::domain::world::Key;
use lianluo::fallback::{Channels, Email};

use crate::support::feedback::{
    day, feedback, jobs, newest, reminders, replied, reply, row, state, sweep_at, tap,
};
use crate::support::office::{Office, databases};
use crate::support::smtp::{MailServer, Mood};

const DEPUTY: &str = "7:2001";
const OTHER: &str = "7:2002";
const OFFICER: &str = "7:3001";
const REASONS: &str = "我提的是明确管护经费，答复只说将研究，没有时间，希望年底前定下来";

#[tokio::test]
async fn a_deputy_gives_both_verdicts_with_reasons_and_it_is_done_when_both_confirm() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        let id = replied(&office, deputy, 12, "2026-02-27", "").await;
        let asked = tap(&office, DEPUTY, FeedbackTap::Now, id).await;
        assert!(asked.contains("对办理工作的意见"), "{asked}");
        let asked = tap(&office, DEPUTY, FeedbackTap::HandlingSatisfied, id).await;
        assert!(asked.contains("再说对答复的意见"), "{asked}");
        let asked = tap(&office, DEPUTY, FeedbackTap::ReplyDissatisfied, id).await;
        assert!(asked.contains("已先存好，还没有送出"), "{asked}");
        office.says(DEPUTY, "办得不好").await;
        assert!(newest(&office, DEPUTY).contains("还看不出具体"), "hollow");
        office.says(DEPUTY, REASONS).await;
        assert!(
            newest(&office, DEPUTY).contains("请您看一遍"),
            "{}",
            newest(&office, DEPUTY)
        );
        assert_eq!(
            feedback(&office, id).await.way,
            None,
            "nothing is given by writing"
        );
        let taken = tap(&office, DEPUTY, FeedbackTap::Give, id).await;
        assert!(taken.contains("不代替省平台"), "{taken}");

        let given = feedback(&office, id).await;
        assert_eq!(given.timeliness, Timeliness::InTime);
        assert_eq!(given.progress, FeedbackProgress::GivenHere);
        assert_eq!(given.reasons, REASONS);
        assert_eq!(
            state(&office, id, Receiver::ProvincialOffice).await,
            ReceiverState::Sent
        );
        assert_eq!(
            state(&office, id, Receiver::HandlingUnit).await,
            ReceiverState::NotSent
        );

        // Twice is once; another verdict is a change with its history.
        let again = tap(&office, DEPUTY, FeedbackTap::Give, id).await;
        assert!(again.contains("没有再送一次"), "{again}");
        tap(&office, DEPUTY, FeedbackTap::Change, id).await;
        tap(&office, DEPUTY, FeedbackTap::HandlingSatisfied, id).await;
        tap(&office, DEPUTY, FeedbackTap::ReplyMostly, id).await;
        tap(&office, DEPUTY, FeedbackTap::Give, id).await;
        let changed = feedback(&office, id).await;
        assert_eq!(
            (changed.changes, changed.reply),
            (1, Some(Verdict::MostlySatisfied))
        );
        assert_eq!(office.count("SELECT count(*) FROM feedback_versions").await, 1);

        for receiver in [Receiver::ProvincialOffice, Receiver::HandlingUnit] {
            let before = feedback(&office, id).await.progress;
            assert_ne!(before, FeedbackProgress::Done, "one receipt is not enough");
            let answer = office
                .give(Command::ConfirmReceipt {
                    replies: vec![id],
                    receiver,
                    how: ConfirmedHow::Receipt,
                    note: String::new(),
                })
                .await;
            assert_eq!(answer, Answer::Done);
        }
        assert_eq!(feedback(&office, id).await.progress, FeedbackProgress::Done);
        let now = reply(&office, id).await;
        assert_eq!((now.state, now.next_step_at), (ReplyState::Given, None));
        let suggestion = SuggestionId(7_012);
        let ended = row(&office, Key::Suggestion(suggestion), |world| {
            world.suggestion(&suggestion).unwrap().state
        })
        .await;
        assert_eq!(ended, SuggestionState::Ended);
    }
}

#[tokio::test]
async fn a_late_feedback_is_taken_and_marked_late_and_silence_is_none() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        let id = replied(&office, deputy, 12, "2026-02-27", "").await;
        sweep_at(&office, "2026-03-31", 9).await;
        let overdue = newest(&office, DEPUTY);
        assert!(
            overdue.contains("这里还没有您的记录") && overdue.contains("仍会收下"),
            "{overdue}"
        );
        assert_eq!(
            office
                .count("SELECT count(*) FROM feedbacks WHERE handling IS NOT NULL")
                .await,
            0
        );
        tap(&office, DEPUTY, FeedbackTap::HandlingSatisfied, id).await;
        tap(&office, DEPUTY, FeedbackTap::ReplySatisfied, id).await;
        let taken = tap(&office, DEPUTY, FeedbackTap::Give, id).await;
        assert!(taken.contains("逾期"), "{taken}");
        assert_eq!(feedback(&office, id).await.timeliness, Timeliness::Late);
        let refused = tap(&office, DEPUTY, FeedbackTap::Change, id).await;
        assert!(refused.contains("期限已过"), "{refused}");
    }
}

#[tokio::test]
async fn platform_and_paper_stop_the_reminders_and_stay_declared() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        let id = replied(&office, deputy, 12, "2026-02-27", "").await;
        tap(&office, DEPUTY, FeedbackTap::OnPlatform, id).await;
        office.says(DEPUTY, "3月9日").await;
        assert!(
            newest(&office, DEPUTY).contains("还没有到") || newest(&office, DEPUTY).contains("看"),
            "future"
        );
        tap(&office, DEPUTY, FeedbackTap::OnPlatform, id).await;
        office.says(DEPUTY, "2月20日").await;
        assert!(
            newest(&office, DEPUTY).contains("还早"),
            "{}",
            newest(&office, DEPUTY)
        );
        tap(&office, DEPUTY, FeedbackTap::OnPlatform, id).await;
        office.says(DEPUTY, "3月1日").await;
        assert!(
            newest(&office, DEPUTY).contains("不再提醒您"),
            "{}",
            newest(&office, DEPUTY)
        );
        let told = feedback(&office, id).await;
        assert_eq!(
            (told.way, told.given_on),
            (Some(FeedbackWay::Platform), Some(day("2026-03-01")))
        );
        for receiver in Receiver::ALL {
            assert_eq!(state(&office, id, *receiver).await, ReceiverState::Declared);
        }
        let heard = office.ear.heard_by(DEPUTY).len();
        for on in ["2026-03-13", "2026-03-20", "2026-03-31", "2026-04-10"] {
            sweep_at(&office, on, 9).await;
        }
        assert_eq!(office.ear.heard_by(DEPUTY).len(), heard, "nothing more is said");
    }
}

#[tokio::test]
async fn reminders_are_said_once_and_a_machine_that_was_off_says_where_it_stands() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        let heard = office.ear.heard_by(DEPUTY).len();
        replied(&office, deputy, 12, "2026-02-27", "").await;
        sweep_at(&office, "2026-03-02", 11).await;
        sweep_at(&office, "2026-03-02", 12).await;
        let said = reminders(&office, DEPUTY, heard);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].contains("已于 2 月 27 日") && said[0].contains("3 月 27 日"),
            "{}",
            said[0]
        );
        // Fourteen days before is 13 March; the machine is off from 12 to 24 March.
        sweep_at(&office, "2026-03-24", 7).await;
        assert_eq!(
            reminders(&office, DEPUTY, heard).len(),
            1,
            "nothing at seven in the morning"
        );
        sweep_at(&office, "2026-03-24", 9).await;
        sweep_at(&office, "2026-03-24", 10).await;
        let said = reminders(&office, DEPUTY, heard);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(
            said[1].starts_with("〔提醒〕") && said[1].contains("还有 3 天"),
            "{}",
            said[1]
        );
        let office = office.restarts().await;
        let heard = office.ear.heard_by(DEPUTY).len();
        sweep_at(&office, "2026-03-24", 11).await;
        assert_eq!(office.ear.heard_by(DEPUTY).len(), heard);
        for on in [
            "2026-03-25", "2026-03-26", "2026-03-27", "2026-03-28", "2026-03-29", "2026-04-20",
        ] {
            sweep_at(&office, on, 9).await;
            sweep_at(&office, on, 15).await;
        }
        let said = reminders(&office, DEPUTY, heard);
        assert_eq!(said.len(), 3, "one day before, the day, the day after: {said:?}");
        assert!(
            said[1].contains("最后一天") && said[2].contains("还没有您的记录"),
            "{said:?}"
        );
        assert_eq!(
            office
                .count("SELECT count(*) FROM reminder_steps WHERE step_key LIKE '%:deputy'")
                .await,
            5
        );
    }
}

#[tokio::test]
async fn a_morning_lists_everything_due_and_only_a_last_day_comes_alone() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        for (number, received) in [(1, "2026-02-27"), (2, "2026-02-25"), (3, "2026-02-26")] {
            replied(&office, deputy, number, received, "").await;
        }
        let heard = office.ear.heard_by(DEPUTY).len();
        sweep_at(&office, "2026-03-02", 11).await;
        let said = reminders(&office, DEPUTY, heard);
        assert_eq!(said.len(), 1, "{said:?}");
        let places: Vec<usize> = [2, 3, 1]
            .map(|number| said[0].find(&format!("第{number}厅")).unwrap())
            .into();
        assert!(places.is_sorted(), "the earliest last day first: {}", said[0]);
        // A fourth reply on the same day waits for the next morning.
        replied(&office, deputy, 4, "2026-02-24", "").await;
        sweep_at(&office, "2026-03-02", 12).await;
        assert_eq!(reminders(&office, DEPUTY, heard).len(), 1);
        sweep_at(&office, "2026-03-03", 9).await;
        assert_eq!(reminders(&office, DEPUTY, heard).len(), 2);
        let heard = office.ear.heard_by(DEPUTY).len();
        // 25 March: the last day of the second, one or two days before of the others.
        sweep_at(&office, "2026-03-25", 9).await;
        let said = reminders(&office, DEPUTY, heard);
        assert_eq!(said.len(), 2, "{said:?}");
        assert_eq!(
            said.iter()
                .filter(|text| text.contains("是反馈意见的最后一天"))
                .count(),
            1
        );
    }
}

#[tokio::test]
async fn who_is_suspended_hears_nothing_and_the_office_sees_it() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        replied(&office, deputy, 12, "2026-02-27", "").await;
        office.give(Command::Pause { deputy, pause: true }).await;
        let heard = office.ear.heard_by(DEPUTY).len();
        for on in ["2026-03-02", "2026-03-13", "2026-03-27", "2026-03-30"] {
            sweep_at(&office, on, 11).await;
        }
        assert_eq!(office.ear.heard_by(DEPUTY).len(), heard);
        assert!(
            office
                .count("SELECT count(*) FROM reminder_steps WHERE step_key LIKE '%:unit_office'")
                .await
                > 0
        );
    }
}

#[tokio::test]
async fn a_snooze_waits_and_help_reaches_the_office() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        let id = replied(&office, deputy, 12, "2026-02-27", "").await;
        sweep_at(&office, "2026-03-20", 9).await;
        let put_off = tap(&office, DEPUTY, FeedbackTap::Tomorrow, id).await;
        assert!(put_off.contains("3 月 21 日"), "{put_off}");
        let heard = office.ear.heard_by(DEPUTY).len();
        sweep_at(&office, "2026-03-20", 20).await;
        assert_eq!(office.ear.heard_by(DEPUTY).len(), heard);
        sweep_at(&office, "2026-03-21", 9).await;
        assert_eq!(office.ear.heard_by(DEPUTY).len(), heard + 1);
        sweep_at(&office, "2026-03-27", 9).await;
        let refused = tap(&office, DEPUTY, FeedbackTap::Tomorrow, id).await;
        assert!(refused.contains("最后一天"), "{refused}");
        let why = tap(&office, DEPUTY, FeedbackTap::Why, id).await;
        assert!(why.contains("2026-02-27"), "{why}");
        let help = tap(&office, DEPUTY, FeedbackTap::Help, id).await;
        assert!(help.contains("工作人员会联系您"), "{help}");
        assert_eq!(
            office.ear.heard_by(OFFICER).len(),
            0,
            "nobody is in that post yet"
        );
    }
}

#[tokio::test]
async fn feedback_on_anothers_suggestion_and_after_withdrawal_is_refused() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        office.binds(OTHER, "CS-002").await;
        let id = replied(&office, deputy, 12, "2026-02-27", "").await;
        for what in [
            FeedbackTap::Show,
            FeedbackTap::Give,
            FeedbackTap::PaperToday,
            FeedbackTap::Why,
        ] {
            let said = tap(&office, OTHER, what, id).await;
            assert!(!said.contains("第12"), "{said}");
        }
        assert_eq!(office.count("SELECT count(*) FROM feedbacks").await, 0);
        let hollow = Opinion {
            handling: Verdict::Dissatisfied,
            reply: Verdict::Satisfied,
            reasons: "不满意".into(),
        };
        let answer = office
            .give(Command::EnterFeedback {
                reply: id,
                opinion: hollow,
                rehandling: RehandlingWish::Unsaid,
                on: None,
            })
            .await;
        assert_eq!(answer, Answer::Refused(Refusal::ReasonsHollow));
        crate::support::office::change(&office.address, "UPDATE replies SET state = 'withdrawn'").await;
        let said = tap(&office, DEPUTY, FeedbackTap::Now, id).await;
        assert!(said.contains("已经撤回"), "{said}");
    }
}

#[tokio::test]
async fn dissatisfied_is_handled_once_more_with_a_clock_of_its_own() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        let id = replied(&office, deputy, 12, "2026-02-27", "").await;
        let rehandle = || Command::Rehandle { reply: id, on: None };
        assert_eq!(
            office.give(rehandle()).await,
            Answer::Refused(Refusal::NotDissatisfied)
        );
        let opinion = Opinion {
            handling: Verdict::Satisfied,
            reply: Verdict::Dissatisfied,
            reasons: REASONS.into(),
        };
        let enter = Command::EnterFeedback {
            reply: id,
            opinion,
            rehandling: RehandlingWish::Wanted,
            on: Some(day("2026-03-01")),
        };
        assert_eq!(office.give(enter).await, Answer::Done);
        assert_eq!(office.give(rehandle()).await, Answer::Done);
        assert_eq!(
            office.give(rehandle()).await,
            Answer::Refused(Refusal::RehandledAlready)
        );
        assert_eq!(
            office
                .count("SELECT count(*) FROM assignments WHERE round = 2 AND after_reply_id = 10012 AND state = 'open' AND due_on = '2026-06-02'")
                .await,
            1
        );
    }
}

#[tokio::test]
async fn a_slip_is_mailed_and_what_the_server_says_is_never_a_receipt() {
    let server = MailServer::start().await;
    let from = "联络 <lianluo@example.org>".parse().unwrap();
    let email = Arc::new(Email::new(&format!("smtp://{}", server.address), from).unwrap());
    let office = Office::open().await;
    let deputy = office.binds(DEPUTY, "CS-001").await;
    for (number, mood, expected, failure) in [
        (1, Mood::Takes, ReceiverState::Sent, ""),
        (2, Mood::IsBusy, ReceiverState::NotSent, "unavailable"),
        (3, Mood::KnowsNobody, ReceiverState::NotSent, "refused"),
        (4, Mood::Vanishes, ReceiverState::NotSent, "unavailable"),
    ] {
        let id = replied(&office, deputy, number, "2026-02-27", "unit@example.org").await;
        tap(&office, DEPUTY, FeedbackTap::HandlingSatisfied, id).await;
        tap(&office, DEPUTY, FeedbackTap::ReplySatisfied, id).await;
        tap(&office, DEPUTY, FeedbackTap::Give, id).await;
        server.is(mood);
        let from = "联络 <lianluo@example.org>".parse().unwrap();
        let channels = Channels {
            sms: None,
            email: Some(Email::new(&format!("smtp://{}", server.address), from).unwrap()),
        };
        jobs(&office, channels).mail_slips().await.unwrap();
        office.engine.settled().await;
        assert_eq!(
            state(&office, id, Receiver::HandlingUnit).await,
            expected,
            "{mood:?}"
        );
        let row = row(
            &office,
            Key::FeedbackReceiver((id, Receiver::HandlingUnit)),
            |world| {
                world
                    .feedback_receiver(&(id, Receiver::HandlingUnit))
                    .unwrap()
                    .clone()
            },
        )
        .await;
        assert_eq!(row.failure, failure, "{mood:?}");
        assert_eq!(row.next_try_at.is_some(), failure == "unavailable", "{mood:?}");
    }
    assert_eq!(server.mails().len(), 1);
    let mail = server.mails().remove(0);
    assert_eq!(mail.to, ["unit@example.org"]);
    assert!(
        mail.data.contains("wordprocessingml.document"),
        "the slip is attached"
    );
    // The busy server takes it later: nothing was lost.
    server.is(Mood::Takes);
    office.clock.step(5 * HOUR_MS);
    let channels = Channels {
        sms: None,
        email: Arc::into_inner(email),
    };
    jobs(&office, channels).mail_slips().await.unwrap();
    office.engine.settled().await;
    assert_eq!(server.mails().len(), 3);
    assert_eq!(
        office
            .count("SELECT count(*) FROM feedback_receivers WHERE receiver = 'handling_unit' AND state = 'confirmed'")
            .await,
        0
    );
}
