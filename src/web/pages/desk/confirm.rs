//! The question before a dangerous act: what will happen, to how many, and how to undo it.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET` on the path of the act; its form is a `POST` to the same path (csrf, form_key).
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
}

/// A dangerous act and whom it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DangerousAct {
    /// 换绑: ends the account of a deputy and invites anew.
    Rebind { name: String, open_letters: i64 },
    /// New letters go to the office until the deputy's letters are resumed.
    Pause { name: String, open_letters: i64 },
    /// 暂停一切消息.
    Silence { name: String },
    /// Ends the silence.
    Lift { name: String },
    /// Ends a letter that the office reads.
    EndLetter { number: String },
    /// Nobody finds the deputies of a unit any more.
    CloseUnit { name: String, deputies: i64 },
    /// Ends an officer's post.
    EndPost { name: String },
    /// Invites all who are not bound.
    InviteAll { deputies: i64 },
    /// Takes the last import back.
    UndoImport { added: i64, changed: i64 },
}

impl DangerousAct {
    fn tag(&self) -> &'static str {
        match self {
            DangerousAct::Rebind { .. } => "rebind",
            DangerousAct::Pause { .. } => "pause",
            DangerousAct::Silence { .. } => "silence",
            DangerousAct::Lift { .. } => "lift",
            DangerousAct::EndLetter { .. } => "end",
            DangerousAct::CloseUnit { .. } => "close-unit",
            DangerousAct::EndPost { .. } => "end-post",
            DangerousAct::InviteAll { .. } => "invite-all",
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
            | DangerousAct::CloseUnit {
                name,
                deputies: count,
            } => named(name).number("count", *count),
            DangerousAct::Silence { name } | DangerousAct::Lift { name } | DangerousAct::EndPost { name } => {
                named(name)
            }
            DangerousAct::EndLetter { number } => Args::new().text("number", number.as_str()),
            DangerousAct::InviteAll { deputies: count } => Args::new().number("count", *count),
            DangerousAct::UndoImport { added, changed } => {
                Args::new().number("added", *added).number("changed", *changed)
            }
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
}
