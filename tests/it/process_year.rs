//! A year of 1,434 suggestions that were handed out on one day: their replies, what deputies say to them, what they are reminded
//! of, played with the real program on a set clock, which is killed in every sweep. Nothing is lost, and nobody is reminded
//! twice.

use std::collections::{BTreeMap, BTreeSet};

use lianluo::domain::button::{Act, FeedbackTap};
use lianluo::domain::ids::ReplyId;
use lianluo::domain::time::instant_of;
use sqlx::Row;

use crate::support::office::sample_roster;
use crate::support::program::Installation;
use crate::support::suggestions::{SAMPLE_SUGGESTIONS, sample_replies, sample_suggestions};
use crate::support::telegram::{FakeTelegram, Person};

/// Replies of one batch: a third of all.
const BATCH: usize = SAMPLE_SUGGESTIONS / 3;
/// The days on which a batch is received.
const RECEIVED: [&str; 3] = ["2026-04-07", "2026-04-20", "2026-05-08"];
/// The days that are played besides: a last day, a week before the end, the days after the end, a year later.
const PLAYED: [&str; 5] = [
    "2026-05-07", "2026-05-13", "2026-05-21", "2026-06-09", "2027-02-22",
];
/// What is said of a matter on its last day, which comes alone.
const ALONE: &str = "是反馈意见的最后一天";
/// Sends under way at once: so many may come again after a kill.
const IN_FLIGHT: usize = 4;
/// The last day of the first batch, on which deputies have told of nothing yet.
const LAST_DAY: &str = "2026-05-07";

struct Year {
    tg: FakeTelegram,
    site: Installation,
    deputies: Vec<Person>,
    kills: usize,
    /// Messages that a person got twice on a day.
    twice: usize,
}

impl Year {
    /// A province with bound deputies, in which all was handed out on one day.
    async fn begins() -> Self {
        let tg = FakeTelegram::start().await;
        let site = Installation::new()
            .set("TELOXIDE_TOKEN", tg.token())
            .set("TELOXIDE_API_URL", tg.api_url())
            .set("SEND_PER_SECOND", "1000")
            .set("SEND_PER_CHAT_PER_SECOND", "0")
            .set("SEND_IN_FLIGHT", IN_FLIGHT.to_string())
            .set("LIANLUO_CLOCK_SPEED", "60");
        let mut year = Self {
            tg,
            site,
            deputies: Vec::new(),
            kills: 0,
            twice: 0,
        };
        year.goes_to("2026-02-20");
        year.site.takes_the_roster().await;
        year.binds_all().await;
        let sheet = year.site.path("handed-out.csv");
        std::fs::write(&sheet, sample_suggestions()).unwrap();
        year.site
            .does(&["suggestion", "import", sheet.to_str().unwrap(), "--add-units"])
            .await;
        let said = year.passes("2026-02-20").await;
        // Each deputy hears of all that was handed out in one message.
        assert!(
            said.iter()
                .all(|texts| texts.iter().any(|text| text.contains("已经交办")))
        );
        year
    }

    fn goes_to(&mut self, on: &str) {
        let site = std::mem::replace(&mut self.site, Installation::new());
        self.site = site.set("LIANLUO_CLOCK", format!("{on}T09:00:00+08:00"));
    }

    /// Every deputy has opened the bot; the rows say whose account it is, as redeeming would.
    async fn binds_all(&mut self) {
        let program = self.site.serves().await;
        let codes: Vec<String> = sample_roster()
            .iter()
            .map(|entry| entry.code.as_str().to_owned())
            .collect();
        for code in &codes {
            let person = self.tg.person(&format!("{code}（示）"));
            person.starts("");
            self.deputies.push(person);
        }
        self.tg.idle().await;
        self.quiet("2026-02-20").await;
        program.dies();
        let mut rows = self.site.sqlite().await;
        for (person, code) in self.deputies.iter().zip(&codes) {
            let at = format!("%:{}", person.chat_id());
            for sql in [
                "UPDATE deputies SET account_id = (SELECT account_id FROM accounts WHERE address LIKE $1) WHERE code = $2",
                "UPDATE accounts SET deputy_id = (SELECT deputy_id FROM deputies WHERE code = $2) WHERE address LIKE $1",
            ] {
                let done = sqlx::query(sql)
                    .bind(&at)
                    .bind(code)
                    .execute(&mut rows)
                    .await
                    .unwrap();
                assert_eq!(done.rows_affected(), 1);
            }
        }
    }

