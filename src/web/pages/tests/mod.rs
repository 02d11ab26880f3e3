//! All pages with sample people (示), in both languages: that they render, stay small and safe, and speak.
//!
//! The pages are also written to `target/pages`, with the assets beside them, to be looked at in a browser.

mod catalogue;
mod desk;
mod public;

use std::fs;
use std::path::Path;

use askama::Template;

use crate::domain::Locale;
use crate::text::{Words, words};
use crate::web::assets;

use super::{Forms, Frame, Letters};

/// A rendered sample.
struct Sample {
    name: String,
    html: String,
}

/// All samples of a language.
fn samples(locale: Locale) -> Vec<Sample> {
    let mut all = public::samples(words(locale));
    all.extend(desk::samples(words(locale)));
    all
}

fn all_samples() -> Vec<Sample> {
    Locale::ALL.into_iter().flat_map(samples).collect()
}

/// The page without its drawn pictures, which count as pictures and name the standard they are drawn by.
fn without_pictures(html: &str) -> String {
    let mut parts = html.split("<svg");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        all + part.split_once("</svg>").expect("a picture is closed").1
    })
}

fn sample(words: &Words, name: &str, page: &impl Template) -> Sample {
    Sample {
        name: format!("{name}.{}", words.locale().tag()),
        html: page.render().unwrap(),
    }
}

fn forms() -> Forms {
    Forms {
        csrf: "Zm9yLXNhbXBsZXMtb25seS1ub3QtYS1zZWNyZXQtMDAw".into(),
        page_key: "k7Qm2xT9bW4z".into(),
    }
}

fn frame(here: &str) -> Frame {
    Frame {
        letters: Letters::Normal,
        here: here.into(),
        forms: forms(),
        office: Some("示例省人大常委会代表联络工作机构".into()),
    }
}

#[test]
fn every_page_renders_without_raw_keys_or_holes() {
    for page in all_samples() {
        for raw in ["web-", "desk-", "{$", "{ $"] {
            let found = page
                .html
                .find(raw)
                .map(|at| page.html[at..].chars().take(60).collect::<String>());
            assert_eq!(found, None, "{}", page.name);
        }
    }
}

#[test]
fn every_page_stays_under_60_kilobytes() {
    for page in all_samples() {
        let size = without_pictures(&page.html).len();
        assert!(size < 60_000, "{}: {size}", page.name);
    }
}

#[test]
fn no_page_holds_inline_script_or_style_or_leads_elsewhere() {
    for page in all_samples() {
        for forbidden in [
            " style=", "<style", " onclick", " onload", "javascript:", "http://", "https://", "_blank",
            "<script>",
        ] {
            assert!(
                !without_pictures(&page.html).contains(forbidden),
                "{} has {forbidden}",
                page.name
            );
        }
        assert_eq!(
            page.html.matches("<script ").count(),
            page.html.matches("></script>").count(),
            "{}",
            page.name
        );
    }
}

#[test]
fn every_posting_form_is_sealed_with_a_key_of_its_own() {
    for page in all_samples() {
        let mut keys = Vec::new();
        for form in page.html.split("<form ").skip(1) {
            let form = &form[..form.find("</form>").expect("a form is closed")];
            if !form.contains(r#"method="post""#) {
                continue;
            }
            assert!(
                form.contains(r#"name="csrf" value="Zm9y"#),
                "{}: {form}",
                page.name
            );
            let key = form
                .split(r#"name="form_key" value=""#)
                .nth(1)
                .and_then(|rest| rest.split('"').next());
            keys.push(key.unwrap_or_else(|| panic!("{}: {form}", page.name)).to_owned());
        }
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all, "{}: two forms share a key", page.name);
    }
}

#[test]
fn every_page_can_be_read_aloud() {
    for page in all_samples().iter().filter(|page| page.html.contains("<html")) {
        let html = &page.html;
        let tag = if page.name.ends_with(".en") { "en" } else { "zh-CN" };
        assert!(html.contains(&format!(r#"<html lang="{tag}""#)), "{}", page.name);
        assert_eq!(
            html.matches("<h1").count(),
            1,
            "{}: one question a page",
            page.name
        );
        assert!(
            html.contains(r##"class="skip" href="#main""##) && html.contains(r#"id="main""#),
            "{}",
            page.name
        );
        for image in html.split("<img ").skip(1) {
            let image = &image[..image.find('>').unwrap()];
            assert!(
                image.contains("alt=\"") && !image.contains("alt=\"\""),
                "{}: {image}",
                page.name
            );
        }
        // Each field has a label around it, a label for it, or a name for readers.
        for field in ["<input ", "<textarea ", "<select "] {
            for (at, _) in html.match_indices(field) {
                let tag = &html[at..at + html[at..].find('>').unwrap()];
                let id = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next());
                let named = id.is_some_and(|id| html.contains(&format!("for=\"{id}\"")));
                let inside = html[..at]
                    .rfind("<label")
                    .is_some_and(|open| !html[open..at].contains("</label>"));
                let said = tag.contains("aria-label=") || tag.contains("type=\"hidden\"");
                assert!(named || inside || said, "{}: {tag}", page.name);
            }
        }
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{}: an id stands twice", page.name);
    }
}

#[test]
fn what_people_write_is_escaped() {
    let page = public::chat_with_text(words(Locale::ZhCn), "<script>alert(1)</script> & \"好\"");
    let html = page.render().unwrap();
    assert!(!html.contains("<script>alert"));
    assert!(html.contains("&#60;script&#62;alert(1)"));
}

#[test]
fn samples_lie_in_target_to_be_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pages");
    fs::create_dir_all(folder.join("assets")).unwrap();
    for asset in [
        &assets::STYLESHEET,
        &assets::CHAT_SCRIPT,
        &assets::DESK_SCRIPT,
        &assets::MARK,
    ] {
        fs::write(folder.join("assets").join(&asset.name), &asset.content).unwrap();
    }
    for page in all_samples() {
        let html = page.html.replace("\"/assets/", "\"assets/");
        fs::write(folder.join(format!("{}.html", page.name)), html).unwrap();
    }
    assert!(folder.join("first.zh-CN.html").exists());
}
