//! `check-draft`: looks whether a draft may be raised (Article 5). Advice, never a block; it needs neither settings nor a
//! database, so that an office can try it on its own texts.
//!
//! The file is plain text or a Word document: a line such as 关于…的建议 is the title; headings such as 情况, 分析 and 建议 part the rest.

use std::io::Write;
use std::path::PathBuf;

use clap::Args as Arguments;
use serde_json::json;

use crate::domain::draft::admissibility::{Advice, Draft, check};
use crate::domain::suggestion::SuggestionKind;
use crate::text::Words;
use crate::text::suggestion_words::advice_said;

use super::suggestion_paper::draft_in;
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

/// Tells the advice.
pub fn run(args: &CheckDraftArgs, words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    let text = draft_in(&args.file, words)?;
    let advice = check(&Draft {
        kind: if args.motion {
            SuggestionKind::Motion
        } else {
            SuggestionKind::Suggestion
        },
        title: &text.title,
        situation: &text.situation,
        analysis: &text.analysis,
        proposals: &text.proposals,
        names: args.names,
    });
    if args.json {
        let lines: Vec<serde_json::Value> = advice.iter().map(|it| value(it, words)).collect();
        return output::json(out, &json!({"title": text.title, "advice": lines}));
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
