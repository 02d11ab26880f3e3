//! What someone tries who has a post or a telephone, but not the right: every command is checked by account, however it
//! was made.

use lianluo::domain::account::Channel;
use lianluo::domain::answer::Answer;
use lianluo::domain::button::Act;
use lianluo::domain::command::Command;
use lianluo::domain::ids::{AccountId, DeadLetterId, OfficeId, OutboxId};
use lianluo::domain::input::Deed;
use lianluo::domain::lookup::secret_hash;
use lianluo::domain::refusal::Refusal;
use lianluo::domain::world::{Key, World};

use crate::support::office::Office;

async fn looked_up(office: &Office, keys: &[Key]) -> World {
    let mut world = World::default();
    office
        .store
        .read()
        .await
        .unwrap()
        .load(keys, &mut world)
        .await
        .unwrap();
    world
}

async fn unit(office: &Office, code: &str) -> OfficeId {
    let key = code.to_owned();
    looked_up(office, &[Key::OfficeCode(key.clone())])
        .await
        .office_coded(&key)
        .unwrap()
        .unwrap()
}

/// Binds the person at this address as an officer.
async fn post(office: &Office, address: &str, code: &str) {
    let secret = format!("secret-{address}");
    office
        .give(Command::InviteOfficer {
            office: unit(office, code).await,
            name: "示".into(),
            tail: "0001".into(),
            code: secret.clone(),
        })
        .await;
    office.starts(address, &format!("i_{secret}")).await;
    let hash = secret_hash(&secret);
    let world = looked_up(office, &[Key::InvitationCode(hash.clone())]).await;
    let invitation = world.invitation_coded(&hash).unwrap().unwrap();
    office.taps(address, &Act::Redeem(invitation)).await;
    office.says(address, "0001").await;
}

async fn tries(office: &Office, address: &str, command: Command) -> Answer {
    office.does(address, Deed::Command(Box::new(command))).await
}

const NO: Answer = Answer::Refused(Refusal::NotYours);

#[tokio::test]
async fn a_dead_letter_is_settled_only_by_the_office_of_who_sent_it() {
    let office = Office::open().await;
    office.binds("deputy", "CS-001").await;
    for (address, code) in [("changsha", "CS"), ("hengyang", "HY"), ("province", "HN")] {
        post(&office, address, code).await;
    }
    let unreadable = || Deed::Unreadable {
        raw: "{".into(),
        reason: "no JSON".into(),
    };
    office.starts("writer", "d_CS-001").await;
    for address in ["writer", "deputy", "stranger"] {
        office.does(address, unreadable()).await;
    }
    let ids: Vec<DeadLetterId> = office
        .store
        .read()
        .await
        .unwrap()
        .open_dead_letters(9)
        .await
        .unwrap()
        .iter()
        .map(|letter| letter.id)
        .collect();
    let settles = Command::SettleDeadLetter;
    for id in &ids {
        for address in ["hengyang", "deputy", "writer", "stranger"] {
            assert_eq!(tries(&office, address, settles(*id)).await, NO, "{address}");
        }
    }
    // Whoever talked to nobody belongs to no unit.
    assert_eq!(tries(&office, "changsha", settles(ids[2])).await, NO);
    assert_eq!(tries(&office, "province", settles(ids[2])).await, Answer::Done);
    for id in &ids[..2] {
        assert_eq!(tries(&office, "changsha", settles(*id)).await, Answer::Done);
    }
    assert_eq!(
        office
            .count("SELECT count(*) FROM dead_letters WHERE settled_at IS NULL")
            .await,
        0
    );
}

#[tokio::test]
async fn nobody_ticks_off_what_is_not_on_their_call_list() {
    let office = Office::open().await;
    office.binds("deputy", "CS-001").await;
    for (address, code) in [("changsha", "CS"), ("hengyang", "HY")] {
        post(&office, address, code).await;
    }
    // A page of the web chat writes and leaves a number.
    let answer = office
        .give(Command::OpenSession {
            hash: secret_hash("cookie"),
            account: None,
            locale: lianluo::domain::Locale::ZhCn,
        })
        .await;
    let Answer::Account(writer) = answer else {
        panic!("{answer:?}")
    };
    let address = address_of(&office, writer).await;
    let page = |deed| office.does_on(Channel::Web, &address, deed);
    page(Deed::Started(Some("d_CS-001".into()))).await;
    page(crate::support::office::says("路灯坏了")).await;
    let world = looked_up(&office, &[Key::CaseNumber(260_001)]).await;
    let case = world.case_numbered(&260_001).unwrap().unwrap();
    page(Deed::Tapped {
        data: Act::LeaveContact(case).encode(),
    })
    .await;
    page(crate::support::office::says("13900000077")).await;
    office.taps("deputy", &Act::Answer(case)).await;
    office.says("deputy", "收到，已记下。").await;
    let waiting = OutboxId(
        office
            .count("SELECT outbox_id FROM outbox WHERE channel = 'web' AND kind LIKE '%\"answer\"%'")
            .await,
    );
    let sent = OutboxId(
        office
            .count("SELECT max(outbox_id) FROM outbox WHERE channel = 'telegram' AND case_id IS NOT NULL")
            .await,
    );
    for address in ["hengyang", "deputy", "stranger"] {
        assert_eq!(
            tries(&office, address, Command::TickCall(waiting)).await,
            NO,
            "{address}"
        );
    }
    // A message that the sender has is nobody's to tick off.
    let gone = Answer::Refused(Refusal::NoLongerThere);
    assert_eq!(tries(&office, "changsha", Command::TickCall(sent)).await, gone);
    assert_eq!(
        tries(&office, "changsha", Command::TickCall(waiting)).await,
        Answer::Done
    );
}

async fn address_of(office: &Office, id: AccountId) -> String {
    let world = looked_up(office, &[Key::Account(id)]).await;
    world.account(&id).unwrap().address.clone()
}
