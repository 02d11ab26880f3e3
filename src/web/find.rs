//! `/find`: a deputy by electing unit, name or field of interest; only those who can be written to are found.

use axum::extract::{OriginalUri, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::domain::Locale;
use crate::domain::button::Act;
use crate::domain::case::text::shortened;
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::ids::{DeputyId, OfficeId};
use crate::domain::input::Deed;
use crate::domain::interest::FIELDS;
use crate::domain::people::{Deputy, OfficeKind};
use crate::domain::world::{FindBy, Key, ListKey, PAGE, World};
use crate::text::Words;

use super::chat::{asked, here};
use super::forms::Form;
use super::page::{self, Answered};
use super::pages::{FieldChoice, FindPage, FindView, FoundDeputy, Paging, Sorry, Taking, UnitChoice};
use super::session::Guest;
use super::show;
use super::state::Web;

/// A name that is looked for is at most so long.
const LONGEST_NAME: usize = 20;

/// An electing unit as people read it.
pub(super) fn unit_shown(code: &str, words: &Words) -> String {
    match (ElectingUnit::from_code(code), words.locale()) {
        (Some(unit), Locale::ZhCn) => unit.name().to_owned(),
        (Some(unit), Locale::En) => unit.english_name().to_owned(),
        (None, _) => code.to_owned(),
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    OriginalUri(uri): OriginalUri,
    RawQuery(query): RawQuery,
) -> Response {
    let here = here(&uri);
    let answered = finder(&web, &guest, &here, query.as_deref()).await;
    page::or_sorry(&web, &guest, &here, answered).await
}

async fn finder(web: &Web, guest: &Guest, here: &str, query: Option<&str>) -> Answered {
    let name: String = asked(query, "name")
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let name = shortened(&name, LONGEST_NAME);
    let unit = asked(query, "unit");
    let field = asked(query, "field")
        .parse()
        .ok()
        .and_then(|place: usize| Some((place, *FIELDS.get(place)?)));
    let page: i64 = asked(query, "page").parse().unwrap_or(0).clamp(0, 10_000);
    let words = guest.words();
    let view = if !name.is_empty() {
        let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
        let link = format!("/find?name={encoded}");
        found(web, words, FindBy::Name(name.clone()), name.clone(), &link, page).await?
    } else if let Some(unit) = ElectingUnit::from_code(&unit) {
        let code = unit.code().to_owned();
        let link = format!("/find?unit={code}");
        let of = unit_shown(&code, words);
        found(web, words, FindBy::Unit(code), of, &link, page).await?
    } else if let Some((place, field)) = field {
        let link = format!("/find?field={place}");
        let by = FindBy::Field(field.to_owned());
        found(web, words, by, field.to_owned(), &link, page).await?
    } else {
        start(web, words).await?
    };
    let find = FindPage {
        words,
        frame: page::frame(web, guest, here).await,
        told: None,
        name,
        view,
    };
    page::page(web, guest, StatusCode::OK, &find)
}

/// The finder with a kind sentence, for a code that leads to nobody.
pub(super) async fn code_unknown(web: &Web, guest: &Guest) -> Answered {
    let words = guest.words();
    let find = FindPage {
        words,
        frame: page::frame(web, guest, "/find").await,
        told: Some(words.say("web-find-code-unknown")),
        name: String::new(),
        view: start(web, words).await?,
    };
    page::page(web, guest, StatusCode::OK, &find)
}

/// The three ways to a deputy.
async fn start(web: &Web, words: &Words) -> Result<FindView, Sorry> {
    let mut world = World::default();
    let mut reading = web.0.store.read().await?;
    let units = show::decide(&mut reading, &mut world, |world| {
        let ids: Vec<OfficeId> = world
            .list(&ListKey::Offices)?
            .ids
            .iter()
            .map(|id| OfficeId(*id))
            .collect();
        world.want(ids.iter().map(|id| Key::Office(*id)))?;
        let mut open = Vec::new();
        for id in ids {
            let office = world.office(&id)?;
            if office.kind == OfficeKind::Unit && office.open_to_public {
                open.push(office.code.clone());
            }
        }
        let list = |code: &str| ListKey::Finder {
            by: FindBy::Unit(code.to_owned()),
            page: 0,
        };
        world.want(open.iter().map(|code| Key::List(list(code))))?;
        let mut units = Vec::new();
        for code in open {
            let deputies = world.list(&list(&code))?.total;
            if deputies > 0 {
                units.push((code, deputies));
            }
        }
        Ok(units)
    })
    .await?;
    Ok(FindView::Start {
        units: units
            .into_iter()
            .map(|(code, deputies)| UnitChoice {
                name: unit_shown(&code, words),
                href: format!("/find?unit={code}"),
                deputies,
            })
            .collect(),
        fields: FIELDS
            .iter()
            .enumerate()
            .map(|(place, field)| FieldChoice {
                name: (*field).to_owned(),
                href: format!("/find?field={place}"),
            })
            .collect(),
    })
}

/// A page of deputies; `link` is the address without the page.
async fn found(
    web: &Web,
    words: &Words,
    by: FindBy,
    of: String,
    link: &str,
    page: i64,
) -> Result<FindView, Sorry> {
    let key = ListKey::Finder { by, page };
    let mut world = World::default();
    let mut reading = web.0.store.read().await?;
    let (deputies, total) = show::decide(&mut reading, &mut world, |world| {
        let list = world.list(&key)?;
        let ids: Vec<DeputyId> = list.ids.iter().map(|id| DeputyId(*id)).collect();
        world.want(ids.iter().map(|id| Key::Deputy(*id)))?;
        let mut deputies: Vec<Deputy> = Vec::new();
        for id in ids {
            deputies.extend(world.find_deputy(&id)?.cloned());
        }
        Ok((deputies, list.total))
    })
    .await?;
    let at = |page: i64| format!("{link}&page={page}");
    Ok(FindView::Found {
        of,
        deputies: deputies
            .into_iter()
            .map(|deputy| FoundDeputy {
                name: deputy.name,
                electing_unit: unit_shown(&deputy.unit_code, words),
                fields: deputy
                    .fields
                    .split('、')
                    .filter(|field| !field.is_empty())
                    .map(str::to_owned)
                    .collect(),
                href: format!("/d/{}", deputy.code),
                taking: Taking::Letters,
            })
            .collect(),
        paging: Paging {
            before: (page > 0).then(|| at(page - 1)),
            after: ((page + 1) * PAGE < total).then(|| at(page + 1)),
            total,
        },
    })
}

/// `POST /find/unsure`: the unit is asked for in the conversation, and its office reads the letter.
pub(super) async fn unsure(State(web): State<Web>, form: Form) -> Response {
    let answered = ask_unit(&web, &form).await;
    page::or_sorry(&web, &form.guest, "/find", answered).await
}

async fn ask_unit(web: &Web, form: &Form) -> Answered {
    let account = form.guest.account_id(web).await?;
    let data = Act::Units(true).encode();
    web.0
        .intake
        .submit(form.input(account, Deed::Tapped { data }))
        .await?;
    Ok(page::see_other(web, &form.guest, "/chat"))
}
