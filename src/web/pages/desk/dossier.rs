//! 履职档案 at the desk: the verified facts of the own deputies by year, and whether their handbooks came. In order of code,
//! never ranked; the handbook's own lines are not shown here.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET /desk/dossier?year=Y&unit=CODE`
#[derive(Template)]
#[template(path = "desk/dossiers.html", config = "src/web/askama.toml")]
pub struct DossiersPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub heading: String,
    pub year: i64,
    /// Other years and other units, as address and name.
    pub others: Vec<(String, String)>,
    /// What is said of the handbooks of the year, in words.
    pub handbooks: Vec<String>,
    pub rows: Vec<DossierRow>,
}

/// The dossier of a deputy in the list.
#[derive(Debug, Clone)]
pub struct DossierRow {
    pub code: String,
    pub name: String,
    pub status: String,
    pub verified: i64,
    pub waiting: i64,
    /// Where the handbook stands, with its day.
    pub handbook: String,
}

/// `GET /desk/dossier/CODE?year=Y`
#[derive(Template)]
#[template(path = "desk/dossier.html", config = "src/web/askama.toml")]
pub struct DossierPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub code: String,
    pub name: String,
    pub year: i64,
    pub service: Vec<String>,
    pub handbook: String,
    pub waiting: String,
    pub sections: Vec<DossierSection>,
}

/// A section with its columns and lines.
#[derive(Debug, Clone)]
pub struct DossierSection {
    pub title: String,
    pub heads: Vec<String>,
    pub lines: Vec<Vec<String>>,
}

impl DossierPage {
    /// The kinds of file.
    pub const FORMATS: [&str; 4] = ["pdf", "docx", "xlsx", "json"];

    fn heading(&self) -> String {
        let args = Args::new()
            .text("name", self.name.as_str())
            .number("year", self.year);
        self.words.say_with("desk-dossier-one", &args)
    }
}
