//! Numbers as people write and say them: 12, １２, 十二, 廿三, 两百, 三四十, 十五六, 十来, 二十几, 一百多, 1万2, 近百.
//! Called by the days and the counts of a report.
//!
//! **Invariants:** a number is only as exact as it was said; what can't be a number gives nothing; no sum overflows.
//! The ranges: 十几 is 11 to 19, 二十几 20 to 29, 十来 about 10 (8 to 15), 三十来 about 30
//! (28 to 35).

use super::reading::Count;

/// A number at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    pub count: Count,
    /// In characters.
    pub length: usize,
}

/// A single Chinese digit.
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '两' | '贰' | '俩' => 2,
        '三' | '叁' | '仨' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' => 10_000,
        _ => return None,
    })
}

/// The digits at the beginning: 12, or 1,200. Longer than nine digits is no number that people count by.
pub(super) fn arabic(text: &[char]) -> Option<(u32, usize)> {
    let mut value: u32 = 0;
    let mut length = 0;
    while let Some(c) = text.get(length) {
        if let Some(digit) = c.to_digit(10) {
            if length >= 9 {
                return None;
            }
            value = value * 10 + digit;
            length += 1;
        } else {
            break;
        }
    }
    (length > 0).then_some((value, length))
}

/// A whole number without any about, Arabic or Chinese: for days and months. 二〇二六 counts digit by digit.
pub(super) fn plain(text: &[char]) -> Option<(u32, usize)> {
    if let Some(read) = arabic(text) {
        return Some(read);
    }
    let digits = text.iter().take_while(|c| digit(**c).is_some()).count();
    let followed_by_unit = text.get(digits).is_some_and(|c| unit(*c).is_some());
    if digits >= 4 && !followed_by_unit {
        let value = text[..4]
            .iter()
            .filter_map(|c| digit(*c))
            .fold(0, |sum, d| sum * 10 + d);
        return Some((value, 4));
    }
    let read = chinese(text)?;
    match read.high {
        None => Some((read.low, read.length)),
        Some(_) => None,
    }
}

struct Spoken {
    low: u32,
    /// With 三四十 the higher one.
    high: Option<u32>,
    /// 几 or the last unit, for 多 and 来.
    last_unit: u32,
    /// 二十几.
    some_more: bool,
    length: usize,
}

/// A number in Chinese digits and units: 一百二十三, 廿三, 十五六, 三四十, 两百, 一百二 (120).
fn chinese(text: &[char]) -> Option<Spoken> {
    let mut at = 0;
    let mut low: u32 = 0;
    let mut high: Option<u32> = None;
    let mut last_unit: u32 = u32::MAX;
    let mut some_more = false;
    let mut any = false;
    while let Some(&c) = text.get(at) {
        if high.is_some() {
            break;
        }
        if let Some(tens) = match c {
            '廿' => Some(20),
            '卅' => Some(30),
            '卌' => Some(40),
            _ => None,
        } {
            if last_unit <= 10 {
                break;
            }
            low = low.checked_add(tens)?;
            last_unit = 10;
            any = true;
            at += 1;
            continue;
        }
        if c == '零' && any {
            at += 1;
            // 一百零五: the next digit stands for ones.
            if text.get(at).and_then(|c| digit(*c)).is_some_and(|d| d > 0)
                && text.get(at + 1).is_none_or(|c| unit(*c).is_none())
            {
                low = low.checked_add(digit(text[at])?)?;
                last_unit = 1;
                at += 1;
                break;
            }
            continue;
        }
        if let Some(size) = unit(c) {
            // 十, 百 without a digit before it.
            if size >= last_unit || (any && size != 10 && last_unit != u32::MAX) {
                break;
            }
            if !any || last_unit > size {
                low = low.checked_add(size)?;
                last_unit = size;
                any = true;
                at += 1;
                continue;
            }
            break;
        }
        if c == '几' && any && last_unit >= 10 && last_unit != u32::MAX {
            if text.get(at + 1).is_some_and(|c| unit(*c).is_some()) {
                // 一百几十.
                let next = text.get(at + 1).and_then(|c| unit(*c)).unwrap_or(10);
                if next < last_unit {
                    high = Some(low.checked_add(next * 10 - 1)?);
                    low = low.checked_add(next)?;
                    at += 2;
                    break;
                }
                break;
            }
            some_more = true;
            at += 1;
            break;
        }
        let Some(d) = digit(c).filter(|d| *d > 0) else {
            break;
        };
        // A pair of neighbours: 三四十, 十五六, 两三.
        let second = text
            .get(at + 1)
            .and_then(|c| digit(*c))
            .filter(|e| is_pair(d, *e) && (c != '一' || text[at + 1] == '两' || text[at + 1] == '二'));
        if let Some(e) = second {
            let size = text.get(at + 2).and_then(|c| unit(*c));
            let size = match size {
                Some(size) if size < last_unit => size,
                Some(_) => break,
                None => 1,
            };
            if size == 1
                && last_unit != u32::MAX
                && last_unit > 10
                && !matches!(text.get(at.wrapping_sub(1)), Some('零'))
            {
                // 一百二三 is 120 to 130.
                let step = last_unit / 10;
                high = Some(low.checked_add(e.checked_mul(step)?)?);
                low = low.checked_add(d.checked_mul(step)?)?;
                at += 2;
                any = true;
                break;
            }
            high = Some(low.checked_add(e.checked_mul(size)?)?);
            low = low.checked_add(d.checked_mul(size)?)?;
            last_unit = size;
            at += if size == 1 { 2 } else { 3 };
            any = true;
            break;
        }
        match text.get(at + 1).and_then(|c| unit(*c)) {
            Some(10_000) if last_unit == u32::MAX || last_unit > 10_000 => {
                low = low.checked_add(d)?.checked_mul(10_000)?;
                last_unit = 10_000;
                at += 2;
            }
            Some(size) if size < last_unit => {
                low = low.checked_add(d.checked_mul(size)?)?;
                last_unit = size;
                at += 2;
            }
            Some(_) => break,
            None => {
                if last_unit <= 1 {
                    break;
                }
                // 一百二 is 120; 一百零二 was met above.
                let step = if last_unit == u32::MAX || last_unit == 10 {
                    1
                } else {
                    last_unit / 10
                };
                low = low.checked_add(d.checked_mul(step)?)?;
                last_unit = 1;
                at += 1;
                any = true;
                break;
            }
        }
        any = true;
    }
    any.then_some(Spoken {
        low,
        high,
        last_unit,
        some_more,
        length: at,
    })
}

