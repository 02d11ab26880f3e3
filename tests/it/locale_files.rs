//! The files of both languages: the same files, the same keys, the same variables, and no faults.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;

/// The keys of a file with the variables of each.
fn keys(file: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(file).expect("a locale file can be read");
    let resource = FluentResource::try_new(text)
        .unwrap_or_else(|(_, faults)| panic!("{} has faults: {faults:?}", file.display()));
    let mut keys = BTreeMap::new();
    for entry in resource.entries() {
        // The syntax tree is of a crate that we don't name; its debug form has all that is asked here.
        let tree = format!("{entry:?}");
        let names = |text: &str, before: &str| -> Vec<String> {
            text.split(before)
                .skip(1)
                .filter_map(|rest| rest.split('"').next().map(str::to_owned))
                .collect()
        };
        if !tree.starts_with("Message") {
            continue;
        }
        let key = names(&tree, "Identifier { name: \"").swap_remove(0);
        let variables = names(&tree, "VariableReference { id: Identifier { name: \"");
        let twice = keys.insert(key.clone(), variables.into_iter().collect());
        assert!(twice.is_none(), "{key} stands twice in {}", file.display());
    }
    keys
}

fn files(language: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(language);
    fs::read_dir(folder)
        .expect("each language has a folder")
        .map(|file| file.expect("a folder can be listed").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".ftl"))
        .collect()
}

#[test]
fn every_text_is_in_both_languages_with_the_same_variables() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    assert_eq!(files("zh-CN"), files("en"));
    let mut seen = BTreeSet::new();
    for file in files("zh-CN") {
        let chinese = keys(&locales.join("zh-CN").join(&file));
        let english = keys(&locales.join("en").join(&file));
        let (first, second): (Vec<_>, Vec<_>) = (chinese.keys().collect(), english.keys().collect());
        assert_eq!(first, second, "the keys of {file}");
        for (key, variables) in &chinese {
            assert_eq!(variables, &english[key], "the variables of {key}");
            assert!(seen.insert(key.clone()), "{key} stands in two files");
        }
    }
}
