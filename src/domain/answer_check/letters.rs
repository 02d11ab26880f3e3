//! An answer as a row of letters in which wordings are looked for, whatever stands between them: 保 证, ｇｕａｒａｎｔｅｅ.
//!
//! **Invariant:** what personal data covers is opaque, so that a wording never reaches into it or across it.

use std::ops::Range;

use super::super::personal_data::{half_width, is_invisible};
use super::Finding;

/// Stand for an end of personal data, and end a clause. The second is where its mask has a letter or a digit
/// there (138****0001), to which a word would join.
const OPAQUE: char = '\u{0}';
const OPAQUE_WORD: char = '\u{1}';

struct Letter {
    letter: char,
    start: usize,
    end: usize,
    /// Space stands before it: nothing in Chinese, the end of a word in English.
    spaced: bool,
}

/// The letters of a text: half-width, small, without spaces.
pub(super) struct Letters(Vec<Letter>);

impl Letters {
    /// `hidden` are the findings of personal data, in order.
    pub(super) fn of(text: &str, hidden: &[Finding]) -> Self {
        let mut letters: Vec<Letter> = Vec::new();
        let mut spaced = false;
        let mut hidden = hidden.iter().peekable();
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            hidden.next_if(|data| data.span.end <= start);
            if let Some(data) = hidden.peek().filter(|data| data.span.start <= start) {
                let shown = if start == data.span.start {
                    data.modest.chars().next()
                } else if end == data.span.end {
                    data.modest.chars().next_back()
                } else {
                    continue;
                };
                let joins = shown.is_some_and(|shown| shown.is_ascii_alphanumeric());
                let letter = if joins { OPAQUE_WORD } else { OPAQUE };
                letters.push(Letter {
                    letter,
                    start,
                    end,
                    spaced,
                });
                spaced = false;
                continue;
            }
            let letter = match half_width(c) {
                '\u{2019}' => '\'',
                other => other.to_ascii_lowercase(),
            };
            if letter != '\n' && letter.is_whitespace() || is_invisible(letter) || matches!(letter, '·' | '•')
            {
                spaced = true;
                continue;
            }
            letters.push(Letter {
                letter,
                start,
                end,
                spaced,
            });
            spaced = false;
        }
        Self(letters)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.0.get(index).map(|letter| letter.letter)
    }

    /// Bytes of the letters in a range that is not empty.
    pub(super) fn bytes(&self, range: Range<usize>) -> Option<Range<usize>> {
        let last = self.0.get(range.end.checked_sub(1)?)?;
        Some(self.0.get(range.start)?.start..last.end)
    }

    /// Where `word` ends if it begins at `from`. In an English word a space stands for any space, and its ends
    /// are ends of words.
    pub(super) fn match_at(&self, from: usize, word: &str) -> Option<usize> {
        let mut at = from;
        let mut space = false;
        for wanted in word.chars() {
            if wanted == ' ' {
                space = true;
                continue;
            }
            let letter = self.0.get(at)?;
            let inside_a_word = at > from && wanted.is_ascii_alphanumeric() && !space;
            if letter.letter != wanted || space && !letter.spaced || inside_a_word && letter.spaced {
                return None;
            }
            space = false;
            at += 1;
        }
        (self.is_word_end(from) && self.is_word_end(at)).then_some(at)
    }

    /// Where `word` begins if it ends just before `to`.
    pub(super) fn match_before(&self, to: usize, word: &str) -> Option<usize> {
        let from = to.checked_sub(word.chars().filter(|c| *c != ' ').count())?;
        self.match_at(from, word).map(|_| from)
    }

    /// False in the middle of an English word or of a number.
    fn is_word_end(&self, index: usize) -> bool {
        let joins = |letter: &Letter| letter.letter.is_ascii_alphanumeric() || letter.letter == OPAQUE_WORD;
        let (Some(before), Some(after)) = (
            index.checked_sub(1).and_then(|before| self.0.get(before)),
            self.0.get(index),
        ) else {
            return true;
        };
        after.spaced || !(joins(before) && joins(after))
    }

    /// Punctuation, a new line, personal data or its mask: what stands before it says nothing about what follows.
    pub(super) fn is_clause_end(&self, index: usize) -> bool {
        self.at(index).is_none_or(|letter| {
            matches!(
                letter,
                OPAQUE
                    | OPAQUE_WORD
                    | '\n'
                    | ','
                    | '.'
                    | ';'
                    | '!'
                    | '?'
                    | ':'
                    | '、'
                    | '('
                    | ')'
                    | '*'
                    | '“'
                    | '”'
                    | '"'
                    | '《'
                    | '》'
                    | '【'
                    | '】'
                    | '〔'
                    | '〕'
                    | '…'
                    | '—'
                    | '「'
                    | '」'
            )
        })
    }

    /// True for a Chinese character: the clause goes on.
    pub(super) fn is_han(&self, index: usize) -> bool {
        self.at(index)
            .is_some_and(|letter| matches!(letter, '\u{3400}'..='\u{9fff}'))
    }
}
