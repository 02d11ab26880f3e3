//! Numbers that are printed read back the same; every way of saying one is read as exactly as it was said.

use proptest::prelude::*;

use super::*;

fn count(text: &str) -> (Option<u32>, Option<u32>, Option<u32>, bool, usize) {
    let chars: Vec<char> = text.chars().collect();
    let read = read(&chars).unwrap_or(Numeral {
        count: Count::default(),
        length: 0,
    });
    let Count {
        value,
        min,
        max,
        approx,
    } = read.count;
    (value, min, max, approx, read.length)
}

#[test]
fn numbers_are_read_as_exactly_as_they_were_said() {
    let exact = |text: &str, value: u32, length: usize| {
        assert_eq!(
            count(text),
            (Some(value), Some(value), Some(value), false, length),
            "{text}"
        );
    };
    exact("12人", 12, 2);
    exact("十二人", 12, 2);
    exact("廿三户", 23, 2);
    exact("廿八人", 28, 2);
    exact("一十二户", 12, 3);
    exact("两百零五人", 205, 4);
    exact("一百二", 120, 3);
    exact("一百一十五人", 115, 5);
    exact("俩老人", 2, 1);
    exact("1，200人", 1200, 5);
    exact("三千五", 3500, 3);
    exact("3百人", 300, 2);
    let range = |text: &str, min: u32, max: u32, length: usize| {
        assert_eq!(count(text), (None, Some(min), Some(max), true, length), "{text}");
    };
    range("十五六个", 15, 16, 3);
    range("三四十人", 30, 40, 3);
    range("二三十个", 20, 30, 3);
    range("两三个", 2, 3, 2);
    range("三五个", 3, 5, 2);
    range("二十几个", 20, 29, 3);
    range("十几户", 11, 19, 2);
    range("二十三四户", 23, 24, 4);
    range("一百多", 100, 199, 3);
    range("120多", 120, 129, 4);
    range("50余人", 50, 59, 3);
    range("20到30人", 20, 30, 5);
    range("20-30人", 20, 30, 5);
    range("一两百", 100, 200, 3);
    range("一百二三十人", 120, 130, 5);
    range("廿多户", 20, 29, 2);
    assert_eq!(count("十来个"), (Some(10), Some(8), Some(15), true, 2));
    assert_eq!(count("三十来个"), (Some(30), Some(28), Some(35), true, 3));
    assert_eq!(count("百把人"), (Some(100), Some(80), Some(150), true, 2));
    assert_eq!(count("约四十人"), (Some(40), Some(40), Some(40), true, 3));
    assert_eq!(count("不到20人"), (None, None, Some(19), true, 4));
    assert_eq!(count("几个"), (None, None, None, true, 1));
    assert_eq!(count("几十个"), (None, None, None, true, 2));
    assert_eq!(count("人").4, 0);
}

proptest! {
    #[test]
    fn what_is_printed_reads_back_the_same(value in 1u32..10_000) {
        for text in [value.to_string(), spoken(value)] {
            let chars: Vec<char> = text.chars().collect();
            let read = read(&chars).unwrap();
            prop_assert_eq!(read.count, Count::exact(value));
            prop_assert_eq!(read.length, chars.len());
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in "[零一二三四五六七八九十百千万廿卅两几多来余把0-9人约近不到~-]{0,24}") {
        let chars: Vec<char> = text.chars().collect();
        if let Some(read) = read(&chars) {
            prop_assert!(read.length <= chars.len() && read.length > 0);
            if let (Some(min), Some(max)) = (read.count.min, read.count.max) {
                prop_assert!(min <= max);
            }
        }
    }
}

/// A number as Chinese words, for tests that print and read back.
fn spoken(value: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut words = String::new();
    let mut skipped = false;
    for (size, unit) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / size % 10;
        if digit == 0 {
            skipped = !words.is_empty();
            continue;
        }
        if skipped {
            words.push('零');
            skipped = false;
        }
        if !(words.is_empty() && size == 10 && digit == 1) {
            words.push_str(DIGITS[digit as usize]);
        }
        words.push_str(unit);
    }
    words
}
