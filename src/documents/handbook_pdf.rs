//! The handbook as printed pages: an order for the press, from the same words and columns as the other kinds of file.
//! Called by the command line and the desk.

use serde_json::{Value, json};

use crate::domain::handbook::{DutyCategory, Handbook, HandbookLine};
use crate::text::{Args, Words};

use super::handbook_words::{self, NOTES, cover_lines};
use super::plain_text::plain;
use super::typeset::{Form, Order, Template, breakable};
use super::words_of_page::{language, page_pieces};

/// Heads and widths in millimetres of section ten; together the width between the margins of a broad page.
const CONTACT_COLUMNS: [(&str, u16); 9] = [
    ("handbook-column-number", 12),
    ("handbook-column-on", 21),
    ("handbook-column-place", 24),
    ("handbook-column-way", 19),
    ("handbook-column-whom", 33),
    ("handbook-column-matters", 62),
    ("handbook-column-passing-on", 34),
    ("handbook-column-answer-back", 27),
    ("handbook-column-source", 25),
];
/// Columns of few signs stand centred: number, day, way.
const CENTRED: [usize; 3] = [0, 1, 3];
/// A row that is taller than this may break over a page: it could stand on none otherwise.
const MOST_LINES_UNBROKEN: usize = 18;

/// What the press needs to print the handbook.
pub fn handbook_order(handbook: &Handbook, words: &Words) -> Order {
    let fixed = NOTES.iter().map(|key| words.say(key));
    let notes: Vec<String> = fixed
        .chain(handbook.notes.iter().map(|note| breakable(&plain(note))))
        .collect();
    let cover: Vec<(String, String)> = cover_lines(handbook, words)
        .into_iter()
        .map(|(key, value)| (words.say(key), breakable(&value)))
        .collect();
    let sections: Vec<Value> = DutyCategory::TEN
        .into_iter()
        .map(|category| section(category, handbook, words))
        .collect();
    let (lang, region) = language(words);
    let data = json!({
        "lang": lang,
        "region": region,
        "title": words.say("handbook-title"),
        "name": plain(&handbook.deputy.name),
        "year": words.say_with("handbook-year", &Args::new().number("year", handbook.year.into())),
        "head": format!("{}　{}", words.say("handbook-title"), handbook_words::head(handbook, words)),
        "page": page_pieces(words),
        "cover": cover,
        "notes_title": words.say("handbook-notes-title"),
        "notes": notes,
        "empty": words.say("handbook-empty-section"),
        "sections": sections,
        "closing": {
            "title": words.say("handbook-closing-title"),
            "summary": words.say("handbook-summary"),
            "sign": words.say("handbook-sign"),
            "remarks": words.say("handbook-office-remarks"),
            "receipt_title": words.say("handbook-receipt-title"),
            "receipt": words.say("handbook-receipt"),
        },
    });
    Order {
        template: Template::Handbook,
        form: Form::Pdf,
        data,
    }
}

fn section(category: DutyCategory, handbook: &Handbook, words: &Words) -> Value {
    let title = Args::new()
        .number("number", category.number().into())
        .text("category", handbook_words::category(category, words));
    let lines: &[HandbookLine] = match category {
        DutyCategory::Contact => &handbook.contact_section,
        _ => &[],
    };
    let columns: Vec<Value> = CONTACT_COLUMNS
        .iter()
        .enumerate()
        .map(|(at, (key, width))| {
            json!({"head": words.say(key), "width": width, "centred": CENTRED.contains(&at)})
        })
        .collect();
    let rows: Vec<Value> = lines.iter().map(|line| row(line, words)).collect();
    json!({
        "title": words.say_with("handbook-section", &title),
        "columns": columns,
        "rows": rows,
    })
}

fn row(line: &HandbookLine, words: &Words) -> Value {
    let cells = [
        line.number.to_string(),
        handbook_words::day(line.on, words),
        plain(&line.place),
        plain(&line.way),
        plain(&line.whom),
        plain(&line.matters),
        plain(&line.passing_on),
        plain(&line.answer_back),
        handbook_words::source(&line.source, words),
    ];
    let tallest = cells
        .iter()
        .zip(CONTACT_COLUMNS)
        .map(|(text, (_, width))| lines(text, width))
        .max()
        .unwrap_or(0);
    let cells = cells.map(|text| breakable(&text));
    json!({"cells": cells, "whole": tallest <= MOST_LINES_UNBROKEN})
}

/// How many lines of 五号 a text takes in a column of so many millimetres, roughly.
fn lines(text: &str, width: u16) -> usize {
    // Half an em is 1.85 mm; the cell has 1.6 mm on each side.
    let room = usize::from((width.saturating_sub(4)) * 100 / 185).max(1);
    text.split('\n')
        .map(|line| {
            line.chars()
                .map(|c| if c.is_ascii() { 1 } else { 2 })
                .sum::<usize>()
                .div_ceil(room)
                .max(1)
        })
        .sum()
}
