//! A message made readable: full-width forms narrowed, common misspellings mended, breath and filler words left out.
//! Called first by every reading.
//!
//! **Invariant:** each character knows the bytes of the message it came from, so that every value can be shown where
//! it stands, however much was left out around it.

use super::lexicon::{Kind, Words};
use super::reading::Span;

/// The readable text.
pub(super) struct Text {
    pub chars: Vec<char>,
    spans: Vec<Span>,
    /// A misspelling was mended.
    pub mended: bool,
    /// How many breaths and fillers were left out: many of them come from dictation.
    pub fillers: usize,
}

/// Stands for 哦写错, 不对, 更正 between a value and the one that is meant.
const SLIP: char = '\u{232b}';
/// So near to a slip stands what it takes back.
const SLIP_REACH: usize = 8;

/// Between two clauses.
pub(super) fn is_break(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '；'
            | '！'
            | '？'
            | '、'
            | '：'
            | '\n'
            | ' '
            | '…'
            | '—'
            | '|'
            | '”'
            | '“'
            | '·'
            | '●'
            | '•'
            | SLIP
    )
}

fn narrowed(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        '．' => '.',
        '／' => '/',
        '－' | '–' | '―' | '−' => '-',
        '～' | '〜' | '∼' => '~',
        '＋' => '+',
        '％' => '%',
        '（' | '【' | '[' => '(',
        '）' | '】' | ']' => ')',
        ',' | '﹐' => '，',
        ';' => '；',
        '!' => '！',
        '?' => '？',
        '\t' | '\u{3000}' | '\u{a0}' | '\r' => ' ',
        '〇' | '○' => '零',
        '「' | '『' => '《',
        '」' | '』' => '》',
        '毎' => '每',
        other => other,
    }
}

impl Text {
    pub(super) fn of(raw: &str, words: &Words) -> Self {
        let mut wide: Vec<char> = Vec::with_capacity(raw.len() / 2);
        let mut spans: Vec<Span> = Vec::with_capacity(raw.len() / 2);
        for (start, c) in raw.char_indices() {
            if matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{fe0f}' | '\u{feff}') {
                continue;
            }
            wide.push(narrowed(c));
            spans.push(Span {
                start,
                end: start + c.len_utf8(),
            });
        }
        mend_digits(&mut wide);
        let mut mended = false;
        for at in 0..wide.len() {
            if let Some(right) = words.mended(&wide[at..]) {
                let right = right.to_vec();
                wide[at..at + right.len()].copy_from_slice(&right);
                mended = true;
            }
        }
        let mut text = Self {
            chars: Vec::with_capacity(wide.len()),
            spans: Vec::with_capacity(wide.len()),
            mended,
            fillers: 0,
        };
        let mut at = 0;
        while at < wide.len() {
            let length = if is_word_part(&wide, at) {
                None
            } else {
                words.longest(Kind::Filler, &wide[at..])
            };
            if let Some(length) = length.filter(|length| may_go(&wide, at, *length)) {
                text.fillers += 1;
                at += length;
                continue;
            }
            let c = wide[at];
            let c = if c == ':' && !between_digits(&wide, at) {
                '：'
            } else if words.is_particle(c) && !is_word_part(&wide, at) {
                // Whoever dictates breathes where others write a comma.
                text.fillers += 1;
                ' '
            } else {
                c
            };
            text.chars.push(c);
            text.spans.push(spans[at]);
            at += 1;
        }
        text.drop_stutter();
        text.mark_slips(words);
        text
    }

    /// A piece that says nothing but 不对 or 写错了 becomes one sign.
    fn mark_slips(&mut self, words: &Words) {
        let edge = |c: char| is_break(c) || matches!(c, '(' | ')');
        let mut at = 1;
        while at < self.chars.len() {
            let length = words
                .longest(Kind::Slip, &self.chars[at..])
                .filter(|_| edge(self.chars[at - 1]))
                .filter(|length| {
                    self.chars.get(at + length).is_none_or(|c| edge(*c))
                        || matches!(self.chars[at + length - 1], '为' | '是')
                });
            if let Some(length) = length {
                self.chars.drain(at + 1..at + length);
                self.spans.drain(at + 1..at + length);
                self.chars[at] = SLIP;
            }
            at += 1;
        }
    }

    /// Whether a slip right before `start` takes back what ended at `end`.
    pub(super) fn takes_back(&self, end: usize, start: usize) -> bool {
        let Some(slip) = (end..start).rev().find(|at| self.chars[*at] == SLIP) else {
            return false;
        };
        slip <= end + SLIP_REACH
            && self.chars[slip + 1..start]
                .iter()
                .all(|c| is_break(*c) || "是有应该为共(".contains(*c))
    }

    /// 到那个到那个龙潭镇 is 到龙潭镇 once the fillers are gone.
    fn drop_stutter(&mut self) {
        let mut at = 1;
        while at < self.chars.len() {
            if self.chars[at] == self.chars[at - 1]
                && matches!(
                    self.chars[at],
                    '到' | '去' | '在' | '我' | '跟' | '就' | '有' | '说'
                )
            {
                self.chars.remove(at);
                self.spans.remove(at);
                self.fillers += 1;
            } else {
                at += 1;
            }
        }
    }

    /// The bytes of the message for a range of characters.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let last = end.max(start + 1) - 1;
        match (
            self.spans.get(start),
            self.spans.get(last.min(self.spans.len().saturating_sub(1))),
        ) {
            (Some(first), Some(last)) => Span {
                start: first.start,
                end: last.end.max(first.end),
            },
            _ => Span { start: 0, end: 0 },
        }
    }

    /// The words of a range of characters.
    pub(super) fn words(&self, start: usize, end: usize) -> String {
        self.chars[start.min(end)..end].iter().collect()
    }

    /// Within 《》: the title of a paper or a law.
    pub(super) fn in_title(&self, at: usize) -> bool {
        self.chars[at.saturating_sub(60)..at.min(self.chars.len())]
            .iter()
            .rev()
            .find(|c| matches!(c, '《' | '》' | '。' | '\n'))
            == Some(&'《')
    }

    pub(super) fn starts_with(&self, at: usize, word: &str) -> bool {
        let mut chars = self.chars[at.min(self.chars.len())..].iter();
        word.chars().all(|c| chars.next() == Some(&c))
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        (0..self.chars.len()).any(|at| self.starts_with(at, word))
    }

    /// Where the text between two places holds a word.
    pub(super) fn find(&self, word: &str, start: usize, end: usize) -> Option<usize> {
        let length = word.chars().count();
        (start..end.saturating_sub(length.saturating_sub(1))).find(|at| self.starts_with(*at, word))
    }
}

