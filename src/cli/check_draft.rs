//! `check-draft`: looks whether a draft may be raised (Article 5). Advice, never a block; it needs neither settings nor a
//! database, so that an office can try it on its own texts.
//!
//! The file is plain text: the first line is the title; the headings 情况, 分析 and 建议 on lines of their own part the rest.

use std::io::Write;
use std::path::PathBuf;

use clap::Args as Arguments;
use serde_json::json;

use crate::domain::admissibility::{Advice, Draft, check};
use crate::domain::suggestion::SuggestionKind;
use crate::text::Words;
use crate::text::suggestion_words::advice_said;

use super::{CliError, output};

#[derive(Debug, Arguments)]
pub struct CheckDraftArgs {
    file: PathBuf,
    /// As a motion.
    #[arg(long)]
    motion: bool,
    /// So many names stand under it, the leading deputy's too.
    #[arg(long, default_value_t = 1)]
    names: usize,
    #[arg(long)]
    json: bool,
}

/// Title, situation, analysis, proposals.
fn parts(text: &str) -> [String; 4] {
    let mut parts: [String; 4] = Default::default();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    parts[0] = lines.next().unwrap_or_default().trim().to_owned();
    let mut at = 1;
    for line in lines {
        let heading = line.trim().trim_end_matches(['：', ':']);
        at = match heading {
            "情况" | "情况和问题" | "案由" => 1,
            "分析" | "案据" => 2,
            "建议" | "具体建议" | "方案" => 3,
            _ => {
                parts[at].push_str(line);
                parts[at].push('\n');
                continue;
            }
        };
    }
    parts
}

/// Tells the advice.
pub fn run(args: &CheckDraftArgs, words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    let text = std::fs::read_to_string(&args.file)
        .map_err(|error| CliError::File(args.file.clone(), error.kind()))?;
    let [title, situation, analysis, proposals] = parts(&text);
    let advice = check(&Draft {
        kind: if args.motion {
            SuggestionKind::Motion
        } else {
            SuggestionKind::Suggestion
        },
        title: &title,
        situation: &situation,
        analysis: &analysis,
        proposals: &proposals,
        names: args.names,
    });
    if args.json {
        let lines: Vec<serde_json::Value> = advice.iter().map(|it| value(it, words)).collect();
        return output::json(out, &json!({"title": title, "advice": lines}));
    }
    if advice.is_empty() {
        return output::line(out, &words.say("advice-none"));
    }
    for it in &advice {
        output::line(out, &advice_said(it, words))?;
    }
    output::line(out, &words.say("advice-yours"))
}

fn value(advice: &Advice, words: &Words) -> serde_json::Value {
    json!({"bar": advice.bar.tag(), "sentence": advice.sentence, "said": advice_said(advice, words)})
}
