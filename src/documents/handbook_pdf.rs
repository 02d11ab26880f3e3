//! The handbook as printed pages: an order for the press, from the same words and columns as the other kinds of file.
//! Called by the command line and the desk.

use serde_json::{Value, json};

use crate::domain::handbook::{DutyCategory, Handbook, HandbookLine, HandbookSection};
use crate::text::{Args, Words};

use super::handbook_words::{self, Amendments, Column, cover_lines};
use super::plain_text::plain;
use super::typeset::{Form, Order, Template, breakable};
use super::words_of_page::{language, page_pieces};

/// The width between the margins of a broad page, in millimetres.
const ROOM: f64 = 257.0;
/// A row that is taller than this may break over a page: it could stand on none otherwise.
const MOST_LINES_UNBROKEN: usize = 18;

/// What of the handbook is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printing {
    /// The whole book.
    Book,
    /// The whole book with empty rows, for those who write by hand.
    ByHand,
    /// Section ten alone: the contact log.
    ContactLog,
}

/// Empty rows of a section that is filled in by hand: a page; of section ten two.
const ROWS_BY_HAND: usize = 8;

/// What the press needs to print the handbook.
pub fn handbook_order(handbook: &Handbook, printing: Printing, words: &Words) -> Order {
    let notes: Vec<String> = handbook_words::notes(handbook, words)
        .iter()
        .map(|note| breakable(note))
        .collect();
    let closing: Vec<Value> = handbook_words::closing(handbook, words)
        .iter()
        .map(|row| {
            json!({"label": row.label, "text": breakable(&row.text), "height": row.millimetres, "signed": row.is_signed})
        })
        .collect();
    let cover: Vec<(String, String)> = cover_lines(handbook, words)
        .into_iter()
        .map(|(key, value)| (words.say(key), breakable(&value)))
        .collect();
    let sections: Vec<Value> = handbook
        .sections
        .iter()
        .filter(|section| printing != Printing::ContactLog || section.category == DutyCategory::Contact)
        .map(|section| self::section(section, printing, words))
        .collect();
    let title = match printing {
        Printing::ContactLog => words.say("handbook-contact-log"),
        Printing::Book | Printing::ByHand => handbook_words::title(handbook, words),
    };
    let (lang, region) = language(words);
    let data = json!({
        "lang": lang,
        "region": region,
        "whole": printing != Printing::ContactLog,
        "title": title,
        "name": plain(&handbook.deputy.name),
        "year": words.say_with("handbook-year", &Args::new().number("year", handbook.year.into())),
        "head": format!("{title}　{}", handbook_words::head(handbook, words)),
        "page": page_pieces(words),
        "cover": cover,
        "notes_title": handbook_words::notes_title(handbook, words),
        "notes": notes,
        "empty": words.say("handbook-empty-section"),
        "sections": sections,
        "amended": handbook_words::amendments(handbook, words).map(|it| amended(&it)),
        "closing": {
            "title": handbook_words::closing_title(handbook, words),
            "rows": closing,
        },
    });
    Order {
        template: Template::Handbook,
        form: Form::Pdf,
        data,
    }
}

fn section(section: &HandbookSection, printing: Printing, words: &Words) -> Value {
    let by_hand = match (printing, section.category) {
        (Printing::ByHand, DutyCategory::Contact) => 2 * ROWS_BY_HAND,
        (Printing::ByHand, _) => ROWS_BY_HAND,
        _ => 0,
    };
    let title = Args::new()
        .number("number", section.category.number().into())
        .text("category", handbook_words::category(section.category, words));
    let of = handbook_words::columns(section.category, words);
    let widths = widths(&of);
    // Number and day stand before the fields.
    let columns = columns(&of, &widths, |at| {
        let field = at.checked_sub(2).and_then(|at| section.fields().get(at));
        at < 2 || field.is_some_and(|field| handbook_words::is_centred(*field))
    });
    let rows: Vec<Value> = section
        .lines
        .iter()
        .map(|line| row(&texts(line, words), &widths))
        .collect();
    json!({
        "title": words.say_with("handbook-section", &title),
        "columns": columns,
        "rows": rows,
        "by_hand": by_hand,
    })
}

/// The table of what was amended after the book was taken in.
fn amended(amendments: &Amendments) -> Value {
    let widths = widths(&amendments.columns);
    let rows = amendments.rows.iter().map(|it| {
        let mut cells = vec![it.on.to_string(), it.line_on.to_string()];
        cells.extend(it.texts.iter().cloned());
        row(&cells, &widths)
    });
    json!({
        "title": amendments.title,
        "intro": breakable(&amendments.intro),
        "columns": columns(&amendments.columns, &widths, |at| at < 2),
        "rows": rows.collect::<Vec<Value>>(),
    })
}

/// The room of a page shared out, in millimetres.
fn widths(columns: &[Column]) -> Vec<f64> {
    let all: f64 = columns.iter().map(|column| column.width).sum();
    columns.iter().map(|column| column.width * ROOM / all).collect()
}

fn columns(columns: &[Column], widths: &[f64], centred: impl Fn(usize) -> bool) -> Vec<Value> {
    columns
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(at, (column, width))| json!({"head": column.head, "width": width, "centred": centred(at)}))
        .collect()
}

fn texts(line: &HandbookLine, words: &Words) -> Vec<String> {
    let mut cells = vec![line.number.to_string(), handbook_words::day(line, words)];
    cells.extend(line.cells.iter().map(|text| plain(text)));
    cells.push(handbook_words::source(&line.source, words));
    cells
}

fn row(cells: &[String], widths: &[f64]) -> Value {
    let tallest = cells
        .iter()
        .zip(widths)
        .map(|(text, width)| lines(text, *width))
        .max()
        .unwrap_or(0);
    let cells: Vec<String> = cells.iter().map(|text| breakable(text)).collect();
    json!({"cells": cells, "whole": tallest <= MOST_LINES_UNBROKEN})
}

/// How many lines of 五号 a text takes in a column of so many millimetres, roughly.
fn lines(text: &str, width: f64) -> usize {
    // Half an em is 1.85 mm; the cell has 1.6 mm on each side.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small number of letters; a negative one becomes none"
    )]
    let room = (((width - 3.2) / 1.85) as usize).max(1);
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
