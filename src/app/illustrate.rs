//! A channel whose messages may come with a picture: what is to be drawn is drawn as the message leaves, and sent as a
//! photo with the words as its caption. Where nothing can be drawn, the words go alone.

use std::path::Path;

use crate::documents::Studio;
use crate::domain::message::File;
use crate::domain::rendered::Rendered;
use crate::engine::{Calling, Fetched, Letter, Outlet, Sent};

/// An outlet with a studio before it.
pub struct Illustrated<O> {
    outlet: O,
    studio: Studio,
}

impl<O> Illustrated<O> {
    /// Puts the studio before the outlet.
    pub fn new(outlet: O, studio: Studio) -> Self {
        Self { outlet, studio }
    }
}

impl<O: Outlet> Outlet for Illustrated<O> {
    fn send<'a>(&'a self, letter: Letter<'a>) -> Calling<'a, Sent> {
        Box::pin(async move {
            let Some(drawing) = &letter.rendered.drawing else {
                return self.outlet.send(letter).await;
            };
            let picture = match self.studio.picture(drawing).await {
                Ok(picture) => picture,
                Err(error) => {
                    tracing::warn!(%error, "a message goes out without its picture");
                    return self.outlet.send(letter).await;
                }
            };
            let rendered = Rendered {
                file: Some(File::drawn(drawing.title())),
                ..letter.rendered.clone()
            };
            let illustrated = Letter {
                rendered: &rendered,
                file: Some(&picture),
                ..letter
            };
            self.outlet.send(illustrated).await
        })
    }

    fn fetch<'a>(&'a self, remote_ref: &'a str, into: &'a Path) -> Calling<'a, Fetched> {
        self.outlet.fetch(remote_ref, into)
    }
}
