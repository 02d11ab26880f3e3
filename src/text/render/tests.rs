//! Every kind of message in both languages: no raw key, no empty place, within the channel's limits, and no words of a
//! case for strangers. With `--nocapture` the Chinese ones are printed, to be read through.

mod feedback_world;
mod loading;
mod samples;
mod small_world;

use std::collections::BTreeSet;

use crate::domain::Locale;
use crate::domain::account::Channel;
use crate::domain::button::Act;
use crate::domain::case::Reader;
use crate::domain::dialogue::Step;
use crate::domain::ids::{CaseId, MessageId, OfficeId, RecordId};
use crate::domain::message::Content;
use crate::domain::message_kind::{MessageKind, Unavailable};
use crate::domain::outbox::OutboxItem;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{CAPTION_UNITS, Rendered, TEXT_UNITS};

use super::cut::units;
use samples::{KINDS, number, samples};
use small_world::{
    AT_OFFICE, CHANGSHA, DEPUTY, DEPUTYS, LONG, OFFICERS, OPEN, OTHER_DEPUTYS, SECRET, STRANGER, Small,
    UNBOUND, WRITER, owed,
};

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

/// The case that a kind names.
fn case_of(kind: &MessageKind) -> Option<CaseId> {
    let json: serde_json::Value = serde_json::from_str(&kind.to_json()).unwrap();
    Some(CaseId(json.get("case")?.as_i64()?))
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
            // The letter that the office reads is its officers' own, and so are its lists.
            let case = case_of(&item.kind);
            if to == OFFICERS && (case == Some(AT_OFFICE) || case.is_none()) {
                continue;
            }
            let item = OutboxItem {
                account_id: to,
                ..item
            };
            let seen = seen(&small.render(&item, Locale::ZhCn).0);
            for word in [
                feedback_world::REASONS,
                SECRET,
                "谢谢您的来信",
                "某某县水利局",
                "石桥村村民",
                "一定解决",
            ] {
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
        let Some(case) = case_of(&item.kind) else {
            continue;
        };
        let (rendered, _) = small.render(&item, Locale::ZhCn);
        let number = small.cases[&case].number;
        let by_button = rendered
            .buttons
            .iter()
            .flatten()
            .any(|button| button.act.case() == Some(case));
        let by_number = crate::domain::case::text::numbers_in(&rendered.text).contains(&number);
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
