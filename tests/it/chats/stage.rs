//! The whole product for one transcript: the fake Telegram, the real client, engine, sender, jobs and command line, on the
//! database and by the door that is asked for. The clock stands still until the transcript moves it.

use std::ffi::OsString;
use std::sync::Arc;

use lianluo::app::papers::WithPapers;
use lianluo::cli::{Action, parse};
use lianluo::domain::Locale;
use lianluo::domain::answer::Answer;
use lianluo::domain::command::Command;
use lianluo::domain::context::Rules;
use lianluo::domain::ids::IdSource;
use lianluo::domain::input::{Deed, From, Input};
use lianluo::domain::lookup::LookupKey;
use lianluo::engine::{Calling, Clock, Engine, Lease, NotTaken, Pace, Parts};
use lianluo::fallback::{Channels, Email, Sms};
use lianluo::jobs::{HearVoices, Jobs};
use lianluo::store::{Sealer, Store};
use lianluo::telegram::{PollStatus, TelegramOutlet, Webhook, WebhookAnswer, connect, poll, set_webhook};
use lianluo::text::words;
use lianluo::transcription::Transcriber;
use lianluo::web::state::{Hook, Hooked, Inner, Limits, Web};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::support::office::{MORNING, sample_roster};
use crate::support::sms::Gateway;
use crate::support::smtp::{Mail, MailServer};
use crate::support::telegram::{BOT_USERNAME, Call, FakeTelegram, Outcome, State};
use crate::support::transcription::Service;

const SECRET: &str = "a-secret_of_the_tests";

/// How updates come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    Poll,
    Webhook,
}

/// Everything that a transcript is played on.
pub struct Stage {
    pub tg: FakeTelegram,
    pub clock: Clock,
    pub database: String,
    pub rules: Rules,
    door: Door,
    folder: tempfile::TempDir,
    /// The gateway of short messages with its address, where the installation has one.
    sms: Option<(Gateway, String)>,
    mail: Option<MailServer>,
    /// How many mails were shown.
    mails_shown: usize,
    running: Option<Running>,
    voices: Option<(Service, String)>,
}

/// The program between a start and a stop.
struct Running {
    engine: Engine,
    store: Store,
    hook: Webhook,
    jobs: Jobs,
    stop: watch::Sender<bool>,
    /// Where the pages are.
    site: String,
    serving: JoinHandle<()>,
    polling: Option<JoinHandle<()>>,
}

struct Hooking(Webhook);

impl Hook for Hooking {
    fn receive<'a>(&'a self, secret: Option<&'a [u8]>, body: &'a [u8]) -> Calling<'a, Hooked> {
        Box::pin(async move {
            match self.0.receive(secret, body).await {
                WebhookAnswer::Ok => Hooked::Taken,
                WebhookAnswer::WrongSecret => Hooked::WrongSecret,
                WebhookAnswer::NotTaken => Hooked::NotTaken,
            }
        })
    }
}

impl Stage {
    /// An office with the sample roster, open to everybody; nobody is bound. An empty address is an SQLite file of its own.
    pub async fn open(door: Door, database: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = if database.is_empty() {
            format!("sqlite://{}", folder.path().join("office.db").display())
        } else {
            database.to_owned()
        };
        let mut stage = Self {
            tg: FakeTelegram::start().await,
            clock: Clock::stepped(MORNING),
            database,
            rules: Rules {
                public_url: "https://lianluo.example.org".into(),
                bot_name: BOT_USERNAME.into(),
                ..Rules::default()
            },
            door,
            folder,
            sms: None,
            mail: None,
            mails_shown: 0,
            running: None,
            voices: None,
        };
        stage.tg.set_date(MORNING / 1_000);
        stage.starts().await;
        stage.does(From::Administrator, Command::FoundOffices).await;
        let roster = Command::ImportRoster {
            entries: sample_roster(),
            file_hash: "sample".into(),
            basis: String::new(),
            unit: None,
        };
        let answer = stage.does(From::Administrator, roster).await;
        assert!(matches!(answer, Answer::Imported { added: 80, .. }), "{answer:?}");
        stage
    }

