//! The suggestion paper (代表建议专用纸): what stands on it, in words of the register. `text` and the command line gather it,
//! `documents` makes the file.

use chrono::NaiveDate;

use crate::domain::draft::{DraftOrigin, Tick};
use crate::domain::locale::Locale;
use crate::domain::suggestion::{CongressSession, Openness, SuggestionKind};

/// A deputy's name under it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperName {
    /// The name.
    pub name: String,
    /// Number of the deputy's card.
    pub card_number: String,
    /// 代表团
    pub delegation: String,
    /// 单位及职务
    pub post: String,
    /// Telephone; on paper of the leading deputy alone.
    pub phone: String,
}

/// What stands on the paper. What isn't known stays empty, to be filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestionPaper {
    /// The language of the labels.
    pub locale: Locale,
    /// Motion or suggestion.
    pub kind: SuggestionKind,
    /// 届次会次; none: not known yet.
    pub session: Option<CongressSession>,
    /// The office's number; empty: not registered.
    pub number: String,
    /// 关于…的建议
    pub title: String,
    /// 领衔代表
    pub leading: PaperName,
    /// 联名代表 who confirmed this content.
    pub names: Vec<PaperName>,
    /// The day on which it was raised.
    pub raised_on: Option<NaiveDate>,
    /// 情况和问题; of a motion 案由.
    pub situation: String,
    /// 分析; of a motion 案据.
    pub analysis: String,
    /// 具体建议; of a motion 方案.
    pub proposals: String,
    /// 建议承办单位
    pub units: String,
    /// 是否调研形成
    pub origin: DraftOrigin,
    /// 是否多年多次提出
    pub raised_before: Tick,
    /// 是否希望见面沟通
    pub wants_meeting: Tick,
    /// 是否同意公开
    pub openness: Openness,
}
