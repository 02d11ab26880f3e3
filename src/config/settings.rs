//! The table of all settings: names, defaults, examples. `.env.example`, the table in README and the sentences about faults
//! are made from it, and `Config` asks it for defaults.
//!
//! **Invariant:** a setting that isn't in the table can't be read. What a setting does stands in `locales/*/cli.ftl` under
//! `setting-NAME`.

use crate::domain::Locale;
use crate::text::words;

/// What belongs together in `.env.example`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Token and way of fetching.
    Telegram,
    /// Database, files, key, fonts.
    Storage,
    /// Addresses of the web chat and desk, limits of what people send.
    Web,
    /// Language and clock.
    Language,
    /// How fast is sent.
    Sending,
    /// What the office's custom sets.
    Rules,
    /// Short messages and mail.
    Fallback,
    /// The words of deputies' voice messages.
    Voices,
    /// What is written to the log.
    Log,
}

impl Group {
    fn key(self) -> &'static str {
        match self {
            Group::Telegram => "settings-telegram",
            Group::Storage => "settings-storage",
            Group::Web => "settings-web",
            Group::Language => "settings-language",
            Group::Sending => "settings-sending",
            Group::Rules => "settings-rules",
            Group::Fallback => "settings-fallback",
            Group::Voices => "settings-voices",
            Group::Log => "settings-log",
        }
    }
}

/// Whether the value of a setting may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// In faults, and by `doctor`.
    Openly,
    /// Never.
    Never,
}

/// A setting.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The name of the environment variable.
    pub name: &'static str,
    /// What counts when it isn't set; empty: nothing.
    pub default: &'static str,
    /// A value that would be right.
    pub example: &'static str,
    /// Whether its value may be shown.
    pub shown: Shown,
    /// Where it stands.
    pub group: Group,
}

const fn setting(
    group: Group,
    name: &'static str,
    default: &'static str,
    example: &'static str,
    shown: Shown,
) -> Setting {
    Setting {
        name,
        default,
        example,
        shown,
        group,
    }
}

const fn open(group: Group, name: &'static str, default: &'static str, example: &'static str) -> Setting {
    setting(group, name, default, example, Shown::Openly)
}

const fn secret(group: Group, name: &'static str, default: &'static str, example: &'static str) -> Setting {
    setting(group, name, default, example, Shown::Never)
}

/// All settings, in the order of `.env.example`.
pub const SETTINGS: &[Setting] = &[
    secret(
        Group::Telegram,
        "TELOXIDE_TOKEN",
        "",
        "7000000001:AAExampleExampleExampleExampleExamp",
    ),
    open(Group::Telegram, "TELOXIDE_API_URL", "", "http://127.0.0.1:8081"),
    secret(Group::Telegram, "TELOXIDE_PROXY", "", "http://127.0.0.1:3128"),
    open(Group::Telegram, "TELEGRAM_MODE", "poll", "poll"),
    secret(
        Group::Telegram,
        "TELEGRAM_WEBHOOK_SECRET",
        "",
        "5b2c9e0d41f7483aa6d1",
    ),
    secret(
        Group::Storage,
        "DATABASE_URL",
        "sqlite://data/lianluo.db",
        "sqlite://data/lianluo.db",
    ),
    open(Group::Storage, "FILES_DIR", "data/files", "data/files"),
    open(Group::Storage, "KEY_FILE", "data/lianluo.key", "data/lianluo.key"),
    open(
        Group::Storage,
        "BACKUP_RECIPIENT",
        "",
        "age1lvyvwawkr0mcnnnncaghunadrqkmuf9e6507x9y920xxpp866cnql7dp2z",
    ),
    open(Group::Storage, "FONT_PATH", "", "/usr/share/fonts/opentype/noto"),
    open(Group::Web, "LISTEN", "127.0.0.1:8080", "127.0.0.1:8080"),
    open(Group::Web, "METRICS_LISTEN", "", "127.0.0.1:9090"),
    open(Group::Web, "PUBLIC_URL", "", "https://lianluo.example.org"),
    open(Group::Web, "TRUSTED_PROXY", "", "127.0.0.1,10.0.0.0/8"),
    open(Group::Web, "UPLOAD_LIMIT_MB", "20", "20"),
    open(Group::Web, "WEB_POSTS_PER_MINUTE", "30", "30"),
    open(Group::Web, "WEB_POSTS_PER_MINUTE_PER_ADDRESS", "600", "600"),
    open(Group::Language, "LIANLUO_LOCALE", "zh-CN", "zh-CN"),
    open(Group::Language, "LIANLUO_CLOCK", "", "2026-03-01T09:00:00+08:00"),
    open(Group::Language, "LIANLUO_CLOCK_SPEED", "1", "3600"),
    open(Group::Sending, "SEND_PER_SECOND", "30", "30"),
    open(Group::Sending, "SEND_PER_CHAT_PER_SECOND", "1", "1"),
    open(Group::Sending, "SEND_IN_FLIGHT", "64", "64"),
    open(Group::Sending, "CARDS_PER_MINUTE", "5", "5"),
    open(Group::Sending, "QUIET_FROM", "21:00", "21:00"),
    open(Group::Sending, "QUIET_UNTIL", "08:30", "08:30"),
    open(Group::Rules, "RECEIPT_WINDOW_SECONDS", "60", "60"),
    open(Group::Rules, "INVITATION_DAYS", "30", "30"),
    open(Group::Rules, "LOOKUP_TRIES", "5", "5"),
    open(Group::Rules, "RETENTION_MONTHS", "6", "6"),
    open(Group::Rules, "BACK_DATING_DAYS", "60", "60"),
    open(Group::Rules, "UNASKED_PER_DAY", "1", "1"),
    open(Group::Rules, "SLIP_COUNTS", "no", "no"),
    open(Group::Rules, "FEEDBACK_SEALED", "no", "no"),
    open(Group::Rules, "REPLY_CLASSES", "A,B,C,D", "A,B,C,D"),
    open(Group::Rules, "OFFICE_PHONE", "", "0731-00000000"),
    open(Group::Fallback, "FALLBACK_AFTER_MINUTES", "120", "120"),
    secret(Group::Fallback, "SMS_URL", "", "https://sms.example.org/send"),
    open(
        Group::Fallback,
        "SMS_BODY",
        r#"{"phone":"{phone}","text":"{text}"}"#,
        r#"{"phone":"{phone}","text":"{text}"}"#,
    ),
    open(Group::Fallback, "SMS_HEADER", "Authorization", "Authorization"),
    secret(Group::Fallback, "SMS_SECRET", "", "Bearer 5b2c9e0d41f7"),
    secret(
        Group::Fallback,
        "SMTP_URL",
        "",
        "smtps://lianluo@mail.example.org:465",
    ),
    secret(Group::Fallback, "SMTP_PASSWORD", "", "5b2c9e0d41f7"),
    open(Group::Fallback, "SMTP_FROM", "", "lianluo@example.org"),
    secret(
        Group::Voices,
        "TRANSCRIBE_URL",
        "",
        "http://127.0.0.1:9000/v1/audio/transcriptions",
    ),
    open(Group::Voices, "TRANSCRIBE_MODEL", "whisper-1", "whisper-1"),
    secret(Group::Voices, "TRANSCRIBE_SECRET", "", "5b2c9e0d41f7"),
    open(Group::Log, "RUST_LOG", "info", "info,lianluo=debug"),
    open(Group::Log, "LOG_FORMAT", "text", "text"),
];

