//! What is another one at every run (lookup codes, codes of invitations, pseudonyms, incidents, numbers of dead letters,
//! addresses of calendars)
//! stands as a placeholder in a transcript, counted in the order of appearance: `{查询码1}`. People's lines use it again.

/// What was seen so far.
#[derive(Default)]
pub struct Varying {
    seen: Vec<(&'static str, String)>,
}

impl Varying {
    /// A text of the bot or the command line with a placeholder for each varying thing.
    pub fn hide(&mut self, text: &str) -> String {
        let mut hidden = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if let Some((kind, length)) = varying_at(&hidden, rest) {
                let (value, after) = rest.split_at(length);
                hidden.push_str(&self.placeholder(kind, value));
                rest = after;
            } else {
                hidden.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        hidden
    }

    fn placeholder(&mut self, kind: &'static str, value: &str) -> String {
        if !self.seen.iter().any(|(_, seen)| seen == value) {
            self.seen.push((kind, value.to_owned()));
        }
        let of_kind = self.seen.iter().filter(|(seen, _)| *seen == kind);
        let place = of_kind.map(|(_, seen)| seen).position(|seen| seen == value);
        format!("{{{kind}{}}}", place.unwrap_or_default() + 1)
    }

    /// A line of the transcript with the real values in place of their placeholders.
    pub fn fill(&self, line: &str) -> String {
        let mut filled = line.to_owned();
        for kind in ["查询码", "邀请码", "化名", "故障编号", "编号", "日历地址"] {
            let of_kind = self.seen.iter().filter(|(seen, _)| *seen == kind);
            for (place, (_, value)) in of_kind.enumerate() {
                filled = filled.replace(&format!("{{{kind}{}}}", place + 1), value);
            }
        }
        filled
    }
}

/// The kind and length in bytes of the varying thing with which `rest` begins; `before` is what stands ahead of it.
fn varying_at(before: &str, rest: &str) -> Option<(&'static str, usize)> {
    let run = |text: &str, of: fn(char) -> bool| text.chars().take_while(|c| of(*c)).count();
    let digit = |c: char| c.is_ascii_digit();
    if let Some(name) = rest.strip_prefix("群众·") {
        let word: usize = name.chars().take(2).map(char::len_utf8).sum();
        let digits = run(name.get(word..).unwrap_or_default(), digit);
        return (digits == 2).then_some(("化名", "群众·".len() + word + digits));
    }
    if let Some(signs) = rest.strip_prefix("E-") {
        let length = run(signs, |c| c.is_ascii_uppercase() || c.is_ascii_digit());
        return (length == 4).then_some(("故障编号", 2 + length));
    }
    if ["/i/", "start=i_", "邀请码 "]
        .iter()
        .any(|lead| before.ends_with(lead))
    {
        let length = run(rest, |c| c.is_ascii_alphanumeric());
        return (length == 12).then_some(("邀请码", length));
    }
    if before.ends_with("/calendar/") {
        let length = run(rest, |c| c.is_ascii_hexdigit());
        return (length == 40).then_some(("日历地址", length));
    }
    if !before.ends_with(digit) && run(rest, digit) >= 15 {
        return Some(("编号", run(rest, digit)));
    }
    let spaced = rest.get(..7)?;
    let is_code = spaced.char_indices().all(
        |(place, c)| {
            if place == 3 { c == ' ' } else { c.is_ascii_digit() }
        },
    );
    // The example in the texts is the same for everybody.
    let is_code = is_code && spaced != "482 615";
    let ends = !before.ends_with(digit) && !rest[7..].starts_with(digit);
    (is_code && ends).then_some(("查询码", 7))
}

#[test]
fn what_varies_is_named_once_and_given_back() {
    let mut varying = Varying::default();
    let said =
        "编号 260001，查询码 271 828。群众·香樟27 用 271 828 打开，邀请码 23456789ABCD，电话 0731-0000000";
    let hidden = varying.hide(said);
    assert_eq!(
        hidden,
        "编号 260001，查询码 {查询码1}。{化名1} 用 {查询码1} 打开，邀请码 {邀请码1}，电话 0731-0000000"
    );
    assert_eq!(varying.fill(&hidden), said);
}
