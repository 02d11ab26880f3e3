//! 运行情况: how the program fares, in sentences for people who don't look after machines.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET /desk/running`.
#[derive(Template)]
#[template(path = "desk/running.html", config = "src/web/askama.toml")]
pub struct RunningPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub rows: Vec<RunningRow>,
    /// What waits to leave, a line for each lane of a channel.
    pub waiting: Vec<RunningRow>,
}

/// One thing and how it stands.
#[derive(Debug, Clone)]
pub struct RunningRow {
    pub about: String,
    pub shown: String,
    /// Someone should look after it.
    pub is_trouble: bool,
}

impl RunningPage {
    fn heading(&self) -> String {
        let troubles = self.rows.iter().filter(|row| row.is_trouble).count();
        if troubles == 0 {
            return self.words.say("desk-running");
        }
        let count = Args::new().number("count", i64::try_from(troubles).unwrap_or(i64::MAX));
        self.words.say_with("desk-running-troubles", &count)
    }
}
