//! The desk pages about letters, waiting work and units.

use crate::text::Words;
use crate::web::pages::desk::{
    CallRow, CallsPage, DeadLetterRow, DeadLettersPage, DeskFrame, DeskPlace, EnteredDonePage, EnteredFault,
    EnteredForm, EnteredPage, HeardBy, LetterCount, LetterFilter, LetterPage, LetterRow, LetterState,
    LetterView, LettersPage, Said, Scope, SignInPage, UnitRow, UnitsPage, UnsureLetter, UnsurePage,
};
use crate::web::pages::{Bubble, Delivery, Letters, Paging, Side};

use super::super::{Sample, frame, public, sample};
use super::{ago, choices, desk};

/// The sample conversation from the other side.
fn seen_by_office(words: &Words) -> Vec<Bubble> {
    let turned = public::conversation(words)
        .into_iter()
        .map(|bubble| match bubble.side {
            Side::Own => Bubble {
                side: Side::Theirs,
                sender: "村民（化名）".into(),
                delivery: None,
                ..bubble
            },
            Side::Theirs => Bubble {
                side: Side::Own,
                rows: vec![],
                delivery: Some(Delivery::Delivered),
                ..bubble
            },
        });
    turned.collect()
}

fn letters_page(words: &'static Words, letters: Vec<LetterRow>) -> LettersPage {
    let counts = LetterFilter::ALL.map(|filter| LetterCount {
        filter,
        letters: if letters.is_empty() { 0 } else { 23 },
    });
    LettersPage {
        words,
        desk: desk(DeskPlace::Letters),
        shown: LetterFilter::Open,
        counts: counts.to_vec(),
        find: String::new(),
        letters,
        paging: Paging {
            before: None,
            after: Some("/desk?page=2".into()),
            total: 23,
        },
        calendar_wanted: Some(crate::text::plan_wanted(
            crate::domain::calendar::PlanWanted::NextYear(2027),
            words,
        )),
    }
}

pub(super) fn letters(words: &'static Words) -> Vec<Sample> {
    let row = |number: &str, deputy: Option<&str>, state, came, late_days| LetterRow {
        number: number.into(),
        deputy: deputy.map(String::from),
        state,
        came: ago(words, came),
        moved: ago(words, came / 2),
        late_days,
    };
    let rows = vec![
        row("260098", Some("张示一"), LetterState::WithDeputy, 31, Some(21)),
        row("260104", None, LetterState::WithOffice, 22, Some(12)),
        row("260131", Some("陈示一二"), LetterState::Raised, 9, None),
        row("260137", None, LetterState::Received, 1, None),
        row("260138", Some("张示一"), LetterState::Answered, 0, None),
    ];
    let letter = |view, state| LetterPage {
        words,
        desk: desk(DeskPlace::Letters),
        number: "260104".into(),
        deputy: Some("王示一".into()),
        state,
        came: ago(words, 22),
        moved: ago(words, 11),
        late_days: Some(12),
        view,
    };
    let readable = || LetterView::Readable {
        title: "石塘村三组灌溉渠垮了一段".into(),
        bubbles: seen_by_office(words),
        deputies: choices(),
        text: String::new(),
        modest: None,
    };
    let held = LetterView::Readable {
        title: "石塘村三组灌溉渠垮了一段".into(),
        bubbles: seen_by_office(words),
        deputies: choices(),
        text: "保证三天内修好。".into(),
        modest: Some("我们会向有关单位反映。".into()),
    };
    let unsure = |letters: Vec<UnsureLetter>| UnsurePage {
        words,
        desk: desk(DeskPlace::Unsure),
        paging: Paging {
            total: i64::try_from(letters.len()).unwrap(),
            ..Paging::default()
        },
        letters,
        deputies: choices(),
    };
    let waiting = [
        (
            "260137",
            "小区门口夜里没有路灯，老人孩子晚上不敢出门，想请代表反映一下。",
        ),
        ("260139", "村卫生室周末没有人。"),
    ]
    .map(|(number, text)| UnsureLetter {
        number: number.into(),
        came: ago(words, 1),
        sender: "居民（化名）".into(),
        text: text.into(),
    });
    let mut said = letters_page(words, rows.clone());
    said.desk.said = Some(Said::PassedOn);
    said.desk.letters = Letters::Large;
    said.find = "2601".into();
    vec![
        sample(words, "desk-letters", &letters_page(words, rows)),
        sample(words, "desk-letters-said", &said),
        sample(words, "desk-letters-empty", &letters_page(words, vec![])),
        sample(words, "desk-letter", &letter(readable(), LetterState::WithOffice)),
        sample(words, "desk-letter-held", &letter(held, LetterState::WithOffice)),
        sample(
            words,
            "desk-letter-ended",
            &letter(readable(), LetterState::Ended),
        ),
        sample(
            words,
            "desk-letter-counted",
            &letter(LetterView::Counted, LetterState::WithDeputy),
        ),
        sample(words, "desk-unsure", &unsure(waiting.to_vec())),
        sample(words, "desk-unsure-empty", &unsure(vec![])),
    ]
}

