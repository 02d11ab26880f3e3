//! The Fluent catalogues of both languages, embedded in the binary, and how a text is asked for.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::Locale;

/// All files of a language, by subject. The same subjects exist in both languages.
macro_rules! catalogue {
    ($folder:literal) => {
        [
            include_str!(concat!("../../locales/", $folder, "/chat.ftl")),
            include_str!(concat!("../../locales/", $folder, "/web.ftl")),
            include_str!(concat!("../../locales/", $folder, "/desk.ftl")),
            include_str!(concat!("../../locales/", $folder, "/cli.ftl")),
            include_str!(concat!("../../locales/", $folder, "/roster.ftl")),
            include_str!(concat!("../../locales/", $folder, "/calendar.ftl")),
            include_str!(concat!("../../locales/", $folder, "/handbook.ftl")),
            include_str!(concat!("../../locales/", $folder, "/hand-in.ftl")),
            include_str!(concat!("../../locales/", $folder, "/record.ftl")),
            include_str!(concat!("../../locales/", $folder, "/activity.ftl")),
            include_str!(concat!("../../locales/", $folder, "/dossier.ftl")),
            include_str!(concat!("../../locales/", $folder, "/papers.ftl")),
            include_str!(concat!("../../locales/", $folder, "/telegram.ftl")),
            include_str!(concat!("../../locales/", $folder, "/feedback.ftl")),
            include_str!(concat!("../../locales/", $folder, "/suggestion.ftl")),
            include_str!(concat!("../../locales/", $folder, "/draft.ftl")),
            include_str!(concat!("../../locales/", $folder, "/inquiry.ftl")),
            include_str!(concat!("../../locales/", $folder, "/reminders.ftl")),
        ]
    };
}

static CHINESE: LazyLock<Words> = LazyLock::new(|| Words::read(Locale::ZhCn, &catalogue!("zh-CN")));
static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read(Locale::En, &catalogue!("en")));

/// The words of one language. Borrowed for the life of the program.
pub fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::ZhCn => &CHINESE,
        Locale::En => &ENGLISH,
    }
}

/// One language's texts.
pub struct Words {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

/// Arguments of a text: texts and whole numbers by name.
#[derive(Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// No arguments yet.
    pub fn new() -> Self {
        Self(FluentArgs::new())
    }

    /// Adds a text, shown as it is.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        self.0.set(name, FluentValue::String(value.into()));
        self
    }

    /// Adds a whole number: plural forms follow it, and it is shown without separators.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: i64) -> Self {
        self.0.set(name, FluentValue::from(value));
        self
    }
}

impl Words {
    fn read(locale: Locale, files: &[&str]) -> Self {
        let language: LanguageIdentifier = locale
            .tag()
            .parse()
            .expect("the tag of a locale is a BCP 47 language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks around arguments are invisible characters in chat and break copying of numbers.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) => resource,
                Err((resource, faults)) => {
                    tracing::error!(?faults, "a locale file has faults");
                    resource
                }
            };
            if let Err(faults) = bundle.add_resource(resource) {
                tracing::error!(?faults, "a locale key stands twice");
            }
        }
        Self { locale, bundle }
    }

    /// The language of these words.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The text of a key without arguments.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &Args::new())
    }

    /// The text of a key with its arguments. `key.attribute` names an attribute.
    pub fn say_with(&self, key: &str, args: &Args<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, locale = ?self.locale, "a text is missing");
            return key.to_owned();
        };
        let mut faults = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args.0), &mut faults)
            .into_owned();
        if !faults.is_empty() {
            tracing::error!(key, ?faults, "a text could not be filled in");
        }
        text
    }

    /// True when the key has a text in this language.
    pub fn has(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }
}
