//! The command line against a running office: every line is parsed as an administrator types it.

mod calendar;
mod deputies;
mod init_and_doctor;
mod invitations;
mod letters;
mod papers;
mod read_report;
mod roster;
mod storage;
mod suggestions;
mod words;

use std::ffi::OsString;

use lianluo::cli::{Action, CliError, parse};
use lianluo::domain::Locale;
use lianluo::domain::answer::Answer;
use lianluo::domain::command::Command;
use lianluo::domain::context::Rules;
use lianluo::engine::NotTaken;
use lianluo::store::Store;
use lianluo::text::words;

use crate::support::office::Office;

/// The office as the command line sees it.
struct Desk {
    office: Office,
    rules: Rules,
}

impl lianluo::cli::Office for Desk {
    async fn give(&self, command: Command) -> Result<Answer, NotTaken> {
        Ok(self.office.give(command).await)
    }

    fn store(&self) -> &Store {
        &self.office.store
    }

    fn rules(&self) -> &Rules {
        &self.rules
    }

    fn press(&self) -> lianluo::documents::typeset::Press {
        crate::support::office::press()
    }

    fn now(&self) -> i64 {
        self.office.clock.now()
    }
}

impl Desk {
    async fn open() -> Self {
        Self::of(Office::open().await)
    }

    fn of(office: Office) -> Self {
        let rules = Rules {
            public_url: "https://lianluo.example.org".into(),
            ..Rules::default()
        };
        Self { office, rules }
    }

    /// A path in the folder of the test.
    fn path(&self, name: &str) -> String {
        self.office.folder.path().join(name).display().to_string()
    }

    /// What a line prints, and how it ends. Words are parted by blanks.
    async fn runs(&self, line: &str) -> (Result<(), CliError>, String) {
        let args = line.split_whitespace().map(OsString::from);
        let words = words(Locale::ZhCn);
        let cli = parse([OsString::from("lianluo")].into_iter().chain(args), words)
            .unwrap_or_else(|error| panic!("{line}: {error}"));
        let Action::Office(action) = cli.action() else {
            panic!("{line} isn't done through an office");
        };
        let mut out = Vec::new();
        let end = action.run(self, words, &mut out).await;
        (end, String::from_utf8(out).unwrap())
    }

    /// What a line prints when it is done.
    async fn does(&self, line: &str) -> String {
        let (end, out) = self.runs(line).await;
        if let Err(error) = end {
            panic!("{line}: {:?}\n{out}", error.say(words(Locale::ZhCn)));
        }
        out
    }

    /// Why a line isn't done, with its exit code.
    async fn fails(&self, line: &str) -> (u8, String) {
        let (end, out) = self.runs(line).await;
        let error = end.expect_err(&out);
        let said = error.say(words(Locale::ZhCn)).unwrap_or_default();
        (error.exit_code(), said + &out)
    }

    /// The values of JSON that a line prints.
    async fn values(&self, line: &str) -> Vec<serde_json::Value> {
        let out = self.does(line).await;
        out.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    async fn stop(self) {
        self.office.engine.stop().await;
    }
}
