//! A site on a free port with an office behind it, and people with browsers who look at pages and send their forms.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use lianluo::domain::command::Command;
use lianluo::domain::context::Rules;
use lianluo::domain::ids::IdSource;
use lianluo::web::state::{Door, Hook, Inner, Limits, Web};
use reqwest::header::{CONTENT_TYPE, COOKIE, HeaderMap, LOCATION, SET_COOKIE};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::support::office::{Office, sample_roster};

/// A running site.
pub struct Site {
    pub office: Office,
    pub web: Web,
    pub address: SocketAddr,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
}

/// What a test changes of a site before it starts.
#[derive(Default)]
pub struct Wish {
    pub rules: Rules,
    pub posts_per_minute: Option<u32>,
    pub upload_bytes: Option<usize>,
    pub hook: Option<Arc<dyn Hook>>,
    pub doors: Vec<Door>,
}

impl Site {
    /// With the sample roster; nobody is bound yet.
    pub async fn open() -> Self {
        Self::with(Office::open().await, Wish::default()).await
    }

    pub async fn with(office: Office, wish: Wish) -> Self {
        let web = Web(Arc::new(Inner {
            intake: office.engine.intake.clone(),
            store: office.store.clone(),
            clock: office.clock.clone(),
            rules: wish.rules,
            lookup: office.lookup.clone(),
            ids: IdSource::new(2, office.clock.ticks()),
            files: office.folder.path().join("files"),
            limits: Limits {
                upload_bytes: wish.upload_bytes.unwrap_or(4 * 1024 * 1024),
                posts_per_minute: wish.posts_per_minute.unwrap_or(100),
                posts_per_minute_per_address: 1_000,
                is_trusted_proxy: Arc::new(|_| false),
            },
            wakes: office.engine.wakes_sender(),
            health: Arc::clone(&office.engine.health),
            sending: None,
            fetching: None,
            hook: wish.hook,
            press: crate::support::office::press(),
            doors: wish.doors,
        }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopping) = watch::channel(false);
        let serving = tokio::spawn(lianluo::web::serve(listener, web.clone(), stopping));
        Self {
            office,
            web,
            address,
            stop,
            serving,
        }
    }

    /// A person with a browser of their own.
    pub fn person(&self) -> Person {
        Person::at(format!("http://{}", self.address))
    }

    /// Makes an invitation for the deputy of a code; gives its code and what the deputy answers.
    pub async fn invites(&self, code: &str) -> (String, String) {
        let id = self.office.deputy(code).await;
        let secret = format!("INVITATION{}", code.replace('-', ""));
        self.office
            .give(Command::InviteDeputies {
                deputies: vec![id],
                codes: vec![secret.clone()],
            })
            .await;
        let entry = sample_roster()
            .into_iter()
            .find(|entry| entry.code.as_str() == code)
            .unwrap();
        (secret, entry.card_number.unwrap().last_four().to_owned())
    }

    /// A deputy who has redeemed the invitation in this browser.
    pub async fn deputy(&self, code: &str) -> Person {
        let (secret, tail) = self.invites(code).await;
        let mut deputy = self.person();
        let path = format!("/i/{secret}");
        assert_eq!(deputy.get(&path).await.status, 200);
        let page = deputy.posts(&path, "redeem", &[("last_four", &tail)]).await;
        assert_eq!(page.way(), "/chat");
        deputy
    }

    /// Looks at a page until it says the words, again after each wake: that a page was fetched is noted behind its answer.
    pub async fn sees(&self, person: &mut Person, path: &str, words: &str) -> Page {
        let mut wakes = self.web.0.wakes.subscribe();
        loop {
            let page = person.get(path).await;
            if page.text().contains(words) {
                return page;
            }
            let wake = tokio::time::timeout(Duration::from_secs(20), wakes.recv()).await;
            wake.unwrap_or_else(|_| panic!("{words} is not in {}", page.text()))
                .unwrap();
        }
    }

    /// All rows that anything could have written.
    pub async fn rows(&self) -> i64 {
        self.office
            .count(
                "SELECT (SELECT count(*) FROM accounts) + (SELECT count(*) FROM sessions) + (SELECT count(*) FROM outbox) \
                 + (SELECT count(*) FROM input_keys) + (SELECT count(*) FROM audit_entries) + (SELECT count(*) FROM cases)",
            )
            .await
    }

    /// Tells the server to stop; gives the task in which it does.
    pub fn stops(self) -> JoinHandle<()> {
        self.stop.send(true).unwrap();
        self.serving
    }
}

/// What came back.
pub struct Page {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Where a 303 leads.
    pub fn way(&self) -> String {
        assert_eq!(self.status, 303, "{}", self.text());
        self.headers[LOCATION].to_str().unwrap().to_owned()
    }

