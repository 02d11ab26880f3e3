//! The main job on both engines: a constituent writes, the deputy answers, the contact log fills itself.

use lianluo::domain::answer::Answer;
use lianluo::domain::button::Act;
use lianluo::domain::case::CaseState;
use lianluo::domain::command::Command;
use lianluo::domain::ids::{CaseId, RecordId};
use lianluo::domain::refusal::Refusal;
use lianluo::domain::world::{Key, ListKey, World};
use lianluo::engine::Sent;

use crate::support::office::{Office, databases};

const ALICE: &str = "7:1001";
const BOB: &str = "7:1002";
const DEPUTY: &str = "7:2001";

async fn only_case(office: &Office) -> lianluo::domain::case::Case {
    let id = CaseId(office.count("SELECT case_id FROM cases").await);
    let mut world = World::default();
    office
        .store
        .read()
        .await
        .unwrap()
        .load(&[Key::Case(id)], &mut world)
        .await
        .unwrap();
    world.case(&id).unwrap().clone()
}

#[tokio::test]
async fn a_letter_gets_a_receipt_and_a_card_and_the_answer_comes_back() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.starts(ALICE, "d_CS-001").await;
        let before = office.ear.heard_by(DEPUTY).len();
        office
            .says(ALICE, "石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。")
            .await;

        let case = only_case(&office).await;
        assert_eq!(case.number, 260_001);
        assert_eq!(case.state, CaseState::Delivered, "the card arrived");
        assert_eq!(
            office.ear.heard_by(ALICE).len(),
            2,
            "the deputy's page and the receipt"
        );
        let receipt = office.ear.heard_by(ALICE).pop().unwrap();
        assert!(
            receipt.rendered.text.contains("260001"),
            "{}",
            receipt.rendered.text
        );
        assert!(receipt.reply_to.is_some(), "the receipt answers the letter");
        let cards = office.ear.heard_by(DEPUTY);
        assert_eq!(cards.len(), before + 1);
        let card = cards.last().unwrap();
        assert!(card.rendered.text.contains("灌溉渠") && !card.silent, "{card:?}");

        office
            .replies(
                DEPUTY,
                cards.last().unwrap().remote_id,
                "谢谢您的来信，我会向有关单位反映。",
            )
            .await;
        let case = only_case(&office).await;
        assert_eq!(case.state, CaseState::Answered);
        assert_eq!(office.ear.heard_by(ALICE).len(), 3, "the answer came");
        assert_eq!(
            office.count("SELECT count(*) FROM contact_records").await,
            1,
            "one draft record"
        );
        assert_eq!(
            office
                .count("SELECT count(*) FROM outbox WHERE state <> 'sent'")
                .await,
            0
        );
        office.engine.stop().await;
    }
}

#[tokio::test]
async fn what_follows_within_a_minute_gets_one_receipt_and_one_card_together() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.starts(ALICE, "d_CS-001").await;
        for text in ["第一句", "第二句", "第三句", "第四句"] {
            office.says(ALICE, text).await;
            office.clock.step(5_000);
        }
        assert_eq!(office.count("SELECT count(*) FROM cases").await, 1);
        assert_eq!(office.count("SELECT count(*) FROM messages").await, 4);
        let receipts = office.ear.heard_by(ALICE).len();
        assert_eq!(receipts, 2, "the page and the first receipt");
        office.clock.step(60_000);
        office.engine.settled().await;
        assert_eq!(
            office.ear.heard_by(ALICE).len(),
            3,
            "one receipt for the three others"
        );
        office.engine.stop().await;
    }
}

#[tokio::test]
async fn the_same_input_delivered_twice_is_one_letter() {
    use lianluo::domain::account::Channel;
    use lianluo::domain::input::{Deed, From, Input, Said};
    use lianluo::domain::message::Content;
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.starts(ALICE, "d_CS-001").await;
        let input = Input {
            key: "tg:7:55".into(),
            from: From::Chat {
                channel: Channel::Telegram,
                address: ALICE.into(),
                locale: None,
            },
            deed: Deed::Said(Said {
                content: Content::Text("只说一遍".into()),
                remote_id: Some(9),
                reply: None,
                to_code: None,
                album: None,
                forwarded: None,
            }),
            said_at: None,
            raw: String::new(),
        };
        assert_eq!(office.engine.intake.submit(input.clone()).await, Ok(Answer::Done));
        assert_eq!(
            office.engine.intake.submit(input.clone()).await,
            Ok(Answer::Again)
        );
        let office = office.restarts().await;
        assert_eq!(office.engine.intake.submit(input).await, Ok(Answer::Again));
        assert_eq!(office.count("SELECT count(*) FROM messages").await, 1);
        office.engine.stop().await;
    }
}

