//! Every kind of message in both languages: no raw key, no empty place, within the channel's limits, and no words of a
//! case for strangers. With `--nocapture` the Chinese ones are printed, to be read through.

mod small_world;

use std::collections::BTreeSet;

use crate::domain::Locale;
use crate::domain::account::Channel;
use crate::domain::button::Act;
use crate::domain::case::{CaseState, Reader};
use crate::domain::dialogue::Step;
use crate::domain::ids::{AccountId, CaseId, MessageId, OfficeId, OutboxId, RecordId};
use crate::domain::interest::FIELDS;
use crate::domain::message::Content;
use crate::domain::message_kind::{MessageKind, Note, Unavailable};
use crate::domain::outbox::{OutboxItem, OutboxState};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{CAPTION_UNITS, Rendered, TEXT_UNITS};
use crate::domain::world::{FindBy, LetterFilter};

use super::cut::units;
use small_world::{
    AT_OFFICE, CHANGSHA, CONFIRMED, DEPUTY, DEPUTYS, DRAFT, DROPPED, ENTERED, FOR_DEPUTY, FOR_OFFICER, LEFT,
    LONG, OFFICERS, OPEN, OTHER_DEPUTYS, PASSED_ON, SECRET, SOLDIER, STRANGER, Small, UNBOUND, VOICE, WRITER,
    owed,
};

const KINDS: usize = 44;

/// A new kind stops compiling here: give it a number, and samples below.
fn number(kind: &MessageKind) -> usize {
    match kind {
        MessageKind::Welcome => 0,
        MessageKind::Note { .. } => 1,
        MessageKind::Refused { .. } => 2,
        MessageKind::Sorry { .. } => 3,
        MessageKind::Opened { .. } => 4,
        MessageKind::OfferOffice { .. } => 5,
        MessageKind::HeldWords { .. } => 6,
        MessageKind::FinderMenu => 7,
        MessageKind::FinderUnits { .. } => 8,
        MessageKind::FinderFields => 9,
        MessageKind::FinderDeputies { .. } => 10,
        MessageKind::Receipt { .. } => 11,
        MessageKind::ReceiptMore { .. } => 12,
        MessageKind::State { .. } => 13,
        MessageKind::MyCases { .. } => 14,
        MessageKind::CaseOpened { .. } => 15,
        MessageKind::Answer { .. } => 16,
        MessageKind::Told { .. } => 17,
        MessageKind::ReaderChanged { .. } => 18,
        MessageKind::Card { .. } => 19,
        MessageKind::CaseFile { .. } => 20,
        MessageKind::CardSummary => 21,
        MessageKind::Letters { .. } => 22,
        MessageKind::Letter { .. } => 23,
        MessageKind::AskAnswer { .. } => 24,
        MessageKind::CheckAnswer { .. } => 25,
        MessageKind::ChooseCase => 26,
        MessageKind::AnswerTaken { .. } => 27,
        MessageKind::Delivery { .. } => 28,
        MessageKind::Marked { .. } => 29,
        MessageKind::Todo => 30,
        MessageKind::Record { .. } => 31,
        MessageKind::Records { .. } => 32,
        MessageKind::AskField { .. } => 33,
        MessageKind::Handbook { .. } => 34,
        MessageKind::InvitationQuestion { .. } => 35,
        MessageKind::InvitationWrong { .. } => 36,
        MessageKind::BoundDeputy => 37,
        MessageKind::BoundOfficer => 38,
        MessageKind::DeputyBound { .. } => 39,
        MessageKind::OfficeLetter { .. } => 40,
        MessageKind::EnteredFor { .. } => 41,
        MessageKind::SomethingWaits => 42,
        MessageKind::Settled { .. } => 43,
    }
}