fn is_pair(first: u32, second: u32) -> bool {
    second == first + 1 || (first == 3 && second == 5)
}

/// The size of the last digit that is not nought: 120 → 10.
fn round_unit(value: u32) -> u32 {
    let mut size = 1;
    while value > 0 && value.is_multiple_of(size * 10) && size < 10_000 {
        size *= 10;
    }
    size
}

fn about(value: u32, size: u32) -> Count {
    // 十来 8 to 15, 三十来 28 to 35, 一百来 80 to 150.
    Count {
        value: Some(value),
        min: Some(value - size / 5),
        max: Some(value.saturating_add(size / 2)),
        approx: true,
    }
}

fn and_some(value: u32, size: u32) -> Count {
    let min = if value == 10 { 11 } else { value };
    Count::between(min, value.saturating_add(size.saturating_sub(1)))
}

/// The number at the beginning of the text, with what makes it inexact on either side.
pub(super) fn read(text: &[char]) -> Option<Numeral> {
    let (lead, skip) = lead(text);
    let rest = &text[skip..];
    let mut number = core(rest)?;
    let mut length = number.length;
    // 20到30人, 20-30人, 三十至四十人
    if number.count.value.is_some()
        && !number.count.approx
        && matches!(rest.get(length), Some('到' | '至' | '-' | '~' | '—'))
        && let Some(second) = core(&rest[length + 1..])
        && let (Some(from), Some(to)) = (number.count.value, second.count.value)
        && from < to
        && !second.count.approx
    {
        number.count = Count::between(from, to);
        length += 1 + second.length;
    }
    // 30人左右 is met after the unit; 30左右 here.
    if let Some(tail) = tail(&rest[length..]) {
        length += tail;
        number.count.approx = true;
    }
    number.count = lead.apply(number.count);
    Some(Numeral {
        count: number.count,
        length: skip + length,
    })
}

/// 左右, 上下, in characters.
pub(super) fn tail(text: &[char]) -> Option<usize> {
    let two: String = text.iter().take(2).collect();
    (two == "左右" || two == "上下" || two == "大概").then_some(2)
}

