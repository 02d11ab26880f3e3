//! The word lists by which a report is read: shipped as `words.txt`, and extended by an office with a text of the
//! same shape. Called by every part of the reading.
//!
//! **Invariants:** words only ever come on top of the shipped ones; matching takes the longest word of a kind at a
//! place; an unknown section is told, never skipped in silence.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::Datelike;

use crate::domain::handbook::DutyCategory;

/// What a word is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Filler,
    Connective,
    Again,
    Strong(DutyCategory),
    Weak(DutyCategory),
    Way,
    Say,
    Person,
    Household,
    Firm,
    Thing,
    Place,
    PlaceTail,
    PlaceNot,
    Ack,
    Plan,
    Done,
    Undone,
    LeaveStrong,
    LeaveWeak,
    Handbook,
    HandedIn,
    Reply,
    ReplyArrived,
    SuggestionWant,
    Question,
    Channel,
    Body,
    Secret,
    SecretNot,
    Favour,
    FavourAsk,
    Judicial,
    Tender,
    Enforcement,
    Business,
    Own,
    Sensitive,
    Event,
    Vague,
    PublicDay,
    Slip,
    Thanks,
    DraftAsk,
    DraftWork,
    FavourNot,
    Aside,
    MatterHead,
    MatterTail,
    MatterKeep,
    MatterNot,
}

/// The names of the sections in the file.
const SECTIONS: [(&str, Kind); 49] = [
    ("filler", Kind::Filler),
    ("connective", Kind::Connective),
    ("again", Kind::Again),
    ("way", Kind::Way),
    ("say", Kind::Say),
    ("person", Kind::Person),
    ("household", Kind::Household),
    ("firm", Kind::Firm),
    ("thing", Kind::Thing),
    ("place", Kind::Place),
    ("place.tail", Kind::PlaceTail),
    ("place.not", Kind::PlaceNot),
    ("ack", Kind::Ack),
    ("plan", Kind::Plan),
    ("done", Kind::Done),
    ("undone", Kind::Undone),
    ("leave.strong", Kind::LeaveStrong),
    ("leave.weak", Kind::LeaveWeak),
    ("handbook", Kind::Handbook),
    ("handed.in", Kind::HandedIn),
    ("reply", Kind::Reply),
    ("reply.arrived", Kind::ReplyArrived),
    ("suggestion.want", Kind::SuggestionWant),
    ("question", Kind::Question),
    ("channel", Kind::Channel),
    ("body", Kind::Body),
    ("secret", Kind::Secret),
    ("secret.not", Kind::SecretNot),
    ("favour", Kind::Favour),
    ("favour.ask", Kind::FavourAsk),
    ("matter.judicial", Kind::Judicial),
    ("matter.tender", Kind::Tender),
    ("matter.enforcement", Kind::Enforcement),
    ("matter.business", Kind::Business),
    ("own", Kind::Own),
    ("sensitive", Kind::Sensitive),
    ("event", Kind::Event),
    ("vague", Kind::Vague),
    ("public.day", Kind::PublicDay),
    ("slip", Kind::Slip),
    ("thanks", Kind::Thanks),
    ("draft.ask", Kind::DraftAsk),
    ("draft.work", Kind::DraftWork),
    ("favour.not", Kind::FavourNot),
    ("aside", Kind::Aside),
    ("matter.head", Kind::MatterHead),
    ("matter.tail", Kind::MatterTail),
    ("matter.keep", Kind::MatterKeep),
    ("matter.not", Kind::MatterNot),
];

/// A word that can't be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordsFault {
    /// No such section; the line, from 1.
    UnknownSection { line: usize },
    /// Words before the first section.
    NoSection { line: usize },
    /// A misspelling and its right form must have the same number of characters.
    UnevenTypo { line: usize },
    /// A public day that isn't told as month and day: `宪法日=12-04`.
    NoDay { line: usize },
}

