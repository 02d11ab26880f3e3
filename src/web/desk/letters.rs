//! The list of letters, and what all pages about letters share: states, lateness, deputies to choose from.

use std::collections::HashMap;

use axum::extract::Query;

use crate::domain::case::{Case, CaseState, Reader};
use crate::domain::ids::{DeputyId, OfficeId};
use crate::domain::time::DAY_MS;
use crate::domain::world::{Key, ListKey};
use crate::store::{LetterLine, LettersOf, Reading};
use crate::web::pages::Paging;
use crate::web::pages::desk::{
    DeputyChoice, DeskPlace, LetterCount, LetterFilter, LetterRow, LetterState, LettersPage,
};

use super::officer::{Answered, Asked, Ends, OnDuty};

/// Letters on a page of the list.
const A_PAGE: i64 = 50;
/// Letters that are looked through at most, for what is late and for a search.
pub(super) const MOST: i64 = 500;
/// Days without an answer after which a letter is late: from then on the writer can ask after it.
const LATE_DAYS: i64 = 10;

/// The state of a letter as the desk shows it.
pub(super) fn state_of(case: &Case) -> LetterState {
    match case.state {
        CaseState::Received | CaseState::Delivered if matches!(case.reader, Reader::Office(_)) => {
            LetterState::WithOffice
        }
        CaseState::Received => LetterState::Received,
        CaseState::Delivered => LetterState::WithDeputy,
        CaseState::Answered if matches!(case.reader, Reader::Office(_)) => LetterState::OfficeAnswered,
        CaseState::Answered => LetterState::Answered,
        CaseState::Raised => LetterState::Raised,
        CaseState::PassedOn => LetterState::PassedOn,
        CaseState::Ended => LetterState::Ended,
    }
}

/// Whole days that an unanswered letter has waited, when they are too many.
pub(super) fn late_days(case: &Case, now: i64) -> Option<i64> {
    let waits = matches!(case.state, CaseState::Received | CaseState::Delivered);
    // What was said after an answer waits since it was said; a first letter since it came.
    let since_at = if case.answered_at.is_some() {
        case.spoken_at
    } else {
        case.opened_at
    };
    let days = (now - since_at) / DAY_MS;
    (waits && days >= LATE_DAYS).then_some(days)
}

fn row(duty: &OnDuty, line: &LetterLine) -> LetterRow {
    LetterRow {
        number: line.case.number.to_string(),
        deputy: line.deputy_name.clone(),
        state: state_of(&line.case),
        came: duty.moment(line.case.opened_at),
        moved: duty.moment(line.case.spoken_at),
        late_days: late_days(&line.case, duty.now()),
    }
}

/// Letters of the own office's unit.
pub(super) async fn of_office(
    duty: &OnDuty,
    reading: &mut Reading,
    of: LettersOf,
    page: i64,
    most: i64,
) -> Result<(Vec<LetterLine>, i64), Ends> {
    reading
        .letters_of_office(duty.office.id, of, page, most)
        .await
        .map_err(|error| duty.unread(&error))
}

/// How many of these letters are late, by deputy.
pub(super) fn late_by_deputy(lines: &[LetterLine], now: i64) -> HashMap<DeputyId, i64> {
    let mut late = HashMap::new();
    for line in lines {
        if let Reader::Deputy(deputy) = line.case.reader
            && late_days(&line.case, now).is_some()
        {
            *late.entry(deputy).or_default() += 1;
        }
    }
    late
}

/// Deputies to whom a letter of this office can be given: those of the unit who can be written to; for the provincial
/// office those of all units.
pub(super) async fn choices(duty: &OnDuty, reading: &mut Reading) -> Result<Vec<DeputyChoice>, Ends> {
    let mut offices = vec![(duty.office.id, duty.office.name.clone())];
    if duty.is_provincial() {
        offices = duty
            .look(reading, |world| {
                let ids: Vec<OfficeId> = world
                    .list(&ListKey::Offices)?
                    .ids
                    .iter()
                    .map(|id| OfficeId(*id))
                    .collect();
                world.want(ids.iter().map(|id| Key::Office(*id)))?;
                ids.iter()
                    .map(|id| Ok((*id, world.office(id)?.name.clone())))
                    .collect()
            })
            .await?;
    }
    let mut all = Vec::new();
    for (office, unit) in offices {
        let names = reading
            .deputy_names(office)
            .await
            .map_err(|error| duty.unread(&error))?;
        all.extend(names.into_iter().map(|(_, code, name)| DeputyChoice {
            code,
            name,
            electing_unit: unit.clone(),
        }));
    }
    Ok(all)
}

/// The choice that was typed: a code, or a name that only one of them has.
pub(super) fn chosen<'a>(choices: &'a [DeputyChoice], typed: &str) -> Option<&'a DeputyChoice> {
    let by_code = choices
        .iter()
        .find(|choice| choice.code.eq_ignore_ascii_case(typed));
    by_code.or_else(|| {
        let mut named = choices.iter().filter(|choice| choice.name == typed);
        named.next().filter(|_| named.next().is_none())
    })
}

/// Links to the pages beside page `at` of a list.
pub(super) fn paging(path: &str, query: &str, at: i64, a_page: i64, total: i64) -> Paging {
    let link = |page: i64| format!("{path}?{query}page={}", page + 1);
    Paging {
        before: (at > 0).then(|| link(at - 1)),
        after: ((at + 1) * a_page < total).then(|| link(at + 1)),
        total,
    }
}

