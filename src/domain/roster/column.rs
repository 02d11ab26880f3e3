//! The columns of a roster and the headings by which offices call them.

use super::cell::compact;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RosterColumn {
    Code,
    Name,
    Sex,
    ElectingUnit,
    Delegation,
    Group,
    /// Where it stands apart from the post, both become the post.
    Workplace,
    Post,
    Grassroots,
    Fields,
    Phone,
    CardNumber,
    ElectedOn,
    Status,
}

impl RosterColumn {
    pub const ALL: [RosterColumn; 14] = [
        Self::Code,
        Self::Name,
        Self::Sex,
        Self::ElectingUnit,
        Self::Delegation,
        Self::Group,
        Self::Workplace,
        Self::Post,
        Self::Grassroots,
        Self::Fields,
        Self::Phone,
        Self::CardNumber,
        Self::ElectedOn,
        Self::Status,
    ];

    /// Without these four, a deputy can't be found, told from others, put under an office, or invited.
    pub const REQUIRED: [RosterColumn; 4] = [Self::Code, Self::Name, Self::ElectingUnit, Self::CardNumber];

    /// The headings that are taken; the first is the one that is proposed.
    pub fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["代表编码", "代表编号", "代表代码", "编码", "编号", "代码", "code"],
            Self::Name => &["姓名", "代表姓名", "名字", "name"],
            Self::Sex => &["性别", "sex"],
            Self::ElectingUnit => &[
                "选举单位", "原选举单位", "选举单位名称", "原选举单位名称", "electingunit",
            ],
            Self::Delegation => &["代表团", "所在代表团", "所属代表团", "参加代表团", "delegation"],
            Self::Group => &[
                "代表小组", "所在代表小组", "所属代表小组", "所在小组", "小组", "group",
            ],
            Self::Workplace => &["工作单位", "所在单位", "单位"],
            Self::Post => &[
                "单位及职务", "单位和职务", "单位职务", "工作单位及职务", "工作单位和职务", "工作单位职务",
                "所在单位及职务", "单位及职业", "现任职务", "职务", "post",
            ],
            Self::Grassroots => &[
                "基层代表", "是否基层代表", "是否基层", "是否为基层代表", "grassroots",
            ],
            Self::Fields => &["关注领域", "关注方向", "专业领域", "擅长领域", "领域", "fields"],
            Self::Phone => &[
                "联系电话", "手机", "手机号", "手机号码", "移动电话", "电话", "电话号码", "联系方式",
                "联系手机", "phone",
            ],
            Self::CardNumber => &["代表证号", "代表证号码", "代表证编号", "证号", "cardnumber"],
            Self::ElectedOn => &[
                "当选日期", "当选时间", "当选年月", "选举日期", "选举时间", "electedon",
            ],
            Self::Status => &[
                "状态", "代表状态", "任职状态", "履职状态", "在任状态", "任职情况", "status",
            ],
        }
    }

    /// The heading that is proposed to offices, as in the sample roster.
    pub fn heading(self) -> &'static str {
        self.headings()[0]
    }

    /// The column that a heading calls, whatever stands around it: *姓名, 姓 名, 联系电话（必填）, 状态：.
    pub(super) fn from_heading(cell: &str) -> Option<Self> {
        let heading = bare_heading(cell);
        Self::ALL
            .into_iter()
            .find(|column| column.headings().contains(&heading.as_str()))
    }
}

/// A heading without blanks, stars, colons and what stands in brackets.
fn bare_heading(cell: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for c in compact(cell).chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            '*' | ':' | '★' | '_' => {}
            _ if depth == 0 => bare.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_whatever_stands_around_it() {
        for (cell, column) in [
            ("姓　名", RosterColumn::Name),
            ("*代表姓名", RosterColumn::Name),
            ("原选举单位", RosterColumn::ElectingUnit),
            ("手机号码（必填）", RosterColumn::Phone),
            ("代表\n证号：", RosterColumn::CardNumber),
            ("Electing unit", RosterColumn::ElectingUnit),
        ] {
            assert_eq!(RosterColumn::from_heading(cell), Some(column), "{cell}");
        }
        for cell in ["", "序号", "身份证号", "湖南省第十四届人大代表花名册"] {
            assert_eq!(RosterColumn::from_heading(cell), None, "{cell}");
        }
    }

    #[test]
    fn no_heading_calls_two_columns() {
        let all: Vec<_> = RosterColumn::ALL
            .into_iter()
            .flat_map(RosterColumn::headings)
            .collect();
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), all.len());
    }
}