impl WordsFault {
    /// The line of the text, from 1.
    pub fn line(&self) -> usize {
        match self {
            WordsFault::UnknownSection { line }
            | WordsFault::NoSection { line }
            | WordsFault::UnevenTypo { line }
            | WordsFault::NoDay { line } => *line,
        }
    }
}

struct Entry {
    word: Vec<char>,
    kind: Kind,
    label: u32,
}

/// What is written, and what was meant.
type Typo = (Vec<char>, Vec<char>);

/// All words, ready to be matched.
pub struct Words {
    entries: HashMap<char, Vec<Entry>>,
    labels: Vec<String>,
    typos: HashMap<char, Vec<Typo>>,
    particles: Vec<char>,
    leaves: Vec<(String, String, String)>,
}

/// A word at a place of the text, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    label: u32,
}

static SHIPPED: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        entries: HashMap::new(),
        labels: Vec::new(),
        typos: HashMap::new(),
        particles: Vec::new(),
        leaves: Vec::new(),
    };
    for text in [include_str!("words.txt"), include_str!("days.txt")] {
        words
            .take(text)
            .expect("the shipped words are read by a test, so they have no fault");
    }
    words
});

impl Words {
    /// The words that come with the program.
    pub fn shipped() -> &'static Words {
        &SHIPPED
    }

    /// The shipped words and more of an office, in the shape of `words.txt`.
    pub fn with(more: &str) -> Result<Words, WordsFault> {
        let mut words = Words {
            entries: HashMap::new(),
            labels: Vec::new(),
            typos: HashMap::new(),
            particles: Vec::new(),
            leaves: Vec::new(),
        };
        for text in [include_str!("words.txt"), include_str!("days.txt"), more] {
            words.take(text)?;
        }
        Ok(words)
    }

    fn take(&mut self, text: &str) -> Result<(), WordsFault> {
        let mut section = "";
        for (index, line) in text.lines().enumerate() {
            let line_number = index + 1;
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name;
                continue;
            }
            for item in line.split_whitespace() {
                let (word, label) = item.split_once('=').unwrap_or((item, item));
                self.take_word(section, word, label, line_number)?;
            }
        }
        Ok(())
    }

    fn take_word(&mut self, section: &str, word: &str, label: &str, line: usize) -> Result<(), WordsFault> {
        let chars: Vec<char> = word.chars().collect();
        let Some(&first) = chars.first() else {
            return Ok(());
        };
        match section {
            "" => return Err(WordsFault::NoSection { line }),
            "particle" => self.particles.push(first),
            "typo" => {
                let right: Vec<char> = label.chars().collect();
                if right.len() != chars.len() {
                    return Err(WordsFault::UnevenTypo { line });
                }
                self.typos.entry(first).or_default().push((chars, right));
            }
            "leave" => {
                let (from, to) = label.split_once("..").unwrap_or((label, label));
                self.leaves.push((word.into(), from.into(), to.into()));
            }
            _ => {
                let kind = kind_of(section).ok_or(WordsFault::UnknownSection { line })?;
                if kind == Kind::PublicDay && month_and_day(label).is_none() {
                    return Err(WordsFault::NoDay { line });
                }
                let label_index = u32::try_from(self.labels.len()).unwrap_or(u32::MAX);
                self.labels.push(label.to_owned());
                self.entries.entry(first).or_default().push(Entry {
                    word: chars,
                    kind,
                    label: label_index,
                });
            }
        }
        Ok(())
    }

    /// What the card says for a word.
    pub(super) fn label(&self, hit: Hit) -> &str {
        self.labels.get(hit.label as usize).map_or("", String::as_str)
    }

    /// Whether a character is only breath: 嗯, 啊.
    pub(super) fn is_particle(&self, c: char) -> bool {
        self.particles.contains(&c)
    }

    /// The right form of a misspelt word at the beginning of `text`.
    pub(super) fn mended(&self, text: &[char]) -> Option<&[char]> {
        let typos = self.typos.get(text.first()?)?;
        typos
            .iter()
            .find(|(wrong, _)| text.starts_with(wrong))
            .map(|(_, right)| right.as_slice())
    }

    /// The longest word of a kind at the beginning of `text`, in characters.
    pub(super) fn longest(&self, kind: Kind, text: &[char]) -> Option<usize> {
        self.longest_entry(kind, text).map(|entry| entry.word.len())
    }

    fn longest_entry(&self, kind: Kind, text: &[char]) -> Option<&Entry> {
        let entries = self.entries.get(text.first()?)?;
        entries
            .iter()
            .filter(|entry| entry.kind == kind && text.starts_with(&entry.word))
            .max_by_key(|entry| entry.word.len())
    }

    /// The public day named at the beginning of `text`: its characters, its month and its day.
    pub(super) fn public_day(&self, text: &[char]) -> Option<(usize, (u32, u32))> {
        let entry = self.longest_entry(Kind::PublicDay, text)?;
        let label = self.labels.get(entry.label as usize)?;
        Some((entry.word.len(), month_and_day(label)?))
    }

    /// All words in the text, the longest of each kind at each place.
    pub(super) fn hits(&self, text: &[char]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::with_capacity(text.len() * 2);
        for start in 0..text.len() {
            let Some(entries) = self.entries.get(&text[start]) else {
                continue;
            };
            let first = hits.len();
            for entry in entries {
                if !text[start..].starts_with(&entry.word) {
                    continue;
                }
                let hit = Hit {
                    start,
                    end: start + entry.word.len(),
                    kind: entry.kind,
                    label: entry.label,
                };
                match hits[first..].iter_mut().find(|other| other.kind == hit.kind) {
                    Some(other) if other.end < hit.end => *other = hit,
                    Some(_) => {}
                    None => hits.push(hit),
                }
            }
        }
        hits
    }

    /// The leaves of a festival, as `2026-10-01` to `2026-10-07`.
    pub(super) fn leaves(&self, festival: &str) -> impl Iterator<Item = (&str, &str)> {
        self.leaves
            .iter()
            .filter(move |(name, _, _)| name == festival)
            .map(|(_, from, to)| (from.as_str(), to.as_str()))
    }
}

