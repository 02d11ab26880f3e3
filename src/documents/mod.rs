//! Files that people hand in or take away: sheets that are read; the handbook and codes to scan that are made.
//!
//! **Invariant:** pure: a value and the words of a language in, bytes out; the same input gives the same bytes.

mod calendar_feed;
pub mod calendar_file;
mod draft_docx;
mod drawn;
mod error;
mod handbook_docx;
mod handbook_json;
mod handbook_pdf;
mod handbook_words;
mod handbook_xlsx;
mod plain_text;
mod poster;
mod qr;
#[cfg(test)]
mod samples;
pub mod sheet;
mod slip_docx;
mod slip_pdf;
mod slip_words;
mod slips;
mod suggestion_paper_docx;
pub mod typeset;
mod words_of_page;

pub use calendar_feed::{FeedItem, FeedWhat, calendar_feed};
pub use draft_docx::{read_draft, text_of};
pub use drawn::{DOCX, Studio, keep_paper};
pub use error::DocumentError;
pub use handbook_docx::handbook_docx;
pub use handbook_json::handbook_json;
pub use handbook_pdf::{Printing, handbook_order};
pub use handbook_xlsx::handbook_xlsx;
pub use poster::{Leads, NoPoster, Paper, poster_order};
pub use qr::qr_svg;
pub use slip_docx::slip_docx;
pub use slip_pdf::slip_order;
pub use slips::{Slip, slips_html};
pub use suggestion_paper_docx::{paper_file_name, suggestion_paper_docx};
