//! `invite`: one-time codes for deputies and officers, as lines, as JSON, or as a sheet of slips to be printed.
//!
//! **Danger:** a code is shown once and kept only as a hash. The file for it is made before the code is.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::documents::{Slip, slips_html};
use crate::domain::command::Command;
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::invitation_code::{invitation_code, telegram_link, web_link};
use crate::domain::lookup::secret_hash;
use crate::domain::people::{Deputy, DeputyStatus};
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::store::Store;
use crate::text::{Args, Words};

use super::{CliError, Office, named, office, output};

#[derive(Debug, Subcommand)]
pub enum InviteAction {
    Deputy(InviteDeputyArgs),
    Officer(InviteOfficerArgs),
}

#[derive(Debug, Arguments)]
pub struct InviteDeputyArgs {
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    code: Vec<String>,
    #[arg(long, requires = "unit")]
    all: bool,
    #[arg(long, requires = "all")]
    unit: Option<String>,
    #[arg(long, requires = "all")]
    again: bool,
    #[arg(long)]
    out: Option<PathBuf>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct InviteOfficerArgs {
    unit: String,
    #[arg(long)]
    name: String,
    #[arg(long)]
    phone_last4: String,
    #[arg(long)]
    json: bool,
}

/// How invitations are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Sentences.
    Text,
    /// An object a line.
    Json,
}

impl Form {
    pub(super) fn of(json: bool) -> Self {
        if json { Form::Json } else { Form::Text }
    }
}

pub(super) async fn run(
    action: InviteAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        InviteAction::Deputy(args) => invite_deputies(args, office, words, out).await,
        InviteAction::Officer(args) => invite_officer(args, office, words, out).await,
    }
}

/// A new code.
pub(super) fn new_code() -> String {
    invitation_code(rand::random())
}

/// An invitation that was just made.
pub(super) struct Made<'a> {
    /// Whom, as the line says it.
    pub(super) whom: String,
    /// The deputy's or office's code.
    pub(super) of: &'a str,
    /// The code of the invitation.
    pub(super) code: &'a str,
    /// No longer good from here.
    pub(super) expires_at: i64,
}

/// Until when the invitation of a code is good.
pub(super) async fn expiry(store: &Store, code: &str) -> Result<i64, CliError> {
    let hash = secret_hash(code);
    let mut reading = store.read().await?;
    let expires_at = reading
        .look(|world| {
            let id = world.invitation_coded(&hash)?.ok_or(Refusal::InvitationUnknown)?;
            Ok(world.invitation(&id)?.expires_at)
        })
        .await??;
    Ok(expires_at)
}

/// Tells an invitation.
pub(super) fn tell(
    made: &Made<'_>,
    form: Form,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let link = web_link(office.rules(), made.code);
    let telegram = telegram_link(office.rules(), made.code);
    if form == Form::Json {
        let value = json!({
            "for": made.of,
            "code": made.code,
            "link": link,
            "telegram_link": telegram,
            "expires_at": output::instant(made.expires_at),
        });
        return output::json(out, &value);
    }
    let args = Args::new()
        .text("whom", made.whom.as_str())
        .text("code", made.code)
        .text("link", link)
        .text("until", output::moment(made.expires_at));
    output::line(out, &words.say_with("cli-invitation", &args))?;
    match telegram {
        Some(link) => output::line(
            out,
            &words.say_with("cli-invitation-telegram", &Args::new().text("link", link)),
        ),
        None => Ok(()),
    }
}

/// Why a deputy isn't invited, as a key; `None` when nothing stands against it.
fn hindrance(deputy: &Deputy) -> Option<&'static str> {
    if deputy.account_id.is_some() {
        Some("cli-skipped-bound")
    } else if deputy.status != DeputyStatus::InOffice {
        Some("cli-skipped-not-in-office")
    } else if deputy.gone_at.is_some() {
        Some("cli-skipped-gone")
    } else if deputy.card_number.chars().count() < 4 {
        Some("cli-skipped-no-card")
    } else {
        None
    }
}

fn skipped(deputy: &Deputy, key: &str, words: &Words) -> String {
    let args = Args::new()
        .text("code", deputy.code.as_str())
        .text("name", deputy.name.as_str());
    words.say_with(key, &args)
}

/// The deputies of a unit who can be invited, and a sentence for each other one. Who has a slip that is still good is passed
/// over too: a new invitation would make it useless.
async fn all_of_unit(
    office: &impl Office,
    unit: &str,
    again: bool,
    words: &Words,
) -> Result<(Vec<Deputy>, Vec<String>), CliError> {
    let of = named::office(office.store(), unit, words).await?;
    let lines = office
        .store()
        .read()
        .await?
        .deputies_of_office(of.id, office.now())
        .await?;
    let mut invited = Vec::new();
    let mut sentences = Vec::new();
    for line in lines {
        let hindrance = hindrance(&line.deputy)
            .or_else(|| (line.invited_until_at.is_some() && !again).then_some("cli-skipped-invited"));
        match hindrance {
            None => invited.push(line.deputy),
            Some(key) => sentences.push(skipped(&line.deputy, key, words)),
        }
    }
    Ok((invited, sentences))
}

