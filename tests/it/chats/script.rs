//! Reading a transcript: which lines are done, and by whom; the lines of the bot and of the command line are left out,
//! because they are written anew from what really came.

/// A line of a transcript that stays, or is done.
#[derive(Debug, PartialEq)]
pub enum Line {
    /// A comment or an empty line.
    Kept(String),
    /// To be done; `text` is the line as written, without the clock, with the lines that belong to it.
    Act { number: usize, text: String, act: Act },
}

/// What is done.
#[derive(Debug, PartialEq)]
pub enum Act {
    /// What was before the transcript begins: done without being written down.
    Before(String),
    /// So many milliseconds pass.
    Wait(i64),
    /// The program stops and starts again.
    Restart,
    /// The newest update comes once more.
    Again,
    /// Telegram refuses the next message, or doesn't answer.
    Trouble(String),
    /// What a service hears in voices from here on.
    Voices(String),
    /// The command line.
    Office(String),
    /// A person does something: name and the rest.
    Person(String, String),
    /// So many dead letters may remain.
    DeadLetters(i64),
}

/// Who the lines of the bot begin with.
pub const BOT: &str = "联络 → ";
/// Stands for an empty line within what is said, so that an empty line always ends it.
pub const EMPTY: &str = "·";

/// Reads a transcript.
///
/// # Panics
///
/// At a line that is nothing of the above, with its number.
pub fn read(name: &str, written: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut source = written.lines().enumerate().peekable();
    while let Some((place, line)) = source.next() {
        let number = place + 1;
        if line.is_empty() || line.starts_with('#') {
            lines.push(Line::Kept(line.to_owned()));
            continue;
        }
        let mut block = vec![without_clock(line)];
        while let Some((_, more)) = source.peek() {
            if !more.starts_with("  ") {
                break;
            }
            block.push(*more);
            source.next();
        }
        if block[0].starts_with(BOT) {
            continue;
        }
        let act =
            act(&block).unwrap_or_else(|| panic!("tests/chats/{name}:{number}: what is meant by {line:?}?"));
        let text = match &act {
            // What the command line printed is written anew.
            Act::Office(_) => block[0].to_owned(),
            _ => block.join("\n"),
        };
        lines.push(Line::Act { number, text, act });
    }
    lines
}

fn without_clock(line: &str) -> &str {
    match line.split_once(' ') {
        Some((clock, rest))
            if clock.contains(':') && clock.chars().all(|c| c.is_ascii_digit() || c == ':') =>
        {
            rest
        }
        _ => line,
    }
}

fn act(block: &[&str]) -> Option<Act> {
    let line = block[0];
    if let Some(step) = line.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
        return stepped(step);
    }
    if let Some(rest) = line.strip_prefix("在先：") {
        return Some(Act::Before(rest.to_owned()));
    }
    if let Some(rest) = line.strip_prefix("结尾：死信 ") {
        return rest.strip_suffix(" 件")?.parse().ok().map(Act::DeadLetters);
    }
    if let Some(command) = line.strip_prefix("办公室：lianluo ") {
        return Some(Act::Office(command.to_owned()));
    }
    let end = line.find(['：', ' '])?;
    let (name, rest) = line.split_at(end);
    let mut said = rest.to_owned();
    for more in &block[1..] {
        said.push('\n');
        let more = more.strip_prefix("  ").unwrap_or(more);
        said.push_str(if more == EMPTY { "" } else { more });
    }
    Some(Act::Person(name.to_owned(), said))
}

fn stepped(step: &str) -> Option<Act> {
    if let Some(voices) = step.strip_prefix("语音转写") {
        return Some(Act::Voices(voices.to_owned()));
    }
    let step = step.split('，').next()?;
    if step == "联络重新启动" {
        return Some(Act::Restart);
    }
    if step == "网络把上一条又送来一次" {
        return Some(Act::Again);
    }
    if let Some(trouble) = step.strip_prefix("Telegram ") {
        return Some(Act::Trouble(trouble.to_owned()));
    }
    let mut words = step.strip_prefix("过了 ")?.split(' ');
    let count: i64 = words.next()?.parse().ok()?;
    let unit = match words.next()? {
        "秒" => 1_000,
        "分钟" => 60_000,
        "小时" => 3_600_000,
        "天" => 86_400_000,
        _ => return None,
    };
    Some(Act::Wait(count * unit))
}

#[test]
fn lines_of_people_are_done_and_lines_of_the_bot_are_written_anew() {
    let written = "# 说明\n10:00 群众甲：第一行\n  第二行\n10:00 联络 → 群众甲：收到\n  ·\n  再见\n\n-- 过了 61 秒，10:01:01 --\n";
    let lines = read("a.chat", written);
    let act = |number: usize, text: &str, act: Act| Line::Act {
        number,
        text: text.to_owned(),
        act,
    };
    assert_eq!(
        lines,
        [
            Line::Kept("# 说明".to_owned()),
            act(
                2,
                "群众甲：第一行\n  第二行",
                Act::Person("群众甲".to_owned(), "：第一行\n第二行".to_owned())
            ),
            Line::Kept(String::new()),
            act(8, "-- 过了 61 秒，10:01:01 --", Act::Wait(61_000)),
        ]
    );
}
