//! Feedback as tables and properties: what reasons are taken, how receivers move, what silence is.

use proptest::prelude::*;

use super::*;
use crate::domain::time::instant_of;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn hollow_reasons_are_told_from_concrete_ones() {
    let rows: [(&str, Result<(), Hollow>); 36] = [
        ("", Err(Hollow::Empty)),
        ("   ……！！", Err(Hollow::Empty)),
        ("👎", Err(Hollow::Empty)),
        ("不满意", Err(Hollow::Repeat)),
        ("不 满 意", Err(Hollow::Repeat)),
        ("对办理不满意，对答复也不满意。", Err(Hollow::Repeat)),
        ("我很不满意", Err(Hollow::Repeat)),
        ("无", Err(Hollow::Repeat)),
        ("同上", Err(Hollow::Repeat)),
        ("没有什么理由，就是不满意", Err(Hollow::Repeat)),
        ("Dissatisfied", Err(Hollow::Repeat)),
        ("办得不好", Err(Hollow::General)),
        ("办理得不到位，答复不具体，敷衍了事。", Err(Hollow::General)),
        ("答复都是空话套话，没有解决问题，没有诚意", Err(Hollow::General)),
        ("推诿扯皮，答非所问！！！", Err(Hollow::General)),
        ("形式主义，走过场，太差", Err(Hollow::General)),
        ("the reply is not good enough", Err(Hollow::General)),
        ("渠没修", Err(Hollow::TooShort)),
        ("水渠", Err(Hollow::TooShort)),
        ("啊啊啊啊啊啊啊啊啊啊啊啊啊啊", Err(Hollow::TooShort)),
        ("111111111111111111111111111111", Err(Hollow::TooShort)),
        ("修修修修修修修修修修修修修修修修", Err(Hollow::TooShort)),
        ("asdf", Err(Hollow::TooShort)),
        ("请改进。", Err(Hollow::TooShort)),
        (
            "我提的是明确小型水利设施的管护经费，答复只说“将研究”，没有时间和责任单位，希望年底前定下来。",
            Ok(()),
        ),
        ("三组的渠去年垮了，答复里一个字没提什么时候修。", Ok(())),
        ("要求增开两班校车，答复说财政困难，没说哪年解决", Ok(())),
        ("建议的第二条(生态流量)答复完全没有回应，请补充答复。", Ok(())),
        ("答复说已安排资金，我到现场看了，水库还没动工。", Ok(())),
        ("没有答复第三条关于村级管水员补助标准的问题", Ok(())),
        ("办得不好：管护经费没列入预算，管水员工资仍拖欠。", Ok(())),
        ("不满意。渠道清淤责任主体不明，去年旱情又减产三成。", Ok(())),
        ("答复与去年第0412号答复一字不差，去年承诺的资金没有到位。", Ok(())),
        ("12345转了三次，石塘村饮水管网到现在还没有通水", Ok(())),
        (
            "I asked for two more school buses; the letter only promises to study it and names no date.",
            Ok(()),
        ),
        ("希望明确2026年底前完成石塘水库除险加固。", Ok(())),
    ];
    for (text, expected) in rows {
        assert_eq!(check_reasons(text), expected, "{text}");
    }
}

#[test]
fn reasons_are_told_what_they_leave_out() {
    let told = |text: &str| aspects_of(text);
    assert_eq!(
        told("我提的是管护经费，答复只说将研究，没有时间，希望年底前定下来"),
        Aspect::ALL.to_vec()
    );
    assert_eq!(told("渠去年垮了"), []);
    assert!(!told("答复只字不提什么时候修").contains(&Aspect::Wanted));
}

#[test]
fn dissatisfied_in_either_line_needs_reasons() {
    for handling in Verdict::ALL {
        for reply in Verdict::ALL {
            let opinion = Opinion {
                handling: *handling,
                reply: *reply,
                reasons: String::new(),
            };
            let needs = *handling == Verdict::Dissatisfied || *reply == Verdict::Dissatisfied;
            assert_eq!(opinion.check().is_err(), needs, "{handling:?} {reply:?}");
        }
    }
}

#[test]
fn a_draft_asks_one_thing_after_the_other() {
    let mut draft = Draft::default();
    assert_eq!(draft.next(), Asked::Handling);
    draft.handling = Some(Verdict::Satisfied);
    assert_eq!(draft.next(), Asked::Reply);
    draft.reply = Some(Verdict::Dissatisfied);
    assert_eq!(draft.next(), Asked::Reasons(Hollow::Empty));
    draft.reasons = "办得不好".into();
    assert_eq!(draft.next(), Asked::Reasons(Hollow::General));
    draft.reasons = "要求增开两班校车，答复没说哪年解决".into();
    assert_eq!(draft.next(), Asked::Nothing);
}

