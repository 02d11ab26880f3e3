//! `/my`: a case is opened again with its number and lookup code, on any phone.
//!
//! **Danger:** six digits can be guessed. Wrong ones lock the case (`flows/look_up.rs`), and one address has only so many
//! wrong tries, whichever cases it tries.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::domain::answer::Answer;
use crate::domain::case::text::narrow;
use crate::domain::command::Command;
use crate::domain::input::Deed;
use crate::domain::refusal::Refusal;
use crate::domain::time::MINUTE_MS;
use crate::domain::world::World;

use super::forms::Form;
use super::limits::{Caller, GUESSES_MS, Gates};
use super::page::{self, Answered};
use super::pages::{Kept, LookupPage, LookupProblem, Sorry};
use super::session::Guest;
use super::show;
use super::state::Web;

pub(super) async fn show(State(web): State<Web>, guest: Guest) -> Response {
    let answered = lookup_page(&web, &guest, "", None).await;
    page::or_sorry(&web, &guest, "/my", answered).await
}

async fn lookup_page(web: &Web, guest: &Guest, number: &str, problem: Option<LookupProblem>) -> Answered {
    let status = match problem {
        None => StatusCode::OK,
        Some(LookupProblem::TooMany { .. }) => StatusCode::TOO_MANY_REQUESTS,
        Some(LookupProblem::NotFitting | LookupProblem::Incomplete) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let lookup = LookupPage {
        words: guest.words(),
        frame: page::frame(web, guest, "/my").await,
        number: number.to_owned(),
        problem,
    };
    page::page(web, guest, status, &lookup)
}

fn digits(typed: &str) -> String {
    narrow(typed)
        .chars()
        .filter(char::is_ascii_digit)
        .take(20)
        .collect()
}

pub(super) async fn open(
    State(web): State<Web>,
    Extension(gates): Extension<Arc<Gates>>,
    Extension(caller): Extension<Caller>,
    form: Form,
) -> Response {
    let answered = look_up(&web, &gates, caller, &form).await;
    page::or_sorry(&web, &form.guest, "/my", answered).await
}

async fn look_up(web: &Web, gates: &Gates, caller: Caller, form: &Form) -> Answered {
    let typed = digits(form.get("number"));
    let code = digits(form.get("code"));
    let problem = |problem| lookup_page(web, &form.guest, &typed, Some(problem));
    let (Ok(number), 6) = (typed.parse::<i64>(), code.len()) else {
        return problem(LookupProblem::Incomplete).await;
    };
    if gates.guessed_enough(web, caller) {
        let minutes = GUESSES_MS / MINUTE_MS;
        return problem(LookupProblem::TooMany { minutes }).await;
    }
    let account = form.guest.account_id(web).await?;
    let command = Command::LookUp { number, code };
    let input = form.input(account, Deed::Command(Box::new(command)));
    match web.0.intake.submit(input).await? {
        Answer::Case(_) => Ok(page::see_other(web, &form.guest, "/chat")),
        Answer::Again => {
            // The same form twice: opened if it was opened the first time.
            let mut world = World::default();
            let mut reading = web.0.store.read().await?;
            let is_theirs = show::decide(&mut reading, &mut world, |world| {
                let id = world.case_numbered(&number)?;
                let case = id.map(|id| world.find_case(&id)).transpose()?.flatten();
                Ok(case.is_some_and(|case| case.account_id == Some(account)))
            })
            .await?;
            drop(reading);
            if is_theirs {
                Ok(page::see_other(web, &form.guest, "/chat"))
            } else {
                problem(LookupProblem::NotFitting).await
            }
        }
        Answer::Refused(refusal) => {
            gates.guessed_wrong(web, caller);
            if refusal == Refusal::LookupLocked {
                let minutes = web.0.rules.lookup_locked_ms / MINUTE_MS;
                return problem(LookupProblem::TooMany { minutes }).await;
            }
            problem(LookupProblem::NotFitting).await
        }
        Answer::Kept(code) => Err(Sorry::OurFault {
            code,
            kept: Kept::ByUs,
        }),
        _ => problem(LookupProblem::NotFitting).await,
    }
}
