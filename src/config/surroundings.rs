//! The environment, and `.env` of the working directory, as names and values.

use super::fault::{Fault, Wrong};
use super::settings;

/// The environment, with what `.env` adds to it.
pub(super) struct Surroundings {
    pub(super) pairs: Vec<(String, String)>,
    pub(super) faults: Vec<Fault>,
}

impl Surroundings {
    pub(super) fn read() -> Self {
        let mut surroundings = Self {
            pairs: Vec::new(),
            faults: Vec::new(),
        };
        match std::fs::read(".env") {
            Ok(bytes) => surroundings.take_file(&bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => surroundings.faults.push(Fault::File(error.kind())),
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one reader of the environment"
        )]
        let variables = std::env::vars_os();
        for (name, value) in variables {
            let Ok(name) = name.into_string() else { continue };
            match value.into_string() {
                // Later pairs win, so the real environment is never overridden.
                Ok(value) => surroundings.pairs.push((name, value)),
                Err(_) => {
                    if let Some(setting) = settings::find(&name) {
                        let fault = Fault::of(setting.name, "", Wrong::Unreadable);
                        surroundings.faults.push(fault);
                    }
                }
            }
        }
        surroundings
    }

    pub(super) fn take_file(&mut self, bytes: &[u8]) {
        // Notepad puts a byte order mark in front.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        for pair in dotenvy::from_read_iter(bytes) {
            match pair {
                Ok(pair) => self.pairs.push(pair),
                Err(dotenvy::Error::LineParse(line, _)) => {
                    let text = String::from_utf8_lossy(bytes);
                    // dotenvy hands back the value alone.
                    let first = line.lines().next().unwrap_or_default().trim();
                    let place = text
                        .lines()
                        .position(|it| !first.is_empty() && it.trim_end().ends_with(first));
                    let number = place.and_then(|place| i64::try_from(place + 1).ok());
                    self.faults.push(Fault::Line(number.unwrap_or(0)));
                }
                Err(_) => {
                    self.faults.push(Fault::Line(0));
                    break;
                }
            }
        }
    }
}
