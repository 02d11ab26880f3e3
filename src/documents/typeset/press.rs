//! The press: orders are set by child processes of this same program. Called by the web, the command line and, for
//! pictures in chat, by the sender's way to documents.
//!
//! **Invariants:** two children at most at a time, a few orders waiting, the others refused at once; a child has bounded
//! memory and time and none of our environment (no token, no key); it dies with us; its fault is ours to log, never
//! the reader's to read.

use std::fmt;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rustix::process::{Resource, Rlimit, Signal, set_parent_process_death_signal, setrlimit};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;

use super::{Fonts, NoFont, Order, set};

/// Children at a time.
const CHILDREN: usize = 2;
/// Orders that may wait beside those being set.
const WAITING: usize = 64;
/// A handbook of 400 lines takes a fraction of a second; what takes this long is stuck.
const PATIENCE: Duration = Duration::from_secs(30);
/// The child's own limit of computing time, in seconds: it holds also when we are gone.
const CPU_SECONDS: u64 = 25;
/// What a child may write to in memory. A handbook of 400 lines takes about 100 MiB.
const MEMORY: u64 = 768 * 1024 * 1024;
/// The largest file that is taken back.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Why nothing was printed.
#[derive(Debug)]
pub enum PressError {
    /// There is no font with Chinese on the system.
    NoFont,
    /// Too much is waiting already.
    Busy,
    /// It took too long and was ended.
    Stuck,
    /// The child could not be started, or said this.
    Failed(String),
}

impl PressError {
    /// The text that a person reads.
    pub fn key(&self) -> &'static str {
        match self {
            PressError::NoFont => "font-missing",
            PressError::Busy => "press-busy",
            PressError::Stuck | PressError::Failed(_) => "press-fault",
        }
    }
}

impl fmt::Display for PressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PressError::NoFont => f.write_str("no font with Chinese characters was found"),
            PressError::Busy => f.write_str("too many pages are waiting to be set"),
            PressError::Stuck => f.write_str("a page took too long to be set"),
            PressError::Failed(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for PressError {}

/// Sets orders in child processes. Cheap to clone; all clones share the two places.
#[derive(Clone)]
pub struct Press {
    program: PathBuf,
    font_path: Option<String>,
    places: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
}

/// What the child reads from its standard input.
#[derive(Serialize, Deserialize)]
struct Job {
    order: Order,
    font_path: Option<String>,
}

/// Why a child leaves without a page.
#[derive(Debug)]
pub enum Unset {
    /// There is no font: the exit code is [`NO_FONT`].
    NoFont,
    /// For the log of the one who asked.
    Because(String),
}

/// The child's exit code when there is no font with Chinese.
pub const NO_FONT: u8 = 3;

/// One of those that wait or are being set.
struct Waits(Arc<AtomicUsize>);

impl Drop for Waits {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Press {
    /// A press whose children are `program` and look for fonts at `font_path` first.
    pub fn new(program: PathBuf, font_path: Option<String>) -> Self {
        Self {
            program,
            font_path,
            places: Arc::new(Semaphore::new(CHILDREN)),
            waiting: Arc::default(),
        }
    }

    /// The bytes of the PDF or PNG.
    pub async fn print(&self, order: Order) -> Result<Vec<u8>, PressError> {
        let ahead = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _waits = Waits(Arc::clone(&self.waiting));
        if ahead >= CHILDREN + WAITING {
            return Err(PressError::Busy);
        }
        let _place = self
            .places
            .acquire()
            .await
            .expect("the places of the press are never closed");
        let job = Job {
            order,
            font_path: self.font_path.clone(),
        };
        let job = serde_json::to_vec(&job).map_err(|error| PressError::Failed(error.to_string()))?;
        tokio::time::timeout(PATIENCE, self.by_child(job))
            .await
            .map_err(|_| PressError::Stuck)?
    }

    /// Dropping this kills the child.
    async fn by_child(&self, job: Vec<u8>) -> Result<Vec<u8>, PressError> {
        let failed = |error: std::io::Error| PressError::Failed(error.to_string());
        let mut child = Command::new(&self.program)
            .arg("typeset")
            .env_clear()
            // Two children already share the machine; threads of their own would only take memory.
            .env("RAYON_NUM_THREADS", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(failed)?;
        let (mut input, output, faults) = match (child.stdin.take(), child.stdout.take(), child.stderr.take())
        {
            (Some(input), Some(output), Some(faults)) => (input, output, faults),
            _ => return Err(PressError::Failed("the child has no pipes".to_owned())),
        };
        let (mut made, mut said) = (Vec::new(), Vec::new());
        let (mut output, mut faults) = (output.take(LARGEST + 1), faults.take(4_096));
        let give = async {
            // A child that ends early says why on its own; the broken pipe isn't the reason.
            let _ = input.write_all(&job).await;
            drop(input);
        };
        let (_, read, heard) =
            tokio::join!(give, output.read_to_end(&mut made), faults.read_to_end(&mut said));
        read.and(heard).map_err(failed)?;
        if made.len() as u64 > LARGEST {
            return Err(PressError::Failed("the file grew too large".to_owned()));
        }
        let status = child.wait().await.map_err(failed)?;
        if status.success() && !made.is_empty() {
            return Ok(made);
        }
        if status.code() == Some(i32::from(NO_FONT)) {
            return Err(PressError::NoFont);
        }
        let said = String::from_utf8_lossy(&said);
        Err(PressError::Failed(format!("{status}: {}", said.trim())))
    }
}

/// The child's whole work: a job from standard input becomes a file on standard output.
pub fn work(input: impl Read, mut output: impl Write) -> Result<(), Unset> {
    limit_oneself().map_err(because)?;
    let job: Job = serde_json::from_reader(input).map_err(because)?;
    let fonts = Fonts::find(job.font_path.as_deref()).map_err(|NoFont| Unset::NoFont)?;
    let made = set(&job.order, &fonts).map_err(because)?;
    output
        .write_all(&made)
        .and_then(|()| output.flush())
        .map_err(because)
}

fn because(reason: impl fmt::Display) -> Unset {
    Unset::Because(reason.to_string())
}

fn limit_oneself() -> rustix::io::Result<()> {
    let limits = [
        (Resource::Data, MEMORY),
        (Resource::Cpu, CPU_SECONDS),
        // A core would hold what people wrote.
        (Resource::Core, 0),
    ];
    for (resource, most) in limits {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    set_parent_process_death_signal(Some(Signal::KILL))
}
