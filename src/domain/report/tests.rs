//! The reading against the messages in `tests/data`, and against any text.

use proptest::prelude::*;
use serde_json::Value;

use super::{Correction, Count, Flag, Intent, Reading, Span, When, Words, correct, read};

/// 2026-08-05 21:10 in Shanghai, a Wednesday.
const NOW: i64 = 1_785_935_400_000;

fn at(text: &str) -> Reading {
    read(text, NOW, Words::shipped())
}

#[derive(Default, Debug)]
struct Score {
    right: usize,
    all: usize,
}

impl Score {
    fn note(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn share(&self) -> f64 {
        f64::from(u32::try_from(self.right).unwrap()) / f64::from(u32::try_from(self.all).unwrap())
    }
}

#[derive(Default, Debug)]
struct Scores {
    intent: Score,
    records: Score,
    category: Score,
    day: Score,
    people: Score,
    households: Score,
}

fn days(when: Option<&When>) -> Value {
    match when {
        Some(When::Day(day)) => serde_json::json!([day, null, []]),
        Some(When::Range { from, to } | When::Month { from, to }) => serde_json::json!([from, to, []]),
        Some(When::OneOf(days)) => serde_json::json!([null, null, days]),
        Some(When::Impossible | When::Named(_)) | None => serde_json::json!([null, null, []]),
    }
}

fn counted(expected: &Value, key: &str, read: Option<Count>) -> bool {
    let read = read.unwrap_or_default();
    let number = |key: String| expected[key].as_u64().and_then(|value| u32::try_from(value).ok());
    let (value, min, max) = (
        number(key.to_owned()),
        number(format!("{key}_min")),
        number(format!("{key}_max")),
    );
    // An exact number may stand without its bounds.
    value == read.value && (min.or(value), max.or(value)) == (read.min.or(value), read.max.or(value))
}

fn score(file: &str) -> Scores {
    let mut scores = Scores::default();
    for line in file.lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        let now = chrono::DateTime::parse_from_rfc3339(message["now"].as_str().unwrap()).unwrap();
        let text = message["text"].as_str().unwrap();
        let reading = read(text, now.timestamp_millis(), Words::shipped());
        check_spans(text, &reading);
        let expected = &message["expected"];
        scores.intent.note(expected["intent"] == reading.intent.word());
        let records = expected["records"].as_array().unwrap();
        scores.records.note(records.len() == reading.records.len());
        for (index, record) in records.iter().enumerate() {
            let read = reading.records.get(index);
            scores
                .category
                .note(read.is_some_and(|read| record["category"] == read.category.value.wording()));
            let when = read.and_then(|read| read.when.as_ref()).map(|field| &field.value);
            let wanted = serde_json::json!([record["date"], record["date_end"], record["date_candidates"]]);
            scores.day.note(read.is_some() && wanted == days(when));
            let people = read
                .and_then(|read| read.people.as_ref())
                .map(|field| field.value);
            scores.people.note(counted(record, "people", people));
            let households = read
                .and_then(|read| read.households.as_ref())
                .map(|field| field.value);
            scores.households.note(counted(record, "households", households));
        }
    }
    scores
}

fn spans(reading: &Reading) -> Vec<Span> {
    let mut spans = Vec::new();
    for record in &reading.records {
        spans.push(record.category.span);
        spans.extend(record.when.as_ref().map(|field| field.span));
        spans.extend(record.place.as_ref().map(|field| field.span));
        for count in [&record.people, &record.households, &record.firms, &record.groups] {
            spans.extend(count.as_ref().map(|field| field.span));
        }
        spans.extend(record.ways.iter().chain(&record.matters).map(|field| field.span));
    }
    spans
}

fn check_spans(text: &str, reading: &Reading) {
    for span in spans(reading) {
        assert!(
            text.get(span.range()).is_some_and(|part| !part.is_empty()),
            "{text}: {span:?}"
        );
    }
}

