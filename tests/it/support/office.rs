//! A running Lianluo in one process, with a channel that only remembers: for tests of what is decided and delivered.
//! The clock stands still until it is stepped; every database is its own.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use lianluo::documents::sheet::read_sheets;
use lianluo::documents::typeset::Press;
use lianluo::domain::Locale;
use lianluo::domain::account::Channel;
use lianluo::domain::answer::Answer;
use lianluo::domain::command::Command;
use lianluo::domain::context::Rules;
use lianluo::domain::ids::DeputyId;
use lianluo::domain::input::{Deed, From, Input, ReplyTo, Said};
use lianluo::domain::lookup::LookupKey;
use lianluo::domain::message::Content;
use lianluo::domain::rendered::Rendered;
use lianluo::domain::roster::{RosterEntry, read_roster, roster_sheets};
use lianluo::domain::world::{Key, World};
use lianluo::engine::{Calling, Clock, Engine, Fetched, Letter, NotTaken, Outlet, Pace, Parts, Sent};
use lianluo::store::{Sealer, Store};

/// 2026-03-02 (Monday) 10:00 in Shanghai.
pub const MORNING: i64 = 1_772_416_800_000;

/// A press whose children are the program that was just built.
pub fn press() -> Press {
    Press::new(env!("CARGO_BIN_EXE_lianluo").into(), None)
}

/// One message that reached the channel.
#[derive(Debug, Clone)]
pub struct Heard {
    pub address: String,
    pub rendered: Rendered,
    pub reply_to: Option<i64>,
    pub silent: bool,
    pub remote_id: i64,
}

/// A channel that remembers what it was given, and fails as it is told to.
#[derive(Default)]
pub struct Ear {
    heard: Mutex<Vec<Heard>>,
    faults: Mutex<HashMap<String, Vec<Sent>>>,
}

impl Ear {
    /// The next sends to an address end like this, in order.
    pub fn will(&self, address: &str, sent: Sent) {
        self.faults
            .lock()
            .unwrap()
            .entry(address.to_owned())
            .or_default()
            .insert(0, sent);
    }

    /// Everything that reached an address so far.
    pub fn heard_by(&self, address: &str) -> Vec<Heard> {
        self.heard
            .lock()
            .unwrap()
            .iter()
            .filter(|heard| heard.address == address)
            .cloned()
            .collect()
    }
}

impl Outlet for Ear {
    fn send<'a>(&'a self, letter: Letter<'a>) -> Calling<'a, Sent> {
        Box::pin(async move {
            let fault = self
                .faults
                .lock()
                .unwrap()
                .get_mut(letter.address)
                .and_then(Vec::pop);
            if let Some(fault) = fault {
                return fault;
            }
            let mut heard = self.heard.lock().unwrap();
            let remote_id = i64::try_from(heard.len()).unwrap() + 1_000;
            heard.push(Heard {
                address: letter.address.to_owned(),
                rendered: letter.rendered.clone(),
                reply_to: letter.reply_to,
                silent: letter.silent,
                remote_id,
            });
            Sent::Arrived(Some(remote_id))
        })
    }

    fn fetch<'a>(&'a self, _: &'a str, into: &'a Path) -> Calling<'a, Fetched> {
        Box::pin(async move {
            std::fs::write(into, b"bytes").unwrap();
            Fetched::Written
        })
    }
}

/// A running engine with its surroundings.
pub struct Office {
    pub engine: Engine,
    pub store: Store,
    pub clock: Clock,
    pub ear: Arc<Ear>,
    pub lookup: LookupKey,
    pub address: String,
    pub folder: tempfile::TempDir,
    rules: Rules,
    next_key: std::sync::atomic::AtomicI64,
}

/// The two engines that every rule must hold on.
pub async fn databases() -> Vec<String> {
    vec![String::new(), postgres().await]
}

/// The database of a test that holds on either engine: a file in the folder, or with `TEST_ENGINE=postgres` a database of
/// its own on the server. `./test.sh` runs such tests on both.
pub async fn database(folder: &Path) -> String {
    match std::env::var("TEST_ENGINE").as_deref() {
        Ok("postgres") => postgres().await,
        _ => format!("sqlite://{}", folder.join("office.db").display()),
    }
}

