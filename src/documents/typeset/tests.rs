//! The templates with good and with hostile data. Pages are looked at as text and by their number; as pictures they were
//! looked at by people.

use super::*;
use crate::documents::{Leads, Paper, Printing, handbook_order, poster_order, samples};
use crate::domain::Locale;
use crate::text::words;

fn printed(order: &Order) -> Vec<u8> {
    set(order, &Fonts::find(None).unwrap()).unwrap()
}

#[test]
fn a_handbook_becomes_a_pdf_and_the_same_one_the_same_bytes() {
    let order = handbook_order(&samples::handbook(3), Printing::Book, words(Locale::ZhCn));
    let pdf = printed(&order);
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(pdf, printed(&order));
}

#[test]
fn a_dossier_becomes_a_pdf_in_both_languages() {
    for locale in Locale::ALL {
        let pdf = printed(&handbook_order(
            &samples::dossier(),
            Printing::Book,
            words(locale),
        ));
        assert!(pdf.starts_with(b"%PDF-"));
    }
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
            Printing::Book,
            words(Locale::ZhCn),
        ));
        assert!(pdf.starts_with(b"%PDF-"), "{hostile}");
    }
}

#[test]
fn a_poster_is_one_page_on_either_paper_and_also_a_picture() {
    let (deputy, office) = (samples::deputy(), samples::office("CS", "长沙市"));
    for (paper, box_of_page) in [
        (Paper::A4, "MediaBox[0 0 595.2"),
        (Paper::A3, "MediaBox[0 0 841.8"),
    ] {
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

#[test]
fn pages_to_be_filled_in_by_hand_have_a_row_for_every_section_and_the_contact_log_has_section_ten_alone() {
    let empty = samples::handbook(0);
    let pages = |printing| {
        let pdf = printed(&handbook_order(&empty, printing, words(Locale::ZhCn)));
        let pdf = String::from_utf8_lossy(&pdf).into_owned();
        let counts = pdf.split("/Count ").skip(1).map(|rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<usize>().unwrap()
        });
        counts.max().unwrap()
    };
    // Cover, notes, nine sections of a page, two pages of contacts, the end of the year.
    assert_eq!(pages(Printing::ByHand), 14);
    assert_eq!(pages(Printing::ContactLog), 1);
}

#[test]
fn a_slip_is_one_page_and_a_long_opinion_goes_over_to_the_next() {
    use crate::documents::slip_order;
    for (length, pages) in [(0, 1), (300, 1), (2_000, 2)] {
        for locale in Locale::ALL {
            let order = slip_order(
                &samples::slip(&"答复没有写明。".repeat(length / 7)),
                words(locale),
            );
            let world = PageWorld::new(order.template, &order.data, &Fonts::find(None).unwrap());
            let document: PagedDocument = typst::compile(&world).output.unwrap();
            assert!(
                document.pages().len() >= pages && document.pages().len() <= 2 * pages,
                "{length} {locale:?}"
            );
        }
    }
    for hostile in ["#panic()", "$", "]", "\\", "\u{0}", "#import \"/etc/passwd\": *"] {
        printed(&slip_order(&samples::slip(hostile), words(Locale::ZhCn)));
    }
}

#[test]
fn amendments_are_set_in_both_languages() {
    for locale in Locale::ALL {
        let order = handbook_order(&samples::amended(), Printing::Book, words(locale));
        assert_eq!(order.data["amended"]["rows"].as_array().map(Vec::len), Some(3));
        assert!(printed(&order).starts_with(b"%PDF-"));
    }
}
