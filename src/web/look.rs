//! `POST /look`: the language and the size of letters, remembered in cookies; the language also in the account, so that
//! messages come in it.

use axum::extract::State;
use axum::response::Response;

use crate::domain::Locale;
use crate::domain::command::Command;
use crate::domain::input::Deed;

use super::forms::Form;
use super::page::{self, Answered};
use super::pages::Letters;
use super::session::{LANGUAGE, LETTERS, cookie_text};
use super::state::Web;

/// A page of ours to go back to; never another site.
fn own_page(back: &str) -> &str {
    let is_own = back.starts_with('/')
        && !back.starts_with("//")
        && !back.contains('\\')
        && back.bytes().all(|byte| byte.is_ascii_graphic());
    if is_own { back } else { "/" }
}

pub(super) async fn choose(State(web): State<Web>, form: Form) -> Response {
    let back = own_page(form.get("back")).to_owned();
    let answered = chosen(&web, &form, &back).await;
    page::or_sorry(&web, &form.guest, &back, answered).await
}

async fn chosen(web: &Web, form: &Form, back: &str) -> Answered {
    let mut response = page::see_other(web, &form.guest, back);
    if let Some(locale) = Locale::from_tag(form.get("language")) {
        page::add_cookie(&mut response, &cookie_text(web, LANGUAGE, locale.tag()));
        // Whoever has no account is not given one for that.
        if let Some(account) = form.guest.account.as_ref().filter(|it| it.locale != locale) {
            let command = Command::SetLocale(locale);
            let input = form.input(account.id, Deed::Command(Box::new(command)));
            web.0.intake.submit(input).await?;
        }
    }
    if !form.get("letters").is_empty() {
        let letters = Letters::from_tag(form.get("letters"));
        page::add_cookie(&mut response, &cookie_text(web, LETTERS, letters.tag()));
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::own_page;

    #[test]
    fn the_way_back_never_leads_to_another_site() {
        for own in ["/", "/d/CS-001?reader=office", "/find?name=%E7%8E%8B"] {
            assert_eq!(own_page(own), own);
        }
        for other in [
            "", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb", "/ x",
        ] {
            assert_eq!(own_page(other), "/");
        }
    }
}