    async fn number(&self, sql: String) -> i64 {
        self.site.count(sql.leak()).await
    }

    /// Waits until nothing is due any more on a day, and everything that was owed is sent.
    async fn quiet(&self, on: &str) {
        // An hour later: whatever a command that took a while owed is due by then.
        let now = instant_of(on.parse().unwrap(), 600);
        let left = format!(
            "SELECT (SELECT count(*) FROM replies WHERE next_step_at <= {now}) \
             + (SELECT count(*) FROM assignments WHERE next_step_at <= {now}) \
             + (SELECT count(*) FROM outbox WHERE state <> 'sent' AND due_at <= {now})"
        );
        self.site.until(left.leak(), 0).await;
    }

    /// The texts that each person has got so far.
    fn heard(&self) -> Vec<Vec<String>> {
        self.tg.state(|state| {
            let texts = |person: &Person| {
                let messages = state.chats[&person.chat_id()].messages.values();
                messages.map(|message| message.content.text.clone()).collect()
            };
            self.deputies.iter().map(texts).collect()
        })
    }

    /// A day: the program sweeps, is killed in the midst of it, and goes on. Gives what each person got.
    async fn passes(&mut self, on: &str) -> Vec<Vec<String>> {
        self.goes_to(on);
        let before = self.heard();
        let calls = self.tg.state(|state| state.calls.len()) + 7 + self.kills * 5;
        let program = self.site.serves().await;
        // A day on which nobody is told anything is killed when it is quiet.
        tokio::select! {
            () = self.tg.wait_until(|state| state.calls.len() >= calls) => {}
            () = self.quiet(on) => {}
        }
        program.dies();
        self.kills += 1;
        let program = self.site.serves().await;
        self.quiet(on).await;
        program.dies();
        self.kills += 1;
        let today: Vec<Vec<String>> = self
            .heard()
            .into_iter()
            .zip(&before)
            .map(|(texts, before)| texts[before.len()..].to_vec())
            .collect();
        for texts in &today {
            let once: BTreeSet<&String> = texts.iter().collect();
            self.twice += texts.len() - once.len();
            // One message lists everything; last days come alone.
            let news = [ALONE, "已经交办", "登记了承办单位的答复"];
            let is_news = |text: &str| news.iter().any(|news| text.contains(news));
            let lists = once.iter().filter(|text| !is_news(text)).count();
            assert!(lists <= 1, "{on}: {texts:#?}");
        }
        today
    }

    /// A batch of replies is recorded from a sheet.
    async fn receives(&mut self, batch: usize) {
        let on = RECEIVED[batch];
        self.goes_to(on);
        let sheet = self.site.path("replies.csv");
        std::fs::write(&sheet, sample_replies(batch * BATCH..(batch + 1) * BATCH, on)).unwrap();
        self.site
            .does(&["suggestion", "replies", sheet.to_str().unwrap()])
            .await;
        self.passes(on).await;
    }

