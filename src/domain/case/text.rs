//! Numbers of cases and codes as people type them: full-width digits, spaces, words around them.

/// Digits of any width as ASCII, everything else unchanged.
pub fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// A case number and a lookup code out of one line such as `260137 482 615` or 编号260137，查询码482615.
/// The first run of digits is the number; all digits after it are the code, which must be six.
pub fn number_and_code(text: &str) -> Option<(i64, String)> {
    let text = narrow(text);
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let number = rest[..end].parse().ok()?;
    let code: String = rest[end..].chars().filter(char::is_ascii_digit).collect();
    (code.len() == 6).then_some((number, code))
}

/// The same, if the line says nothing else: then it asks for a case, and is no letter to a deputy.
pub fn only_number_and_code(text: &str) -> Option<(i64, String)> {
    let found = number_and_code(text).filter(|_| says_only_digits(text))?;
    // Case numbers have at least six digits, see `flows::write_letter::case_number`.
    (found.0 >= 100_000).then_some(found)
}

/// True for digits with the words that stand before them on a receipt, and nothing else.
fn says_only_digits(text: &str) -> bool {
    let mut rest = narrow(text).to_lowercase();
    for word in ["来信编号", "编号", "查询码", "number", "lookup code", "code"] {
        rest = rest.replace(word, "");
    }
    !rest.contains(char::is_alphabetic)
}

/// Six digits alone, in one or two groups, as a number or a code is typed.
pub fn six_digits(text: &str) -> Option<String> {
    let digits: String = narrow(text).chars().filter(char::is_ascii_digit).collect();
    let short = text.chars().count() <= 24 && !text.contains(['.', '%', '/', ':']);
    (digits.len() == 6 && short && says_only_digits(text)).then_some(digits)
}

/// Case numbers that stand in a text: runs of six to twelve digits.
pub fn numbers_in(text: &str) -> Vec<i64> {
    let text = narrow(text);
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| (6..=12).contains(&run.len()))
        .filter_map(|run| run.parse().ok())
        .collect()
}

/// Words as they are kept: NUL becomes U+2400, because PostgreSQL refuses it.
pub fn kept(text: &str) -> String {
    if text.contains('\0') {
        text.replace('\0', "\u{2400}")
    } else {
        text.to_owned()
    }
}

/// At most so many characters, with an ellipsis when something was left out.
pub fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(longest.saturating_sub(1)).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_code_are_read_as_people_type_them() {
        for typed in [
            "260137 482615",
            "编号260137，查询码482 615",
            "２６０１３７　４８２６１５",
            "260137-482-615",
            "Number 260137, code 482615",
            "260137\n482615",
        ] {
            assert_eq!(
                number_and_code(typed),
                Some((260_137, "482615".to_owned())),
                "{typed}"
            );
        }
        assert_eq!(number_and_code("260137"), None);
        assert_eq!(number_and_code("没有"), None);
        assert!(only_number_and_code("编号260137，查询码482 615").is_some());
        for typed in [
            "482 615", "查询码：482615", "４８２６１５", " 482-615 ", "code 482615",
        ] {
            assert_eq!(six_digits(typed).as_deref(), Some("482615"), "{typed}");
        }
        for said in ["48261", "482615 元", "48.2615", "12:30:45", "2026/03"] {
            assert_eq!(six_digits(said), None, "{said}");
        }
        for said in ["260137", "我的编号 260137 482615 打不开", "12 500 000"] {
            assert_eq!(only_number_and_code(said), None, "{said}");
        }
    }
}
