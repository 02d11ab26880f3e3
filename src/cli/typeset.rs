//! `typeset`, the hidden command of the press's children: an order from standard input becomes pages on standard output.
//!
//! **Invariant:** it reads no settings and opens no database; what it knows comes through standard input.

use std::process::ExitCode;

use crate::documents::typeset::{NO_FONT, Unset, work};

/// Does one order. The reason of a failure goes to standard error, which the press reads.
pub fn run() -> ExitCode {
    match work(std::io::stdin().lock(), std::io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Unset::NoFont) => ExitCode::from(NO_FONT),
        Err(Unset::Because(reason)) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}