    async fn starts(&mut self) {
        let store = Store::open(&self.database, Sealer::new([7; 32])).await.unwrap();
        let lookup = LookupKey::new([9; 32]);
        let files = self.folder.path().join("files");
        let outlet = TelegramOutlet::new(connect(self.tg.token(), Some(&self.tg.api_url()), None).unwrap());
        let engine = Engine::start(Parts {
            store: store.clone(),
            clock: self.clock.clone(),
            rules: self.rules.clone(),
            lookup: lookup.clone(),
            process: 1,
            outlet: Some(Arc::new(WithPapers::new(outlet.clone(), files.clone()))),
            pace: Pace {
                per_second: 0.0,
                per_chat_per_second: 0.0,
                in_flight: 16,
            },
            files: files.clone(),
        });
        let (stop, stopping) = watch::channel(false);
        let hook = Webhook::new(SECRET.to_owned(), outlet.clone(), engine.intake.clone());
        let hooking: Option<Arc<dyn Hook>> = match self.door {
            Door::Poll => None,
            Door::Webhook => Some(Arc::new(Hooking(hook.clone()))),
        };
        let web = Web(Arc::new(Inner {
            intake: engine.intake.clone(),
            store: store.clone(),
            clock: self.clock.clone(),
            rules: self.rules.clone(),
            lookup: lookup.clone(),
            ids: IdSource::new(2, self.clock.ticks()),
            files: files.clone(),
            limits: Limits {
                upload_bytes: 20 << 20,
                posts_per_minute: 600,
                posts_per_minute_per_address: 600,
                is_trusted_proxy: Arc::new(|_| false),
            },
            wakes: engine.wakes_sender(),
            health: Arc::clone(&engine.health),
            sending: None,
            fetching: None,
            hook: hooking,
            press: crate::support::office::press(),
            doors: Vec::new(),
        }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let site = format!("http://{}", listener.local_addr().unwrap());
        let serving = tokio::spawn(lianluo::web::serve(listener, web, stopping.clone()));
        let polling = match self.door {
            Door::Poll => {
                let status = Arc::new(PollStatus::default());
                let (intake, lease) = (engine.intake.clone(), Lease::always());
                Some(tokio::spawn(poll(outlet, intake, stopping, status, lease)))
            }
            Door::Webhook => {
                let bot = connect(self.tg.token(), Some(&self.tg.api_url()), None).unwrap();
                let url = format!("{site}/telegram/webhook");
                set_webhook(&bot, &url, SECRET).await.unwrap();
                None
            }
        };
        let jobs = Jobs {
            store: store.clone(),
            clock: self.clock.clone(),
            rules: self.rules.clone(),
            lookup,
            intake: engine.intake.clone(),
            channels: self.channels(),
            files,
        };
        self.running = Some(Running {
            engine,
            store,
            hook,
            jobs,
            stop,
            site,
            serving,
            polling,
        });
        self.settled().await;
    }

    /// From now on a service writes down the words of voices: it hears these, or is down.
    pub async fn hears(&mut self, words: Option<&str>) {
        if self.voices.is_none() {
            self.voices = Some(Service::start("").await);
            self.rules.transcribes = true;
            self.restarts().await;
        }
        let (service, _) = self.voices.as_ref().expect("it was started just now");
        match words {
            Some(words) => service.answers(200, &serde_json::json!({ "text": words }).to_string()),
            None => service.answers(503, "busy"),
        }
    }

    /// What the installation has set up.
    fn channels(&self) -> Channels {
        let sms = self.sms.as_ref().map(|(_, url)| {
            let body = r#"{"phone":"{phone}","text":"{text}"}"#;
            Sms::new(url, body, None).unwrap()
        });
        let email = self.mail.as_ref().map(|server| {
            let from = "联络 <lianluo@example.org>".parse().unwrap();
            Email::new(&format!("smtp://{}", server.address), from).unwrap()
        });
        Channels { sms, email }
    }

    /// The office connects a gateway of short messages.
    pub async fn has_sms(&mut self) {
        self.sms = Some(Gateway::start().await);
        self.restarts().await;
    }

    /// The office connects a mail server.
    pub async fn has_mail(&mut self) {
        self.mail = Some(MailServer::start().await);
        self.restarts().await;
    }

    /// Short messages that arrived since, as (number, words).
    pub fn new_sms(&self) -> Vec<(String, String)> {
        let Some((gateway, _)) = &self.sms else {
            return Vec::new();
        };
        let heard = std::mem::take(&mut *gateway.heard.lock().unwrap());
        let said = heard.into_iter().map(|(_, body)| {
            let body: serde_json::Value = serde_json::from_str(&body).unwrap();
            let part = |name: &str| body[name].as_str().unwrap().to_owned();
            (part("phone"), part("text"))
        });
        said.collect()
    }

    /// Mails that arrived since.
    pub fn new_mails(&mut self) -> Vec<Mail> {
        let mails = self.mail.as_ref().map(MailServer::mails).unwrap_or_default();
        let new = mails[self.mails_shown..].to_vec();
        self.mails_shown = mails.len();
        new
    }

    /// Where the pages are.
    pub fn site(&self) -> &str {
        &self.running().site
    }

    fn running(&self) -> &Running {
        self.running
            .as_ref()
            .expect("the program runs between its start and its stop")
    }

    /// Waits until the bot was told all, has decided all and has said all.
    pub async fn settled(&self) {
        let told =
            |state: &State| state.updates.is_empty() && state.in_flight() == 0 && state.open_taps() == 0;
        let waits = |call: &Call| {
            call.method == "getUpdates" && call.params["timeout"] == 50 && call.outcome == Outcome::InFlight
        };
        let polls = self.door == Door::Poll;
        let idle = |state: &State| told(state) && (!polls || state.calls.iter().any(waits));
        self.tg.wait_until(idle).await;
        self.running().engine.settled().await;
        self.tg.wait_until(idle).await;
    }

    /// Lets time pass, for the program and for Telegram.
    pub fn clock_moves(&self, by_ms: i64) {
        self.clock.step(by_ms);
        self.tg.set_date(self.clock.now() / 1_000);
    }

    /// Waits until what is due now is done, the timed work too.
    pub async fn what_is_due(&self) {
        self.settled().await;
        self.files_are_here().await;
        let jobs = &self.running().jobs;
        jobs.forget().await.unwrap();
        jobs.erase().await.unwrap();
        jobs.replan().await.unwrap();
        jobs.remind_due().await.unwrap();
        jobs.mail_slips().await.unwrap();
        jobs.read_drafts().await.unwrap();
        jobs.recalculate().await.unwrap();
        jobs.ask_again().await.unwrap();
        jobs.fall_back().await.unwrap();
        jobs.remind_of_handbooks().await.unwrap();
        if let Some((_, url)) = &self.voices {
            let voices = HearVoices {
                store: jobs.store.clone(),
                clock: jobs.clock.clone(),
                intake: jobs.intake.clone(),
                files: jobs.files.clone(),
                transcriber: Transcriber::new(url, "whisper-1", None).unwrap(),
            };
            voices.hear().await.unwrap();
        }
        self.settled().await;
    }

    /// Waits until the files that were sent are fetched, or put off.
    async fn files_are_here(&self) {
        loop {
            let mut reading = self.running().store.read().await.unwrap();
            if reading
                .wanted_files(self.clock.now(), 1)
                .await
                .unwrap()
                .is_empty()
            {
                break;
            }
            drop(reading);
            tokio::task::yield_now().await;
        }
        self.settled().await;
    }

    /// Gives what Telegram delivered to the bot once more.
    pub async fn delivers_again(&self, update: &str) {
        let answer = self
            .running()
            .hook
            .receive(Some(SECRET.as_bytes()), update.as_bytes())
            .await;
        assert_eq!(answer, WebhookAnswer::Ok);
    }

    /// A line of the command line, without `lianluo`: what it prints, and what it says when it can't.
    pub async fn commands(&self, line: &str) -> String {
        let words = words(Locale::ZhCn);
        let args = line.split_whitespace().map(OsString::from);
        let cli = match parse([OsString::from("lianluo")].into_iter().chain(args), words) {
            Ok(cli) => cli,
            Err(error) => return error.to_string(),
        };
        let Action::Office(action) = cli.action() else {
            panic!("{line} isn't done through an office");
        };
        let mut out = Vec::new();
        let end = action.run(self, words, &mut out).await;
        let mut out = String::from_utf8(out).unwrap();
        if let Err(error) = end {
            out.push_str(&error.say(words).unwrap_or_default());
        }
        out
    }

    /// What someone does at the desk in a browser.
    pub async fn does(&self, from: From, command: Command) -> Answer {
        let input = Input {
            key: format!("test:{}", rand::random::<u64>()),
            from,
            deed: Deed::Command(Box::new(command)),
            said_at: None,
            raw: String::new(),
        };
        let answer = self.running().engine.intake.submit(input).await.unwrap();
        self.settled().await;
        answer
    }

    /// Stops everything as an update of the program does.
    pub async fn stops(&mut self) {
        let running = self
            .running
            .take()
            .expect("the program runs between its start and its stop");
        running.stop.send(true).unwrap();
        running.serving.await.unwrap();
        if let Some(polling) = running.polling {
            polling.await.unwrap();
        }
        running.engine.stop().await;
        running.store.close().await;
    }

    pub async fn restarts(&mut self) {
        self.stops().await;
        self.starts().await;
    }
}

impl lianluo::cli::Office for Stage {
    async fn give(&self, command: Command) -> Result<Answer, NotTaken> {
        Ok(self.does(From::Administrator, command).await)
    }

    fn store(&self) -> &Store {
        &self.running().store
    }

    fn rules(&self) -> &Rules {
        &self.rules
    }

    fn press(&self) -> lianluo::documents::typeset::Press {
        crate::support::office::press()
    }

    fn now(&self) -> i64 {
        self.clock.now()
    }
}