/// Every kind in its variants, to whom it is owed.
fn samples() -> Vec<OutboxItem> {
    let mut all = Vec::new();
    let mut add = |to: AccountId, kind: MessageKind| {
        let case = match &kind {
            MessageKind::Note {
                note: Note::MoreNext | Note::AskContact | Note::ContactKept,
            } => Some(OPEN),
            MessageKind::Note {
                note: Note::AskPassedOnTo,
            } => Some(PASSED_ON),
            _ => None,
        };
        all.push(owed(kind, to, case));
    };
    use MessageKind as K;
    for to in [WRITER, DEPUTYS, OFFICERS] {
        add(to, K::Welcome);
        for note in Note::ALL {
            add(to, K::Note { note: *note });
        }
    }
    for refusal in Refusal::ALL {
        add(WRITER, K::Refused { refusal: *refusal });
        add(DEPUTYS, K::Refused { refusal: *refusal });
    }
    for reader in [
        Reader::Deputy(DEPUTY),
        Reader::Deputy(UNBOUND),
        Reader::Office(CHANGSHA),
    ] {
        add(WRITER, K::Opened { reader });
        add(WRITER, K::HeldWords { reader });
    }
    for held in [true, false] {
        for (deputy, why) in [
            (UNBOUND, Unavailable::NotBound),
            (UNBOUND, Unavailable::NotReceiving),
            (SOLDIER, Unavailable::NotReceiving),
        ] {
            add(WRITER, K::OfferOffice { deputy, why, held });
        }
    }
    add(WRITER, K::FinderMenu);
    add(WRITER, K::FinderUnits { for_office: false });
    add(WRITER, K::FinderUnits { for_office: true });
    add(WRITER, K::FinderFields);
    for by in [
        FindBy::Unit("CS".into()),
        FindBy::Name("示".into()),
        FindBy::Field(FIELDS[5].into()),
        FindBy::Field("别的".into()),
    ] {
        add(WRITER, K::FinderDeputies { by, page: 1 });
    }
    for case in [OPEN, AT_OFFICE, VOICE] {
        add(WRITER, K::Receipt { case });
        add(WRITER, K::ReceiptMore { case, since: 1 });
    }
    for case in [OPEN, PASSED_ON, AT_OFFICE, LONG, LEFT, VOICE] {
        add(WRITER, K::State { case });
        add(WRITER, K::CaseOpened { case });
        add(WRITER, K::ReaderChanged { case });
        for state in CaseState::ALL {
            add(WRITER, K::Told { case, state: *state });
        }
        add(WRITER, K::Letter { case });
        add(
            WRITER,
            K::Marked {
                case,
                state: CaseState::Ended,
            },
        );
    }
    add(WRITER, K::MyCases { page: 0 });
    add(STRANGER, K::MyCases { page: 0 });
    for message in [107, 108] {
        add(
            WRITER,
            K::Answer {
                case: OPEN,
                message: MessageId(message),
            },
        );
    }
    for (case, from) in [
        (OPEN, 101),
        (PASSED_ON, 110),
        (ENTERED, 112),
        (LONG, 113),
        (VOICE, 115),
    ] {
        for more in [false, true] {
            let from = MessageId(from);
            add(DEPUTYS, K::Card { case, from, more });
        }
        add(DEPUTYS, K::Letter { case });
        add(DEPUTYS, K::AskAnswer { case });
        add(DEPUTYS, K::AnswerTaken { case });
        for state in CaseState::ALL {
            add(DEPUTYS, K::Marked { case, state: *state });
        }
    }
    for message in [101, 102, 104, 105, 108, 115] {
        let case = if message == 115 { VOICE } else { OPEN };
        add(
            DEPUTYS,
            K::CaseFile {
                case,
                message: MessageId(message),
            },
        );
    }
    add(DEPUTYS, K::CardSummary);
    for filter in [LetterFilter::Open, LetterFilter::Answered, LetterFilter::Ended] {
        for page in [0, 1] {
            add(DEPUTYS, K::Letters { filter, page });
        }
        add(OTHER_DEPUTYS, K::Letters { filter, page: 0 });
    }
    add(OFFICERS, K::Letter { case: AT_OFFICE });
    add(DEPUTYS, K::CheckAnswer { case: OPEN });
    add(DEPUTYS, K::CheckAnswer { case: LONG });
    add(DEPUTYS, K::ChooseCase);
    add(OTHER_DEPUTYS, K::ChooseCase);
    for (_, item) in OutboxState::ALL
        .iter()
        .zip(51..)
        .chain([(&OutboxState::Sent, 999)])
    {
        add(
            DEPUTYS,
            K::Delivery {
                item: OutboxId(item),
                case: OPEN,
            },
        );
    }
    add(DEPUTYS, K::Todo);
    add(OTHER_DEPUTYS, K::Todo);
    for record in [DRAFT, CONFIRMED, DROPPED] {
        add(DEPUTYS, K::Record { record });
    }
    for drafts in [true, false] {
        add(DEPUTYS, K::Records { page: 0, drafts });
        add(OTHER_DEPUTYS, K::Records { page: 0, drafts });
    }
    for field in [
        "on", "place", "way", "whom", "people", "matters", "passing-on", "answer-back", "of a newer release",
    ] {
        add(
            DEPUTYS,
            K::AskField {
                record: DRAFT,
                field: field.into(),
            },
        );
    }
    for year in [0, 2025, i32::MAX, i32::MIN] {
        add(DEPUTYS, K::Handbook { year });
    }
    for invitation in [FOR_DEPUTY, FOR_OFFICER] {
        add(STRANGER, K::InvitationQuestion { invitation });
        add(STRANGER, K::InvitationWrong { invitation });
    }
    add(DEPUTYS, K::BoundDeputy);
    add(OFFICERS, K::BoundOfficer);
    add(OFFICERS, K::DeputyBound { deputy: DEPUTY });
    add(OFFICERS, K::OfficeLetter { case: AT_OFFICE });
    add(DEPUTYS, K::EnteredFor { case: ENTERED });
    add(WRITER, K::SomethingWaits);
    let incident = "E-7K2".to_owned();
    add(
        WRITER,
        K::Sorry {
            incident: incident.clone(),
        },
    );
    add(WRITER, K::Settled { incident });
    all
}

