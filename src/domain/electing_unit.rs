//! The fifteen bodies that elect the deputies of the province: fourteen prefecture-level units and the army
//! (`ElectingUnit`, 原选举单位). The roster is read with them, and every scope of an office is one of them.
//!
//! **Invariant:** the list is closed, and codes and names are unique. A new unit is a change of the law, not of data.

/// An electing unit. The order is the customary one of the province's rosters, the army last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ElectingUnit {
    Changsha,
    Hengyang,
    Zhuzhou,
    Xiangtan,
    Shaoyang,
    Yueyang,
    Changde,
    Zhangjiajie,
    Yiyang,
    Chenzhou,
    Yongzhou,
    Huaihua,
    Loudi,
    Xiangxi,
    Army,
}

/// Whether constituents can find and write to the deputies of a unit before an office has said anything about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    Open,
    /// Not in the finder, no code on a wall, no cases, until an office opens it.
    ClosedByDefault,
}

struct Names {
    code: &'static str,
    name: &'static str,
    short_name: &'static str,
    english_name: &'static str,
}

const fn names(
    code: &'static str,
    name: &'static str,
    short_name: &'static str,
    english_name: &'static str,
) -> Names {
    Names {
        code,
        name,
        short_name,
        english_name,
    }
}

/// What people write for the army instead of its name.
const ARMY_WORDS: [&str; 4] = ["解放军", "武警", "部队", "军区"];

impl ElectingUnit {
    pub const ALL: [ElectingUnit; 15] = [
        Self::Changsha,
        Self::Hengyang,
        Self::Zhuzhou,
        Self::Xiangtan,
        Self::Shaoyang,
        Self::Yueyang,
        Self::Changde,
        Self::Zhangjiajie,
        Self::Yiyang,
        Self::Chenzhou,
        Self::Yongzhou,
        Self::Huaihua,
        Self::Loudi,
        Self::Xiangxi,
        Self::Army,
    ];

    fn names(self) -> Names {
        match self {
            Self::Changsha => names("CS", "长沙市", "长沙", "Changsha"),
            Self::Hengyang => names("HY", "衡阳市", "衡阳", "Hengyang"),
            Self::Zhuzhou => names("ZZ", "株洲市", "株洲", "Zhuzhou"),
            Self::Xiangtan => names("XT", "湘潭市", "湘潭", "Xiangtan"),
            Self::Shaoyang => names("SY", "邵阳市", "邵阳", "Shaoyang"),
            Self::Yueyang => names("YY", "岳阳市", "岳阳", "Yueyang"),
            Self::Changde => names("CD", "常德市", "常德", "Changde"),
            Self::Zhangjiajie => names("ZJJ", "张家界市", "张家界", "Zhangjiajie"),
            Self::Yiyang => names("YIY", "益阳市", "益阳", "Yiyang"),
            Self::Chenzhou => names("CZ", "郴州市", "郴州", "Chenzhou"),
            Self::Yongzhou => names("YZ", "永州市", "永州", "Yongzhou"),
            Self::Huaihua => names("HH", "怀化市", "怀化", "Huaihua"),
            Self::Loudi => names("LD", "娄底市", "娄底", "Loudi"),
            Self::Xiangxi => names(
                "XX",
                "湘西土家族苗族自治州",
                "湘西州",
                "Xiangxi Tujia and Miao Autonomous Prefecture",
            ),
            Self::Army => names(
                "JD",
                "驻湘解放军和武警部队",
                "驻湘部队",
                "PLA and Armed Police in Hunan",
            ),
        }
    }

