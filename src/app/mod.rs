//! The one place where all meet: the program's parts are made from the settings and tied together here.
//!
//! Called by `main` with what the command line asked for; gives the exit code. Nothing imports this room.

mod demo;
mod doctor;
pub mod illustrate;
mod lock;
mod office;
pub mod papers;
mod serve;
mod shared_files;
mod telling;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::{self, Action, CliError};
use crate::config::{self, Config};
use crate::documents::typeset::Press;
use crate::text::{Words, words};

/// Does what the command line asks for. 0 done, 1 failed, 2 wrong use.
pub fn run(args: impl IntoIterator<Item = std::ffi::OsString>) -> ExitCode {
    let words = words(config::asked_locale());
    let cli = match cli::parse(args, words) {
        Ok(cli) => cli,
        Err(error) => {
            // Printing the help can only fail when nobody reads it.
            let _ = error.print();
            return if error.use_stderr() {
                ExitCode::from(2)
            } else {
                ExitCode::SUCCESS
            };
        }
    };
    let action = cli.action();
    if let Action::Typeset = action {
        // Before anything is read or started: the child is as small as it can be.
        return cli::typeset::run();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(act(action, words));
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if let Some(sentence) = error.say(words) {
                eprintln!("{sentence}");
            }
            ExitCode::from(error.exit_code())
        }
    }
}

/// What sets pages: this same program, as its own child.
fn press(config: &Config) -> Press {
    // By this name it stays the same program also after a new release was put in its place.
    let itself = PathBuf::from("/proc/self/exe");
    let program = match itself.exists() {
        true => itself,
        false => std::env::current_exe().unwrap_or(itself),
    };
    Press::new(program, config.font_path.clone())
}

/// All faults of the settings at once.
fn settings(words: &Words) -> Result<Config, CliError> {
    Config::read().map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| fault.say(words)).collect();
        CliError::WrongUse(lines.join("\n"))
    })
}

async fn act(action: Action, words: &'static Words) -> Result<(), CliError> {
    let mut out = std::io::stdout();
    match action {
        Action::Serve => {
            let config = settings(words)?;
            telling::start(&config);
            serve::serve(&config, words).await
        }
        Action::Demo => demo::demo(words).await,
        Action::Init(args) => {
            cli::init::write_env(&args, std::path::Path::new("."), words, &mut out)?;
            let config = settings(words)?;
            let office = office::Office::open_for_links(&config, words).await?;
            let done = cli::init::run(args, &office, words, &mut out).await;
            office.close().await;
            done
        }
        Action::Migrate => {
            let office = office::Office::open(&settings(words)?, words).await?;
            let done = cli::migrate(&office, words, &mut out).await;
            office.close().await;
            done
        }
        Action::Backup(args) if args.makes_key() => cli::backup::make_key(&args, words, &mut out),
        Action::Backup(args) => {
            let config = settings(words)?;
            let office = office::Office::open(&config, words).await?;
            let done = cli::backup::run(args, &config, &office, words, &mut out).await;
            office.close().await;
            done
        }
        Action::Restore(args) => cli::restore::run(args, &settings(words)?, words, &mut out).await,
        Action::Doctor(args) => run_doctor(&args, words, &mut out).await,
        Action::Deadline(args) => cli::deadline::run(&args, &calendar(words).await, words, &mut out),
        Action::CheckDraft(args) => cli::check_draft::run(&args, words, &mut out),
        Action::ReadReport(args) => cli::read_report::run(
            &args,
            crate::engine::Clock::system().now(),
            std::io::stdin().lock(),
            words,
            &mut std::io::BufWriter::new(out),
        ),
        Action::Typeset => Ok(()),
        Action::Office(action) => {
            let config = settings(words)?;
            let office = if action.makes_links() {
                office::Office::open_for_links(&config, words).await?
            } else {
                office::Office::open(&config, words).await?
            };
            let done = action.run(&office, words, &mut out).await;
            office.close().await;
            done
        }
    }
}

/// The calendar of the database, where the settings point to one that exists; else what the program ships.
async fn calendar(words: &Words) -> cli::deadline::Kept {
    use cli::deadline::Kept;
    let Ok(config) = Config::read() else {
        eprintln!("{}", words.say("cli-deadline-shipped"));
        return Kept::shipped();
    };
    let address = config.database.open();
    if crate::store::sqlite_file(address).is_some_and(|path| !path.exists()) {
        return Kept::shipped();
    }
    let kept = match config::key_file::read(&config.key_file) {
        Ok(keys) => match crate::store::Store::open(address, keys.sealer()).await {
            Ok(store) => {
                let kept = Kept::of(&store).await;
                store.close().await;
                kept.ok()
            }
            Err(_) => None,
        },
        Err(_) => None,
    };
    kept.unwrap_or_else(|| {
        // Another calendar than the office's own must not be taken for it in silence.
        eprintln!("{}", words.say("cli-deadline-shipped"));
        Kept::shipped()
    })
}

async fn run_doctor(
    args: &cli::doctor::DoctorArgs,
    words: &Words,
    out: &mut impl std::io::Write,
) -> Result<(), CliError> {
    let config = Config::read();
    let mut findings = cli::doctor::examine_settings(&config, words);
    if let Ok(config) = &config {
        // Where the database is, the key is looked at first: nothing is made here.
        let store = match config::key_file::read(&config.key_file) {
            Ok(keys) => Some(crate::store::Store::open(config.database.open(), keys.sealer()).await),
            Err(_) => None,
        };
        if let Some(store) = &store {
            findings.extend(cli::doctor::examine_store(store, office::clock(config).now(), words).await);
        }
        let store = store.and_then(Result::ok);
        findings.extend(doctor::examine(config, store.as_ref(), words).await);
        if let Some(store) = store {
            store.close().await;
        }
    }
    cli::doctor::tell(&findings, args, words, out)
}
