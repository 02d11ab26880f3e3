//! What a deputy may have forgotten to enter: kinds of duty without an entry for long, and what lies here that looks like one.
//!
//! Called for the page that the deputy asks for, and for the handbook's view; never pushed. **Invariants:** nothing is counted
//! against a target, no kind of duty is called missing: there is no quota (A4.6, A5.2); only the deputy's own matters are
//! looked at; nothing is entered here.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::duty_record::{DutyRecord, RecordState};
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::{DeputyId, RecordId, SuggestionId};
use crate::domain::report::{Words, named_duties};
use crate::domain::suggestion::SuggestionState;
use crate::domain::world::{Deciding, Key, ListKey, World};

/// Without an entry for so long, a kind of duty is worth a look.
const QUIET_DAYS: u64 = 60;

/// Something that may belong into a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loose {
    /// A draft, or what the office returned: it waits for the deputy.
    Waiting(RecordId),
    /// An entry of another section, whose words name this kind of duty.
    Elsewhere(RecordId),
    /// A suggestion or motion that the deputy raised, and that no entry tells of.
    Raised(SuggestionId),
}

/// Something loose, with the section that it looks like and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Material {
    /// The section.
    pub category: DutyCategory,
    /// When it was.
    pub on: NaiveDate,
    /// What.
    pub what: Loose,
}

/// A kind of duty without an entry for long, and what looks like one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The section.
    pub category: DutyCategory,
    /// The day of the last entry in it this year.
    pub last_on: Option<NaiveDate>,
    /// What looks like it, the newest first; never empty.
    pub looks_like: Vec<Material>,
}

/// The gaps of a year, in the order of the sections. `entered`: section and last day of each entry; `loose`: what may belong
/// somewhere. Something is told once: in the first section that it looks like.
pub fn gaps(entered: &[(DutyCategory, NaiveDate)], loose: &[Material], today: NaiveDate) -> Vec<Gap> {
    let since = today.checked_sub_days(Days::new(QUIET_DAYS)).unwrap_or(today);
    let mut told: Vec<Loose> = Vec::new();
    let mut found = Vec::new();
    for category in DutyCategory::TEN {
        let last_on = entered
            .iter()
            .filter(|(of, _)| *of == category)
            .map(|(_, on)| *on)
            .max();
        if last_on.is_some_and(|on| on > since) {
            continue;
        }
        let mut looks_like: Vec<Material> = loose
            .iter()
            .filter(|it| it.category == category && !told.contains(&it.what))
            // What is older than the last entry left no gap.
            .filter(|it| last_on.is_none_or(|on| it.on > on))
            .copied()
            .collect();
        looks_like.sort_by_key(|it| (std::cmp::Reverse(it.on), it.what));
        looks_like.dedup_by_key(|it| it.what);
        if !looks_like.is_empty() {
            told.extend(looks_like.iter().map(|it| it.what));
            found.push(Gap {
                category,
                last_on,
                looks_like,
            });
        }
    }
    found
}

/// What is entered, what waits, and what was raised.
fn lists(deputy: DeputyId, year: i32) -> [ListKey; 3] {
    let records = |state: &str| ListKey::Records {
        deputy,
        state: state.to_owned(),
        on: format!("{year:04}"),
        page: -1,
    };
    let raised = ListKey::SuggestionsOf { deputy, page: 0 };
    [records("confirmed"), records("draft"), raised]
}

/// What looking for gaps begins with: a caller that shows other things too loads it together with them.
pub fn keys(deputy: DeputyId, year: i32) -> [Key; 3] {
    lists(deputy, year).map(Key::List)
}

