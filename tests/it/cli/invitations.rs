//! `invite`: codes that work once, slips, and who is passed over.

use lianluo::domain::button::Act;
use lianluo::domain::lookup::secret_hash;

use super::Desk;
use crate::support::office::sample_roster;

const DEPUTY: &str = "7:2001";

/// Redeems an invitation as its deputy would on Telegram.
async fn redeems(desk: &Desk, address: &str, deputy: &str, code: &str) {
    desk.office.starts(address, &format!("i_{code}")).await;
    let hash = secret_hash(code);
    let id = desk
        .office
        .store
        .read()
        .await
        .unwrap()
        .look(|world| world.invitation_coded(&hash))
        .await
        .unwrap()
        .unwrap()
        .expect("the invitation is known");
    desk.office.taps(address, &Act::Redeem(id)).await;
    let entry = sample_roster()
        .into_iter()
        .find(|entry| entry.code.as_str() == deputy)
        .unwrap();
    desk.office
        .says(address, entry.card_number.unwrap().last_four())
        .await;
}

async fn bound(desk: &Desk, code: &str) -> bool {
    let list = desk.values("deputy list --json").await;
    list.iter()
        .any(|line| line["code"] == code && line["binding"] == "bound")
}

#[tokio::test]
async fn an_invited_deputy_redeems_the_code_that_was_printed() {
    let desk = Desk::open().await;
    let value = desk.values("invite deputy cs-001 --json").await.remove(0);
    let code = value["code"].as_str().unwrap();
    assert_eq!(code.len(), 12);
    assert_eq!(value["link"], format!("https://lianluo.example.org/i/{code}"));
    assert_eq!(value["for"], "CS-001");
    // 30 days after 2 March, 10:00 in Shanghai.
    assert_eq!(value["expires_at"], "2026-04-01T10:00:00+08:00");
    redeems(&desk, DEPUTY, "CS-001", code).await;
    assert!(bound(&desk, "CS-001").await);
    let (exit, said) = desk.fails("invite deputy CS-001").await;
    assert_eq!(exit, 1);
    assert!(said.contains("deputy rebind"), "{said}");
    desk.stop().await;
}

#[tokio::test]
async fn with_a_bot_the_line_has_its_link_too() {
    let mut desk = Desk::open().await;
    desk.rules.bot_name = "lianluo_sample_bot".into();
    let said = desk.does("invite deputy CS-001 CS-002 CS-001").await;
    assert_eq!(
        said.matches("https://t.me/lianluo_sample_bot?start=i_").count(),
        2,
        "{said}"
    );
    assert!(
        said.contains("\n  邀请码 ") && said.contains("2026-04-01 10:00 前有效\n  https://"),
        "{said}"
    );
    desk.stop().await;
}

#[tokio::test]
async fn all_codes_that_nobody_bears_are_told_and_nobody_is_invited() {
    let desk = Desk::open().await;
    let (exit, said) = desk.fails("invite deputy CS-001 CS-998 nonsense!").await;
    assert_eq!(exit, 1);
    assert!(said.contains("CS-998、nonsense!"), "{said}");
    assert_eq!(desk.office.count("SELECT count(*) FROM invitations").await, 0);
    desk.stop().await;
}

#[tokio::test]
async fn a_unit_is_invited_on_a_sheet_and_a_slip_that_is_still_good_stays_good() {
    let desk = Desk::open().await;
    let first = desk.values("invite deputy CS-001 --json").await.remove(0);
    redeems(&desk, DEPUTY, "CS-001", first["code"].as_str().unwrap()).await;
    let kept = desk.values("invite deputy CS-002 --json").await.remove(0);
    let path = desk.path("slips.html");
    let said = desk
        .does(&format!("invite deputy --all --unit CS --out {path}"))
        .await;
    assert!(said.contains("CS-001") && said.contains("已经开通"), "{said}");
    assert!(said.contains("CS-002") && said.contains("--again"), "{said}");
    let sheet = std::fs::read_to_string(&path).unwrap();
    let slips = sheet.matches("<article").count();
    let in_unit = desk.values("deputy list --unit CS --json").await.len();
    assert_eq!(slips, in_unit - 2);
    assert!(sheet.contains("https://lianluo.example.org/i/") && sheet.contains("<svg"));
    redeems(&desk, "7:2002", "CS-002", kept["code"].as_str().unwrap()).await;
    assert!(
        bound(&desk, "CS-002").await,
        "the slip of the second deputy still works"
    );

    let said = desk.does("invite deputy --all --unit CS").await;
    assert!(said.contains("没有需要邀请的代表"), "{said}");
    let again = desk.values("invite deputy --all --unit CS --again --json").await;
    assert_eq!(again.len(), in_unit - 2);
    desk.stop().await;
}

#[tokio::test]
async fn an_existing_file_is_never_overwritten_by_slips_and_no_code_is_made() {
    let desk = Desk::open().await;
    let path = desk.path("slips.html");
    std::fs::write(&path, "mine").unwrap();
    let (exit, said) = desk.fails(&format!("invite deputy CS-001 --out {path}")).await;
    assert_eq!(exit, 1);
    assert!(said.contains("已经存在"), "{said}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(desk.office.count("SELECT count(*) FROM invitations").await, 0);
    desk.stop().await;
}

#[tokio::test]
async fn an_officer_is_invited_by_unit_name_and_the_last_digits_of_the_telephone() {
    let desk = Desk::open().await;
    let line = "invite officer hn --name 李示 --phone-last4 0001 --json";
    let value = desk.values(line).await.remove(0);
    assert_eq!(value["for"], "HN");
    assert!(value["code"].is_string() && value["link"].is_string() && value["expires_at"].is_string());
    let (exit, said) = desk.fails("invite officer HN --name 李示 --phone-last4 13").await;
    assert_eq!(exit, 2);
    assert!(said.contains("后四位"), "{said}");
    let (exit, said) = desk
        .fails("invite officer XYZ --name 李示 --phone-last4 0001")
        .await;
    assert_eq!(exit, 1);
    assert!(said.contains("CS") && said.contains("HN"), "{said}");
    desk.stop().await;
}

#[tokio::test]
async fn after_a_rebind_the_new_code_works_and_the_old_account_is_out() {
    let desk = Desk::open().await;
    let first = desk.values("invite deputy CS-001 --json").await.remove(0);
    redeems(&desk, DEPUTY, "CS-001", first["code"].as_str().unwrap()).await;
    let second = desk.values("deputy rebind CS-001 --json").await.remove(0);
    assert_ne!(first["code"], second["code"]);
    assert!(!bound(&desk, "CS-001").await);
    redeems(&desk, "7:2009", "CS-001", second["code"].as_str().unwrap()).await;
    assert!(bound(&desk, "CS-001").await);
    desk.stop().await;
}
