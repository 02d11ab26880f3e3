//! `serve`: web chat and desk, Telegram when a token is set, jobs; started together, stopped together within seconds.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::cli::CliError;
use crate::config::{Config, TelegramMode, key_file};
use crate::documents::Studio;
use crate::domain::audit::hex;
use crate::domain::command::Command;
use crate::domain::ids::IdSource;
use crate::domain::input::{Deed, From, Input};
use crate::engine::{Calling, Clock, Engine, Fetching, Lease, Leases, Outlet, Pace, Parts};
use crate::jobs::{HearVoices, Jobs};
use crate::store::{Store, sqlite_file};
use crate::telegram::{PollStatus, TelegramOutlet, Webhook, WebhookAnswer};
use crate::text::{Args, Words};
use crate::web::state::{Door, Hook, Hooked, Inner, Limits, Web};
use crate::{telegram, web};

use super::illustrate::Illustrated;
use super::lock::{Lock, NoLock};
use super::office;
use super::papers::WithPapers;
use super::shared_files::{self, Belongs};

impl Hook for Webhook {
    fn receive<'a>(&'a self, secret: Option<&'a [u8]>, body: &'a [u8]) -> Calling<'a, Hooked> {
        Box::pin(async move {
            match Webhook::receive(self, secret, body).await {
                WebhookAnswer::Ok => Hooked::Taken,
                WebhookAnswer::WrongSecret => Hooked::WrongSecret,
                WebhookAnswer::NotTaken => Hooked::NotTaken,
            }
        })
    }
}

/// The running parts, before the doors are opened.
pub struct House {
    pub config: Config,
    pub clock: Clock,
    pub store: Store,
    pub engine: Engine,
    pub web: Inner,
    stop: watch::Sender<bool>,
    tasks: Vec<tokio::task::JoinHandle<()>>,
    leases: Option<Leases>,
    _lock: Option<Lock>,
}

/// Serves until a signal asks to stop.
pub async fn serve(config: &Config, words: &'static Words) -> Result<(), CliError> {
    let house = House::build(config, words).await?;
    for warning in &config.warnings {
        tracing::warn!("{}", warning.say(words));
    }
    if house.clock.is_set() {
        tracing::warn!("{}", words.say("serve-clock-set"));
    }
    if config.telegram.is_none() {
        eprintln!("{}", words.say("serve-no-telegram"));
    }
    house.open_doors(Vec::new(), words).await
}