/// One number from a database, for counting rows.
pub async fn count(address: &str, sql: &'static str) -> i64 {
    use sqlx::Connection;
    if address.starts_with("sqlite") {
        let mut connection = sqlx::SqliteConnection::connect(address).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
    } else {
        let mut connection = sqlx::PgConnection::connect(address).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
    }
}

/// Changes a database behind the program's back.
pub async fn change(address: &str, sql: &'static str) {
    use sqlx::{Connection, Executor};
    if address.starts_with("sqlite") {
        let mut connection = sqlx::SqliteConnection::connect(address).await.unwrap();
        connection.execute(sql).await.unwrap();
    } else {
        let mut connection = sqlx::PgConnection::connect(address).await.unwrap();
        connection.execute(sql).await.unwrap();
    }
}

/// A database of its own on the PostgreSQL server of the tests.
pub async fn postgres() -> String {
    use sqlx::{ConnectOptions, Connection, Executor};
    let server = std::env::var("TEST_POSTGRES_URL")
        .expect("TEST_POSTGRES_URL names a PostgreSQL server for tests: ./test.sh starts one");
    let mut options: sqlx::postgres::PgConnectOptions = server.parse().unwrap();
    options = options.disable_statement_logging();
    let name = format!("t{:016x}", rand::random::<u64>());
    let mut connection = sqlx::PgConnection::connect_with(&options).await.unwrap();
    connection
        .execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .await
        .unwrap();
    let (head, _) = server.rsplit_once('/').unwrap();
    format!("{head}/{name}")
}

/// The rows of the sample roster.
pub fn sample_roster() -> Vec<RosterEntry> {
    let bytes = std::fs::read("tests/data/roster-sample.csv").unwrap();
    let sheets = read_sheets("roster-sample.csv", &bytes).unwrap();
    let sheet = *roster_sheets(&sheets).first().unwrap();
    read_roster(sheet).complete().unwrap().to_vec()
}

