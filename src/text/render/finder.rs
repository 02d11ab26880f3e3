//! Finding a deputy: by electing unit, by name, by field of interest; or the office, for who doesn't know whom to ask.

use crate::domain::button::{Act, Button};
use crate::domain::case::Reader;
use crate::domain::ids::{DeputyId, OfficeId};
use crate::domain::interest::FIELDS;
use crate::domain::people::{Deputy, OfficeKind};
use crate::domain::rendered::Rendered;
use crate::domain::world::{Deciding, FindBy, Key, ListKey, World};
use crate::text::{Args, Words};

use super::cut::one_line;
use super::names::{deputy_in_full, unit_in_full, unit_in_short};
use super::telling::{Telling, page, rows};

/// Columns on a button that a narrow telephone still shows: a Han sign takes two of them.
const ON_A_BUTTON: usize = 48;

pub(super) fn menu(t: &Telling<'_>) -> Rendered {
    page(
        vec![t.say("finder-menu")],
        vec![
            vec![
                t.button("button-by-unit", Act::Units(false)),
                t.button("button-by-name", Act::SearchName),
            ],
            vec![
                t.button("button-by-field", Act::Fields),
                t.button("button-unsure", Act::Units(true)),
            ],
            vec![t.button("button-home", Act::Home)],
        ],
    )
}

/// The units whose deputies can be written to; the provincial office elects nobody.
pub(super) fn units(t: &Telling<'_>, for_office: bool) -> Deciding<Rendered> {
    let ids: Vec<OfficeId> = t
        .world
        .list(&ListKey::Offices)?
        .ids
        .iter()
        .map(|id| OfficeId(*id))
        .collect();
    t.world.want(ids.iter().map(|id| Key::Office(*id)))?;
    let mut buttons = Vec::new();
    for id in ids {
        let Some(office) = t.world.find_office(&id)? else {
            continue;
        };
        if !office.open_to_public || office.kind != OfficeKind::Unit {
            continue;
        }
        buttons.push(Button {
            label: unit_in_short(office, t.words),
            act: if for_office {
                Act::OfficeOf(id)
            } else {
                Act::Unit(id, 0)
            },
        });
    }
    let key = match (buttons.is_empty(), for_office) {
        (true, _) => "finder-no-units",
        (false, true) => "finder-units-office",
        (false, false) => "finder-units",
    };
    let mut buttons = rows(buttons, 3);
    buttons.push(vec![t.button("button-back", Act::Find)]);
    Ok(page(vec![t.say(key)], buttons))
}

/// The word for a field in the language; the rosters' own word for one that is not in the list.
fn field_called(field: &str, words: &Words) -> String {
    let field = field.trim();
    match FIELDS.iter().position(|it| *it == field) {
        Some(place) => words.say(&format!("interest-{}", place + 1)),
        None => field.to_owned(),
    }
}

/// A deputy's fields, as joined by 、 on the roster.
pub(super) fn fields_called(deputy: &Deputy, words: &Words) -> String {
    let fields: Vec<String> = deputy
        .fields
        .split('、')
        .filter(|field| !field.trim().is_empty())
        .map(|field| field_called(field, words))
        .collect();
    fields.join(&words.say("list-comma"))
}

pub(super) fn fields(t: &Telling<'_>) -> Rendered {
    let buttons = FIELDS
        .iter()
        .zip(0..)
        .map(|(field, place)| Button {
            label: field_called(field, t.words),
            act: Act::Field(place, 0),
        })
        .collect();
    let mut buttons = rows(buttons, 3);
    buttons.push(vec![t.button("button-back", Act::Find)]);
    page(vec![t.say("finder-fields")], buttons)
}

/// One button a deputy, in the order of the roster.
pub(super) fn deputies(t: &Telling<'_>, by: &FindBy, at: i64) -> Deciding<Rendered> {
    let key = ListKey::Finder {
        by: by.clone(),
        page: at,
    };
    let mut first = vec![Key::List(key.clone())];
    if let FindBy::Unit(code) = by {
        first.push(Key::OfficeCode(code.clone()));
    }
    t.world.want(first)?;
    let list = t.world.list(&key)?;
    let ids: Vec<DeputyId> = list.ids.iter().map(|id| DeputyId(*id)).collect();
    t.world.want(ids.iter().map(|id| Key::Deputy(*id)))?;
    let looked_for = looked_for(by, t.words);
    let back = vec![t.button("button-back", Act::Find)];
    if ids.is_empty() {
        let text = t.say_with("finder-nobody", &Args::new().text("what", looked_for));
        let buttons = vec![
            vec![
                t.button("button-by-name", Act::SearchName),
                t.button("button-unsure", Act::Units(true)),
            ],
            back,
        ];
        return Ok(page(vec![text], buttons));
    }
    let args = Args::new().text("what", looked_for).number("count", list.total);
    let mut buttons = Vec::new();
    for id in ids {
        if let Some(deputy) = t.world.find_deputy(&id)? {
            buttons.push(vec![Button {
                label: on_a_button(deputy, by, t.words),
                act: Act::Open(Reader::Deputy(id)),
            }]);
        }
    }
    if let Some(turn) = turn(t.world, by)? {
        buttons.push(t.paging(at, list.total, turn));
    }
    buttons.push(back);
    Ok(page(vec![t.say_with("finder-deputies", &args)], buttons))
}

fn looked_for(by: &FindBy, words: &Words) -> String {
    match by {
        FindBy::Unit(code) => unit_in_full(code, words),
        FindBy::Name(name) => one_line(name, 20),
        FindBy::Field(field) => field_called(field, words),
    }
}

/// The name, and what tells people of the same list apart.
fn on_a_button(deputy: &Deputy, by: &FindBy, words: &Words) -> String {
    let rest = match by {
        FindBy::Unit(_) if !deputy.fields.is_empty() => fields_called(deputy, words),
        FindBy::Unit(_) => deputy.post.clone(),
        FindBy::Name(_) | FindBy::Field(_) => unit_in_full(&deputy.unit_code, words),
    };
    let name = deputy_in_full(deputy, words);
    if rest.is_empty() {
        name
    } else {
        within(&format!("{name} · {rest}"), ON_A_BUTTON)
    }
}

/// A line in at most so many columns, with an ellipsis where something was left out.
fn within(line: &str, columns: usize) -> String {
    let mut used = 0;
    let fitting = line.chars().take_while(|sign| {
        used += if sign.is_ascii() { 1 } else { 2 };
        used <= columns
    });
    match fitting.count() {
        all if all == line.chars().count() => line.to_owned(),
        some => one_line(line, some),
    }
}

/// Gives the act for a page.
type Turn = Box<dyn Fn(i64) -> Act>;

/// The act that turns to another page of the same search; none where no button can name it.
fn turn(world: &World, by: &FindBy) -> Deciding<Option<Turn>> {
    Ok(match by {
        FindBy::Unit(code) => world
            .office_coded(code)?
            .map(|office| Box::new(move |page| Act::Unit(office, page)) as Turn),
        FindBy::Name(name) => {
            let name = name.clone();
            Some(Box::new(move |page| Act::Named(name.clone(), page)))
        }
        FindBy::Field(field) => FIELDS
            .iter()
            .zip(0..)
            .find(|(it, _)| *it == field)
            .map(|(_, place)| Box::new(move |page| Act::Field(place, page)) as Turn),
    })
}
