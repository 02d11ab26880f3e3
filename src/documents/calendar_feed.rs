//! What is due as an iCalendar feed (RFC 5545), for the calendar on a telephone or in an office. Called by `web::calendar_feed`.
//!
//! **Invariants:** lines end with CRLF and have at most 75 octets, and no character is cut in two; people's words are escaped; no
//! person is named: titles, units and days alone; the same rows and the same instant give the same bytes.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::text::{Args, Words};

use super::plain_text::plain;

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedItem {
    /// Names it for ever: a calendar program knows by it what it has already.
    pub uid: String,
    /// 代表反馈, or 单位答复.
    pub what: FeedWhat,
    /// The suggestion's title.
    pub title: String,
    /// Its number.
    pub number: String,
    /// The handling unit.
    pub unit: String,
    /// The day by the calendar, to which people should hold.
    pub nominal_on: NaiveDate,
    /// The last day.
    pub due_on: NaiveDate,
    /// It may still move.
    pub is_provisional: bool,
}

/// What is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedWhat {
    /// The deputy's feedback.
    Feedback,
    /// The unit's reply.
    Reply,
    /// The deputy's answer to an inquiry: its number alone is told, because a question may name people.
    Inquiry,
}

/// Octets of a line without its end.
const LINE: usize = 75;

/// The feed. `now`: epoch milliseconds.
pub fn calendar_feed(items: &[FeedItem], now: i64, words: &Words) -> String {
    let stamp = DateTime::<Utc>::from_timestamp_millis(now)
        .unwrap_or(DateTime::<Utc>::UNIX_EPOCH)
        .format("%Y%m%dT%H%M%SZ")
        .to_string();
    let name = words.say("feed-name");
    let mut out = String::new();
    for line in [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Lianluo//Deadlines//ZH".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(&name)),
        "X-WR-TIMEZONE:Asia/Shanghai".to_owned(),
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H".to_owned(),
        "X-PUBLISHED-TTL:PT6H".to_owned(),
    ] {
        put(&mut out, &line);
    }
    for item in items {
        event(&mut out, item, item.nominal_on, "", &stamp, words);
        if item.due_on != item.nominal_on {
            event(&mut out, item, item.due_on, "-last", &stamp, words);
        }
    }
    put(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, item: &FeedItem, on: NaiveDate, which: &str, stamp: &str, words: &Words) {
    let what = match item.what {
        FeedWhat::Feedback => "feedback",
        FeedWhat::Reply => "reply",
        FeedWhat::Inquiry => "inquiry",
    };
    let args = Args::new()
        .text("title", plain(&item.title))
        .text("number", plain(&item.number))
        .text("unit", plain(&item.unit))
        .text("nominal", item.nominal_on.to_string())
        .text("due", item.due_on.to_string());
    let about = match item.what {
        FeedWhat::Feedback | FeedWhat::Reply => "feed-about",
        FeedWhat::Inquiry => "feed-about-inquiry",
    };
    let mut about = words.say_with(about, &args);
    if item.is_provisional {
        about.push_str(&words.say("feed-provisional"));
    }
    let next = on.checked_add_days(Days::new(1)).unwrap_or(on);
    for line in [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}{which}@lianluo", item.uid),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{}", on.format("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")),
        format!(
            "SUMMARY:{}",
            escaped(&words.say_with(&format!("feed-{what}{which}"), &args))
        ),
        format!("DESCRIPTION:{}", escaped(&about)),
        // Nobody is busy all day for it.
        "TRANSP:TRANSPARENT".to_owned(),
        format!(
            "STATUS:{}",
            if item.is_provisional {
                "TENTATIVE"
            } else {
                "CONFIRMED"
            }
        ),
        "END:VEVENT".to_owned(),
    ] {
        put(out, &line);
    }
}

/// RFC 5545, 3.3.11: backslash, semicolon, comma and line ends; other signs of control say nothing to a calendar.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                safe.push('\\');
                safe.push(c);
            }
            '\n' => safe.push_str("\\n"),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// Adds a line, folded between characters: what goes on begins with a blank.
fn put(out: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Locale;
    use crate::text::words;

    fn item(title: &str) -> FeedItem {
        FeedItem {
            uid: "feedback-31".into(),
            what: FeedWhat::Feedback,
            title: title.into(),
            number: "S-0012".into(),
            unit: "省水利厅（样例）".into(),
            nominal_on: "2026-06-13".parse().unwrap(),
            due_on: "2026-06-15".parse().unwrap(),
            is_provisional: false,
        }
    }

    /// Unfolds and unescapes the values of a property.
    fn values(feed: &str, property: &str) -> Vec<String> {
        let unfolded = feed.replace("\r\n ", "");
        let start = format!("{property}:");
        unfolded
            .split("\r\n")
            .filter_map(|line| line.strip_prefix(&start))
            .map(|value| {
                let mut plain = String::new();
                let mut signs = value.chars();
                while let Some(c) = signs.next() {
                    match (c, c == '\\') {
                        (_, true) => match signs.next() {
                            Some('n') => plain.push('\n'),
                            Some(other) => plain.push(other),
                            None => {}
                        },
                        (c, false) => plain.push(c),
                    }
                }
                plain
            })
            .collect()
    }

    #[test]
    fn a_feed_has_an_all_day_event_for_the_day_and_one_for_the_last_day() {
        let feed = calendar_feed(&[item("关于水渠的建议")], 1_772_416_800_000, words(Locale::ZhCn));
        for line in [
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
            "DTSTAMP:20260302T020000Z\r\n",
            "DTSTART;VALUE=DATE:20260613\r\nDTEND;VALUE=DATE:20260614\r\n",
            "DTSTART;VALUE=DATE:20260615\r\n",
            "UID:feedback-31-last@lianluo\r\n",
        ] {
            assert!(feed.contains(line), "{line} in {feed}");
        }
        let summaries = values(&feed, "SUMMARY");
        assert_eq!(summaries.len(), 2);
        assert!(summaries[0].contains("《关于水渠的建议》"), "{summaries:?}");
        assert!(summaries[1].contains("最后一天"), "{summaries:?}");
    }

    #[test]
    fn one_day_is_one_event_and_nothing_due_is_an_empty_calendar() {
        let one = FeedItem {
            due_on: "2026-06-13".parse().unwrap(),
            is_provisional: true,
            ..item("关于水渠的建议")
        };
        for locale in Locale::ALL {
            let feed = calendar_feed(std::slice::from_ref(&one), 0, words(locale));
            assert_eq!(feed.matches("BEGIN:VEVENT").count(), 1);
            assert!(feed.contains("STATUS:TENTATIVE"));
            assert!(!feed.contains("feed-"), "{feed}");
            assert!(!calendar_feed(&[], 0, words(locale)).contains("VEVENT"));
        }
    }

    proptest! {
        #[test]
        fn whatever_a_title_holds_lines_stay_short_whole_and_unforged(title in "[\\PC\r\n\\\\;,]{0,200}") {
            let feed = calendar_feed(&[item(&title)], 0, words(Locale::ZhCn));
            for line in feed.split("\r\n") {
                prop_assert!(line.len() <= LINE, "{line}");
                prop_assert!(!line.contains('\n') && !line.contains('\r'));
            }
            prop_assert_eq!(feed.replace("\r\n ", "").matches("\r\nBEGIN:").count(), 2);
            let said = values(&feed, "SUMMARY").remove(0);
            let shown: String = plain(&title).chars().filter(|c| !c.is_control() || *c == '\n').collect();
            prop_assert!(said.contains(&shown), "{said:?} / {shown:?}");
        }
    }
}
