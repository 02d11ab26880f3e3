//! `parse_mode` and `entities`: text as the person sees it, or Telegram's "can't parse entities".
//!
//! HTML is read with Telegram's tags and messages. MarkdownV2 and Markdown are read as far as
//! their refusals go (reserved characters, unclosed marks); nested marks of one kind are not told
//! apart, and a quoted line loses its mark but becomes no entity. Offsets and lengths of entities are UTF-16 units, as everywhere in the Bot API.

use serde_json::{Value, json};

use super::refusals::Refusal;

/// Text without marks, and its `MessageEntity` objects.
pub type Formatted = (String, Vec<Value>);

pub fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Reads a text as sendMessage would. Outer white space is cut, as Telegram does.
pub fn read(text: &str, parse_mode: Option<&str>, entities: Option<Value>) -> Result<Formatted, Refusal> {
    let (text, entities) = match parse_mode.map(str::to_ascii_lowercase).as_deref() {
        None | Some("" | "none") => {
            let given = entities.as_ref().and_then(Value::as_array);
            (text.to_owned(), given.cloned().unwrap_or_default())
        }
        Some("html") => Html::read(text)?,
        Some("markdownv2") => markdown(text, MarkdownRules::Two)?,
        Some("markdown") => markdown(text, MarkdownRules::Legacy)?,
        Some(_) => return Err(Refusal::bad_request("unsupported parse_mode")),
    };
    if entities.is_empty() {
        return Ok((text.trim().to_owned(), entities));
    }
    Ok((text.trim_end().to_owned(), entities))
}

struct Html<'a> {
    source: &'a str,
    at: usize,
    out: String,
    open: Vec<(String, usize, Option<String>)>,
    entities: Vec<Value>,
}

impl<'a> Html<'a> {
    fn read(source: &'a str) -> Result<Formatted, Refusal> {
        let mut html = Self {
            source,
            at: 0,
            out: String::new(),
            open: Vec::new(),
            entities: Vec::new(),
        };
        while let Some(character) = html.source[html.at..].chars().next() {
            match character {
                '<' => html.tag()?,
                '&' => html.reference(),
                other => {
                    html.out.push(other);
                    html.at += other.len_utf8();
                }
            }
        }
        match html.open.pop() {
            Some((tag, ..)) => Err(Refusal::cannot_parse_entities(format!(
                "Can't find end tag corresponding to start tag \"{tag}\""
            ))),
            None => Ok((html.out, html.entities)),
        }
    }

    fn tag(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        let rest = &self.source[start + 1..];
        let Some(end) = rest.find('>') else {
            let reason = format!("Unclosed start tag at byte offset {start}");
            return Err(Refusal::cannot_parse_entities(reason));
        };
        let inside = &rest[..end];
        self.at = start + 1 + end + 1;
        if let Some(name) = inside.strip_prefix('/') {
            return self.close(name.trim(), start);
        }
        let name = inside.split_whitespace().next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if Self::entity_type(&name).is_none() {
            let reason = format!("Unsupported start tag \"{name}\" at byte offset {start}");
            return Err(Refusal::cannot_parse_entities(reason));
        }
        let href = inside
            .split_once("href=\"")
            .and_then(|(_, url)| Some(url.split_once('"')?.0.to_owned()));
        self.open.push((name, utf16_len(&self.out), href));
        Ok(())
    }

    fn close(&mut self, name: &str, start: usize) -> Result<(), Refusal> {
        let Some((opened, offset, href)) = self.open.pop() else {
            let reason = format!("Unexpected end tag at byte offset {start}");
            return Err(Refusal::cannot_parse_entities(reason));
        };
        if !name.is_empty() && opened != name.to_ascii_lowercase() {
            let reason = format!(
                "Unmatched end tag at byte offset {start}, expected \"</{opened}>\", found \"</{name}>\""
            );
            return Err(Refusal::cannot_parse_entities(reason));
        }
        let length = utf16_len(&self.out) - offset;
        if length > 0 {
            let kind = Self::entity_type(&opened).unwrap();
            let mut entity = json!({ "type": kind, "offset": offset, "length": length });
            if let Some(url) = href {
                entity["url"] = Value::String(url);
            }
            self.entities.push(entity);
        }
        Ok(())
    }

