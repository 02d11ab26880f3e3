//! The sample register: 1,434 suggestions as they are handed out on one day, made anew and alike each time. Deputies are those
//! of the sample roster (示); units are marked as samples.

use super::office::sample_roster;

/// As many as the first session of a term has brought.
pub const SAMPLE_SUGGESTIONS: usize = 1_434;

const UNITS: [&str; 24] = [
    "水利厅",
    "交通运输厅",
    "教育厅",
    "卫生健康委",
    "农业农村厅",
    "生态环境厅",
    "民政厅",
    "财政厅",
    "人力资源社会保障厅",
    "自然资源厅",
    "住房城乡建设厅",
    "文化和旅游厅",
    "发展改革委",
    "工业和信息化厅",
    "科技厅",
    "公安厅",
    "商务厅",
    "应急管理厅",
    "林业局",
    "医保局",
    "市场监管局",
    "退役军人厅",
    "体育局",
    "统计局",
];
const PLACES: [&str; 12] = [
    "山区", "丘陵区", "库区", "城郊", "老工业区", "沿江乡镇", "边远县", "产粮大县", "移民安置区", "县城",
    "中心镇", "民族地区",
];
const MATTERS: [&str; 16] = [
    "小型农田水利设施管护",
    "农村公路安全防护",
    "乡村教师周转房",
    "村卫生室药品配备",
    "粮食烘干设施",
    "饮用水源保护",
    "养老服务",
    "老旧小区改造",
    "中小企业用工",
    "耕地保护",
    "历史文化名村保护",
    "5G 信号覆盖",
    "职业教育",
    "道路照明",
    "森林防火",
    "异地就医结算",
];

/// The sheet as CSV in UTF-8.
pub fn sample_suggestions() -> String {
    let roster = sample_roster();
    let mut csv =
        "建议编号,届次,类别,标题,领衔代表编码,领衔代表,联名代表,提出日期,主办单位,会办单位,分办单位,交办日期,重点督办\n".to_owned();
    for place in 0..SAMPLE_SUGGESTIONS {
        let deputy = &roster[place * 7 % roster.len()];
        let second = &roster[(place * 11 + 3) % roster.len()];
        let unit = |step: usize| format!("{}（样例）", UNITS[(place * 5 + step) % UNITS.len()]);
        let cosigner = if place % 3 == 0 && second.code != deputy.code {
            second.code.as_str()
        } else {
            ""
        };
        let joint = if place % 4 == 0 { unit(1) } else { String::new() };
        let separate = if place % 9 == 0 { unit(2) } else { String::new() };
        let key = if place % 100 == 0 { "是" } else { "" };
        csv.push_str(&format!(
            "S-{:04},14-4,建议,关于加强{}{}的建议（样例{}）,{},{},{cosigner},2026-02-05,{},{joint},{separate},2026-02-20,{key}\n",
            place + 1,
            PLACES[place % PLACES.len()],
            MATTERS[place / 3 % MATTERS.len()],
            place + 1,
            deputy.code.as_str(),
            deputy.name,
            unit(0),
        ));
    }
    csv
}

/// The sheet of written replies of the main units to some of the suggestions, received on a day.
pub fn sample_replies(places: std::ops::Range<usize>, on: &str) -> String {
    let mut csv = "建议编号,承办单位,收到日期,收到方式,答复类别\n".to_owned();
    for place in places {
        let unit = UNITS[place * 5 % UNITS.len()];
        csv.push_str(&format!("S-{:04},{unit}（样例）,{on},平台,A\n", place + 1));
    }
    csv
}
