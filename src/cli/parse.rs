//! Reading the words after `lianluo`, with help in the language of the office.

use std::ffi::OsString;
use std::sync::LazyLock;

use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use crate::domain::Locale;
use crate::text::{Words, words};

use super::Cli;

/// The words of a language that clap wants to keep for the life of the program.
struct Fixed {
    commands: String,
    arguments: String,
    options: String,
    command_name: String,
}

static FIXED: LazyLock<[Fixed; 2]> = LazyLock::new(|| {
    Locale::ALL.map(|locale| {
        let say = |key| words(locale).say(key);
        Fixed {
            commands: say("help-heading-commands"),
            arguments: say("help-heading-arguments"),
            options: say("help-heading-options"),
            command_name: say("help-value-command"),
        }
    })
});

fn fixed(words: &Words) -> &'static Fixed {
    match words.locale() {
        Locale::ZhCn => &FIXED[0],
        Locale::En => &FIXED[1],
    }
}

/// Reads the words. Errors are clap's own: help and version (to standard output, exit 0) and wrong use (exit 2).
pub fn parse(args: impl IntoIterator<Item = OsString>, words: &Words) -> Result<Cli, clap::Error> {
    let mut command = localized(words);
    let matches = command.try_get_matches_from_mut(args)?;
    Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// The whole command with all help texts.
pub fn localized(words: &Words) -> Command {
    dressed(Cli::command(), "help", words)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(ArgAction::Help)
                .help(words.say("help-help"))
                .help_heading(fixed(words).options.as_str()),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.say("help-version"))
                .help_heading(fixed(words).options.as_str()),
        )
}

/// The texts of a command and of those below it. The key of a command is that of the one above and its own name; the key of
/// an argument is that of its command and its name, or `help-argument` and its name where it means the same everywhere.
fn dressed(command: Command, key: &str, words: &Words) -> Command {
    let names: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    let below: Vec<String> = command
        .get_subcommands()
        // Nobody reads the help of a command that only the program gives itself.
        .filter(|below| !below.is_hide_set())
        .map(|below| below.get_name().to_owned())
        .collect();
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say("help-heading-usage")
    );
    let mut command = command
        .about(words.say(if key == "help" { "help-lianluo" } else { key }))
        .long_about(None)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .help_template(template)
        .subcommand_help_heading(fixed(words).commands.as_str())
        .subcommand_value_name(fixed(words).command_name.as_str());
    for name in names {
        let word = name.replace('_', "-");
        let own = format!("{key}--{word}");
        let text = if words.has(&own) {
            words.say(&own)
        } else {
            words.say(&format!("help-argument-{word}"))
        };
        command = command.mut_arg(name, |arg| {
            let heading = if arg.is_positional() {
                &fixed(words).arguments
            } else {
                &fixed(words).options
            };
            arg.help(text).long_help(None).help_heading(heading.as_str())
        });
    }
    for name in below {
        let below_key = format!("{key}-{name}");
        command = command.mut_subcommand(name, |below| dressed(below, &below_key, words));
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;
    use crate::text::words;

    /// All commands with their help.
    fn pages(command: &mut Command, pages: &mut Vec<String>) {
        pages.push(command.render_long_help().to_string());
        for below in command.get_subcommands_mut() {
            self::pages(below, pages);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for locale in Locale::ALL {
            let mut command = localized(words(locale));
            command.build();
            let mut all = Vec::new();
            pages(&mut command, &mut all);
            assert!(all.len() > 30, "{}", all.len());
            for page in all {
                assert!(!page.contains("help-"), "{page}");
            }
        }
    }

    #[test]
    fn the_words_of_the_command_line_are_sound() {
        Cli::command().debug_assert();
        localized(words(Locale::ZhCn)).debug_assert();
    }

    #[test]
    fn wrong_use_ends_with_two_and_help_with_nought() {
        let exit = |line: &str| {
            let args = line.split(' ').map(OsString::from);
            parse(args, words(Locale::ZhCn)).map_or_else(|error| error.exit_code(), |_| -1)
        };
        for line in [
            "lianluo nonsense",
            "lianluo roster",
            "lianluo invite deputy",
            "lianluo invite deputy --all",
            "lianluo invite deputy CS-001 --all --unit CS",
            "lianluo handbook export CS-001 --year 2026",
            "lianluo dossier export CS-001 --unit CS --year 2026 --format json --out a.json",
        ] {
            assert_eq!(exit(line), 2, "{line}");
        }
        for line in ["lianluo --help", "lianluo roster import -h", "lianluo --version"] {
            assert_eq!(exit(line), 0, "{line}");
        }
        for line in [
            "lianluo",
            "lianluo serve",
            "lianluo roster import list.xlsx --dry-run --unit CS",
            "lianluo invite deputy CS-001 CS-002 --json",
            "lianluo invite deputy --all --unit CS --out slips.html",
            "lianluo invite officer HN --name 李示 --phone-last4 0001",
            "lianluo dead-letters settle 5",
            "lianluo calendar import days.csv --dry-run",
            "lianluo deadline 2026-01-14 --rule feedback --json",
        ] {
            assert_eq!(exit(line), -1, "{line}");
        }
    }
}
