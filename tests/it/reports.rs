//! Reports in free words on both engines: what must be refused is kept nowhere, and nobody else's record can be touched.

use lianluo::domain::answer::Answer;
use lianluo::domain::button::Act;
use lianluo::domain::ids::{RecordId, ReportId};
use lianluo::domain::input::{Deed, Said};
use lianluo::domain::message::{Content, FileKind, NewFile};

use crate::support::office::{Office, databases};

const DEPUTY: &str = "7:2001";
const OTHER: &str = "7:2002";
const ALICE: &str = "7:1001";

/// Words of a classified paper.
const SECRET: &str = "这份机密文件帮我摘录一下，第三部分";

/// Every column that can hold words of a person.
const COLUMNS: [&str; 15] = [
    "SELECT count(*) FROM accounts WHERE dialogue LIKE '%机密%'",
    "SELECT count(*) FROM messages WHERE text LIKE '%机密%'",
    "SELECT count(*) FROM message_versions WHERE text LIKE '%机密%'",
    "SELECT count(*) FROM parked_edits WHERE text LIKE '%机密%'",
    "SELECT count(*) FROM contact_records WHERE record LIKE '%机密%'",
    "SELECT count(*) FROM contact_record_changes WHERE old_value LIKE '%机密%' OR new_value LIKE '%机密%'",
    "SELECT count(*) FROM reports WHERE text LIKE '%机密%' OR edited_text LIKE '%机密%'",
    "SELECT count(*) FROM evidence WHERE caption LIKE '%机密%'",
    "SELECT count(*) FROM files WHERE name LIKE '%机密%'",
    "SELECT count(*) FROM outbox WHERE kind LIKE '%机密%'",
    "SELECT count(*) FROM dead_letters WHERE raw LIKE '%机密%' OR reason LIKE '%机密%'",
    "SELECT count(*) FROM audit_entries WHERE subject LIKE '%机密%'",
    "SELECT count(*) FROM input_keys WHERE input_key LIKE '%机密%'",
    "SELECT count(*) FROM files",
    "SELECT count(*) FROM evidence",
];

fn photo(caption: &str) -> Deed {
    Deed::Said(Said {
        content: Content::File {
            file: NewFile {
                kind: FileKind::Photo,
                name: None,
                mime: None,
                size: Some(9),
                seconds: None,
                remote_ref: Some("photo".to_owned()),
                hash: None,
            },
            caption: caption.to_owned(),
        },
        remote_id: Some(78),
        reply: None,
        to_code: None,
        album: None,
        forwarded: None,
    })
}

fn text(words: &str, remote_id: i64) -> Deed {
    Deed::Said(Said {
        content: Content::Text(words.to_owned()),
        remote_id: Some(remote_id),
        reply: None,
        to_code: None,
        album: None,
        forwarded: None,
    })
}

#[tokio::test]
async fn words_of_secret_papers_are_kept_nowhere() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.starts(ALICE, "d_CS-001").await;
        office.says(ALICE, "灌溉渠垮了").await;
        let card = office.ear.heard_by(DEPUTY).last().unwrap().remote_id;

        office.says(DEPUTY, SECRET).await;
        office.replies(DEPUTY, card, SECRET).await;
        office.does(DEPUTY, photo(SECRET)).await;
        office.taps(DEPUTY, &Act::TakeDown).await;
        office.says(DEPUTY, SECRET).await;
        // An edit of a report, and one that comes before its message.
        office
            .does(DEPUTY, text("昨天去石桥村座谈，12人，谈灌溉", 77))
            .await;
        for remote_id in [77, 7_777] {
            let content = Content::Text(SECRET.to_owned());
            office.does(DEPUTY, Deed::Edited { remote_id, content }).await;
        }

        for sql in COLUMNS {
            assert_eq!(office.count(sql).await, 0, "{sql}");
        }
        let refused = "SELECT count(*) FROM audit_entries WHERE act = 'refused-secret'";
        assert_eq!(
            office.count(refused).await,
            6,
            "only that it was refused is noted"
        );
        let answers = office.ear.heard_by(DEPUTY);
        let told = answers
            .iter()
            .filter(|heard| heard.rendered.text.contains("涉密"))
            .count();
        assert_eq!(told, 6, "each time the deputy is told why");
        assert!(
            office
                .ear
                .heard_by(ALICE)
                .iter()
                .all(|heard| !heard.rendered.text.contains("第三部分"))
        );
    }
}

