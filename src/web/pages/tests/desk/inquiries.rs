//! 询问 with sample people: the list with its form, one that waits, one that was answered.

use crate::text::Words;
use crate::web::pages::desk::{DeskPlace, InquiriesPage, InquiryForm, InquiryPage, InquiryRow};

use super::super::{Sample, sample};
use super::{desk, on};

fn row(words: &'static Words, number: i64) -> InquiryRow {
    InquiryRow {
        id: number,
        number,
        deputy: "张示一".into(),
        code: "CS-004".into(),
        question: "上半年您参加代表小组活动、走访群众的情况怎样？有哪些问题要我们帮助反映？（样例）".into(),
        due: on(words, "2026-08-13"),
        is_late: number == 1,
        answered: if number > 2 {
            on(words, "2026-08-12")
        } else {
            String::new()
        },
    }
}

fn one(words: &'static Words, number: i64) -> InquiryPage {
    let is_open = number < 3;
    InquiryPage {
        words,
        desk: desk(DeskPlace::Inquiries),
        row: row(words, number),
        asked: on(words, "2026-08-01"),
        state: words.say(if is_open {
            "inquiry-state-open"
        } else {
            "inquiry-state-answered"
        }),
        answer: if is_open {
            String::new()
        } else {
            "参加了两次。\n走访群众十二户。（样例）".into()
        },
        way: words.say("desk-inquiry-way-chat"),
        why: String::new(),
        is_open,
        may_be_entered: true,
        is_bound: !is_open,
        typed_answer: String::new(),
        typed_on: String::new(),
        typed_why: String::new(),
    }
}

pub(super) fn inquiries(words: &'static Words) -> Vec<Sample> {
    let list = InquiriesPage {
        words,
        desk: desk(DeskPlace::Inquiries),
        open: (1..3).map(|number| row(words, number)).collect(),
        answered: (3..6).map(|number| row(words, number)).collect(),
        form: InquiryForm::default(),
    };
    let empty = InquiriesPage {
        words,
        desk: desk(DeskPlace::Inquiries),
        open: vec![],
        answered: vec![],
        form: InquiryForm::default(),
    };
    vec![
        sample(words, "desk-inquiries", &list),
        sample(words, "desk-inquiries-empty", &empty),
        sample(words, "desk-inquiry-open", &one(words, 1)),
        sample(words, "desk-inquiry-answered", &one(words, 3)),
    ]
}