/// Floors a little below what was reached, so that no change loses ground unseen.
fn assert_floors(name: &str, file: &str, floor: f64) {
    let scores = score(file);
    println!("{name}: {scores:?}");
    for (field, score) in [
        ("intent", &scores.intent),
        ("records", &scores.records),
        ("category", &scores.category),
        ("day", &scores.day),
        ("people", &scores.people),
        ("households", &scores.households),
    ] {
        assert!(score.share() >= floor, "{name}, {field}: {score:?}");
    }
}

#[test]
fn the_given_messages_are_read_right() {
    assert_floors(
        "given",
        include_str!("../../../tests/data/report-messages.jsonl"),
        1.0,
    );
}

#[test]
fn the_own_messages_are_read_right() {
    assert_floors(
        "own",
        include_str!("../../../tests/data/report-messages-own.jsonl"),
        0.99,
    );
}

#[test]
fn the_messages_in_other_voices_are_read_right() {
    assert_floors(
        "voices",
        include_str!("../../../tests/data/report-messages-blind.jsonl"),
        0.95,
    );
}

#[test]
fn the_messages_written_last_are_read_right() {
    assert_floors(
        "later",
        include_str!("../../../tests/data/report-messages-later.jsonl"),
        0.96,
    );
}

#[test]
fn the_messages_of_a_stranger_are_read_right() {
    // Written by somebody who had seen neither the grammar nor its word lists.
    assert_floors(
        "stranger",
        include_str!("../../../tests/data/report-messages-stranger.jsonl"),
        0.98,
    );
}

#[test]
fn the_fresh_messages_are_read_right() {
    // Written by somebody who had seen neither the grammar nor the other messages, and then used to mend the reader: the
    // first time they were read, intent was right in 88 of 100, the day in 91 %. They measure no unseen message any more.
    assert_floors(
        "fresh",
        include_str!("../../../tests/data/report-messages-fresh.jsonl"),
        0.98,
    );
}

#[test]
fn the_siblings_of_what_was_misread_are_read_right() {
    // Other wordings of the kinds that were misread, written in five lots by one of us before the rules for them, which
    // were then mended with them. The first time they were read, intent was right in 88, 90, 92, 94 and 93 % of the lots, the
    // category in 87, 95, 86, 91 and 92 %, the day in 85, 93, 88, 93 and 96 %, the people in 91, 96, 98, 91 and 96 %.
    assert_floors(
        "siblings",
        include_str!("../../../tests/data/report-messages-siblings.jsonl"),
        0.98,
    );
}

#[test]
fn the_unseen_messages_are_read_as_well_as_they_were_when_first_seen() {
    // Written by somebody who knew nothing of the grammar; it was not mended with them. What it reads of them is what
    // deputies may expect of it, and the floors are that, field by field.
    let scores = score(include_str!("../../../tests/data/report-messages-unseen.jsonl"));
    println!("unseen: {scores:?}");
    for (score, floor) in [
        (&scores.intent, 0.93),
        (&scores.records, 0.89),
        (&scores.category, 0.88),
        (&scores.day, 0.92),
        (&scores.people, 0.97),
        (&scores.households, 0.98),
    ] {
        assert!(score.share() >= floor, "{score:?}");
    }
}

#[test]
fn people_are_counted_in_messages_written_for_nothing_else() {
    // Written before the rules for them were mended; 男的九个女的六个 is still not added.
    let mut people = Score::default();
    for line in include_str!("../../../tests/data/report-messages-people.jsonl").lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        let now = chrono::DateTime::parse_from_rfc3339(message["now"].as_str().unwrap()).unwrap();
        let reading = read(
            message["text"].as_str().unwrap(),
            now.timestamp_millis(),
            Words::shipped(),
        );
        let count = reading
            .records
            .first()
            .and_then(|record| record.people.as_ref())
            .map(|people| people.value);
        people.note(counted(&message["expected"]["records"][0], "people", count));
    }
    assert!(people.share() >= 0.9, "{people:?}");
}

