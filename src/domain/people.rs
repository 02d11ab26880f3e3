//! The people of the office: deputies as they stand in the database, offices, officers, invitations.

pub mod typed_names;

use chrono::NaiveDate;

use super::case::tagged;
use super::ids::{AccountId, DeputyId, InvitationId, OfficeId, OfficerId};
pub use super::roster::DeputyStatus;

/// A deputy on the roster.
#[derive(Debug, Clone, PartialEq)]
pub struct Deputy {
    /// Identity.
    pub id: DeputyId,
    /// Belongs to one person for ever.
    pub code: String,
    /// Name.
    pub name: String,
    /// `male` or `female`; empty where the roster says nothing.
    pub sex: String,
    /// Code of the electing unit.
    pub unit_code: String,
    /// The unit's office.
    pub office_id: OfficeId,
    /// 代表团
    pub delegation: String,
    /// 代表小组
    pub group_name: String,
    /// 单位及职务
    pub post: String,
    /// `yes` or `no`, set by the office (A2.9); empty where the roster says nothing.
    pub grassroots: String,
    /// Fields of interest, joined by 、.
    pub fields: String,
    /// Telephone, sealed in the database.
    pub phone: String,
    /// Number of the deputy's card.
    pub card_number: String,
    /// Day or month of election, as text.
    pub elected_on: String,
    /// Status.
    pub status: DeputyStatus,
    /// A pause with a beginning: letters are offered to the office.
    pub paused_at: Option<i64>,
    /// Not on the newest roster.
    pub gone_at: Option<i64>,
    /// The account that redeemed the invitation.
    pub account_id: Option<AccountId>,
    /// First imported.
    pub created_at: i64,
}

#[cfg(test)]
impl Deputy {
    /// A deputy in office of a sample unit, for tests: whatever matters to one is set there.
    pub fn sample(id: i64, code: &str, name: &str) -> Self {
        Self {
            id: DeputyId(id),
            code: code.into(),
            name: name.into(),
            sex: String::new(),
            unit_code: "CS".into(),
            office_id: OfficeId(1),
            delegation: String::new(),
            group_name: String::new(),
            post: String::new(),
            grassroots: String::new(),
            fields: String::new(),
            phone: String::new(),
            card_number: String::new(),
            elected_on: String::new(),
            status: DeputyStatus::InOffice,
            paused_at: None,
            gone_at: None,
            account_id: None,
            created_at: 0,
        }
    }
}

tagged! {
    /// The two kinds of office.
    OfficeKind {
        /// 省人大常委会代表联络工作机构
        Provincial = "provincial",
        /// 原选举单位代表联络工作机构
        Unit = "unit",
    }
}

/// A liaison office.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// Identity.
    pub id: OfficeId,
    /// Code of the electing unit; `HN` for the provincial office.
    pub code: String,
    /// Name of the unit.
    pub name: String,
    /// Which kind.
    pub kind: OfficeKind,
    /// Deputies of this unit may be found and written to; the army's is closed by default.
    pub open_to_public: bool,
    /// Telephone for people's questions; may be empty.
    pub phone: String,
}

/// An officer's post.
#[derive(Debug, Clone, PartialEq)]
pub struct Officer {
    /// Identity.
    pub id: OfficerId,
    /// The account.
    pub account_id: AccountId,
    /// The office.
    pub office_id: OfficeId,
    /// Name for the audit log and the desk.
    pub name: String,
    /// Bound.
    pub created_at: i64,
    /// The post ended.
    pub ended_at: Option<i64>,
}

/// Whom an invitation binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitee {
    /// This deputy.
    Deputy(DeputyId),
    /// An officer of this office.
    Officer(OfficeId),
}

impl Invitee {
    /// The word in the database: `d` or `o` and the id.
    pub fn tag(self) -> String {
        match self {
            Invitee::Deputy(id) => format!("d{id}"),
            Invitee::Officer(id) => format!("o{id}"),
        }
    }

    /// Reads the word of the database.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let (kind, id) = (tag.get(..1)?, tag.get(1..)?.parse().ok()?);
        match kind {
            "d" => Some(Invitee::Deputy(DeputyId(id))),
            "o" => Some(Invitee::Officer(OfficeId(id))),
            _ => None,
        }
    }
}

/// A one-time code that binds an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Invitation {
    /// Identity.
    pub id: InvitationId,
    /// SHA-256 of the code in hex: the code itself is shown once.
    pub code_hash: String,
    /// Whom it binds.
    pub invitee: Invitee,
    /// Officers: the name to be entered.
    pub name: String,
    /// Officers: last four digits of the telephone; deputies: empty, the roster's card number counts.
    pub tail: String,
    /// Tries left.
    pub tries_left: i64,
    /// Made.
    pub created_at: i64,
    /// No longer good from here.
    pub expires_at: i64,
    /// Redeemed, and by whom.
    pub redeemed_at: Option<i64>,
    /// The account.
    pub redeemed_by: Option<AccountId>,
    /// Withdrawn: a newer one took its place, or an officer withdrew it.
    pub revoked_at: Option<i64>,
}

/// A day as stored: `YYYY-MM-DD`.
pub fn day_text(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}