    /// Deputies tap: of six replies of a batch one gets a verdict, three were given on the platform, two nothing.
    async fn feedback(&mut self, batch: usize, on: &str) {
        self.goes_to(on);
        let program = self.site.serves().await;
        let mut rows = self.site.sqlite().await;
        let found = sqlx::query(
            "SELECT r.reply_id, a.address FROM replies r JOIN deputies d ON d.deputy_id = r.deputy_id \
             JOIN accounts a ON a.account_id = d.account_id WHERE r.received_on = $1 ORDER BY r.reply_id",
        )
        .bind(RECEIVED[batch])
        .fetch_all(&mut rows)
        .await
        .unwrap();
        assert_eq!(found.len(), BATCH);
        let people: BTreeMap<i64, &Person> = self.deputies.iter().map(|it| (it.chat_id(), it)).collect();
        for (place, row) in found.iter().enumerate() {
            let reply = ReplyId(row.get(0));
            let address: String = row.get(1);
            let person = people[&address.rsplit(':').next().unwrap().parse().unwrap()];
            let taps: &[FeedbackTap] = match place % 6 {
                0 => &[
                    FeedbackTap::HandlingSatisfied,
                    FeedbackTap::ReplyMostly,
                    FeedbackTap::Give,
                ],
                1..=3 => &[FeedbackTap::PlatformToday],
                _ => &[],
            };
            for tap in taps {
                person.taps_data(&Act::Feedback(*tap, reply).encode());
            }
        }
        self.tg.idle().await;
        self.quiet(on).await;
        program.dies();
        self.kills += 1;
    }
}

/// How many of a batch fall to these places of six.
fn of_six(places: std::ops::Range<usize>) -> i64 {
    let count = (0..BATCH).filter(|place| places.contains(&(place % 6))).count();
    i64::try_from(count).unwrap()
}

#[tokio::test]
async fn a_year_of_1434_suggestions_is_played_under_kills_and_nothing_is_lost_or_said_twice() {
    let mut year = Year::begins().await;
    let all = i64::try_from(SAMPLE_SUGGESTIONS).unwrap();
    assert_eq!(year.number("SELECT count(*) FROM suggestions".into()).await, all);
    year.receives(0).await;
    year.receives(1).await;
    let mut days = PLAYED.into_iter();
    let last_day = days.next().unwrap();
    // On the last day each matter of the first batch comes alone, once.
    let said = year.passes(last_day).await;
    let alone = said.iter().flatten().collect::<BTreeSet<_>>();
    let alone = alone.iter().filter(|text| text.contains(ALONE)).count();
    assert_eq!((last_day, alone), (LAST_DAY, BATCH));
    year.feedback(0, last_day).await;
    year.receives(2).await;
    for on in days {
        year.passes(on).await;
        match on {
            "2026-05-13" => year.feedback(1, on).await,
            "2026-05-21" => year.feedback(2, on).await,
            "2027-02-22" => {
                assert_eq!(
                    year.number("SELECT count(*) FROM replies WHERE next_step_at IS NOT NULL".into())
                        .await,
                    0
                );
            }
            _ => {}
        }
    }
    let count = async |sql: &str| year.number(sql.to_owned()).await;
    let (verdicts, told, silent) = (3 * of_six(0..1), 3 * of_six(1..4), 3 * of_six(4..6));
    assert_eq!(count("SELECT count(*) FROM replies").await, all);
    assert_eq!(
        count("SELECT count(*) FROM feedbacks WHERE handling = 'satisfied' AND way = 'here'").await,
        verdicts
    );
    assert_eq!(
        count("SELECT count(*) FROM feedbacks WHERE way = 'platform'").await,
        told
    );
    assert_eq!(
        count("SELECT count(*) FROM feedbacks WHERE timeliness = 'late'").await,
        0
    );
    assert_eq!(
        count("SELECT count(*) FROM replies WHERE state = 'given'").await,
        told
    );
    // Silence is no feedback; whoever owes it still was told once that it is over, and so was the provincial office.
    assert_eq!(
        count("SELECT count(*) FROM replies WHERE state = 'awaiting'").await,
        verdicts + silent
    );
    for audience in ["deputy", "provincial_office"] {
        let steps =
            format!("SELECT count(*) FROM reminder_steps WHERE step_key LIKE 'feedback:%:due+1:{audience}'");
        assert_eq!(year.number(steps).await, verdicts + silent, "{audience}");
    }
    assert_eq!(count("SELECT count(*) FROM dead_letters").await, 0);
    // What was in flight at a kill may come again, and nothing else.
    assert!(
        year.twice <= IN_FLIGHT * year.kills,
        "{} twice in {} kills",
        year.twice,
        year.kills
    );
}
