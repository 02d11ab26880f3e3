//! `migrate`.

use lianluo::domain::Locale;
use lianluo::text::words;

use super::Desk;

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
