//! `suggestion paper`: the suggestion paper as a Word document, of what stands in the register, or of a text or document that a deputy
//! left with the office. Drafts of the chat are not reached from here: they are their deputies' own.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args as Arguments;

use crate::documents::{read_draft, suggestion_paper_docx};
use crate::domain::draft::text::{self as draft_text, DraftText};
use crate::domain::draft::{DraftFileFault, DraftOrigin, Tick};
use crate::domain::ids::DeputyId;
use crate::domain::people::Deputy;
use crate::domain::suggestion::paper::{PaperName, SuggestionPaper};
use crate::domain::suggestion::{NameState, Openness, Suggestion, SuggestionKind};
use crate::domain::world::{Key, ListKey};
use crate::text::{Args, Words};

use super::suggestion::{NumberArgs, suggestion};
use super::{CliError, Office, named, output};

#[derive(Debug, Arguments)]
pub struct PaperArgs {
    #[command(flatten)]
    which: Option<NumberArgs>,
    /// A text or a Word document instead of a number.
    #[arg(long, conflicts_with = "number")]
    from: Option<PathBuf>,
    /// Whose it is.
    #[arg(long, requires = "from")]
    deputy: Option<String>,
    /// As a motion.
    #[arg(long, requires = "from")]
    motion: bool,
    #[arg(long)]
    out: PathBuf,
}

/// A draft in a file: a Word document, or text as `check-draft` reads it.
pub(super) fn draft_in(path: &Path, words: &Words) -> Result<DraftText, CliError> {
    let bytes = std::fs::read(path).map_err(|error| CliError::File(path.to_owned(), error.kind()))?;
    let read = match String::from_utf8(bytes) {
        Ok(text) => Ok(titled(draft_text::read(&text))),
        Err(error) => read_draft(error.as_bytes()),
    };
    read.map_err(|fault: DraftFileFault| CliError::Said(words.say(&format!("draft-unread-{}", fault.tag()))))
}

/// In a plain text the first line is the title, whatever it says.
fn titled(mut text: DraftText) -> DraftText {
    if text.title.is_empty() {
        let (first, rest) = match text.situation.split_once('\n') {
            Some((first, rest)) => (first.to_owned(), rest.to_owned()),
            None => (std::mem::take(&mut text.situation), String::new()),
        };
        text.title = first;
        text.situation = rest;
    }
    text
}

pub(super) async fn run(
    args: PaperArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let paper = match (&args.from, &args.which) {
        (Some(path), _) => {
            let text = draft_in(path, words)?;
            let deputy = match &args.deputy {
                Some(code) => Some(named::deputy(office.store(), code, words).await?),
                None => None,
            };
            of_text(text, deputy.as_ref(), args.motion, words)
        }
        (None, Some(which)) => {
            let row = suggestion(office.store(), which, words).await?;
            of_row(row, office, words).await?
        }
        (None, None) => return Err(CliError::WrongUse(words.say("cli-paper-of-what"))),
    };
    let file = suggestion_paper_docx(&paper).map_err(|error| {
        tracing::error!(%error, "a paper could not be made");
        CliError::Said(words.say(error.key()))
    })?;
    if args.out.as_os_str() == "-" {
        return output::bytes(out, &file);
    }
    super::books::write(&args.out, &file)?;
    let said = Args::new()
        .text("title", paper.title.as_str())
        .text("path", args.out.display().to_string());
    output::line(out, &words.say_with("cli-paper-written", &said))
}

fn name_of(deputy: &Deputy) -> PaperName {
    PaperName {
        name: deputy.name.clone(),
        card_number: deputy.card_number.clone(),
        delegation: deputy.delegation.clone(),
        post: deputy.post.clone(),
        phone: String::new(),
    }
}

fn leading(deputy: &Deputy) -> PaperName {
    PaperName {
        phone: deputy.phone.clone(),
        ..name_of(deputy)
    }
}

fn of_text(text: DraftText, deputy: Option<&Deputy>, motion: bool, words: &Words) -> SuggestionPaper {
    SuggestionPaper {
        locale: words.locale(),
        kind: if motion {
            SuggestionKind::Motion
        } else {
            text.kind.unwrap_or(SuggestionKind::Suggestion)
        },
        session: None,
        number: String::new(),
        title: text.title,
        leading: deputy.map(leading).unwrap_or_default(),
        names: Vec::new(),
        raised_on: None,
        situation: text.situation,
        analysis: text.analysis,
        proposals: text.proposals,
        units: text.units,
        origin: DraftOrigin::Unsaid,
        raised_before: Tick::Unsaid,
        wants_meeting: Tick::Unsaid,
        openness: Openness::Unsaid,
    }
}

async fn of_row(row: Suggestion, office: &impl Office, words: &Words) -> Result<SuggestionPaper, CliError> {
    let (leader, names) = office
        .store()
        .read()
        .await?
        .look(|world| {
            let list = ListKey::Names(row.id);
            world.want([Key::Deputy(row.deputy_id), Key::List(list.clone())])?;
            let ids: Vec<DeputyId> = world.list(&list)?.ids.iter().map(|id| DeputyId(*id)).collect();
            world.want(
                ids.iter()
                    .flat_map(|id| [Key::Deputy(*id), Key::SuggestionName((row.id, *id))]),
            )?;
            let mut names = Vec::new();
            for id in ids {
                if world.suggestion_name(&(row.id, id))?.state == NameState::Confirmed {
                    names.push(name_of(world.deputy(&id)?));
                }
            }
            Ok((leading(world.deputy(&row.deputy_id)?), names))
        })
        .await??;
    Ok(SuggestionPaper {
        locale: words.locale(),
        kind: row.kind,
        session: Some(row.session),
        number: row.number,
        title: row.title,
        leading: leader,
        names,
        raised_on: row.raised_on,
        situation: row.situation,
        analysis: row.analysis,
        proposals: row.proposals,
        units: String::new(),
        origin: DraftOrigin::Unsaid,
        raised_before: Tick::Unsaid,
        wants_meeting: Tick::Unsaid,
        openness: row.openness,
    })
}