/// Letters by number or name of the deputy: the end of a number for letters that have not ended, a whole one for all.
async fn search(
    duty: &OnDuty,
    reading: &mut Reading,
    open: &[LetterLine],
    find: &str,
) -> Result<Vec<LetterLine>, Ends> {
    let (answered, _) = of_office(duty, reading, LettersOf::Answered, 0, MOST).await?;
    let fits = |line: &&LetterLine| {
        line.case.number.to_string().ends_with(find)
            || line
                .deputy_name
                .as_deref()
                .is_some_and(|name| name.contains(find))
    };
    let mut found: Vec<LetterLine> = open.iter().chain(&answered).filter(fits).cloned().collect();
    if let Ok(number) = find.parse::<i64>()
        && found.iter().all(|line| line.case.number != number)
    {
        let office = duty.office.id;
        let ended = duty
            .look(reading, |world| {
                let Some(case) = world.case_numbered(&number)? else {
                    return Ok(None);
                };
                let case = world.case(&case)?.clone();
                if case.office_id != office {
                    return Ok(None);
                }
                let deputy_name = match case.reader {
                    Reader::Deputy(deputy) => world.find_deputy(&deputy)?.map(|deputy| deputy.name.clone()),
                    Reader::Office(_) => None,
                };
                Ok(Some(LetterLine { case, deputy_name }))
            })
            .await?;
        found.extend(ended);
    }
    found.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    Ok(found)
}

/// `GET /desk`
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    let shown = LetterFilter::from_tag(&asked.show);
    let now = duty.now();
    let mut reading = duty.read().await?;
    // The oldest come first, so all late ones are among them.
    let (open, open_total) = of_office(&duty, &mut reading, LettersOf::Open, 0, MOST).await?;
    let late: Vec<&LetterLine> = open
        .iter()
        .filter(|line| late_days(&line.case, now).is_some())
        .collect();
    let late_total = i64::try_from(late.len()).unwrap_or(i64::MAX);
    let find = asked.find.trim().to_owned();
    let mut counts = Vec::new();
    let mut letters = Vec::new();
    let mut total = 0;
    for filter in LetterFilter::ALL {
        let of = match filter {
            LetterFilter::Late => {
                counts.push(LetterCount {
                    filter,
                    letters: late_total,
                });
                continue;
            }
            LetterFilter::Open => LettersOf::Open,
            LetterFilter::WithOffice => LettersOf::Office,
            LetterFilter::Answered => LettersOf::Answered,
            LetterFilter::Ended => LettersOf::Ended,
        };
        let most = if filter == shown && find.is_empty() {
            A_PAGE
        } else {
            0
        };
        let count = if filter == LetterFilter::Open && most == 0 {
            open_total
        } else {
            let (lines, count) = of_office(&duty, &mut reading, of, asked.at(), most).await?;
            if filter == shown {
                letters = lines.iter().map(|line| row(&duty, line)).collect();
                total = count;
            }
            count
        };
        counts.push(LetterCount {
            filter,
            letters: count,
        });
    }
    let mut pages = paging(
        "/desk",
        &format!("show={}&", shown.tag()),
        asked.at(),
        A_PAGE,
        total,
    );
    if !find.is_empty() {
        let found = search(&duty, &mut reading, &open, &find).await?;
        letters = found.iter().map(|line| row(&duty, line)).collect();
        pages = Paging {
            total: i64::try_from(letters.len()).unwrap_or(i64::MAX),
            ..Paging::default()
        };
    } else if shown == LetterFilter::Late {
        let skip = usize::try_from(asked.at() * A_PAGE).unwrap_or(usize::MAX);
        let take = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
        letters = late
            .iter()
            .skip(skip)
            .take(take)
            .map(|line| row(&duty, line))
            .collect();
        pages = paging("/desk", "show=late&", asked.at(), A_PAGE, late_total);
    }
    let page = LettersPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Letters, "/desk", Some(&asked.said), None),
        shown,
        counts,
        find,
        letters,
        paging: pages,
        calendar_wanted: super::calendar::wanted(&duty, &mut reading).await?,
    };
    Ok(OnDuty::page(&page, None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::CaseId;

    fn case(answered_at: Option<i64>, spoken_at: i64) -> Case {
        Case {
            answered_at,
            spoken_at,
            ..Case::new(
                CaseId(1),
                260_001,
                None,
                Reader::Deputy(DeputyId(1)),
                OfficeId(1),
                0,
            )
        }
    }

    #[test]
    fn a_letter_is_late_on_the_tenth_day_however_often_the_writer_adds_to_it() {
        assert_eq!(late_days(&case(None, 9 * DAY_MS), 10 * DAY_MS - 1), None);
        assert_eq!(late_days(&case(None, 9 * DAY_MS), 10 * DAY_MS), Some(10));
    }

    #[test]
    fn words_after_an_answer_wait_since_they_were_said() {
        assert_eq!(late_days(&case(Some(1), 9 * DAY_MS), 12 * DAY_MS), None);
        let answered = Case {
            state: CaseState::Answered,
            ..case(Some(1), 1)
        };
        assert_eq!(late_days(&answered, 90 * DAY_MS), None);
    }

    #[test]
    fn a_name_chooses_a_deputy_only_where_nobody_else_has_it() {
        let choice = |code: &str, name: &str| DeputyChoice {
            code: code.into(),
            name: name.into(),
            electing_unit: String::new(),
        };
        let all = [
            choice("CS-001", "张示一"),
            choice("CS-002", "王示一"),
            choice("CS-003", "王示一"),
        ];
        let code = |typed| chosen(&all, typed).map(|choice| choice.code.as_str());
        assert_eq!(code("cs-002"), Some("CS-002"));
        assert_eq!(code("张示一"), Some("CS-001"));
        assert_eq!(code("王示一"), None);
    }
}
