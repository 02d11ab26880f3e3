//! Stories of a record from draft to handbook, and what must hold for all of them.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn nothing_to_hide(text: &str) -> String {
    text.to_owned()
}

fn irrigation() -> CaseFacts {
    CaseFacts {
        case_number: "260137".into(),
        first_message_on: day(8, 4),
        heard_through: HeardThrough::Online,
        signature: Signature::Pseudonym,
        people: Some(People::Exact(1)),
        first_message: "张代表，您好！石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。我的电话13800000000。"
            .into(),
        acts: vec![],
        messages: 1,
        files: 2,
    }
}

fn act(kind: CaseActKind, month: u32, on: u32, by: DoneBy) -> CaseAct {
    CaseAct {
        kind,
        on: day(month, on),
        by,
    }
}

fn passed_on(to: &str, on: u32, by: DoneBy) -> CaseAct {
    act(CaseActKind::PassedOn { to: to.into() }, 8, on, by)
}

#[test]
fn a_letter_becomes_a_draft_without_identity() {
    let record = draft_from_case(&irrigation(), |text| {
        text.replace("13800000000", "（号码已隐去）")
    });
    assert_eq!(record.on, day(8, 4));
    assert_eq!(record.place, "线上");
    assert_eq!(record.way, Some(ContactWay::Network));
    assert_eq!(record.whom_and_people(), "群众1人（化名）");
    assert_eq!(
        record.matters,
        "石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。我的电话（号码已隐去）。"
    );
    assert_eq!(
        (record.passing_on.as_str(), record.answer_back.as_str()),
        ("", "")
    );
    assert_eq!(
        record.source,
        RecordSource::Case {
            case_number: "260137".into(),
            messages: 1,
            files: 2
        }
    );
    assert_eq!((record.state, record.version), (RecordState::Draft, 1));
}

#[test]
fn a_matter_heard_in_person_keeps_its_place_and_makes_none_up() {
    let mut facts = irrigation();
    facts.heard_through = HeardThrough::InPerson {
        place: Some("石桥镇代表联络站".into()),
    };
    facts.signature = Signature::OwnName;
    facts.people = None;
    let record = draft_from_case(&facts, nothing_to_hide);
    assert_eq!(record.whom_and_people(), "群众");
    assert_eq!(
        (record.place.as_str(), record.way),
        ("石桥镇代表联络站", Some(ContactWay::Reception))
    );
    facts.heard_through = HeardThrough::Telephone;
    assert_eq!(draft_from_case(&facts, nothing_to_hide).place, "");
}

#[test]
fn acts_are_told_by_day_in_the_five_words_and_no_other() {
    let mut facts = irrigation();
    facts.acts = vec![
        act(CaseActKind::ConstituentKnows, 8, 21, DoneBy::Another),
        act(
            CaseActKind::UnitReplied {
                unit: Some("县水利局".into()),
            },
            8,
            20,
            DoneBy::Another,
        ),
        act(CaseActKind::Answered, 8, 20, DoneBy::Deputy),
        act(CaseActKind::Answered, 8, 5, DoneBy::Deputy),
        act(CaseActKind::Raised { to: None }, 8, 9, DoneBy::Deputy),
        passed_on("县水利局", 6, DoneBy::Deputy),
        passed_on("县水利局", 16, DoneBy::Deputy),
    ];
    let record = draft_from_case(&facts, nothing_to_hide);
    assert_eq!(
        record.passing_on,
        "已转交县水利局（8月6日）；已反映（8月9日）；有关单位答复（县水利局，8月20日）"
    );
    assert_eq!(record.answer_back, "已答复（8月5日）；群众已知悉（8月21日）");
}

#[test]
fn an_act_of_another_year_says_its_year() {
    let mut facts = irrigation();
    facts.acts = vec![CaseAct {
        kind: CaseActKind::Raised {
            to: Some("县人大常委会".into()),
        },
        on: NaiveDate::from_ymd_opt(2027, 1, 4).unwrap(),
        by: DoneBy::Deputy,
    }];
    let record = draft_from_case(&facts, nothing_to_hide);
    assert_eq!(record.passing_on, "已反映至县人大常委会（2027年1月4日）");
}