#[tokio::test]
async fn words_without_a_reader_wait_and_a_tap_sends_them() {
    let office = Office::open().await;
    let deputy = office.binds(DEPUTY, "CS-001").await;
    office.says(ALICE, "我不知道写给谁").await;
    assert_eq!(office.count("SELECT count(*) FROM cases").await, 0);
    office.taps(ALICE, &Act::Deputy(deputy)).await;
    assert_eq!(
        office.count("SELECT count(*) FROM cases").await,
        0,
        "opening a page sends nothing"
    );
    assert_eq!(office.taps(ALICE, &Act::TakeOffice).await, Answer::Done);
    assert_eq!(only_case(&office).await.messages, 1);
    office.engine.stop().await;
}

#[tokio::test]
async fn a_letter_to_an_unbound_deputy_is_offered_to_the_office_and_nothing_is_lost() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.starts(ALICE, "d_CS-002").await;
        office.says(ALICE, "路灯坏了").await;
        office.says(ALICE, "已经一个月").await;
        assert_eq!(office.count("SELECT count(*) FROM cases").await, 0);
        office.taps(ALICE, &Act::TakeOffice).await;
        assert_eq!(office.count("SELECT count(*) FROM messages").await, 2);
        assert_eq!(
            office
                .count("SELECT count(*) FROM cases WHERE reader LIKE 'o%'")
                .await,
            1
        );
        office.engine.stop().await;
    }
}

#[tokio::test]
async fn an_answer_that_promises_is_held_once_and_the_modest_wording_goes_out_by_one_tap() {
    let office = Office::open().await;
    office.binds(DEPUTY, "CS-001").await;
    office.starts(ALICE, "d_CS-001").await;
    office.says(ALICE, "灌溉渠垮了").await;
    let card = office.ear.heard_by(DEPUTY).last().unwrap().remote_id;
    let heard = office.ear.heard_by(ALICE).len();
    office.replies(DEPUTY, card, "我保证一定解决！").await;
    assert_eq!(office.ear.heard_by(ALICE).len(), heard, "nothing has left");
    let case = only_case(&office).await;
    office.taps(DEPUTY, &Act::SendModest(case.id)).await;
    assert_eq!(office.ear.heard_by(ALICE).len(), heard + 1);
    let said = office
        .count("SELECT count(*) FROM messages WHERE author = 'deputy' AND text LIKE '%保证%'")
        .await;
    assert_eq!(said, 0);
    office.engine.stop().await;
}

#[tokio::test]
async fn a_deputy_who_blocked_the_bot_is_marked_and_a_stranger_opens_nothing() {
    let office = Office::open().await;
    office.binds(DEPUTY, "CS-001").await;
    office.starts(ALICE, "d_CS-001").await;
    office.ear.will(DEPUTY, Sent::Blocked);
    office.says(ALICE, "你好").await;
    let case = only_case(&office).await;
    assert_eq!(case.state, CaseState::Received, "no card arrived");
    assert_eq!(
        office
            .count("SELECT count(*) FROM accounts WHERE unreachable = 'blocked'")
            .await,
        1
    );
    let answer = office.taps(BOB, &Act::Progress(case.id)).await;
    assert_eq!(answer, Answer::Refused(Refusal::NotYours));
    let answer = office.taps(BOB, &Act::Raise(case.id)).await;
    assert_eq!(answer, Answer::Refused(Refusal::NotYours));
    office.engine.stop().await;
}