impl House {
    /// Makes all parts. Faults are sentences.
    pub async fn build(config: &Config, words: &'static Words) -> Result<Self, CliError> {
        outlive_the_limit_of_files();
        let lock = match sqlite_file(config.database.open()) {
            Some(path) => Some(Lock::take(&path).map_err(|fault| {
                CliError::WrongUse(match fault {
                    NoLock::Held => words.say("serve-already"),
                    NoLock::Unmakeable(why) => {
                        words.say_with("serve-no-lock", &Args::new().text("why", why.to_string()))
                    }
                    NoLock::ReadOnly(path, why) => {
                        let args = Args::new().text("path", path.display().to_string());
                        words.say_with("serve-read-only", &args.text("why", why.to_string()))
                    }
                })
            })?),
            None => None,
        };
        let keys =
            key_file::read_or_make(&config.key_file).map_err(|fault| CliError::WrongUse(fault.say(words)))?;
        let store = Store::open(config.database.open(), keys.sealer()).await?;
        store.takes_writes().await?;
        // On SQLite there is no other gateway that the folder could be shared with.
        if !store.is_sqlite() {
            match shared_files::claim(&store, &config.files_dir).await {
                Ok(Belongs::Here | Belongs::Unknown) => {}
                Ok(Belongs::Elsewhere) => {
                    let path = Args::new().text("path", config.files_dir.display().to_string());
                    tracing::error!("{}", words.say_with("doctor-shared-files-elsewhere", &path));
                }
                Err(error) => tracing::warn!(%error, "whether FILES_DIR is shared can't be seen now"),
            }
        }
        let clock = office::clock(config);
        let (stop, stopping) = watch::channel(false);
        let mut tasks = Vec::new();

        let bot = match &config.telegram {
            Some(telegram) => {
                let api_url = telegram.api_url.as_ref().map(url::Url::as_str);
                let proxy = telegram.proxy.as_ref().map(crate::config::Secret::open);
                let bot = telegram::connect(telegram.token.open(), api_url, proxy)
                    .map_err(|_| CliError::WrongUse(words.say("serve-bad-telegram")))?;
                Some(bot)
            }
            None => None,
        };
        let bot_name = match &bot {
            // The name is only for links; a dead network must not keep the doors closed.
            Some(bot) => match tokio::time::timeout(office::NAME_PATIENCE, telegram::who_am_i(bot)).await {
                Ok(Ok(me)) => {
                    remember_name(&store, &me).await;
                    me.username
                }
                Ok(Err(sentence)) => {
                    tracing::warn!("{sentence}");
                    String::new()
                }
                Err(_) => String::new(),
            },
            None => String::new(),
        };
        let rules = config.rules(&bot_name);
        let outlet = bot.as_ref().map(|bot| TelegramOutlet::new(bot.clone()));
        let shifts = Shifts::of(config, &store, &clock);
        let parts = Parts {
            store: store.clone(),
            clock: clock.clone(),
            rules: rules.clone(),
            lookup: keys.lookup(),
            process: rand::random(),
            outlet: outlet.clone().map(|outlet| {
                let studio = Studio::new(super::press(config), config.files_dir.clone());
                let outlet = WithPapers::new(outlet, config.files_dir.clone());
                Arc::new(Illustrated::new(outlet, studio)) as Arc<dyn Outlet>
            }),
            pace: Pace {
                per_second: f64::from(config.sending.per_second),
                per_chat_per_second: f64::from(config.sending.per_chat_per_second),
                in_flight: config.sending.in_flight,
            },
            files: config.files_dir.clone(),
        };
        let mut engine = Engine::start_under(parts, shifts.send.clone());
        engine.hear_others();
        lay_down_calendar(&engine).await;
        let mut hook: Option<Arc<dyn Hook>> = None;
        let mut fetching: Option<Arc<dyn Fn() -> Fetching + Send + Sync>> = None;
        let sending = outlet.as_ref().map(|_| shifts.send.clone());
        if let (Some(telegram), Some(outlet), Some(bot)) = (&config.telegram, outlet, bot) {
            match &telegram.mode {
                TelegramMode::Poll => {
                    let status = Arc::new(PollStatus::default());
                    let seen = Arc::clone(&status);
                    fetching = Some(Arc::new(move || seen.fetching()));
                    tasks.push(tokio::spawn(telegram::poll(
                        outlet,
                        engine.intake.clone(),
                        stopping.clone(),
                        status,
                        shifts.poll,
                    )));
                }
                TelegramMode::Webhook { secret } => {
                    let secret = secret.open().to_owned();
                    let webhook = Webhook::new(secret.clone(), outlet, engine.intake.clone());
                    let seen = webhook.clone();
                    fetching = Some(Arc::new(move || seen.fetching()));
                    hook = Some(Arc::new(webhook));
                    let url = format!("{}/telegram/webhook", rules.public_url);
                    let bot = bot.clone();
                    tasks.push(tokio::spawn(async move {
                        if let Err(sentence) = telegram::set_webhook(&bot, &url, &secret).await {
                            tracing::error!("{sentence}");
                        }
                    }));
                }
            }
            tasks.push(tokio::spawn(async move { telegram::set_commands(&bot).await }));
        }
        let channels = config.fallback().map_err(|name| {
            CliError::WrongUse(words.say_with("serve-bad-setting", &Args::new().text("name", name)))
        })?;
        let jobs = Jobs {
            store: store.clone(),
            clock: clock.clone(),
            rules: rules.clone(),
            lookup: keys.lookup(),
            intake: engine.intake.clone(),
            channels,
            files: config.files_dir.clone(),
        };
        let transcriber = config.transcriber().map_err(|name| {
            CliError::WrongUse(words.say_with("serve-bad-setting", &Args::new().text("name", name)))
        })?;
        if let Some(transcriber) = transcriber {
            let voices = HearVoices {
                store: store.clone(),
                clock: clock.clone(),
                intake: engine.intake.clone(),
                files: config.files_dir.clone(),
                transcriber,
            };
            tasks.push(tokio::spawn(voices.run(stopping.clone(), shifts.jobs.clone())));
        }
        tasks.push(tokio::spawn(jobs.run(stopping, shifts.jobs)));
        let networks = config.trusted_proxies.clone();
        let web = Inner {
            intake: engine.intake.clone(),
            store: store.clone(),
            clock: clock.clone(),
            rules,
            lookup: keys.lookup(),
            ids: IdSource::new(0, clock.ticks()),
            files: config.files_dir.clone(),
            limits: Limits {
                upload_bytes: config.web.upload_bytes,
                posts_per_minute: config.web.posts_per_minute,
                posts_per_minute_per_address: config.web.posts_per_minute_per_address,
                is_trusted_proxy: Arc::new(move |address| {
                    networks.iter().any(|network| network.contains(address))
                }),
            },
            wakes: engine.wakes_sender(),
            health: Arc::clone(&engine.health),
            sending,
            fetching,
            hook,
            press: super::press(config),
            doors: Vec::new(),
        };
        Ok(Self {
            config: config.clone(),
            clock,
            store,
            engine,
            web,
            stop,
            tasks,
            leases: shifts.leases,
            _lock: lock,
        })
    }

