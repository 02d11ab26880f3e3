//! Why a document could not be made. Called by all writers of documents; the edge that asked for one says the text
//! of [`DocumentError::key`] to the person and logs the error itself.

use std::fmt;

/// People's words are never the cause: they are made safe first. What remains is the writer library or the size.
#[derive(Debug)]
pub enum DocumentError {
    /// The library refused the workbook.
    Xlsx(rust_xlsxwriter::XlsxError),
    /// The parts could not be packed into a DOCX file.
    Docx(String),
    /// A link of this many bytes fits into no QR code.
    LinkTooLong(usize),
}

impl DocumentError {
    /// The text that a person reads.
    pub fn key(&self) -> &'static str {
        match self {
            DocumentError::Xlsx(_) | DocumentError::Docx(_) => "handbook-fault",
            DocumentError::LinkTooLong(_) => "handbook-link-too-long",
        }
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DocumentError::Xlsx(error) => write!(f, "the workbook could not be written: {error}"),
            DocumentError::Docx(reason) => write!(f, "the document could not be packed: {reason}"),
            DocumentError::LinkTooLong(bytes) => write!(f, "a link of {bytes} bytes fits into no QR code"),
        }
    }
}

impl std::error::Error for DocumentError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            DocumentError::Xlsx(error) => Some(error),
            DocumentError::Docx(_) | DocumentError::LinkTooLong(_) => None,
        }
    }
}

impl From<rust_xlsxwriter::XlsxError> for DocumentError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        DocumentError::Xlsx(error)
    }
}