#[tokio::test]
async fn nobody_touches_the_report_of_another_deputy() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.binds(OTHER, "CS-002").await;
        office.says(DEPUTY, "昨天去石桥村座谈，12人，谈灌溉；修路").await;
        let report = ReportId(office.count("SELECT report_id FROM reports").await);
        let record = RecordId(office.count("SELECT min(record_id) FROM contact_records").await);
        let before = office.count("SELECT count(*) FROM contact_records").await;
        for act in [
            Act::ConfirmReport(report),
            Act::DropReport(report),
            Act::TakeEdit(report, true),
            Act::Split(record),
            Act::Merge(record),
            Act::Confirm(record),
            Act::Undo,
        ] {
            let answer = office.taps(OTHER, &act).await;
            assert!(matches!(answer, Answer::Refused(_)), "{act:?}: {answer:?}");
        }
        let drafts = "SELECT count(*) FROM contact_records WHERE state = 'draft'";
        assert_eq!(office.count(drafts).await, before);
    }
}

#[tokio::test]
async fn a_record_that_was_taken_back_leaves_its_history() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.says(DEPUTY, "昨天去石桥村座谈，12人，谈灌溉").await;
        let report = ReportId(office.count("SELECT report_id FROM reports").await);
        office.taps(DEPUTY, &Act::ConfirmReport(report)).await;
        let confirmed = "SELECT count(*) FROM contact_records WHERE state = 'confirmed'";
        assert_eq!(office.count(confirmed).await, 1);
        office.says(DEPUTY, "不是12人，是21人").await;
        let changed = "SELECT count(*) FROM contact_record_changes WHERE field = 'people' AND old_value = '12人' AND new_value = '21人' AND account_id IS NOT NULL";
        assert_eq!(office.count(changed).await, 1, "the old value stays");
        office.says(DEPUTY, "撤销").await;
        assert_eq!(office.count(confirmed).await, 0);
        office.says(DEPUTY, "/undo").await;
        let dropped = "SELECT count(*) FROM contact_records WHERE state = 'dropped'";
        assert_eq!(office.count(dropped).await, 1, "it stays in the database");
        let steps = "SELECT count(*) FROM contact_record_changes WHERE field = 'state'";
        assert_eq!(office.count(steps).await, 3, "confirmed, back to draft, dropped");
    }
}

#[tokio::test]
async fn only_what_was_told_more_than_sixty_days_afterwards_waits_for_the_office() {
    for address in databases().await {
        // The clock stands on 2 March 2026.
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        let state = |state: &str| match state {
            "late" => office.count("SELECT count(*) FROM contact_records WHERE state = 'late'"),
            _ => office.count("SELECT count(*) FROM contact_records WHERE state = 'confirmed'"),
        };
        let newest = async || ReportId(office.count("SELECT max(report_id) FROM reports").await);
        office.says(DEPUTY, "1月1日去石桥村座谈，12人，谈灌溉").await;
        office.taps(DEPUTY, &Act::ConfirmReport(newest().await)).await;
        assert_eq!(
            (state("confirmed").await, state("late").await),
            (1, 0),
            "sixty days"
        );
        office
            .says(DEPUTY, "2025年12月31日去三塘村座谈，9人，谈路灯")
            .await;
        office.taps(DEPUTY, &Act::ConfirmReport(newest().await)).await;
        assert_eq!(
            (state("confirmed").await, state("late").await),
            (1, 1),
            "a day more"
        );
        // Told in time and confirmed much later: the telling counts.
        office
            .says(DEPUTY, "昨天参加执法检查，在示例河，看水污染防治法的实施")
            .await;
        let told = newest().await;
        office.clock.step(200 * 86_400_000);
        office.taps(DEPUTY, &Act::ConfirmReport(told)).await;
        assert_eq!((state("confirmed").await, state("late").await), (2, 1));
    }
}
