//! The names and codes of deputies in a list as people type it. Called wherever several deputies are named at once: the
//! participants of a joint activity, those who are asked to co-sign.

/// Signs between two names.
const SIGNS: [char; 9] = ['，', ',', '、', '；', ';', '\n', '\r', '\t', '。'];
/// Words between two names.
const AND: [char; 2] = ['和', '与'];

/// The names and codes of a list, each once, in its order. Between signs a blank parts two names too, unless it stands in
/// the middle of one (王　示); 和 parts two names and stays in 张和平.
pub fn typed_names(list: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in list.split(SIGNS) {
        let parts: Vec<&str> = piece.split_whitespace().collect();
        let found = match parts.len() > 1 && parts.iter().all(|part| part.chars().count() == 1) {
            true => vec![parts.concat()],
            false => parts.into_iter().flat_map(parted).collect(),
        };
        for name in found {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The names on both sides of 和, where both are long enough for one.
fn parted(part: &str) -> Vec<String> {
    if part.chars().all(|sign| AND.contains(&sign)) {
        return Vec::new();
    }
    match part.split_once(AND) {
        Some((one, other)) if one.chars().count() > 1 && other.chars().count() > 1 => {
            let mut names = vec![bare(one)];
            names.extend(parted(other));
            names
        }
        _ => vec![bare(part)],
    }
}

/// Without the title and the full stop behind it.
fn bare(name: &str) -> String {
    let name = name.trim_end_matches('.');
    let short = name.trim_end_matches("代表");
    (if short.is_empty() { name } else { short }).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_list_is_parted_into_names_and_codes() {
        for (list, names) in [
            (
                "李示二代表、王示三，CS-004 和 赵示五。",
                &["李示二", "王示三", "CS-004", "赵示五"][..],
            ),
            ("李示二和王示三代表", &["李示二", "王示三"]),
            ("张和平、欧阳和平", &["张和平", "欧阳和平"]),
            ("王　示\n周 示", &["王示", "周示"]),
            ("王示一 王示一", &["王示一"]),
            ("CS-001.", &["CS-001"]),
            (" 、， ", &[]),
        ] {
            assert_eq!(typed_names(list), names, "{list}");
        }
    }
}
