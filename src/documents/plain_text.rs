//! People's words, made safe for a file that office programs open. Called by the DOCX and XLSX writers for every
//! text that doesn't come from `locales/`.

/// Excel refuses a cell with more characters (counted in UTF-16); Word would bear more, no reader would.
const LONGEST: usize = 32_000;

/// The text without what breaks or deceives a reader: control characters (a NUL makes the XML unreadable),
/// noncharacters, and the invisible marks that turn the direction of writing (they can show a text backwards).
/// Line breaks stay, as `\n`; blank ends go. Cut with … after 32,000 UTF-16 units.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let mut plain = String::with_capacity(text.len());
    let mut length = 0;
    for c in text.trim().chars().filter(|c| *c == '\n' || is_harmless(*c)) {
        length += c.len_utf16();
        if length > LONGEST {
            plain.push('…');
            break;
        }
        plain.push(c);
    }
    plain
}

fn is_harmless(c: char) -> bool {
    let turns_direction =
        matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}');
    let noncharacter = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    // U+FEFF is a byte order mark wherever it stands.
    !c.is_control() && !turns_direction && !noncharacter && c != '\u{FEFF}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_turned_directions_vanish_and_lines_stay() {
        assert_eq!(
            plain(" 一\u{0}\u{b}二\r\n三\u{202e}四\u{fffe}\tA\u{1F600} \n"),
            "一二\n三四 A😀"
        );
    }

    #[test]
    fn a_very_long_text_is_cut_where_a_cell_ends() {
        let cut = plain(&"😀".repeat(40_000));
        assert!(cut.ends_with('…'));
        assert!(cut.encode_utf16().count() <= LONGEST + 1);
    }
}
