//! Updates on their way in, by polling and by webhook, with the real engine behind: confirmed when committed, never before,
//! and whatever happens on the way is got over.

use std::sync::Arc;

use lianluo::domain::command::Command;
use lianluo::domain::context::Rules;
use lianluo::domain::input::{Deed, From, Input};
use lianluo::domain::lookup::LookupKey;
use lianluo::engine::{Clock, Engine, Lease, Pace, Parts};
use lianluo::store::{Sealer, Store};
use lianluo::telegram::{
    PollState, PollStatus, TelegramOutlet, Webhook, WebhookAnswer, connect, poll, set_webhook,
};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::support::office::{change, count, database};
use crate::support::telegram::{BOT_ID, Call, FakeTelegram, Fault, Held, On, Outcome, Person};

const SECRET: &str = "a-secret_of_the_tests";

/// An engine that sends through Telegram.
struct Running {
    engine: Engine,
    outlet: TelegramOutlet,
    address: String,
    _folder: tempfile::TempDir,
}

impl Running {
    async fn start(tg: &FakeTelegram) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = database(folder.path()).await;
        let outlet = TelegramOutlet::new(connect(tg.token(), Some(&tg.api_url()), None).unwrap());
        let engine = Engine::start(Parts {
            store: Store::open(&address, Sealer::new([7; 32])).await.unwrap(),
            clock: Clock::system(),
            rules: Rules::default(),
            lookup: LookupKey::new([9; 32]),
            process: 1,
            outlet: Some(Arc::new(outlet.clone())),
            pace: Pace {
                per_second: 0.0,
                per_chat_per_second: 0.0,
                in_flight: 16,
            },
            files: folder.path().join("files"),
        });
        let found = Input {
            key: "cli:offices".to_owned(),
            from: From::Administrator,
            deed: Deed::Command(Box::new(Command::FoundOffices)),
            said_at: None,
            raw: String::new(),
        };
        engine.intake.submit(found).await.unwrap();
        Self {
            engine,
            outlet,
            address,
            _folder: folder,
        }
    }

    fn polls(&self) -> Polling {
        let (stop, stopping) = watch::channel(false);
        let status = Arc::new(PollStatus::default());
        let intake = self.engine.intake.clone();
        let task = tokio::spawn(poll(
            self.outlet.clone(),
            intake,
            stopping,
            Arc::clone(&status),
            Lease::always(),
        ));
        Polling { stop, status, task }
    }

    fn webhook(&self) -> Webhook {
        Webhook::new(SECRET.to_owned(), self.outlet.clone(), self.engine.intake.clone())
    }

    async fn sql(&self, sql: &'static str) {
        change(&self.address, sql).await;
    }

    async fn count(&self, sql: &'static str) -> i64 {
        count(&self.address, sql).await
    }

    async fn inputs(&self) -> i64 {
        self.count("SELECT count(*) FROM input_keys WHERE input_key LIKE 'tg:%'")
            .await
    }

    async fn dead_letters(&self) -> i64 {
        self.count("SELECT count(*) FROM dead_letters").await
    }
}

struct Polling {
    stop: watch::Sender<bool>,
    status: Arc<PollStatus>,
    task: JoinHandle<()>,
}

impl Polling {
    async fn stops(self) {
        self.stop.send(true).unwrap();
        self.task.await.unwrap();
        assert_eq!(self.status.state(), PollState::Stopped);
    }
}

/// Waits until the bot has confirmed everything and waits for more.
async fn waiting(tg: &FakeTelegram) {
    tg.wait_until(|state| {
        let waits = |call: &Call| {
            call.method == "getUpdates" && call.params["timeout"] == 50 && call.outcome == Outcome::InFlight
        };
        state.calls.iter().any(waits) && state.updates.is_empty() && state.in_flight() == 0
    })
    .await;
}

fn start(person: &Person, update_id: i64) -> String {
    let id = person.user_id();
    format!(
        r#"{{"update_id":{update_id},"message":{{"message_id":1,"date":1,"text":"/start","from":{{"id":{id},"is_bot":false,"first_name":"a"}},"chat":{{"id":{id},"type":"private"}}}}}}"#
    )
}

