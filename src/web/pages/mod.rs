//! The pages as view structs: what a page shows, and nothing of where it comes from.
//!
//! A handler fills a struct and sends `page.render()` (askama's `Template`). One file a page or a group of pages; the
//! templates are in `src/web/templates`, the words in `locales/*/web.ftl` and `locales/*/desk.ftl`.
//!
//! **Invariants:** every word on a page comes from the catalogue or, for people's own words and names, from the
//! caller, and is escaped; no page holds inline script or style; every form that changes something carries `csrf` and
//! a `form_key` of its own ([`Forms::seal`]).

mod chat;
pub mod desk;
mod find;
mod first;
mod invitation;
mod layout;
mod lookup;
mod moment;
mod notice;
mod sorry;

pub use chat::{
    Attachment, BUBBLES_A_PAGE, Bubble, BubblesPart, ButtonAct, ChatButton, ChatPage, ClosedDoor, Delivery,
    DeputyHead, Edited, NoticeCard, Place, Reader, Side, Writing, WritingBox,
};
pub use find::{FieldChoice, FindPage, FindView, FoundDeputy, Taking, UnitChoice};
pub use first::{FirstPage, Visitor};
pub use invitation::{Guess, InvitationPage, Invitee};
pub use layout::{Forms, Frame, Letters, Paging, Seal};
pub use lookup::{LookupPage, LookupProblem};
pub use moment::{Moment, day_shown, day_with_year};
pub use notice::NoticePage;
pub use sorry::{Kept, Sorry, SorryPage};

#[cfg(test)]
mod tests;
