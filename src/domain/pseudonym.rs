//! Pseudonyms: how a reader knows a constituent who gave no name.
//!
//! Stable for a reader, another one for another reader, and made from nothing that the person is or said.

use sha2::{Digest, Sha256};

use super::case::Reader;
use super::ids::AccountId;

/// Trees and plants of the province: friendly, without sex, age or place.
const NAMES: [&str; 48] = [
    "香樟", "青松", "翠竹", "金桂", "玉兰", "山茶", "杜鹃", "红枫", "银杏", "楠木", "杉木", "水杉", "白杨",
    "垂柳", "梧桐", "枇杷", "石榴", "蜜橘", "杨梅", "板栗", "油茶", "莲蓬", "荷叶", "菱角", "芦苇", "稻穗",
    "麦穗", "油菜", "棉桃", "苎麻", "茉莉", "栀子", "蔷薇", "月季", "海棠", "紫薇", "木槿", "芙蓉", "兰草",
    "菊花", "腊梅", "迎春", "丁香", "百合", "葵花", "艾草", "薄荷", "灵芝",
];

/// The pseudonym of an account towards a reader, such as 群众·香樟27.
pub fn pseudonym(account: AccountId, reader: Reader) -> String {
    let bytes = Sha256::digest(format!("pseudonym|{account}|{}", reader.tag()));
    let name = NAMES[usize::from(bytes[0]) % NAMES.len()];
    let number = u32::from(bytes[1]) * 256 + u32::from(bytes[2]);
    format!("群众·{name}{:02}", number % 90 + 10)
}
