//! `/chat`: the conversation, and `/chat/since`: what came after a page was made.

use axum::extract::{OriginalUri, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::domain::account::Account;
use crate::domain::menu::Menu;
use crate::text::Words;

use super::bubbles::{self, Shown, Stand};
use super::page::{self, Answered};
use super::pages::{BUBBLES_A_PAGE, BubblesPart, ChatPage, Reader, Writing, WritingBox};
use super::session::Guest;
use super::state::Web;

/// The longest conversation that one page shows, in pages of bubbles.
const MOST_PAGES: usize = 20;

/// The value of a field in the query of an address; empty when it is not there.
pub(super) fn asked(query: Option<&str>, name: &str) -> String {
    url::form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

/// The path and query of a page, to come back to.
pub(super) fn here(uri: &axum::http::Uri) -> String {
    uri.path_and_query()
        .map_or_else(|| "/".to_owned(), |it| it.as_str().to_owned())
}

/// The deputy's four words; nothing for others.
pub(super) fn bar(account: Option<&Account>, words: &Words) -> Vec<String> {
    match account {
        Some(account) if account.deputy_id.is_some() => {
            [Menu::Letters, Menu::TakeDown, Menu::Todo, Menu::Handbook]
                .map(|word| words.say(&format!("menu-{}", word.tag())))
                .to_vec()
        }
        _ => Vec::new(),
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    OriginalUri(uri): OriginalUri,
    RawQuery(query): RawQuery,
) -> Response {
    let here = here(&uri);
    let pages = asked(query.as_deref(), "pages").parse().unwrap_or(1);
    let answered = conversation(&web, &guest, &here, pages).await;
    page::or_sorry(&web, &guest, &here, answered).await
}

async fn conversation(web: &Web, guest: &Guest, here: &str, pages: usize) -> Answered {
    let pages = pages.clamp(1, MOST_PAGES);
    let mut shown = match &guest.account {
        Some(account) => bubbles::newest(web, guest, account, pages * BUBBLES_A_PAGE).await?,
        None => Shown::default(),
    };
    if let Some(account) = &guest.account {
        shown.fetched(web, account.id);
    }
    let earlier = (shown.has_earlier && pages < MOST_PAGES).then(|| format!("/chat?pages={}", pages + 1));
    let chat = ChatPage {
        words: guest.words(),
        frame: page::frame(web, guest, here).await,
        head: None,
        bubbles: shown.bubbles,
        earlier,
        after: shown.stand.to_string(),
        writing: Writing::Open(WritingBox {
            to: None,
            reader: Reader::Deputy,
            notice: None,
            bar: bar(guest.account.as_ref(), guest.words()),
            text: String::new(),
        }),
    };
    page::page(web, guest, StatusCode::OK, &chat)
}

pub(super) async fn since(State(web): State<Web>, guest: Guest, RawQuery(query): RawQuery) -> Response {
    let stand = Stand::read(&asked(query.as_deref(), "after"));
    let answered = part(&web, &guest, &stand).await;
    page::or_sorry(&web, &guest, "/chat", answered).await
}

/// The piece of conversation behind a stand.
pub(super) async fn part(web: &Web, guest: &Guest, stand: &Stand) -> Answered {
    let mut shown = match &guest.account {
        Some(account) => bubbles::since(web, guest, account, stand).await?,
        None => Shown::default(),
    };
    if let Some(account) = &guest.account {
        shown.fetched(web, account.id);
    }
    let part = BubblesPart {
        words: guest.words(),
        forms: guest.forms(web),
        bubbles: shown.bubbles,
        after: shown.stand.to_string(),
    };
    page::page(web, guest, StatusCode::OK, &part)
}