/// The gaps of a deputy's year as it stands.
pub fn gaps_of(world: &World, deputy: DeputyId, year: i32, today: NaiveDate) -> Deciding<Vec<Gap>> {
    let [confirmed, waiting, raised] = lists(deputy, year);
    world.want(keys(deputy, year))?;
    let ids = |list: &ListKey| -> Deciding<Vec<RecordId>> {
        Ok(world.list(list)?.ids.iter().map(|id| RecordId(*id)).collect())
    };
    let (confirmed, waiting) = (ids(&confirmed)?, ids(&waiting)?);
    let suggestions: Vec<SuggestionId> = world
        .list(&raised)?
        .ids
        .iter()
        .map(|id| SuggestionId(*id))
        .collect();
    world.want(
        confirmed
            .iter()
            .chain(&waiting)
            .map(|id| Key::Record(*id))
            .chain(suggestions.iter().map(|id| Key::Suggestion(*id))),
    )?;
    let mut entered = Vec::new();
    let mut loose = Vec::new();
    let mut papers = Vec::new();
    for id in confirmed {
        let Some(row) = world.find_record(&id)? else {
            continue;
        };
        if row.deputy_id != deputy || !row.record.state.in_handbook() {
            continue;
        }
        let record = &row.record;
        entered.push((record.category, record.until_on.unwrap_or(record.on)));
        if record.category == DutyCategory::MotionsAndSuggestions {
            papers.push((record.on, told(record)));
        }
        let named = named_duties(&told(record), Words::shipped());
        loose.extend(
            named
                .into_iter()
                .filter(|category| *category != record.category)
                .map(|category| Material {
                    category,
                    on: record.on,
                    what: Loose::Elsewhere(id),
                }),
        );
    }
    for id in waiting {
        let Some(row) = world.find_record(&id)? else {
            continue;
        };
        let record = &row.record;
        let waits = matches!(record.state, RecordState::Draft | RecordState::Returned);
        if row.deputy_id != deputy || !waits || record.is_to_come(today) {
            continue;
        }
        let maybe = std::iter::once(record.category).chain(record.open.categories.iter().copied());
        loose.extend(maybe.map(|category| Material {
            category,
            on: record.on,
            what: Loose::Waiting(id),
        }));
    }
    for id in suggestions {
        let Some(row) = world.find_suggestion(&id)? else {
            continue;
        };
        let Some(on) = row.raised_on.filter(|on| on.year() == year) else {
            continue;
        };
        let entered = papers
            .iter()
            .any(|(day, text)| *day == on || !row.title.is_empty() && text.contains(&row.title));
        if row.deputy_id == deputy
            && row.state != SuggestionState::Draft
            && row.withdrawn_at.is_none()
            && !entered
        {
            loose.push(Material {
                category: DutyCategory::MotionsAndSuggestions,
                on,
                what: Loose::Raised(id),
            });
        }
    }
    Ok(gaps(&entered, &loose, today))
}

/// All words of a record.
fn told(record: &DutyRecord) -> String {
    record
        .category
        .fields()
        .iter()
        .map(|field| record.column_text(*field))
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("，")
}

#[cfg(test)]
mod tests {
    use super::*;
    use DutyCategory::{Contact, GroupActivity, Inspection, SpecialResearch};

    fn on(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn waiting(category: DutyCategory, on: NaiveDate, id: i64) -> Material {
        Material {
            category,
            on,
            what: Loose::Waiting(RecordId(id)),
        }
    }

    #[test]
    fn a_quiet_section_is_told_with_what_looks_like_it() {
        let entered = [
            (SpecialResearch, on(6, 3)),
            (Contact, on(10, 20)),
            (Inspection, on(3, 1)),
        ];
        let loose = [
            waiting(SpecialResearch, on(8, 2), 1),
            waiting(SpecialResearch, on(9, 5), 2),
            // Contact is not quiet.
            waiting(Contact, on(10, 1), 3),
            // Older than the last entry.
            waiting(Inspection, on(2, 1), 4),
        ];
        let found = gaps(&entered, &loose, on(11, 1));
        assert_eq!(
            found,
            [Gap {
                category: SpecialResearch,
                last_on: Some(on(6, 3)),
                looks_like: vec![loose[1], loose[0]],
            }]
        );
    }

    #[test]
    fn without_anything_that_looks_like_it_nothing_is_said() {
        assert_eq!(gaps(&[], &[], on(11, 1)), []);
        assert_eq!(gaps(&[(SpecialResearch, on(1, 5))], &[], on(11, 1)), []);
    }

    #[test]
    fn a_draft_that_may_be_two_things_is_told_once() {
        let loose = [
            waiting(SpecialResearch, on(8, 2), 1),
            waiting(GroupActivity, on(8, 2), 1),
        ];
        let found = gaps(&[], &loose, on(11, 1));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].category, found[0].last_on), (SpecialResearch, None));
    }
}