    /// The letters that open a deputy's code, such as `CS` in `CS-001`; upper case, two or three of them.
    pub fn code(self) -> &'static str {
        self.names().code
    }

    /// The full Chinese name, as rosters write it.
    pub fn name(self) -> &'static str {
        self.names().name
    }

    pub fn short_name(self) -> &'static str {
        self.names().short_name
    }

    pub fn english_name(self) -> &'static str {
        self.names().english_name
    }

    /// The army is closed until its own rules are known; all others are open.
    pub fn openness(self) -> Openness {
        match self {
            Self::Army => Openness::ClosedByDefault,
            _ => Openness::Open,
        }
    }

    /// The unit of a code, whatever the case of its letters.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|unit| unit.code().eq_ignore_ascii_case(code))
    }

    /// The unit of an exact full name. Short names are not taken: a roster is a ledger, and a guess in it would stay.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }

    /// The one unit that was probably meant by `text`; `None` if there is no such unit, or more than one.
    pub fn suggest(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if text.is_empty() {
            return None;
        }
        Self::from_name(&text)
            .or_else(|| Self::from_code(&text))
            .or_else(|| only(Self::ALL.into_iter().filter(|unit| unit.is_spoken_of_in(&text))))
            .or_else(|| {
                only(Self::ALL.into_iter().filter(|unit| {
                    is_one_slip_away(&text, unit.name()) || is_one_slip_away(&text, unit.short_name())
                }))
            })
    }

    fn is_spoken_of_in(self, text: &str) -> bool {
        match self {
            Self::Army => ARMY_WORDS.iter().any(|word| text.contains(word)),
            Self::Xiangxi => text.contains("湘西"),
            _ => text.contains(self.short_name()),
        }
    }
}

fn only(mut units: impl Iterator<Item = ElectingUnit>) -> Option<ElectingUnit> {
    let first = units.next()?;
    units.next().is_none().then_some(first)
}

/// Whether one character changed, missing or too many makes `written` out of `meant`.
fn is_one_slip_away(written: &str, meant: &str) -> bool {
    let written: Vec<char> = written.chars().collect();
    let meant: Vec<char> = meant.chars().collect();
    if written.len().abs_diff(meant.len()) > 1 {
        return false;
    }
    let same_before = written.iter().zip(&meant).take_while(|(a, b)| a == b).count();
    let (written, meant) = (&written[same_before..], &meant[same_before..]);
    let same_after = written
        .iter()
        .rev()
        .zip(meant.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    written.len().max(meant.len()) - same_after == 1
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_fifteen_units_and_no_two_share_a_word() {
        let words: [fn(ElectingUnit) -> &'static str; 4] = [
            ElectingUnit::code,
            ElectingUnit::name,
            ElectingUnit::short_name,
            ElectingUnit::english_name,
        ];
        for word in words {
            let all: BTreeSet<_> = ElectingUnit::ALL.into_iter().map(word).collect();
            assert_eq!(all.len(), 15);
        }
        for unit in ElectingUnit::ALL {
            assert_eq!(ElectingUnit::from_code(unit.code()), Some(unit));
            assert_eq!(ElectingUnit::from_name(unit.name()), Some(unit));
        }
    }

    #[test]
    fn only_the_army_is_closed_by_default() {
        let closed: Vec<_> = ElectingUnit::ALL
            .into_iter()
            .filter(|unit| unit.openness() == Openness::ClosedByDefault)
            .collect();
        assert_eq!(closed, [ElectingUnit::Army]);
    }

    #[test]
    fn a_near_miss_is_answered_with_the_unit_that_was_meant() {
        let meant = |text| ElectingUnit::suggest(text).map(ElectingUnit::name);
        for (written, unit) in [
            ("长沙", "长沙市"),
            ("长 沙 市", "长沙市"),
            ("湖南省长沙市", "长沙市"),
            ("长沙市人大", "长沙市"),
            ("长少市", "长沙市"),
            ("cs", "长沙市"),
            ("张家届市", "张家界市"),
            ("湘西州", "湘西土家族苗族自治州"),
            ("湘西自治州", "湘西土家族苗族自治州"),
            ("驻湘部队", "驻湘解放军和武警部队"),
            ("省军区", "驻湘解放军和武警部队"),
        ] {
            assert_eq!(meant(written), Some(unit), "{written}");
        }
        assert_eq!(meant("武汉市"), None);
        assert_eq!(meant("常沙市"), None, "长沙市 and 常德市 are as near");
        assert_eq!(meant("阳市"), None, "four units are as near");
        assert_eq!(meant("长沙、衡阳"), None, "two units are named");
        assert_eq!(meant(""), None);
    }
}
