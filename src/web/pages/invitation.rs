//! An invitation `/i/CODE`: the question, and the last four characters that answer it.

use askama::Template;

use crate::text::{Args, Words};

use super::Frame;

/// `GET /i/CODE` and the answer to a wrong `POST /i/CODE` (csrf, form_key, `last_four`). Opening the page redeems
/// nothing; only the POST does.
#[derive(Template)]
#[template(path = "public/invitation.html", config = "src/web/askama.toml")]
pub struct InvitationPage {
    pub words: &'static Words,
    pub frame: Frame,
    /// The code in the link.
    pub code: String,
    pub invitee: Invitee,
    /// Name of the person who is invited.
    pub name: String,
    /// The office that invites.
    pub office: String,
    /// Its telephone, if it is set.
    pub office_phone: Option<String>,
    /// Last day of the invitation, in words ([`day_shown`](super::day_shown)).
    pub valid_until: String,
    pub guess: Guess,
}

/// What the person is invited as; it decides what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitee {
    /// Asked for the last four characters of the deputy's card.
    Deputy,
    /// Asked for the last four digits of the telephone number on the invitation.
    Officer,
}

/// The try that was made just before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess {
    /// None yet.
    First,
    /// It was wrong; so many tries are left.
    Wrong { left: i64 },
}

impl InvitationPage {
    fn purpose(&self) -> String {
        let args = Args::new()
            .text("name", self.name.as_str())
            .text("office", self.office.as_str());
        match self.invitee {
            Invitee::Deputy => self.words.say_with("web-invitation-deputy", &args),
            Invitee::Officer => self.words.say_with("web-invitation-officer", &args),
        }
    }

    fn question(&self) -> String {
        match self.invitee {
            Invitee::Deputy => self.words.say("web-invitation-card"),
            Invitee::Officer => self.words.say("web-invitation-phone"),
        }
    }

    fn wrong(&self) -> Option<String> {
        match self.guess {
            Guess::First => None,
            Guess::Wrong { left } => Some(
                self.words
                    .say_with("web-invitation-wrong", &Args::new().number("left", left)),
            ),
        }
    }
}
