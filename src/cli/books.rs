//! Writing the books of many deputies into a folder, a file each, with a bar. Called by the exports of handbooks and dossiers.
//!
//! **Invariants:** a book that can't be made stops none of the others, and is named at the end; a file can be read by its
//! owner alone.

use std::future::Future;
use std::io::{IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use futures_util::StreamExt;

use crate::domain::ids::{DeputyId, OfficeId};
use crate::domain::world::{Key, ListKey};
use crate::text::{Args, Words};

use super::{CliError, Office, output};

/// Books under way at once: two are being set, one is being read meanwhile.
const AT_ONCE: usize = 3;
/// Signs of the bar.
const BAR: usize = 40;

/// Whose book.
pub(super) struct Whose {
    pub(super) id: DeputyId,
    pub(super) code: String,
    pub(super) name: String,
}

/// Where books go, and what is said of them.
pub(super) struct Books<'a> {
    pub(super) deputies: &'a [Whose],
    pub(super) year: i32,
    pub(super) folder: &'a Path,
    /// Says how many were written.
    pub(super) written: &'static str,
    /// Says how many failed.
    pub(super) failed: &'static str,
}

/// All offices, in order.
pub(super) async fn offices(office: &impl Office) -> Result<Vec<OfficeId>, CliError> {
    let ids = office
        .store()
        .read()
        .await?
        .look(|world| {
            world.want([Key::List(ListKey::Offices)])?;
            Ok(world.list(&ListKey::Offices)?.ids.clone())
        })
        .await??;
    Ok(ids.into_iter().map(OfficeId).collect())
}

/// Writes a file that only its owner can read; one that is there is replaced.
pub(super) fn write(path: &Path, file: &[u8]) -> Result<(), CliError> {
    std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        // It tells what people brought up.
        .mode(0o600)
        .open(path)
        .and_then(|mut to| to.write_all(file))
        .map_err(|error| CliError::File(path.to_owned(), error.kind()))
}

/// Makes and writes them all. `make` gives the name and the bytes of a file.
pub(super) async fn write_all<'a, Made>(
    books: &Books<'a>,
    make: impl Fn(&'a Whose) -> Made,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError>
where
    Made: Future<Output = Result<(String, Vec<u8>), CliError>>,
{
    std::fs::create_dir_all(books.folder)
        .map_err(|error| CliError::File(books.folder.to_owned(), error.kind()))?;
    let all = books.deputies.len();
    let making = futures_util::stream::iter(books.deputies).map(|whose| {
        let made = make(whose);
        async move {
            let done = match made.await {
                Ok((name, file)) => write(&books.folder.join(name), &file),
                Err(error) => Err(error),
            };
            (whose, done)
        }
    });
    let mut making = std::pin::pin!(making.buffer_unordered(AT_ONCE));
    let (mut done, mut failed) = (0, Vec::new());
    let shows = std::io::stderr().is_terminal();
    while let Some((whose, book)) = making.next().await {
        done += 1;
        if let Err(error) = book {
            let why = error.say(words).unwrap_or_default();
            failed.push(format!("{} {}: {why}", whose.code, whose.name));
        }
        if shows {
            eprint!("\r{}", bar(done, all));
        }
    }
    if shows {
        eprintln!();
    }
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let said = Args::new()
        .number("count", count(all - failed.len()))
        .number("year", i64::from(books.year))
        .text("path", books.folder.display().to_string());
    output::line(out, &words.say_with(books.written, &said))?;
    if failed.is_empty() {
        return Ok(());
    }
    let args = Args::new().number("count", count(failed.len()));
    failed.insert(0, words.say_with(books.failed, &args));
    Err(CliError::Said(failed.join("\n")))
}

/// `[##########······] 120/774`
fn bar(done: usize, all: usize) -> String {
    let full = (done * BAR).checked_div(all).unwrap_or(BAR);
    format!(
        "[{}{}] {done}/{all}",
        "#".repeat(full),
        "·".repeat(BAR.saturating_sub(full))
    )
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn the_bar_fills_up() {
        assert!(bar(0, 774).starts_with("[··"));
        assert!(bar(387, 774).contains(&format!("[{}·", "#".repeat(20))));
        assert!(bar(774, 774).ends_with("#] 774/774"));
        assert!(bar(0, 0).ends_with("] 0/0"));
    }
}