#[tokio::test]
async fn what_people_said_while_the_bot_was_away_is_taken_in_order_and_confirmed() {
    let tg = FakeTelegram::start().await;
    let people: Vec<Person> = (1..=115)
        .map(|n| tg.person(&format!("群众{n}（示例）")))
        .collect();
    for person in &people {
        person.starts("");
    }
    for person in &people {
        person.says("路灯坏了");
    }
    let running = Running::start(&tg).await;
    let polling = running.polls();
    waiting(&tg).await;
    assert_eq!((running.inputs().await, running.dead_letters().await), (230, 0));
    assert_eq!(
        (polling.status.state(), polling.status.taken()),
        (PollState::Listening, 230)
    );
    assert!(tg.state(|state| {
        let allowed = state.allowed_updates.clone().unwrap();
        allowed == ["message", "edited_message", "callback_query", "my_chat_member"]
    }));
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn who_writes_before_anything_else_is_heard_too() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    for number in 1..=45 {
        chen.says(&format!("第 {number} 句"));
    }
    let running = Running::start(&tg).await;
    let polling = running.polls();
    waiting(&tg).await;
    assert_eq!((running.inputs().await, running.dead_letters().await), (45, 0));
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn nothing_is_confirmed_before_it_is_committed() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    let running = Running::start(&tg).await;
    running.sql("ALTER TABLE input_keys RENAME TO hidden").await;
    chen.says("路灯坏了");
    let polling = running.polls();
    polling.status.reaches(PollState::NotTaken).await;
    assert_eq!(tg.pending_updates(), 1, "it stays at Telegram");
    running.sql("ALTER TABLE hidden RENAME TO input_keys").await;
    waiting(&tg).await;
    assert_eq!(running.inputs().await, 1);
    assert_eq!(polling.status.state(), PollState::Listening);
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn an_update_that_can_t_be_read_is_kept_and_holds_up_nobody() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    chen.starts("");
    let next = tg.state(|state| state.next_update_id);
    tg.push_raw(&format!(
        r#"{{"update_id":{next},"message":{{"chat":{{"id":{}}}, "text": oops"#,
        chen.user_id()
    ));
    tg.push_raw(r#"{"message":"of no shape"}"#);
    chen.says("后一句");
    let running = Running::start(&tg).await;
    let polling = running.polls();
    waiting(&tg).await;
    assert_eq!(running.inputs().await, 4);
    assert_eq!(running.dead_letters().await, 2, "both are kept");
    let whole = "SELECT count(*) FROM dead_letters WHERE raw LIKE '{\"update_id\":%oops'";
    assert_eq!(running.count(whole).await, 1, "as it came");
    assert_eq!(polling.status.unreadable(), 1);
    chen.says("还在吗");
    waiting(&tg).await;
    assert_eq!(running.inputs().await, 5);
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn what_can_t_be_named_is_not_skipped() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    chen.says("前一句");
    tg.push_raw("no JSON at all");
    let running = Running::start(&tg).await;
    let polling = running.polls();
    polling.status.reaches(PollState::Unreadable).await;
    assert_eq!((tg.pending_updates(), running.inputs().await), (1, 1));
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn every_trouble_on_the_way_is_got_over() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    let running = Running::start(&tg).await;
    let polling = running.polls();
    waiting(&tg).await;
    let faults = [
        Fault::Conflict,
        Fault::ServerError(500),
        Fault::ServerError(502),
        Fault::CutBefore,
        Fault::CutAfter,
        Fault::NotJson,
        Fault::TooManyRequests { retry_after: 0 },
        Fault::Refused {
            code: 401,
            description: "Unauthorized",
        },
    ];
    let mut said = 0;
    for fault in faults {
        // The poll that waits now hands out the first; the next one meets the fault.
        tg.fault("getUpdates", fault.clone());
        for _ in 0..2 {
            chen.starts("");
            said += 1;
        }
        waiting(&tg).await;
        assert_eq!(running.inputs().await, said, "{fault:?}");
        assert_eq!(polling.status.state(), PollState::Listening, "{fault:?}");
    }
    chen.inbox();
    tg.assert_clean();
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn trouble_is_told_by_its_name() {
    for (code, description, state) in [
        (
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            PollState::Conflict,
        ),
        (401, "Unauthorized", PollState::WrongToken),
        (404, "Not Found", PollState::WrongToken),
        (500, "Internal Server Error", PollState::OutOfOrder),
    ] {
        let tg = FakeTelegram::start().await;
        let running = Running::start(&tg).await;
        tg.fault(
            On::method("getUpdates").times(1_000),
            Fault::Refused { code, description },
        );
        let polling = running.polls();
        polling.status.reaches(state).await;
        polling.stops().await;
    }
}

#[tokio::test]
async fn a_webhook_from_before_is_taken_away_and_nothing_is_dropped() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    let running = Running::start(&tg).await;
    let bot = connect(tg.token(), Some(&tg.api_url()), None).unwrap();
    let nobody = "http://127.0.0.1:9/telegram/webhook";
    tg.fault("setWebhook", Fault::ServerError(502));
    set_webhook(&bot, nobody, SECRET).await.unwrap();
    let refused = set_webhook(&bot, nobody, "no secret!").await.unwrap_err();
    assert!(refused.contains("secret token"), "{refused}");
    assert!(tg.state(|state| {
        let webhook = state.webhook.as_ref().unwrap();
        webhook.secret_token.as_deref() == Some(SECRET) && webhook.max_connections == 100
    }));
    chen.says("路灯坏了");
    let polling = running.polls();
    waiting(&tg).await;
    assert_eq!(running.inputs().await, 1);
    set_webhook(&bot, nobody, SECRET).await.unwrap();
    chen.says("还有井盖");
    tg.wait_until(|state| state.webhook.is_none()).await;
    waiting(&tg).await;
    assert_eq!(running.inputs().await, 2, "also one that is set later");
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn numbers_that_start_anew_are_heard() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    let running = Running::start(&tg).await;
    let polling = running.polls();
    chen.says("去年的话");
    waiting(&tg).await;
    tg.continue_update_ids_at(5);
    chen.says("今年的话");
    waiting(&tg).await;
    chen.says("又一句");
    waiting(&tg).await;
    assert_eq!(running.inputs().await, 3);
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn a_tap_is_answered_after_its_commit() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    let running = Running::start(&tg).await;
    let polling = running.polls();
    chen.starts("");
    let welcome = chen.hears().await;
    let label = welcome.labels()[0][0].to_owned();
    let gate = tg.hold("answerCallbackQuery", Held::BeforeEffect);
    chen.taps_on(welcome.message_id, &label);
    gate.arrived(1).await;
    assert_eq!(running.inputs().await, 2);
    drop(gate);
    waiting(&tg).await;
    assert_eq!(chen.toasts().len(), 1);
    polling.stops().await;
    running.engine.stop().await;
}

#[tokio::test]
async fn a_webhook_confirms_what_is_committed_once() {
    let tg = FakeTelegram::start().await;
    let chen = tg.person("陈群众（示例）");
    let running = Running::start(&tg).await;
    let webhook = running.webhook();
    let body = start(&chen, 77);
    for wrong in [
        None,
        Some("".as_bytes()),
        Some(b"wrong"),
        Some(b"a-secret_of_the_test"),
    ] {
        assert_eq!(
            webhook.receive(wrong, body.as_bytes()).await,
            WebhookAnswer::WrongSecret
        );
    }
    let open = Webhook::new(
        String::new(),
        running.outlet.clone(),
        running.engine.intake.clone(),
    );
    for nothing in [None, Some("".as_bytes())] {
        assert_eq!(
            open.receive(nothing, body.as_bytes()).await,
            WebhookAnswer::WrongSecret
        );
    }
    assert_eq!(running.inputs().await, 0);
    for _ in 0..2 {
        let answer = webhook.receive(Some(SECRET.as_bytes()), body.as_bytes()).await;
        assert_eq!(answer, WebhookAnswer::Ok);
    }
    assert_eq!(running.inputs().await, 1);
    assert_eq!(running.count("SELECT count(*) FROM accounts").await, 1);
    let own = format!("SELECT count(*) FROM input_keys WHERE input_key = 'tg:{BOT_ID}:77'");
    assert_eq!(running.count(own.leak()).await, 1);

    let (webhook, engine) = (webhook, running.engine);
    engine.stop().await;
    let answer = webhook
        .receive(Some(SECRET.as_bytes()), start(&chen, 78).as_bytes())
        .await;
    assert_eq!(answer, WebhookAnswer::NotTaken);
}

#[tokio::test]
async fn a_delivery_that_can_t_be_read_is_kept_once() {
    let tg = FakeTelegram::start().await;
    let running = Running::start(&tg).await;
    let webhook = running.webhook();
    for body in [b"no JSON \xFF".as_slice(), b"no JSON \xFF", b"", b"[]"] {
        assert_eq!(
            webhook.receive(Some(SECRET.as_bytes()), body).await,
            WebhookAnswer::Ok
        );
    }
    assert_eq!(running.dead_letters().await, 3);
    running.engine.stop().await;
}
