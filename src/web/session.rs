//! Who asks: the session cookie, the token against forged forms, language and size of letters.
//!
//! The cookie is 256 random bits, kept as a hash. Reading a page writes nothing: a guest's cookie becomes a session only
//! with the first form. The token is derived from the cookie, so it needs no row.

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use std::convert::Infallible;
use subtle::ConstantTimeEq;

use crate::domain::Locale;
use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::audit::hex;
use crate::domain::command::Command;
use crate::domain::ids::AccountId;
use crate::domain::input::{Deed, From, Input};
use crate::domain::lookup::secret_hash;
use crate::domain::world::{Key, World};
use crate::engine::NotTaken;
use crate::text::{Words, words};

use super::pages::{Forms, Letters};
use super::state::Web;

/// Name of the session cookie.
pub const SESSION: &str = "lianluo";
/// Name of the cookie with the chosen language.
pub const LANGUAGE: &str = "lang";
/// Name of the cookie with the chosen size of letters.
pub const LETTERS: &str = "letters";

/// Whoever asks for a page.
#[derive(Debug, Clone)]
pub struct Guest {
    /// The value of the session cookie: as it came, or a new one that the answer must set.
    pub cookie: String,
    /// The cookie is new: the answer sets it.
    pub is_new: bool,
    /// The account of the session, if there is one.
    pub account: Option<Account>,
    /// The language of the page.
    pub locale: Locale,
    /// The size of letters.
    pub letters: Letters,
}

fn cookie<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    parts
        .headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        })
}

impl Guest {
    async fn of(parts: &Parts, web: &Web) -> Self {
        let mut guest = Self::unread(parts);
        if !guest.is_new {
            guest.account = account_of(web, &guest.cookie).await;
        }
        if let Some(account) = &guest.account
            && cookie(parts, LANGUAGE).and_then(Locale::from_tag).is_none()
        {
            guest.locale = account.locale;
        }
        guest
    }

    /// Whoever asks, as far as the request itself tells: without a look into the database, so without the account.
    pub fn unread(parts: &Parts) -> Self {
        let sent = cookie(parts, SESSION)
            .filter(|value| value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit()));
        let client = parts
            .headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let locale = cookie(parts, LANGUAGE)
            .and_then(Locale::from_tag)
            .or_else(|| Locale::from_client(client))
            .unwrap_or_default();
        Self {
            cookie: sent.map_or_else(fresh_secret, str::to_owned),
            is_new: sent.is_none(),
            account: None,
            locale,
            letters: cookie(parts, LETTERS).map(Letters::from_tag).unwrap_or_default(),
        }
    }

    /// The words in the guest's language.
    pub fn words(&self) -> &'static Words {
        words(self.locale)
    }

    /// The token that a form of this guest must carry.
    pub fn csrf(&self, web: &Web) -> String {
        web.0.lookup.token("csrf", &self.cookie)
    }

    /// True when a form carries this guest's token.
    pub fn sent(&self, web: &Web, token: &str) -> bool {
        !self.is_new && self.csrf(web).as_bytes().ct_eq(token.as_bytes()).into()
    }

    /// The hidden fields for the forms of one rendering.
    pub fn forms(&self, web: &Web) -> Forms {
        Forms {
            csrf: self.csrf(web),
            page_key: hex(&rand::random::<[u8; 9]>()),
        }
    }

    /// The account of the session; a new one is made with the first form of a guest.
    pub async fn account_id(&self, web: &Web) -> Result<AccountId, NotTaken> {
        if let Some(account) = &self.account {
            return Ok(account.id);
        }
        let hash = secret_hash(&self.cookie);
        let command = Command::OpenSession {
            hash: hash.clone(),
            account: None,
            locale: self.locale,
        };
        let input = Input {
            key: format!("web:session:{hash}"),
            from: From::Program,
            deed: Deed::Command(Box::new(command)),
            said_at: None,
            raw: String::new(),
        };
        match web.0.intake.submit(input).await? {
            Answer::Account(id) => Ok(id),
            // The same guest sent two forms at once: the other one made the session.
            _ => account_of(web, &self.cookie)
                .await
                .map(|account| account.id)
                .ok_or(NotTaken::Trouble),
        }
    }

    /// The `Set-Cookie` value that a new guest's answer carries.
    pub fn set_cookie(&self, web: &Web) -> Option<String> {
        self.is_new.then(|| cookie_text(web, SESSION, &self.cookie))
    }
}

/// A `Set-Cookie` value, good for half a year; `Secure` where the site is reached by https.
pub fn cookie_text(web: &Web, name: &str, value: &str) -> String {
    let secure = if web.0.rules.public_url.starts_with("https://") {
        "; Secure"
    } else {
        ""
    };
    format!("{name}={value}; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax{secure}")
}

/// 256 random bits in hex.
pub fn fresh_secret() -> String {
    hex(&rand::random::<[u8; 32]>())
}

/// The account behind a cookie, if its session is good.
async fn account_of(web: &Web, cookie: &str) -> Option<Account> {
    let hash = secret_hash(cookie);
    let mut world = World::default();
    let mut reading = web.0.store.read().await.ok()?;
    reading
        .load(&[Key::Session(hash.clone())], &mut world)
        .await
        .ok()?;
    let session = world.find_session(&hash).ok()??.clone();
    if session.expires_at <= web.0.clock.now() {
        return None;
    }
    reading
        .load(&[Key::Account(session.account_id)], &mut world)
        .await
        .ok()?;
    world.find_account(&session.account_id).ok()?.cloned()
}

impl FromRequestParts<Web> for Guest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        Ok(Guest::of(parts, web).await)
    }
}
