//! Pictures and papers for messages: made once, kept by what they show. Called by the sender's way to Telegram and by the web chat.
//!
//! They lie in `FILES_DIR` under the hash of what is drawn, like files that no row refers to: those are removed after
//! some days, and drawn again when they are asked for.

use std::path::{Path, PathBuf};

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::domain::audit::hex;
use crate::domain::picture::drawing::{ComingWeeks, Drawing, YearAtAGlance};
use crate::domain::suggestion::paper::SuggestionPaper;
use crate::text;

use super::DocumentError;
use super::plain_text::plain;
use super::suggestion_paper_docx::suggestion_paper_docx;
use super::typeset::{Form, Order, Press, PressError, Template, breakable};
use super::words_of_page::language;

/// Pixels across: three for each point, sharp on a telephone.
const WIDTH: u32 = 1_080;

/// Draws and keeps. Cheap to clone.
#[derive(Clone)]
pub struct Studio {
    press: Press,
    files: PathBuf,
}

impl Studio {
    /// A studio that keeps its pictures in `FILES_DIR`.
    pub fn new(press: Press, files: PathBuf) -> Self {
        Self { press, files }
    }

    /// A PNG with the picture.
    pub async fn picture(&self, drawing: &Drawing) -> Result<PathBuf, PressError> {
        let order = drawing_order(drawing);
        let path = place(&self.files, &order);
        if tokio::fs::try_exists(&path).await.unwrap_or(false) {
            return Ok(path);
        }
        let picture = self.press.print(order).await?;
        let kept = keep(&path, &picture).await;
        kept.map_err(|error| PressError::Failed(format!("a picture can't be kept: {error}")))?;
        Ok(path)
    }
}

fn place(files: &Path, order: &Order) -> PathBuf {
    place_of(files, order.data.to_string().as_bytes())
}

fn place_of(files: &Path, shown: &[u8]) -> PathBuf {
    let hash = hex(&Sha256::digest(shown));
    let (head, rest) = hash.split_at(2);
    files.join(head).join(rest)
}

/// The kind of a `.docx` file.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A `.docx` with the paper, kept in `FILES_DIR` like a picture.
pub async fn keep_paper(files: &Path, paper: &SuggestionPaper) -> Result<PathBuf, DocumentError> {
    let bytes = suggestion_paper_docx(paper)?;
    let path = place_of(files, &bytes);
    if !tokio::fs::try_exists(&path).await.unwrap_or(false) {
        let kept = keep(&path, &bytes).await;
        kept.map_err(|error| DocumentError::Docx(format!("a paper can't be kept: {error}")))?;
    }
    Ok(path)
}

/// Written beside and put in its place whole.
async fn keep(path: &Path, picture: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        tokio::fs::create_dir_all(folder).await?;
    }
    let beside = path.with_extension(format!("part{:08x}", rand::random::<u32>()));
    let written = tokio::fs::write(&beside, picture).await;
    let placed = match written {
        Ok(()) => tokio::fs::rename(&beside, path).await,
        Err(error) => Err(error),
    };
    if placed.is_err() {
        // Half a file on a full disk would keep it full.
        let _ = tokio::fs::remove_file(&beside).await;
    }
    placed
}

fn drawing_order(drawing: &Drawing) -> Order {
    let (template, data) = match drawing {
        Drawing::Year(year) => (Template::Year, of_year(year)),
        Drawing::Weeks(weeks) => (Template::Weeks, of_weeks(weeks)),
    };
    Order {
        template,
        form: Form::Png { width: WIDTH },
        data,
    }
}

fn of_weeks(weeks: &ComingWeeks) -> serde_json::Value {
    let (lang, region) = language(text::words(weeks.locale));
    let lines: Vec<String> = weeks.lines.iter().map(|line| breakable(&plain(line))).collect();
    json!({
        "lang": lang,
        "region": region,
        "title": weeks.title,
        "whose": breakable(&plain(&weeks.whose)),
        "weekdays": weeks.weekdays,
        "weeks": weeks.weeks,
        "lines": lines,
        "foot": weeks.foot,
    })
}

fn of_year(year: &YearAtAGlance) -> serde_json::Value {
    let (lang, region) = language(text::words(year.locale));
    json!({
        "lang": lang,
        "region": region,
        "title": year.title,
        "whose": breakable(&plain(&year.whose)),
        "sections_title": year.sections_title,
        "sections": year.sections,
        "months_title": year.months_title,
        "months": year.months,
        "lines": year.lines,
        "foot": year.foot,
    })
}
