//! `doctor`: looks at settings, key, database, files and people, and says how to mend what isn't right. `app` adds what only
//! it can see (Telegram's answer, the lock of a running `serve`) as findings of its own.

mod disk;

use std::io::Write;

use clap::Args as Arguments;
use serde_json::json;

use crate::config::key_file::{self, KeyFault};
use crate::config::{Config, Fault};
use crate::documents::typeset::{Fonts, NoFont, Role};
use crate::domain::calendar::in_force::in_force;
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::store::{Store, StoreError};
use crate::text::{Args, Words, plan_wanted};

use super::{CliError, output};

#[derive(Debug, Arguments)]
pub struct DoctorArgs {
    #[arg(long)]
    pub json: bool,
}

/// How a thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// As it should be.
    Fine,
    /// Works, but worth a word.
    Worth,
    /// Has to be mended.
    Broken,
}

impl Health {
    fn word(self) -> &'static str {
        match self {
            Health::Fine => "fine",
            Health::Worth => "worth",
            Health::Broken => "broken",
        }
    }
}

/// One thing that was looked at: the sentence says what was found and, where it isn't fine, the mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How it stands.
    pub health: Health,
    /// A word for scripts: `settings`, `key`, `database` …
    pub about: &'static str,
    /// The sentence.
    pub says: String,
}

impl Finding {
    /// A finding.
    pub fn new(health: Health, about: &'static str, says: String) -> Self {
        Self { health, about, says }
    }
}

/// The settings and what lies on the disk. `config` as [`Config::read`] gave it.
pub fn examine_settings(config: &Result<Config, Vec<Fault>>, words: &Words) -> Vec<Finding> {
    let config = match config {
        Ok(config) => config,
        Err(faults) => {
            return faults
                .iter()
                .map(|fault| Finding::new(Health::Broken, "settings", fault.say(words)))
                .collect();
        }
    };
    let mut findings = vec![Finding::new(
        Health::Fine,
        "settings",
        words.say("doctor-settings-fine"),
    )];
    for warning in &config.warnings {
        findings.push(Finding::new(Health::Worth, "settings", warning.say(words)));
    }
    findings.push(examine_key(config, words));
    findings.extend(disk::examine(config, words));
    findings.push(examine_fonts(config.font_path.as_deref(), words));
    let fallback = if config.sms.is_some() || config.email.is_some() {
        (Health::Fine, "doctor-fallback-fine")
    } else {
        (Health::Worth, "doctor-fallback-none")
    };
    findings.push(Finding::new(fallback.0, "fallback", words.say(fallback.1)));
    if config.telegram.is_none() {
        findings.push(Finding::new(
            Health::Worth,
            "telegram",
            words.say("doctor-telegram-none"),
        ));
    }
    findings
}

fn examine_key(config: &Config, words: &Words) -> Finding {
    let has_database = crate::store::sqlite_file(config.database.open()).is_none_or(|path| path.exists());
    match key_file::read(&config.key_file) {
        // Before the first start there is none; with a database it is lost.
        Err(KeyFault::Absent(_)) if !has_database => {
            Finding::new(Health::Fine, "key", words.say("doctor-key-not-yet"))
        }
        Err(fault) => Finding::new(Health::Broken, "key", fault.say(words)),
        Ok(_) if key_file::is_open_to_others(&config.key_file) == Some(true) => {
            let path = Args::new().text("path", config.key_file.display().to_string());
            Finding::new(Health::Worth, "key", words.say_with("doctor-key-open", &path))
        }
        Ok(_) => Finding::new(Health::Fine, "key", words.say("doctor-key-fine")),
    }
}