#[test]
fn a_draft_follows_the_case() {
    let mut facts = irrigation();
    let draft = draft_from_case(&facts, nothing_to_hide);
    facts.acts.push(passed_on("县水利局", 6, DoneBy::Another));
    facts.messages = 3;
    let update = update_from_case(&draft, &facts, nothing_to_hide);
    assert_eq!(update.record.passing_on, "已转交县水利局（8月6日）");
    assert_eq!(
        update.record.source,
        RecordSource::Case {
            case_number: "260137".into(),
            messages: 3,
            files: 2
        }
    );
    assert_eq!(
        (update.record.version, update.changes.len(), update.proposed.len()),
        (2, 1, 0)
    );
}

#[test]
fn the_deputys_own_act_is_written_into_a_confirmed_record() {
    let mut facts = irrigation();
    let confirmed = draft_from_case(&facts, nothing_to_hide).confirmed();
    facts.acts.push(passed_on("县水利局", 6, DoneBy::Deputy));
    let update = update_from_case(&confirmed, &facts, nothing_to_hide);
    assert_eq!(update.record.state, RecordState::Confirmed);
    assert_eq!(
        update.changes,
        [RecordChange {
            old: FieldValue::PassingOn(String::new()),
            new: FieldValue::PassingOn("已转交县水利局（8月6日）".into()),
            why: ChangeReason::LaterAct,
        }]
    );
    assert_eq!((update.record.version, update.proposed.len()), (2, 0));
}

#[test]
fn another_persons_act_waits_until_the_deputy_agrees() {
    let mut facts = irrigation();
    facts.acts.push(passed_on("县水利局", 6, DoneBy::Deputy));
    let confirmed = draft_from_case(&facts, nothing_to_hide).confirmed();
    facts.acts.push(act(
        CaseActKind::UnitReplied { unit: None },
        8,
        20,
        DoneBy::Another,
    ));
    let update = update_from_case(&confirmed, &facts, nothing_to_hide);
    assert_eq!((&update.record, update.changes.len()), (&confirmed, 0));
    assert_eq!(
        update.proposed[0].new.to_string(),
        "已转交县水利局（8月6日）；有关单位答复（8月20日）"
    );

    let agreed = update.record.agreed(&update.proposed);
    assert_eq!(
        agreed.record.passing_on,
        "已转交县水利局（8月6日）；有关单位答复（8月20日）"
    );
    assert_eq!(agreed.changes[0].why, ChangeReason::Agreed);

    facts
        .acts
        .push(act(CaseActKind::Raised { to: None }, 8, 25, DoneBy::Deputy));
    let later = update_from_case(&agreed.record, &facts, nothing_to_hide);
    assert_eq!(
        later.record.passing_on,
        "已转交县水利局（8月6日）；有关单位答复（8月20日）；已反映（8月25日）"
    );
    assert!(later.proposed.is_empty());
}

#[test]
fn a_withdrawn_act_leaves_a_confirmed_record_only_when_the_deputy_agrees() {
    let mut facts = irrigation();
    facts.acts.push(passed_on("县水利局", 6, DoneBy::Deputy));
    let confirmed = draft_from_case(&facts, nothing_to_hide).confirmed();
    facts.acts.clear();
    let update = update_from_case(&confirmed, &facts, nothing_to_hide);
    assert_eq!(update.record, confirmed);
    assert_eq!(update.record.agreed(&update.proposed).record.passing_on, "");
}

#[test]
fn an_agreement_to_something_that_has_changed_since_does_nothing() {
    let mut facts = irrigation();
    let confirmed = draft_from_case(&facts, nothing_to_hide).confirmed();
    facts.acts.push(act(
        CaseActKind::UnitReplied { unit: None },
        8,
        20,
        DoneBy::Another,
    ));
    let stale = update_from_case(&confirmed, &facts, nothing_to_hide).proposed;
    let by_hand = confirmed
        .corrected_by_hand(FieldValue::PassingOn("已向村里了解".into()), "")
        .record;
    assert_eq!(by_hand.agreed(&stale).record, by_hand);
}

