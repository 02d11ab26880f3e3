//! The real program as a child process, in a folder and on a port of its own: for what only a process can show, such as
//! kills, locks, limits of the system, and pages in a real browser.
//!
//! The port lies below those that the system gives to outgoing connections, so that no other test takes it between two
//! starts.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use tokio::sync::watch;

/// How long a test waits for what should happen at once. Generous: a busy machine is no failure.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// What the program says when its doors are open.
const READY: &str = "联络已启动";

/// A folder with settings, on which programs run one after the other or side by side.
pub struct Installation {
    pub folder: tempfile::TempDir,
    port: u16,
    settings: Vec<(String, String)>,
    through: Vec<String>,
}

/// A command that has ended.
pub struct Ended {
    /// None: a signal ended it.
    pub code: Option<i32>,
    /// What it printed for other programs.
    pub out: String,
    /// Everything it printed.
    pub printed: String,
}

/// A port that nobody listens on now, and that is given to nobody else in this run.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = u16::try_from(std::process::id() % 190).unwrap() * 50;
    loop {
        let port = 10_000 + (start + NEXT.fetch_add(1, Ordering::Relaxed)) % 9_500;
        if std::net::TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

impl Installation {
    /// With an SQLite database in its folder; nothing is there yet.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let place = |name: &str| folder.path().join(name).display().to_string();
        let settings = [
            ("DATABASE_URL", format!("sqlite://{}", place("office.db"))),
            ("FILES_DIR", place("files")),
            ("KEY_FILE", place("office.key")),
            ("LISTEN", format!("127.0.0.1:{port}")),
            ("WEB_POSTS_PER_MINUTE", "600".to_owned()),
        ];
        let settings = settings.map(|(name, value)| (name.to_owned(), value));
        Self {
            folder,
            port,
            settings: settings.to_vec(),
            through: Vec::new(),
        }
    }

    /// With a setting; the last one of a name holds.
    pub fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.into()));
        self
    }

    /// Every program is started through this command, such as `setpriv` with its options.
    pub fn through(mut self, command: &str) -> Self {
        self.through = command.split_whitespace().map(str::to_owned).collect();
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn address(&self) -> std::net::SocketAddr {
        ([127, 0, 0, 1], self.port).into()
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    fn setting(&self, name: &str) -> String {
        let found = self.settings.iter().find(|(known, _)| known == name);
        found.unwrap().1.clone()
    }

    /// The same on a database of its own on the PostgreSQL server.
    pub async fn on_postgres(self) -> Self {
        self.set("DATABASE_URL", super::office::postgres().await)
    }

    /// Another one on the same database, files and key, at an address of its own.
    pub fn beside(&self) -> Self {
        let port = free_port();
        let other = Self {
            folder: tempfile::tempdir().unwrap(),
            port,
            settings: self.settings.clone(),
            through: self.through.clone(),
        };
        other.set("LISTEN", format!("127.0.0.1:{port}"))
    }

    /// The address of the database.
    pub fn database(&self) -> String {
        self.setting("DATABASE_URL")
    }

    /// A connection to the SQLite file of the office, beside the program.
    pub async fn sqlite(&self) -> sqlx::SqliteConnection {
        use sqlx::Connection;
        sqlx::SqliteConnection::connect(&self.database()).await.unwrap()
    }

    /// One number from the database.
    pub async fn count(&self, sql: &'static str) -> i64 {
        super::office::count(&self.database(), sql).await
    }

    /// Waits until a number in the database is this one.
    pub async fn until(&self, sql: &'static str, wanted: i64) {
        let counted = async {
            while self.count(sql).await != wanted {
                tokio::time::sleep(Duration::from_millis(25)).await;
            }
        };
        let came = tokio::time::timeout(PATIENCE, counted).await;
        assert!(came.is_ok(), "it is {} for ever: {sql}", self.count(sql).await);
    }

    fn command(&self, args: &[&str]) -> Command {
        let program = env!("CARGO_BIN_EXE_lianluo");
        let mut line = self.through.iter().map(String::as_str).chain([program]);
        let mut command = Command::new(line.next().expect("the program itself at least"));
        command.args(line);
        command
            .args(args)
            .env_clear()
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .envs(self.settings.clone())
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub async fn runs(&self, args: &[&str]) -> Ended {
        self.starts(args).ends().await
    }

    /// Runs a command that succeeds; gives what it printed.
    pub async fn does(&self, args: &[&str]) -> String {
        let ended = self.runs(args).await;
        assert_eq!(ended.code, Some(0), "{args:?}: {}", ended.printed);
        ended.out
    }

    /// The sample roster is taken in.
    pub async fn takes_the_roster(&self) {
        let roster = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/roster-sample.csv");
        self.does(&["roster", "import", roster.to_str().unwrap()]).await;
    }

    /// Invites by a command line; gives the code of the invitation.
    pub async fn invites(&self, args: &[&str]) -> String {
        let line: Vec<&str> = ["invite"]
            .iter()
            .chain(args)
            .chain(&["--json"])
            .copied()
            .collect();
        let out = self.does(&line).await;
        let value: serde_json::Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
        value["code"].as_str().unwrap().to_owned()
    }

    /// Starts a command that goes on.
    pub fn starts(&self, args: &[&str]) -> Program {
        Program::start(self.command(args))
    }

    /// Starts `serve` and waits until its doors are open.
    pub async fn serves(&self) -> Program {
        let mut program = self.starts(&["serve"]);
        program.says(READY).await;
        program
    }
}

/// A running program. It is killed when the test lets go of it.
pub struct Program {
    child: Child,
    out: watch::Receiver<String>,
    said: watch::Receiver<String>,
}

/// Collects the lines of a stream on a thread of its own, until the program ends.
fn collect(stream: impl Read + Send + 'static, into: Vec<watch::Sender<String>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            for text in &into {
                text.send_modify(|text| {
                    text.push_str(&line);
                    text.push('\n');
                });
            }
        }
    });
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Program {
    pub fn start(mut command: Command) -> Self {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (all, said) = watch::channel(String::new());
        let (alone, out) = watch::channel(String::new());
        collect(child.stdout.take().unwrap(), vec![alone, all.clone()]);
        collect(child.stderr.take().unwrap(), vec![all]);
        Self { child, out, said }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything it has printed so far.
    pub fn printed(&self) -> String {
        self.said.borrow().clone()
    }

    /// Waits until it has printed these words; gives everything that it has printed.
    pub async fn says(&mut self, words: &str) -> String {
        let waiting = self.said.wait_for(|text| text.contains(words));
        let end = match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(Ok(text)) => return text.clone(),
            Ok(Err(_)) => "it ended",
            Err(_) => "it is silent",
        };
        panic!("waited in vain for 「{words}」: {end}\n{}", self.printed());
    }

    /// SIGKILL.
    pub fn dies(self) {
        drop(self);
    }

    /// Sends a signal by name.
    pub fn hears(&self, signal: &str) {
        // The shell has kill built in everywhere.
        let line = format!("kill -{signal} {}", self.id());
        let sent = Command::new("sh").args(["-c", &line]).status();
        assert!(sent.unwrap().success());
    }

    /// SIGTERM; waits for the end.
    pub async fn stops(self) -> Ended {
        self.hears("TERM");
        self.ends().await
    }

    /// Waits for its end.
    pub async fn ends(mut self) -> Ended {
        let streams = async { while self.said.changed().await.is_ok() {} };
        let ended = tokio::time::timeout(PATIENCE, streams).await;
        assert!(ended.is_ok(), "it does not end\n{}", self.printed());
        Ended {
            code: self.child.wait().unwrap().code(),
            out: self.out.borrow().clone(),
            printed: self.printed(),
        }
    }
}