    pub fn header(&self, name: &str) -> String {
        self.headers
            .get(name)
            .map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
    }

    /// What stands between two pieces of the page.
    pub fn between(&self, before: &str, behind: &str) -> String {
        let text = self.text();
        let (_, rest) = text
            .split_once(before)
            .unwrap_or_else(|| panic!("{before} is not in {text}"));
        rest.split_once(behind).unwrap().0.to_owned()
    }
}

/// Someone with a browser.
pub struct Person {
    site: String,
    client: reqwest::Client,
    pub cookies: HashMap<String, String>,
    csrf: String,
}

/// A file in a form: its name and its bytes.
pub type Sent<'a> = (&'a str, &'a [u8]);

impl Person {
    /// With a browser that knows nothing yet, in front of a site.
    pub fn at(site: String) -> Self {
        Self {
            site,
            client: reqwest::Client::builder()
                .no_proxy()
                .redirect(reqwest::redirect::Policy::none())
                .build()
                .unwrap(),
            cookies: HashMap::new(),
            csrf: String::new(),
        }
    }

    fn cookie(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        pairs.join("; ")
    }

    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.site));
        if self.cookies.is_empty() {
            request
        } else {
            request.header(COOKIE, self.cookie())
        }
    }

    pub async fn hears(&mut self, request: reqwest::RequestBuilder) -> Page {
        let response = request.send().await.unwrap();
        for value in response.headers().get_all(SET_COOKIE) {
            let pair = value.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let page = Page {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            bytes: response.bytes().await.unwrap().to_vec(),
        };
        let text = page.text();
        if let Some((_, rest)) = text.split_once("name=\"csrf\" value=\"") {
            self.csrf = rest.split_once('"').unwrap().0.to_owned();
        }
        page
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.hears(self.request(reqwest::Method::GET, path)).await
    }

    /// Sends a small form with a key.
    pub async fn posts(&mut self, path: &str, key: &str, fields: &[(&str, &str)]) -> Page {
        let csrf = self.csrf.clone();
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &csrf).append_pair("form_key", key);
        form.extend_pairs(fields);
        let request = self
            .request(reqwest::Method::POST, path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form.finish());
        self.hears(request).await
    }

    /// The form of the box, as a request that is not yet sent.
    pub fn letter(&self, key: &str, fields: &[(&str, &str)], files: &[Sent<'_>]) -> reqwest::RequestBuilder {
        let mut body = Vec::new();
        let own = [("csrf", self.csrf.as_str()), ("form_key", key)];
        for (name, value) in own.iter().chain(fields) {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        for (name, bytes) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--edge--\r\n");
        self.request(reqwest::Method::POST, "/chat/send")
            .header(CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(body)
    }

    /// Sends the form of the box.
    pub async fn sends(&mut self, key: &str, fields: &[(&str, &str)], files: &[Sent<'_>]) -> Page {
        let request = self.letter(key, fields, files);
        self.hears(request).await
    }

    /// Writes to the deputy of a code from their page; gives the page behind it.
    pub async fn writes(&mut self, code: &str, text: &str) -> Page {
        let path = format!("/d/{code}");
        self.get(&path).await;
        let key = format!("box{}", rand::random::<u32>());
        let sent = self
            .sends(&key, &[("to", code), ("reader", "deputy"), ("text", text)], &[])
            .await;
        assert_eq!(sent.way(), path);
        self.get(&path).await
    }
}
