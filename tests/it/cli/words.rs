//! Every text that the command line asks for is there, and every text that is there is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lianluo::domain::Locale;
use lianluo::text::words;

const FAMILIES: [&str; 11] = [
    "cli-", "doctor-", "slip-", "config-", "key-file-", "help-", "settings-", "setting-", "roster-",
    "serve-", "demo-",
];

/// Keys that are put together from a word and an ending.
const COMPOSED: [&str; 11] = [
    "cli-column-", "cli-status-", "cli-binding-", "cli-state-", "cli-letters-", "cli-refused-",
    "cli-report-", "doctor-mark-", "help-", "setting-", "settings-",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Texts between quotation marks that look like keys of these families.
fn keys_in_the_source() -> BTreeSet<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![source.join("documents/slips.rs")];
    for folder in ["app", "cli", "config"] {
        sources(&source.join(folder), &mut files);
    }
    let mut keys = BTreeSet::new();
    for file in files {
        for text in fs::read_to_string(&file).unwrap().split('"') {
            let is_key = FAMILIES
                .iter()
                .any(|family| text.starts_with(family) && text.len() > family.len())
                && text
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
            if is_key && !text.ends_with('-') {
                keys.insert(text.to_owned());
            }
        }
    }
    keys
}

#[test]
fn every_text_that_is_asked_for_is_in_both_languages() {
    let keys = keys_in_the_source();
    assert!(keys.len() > 100, "{}", keys.len());
    for locale in Locale::ALL {
        let missing: Vec<_> = keys.iter().filter(|key| !words(locale).has(key)).collect();
        assert!(missing.is_empty(), "{missing:?} in {locale:?}");
    }
}

#[test]
fn no_text_of_the_command_line_is_left_over() {
    let keys = keys_in_the_source();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/zh-CN/cli.ftl");
    let text = fs::read_to_string(file).unwrap();
    let unused: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
        .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()) && !key.contains(' '))
        .filter(|key| !keys.contains(*key) && !COMPOSED.iter().any(|family| key.starts_with(family)))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}
