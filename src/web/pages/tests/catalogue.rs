//! The words of the pages: the same keys and variables in both languages, none missing, none left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::domain::Locale;
use crate::text::words;

const CHINESE: [&str; 2] = [
    include_str!("../../../../locales/zh-CN/web.ftl"),
    include_str!("../../../../locales/zh-CN/desk.ftl"),
];
const ENGLISH: [&str; 2] = [
    include_str!("../../../../locales/en/web.ftl"),
    include_str!("../../../../locales/en/desk.ftl"),
];

/// Keys with the variables of their texts.
/// The keys of all Chinese files: what the desk shows may stand with its own subject.
fn all_chinese() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/zh-CN");
    let files = fs::read_dir(folder).unwrap();
    files
        .flat_map(|file| {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let named: Vec<String> = text
                .lines()
                .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
                .collect();
            named
        })
        .collect()
}

fn keys(files: [&str; 2]) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in files.iter().flat_map(|file| file.lines()) {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            let (name, _) = line
                .split_once(" =")
                .expect("a line that begins with a letter is a key");
            key = name.to_owned();
            assert!(
                found.insert(key.clone(), BTreeSet::new()).is_none(),
                "{key} stands twice"
            );
        }
        for variable in line.split('$').skip(1) {
            let name: String = variable
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect();
            found.entry(key.clone()).or_default().insert(name);
        }
    }
    found
}

/// All `"web-…"` and `"desk-…"` in templates, view structs and handlers; a key made by `format!` counts as its beginning.
fn used() -> BTreeSet<String> {
    fn read(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("tests") {
                    read(&path, into);
                }
            } else {
                into.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut source = String::new();
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web");
    read(&web, &mut source);
    let texts = source
        .split('"')
        .filter(|text| text.starts_with("web-") || text.starts_with("desk-"));
    texts.map(str::to_owned).collect()
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (chinese, english) = (keys(CHINESE), keys(ENGLISH));
    for (key, variables) in &chinese {
        assert_eq!(Some(variables), english.get(key), "{key}");
    }
    for key in english.keys() {
        assert!(chinese.contains_key(key), "{key} is not in Chinese");
    }
}

#[test]
fn every_key_that_is_used_has_words() {
    for key in used() {
        if let Some((stem, rest)) = key.split_once('{') {
            let ending = rest.split_once('}').expect("a format argument is closed").1;
            let fits = |name: &String| name.starts_with(stem) && name.ends_with(ending);
            assert!(all_chinese().iter().any(fits), "{key}");
            continue;
        }
        for locale in Locale::ALL {
            assert!(words(locale).has(&key), "{key} in {locale:?}");
        }
    }
}

#[test]
fn no_words_are_left_over() {
    let used = used();
    for key in keys(CHINESE).keys() {
        let by_format = |made: &String| {
            made.split_once('{').is_some_and(|(stem, rest)| {
                key.starts_with(stem) && key.ends_with(rest.split_once('}').map_or("", |(_, ending)| ending))
            })
        };
        let by_text = CHINESE.iter().any(|file| file.contains(&format!("{{ {key} }}")));
        assert!(
            used.contains(key) || used.iter().any(by_format) || by_text,
            "{key} is used nowhere"
        );
    }
}

#[test]
fn the_pages_never_use_the_words_that_the_house_avoids() {
    for file in CHINESE {
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            for word in [
                "案件", "工单", "选民", "用户", "系统错误", "已读", "已关闭", "已处理", "责令", "你",
            ] {
                assert!(!line.contains(word), "{line}");
            }
        }
    }
}