/// 2O人, l5户: a letter among digits, or before what is counted, was meant as a digit.
fn mend_digits(chars: &mut [char]) {
    for at in 0..chars.len() {
        let digit = match chars[at] {
            'O' | 'o' => '0',
            'l' | 'I' => '1',
            _ => continue,
        };
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        let near = before.is_some_and(|c| c.is_ascii_digit())
            || (digit == '1' && after.is_some_and(|c| c.is_ascii_digit()));
        if near && after.is_none_or(|c| !c.is_ascii_alphabetic()) {
            chars[at] = digit;
        }
    }
}

fn between_digits(chars: &[char], at: usize) -> bool {
    let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    digit(at.checked_sub(1).and_then(|at| chars.get(at))) && digit(chars.get(at + 1))
}

/// 酒吧 and 这个月 hold no filler.
fn is_word_part(chars: &[char], at: usize) -> bool {
    match chars[at] {
        '吧' => {
            at > 0
                && matches!(
                    chars[at - 1],
                    '酒' | '网' | '茶' | '水' | '贴' | '书' | '氧' | '咖'
                )
        }
        '哎' | '欸' => false,
        '呢' => chars.get(at + 1) == Some(&'绒') || chars.get(at + 1) == Some(&'料'),
        _ => false,
    }
}

/// 这个 and 那个 stay before a span of time; 你好 alone is a greeting that the reading wants to see.
fn may_go(chars: &[char], at: usize, length: usize) -> bool {
    let word: String = chars[at..at + length].iter().collect();
    match word.as_str() {
        "这个" | "那个" => !matches!(
            chars.get(at + length),
            Some('月' | '星' | '礼' | '周' | '季' | '学' | '双' | '假')
        ),
        "你好" | "您好" | "你们好" | "领导好" => {
            at == 0 && chars.len() > length + 4 && !is_break(chars[chars.len() - 1])
        }
        "记录" | "补记" => at == 0,
        "记录一下" | "登记一下" | "记一下" | "记一笔" => true,
        "可能是" | "可能" | "好像是" | "好像" | "应该是" => true,
        "语音" | "语音输入" | "语音转写" | "语音转文字" => at == 0,
        _ => true,
    }
}
