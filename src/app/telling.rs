//! Logs: readable sentences with fields on standard error; never message bodies, names, numbers or tokens.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::config::{Config, LogFormat};

/// Starts the log as the settings ask.
pub fn start(config: &Config) {
    let filter = EnvFilter::try_new(&config.log_filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // Colours are for a screen; in a journal or a file they are noise.
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first log.
    let _ = match config.log_format {
        LogFormat::Json => log.json().try_init(),
        LogFormat::Text => log.with_target(false).try_init(),
    };
    let fallback = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // The message of a panic may hold people's words: the place is enough for the log.
        match panic.location() {
            Some(place) => tracing::error!(file = place.file(), line = place.line(), "a panic was caught"),
            None => fallback(panic),
        }
    }));
}