async fn invite_deputies(
    args: InviteDeputyArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let (deputies, sentences) = match &args.unit {
        Some(unit) => all_of_unit(office, unit, args.again, words).await?,
        None => {
            let named = named::deputies(office.store(), &args.code, words).await?;
            let hindered: Vec<String> = named
                .iter()
                .filter_map(|deputy| Some(skipped(deputy, hindrance(deputy)?, words)))
                .collect();
            // Who names people wants all of them or an answer, not a part.
            if !hindered.is_empty() {
                return Err(CliError::Said(hindered.join("\n")));
            }
            (named, Vec::new())
        }
    };
    let form = Form::of(args.json);
    if form == Form::Text {
        for sentence in &sentences {
            output::line(out, sentence)?;
        }
    }
    if deputies.is_empty() {
        return match form {
            Form::Text => output::line(out, &words.say("cli-invited-nobody")),
            Form::Json => Ok(()),
        };
    }
    let file = match &args.out {
        Some(path) => Some((path.as_path(), output::new_file(path)?)),
        None => None,
    };
    let codes: Vec<String> = deputies.iter().map(|_| new_code()).collect();
    let command = Command::InviteDeputies {
        deputies: deputies.iter().map(|deputy| deputy.id).collect(),
        codes: codes.clone(),
    };
    if let Err(error) = office::give(office, command).await {
        if let Some((path, _)) = &file {
            // Empty, and made a moment ago.
            let _ = std::fs::remove_file(path);
        }
        return Err(error);
    }
    let expires_at = expiry(office.store(), &codes[0]).await?;
    if let Some((path, file)) = file {
        let sheet = slips(&deputies, &codes, expires_at, office, words)?;
        output::fill(file, path, sheet.as_bytes())?;
        if form == Form::Text {
            return tell_sheet(path, deputies.len(), words, out);
        }
    }
    for (deputy, code) in deputies.iter().zip(&codes) {
        let made = Made {
            whom: format!("{} {}", deputy.code, deputy.name),
            of: &deputy.code,
            code,
            expires_at,
        };
        tell(&made, form, office, words, out)?;
    }
    Ok(())
}

fn slips(
    deputies: &[Deputy],
    codes: &[String],
    expires_at: i64,
    office: &impl Office,
    words: &Words,
) -> Result<String, CliError> {
    let rules = office.rules();
    // Good before this instant: the day before it is the last whole one.
    let until = day_of(expires_at - 1).to_string();
    let slips: Vec<Slip> = deputies
        .iter()
        .zip(codes)
        .map(|(deputy, code)| Slip {
            name: deputy.name.clone(),
            code: deputy.code.clone(),
            unit: ElectingUnit::from_code(&deputy.unit_code)
                .map(ElectingUnit::name)
                .unwrap_or_default()
                .to_owned(),
            link: web_link(rules, code),
            telegram_link: telegram_link(rules, code),
            until: until.clone(),
            phone: rules.office_phone.clone(),
        })
        .collect();
    slips_html(&slips, words).map_err(|error| CliError::Said(words.say(error.key())))
}

fn tell_sheet(path: &Path, count: usize, words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    let args = Args::new()
        .text("path", path.display().to_string())
        .number("count", i64::try_from(count).unwrap_or(i64::MAX));
    output::line(out, &words.say_with("cli-sheet-written", &args))
}

async fn invite_officer(
    args: InviteOfficerArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    officer(
        &args.unit,
        &args.name,
        &args.phone_last4,
        Form::of(args.json),
        office,
        words,
        out,
    )
    .await
}

/// Makes an officer's invitation and tells it; also the last step of `init`.
pub(super) async fn officer(
    unit: &str,
    name: &str,
    tail: &str,
    form: Form,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let (name, tail) = (name.trim(), tail.trim());
    if tail.len() != 4 || !tail.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CliError::WrongUse(words.say("cli-phone-last4-wrong")));
    }
    if name.is_empty() {
        return Err(CliError::WrongUse(words.say("cli-name-missing")));
    }
    // On a new database the offices are made first.
    office::give(office, Command::FoundOffices).await?;
    let of = named::office(office.store(), unit, words).await?;
    let code = new_code();
    let command = Command::InviteOfficer {
        office: of.id,
        name: name.to_owned(),
        tail: tail.to_owned(),
        code: code.clone(),
    };
    office::give(office, command).await?;
    let made = Made {
        whom: format!("{name}（{}）", of.name),
        of: &of.code,
        code: &code,
        expires_at: expiry(office.store(), &code).await?,
    };
    tell(&made, form, office, words, out)
}
