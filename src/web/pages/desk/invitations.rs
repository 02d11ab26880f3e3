//! Invitations: who is not bound yet, and the printed slips that are handed over.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET /desk/invitations`. Form: `POST /desk/invitations` (csrf, form_key, `deputy`: code, once for each chosen), to be
/// answered with [`SlipsPage`]; a link to the question of `/desk/invitations/all`; `POST /desk/invitations/officer` (csrf,
/// form_key, `name`, `tail`: last four digits of the telephone, `office`: its code), answered with a slip too.
#[derive(Template)]
#[template(path = "desk/invitations.html", config = "src/web/askama.toml")]
pub struct InvitationsPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Deputies who are not bound.
    pub deputies: Vec<InviteRow>,
    /// The own office's code, for the way to its page.
    pub own: String,
    /// For which offices an officer can be invited: the own one, or for the provincial office all.
    pub offices: Vec<OfficeChoice>,
    /// Words to put back into the form for an officer.
    pub officer_name: String,
    /// As above.
    pub officer_tail: String,
}

/// An office to choose.
#[derive(Debug, Clone)]
pub struct OfficeChoice {
    pub code: String,
    pub name: String,
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
    /// The roster has no card number, so nobody could redeem an invitation.
    NoCard,
}

impl InvitationState {
    fn said(&self, words: &Words) -> String {
        match self {
            InvitationState::NotInvited => words.say("desk-invitation-none"),
            InvitationState::Open { valid_until } => words.say_with(
                "desk-invitation-open",
                &Args::new().text("day", valid_until.as_str()),
            ),
            InvitationState::NoCard => words.say("desk-invitation-no-card"),
        }
    }

    fn may_be_made(&self) -> bool {
        *self != InvitationState::NoCard
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
    pub whom: Invited,
    /// Where the way back leads.
    pub back: String,
    /// The office that invites.
    pub office: String,
    pub office_phone: Option<String>,
}

/// For whom slips are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invited {
    Deputies,
    Officer,
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
    /// The link that opens the same question in Telegram, when the office has a bot.
    pub telegram: Option<String>,
    /// Last day, in words.
    pub valid_until: String,
}

impl SlipsPage {
    fn greeting(&self, slip: &Slip) -> String {
        let key = match self.whom {
            Invited::Deputies => "desk-slip-to",
            Invited::Officer => "desk-slip-to-officer",
        };
        self.words
            .say_with(key, &Args::new().text("name", slip.name.as_str()))
    }

    fn what(&self) -> String {
        let key = match self.whom {
            Invited::Deputies => "desk-slip-what",
            Invited::Officer => "desk-slip-what-officer",
        };
        self.words
            .say_with(key, &Args::new().text("office", self.office.as_str()))
    }

    fn how(&self, slip: &Slip) -> String {
        let key = match self.whom {
            Invited::Deputies => "desk-slip-how",
            Invited::Officer => "desk-slip-how-officer",
        };
        self.words
            .say_with(key, &Args::new().text("address", slip.address.as_str()))
    }

    fn sheets(&self) -> std::slice::Chunks<'_, Slip> {
        self.slips.chunks(8)
    }

    fn count(&self) -> i64 {
        i64::try_from(self.slips.len()).unwrap_or(i64::MAX)
    }
}