/// The setting of a name; `None` for a name that isn't one.
pub fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

/// A value as `.env` takes it: dotenvy would split it at a blank, and put a variable in the place of `$NAME`.
fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@+,%?=&".contains(c);
    if value.chars().all(plain) {
        value.to_owned()
    } else if value.contains('\'') {
        let escaped = value
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('$', "\\$");
        format!("\"{escaped}\"")
    } else {
        format!("'{value}'")
    }
}

/// A file of settings with a sentence in both languages for each: those in `values` are set, all others stand commented out
/// with their defaults. Without values it is `.env.example`.
pub fn settings_file(values: &[(&str, &str)]) -> String {
    let mut file = String::new();
    let tell = |file: &mut String, key: &str| {
        for locale in Locale::ALL {
            for line in words(locale).say(key).lines() {
                file.push_str("# ");
                file.push_str(line);
                file.push('\n');
            }
        }
    };
    tell(&mut file, "settings-head");
    let mut group = None;
    for setting in SETTINGS {
        if group != Some(setting.group) {
            group = Some(setting.group);
            let mut titles = Locale::ALL
                .map(|locale| words(locale).say(setting.group.key()))
                .to_vec();
            titles.dedup();
            file.push_str(&format!("\n# ---- {} ----\n", titles.join(" · ")));
        }
        file.push('\n');
        tell(&mut file, &format!("setting-{}", setting.name));
        match values.iter().find(|(name, _)| *name == setting.name) {
            Some((name, value)) => file.push_str(&format!("{name}={}\n", quoted(value))),
            None => file.push_str(&format!("# {}={}\n", setting.name, quoted(setting.default))),
        }
    }
    file
}

/// The table of settings as README shows it, in Markdown.
pub fn settings_table(locale: Locale) -> String {
    let words = words(locale);
    let mut table = format!(
        "| {} | {} | {} |\n| --- | --- | --- |\n",
        words.say("settings-column-name"),
        words.say("settings-column-default"),
        words.say("settings-column-meaning")
    );
    for setting in SETTINGS {
        let default = match setting.default {
            "" => String::new(),
            default => format!("`{default}`"),
        };
        let meaning = words.say(&format!("setting-{}", setting.name));
        table.push_str(&format!(
            "| `{}` | {default} | {} |\n",
            setting.name,
            meaning.replace('|', "\\|").replace('\n', " ")
        ));
    }
    table
}
