//! The command line: what the administrator and scripts ask for. Called by `main`, which parses with [`parse()`] and hands on.
//!
//! A command reads through the store and changes things only by giving a `Command` to an [`Office`], which `app` ties to the
//! engine. **Invariants:** exit 0 done, 1 failed, 2 wrong use; what `--json` prints is data, one value a line; nothing prints
//! the words of letters; an existing file is never overwritten by secrets or copies.

mod activity;
mod audit;
pub mod backup;
mod books;
mod calendar;
mod calls;
mod case;
pub mod check_draft;
mod dead_letters;
pub mod deadline;
mod deputy;
pub mod doctor;
mod dossier;
mod due;
mod error;
mod feedback;
mod hand_in;
mod handbook;
mod handbook_sheet;
mod handling_unit;
pub mod init;
mod inquiry;
mod invite;
mod letters;
mod named;
mod office;
mod officer;
mod output;
mod parse;
mod poster;
pub mod read_report;
mod record;
mod reminders;
pub mod restore;
mod roster;
mod suggestion;
mod suggestion_paper;
mod suggestion_sheets;
pub mod typeset;
mod unit;

use std::future::Future;
use std::io::Write;

use clap::{Parser, Subcommand};

use crate::documents::typeset::Press;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::context::Rules;
use crate::engine::NotTaken;
use crate::store::Store;
use crate::text::Words;

pub use error::CliError;
pub use parse::{localized, parse};

/// What a command needs of the running program or of the engine that was made for it.
pub trait Office: Sync {
    /// Gives a command as the administrator and waits until it is committed.
    fn give(&self, command: Command) -> impl Future<Output = Result<Answer, NotTaken>> + Send;

    /// The database, for reading.
    fn store(&self) -> &Store;

    /// The rules in force.
    fn rules(&self) -> &Rules;

    /// The instant, by the settable clock, in epoch milliseconds.
    fn now(&self) -> i64;

    /// What sets pages.
    fn press(&self) -> Press;
}

/// The words after `lianluo`. The help texts stand in `locales/*/cli.ftl`: `help-`, the words of the command, and the name of
/// the argument.
#[derive(Debug, Parser)]
#[command(name = "lianluo", version)]
pub struct Cli {
    #[command(subcommand)]
    action: Option<Action>,
}