#[test]
fn silence_is_no_feedback_and_a_mail_that_was_taken_is_no_receipt() {
    let nothing = Known::NOTHING;
    assert_eq!(nothing.standing(SlipCounts::Yes), Standing::None);
    let mailed = Known {
        way: Some(FeedbackWay::Here),
        province: ReceiverState::Sent,
        unit: ReceiverState::Sent,
        ..nothing
    };
    assert_eq!(mailed.standing(SlipCounts::No), Standing::GivenHere);
    assert!(mailed.standing(SlipCounts::No).is_with_deputy());
    assert_eq!(mailed.standing(SlipCounts::Yes), Standing::Waiting);
    let told = Known {
        way: Some(FeedbackWay::Platform),
        province: ReceiverState::Declared,
        unit: ReceiverState::Declared,
        ..nothing
    };
    assert_eq!(told.standing(SlipCounts::No), Standing::Waiting);
    assert!(!told.standing(SlipCounts::No).is_with_deputy());
    let one = Known {
        province: ReceiverState::Confirmed,
        ..told
    };
    assert_eq!(one.standing(SlipCounts::No), Standing::Waiting);
    let both = Known {
        unit: ReceiverState::Confirmed,
        ..one
    };
    assert_eq!(both.standing(SlipCounts::No), Standing::Done);
}

#[test]
fn the_last_day_counts_to_its_end() {
    let due = day("2026-06-15");
    assert!(may_change(due, instant_of(due, 23 * 60 + 59)));
    assert!(!may_change(due, instant_of(day("2026-06-16"), 0)));
    assert!(!is_late(due, due));
    assert!(is_late(day("2026-06-16"), due));
}

#[test]
fn a_told_day_lies_between_the_reply_and_today() {
    let now = instant_of(day("2026-06-10"), 600);
    let received = day("2026-05-13");
    assert_eq!(check_day(day("2026-06-10"), received, now), Ok(()));
    assert_eq!(check_day(received, received, now), Ok(()));
    assert_eq!(check_day(day("2026-06-11"), received, now), Err(DayFault::Future));
    assert_eq!(
        check_day(day("2026-05-12"), received, now),
        Err(DayFault::BeforeReply)
    );
}

fn events() -> impl Strategy<Value = Vec<ReceiverEvent>> {
    proptest::collection::vec(proptest::sample::select(ReceiverEvent::ALL.to_vec()), 0..12)
}

proptest! {
    #[test]
    fn nothing_is_confirmed_without_a_confirmation(events in events()) {
        let end = events.iter().fold(ReceiverState::NotSent, |state, event| state.after(*event));
        let last_reset = events.iter().rposition(|event| *event == ReceiverEvent::Changed).map_or(0, |at| at + 1);
        let confirmed = events[last_reset..].contains(&ReceiverEvent::Confirmed);
        prop_assert!(end != ReceiverState::Confirmed || confirmed);
        let sent_or_told = events[last_reset..].iter().all(|event| matches!(event, ReceiverEvent::Sent | ReceiverEvent::Declared));
        prop_assert!(!sent_or_told || end < ReceiverState::Confirmed);
    }

    #[test]
    fn it_is_done_only_when_both_confirmed(
        has_draft: bool,
        way in proptest::option::of(proptest::sample::select(FeedbackWay::ALL.to_vec())),
        province in proptest::sample::select(ReceiverState::ALL.to_vec()),
        unit in proptest::sample::select(ReceiverState::ALL.to_vec()),
        slip in proptest::sample::select(SlipCounts::ALL.to_vec()),
    ) {
        let known = Known { has_draft, way, province, unit };
        let both = province == ReceiverState::Confirmed && unit == ReceiverState::Confirmed;
        prop_assert_eq!(known.standing(slip) == Standing::Done, both);
    }

    #[test]
    fn spaces_and_signs_make_nothing_concrete(noise in "[ ，。！？!?…—\n\t~]{0,60}") {
        prop_assert!(check_reasons(&noise).is_err());
        let said = format!("{noise}不满意{noise}");
        prop_assert!(check_reasons(&said).is_err());
    }

    #[test]
    fn forged_reasons_are_never_a_panic(text in ".{0,300}") {
        let _ = check_reasons(&text);
        let _ = aspects_of(&text);
    }
}