    /// Opens the doors and serves until a signal asks to stop; then stops cleanly.
    pub async fn open_doors(mut self, doors: Vec<Door>, words: &'static Words) -> Result<(), CliError> {
        let listener = listen(self.config.listen, words).await?;
        let metrics = match self.config.metrics_listen {
            Some(address) => Some(listen(address, words).await?),
            None => None,
        };
        self.web.doors = doors;
        let web = Web(Arc::new(self.web));
        let stopping = self.stop.subscribe();
        let asked_to_stop = AskedToStop::listen();
        eprintln!(
            "{}",
            words.say_with(
                "serve-ready",
                &Args::new().text("url", web.0.rules.public_url.as_str())
            )
        );
        if let Some(metrics) = metrics {
            self.tasks.push(tokio::spawn(web::serve_metrics(
                metrics,
                web.clone(),
                stopping.clone(),
            )));
        }
        let serving = tokio::spawn(web::serve(listener, web, stopping));
        asked_to_stop.asked().await;
        // Everyone stops taking; then the engine finishes its batch and waits for what has left.
        let _ = self.stop.send(true);
        let patience = std::time::Duration::from_secs(8);
        let _ = tokio::time::timeout(patience, serving).await;
        let _ = tokio::time::timeout(patience, self.engine.stop()).await;
        for task in self.tasks {
            task.abort();
        }
        // Now that nothing is under way any more, another gateway may go on.
        if let Some(leases) = self.leases {
            leases.give_back().await;
        }
        self.store.close().await;
        Ok(())
    }
}

/// What one gateway at a time does. The lock file sees to it that nobody else serves on an SQLite database; on PostgreSQL
/// leases do.
struct Shifts {
    send: Lease,
    poll: Lease,
    jobs: Lease,
    leases: Option<Leases>,
}

impl Shifts {
    fn of(config: &Config, store: &Store, clock: &Clock) -> Self {
        if store.is_sqlite() {
            return Self {
                send: Lease::always(),
                poll: Lease::always(),
                jobs: Lease::always(),
                leases: None,
            };
        }
        let token = config.telegram.as_ref().map(|telegram| telegram.token.open());
        let bot = token.and_then(telegram::bot_id).unwrap_or("none");
        let names = [format!("send:{bot}"), format!("poll:{bot}"), "jobs".to_owned()];
        let (leases, [send, poll, jobs]) = Leases::start(store, clock, names);
        Self {
            send,
            poll,
            jobs,
            leases: Some(leases),
        }
    }
}

/// Commands put the bot's name into links without asking Telegram. Written only when it is another.
async fn remember_name(store: &Store, me: &telegram::Me) {
    let fact = office::bot_fact(&me.id.to_string());
    let remembered = async {
        if store.read().await?.find_fact(&fact).await?.as_deref() != Some(me.username.as_str()) {
            store.set_fact(&fact, &me.username).await?;
        }
        Ok::<_, crate::store::StoreError>(())
    };
    if let Err(error) = remembered.await {
        tracing::warn!(%error, "the bot's name can't be remembered now");
    }
}

/// The calendar of days off is in the database from the first start on, and grows with a new release.
async fn lay_down_calendar(engine: &Engine) {
    let input = Input {
        key: format!("serve:{}", hex(&rand::random::<[u8; 16]>())),
        from: From::Administrator,
        deed: Deed::Command(Box::new(Command::ShipCalendar)),
        said_at: None,
        raw: String::new(),
    };
    if let Err(reason) = engine.intake.submit(input).await {
        // Until the next start deadlines go by what the program brings along.
        tracing::warn!(?reason, "the calendar of days off could not be laid down");
    }
}

async fn listen(address: SocketAddr, words: &Words) -> Result<TcpListener, CliError> {
    TcpListener::bind(address).await.map_err(|error| {
        let args = Args::new()
            .text("address", address.to_string())
            .text("why", error.kind().to_string());
        CliError::WrongUse(words.say_with("serve-no-port", &args))
    })
}

/// A limit on the size of files (`ulimit -f`, `LimitFSIZE=`) is met like a full disk: the write fails, people are told, the
/// program lives. Without a handler the signal would end it.
fn outlive_the_limit_of_files() {
    use tokio::signal::unix::{SignalKind, signal};
    // SIGXFSZ, which has no name in tokio: 25 on Linux (but MIPS and PA-RISC), the BSDs and macOS.
    const SIGXFSZ: i32 = 25;
    // The handler stays when the listener goes. Where it can't be set, a limit ends the program as before.
    drop(signal(SignalKind::from_raw(SIGXFSZ)));
}

/// The signals that ask to stop, heard from the moment this is made: one that comes while the doors are being opened is
/// not missed.
struct AskedToStop(Vec<tokio::signal::unix::Signal>);

impl AskedToStop {
    fn listen() -> Self {
        use tokio::signal::unix::{SignalKind, signal};
        let kinds = [SignalKind::terminate(), SignalKind::interrupt()];
        // A signal that can't be heard ends the program as it always does.
        Self(kinds.into_iter().filter_map(|kind| signal(kind).ok()).collect())
    }

    async fn asked(mut self) {
        std::future::poll_fn(|cx| {
            let mut signals = self.0.iter_mut();
            if signals.any(|signal| signal.poll_recv(cx).is_ready()) {
                std::task::Poll::Ready(())
            } else {
                std::task::Poll::Pending
            }
        })
        .await;
    }
}
