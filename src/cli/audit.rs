//! `audit verify`: whether the audit chain is whole: no line missing, changed or put in between.

use std::io::Write;

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::audit::AuditEntry;
use crate::store::{Reading, StoreError};
use crate::text::{Args, Words};

use super::{CliError, Office, output};

#[derive(Debug, Subcommand)]
pub enum AuditAction {
    Verify(VerifyArgs),
}

#[derive(Debug, Arguments)]
pub struct VerifyArgs {
    #[arg(long)]
    json: bool,
}

/// Lines that are read at a time.
const PART: i64 = 1_000;

/// The counter of the chain's length, as `flows/audit_act.rs` keeps it.
const LENGTH: &str = "audit";

/// How far the chain is whole.
struct Verdict {
    /// Lines that are right, from the first on.
    whole: i64,
    /// The place of the first line that is missing or wrong.
    broken: Option<i64>,
}

pub(super) async fn run(
    action: AuditAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let AuditAction::Verify(args) = action;
    let mut reading = office.store().read().await?;
    let verdict = verify(&mut reading).await?;
    if args.json {
        let value =
            json!({"whole": verdict.broken.is_none(), "entries": verdict.whole, "broken_at": verdict.broken});
        output::json(out, &value)?;
    } else {
        let (key, at) = match verdict.broken {
            None => ("cli-audit-whole", 0),
            Some(at) => ("cli-audit-broken", at),
        };
        let said = Args::new().number("entries", verdict.whole).number("at", at);
        output::line(out, &words.say_with(key, &said))?;
    }
    match verdict.broken {
        None => Ok(()),
        Some(_) => Err(CliError::Told),
    }
}

async fn verify(reading: &mut Reading) -> Result<Verdict, StoreError> {
    // Read before the lines: lines that are added meanwhile don't look like missing ones.
    let length = reading
        .look(|world| {
            let counter = world.find_counter(&LENGTH.to_owned())?;
            Ok(counter.map_or(0, |counter| counter.value))
        })
        .await?
        .unwrap_or(0);
    let mut before = String::new();
    let mut whole = 0;
    loop {
        let part = reading.audit_from(whole + 1, PART).await?;
        if part.is_empty() {
            break;
        }
        for entry in part {
            if !follows(&entry, whole, &before) {
                return Ok(Verdict {
                    whole,
                    broken: Some(whole + 1),
                });
            }
            whole += 1;
            before = entry.chain;
        }
    }
    Ok(Verdict {
        whole,
        broken: (whole < length).then_some(whole + 1),
    })
}

fn follows(entry: &AuditEntry, whole: i64, before: &str) -> bool {
    entry.seq == whole + 1 && entry.chain == entry.expected_chain(before)
}