impl Cli {
    /// What is asked for; without words: serve.
    pub fn action(self) -> Action {
        self.action.unwrap_or(Action::Serve)
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Runs everything that is set.
    Serve,
    /// Serve on a throw-away database with samples.
    Demo,
    /// Makes `.env`, the key, the database and the first officer's invitation.
    Init(init::InitArgs),
    /// Brings the database up to date.
    Migrate,
    /// Looks at everything and says what to mend.
    Doctor(doctor::DoctorArgs),
    /// Writes database and files into an archive.
    Backup(backup::BackupArgs),
    /// Makes an installation of such an archive.
    Restore(restore::RestoreArgs),
    /// Works a deadline out.
    Deadline(deadline::DeadlineArgs),
    /// Looks whether a draft may be raised.
    CheckDraft(check_draft::CheckDraftArgs),
    /// Reads reports in free words.
    ReadReport(read_report::ReadReportArgs),
    /// The child of the press; not for people.
    #[command(hide = true)]
    Typeset,
    /// What is done through an [`Office`].
    #[command(flatten)]
    Office(OfficeAction),
}

/// The commands that are done through an [`Office`].
#[derive(Debug, Subcommand)]
pub enum OfficeAction {
    /// The list of deputies.
    #[command(subcommand)]
    Roster(roster::RosterAction),
    /// The calendar of days off.
    #[command(subcommand)]
    Calendar(calendar::CalendarAction),
    /// One-time codes.
    #[command(subcommand)]
    Invite(invite::InviteAction),
    /// Accounts of deputies.
    #[command(subcommand)]
    Deputy(deputy::DeputyAction),
    /// Counts and states of letters, without words.
    Letters(letters::LettersArgs),
    /// A letter.
    #[command(subcommand)]
    Case(case::CaseAction),
    /// What could not be handled.
    #[command(subcommand)]
    DeadLetters(dead_letters::DeadLettersAction),
    /// People to be called.
    Calls(calls::CallsArgs),
    /// Opens or closes a unit to the public.
    #[command(subcommand)]
    Unit(unit::UnitAction),
    /// Officers of an office.
    #[command(subcommand)]
    Officer(officer::OfficerAction),
    /// Sets the telephone of an office.
    OfficePhone(unit::OfficePhoneArgs),
    /// The poster with the code to scan.
    Poster(poster::PosterArgs),
    /// The handbook.
    #[command(subcommand)]
    Handbook(handbook::HandbookAction),
    /// What the office has verified of a deputy's year.
    #[command(subcommand)]
    Dossier(dossier::DossierAction),
    /// What several deputies did together.
    #[command(subcommand)]
    Activity(activity::ActivityAction),
    /// Duty records that wait for the office.
    #[command(subcommand)]
    Record(record::RecordAction),
    /// Deputies' feedback on replies.
    #[command(subcommand)]
    Feedback(feedback::FeedbackAction),
    /// The register of motions and suggestions.
    #[command(subcommand)]
    Suggestion(suggestion::SuggestionAction),
    /// The directory of handling units.
    #[command(subcommand)]
    HandlingUnit(handling_unit::HandlingUnitAction),
    /// What the office asks its deputies.
    #[command(subcommand)]
    Inquiry(inquiry::InquiryAction),
    /// The rules of reminders.
    #[command(subcommand)]
    Reminders(reminders::RemindersAction),
    /// Replies and feedback that are due.
    Due(due::DueArgs),
    /// The audit log.
    #[command(subcommand)]
    Audit(audit::AuditAction),
}

impl OfficeAction {
    /// True when it prints links, in which the bot's name stands.
    pub fn makes_links(&self) -> bool {
        matches!(self, Self::Invite(_) | Self::Deputy(_))
    }

    /// Does what is asked for; what is to be read goes to `out`.
    pub async fn run(
        self,
        office: &impl Office,
        words: &Words,
        out: &mut impl Write,
    ) -> Result<(), CliError> {
        match self {
            Self::Roster(action) => roster::run(action, office, words, out).await,
            Self::Calendar(action) => calendar::run(action, office, words, out).await,
            Self::Invite(action) => invite::run(action, office, words, out).await,
            Self::Deputy(action) => deputy::run(action, office, words, out).await,
            Self::Letters(args) => letters::run(args, office, words, out).await,
            Self::Case(action) => case::run(action, office, words, out).await,
            Self::DeadLetters(action) => dead_letters::run(action, office, words, out).await,
            Self::Calls(args) => calls::run(args, office, words, out).await,
            Self::Unit(action) => unit::run(action, office, words, out).await,
            Self::Officer(action) => officer::run(action, office, words, out).await,
            Self::OfficePhone(args) => unit::set_phone(args, office, words, out).await,
            Self::Poster(args) => poster::run(args, office, words, out).await,
            Self::Handbook(action) => handbook::run(action, office, words, out).await,
            Self::Dossier(action) => dossier::run(action, office, words, out).await,
            Self::Activity(action) => activity::run(action, office, words, out).await,
            Self::Record(action) => record::run(action, office, words, out).await,
            Self::Feedback(action) => feedback::run(action, office, words, out).await,
            Self::Suggestion(action) => suggestion::run(action, office, words, out).await,
            Self::HandlingUnit(action) => handling_unit::run(action, office, words, out).await,
            Self::Inquiry(action) => inquiry::run(action, office, words, out).await,
            Self::Reminders(action) => reminders::run(action, office, words, out).await,
            Self::Due(args) => due::run(args, office, words, out).await,
            Self::Audit(action) => audit::run(action, office, words, out).await,
        }
    }
}

/// `migrate`: opening the store has brought the schema up to date; offices and calendar are laid down where they are missing.
pub async fn migrate(office: &impl Office, words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    office::give(office, Command::FoundOffices).await?;
    office::give(office, Command::ShipCalendar).await?;
    output::line(out, &words.say("cli-migrated"))
}