impl Office {
    /// An office with the sample roster taken in; nobody is bound yet.
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = database(folder.path()).await;
        Self::open_in(folder, &address).await
    }

    /// The same on the database of this address; an empty one is an SQLite file of its own.
    pub async fn open_on(address: &str) -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), address).await
    }

    /// The same under rules of its own.
    pub async fn open_under(address: &str, rules: Rules) -> Self {
        Self::open_with(tempfile::tempdir().unwrap(), address, rules).await
    }

    async fn open_in(folder: tempfile::TempDir, address: &str) -> Self {
        Self::open_with(folder, address, Rules::default()).await
    }

    async fn open_with(folder: tempfile::TempDir, address: &str, rules: Rules) -> Self {
        let address = if address.is_empty() {
            format!("sqlite://{}", folder.path().join("office.db").display())
        } else {
            address.to_owned()
        };
        let clock = Clock::stepped(MORNING);
        let office = Self::start(folder, address, clock, rules).await;
        office.give(Command::FoundOffices).await;
        let answer = office
            .give(Command::ImportRoster {
                entries: sample_roster(),
                file_hash: "sample".into(),
                basis: String::new(),
                unit: None,
            })
            .await;
        assert!(matches!(answer, Answer::Imported { added: 80, .. }), "{answer:?}");
        office
    }

    async fn start(folder: tempfile::TempDir, address: String, clock: Clock, rules: Rules) -> Self {
        let store = Store::open(&address, Sealer::new([7; 32])).await.unwrap();
        let ear = Arc::new(Ear::default());
        let lookup = LookupKey::new([9; 32]);
        let outlet: Arc<dyn Outlet> = Arc::clone(&ear) as Arc<dyn Outlet>;
        let engine = Engine::start(Parts {
            store: store.clone(),
            clock: clock.clone(),
            rules: rules.clone(),
            lookup: lookup.clone(),
            process: 1,
            outlet: Some(outlet),
            pace: Pace {
                per_second: 0.0,
                per_chat_per_second: 0.0,
                in_flight: 64,
            },
            files: folder.path().join("files"),
        });
        let next_key = std::sync::atomic::AtomicI64::new(1);
        Self {
            engine,
            store,
            clock,
            ear,
            lookup,
            address,
            folder,
            rules,
            next_key,
        }
    }

    /// Stops everything and starts anew on the same database, as after an update.
    pub async fn restarts(self) -> Self {
        self.engine.stop().await;
        self.store.close().await;
        Self::start(self.folder, self.address, self.clock, self.rules).await
    }

    /// A command of the administrator.
    pub async fn give(&self, command: Command) -> Answer {
        let answer = self
            .submit(From::Administrator, Deed::Command(Box::new(command)))
            .await
            .unwrap();
        self.engine.settled().await;
        answer
    }

    fn key(&self) -> String {
        let next = self.next_key.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        format!("test:{next}:{}", rand::random::<u32>())
    }

    async fn submit(&self, from: From, deed: Deed) -> Result<Answer, NotTaken> {
        let input = Input {
            key: self.key(),
            from,
            deed,
            said_at: None,
            raw: String::new(),
        };
        self.engine.intake.submit(input).await
    }

    fn chat(address: &str) -> From {
        From::Chat {
            channel: Channel::Telegram,
            address: address.to_owned(),
            locale: Some(Locale::ZhCn),
        }
    }

    /// A deed of a person at the channel; all that follows from it has happened afterwards.
    pub async fn does(&self, address: &str, deed: Deed) -> Answer {
        let answer = self.submit(Self::chat(address), deed).await.unwrap();
        self.engine.settled().await;
        answer
    }

    /// A deed of a person at another channel.
    pub async fn does_on(&self, channel: Channel, address: &str, deed: Deed) -> Answer {
        let from = From::Chat {
            channel,
            address: address.to_owned(),
            locale: None,
        };
        let answer = self.submit(from, deed).await.unwrap();
        self.engine.settled().await;
        answer
    }

    /// Opens a deep link.
    pub async fn starts(&self, address: &str, payload: &str) -> Answer {
        self.does(address, Deed::Started(Some(payload.to_owned()))).await
    }

    /// Says words.
    pub async fn says(&self, address: &str, text: &str) -> Answer {
        self.does(address, said(Content::Text(text.to_owned()), None))
            .await
    }

    /// Says words in reply to a message of ours.
    pub async fn replies(&self, address: &str, to: i64, text: &str) -> Answer {
        let reply = ReplyTo {
            remote_id: to,
            buttons: Vec::new(),
            own_text: None,
        };
        self.does(address, said(Content::Text(text.to_owned()), Some(reply)))
            .await
    }

    /// Taps the button with this data.
    pub async fn taps(&self, address: &str, act: &lianluo::domain::button::Act) -> Answer {
        self.does(address, Deed::Tapped { data: act.encode() }).await
    }

    /// The deputy of a code.
    pub async fn deputy(&self, code: &str) -> DeputyId {
        let mut world = World::default();
        let key = Key::DeputyCode(code.to_owned());
        self.store
            .read()
            .await
            .unwrap()
            .load(&[key], &mut world)
            .await
            .unwrap();
        world.deputy_coded(&code.to_owned()).unwrap().unwrap()
    }

    /// Invites a deputy and lets this address redeem the invitation.
    pub async fn binds(&self, address: &str, code: &str) -> DeputyId {
        let id = self.deputy(code).await;
        let secret = format!("secret-{code}-{address}");
        self.give(Command::InviteDeputies {
            deputies: vec![id],
            codes: vec![secret.clone()],
        })
        .await;
        self.starts(address, &format!("i_{secret}")).await;
        let entry = sample_roster()
            .into_iter()
            .find(|entry| entry.code.as_str() == code)
            .unwrap();
        let mut world = World::default();
        let key = Key::InvitationCode(lianluo::domain::lookup::secret_hash(&secret));
        self.store
            .read()
            .await
            .unwrap()
            .load(&[key], &mut world)
            .await
            .unwrap();
        let invitation = world
            .invitation_coded(&lianluo::domain::lookup::secret_hash(&secret))
            .unwrap()
            .unwrap();
        self.taps(address, &lianluo::domain::button::Act::Redeem(invitation))
            .await;
        self.says(address, entry.card_number.unwrap().last_four()).await;
        id
    }

    /// One number from the database, for counting rows.
    pub async fn count(&self, sql: &'static str) -> i64 {
        count(&self.address, sql).await
    }
}

/// Words that answer nothing in particular.
pub fn says(text: &str) -> Deed {
    said(Content::Text(text.to_owned()), None)
}

fn said(content: Content, reply: Option<ReplyTo>) -> Deed {
    Deed::Said(Said {
        content,
        remote_id: Some(rand::random::<u32>().into()),
        reply,
        to_code: None,
        album: None,
        forwarded: None,
    })
}
