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
use crate::telegram;
use crate::text::Words;

/// A dead network must not hold up the invitation: it is good on the web too.
pub const NAME_PATIENCE: std::time::Duration = std::time::Duration::from_secs(3);

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
    /// Opens the database of the settings, and finds out the bot's name, which is part of links.
    pub async fn open_for_links(config: &Config, words: &Words) -> Result<Self, CliError> {
        let mut office = Self::open(config, words).await?;
        office.rules = config.rules(&bot_name(config, &office.store).await);
        Ok(office)
    }

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

/// Under which fact the name of the bot with this number is remembered.
pub fn bot_fact(bot: &str) -> String {
    format!("bot:{bot}")
}

/// The name that an earlier start has heard, else Telegram is asked once; empty when nobody knows: then links lead to the
/// web alone.
async fn bot_name(config: &Config, store: &Store) -> String {
    let Some(settings) = &config.telegram else {
        return String::new();
    };
    let Some(id) = telegram::bot_id(settings.token.open()) else {
        return String::new();
    };
    let fact = bot_fact(id);
    let known = async { store.read().await?.find_fact(&fact).await };
    if let Ok(Some(name)) = known.await {
        return name;
    }
    let api_url = settings.api_url.as_ref().map(url::Url::as_str);
    let proxy = settings.proxy.as_ref().map(crate::config::Secret::open);
    let Ok(bot) = telegram::connect(settings.token.open(), api_url, proxy) else {
        return String::new();
    };
    match tokio::time::timeout(NAME_PATIENCE, telegram::who_am_i(&bot)).await {
        Ok(Ok(me)) if !me.username.is_empty() => {
            if let Err(error) = store.set_fact(&fact, &me.username).await {
                tracing::warn!(%error, "the bot's name can't be remembered now");
            }
            me.username
        }
        _ => String::new(),
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
