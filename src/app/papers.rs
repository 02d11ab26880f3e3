//! A channel whose messages may come with a suggestion paper: it is made as the message leaves, and sent as a document with the
//! words as its caption. Where it can't be made, the words go alone.

use std::path::{Path, PathBuf};

use crate::documents::{DOCX, keep_paper, paper_file_name};
use crate::domain::message::{File, FileKind};
use crate::domain::rendered::Rendered;
use crate::engine::{Calling, Fetched, Letter, Outlet, Sent};

/// An outlet with a desk for papers before it.
pub struct WithPapers<O> {
    outlet: O,
    files: PathBuf,
}

impl<O> WithPapers<O> {
    /// Puts the desk before the outlet; papers are kept in `FILES_DIR`.
    pub fn new(outlet: O, files: PathBuf) -> Self {
        Self { outlet, files }
    }
}

impl<O: Outlet> Outlet for WithPapers<O> {
    fn send<'a>(&'a self, letter: Letter<'a>) -> Calling<'a, Sent> {
        Box::pin(async move {
            let Some(paper) = &letter.rendered.paper else {
                return self.outlet.send(letter).await;
            };
            let path = match keep_paper(&self.files, paper).await {
                Ok(path) => path,
                Err(error) => {
                    tracing::warn!(%error, "a message goes out without its paper");
                    return self.outlet.send(letter).await;
                }
            };
            let rendered = Rendered {
                file: Some(File::made(FileKind::Document, paper_file_name(paper), DOCX)),
                ..letter.rendered.clone()
            };
            let with_paper = Letter {
                rendered: &rendered,
                file: Some(&path),
                ..letter
            };
            self.outlet.send(with_paper).await
        })
    }

    fn fetch<'a>(&'a self, remote_ref: &'a str, into: &'a Path) -> Calling<'a, Fetched> {
        self.outlet.fetch(remote_ref, into)
    }
}