#[test]
fn what_the_deputy_stated_is_not_moved_by_an_edit_of_the_letter() {
    let mut facts = irrigation();
    let confirmed = draft_from_case(&facts, nothing_to_hide).confirmed();
    facts.first_message = "别的事。".into();
    let update = update_from_case(&confirmed, &facts, nothing_to_hide);
    assert_eq!((update.record, update.proposed), (confirmed, vec![]));
}

#[test]
fn a_dropped_or_foreign_record_stays_as_it_is() {
    let mut facts = irrigation();
    let draft = draft_from_case(&facts, nothing_to_hide);
    facts.acts.push(passed_on("县水利局", 6, DoneBy::Deputy));
    let dropped = draft.clone().dropped();
    assert_eq!(
        update_from_case(&dropped, &facts, nothing_to_hide).record,
        dropped
    );
    facts.case_number = "260138".into();
    assert_eq!(update_from_case(&draft, &facts, nothing_to_hide).record, draft);
    let declared = DutyRecord::self_declared(day(8, 4));
    assert_eq!(
        update_from_case(&declared, &facts, nothing_to_hide).record,
        declared
    );
}

#[test]
fn a_correction_keeps_the_old_value_and_the_reason() {
    let record = draft_from_case(&irrigation(), nothing_to_hide);
    let update = record.corrected_by_hand(FieldValue::Place("石塘村三组".into()), "到现场看过");
    assert_eq!(
        (update.record.place.as_str(), update.record.version),
        ("石塘村三组", 2)
    );
    assert_eq!(update.changes[0].field(), RecordField::Place);
    assert_eq!(update.changes[0].old.to_string(), "线上");
    assert_eq!(
        update.changes[0].why,
        ChangeReason::Correction {
            reason: "到现场看过".into()
        }
    );
}

#[test]
fn choosing_the_same_value_by_hand_holds_it_fast_without_a_new_version() {
    let record = draft_from_case(&irrigation(), nothing_to_hide);
    let update = record.corrected_by_hand(FieldValue::Place("线上".into()), "");
    assert_eq!((update.record.version, update.changes.len()), (1, 0));
    assert!(update.record.corrected.contains(&RecordField::Place));
}

#[test]
fn numbers_of_people_are_as_exact_as_they_were_said() {
    let mut record = DutyRecord::self_declared(day(8, 4));
    record.whom = "石桥村村民".into();
    for (people, expected) in [
        (None, "石桥村村民"),
        (Some(People::Exact(12)), "石桥村村民12人"),
        (Some(People::Range { from: 20, to: 29 }), "石桥村村民20至29人"),
        (Some(People::About(30)), "石桥村村民约30人"),
    ] {
        record.people = people;
        assert_eq!(record.whom_and_people(), expected);
    }
    record.whom = "群众（化名）".into();
    assert_eq!(record.whom_and_people(), "群众约30人（化名）");
}

#[test]
fn a_way_of_the_deputys_own_is_kept_as_said() {
    for way in ContactWay::NAMED
        .into_iter()
        .chain([ContactWay::Other("屋场会".into())])
    {
        let stored = serde_json::to_string(&way).unwrap();
        assert_eq!(stored, format!("\"{way}\""));
        assert_eq!(serde_json::from_str::<ContactWay>(&stored).unwrap(), way);
    }
}

#[test]
fn a_record_and_its_changes_are_read_back_from_json() {
    let update =
        draft_from_case(&irrigation(), nothing_to_hide).corrected_by_hand(FieldValue::People(None), "记错了");
    let stored = serde_json::to_string(&(&update.record, &update.changes)).unwrap();
    let read: (DutyRecord, Vec<RecordChange>) = serde_json::from_str(&stored).unwrap();
    assert_eq!(read, (update.record, update.changes));
}

fn any_act() -> impl Strategy<Value = CaseAct> {
    let unit = prop_oneof![Just("县水利局"), Just("县交通局"), Just("一；二\n三")];
    let kind = prop_oneof![
        unit.clone()
            .prop_map(|to| CaseActKind::PassedOn { to: to.into() }),
        proptest::option::of(unit.clone()).prop_map(|to| CaseActKind::Raised {
            to: to.map(Into::into)
        }),
        proptest::option::of(unit).prop_map(|unit| CaseActKind::UnitReplied {
            unit: unit.map(Into::into)
        }),
        Just(CaseActKind::Answered),
        Just(CaseActKind::ConstituentKnows),
    ];
    (
        kind,
        1u32..=12,
        1u32..=28,
        prop_oneof![Just(DoneBy::Deputy), Just(DoneBy::Another)],
    )
        .prop_map(|(kind, month, on, by)| act(kind, month, on, by))
}

