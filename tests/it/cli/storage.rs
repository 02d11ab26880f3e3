//! `backup` and `migrate`.

use lianluo::domain::Locale;
use lianluo::store::{Sealer, Store};
use lianluo::text::words;

use super::Desk;
use crate::support::office::{Office, postgres};

#[tokio::test]
async fn a_backup_is_a_database_of_its_own_and_overwrites_nothing() {
    let desk = Desk::open().await;
    let path = desk.path("copy.db");
    let said = desk.does(&format!("backup {path}")).await;
    assert!(said.contains("KEY_FILE"), "{said}");
    let copy = Store::open(&format!("sqlite://{path}"), Sealer::new([7; 32]))
        .await
        .unwrap();
    let units = copy.read().await.unwrap().unit_counts().await.unwrap();
    assert_eq!(units.iter().map(|unit| unit.deputies).sum::<i64>(), 80);
    copy.close().await;
    let before = std::fs::read(&path).unwrap();
    let (exit, said) = desk.fails(&format!("backup {path}")).await;
    assert_eq!(exit, 1);
    assert!(said.contains("已经存在"), "{said}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0);
    desk.stop().await;
}

#[tokio::test]
async fn postgres_is_left_to_its_own_tools() {
    let desk = Desk::of(Office::open_on(&postgres().await).await);
    let path = desk.path("copy.db");
    let (exit, said) = desk.fails(&format!("backup {path}")).await;
    assert_eq!(exit, 1);
    assert!(said.contains("pg_dump"), "{said}");
    assert!(!std::path::Path::new(&path).exists());
    desk.stop().await;
}

#[tokio::test]
async fn migrating_twice_is_migrating_once() {
    let desk = Desk::open().await;
    let offices = desk.office.count("SELECT count(*) FROM offices").await;
    let mut out = Vec::new();
    lianluo::cli::migrate(&desk, words(Locale::ZhCn), &mut out)
        .await
        .unwrap();
    assert_eq!(desk.office.count("SELECT count(*) FROM offices").await, offices);
    desk.stop().await;
}
