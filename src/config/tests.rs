//! The settings: defaults, all faults at once, secrets that stay hidden, and the files made from the table.

use super::*;
use crate::text::words;

fn config(pairs: &[(&str, &str)]) -> Result<Config, Vec<Fault>> {
    Config::from_pairs(
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    )
}

fn wrong(pairs: &[(&str, &str)]) -> Vec<(&'static str, Wrong)> {
    let faults = config(pairs).err().unwrap_or_default();
    faults
        .into_iter()
        .filter_map(|fault| match fault {
            Fault::Setting { name, wrong, .. } => Some((name, wrong)),
            _ => None,
        })
        .collect()
}

#[test]
fn without_any_setting_the_web_chat_runs_alone_by_the_customs_of_the_office() {
    let config = config(&[]).unwrap();
    assert!(config.telegram.is_none() && config.sms.is_none() && config.email.is_none());
    assert_eq!(config.database.open(), "sqlite://data/lianluo.db");
    assert_eq!(config.public_url, "http://127.0.0.1:8080");
    assert_eq!(config.rules(""), Rules::default());
    assert_eq!(config.warnings, []);
    assert_eq!(
        config.sending,
        Sending {
            per_second: 30,
            per_chat_per_second: 1,
            in_flight: 64
        }
    );
}

#[test]
fn all_faults_are_told_at_once_with_name_reason_and_example() {
    let pairs = [
        ("TELOXIDE_TOKEN", "not a token"),
        ("TELEGRAM_MODE", "push"),
        ("DATABASE_URL", "mysql://lianluo:geheim@db/lianluo"),
        ("LISTEN", "localhost"),
        ("PUBLIC_URL", "lianluo.example.org"),
        ("TRUSTED_PROXY", "127.0.0.1, all"),
        ("LIANLUO_LOCALE", "de"),
        ("LIANLUO_CLOCK", "2026-03-01"),
        ("SEND_PER_SECOND", "fast"),
        ("SEND_IN_FLIGHT", "0"),
        ("QUIET_FROM", "25:00"),
        ("SMS_BODY", "{phone}"),
        ("SMTP_FROM", "nobody"),
        ("RUST_LOG", "lianluo=noise=1"),
        ("LOG_FORMAT", "xml"),
        ("REPLY_CLASSES", "A,B,,A"),
    ];
    let faults = config(&pairs).unwrap_err();
    assert_eq!(faults.len(), pairs.len(), "{faults:?}");
    for locale in Locale::ALL {
        let said: Vec<String> = faults.iter().map(|fault| fault.say(words(locale))).collect();
        for (name, _) in pairs {
            let sentence = said
                .iter()
                .find(|sentence| sentence.contains(name))
                .unwrap_or_else(|| panic!("{name} is not told"));
            let example = settings::find(name).unwrap().example;
            assert!(sentence.contains(example), "{sentence}");
        }
        let all = said.join("\n");
        assert!(!all.contains("geheim") && !all.contains("not a token"), "{all}");
        assert!(all.contains("fast") && all.contains("1000000"), "{all}");
    }
}

#[test]
fn every_kind_of_fault_and_warning_has_its_words_in_both_languages() {
    let kinds = [
        Wrong::Missing("X"),
        Wrong::Number { least: 1, most: 2 },
        Wrong::OneOf("a, b"),
        Wrong::Token,
        Wrong::WebAddress,
        Wrong::NotARoot,
        Wrong::NeedsHttps,
        Wrong::WebhookSecret,
        Wrong::Database,
        Wrong::Listen,
        Wrong::SameListen,
        Wrong::Networks,
        Wrong::Instant,
        Wrong::TimeOfDay,
        Wrong::Telephone,
        Wrong::Classes,
        Wrong::LacksPlace("{text}"),
        Wrong::NotJson,
        Wrong::HeaderName,
        Wrong::HeaderValue,
        Wrong::Smtp,
        Wrong::PasswordInTheClear,
        Wrong::MailAddress,
        Wrong::LogFilter,
        Wrong::Unreadable,
    ];
    let others = [
        Fault::Line(0),
        Fault::Line(3),
        Fault::File(std::io::ErrorKind::PermissionDenied),
    ];
    let warnings = [
        Warning::Unknown("LIANLUO_X".into()),
        Warning::PlainPublicUrl,
        Warning::SetClock,
    ];
    for locale in Locale::ALL {
        let words = words(locale);
        let faults = kinds.iter().map(|kind| Fault::of("LISTEN", "here", kind.clone()));
        let said = faults
            .chain(others.clone())
            .map(|fault| fault.say(words))
            .chain(warnings.iter().map(|warning| warning.say(words)));
        for sentence in said {
            assert!(
                !sentence.contains("config-") && !sentence.contains("{$"),
                "{sentence}"
            );
        }
        for setting in SETTINGS {
            assert!(
                words.has(&format!("setting-{}", setting.name)),
                "{}",
                setting.name
            );
        }
    }
}

