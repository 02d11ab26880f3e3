//! The one engine of printed pages and of pictures: a template of this folder, filled with data, becomes PDF or PNG.
//!
//! Who wants a page makes an [`Order`] and gives it to the [`Press`], which has it set by a child process: this program
//! itself under the hidden command `typeset`, which calls [`set`]. Layout takes tens of megabytes for a moment; so the
//! memory of the server stays as it was, and pages that can't be finished end with the child.
//!
//! **Invariants:** people's words are data (a file that the template reads) and never markup; the template reaches
//! nothing but that file and the base it stands on: no disk, no network, no packages, no clock. The same order gives
//! the same bytes.

mod breakable;
mod fonts;
mod press;
#[cfg(test)]
mod tests;
mod world;

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;

pub use breakable::breakable;
pub use fonts::{Fonts, NoFont, Role};
pub use press::{NO_FONT, Press, PressError, Unset, work};
use world::PageWorld;

/// What is to be set, in what, from what. Written to the child's standard input as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    /// The page's template.
    pub template: Template,
    /// Pages or a picture.
    pub form: Form,
    /// What the template reads.
    pub data: Value,
}

/// The templates, a file each in `src/documents`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// The handbook of a year, filled in or blank.
    Handbook,
    /// The code to scan for the wall.
    Poster,
    /// A year's counts and months as a picture.
    Year,
    /// The coming weeks with what is due, as a picture.
    Weeks,
    /// The opinion slip of a reply.
    Slip,
}

impl Template {
    fn source(self) -> &'static str {
        match self {
            Template::Handbook => include_str!("handbook.typ"),
            Template::Poster => include_str!("poster.typ"),
            Template::Year => include_str!("year.typ"),
            Template::Weeks => include_str!("weeks.typ"),
            Template::Slip => include_str!("slip.typ"),
        }
    }
}

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// All pages.
    Pdf,
    /// The first page, so many pixels wide.
    Png {
        /// Pixels.
        width: u32,
    },
}

/// Why a page could not be set, with the place in the template. A defect of a template or data that it doesn't know; never
/// something that people can mend.
#[derive(Debug)]
pub struct SetFault(String);

impl fmt::Display for SetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the page can't be set: {}", self.0)
    }
}

impl std::error::Error for SetFault {}

/// Widest picture; a forged width must not take the memory.
const WIDEST: u32 = 8_000;

/// Sets an order with these fonts: the bytes of a PDF or PNG. Takes tens of megabytes; meant for the child.
pub fn set(order: &Order, fonts: &Fonts) -> Result<Vec<u8>, SetFault> {
    let world = PageWorld::new(order.template, &order.data, fonts);
    let document: PagedDocument = typst::compile(&world)
        .output
        .map_err(|faults| SetFault(told(&faults)))?;
    match order.form {
        Form::Pdf => {
            typst_pdf::pdf(&document, &PdfOptions::default()).map_err(|faults| SetFault(told(&faults)))
        }
        Form::Png { width } => {
            let page = document
                .pages()
                .first()
                .expect("a set document has at least one page");
            let options = RenderOptions {
                pixel_per_pt: (f64::from(width.clamp(1, WIDEST)) / page.frame.width().to_pt()).into(),
                render_bleed: false,
            };
            typst_render::render(page, &options)
                .encode_png()
                .map_err(|error| SetFault(error.to_string()))
        }
    }
}

/// Message and place only: a diagnostic quotes the template, never the data.
fn told(faults: &[SourceDiagnostic]) -> String {
    let told: Vec<_> = faults
        .iter()
        .map(|fault| format!("{} ({:?})", fault.message, fault.span))
        .collect();
    told.join("; ")
}
