//! The desk with sample people.

mod calendar;
mod feedback;
mod handbooks;
mod inquiries;
mod letters;
mod people;
mod records;
mod reminders;
mod running;

use crate::text::Words;
use crate::web::pages::desk::{
    DeputyChoice, DeputyFilter, DeskFrame, DeskPlace, HeardBy, LetterFilter, Said, Scope,
};
use crate::web::pages::{Letters, Moment, day_shown};

use super::{Sample, forms};

const NOW: i64 = 1_785_816_000_000;
const DAY: i64 = 86_400_000;

fn desk(place: DeskPlace) -> DeskFrame {
    DeskFrame {
        letters: Letters::Normal,
        here: "/desk".into(),
        forms: forms(),
        officer: "李示二".into(),
        office: "长沙市人大常委会代表联络工作机构（示）".into(),
        scope: Scope::Unit,
        place,
        said: None,
        trouble: None,
    }
}

fn ago(words: &Words, days: i64) -> Moment {
    Moment::at(words, NOW - days * DAY, NOW)
}

fn on(words: &Words, day: &str) -> String {
    day_shown(words, day.parse().unwrap())
}

fn choices() -> Vec<DeputyChoice> {
    [("CS-001", "陈示一二"), ("CS-002", "王示一"), ("CS-004", "张示一")]
        .map(|(code, name)| DeputyChoice {
            code: code.into(),
            name: name.into(),
            electing_unit: "长沙市".into(),
        })
        .to_vec()
}

pub(super) fn samples(words: &'static Words) -> Vec<Sample> {
    let mut all = letters::letters(words);
    all.extend(letters::entered(words));
    all.extend(people::deputies(words));
    all.extend(people::questions(words));
    all.extend(people::rosters(words));
    all.extend(people::invitations(words));
    all.extend(calendar::calendars(words));
    all.extend(feedback::feedback(words));
    all.extend(inquiries::inquiries(words));
    all.extend(records::records(words));
    all.extend(reminders::reminders(words));
    all.extend(handbooks::handbooks(words));
    all.extend(records::dossiers(words));
    all.extend(running::running(words));
    all.extend(letters::waiting(words));
    all.extend(letters::overview(words));
    all
}

#[test]
fn the_words_of_urls_are_read_back() {
    for said in Said::ALL {
        assert_eq!(Said::from_tag(said.tag()), Some(said));
    }
    for filter in LetterFilter::ALL {
        assert_eq!(LetterFilter::from_tag(filter.tag()), filter);
    }
    for filter in DeputyFilter::ALL {
        assert_eq!(DeputyFilter::from_tag(filter.tag()), filter);
    }
    for way in HeardBy::ALL {
        assert_eq!(HeardBy::from_tag(way.tag()), Some(way));
    }
}

#[test]
fn a_unit_sees_no_words_of_a_letter_that_the_deputy_reads() {
    use crate::domain::Locale;
    for locale in Locale::ALL {
        let pages = samples(crate::text::words(locale));
        let counted = pages
            .iter()
            .find(|page| page.name.starts_with("desk-letter-counted"))
            .unwrap();
        assert!(!counted.html.contains("灌溉渠"));
        assert!(!counted.html.contains("<textarea"));
        assert!(!counted.html.contains(r#"class="bubble"#));
    }
}

#[test]
fn the_navigation_has_at_most_seven_places() {
    use crate::domain::Locale;
    for page in samples(crate::text::words(Locale::ZhCn)) {
        let places = page.html.split("class=\"places\"").nth(1).map_or(0, |rest| {
            rest[..rest.find("</nav>").unwrap()].matches("<a ").count()
        });
        assert!(places <= 7, "{}: {places}", page.name);
    }
}

#[test]
fn every_dangerous_act_says_what_happens_to_how_many_and_how_to_undo_it() {
    use crate::domain::Locale;
    for page in samples(crate::text::words(Locale::ZhCn)) {
        if !page.name.starts_with("desk-confirm") {
            continue;
        }
        for said in ["会怎样", "涉及多少", "怎么恢复", "不做了"] {
            assert!(page.html.contains(said), "{}: {said}", page.name);
        }
    }
}
