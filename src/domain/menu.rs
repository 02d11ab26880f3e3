//! The deputy's four words above the keyboard, and the few commands for those who like them: what typed words ask for.

use super::case::tagged;

tagged! {
    /// What a word of the bar or a command asks for. The word is also the locale key, behind `menu-`.
    Menu {
        /// 来信
        Letters = "letters",
        /// 记一笔
        TakeDown = "take-down",
        /// 待办
        Todo = "todo",
        /// 我的手册
        Handbook = "handbook",
        /// 找代表
        Find = "find",
        /// 我的来信
        MyCases = "my-cases",
        /// 帮助
        Help = "help",
        /// 撤销
        Undo = "undo",
        /// 首页
        Home = "home",
        /// 议案建议
        Suggestions = "suggestions",
        /// 我的草稿
        Drafts = "drafts",
        /// 写建议
        NewDraft = "new-draft",
        /// 语言
        Language = "language",
        /// 待反馈
        Due = "due",
        /// 查漏
        Gaps = "gaps",
    }
}

/// The words as they stand on the bar in both languages, and the commands.
const WORDS: [(&str, Menu); 45] = [
    ("来信", Menu::Letters),
    ("letters", Menu::Letters),
    ("/letters", Menu::Letters),
    ("记一笔", Menu::TakeDown),
    ("take down", Menu::TakeDown),
    ("/note", Menu::TakeDown),
    ("待办", Menu::Todo),
    ("to do", Menu::Todo),
    ("/todo", Menu::Todo),
    ("我的手册", Menu::Handbook),
    ("my handbook", Menu::Handbook),
    ("/handbook", Menu::Handbook),
    ("找代表", Menu::Find),
    ("find a deputy", Menu::Find),
    ("/find", Menu::Find),
    ("我的来信", Menu::MyCases),
    ("查看我的来信", Menu::MyCases),
    ("my letters", Menu::MyCases),
    ("/my", Menu::MyCases),
    ("帮助", Menu::Help),
    ("help", Menu::Help),
    ("/help", Menu::Help),
    ("撤销", Menu::Undo),
    ("undo", Menu::Undo),
    ("/undo", Menu::Undo),
    ("首页", Menu::Home),
    ("/start", Menu::Home),
    ("/home", Menu::Home),
    ("我的建议", Menu::Suggestions),
    ("my suggestions", Menu::Suggestions),
    ("/suggestions", Menu::Suggestions),
    ("我的草稿", Menu::Drafts),
    ("my drafts", Menu::Drafts),
    ("/drafts", Menu::Drafts),
    ("写建议", Menu::NewDraft),
    ("write a suggestion", Menu::NewDraft),
    ("/draft", Menu::NewDraft),
    ("/language", Menu::Language),
    ("待反馈", Menu::Due),
    ("due", Menu::Due),
    ("/due", Menu::Due),
    ("查漏", Menu::Gaps),
    ("看看有没有漏记", Menu::Gaps),
    ("gaps", Menu::Gaps),
    ("/gaps", Menu::Gaps),
];

impl Menu {
    /// What typed words ask for where somebody writes who is no deputy. Words that only a deputy types (查漏, 写建议) may well
    /// be a letter's and stay words; those of the bar are asked for on the telephone of one whose office has ended; a
    /// command is a command.
    pub fn read_from_others(typed: &str) -> Option<Self> {
        let is_deputys = |menu: &Menu| {
            matches!(
                menu,
                Menu::Undo | Menu::Suggestions | Menu::Drafts | Menu::NewDraft | Menu::Due | Menu::Gaps
            )
        };
        Self::read(typed).filter(|menu| typed.trim_start().starts_with('/') || !is_deputys(menu))
    }

    /// What typed words ask for, if they are exactly one of the words, in any case; `/find@bot` counts.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let word = if typed.starts_with('/') {
            typed.split('@').next().unwrap_or_default()
        } else {
            typed
        };
        WORDS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(word))
            .map(|(_, menu)| *menu)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_only_deputies_type_is_a_word_of_the_letter_to_others() {
        for word in ["查漏", "写建议", "我的草稿", "待反馈", "撤销", "due", "gaps"] {
            assert!(Menu::read(word).is_some(), "{word}");
            assert_eq!(Menu::read_from_others(word), None, "{word}");
        }
        assert_eq!(Menu::read_from_others("/gaps"), Some(Menu::Gaps));
        assert_eq!(Menu::read_from_others("来信"), Some(Menu::Letters));
        assert_eq!(Menu::read_from_others(" 找代表 "), Some(Menu::Find));
    }
}