fn small() -> Small {
    let mut small = Small::new();
    small.checking(OPEN, "我保证一定解决，打 13800000000。", "我会向有关单位反映。");
    let step = Step::Offered {
        reader: Reader::Office(CHANGSHA),
        said: vec![Content::Text("路灯坏了".into()); 2],
    };
    small.accounts.get_mut(&WRITER).unwrap().dialogue.go(step, None);
    small
}

/// All that a person sees of a message.
fn seen(rendered: &Rendered) -> String {
    let mut seen = rendered.text.clone();
    for row in &rendered.buttons {
        seen.push('\n');
        for button in row {
            seen.push_str(&format!("【{}】", button.label));
        }
    }
    for row in rendered.menu.iter().flatten() {
        seen.push_str(&format!("\n［{}］", row.join("］［")));
    }
    seen
}

#[test]
fn every_kind_of_message_has_a_sample() {
    let numbers: BTreeSet<usize> = samples().iter().map(|item| number(&item.kind)).collect();
    assert_eq!(numbers, (0..KINDS).collect());
}

#[test]
fn every_message_is_whole_and_fits_in_both_languages() {
    let keys: Vec<&str> = include_str!("../../../locales/en/chat.ftl")
        .lines()
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
        .filter(|key| key.contains('-') && !key.starts_with([' ', '#']))
        .collect();
    let mut with_phone = small();
    let mut without_phone = small();
    without_phone.rules.office_phone = String::new();
    with_phone.rules.bot_name = String::new();
    for (small, locale) in [
        (&with_phone, Locale::ZhCn),
        (&with_phone, Locale::En),
        (&without_phone, Locale::ZhCn),
        (&without_phone, Locale::En),
    ] {
        for item in samples() {
            let (rendered, _) = small.render(&item, locale);
            let seen = seen(&rendered);
            let kind = &item.kind;
            assert!(!rendered.text.trim().is_empty(), "{kind:?} says nothing");
            assert!(!seen.contains('{') && !seen.contains('}'), "{kind:?}: {seen}");
            for key in &keys {
                assert!(!seen.contains(key), "{kind:?} shows {key}: {seen}");
            }
            let limit = if rendered.file.is_some() || rendered.location.is_some() {
                CAPTION_UNITS
            } else {
                TEXT_UNITS
            };
            assert!(units(&rendered.text) <= limit, "{kind:?} is too long");
            assert!(!rendered.text.contains("\n\n\n"), "{kind:?}: {seen}");
            for button in rendered.buttons.iter().flatten() {
                let data = button.act.encode();
                assert!(!button.label.trim().is_empty(), "{kind:?}");
                assert!(
                    data.len() <= 64 && Act::decode(&data).as_ref() == Some(&button.act),
                    "{data}"
                );
            }
            assert!(
                rendered
                    .buttons
                    .iter()
                    .all(|row| !row.is_empty() && row.len() <= 3)
            );
        }
    }
}

