//! The engine for one command of the command line: it opens the database itself, and a running `serve` sees what it owes.

use crate::cli::CliError;
use crate::config::{Config, key_file};
use crate::documents::typeset::Press;
use crate::domain::answer::Answer;
use crate::domain::audit::hex;
use crate::domain::command::Command;
use crate::domain::context::Rules;
use crate::domain::input::{Deed, From, Input};
use crate::engine::{Clock, Engine, NotTaken, Pace, Parts};
use crate::store::Store;
use crate::text::Words;

/// The clocks that the settings ask for.
pub fn clock(config: &Config) -> Clock {
    match (config.clock.starts_at, config.clock.speed) {
        (None, 1) => Clock::system(),
        (starts_at, speed) => {
            let clock = Clock::system();
            Clock::set(starts_at.unwrap_or_else(|| clock.now()), f64::from(speed))
        }
    }
}

/// An engine without channels.
pub struct Office {
    engine: Engine,
    store: Store,
    rules: Rules,
    clock: Clock,
    press: Press,
}

impl Office {
    /// Opens the database of the settings.
    pub async fn open(config: &Config, words: &Words) -> Result<Self, CliError> {
        let keys =
            key_file::read_or_make(&config.key_file).map_err(|fault| CliError::WrongUse(fault.say(words)))?;
        let store = Store::open(config.database.open(), keys.sealer()).await?;
        let (rules, clock) = (config.rules(""), clock(config));
        let engine = Engine::start(Parts {
            store: store.clone(),
            clock: clock.clone(),
            rules: rules.clone(),
            lookup: keys.lookup(),
            process: rand::random(),
            outlet: None,
            pace: Pace {
                per_second: 0.0,
                per_chat_per_second: 0.0,
                in_flight: 1,
            },
            files: config.files_dir.clone(),
        });
        Ok(Self {
            engine,
            store,
            rules,
            clock,
            press: super::press(config),
        })
    }

    /// Ends the engine and the connections.
    pub async fn close(self) {
        self.engine.stop().await;
        self.store.close().await;
    }
}

impl crate::cli::Office for Office {
    async fn give(&self, command: Command) -> Result<Answer, NotTaken> {
        let input = Input {
            key: format!("cli:{}", hex(&rand::random::<[u8; 16]>())),
            from: From::Administrator,
            deed: Deed::Command(Box::new(command)),
            said_at: None,
            raw: String::new(),
        };
        self.engine.intake.submit(input).await
    }

    fn store(&self) -> &Store {
        &self.store
    }

    fn rules(&self) -> &Rules {
        &self.rules
    }

    fn now(&self) -> i64 {
        self.clock.now()
    }

    fn press(&self) -> Press {
        self.press.clone()
    }
}
