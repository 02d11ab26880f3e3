//! The real program is killed while letters flow, by polling and by webhook: whatever was taken stands in exactly one
//! letter, and hardly anything is said twice.

use crate::browser_constituent::last_four;
use crate::support::program::Installation;
use crate::support::telegram::{FakeTelegram, Person, State};

const KILLS: usize = 8;
/// Writers between two kills; each opens a deputy and says two things.
const WRITERS: usize = 10;
const RECEIPT: &str = "您的来信收到了";

/// Numbers that look drawn by lot and are the same in every run.
struct Lot(u64);

impl Lot {
    fn below(&mut self, most: u64) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most).unwrap()
    }
}

pub fn receipts(state: &State, person: &Person) -> usize {
    let messages = state.chats[&person.chat_id()].messages.values();
    messages
        .filter(|message| message.content.text.contains(RECEIPT))
        .count()
}

pub async fn is_bound(tg: &FakeTelegram, site: &Installation) -> Person {
    let deputy = tg.person("陈示一二（示）");
    let invitation = site.invites(&["deputy", "CS-001"]).await;
    deputy.starts(&format!("i_{invitation}"));
    let asked = deputy.hears().await;
    assert!(asked.text.contains("开通"), "{}", asked.text);
    deputy.taps("开通");
    deputy.hears().await;
    deputy.says(&last_four("CS-001"));
    let done = deputy.hears().await;
    assert!(done.text.contains("开通好了"), "{}", done.text);
    deputy
}

async fn survives_kills(site: Installation, tg: &FakeTelegram, seed: u64) {
    let site = site
        .set("TELOXIDE_TOKEN", tg.token())
        .set("TELOXIDE_API_URL", tg.api_url())
        .set("SEND_PER_SECOND", "1000")
        .set("SEND_PER_CHAT_PER_SECOND", "0")
        .set("SEND_IN_FLIGHT", "1")
        .set("RECEIPT_WINDOW_SECONDS", "0");
    site.takes_the_roster().await;
    let mut program = site.serves().await;
    is_bound(tg, &site).await;
    let mut lot = Lot(seed);
    let mut writers = Vec::new();
    for kill in 0..KILLS {
        for place in 0..WRITERS {
            let writer = tg.person(&format!("群众{kill}-{place}（示）"));
            writer.starts("d_CS-001");
            writer.says(&format!("第{kill}-{place}件事（示）"));
            writer.says(&format!("再说第{kill}-{place}件事（示）"));
            writers.push(writer);
        }
        // Each writer is answered three times, so that so many calls come in any case.
        let calls = tg.state(|state| state.calls.len()) + lot.below(3 * WRITERS as u64);
        tg.wait_until(|state| state.calls.len() >= calls).await;
        program.dies();
        program = site.serves().await;
    }
    tg.wait_until(|state| {
        state.updates.is_empty() && writers.iter().all(|writer| receipts(state, writer) > 0)
    })
    .await;
    let ended = program.stops().await;
    assert_eq!(ended.code, Some(0), "{}", ended.printed);

    let said = i64::try_from(2 * KILLS * WRITERS).unwrap();
    assert_eq!(
        site.count("SELECT count(DISTINCT text) FROM messages").await,
        said
    );
    assert_eq!(site.count("SELECT count(*) FROM messages").await, said);
    let cases = i64::try_from(KILLS * WRITERS).unwrap();
    assert_eq!(site.count("SELECT count(*) FROM cases").await, cases);
    assert_eq!(site.count("SELECT count(*) FROM dead_letters").await, 0);
    let twice: usize = tg.state(|state| writers.iter().map(|writer| receipts(state, writer) - 1).sum());
    assert!(
        twice <= KILLS,
        "{twice} receipts were sent twice in {KILLS} kills"
    );
}

#[tokio::test]
async fn killed_at_any_moment_by_polling_nothing_is_lost_and_nothing_is_two_letters() {
    let tg = FakeTelegram::start().await;
    survives_kills(Installation::new(), &tg, 0x5eed_0001).await;
}

#[tokio::test]
async fn killed_at_any_moment_on_postgres_nothing_is_lost_and_nothing_is_two_letters() {
    let tg = FakeTelegram::start().await;
    survives_kills(Installation::new().on_postgres().await, &tg, 0x5eed_0003).await;
}

#[tokio::test]
async fn killed_at_any_moment_by_webhook_nothing_is_lost_and_nothing_is_two_letters() {
    let tg = FakeTelegram::start().await;
    let site = Installation::new()
        .set("TELEGRAM_MODE", "webhook")
        .set("TELEGRAM_WEBHOOK_SECRET", "a-secret_of_the_tests")
        .set("PUBLIC_URL", "https://lianluo.example.org");
    tg.resolves("lianluo.example.org", site.address());
    survives_kills(site, &tg, 0x5eed_0002).await;
}
