//! The question before a dangerous act: what will happen, to how many, and how to undo it.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET` on the path of the act; its form is a `POST` to the same path (csrf, form_key; for a pause `from_on` and
/// `until_on`, `YYYY-MM-DD`, the second may be empty).
#[derive(Template)]
#[template(path = "desk/confirm.html", config = "src/web/askama.toml")]
pub struct ConfirmPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub act: DangerousAct,
    /// Where the form is sent.
    pub action: String,
    /// Where 不做了 leads.
    pub back: String,
    /// `YYYY-MM-DD`, the first day that a pause can begin.
    pub today: String,
}

/// A dangerous act and whom it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DangerousAct {
    /// 换绑: ends the account of a deputy and invites anew.
    Rebind { name: String, open_letters: i64 },
    /// Letters go to the office for a time.
    Pause { name: String, open_letters: i64 },
    /// 暂停一切消息.
    Silence { name: String, waiting: i64 },
    /// Ends the silence; `held` messages are still worth sending.
    Lift { name: String, held: i64 },
    /// Ends a letter that the office reads.
    EndLetter { number: String },
    /// Invites all who are not bound.
    InviteAll { deputies: i64 },
    /// Open invitations stop working.
    WithdrawInvitations { invitations: i64 },
    /// Takes the last import back.
    UndoImport { added: i64, changed: i64, gone: i64 },
}

impl DangerousAct {
    fn tag(&self) -> &'static str {
        match self {
            DangerousAct::Rebind { .. } => "rebind",
            DangerousAct::Pause { .. } => "pause",
            DangerousAct::Silence { .. } => "silence",
            DangerousAct::Lift { .. } => "lift",
            DangerousAct::EndLetter { .. } => "end",
            DangerousAct::InviteAll { .. } => "invite-all",
            DangerousAct::WithdrawInvitations { .. } => "withdraw",
            DangerousAct::UndoImport { .. } => "undo-import",
        }
    }

    fn args(&self) -> Args<'_> {
        let named = |name: &'_ String| Args::new().text("name", name.clone());
        match self {
            DangerousAct::Rebind {
                name,
                open_letters: count,
            }
            | DangerousAct::Pause {
                name,
                open_letters: count,
            }
            | DangerousAct::Silence { name, waiting: count }
            | DangerousAct::Lift { name, held: count } => named(name).number("count", *count),
            DangerousAct::EndLetter { number } => Args::new().text("number", number.as_str()),
            DangerousAct::InviteAll { deputies: count }
            | DangerousAct::WithdrawInvitations { invitations: count } => Args::new().number("count", *count),
            DangerousAct::UndoImport { added, changed, gone } => Args::new()
                .number("added", *added)
                .number("changed", *changed)
                .number("gone", *gone),
        }
    }

    fn heading(&self, words: &Words) -> String {
        words.say_with(&format!("desk-confirm-{}", self.tag()), &self.args())
    }

    fn what(&self, words: &Words) -> String {
        words.say_with(&format!("desk-confirm-{}-what", self.tag()), &self.args())
    }

    fn whom(&self, words: &Words) -> String {
        words.say_with(&format!("desk-confirm-{}-whom", self.tag()), &self.args())
    }

    fn undo(&self, words: &Words) -> String {
        words.say_with(&format!("desk-confirm-{}-undo", self.tag()), &self.args())
    }

    fn go(&self, words: &Words) -> String {
        words.say_with(&format!("desk-confirm-{}-go", self.tag()), &self.args())
    }

    fn is_pause(&self) -> bool {
        matches!(self, DangerousAct::Pause { .. })
    }
}
