//! Words that find no place to break: an address of the web, a number of forty digits, a row of forty full stops.

/// A run this long fits into the narrowest column of any of our tables.
const FITS: usize = 8;
/// Beyond it a line may break after every so many characters.
const STEP: usize = 4;
/// Seen by no one; lines may break there, whatever stands beside it (UAX #14, LB8).
const BREAK: char = '\u{200B}';

/// The text with an invisible place to break in every long run that has none of its own, so that no word runs over the
/// edge of its column.
pub fn breakable(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut run = 0_usize;
    for c in text.chars() {
        if breaks_by_itself(c) {
            run = 0;
        } else {
            if run >= FITS && run.is_multiple_of(STEP) {
                broken.push(BREAK);
            }
            run += 1;
        }
        broken.push(c);
    }
    broken
}

/// Ideographs, kana and Hangul may be parted from what stands before and after them; blanks too.
fn breaks_by_itself(c: char) -> bool {
    c.is_whitespace()
        || c == BREAK
        || matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
            | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_left_alone_and_long_runs_may_break() {
        assert_eq!(breakable("灌溉用水，12户。"), "灌溉用水，12户。");
        assert_eq!(breakable("https://x"), "https://\u{200B}x");
        assert_eq!(breakable(&"。".repeat(13)).matches(BREAK).count(), 2);
        assert_eq!(breakable("12345678 12345678"), "12345678 12345678");
    }
}
