//! The handbook or the dossier as JSON, for other programs: `lianluo handbook export --format json`.
//!
//! **Invariant:** keys are only added, never renamed, while `format` says `lianluo.handbook/1`, or `lianluo.dossier/1`. A line has a key for each
//! column of its section, named as the fields of duty records are. Texts are the handbook's own, untouched.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::dossier::DossierFacts;
use crate::domain::duty_record::{RecordField, RecordSource};
use crate::domain::handbook::amendment::{Amended, AmendedWhat, AmendedWhy, BookAmendment};
use crate::domain::handbook::{BookKind, Handbook, HandbookDeputy, HandbookSection};
use crate::domain::record::ChangedBy;

#[derive(Serialize)]
struct Book<'a> {
    format: &'static str,
    year: i32,
    made_on: NaiveDate,
    deputy: &'a HandbookDeputy,
    notes: &'a [String],
    sections: Vec<Section<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amended: Option<AmendedBook<'a>>,
    #[serde(flatten)]
    dossier: Option<Standing<'a>>,
}

/// What was amended after the book was taken in.
#[derive(Serialize)]
struct AmendedBook<'a> {
    handed_in_on: NaiveDate,
    taken_in_on: NaiveDate,
    hash: &'a str,
    amendments: Vec<AmendmentLine<'a>>,
}

#[derive(Serialize)]
struct AmendmentLine<'a> {
    on: NaiveDate,
    category: &'static str,
    line_on: NaiveDate,
    /// `added`, `removed` or the field.
    what: String,
    old: &'a str,
    new: &'a str,
    by: &'static str,
    by_name: &'a str,
    why: &'a str,
}

/// What only a dossier says.
#[derive(Serialize)]
struct Standing<'a> {
    office: &'a str,
    elected_on: &'a str,
    status: &'static str,
    handbook: Receipt,
    not_verified: i64,
}

#[derive(Serialize)]
struct Receipt {
    state: &'static str,
    on_paper: bool,
    handed_in_on: Option<NaiveDate>,
    decided_on: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Section<'a> {
    number: u8,
    category: &'static str,
    title: &'static str,
    lines: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    number: u32,
    on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    until_on: Option<NaiveDate>,
    #[serde(flatten)]
    cells: Cells<'a>,
    source: &'a RecordSource,
}

/// The texts by their fields, in the order of the columns.
struct Cells<'a>(&'a [RecordField], &'a [String]);

impl Serialize for Cells<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.0
                .iter()
                .map(|field| field.word().replace('-', "_"))
                .zip(self.1),
        )
    }
}

/// UTF-8 JSON with all ten sections, empty ones too; days as `2026-08-04`; ends with a line break.
pub fn handbook_json(handbook: &Handbook) -> Vec<u8> {
    let (format, dossier) = match &handbook.kind {
        BookKind::Handbook => ("lianluo.handbook/1", None),
        BookKind::Dossier(facts) => ("lianluo.dossier/1", Some(standing(facts))),
    };
    let book = Book {
        format,
        year: handbook.year,
        made_on: handbook.made_on,
        deputy: &handbook.deputy,
        notes: &handbook.notes,
        sections: handbook.sections.iter().map(section).collect(),
        amended: handbook.amended.as_deref().map(amended),
        dossier,
    };
    let mut json =
        serde_json::to_vec_pretty(&book).expect("texts, numbers and lists always have a JSON form");
    json.push(b'\n');
    json
}

fn amended(amended: &Amended) -> AmendedBook<'_> {
    AmendedBook {
        handed_in_on: amended.handed_in_on,
        taken_in_on: amended.taken_in_on,
        hash: &amended.hash,
        amendments: amended.amendments.iter().map(amendment).collect(),
    }
}

