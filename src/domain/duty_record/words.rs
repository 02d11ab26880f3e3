//! The fixed words inside a contact record. A record is an official Chinese text in whatever language a person
//! reads the screen, so these words stand here, once, and not in `locales/`.
//!
//! **Invariant:** of what became of a matter only 已转交, 已反映, 有关单位答复, 群众已知悉 and 已答复 are ever said
//! (Article 3, A3.5): a deputy pushes for a solution and doesn't handle the problem, so 已处理 is never written.

use chrono::{Datelike, NaiveDate};

use super::People;

pub(super) const VISIT: &str = "走访";
pub(super) const TALK: &str = "座谈";
pub(super) const RECEPTION: &str = "接待";
pub(super) const TELEPHONE: &str = "电话";
pub(super) const NETWORK: &str = "网络平台";
pub(super) const LETTER: &str = "书信";

pub(super) const ONLINE_PLACE: &str = "线上";
pub(super) const THE_PEOPLE: &str = "群众";
pub(super) const PSEUDONYM: &str = "（化名）";

pub(super) const PASSED_ON: &str = "已转交";
pub(super) const RAISED: &str = "已反映";
pub(super) const UNIT_REPLIED: &str = "有关单位答复";
pub(super) const CONSTITUENT_KNOWS: &str = "群众已知悉";
pub(super) const ANSWERED: &str = "已答复";

pub(super) const HOUSEHOLDS: &str = "户";
pub(super) const FIRMS: &str = "家企业";
pub(super) const GROUPS: &str = "批";
pub(super) const SUGGESTION: &str = "建议";
pub(super) const MOTION: &str = "议案";
pub(super) const SECONDED: &str = "附议";

/// Between two phrases of one field; taken out of names so that a field can be split again.
pub(super) const BETWEEN: char = '；';
/// Ends a text that was cut.
pub(super) const CUT: char = '…';

/// 12人, 20至29人, 约30人.
pub(super) fn people(people: People) -> String {
    match people {
        People::Exact(people) => format!("{people}人"),
        People::Range { from, to } => format!("{from}至{to}人"),
        People::About(people) => format!("约{people}人"),
    }
}

/// 8月6日, with the year when it is not the record's own.
pub(super) fn day(on: NaiveDate, year_of_record: i32) -> String {
    let (month, day) = (on.month(), on.day());
    if on.year() == year_of_record {
        format!("{month}月{day}日")
    } else {
        format!("{}年{month}月{day}日", on.year())
    }
}