#[test]
fn chinese_messages_keep_to_the_words_of_the_house() {
    let small = small();
    for item in samples() {
        let seen = seen(&small.render(&item, Locale::ZhCn).0);
        println!("―― {:?} 给 {}\n{seen}\n", item.kind, item.account_id);
        for word in [
            "案件", "工单", "选民", "用户", "系统错误", "已读", "已关闭", "已处理", "责令", "！", "!", "你",
            "敬请",
        ] {
            assert!(!seen.contains(word), "{word} in {:?}: {seen}", item.kind);
        }
    }
}

#[test]
fn a_stranger_sees_no_words_of_any_case_and_no_record() {
    let small = small();
    for to in [STRANGER, OTHER_DEPUTYS, OFFICERS] {
        for item in samples() {
            // The office's own letter is read by its officers.
            let own = |case: CaseId| to == OFFICERS && case == AT_OFFICE;
            if matches!(&item.kind, MessageKind::State { case } | MessageKind::CaseOpened { case }
                | MessageKind::Letter { case } if own(*case))
            {
                continue;
            }
            let item = OutboxItem {
                account_id: to,
                ..item
            };
            let seen = seen(&small.render(&item, Locale::ZhCn).0);
            for word in [SECRET, "谢谢您的来信", "水利局", "石桥村村民", "一定解决"] {
                assert!(!seen.contains(word), "{word} in {:?}: {seen}", item.kind);
            }
        }
    }
    let refused = small.render(
        &owed(MessageKind::Letter { case: OPEN }, STRANGER, None),
        Locale::ZhCn,
    );
    let no = MessageKind::Refused {
        refusal: Refusal::NotYours,
    };
    assert_eq!(refused.0, small.render(&owed(no, STRANGER, None), Locale::ZhCn).0);
}

#[test]
fn a_receipt_needs_two_rounds_and_a_card_three() {
    let small = small();
    for item in samples() {
        let (_, rounds) = small.render(&item, Locale::ZhCn);
        let most = match item.kind {
            MessageKind::Receipt { .. } | MessageKind::ReceiptMore { .. } => 2,
            MessageKind::Card { .. } | MessageKind::Answer { .. } => 3,
            _ => 5,
        };
        assert!(rounds <= most, "{:?} needs {rounds} rounds", item.kind);
    }
}

#[test]
fn every_message_about_a_case_lets_a_reply_find_it() {
    let small = small();
    for item in samples() {
        let json: serde_json::Value = serde_json::from_str(&item.kind.to_json()).unwrap();
        let Some(case) = json.get("case").and_then(serde_json::Value::as_i64) else {
            continue;
        };
        let (rendered, _) = small.render(&item, Locale::ZhCn);
        let number = small.cases[&CaseId(case)].number;
        let by_button = rendered
            .buttons
            .iter()
            .flatten()
            .any(|button| button.act.case() == Some(CaseId(case)));
        let by_number = crate::domain::case_text::numbers_in(&rendered.text).contains(&number);
        assert!(by_button || by_number, "{:?}: {}", item.kind, rendered.text);
    }
}

