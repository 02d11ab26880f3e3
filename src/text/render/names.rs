//! How deputies, offices and units are called.

use crate::domain::Locale;
use crate::domain::electing_unit::{ElectingUnit, Openness};
use crate::domain::people::{Deputy, Office, OfficeKind};
use crate::text::{Args, Words};

/// Family names of two signs; all others have one.
const LONG_FAMILY_NAMES: [&str; 24] = [
    "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒",
    "端木", "东方", "独孤", "南宫", "轩辕", "司空", "闻人", "澹台", "申屠", "钟离", "呼延",
];

/// The family name, or the whole where there is none to tell (买买提·示一).
fn family_name(name: &str) -> &str {
    let length = name.chars().count();
    let signs = if name.contains('·') || name.is_ascii() || length < 2 {
        length
    } else if length > 2 && LONG_FAMILY_NAMES.iter().any(|family| name.starts_with(family)) {
        2
    } else {
        1
    };
    let end = name.char_indices().nth(signs).map_or(name.len(), |(at, _)| at);
    &name[..end]
}

/// 张代表. In English the whole name: a family name in a foreign script says little.
pub fn deputy_called(deputy: &Deputy, words: &Words) -> String {
    let name = match words.locale() {
        Locale::ZhCn => family_name(&deputy.name),
        Locale::En => &deputy.name,
    };
    words.say_with("deputy-called", &Args::new().text("name", name))
}

/// 张示一代表, where more than one may be meant.
pub(super) fn deputy_in_full(deputy: &Deputy, words: &Words) -> String {
    words.say_with("deputy-called", &Args::new().text("name", deputy.name.as_str()))
}

/// The liaison office as people say it: 长沙市人大常委会代表联络机构.
pub fn office_called(office: &Office, words: &Words) -> String {
    let unit = ElectingUnit::from_code(&office.code);
    if unit.is_some_and(|unit| unit.openness() == Openness::ClosedByDefault) {
        return words.say("office-of-army");
    }
    let name = match (words.locale(), unit, office.kind) {
        (Locale::En, Some(unit), _) => unit.english_name(),
        (Locale::En, None, OfficeKind::Provincial) => "Hunan",
        _ => &office.name,
    };
    words.say_with("office-called", &Args::new().text("unit", name))
}

/// The unit in few signs, for buttons: 长沙市, 湘西州.
pub(super) fn unit_in_short(office: &Office, words: &Words) -> String {
    match (words.locale(), ElectingUnit::from_code(&office.code)) {
        (Locale::ZhCn, Some(unit)) if unit.name().chars().count() > 4 => unit.short_name().to_owned(),
        (Locale::En, Some(unit)) => {
            let name = unit.english_name();
            name.split(' ').next().unwrap_or(name).to_owned()
        }
        _ => office.name.clone(),
    }
}

/// The unit in full, as in 长沙市选出的省人大代表.
pub(super) fn unit_in_full(code: &str, words: &Words) -> String {
    match (words.locale(), ElectingUnit::from_code(code)) {
        (Locale::ZhCn, Some(unit)) => unit.name().to_owned(),
        (Locale::En, Some(unit)) => unit.english_name().to_owned(),
        (_, None) => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::family_name;

    #[test]
    fn a_deputy_is_called_by_the_family_name() {
        for (name, family) in [
            ("张示一", "张"),
            ("欧阳示一", "欧阳"),
            ("欧阳", "欧"),
            ("买买提·示一", "买买提·示一"),
            ("", ""),
            ("Zhang", "Zhang"),
        ] {
            assert_eq!(family_name(name), family);
        }
    }
}
