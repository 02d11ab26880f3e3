//! The rules of the house as tests: who may import whom, and what stands in one place only. A breach fails with the
//! sentence of the rule.

use std::path::{Path, PathBuf};

/// A room and the rooms that it may import, besides itself.
const ROOMS: [(&str, &[&str]); 14] = [
    ("domain", &[]),
    ("flows", &["domain"]),
    ("chat", &["domain", "flows"]),
    ("text", &["domain"]),
    ("store", &["domain"]),
    ("fallback", &[]),
    ("transcription", &[]),
    ("documents", &["domain", "text"]),
    ("engine", &["domain", "flows", "chat", "text", "store"]),
    (
        "telegram",
        &["domain", "flows", "chat", "text", "store", "engine"],
    ),
    (
        "web",
        &["domain", "flows", "chat", "text", "store", "engine", "documents"],
    ),
    (
        "jobs",
        &[
            "domain", "flows", "text", "store", "engine", "fallback", "transcription", "documents",
        ],
    ),
    (
        "config",
        &["domain", "text", "store", "fallback", "transcription"],
    ),
    (
        "cli",
        &[
            "domain", "flows", "text", "store", "engine", "documents", "config",
        ],
    ),
];

/// A crate and the rooms that alone may name it.
const CRATES: [(&str, &[&str]); 4] = [
    ("sqlx::", &["store"]),
    ("teloxide::", &["telegram"]),
    ("axum::", &["web"]),
    ("std::env::", &["config", "app", "main.rs"]),
];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// Every source file with its room and its text before the tests in it.
fn files() -> Vec<(String, PathBuf, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&source, &mut paths);
    paths
        .into_iter()
        .map(|path| {
            let inner = path.strip_prefix(&source).unwrap().to_owned();
            let room = inner
                .iter()
                .next()
                .unwrap()
                .to_str()
                .unwrap()
                .trim_end_matches(".rs")
                .to_owned();
            let room = if room == "main" {
                "main.rs".to_owned()
            } else {
                room
            };
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap().to_owned();
            (room, inner, text)
        })
        .filter(|(_, path, _)| {
            !path.components().any(|part| part.as_os_str() == "tests") && !path.ends_with("tests.rs")
        })
        .collect()
}

#[test]
fn rooms_import_only_what_lies_inward_of_them() {
    let mut breaches = Vec::new();
    for (room, path, text) in files() {
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            continue;
        };
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for part in line.split("crate::").skip(1) {
                let named: String = part
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let is_room = ROOMS.iter().any(|(name, _)| *name == named);
                if is_room && named != room && !allowed.contains(&named.as_str()) {
                    breaches.push(format!(
                        "{}: `{room}` may not import `{named}`: {}",
                        path.display(),
                        line.trim()
                    ));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn libraries_with_one_home_stay_there() {
    let mut breaches = Vec::new();
    for (room, path, text) in files() {
        for (name, homes) in CRATES {
            let used = text
                .lines()
                .any(|line| !line.trim_start().starts_with("//") && line.contains(name));
            if used && !homes.contains(&room.as_str()) {
                breaches.push(format!(
                    "{}: `{name}` belongs only into {homes:?}",
                    path.display()
                ));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn deciding_is_never_asynchronous() {
    let slow: Vec<String> = files()
        .into_iter()
        .filter(|(room, _, _)| ["domain", "flows", "chat"].contains(&room.as_str()))
        .filter(|(_, _, text)| {
            text.lines()
                .any(|line| line.contains("async fn") || line.contains(".await"))
        })
        .map(|(_, path, _)| path.display().to_string())
        .collect();
    assert!(
        slow.is_empty(),
        "domain, flows and chat decide at once and may be repeated: {slow:?}"
    );
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let silent: Vec<String> = files()
        .into_iter()
        .filter(|(_, _, text)| !text.starts_with("//!"))
        .map(|(_, path, _)| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "a file opens with `//!`: {silent:?}");
}

#[test]
fn the_two_engines_have_the_same_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut names: Vec<_> = std::fs::read_dir(root.join("sqlite"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    for name in names {
        let sqlite = std::fs::read_to_string(root.join("sqlite").join(&name)).unwrap();
        let postgres = std::fs::read_to_string(root.join("postgres").join(&name)).unwrap();
        let translated: String = sqlite
            .replace("INTEGER", "BIGINT")
            .lines()
            .map(|line| if line.starts_with(") STRICT;") { ");" } else { line })
            .collect::<Vec<_>>()
            .join("\n");
        assert_eq!(
            translated.trim_end(),
            postgres.trim_end(),
            "{name:?} differs between the engines"
        );
    }
}
