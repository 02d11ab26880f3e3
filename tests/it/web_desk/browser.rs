//! A desk on a port of its own, and browsers in front of it: cookies and forms by hand, as a browser without script has
//! them. The clock stands still until it is stepped.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use lianluo::domain::Locale;
use lianluo::domain::answer::Answer;
use lianluo::domain::button::Act;
use lianluo::domain::command::Command;
use lianluo::domain::context::Rules;
use lianluo::domain::ids::{AccountId, CaseId, DeputyId, IdSource, OfficeId};
use lianluo::domain::input::{Deed, From, Input, Said};
use lianluo::domain::lookup::{LookupKey, secret_hash};
use lianluo::domain::message::Content;
use lianluo::domain::world::World;
use lianluo::engine::{Clock, Engine, Intake, Pace, Parts};
use lianluo::store::{Sealer, Store};
use lianluo::web::desk;
use lianluo::web::state::{Inner, Limits, Web};

use crate::support::office::{count, database};

/// 2026-03-02 (Monday) 10:00 in Shanghai.
pub const MORNING: i64 = 1_772_416_800_000;

/// A running desk.
pub struct Desk {
    engine: Option<Engine>,
    intake: Intake,
    pub store: Store,
    pub clock: Clock,
    pub lookup: LookupKey,
    pub base: String,
    address: String,
    server: tokio::task::JoinHandle<()>,
    folder: tempfile::TempDir,
    next: AtomicI64,
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Desk {
    /// A desk with offices and nobody on the roster.
    pub async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// The same with some rules of its own.
    pub async fn open_with(change: impl FnOnce(&mut Rules)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = database(folder.path()).await;
        let store = Store::open(&address, Sealer::new([7; 32])).await.unwrap();
        let clock = Clock::stepped(MORNING);
        let lookup = LookupKey::new([9; 32]);
        let mut rules = Rules {
            public_url: "https://lianluo.example.org".into(),
            bot_name: "lianluo_sample_bot".into(),
            ..Rules::default()
        };
        change(&mut rules);
        let engine = Engine::start(Parts {
            store: store.clone(),
            clock: clock.clone(),
            rules: rules.clone(),
            lookup: lookup.clone(),
            process: 1,
            outlet: None,
            pace: Pace {
                per_second: 0.0,
                per_chat_per_second: 0.0,
                in_flight: 64,
            },
            files: folder.path().join("files"),
        });
        let web = Web(Arc::new(Inner {
            intake: engine.intake.clone(),
            store: store.clone(),
            clock: clock.clone(),
            rules,
            lookup: lookup.clone(),
            ids: IdSource::new(2, clock.ticks()),
            files: folder.path().join("files"),
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
            hook: None,
            press: crate::support::office::press(),
            doors: Vec::new(),
        }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let app = desk::router().with_state(web);
        let server = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        let desk = Self {
            intake: engine.intake.clone(),
            engine: Some(engine),
            store,
            clock,
            lookup,
            base,
            address,
            server,
            folder,
            next: AtomicI64::new(1),
        };
        desk.give(Command::FoundOffices).await;
        desk
    }

    /// The same with the sample roster taken in by the administrator.
    pub async fn with_roster() -> Self {
        let desk = Self::open().await;
        desk.takes_the_roster().await;
        desk
    }

    /// The sample roster is taken in.
    pub async fn takes_the_roster(&self) {
        let desk = self;
        let entries = crate::support::office::sample_roster();
        let answer = desk
            .give(Command::ImportRoster {
                entries,
                file_hash: "sample".into(),
                basis: String::new(),
                unit: None,
            })
            .await;
        assert!(matches!(answer, Answer::Imported { added: 80, .. }), "{answer:?}");
    }

    /// The engine stops; the pages are still served.
    pub async fn stops(&mut self) {
        let stopping = tokio::spawn(self.engine.take().unwrap().stop());
        // What is under way has a second and a half of the clock, which stands still unless it is stepped.
        while !stopping.is_finished() {
            self.clock.step(10);
            tokio::task::yield_now().await;
        }
    }

    /// Where files lie.
    pub fn files(&self) -> std::path::PathBuf {
        self.folder.path().join("files")
    }

    /// Decides an input of anyone.
    pub async fn does(&self, from: From, deed: Deed) -> Answer {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        let input = Input {
            key: format!("test:{next}"),
            from,
            deed,
            said_at: None,
            raw: String::new(),
        };
        self.intake.submit(input).await.unwrap()
    }

    /// A command of the administrator.
    pub async fn give(&self, command: Command) -> Answer {
        self.does(From::Administrator, Deed::Command(Box::new(command)))
            .await
    }

    /// What stands behind a question to the database.
    pub async fn finds<T>(&self, mut ask: impl FnMut(&World) -> lianluo::domain::world::Deciding<T>) -> T {
        let mut reading = self.store.read().await.unwrap();
        reading.look(|world| ask(world)).await.unwrap().unwrap()
    }

    pub async fn office(&self, code: &str) -> OfficeId {
        let code = code.to_owned();
        self.finds(|world| world.office_coded(&code)).await.unwrap()
    }

    pub async fn deputy(&self, code: &str) -> DeputyId {
        let code = code.to_owned();
        self.finds(|world| world.deputy_coded(&code)).await.unwrap()
    }

    /// The case of a number.
    pub async fn case(&self, number: &str) -> lianluo::domain::case::Case {
        let number: i64 = number.parse().unwrap();
        self.finds(|world| {
            let id = world.case_numbered(&number)?.unwrap_or(CaseId(0));
            Ok(world.case(&id)?.clone())
        })
        .await
    }

    /// A number from the database, for counting rows.
    pub async fn count(&self, sql: &'static str) -> i64 {
        count(&self.address, sql).await
    }

    /// Somebody's browser with a session of its own, bound to nothing.
    pub async fn browser(&self) -> Browser {
        let cookie: String = (0..32).map(|_| format!("{:02x}", rand::random::<u8>())).collect();
        let answer = self
            .does(
                From::Program,
                Deed::Command(Box::new(Command::OpenSession {
                    hash: secret_hash(&cookie),
                    account: None,
                    locale: Locale::ZhCn,
                })),
            )
            .await;
        let Answer::Account(account) = answer else {
            panic!("{answer:?}")
        };
        Browser {
            base: self.base.clone(),
            cookie,
            account,
            client: reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .no_proxy()
                .build()
                .unwrap(),
        }
    }

    /// Redeems an invitation in a browser.
    pub async fn redeems(&self, browser: &Browser, code: &str, tail: &str) -> Answer {
        let command = Command::Redeem {
            code: code.into(),
            tail: tail.into(),
        };
        self.does(From::Account(browser.account), Deed::Command(Box::new(command)))
            .await
    }

    /// The browser of an officer of the office with this code.
    pub async fn officer(&self, office: &str, name: &str) -> Browser {
        let code = format!("OFFICER{:08x}", rand::random::<u32>());
        let office = self.office(office).await;
        self.give(Command::InviteOfficer {
            office,
            name: name.into(),
            tail: "6789".into(),
            code: code.clone(),
        })
        .await;
        let browser = self.browser().await;
        let answer = self.redeems(&browser, &code, "6789").await;
        assert_eq!(answer, Answer::BoundOfficer(office));
        browser
    }

    /// A bound deputy of the sample roster.
    pub async fn bound(&self, code: &str) -> Browser {
        let id = self.deputy(code).await;
        let secret = format!("DEPUTY{:08x}", rand::random::<u32>());
        self.give(Command::InviteDeputies {
            deputies: vec![id],
            codes: vec![secret.clone()],
        })
        .await;
        let card = self
            .finds(|world| Ok(world.deputy(&id)?.card_number.clone()))
            .await;
        let browser = self.browser().await;
        let answer = self.redeems(&browser, &secret, &card[card.len() - 4..]).await;
        assert_eq!(answer, Answer::BoundDeputy(id));
        browser
    }

    /// Taps a button of the conversation.
    pub async fn taps(&self, browser: &Browser, act: &Act) -> Answer {
        self.does(
            From::Account(browser.account),
            Deed::Tapped { data: act.encode() },
        )
        .await
    }

    /// Says something in the conversation.
    pub async fn says(&self, browser: &Browser, text: &str) -> Answer {
        self.does(From::Account(browser.account), said(text, None)).await
    }

    /// Somebody writes a letter to an office; its number.
    pub async fn writes_to_office(&self, office: &str, text: &str) -> (Browser, String) {
        let browser = self.browser().await;
        let office = self.office(office).await;
        self.taps(&browser, &Act::OfficeOf(office)).await;
        self.says(&browser, text).await;
        let number = self.newest().await;
        (browser, number)
    }

    /// Somebody writes a letter to a bound deputy; its number.
    pub async fn writes_to_deputy(&self, code: &str, text: &str) -> String {
        let browser = self.browser().await;
        self.does(From::Account(browser.account), said(text, Some(code.to_owned())))
            .await;
        self.newest().await
    }

    async fn newest(&self) -> String {
        let number = self.count("SELECT max(number) FROM cases").await;
        number.to_string()
    }
}

fn said(text: &str, to_code: Option<String>) -> Deed {
    Deed::Said(Said {
        content: Content::Text(text.to_owned()),
        remote_id: None,
        reply: None,
        to_code,
        album: None,
        forwarded: None,
    })
}

/// Someone's browser: one cookie.
#[derive(Clone)]
pub struct Browser {
    pub base: String,
    pub cookie: String,
    pub account: AccountId,
    pub client: reqwest::Client,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub location: String,
    pub kind: String,
    pub disposition: String,
    pub text: String,
    pub bytes: Vec<u8>,
}

impl Page {
    /// Fails unless the page was shown.
    pub fn shown(self) -> Self {
        assert_eq!(self.status, 200, "{}", self.text);
        self
    }

    pub fn has(&self, words: &str) -> bool {
        self.text.contains(words)
    }

    /// Fails unless these words are on it.
    pub fn says(self, words: &str) -> Self {
        assert!(self.has(words), "no {words} in {}", self.text);
        self
    }

    /// The hidden fields of the form that is sent to this path.
    pub fn form(&self, action: &str) -> Vec<(String, String)> {
        self.forms(action)
            .next()
            .unwrap_or_else(|| panic!("no form to {action} in {}", self.text))
    }

    /// All forms that are sent to this path.
    pub fn forms<'a>(&'a self, action: &str) -> impl Iterator<Item = Vec<(String, String)>> + 'a {
        let mark = format!("action=\"{action}\"");
        self.text
            .split("<form ")
            .skip(1)
            .filter(move |form| form[..form.find('>').unwrap()].contains(&mark))
            .map(|form| {
                let form = &form[..form.find("</form>").unwrap()];
                form.split("<input ")
                    .skip(1)
                    .map(|input| &input[..input.find('>').unwrap()])
                    .filter(|input| input.contains("type=\"hidden\""))
                    .map(|input| (attribute(input, "name"), attribute(input, "value")))
                    .collect()
            })
    }
}

fn attribute(tag: &str, name: &str) -> String {
    let start = format!("{name}=\"");
    let rest = &tag[tag.find(&start).unwrap() + start.len()..];
    rest[..rest.find('"').unwrap()].to_owned()
}

/// Fields of a form and what is typed into it.
pub fn with(mut form: Vec<(String, String)>, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    form.extend(
        typed
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    form
}

impl Browser {
    async fn page(request: reqwest::RequestBuilder) -> Page {
        let response = request.send().await.unwrap();
        let header = |name: &str| {
            response
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let (status, location) = (response.status().as_u16(), header("location"));
        let (kind, disposition) = (header("content-type"), header("content-disposition"));
        let bytes = response.bytes().await.unwrap().to_vec();
        Page {
            status,
            location,
            kind,
            disposition,
            text: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }

    pub async fn get(&self, path: &str) -> Page {
        let request = self
            .client
            .get(format!("{}{path}", self.base))
            .header("cookie", format!("lianluo={}", self.cookie));
        Self::page(request).await
    }

    pub async fn post(&self, path: &str, fields: &[(String, String)]) -> Page {
        let request = self
            .client
            .post(format!("{}{path}", self.base))
            .header("cookie", format!("lianluo={}", self.cookie))
            .form(fields);
        Self::page(request).await
    }

    /// Opens the page, fills its form to `action` and sends it.
    pub async fn sends(&self, page: &str, action: &str, typed: &[(&str, &str)]) -> Page {
        let form = self.get(page).await.form(action);
        self.post(action, &with(form, typed)).await
    }

    /// Sends a file with the fields of a form.
    pub async fn uploads(&self, path: &str, fields: &[(String, String)], name: &str, bytes: &[u8]) -> Page {
        let mut body = Vec::new();
        for (field, value) in fields {
            body.extend_from_slice(
                format!("--mark\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n")
                    .as_bytes(),
            );
        }
        body.extend_from_slice(
            format!("--mark\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--mark--\r\n");
        let request = self
            .client
            .post(format!("{}{path}", self.base))
            .header("cookie", format!("lianluo={}", self.cookie))
            .header("content-type", "multipart/form-data; boundary=mark")
            .body(body);
        Self::page(request).await
    }

    /// Where a form that was taken leads.
    pub async fn follows(&self, page: Page) -> Page {
        assert_eq!(page.status, 303, "{}", page.text);
        self.get(&page.location).await.shown()
    }
}
