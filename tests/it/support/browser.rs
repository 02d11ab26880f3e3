//! People in front of a real browser: headless Chromium, driven by ChromeDriver over the WebDriver protocol.
//!
//! ChromeDriver is a child of the test on a port of its own; every person has a browser session of their own. The
//! programs are named by `CHROMIUM` and `CHROMEDRIVER`, or found in the usual places; where they are missing the test
//! fails. When a test fails, what each person saw then lies as pictures in `target/browser`.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::wd::{Capabilities, Locator, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use futures_util::FutureExt;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::program::{PATIENCE, Program, free_port};

/// A window as wide as a telephone, and one as wide as an office screen.
pub const TELEPHONE: (u32, u32) = (360, 740);
pub const SCREEN: (u32, u32) = (1280, 800);

fn program(setting: &str, usual: &[&str]) -> PathBuf {
    let named = std::env::var_os(setting).map(PathBuf::from);
    let found = named.or_else(|| usual.iter().map(PathBuf::from).find(|path| path.exists()));
    let found = found.filter(|path| path.exists());
    found.unwrap_or_else(|| {
        panic!("{setting} names no program and none is in {usual:?}: ./test.sh installs it")
    })
}

/// The browsers of one test.
pub struct Browsers {
    driver: String,
    chromium: PathBuf,
    folder: tempfile::TempDir,
    open: Mutex<Vec<Browser>>,
}

/// Runs a test with browsers; all are closed however it ends, and what they showed is kept when it fails.
pub async fn with_browsers(test: &str, story: impl AsyncFnOnce(&Browsers)) {
    let chromium = program(
        "CHROMIUM",
        &[
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        ],
    );
    let driver = program(
        "CHROMEDRIVER",
        &["/usr/bin/chromedriver", "/usr/bin/chromium.chromedriver"],
    );
    let mut command = Command::new(driver);
    // Left to choose by itself, it takes a port that is free for one of IPv4 and IPv6 only, and fails for the other.
    let port = free_port();
    command.arg(format!("--port={port}")).stdin(Stdio::null());
    let mut driver = Program::start(command);
    driver.says("started successfully").await;
    let browsers = Browsers {
        driver: format!("http://127.0.0.1:{port}"),
        chromium,
        folder: tempfile::tempdir().unwrap(),
        open: Mutex::default(),
    };
    let ended = AssertUnwindSafe(story(&browsers)).catch_unwind().await;
    let open = std::mem::take(&mut *browsers.open.lock().unwrap());
    for browser in open {
        if ended.is_err() {
            browser.keeps_a_picture(test).await;
        }
        // A browser that has crashed can't be closed.
        let _ = browser.client.close().await;
    }
    driver.dies();
    if let Err(failure) = ended {
        std::panic::resume_unwind(failure);
    }
}

impl Browsers {
    /// A person with a browser that knows nothing yet.
    pub async fn person(&self, name: &str, site: &str, size: (u32, u32)) -> Browser {
        self.person_speaking(name, site, size, "zh-CN").await
    }