#[test]
fn a_card_shows_what_was_written_what_is_attached_and_what_was_changed() {
    let small = small();
    let card = MessageKind::Card {
        case: OPEN,
        from: MessageId(101),
        more: false,
    };
    let (card, _) = small.render(&owed(card, DEPUTYS, Some(OPEN)), Locale::ZhCn);
    for part in [
        "张代表，您好，收到一封群众来信（260137）。",
        "来信人：群众·香樟27（化名）",
        "二十多户稻田缺水。（已修改）",
        "附照片 2 张、语音 1 条（58 秒）。",
        "28.228209,112.938814",
        "直接回复本条就能答复对方，对方看不到您的电话。",
    ] {
        assert!(card.text.contains(part), "{part} in {}", card.text);
    }
    assert!(
        !card.text.contains("谢谢您的来信"),
        "the deputy's own words are no news"
    );
}

#[test]
fn a_letter_too_long_for_a_card_begins_there_and_ends_in_the_letter() {
    let small = small();
    let card = MessageKind::Card {
        case: LONG,
        from: MessageId(113),
        more: false,
    };
    let (card, _) = small.render(&owed(card, DEPUTYS, None), Locale::ZhCn);
    assert!(card.text.contains(&format!("反映：{SECRET}")));
    assert!(card.text.contains("…全文见【查看来信】"));
    let letter = MessageKind::Letter { case: LONG };
    let (letter, _) = small.render(&owed(letter, DEPUTYS, None), Locale::ZhCn);
    assert!(letter.text.ends_with("水完"));
}

#[test]
fn an_answer_sent_again_after_an_unknown_outcome_says_so() {
    let small = small();
    let kind = MessageKind::Answer {
        case: OPEN,
        message: MessageId(107),
    };
    let mut item = owed(kind, WRITER, Some(OPEN));
    let (first, _) = small.render(&item, Locale::ZhCn);
    assert!(
        first
            .text
            .starts_with("张代表答复您的来信（260137）：\n谢谢您的来信")
    );
    item.begun_at = Some(1);
    let (again, _) = small.render(&item, Locale::ZhCn);
    assert!(again.text.starts_with("〔可能重复〕张代表答复"));
}

#[test]
fn the_notice_speaks_of_servers_abroad_on_telegram_only_and_follows_the_rules() {
    let mut small = small();
    small.rules.retention_months = 9;
    let opened = |small: &Small| {
        let kind = MessageKind::Opened {
            reader: Reader::Deputy(DEPUTY),
        };
        small.render(&owed(kind, WRITER, None), Locale::ZhCn).0.text
    };
    let text = opened(&small);
    assert!(
        text.contains("境外服务器") && text.contains("结束 9 个月后删除"),
        "{text}"
    );
    small.accounts.get_mut(&WRITER).unwrap().channel = Channel::Web;
    assert!(!opened(&small).contains("境外服务器"));
}

#[test]
fn why_a_deputy_takes_no_letters_is_never_told() {
    let small = small();
    let offer = |why| {
        let kind = MessageKind::OfferOffice {
            deputy: UNBOUND,
            why,
            held: true,
        };
        small.render(&owed(kind, WRITER, None), Locale::ZhCn).0
    };
    let offered = offer(Unavailable::NotBound);
    assert_eq!(offered, offer(Unavailable::NotReceiving));
    assert!(offered.text.starts_with("欧阳示二代表目前不通过本系统接收来信。"));
}

#[test]
fn what_is_missing_becomes_a_kind_sentence() {
    let small = small();
    for kind in [
        MessageKind::Receipt { case: CaseId(999) },
        MessageKind::Record {
            record: RecordId(999),
        },
        MessageKind::Opened {
            reader: Reader::Office(OfficeId(999)),
        },
    ] {
        let (rendered, _) = small.render(&owed(kind, WRITER, None), Locale::ZhCn);
        assert_eq!(rendered.text, "您要看的内容已经不在这里了。");
    }
}

#[test]
fn a_name_is_shown_to_the_reader_to_whom_it_was_given() {
    let small = small();
    let letter = |case, to| {
        let kind = MessageKind::Letter { case };
        small.render(&owed(kind, to, None), Locale::ZhCn).0.text
    };
    assert!(letter(AT_OFFICE, OFFICERS).contains("李师傅（示）"));
    assert!(!letter(OPEN, DEPUTYS).contains("李师傅"));
}