pub(super) fn entered(words: &'static Words) -> Vec<Sample> {
    let page = |faults| EnteredPage {
        words,
        desk: desk(DeskPlace::Entered),
        form: EnteredForm {
            way: HeardBy::Telephone,
            to: "CS-004".into(),
            text: "水渠垮了，稻田缺水。".into(),
        },
        faults,
        deputies: choices(),
    };
    let faults = vec![
        EnteredFault::NoText,
        EnteredFault::UnknownDeputy,
        EnteredFault::NotTold,
    ];
    let done = EnteredDonePage {
        words,
        desk: desk(DeskPlace::Entered),
        number: "260140".into(),
        lookup_code: "482 615".into(),
        address: "example.org/my".into(),
    };
    vec![
        sample(words, "desk-entered", &page(vec![])),
        sample(words, "desk-entered-faults", &page(faults)),
        sample(words, "desk-entered-done", &done),
    ]
}

pub(super) fn waiting(words: &'static Words) -> Vec<Sample> {
    let call = |id: &str, letter: &str| CallRow {
        id: id.into(),
        letter: letter.into(),
        phone: "13900000001".into(),
        since: ago(words, 4),
    };
    let calls = vec![call("1", "260104"), call("2", "260137")];
    let dead = |id: &str| DeadLetterRow {
        id: id.into(),
        at: ago(words, 2),
        code: "E-7K2Q".into(),
        reason: "不认识这种消息".into(),
    };
    let calls_page = |calls| CallsPage {
        words,
        desk: desk(DeskPlace::Waiting),
        calls,
        dead_letters: 2,
    };
    let dead_page = |letters| DeadLettersPage {
        words,
        desk: desk(DeskPlace::Waiting),
        letters,
        calls: 3,
    };
    vec![
        sample(words, "desk-calls", &calls_page(calls)),
        sample(words, "desk-calls-empty", &calls_page(vec![])),
        sample(words, "desk-dead-letters", &dead_page(vec![dead("1"), dead("2")])),
        sample(words, "desk-dead-letters-empty", &dead_page(vec![])),
    ]
}

pub(super) fn overview(words: &'static Words) -> Vec<Sample> {
    let unit = |name: &str, answered_letters| UnitRow {
        code: "CS".into(),
        name: name.into(),
        deputies: 58,
        bound: 41,
        open_letters: 23,
        answered_letters,
        ended_letters: 104,
    };
    let names = ["长沙市", "株洲市", "湘潭市", "衡阳市", "湘西土家族苗族自治州"];
    let units: Vec<UnitRow> = names
        .into_iter()
        .zip([4, 0, 0, 1, 0])
        .map(|(name, late)| unit(name, late))
        .collect();
    let page = |units| UnitsPage {
        words,
        desk: DeskFrame {
            scope: Scope::Province,
            ..desk(DeskPlace::Units)
        },
        units,
    };
    let sign_in = SignInPage {
        words,
        frame: frame("/desk"),
        office_phone: Some("0731-0000000（示）".into()),
    };
    vec![
        sample(words, "desk-units", &page(units)),
        sample(words, "desk-units-empty", &page(vec![])),
        sample(words, "desk-sign-in", &sign_in),
    ]
}