#[tokio::test]
async fn number_and_code_open_a_case_on_another_phone_and_guesses_lock_it() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.starts(ALICE, "d_CS-001").await;
        office.says(ALICE, "我换手机了怎么办").await;
        let case = only_case(&office).await;
        office.taps(BOB, &Act::LookUp).await;
        for _ in 0..5 {
            office.says(BOB, &format!("{} 000000", case.number)).await;
        }
        let code = office.lookup.code(case.id);
        office.says(BOB, &format!("{} {code}", case.number)).await;
        assert_ne!(only_case(&office).await.account_id, None);
        let still = only_case(&office).await.account_id;
        office.clock.step(3_600_001);
        office.taps(BOB, &Act::LookUp).await;
        office.says(BOB, &format!("{} {code}", case.number)).await;
        assert_ne!(
            only_case(&office).await.account_id,
            still,
            "it is Bob's telephone now"
        );
        office.engine.stop().await;
    }
}

#[tokio::test]
async fn a_flood_of_letters_becomes_five_cards_and_one_summary() {
    let office = Office::open().await;
    office.binds(DEPUTY, "CS-001").await;
    let before = office.ear.heard_by(DEPUTY).len();
    for person in 0..12 {
        let address = format!("7:{}", 3000 + person);
        office.starts(&address, "d_CS-001").await;
        office.says(&address, "大家都来反映").await;
    }
    assert_eq!(office.ear.heard_by(DEPUTY).len(), before + 5);
    office.clock.step(61_000);
    office.engine.settled().await;
    assert_eq!(
        office.ear.heard_by(DEPUTY).len(),
        before + 6,
        "one summary for the seven others"
    );
    assert_eq!(office.count("SELECT count(*) FROM cases").await, 12);
    office.engine.stop().await;
}

#[tokio::test]
async fn records_are_confirmed_corrected_and_counted_only_when_confirmed() {
    let office = Office::open().await;
    let deputy = office.binds(DEPUTY, "CS-001").await;
    office.starts(ALICE, "d_CS-001").await;
    office.says(ALICE, "村口的桥栏杆断了").await;
    let case = only_case(&office).await;
    office.taps(DEPUTY, &Act::PassOn(case.id)).await;
    office.says(DEPUTY, "县交通运输局").await;
    let case = only_case(&office).await;
    assert_eq!(case.state, CaseState::PassedOn);
    let confirmed = |office: &Office| {
        let store = office.store.clone();
        async move {
            let key = ListKey::Records {
                deputy,
                state: "confirmed".into(),
                on: "2026".into(),
                page: -1,
            };
            let mut world = World::default();
            store
                .read()
                .await
                .unwrap()
                .load(&[Key::List(key.clone())], &mut world)
                .await
                .unwrap();
            world.list(&key).unwrap().ids.clone()
        }
    };
    assert!(confirmed(&office).await.is_empty());
    let record = RecordId(office.count("SELECT record_id FROM contact_records").await);
    office.taps(DEPUTY, &Act::Correct(record, 1)).await;
    office.says(DEPUTY, "石塘村").await;
    office.taps(DEPUTY, &Act::Confirm(record)).await;
    assert_eq!(confirmed(&office).await, vec![record.0]);
    assert_eq!(
        office
            .count("SELECT count(*) FROM contact_record_changes WHERE field = 'place'")
            .await,
        1
    );
    assert_eq!(
        office.taps(ALICE, &Act::Confirm(record)).await,
        Answer::Refused(Refusal::NotYours)
    );
    office.engine.stop().await;
}

#[tokio::test]
async fn a_suspended_deputys_open_cases_pass_to_the_office_after_the_writers_are_told() {
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.starts(ALICE, "d_CS-001").await;
        office.says(ALICE, "水质发黄").await;
        let told = office.ear.heard_by(ALICE).len();
        let mut entries = crate::support::office::sample_roster();
        for entry in &mut entries {
            if entry.code.as_str() == "CS-001" {
                entry.status = lianluo::domain::people::DeputyStatus::Suspended;
            }
        }
        let import = Command::ImportRoster {
            entries,
            file_hash: "second".into(),
            basis: String::new(),
            unit: None,
        };
        assert!(matches!(
            office.give(import).await,
            Answer::Imported { changed: 1, .. }
        ));
        assert_eq!(office.ear.heard_by(ALICE).len(), told + 1, "the writer was told");
        assert_eq!(
            office
                .count("SELECT count(*) FROM cases WHERE reader LIKE 'o%'")
                .await,
            1
        );
        office.engine.stop().await;
    }
}