    /// A person whose browser asks for a language.
    pub async fn person_speaking(
        &self,
        name: &str,
        site: &str,
        (width, height): (u32, u32),
        language: &str,
    ) -> Browser {
        let profile = self.folder.path().join(name);
        // No sandbox: it needs rights that CI doesn't have, and only our own pages are opened.
        let args = [
            "--headless".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--disable-quic".to_owned(),
            "--no-proxy-server".to_owned(),
            "--hide-scrollbars".to_owned(),
            format!("--window-size={width},{height}"),
            format!("--lang={language}"),
            format!("--user-data-dir={}", profile.display()),
        ];
        let wanted = json!({
            "goog:chromeOptions": {
                "binary": self.chromium,
                "args": args,
                "prefs": {
                    "intl.accept_languages": language,
                    "download.default_directory": self.folder.path(),
                },
            },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(wanted) = wanted else {
            unreachable!()
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(Capabilities::from(wanted))
            .connect(&self.driver)
            .await
            .unwrap();
        let browser = Browser {
            name: name.to_owned(),
            site: site.to_owned(),
            client,
        };
        // The window of a headless browser may not be narrower than 500; the page in it may.
        browser.is_wide(width, height, 1.0).await;
        self.open.lock().unwrap().push(browser.clone());
        browser
    }

    /// Waits for a downloaded file with this ending.
    pub async fn downloaded(&self, ending: &str) -> PathBuf {
        let look = || {
            let files = std::fs::read_dir(self.folder.path()).unwrap();
            let mut files = files.map(|file| file.unwrap().path());
            files.find(|path| path.extension().is_some_and(|it| it == ending))
        };
        let waiting = async {
            loop {
                if let Some(path) = look() {
                    return path;
                }
                tokio::time::sleep(Duration::from_millis(25)).await;
            }
        };
        let found = tokio::time::timeout(PATIENCE, waiting).await;
        found.unwrap_or_else(|_| panic!("no {ending} was downloaded"))
    }

    /// Where files lie that a browser has downloaded, and where a test may put files for it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// A person's browser. Cheap to clone.
#[derive(Clone)]
pub struct Browser {
    name: String,
    site: String,
    pub client: Client,
}

/// A command of ChromeDriver beyond the standard.
#[derive(Debug)]
struct Beyond {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Beyond {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (reqwest::Method, Option<String>) {
        (reqwest::Method::POST, Some(self.body.to_string()))
    }
}

/// The text of an XPath that may hold either quote.
fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "no test looks for a double quote");
    format!("\"{text}\"")
}

impl Browser {
    async fn beyond(&self, path: &'static str, body: Value) -> Value {
        self.client.issue_cmd(Beyond { path, body }).await.unwrap()
    }

    /// A command of the protocol by which Chromium's own tools look into pages.
    pub async fn chromium(&self, command: &str, params: Value) -> Value {
        let body = json!({ "cmd": command, "params": params });
        self.beyond("goog/cdp/execute", body).await
    }

    /// The page is so wide in dots of the screen, and enlarged so many times.
    pub async fn is_wide(&self, width: u32, height: u32, enlarged: f64) {
        let size = |length: u32| (f64::from(length) / enlarged).round();
        let metrics = json!({
            "width": size(width), "height": size(height), "deviceScaleFactor": enlarged, "mobile": false,
        });
        self.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Without a net, or with it again.
    pub async fn net(&self, net: Net) {
        self.chromium("Network.enable", json!({})).await;
        let conditions = json!({
            "offline": net == Net::Gone, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.chromium("Network.emulateNetworkConditions", conditions)
            .await;
    }

    /// Pages that are opened from now on look for news by the stream alone, never now and then.
    pub async fn only_listens(&self) {
        let script = json!({ "source": "window.setInterval = function () { return 0; };" });
        self.chromium("Page.addScriptToEvaluateOnNewDocument", script)
            .await;
    }

    /// Scripts of pages no longer run; those of the test still do.
    pub async fn has_no_script(&self) {
        self.chromium("Emulation.setScriptExecutionDisabled", json!({ "value": true }))
            .await;
    }

    /// Opens a path of the site, or a whole address.
    pub async fn opens(&self, path: &str) {
        let address = if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.site)
        };
        self.client.goto(&address).await.unwrap();
    }

    /// Where the browser is, without the site.
    pub async fn place(&self) -> String {
        let url = self.client.current_url().await.unwrap();
        let query = url.query().map_or_else(String::new, |query| format!("?{query}"));
        format!("{}{query}", url.path())
    }

    /// What a person can read on the page.
    pub async fn page(&self) -> String {
        let text = self
            .client
            .execute("return document.body.innerText", vec![])
            .await;
        text.unwrap().as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script that gives something true; waits until it does.
    pub async fn until(&self, what: &str, script: &str) -> Value {
        let waiting = async {
            loop {
                // Between two pages there is none to ask.
                if let Ok(found) = self.client.execute(script, vec![]).await
                    && !matches!(found, Value::Null | Value::Bool(false))
                    && found != ""
                    && found != 0
                {
                    return found;
                }
                tokio::time::sleep(Duration::from_millis(25)).await;
            }
        };
        match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(found) => found,
            Err(_) => panic!("{} waits in vain for {what}:\n{}", self.name, self.page().await),
        }
    }

    /// Waits until the page says these words; gives all that it says.
    pub async fn sees(&self, words: &str) -> String {
        let script = format!(
            "const t = document.body.innerText; return t.includes({}) && t",
            json!(words)
        );
        let page = self.until(&format!("「{words}」"), &script).await;
        page.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element that is shown.
    pub async fn finds(&self, css: &str) -> Element {
        let script = format!(
            "return [...document.querySelectorAll({})].some(e => e.getClientRects().length > 0)",
            json!(css)
        );
        self.until(css, &script).await;
        self.client.find(Locator::Css(css)).await.unwrap()
    }

    /// Clicks the newest button or link with this label, as soon as it is there.
    pub async fn clicks(&self, label: &str) {
        let quoted = quoted(label);
        let path = format!(
            "(//*[self::a or self::button or self::summary or self::label][normalize-space(.) = {quoted}])[last()]"
        );
        let clicking = async {
            loop {
                // The page changes by itself: what was found may have been replaced or moved before the click.
                let found = self.client.find(Locator::XPath(&path)).await;
                if let Ok(element) = found
                    && element.click().await.is_ok()
                {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(25)).await;
            }
        };
        if tokio::time::timeout(PATIENCE, clicking).await.is_err() {
            panic!("{} can't click {label}:\n{}", self.name, self.page().await);
        }
    }

    /// Types into the field with this id.
    pub async fn types(&self, id: &str, text: &str) {
        let field = self.finds(&format!("#{id}")).await;
        field.send_keys(text).await.unwrap();
    }

    /// Writes into the box of the chat and sends it.
    pub async fn writes(&self, text: &str) {
        self.types("text", text).await;
        self.clicks("发送").await;
    }

    /// Presses keys wherever the focus is.
    pub async fn presses(&self, keys: &str) {
        let here = self.client.active_element().await.unwrap();
        here.send_keys(keys).await.unwrap();
    }

    /// What the console complained of since it was last asked: errors, and what the content policy refused.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.beyond("se/log", json!({ "type": "browser" })).await;
        let lines = log.as_array().cloned().unwrap_or_default();
        let bad = lines
            .iter()
            .filter(|line| line["level"] == "SEVERE" || line["level"] == "WARNING");
        bad.map(|line| line["message"].to_string()).collect()
    }

    /// Nothing sticks out at the side of the page.
    pub async fn fits(&self, what: &str) {
        let script = "const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) { return ''; }
            return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1)
              .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 20)).slice(0, 5).join('; ') || 'something'";
        let out = self.client.execute(script, vec![]).await.unwrap();
        assert_eq!(out, "", "{what} scrolls sideways");
    }

    /// Everything that is tapped is at least so many points high and wide.
    pub async fn has_targets_of(&self, points: u32, what: &str) {
        let script = "const least = arguments[0] - 0.5;
            return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
              .filter(e => e.getClientRects().length && e.type !== 'hidden' && !e.matches('.skip, p.text a, td a, th a, dd a'))
              .map(e => [e.closest('label') || e, e])
              .filter(([box]) => { const r = box.getBoundingClientRect(); return r.height < least || r.width < least; })
              .map(([box, e]) => e.tagName + ' ' + (box.textContent.trim() || e.id) + ' ' +
                Math.round(box.getBoundingClientRect().width) + 'x' + Math.round(box.getBoundingClientRect().height))
              .join('; ')";
        let small = self.client.execute(script, vec![json!(points)]).await.unwrap();
        assert_eq!(small, "", "{what} has targets smaller than {points} points");
    }

    async fn keeps_a_picture(&self, test: &str) {
        let Ok(picture) = self.client.screenshot().await else {
            return;
        };
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("browser");
        // A picture that can't be kept must not hide why the test failed.
        if std::fs::create_dir_all(&folder).is_ok() {
            let _ = std::fs::write(folder.join(format!("{test}-{}.png", self.name)), picture);
        }
    }
}

/// Whether there is a net.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Net {
    There,
    Gone,
}