#[test]
fn the_examples_and_defaults_of_the_table_are_right() {
    for setting in SETTINGS {
        for value in [setting.default, setting.example] {
            let wrong = wrong(&[(setting.name, value)]);
            let own: Vec<_> = wrong
                .iter()
                .filter(|(name, wrong)| *name == setting.name && !matches!(wrong, Wrong::Missing(_)))
                .collect();
            assert!(own.is_empty(), "{} = {value}: {own:?}", setting.name);
        }
    }
    let mut names: Vec<_> = SETTINGS.iter().map(|setting| setting.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), SETTINGS.len());
}

#[test]
fn a_webhook_needs_its_secret_and_an_address_that_telegram_reaches() {
    let token = ("TELOXIDE_TOKEN", "7000000001:AAExample");
    let mode = ("TELEGRAM_MODE", "webhook");
    let missing = Wrong::Missing("TELEGRAM_MODE=webhook");
    assert_eq!(
        wrong(&[mode]),
        [
            ("TELOXIDE_TOKEN", missing.clone()),
            ("TELEGRAM_WEBHOOK_SECRET", missing.clone())
        ]
    );
    let secret = ("TELEGRAM_WEBHOOK_SECRET", "abc_DEF-123");
    assert_eq!(wrong(&[token, mode, secret]), [("PUBLIC_URL", missing)]);
    for (url, fine) in [
        ("https://lianluo.example.org", true),
        ("https://lianluo.example.org:8443", true),
        ("https://lianluo.example.org:9000", false),
        ("http://lianluo.example.org", false),
    ] {
        let wrong = wrong(&[token, mode, secret, ("PUBLIC_URL", url)]);
        assert_eq!(wrong.is_empty(), fine, "{url}: {wrong:?}");
    }
    let own_server = [
        token,
        mode,
        secret,
        ("TELOXIDE_API_URL", "http://127.0.0.1:8081"),
        ("PUBLIC_URL", "http://127.0.0.1:8080"),
    ];
    let config = config(&own_server).unwrap();
    assert!(matches!(
        config.telegram.unwrap().mode,
        TelegramMode::Webhook { secret } if secret.open() == "abc_DEF-123"
    ));
    for bad in ["has blank", "密", &"a".repeat(257)] {
        let wrong = wrong(&[token, ("TELEGRAM_WEBHOOK_SECRET", bad)]);
        assert_eq!(
            wrong,
            [("TELEGRAM_WEBHOOK_SECRET", Wrong::WebhookSecret)],
            "{bad}"
        );
    }
}

#[test]
fn secrets_stand_in_no_debug_text() {
    let config = config(&[
        ("TELOXIDE_TOKEN", "7000000001:AAgeheim"),
        ("TELEGRAM_WEBHOOK_SECRET", "geheim"),
        ("TELOXIDE_PROXY", "http://me:geheim@proxy.example.org:3128"),
        ("DATABASE_URL", "postgres://lianluo:geheim@db/lianluo"),
        ("SMS_URL", "https://sms.example.org/?key=geheim"),
        ("SMS_SECRET", "geheim"),
        ("SMTP_URL", "smtps://me@mail.example.org"),
        ("SMTP_PASSWORD", "geheim"),
        ("SMTP_FROM", "lianluo@example.org"),
    ])
    .unwrap();
    assert!(config.sms.is_some() && config.email.is_some());
    let shown = format!("{config:?} {}", config.database);
    assert!(!shown.contains("geheim"), "{shown}");
    assert!(config.email.unwrap().url.open().contains("me:geheim@"));
    assert!(!Secret::new("").to_string().is_empty());
}

#[test]
fn a_mail_password_never_travels_in_the_clear() {
    let from = ("SMTP_FROM", "联络 <lianluo@example.org>");
    let clear = [("SMTP_URL", "smtp://me:pw@mail.example.org"), from];
    assert_eq!(wrong(&clear), [("SMTP_URL", Wrong::PasswordInTheClear)]);
    for url in [
        "smtps://me:pw@mail.example.org",
        "smtp://me:pw@mail.example.org:587?tls=required",
        "smtp://mail.example.org",
        "smtp://me:pw@127.0.0.1:2525",
    ] {
        assert_eq!(wrong(&[("SMTP_URL", url), from]), [], "{url}");
    }
    for url in ["mail.example.org", "https://mail.example.org", "smtp://"] {
        assert_eq!(
            wrong(&[("SMTP_URL", url), from]),
            [("SMTP_URL", Wrong::Smtp)],
            "{url}"
        );
    }
    assert_eq!(
        wrong(&[("SMTP_URL", "smtp://mail.example.org")]),
        [("SMTP_FROM", Wrong::Missing("SMTP_URL"))]
    );
}