/// What handbooks, posters and pictures are printed with.
fn examine_fonts(font_path: Option<&str>, words: &Words) -> Finding {
    match Fonts::find(font_path) {
        Ok(fonts) => {
            let names = Role::ALL.map(|role| fonts.of(role).info().family.to_string());
            let mut names = names.to_vec();
            names.dedup();
            let args = Args::new().text("names", names.join(words.say("doctor-fonts-and").as_str()));
            Finding::new(Health::Fine, "fonts", words.say_with("doctor-fonts-fine", &args))
        }
        Err(NoFont) => Finding::new(Health::Worth, "fonts", words.say("font-missing")),
    }
}

/// The database, as `Store::open` gave it, who works with it, and its calendar at the instant `now`.
pub async fn examine_store(store: &Result<Store, StoreError>, now: i64, words: &Words) -> Vec<Finding> {
    let broken = |error: &StoreError| {
        let why = Args::new().text("why", error.to_string());
        Finding::new(
            Health::Broken,
            "database",
            words.say_with("doctor-database-broken", &why),
        )
    };
    let store = match store {
        Ok(store) => store,
        Err(error) => return vec![broken(error)],
    };
    match look_around(store, now, words).await {
        Ok(findings) => findings,
        Err(error) => vec![broken(&error)],
    }
}

async fn look_around(store: &Store, now: i64, words: &Words) -> Result<Vec<Finding>, StoreError> {
    let mut reading = store.read().await?;
    reading.answers().await?;
    store.takes_writes().await?;
    let key = if store.is_sqlite() {
        "doctor-database-sqlite"
    } else {
        "doctor-database-postgres"
    };
    let mut findings = vec![Finding::new(Health::Fine, "database", words.say(key))];
    let officers = reading
        .look(|world| {
            let offices = world.list(&ListKey::Offices)?.ids.clone();
            let lists: Vec<ListKey> = offices.iter().map(|id| ListKey::Officers((*id).into())).collect();
            world.want(lists.iter().map(|list| Key::List(list.clone())))?;
            let mut count = 0;
            for list in &lists {
                count += world.list(list)?.ids.len();
            }
            Ok(count)
        })
        .await?
        .unwrap_or(0);
    let deputies: i64 = reading
        .unit_counts()
        .await?
        .iter()
        .map(|unit| unit.deputies)
        .sum();
    let dead = reading.open_dead_letters(500).await?.len();
    let people = Args::new()
        .number("officers", i64::try_from(officers).unwrap_or(i64::MAX))
        .number("deputies", deputies);
    let (health, key) = match (officers, deputies) {
        (0, _) => (Health::Worth, "doctor-no-officer"),
        (_, 0) => (Health::Worth, "doctor-no-deputy"),
        _ => (Health::Fine, "doctor-people"),
    };
    findings.push(Finding::new(health, "people", words.say_with(key, &people)));
    if dead > 0 {
        let count = Args::new().number("count", i64::try_from(dead).unwrap_or(i64::MAX));
        findings.push(Finding::new(
            Health::Worth,
            "dead_letters",
            words.say_with("doctor-dead-letters", &count),
        ));
    }
    let wanted = reading
        .look(|world| Ok(in_force(world)?.plan_wanted(day_of(now))))
        .await?
        .unwrap_or(None);
    findings.push(match wanted {
        Some(wanted) => Finding::new(Health::Worth, "calendar", plan_wanted(wanted, words)),
        None => Finding::new(Health::Fine, "calendar", words.say("doctor-calendar-fine")),
    });
    Ok(findings)
}

/// Tells all findings; an error when one of them is broken.
pub fn tell(
    findings: &[Finding],
    args: &DoctorArgs,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    for finding in findings {
        if args.json {
            let value =
                json!({"about": finding.about, "health": finding.health.word(), "says": finding.says});
            output::json(out, &value)?;
        } else {
            let mark = words.say(&format!("doctor-mark-{}", finding.health.word()));
            output::line(out, &format!("{mark} {}", finding.says))?;
        }
    }
    if findings.iter().any(|finding| finding.health == Health::Broken) {
        Err(CliError::Told)
    } else {
        Ok(())
    }
}