fn amendment(it: &BookAmendment) -> AmendmentLine<'_> {
    let (by, by_name) = match &it.by {
        ChangedBy::Program => ("program", ""),
        ChangedBy::Deputy(name) => ("deputy", name.as_str()),
        ChangedBy::Officer(name) => ("officer", name.as_str()),
    };
    AmendmentLine {
        on: it.on,
        category: it.category.code(),
        line_on: it.line_on,
        what: match it.what {
            AmendedWhat::Added => "added".into(),
            AmendedWhat::Removed => "removed".into(),
            AmendedWhat::Field(field) => field.word().replace('-', "_"),
        },
        old: &it.old,
        new: &it.new,
        by,
        by_name,
        why: match &it.why {
            AmendedWhy::Unsaid => "",
            AmendedWhy::LaterAct => "later_act",
            AmendedWhy::Said(why) => why,
        },
    }
}

fn standing(facts: &DossierFacts) -> Standing<'_> {
    Standing {
        office: &facts.office,
        elected_on: &facts.elected_on,
        status: facts.status.key(),
        handbook: Receipt {
            state: facts.handbook.state.tag(),
            on_paper: facts.handbook.on_paper,
            handed_in_on: facts.handbook.handed_in_on,
            decided_on: facts.handbook.decided_on,
        },
        not_verified: facts.waiting,
    }
}

fn section(section: &HandbookSection) -> Section<'_> {
    let lines = section.lines.iter().map(|line| Line {
        number: line.number,
        on: line.on,
        until_on: line.until_on,
        cells: Cells(section.fields(), &line.cells),
        source: &line.source,
    });
    Section {
        number: section.category.number(),
        category: section.category.code(),
        title: section.category.wording(),
        lines: lines.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::samples;

    #[test]
    fn what_was_amended_is_told_with_old_and_new_day_who_and_why() {
        let json: serde_json::Value = serde_json::from_slice(&handbook_json(&samples::amended())).unwrap();
        let amended = &json["amended"];
        assert_eq!(
            (&amended["handed_in_on"], &amended["taken_in_on"]),
            (&"2026-12-18".into(), &"2026-12-19".into())
        );
        assert_eq!(
            amended["amendments"][0],
            serde_json::json!({
                "on": "2026-12-20", "category": "contact", "line_on": "2026-03-01", "what": "matters",
                "old": "灌溉", "new": "灌溉用水", "by": "deputy", "by_name": "张示一", "why": "写漏了",
            })
        );
        let open: serde_json::Value = serde_json::from_slice(&handbook_json(&samples::handbook(2))).unwrap();
        assert!(open.get("amended").is_none());
    }

    #[test]
    fn a_handbook_is_written_exactly_so() {
        let json = String::from_utf8(handbook_json(&samples::handbook(2))).unwrap();
        let (head, rest) = json.split_once("    {\n      \"number\": 2,").unwrap();
        assert_eq!(
            head,
            r#"{
  "format": "lianluo.handbook/1",
  "year": 2026,
  "made_on": "2026-12-21",
  "deputy": {
    "name": "张示一",
    "electing_unit": "长沙市人民代表大会",
    "delegation": "长沙代表团",
    "group": "长沙第三代表小组",
    "card_number": "430000",
    "post": "示例镇中心小学教师"
  },
  "notes": [],
  "sections": [
    {
      "number": 1,
      "category": "congress_session",
      "title": "出席大会",
      "lines": []
    },
"#
        );
        let (_, last) = rest.split_once("\"title\": \"联系人民群众情况\",\n").unwrap();
        assert_eq!(
            last,
            r#"      "lines": [
        {
          "number": 1,
          "on": "2026-01-06",
          "place": "线上",
          "way": "网络平台",
          "whom": "群众1人（化名）",
          "matters": "示例村三组灌溉渠去年垮了一段，二十多户稻田缺水，希望春耕前修好。",
          "passing_on": "已转交市水利局（1月8日）；有关单位答复（市水利局，1月20日）",
          "answer_back": "已答复（1月7日）；群众已知悉（1月22日）",
          "source": {
            "kind": "case",
            "case_number": "260101",
            "messages": 3,
            "files": 2
          }
        },
        {
          "number": 2,
          "on": "2026-01-09",
          "place": "示例村",
          "way": "座谈",
          "whom": "村民12人",
          "matters": "灌溉用水、村道路灯、农村客运班次。",
          "passing_on": "",
          "answer_back": "",
          "source": {
            "kind": "self_declared"
          }
        }
      ]
    }
  ]
}
"#
        );
    }
}
