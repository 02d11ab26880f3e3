//! PostgreSQL's own tools: `pg_dump` writes the copy, `pg_restore` reads it. They belong to the server's version and are
//! installed with its client.
//!
//! **Invariant:** the password is in no argument, where everyone on the machine could read it.

use std::path::Path;
use std::process::Stdio;

use crate::text::{Args, Words};

use crate::cli::CliError;

/// The address without its password, and the password.
fn parted(address: &str) -> (String, Option<String>) {
    let Ok(mut url) = url::Url::parse(address) else {
        return (address.to_owned(), None);
    };
    let password = url.password().map(|password| {
        let bytes: Vec<u8> = decoded(password.as_bytes());
        String::from_utf8_lossy(&bytes).into_owned()
    });
    // Only an address without a host can't do without one, and that has none.
    let _ = url.set_password(None);
    (url.into(), password)
}

/// `%41` and its like are taken back.
fn decoded(text: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| {
        char::from(*byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, more @ ..] = rest {
        match (first, more) {
            (b'%', [high, low, behind @ ..]) if digit(high).is_some() && digit(low).is_some() => {
                bytes.push(digit(high).unwrap_or(0) * 16 + digit(low).unwrap_or(0));
                rest = behind;
            }
            _ => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    bytes
}

async fn run(tool: &str, address: &str, args: &[&str], file: &Path, words: &Words) -> Result<(), CliError> {
    let (address, password) = parted(address);
    let mut command = tokio::process::Command::new(tool);
    command
        .args(args)
        .arg(format!("--dbname={address}"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    match tool {
        "pg_dump" => command.arg(format!("--file={}", file.display())),
        _ => command.arg(file),
    };
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let told = Args::new().text("tool", tool);
    let done = command.output().await.map_err(|error| {
        CliError::Said(words.say_with("cli-tool-missing", &told.text("why", error.to_string())))
    })?;
    if done.status.success() {
        return Ok(());
    }
    let why = String::from_utf8_lossy(&done.stderr).trim().to_owned();
    let told = Args::new().text("tool", tool).text("why", why);
    Err(CliError::Said(words.say_with("cli-tool-failed", &told)))
}

/// Writes a dump in the custom format, consistent as of its beginning.
pub(super) async fn dump(address: &str, file: &Path, words: &Words) -> Result<(), CliError> {
    let args = ["--format=custom", "--no-owner", "--no-privileges"];
    run("pg_dump", address, &args, file, words).await
}

/// Reads a dump into an empty database: all of it or nothing.
pub(in crate::cli) async fn restore(address: &str, file: &Path, words: &Words) -> Result<(), CliError> {
    let args = [
        "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
    ];
    run("pg_restore", address, &args, file, words).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_leaves_the_address() {
        let (address, password) = parted("postgres://me:a%2Fb%25@db:5433/l?sslmode=require");
        assert_eq!(address, "postgres://me@db:5433/l?sslmode=require");
        assert_eq!(password.as_deref(), Some("a/b%"));
        assert_eq!(parted("postgres://me@db/l").1, None);
    }
}
