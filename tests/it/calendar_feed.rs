//! The calendar feed: a deputy's days by a secret address of their own, which can be changed and revoked, guessed by nobody and
//! worn out by nobody.

use lianluo::domain::button::{Act, LinkTap};
use lianluo::domain::command::Command;
use lianluo::domain::ids::AccountId;
use lianluo::domain::input::{Deed, From, Input};
use lianluo::domain::world::Key;

use crate::support::feedback::{replied, row};
use crate::support::office::{Office, databases};
use crate::web_chat_site::{Person, Site, Wish};

const DEPUTY: &str = "7:2001";

/// The address that the newest message to a person holds.
fn address(office: &Office, of: &str) -> String {
    let text = office.ear.heard_by(of).pop().unwrap().rendered.text;
    let (_, rest) = text
        .split_once("/calendar/")
        .unwrap_or_else(|| panic!("no address in {text}"));
    format!("/calendar/{}", rest.split_whitespace().next().unwrap())
}

async fn status(person: &mut Person, path: &str) -> u16 {
    person.get(path).await.status
}

#[tokio::test]
async fn a_deputys_own_days_are_fetched_by_a_secret_address_until_it_is_changed_or_revoked() {
    for database in databases().await {
        let office = Office::open_on(&database).await;
        let deputy = office.binds(DEPUTY, "CS-001").await;
        let other = office.deputy("CS-002").await;
        replied(&office, deputy, 12, "2026-02-27", "").await;
        replied(&office, other, 13, "2026-02-27", "").await;
        office.taps(DEPUTY, &Act::CalendarLink(LinkTap::Show)).await;
        let none = office.ear.heard_by(DEPUTY).pop().unwrap().rendered;
        assert!(none.text.contains("随时可以停用"), "{}", none.text);
        office.taps(DEPUTY, &Act::CalendarLink(LinkTap::Make)).await;
        let first = address(&office, DEPUTY);
        let site = Site::with(office, Wish::default()).await;
        let mut program = site.person();
        let feed = program.get(&first).await;
        assert_eq!(feed.status, 200);
        assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8");
        let text = feed.text().replace("\r\n ", "");
        assert!(
            text.contains("关于第12件事的建议（样例）") && text.contains("DTSTART;VALUE=DATE:20260327"),
            "{text}"
        );
        // Nobody is named, and nobody else's days are in it.
        for word in ["陈示一二", "CS-001", "第13件事", "@telegram"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
        // The secret itself is in no row.
        let secret = first
            .trim_start_matches("/calendar/")
            .trim_end_matches(".ics")
            .to_owned();
        let account = AccountId(site.office.count("SELECT account_id FROM calendar_links").await);
        let kept = row(&site.office, Key::CalendarLink(account), |world| {
            world.calendar_link(&account).unwrap().token_hash.clone()
        })
        .await;
        assert_ne!(kept, secret);
        // Anew: the old one is worth nothing. Revoked: neither.
        site.office.taps(DEPUTY, &Act::CalendarLink(LinkTap::Make)).await;
        let second = address(&site.office, DEPUTY);
        assert_ne!(first, second);
        assert_eq!(status(&mut program, &first).await, 404);
        assert_eq!(status(&mut program, &second).await, 200);
        site.office
            .taps(DEPUTY, &Act::CalendarLink(LinkTap::Revoke))
            .await;
        assert_eq!(status(&mut program, &second).await, 404);
        let said = site.office.ear.heard_by(DEPUTY).pop().unwrap().rendered.text;
        assert!(said.contains("已停用"), "{said}");
    }
}

#[tokio::test]
async fn a_feed_ends_with_the_office_and_strangers_have_none() {
    let office = Office::open().await;
    let deputy = office.binds(DEPUTY, "CS-001").await;
    office.taps(DEPUTY, &Act::CalendarLink(LinkTap::Make)).await;
    let path = address(&office, DEPUTY);
    office.starts("7:9001", "d_CS-001").await;
    office.taps("7:9001", &Act::CalendarLink(LinkTap::Make)).await;
    assert_eq!(office.count("SELECT count(*) FROM calendar_links").await, 1);
    let site = Site::with(office, Wish::default()).await;
    let mut program = site.person();
    assert_eq!(status(&mut program, &path).await, 200);
    site.office
        .give(Command::Rebind {
            deputy,
            code: "another".into(),
        })
        .await;
    assert_eq!(
        status(&mut program, &path).await,
        404,
        "the account is no deputy's any more"
    );
}

#[tokio::test]
async fn guessing_and_hammering_are_slowed_down() {
    let office = Office::open().await;
    office.binds(DEPUTY, "CS-001").await;
    office.taps(DEPUTY, &Act::CalendarLink(LinkTap::Make)).await;
    let path = address(&office, DEPUTY);
    let site = Site::with(office, Wish::default()).await;
    let mut program = site.person();
    for _ in 0..30 {
        assert_eq!(status(&mut program, &path).await, 200);
    }
    let page = program.get(&path).await;
    assert_eq!((page.status, page.header("retry-after").as_str()), (429, "600"));
    for wrong in ["x", "../../etc/passwd", "%00.ics", "a.ics"] {
        assert_eq!(
            status(&mut program, &format!("/calendar/{wrong}")).await,
            404,
            "{wrong}"
        );
    }
    let mut last = 0;
    for place in 0..40 {
        last = status(&mut program, &format!("/calendar/{place:040x}.ics")).await;
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn an_officer_makes_an_address_by_command_and_sees_what_the_unit_owes() {
    let office = Office::open().await;
    let deputy = office.deputy("CS-001").await;
    replied(&office, deputy, 12, "2026-02-27", "").await;
    let unit = row(&office, Key::OfficeCode("CS".into()), |world| {
        world.office_coded(&"CS".to_owned()).unwrap().unwrap()
    })
    .await;
    office
        .give(Command::InviteOfficer {
            office: unit,
            name: "示".into(),
            tail: "0001".into(),
            code: "officer".into(),
        })
        .await;
    office
        .does(
            "7:3001",
            Deed::Command(Box::new(Command::Redeem {
                code: "officer".into(),
                tail: "0001".into(),
            })),
        )
        .await;
    let account = AccountId(
        office
            .count("SELECT account_id FROM accounts WHERE officer_id IS NOT NULL")
            .await,
    );
    let input = Input {
        key: "test:link".into(),
        from: From::Account(account),
        deed: Deed::Command(Box::new(Command::MakeCalendarLink)),
        said_at: None,
        raw: String::new(),
    };
    office.engine.intake.submit(input).await.unwrap();
    office.taps("7:3001", &Act::CalendarLink(LinkTap::Show)).await;
    let path = address(&office, "7:3001");
    let site = Site::with(office, Wish::default()).await;
    let text = site.person().get(&path).await.text();
    assert!(text.replace("\r\n ", "").contains("关于第12件事的建议"), "{text}");
}