#[test]
fn a_matter_stands_without_the_words_that_lead_to_it() {
    let matters = |text: &str| -> Vec<String> {
        let reading = at(text);
        reading.records[0]
            .matters
            .iter()
            .map(|matter| matter.value.clone())
            .collect()
    };
    for (text, expected) in [
        (
            "昨天走访17户，老百姓说得最多的就是自来水三天两头停，再就是没地方丢垃圾",
            vec!["自来水三天两头停", "没地方丢垃圾"],
        ),
        (
            "昨天接待7人，四个讲拆迁过渡费，另一个说孩子转学",
            vec!["拆迁过渡费", "孩子转学"],
        ),
        (
            "8月2日走访9户，反映：1饮水浑浊 2就医太远 3村道没护栏",
            vec!["饮水浑浊", "就医太远", "村道没护栏"],
        ),
        (
            "8月2日提交了《关于规范农村自建房用电的建议》",
            vec!["关于规范农村自建房用电的建议"],
        ),
    ] {
        assert_eq!(matters(text), expected, "{text}");
    }
}

#[test]
fn what_is_taken_back_within_a_message_is_gone() {
    let reading = at("走了12户，哦写错，13户，昨天，不对，是前天，反映灌溉");
    let record = &reading.records[0];
    assert_eq!(record.households.as_ref().unwrap().value, Count::exact(13));
    let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 3).unwrap();
    assert_eq!(record.when.as_ref().unwrap().value, When::Day(day));
    assert_eq!(reading.records.len(), 1);
}

#[test]
fn numbers_of_things_are_no_people() {
    for text in [
        "昨天在石桥村看了160亩稻田，听老乡讲收成",
        "昨天走访八一路社区3号楼5单元，听群众讲电梯",
        "昨天接待来访，听群众讲12345转了4次、办了2件、花了3万元",
        "昨天到二中三年级2班听老师讲课后服务",
        "昨天座谈，集中谈了两个问题、三条意见",
    ] {
        let reading = at(text);
        for record in &reading.records {
            let people = record.people.as_ref().map(|people| people.value);
            assert!(
                people.is_none_or(|people| people == Count::UNCOUNTED),
                "{text}: {people:?}"
            );
            assert!(record.households.is_none(), "{text}");
        }
    }
}

#[test]
fn words_that_only_hold_a_word_of_secrets_are_no_secret() {
    for text in [
        "昨天走访12户，反映照明电费贵、停车场不对外开放",
        "上周三在省内参加培训班",
    ] {
        assert_eq!(at(text).intent, Intent::ActivityReport, "{text}");
    }
}

#[test]
fn a_typed_correction_changes_only_what_it_names() {
    let reading = at("昨天下午去石桥村座谈，12人，谈灌溉");
    let apply = |message: &str| {
        correct(&reading, 0, message, NOW, Words::shipped()).unwrap_or_else(|| panic!("{message}"))
    };
    let (_, after) = apply("不是12人，是21人");
    assert_eq!(after.records[0].people.as_ref().unwrap().value, Count::exact(21));
    assert_eq!(after.records[0].when, reading.records[0].when);
    assert_eq!(after.records[0].place, reading.records[0].place);
    let (changes, after) = apply("日期改成前天");
    assert!(matches!(changes[..], [Correction::Day(_)]), "{changes:?}");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 3).unwrap();
    assert_eq!(after.records[0].when.as_ref().unwrap().value, When::Day(day));
    assert_eq!(after.records[0].people, reading.records[0].people);
    let (_, after) = apply("地点是竹山村");
    assert_eq!(after.records[0].place.as_ref().unwrap().value, "竹山村");
    let (_, after) = apply("人数改成二十几个");
    assert_eq!(
        after.records[0].people.as_ref().unwrap().value,
        Count::between(20, 29)
    );
    let (_, after) = apply("类别应该是参加专题调研");
    assert_eq!(after.records[0].category.value.wording(), "参加专题调研");
    let (_, after) = apply("这条不要了");
    assert!(after.records.is_empty());
    assert!(correct(&reading, 0, "嗯", NOW, Words::shipped()).is_none());
    assert!(correct(&reading, 7, "改成前天", NOW, Words::shipped()).is_none());
}

