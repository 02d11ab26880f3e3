//! The sheet of slips: one page of A4 holds eight invitations to be cut apart and handed over, each with its code to scan.
//! Called by the command line.
//!
//! **Invariant:** the page stands alone (no script, no font, no picture from elsewhere), and everything that comes from the
//! roster is escaped by the template.

use askama::Template;

use crate::text::{Args, Words};

use super::DocumentError;
use super::qr::qr_svg;

/// One invitation on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Whom it invites.
    pub name: String,
    /// The deputy's code.
    pub code: String,
    /// 原选举单位
    pub unit: String,
    /// Where the code to scan leads.
    pub link: String,
    /// The way through Telegram, if there is one.
    pub telegram_link: Option<String>,
    /// The last day on which it is good, as people read it.
    pub until: String,
    /// The telephone of the office for questions; may be empty.
    pub phone: String,
}

struct Printed {
    greeting: String,
    whose: String,
    /// SVG made by `qr_svg` from the link alone.
    picture: String,
    how: String,
    only_you: String,
    link: String,
    telegram: Option<String>,
    questions: Option<String>,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<!DOCTYPE html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{ title }}</title>
<style>
@page { size: A4; margin: 10mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; color: #000; background: #fff;
  font: 10pt/1.45 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; }
.note { margin: 4mm 0; padding: 3mm; border: 1px solid #666; }
.sheet { display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 68mm; break-after: page; }
.sheet:last-child { break-after: auto; }
.slip { display: grid; grid-template-columns: 1fr 30mm; gap: 3mm; padding: 4mm; overflow: hidden;
  border: 1px dashed #999; break-inside: avoid; }
.slip svg { display: block; width: 30mm; height: 30mm; }
.slip p { margin: 0 0 1.2mm; }
.slip .greeting { font-size: 12pt; font-weight: bold; }
.slip .link { grid-column: 1 / 3; align-self: end; font-size: 8pt; overflow-wrap: anywhere; }
@media print { .note { display: none; } }
</style>
</head>
<body>
<p class="note">{{ note }}</p>
{% for sheet in sheets %}<section class="sheet">
{% for slip in sheet %}<article class="slip">
<div>
<p class="greeting">{{ slip.greeting }}</p>
<p>{{ slip.whose }}</p>
<p>{{ slip.how }}</p>
<p>{{ slip.only_you }}</p>
{% if let Some(questions) = slip.questions %}<p>{{ questions }}</p>
{% endif %}</div>
<div>{{ slip.picture|safe }}</div>
<div class="link">{{ slip.link }}{% if let Some(telegram) = slip.telegram %}<br>{{ telegram }}{% endif %}</div>
</article>
{% endfor %}</section>
{% endfor %}</body>
</html>
"#
)]
struct Page {
    language: &'static str,
    title: String,
    note: String,
    sheets: Vec<Vec<Printed>>,
}

/// Slips on a page of A4.
const ON_A_PAGE: usize = 8;

/// The sheet as a page of HTML, to be printed by any browser. Errors: a link that fits into no code to scan.
pub fn slips_html(slips: &[Slip], words: &Words) -> Result<String, DocumentError> {
    let printed = |slip: &Slip| -> Result<Printed, DocumentError> {
        let args = Args::new()
            .text("name", slip.name.as_str())
            .text("code", slip.code.as_str())
            .text("unit", slip.unit.as_str())
            .text("until", slip.until.as_str())
            .text("phone", slip.phone.as_str());
        Ok(Printed {
            greeting: words.say_with("slip-greeting", &args),
            whose: words.say_with("slip-whose", &args),
            picture: qr_svg(&slip.link)?,
            how: words.say("slip-how"),
            only_you: words.say_with("slip-only-you", &args),
            link: slip.link.clone(),
            telegram: slip
                .telegram_link
                .as_deref()
                .map(|link| words.say_with("slip-telegram", &Args::new().text("link", link))),
            questions: (!slip.phone.is_empty()).then(|| words.say_with("slip-questions", &args)),
        })
    };
    let sheets = slips
        .chunks(ON_A_PAGE)
        .map(|sheet| sheet.iter().map(printed).collect())
        .collect::<Result<Vec<Vec<Printed>>, DocumentError>>()?;
    let page = Page {
        language: words.locale().tag(),
        title: words.say("slip-title"),
        note: words.say("slip-note"),
        sheets,
    };
    Ok(page
        .render()
        .expect("the template writes into a String, which can't fail"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;
    use crate::text::words;

    fn slip(number: usize) -> Slip {
        Slip {
            name: format!("王示<{number}>"),
            code: format!("CS-{number:03}"),
            unit: "长沙市".into(),
            link: format!("https://lianluo.example.org/i/ABCDEFGHJK{number:02}"),
            telegram_link: None,
            until: "2026-12-20".into(),
            phone: String::new(),
        }
    }

    #[test]
    fn eight_slips_stand_on_a_page_and_each_has_its_code_to_scan() {
        let slips: Vec<_> = (0..17).map(slip).collect();
        let page = slips_html(&slips, words(Locale::ZhCn)).unwrap();
        assert_eq!(page.matches(r#"<section class="sheet">"#).count(), 3);
        assert_eq!(page.matches("<svg").count(), 17);
        assert!(page.contains("CS-016") && page.contains("2026-12-20"));
    }

    #[test]
    fn a_name_never_becomes_markup_and_the_page_asks_nothing_of_the_network() {
        let page = slips_html(&[slip(1)], words(Locale::En)).unwrap();
        assert!(!page.contains("<1>"));
        assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("url("));
    }
}
