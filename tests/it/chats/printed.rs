//! A message of the bot as a transcript shows it: what is said, the file, the buttons, the bar of words.

use crate::support::telegram::{Keyboard, Kind, Seen};

use super::script::EMPTY;

/// So many equal signs in a row are counted instead of shown.
const LONGEST_RUN: usize = 30;

/// The lines below the head: the first belongs behind it.
pub fn lines(seen: &Seen) -> Vec<String> {
    let mut text = String::new();
    if let Some(sign) = sign(seen) {
        text.push_str(&sign);
    }
    text.push_str(&legible(&seen.text));
    let mut lines: Vec<String> = text
        .split('\n')
        .map(|line| if line.is_empty() { EMPTY } else { line }.to_owned())
        .collect();
    for row in &seen.buttons {
        let labels: String = row.iter().map(|button| format!("【{}】", button.label)).collect();
        lines.push(labels);
    }
    match &seen.keyboard {
        Keyboard::Unchanged => {}
        Keyboard::Shown(rows) => {
            let words: Vec<_> = rows.iter().flatten().map(|key| key.label.as_str()).collect();
            lines.push(format!("⌨ {}", words.join("｜")));
        }
        Keyboard::Removed => lines.push("⌨ 收起".to_owned()),
        Keyboard::ForceReply => lines.push("⌨ 请回复这一条".to_owned()),
    }
    lines
}

fn sign(seen: &Seen) -> Option<String> {
    let word = match seen.kind {
        Kind::Text => return None,
        Kind::Location => {
            let (latitude, longitude) = seen.location?;
            return Some(format!("〔位置 {latitude} {longitude}〕"));
        }
        Kind::Photo => "照片",
        Kind::Voice => "语音",
        Kind::Video => "视频",
        Kind::VideoNote => "圆形视频",
        Kind::Audio => "音频",
        Kind::Document => {
            let name = seen.file.as_ref().map_or("", |file| file.name.as_str());
            return Some(format!("〔文件 {name}〕"));
        }
        Kind::Sticker => "表情",
        Kind::Contact => "名片",
        Kind::Service => "服务消息",
    };
    Some(format!("〔{word}〕"))
}

/// The text with signs that nobody sees written out, and long runs of one sign counted.
pub fn legible(text: &str) -> String {
    let mut out = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let mut count = 1;
        while signs.next_if_eq(&sign).is_some() {
            count += 1;
        }
        let one = if is_unseen(sign) {
            format!("{{U+{:04X}}}", u32::from(sign))
        } else {
            sign.to_string()
        };
        if count > LONGEST_RUN {
            out.push_str(&format!("{{{count} 个“{one}”}}"));
        } else {
            out.push_str(&one.repeat(count));
        }
    }
    out
}

fn is_unseen(sign: char) -> bool {
    (sign.is_control() && sign != '\n')
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The opposite of [`legible`], for what people type.
pub fn typed(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let end = from.find('}').map_or(from.len(), |end| end + 1);
        let (written, after) = from.split_at(end);
        out.push_str(&meant(written).unwrap_or_else(|| written.to_owned()));
        rest = after;
    }
    out + rest
}

fn meant(written: &str) -> Option<String> {
    let inner = written.strip_prefix('{')?.strip_suffix('}')?;
    if let Some(number) = inner.strip_prefix("U+") {
        return Some(char::from_u32(u32::from_str_radix(number, 16).ok()?)?.to_string());
    }
    let (count, sign) = inner.split_once(" 个“")?;
    Some(sign.strip_suffix('”')?.repeat(count.parse().ok()?))
}

#[test]
fn what_nobody_sees_or_counts_is_written_out_and_read_back() {
    let typed_text = format!("好\0{}\u{200f}", "水".repeat(4_000));
    assert_eq!(legible(&typed_text), "好{U+0000}{4000 个“水”}{U+200F}");
    assert_eq!(typed(&legible(&typed_text)), typed_text);
}