    fn entity_type(tag: &str) -> Option<&'static str> {
        Some(match tag {
            "b" | "strong" => "bold",
            "i" | "em" => "italic",
            "u" | "ins" => "underline",
            "s" | "strike" | "del" => "strikethrough",
            "span" | "tg-spoiler" => "spoiler",
            "a" => "text_link",
            "tg-emoji" => "custom_emoji",
            "code" => "code",
            "pre" => "pre",
            "blockquote" => "blockquote",
            _ => return None,
        })
    }

    fn reference(&mut self) {
        let rest = &self.source[self.at..];
        let named = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')];
        let found = named.iter().find(|(name, _)| rest.starts_with(name));
        let (length, character) = match found {
            Some((name, character)) => (name.len(), *character),
            None => numeric(rest).unwrap_or((1, '&')),
        };
        self.out.push(character);
        self.at += length;
    }
}

/// `&#39;` or `&#x27;`: its length and what it stands for.
fn numeric(rest: &str) -> Option<(usize, char)> {
    let (digits, _) = rest.strip_prefix("&#")?.split_once(';')?;
    let code = match digits.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    Some((digits.len() + "&#;".len(), char::from_u32(code)?))
}

#[derive(Clone, Copy, PartialEq)]
enum MarkdownRules {
    Two,
    Legacy,
}

fn markdown(source: &str, rules: MarkdownRules) -> Result<Formatted, Refusal> {
    let marks: &[(&str, &str)] = match rules {
        MarkdownRules::Two => &[
            ("```", "pre"),
            ("||", "spoiler"),
            ("__", "underline"),
            ("*", "bold"),
            ("_", "italic"),
            ("~", "strikethrough"),
            ("`", "code"),
        ],
        MarkdownRules::Legacy => &[("```", "pre"), ("*", "bold"), ("_", "italic"), ("`", "code")],
    };
    let mut out = String::new();
    let mut entities = Vec::new();
    let mut open: Vec<(&str, &str, usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(character) = source[at..].chars().next() {
        let rest = &source[at..];
        let in_code = open
            .last()
            .is_some_and(|(mark, ..)| mark.starts_with('`') && !rest.starts_with(*mark));
        if character == '\\' && rest.len() > 1 {
            let escaped = rest[1..].chars().next().unwrap();
            out.push(escaped);
            at += 1 + escaped.len_utf8();
        } else if in_code {
            out.push(character);
            at += character.len_utf8();
        } else if let Some((mark, kind)) = marks.iter().find(|(mark, _)| rest.starts_with(mark)) {
            match open.iter().rposition(|(opened, ..)| opened == mark) {
                Some(position) => {
                    let (_, _, offset, _) = open.remove(position);
                    let length = utf16_len(&out) - offset;
                    entities.push(json!({ "type": kind, "offset": offset, "length": length }));
                }
                None => open.push((mark, kind, utf16_len(&out), at)),
            }
            at += mark.len();
        } else if let Some((label, url)) = link(rest) {
            let offset = utf16_len(&out);
            let length = utf16_len(label);
            entities.push(json!({ "type": "text_link", "offset": offset, "length": length, "url": url }));
            out.push_str(label);
            at += label.len() + url.len() + "[]()".len();
        } else if character == '>' && (out.is_empty() || out.ends_with('\n')) {
            at += 1;
        } else if rules == MarkdownRules::Two && "[]()>#+-=|{}.!".contains(character) {
            return Err(Refusal::cannot_parse_entities(format!(
                "Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )));
        } else {
            out.push(character);
            at += character.len_utf8();
        }
    }
    match (open.pop(), rules) {
        (None, _) => Ok((out, entities)),
        (Some((_, kind, _, start)), MarkdownRules::Two) => {
            let name = format!("{}{}", kind[..1].to_ascii_uppercase(), &kind[1..]);
            Err(Refusal::cannot_parse_entities(format!(
                "Can't find end of {name} entity at byte offset {start}"
            )))
        }
        (Some((.., start)), MarkdownRules::Legacy) => Err(Refusal::cannot_parse_entities(format!(
            "Can't find end of the entity starting at byte offset {start}"
        ))),
    }
}

fn link(rest: &str) -> Option<(&str, &str)> {
    let (label, after) = rest.strip_prefix('[')?.split_once("](")?;
    let (url, _) = after.split_once(')')?;
    Some((label, url))
}
