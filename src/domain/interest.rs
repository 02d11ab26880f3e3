//! Fields of interest by which a deputy can be found.

/// The fields as they stand in rosters, in the order in which the finder shows them. A button carries the place, so
/// new ones are added at the end.
pub const FIELDS: [&str; 10] = [
    "科技创新", "教育", "医疗卫生", "社会保障", "交通", "农业农村", "生态环境", "民营经济", "文化旅游",
    "法治",
];
