//! The web chat: `/chat` and `/d/CODE`, and the piece of it that `/chat/since` gives.
//!
//! The conversation is a stream of bubbles with buttons, as people know it from their phone: their own right, ours
//! left. The caller gives the words of every bubble as the sender would send them to Telegram.

use askama::Template;

use crate::text::{Args, Words};

use super::{Forms, Frame, Moment};

/// How many bubbles a page should hold at most, newest last, so that it stays under 60 KB; earlier ones are behind
/// [`ChatPage::earlier`].
pub const BUBBLES_A_PAGE: usize = 30;

/// `GET /chat` and `GET /d/CODE`.
///
/// Forms: `POST /chat/tap` (csrf, form_key, `data`, `of`: the bubble's id); `POST /chat/send`, multipart (csrf,
/// form_key, `to`: code of the deputy, may be missing; `reader`: `deputy` or `office`, only with `to`; `text`; `file`,
/// several, empty parts possible; `lat`, `lon`, `accuracy` in metres, all empty when no place is sent).
/// The script sends the same fields with the header `X-Requested-With: lianluo`; it takes any 2xx as received.
#[derive(Template)]
#[template(path = "public/chat.html", config = "src/web/askama.toml")]
pub struct ChatPage {
    pub words: &'static Words,
    pub frame: Frame,
    /// Whom this page is about (`/d/CODE`); `None` on `/chat`.
    pub head: Option<DeputyHead>,
    /// Oldest first.
    pub bubbles: Vec<Bubble>,
    /// Link to the bubbles before these, if there are any.
    pub earlier: Option<String>,
    /// Where the conversation stands, in whatever form `/chat/since?after=` understands.
    pub after: String,
    pub writing: Writing,
}

/// `GET /chat/since?after=…`: bubbles that are new or have changed since `after` (edited, another delivery state,
/// buttons gone); a bubble with an id that the page knows takes the place of the old one. Also a good answer to a
/// `POST` by the script.
#[derive(Template)]
#[template(path = "public/bubbles.html", config = "src/web/askama.toml")]
pub struct BubblesPart {
    pub words: &'static Words,
    /// With a fresh `page_key`.
    pub forms: Forms,
    pub bubbles: Vec<Bubble>,
    /// Where the conversation stands now.
    pub after: String,
}

/// The head of a deputy's page.
#[derive(Debug, Clone)]
pub struct DeputyHead {
    pub name: String,
    pub electing_unit: String,
    /// Who reads what is written here, one line from the live settings.
    pub reads: String,
}

/// One thing said.
#[derive(Debug, Clone)]
pub struct Bubble {
    pub id: String,
    pub side: Side,
    pub sender: String,
    pub at: Moment,
    /// The text with its line breaks; may be empty when there are attachments.
    pub text: String,
    pub edited: Edited,
    pub attachments: Vec<Attachment>,
    /// Rows of buttons, at most four buttons in all.
    pub rows: Vec<Vec<ChatButton>>,
    /// Shown at own bubbles; reading is never shown, it would shame.
    pub delivery: Option<Delivery>,
}

/// On which side a bubble stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Said by the person who looks at the page: right.
    Own,
    /// Said to that person: left.
    Theirs,
}

/// Whether a newer version of a bubble is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    No,
    Yes,
}

/// How far an own message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Kept by us.
    Received,
    /// At the other person's phone.
    Delivered,
    /// Not yet at the other person; we go on trying.
    Waiting,
    /// It could not be delivered; a person of the office looks after it.
    WithOffice,
}

/// Something that came with a message.
#[derive(Debug, Clone)]
pub enum Attachment {
    /// A picture; `described` is its caption or an empty text.
    Photo { href: String, described: String },
    /// A recorded voice.
    Voice { href: String, seconds: i64 },
    /// Any other file.
    File { href: String, name: String, bytes: i64 },
    /// A place as words; no map is loaded from anywhere.
    Place(Place),
    /// A file still on its way, or too large to fetch; `name` is what is known of it.
    NotHere { name: String },
}

/// A place that was sent.
#[derive(Debug, Clone)]
pub struct Place {
    pub latitude: f64,
    pub longitude: f64,
}

/// A button at a bubble.
#[derive(Debug, Clone)]
pub struct ChatButton {
    /// A verb.
    pub label: String,
    pub act: ButtonAct,
}

/// What a button does.
#[derive(Debug, Clone)]
pub enum ButtonAct {
    /// Sends `data` (at most 64 bytes) as a tap.
    Tap { data: String },
    /// Opens a page.
    Open { href: String },
}

/// Whether and to whom one can write here.
#[derive(Debug, Clone)]
pub enum Writing {
    Open(WritingBox),
    Closed(ClosedDoor),
}

/// The box to write in.
#[derive(Debug, Clone)]
pub struct WritingBox {
    /// Code of the deputy on `/d/CODE`.
    pub to: Option<String>,
    /// Who reads it. [`Reader::Office`] when the person took the offer of the unit office.
    pub reader: Reader,
    /// The card above the box; `None` when nothing need be said.
    pub notice: Option<NoticeCard>,
    /// For deputies the four words above the box (来信, 记一笔, 待办, 我的手册), sent as texts; else empty.
    pub bar: Vec<String>,
    /// Words to put back into the box after something failed.
    pub text: String,
}

/// Who reads a first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Deputy,
    Office,
}

/// What a person reads before the first words.
#[derive(Debug, Clone)]
pub enum NoticeCard {
    /// Shown open; one sentence or paragraph each.
    New(Vec<String>),
    /// Accepted before: folded.
    Accepted(Vec<String>),
}

/// The deputy takes no letters here. The ground is never given.
#[derive(Debug, Clone)]
pub struct ClosedDoor {
    /// The unit office that is offered.
    pub office: String,
    /// Page on which one writes to that office about this deputy, such as `/d/CODE?reader=office`; `None` when the
    /// office takes no letters here either.
    pub office_href: Option<String>,
    pub office_phone: Option<String>,
}

impl Bubble {
    pub(super) fn class(&self) -> &'static str {
        match self.side {
            Side::Own => "own",
            Side::Theirs => "theirs",
        }
    }

    pub(super) fn is_edited(&self) -> bool {
        self.edited == Edited::Yes
    }
}

impl Delivery {
    pub(super) fn said(self, words: &Words) -> String {
        words.say(match self {
            Delivery::Received => "web-delivery-received",
            Delivery::Delivered => "web-delivery-delivered",
            Delivery::Waiting => "web-delivery-waiting",
            Delivery::WithOffice => "web-delivery-with-office",
        })
    }
}

impl Attachment {
    /// The size of a file in words, else nothing.
    pub(super) fn size_shown(&self) -> String {
        let Attachment::File { bytes, .. } = self else {
            return String::new();
        };
        let kilobytes = (bytes + 1023) / 1024;
        if kilobytes < 1024 {
            format!("{kilobytes} KB")
        } else {
            format!("{}.{} MB", kilobytes / 1024, kilobytes % 1024 * 10 / 1024)
        }
    }
}

impl NoticeCard {
    fn lines(&self) -> &[String] {
        match self {
            NoticeCard::New(lines) | NoticeCard::Accepted(lines) => lines,
        }
    }

    fn is_new(&self) -> bool {
        matches!(self, NoticeCard::New(_))
    }
}

impl WritingBox {
    fn reader_tag(&self) -> &'static str {
        match self.reader {
            Reader::Deputy => "deputy",
            Reader::Office => "office",
        }
    }

    /// Name under which the script keeps a draft on the phone.
    fn conversation(&self) -> &str {
        self.to.as_deref().unwrap_or("chat")
    }
}