#[test]
fn what_must_be_refused_leaves_no_words_behind() {
    for (text, flag) in [
        ("转发内部明电，机密，请代表阅后删除", Flag::Secret),
        (
            "帮我给法院院长打个招呼，我一个朋友的官司快判了",
            Flag::JudicialFavour,
        ),
        (
            "我弟弟的公司想中那个园区的标，帮我给招标办写个函",
            Flag::TenderFavour,
        ),
    ] {
        let reading = at(text);
        assert_eq!(reading.intent, Intent::Refused, "{text}");
        assert!(
            reading.flags.contains(&flag) && reading.flags.contains(&Flag::Refuse),
            "{text}"
        );
        assert!(reading.records.is_empty());
    }
}

#[test]
fn a_complaint_about_courts_or_secrets_kept_from_villagers_is_no_refusal() {
    for text in [
        "昨天走访12户，反映村务不公开、低保评议不公开",
        "昨天在石桥村座谈，15人，反映交警处罚太重、城管执法粗暴",
        "上周三参加保密法执法检查",
    ] {
        assert_eq!(at(text).intent, Intent::ActivityReport, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_every_span_lies_between_characters(text in "\\PC{0,80}") {
        check_spans(&text, &at(&text));
    }

    #[test]
    fn a_jumble_of_the_words_of_reports_is_read_without_harm(
        parts in proptest::collection::vec(
            proptest::sample::select(vec![
                "昨天", "上上周五", "2月30日", "正月初十", "国庆期间", "8月1号、8号", "到", "至", "三四十", "十来", "人", "户", "个", "走访", "座谈",
                "反映", "嗯", "，", "。", " ", "石桥村", "提了3条建议", "附议", "视察", "人大", "说", "《", "）", "(", "一", "廿", "年", "月", "号", "-", "2026",
                "请假", "手册", "交", "答复", "收到", "下周", "准备", "不是", "改成", "第二条", "零", "千", "万", "99999999999", "😀", "\u{3000}",
            ]),
            0..24,
        ),
    ) {
        let text = parts.concat();
        let reading = at(&text);
        check_spans(&text, &reading);
        let _ = correct(&reading, 0, &text, NOW, Words::shipped());
    }

    #[test]
    fn a_printed_day_reads_back_the_same(back in 0u64..3_000, people in 1u32..2_000) {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 8, 5).unwrap();
        let day = today - chrono::Days::new(back);
        for format in ["%Y年%-m月%-d日", "%Y-%m-%d", "%Y%m%d", "%Y/%-m/%-d"] {
            let text = format!("{} 走访石桥村，{people}人，反映灌溉", day.format(format));
            let reading = at(&text);
            prop_assert_eq!(reading.records.len(), 1, "{}", text);
            let record = &reading.records[0];
            prop_assert_eq!(&record.when.as_ref().unwrap().value, &When::Day(day), "{}", text);
            prop_assert_eq!(record.people.as_ref().unwrap().value, Count::exact(people), "{}", text);
        }
    }

    #[test]
    fn a_day_without_its_year_is_the_latest_that_is_not_to_come(back in 0u64..365) {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 8, 5).unwrap();
        let day = today - chrono::Days::new(back);
        let text = format!("{}走访了3户", day.format("%-m月%-d号"));
        let reading = at(&text);
        prop_assert_eq!(&reading.records[0].when.as_ref().unwrap().value, &When::Day(day), "{}", text);
    }
}
