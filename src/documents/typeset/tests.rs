//! The templates with good and with hostile data. Pages are looked at as text and by their number; as pictures they were
//! looked at by people.

use super::*;
use crate::documents::{Leads, Paper, handbook_order, poster_order, samples};
use crate::domain::Locale;
use crate::text::words;

fn printed(order: &Order) -> Vec<u8> {
    set(order, &Fonts::find(None).unwrap()).unwrap()
}

#[test]
fn a_handbook_becomes_a_pdf_and_the_same_one_the_same_bytes() {
    let order = handbook_order(&samples::handbook(3), words(Locale::ZhCn));
    let pdf = printed(&order);
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(pdf, printed(&order));
}

#[test]
fn hostile_words_stay_words() {
    for hostile in [
        "#panic()",
        "*",
        "#{",
        "$",
        "`",
        "]",
        "\\",
        "@x",
        "<x>",
        "\u{0}",
        "//",
        "/*",
        "#import \"/etc/passwd\": *",
        "= 标题",
    ] {
        let pdf = printed(&handbook_order(
            &samples::with_words(hostile),
            words(Locale::ZhCn),
        ));
        assert!(pdf.starts_with(b"%PDF-"), "{hostile}");
    }
}

#[test]
fn a_poster_is_one_page_on_either_paper_and_also_a_picture() {
    let (deputy, office) = (samples::deputy(), samples::office("CS", "长沙市"));
    for (paper, box_of_page) in [(Paper::A4, "595.28"), (Paper::A3, "841.89")] {
        let leads = Leads::Deputy(&deputy, &office);
        let order = poster_order(
            leads,
            "https://lianluo.example.org",
            "",
            paper,
            words(Locale::ZhCn),
        )
        .unwrap();
        let pdf = String::from_utf8_lossy(&printed(&order)).into_owned();
        assert!(pdf.contains("/Count 1") && pdf.contains(box_of_page), "{paper:?}");
        assert!(printed(&order.as_picture()).starts_with(b"\x89PNG"));
    }
}