fn core(text: &[char]) -> Option<Numeral> {
    match text.first()? {
        // 几十, 数十, 好几百; 上百, 成百.
        '几' | '数' | '好' => {
            let skip = usize::from(text[0] == '好');
            let next = text.get(skip)?;
            if !matches!(next, '几' | '数') {
                return None;
            }
            let units = text[skip + 1..]
                .iter()
                .take_while(|c| unit(**c).is_some())
                .count();
            if units == 0 && text[0] == '数' {
                return None;
            }
            return Some(Numeral {
                count: Count::UNCOUNTED,
                length: skip + 1 + units,
            });
        }
        '上' | '成' => {
            let size = unit(*text.get(1)?).filter(|size| *size >= 100)?;
            return Some(Numeral {
                count: Count {
                    value: Some(size),
                    min: Some(size),
                    max: None,
                    approx: true,
                },
                length: 2,
            });
        }
        _ => {}
    }
    if let Some((mut value, mut length)) = arabic(text) {
        while text.get(length) == Some(&'，') && length <= 3 {
            // 1,200
            match arabic(&text[length + 1..]) {
                Some((more, 3)) => {
                    value = value.checked_mul(1_000)?.checked_add(more)?;
                    length += 4;
                }
                _ => break,
            }
        }
        let mut size = round_unit(value);
        if let Some(times) = text.get(length).and_then(|c| unit(*c)).filter(|_| value > 0) {
            value = value.checked_mul(times)?;
            size = times;
            length += 1;
        }
        return Some(finish(text, value, None, size, length));
    }
    let spoken = chinese(text)?;
    if spoken.some_more {
        return Some(Numeral {
            count: and_some(spoken.low, spoken.last_unit),
            length: spoken.length,
        });
    }
    let size = spoken.last_unit.min(10_000);
    Some(finish(text, spoken.low, spoken.high, size, spoken.length))
}

/// 多, 余, 来, 把, + behind a number.
fn finish(text: &[char], low: u32, high: Option<u32>, size: u32, length: usize) -> Numeral {
    let exact = match high {
        Some(high) => Count::between(low, high),
        None => Count::exact(low),
    };
    let mut length = length;
    let next = text.get(length).copied();
    let after = text.get(length + 1).copied();
    let count = match next {
        // 一百多, 20余; a price says 多少.
        Some('多' | '余') if high.is_none() && size >= 10 && after != Some('少') => {
            length += 1;
            and_some(low, size)
        }
        Some('几') if high.is_none() && size >= 10 && low.is_multiple_of(10) => {
            length += 1;
            and_some(low, size)
        }
        Some('来') if high.is_none() && size >= 10 && !matches!(after, Some('了' | '到' | '自')) => {
            length += 1;
            about(low, size)
        }
        // 百把, 千把, 百十
        Some('把') if high.is_none() && size >= 10 && low == size => {
            length += 1;
            about(low, size)
        }
        Some('+') => {
            length += 1;
            Count {
                value: Some(low),
                min: Some(low),
                max: None,
                approx: true,
            }
        }
        _ => exact,
    };
    // 百把来, 百来十: a second breath of the same about.
    if count.approx && matches!(text.get(length), Some('来')) && high.is_none() && next != Some('来') {
        length += 1;
    }
    Numeral { count, length }
}

enum Lead {
    None,
    About,
    AtLeast,
    AtMost,
    Below,
}

impl Lead {
    fn apply(&self, count: Count) -> Count {
        let Some(value) = count.value else {
            return count;
        };
        match self {
            Lead::None => count,
            Lead::About => Count {
                approx: true,
                ..count
            },
            Lead::AtLeast => Count {
                value: None,
                min: Some(value),
                max: None,
                approx: true,
            },
            Lead::AtMost => Count {
                value: None,
                min: None,
                max: Some(value),
                approx: true,
            },
            Lead::Below => Count {
                value: None,
                min: None,
                max: Some(value.saturating_sub(1)),
                approx: true,
            },
        }
    }
}

/// 大概, 不到, 至少 before a number, and how many characters they take.
fn lead(text: &[char]) -> (Lead, usize) {
    const LEADS: [(&str, Lead); 24] = [
        ("大概有个", Lead::About),
        ("大概有", Lead::About),
        ("大概", Lead::About),
        ("大约有", Lead::About),
        ("大约", Lead::About),
        ("约莫", Lead::About),
        ("差不多有", Lead::About),
        ("差不多", Lead::About),
        ("将近", Lead::About),
        ("接近", Lead::About),
        ("估计有", Lead::About),
        ("估计", Lead::About),
        ("近", Lead::About),
        ("约", Lead::About),
        ("不到", Lead::Below),
        ("不足", Lead::Below),
        ("不少于", Lead::AtLeast),
        ("至少", Lead::AtLeast),
        ("起码", Lead::AtLeast),
        ("超过", Lead::AtLeast),
        ("多于", Lead::AtLeast),
        ("不超过", Lead::AtMost),
        ("最多", Lead::AtMost),
        ("顶多", Lead::AtMost),
    ];
    for (word, lead) in LEADS {
        if word.chars().eq(text.iter().copied().take(word.chars().count())) {
            return (lead, word.chars().count());
        }
    }
    (Lead::None, 0)
}

#[cfg(test)]
mod tests;