fn any_state() -> impl Strategy<Value = RecordState> {
    prop_oneof![
        Just(RecordState::Draft),
        Just(RecordState::Confirmed),
        Just(RecordState::Dropped)
    ]
}

fn any_correction() -> impl Strategy<Value = FieldValue> {
    prop_oneof![
        (1u32..=28).prop_map(|on| FieldValue::On(day(7, on))),
        "[甲乙]{0,5}".prop_map(FieldValue::Place),
        "[甲乙]{1,5}".prop_map(|way| FieldValue::Way(Some(way.into()))),
        "[甲乙]{0,5}".prop_map(FieldValue::Whom),
        Just(FieldValue::People(Some(People::About(30)))),
        "[甲乙]{0,5}".prop_map(FieldValue::Matters),
        "[甲乙；]{0,5}".prop_map(FieldValue::PassingOn),
        "[甲乙；]{0,5}".prop_map(FieldValue::AnswerBack),
    ]
}

proptest! {
    #[test]
    fn a_corrected_field_is_never_overwritten(
        before in proptest::collection::vec(any_act(), 0..4),
        after in proptest::collection::vec(any_act(), 0..6),
        corrections in proptest::collection::vec(any_correction(), 1..4),
        state in any_state(),
        rewritten in "[甲乙。]{0,20}",
    ) {
        let mut facts = irrigation();
        facts.acts = before;
        let mut record = draft_from_case(&facts, nothing_to_hide);
        record.state = state;
        for correction in corrections {
            record = record.corrected_by_hand(correction, "").record;
        }
        let by_hand = record.clone();
        facts.first_message = rewritten;
        for later in after {
            facts.acts.push(later);
            let update = update_from_case(&record, &facts, nothing_to_hide);
            record = update.record.agreed(&update.proposed).record;
        }
        for field in &by_hand.corrected {
            prop_assert_eq!(record.value(*field), by_hand.value(*field));
        }
        prop_assert_eq!(&record.corrected, &by_hand.corrected);
        prop_assert_eq!(record.state, by_hand.state);
    }

    #[test]
    fn the_same_facts_change_nothing_the_second_time(
        before in proptest::collection::vec(any_act(), 0..4),
        after in proptest::collection::vec(any_act(), 0..6),
        state in any_state(),
    ) {
        let mut facts = irrigation();
        facts.acts = before;
        let mut record = draft_from_case(&facts, nothing_to_hide);
        record.state = state;
        facts.acts = after;
        let first = update_from_case(&record, &facts, nothing_to_hide);
        let second = update_from_case(&first.record, &facts, nothing_to_hide);
        prop_assert_eq!(&second.record, &first.record);
        prop_assert!(second.changes.is_empty());
        prop_assert_eq!(&second.proposed, &first.proposed);
        let agreed = first.record.agreed(&first.proposed).record;
        let third = update_from_case(&agreed, &facts, nothing_to_hide);
        prop_assert_eq!(third.record, agreed);
        prop_assert!(third.proposed.is_empty());
    }

    #[test]
    fn other_peoples_acts_never_move_a_confirmed_record_by_themselves(
        before in proptest::collection::vec(any_act(), 0..4),
        after in proptest::collection::vec(any_act(), 0..6),
    ) {
        let mut facts = irrigation();
        facts.acts = before;
        let confirmed = draft_from_case(&facts, nothing_to_hide).confirmed();
        // Days after all earlier acts, as in life: an earlier day would move the first day of a phrase.
        facts.acts.extend(after.into_iter().map(|act| CaseAct {
            by: DoneBy::Another,
            on: NaiveDate::from_ymd_opt(2027, 1, 1).unwrap(),
            ..act
        }));
        prop_assert_eq!(update_from_case(&confirmed, &facts, nothing_to_hide).record, confirmed);
    }
}
