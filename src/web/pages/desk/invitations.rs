//! Invitations: who is not bound yet, and the printed slips that are handed over.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET /desk/invitations`. Form: `POST /desk/invitations` (csrf, form_key, `deputy`: code, once for each chosen), to be
/// answered with [`SlipsPage`]; links to the questions of `/desk/invitations/all` and `/desk/invitations/withdraw`.
#[derive(Template)]
#[template(path = "desk/invitations.html", config = "src/web/askama.toml")]
pub struct InvitationsPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Deputies who are not bound.
    pub deputies: Vec<InviteRow>,
    /// How many invitations are open.
    pub open: i64,
}

/// A deputy who is not bound.
#[derive(Debug, Clone)]
pub struct InviteRow {
    pub code: String,
    pub name: String,
    pub group: String,
    pub state: InvitationState,
}

/// Days are in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitationState {
    NotInvited,
    Open {
        valid_until: String,
    },
    Lapsed {
        on: String,
    },
    /// Five wrong tries.
    Locked,
}

impl InvitationState {
    fn said(&self, words: &Words) -> String {
        let day = |key: &str, day: &str| words.say_with(key, &Args::new().text("day", day));
        match self {
            InvitationState::NotInvited => words.say("desk-invitation-none"),
            InvitationState::Open { valid_until } => day("desk-invitation-open", valid_until),
            InvitationState::Lapsed { on } => day("desk-invitation-lapsed", on),
            InvitationState::Locked => words.say("desk-invitation-locked"),
        }
    }
}

impl InvitationsPage {
    fn count(&self) -> i64 {
        i64::try_from(self.deputies.len()).unwrap_or(i64::MAX)
    }
}

/// A sheet of slips to print, eight on a page of A4. The codes are shown here and never again.
#[derive(Template)]
#[template(path = "desk/slips.html", config = "src/web/askama.toml")]
pub struct SlipsPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub slips: Vec<Slip>,
    /// The office that invites.
    pub office: String,
    pub office_phone: Option<String>,
}

/// One slip.
#[derive(Debug, Clone)]
pub struct Slip {
    pub name: String,
    /// The QR picture of the link, made by us: it goes into the page unescaped.
    pub qr_svg: String,
    /// The address without the code, such as `example.org`.
    pub address: String,
    pub code: String,
    /// Last day, in words.
    pub valid_until: String,
}

impl SlipsPage {
    fn sheets(&self) -> std::slice::Chunks<'_, Slip> {
        self.slips.chunks(8)
    }

    fn count(&self) -> i64 {
        i64::try_from(self.slips.len()).unwrap_or(i64::MAX)
    }
}
