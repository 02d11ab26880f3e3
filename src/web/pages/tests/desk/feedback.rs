//! 反馈意见 with sample people: a full list, one that is waited for, one that was given and isn't confirmed, and the address of the
//! calendar.

use crate::text::Words;
use crate::web::pages::Paging;
use crate::web::pages::desk::{
    CalendarLinkPage, DeskPlace, FeedbackForm, FeedbackListPage, FeedbackPage, FeedbackRow, ReceiverView,
    ShownState,
};

use super::super::{Sample, sample};
use super::{desk, on};

fn list(words: &'static Words, lines: i64) -> FeedbackListPage {
    FeedbackListPage {
        words,
        desk: desk(DeskPlace::Feedback),
        heading: "50".into(),
        filters: vec![("overdue".into(), "3".into())],
        rows: (0..lines)
            .map(|id| FeedbackRow {
                id,
                number: format!("S-{id:04}"),
                title: "关于加强小型农田水利设施管护的建议（样例）".into(),
                deputy: "张示一".into(),
                unit: "省交通运输厅（样例）".into(),
                due: on(words, "2026-08-13"),
                is_late: id < 3,
                opinion: words.say("opinion-told"),
                province: words.say("receiver-state-confirmed"),
                handling_unit: words.say("receiver-state-not-sent"),
                trouble: if id == 0 {
                    words.say("slip-failure-refused")
                } else {
                    String::new()
                },
            })
            .collect(),
        shown: ShownState("waiting".into()),
        find: String::new(),
        paging: Paging {
            before: None,
            after: (lines > 0).then(|| "/desk/feedback?show=waiting&page=2".into()),
            total: 2 * lines,
        },
        may_choose: true,
        is_province: true,
    }
}

fn one(words: &'static Words, is_given: bool) -> FeedbackPage {
    let receiver = |tag, name: &str| ReceiverView {
        tag,
        name: name.into(),
        state: words.say("receiver-state-sent"),
        lines: vec![words.say("desk-feedback-line-mail-next")],
        trouble: words.say("slip-failure-unavailable"),
        is_confirmed: false,
        may_send: is_given,
        may_confirm: is_given,
        is_own: tag == "provincial_office",
    };
    FeedbackPage {
        words,
        desk: desk(DeskPlace::Feedback),
        id: 31,
        suggestion: 12,
        number: "S-0012".into(),
        title: "关于加强小型农田水利设施管护的建议（样例）".into(),
        deputy: "张示一".into(),
        deputy_code: "CS-004".into(),
        unit: "省水利厅（样例）".into(),
        received: on(words, "2026-07-13"),
        days: on(words, "2026-08-13"),
        is_late: !is_given,
        opinion: words.say(if is_given { "opinion-told" } else { "opinion-none" }),
        given: String::new(),
        reasons: if is_given {
            "<b>没有</b>写明管护经费。".into()
        } else {
            String::new()
        },
        wants_rehandling: is_given,
        history: vec![],
        receivers: vec![
            receiver("provincial_office", "省人大常委会代表联络工作机构（示）"),
            receiver("handling_unit", "省水利厅（样例）"),
        ],
        proofs: if is_given { vec![7, 8] } else { vec![] },
        may_act: true,
        may_release: is_given,
        may_rehandle: is_given,
        typed: FeedbackForm::default(),
        today: "2026-08-04".into(),
        earliest: "2026-07-13".into(),
    }
}

pub(super) fn feedback(words: &'static Words) -> Vec<Sample> {
    let link = |url: Option<&str>| CalendarLinkPage {
        words,
        desk: desk(DeskPlace::Feedback),
        url: url.map(str::to_owned),
    };
    vec![
        sample(words, "desk-feedback-list", &list(words, 50)),
        sample(words, "desk-feedback-empty", &list(words, 0)),
        sample(words, "desk-feedback-awaited", &one(words, false)),
        sample(words, "desk-feedback-given", &one(words, true)),
        sample(words, "desk-calendar-link", &link(Some("/calendar/a.ics"))),
        sample(words, "desk-calendar-link-none", &link(None)),
    ]
}
