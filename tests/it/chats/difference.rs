//! Two texts side by side, line by line, for a person who reads a failed test.

/// Unchanged lines shown around each difference.
const AROUND: usize = 2;

enum Step<'a> {
    Both(&'a str),
    Expected(&'a str),
    Got(&'a str),
}

/// What differs, with the file and the line at which it begins.
pub fn between(name: &str, expected: &str, got: &str) -> String {
    let steps = steps(expected, got);
    let is_change = |step: &Step<'_>| !matches!(step, Step::Both(_));
    let near = |at: usize| {
        let from = at.saturating_sub(AROUND);
        let to = (at + AROUND + 1).min(steps.len());
        steps[from..to].iter().any(is_change)
    };
    let mut out = Vec::new();
    let (mut line, mut first, mut shown) = (1, None, false);
    for (at, step) in steps.iter().enumerate() {
        let is_near = near(at);
        if is_near && !shown {
            out.push(format!("  @ {name}:{line}"));
        }
        shown = is_near;
        if is_change(step) && first.is_none() {
            first = Some(line);
        }
        match step {
            Step::Both(text) if is_near => out.push(format!("    {text}")),
            Step::Both(_) => {}
            Step::Expected(text) => out.push(format!("  - {text}")),
            Step::Got(text) => out.push(format!("  + {text}")),
        }
        if !matches!(step, Step::Got(_)) {
            line += 1;
        }
    }
    let first = first.unwrap_or(1);
    format!(
        "tests/chats/{name}:{first} differs (- expected, + got)\n{}",
        out.join("\n")
    )
}

/// The longest common run of lines, and what stands on either side of it.
fn steps<'a>(expected: &'a str, got: &'a str) -> Vec<Step<'a>> {
    let (old, new): (Vec<_>, Vec<_>) = (expected.split('\n').collect(), got.split('\n').collect());
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, left) in old.iter().enumerate().rev() {
        for (j, right) in new.iter().enumerate().rev() {
            common[i][j] = if left == right {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut steps) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            steps.push(Step::Both(old[i]));
            i += 1;
            j += 1;
        } else if i < old.len() && (j == new.len() || common[i + 1][j] >= common[i][j + 1]) {
            steps.push(Step::Expected(old[i]));
            i += 1;
        } else {
            steps.push(Step::Got(new[j]));
            j += 1;
        }
    }
    steps
}

#[test]
fn a_difference_names_file_and_line_and_shows_both_sides() {
    let told = between("a.chat", "一\n二\n三\n四\n五\n六", "一\n二\n三\n肆\n五\n六");
    assert_eq!(
        told,
        "tests/chats/a.chat:4 differs (- expected, + got)\n  @ a.chat:2\n    二\n    三\n  - 四\n  + 肆\n    五\n    六"
    );
}