#[tokio::test]
async fn an_import_is_undone_and_a_second_use_of_an_invitation_is_refused_and_noted() {
    let office = Office::open().await;
    office.binds(DEPUTY, "CS-001").await;
    let answer = office.starts(BOB, "i_secret-CS-001-7:2001").await;
    assert_eq!(answer, Answer::Done);
    assert!(
        office
            .count("SELECT count(*) FROM audit_entries WHERE act = 'invitation.refused'")
            .await
            > 0
    );
    let undo = office.give(Command::UndoRoster(None)).await;
    assert_eq!(
        undo,
        Answer::Refused(Refusal::UndoTooLate),
        "a deputy of it is bound"
    );
    office.engine.stop().await;
}

#[tokio::test]
async fn a_card_in_the_night_comes_without_sound() {
    let office = Office::open().await;
    office.binds(DEPUTY, "CS-001").await;
    office.starts(ALICE, "d_CS-001").await;
    office.clock.step(12 * 3_600_000);
    office.engine.settled().await;
    office.says(ALICE, "半夜停电了").await;
    assert!(office.ear.heard_by(DEPUTY).last().unwrap().silent);
    assert!(
        !office.ear.heard_by(ALICE).last().unwrap().silent,
        "whoever writes at night is awake"
    );
    office.engine.stop().await;
}

#[tokio::test]
async fn the_words_of_an_ended_letter_are_erased_after_their_months_and_its_number_stays() {
    use lianluo::fallback::Channels;
    use lianluo::jobs::Jobs;
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        office.starts(ALICE, "d_CS-001").await;
        office.says(ALICE, "水渠垮了").await;
        let case = only_case(&office).await;
        office.taps(DEPUTY, &Act::End(case.id)).await;
        let jobs = Jobs {
            store: office.store.clone(),
            clock: office.clock.clone(),
            rules: lianluo::domain::context::Rules::default(),
            lookup: office.lookup.clone(),
            intake: office.engine.intake.clone(),
            channels: Channels::default(),
            files: office.folder.path().join("files"),
        };
        const WORDS: &str = "SELECT count(*) FROM messages WHERE text <> ''";
        office.clock.step(170 * 86_400_000);
        jobs.erase().await.unwrap();
        assert_eq!(office.count(WORDS).await, 1, "not yet");
        office.clock.step(20 * 86_400_000);
        jobs.erase().await.unwrap();
        assert_eq!(office.count(WORDS).await, 0);
        let after = only_case(&office).await;
        assert_eq!((after.number, after.messages), (case.number, case.messages));
        assert!(after.erased_at.is_some());
        office.engine.stop().await;
    }
}

#[tokio::test]
async fn the_finder_shows_exactly_those_who_can_be_written_to() {
    use lianluo::domain::access::unavailable;
    use lianluo::domain::world::FindBy;
    for address in databases().await {
        let office = Office::open_on(&address).await;
        office.binds(DEPUTY, "CS-001").await;
        let paused = office.binds("7:2002", "CS-003").await;
        office
            .give(Command::Pause {
                deputy: paused,
                pause: true,
            })
            .await;
        office.binds("7:2003", "JD-001").await;
        for unit in ["CS", "JD"] {
            let found = ListKey::Finder {
                by: FindBy::Unit(unit.into()),
                page: 0,
            };
            let roster = ListKey::Roster(unit.into());
            let mut world = World::default();
            let mut reading = office.store.read().await.unwrap();
            reading
                .load(&[Key::List(found.clone()), Key::List(roster.clone())], &mut world)
                .await
                .unwrap();
            let ids = world.list(&roster).unwrap().ids.clone();
            let mut open = Vec::new();
            for id in ids {
                let id = lianluo::domain::ids::DeputyId(id);
                reading.load(&[Key::Deputy(id)], &mut world).await.unwrap();
                let deputy = world.deputy(&id).unwrap().clone();
                reading
                    .load(&[Key::Office(deputy.office_id)], &mut world)
                    .await
                    .unwrap();
                if unavailable(&deputy, world.office(&deputy.office_id).unwrap()).is_none() {
                    open.push(id.0);
                }
            }
            assert_eq!(
                open.len(),
                usize::from(unit == "CS"),
                "one is bound and active; the army is closed"
            );
            assert_eq!(world.list(&found).unwrap().ids, open, "{unit}");
        }
        office.engine.stop().await;
    }
}