/// `12-04`, of a leap year.
fn month_and_day(label: &str) -> Option<(u32, u32)> {
    let day: chrono::NaiveDate = format!("2000-{label}").parse().ok()?;
    Some((day.month(), day.day()))
}

fn kind_of(section: &str) -> Option<Kind> {
    if let Some(name) = section.strip_prefix("category.") {
        let (code, strength) = name.split_once('.')?;
        let category = DutyCategory::TEN
            .into_iter()
            .chain([DutyCategory::Other])
            .find(|category| category.code() == code)?;
        return match strength {
            "strong" => Some(Kind::Strong(category)),
            "weak" => Some(Kind::Weak(category)),
            _ => None,
        };
    }
    SECTIONS
        .iter()
        .find(|(name, _)| *name == section)
        .map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_adds_words_and_a_fault_is_told_with_its_line() {
        let words = Words::with("# 本地\n[way]\n板凳夜话=座谈\n").unwrap();
        let text: Vec<char> = "开了板凳夜话".chars().collect();
        let hit = words
            .hits(&text)
            .into_iter()
            .find(|hit| hit.kind == Kind::Way)
            .unwrap();
        assert_eq!((hit.start, hit.end, words.label(hit)), (2, 6, "座谈"));
        assert_eq!(
            Words::with("\n[ways]\n走访").err(),
            Some(WordsFault::UnknownSection { line: 3 })
        );
        assert_eq!(Words::with("走访").err(), Some(WordsFault::NoSection { line: 1 }));
        assert_eq!(
            Words::with("[typo]\n走=走访").err(),
            Some(WordsFault::UnevenTypo { line: 2 })
        );
        assert_eq!(
            Words::with("[public.day]\n茶油节=11-31").err(),
            Some(WordsFault::NoDay { line: 2 })
        );
    }
}