#[test]
fn a_template_of_short_messages_stays_json_whatever_is_said() {
    let body = |body| wrong(&[("SMS_BODY", body)]);
    assert_eq!(
        body(r#"{"to":["{phone}"],"params":["{text}"],"sign":"联络"}"#),
        []
    );
    assert_eq!(
        body(r#"{"to":"{phone}"}"#),
        [("SMS_BODY", Wrong::LacksPlace("{text}"))]
    );
    assert_eq!(body("{phone} {text}"), [("SMS_BODY", Wrong::NotJson)]);
}

#[test]
fn a_misspelt_name_of_ours_is_mentioned_and_names_of_others_are_passed_over() {
    let config = config(&[
        ("LIANLUO_LOCAL", "en"),
        ("PATH", "/bin"),
        ("LIANLUO_CLOCK", "2026-03-01T09:00:00+08:00"),
        ("PUBLIC_URL", "http://lianluo.example.org/"),
    ])
    .unwrap();
    assert_eq!(
        config.warnings,
        [
            Warning::Unknown("LIANLUO_LOCAL".into()),
            Warning::PlainPublicUrl,
            Warning::SetClock
        ]
    );
    assert_eq!(config.clock.starts_at, Some(1_772_326_800_000));
    assert_eq!(config.public_url, "http://lianluo.example.org");
}

#[test]
fn what_an_office_sets_becomes_the_rules() {
    let config = config(&[
        ("RETENTION_MONTHS", "12"),
        ("INVITATION_DAYS", "7"),
        ("QUIET_FROM", "20:00"),
        ("FALLBACK_AFTER_MINUTES", "30"),
        ("OFFICE_PHONE", "0731-00000000"),
        ("LISTEN", "0.0.0.0:9000"),
        ("CARDS_PER_MINUTE", ""),
    ])
    .unwrap();
    let rules = config.rules("@lianluo_sample_bot");
    assert_eq!(rules.retention_months, 12);
    assert_eq!(rules.invitation_ms, 7 * DAY_MS);
    assert_eq!(rules.quiet.from_minute, 20 * 60);
    assert_eq!(rules.fallback_after_ms, 30 * MINUTE_MS);
    assert_eq!(rules.office_phone, "0731-00000000");
    assert_eq!(rules.public_url, "http://127.0.0.1:9000");
    assert_eq!(rules.bot_name, "lianluo_sample_bot");
    assert_eq!(rules.cards_per_minute, 5, "an empty value is no value");
}

#[test]
fn the_example_file_says_every_setting_and_changes_nothing_when_it_is_switched_on() {
    let file = settings_file(&[]);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/.env.example");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(
        kept, file,
        "write the text of settings_file(&[]) into .env.example"
    );
    let switched_on: String = file
        .lines()
        .map(
            |line| match line.strip_prefix("# ").and_then(|rest| rest.split_once('=')) {
                Some((name, _)) if settings::find(name).is_some() => &line[2..],
                _ => line,
            },
        )
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut surroundings = Surroundings {
        pairs: vec![],
        faults: vec![],
    };
    surroundings.take_file(switched_on.as_bytes());
    assert_eq!(surroundings.faults, []);
    assert_eq!(surroundings.pairs.len(), SETTINGS.len());
    for (setting, (name, value)) in SETTINGS.iter().zip(&surroundings.pairs) {
        assert_eq!((setting.name, setting.default), (name.as_str(), value.as_str()));
    }
    assert!(Config::from_pairs(surroundings.pairs).is_ok());
}

#[test]
fn a_value_with_blanks_dollars_and_quotes_is_written_so_that_it_is_read_again() {
    for value in ["Bearer a$b c", r#"it's "5" $HOME \ 元"#, "{\"a\":'b'}", "#1"] {
        let file = settings_file(&[("SMS_SECRET", value)]);
        let mut surroundings = Surroundings {
            pairs: vec![],
            faults: vec![],
        };
        surroundings.take_file(file.as_bytes());
        assert_eq!(surroundings.pairs, [("SMS_SECRET".to_owned(), value.to_owned())]);
    }
}

#[test]
fn a_line_of_the_file_that_cannot_be_read_is_told_by_its_number_and_not_by_its_words() {
    let mut surroundings = Surroundings {
        pairs: vec![],
        faults: vec![],
    };
    surroundings
        .take_file("\u{feff}LISTEN=127.0.0.1:1\n\nSMS_SECRET=two geheim\nLOG_FORMAT=json\n".as_bytes());
    assert_eq!(surroundings.faults, [Fault::Line(3)]);
    assert_eq!(surroundings.pairs.len(), 2);
}

#[test]
fn the_table_in_the_readme_is_the_table_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let table = settings_table(Locale::ZhCn);
    assert_eq!(table.lines().count(), SETTINGS.len() + 2);
    // A copy of the source without its README is still a program.
    let Ok(readme) = std::fs::read_to_string(path) else {
        return;
    };
    for line in table.lines() {
        assert!(
            readme.lines().any(|it| it == line),
            "README.md lacks the line\n{line}\nof the table that settings_table makes:\n{table}"
        );
    }
}
